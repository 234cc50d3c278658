import { random } from "../../lib/random";
import { writtenStandards, type WrittenStandard } from "../../lib/corpus/document";
import {
  contentKey,
  documentKey,
  tokenCacheOf,
  type TokenCache,
} from "../../lib/tokenization/tokenCacheData";
import { textUnit } from "../../lib/tokenization/textTokens";
import type { Tokenizer } from "../../lib/tokenization/tokenizer";

/** Ids 0 to 4 are special, 5 ends a sentence, every third of the others continues a word. */
export const tokenizer: Tokenizer = {
  size: 300,
  special: { pad: 0, unk: 1, cls: 2, sep: 3, mask: 4 },
  hash: "small",
  encode: () => new Int32Array(0),
  encodeWithOffsets: () => ({
    ids: new Int32Array(0),
    starts: new Int32Array(0),
    ends: new Int32Array(0),
  }),
  encodeWords: () => ({ ids: new Int32Array(0), wordOf: new Int32Array(0) }),
  decode: () => "",
  token: (id) => `token ${id}`,
  isSpecial: (id) => id < 5,
  bytesOf: (id) => (id < 5 ? 0 : 1 + (id % 4)),
  isContinuation: (id) => id > 5 && id % 3 === 0,
};

export const endOfSentence = 5;

export type SmallDocument = {
  readonly sentences: readonly (readonly number[])[];
  readonly standard: WrittenStandard;
  readonly type: string;
};

/** A cache of documents made by hand. */
export function makeCache(documents: readonly SmallDocument[]): TokenCache {
  const sentences = documents.flatMap((document) => document.sentences);
  const starts = (lengths: readonly number[]): Uint32Array => {
    const offsets = new Uint32Array(lengths.length + 1);
    lengths.forEach((length, i) => (offsets[i + 1] = offsets[i]! + length));
    return offsets;
  };
  const documentTypes = [...new Set(documents.map(({ type }) => type))];
  return tokenCacheOf({
    tokens: Uint16Array.from(sentences.flat()),
    units: Uint16Array.from(sentences.flat(), (id) =>
      textUnit.of(tokenizer.bytesOf(id), !tokenizer.isContinuation(id)),
    ),
    sentenceStarts: starts(sentences.map((sentence) => sentence.length)),
    documentStarts: starts(documents.map((document) => document.sentences.length)),
    documents: documents.length,
    labels: Uint16Array.from(
      documents.flatMap(({ standard, type }) => [
        writtenStandards.indexOf(standard),
        documentTypes.indexOf(type),
      ]),
    ),
    keys: Uint32Array.from(documents, (_, d) => documentKey(`document ${d}`)),
    contents: Uint32Array.from(documents, ({ sentences }) => contentKey(sentences.flat())),
    documentTypes,
    tokenizerHash: "small",
    corpusHash: "small",
    emptyDocuments: 0,
  });
}

/** Documents of 1 to 12 sentences of 3 to 14 tokens, in two standards and two types. */
export function makeDocuments(count: number, seed = 1): SmallDocument[] {
  return Array.from({ length: count }, (_, d) => {
    const draw = random(seed, "test documents", 0, d);
    return {
      sentences: Array.from({ length: 1 + draw.integer(12) }, () => [
        ...Array.from({ length: 2 + draw.integer(12) }, () => 6 + draw.integer(294)),
        endOfSentence,
      ]),
      standard: d % 2 === 0 ? "nb" : "nn",
      type: d % 4 < 2 ? "note" : "letter",
    };
  });
}
