/** How a table is written: what is between its columns and what ends its records. */

import { parseLine } from "./csv";
import { decodeBytes, type EncodingOptions } from "./decoding";
import { readTextBytes, type LineEnds } from "./lines";

export type CsvForm = {
  /** Undefined in a table of one column. */
  readonly delimiter: string | undefined;
  readonly ends: LineEnds;
  /** Whether the first line says the delimiter (`sep=;`, as Excel reads it) and is no record. */
  readonly hasSeparatorLine: boolean;
};

/** Where all else is equal the first: Norwegian numbers and prose hold commas, seldom semicolons. */
const delimiters = [";", ",", "\t", "|"] as const;

/** What is looked at. */
const sampleBytes = 1 << 20;
const sampleRecords = 100;

/**
 * The form of a table. `sep=;` in the first line holds. Else the delimiter is one that the header has outside
 * of quotes: one that makes `textColumn` a column before the others, then the one by which most of the
 * first records have as many columns as the header, then the one that makes more columns.
 */
export async function findCsvForm(
  path: string,
  options: EncodingOptions,
  textColumn: string,
): Promise<CsvForm> {
  const { text, isWhole } = await beginning(path, options);
  const ends = findLineEnds(text);
  const lines = text.split(ends === "cr" ? "\r" : /\r*\n/);
  // The last line may be cut in the midst.
  if (!isWhole && lines.length > 1) lines.pop();
  const said = /^"?sep=([^"\r\n])"?\s*$/i.exec(lines[0]!)?.[1];
  if (said !== undefined) return { delimiter: said, ends, hasSeparatorLine: true };
  const found = delimiters
    .map((delimiter) => ({ delimiter, ...judge(lines, delimiter, textColumn) }))
    .filter(({ columns }) => columns > 1)
    .sort(
      (a, b) =>
        Number(b.hasText) - Number(a.hasText) ||
        b.consistent - a.consistent ||
        b.columns - a.columns,
    );
  return { delimiter: found[0]?.delimiter, ends, hasSeparatorLine: false };
}

async function beginning(
  path: string,
  options: EncodingOptions,
): Promise<{ readonly text: string; readonly isWhole: boolean }> {
  let text = "";
  try {
    for await (const { bytes, encoding } of readTextBytes(path, options)) {
      // Characters may be cut where parts meet; delimiters, quotes and line ends are not.
      text += decodeBytes(bytes, encoding).text;
      if (text.length >= sampleBytes) return { text, isWhole: false };
    }
  } catch (error) {
    // Damage of a packed file is reported with its line when the lines are read.
    if (!/^Z_/.test((error as NodeJS.ErrnoException).code ?? "")) throw error;
  }
  return { text, isWhole: true };
}

/** What ends the first record: a cell within quotes may hold line ends of another kind. */
function findLineEnds(text: string): LineEnds {
  let isQuoted = false;
  for (let at = 0; at < text.length; at++) {
    const before = text[at - 1] ?? "\n";
    if (text[at] === '"') {
      if (isQuoted || /[\r\n]/.test(before) || delimiters.some((each) => each === before))
        isQuoted = !isQuoted;
    } else if (!isQuoted && text[at] === "\n") return "lf";
    else if (!isQuoted && text[at] === "\r")
      return /^\r+(?:\n|$)/.test(text.slice(at)) ? "lf" : "cr";
  }
  return "lf";
}

function judge(
  lines: readonly string[],
  delimiter: string,
  textColumn: string,
): { readonly columns: number; readonly hasText: boolean; readonly consistent: number } {
  let header: readonly string[] | undefined;
  let [records, alike] = [0, 0];
  let fields: readonly string[] = [];
  let open: string | undefined;
  for (const line of lines) {
    if (open === undefined && line.trim() === "") continue;
    const parsed = parseLine(line, delimiter, fields, open === undefined ? undefined : `${open}\n`);
    ({ fields, open } = parsed);
    if (open !== undefined) continue;
    if (header === undefined) header = fields;
    else {
      records++;
      if (!parsed.isBroken && fields.length === header.length) alike++;
    }
    fields = [];
    if (records >= sampleRecords) break;
  }
  return {
    columns: header?.length ?? 0,
    hasText: header?.some((name) => columnName(name) === textColumn) ?? false,
    consistent: records === 0 ? 1 : alike / records,
  };
}

/** A name of a column as it is compared. */
export function columnName(name: string): string {
  return name.trim().normalize("NFC");
}
