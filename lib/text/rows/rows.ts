/**
 * Rows of files that people bring: plain text, JSON lines, CSV, Parquet. A row is either its
 * values or the reason it cannot be used; a damaged row never stops the file. Files stream.
 */

import { existsSync, statSync } from "node:fs";
import { extname } from "node:path";
import { InputError } from "../../errors";
import { documentColumns } from "../corpus";
import { parquetFiles, streamRows, withDatabase } from "../database";
import { readRecords } from "./csv";
import type { Encoding } from "./decoding";
import { readBytes, readLines } from "./lines";

export type Row =
  | { readonly line: number; readonly values: Readonly<Record<string, unknown>> }
  | { readonly line: number; readonly damage: string };

export type RowOptions = {
  /** Of text files; Parquet has its own. */
  readonly encoding: Encoding;
  /** The column with the text of documents, without which a table is refused as a whole. */
  readonly textColumn: string;
  /** Other columns that are wanted, and whether the user named them, so that they must be there. */
  readonly columns: readonly { readonly name: string; readonly isRequired: boolean }[];
};

/** UTF-8, and columns that are called as those of a corpus. */
const usualOptions: RowOptions = {
  encoding: "utf-8",
  textColumn: "text",
  columns: documentColumns.map((name) => ({ name, isRequired: false })),
};

const readers: Readonly<
  Record<string, (path: string, options: RowOptions) => AsyncGenerator<Row>>
> = {
  ".txt": readParagraphs,
  ".jsonl": readJsonLines,
  ".ndjson": readJsonLines,
  ".csv": readCsv,
  ".tsv": readCsv,
  ".parquet": readParquet,
};

/**
 * Rows of a file, by the ending of its name; text files may be packed with gzip (`.jsonl.gz`).
 * `line` counts from 1 (for Parquet: the row).
 *
 * @throws InputError for a file that is missing, of another kind, or unreadable from its start
 */
export function readRows(path: string, options: RowOptions = usualOptions): AsyncGenerator<Row> {
  if (!existsSync(path)) throw new InputError(`${path}: no such file.`);
  if (!statSync(path).isFile())
    throw new InputError(`${path}: not a file. Name the files inside it.`);
  const ending = extname(path.replace(/\.gz$/i, "")).toLowerCase();
  const reader = readers[ending];
  if (!reader || (ending === ".parquet" && /\.gz$/i.test(path)))
    throw new InputError(
      `${path}: unknown kind of file. Give a file that ends in ${Object.keys(readers).join(", ")}; all but .parquet may be packed (.gz).`,
    );
  return reader(path, options);
}

/** Documents separated by empty lines if the first 64 KiB hold an empty line, else one a line. */
async function* readParagraphs(path: string, { encoding }: RowOptions): AsyncGenerator<Row> {
  const separated = /\n[ \t\r]*\n/.test(await beginning(path, 1 << 16));
  let paragraph: string[] = [];
  let start = 1;
  let damage: string | undefined;
  const finish = (): Row =>
    damage === undefined
      ? { line: start, values: { text: paragraph.join("\n") } }
      : { line: start, damage };
  for await (const line of readLines(path, { encoding, hasEncodingOption: true })) {
    if (line.damage === undefined && line.text.trim() === "") {
      if (paragraph.length > 0) yield finish();
      [paragraph, damage] = [[], undefined];
      continue;
    }
    if (paragraph.length === 0) start = line.line;
    damage ??= line.damage;
    paragraph.push(line.text);
    if (!separated) {
      yield finish();
      [paragraph, damage] = [[], undefined];
    }
  }
  if (paragraph.length > 0) yield finish();
}

async function beginning(path: string, bytes: number): Promise<string> {
  try {
    for await (const chunk of readBytes(path)) return chunk.toString("latin1", 0, bytes);
  } catch {
    // Reported with its line when the lines are read.
  }
  return "";
}

async function* readJsonLines(path: string, { encoding }: RowOptions): AsyncGenerator<Row> {
  for await (const { line, text, damage } of readLines(path, {
    encoding,
    hasEncodingOption: true,
  })) {
    if (damage !== undefined) yield { line, damage };
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

async function* readCsv(path: string, options: RowOptions): AsyncGenerator<Row> {
  let header: readonly string[] | undefined;
  for await (const record of readRecords(
    path,
    readLines(path, { encoding: options.encoding, hasEncodingOption: true }),
  ))
    if ("damage" in record) yield record;
    else if (!header) {
      header = record.fields.map((name) => name.trim());
      requireColumns(path, header, options);
    } else {
      const { line, fields } = record;
      yield { line, values: Object.fromEntries(header.map((name, i) => [name, fields[i]])) };
    }
}

async function* readParquet(path: string, options: RowOptions): AsyncGenerator<Row> {
  const source = parquetFiles([path]);
  let types: ReadonlyMap<string, string>;
  try {
    types = await withDatabase(async (connection) => {
      const none = await connection.runAndReadAll(`select * from ${source} limit 0`);
      return new Map(none.columnNames().map((name, i) => [name, none.columnType(i).toString()]));
    });
  } catch {
    throw new InputError(`${path}: not a readable Parquet file (truncated or damaged?).`);
  }
  requireColumns(path, [...types.keys()], options);
  const { textColumn } = options;
  if (types.get(textColumn) !== "VARCHAR")
    throw new InputError(
      `${path}: column ${textColumn} holds ${types.get(textColumn)}, not text. Name the column that holds the documents.`,
    );
  const columns = [textColumn, ...options.columns.map(({ name }) => name)].filter(
    (name, i, all) => types.has(name) && all.indexOf(name) === i,
  );
  let line = 0;
  try {
    const wanted = columns.map((name) => `"${name.replaceAll('"', '""')}"::varchar`).join(", ");
    for await (const row of streamRows(`select ${wanted} from ${source}`))
      yield {
        line: ++line,
        values: Object.fromEntries(columns.map((name, i) => [name, row[i] ?? undefined])),
      };
  } catch {
    throw new InputError(`${path}: damaged after row ${line}. Export it again.`);
  }
}

function requireColumns(
  path: string,
  present: readonly string[],
  { textColumn, columns }: RowOptions,
): void {
  if (!present.includes(textColumn))
    throw new InputError(
      `${path}: no column named ${textColumn} among ${present.join(", ")}. Name the column that holds the documents with --text-column.`,
    );
  const missing = columns.find(({ name, isRequired }) => isRequired && !present.includes(name));
  if (missing)
    throw new InputError(
      `${path}: no column named ${missing.name} among ${present.join(", ")}. Name another one, or leave its option out.`,
    );
}
