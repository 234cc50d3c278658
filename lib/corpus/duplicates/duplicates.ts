/**
 * Which documents of a corpus repeat another: exactly, or nearly by the MinHash similarity of their
 * words. Memory is 40 bytes a document (a gigabyte for 25 million; 16 more and the contradictions found where
 * these are kept), besides two documents' text; keys
 * and signatures are in a scratch folder (384 bytes a document with the default settings).
 */

import { setImmediate } from "node:timers/promises";
import { withScratchFolder } from "../../files";
import type { Document } from "../document";
import type { OnStage } from "../stage";
import { createClusters, type Clusters } from "./clusters";
import { findContradictions, statementOf } from "./contradictions";
import { equalKeys } from "./equalKeys";
import { firstWithSameText } from "./exact";
import { chooseBands, type MinHashSettings } from "./minhash";
import { openSignatures, readBand, writeSignatures, type SignatureReader } from "./signatures";

export type DuplicateSettings = {
  /** Estimated Jaccard similarity from which two documents are near duplicates; none are looked for if undefined. */
  readonly threshold: number | undefined;
  readonly minhash: MinHashSettings;
  /** Keep near duplicates that differ from another text in nothing but a negation or a number. */
  readonly keepContradictions?: boolean | undefined;
};

export type Duplicates = {
  /** `[documents]` the document that is kept in its place: the first of its cluster. */
  readonly keptFor: Uint32Array;
  /** `[documents]` 1 where a document before has the same text. */
  readonly isExact: Uint8Array;
  /** `[documents]` similarity to the document that is kept; 1 for that itself. */
  readonly similarity: Float32Array;
  /** Comparisons not made because too many documents had the same key. */
  readonly comparisonsLeftOut: number;
  /** Near duplicates kept for a negation or a number. */
  readonly contradictions: number;
};

/**
 * Documents before one with the same key that it is compared with. Only text that many documents share
 * (forms, standard phrases) makes keys so common; without a limit the work would grow as their square.
 */
const comparedBefore = 64;

/**
 * The duplicates of a corpus. The first document of a cluster is kept, so the result depends on nothing
 * but the documents and their order. A cluster holds what is connected by near pairs: its last may be
 * less like its first than the threshold.
 *
 * @param documents - called for each pass over the corpus: one for exact, two for near duplicates
 * @param scratch - folder beside which the scratch folder is made
 */
export async function findDuplicates(
  documents: () => AsyncIterable<Document>,
  count: number,
  settings: DuplicateSettings,
  scratch: string,
  onStage: OnStage = () => undefined,
): Promise<Duplicates> {
  const exact = await firstWithSameText(
    textsOf(documents(), (done) => onStage("Looking for equal texts", done, count)),
    count,
  );
  const isExact = Uint8Array.from(exact, (first, document) => (first === document ? 0 : 1));
  if (settings.threshold === undefined)
    return {
      keptFor: exact,
      isExact,
      similarity: new Float32Array(count).fill(1),
      comparisonsLeftOut: 0,
      contradictions: 0,
    };
  const { threshold, minhash, keepContradictions = false } = settings;
  return withScratchFolder(scratch, async (folder) => {
    const bands = chooseBands(threshold, minhash.hashes);
    // Only the first of equal texts is compared: numbers in the files are those of `signed`.
    const signed = new Uint32Array(count);
    let texts = 0;
    const rests = new BigUint64Array(keepContradictions ? count : 0);
    const marks = new BigUint64Array(rests.length);
    const writer = writeSignatures(folder, minhash, bands);
    try {
      let document = 0;
      for await (const text of textsOf(documents(), (done) =>
        onStage("Hashing the words", done, count),
      )) {
        if (!isExact[document] && writer.add(text)) {
          if (keepContradictions) ({ rest: rests[texts], marks: marks[texts] } = statementOf(text));
          signed[texts++] = document;
        }
        document++;
      }
    } finally {
      writer.close();
    }
    const clusters = createClusters(texts);
    const signatures = openSignatures(folder, minhash);
    let comparisonsLeftOut = 0;
    try {
      for (let band = 0; band < bands.bands; band++) {
        onStage("Comparing documents", band, bands.bands);
        await setImmediate(); // an interrupt is only seen between turns of the event loop
        for (const group of equalKeys(readBand(folder, band, texts)))
          comparisonsLeftOut += joinNear(group, threshold, clusters, signatures);
      }
      onStage("Comparing documents", bands.bands, bands.bands);
      const keptFor = Uint32Array.from({ length: count }, (_, i) => i);
      const similarity = new Float32Array(count).fill(1);
      const saysTheSame = keepContradictions
        ? findContradictions(rests.subarray(0, texts), marks.subarray(0, texts))
        : new Map<number, number>();
      let contradictions = 0;
      for (let text = 0; text < texts; text++) {
        const near = clusters.first(text);
        const same = saysTheSame.get(text) ?? near;
        const first = clusters.first(same) === near ? same : text;
        if (first === text && near !== text) contradictions++;
        keptFor[signed[text]!] = signed[first]!;
        if (first !== text) similarity[signed[text]!] = signatures.similarity(first, text);
      }
      for (let document = 0; document < count; document++)
        if (isExact[document]) {
          keptFor[document] = keptFor[exact[document]!]!;
          similarity[document] = similarity[exact[document]!]!;
        }
      return { keptFor, isExact, similarity, comparisonsLeftOut, contradictions };
    } finally {
      signatures.close();
    }
  });
}

/**
 * Join the near pairs among documents with the same key.
 *
 * @returns comparisons left out
 */
export function joinNear(
  group: Uint32Array,
  threshold: number,
  clusters: Clusters,
  signatures: Pick<SignatureReader, "similarity">,
): number {
  let leftOut = 0;
  for (let i = 1; i < group.length; i++) {
    // The nearest before first: notes are copied from the note before.
    const last = Math.max(0, i - comparedBefore);
    for (let j = i - 1; j >= last; j--) {
      const [a, b] = [group[i]!, group[j]!];
      if (clusters.first(a) !== clusters.first(b) && signatures.similarity(a, b) >= threshold)
        clusters.join(a, b);
    }
    leftOut += last;
  }
  return leftOut;
}

async function* textsOf(
  documents: AsyncIterable<Document>,
  onText: (done: number) => void,
): AsyncGenerator<string> {
  let done = 0;
  for await (const { text } of documents) {
    yield text;
    if (++done % 100 === 0) onText(done);
  }
  onText(done);
}
