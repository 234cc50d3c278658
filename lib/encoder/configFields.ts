/** Settings of Hugging Face's `config.json`: what is common to all architectures, and how a setting is read. */

import { InputError } from "../errors";
import type { JsonObject } from "../json";
import { shorten } from "./weights/tensorFile";

export type Settings = JsonObject;

/** What a number may be; limits are far beyond any model and keep a hostile file from filling memory. */
export const kinds = {
  /** Rows, columns, layers. */
  size: [isWholeBetween(1, 10_000_000), "a whole number from 1 to 10,000,000"],
  layers: [isWholeBetween(1, 1000), "a whole number from 1 to 1,000"],
  id: [isWholeBetween(0, 10_000_000), "a token id, a whole number of at least 0"],
  even: [
    (n: number) => isWholeBetween(2, 10_000)(n) && n % 2 === 0,
    "an even number from 2 to 10,000",
  ],
  share: [(n: number) => n >= 0 && n < 1, "a share of at least 0 and less than 1"],
  positive: [(n: number) => n > 0 && n < Infinity, "a number above 0"],
} as const;

function isWholeBetween(least: number, most: number): (n: number) => boolean {
  return (n) => Number.isSafeInteger(n) && n >= least && n <= most;
}

/** A number in `config.json`: its name, its kind, and its value where the file may leave it out. */
export type NumberField = readonly [name: string, kind: keyof typeof kinds, fallback?: number];

export type NumberFields<Config> = {
  readonly [Field in keyof Config as Config[Field] extends number ? Field : never]: NumberField;
};

/** What every encoder's file says. */
export const commonNumbers = {
  vocabularySize: ["vocab_size", "size"],
  hiddenSize: ["hidden_size", "size"],
  layers: ["num_hidden_layers", "layers"],
  heads: ["num_attention_heads", "size"],
  feedForwardSize: ["intermediate_size", "size"],
  maximumPositions: ["max_position_embeddings", "size"],
  layerNormEpsilon: ["layer_norm_eps", "positive"],
  attentionDropout: ["attention_probs_dropout_prob", "share"],
} as const;

/** Settings that say nothing about the computation of an encoder, or only its usual form. */
export const withoutEffect: readonly string[] = [
  "model_type",
  "architectures",
  "auto_map",
  "transformers_version",
  "torch_dtype",
  "dtype",
  "_name_or_path",
  "use_cache",
  "gradient_checkpointing",
  "output_all_encoded_layers",
  "bos_token_id",
  "eos_token_id",
  "cls_token_id",
  "sep_token_id",
  "mask_token_id",
  "id2label",
  "label2id",
  "num_labels",
  "problem_type",
  // Kept by BERT's first release and by converters.
  "directionality",
  "pooler_fc_size",
  "pooler_num_attention_heads",
  "pooler_num_fc_layers",
  "pooler_size_per_head",
  "pooler_type",
  // How ModernBERT runs in PyTorch.
  "layer_norm_eps",
  "deterministic_flash_attn",
  "reference_compile",
  "repad_logits_with_grad",
  "sparse_prediction",
  "sparse_pred_ignore_index",
];

export function readNumber(
  json: Settings,
  where: string,
  [name, kind, fallback]: NumberField,
): number {
  // Some exporters write null for what they do not know.
  const value = json[name] ?? fallback ?? json[name];
  const [isAllowed, expected] = kinds[kind];
  return typeof value === "number" && isAllowed(value)
    ? value
    : refuseSetting(where, name, value, `expected ${expected}`);
}

/** One of `values`; the first if the file says nothing. */
export function readWord<Value extends string>(
  json: Settings,
  where: string,
  name: string,
  values: readonly [Value, ...Value[]],
): Value {
  const value = json[name] ?? values[0];
  return (
    values.find((v) => v === value) ??
    refuseSetting(
      where,
      name,
      value,
      `expected ${values.map((v) => JSON.stringify(v)).join(" or ")}`,
    )
  );
}

/** @throws InputError naming the file, the setting and its value */
export function refuseSetting(
  where: string,
  name: string,
  value: unknown,
  expected: string,
): never {
  throw new InputError(`${where}: ${name} is ${inWords(value)}; ${expected}`);
}

/** A value from a file, for a message of one line. */
export function inWords(value: unknown): string {
  if (typeof value === "string") return shorten(value);
  if (Array.isArray(value)) return "a list";
  return typeof value === "object" && value !== null ? "an object" : String(value);
}
