/** From corpora to a tokenizer: count words as the tokenizer will cut them, then merge pieces. */

import { InputError } from "../errors";
import { byteAlphabet } from "./byteLevel";
import { trainBytePairs } from "./bytePairs";
import { openManifest, readCorpus } from "../corpus/corpus";
import { refusePersonalNumbers } from "../identityNumbers/gate";
import type { Document } from "../corpus/document";
import { ownCopy } from "../corpus/ownCopy";
import { readNormalizer } from "./normalization";
import { readPreTokenizer } from "./preTokenization";
import { createTokenizer, specialTokens, type TokenizerFiles } from "./tokenizer";
import { createByteLevelTokenizer } from "./tokenizerFiles";
import { norwegianAlphabet, trainUsedWordPieces, trainWordPiece } from "./wordPiece";

/** Words above this many characters are left out: to BERT they are never more than `[UNK]`. */
const longestWord = 100;

/** Words of the documents with their counts, as BERT's normalizer and pre-tokenizer cut them. */
export async function countWords(
  documents: Iterable<Document> | AsyncIterable<Document>,
  options: { readonly lowercase: boolean },
): Promise<Map<string, number>> {
  // No word goes across white space: each distinct stretch between spaces is cut once.
  const stretches = await countParts(documents, (text) => text.split(/[ \t\r\n]+/));
  const cut = cutter(
    createTokenizer({ vocabulary: Object.values(specialTokens), lowercase: options.lowercase }),
  );
  const counts = new Map<string, number>();
  for (const [stretch, count] of stretches)
    for (const word of cut(stretch))
      if (word.length <= longestWord) counts.set(word, (counts.get(word) ?? 0) + count);
  return counts;
}

/** Words of the documents with their counts, spelled in bytes and cut as byte-level BPE cuts them. */
async function countByteWords(
  documents: AsyncIterable<Document>,
  lowercase: boolean,
): Promise<Map<string, number>> {
  const vocabulary = [...Object.values(specialTokens), ...byteAlphabet];
  const cut = cutter(createByteLevelTokenizer({ vocabulary, merges: [], lowercase }));
  const counts = await countParts(documents, cut);
  for (const word of counts.keys()) if (word.length > longestWord) counts.delete(word);
  return counts;
}

/** Cuts a text into words as a tokenizer does. */
function cutter({ tokenizer }: TokenizerFiles): (text: string) => string[] {
  const normalize = readNormalizer(tokenizer["normalizer"], "normalizer");
  const preTokenize = readPreTokenizer(tokenizer["pre_tokenizer"], "pre_tokenizer");
  return (text) => preTokenize(normalize({ text, isFirst: true })).map((word) => word.text);
}

async function countParts(
  documents: Iterable<Document> | AsyncIterable<Document>,
  partsOf: (text: string) => readonly string[],
): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for await (const { text } of documents)
    for (const part of partsOf(text)) {
      const count = counts.get(part);
      if (count === undefined) counts.set(ownCopy(part), 1);
      else counts.set(part, count + 1);
    }
  return counts;
}

export const tokenizerKinds = ["wordPiece", "byteLevelBpe"] as const;
export type TokenizerKind = (typeof tokenizerKinds)[number];

/**
 * Train a tokenizer on corpora: WordPiece as BERT's, which holds the Norwegian alphabet whatever they
 * contain, or byte-level BPE as ModernBERT's. The same corpora give the same bytes.
 *
 * @param options.kind - `"wordPiece"` by default
 * @param options.extraSpecial - special tokens besides the five roles, after them in the vocabulary
 * @param options.onlyUsed - WordPiece: leave out pieces that no word is cut into, for others
 * @throws InputError for a damaged corpus, a vocabulary smaller than the alphabet, a special token
 *   named twice, and text in which the identity number of a person is left
 */
export async function trainTokenizer(options: {
  readonly corpora: readonly string[];
  readonly vocabularySize: number;
  readonly lowercase: boolean;
  readonly kind?: TokenizerKind;
  readonly extraSpecial?: readonly string[];
  readonly onlyUsed?: boolean;
}): Promise<TokenizerFiles> {
  const { corpora, vocabularySize, lowercase, kind = "wordPiece", extraSpecial = [] } = options;
  const special = [...Object.values(specialTokens), ...extraSpecial];
  const twice = special.find((token, i) => token === "" || special.indexOf(token) !== i);
  if (twice !== undefined)
    throw new InputError(`special token "${twice}": empty or named twice. Give each its own name.`);
  for (const dir of corpora) openManifest(dir);
  async function* documents(): AsyncGenerator<Document> {
    for (const dir of corpora) {
      let number = 0;
      for await (const document of readCorpus(dir)) {
        refusePersonalNumbers(dir, document, ++number);
        yield document;
      }
    }
  }
  const settings = { vocabularySize, specialTokens: special, minimumFrequency: 2 };
  if (kind === "byteLevelBpe") {
    const trained = trainBytePairs(await countByteWords(documents(), lowercase), settings);
    return createByteLevelTokenizer({ ...trained, lowercase, extraSpecial });
  }
  const train = options.onlyUsed ? trainUsedWordPieces : trainWordPiece;
  const vocabulary = train(await countWords(documents(), { lowercase }), {
    ...settings,
    alphabet: lowercase ? norwegianAlphabet.toLowerCase() : norwegianAlphabet,
  });
  return createTokenizer({ vocabulary, lowercase, extraSpecial });
}
