/**
 * Subword tokenizers loaded from any model folder and run by `@huggingface/tokenizers`. Texts are encoded as text: a
 * literal "[MASK]" in a note is six letters and two brackets, never the special token.
 */

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { InputError } from "../errors";
import { sha256 } from "../files";
import { specialTokens, type SpecialTokens } from "./tokenizerFiles";

export { createTokenizer, saveTokenizer, specialTokens } from "./tokenizerFiles";
export type { SpecialTokens, TokenizerFiles } from "./tokenizerFiles";

export type Tokenizer = {
  /** Number of rows an embedding needs: the largest id plus one. */
  readonly size: number;
  readonly special: SpecialTokens<number>;
  /** SHA-256 of `tokenizer.json` and the special ids. */
  readonly hash: string;
  /** Ids of a text, without special tokens. */
  encode(text: string): Int32Array;
  /**
   * Each word encoded on its own, concatenated. `wordOf[i]` is the index of the word that token i
   * belongs to. Every word has at least one token: `unk` if nothing else is left of it.
   */
  encodeWords(words: readonly string[]): { readonly ids: Int32Array; readonly wordOf: Int32Array };
  /** Readable text; special tokens appear by their names. White space is not restored exactly. */
  decode(ids: ArrayLike<number>): string;
  /** @throws RangeError for an id outside the vocabulary */
  token(id: number): string;
  /** Whether the id is a special token: the five roles and whatever the file marks as special. */
  isSpecial(id: number): boolean;
  /**
   * UTF-8 bytes of running text that a token stands for, the denominator of bits per byte. A
   * piece that begins a word counts one more for the space before it (WordPiece drops spaces, so
   * punctuation counts one too: the same for every WordPiece vocabulary). 0 for special tokens,
   * also for `unk`, whose text is not known.
   */
  bytesOf(id: number): number;
  /** Whether the token continues the word of the token before it. */
  isContinuation(id: number): boolean;
};

type AddedToken = { readonly id: number; readonly content: string; readonly special: boolean };

/** The parts of `tokenizer.json` that are read here; the rest is the library's business. */
type TokenizerJson = {
  readonly added_tokens: readonly AddedToken[];
  readonly normalizer: { readonly type: string } | null;
  readonly pre_tokenizer: { readonly type: string } | null;
  readonly model: {
    readonly type: string;
    readonly vocab: Readonly<Record<string, number>> | readonly (readonly [string, number])[];
    readonly continuing_subword_prefix?: string | null;
  };
};

/**
 * The tokenizer of a model folder.
 *
 * @param dir - holds `tokenizer.json` and, unless special tokens have BERT's names,
 *   `tokenizer_config.json`
 * @throws InputError if a file is missing, broken, or lacks a special token
 */
export async function loadTokenizer(dir: string): Promise<Tokenizer> {
  const path = join(dir, "tokenizer.json");
  if (!existsSync(path))
    throw new InputError(
      `${path}: no such file. Name a folder with a tokenizer, or make one with \`tokenizer train\`.`,
    );
  const content = readFileSync(path, "utf8");
  const json = parse(path, content) as TokenizerJson;
  const configPath = join(dir, "tokenizer_config.json");
  const config = (
    existsSync(configPath) ? parse(configPath, readFileSync(configPath, "utf8")) : {}
  ) as Record<string, unknown>;
  try {
    // Without its special tokens the library never finds them in a text.
    const plain = { ...json, added_tokens: json.added_tokens.filter((token) => !token.special) };
    const { Tokenizer: HuggingFaceTokenizer } = await import("@huggingface/tokenizers");
    const library = new HuggingFaceTokenizer(plain, config);
    const tokens = listTokens(json);
    const special = findSpecial(path, tokens, config);
    return {
      ...createCodec(json, library, tokens, special),
      hash: sha256(`${content}\n${JSON.stringify(special)}`),
    };
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(
      `${path}: not a tokenizer that can be used (${String(error).split("\n")[0]}). Export it again.`,
    );
  }
}

function parse(path: string, content: string): unknown {
  try {
    const value: unknown = JSON.parse(content);
    if (typeof value === "object" && value !== null) return value;
  } catch {
    // Reported below, with the path.
  }
  throw new InputError(`${path}: broken JSON. Copy or make the tokenizer again.`);
}

/** Token of each id; ids that the file leaves out have none. */
function listTokens(json: TokenizerJson): readonly (string | undefined)[] {
  const tokens: (string | undefined)[] = [];
  const { vocab } = json.model;
  if (Array.isArray(vocab)) vocab.forEach(([token], id) => (tokens[id] = token as string));
  else for (const [token, id] of Object.entries(vocab)) tokens[id] = token;
  for (const { id, content } of json.added_tokens) tokens[id] = content;
  return tokens;
}

function findSpecial(
  path: string,
  tokens: readonly (string | undefined)[],
  config: Readonly<Record<string, unknown>>,
): SpecialTokens<number> {
  const idOf = (role: keyof typeof specialTokens): number => {
    const named = config[`${role}_token`] as
      string | { readonly content: string } | undefined | null;
    const name = (typeof named === "object" ? named?.content : named) ?? specialTokens[role];
    const id = tokens.indexOf(name);
    if (id < 0)
      throw new InputError(
        `${path}: no token ${name} for the role ${role}. Name the token as ${role}_token in tokenizer_config.json.`,
      );
    return id;
  };
  return {
    pad: idOf("pad"),
    unk: idOf("unk"),
    cls: idOf("cls"),
    sep: idOf("sep"),
    mask: idOf("mask"),
  };
}

/** What this file uses of the library; its own types need ESM resolution, which lib does not have. */
type Library = {
  encode(text: string, options: { add_special_tokens: boolean }): { readonly ids: number[] };
  decode(ids: number[], options: object): string;
};

/** Distinct words kept with their ids; clinical text has endlessly many numbers. */
const rememberedWords = 1 << 18;

function createCodec(
  json: TokenizerJson,
  library: Library,
  tokens: readonly (string | undefined)[],
  special: SpecialTokens<number>,
): Omit<Tokenizer, "hash"> {
  const byteLevel = JSON.stringify(json.pre_tokenizer ?? null).includes('"ByteLevel"');
  const prefix =
    json.model.type === "WordPiece" ? (json.model.continuing_subword_prefix ?? "") : "";
  const specialIds = new Set([
    ...Object.values(special),
    ...json.added_tokens.filter((token) => token.special).map((token) => token.id),
  ]);
  const plainAdded = new Set(
    json.added_tokens.filter((token) => !token.special).map((token) => token.id),
  );
  const encodeWhole = (text: string): readonly number[] =>
    library.encode(text, { add_special_tokens: false }).ids;

  // BERT's splitting never looks across white space, so a text is its words one by one, and most
  // words have been seen before.
  const separable =
    json.pre_tokenizer?.type === "BertPreTokenizer" &&
    (json.normalizer === null || json.normalizer.type === "BertNormalizer") &&
    plainAdded.size === 0;
  const remembered = new Map<string, readonly number[]>();
  const encodeRemembered = (word: string): readonly number[] => {
    let ids = remembered.get(word);
    if (!ids) {
      ids = encodeWhole(word);
      if (remembered.size >= rememberedWords) remembered.clear();
      remembered.set(word, ids);
    }
    return ids;
  };

  const token = (id: number): string => {
    const piece = tokens[id];
    if (piece === undefined) throw new RangeError(`token ${id}: outside the vocabulary`);
    return piece;
  };
  const isSpecial = (id: number): boolean => specialIds.has(id);
  const isContinuation = (id: number): boolean => {
    if (isSpecial(id) || plainAdded.has(id)) return false;
    if (prefix !== "") return token(id).startsWith(prefix);
    // Byte-level: "Ġ" is the space before a word. Signs begin a word of their own.
    if (byteLevel) return /^[^\x00-\x2F\x3A-\x40\x5B-\x60\x7B-\x7EĠĊĉč]/.test(token(id));
    return !token(id).startsWith("▁");
  };
  return {
    size: tokens.length,
    special,
    encode(text) {
      if (!separable) return Int32Array.from(encodeWhole(text));
      const ids: number[] = [];
      for (const word of text.split(/[ \t\r\n]+/))
        if (word !== "") for (const id of encodeRemembered(word)) ids.push(id);
      return Int32Array.from(ids);
    },
    encodeWords(words) {
      const ids: number[] = [];
      const wordOf: number[] = [];
      words.forEach((word, index) => {
        const own = separable
          ? encodeRemembered(word)
          : encodeWhole(byteLevel && index > 0 ? ` ${word}` : word);
        for (const id of own.length > 0 ? own : [special.unk]) {
          ids.push(id);
          wordOf.push(index);
        }
      });
      return { ids: Int32Array.from(ids), wordOf: Int32Array.from(wordOf) };
    },
    decode(ids) {
      const parts: string[] = [];
      let run: number[] = [];
      const finish = (): void => {
        if (run.length > 0) parts.push(library.decode(run, {}));
        run = [];
      };
      for (const id of Array.from(ids)) {
        const piece = token(id);
        if (!isSpecial(id)) run.push(id);
        else {
          finish();
          parts.push(piece);
        }
      }
      finish();
      return parts.join(" ");
    },
    token,
    isSpecial,
    bytesOf(id) {
      if (isSpecial(id)) return 0;
      const piece = token(id);
      if (plainAdded.has(id)) return Buffer.byteLength(piece);
      // A byte-level token spells each byte, the space included, as one character.
      if (byteLevel) return [...piece].length;
      if (prefix === "") return Buffer.byteLength(piece.replaceAll("▁", " "));
      return isContinuation(id)
        ? Buffer.byteLength(piece) - Buffer.byteLength(prefix)
        : Buffer.byteLength(piece) + 1;
    },
    isContinuation,
  };
}
