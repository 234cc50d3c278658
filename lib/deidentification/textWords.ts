/** The words of a text as the rules on names and places read them. */

import { isNoName } from "./cueWords";

export type TextWord = {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly lower: string;
  readonly isCapital: boolean;
  /** Two letters or more, all of them capitals. */
  readonly isUpper: boolean;
  /**
   * Whether a word usually is something else: an eponym, a month, a land, a word of forms. It is part of a
   * name only where something beside it says so, or where it is one elsewhere in the document.
   */
  readonly isUsuallyNoName: boolean;
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
  // Texts repeat their words: what a word says by itself is asked once.
  const forms = new Map<string, WordForm>();
  return Array.from(text.matchAll(wordPattern), ({ index, 0: word }) => {
    const gap = text.slice(last, index);
    const isFirst = last === 0;
    last = index + word.length;
    let form = forms.get(word);
    if (!form) forms.set(word, (form = formOf(word)));
    const isOpening = isFirst || opening.test(gap.slice(-longestGapEnd));
    const { lower, isCapital, isUpper, isUsuallyNoName } = form;
    return {
      start: index,
      end: last,
      text: word,
      lower,
      isCapital,
      isUpper,
      isUsuallyNoName,
      isOpening,
      gap,
    };
  });
}

type WordForm = Omit<TextWord, "start" | "end" | "isOpening" | "gap">;

function formOf(text: string): WordForm {
  const lower = text.toLowerCase();
  return {
    text,
    lower,
    isCapital: /^\p{Lu}/u.test(text) || withArticle.test(text),
    isUpper: /^\p{Lu}{2,}(?:[-']\p{Lu}+)*$/u.test(text),
    isUsuallyNoName: isNoName(lower),
  };
}

/**
 * Whether a word stands right behind another on its line, perhaps in quotes or brackets: what the word
 * before says holds for it.
 */
export const follows = ({ gap }: TextWord): boolean => /^[ \t]{1,2}["'«“”(<[*_]?$/.test(gap);

/** Whether two words stand beside each other on a line, with nothing else between them. */
export const isBeside = (word: TextWord | undefined): boolean =>
  word !== undefined && /^(?: {1,2}|\n)$/.test(word.gap);
