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
/** "al-Zahra", "d'Angelo": the capital of a name may stand behind an article. */
const withArticle = /^(?:al|el|as|ad|an|ar|at|ash|ibn|bin|d|l|de|le|o|mc|van|von)[-']\p{Lu}/u;
/** What ends before a capital that says nothing. Only the end of a gap is looked at: blanks may be many. */
const opening = /[.!?:\n\r•*"«(>\][|]\s*$|(?:^|\s)[-–]\s*$|\d\)\s*$/u;
const longestGapEnd = 8;

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
      isCapital: /^\p{Lu}/u.test(word) || withArticle.test(word),
      isUpper: /^\p{Lu}{2,}(?:[-']\p{Lu}+)*$/u.test(word),
      isOpening: isFirst || opening.test(gap.slice(-longestGapEnd)),
      gap,
    };
  });
}

/** Whether two words stand beside each other on a line, with nothing else between them. */
export const isBeside = (word: TextWord | undefined): boolean =>
  word !== undefined && /^(?: {1,2}|\n)$/.test(word.gap);
