/**
 * A corpus is a folder: `shard-00000.parquet` … (zstd) and a `manifest.json` that names every
 * shard with its hash. Documents stream in and out; at most one shard is in memory. The same
 * documents in the same order give the same bytes (one thread, fixed row groups; checked by a
 * test for the pinned DuckDB).
 */

import { existsSync, readFileSync, realpathSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { InputError } from "../errors";
import { requireFreeFolder, sha256, sha256OfFile, writeFolderAtomic, writeJson } from "../files";
import { isWithin } from "../paths";
import { distinctIds, openShard } from "./corpusShards";
import { refusePersonalNumbers } from "../identityNumbers/gate";
import { parquetFiles, streamRows, withDatabase } from "./database";
import type { Document, PhiSpan, WrittenStandard } from "./document";

export type CorpusShard = {
  readonly file: string;
  readonly documents: number;
  /** Size of the Parquet file. */
  readonly bytes: number;
  readonly sha256: string;
};

export type CorpusManifest = {
  readonly format: "kliniskvest-corpus-2";
  readonly name: string;
  readonly documents: number;
  /** UTF-8 bytes of all texts. */
  readonly bytes: number;
  /** Whether the text may be shown in notebooks and results. */
  readonly shareable: boolean;
  readonly columns: readonly string[];
  readonly shards: readonly CorpusShard[];
  /** How the corpus was generated or imported. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** Documents left out, by reason. */
  readonly skipped: Readonly<Record<string, number>>;
  /** What a derived corpus was made from; absent for one that was generated or imported. */
  readonly parents?: readonly CorpusParent[];
};

/** A corpus that another was made from. */
export type CorpusParent = {
  readonly name: string;
  /** Its {@link corpusHash}. */
  readonly hash: string;
};

/** Columns of a shard, in order; `spans` is JSON, `origin` and `spans` are null where a document has none. */
export const documentColumns: readonly string[] = [
  "id",
  "text",
  "documentType",
  "writtenStandard",
  "trust",
  "year",
  "source",
  "spans",
  "origin",
] as const satisfies readonly (keyof Document)[];

/** UTF-16 units of text in a shard: about 10 MB of Parquet, and what a writer holds in memory. */
const shardLength = 1 << 25;

/**
 * Write a corpus. Until the last document has been written nothing is visible under `dir`. Documents without
 * text are left out and counted.
 *
 * @param options.refuseNumbers - whether a document with a person's identity number ends it: for the stages
 *   behind de-identification. What comes before (import, duplicates, written standard) must hold them
 * @param options.replace - whether a corpus that is there may be replaced; refused by default
 * @param options.skipped - counts of what an importer left out, read after the last document
 * @throws InputError if `dir` must not be replaced, if there is no document, or if two documents have the
 *   same id; and whatever the iterator throws
 */
export async function writeCorpus(options: {
  readonly dir: string;
  readonly name: string;
  readonly documents: Iterable<Document> | AsyncIterable<Document>;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly shareable: boolean;
  readonly skipped?: Readonly<Record<string, number>>;
  readonly parents?: readonly CorpusParent[];
  readonly refuseNumbers?: boolean;
  readonly replace?: boolean | undefined;
}): Promise<CorpusManifest> {
  const { dir, name, settings, shareable, parents } = options;
  requireFreeForCorpus(dir, options.replace);
  return writeFolderAtomic(dir, (aside) =>
    withDatabase(async (connection) => {
      const shards: CorpusShard[] = [];
      let documents = 0;
      let bytes = 0;
      let empty = 0;
      const ids = distinctIds();
      let shard = await openShard(connection);
      const finish = async (): Promise<void> => {
        const file = `shard-${String(shards.length).padStart(5, "0")}.parquet`;
        shards.push(await shard.close(join(aside, file), file));
      };
      for await (const document of options.documents) {
        if (document.text.trim() === "") {
          empty++;
          continue;
        }
        if (options.refuseNumbers) refusePersonalNumbers(name, document, documents + 1);
        shard.append(document);
        ids.add(document.id);
        documents++;
        bytes += Buffer.byteLength(document.text);
        if (shard.length() >= shardLength) {
          await finish();
          shard = await openShard(connection);
        }
      }
      if (shard.length() > 0) await finish();
      const skipped = { ...options.skipped, ...(empty > 0 && { "empty text": empty }) };
      if (documents === 0)
        throw new InputError(
          `corpus ${name}: no document to write (left out: ${describeSkipped(skipped)}). Check the input.`,
        );
      const repeated = ids.repeated();
      if (repeated > 0)
        throw new InputError(
          `corpus ${name}: ${repeated} documents have the id of another document. Give each its own id, or leave the ids out.`,
        );
      const manifest: CorpusManifest = {
        format: "kliniskvest-corpus-2",
        name,
        documents,
        bytes,
        shareable,
        columns: documentColumns,
        shards,
        settings,
        skipped,
        ...(parents && { parents }),
      };
      writeJson(join(aside, "manifest.json"), manifest);
      return manifest;
    }),
  );
}

/** `3 empty text, 1 broken JSON`, or `nothing`. */
export function describeSkipped(skipped: Readonly<Record<string, number>>): string {
  const parts = Object.entries(skipped).map(([reason, count]) => `${count} ${reason}`);
  return parts.length > 0 ? parts.join(", ") : "nothing";
}

/**
 * Documents in the order they were written. Each shard's hash is checked before its first
 * document is given out. Corpora of versions that had no column `origin`: if they were made from others,
 * marks of parts (`#2`) and copies (`~2`) at the end of an id are taken for those that stages put there.
 *
 * @throws InputError (while iterating) for a missing folder or shard and for changed bytes
 */
export async function* readCorpus(dir: string): AsyncGenerator<Document> {
  const manifest = openManifest(dir);
  const isOld = !manifest.columns.includes("origin");
  const columns = documentColumns.map((name) => (isOld && name === "origin" ? "null" : name));
  for (const shard of manifest.shards) {
    const path = await checkShard(dir, shard);
    for await (const row of streamRows(
      `select ${columns.join(", ")} from ${parquetFiles([path])}`,
    )) {
      const id = row[0] as string;
      const origin = isOld ? assumedOrigin(id, manifest) : row[8];
      yield {
        id,
        text: row[1] as string,
        documentType: row[2] as string,
        writtenStandard: row[3] as WrittenStandard,
        trust: row[4] as string,
        year: row[5] as number,
        source: row[6] as string,
        ...(row[7] !== null && { spans: JSON.parse(row[7] as string) as PhiSpan[] }),
        ...(origin !== null && { origin: origin as string }),
      };
    }
  }
}

function assumedOrigin(id: string, { parents = [] }: CorpusManifest): string | null {
  const origin = parents.length > 0 ? id.replace(/(?:[#~]\d+)+$/, "") : id;
  return origin === id ? null : origin;
}

/**
 * Paths of all shards, their hashes checked, for queries over the whole corpus.
 *
 * @throws InputError as {@link readCorpus}
 */
export async function checkedShards(dir: string): Promise<readonly string[]> {
  const paths: string[] = [];
  for (const shard of openManifest(dir).shards) paths.push(await checkShard(dir, shard));
  return paths;
}

/**
 * The manifest of a corpus.
 *
 * @throws InputError if the folder or the manifest is missing or damaged
 */
export function openManifest(dir: string): CorpusManifest {
  const path = join(dir, "manifest.json");
  if (!existsSync(dir))
    throw new InputError(`corpus ${dir}: no such folder. Make it with \`corpus import\`.`);
  if (!existsSync(path))
    throw new InputError(`corpus ${dir}: not a corpus, it has no manifest.json. Import it again.`);
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, "utf8"));
  } catch {
    throw new InputError(`${path}: broken JSON. Import or generate the corpus again.`);
  }
  if (!isManifest(value))
    throw new InputError(
      `${path}: not a manifest of the format kliniskvest-corpus-2. Import or generate the corpus again.`,
    );
  return value;
}

/** Identity of the documents of a corpus: a hash over the hashes of its shards. */
export function corpusHash(manifest: CorpusManifest): string {
  return sha256(manifest.shards.map((shard) => shard.sha256).join("\n"));
}

/** What a corpus made from this one records about it. */
export function parentOf(manifest: CorpusManifest): CorpusParent {
  return { name: manifest.name, hash: corpusHash(manifest) };
}

/**
 * Refuse to write a corpus over the one it is made from.
 *
 * @throws InputError if `out` is `source`, lies in it, or holds it
 */
export function refuseOwnSource(out: string, source: string): void {
  const [from, to] = [source, out].map((dir) =>
    existsSync(dir) ? realpathSync(dir) : resolve(dir),
  );
  if (isWithin(to!, from!) || isWithin(from!, to!))
    throw new InputError(
      `--out ${out}: would replace or lie in the corpus ${source} that is read. Name another folder.`,
    );
}

function isManifest(value: unknown): value is CorpusManifest {
  const manifest = value as Partial<CorpusManifest> | null;
  return (
    typeof manifest === "object" &&
    manifest?.format === "kliniskvest-corpus-2" &&
    typeof manifest.name === "string" &&
    typeof manifest.documents === "number" &&
    typeof manifest.bytes === "number" &&
    typeof manifest.shareable === "boolean" &&
    Array.isArray(manifest.columns) &&
    Array.isArray(manifest.shards) &&
    // A shard is a file of the folder: a path elsewhere would be read by whoever opens the corpus.
    manifest.shards.every(
      (shard) => /^[\w.-]+\.parquet$/.test(shard.file) && typeof shard.sha256 === "string",
    )
  );
}

async function checkShard(dir: string, shard: CorpusShard): Promise<string> {
  const path = join(dir, shard.file);
  if (!existsSync(path))
    throw new InputError(`${path}: missing shard. Copy the whole folder, or make it again.`);
  const size = statSync(path).size;
  if (size !== shard.bytes)
    throw new InputError(
      `${path}: ${size} bytes where the manifest says ${shard.bytes}, so it is truncated or changed. Copy or make the corpus again.`,
    );
  if ((await sha256OfFile(path)) !== shard.sha256)
    throw new InputError(
      `${path}: its sha256 is not that of the manifest, so it is damaged or changed. Copy or make the corpus again.`,
    );
  return path;
}

/**
 * Refuse an `--out` that no corpus may be written to: for commands that work long before they write.
 *
 * @param replace - whether a corpus that is there may be replaced
 * @throws InputError for a file, a corpus without `replace`, and a folder that holds anything else
 */
export function requireFreeForCorpus(dir: string, replace = false): void {
  const isCorpus = existsSync(join(dir, "manifest.json"));
  // A manifest of something else, e.g. a run, is no licence to replace the folder.
  const shards = isCorpus ? openManifest(dir).shards.map(({ file }) => file) : [];
  requireFreeFolder(dir, {
    kind: "a corpus",
    replace,
    isOurs: (entry) => isCorpus && (entry === "manifest.json" || shards.includes(entry)),
  });
}
