/** From corpora to a tokenizer: count words as the tokenizer will cut them, then merge pieces. */

import { openManifest, readCorpus } from "./corpus";
import type { Document } from "./document";
import { createTokenizer, specialTokens, type TokenizerFiles } from "./tokenizer";
import { norwegianAlphabet, trainWordPiece } from "./wordPiece";

/** Two classes of the library whose own declarations do not resolve under Node's rules. */
type BertSplitting = {
  readonly BertNormalizer: new (settings: object) => { normalize(text: string): string };
  readonly BertPreTokenizer: new () => { pre_tokenize(text: string): string[] };
};

/**
 * Words of the documents with their counts, as BERT's normalizer and pre-tokenizer cut them.
 * Words over 100 characters are left out; they are never more than `[UNK]`.
 */
export async function countWords(
  documents: Iterable<Document> | AsyncIterable<Document>,
  options: { readonly lowercase: boolean },
): Promise<Map<string, number>> {
  const library: object = await import("@huggingface/tokenizers");
  const { BertNormalizer, BertPreTokenizer } = library as BertSplitting;
  const normalizer = new BertNormalizer({
    type: "BertNormalizer",
    clean_text: true,
    handle_chinese_chars: true,
    strip_accents: false,
    lowercase: options.lowercase,
  });
  const preTokenizer = new BertPreTokenizer();
  // The library is slow by the character: it sees each distinct stretch between spaces once.
  const stretches = new Map<string, number>();
  for await (const { text } of documents)
    for (const stretch of text.split(/[ \t\r\n]+/))
      stretches.set(stretch, (stretches.get(stretch) ?? 0) + 1);
  const counts = new Map<string, number>();
  for (const [stretch, count] of stretches)
    for (const word of preTokenizer.pre_tokenize(normalizer.normalize(stretch)))
      if (word.length <= 100) counts.set(word, (counts.get(word) ?? 0) + count);
  return counts;
}

/**
 * Train a WordPiece tokenizer on corpora. It holds the Norwegian alphabet whatever they contain.
 *
 * @throws InputError for a damaged corpus or a vocabulary smaller than the alphabet
 */
export async function trainTokenizer(options: {
  readonly corpora: readonly string[];
  readonly vocabularySize: number;
  readonly lowercase: boolean;
}): Promise<TokenizerFiles> {
  const { corpora, vocabularySize, lowercase } = options;
  for (const dir of corpora) openManifest(dir);
  async function* documents(): AsyncGenerator<Document> {
    for (const dir of corpora) yield* readCorpus(dir);
  }
  const vocabulary = trainWordPiece(await countWords(documents(), { lowercase }), {
    vocabularySize,
    specialTokens: Object.values(specialTokens),
    minimumFrequency: 2,
    alphabet: lowercase ? norwegianAlphabet.toLowerCase() : norwegianAlphabet,
  });
  return createTokenizer({ vocabulary, lowercase });
}
