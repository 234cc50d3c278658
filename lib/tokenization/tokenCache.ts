/**
 * A corpus as token ids in flat little-endian files, so that a training run starts at once and a
 * position in it is a number:
 *
 *   tokens.u16 | tokens.u32   ids of all documents, one after another, without special tokens
 *   units.u16                 [tokens] bytes of text that a token stands for, and whether a word begins there
 *   sentences.u32             [sentences + 1] offsets into the tokens
 *   documents.u32             [documents + 1] offsets into the sentences
 *   labels.u16                [documents, 2] codes of written standard and document type
 *   keys.u32                  [documents] hash of the document's origin
 *   contents.u32              [documents] hash of the document's tokens
 *   meta.json                 counts, the dictionaries of the codes, hashes of what it was made from
 */

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { InputError } from "../errors";
import { requireFreeFolder, writeFolderAtomic, writeJson } from "../files";
import { corpusHash, openManifest, readCorpus } from "../corpus/corpus";
import { refusePersonalNumbers } from "../identityNumbers/gate";
import { originOf, writtenStandards } from "../corpus/document";
import { integerFile, readIntegers } from "../corpus/integerFiles";
import { contentKey, documentKey, tokenCacheOf, type TokenCache } from "./tokenCacheData";
import { tokensOfText } from "./textTokens";
import type { Tokenizer } from "./tokenizer";

export type { TokenCache } from "./tokenCacheData";

/** Raised when the sentence rules or the files change, so that old caches are made again. */
const format = "kliniskvest-tokens-3";

/**
 * What 32-bit offsets reach, some 20 GB of Norwegian text. Opened, a cache takes 4 bytes a token (6 with
 * a vocabulary above 65,536) and 4 a sentence: 20 GB at this limit.
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
 * otherwise made, whole or not at all. A damaged one is made again.
 *
 * @param options.replace - whether a cache of another corpus or tokenizer may be replaced
 * @param options.onProgress - called now and then with documents done and documents in all
 * @throws InputError for a damaged corpus, one that is too large for the files, text in which the identity
 *   number of a person is left, and a `dir` that holds something else or, without `replace`, another cache
 */
export async function buildTokenCache(options: {
  readonly corpusDir: string;
  readonly tokenizer: Tokenizer;
  readonly dir: string;
  readonly replace?: boolean | undefined;
  readonly onProgress?: (done: number, total: number) => void;
}): Promise<TokenCache> {
  const { corpusDir, tokenizer, dir, replace = false, onProgress } = options;
  const manifest = openManifest(corpusDir);
  const hashes = { tokenizerHash: tokenizer.hash, corpusHash: corpusHash(manifest) };
  const present = presentCache(dir);
  if (present?.tokenizerHash === hashes.tokenizerHash && present.corpusHash === hashes.corpusHash)
    return present;
  const isCache = existsSync(join(dir, "meta.json"));
  requireFreeFolder(dir, {
    option: "token cache",
    kind: present ? "one of another corpus or tokenizer" : "a token cache",
    // A damaged one is of no use to anybody.
    replace: replace || (isCache && !present),
    isOurs: (entry) => isCache && cacheFiles.includes(entry),
  });
  await writeFolderAtomic(dir, async (aside) => {
    const bytesPerToken = tokenizer.size > 0x10000 ? 4 : 2;
    const tokens = integerFile(join(aside, tokensFile(bytesPerToken)), bytesPerToken);
    const units = integerFile(join(aside, "units.u16"), 2);
    const sentences = integerFile(join(aside, "sentences.u32"), 4);
    const documents = integerFile(join(aside, "documents.u32"), 4);
    const labels = integerFile(join(aside, "labels.u16"), 2);
    const keys = integerFile(join(aside, "keys.u32"), 4);
    const contents = integerFile(join(aside, "contents.u32"), 4);
    const files = [tokens, units, sentences, documents, labels, keys, contents];
    const documentTypes = new Map<string, number>();
    let done = 0;
    let emptyDocuments = 0;
    try {
      documents.push(0);
      for await (const document of readCorpus(corpusDir)) {
        refusePersonalNumbers(corpusDir, document, done + 1);
        const text = tokensOfText(tokenizer, document.text);
        if (tokens.length() + text.ids.length >= mostTokens)
          throw new InputError(
            `corpus ${corpusDir}: more than ${mostTokens} tokens, which one token cache cannot hold. Split the corpus.`,
          );
        if (text.ids.length === 0) emptyDocuments++;
        else {
          const first = tokens.length();
          tokens.pushAll(text.ids);
          units.pushAll(text.units);
          for (const start of text.sentences) sentences.push(first + start);
          documents.push(sentences.length());
          labels.push(writtenStandards.indexOf(document.writtenStandard));
          labels.push(codeOf(documentTypes, document.documentType));
          keys.push(documentKey(originOf(document)));
          contents.push(contentKey(text.ids));
        }
        if (++done % 500 === 0) onProgress?.(done, manifest.documents);
      }
      sentences.push(tokens.length());
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
  const units = readIntegers(join(dir, "units.u16"), Uint16Array, meta.tokens);
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
    ...{ tokens, units, sentenceStarts, documentStarts, documents, labels, keys, contents },
    ...{ documentTypes, tokenizerHash, corpusHash, emptyDocuments },
  });
}

const cacheFiles: readonly string[] = [
  ...[
    "tokens.u16",
    "tokens.u32",
    "units.u16",
    "sentences.u32",
    "documents.u32",
    "labels.u16",
    "keys.u32",
    "contents.u32",
  ],
  "meta.json",
];

function tokensFile(bytesPerToken: 2 | 4): string {
  return bytesPerToken === 2 ? "tokens.u16" : "tokens.u32";
}

/** The cache at `dir` if it is whole. */
function presentCache(dir: string): TokenCache | undefined {
  if (!existsSync(join(dir, "meta.json"))) return undefined;
  try {
    return openTokenCache(dir);
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
