/** What a tokenizer is, in words: how it reads case and accents is tried out, not taken from names. */

import { isObject } from "../json";
import { readTokenizerSource } from "./tokenizerSource";

export type TokenizerDescription = {
  /** The file that was read. */
  readonly file: string;
  readonly model: string;
  /** Kinds of the parts, in order. */
  readonly normalizers: readonly string[];
  readonly preTokenizers: readonly string[];
  readonly lowerCases: boolean;
  readonly stripsAccents: boolean;
  /** E.g. `[CLS] A [SEP] B [SEP]`; absent if the file has none. */
  readonly template?: string;
  readonly specialTokens: number;
  readonly addedWords: number;
  /** What one should know before using it on Norwegian. */
  readonly notes: readonly string[];
};

/** @throws InputError as `loadTokenizer` does */
export function describeTokenizer(dir: string): TokenizerDescription {
  const { path, json, config, added, normalize } = readTokenizerSource(dir);
  const read = (text: string): string =>
    normalize({ text, isFirst: true }).text.replace(/^[ ▁]/, "").normalize("NFC");
  const lowerCases = read("B") === "b";
  const stripsAccents = read("å") === "a";
  const notes: string[] = [];
  const { normalizer } = json;
  if (isObject(normalizer) && normalizer["type"] === "BertNormalizer" && lowerCases)
    if ((normalizer["strip_accents"] ?? null) === null)
      notes.push(
        "strip_accents is not set, so BERT's rule holds: it lower-cases and therefore strips accents.",
      );
  if (stripsAccents) notes.push("å becomes a and é becomes e; æ and ø stay.");
  if (lowerCases) notes.push("Case is lost: names look like words.");
  for (const [name, isDone] of [
    ["do_lower_case", lowerCases],
    ["strip_accents", stripsAccents],
  ] as const)
    if (typeof config[name] === "boolean" && config[name] !== isDone)
      notes.push(
        `tokenizer_config.json says ${name} ${config[name]}; ${path} does otherwise and is followed.`,
      );
  const template = templateOf(json["post_processor"]);
  return {
    file: path,
    model: kindsOf(json["model"], "")[0] ?? "WordPiece",
    normalizers: kindsOf(normalizer, "normalizers"),
    preTokenizers: kindsOf(json["pre_tokenizer"], "pretokenizers"),
    lowerCases,
    stripsAccents,
    ...(template !== undefined && { template }),
    specialTokens: added.filter((token) => token.isSpecial).length,
    addedWords: added.filter((token) => !token.isSpecial).length,
    notes,
  };
}

function kindsOf(component: unknown, field: string): string[] {
  if (!isObject(component)) return [];
  const parts = component[field];
  if (Array.isArray(parts)) return parts.flatMap((part) => kindsOf(part, field));
  return typeof component["type"] === "string" ? [component["type"]] : [];
}

/** The template for two texts, special tokens by their names. */
function templateOf(processor: unknown): string | undefined {
  if (!isObject(processor)) return undefined;
  if (Array.isArray(processor["processors"]))
    return processor["processors"].map(templateOf).find((template) => template !== undefined);
  const { type, pair, cls, sep } = processor;
  if (type === "TemplateProcessing" && Array.isArray(pair))
    return pair
      .map((part: unknown) => {
        const [kind, content] = Object.entries(isObject(part) ? part : {})[0] ?? [];
        const id = isObject(content) ? content["id"] : undefined;
        return kind === undefined || typeof id !== "string" ? "?" : id;
      })
      .join(" ");
  const name = (token: unknown): string => String(Array.isArray(token) ? token[0] : "?");
  if (type === "BertProcessing") return `${name(cls)} A ${name(sep)} B ${name(sep)}`;
  if (type === "RobertaProcessing")
    return `${name(cls)} A ${name(sep)} ${name(sep)} B ${name(sep)}`;
  return undefined;
}
