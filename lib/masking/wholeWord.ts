import type { Random } from "../random";
import type { MaskableVocabulary } from "./corruption";
import { takeShare, type Unit } from "./rate";

/** Whether a word begins at a position of a row. */
export type BeginsWord = (position: number) => boolean;

/**
 * What the spelling of tokens tells of that, where the text is not at hand. Tokenizers that mark spaces only
 * do not tell it behind brackets, quotes and ends of lines.
 */
export const spelled =
  (row: Int32Array, vocabulary: Pick<MaskableVocabulary, "isContinuation">): BeginsWord =>
  (position) =>
    !vocabulary.isContinuation(row[position]!);

/** Positions of each word's subwords. */
export function wordsOf(
  row: Int32Array,
  vocabulary: MaskableVocabulary,
  beginsWord: BeginsWord = spelled(row, vocabulary),
): Unit[] {
  const words: number[][] = [];
  let open = false;
  for (let i = 0; i < row.length; i++) {
    const token = row[i]!;
    if (vocabulary.isSpecial(token)) open = false;
    else if (open && !beginsWord(i)) words[words.length - 1]!.push(i);
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
  beginsWord: BeginsWord = spelled(row, vocabulary),
): readonly Unit[] {
  return takeShare(wordsOf(row, vocabulary, beginsWord), rate, random).flatMap((word) =>
    word.map((position) => [position]),
  );
}
