/**
 * Terms hidden whole: with a plain 15 %, most of what a note says about a condition stays in sight,
 * and a model learns frequent words long before it learns facts.
 */

import type { Random } from "../random";
import type { MaskableVocabulary } from "./corruption";
import { wordsOf } from "./wholeWord";

/** Terms as token sequences, by their first token, longest first. */
export type TermIndex = ReadonlyMap<number, readonly (readonly number[])[]>;

/** Index terms that a tokenizer has turned into tokens. Empty terms are passed over. */
export function indexTerms(terms: Iterable<ArrayLike<number>>): TermIndex {
  const index = new Map<number, number[][]>();
  for (const term of terms) {
    const tokens = Array.from(term);
    const first = tokens[0];
    if (first === undefined) continue;
    const same = index.get(first);
    if (same) same.push(tokens);
    else index.set(first, [tokens]);
  }
  for (const same of index.values()) same.sort((a, b) => b.length - a.length);
  return index;
}

/**
 * Each term found in the row is chosen whole with probability `termRate`, and each word outside terms
 * whole with probability `rate`; at least one of them is chosen.
 */
export function chooseTerms(
  row: Int32Array,
  rate: number,
  termRate: number,
  terms: TermIndex,
  random: Random,
  vocabulary: MaskableVocabulary,
): readonly number[] {
  const words = wordsOf(row, vocabulary);
  const units: { readonly positions: number[]; readonly isTerm: boolean }[] = [];
  for (let w = 0; w < words.length;) {
    const length = termWords(row, words, w, terms);
    units.push({ positions: words.slice(w, w + Math.max(1, length)).flat(), isTerm: length > 0 });
    w += Math.max(1, length);
  }
  const chosen = units.filter(({ isTerm }) => random.uniform() < (isTerm ? termRate : rate));
  if (chosen.length === 0 && units.length > 0) chosen.push(random.pick(units));
  return chosen.flatMap(({ positions }) => positions);
}

/** Number of words, from word `w` on, that make up the longest term there; 0 if there is none. */
function termWords(
  row: Int32Array,
  words: readonly (readonly number[])[],
  w: number,
  terms: TermIndex,
): number {
  const start = words[w]![0]!;
  for (const term of terms.get(row[start]!) ?? []) {
    if (!term.every((token, i) => row[start + i] === token)) continue;
    let count = 0;
    for (let length = 0; length < term.length; count++)
      length += words[w + count]?.length ?? Infinity;
    // The term must end where a word ends: not «astma» in «astmatisk».
    const end = words[w + count - 1];
    if (end && end[end.length - 1] === start + term.length - 1) return count;
  }
  return 0;
}
