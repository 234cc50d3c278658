/**
 * Whole words of a domain as tokens of a model that cut them into pieces. A new row of the embedding
 * is the mean of the rows of the pieces that the word had, and so is its bias: the tied decoder then
 * gives the word the mean logit of its pieces, where a bias of 0 would make it as likely as no other.
 */

import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { InputError } from "../errors";
import { sha256OfFile, writeFileAtomic, writeFolderAtomic, writeJson } from "../files";
import type { Document } from "../corpus/document";
import { ownCopy } from "../corpus/ownCopy";
import { compareCodePoints } from "../tokenization/pairCounts";
import { loadTokenizer, type Tokenizer } from "../tokenization/tokenizer";
import { readTokenizerSource, type TokenizerSource } from "../tokenization/tokenizerSource";
import { loadConfig, weightsFile } from "./checkpoint";
import type { EncoderConfig } from "./config";
import { canonicalName, isIgnored, publishedName } from "./publishedNames";
import { appendRows, dropRows, readHeader } from "./vocabularyRows";

/** In the folder of an extended model: what is needed to undo it. */
const recordFile = "vocabulary.json";

type ExtensionRecord = {
  readonly format: "kliniskvest-vocabulary-1";
  readonly sizeBefore: number;
  readonly words: readonly string[];
  readonly weights: {
    /** SHA-256 before and after. */
    readonly before: string;
    readonly after: string;
    /** Header of the file before, in base64. */
    readonly header: string;
  };
  /** Texts of the other files that changed. */
  readonly files: Readonly<Record<string, string>>;
};

export type AddedWord = {
  readonly word: string;
  readonly id: number;
  /** The tokens it was cut into. */
  readonly pieces: readonly string[];
};

/**
 * Copy a model folder with words added to its tokenizer, embedding, decoder and bias.
 *
 * @param options.words - as the tokenizer reads them: in lower case for a tokenizer that lower-cases
 * @param options.out - another folder than `modelDir`, made whole or not at all
 * @throws InputError for a word that is a token already, holds white space, or is read as another
 *   word; for weights that are not one safetensors file in float32; for `out` that is `modelDir`
 */
export async function extendVocabulary(options: {
  readonly modelDir: string;
  readonly words: readonly string[];
  readonly out: string;
}): Promise<readonly AddedWord[]> {
  const { modelDir, words, out } = options;
  requireAnother(out, modelDir);
  const config = loadConfig(modelDir);
  const weights = wholeWeights(modelDir);
  const source = readTokenizerSource(modelDir);
  const tokenizer = await loadTokenizer(modelDir);
  if (tokenizer.size !== config.vocabularySize)
    throw new InputError(
      `${modelDir}: ${config.vocabularySize} rows for ${tokenizer.size} tokens; rows without a token are in the way of new ones.`,
    );
  if (words.length === 0) throw new InputError("no words to add. Name at least one.");
  const nameOf = (i: number): string => `word ${i + 1} of ${words.length}`;
  const pieces = words.map((word, i) => {
    if (words.indexOf(word) !== i)
      throw new InputError(`${nameOf(i)} is word ${words.indexOf(word) + 1} again. Name it once.`);
    return piecesOf(word, nameOf(i), source, tokenizer);
  });
  const tensors = vocabularyTensors(config, weights);
  await writeFolderAtomic(out, async (aside) => {
    copyOthers(modelDir, aside, [weightsFile, ...changedFiles]);
    appendRows(weights, join(aside, weightsFile), tensors, pieces);
    writeJson(join(aside, "config.json"), {
      ...(JSON.parse(readFileSync(join(modelDir, "config.json"), "utf8")) as object),
      vocab_size: tokenizer.size + words.length,
    });
    for (const name of ["tokenizer_config.json", "special_tokens_map.json"])
      if (existsSync(join(modelDir, name))) cpSync(join(modelDir, name), join(aside, name));
    writeJson(join(aside, "tokenizer.json"), {
      ...source.json,
      added_tokens: [
        ...((source.json["added_tokens"] as unknown[] | undefined) ?? []),
        ...words.map((word, i) => addedToken(word, tokenizer.size + i, source)),
      ],
    });
    writeJson(join(aside, recordFile), {
      format: "kliniskvest-vocabulary-1",
      sizeBefore: tokenizer.size,
      words,
      weights: {
        before: await sha256OfFile(weights),
        after: await sha256OfFile(join(aside, weightsFile)),
        header: readHeader(weights).bytes.toString("base64"),
      },
      files: Object.fromEntries(
        changedFiles
          .filter((name) => existsSync(join(modelDir, name)))
          .map((name) => [name, readFileSync(join(modelDir, name), "utf8")]),
      ),
    } satisfies ExtensionRecord);
  });
  return words.map((word, i) => ({
    word,
    id: tokenizer.size + i,
    pieces: pieces[i]!.map((id) => tokenizer.token(id)),
  }));
}

/**
 * Copy an extended model folder without the words that were added last: the folder it was made of,
 * byte for byte if the weights were not trained since.
 *
 * @returns whether the weights are those from before, and the words taken away
 * @throws InputError if no words were added, or if `out` is `modelDir`
 */
export async function restoreVocabulary(options: {
  readonly modelDir: string;
  readonly out: string;
}): Promise<{ readonly isIdentical: boolean; readonly words: readonly string[] }> {
  const { modelDir, out } = options;
  requireAnother(out, modelDir);
  const record = readRecord(modelDir);
  return writeFolderAtomic(out, async (aside) => {
    copyOthers(modelDir, aside, [weightsFile, ...changedFiles]);
    const restored = join(aside, weightsFile);
    dropRows(wholeWeights(modelDir), restored, Buffer.from(record.weights.header, "base64"));
    for (const [name, text] of Object.entries(record.files))
      writeFileAtomic(join(aside, name), text);
    const isIdentical = (await sha256OfFile(restored)) === record.weights.before;
    return { isIdentical, words: record.words };
  });
}

function requireAnother(out: string, modelDir: string): void {
  if (resolve(out) === resolve(modelDir))
    throw new InputError(
      `${out}: would replace the model that it is made of. Name another folder.`,
    );
}

/** Files that an extension changes, leaves out or makes. */
const changedFiles = [
  "config.json",
  "tokenizer.json",
  "tokenizer_config.json",
  "special_tokens_map.json",
  "vocab.txt",
  recordFile,
];

function copyOthers(from: string, to: string, without: readonly string[]): void {
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from))
    if (!without.includes(name) && statSync(join(from, name)).isFile())
      cpSync(join(from, name), join(to, name));
}

function wholeWeights(dir: string): string {
  const path = join(dir, weightsFile);
  if (!existsSync(path))
    throw new InputError(
      `${path}: no such file. Run \`model import\` on the folder first; it writes one file of weights.`,
    );
  return path;
}

/** Tensors with one row a token: embedding, bias, and copies of them under the decoder's names. */
function vocabularyTensors(config: EncoderConfig, weights: string): string[] {
  const { architecture, vocabularySize } = config;
  const own = ["encoder.embeddings.word", "maskedToken.bias"].map((path) =>
    publishedName(architecture, path),
  );
  return [...readHeader(weights).entries]
    .filter(([name, { shape }]) => {
      const full = canonicalName(architecture, name);
      const isCopy = isIgnored(architecture, full) && /\.(weight|bias)$/.test(full);
      return shape[0] === vocabularySize && (own.includes(full) || isCopy);
    })
    .map(([name]) => name);
}

/** What the tokenizer makes of a word before it cuts it, without the space some put before a text. */
const asRead = (word: string, { normalize }: TokenizerSource): string =>
  normalize({ text: word, isFirst: true }).text.replace(/^[ ▁]/, "");

const readAs = (word: string, read: string): string =>
  read === word.toLowerCase()
    ? ", in small letters"
    : read === word.normalize("NFC")
      ? ", in Unicode NFC"
      : "";

/**
 * Ids of the pieces a word is cut into in running text.
 *
 * @param name - for messages: words may be those of notes, in a file given by mistake
 */
function piecesOf(
  word: string,
  name: string,
  source: TokenizerSource,
  tokenizer: Tokenizer,
): number[] {
  if (word === "" || /\s/u.test(word))
    throw new InputError(
      `${name}, ${word.length} characters, is no single word: it is empty or holds white space.`,
    );
  const read = asRead(word, source);
  if (read !== word)
    throw new InputError(
      `${name}: the tokenizer reads it as ${read === "" ? "nothing. Leave it out" : `another word${readAs(word, read)}. Write it so`}.`,
    );
  const { ids, wordOf } = tokenizer.encodeWords(["a", word]);
  const pieces = [...ids].filter((_, i) => wordOf[i] === 1);
  if (pieces.length === 1 && pieces[0] !== tokenizer.special.unk)
    throw new InputError(`${name} is one token already (${pieces[0]}). Leave it out.`);
  return pieces;
}

/** The entry by which every library finds the word, and nothing but the whole word. */
function addedToken(word: string, id: number, { json, normalize }: TokenizerSource): unknown {
  const isBert = (json["pre_tokenizer"] as { type?: string } | null)?.type === "BertPreTokenizer";
  return {
    id,
    content: word,
    single_word: true,
    // Where the space before a word is part of its pieces, it goes with the word.
    lstrip: !isBert,
    rstrip: false,
    // A normalizer that puts a space before every text would look for the word with that space.
    normalized: normalize({ text: word, isFirst: true }).text === word,
    special: false,
  };
}

function readRecord(dir: string): ExtensionRecord {
  const path = join(dir, recordFile);
  if (!existsSync(path))
    throw new InputError(`${path}: no such file, so no words were added to this model.`);
  try {
    const record = JSON.parse(readFileSync(path, "utf8")) as ExtensionRecord;
    if (record.format === "kliniskvest-vocabulary-1") return record;
  } catch {
    // Reported below, with the path.
  }
  throw new InputError(`${path}: not of the format kliniskvest-vocabulary-1.`);
}

/**
 * The words of a corpus that would save most tokens: occurrences × (pieces − 1), the first in code
 * point order of equals. Words of at least three letters that occur at least five times.
 *
 * @returns at most `count` words, as the tokenizer reads them
 */
export async function chooseWords(options: {
  readonly documents: AsyncIterable<Document>;
  readonly modelDir: string;
  readonly count: number;
}): Promise<readonly { readonly word: string; readonly saved: number }[]> {
  const source = readTokenizerSource(options.modelDir);
  const tokenizer = await loadTokenizer(options.modelDir);
  const counts = new Map<string, number>();
  for await (const { text } of options.documents) {
    const read = source.normalize({ text, isFirst: true }).text;
    for (const [word] of read.matchAll(/[\p{L}\p{M}]{3,}/gu)) {
      const count = counts.get(word);
      if (count === undefined) counts.set(ownCopy(word), 1);
      else counts.set(word, count + 1);
    }
  }
  return [...counts]
    .filter(([, occurrences]) => occurrences >= 5)
    .map(([word, occurrences]) => {
      const { wordOf } = tokenizer.encodeWords(["a", word]);
      const pieces = wordOf.reduce((sum, index) => sum + index, 0);
      return { word, saved: occurrences * (pieces - 1) };
    })
    .filter(({ word, saved }) => saved > 0 && asRead(word, source) === word)
    .sort((a, b) => b.saved - a.saved || compareCodePoints(a.word, b.word))
    .slice(0, options.count);
}
