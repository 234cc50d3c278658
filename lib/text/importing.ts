/**
 * Text that people bring, as documents: their own files, and the two public collections of
 * general Norwegian. What cannot be used is counted by reason and reported by file and line;
 * its text is never shown.
 */

import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import { InputError } from "../errors";
import { writtenStandards, type Document, type WrittenStandard } from "./document";
import { readRows, type Row } from "./rows";

/** What an import left out. Filled while the documents are read. */
export type ImportReport = {
  /** Rows left out, by reason. */
  readonly skipped: Record<string, number>;
  /** The first rows left out, as `file:line: reason`. */
  readonly examples: string[];
};

export function emptyReport(): ImportReport {
  return { skipped: {}, examples: [] };
}

const reportedExamples = 10;

/**
 * Documents of text files (`.txt`: an empty line between documents, or one a line), `.jsonl`,
 * `.csv` and `.parquet`, in the order given. A row's own columns win over the options. Texts are
 * brought to Unicode NFC, so that an "å" exported as a + ring is the letter every tokenizer knows.
 *
 * @param options.writtenStandard - of rows that do not say, or what finds it in their text
 * @param options.report - receives what was left out
 * @throws InputError (while iterating) for a file that is missing or cannot be read at all
 */
export async function* importDocuments(
  files: readonly string[],
  options: {
    readonly documentType: string;
    readonly writtenStandard: WrittenStandard | ((text: string) => WrittenStandard);
    readonly source: string;
    readonly report: ImportReport;
  },
): AsyncGenerator<Document> {
  const names = files.map((file) => basename(file));
  const repeated = names.find((name, i) => names.indexOf(name) !== i);
  if (repeated !== undefined)
    throw new InputError(
      `corpus import: two files are named ${repeated}, so their documents would share ids. Rename one.`,
    );
  // Opened first: a misspelt last name must not cost an hour of reading.
  const readers = files.map((file) => readRows(file));
  for (const [index, rows] of readers.entries())
    for await (const row of rows) {
      const document = toDocument(row, names[index]!, options);
      if (typeof document === "string")
        leaveOut(options.report, document, `${files[index]!}:${row.line}`);
      else yield document;
    }
}

/** A document, or the reason why the row is none. */
function toDocument(
  row: Row,
  name: string,
  defaults: {
    readonly documentType: string;
    readonly writtenStandard: WrittenStandard | ((text: string) => WrittenStandard);
    readonly source: string;
  },
): Document | string {
  if ("damage" in row) return row.damage;
  const { text } = row.values;
  if (text === undefined || text === null) return "missing text";
  if (typeof text !== "string") return "text is not a string";
  if (text.trim() === "") return "empty text";
  if (text.includes("\0")) return "NUL character";
  const field = (key: string, fallback: string): string => {
    const value = row.values[key];
    return value === undefined || value === null || value === "" ? fallback : String(value);
  };
  const byDefault = defaults.writtenStandard;
  const writtenStandard =
    field("writtenStandard", "") || (typeof byDefault === "string" ? byDefault : byDefault(text));
  if (!isWrittenStandard(writtenStandard)) return "unknown writtenStandard";
  const year = Number(field("year", "0"));
  if (!Number.isInteger(year) || year < 0 || year > 9999) return "year is not a year";
  return {
    id: field("id", `${name}:${row.line}`),
    text: text.normalize("NFC").trim(),
    documentType: field("documentType", defaults.documentType),
    writtenStandard,
    trust: field("trust", ""),
    year,
    source: field("source", defaults.source),
  };
}

function isWrittenStandard(text: string): text is WrittenStandard {
  return (writtenStandards as readonly string[]).includes(text);
}

function leaveOut(report: ImportReport, reason: string, place: string): void {
  report.skipped[reason] = (report.skipped[reason] ?? 0) + 1;
  if (report.examples.length < reportedExamples) report.examples.push(`${place}: ${reason}`);
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
    },
    { source: "ud-norwegian", file: (standard: string) => `train-${standard}.txt`, group: 1 },
  ];
  for (const { source, file, group } of collections)
    for (const writtenStandard of ["nb", "nn"] as const) {
      const path = join(dataDir, source, file(writtenStandard));
      if (!existsSync(path))
        throw new InputError(
          `${path}: no such file. Place the collection there (see data-cards/${source}.md) or name another data folder.`,
        );
      const options = { documentType: "prose", writtenStandard, source, report };
      let paragraphs: Document[] = [];
      const joined = (): Document => ({
        ...paragraphs[0]!,
        id: `${source}/${paragraphs[0]!.id}`,
        text: paragraphs.map((paragraph) => paragraph.text).join("\n"),
      });
      for await (const paragraph of importDocuments([path], options)) {
        if (looksEnglish(paragraph.text)) {
          leaveOut(report, "looks English", `${source}/${paragraph.id}`);
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
