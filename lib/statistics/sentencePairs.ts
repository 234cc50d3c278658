/**
 * How much of a corpus can be used to learn next sentence: a pair is two parts of one note, divided
 * between sentences, so a note of one sentence has none.
 */

import type { Document, WrittenStandard } from "../corpus/document";
import { splitSentences } from "../corpus/sentences";
import type { Counter } from "./vocabularyGrowth";
import { wordsOf } from "../corpus/countedWords";

export type PairRow = {
  readonly documentType: string;
  readonly writtenStandard: WrittenStandard;
  readonly documents: number;
  readonly sentences: number;
  readonly words: number;
  /** Documents of two sentences or more, and the words in them. */
  readonly pairDocuments: number;
  readonly pairWords: number;
};

/** Counts sentences by document type and written standard. */
export function pairCounter(): Counter<PairRow[]> {
  type Counts = { -readonly [Name in keyof PairRow]: PairRow[Name] };
  const groups = new Map<string, Counts>();
  return {
    add({ text, documentType, writtenStandard }: Document) {
      const key = JSON.stringify([documentType, writtenStandard]);
      let group = groups.get(key);
      if (!group) {
        const none = { documents: 0, sentences: 0, words: 0, pairDocuments: 0, pairWords: 0 };
        groups.set(key, (group = { documentType, writtenStandard, ...none }));
      }
      const [sentences, words] = [splitSentences(text).length, wordsOf(text).length];
      group.documents++;
      group.sentences += sentences;
      group.words += words;
      if (sentences < 2) return;
      group.pairDocuments++;
      group.pairWords += words;
    },
    result: () => [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group),
  };
}
