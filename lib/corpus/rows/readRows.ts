/**
 * Rows of files that people bring: plain text, JSON, CSV, Parquet. A row is either its values or the
 * reason it cannot be used; a damaged row never stops the file. Files stream.
 */

import { existsSync, statSync } from "node:fs";
import { extname } from "node:path";
import { InputError } from "../../errors";
import { documentColumns } from "../corpus";
import { readRecords } from "./csv";
import { columnName, findCsvForm } from "./csvForm";
import { readJsonArray, readJsonLines } from "./json";
import { readLines } from "./lines";
import { readParquet } from "./parquet";
import { readPlainText } from "./plainText";
import { requireColumns, type Row, type RowOptions } from "./row";

export type { Row, RowOptions } from "./row";

/** UTF-8, and columns that are called as those of a corpus. */
const usualOptions: RowOptions = {
  encoding: "utf-8",
  textColumn: "text",
  columns: documentColumns.map((name) => ({ name, isRequired: false })),
};

type Reader = (path: string, options: RowOptions) => AsyncGenerator<Row>;

const encodingOf = ({ encoding }: RowOptions) => ({ encoding, hasEncodingOption: true });
const jsonOptions = (options: RowOptions) => ({
  ...encodingOf(options),
  keys: [options.textColumn, ...options.columns.map(({ name }) => name)],
});

const readers: Readonly<Record<string, Reader>> = {
  ".txt": readPlainText,
  ".jsonl": (path, options) => readJsonLines(path, jsonOptions(options)),
  ".ndjson": (path, options) => readJsonLines(path, jsonOptions(options)),
  ".json": (path, options) => readJsonArray(path, jsonOptions(options)),
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

async function* readCsv(path: string, options: RowOptions): AsyncGenerator<Row> {
  const form = await findCsvForm(path, encodingOf(options), options.textColumn);
  const lines = readLines(path, { ...encodingOf(options), ends: form.ends });
  if (form.hasSeparatorLine) await lines.next();
  let header: readonly string[] | undefined;
  for await (const record of readRecords(path, lines, form.delimiter))
    if ("damage" in record) yield record;
    else if (!header) {
      header = record.fields.map(columnName);
      requireColumns(path, header, options);
    } else {
      const { line, fields } = record;
      yield { line, values: Object.fromEntries(header.map((name, i) => [name, fields[i]])) };
    }
}
