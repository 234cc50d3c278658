/**
 * Text that people bring, as documents: their own files, and the two public collections of
 * general Norwegian. What cannot be used is counted by reason and reported by file and line;
 * its text is never shown.
 */

import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import { InputError } from "../errors";
import type { Document, WrittenStandard } from "./document";
import type { Encoding } from "./rows/decoding";
import type { TextUnit } from "./rows/row";
import { columnName } from "./rows/csvForm";
import { readRows, type Row } from "./rows/readRows";

/** What an import left out, and what it took for documents. Filled while the documents are read. */
export type ImportReport = {
  /** Rows left out, by reason. */
  readonly skipped: Record<string, number>;
  /** The first rows left out, as `file:line: reason`. */
  readonly examples: string[];
  /** Text files by what made their documents, and how many documents that were. */
  readonly textUnits: Partial<Record<TextUnit, { files: number; documents: number }>>;
};

export function emptyReport(): ImportReport {
  return { skipped: {}, examples: [], textUnits: {} };
}

const reportedExamples = 10;

/** What a row may say of its document; each is looked for in a column of that name unless told. */
export const importedFields = [
  "text",
  "id",
  "documentType",
  "writtenStandard",
  "trust",
  "year",
  "source",
  "origin",
] as const satisfies readonly (keyof Document)[];
export type ImportedField = (typeof importedFields)[number];

export type ImportOptions = {
  readonly documentType: string;
  /** Of rows that do not say, or what finds it in their text. */
  readonly writtenStandard: WrittenStandard | ((text: string) => WrittenStandard);
  readonly source: string;
  /** Names of columns that are not called like the field; each must be there in a table. */
  readonly columns?: Readonly<Partial<Record<ImportedField, string>>>;
  /** @defaultValue "utf-8" */
  readonly encoding?: Encoding;
  /** What makes a document in `.txt`; if undefined, paragraphs where a file has any, else lines. */
  readonly documents?: TextUnit | undefined;
  /** Receives what was left out. */
  readonly report: ImportReport;
  /** Called with `file:line: reason` for every row left out. */
  readonly onReject?: ((line: string) => void) | undefined;
};

/**
 * Documents of text files (`.txt`: what makes a document is said in the report), `.jsonl`, `.json`,
 * `.csv`, `.tsv` and `.parquet`, in the order given. A row's own columns win over the options. Texts are
 * brought to Unicode NFC, so that an "å" exported as a + ring is the letter every tokenizer knows.
 *
 * @throws InputError (while iterating) for a file that is missing or cannot be read at all
 */
export async function* importDocuments(
  files: readonly string[],
  options: ImportOptions,
): AsyncGenerator<Document> {
  const names = files.map((file) => basename(file));
  const repeated = names.find((name, i) => names.indexOf(name) !== i);
  if (repeated !== undefined)
    throw new InputError(
      `corpus import: two files are named ${repeated}, so their documents would share ids. Rename one.`,
    );
  const { columns = {}, encoding = "utf-8", documents, report } = options;
  const columnOf = (field: ImportedField): string => columnName(columns[field] ?? field);
  /** What is counted for a text file, by its place among the files. */
  const units = new Map<number, { documents: number }>();
  const rowOptions = {
    encoding,
    documents,
    textColumn: columnOf("text"),
    columns: importedFields
      .filter((field) => field !== "text")
      .map((field) => ({ name: columnOf(field), isRequired: columns[field] !== undefined })),
  };
  // Opened first: a misspelt last name must not cost an hour of reading.
  const readers = files.map((file, index) =>
    readRows(file, {
      ...rowOptions,
      onTextUnit: (found) => {
        const counts = (report.textUnits[found] ??= { files: 0, documents: 0 });
        counts.files++;
        units.set(index, counts);
      },
    }),
  );
  for (const [index, rows] of readers.entries())
    for await (const row of rows) {
      const document = toDocument(row, names[index]!, options, columnOf);
      if (typeof document === "string") leaveOut(options, document, `${files[index]!}:${row.line}`);
      else {
        const counts = units.get(index);
        if (counts) counts.documents++;
        yield document;
      }
    }
}

/** A document, or the reason why the row is none. */
function toDocument(
  row: Row,
  name: string,
  defaults: ImportOptions,
  columnOf: (field: ImportedField) => string,
): Document | string {
  if ("damage" in row) return row.damage;
  const text = row.values[columnOf("text")];
  if (text === undefined || text === null) return "missing text";
  if (typeof text !== "string") return "text is not a string";
  if (text.trim() === "") return "empty text";
  if (text.includes("\0")) return "NUL character";
  if (/\p{Surrogate}/u.test(text)) return "half a character";
  if (/^\s*\{\\rtf/.test(text)) return "RTF, not plain text";
  const field = (key: ImportedField, fallback: string): string | undefined => {
    const value = row.values[columnOf(key)];
    if (value === undefined || value === null || value === "") return fallback;
    return typeof value === "object" ? undefined : String(value);
  };
  const id = field("id", `${name}:${row.number ?? row.line}`);
  const documentType = field("documentType", defaults.documentType);
  const trust = field("trust", "");
  const source = field("source", defaults.source);
  if (id === undefined) return "id is not a text or number";
  if (documentType === undefined) return "documentType is not a text";
  if (trust === undefined) return "trust is not a text";
  if (source === undefined) return "source is not a text";
  const origin = field("origin", id);
  if (origin === undefined) return "origin is not a text or number";
  const { writtenStandard: byDefault } = defaults;
  const said = field("writtenStandard", "");
  const writtenStandard =
    said !== ""
      ? standardNames[said?.toLowerCase() ?? ""]
      : typeof byDefault === "string"
        ? byDefault
        : byDefault(text);
  if (writtenStandard === undefined) return "unknown writtenStandard";
  const year = yearOf(field("year", "0"));
  if (year === undefined) return "year is not a year";
  return {
    id,
    text: text
      .replace(/\r+\n|\r/g, "\n")
      .normalize("NFC")
      .trim(),
    documentType,
    writtenStandard,
    trust,
    year,
    source,
    ...(origin !== id && { origin }),
  };
}

/** How the written standards are called in other people's tables. */
const standardNames: Readonly<Record<string, WrittenStandard | undefined>> = {
  nb: "nb",
  nob: "nb",
  bokmål: "nb",
  nn: "nn",
  nno: "nn",
  nynorsk: "nn",
  either: "either",
};

/** Dates by their year first and last: 2019-05-17, 2019/05/17, 20190517; 17.05.2019, 17/5-2019, 17. mai 2019. */
const datesWithYear = [
  /^(\d{4})(?:[-./]\d{1,2}){1,2}(?!\d)/,
  /^(\d{4})(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d)/,
  /^\d{1,2}[-./] ?\d{1,2}[-./] ?(\d{4})(?!\d)/,
  /^\d{1,2}\.? \p{L}+\.? (\d{4})(?!\d)/u,
];
/** Years of which there are notes; a number outside is something else, as 17 of a date cut short. */
const [firstYear, lastYear] = [1800, 2199];

/** The year of a year or a date; 0 is unknown. */
function yearOf(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const text = value.trim();
  const date = datesWithYear.map((pattern) => pattern.exec(text)?.[1]).find(Boolean);
  const year = Number(date ?? text);
  if (year === 0) return 0;
  return Number.isInteger(year) && year >= firstYear && year <= lastYear ? year : undefined;
}

function leaveOut(
  { report, onReject }: Pick<ImportOptions, "report" | "onReject">,
  reason: string,
  place: string,
): void {
  report.skipped[reason] = (report.skipped[reason] ?? 0) + 1;
  if (report.examples.length < reportedExamples) report.examples.push(`${place}: ${reason}`);
  onReject?.(`${place}: ${reason}`);
}

/**
 * Paragraphs of a manual that make one document. The lines have no document boundaries; five
 * neighbours are about as long as a clinical note (some 100 words).
 */
const paragraphsPerDocument = 5;

/**
 * The general Norwegian of a data folder, as documents in a fixed order: `general-norwegian`
 * (software manuals, five neighbouring paragraphs a document, paragraphs that look English left
 * out) and `ud-norwegian` (newspapers, blogs, parliament), bokmål before nynorsk in each.
 *
 * @param report - receives the number of paragraphs left out
 * @throws InputError if one of the two folders is not there
 */
export async function* realGeneralDocuments(
  dataDir: string,
  report: ImportReport = emptyReport(),
): AsyncGenerator<Document> {
  const collections = [
    {
      source: "general-norwegian",
      file: (standard: string) => `${standard}.txt`,
      group: paragraphsPerDocument,
      documents: "line",
    },
    {
      source: "ud-norwegian",
      file: (standard: string) => `train-${standard}.txt`,
      group: 1,
      documents: "paragraph",
    },
  ] as const;
  for (const { source, file, group, documents } of collections)
    for (const writtenStandard of ["nb", "nn"] as const) {
      const path = join(dataDir, source, file(writtenStandard));
      if (!existsSync(path))
        throw new InputError(
          `${path}: no such file. Place the collection there (see data-cards/${source}.md) or name another data folder.`,
        );
      const options = { documentType: "prose", writtenStandard, source, documents, report };
      let paragraphs: Document[] = [];
      const joined = (): Document => ({
        ...paragraphs[0]!,
        id: `${source}/${paragraphs[0]!.id}`,
        text: paragraphs.map((paragraph) => paragraph.text).join("\n"),
      });
      for await (const paragraph of importDocuments([path], options)) {
        if (looksEnglish(paragraph.text)) {
          leaveOut({ report }, "looks English", `${source}/${paragraph.id}`);
          continue;
        }
        paragraphs.push(paragraph);
        if (paragraphs.length < group) continue;
        yield joined();
        paragraphs = [];
      }
      if (paragraphs.length > 0) yield joined();
    }
}

// Only words that are rare or absent in the other language: "for", "is", "to", "by" are both.
const englishWords = new Set(
  "the of you your this that these those with are was were from which will would should when where it its not but if they their there can't don't into use used using and".split(
    " ",
  ),
);
const norwegianWords = new Set(
  "og i på er som til en ei et ein eit det den de dei av med kan du å ved frå fra eller ikke ikkje har om vil skal må vert blir ble blei når dette denne der hvis viss dersom".split(
    " ",
  ),
);

/**
 * Whether a paragraph looks English: it has more English function words than Norwegian ones.
 * A rule for manuals with untranslated paragraphs, not a language identifier.
 */
export function looksEnglish(text: string): boolean {
  let english = 0;
  for (const word of text.toLowerCase().match(/[\p{L}']+/gu) ?? []) {
    if (englishWords.has(word)) english++;
    else if (norwegianWords.has(word)) english--;
  }
  return english > 0;
}
