/**
 * CSV as in RFC 4180, with a header: a quote within quotes is doubled. Delimiter and line ends are what
 * `csvForm.ts` finds.
 */

import { InputError } from "../../errors";
import { longestLine, type Line } from "./lines";

/** A record and the line it begins on, or why it cannot be used. */
export type CsvRecord =
  | { readonly line: number; readonly fields: readonly string[] }
  | { readonly line: number; readonly damage: string };

/**
 * Records of a CSV file, the header first. A quote that is never closed costs its own line only: the
 * lines behind are read again, if they can be told from lines of the quoted text by their columns.
 *
 * @param path - for messages
 * @param delimiter - undefined in a table of one column
 * @throws InputError (while iterating) if the header is not text, if quotes are marked with backslashes, and
 *   for a quote after which nothing can be told
 */
export async function* readRecords(
  path: string,
  lines: AsyncIterator<Line>,
  delimiter: string | undefined,
): AsyncGenerator<CsvRecord> {
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
    if (columns === 0 && first.damage !== undefined)
      throw new InputError(
        `${path}:${first.line}: the header cannot be read (${first.damage}). Give --encoding, or save the file as UTF-8.`,
      );
    const record = [first];
    let { fields, open, isBroken } = parseLine(first.text, delimiter, [], undefined);
    let length = first.text.length;
    while (open !== undefined) {
      const more = await next();
      if (!more) break;
      record.push(more);
      length += more.text.length;
      if (length > longestLine)
        throw new InputError(
          `${path}:${first.line}: a quote that is not closed within ${longestLine >> 20} MB. Close it, or leave out its row.`,
        );
      ({ fields, open, isBroken } = parseLine(more.text, delimiter, fields, `${open}\n`));
    }
    // A field of several lines that goes on behind its last quote was closed by the first quote of a
    // later field: its own was never closed.
    const isUnclosed = open !== undefined || (isBroken && record.length > 1);
    const isDamaged = isUnclosed || isBroken || (columns > 0 && fields.length !== columns);
    if (isDamaged && record.some(({ text }) => text.includes('\\"')))
      throw new InputError(
        `${path}:${first.line}: a backslash before a quote, in a record that cannot be read. Export the table with quotes doubled ("") as CSV has them.`,
      );
    if (columns === 0) {
      if (isUnclosed)
        throw new InputError(
          `${path}:${first.line}: a quote in the header is not closed. The first line must name the columns.`,
        );
      columns = fields.length;
    }
    const damage = record.find((line) => line.damage !== undefined)?.damage;
    if (isUnclosed) {
      if (columns === 1)
        throw new InputError(
          `${path}:${first.line}: a quote that is never closed; in a table of one column every line behind it would become a document. Close it.`,
        );
      waiting.push(...record.slice(1).reverse());
      yield { line: first.line, damage: "unclosed quote" };
    } else if (damage !== undefined) yield { line: first.line, damage };
    else if (isBroken) yield { line: first.line, damage: "text behind a closing quote" };
    else if (fields.length !== columns)
      yield { line: first.line, damage: "wrong number of columns" };
    else yield { line: first.line, fields };
  }
}

/**
 * One line more of a record.
 *
 * @param before - its fields so far
 * @param begun - the quoted field that the line goes on with
 * @returns all its fields; in `open` the quoted field that the line leaves unfinished; and whether a
 *   field goes on behind its closing quote
 */
export function parseLine(
  text: string,
  delimiter: string | undefined,
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
    const end = delimiter === undefined ? -1 : text.indexOf(delimiter, at);
    const rest = text.slice(at, end < 0 ? text.length : end);
    isBroken ||= field !== undefined && rest.trim() !== "";
    fields.push(field ?? rest);
    if (end < 0) return { fields, open: undefined, isBroken };
    [at, field] = [end + 1, undefined];
  }
}
