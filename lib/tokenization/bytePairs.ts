/**
 * Training of a byte-level BPE vocabulary (Sennrich et al. 2016, over bytes as in GPT-2). Same counts,
 * same vocabulary, in whatever order the words come.
 */

import { InputError } from "../errors";
import { byteAlphabet } from "./byteLevel";
import { compareCodePoints, mergePairs } from "./pairCounts";

export type BytePairs = {
  /** Special tokens, the 256 bytes in code point order, then pieces in the order of merging. */
  readonly vocabulary: readonly string[];
  readonly merges: readonly (readonly [string, string])[];
};

/**
 * Merge the most frequent pair, of equally frequent ones the first in code point order, until the
 * vocabulary is full or no pair is frequent enough. Parts of longer pieces stay, also those that no
 * text is cut into any more: the merges lead through them.
 *
 * @param wordCounts - words spelled in the byte alphabet, with their counts
 * @throws InputError if the special tokens and bytes alone exceed `vocabularySize`
 */
export function trainBytePairs(
  wordCounts: ReadonlyMap<string, number>,
  options: {
    readonly vocabularySize: number;
    readonly specialTokens: readonly string[];
    readonly minimumFrequency: number;
  },
): BytePairs {
  const { vocabularySize, specialTokens, minimumFrequency } = options;
  const vocabulary = [...specialTokens, ...[...byteAlphabet].sort(compareCodePoints)];
  if (vocabulary.length > vocabularySize)
    throw new InputError(
      `vocabulary size ${vocabularySize}: special tokens and bytes alone are ${vocabulary.length}. Ask for more.`,
    );
  const idOf = new Map(vocabulary.map((piece, id) => [piece, id]));
  const words = [...wordCounts].sort(([a], [b]) => compareCodePoints(a, b));
  const merges = mergePairs({
    vocabulary,
    idOf,
    words: words.map(([word, count]) => ({
      ids: [...word].map((byte) => idOf.get(byte)!),
      count,
    })),
    vocabularySize,
    minimumFrequency,
    join: (left, right) => left + right,
  });
  return { vocabulary, merges };
}
