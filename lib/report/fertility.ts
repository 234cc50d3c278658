/** How a tokenizer cuts each written standard: subwords a word, and whose the vocabulary is. */

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readCorpus } from "../text/corpus";
import type { WrittenStandard } from "../text/document";
import type { TokenCache } from "../text/tokenCache";
import {
  createTokenizer,
  loadTokenizer,
  saveTokenizer,
  specialTokens,
} from "../text/tokenization/tokenizer";
import type { Tokenizer } from "../text/tokenization/tokenizer";
import { countWords } from "../text/tokenization/tokenizerTraining";
import { norwegianAlphabet, trainWordPiece } from "../text/tokenization/wordPiece";

export type FertilityRow = {
  readonly documentType: string;
  readonly writtenStandard: WrittenStandard;
  /** Runs of letters. */
  readonly words: number;
  /** Subwords that they are cut into. */
  readonly subwords: number;
};

/**
 * Words and subwords of a corpus by document type and written standard; fertility is their
 * quotient. Digits and punctuation are left out: they are cut alike in every language.
 *
 * @throws InputError for a missing or damaged corpus
 */
export async function fertilityFrame(
  corpusDir: string,
  tokenizer: Tokenizer,
): Promise<FertilityRow[]> {
  const cut = new Map<string, number>();
  const groups = new Map<string, { words: number; subwords: number } & FertilityRow>();
  for await (const { text, documentType, writtenStandard } of readCorpus(corpusDir)) {
    const key = `${documentType}|${writtenStandard}`;
    const group = groups.get(key) ?? { documentType, writtenStandard, words: 0, subwords: 0 };
    groups.set(key, group);
    for (const [word] of text.matchAll(/[\p{L}\p{M}]+/gu)) {
      const subwords = cut.get(word) ?? tokenizer.encode(word).length;
      cut.set(word, subwords);
      group.words++;
      group.subwords += subwords;
    }
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}

/** Entries of a vocabulary by who uses them. */
export type VocabularyUse = {
  readonly both: number;
  readonly nb: number;
  readonly nn: number;
  /** By nobody: special tokens, and pieces that were only steps to longer ones. */
  readonly neither: number;
};

/** How many entries of the vocabulary occur in bokmål, in nynorsk, and in both. */
export function vocabularyUse(
  caches: readonly TokenCache[],
  { size }: Pick<Tokenizer, "size">,
): VocabularyUse {
  const used = { nb: new Set<number>(), nn: new Set<number>() };
  for (const cache of caches)
    for (let d = 0; d < cache.documents; d++) {
      const standard = cache.writtenStandard(d);
      if (standard === "either") continue;
      const [from, to] = [cache.documentStarts[d]!, cache.documentStarts[d + 1]!];
      const [start, end] = [cache.sentenceStarts[from]!, cache.sentenceStarts[to]!];
      for (let i = start; i < end; i++) used[standard].add(cache.tokens[i]!);
    }
  const both = [...used.nb].filter((id) => used.nn.has(id)).length;
  const [nb, nn] = [used.nb.size - both, used.nn.size - both];
  return { both, nb, nn, neither: size - both - nb - nn };
}

/**
 * A tokenizer trained on the documents of one written standard only: what the other would be cut
 * with had nobody thought of it.
 *
 * @throws InputError for a missing or damaged corpus
 */
export async function tokenizerOfStandard(
  corpora: readonly string[],
  standard: WrittenStandard,
  vocabularySize: number,
): Promise<Tokenizer> {
  async function* documents() {
    for (const dir of corpora)
      for await (const document of readCorpus(dir))
        if (document.writtenStandard === standard) yield document;
  }
  const vocabulary = trainWordPiece(await countWords(documents(), { lowercase: false }), {
    vocabularySize,
    specialTokens: Object.values(specialTokens),
    minimumFrequency: 2,
    alphabet: norwegianAlphabet,
  });
  // Tokenizers are loaded from folders; this one is needed once.
  const folder = mkdtempSync(join(tmpdir(), "kliniskvest-"));
  try {
    saveTokenizer(folder, createTokenizer({ vocabulary, lowercase: false }));
    return await loadTokenizer(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
