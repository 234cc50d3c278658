/**
 * A corpus as token ids in flat little-endian files, so that a training run starts at once and a
 * position in it is a number:
 *
 *   tokens.u16 | tokens.u32   ids of all sentences, one after another, without special tokens
 *   sentences.u32             [sentences + 1] offsets into the tokens
 *   documents.u32             [documents + 1] offsets into the sentences
 *   labels.u16                [documents, 2] codes of written standard and document type
 *   keys.u32                  [documents] hash of the document's origin
 *   contents.u32              [documents] hash of the document's tokens
 *   meta.json                 counts, the dictionaries of the codes, hashes of what it was made from
 */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { InputError } from "../errors";
import { writeFolderAtomic, writeJson } from "../files";
import { corpusHash, openManifest, readCorpus } from "./corpus";
import { refusePersonalNumbers } from "./deidentification/gate";
import { originOf, writtenStandards } from "./document";
import { integerFile, readIntegers } from "./integerFiles";
import { splitSentences } from "./sentences";
import { contentKey, documentKey, tokenCacheOf, type TokenCache } from "./tokenCacheData";
import type { Tokenizer } from "./tokenization/tokenizer";

export type { TokenCache } from "./tokenCacheData";

/** Raised when the sentence rules or the files change, so that old caches are made again. */
const format = "kliniskvest-tokens-3";

/**
 * What 32-bit offsets reach, some 20 GB of Norwegian text. Opened, a cache takes 2 bytes a token (4 with
 * a vocabulary above 65,536) and 4 a sentence: 10 GB at this limit.
 */
const mostTokens = 2 ** 32;

type Meta = {
  readonly format: typeof format;
  readonly tokenizerHash: string;
  readonly corpusHash: string;
  readonly bytesPerToken: 2 | 4;
  readonly tokens: number;
  readonly sentences: number;
  readonly documents: number;
  readonly emptyDocuments: number;
  readonly documentTypes: readonly string[];
};

/**
 * The token cache of a corpus at `dir`: opened if it is there for the same corpus and tokenizer,
 * otherwise made, whole or not at all.
 *
 * @param options.onProgress - called now and then with documents done and documents in all
 * @throws InputError for a damaged corpus, one that is too large for the files, and text in which
 *   the identity number of a person is left
 */
export async function buildTokenCache(options: {
  readonly corpusDir: string;
  readonly tokenizer: Tokenizer;
  readonly dir: string;
  readonly onProgress?: (done: number, total: number) => void;
}): Promise<TokenCache> {
  const { corpusDir, tokenizer, dir, onProgress } = options;
  const manifest = openManifest(corpusDir);
  const hashes = { tokenizerHash: tokenizer.hash, corpusHash: corpusHash(manifest) };
  const present = matchingCache(dir, hashes);
  if (present) return present;
  await writeFolderAtomic(dir, async (aside) => {
    const bytesPerToken = tokenizer.size > 0x10000 ? 4 : 2;
    const tokens = integerFile(join(aside, tokensFile(bytesPerToken)), bytesPerToken);
    const sentences = integerFile(join(aside, "sentences.u32"), 4);
    const documents = integerFile(join(aside, "documents.u32"), 4);
    const labels = integerFile(join(aside, "labels.u16"), 2);
    const keys = integerFile(join(aside, "keys.u32"), 4);
    const contents = integerFile(join(aside, "contents.u32"), 4);
    const files = [tokens, sentences, documents, labels, keys, contents];
    const documentTypes = new Map<string, number>();
    let done = 0;
    let emptyDocuments = 0;
    try {
      sentences.push(0);
      documents.push(0);
      for await (const document of readCorpus(corpusDir)) {
        refusePersonalNumbers(corpusDir, document);
        const before = sentences.length();
        const own: number[] = [];
        for (const sentence of splitSentences(document.text)) {
          const ids = tokenizer.encode(sentence);
          if (ids.length === 0) continue;
          if (tokens.length() + ids.length >= mostTokens)
            throw new InputError(
              `corpus ${corpusDir}: more than ${mostTokens} tokens, which one token cache cannot hold. Split the corpus.`,
            );
          tokens.pushAll(ids);
          for (const id of ids) own.push(id);
          sentences.push(tokens.length());
        }
        if (sentences.length() === before) emptyDocuments++;
        else {
          documents.push(sentences.length() - 1);
          labels.push(writtenStandards.indexOf(document.writtenStandard));
          labels.push(codeOf(documentTypes, document.documentType));
          keys.push(documentKey(originOf(document)));
          contents.push(contentKey(own));
        }
        if (++done % 500 === 0) onProgress?.(done, manifest.documents);
      }
    } finally {
      for (const file of files) file.close();
    }
    onProgress?.(done, manifest.documents);
    writeJson(join(aside, "meta.json"), {
      format,
      ...hashes,
      bytesPerToken,
      tokens: tokens.length(),
      sentences: sentences.length() - 1,
      documents: documents.length() - 1,
      emptyDocuments,
      documentTypes: [...documentTypes.keys()],
    } satisfies Meta);
  });
  return openTokenCache(dir);
}

/**
 * Open a token cache; its files are read into memory whole.
 *
 * @throws InputError if a file is missing, truncated, or does not fit the others
 */
export function openTokenCache(dir: string): TokenCache {
  const meta = readMeta(dir);
  const { documents, sentences, bytesPerToken } = meta;
  const path = join(dir, tokensFile(bytesPerToken));
  const tokens =
    bytesPerToken === 2
      ? readIntegers(path, Uint16Array, meta.tokens)
      : readIntegers(path, Uint32Array, meta.tokens);
  const sentenceStarts = readIntegers(join(dir, "sentences.u32"), Uint32Array, sentences + 1);
  const documentStarts = readIntegers(join(dir, "documents.u32"), Uint32Array, documents + 1);
  const labels = readIntegers(join(dir, "labels.u16"), Uint16Array, documents * 2);
  const keys = readIntegers(join(dir, "keys.u32"), Uint32Array, documents);
  const contents = readIntegers(join(dir, "contents.u32"), Uint32Array, documents);
  if (sentenceStarts[sentences] !== meta.tokens || documentStarts[documents] !== sentences)
    throw new InputError(
      `token cache ${dir}: its files do not fit together. Delete it; it is made again.`,
    );
  const { documentTypes, tokenizerHash, corpusHash, emptyDocuments } = meta;
  return tokenCacheOf({
    ...{ tokens, sentenceStarts, documentStarts, documents, labels, keys, contents },
    ...{ documentTypes, tokenizerHash, corpusHash, emptyDocuments },
  });
}

function tokensFile(bytesPerToken: 2 | 4): string {
  return bytesPerToken === 2 ? "tokens.u16" : "tokens.u32";
}

/** The cache at `dir` if it is whole and made from the same corpus and tokenizer. */
function matchingCache(
  dir: string,
  hashes: { readonly tokenizerHash: string; readonly corpusHash: string },
): TokenCache | undefined {
  if (!existsSync(dir) || readdirSync(dir).length === 0) return undefined;
  if (!existsSync(join(dir, "meta.json")))
    throw new InputError(
      `token cache ${dir}: the folder is there and is no token cache, so it is left alone. Name another folder.`,
    );
  try {
    const cache = openTokenCache(dir);
    const same =
      cache.tokenizerHash === hashes.tokenizerHash && cache.corpusHash === hashes.corpusHash;
    return same ? cache : undefined;
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

function readMeta(dir: string): Meta {
  const path = join(dir, "meta.json");
  if (!existsSync(path))
    throw new InputError(`token cache ${dir}: no meta.json. Name a folder with a token cache.`);
  try {
    const meta = JSON.parse(readFileSync(path, "utf8")) as Meta;
    if (meta.format === format && Array.isArray(meta.documentTypes)) return meta;
  } catch {
    // Reported below, with the path.
  }
  throw new InputError(`${path}: not of the format ${format}. Delete the cache; it is made again.`);
}

function codeOf(codes: Map<string, number>, name: string): number {
  let code = codes.get(name);
  if (code === undefined) codes.set(name, (code = codes.size));
  return code;
}
