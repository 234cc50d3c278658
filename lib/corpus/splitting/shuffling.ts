/** Documents in random order, without holding them all: spread over files by their place, then sorted. */

import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { openLineFile } from "../../files";
import { random } from "../../random";
import type { Document } from "../document";

/** Text of a file, which is sorted in memory, and the most files that are open at once. */
const defaultBucketBytes = 32 << 20;
const mostBuckets = 512;

/**
 * All documents, in an order that depends on the seed and on the number of each document alone.
 *
 * @param options.folder - an empty scratch folder; for a while it holds the documents' text
 * @param options.bytes - about how much text there is; decides memory, not the order
 */
export async function* shuffleDocuments(
  documents: Iterable<Document> | AsyncIterable<Document>,
  options: {
    readonly seed: number;
    readonly folder: string;
    readonly bytes: number;
    readonly bucketBytes?: number;
  },
): AsyncGenerator<Document> {
  const { seed, folder, bytes, bucketBytes = defaultBucketBytes } = options;
  const count = Math.max(1, Math.min(mostBuckets, Math.ceil(bytes / bucketBytes)));
  const paths = Array.from({ length: count }, (_, i) => join(folder, `bucket-${i}.jsonl`));
  const files = paths.map((path) => openLineFile(path));
  try {
    let number = 0;
    for await (const document of documents) {
      const draw = random(seed, "order of parts", 0, number);
      const place = [draw.uint32(), draw.uint32(), number++] as const;
      const bucket = Math.floor((place[0] / 2 ** 32) * count);
      files[bucket]!.write(`${place.join(" ")} ${JSON.stringify(document)}`);
    }
    for (const file of files) file.commit();
  } finally {
    for (const file of files) file.discard();
  }
  for (const path of paths) {
    const bytes = readFileSync(path);
    rmSync(path);
    // Documents are read one by one from the bytes: as objects they would take ten times the memory.
    for (const { start, end } of sortedLines(bytes))
      yield JSON.parse(bytes.toString("utf8", start, end)) as Document;
  }
}

/** Where the documents of a file are, in their new order. */
function sortedLines(bytes: Buffer): readonly { readonly start: number; readonly end: number }[] {
  const lines: { place: readonly number[]; start: number; end: number }[] = [];
  for (let at = 0; at < bytes.length;) {
    const end = bytes.indexOf("\n", at);
    const start = bytes.indexOf("{", at);
    const place = bytes.toString("latin1", at, start).trim().split(" ").map(Number);
    lines.push({ place, start, end });
    at = end + 1;
  }
  // Two random numbers, and the old place if those are equal.
  return lines.sort(
    ({ place: a }, { place: b }) => a[0]! - b[0]! || a[1]! - b[1]! || a[2]! - b[2]!,
  );
}
