/** The words of a text as the rules on names and places read them. */

export type TextWord = {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly lower: string;
  readonly isCapital: boolean;
  /** Two letters or more, all of them capitals. */
  readonly isUpper: boolean;
  /** Whether a capital says nothing here: the start of a line, a sentence or a list item. */
  readonly isOpening: boolean;
  /** What stands between the word before and this one. */
  readonly gap: string;
};

// "Kari-Anne", "O'Brien", "St" of "St. Olavs"; hyphens and apostrophes within a word belong to it.
const wordPattern = /\p{L}[\p{L}\p{M}]*(?:[-'][\p{L}][\p{L}\p{M}]*)*/gu;

/** Words of letters, in order. Numbers and signs are in the gaps. */
export function wordsOf(text: string): TextWord[] {
  let last = 0;
  return Array.from(text.matchAll(wordPattern), ({ index, 0: word }) => {
    const gap = text.slice(last, index);
    const isFirst = last === 0;
    last = index + word.length;
    return {
      start: index,
      end: last,
      text: word,
      lower: word.toLowerCase(),
      isCapital: /^\p{Lu}/u.test(word),
      isUpper: /^\p{Lu}{2,}(?:[-']\p{Lu}+)*$/u.test(word),
      isOpening: isFirst || /[.!?:\n\r•*"«(>\][|]\s*$|(?:^|\s)[-–]\s*$|\d\)\s*$/u.test(gap),
      gap,
    };
  });
}

/** Whether two words stand beside each other on a line, with nothing else between them. */
export const isBeside = (word: TextWord | undefined): boolean =>
  word !== undefined && /^(?: {1,2}|\n)$/.test(word.gap);
