/**
 * Terms masked whole: with a plain 15 %, most of what a note says about a condition stays in sight,
 * and a model learns frequent words long before it learns facts.
 */

import type { Random } from "../random";
import type { Tokenizer } from "../tokenization/tokenizer";
import type { MaskableVocabulary } from "./corruption";
import type { Unit } from "./rate";
import { spelled, wordsOf, type BeginsWord } from "./wholeWord";

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

/** What stands before a term: tokenizers that mark spaces write it otherwise behind each. */
const before = ["", " ", "\n", "(", "/", "-", '"', "«"];

/**
 * The tokens of terms as notes write them: inside a sentence and with a capital letter at its start,
 * at the start of a text, after a space, a bracket, a hyphen or a quote.
 *
 * @param onUnwritable - called with each term that the vocabulary has no tokens for
 * @example indexTerms(encodeTerms(["akutt nyresvikt"], tokenizer))
 */
export function encodeTerms(
  terms: Iterable<string>,
  tokenizer: Pick<Tokenizer, "encodeWithOffsets" | "special">,
  onUnwritable?: (term: string) => void,
): readonly Int32Array[] {
  const forms = new Map<string, Int32Array>();
  for (const term of terms) {
    let isWritten = false;
    for (const cased of [term, term.charAt(0).toUpperCase() + term.slice(1)])
      for (const context of before) {
        const tokens = tokensBehind(tokenizer, context, cased);
        if (!tokens || tokens.length === 0 || tokens.includes(tokenizer.special.unk)) continue;
        forms.set(tokens.join(), tokens);
        isWritten = true;
      }
    if (!isWritten) onUnwritable?.(term);
  }
  return [...forms.values()];
}

/** The tokens of a term behind what stands before it, unless one of them holds a part of both. */
function tokensBehind(
  tokenizer: Pick<Tokenizer, "encodeWithOffsets">,
  context: string,
  term: string,
): Int32Array | undefined {
  const { ids, starts, ends } = tokenizer.encodeWithOffsets(context + term);
  const first = ends.findIndex((end) => end > context.length);
  if (first < 0) return undefined;
  return context.slice(starts[first]).trim() === "" ? ids.slice(first) : undefined;
}

/**
 * Each term found in the row is chosen whole with probability `termRate`, and each word outside terms
 * whole with probability `rate`; at least one of them is chosen. A term, and likewise a word, is
 * corrupted as one: a piece in sight would give the rest away.
 */
export function chooseTerms(
  row: Int32Array,
  rate: number,
  termRate: number,
  terms: TermIndex,
  random: Random,
  vocabulary: MaskableVocabulary,
  beginsWord: BeginsWord = spelled(row, vocabulary),
): readonly Unit[] {
  const words = wordsOf(row, vocabulary, beginsWord);
  const units: { readonly unit: Unit; readonly isTerm: boolean }[] = [];
  for (let w = 0; w < words.length;) {
    const length = termWords(row, words, w, terms);
    units.push({ unit: words.slice(w, w + Math.max(1, length)).flat(), isTerm: length > 0 });
    w += Math.max(1, length);
  }
  const chosen = units.filter(({ isTerm }) => random.uniform() < (isTerm ? termRate : rate));
  if (chosen.length === 0 && units.length > 0) chosen.push(random.pick(units));
  return chosen.map(({ unit }) => unit);
}

/** Number of words, from word `w` on, that make up the longest term there; 0 if there is none. */
function termWords(row: Int32Array, words: readonly Unit[], w: number, terms: TermIndex): number {
  const start = words[w]![0]!;
  for (const term of terms.get(row[start]!) ?? []) {
    if (!term.every((token, i) => row[start + i] === token)) continue;
    // The term must end where a word ends: not «astma» in «astmatisk».
    const last = start + term.length - 1;
    const end = words.findIndex((word, i) => i >= w && word[word.length - 1] === last);
    if (end >= 0) return end - w + 1;
  }
  return 0;
}
