/**
 * What a model's `config.json` says, read strictly: a misspelt or unsupported setting is an error, not
 * a default. Each architecture has a type of its own, told apart by `architecture`.
 */

import { readFileSync } from "node:fs";
import { InputError } from "../errors";

export type BertConfig = {
  readonly architecture: "bert";
  readonly vocabularySize: number;
  readonly hiddenSize: number;
  readonly layers: number;
  readonly heads: number;
  readonly feedForwardSize: number;
  readonly maximumPositions: number;
  readonly typeVocabularySize: number;
  readonly layerNormEpsilon: number;
  readonly hiddenDropout: number;
  readonly attentionDropout: number;
  /** Standard deviation of freshly drawn weights. */
  readonly initializerRange: number;
  readonly padId: number;
};

/** The architectures the workbench implements; NorBERT3 and ModernBERT will join this union. */
export type EncoderConfig = BertConfig;

const bertNames = {
  vocabularySize: "vocab_size",
  hiddenSize: "hidden_size",
  layers: "num_hidden_layers",
  heads: "num_attention_heads",
  feedForwardSize: "intermediate_size",
  maximumPositions: "max_position_embeddings",
  typeVocabularySize: "type_vocab_size",
  layerNormEpsilon: "layer_norm_eps",
  hiddenDropout: "hidden_dropout_prob",
  attentionDropout: "attention_probs_dropout_prob",
  initializerRange: "initializer_range",
  padId: "pad_token_id",
} as const satisfies Record<Exclude<keyof BertConfig, "architecture">, string>;

/** Settings of Hugging Face that say nothing about the computation, or only its usual form. */
const withoutEffect = new Set([
  "model_type",
  "architectures",
  "transformers_version",
  "torch_dtype",
  "dtype",
  "_name_or_path",
  "use_cache",
  "gradient_checkpointing",
  "classifier_dropout",
  "bos_token_id",
  "eos_token_id",
  "id2label",
  "label2id",
  "directionality",
  "pooler_fc_size",
  "pooler_num_attention_heads",
  "pooler_num_fc_layers",
  "pooler_size_per_head",
  "pooler_type",
]);

/** Settings with one supported value. */
const required: Readonly<Record<string, unknown>> = {
  hidden_act: "gelu",
  position_embedding_type: "absolute",
  is_decoder: false,
  add_cross_attention: false,
  tie_word_embeddings: true,
};

/**
 * Read `config.json`.
 *
 * @throws InputError naming the file, the field and its value
 */
export function readConfig(path: string): EncoderConfig {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    throw new InputError(`${path}: cannot be read as JSON: ${(error as Error).message}`);
  }
  return parseConfig(json, path);
}

/** As {@link readConfig}, of a value already parsed; `where` names it in errors. */
export function parseConfig(json: unknown, where: string): EncoderConfig {
  if (typeof json !== "object" || json === null || Array.isArray(json))
    throw new InputError(`${where}: expected an object of settings`);
  const settings = json as Readonly<Record<string, unknown>>;
  if (settings["model_type"] !== "bert")
    throw new InputError(
      `${where}: model_type is ${JSON.stringify(settings["model_type"])}; supported: "bert"`,
    );
  const known = new Set<string>([...Object.values(bertNames), ...withoutEffect]);
  for (const [name, value] of Object.entries(settings)) {
    if (name in required) {
      if (value !== required[name])
        throw new InputError(
          `${where}: ${name} is ${JSON.stringify(value)}; only ${JSON.stringify(required[name])} is supported`,
        );
    } else if (!known.has(name))
      throw new InputError(
        `${where}: unknown setting ${name}; remove it if it has no effect on the computation`,
      );
  }
  const number = (name: string, fallback?: number): number => {
    const value = settings[name] ?? fallback;
    if (typeof value !== "number" || !(value >= 0))
      throw new InputError(
        `${where}: ${name} is ${JSON.stringify(value)}; expected a number of at least 0`,
      );
    return value;
  };
  const config = {
    architecture: "bert" as const,
    ...(Object.fromEntries(
      Object.entries(bertNames).map(([field, name]) => [
        field,
        number(name, name === "pad_token_id" ? 0 : undefined),
      ]),
    ) as Omit<BertConfig, "architecture">),
  };
  if (config.heads === 0 || config.hiddenSize % config.heads !== 0)
    throw new InputError(
      `${where}: hidden_size ${config.hiddenSize} is not a multiple of num_attention_heads ${config.heads}`,
    );
  return config;
}

/** The `config.json` of a configuration, as Hugging Face's `BertConfig` reads it. */
export function configJson(config: EncoderConfig, architectureClass: string): unknown {
  return {
    architectures: [architectureClass],
    model_type: config.architecture,
    hidden_act: "gelu",
    position_embedding_type: "absolute",
    ...Object.fromEntries(
      Object.entries(bertNames).map(([field, name]) => [name, config[field as keyof BertConfig]]),
    ),
  };
}
