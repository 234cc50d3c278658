/** What is in a token cache, without its files: light enough for a thread that only makes batches. */

import { hash32, mix32 } from "../random";
import { writtenStandards, type WrittenStandard } from "../corpus/document";

/** A token cache as plain data. Its arrays are shared memory, so that another thread needs no copy. */
export type TokenCacheData = {
  readonly tokens: Uint16Array | Uint32Array;
  /** `[tokens]` what the text says of each, see `textUnit`. */
  readonly units: Uint16Array;
  /** `[sentences + 1]` offsets into `tokens`. */
  readonly sentenceStarts: Uint32Array;
  /** `[documents + 1]` offsets into the sentences. */
  readonly documentStarts: Uint32Array;
  readonly documents: number;
  /** `[documents, 2]` codes of written standard and document type. */
  readonly labels: Uint16Array;
  /**
   * `[documents]` a number that follows from the document's origin alone, so that parts and copies have
   * that of their original. Decides which documents are held out.
   */
  readonly keys: Uint32Array;
  /** `[documents]` a number that follows from the document's tokens alone: of equal texts it is equal. */
  readonly contents: Uint32Array;
  readonly documentTypes: readonly string[];
  readonly tokenizerHash: string;
  readonly corpusHash: string;
  /** Documents of the corpus of which no token is left; they are not in the cache. */
  readonly emptyDocuments: number;
};

export type TokenCache = TokenCacheData & {
  readonly writtenStandard: (document: number) => WrittenStandard;
  readonly documentType: (document: number) => string;
};

/** The key of a document in a token cache, from its origin. */
export const documentKey = (origin: string): number => hash32(origin);

/** The number of a document's tokens in a token cache; some pairs of 4,000 million different ones share it. */
export function contentKey(tokens: Iterable<number>): number {
  let key = 0x811c9dc5;
  for (const token of tokens) key = mix32(key ^ token);
  return key;
}

/** A token cache from its plain data, e.g. in another thread. */
export function tokenCacheOf(data: TokenCacheData): TokenCache {
  const { documents, labels, documentTypes } = data;
  const label = (document: number, column: 0 | 1): number => {
    const code = labels[document * 2 + column];
    if (code === undefined || document < 0)
      throw new RangeError(`document ${document}: the cache has ${documents}`);
    return code;
  };
  return {
    ...data,
    writtenStandard: (document) => writtenStandards[label(document, 0)]!,
    documentType: (document) => documentTypes[label(document, 1)]!,
  };
}

/** The plain data of a token cache. */
export function tokenCacheData(cache: TokenCache): TokenCacheData {
  const { tokens, units, sentenceStarts, documentStarts, documents, labels, keys, contents } =
    cache;
  const { documentTypes, tokenizerHash, corpusHash, emptyDocuments } = cache;
  return {
    ...{ tokens, units, sentenceStarts, documentStarts, documents, labels, keys, contents },
    ...{ documentTypes, tokenizerHash, corpusHash, emptyDocuments },
  };
}
