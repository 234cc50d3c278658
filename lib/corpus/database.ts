/**
 * The one way this library opens DuckDB: in memory, unable to fetch an extension, with nothing
 * written beside the files it is told to write. Text of patients passes through it.
 */

import type * as DuckDb from "@duckdb/node-api";
import type { DuckDBConnection } from "@duckdb/node-api";
import { loadNative } from "../native";

const settings = {
  // Parquet is compiled in; anything else would be looked up on the network.
  autoinstall_known_extensions: "false",
  autoload_known_extensions: "false",
  allow_community_extensions: "false",
  // Documents must not be spilled to a temporary folder that nobody cleans.
  temp_directory: "",
  preserve_insertion_order: "true",
} as const;

/**
 * Run `work` on a fresh in-memory database and close it, whatever happens.
 *
 * @param threads - 1 where the bytes or the order of the result matter
 */
export async function withDatabase<Result>(
  work: (connection: DuckDBConnection) => Promise<Result>,
  threads = 1,
): Promise<Result> {
  const close: (() => void)[] = [];
  try {
    return await work(await connect(close, threads));
  } finally {
    for (const step of close.reverse()) step();
  }
}

/** Rows of a query in the order of the result, some two thousand in memory at a time. */
export async function* streamRows(sql: string): AsyncGenerator<readonly unknown[]> {
  const close: (() => void)[] = [];
  try {
    const result = await (await connect(close, 1)).stream(sql);
    for await (const chunk of result) yield* chunk.getRows();
  } finally {
    for (const step of close.reverse()) step();
  }
}

async function connect(close: (() => void)[], threads: number): Promise<DuckDBConnection> {
  const { DuckDBInstance } = loadNative<typeof DuckDb>("@duckdb/node-api");
  const instance = await DuckDBInstance.create(":memory:", {
    ...settings,
    threads: String(threads),
  });
  close.push(() => instance.closeSync());
  const connection = await instance.connect();
  close.push(() => connection.closeSync());
  return connection;
}

/** A text as an SQL literal. */
export function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** `read_parquet([…])` over files; characters that mean a pattern to DuckDB are taken literally. */
export function parquetFiles(paths: readonly string[]): string {
  const literal = (path: string): string => quote(path.replace(/[[*?]/g, (c) => `[${c}]`));
  return `read_parquet([${paths.map(literal).join(", ")}])`;
}
