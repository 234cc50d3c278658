/**
 * What tells the two kinds of sentence pairs apart without reading on: if words alone, lengths or ends did,
 * next-sentence prediction would teach those. Each probe is a linear classifier on a bag of features,
 * trained on two thirds of the pairs and scored on the rest, in each written standard.
 */

import type { WrittenStandard } from "../corpus/document";
import { greatest, hashed, trainClassifier } from "../synthetic/audit/classifier";
import type { PretrainingBatch } from "./batches";

/** A pair before masking. */
export type SentencePair = {
  readonly first: ArrayLike<number>;
  readonly second: ArrayLike<number>;
  /** 0 if the second part follows the first, 1 if it comes from elsewhere. */
  readonly label: 0 | 1;
  readonly writtenStandard: WrittenStandard;
};

export type PairProbe = {
  readonly probe: PairProbeName;
  readonly writtenStandard: WrittenStandard;
  /** Share of pairs told right; chance is a half. */
  readonly accuracy: number;
  readonly standardError: number;
  readonly pairs: number;
};

/** Lengths and counts in steps that grow, so that a linear probe sees their shape. */
const step = (n: number): number => Math.round(4 * Math.log2(1 + n));
const words = (name: string, part: ArrayLike<number>): string[] =>
  Array.from(part, (token) => `${name} ${token}`);

const features = {
  "words of the first part": ({ first }: SentencePair) => words("first", first),
  "words of the second part": ({ second }: SentencePair) => words("second", second),
  "words of both parts": ({ first, second }: SentencePair) => [
    ...words("first", first),
    ...words("second", second),
  ],
  lengths: ({ first, second }: SentencePair) => [
    `first ${step(first.length)}`,
    `second ${step(second.length)}`,
    `both ${step(first.length + second.length)}`,
    `difference ${Math.sign(second.length - first.length) * step(Math.abs(second.length - first.length))}`,
  ],
  "where they begin and end": ({ first, second }: SentencePair) => [
    `end of first ${first[first.length - 1]}`,
    `begin of second ${second[0]}`,
    `end of second ${second[second.length - 1]}`,
  ],
  /** No shortcut: two parts of one text do share words. */
  "words in common": ({ first, second }: SentencePair) => {
    const seen = new Set(Array.from(first));
    const common = new Set(Array.from(second).filter((token) => seen.has(token)));
    return [`common ${step(common.size)}`, ...words("common", [...common])];
  },
} as const satisfies Record<string, (pair: SentencePair) => string[]>;

export type PairProbeName = keyof typeof features;

/** Score every probe; `seed` decides the order of learning. */
export function probePairs(pairs: readonly SentencePair[], seed: number): PairProbe[] {
  const names = Object.keys(features) as PairProbeName[];
  return names.flatMap((probe) => {
    const rows = pairs.map((pair) => ({
      features: hashed(features[probe](pair)),
      class: pair.label,
      writtenStandard: pair.writtenStandard,
    }));
    const score = trainClassifier(
      rows.filter((_, i) => i % 3 !== 0),
      2,
      seed,
    );
    const tests = rows.filter((_, i) => i % 3 === 0);
    return (["nb", "nn"] as const).flatMap((writtenStandard): PairProbe[] => {
      const own = tests.filter((row) => row.writtenStandard === writtenStandard);
      if (own.length === 0) return [];
      const right = own.filter((row) => greatest(score(row.features)) === row.class).length;
      const accuracy = right / own.length;
      const standardError = Math.sqrt(0.25 / own.length);
      return [{ probe, writtenStandard, accuracy, standardError, pairs: own.length }];
    });
  });
}

/**
 * The pairs of a batch as they were before masking.
 *
 * @param separator - the id of `[SEP]`
 * @param standardOf - the written standard of a document
 */
export function pairsOf(
  { input, maskedDocuments }: PretrainingBatch,
  separator: number,
  standardOf: (document: number) => WrittenStandard,
): SentencePair[] {
  const { ids, mayAttend, maskedPositions, maskedLabels, maskedWeights, nextSentence } = input;
  if (!nextSentence) return [];
  const tokens = ids.data.slice();
  const documents = new Map<number, number>();
  const sequence = ids.shape[1]!;
  maskedPositions.data.forEach((position, i) => {
    if (maskedWeights.data[i] === 0) return;
    tokens[position] = maskedLabels.data[i]!;
    documents.set(position, maskedDocuments[i]!);
  });
  const pairs: SentencePair[] = [];
  nextSentence.positions.data.forEach((start, i) => {
    if (nextSentence.weights.data[i] === 0) return;
    const end = (Math.floor(start / sequence) + 1) * sequence;
    const middle = tokens.indexOf(separator, start);
    const last = tokens.indexOf(separator, middle + 1);
    if (last < 0 || last >= end || mayAttend.data[last] === 0) return;
    // At least one token of each segment is masked, and it names its document.
    let document: number | undefined;
    for (let at = start; at <= last && document === undefined; at++) document = documents.get(at);
    if (document === undefined) return;
    pairs.push({
      first: tokens.subarray(start + 1, middle),
      second: tokens.subarray(middle + 1, last),
      label: nextSentence.labels.data[i] as 0 | 1,
      writtenStandard: standardOf(document),
    });
  });
  return pairs;
}
