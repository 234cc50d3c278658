import type { Random } from "../random";
import type { MaskableVocabulary } from "./corruption";
import { takeShare, type Unit } from "./rate";

/** Positions of each word's subwords: a continuation piece belongs to the word before it. */
export function wordsOf(row: Int32Array, vocabulary: MaskableVocabulary): Unit[] {
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
 * Whole words, the share `rate` of all subwords. As in BERT's own code each subword is then corrupted
 * by a draw of its own, so now and then one of them stays in sight.
 */
export function chooseWords(
  row: Int32Array,
  rate: number,
  random: Random,
  vocabulary: MaskableVocabulary,
): readonly Unit[] {
  return takeShare(wordsOf(row, vocabulary), rate, random).flatMap((word) =>
    word.map((position) => [position]),
  );
}
