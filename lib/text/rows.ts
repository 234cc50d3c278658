/**
 * Rows of files that people bring: plain text, JSON lines, CSV, Parquet. A row is either its
 * values or the reason it cannot be used; a damaged row never stops the file. Files stream.
 */

import { createReadStream, existsSync, openSync, readSync, closeSync, statSync } from "node:fs";
import { extname } from "node:path";
import { InputError } from "../errors";
import { documentColumns } from "./corpus";
import { parquetFiles, streamRows, withDatabase } from "./database";

export type Row =
  | { readonly line: number; readonly values: Readonly<Record<string, unknown>> }
  | { readonly line: number; readonly damage: string };

const readers: Readonly<Record<string, (path: string) => AsyncGenerator<Row>>> = {
  ".txt": readParagraphs,
  ".jsonl": readJsonLines,
  ".csv": readCsv,
  ".parquet": readParquet,
};

/**
 * Rows of a file, by the ending of its name. `line` counts from 1 (for Parquet: the row).
 * A file without the column `text` is refused as a whole: none of its rows could be used.
 *
 * @throws InputError for a file that is missing, of another kind, or unreadable from its start
 */
export function readRows(path: string): AsyncGenerator<Row> {
  if (!existsSync(path)) throw new InputError(`${path}: no such file.`);
  if (!statSync(path).isFile())
    throw new InputError(`${path}: not a file. Name the files inside it.`);
  const reader = readers[extname(path).toLowerCase()];
  if (!reader)
    throw new InputError(
      `${path}: unknown kind of file. Give a file that ends in ${Object.keys(readers).join(", ")}.`,
    );
  return reader(path);
}

type Line = { readonly line: number; readonly text: string | undefined };

/** Lines without their ending; `text` is undefined where the bytes are not UTF-8. */
async function* readLines(path: string): AsyncGenerator<Line> {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  let line = 0;
  const decode = (bytes: Buffer): Line => {
    line++;
    try {
      const text = decoder.decode(bytes);
      const whole = line === 1 && text.startsWith("\uFEFF") ? text.slice(1) : text;
      return { line, text: whole.endsWith("\r") ? whole.slice(0, -1) : whole };
    } catch {
      return { line, text: undefined };
    }
  };
  let parts: Buffer[] = [];
  for await (const chunk of createReadStream(path, {
    highWaterMark: 1 << 20,
  }) as AsyncIterable<Buffer>) {
    let start = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
      parts.push(chunk.subarray(start, end));
      yield decode(parts.length === 1 ? parts[0]! : Buffer.concat(parts));
      parts = [];
      start = end + 1;
    }
    if (start < chunk.length) parts.push(chunk.subarray(start));
  }
  if (parts.length > 0) yield decode(Buffer.concat(parts));
}

/** Documents separated by empty lines if the first 64 KiB hold an empty line, else one a line. */
async function* readParagraphs(path: string): AsyncGenerator<Row> {
  const separated = /\n[ \t\r]*\n/.test(beginning(path, 1 << 16).toString("latin1"));
  let paragraph: string[] = [];
  let start = 1;
  let damaged = false;
  const finish = (): Row =>
    damaged
      ? { line: start, damage: "invalid UTF-8" }
      : { line: start, values: { text: paragraph.join("\n") } };
  for await (const { line, text } of readLines(path)) {
    if (text?.trim() === "") {
      if (paragraph.length > 0 || damaged) yield finish();
      [paragraph, damaged] = [[], false];
      continue;
    }
    if (paragraph.length === 0 && !damaged) start = line;
    if (text === undefined) damaged = true;
    else paragraph.push(text);
    if (!separated) {
      yield finish();
      [paragraph, damaged] = [[], false];
    }
  }
  if (paragraph.length > 0 || damaged) yield finish();
}

async function* readJsonLines(path: string): AsyncGenerator<Row> {
  for await (const { line, text } of readLines(path)) {
    if (text === undefined) yield { line, damage: "invalid UTF-8" };
    else if (text.trim() !== "") {
      const values = parseObject(text);
      yield values ? { line, values } : { line, damage: "broken JSON" };
    }
  }
}

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

/** Lines of a quoted field that one record may span before its quote counts as never closed. */
const maximumRecordLines = 10_000;

/**
 * CSV as in RFC 4180, with a header; the delimiter is whichever of comma, semicolon and tab the
 * header has most of (Norwegian spreadsheets write semicolons).
 */
async function* readCsv(path: string): AsyncGenerator<Row> {
  let header: readonly string[] | undefined;
  let delimiter = ",";
  const lines = readLines(path);
  // Lines read but not used: a quote that is never closed gives back all lines but its own.
  const waiting: Line[] = [];
  const next = async (): Promise<Line | undefined> => {
    const line = waiting.pop();
    if (line) return line;
    const result = await lines.next();
    return result.done ? undefined : result.value;
  };
  for (let first = await next(); first; first = await next()) {
    const record = [first];
    if (first.text?.trim() === "") continue;
    if (!header && first.text !== undefined) delimiter = findDelimiter(first.text);
    let fields = first.text === undefined ? undefined : parseRecord(first.text, delimiter);
    while (fields === "open" && record.length < maximumRecordLines) {
      const more = await next();
      if (!more) break;
      record.push(more);
      const text = record.map((each) => each.text ?? "\0").join("\n");
      // Only a line with a quote can close the field.
      if (more.text === undefined || more.text.includes('"')) fields = parseRecord(text, delimiter);
    }
    if (fields === "open") {
      waiting.push(...record.slice(1).reverse());
      yield { line: first.line, damage: "unclosed quote" };
    } else if (fields === undefined || record.some((each) => each.text === undefined)) {
      if (!header) throw new InputError(`${path}:${first.line}: the header is not UTF-8.`);
      yield { line: first.line, damage: "invalid UTF-8" };
    } else if (!header) {
      header = fields.map((name) => name.trim());
      requireText(path, header);
    } else if (fields.length !== header.length) {
      yield { line: first.line, damage: "wrong number of columns" };
    } else {
      const values = fields;
      yield {
        line: first.line,
        values: Object.fromEntries(header.map((name, i) => [name, values[i]])),
      };
    }
  }
}

function findDelimiter(header: string): string {
  const count = (delimiter: string): number => header.split(delimiter).length;
  return [",", ";", "\t"].reduce((best, each) => (count(each) > count(best) ? each : best));
}

/** Fields of one record, or `"open"` if it ends inside a quoted field. */
function parseRecord(text: string, delimiter: string): string[] | "open" {
  const fields: string[] = [];
  let at = 0;
  for (;;) {
    if (text[at] === '"') {
      let field = "";
      for (;;) {
        const end = text.indexOf('"', at + 1);
        if (end < 0) return "open";
        field += text.slice(at + 1, end);
        at = end + 1;
        if (text[at] !== '"') break;
        field += '"';
      }
      const end = text.indexOf(delimiter, at);
      fields.push(field + text.slice(at, end < 0 ? text.length : end));
      at = end;
    } else {
      const end = text.indexOf(delimiter, at);
      fields.push(text.slice(at, end < 0 ? text.length : end));
      at = end;
    }
    if (at < 0) return fields;
    at++;
  }
}

async function* readParquet(path: string): AsyncGenerator<Row> {
  const source = parquetFiles([path]);
  let columns: readonly string[];
  let line = 0;
  try {
    columns = await withDatabase(async (connection) =>
      (await connection.runAndReadAll(`select * from ${source} limit 0`)).columnNames(),
    );
  } catch {
    throw new InputError(`${path}: not a readable Parquet file (truncated or damaged?).`);
  }
  requireText(path, columns);
  columns = columns.filter((name) => documentColumns.includes(name));
  try {
    const wanted = columns.map((name) => `"${name}"::varchar`).join(", ");
    for await (const row of streamRows(`select ${wanted} from ${source}`))
      yield {
        line: ++line,
        values: Object.fromEntries(columns.map((name, i) => [name, row[i] ?? undefined])),
      };
  } catch {
    throw new InputError(`${path}: damaged after row ${line}. Export it again.`);
  }
}

function requireText(path: string, columns: readonly string[]): void {
  if (!columns.includes("text"))
    throw new InputError(
      `${path}: no column named text among ${columns.join(", ")}. Rename the column that holds the documents.`,
    );
}

function beginning(path: string, bytes: number): Buffer {
  const buffer = Buffer.alloc(bytes);
  const file = openSync(path, "r");
  try {
    return buffer.subarray(0, readSync(file, buffer, 0, bytes, 0));
  } finally {
    closeSync(file);
  }
}
