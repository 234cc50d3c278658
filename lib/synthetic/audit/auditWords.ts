/** Texts as an audit compares them: what differs only in names and numbers is the same. */

import type { PhiSpan } from "../../corpus/document";
import { comparedWords } from "../../corpus/duplicates/minhash";

/**
 * Words in lower case, with each stretch that identifies a person as the word of its label and all
 * digits as 0: a sentence about another patient is the same sentence.
 */
export function auditWords(text: string, spans: readonly PhiSpan[] = []): string[] {
  let masked = "";
  let end = 0;
  for (const span of spans) {
    masked += `${text.slice(end, span.start)} ${span.label.replace("_", "")} `;
    end = span.end;
  }
  return comparedWords(masked + text.slice(end)).map((word) => word.replace(/\p{N}+/gu, "0"));
}

/** A text as words, whole and by its sentences. */
export type SeenText = {
  readonly words: readonly string[];
  readonly sentences: readonly (readonly string[])[];
};

/** Terms found in running words: the index of each, and where it begins. */
export type TermFinder = (words: readonly string[]) => readonly {
  readonly term: number;
  readonly at: number;
}[];

/**
 * Finds terms of one or more words; of those that begin at one place, the longest.
 *
 * @param forms - the ways to write each term
 */
export function termFinder(forms: readonly (readonly string[])[]): TermFinder {
  const byFirst = new Map<string, { readonly term: number; readonly words: readonly string[] }[]>();
  forms.forEach((writings, term) => {
    for (const words of new Set(writings.map((form) => comparedWords(form).join(" ")))) {
      const split = words.split(" ");
      byFirst.set(split[0]!, [...(byFirst.get(split[0]!) ?? []), { term, words: split }]);
    }
  });
  for (const list of byFirst.values()) list.sort((a, b) => b.words.length - a.words.length);
  return (words) => {
    const found: { term: number; at: number }[] = [];
    words.forEach((word, at) => {
      const longest = byFirst
        .get(word)
        ?.find((each) => each.words.every((w, i) => words[at + i] === w));
      if (longest !== undefined) found.push({ term: longest.term, at });
    });
    return found;
  };
}
