import type { Random } from "../random";
import type { MaskableVocabulary } from "./corruption";

/** Positions of each word's subwords: a continuation piece belongs to the word before it. */
export function wordsOf(row: Int32Array, vocabulary: MaskableVocabulary): number[][] {
  const words: number[][] = [];
  let open = false;
  for (let i = 0; i < row.length; i++) {
    const token = row[i]!;
    if (vocabulary.isSpecial(token)) open = false;
    else if (open && vocabulary.isContinuation(token)) words[words.length - 1]!.push(i);
    else {
      words.push([i]);
      open = true;
    }
  }
  return words;
}

/**
 * Whole words in random order until the share `rate` of subwords is reached. A word that would exceed
 * it is passed over, except that at least one word is chosen.
 */
export function chooseWords(
  row: Int32Array,
  rate: number,
  random: Random,
  vocabulary: MaskableVocabulary,
): readonly number[] {
  const words = wordsOf(row, vocabulary);
  const budget = Math.max(1, Math.round(rate * words.reduce((n, word) => n + word.length, 0)));
  const chosen: number[] = [];
  for (const word of random.shuffle(words))
    if (chosen.length === 0 || chosen.length + word.length <= budget) chosen.push(...word);
  return chosen;
}
