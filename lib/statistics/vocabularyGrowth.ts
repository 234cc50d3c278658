/** Growth of the vocabulary (Heaps' law) and frequency by rank (Zipf's law), per written standard. */

import type { Document } from "../corpus/document";
import { ownCopy } from "../corpus/ownCopy";
import { wordsOf } from "../corpus/countedWords";

/** Something counted in one pass over a corpus, beside others. */
export type Counter<Result> = {
  add(document: Document): void;
  result(): Result;
};

export type VocabularyStatistics = {
  /** Different words, all standards together and each. */
  readonly wordTypes: number;
  readonly wordTypesByStandard: Readonly<Record<string, number>>;
  /** Different words among the first `words` words. */
  readonly vocabularyGrowth: Readonly<
    Record<string, readonly { readonly words: number; readonly wordTypes: number }[]>
  >;
  /** Occurrences of the word at a rank, ten ranks a decade. */
  readonly rankFrequency: Readonly<
    Record<string, readonly { readonly rank: number; readonly count: number }[]>
  >;
};

type Vocabulary = {
  readonly counts: Map<string, number>;
  readonly growth: { readonly words: number; readonly wordTypes: number }[];
  words: number;
};

/** Counts words in the order of the corpus; DuckDB would have to hold every word to know the order. */
export function vocabularyCounter(): Counter<VocabularyStatistics> {
  const vocabularies = new Map<string, Vocabulary>();
  return {
    add({ text, writtenStandard }) {
      let own = vocabularies.get(writtenStandard);
      if (!own)
        vocabularies.set(writtenStandard, (own = { counts: new Map(), growth: [], words: 0 }));
      for (const word of wordsOf(text)) {
        const count = own.counts.get(word);
        if (count === undefined) own.counts.set(ownCopy(word), 1);
        else own.counts.set(word, count + 1);
        own.words++;
        if (isPoint(own.words)) own.growth.push({ words: own.words, wordTypes: own.counts.size });
      }
    },
    result() {
      const sorted = [...vocabularies].sort(([a], [b]) => (a < b ? -1 : 1));
      const each = <Value>(value: (own: Vocabulary) => Value): Record<string, Value> =>
        Object.fromEntries(sorted.map(([standard, own]) => [standard, value(own)]));
      return {
        wordTypes: new Set(sorted.flatMap(([, { counts }]) => [...counts.keys()])).size,
        wordTypesByStandard: each(({ counts }) => counts.size),
        vocabularyGrowth: each(withEnd),
        rankFrequency: each(({ counts }) => rankFrequency(counts)),
      };
    },
  };
}

/** 100, 200, 500, 1000, 2000, … */
function isPoint(words: number): boolean {
  let rest = words;
  while (rest % 10 === 0 && rest > 0) rest /= 10;
  return words >= 100 && (rest === 1 || rest === 2 || rest === 5);
}

/** The points of growth and the end of the text. */
function withEnd({ words, counts, growth }: Vocabulary): Vocabulary["growth"] {
  return words === 0 || isPoint(words) ? growth : [...growth, { words, wordTypes: counts.size }];
}

function rankFrequency(
  counts: ReadonlyMap<string, number>,
): readonly { readonly rank: number; readonly count: number }[] {
  const sorted = Float64Array.from(counts.values()).sort().reverse();
  const points: { rank: number; count: number }[] = [];
  for (let step = 0; ; step++) {
    const rank = Math.round(10 ** (step / 10));
    if (rank > sorted.length) return points;
    if (rank !== points.at(-1)?.rank) points.push({ rank, count: sorted[rank - 1]! });
  }
}
