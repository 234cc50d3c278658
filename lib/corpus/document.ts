/** What a corpus is made of. A document is the unit that is de-identified, split and shuffled. */

export type WrittenStandard = "nb" | "nn" | "either";

export const writtenStandards = [
  "nb",
  "nn",
  "either",
] as const satisfies readonly WrittenStandard[];

/** As readers see them. */
export const standardNames = { nb: "bokmål", nn: "nynorsk", either: "either" } as const;

export type Document = {
  readonly id: string;
  /**
   * What the document was cut or copied from: the id of the first document of the chain, or a name that
   * its owner gave, e.g. of the patient. Its own id if absent. Documents of one origin are held out together.
   */
  readonly origin?: string;
  readonly text: string;
  /** e.g. `"epikrise"`; general prose uses `"prose"`. */
  readonly documentType: string;
  readonly writtenStandard: WrittenStandard;
  /** Hospital trust that owns the document, or `""` for text from elsewhere. */
  readonly trust: string;
  /** Year written, 0 if unknown. */
  readonly year: number;
  /** Name of the data card the text comes from. */
  readonly source: string;
  /** What identifies a person, where that is known; sorted, without overlap. */
  readonly spans?: readonly PhiSpan[];
};

/** {@link Document.origin}, also of a document that is nobody's part or copy. */
export const originOf = ({ id, origin }: Pick<Document, "id" | "origin">): string => origin ?? id;

/** The eight labels of Nor-DeID-SynthData. */
export const phiLabels = [
  "First_Name",
  "Last_Name",
  "Age",
  "Date",
  "Phone_Number",
  "Social_Security_Number",
  "Health_Care_Unit",
  "Location",
] as const;
export type NorDeidLabel = (typeof phiLabels)[number];

/** What else identifies a person and is found and replaced, though Nor-DeID has no label for it. */
export const furtherPhiLabels = [
  "Street_Address",
  "Postcode",
  "Email",
  "Ward",
  "Record_Number",
] as const;
export type PhiLabel = NorDeidLabel | (typeof furtherPhiLabels)[number];

/** The Nor-DeID label that covers a label, or undefined where none does. */
export function norDeidLabel(label: PhiLabel): NorDeidLabel | undefined {
  switch (label) {
    case "Street_Address":
    case "Postcode":
      return "Location";
    case "Ward":
      return "Health_Care_Unit";
    case "Email":
    case "Record_Number":
      return undefined;
    default:
      return label;
  }
}

/** A stretch of text that identifies a person. Offsets count UTF-16 units; `end` is exclusive. */
export type PhiSpan = { readonly start: number; readonly end: number; readonly label: PhiLabel };

/** A document together with the spans its generator wrote while rendering it. */
export type AnnotatedDocument = Document & { readonly spans: readonly PhiSpan[] };
