/**
 * CSV as in RFC 4180, with a header; the delimiter is whichever of comma, semicolon and tab the header
 * has most of (Norwegian spreadsheets write semicolons).
 */

import { InputError } from "../../errors";
import { longestLine, type Line } from "./lines";

/** A record and the line it begins on, or why it cannot be used. */
export type CsvRecord =
  | { readonly line: number; readonly fields: readonly string[] }
  | { readonly line: number; readonly damage: string };

/** Lines of a quoted field that one record may span before its quote counts as never closed. */
const maximumRecordLines = 10_000;

/**
 * Records of a CSV file, the header first. A quote that is never closed costs its own line only: the
 * lines behind are read again.
 *
 * @param path - for messages
 * @throws InputError (while iterating) if the header is not text
 */
export async function* readRecords(
  path: string,
  lines: AsyncIterator<Line>,
): AsyncGenerator<CsvRecord> {
  let delimiter: string | undefined;
  let columns = 0;
  const waiting: Line[] = [];
  const next = async (): Promise<Line | undefined> => {
    const line = waiting.pop();
    if (line) return line;
    const result = await lines.next();
    return result.done ? undefined : result.value;
  };
  for (let first = await next(); first; first = await next()) {
    if (first.damage === undefined && first.text.trim() === "") continue;
    if (delimiter === undefined && first.damage !== undefined)
      throw new InputError(
        `${path}:${first.line}: the header cannot be read (${first.damage}). Give --encoding, or save the file as UTF-8.`,
      );
    delimiter ??= findDelimiter(first.text);
    const record = [first];
    let { fields, open, isBroken } = parse(first.text, delimiter, [], undefined);
    let length = first.text.length;
    while (open !== undefined && record.length < maximumRecordLines && length < longestLine) {
      const more = await next();
      if (!more) break;
      record.push(more);
      length += more.text.length;
      ({ fields, open, isBroken } = parse(more.text, delimiter, fields, `${open}\n`));
    }
    if (columns === 0) columns = fields.length;
    const damage = record.find((line) => line.damage !== undefined)?.damage;
    // A field of several lines that goes on behind its last quote was closed by the first quote of a
    // later field: its own was never closed.
    if (open !== undefined || (isBroken && record.length > 1)) {
      waiting.push(...record.slice(1).reverse());
      yield { line: first.line, damage: "unclosed quote" };
    } else if (damage !== undefined) yield { line: first.line, damage };
    else if (isBroken) yield { line: first.line, damage: "text behind a closing quote" };
    else if (fields.length !== columns)
      yield { line: first.line, damage: "wrong number of columns" };
    else yield { line: first.line, fields };
  }
}

function findDelimiter(header: string): string {
  const count = (delimiter: string): number => header.split(delimiter).length;
  return [",", ";", "\t"].reduce((best, each) => (count(each) > count(best) ? each : best));
}

/**
 * One line more of a record.
 *
 * @param before - its fields so far
 * @param begun - the quoted field that the line goes on with
 * @returns all its fields; in `open` the quoted field that the line leaves unfinished; and whether a
 *   field goes on behind its closing quote
 */
function parse(
  text: string,
  delimiter: string,
  before: readonly string[],
  begun: string | undefined,
): {
  readonly fields: readonly string[];
  readonly open: string | undefined;
  readonly isBroken: boolean;
} {
  const fields = [...before];
  let isBroken = false;
  let at = 0;
  let field = begun;
  for (;;) {
    if (field === undefined && text[at] === '"') [field, at] = ["", at + 1];
    if (field !== undefined) {
      for (;;) {
        const end = text.indexOf('"', at);
        if (end < 0) return { fields, open: field + text.slice(at), isBroken };
        field += text.slice(at, end);
        at = end + 1;
        if (text[at] !== '"') break;
        field += '"';
        at++;
      }
    }
    const end = text.indexOf(delimiter, at);
    const rest = text.slice(at, end < 0 ? text.length : end);
    isBroken ||= field !== undefined && rest.trim() !== "";
    fields.push(field ?? rest);
    if (end < 0) return { fields, open: undefined, isBroken };
    [at, field] = [end + 1, undefined];
  }
}
