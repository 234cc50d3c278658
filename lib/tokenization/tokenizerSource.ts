/**
 * The tokenizer files of a model folder, read and checked: `tokenizer.json`, or else `vocab.txt` with
 * `tokenizer_config.json`. Nothing is assumed that a file could say.
 */

import { isObject } from "../json";
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { InputError } from "../errors";
import { readAddedTokens, type AddedToken } from "./addedTokens";
import { readNormalizer, type Normalizer } from "./normalization";
import { readPreTokenizer, type PreTokenizer } from "./preTokenization";
import type { Segmentation } from "./pieces";
import { readSegmentation } from "./segmentation";
import { createTokenizer, specialTokens, type SpecialTokens } from "./tokenizerFiles";
import { readComponent, show } from "./tokenizerJson";

export type TokenizerSource = {
  /** The file read, for messages. */
  readonly path: string;
  /** Text of that file, for the hash. */
  readonly content: string;
  /** `tokenizer.json`, read or made of `vocab.txt`. */
  readonly json: Readonly<Record<string, unknown>>;
  readonly config: Readonly<Record<string, unknown>>;
  readonly added: readonly AddedToken[];
  readonly normalize: Normalizer;
  readonly preTokenize: PreTokenizer;
  readonly model: Segmentation;
  /** Token of each id. */
  readonly tokens: readonly string[];
  readonly special: SpecialTokens<number>;
};

/** Larger than any vocabulary in use. */
const largestFile = 200_000_000;

/**
 * Read the tokenizer of a folder.
 *
 * @throws InputError naming the file and the field for anything missing, broken or not supported, ids
 *   with holes, a role without a token, and more tokens than the model of the folder has rows for
 */
export function readTokenizerSource(dir: string): TokenizerSource {
  const names = readRecord(join(dir, "special_tokens_map.json"));
  const config = { ...names, ...readRecord(join(dir, "tokenizer_config.json")) };
  const path = ["tokenizer.json", "vocab.txt"].map((name) => join(dir, name)).find(existsSync);
  if (!path)
    throw new InputError(
      `${join(dir, "tokenizer.json")}: no such file, nor vocab.txt. Name a folder with a tokenizer, or make one with \`tokenizer train\`.`,
    );
  const content = readContent(path);
  const json = path.endsWith(".json")
    ? parse(path, content)
    : fromVocabulary(content, config, join(dir, "tokenizer_config.json"));
  const model = readSegmentation(readModel(json, path));
  const added = readAddedTokens(json["added_tokens"], path);
  const tokens = listTokens(path, model.vocabulary, added);
  checkEmbedding(dir, path, tokens.length);
  return {
    path,
    content,
    json,
    config,
    added,
    normalize: readNormalizer(json["normalizer"], `${path}: normalizer`),
    preTokenize: readPreTokenizer(json["pre_tokenizer"], `${path}: pre_tokenizer`),
    model,
    tokens,
    special: findRoles(path, tokens, config),
  };
}

function readContent(path: string): string {
  const { size } = statSync(path);
  if (size > largestFile)
    throw new InputError(
      `${path}: ${size} bytes, more than the ${largestFile} that are read. It is no tokenizer.`,
    );
  return readFileSync(path, "utf8").replace(/^\uFEFF/, "");
}

function readRecord(path: string): Readonly<Record<string, unknown>> {
  return existsSync(path) ? parse(path, readContent(path)) : {};
}

/** What has brackets in brackets a thousand deep would overflow whatever walks through it. */
const deepest = 100;

function parse(path: string, content: string): Readonly<Record<string, unknown>> {
  if (depthOf(content) > deepest)
    throw new InputError(`${path}: nested more than ${deepest} deep. It is no tokenizer.`);
  try {
    const value: unknown = JSON.parse(content);
    if (isObject(value)) return value;
  } catch {
    // Reported below, with the path.
  }
  throw new InputError(`${path}: broken JSON. Copy or make the tokenizer again.`);
}

/** How deep brackets stand in brackets, outside of texts. */
function depthOf(json: string): number {
  let depth = 0;
  let most = 0;
  let isText = false;
  for (let i = 0; i < json.length; i++) {
    const character = json[i];
    if (character === "\\") i++;
    else if (character === '"') isText = !isText;
    else if (isText) continue;
    else if (character === "[" || character === "{") most = Math.max(most, ++depth);
    else if (character === "]" || character === "}") depth--;
  }
  return most;
}

/** Files of older versions do not name the model's type. */
function readModel(
  json: Readonly<Record<string, unknown>>,
  path: string,
): ReturnType<typeof readComponent> {
  const { model } = json;
  const isBytePairs = isObject(model) && "merges" in model;
  const isUnigram = isObject(model) && Array.isArray(model["vocab"]);
  return readComponent(
    model,
    `${path}: model`,
    isBytePairs ? "BPE" : isUnigram ? "Unigram" : "WordPiece",
  );
}

/** A `vocab.txt`, one token a line, with BERT's cutting as the configuration sets it. */
function fromVocabulary(
  content: string,
  config: Readonly<Record<string, unknown>>,
  configPath: string,
): Readonly<Record<string, unknown>> {
  const setting = (name: string, fallback?: boolean | null): boolean | null => {
    const value = config[name] ?? fallback;
    if (typeof value !== "boolean" && value !== null)
      throw new InputError(
        `${configPath}: ${name} is ${show(value)}. vocab.txt does not say it: write true or false.`,
      );
    return value;
  };
  return createTokenizer({
    vocabulary: content.replace(/\r?\n$/, "").split(/\r?\n/),
    lowercase: setting("do_lower_case") === true,
    stripAccents: setting("strip_accents", null),
    spacesChinese: setting("tokenize_chinese_chars", true) === true,
    special: mapRoles((role) => roleName(role, config)),
  }).tokenizer;
}

/** Every id from 0 on has one token. */
function listTokens(
  path: string,
  vocabulary: ReadonlyMap<string, number>,
  added: readonly AddedToken[],
): readonly string[] {
  const tokens: string[] = [];
  const put = (token: string, id: number): void => {
    // More ids than tokens leaves holes; this one would only make the list long.
    if (id >= vocabulary.size + added.length)
      throw new InputError(
        `${path}: the id of ${show(token)} is ${id}, but there are only ${vocabulary.size} tokens and ${added.length} added ones: ids have holes. Number the tokens from 0 on.`,
      );
    const other = tokens[id];
    if (other !== undefined && other !== token)
      throw new InputError(
        `${path}: ${show(other)} and ${show(token)} have the same id ${id}. Give each its own.`,
      );
    tokens[id] = token;
  };
  for (const [token, id] of vocabulary) put(token, id);
  for (const { id, content } of added) {
    const known = vocabulary.get(content);
    if (known !== undefined && known !== id)
      throw new InputError(
        `${path}: added_tokens: ${show(content)} has the id ${id}, in the vocabulary it has ${known}. Keep one.`,
      );
    put(content, id);
  }
  for (let id = 0; id < tokens.length; id++)
    if (tokens[id] === undefined)
      throw new InputError(`${path}: no token has the id ${id}. Number the tokens from 0 on.`);
  return tokens;
}

/** A token without a row in the embedding would be read from beyond its end. */
function checkEmbedding(dir: string, path: string, tokens: number): void {
  const rows = readRecord(join(dir, "config.json"))["vocab_size"];
  if (typeof rows === "number" && rows < tokens)
    throw new InputError(
      `${path}: ${tokens} tokens, but config.json says vocab_size ${rows}: the embedding is too small. Use the tokenizer of this model.`,
    );
}

function mapRoles<Value>(
  valueOf: (role: keyof typeof specialTokens) => Value,
): SpecialTokens<Value> {
  return {
    pad: valueOf("pad"),
    unk: valueOf("unk"),
    cls: valueOf("cls"),
    sep: valueOf("sep"),
    mask: valueOf("mask"),
  };
}

function roleName(
  role: keyof typeof specialTokens,
  config: Readonly<Record<string, unknown>>,
): string {
  const named = config[`${role}_token`];
  const name = isObject(named) ? named["content"] : named;
  return typeof name === "string" ? name : specialTokens[role];
}

function findRoles(
  path: string,
  tokens: readonly string[],
  config: Readonly<Record<string, unknown>>,
): SpecialTokens<number> {
  return mapRoles((role) => {
    const name = roleName(role, config);
    const id = tokens.indexOf(name);
    if (id < 0)
      throw new InputError(
        `${path}: no token ${name} for the role ${role}. Name the token as ${role}_token in tokenizer_config.json.`,
      );
    return id;
  });
}
