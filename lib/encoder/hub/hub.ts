/**
 * Models from a hub that speaks Hugging Face's protocol: the one place in the library that opens the
 * network, and only when asked to. The hub's own client finds the files; it keeps nothing of a
 * download that breaks off, so the bytes are fetched here, from where the last attempt ended.
 */

import { createHash } from "node:crypto";
import {
  createReadStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
} from "node:fs";
import { join } from "node:path";
import { InputError } from "../../errors";
import { writeJson } from "../../files";
import { createFetch, explain, type Access } from "./hubAccess";
import { fetchRest, sizeOf } from "./hubTransfer";
import { shardsOf } from "../weights/weights";

/** A file as the hub describes it. */
export type HubFile = {
  readonly name: string;
  readonly bytes: number;
  /** Of the content; stated for large files. */
  readonly sha256?: string;
  /** Git's hash of the content, which the hub states for small files. */
  readonly gitSha1?: string;
};

/** Where a downloaded model came from, exactly. */
export type HubSource = {
  readonly hub: string;
  readonly model: string;
  readonly commit: string;
  readonly files: readonly HubFile[];
};

export type Download = Access & {
  /** Branch, tag or commit. @defaultValue "main" */
  readonly revision?: string;
  /** Folder of the download. What an attempt that broke off left there is used again. */
  readonly dir: string;
  /** Bytes received and bytes wanted by this call, and the file in work. */
  readonly onProgress?: (received: number, wanted: number, file: string) => void;
  /** Seconds to wait before each further attempt at a file. @defaultValue [1, 5, 15] */
  readonly pauses?: readonly number[];
};

/** Files beside the weights that say what a model is; code is none of them. */
export const smallFiles = [
  "config.json",
  "tokenizer.json",
  "tokenizer_config.json",
  "special_tokens_map.json",
  "added_tokens.json",
  "vocab.txt",
  "README.md",
];

/** Forms of weights, the first that is there is taken. */
const weightFiles = ["model.safetensors", "pytorch_model.bin"];

/** Record of what a download folder holds. */
const sourceFile = "source.json";

/**
 * Download a model's configuration, tokenizer and weights, and check them against the hashes that the
 * hub states. Call it again after an error or a kill to go on where it stopped.
 *
 * @throws InputError in one line that says what to do, for a hub that cannot be reached, a model that
 *   is unknown or gated, a wrong checksum, a full disk
 */
export async function downloadModel(options: Download): Promise<HubSource> {
  const { dir, model, signal, onProgress } = options;
  const { listFiles, modelInfo } = await import("@huggingface/hub");
  const fetch = createFetch(options);
  const request = {
    hubUrl: options.hub,
    fetch,
    ...(options.token !== undefined && { accessToken: options.token }),
  };
  let source: HubSource;
  try {
    const { name, sha } = await modelInfo({
      ...request,
      name: model,
      revision: options.revision ?? "main",
      additionalFields: ["sha"],
    });
    const files: HubFile[] = [];
    for await (const { type, path, size, oid, lfs } of listFiles({
      ...request,
      repo: name,
      revision: sha,
    }))
      if (type === "file" && Number.isSafeInteger(lfs?.size ?? size))
        files.push({
          name: path,
          bytes: lfs?.size ?? size,
          ...(lfs ? { sha256: lfs.oid } : oid !== undefined && { gitSha1: oid }),
        });
    source = { hub: options.hub, model: name, commit: sha, files };
  } catch (error) {
    throw explain(error, options);
  }

  prepare(dir, source);
  const listed = new Map(source.files.map((file) => [file.name, file]));
  const fetchAll = async (wanted: readonly HubFile[]): Promise<void> => {
    const missing = wanted.map(
      ({ name, bytes }) => bytes - Math.min(bytes, sizeOf(join(dir, name))),
    );
    const total = missing.reduce((a, b) => a + b, 0);
    const all = wanted.reduce((sum, { bytes }) => sum + bytes, 0);
    requireSpace(dir, total + all, options);
    let received = 0;
    for (const file of wanted)
      await fetchFile(options, source, file, fetch, (bytes) =>
        onProgress?.((received += bytes), total, file.name),
      );
  };
  const chosen = chooseFiles(listed, options);
  await fetchAll(chosen);
  // An index is itself a file to fetch before it is known which shards it lists.
  const index = chosen.find(({ name }) => name.endsWith(".index.json"));
  const shards = index ? [...shardsOf(join(dir, index.name))] : [];
  const shardFiles = shards.map((name) => listed.get(name) ?? missingFile(name, options));
  await fetchAll(shardFiles);
  signal?.throwIfAborted();
  return { ...source, files: [...chosen, ...shardFiles] };
}

/** The files to fetch, without the shards that an index lists. */
function chooseFiles(listed: ReadonlyMap<string, HubFile>, access: Access): HubFile[] {
  const weights =
    weightFiles.flatMap((name) => [name, `${name}.index.json`]).find((name) => listed.has(name)) ??
    missingFile(weightFiles.join(" or "), access);
  if (!listed.has("config.json")) missingFile("config.json", access);
  return [...smallFiles, weights].flatMap((name) => listed.get(name) ?? []);
}

function missingFile(name: string, { hub, model }: Access): never {
  throw new InputError(
    `${model} at ${hub} has no ${name}; it is no model that can be imported. Choose another model or --revision.`,
  );
}

/** Make the folder of this revision, without what another one left. */
function prepare(dir: string, { hub, model, commit }: HubSource): void {
  const record = join(dir, sourceFile);
  const wanted = JSON.stringify({ hub, model, commit });
  if (existsSync(dir) && readdirSync(dir).length > 0) {
    if (!existsSync(record))
      throw new InputError(
        `${dir}: holds other files, and the download goes there; move them away`,
      );
    try {
      if (JSON.stringify(JSON.parse(readFileSync(record, "utf8"))) === wanted) return;
    } catch {
      // A record that cannot be read is of no known revision.
    }
    rmSync(dir, { recursive: true });
  }
  mkdirSync(dir, { recursive: true });
  writeJson(record, JSON.parse(wanted));
}

/** What is missing of the download, and then the model made of the whole, must fit. */
function requireSpace(dir: string, bytes: number, { model }: Access): void {
  const { bavail, bsize } = statfsSync(dir);
  if (bytes > bavail * bsize)
    throw new InputError(
      `${dir}: ${model} needs ${gigabytes(bytes)} here while it is imported, and ${gigabytes(bavail * bsize)} are free. Free some space or choose another --out.`,
    );
}

const gigabytes = (bytes: number): string => `${(bytes / 1e9).toFixed(bytes < 1e9 ? 3 : 1)} GB`;

/** Fetch what is missing of a file, then check it; only a file that was checked has its name. */
async function fetchFile(
  options: Download,
  source: HubSource,
  file: HubFile,
  fetch: typeof globalThis.fetch,
  onBytes: (count: number) => void,
): Promise<void> {
  const expected = file.sha256 ?? file.gitSha1;
  if (expected === undefined)
    throw new InputError(
      `${source.hub} states no checksum of ${file.name} of ${source.model}; download it by hand if you trust it, and run \`kliniskvest model import FOLDER\``,
    );
  const path = join(options.dir, file.name);
  const part = `${path}.part`;
  if (existsSync(path)) renameSync(path, part);
  try {
    await fetchRest(
      { ...options, pauses: options.pauses ?? [1, 5, 15] },
      source,
      file,
      part,
      fetch,
      onBytes,
    );
  } catch (error) {
    throw explain(error, options, file.name);
  }
  const found = await (file.sha256 === undefined
    ? hashOf(part, "sha1", `blob ${file.bytes}\0`)
    : hashOf(part, "sha256"));
  if (found !== expected) {
    rmSync(part);
    throw new InputError(
      `${file.name} of ${source.model}: the checksum of what arrived is ${found}, the hub states ${expected}. It was removed; run the command again. If that repeats, something between the hub and here changes the file.`,
    );
  }
  renameSync(part, path);
}

async function hashOf(path: string, algorithm: string, prefix = ""): Promise<string> {
  const hash = createHash(algorithm).update(prefix);
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest("hex");
}
