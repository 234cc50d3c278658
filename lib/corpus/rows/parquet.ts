/** Rows of a Parquet file, of which only the wanted columns are read. */

import { InputError } from "../../errors";
import { parquetFiles, streamRows, withDatabase } from "../database";
import { requireColumns, type Row, type RowOptions } from "./row";

/**
 * Rows in their order; `line` is the number of the row.
 *
 * @throws InputError (while iterating) for a file that is not readable, or whose text is no text
 */
export async function* readParquet(path: string, options: RowOptions): AsyncGenerator<Row> {
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
      `${path}: column ${textColumn} holds ${kindOf(types.get(textColumn)!)}, not text. Name the column that holds the documents.`,
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

/** A type without what it is made of: the values of an ENUM and the names in a STRUCT are the file's. */
const kindOf = (type: string): string => type.replace(/\(.*$/s, "");
