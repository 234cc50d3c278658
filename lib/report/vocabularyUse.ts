/** Whose a vocabulary is, and what a tokenizer of one written standard alone would be. */

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readCorpus } from "../corpus/corpus";
import type { WrittenStandard } from "../corpus/document";
import type { TokenCache } from "../tokenization/tokenCache";
import {
  createTokenizer,
  loadTokenizer,
  saveTokenizer,
  specialTokens,
} from "../tokenization/tokenizer";
import type { Tokenizer, TokenizerFiles } from "../tokenization/tokenizer";
import { countWords, trainTokenizer } from "../tokenization/tokenizerTraining";
import { norwegianAlphabet, trainWordPiece } from "../tokenization/wordPiece";

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
  return loaded(createTokenizer({ vocabulary, lowercase: false }));
}

/**
 * `trainTokenizer`, for a tokenizer that is needed once and not kept.
 *
 * @throws InputError for a damaged corpus or a vocabulary smaller than the alphabet
 */
export async function trainedTokenizer(
  options: Parameters<typeof trainTokenizer>[0],
): Promise<Tokenizer> {
  return loaded(await trainTokenizer(options));
}

/** Tokenizers are loaded from folders: this one lives as long as that takes. */
async function loaded(files: TokenizerFiles): Promise<Tokenizer> {
  const folder = mkdtempSync(join(tmpdir(), "kliniskvest-"));
  try {
    saveTokenizer(folder, files);
    return await loadTokenizer(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
