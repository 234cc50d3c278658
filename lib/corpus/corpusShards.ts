/** The writing of a corpus's shards, and the check that no id comes twice. */

import { createHash } from "node:crypto";
import { statSync } from "node:fs";
import type { DuckDBConnection } from "@duckdb/node-api";
import { InputError } from "../errors";
import { sha256OfFile } from "../files";
import type { CorpusShard } from "./corpus";
import { quote } from "./database";
import { writtenStandards, type Document } from "./document";

const rowGroupSize = 10_000;

/**
 * Counts ids that come again, from 64 bits of a hash of each: 8 bytes a document, where a set of the
 * ids themselves would outgrow the memory of a large corpus. Among 25 million different ids two share
 * their bits with a probability of 2 in 100,000.
 */
export function distinctIds(): { add(id: string): void; repeated(): number } {
  let hashes = new BigUint64Array(1 << 10);
  let words = new Uint32Array(hashes.buffer);
  let count = 0;
  return {
    add(id) {
      if (count === hashes.length) {
        const larger = new BigUint64Array(2 * count);
        larger.set(hashes);
        [hashes, words] = [larger, new Uint32Array(larger.buffer)];
      }
      const digest = createHash("sha256").update(id).digest();
      words[2 * count] = digest.readUInt32LE(0);
      words[2 * count + 1] = digest.readUInt32LE(4);
      count++;
    },
    repeated() {
      hashes.subarray(0, count).sort();
      let repeated = 0;
      for (let i = 1; i < count; i++)
        if (words[2 * i] === words[2 * i - 2] && words[2 * i + 1] === words[2 * i - 1]) repeated++;
      return repeated;
    },
  };
}

/** A shard that is filled in memory and written as Parquet when it is closed. */
export async function openShard(connection: DuckDBConnection): Promise<{
  append(document: Document): void;
  /** UTF-16 units of text so far. */
  length(): number;
  close(path: string, file: string): Promise<CorpusShard>;
}> {
  await connection.run(
    `create or replace table shard (id varchar not null, text varchar not null,
     "documentType" varchar not null, "writtenStandard" varchar not null,
     trust varchar not null, "year" integer not null, source varchar not null, spans varchar, origin varchar)`,
  );
  const appender = await connection.createAppender("shard");
  let documents = 0;
  let length = 0;
  return {
    append(document) {
      if (!writtenStandards.includes(document.writtenStandard))
        throw new InputError(
          `document ${documents + 1} of a shard: its writtenStandard is none of ${writtenStandards.join(", ")}.`,
        );
      appender.appendVarchar(document.id);
      appender.appendVarchar(document.text);
      appender.appendVarchar(document.documentType);
      appender.appendVarchar(document.writtenStandard);
      appender.appendVarchar(document.trust);
      appender.appendInteger(document.year);
      appender.appendVarchar(document.source);
      if (document.spans === undefined) appender.appendNull();
      else appender.appendVarchar(JSON.stringify(document.spans));
      if (document.origin === undefined) appender.appendNull();
      else appender.appendVarchar(document.origin);
      appender.endRow();
      documents++;
      length += document.text.length;
    },
    length: () => length,
    async close(path, file) {
      appender.closeSync();
      await connection.run(
        `copy shard to ${quote(path)} (format parquet, compression zstd, row_group_size ${rowGroupSize})`,
      );
      await connection.run("drop table shard");
      return { file, documents, bytes: statSync(path).size, sha256: await sha256OfFile(path) };
    },
  };
}
