/**
 * A corpus as rows of numbers and labels for data frames, each counted in one pass over the texts:
 * tokens, sentence pairs, terms, written standards. No row holds text.
 */

import { readCorpus } from "../corpus/corpus";
import type { WrittenStandard } from "../corpus/document";
import { pairCounter, type PairRow } from "./sentencePairs";
import { termCounter, type MedicalTerm, type TermRow } from "./terms";
import { tokenCounter, type NamedTokenizers, type TokenRow } from "./tokenCounts";
import type { Counter } from "./vocabularyGrowth";

/**
 * Tokens and subwords of a corpus by tokenizer, document type and written standard.
 *
 * @example new DataFrame(await tokenFrame("corpora/clinical", { shared: await loadTokenizer(dir) }))
 * @throws InputError for a missing or damaged corpus
 */
export async function tokenFrame(dir: string, tokenizers: NamedTokenizers): Promise<TokenRow[]> {
  return countOne(dir, tokenCounter(tokenizers));
}

/**
 * Sentences of a corpus by document type and written standard, and what is of use for next sentence.
 *
 * @throws InputError for a missing or damaged corpus
 */
export async function pairFrame(dir: string): Promise<PairRow[]> {
  return countOne(dir, pairCounter());
}

/**
 * How tokenizers cut terms where a corpus uses them, by category and written standard of the document.
 *
 * @throws InputError for a missing or damaged corpus
 */
export async function usedTermFrame(
  dir: string,
  terms: readonly MedicalTerm[],
  tokenizers: NamedTokenizers,
): Promise<readonly TermRow[]> {
  return countOne(dir, termCounter(terms, tokenizers));
}

export type IdentifiedRow = {
  readonly documentType: string;
  /** The written standard that the corpus gives, and the one that is found in the text. */
  readonly given: WrittenStandard;
  readonly found: WrittenStandard;
  readonly documents: number;
};

/**
 * Documents by the written standard that the corpus gives and the one that `identify` finds.
 *
 * @throws InputError for a missing or damaged corpus
 */
export async function identifiedFrame(
  dir: string,
  identify: (text: string) => WrittenStandard,
): Promise<IdentifiedRow[]> {
  const counts = new Map<string, number>();
  for await (const { text, documentType, writtenStandard } of readCorpus(dir)) {
    const key = JSON.stringify([documentType, writtenStandard, identify(text)]);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, documents]) => {
      const [documentType, given, found] = JSON.parse(key) as [
        string,
        WrittenStandard,
        WrittenStandard,
      ];
      return { documentType, given, found, documents };
    });
}

async function countOne<Result>(dir: string, counter: Counter<Result>): Promise<Result> {
  await countAll(dir, [counter]);
  return counter.result();
}

/** One pass over the documents of a corpus for all counters. */
export async function countAll(
  dir: string,
  counters: readonly Counter<unknown>[],
  onDocument?: (done: number) => void,
): Promise<void> {
  let done = 0;
  for await (const document of readCorpus(dir)) {
    for (const counter of counters) counter.add(document);
    onDocument?.(++done);
  }
}
