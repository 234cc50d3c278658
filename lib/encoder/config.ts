/**
 * What a model's `config.json` says, read strictly: a misspelt or unsupported setting is an error, not
 * a default. Each architecture has a type of its own, told apart by `architecture`.
 */

import { readFileSync } from "node:fs";
import { InputError } from "../errors";
import { inWords, readNumber, refuseSetting, withoutEffect, type Settings } from "./configFields";
import type { ArchitectureName } from "./architecture";
import { architectureOf, architectures } from "./architectures";
import { isObject, parseObject } from "../json";
import { shorten } from "./weights/tensorFile";

type CommonConfig = {
  readonly vocabularySize: number;
  readonly hiddenSize: number;
  readonly layers: number;
  readonly heads: number;
  readonly feedForwardSize: number;
  /** Tokens in the longest row. */
  readonly maximumPositions: number;
  /** Added to the variance in every normalisation. */
  readonly layerNormEpsilon: number;
  /** Share of attention probabilities dropped in training. */
  readonly attentionDropout: number;
  readonly padId: number;
};

export type BertConfig = CommonConfig & {
  readonly architecture: "bert";
  readonly typeVocabularySize: number;
  readonly hiddenDropout: number;
  /** Share dropped before a classifier, if it is another than `hiddenDropout`. */
  readonly classifierDropout?: number;
  /** Standard deviation of freshly drawn weights. */
  readonly initializerRange: number;
};

export type NorBert3Config = CommonConfig & {
  readonly architecture: "norbert3";
  /** Buckets of distances in one direction; the table has 2·positionBuckets − 1 rows. */
  readonly positionBuckets: number;
  /** How projected positions are divided into heads: published checkpoints are `interleaved`. */
  readonly positionLayout: "interleaved" | "halves";
  /** Ids below this one, the special tokens, are never predicted. */
  readonly firstPredictedId: number;
  readonly hiddenDropout: number;
};

export type ModernBertConfig = CommonConfig & {
  readonly architecture: "modernbert";
  /** Every so-manieth layer attends to the whole row, from the first on. */
  readonly globalEvery: number;
  /** Width of the window of the other layers: half of it on either side. */
  readonly localAttention: number;
  /** Base of the rotary frequencies in global and in local layers. */
  readonly globalTheta: number;
  readonly localTheta: number;
  readonly embeddingDropout: number;
  readonly feedForwardDropout: number;
  readonly classifierDropout: number;
  /** What stands for a row in classification: its first token or the mean of its tokens. */
  readonly classifierPooling: "cls" | "mean";
  readonly initializerRange: number;
  /** Fresh weights are cut at so many standard deviations. */
  readonly initializerCut: number;
};

/** The architectures the workbench implements. */
export type EncoderConfig = BertConfig | NorBert3Config | ModernBertConfig;

type WithoutVocabulary<Config> = Config extends unknown
  ? Omit<Config, "vocabularySize" | "padId">
  : never;

/** A configuration that still lacks what follows from a tokenizer. */
export type EncoderShape = WithoutVocabulary<EncoderConfig>;

/**
 * Read `config.json`.
 *
 * @throws InputError naming the file, the field and its value
 */
export function readConfig(path: string): EncoderConfig {
  const json = parseObject(readFileSync(path));
  if (!json)
    throw new InputError(
      `${path}: not a JSON object with distinct keys in UTF-8. Get the file again.`,
    );
  return parseConfig(json, path);
}

/** As {@link readConfig}, of a value already parsed; `where` names it in errors. */
export function parseConfig(json: unknown, where: string): EncoderConfig {
  if (!isObject(json)) throw new InputError(`${where}: expected an object of settings`);
  const architecture = nameOf(json, where);
  checkNames(json, where, architecture);
  const config = readSettings(json, where, architecture);
  checkSizes(config, where);
  return config;
}

function readSettings(json: Settings, where: string, name: ArchitectureName): EncoderConfig {
  const { settings } = architectures[name];
  const numbers = Object.entries(settings.numbers).map(([field, number]) => [
    field,
    readNumber(json, where, number),
  ]);
  return {
    architecture: name,
    ...(Object.fromEntries(numbers) as object),
    ...settings.read(json, where),
  } as EncoderConfig;
}

/** By `model_type`, or by the class that the weights were saved from. */
function nameOf(json: Settings, where: string): ArchitectureName {
  const { model_type: type, architectures: classes } = json;
  const [first] = Array.isArray(classes) ? (classes as unknown[]) : [];
  const all = Object.values(architectures);
  const known =
    all.find(({ settings }) => (settings.types as readonly unknown[]).includes(type)) ??
    all.find(
      ({ settings, names }) =>
        settings.recognizesClass && typeof first === "string" && first.startsWith(names.classes),
    );
  if (known) return known.name;
  const supported = all.map(({ name }) => JSON.stringify(name)).join(", ");
  throw new InputError(`${where}: model_type is ${inWords(type)}; supported: ${supported}`);
}

/** A misspelt name is found before what is missing because of it. */
function checkNames(json: Settings, where: string, architecture: ArchitectureName): void {
  const { numbers, required, others } = architectures[architecture].settings;
  const known = new Set([
    ...Object.values(numbers).map(([name]) => name),
    ...[...others, ...Object.keys(required), ...withoutEffect],
  ]);
  for (const [name, value] of Object.entries(json)) {
    if (!known.has(name))
      throw new InputError(
        `${where}: unknown setting ${shorten(name)}; remove it if it has no effect on the computation`,
      );
    if (Object.hasOwn(required, name) && value !== required[name])
      refuseSetting(where, name, value, `only ${JSON.stringify(required[name])} is supported`);
  }
}

function checkSizes(config: EncoderConfig, where: string): void {
  const { hiddenSize, heads, vocabularySize } = config;
  if (hiddenSize % heads !== 0)
    throw new InputError(
      `${where}: hidden_size ${hiddenSize} is not a multiple of num_attention_heads ${heads}`,
    );
  architectureOf(config).settings.check(config, where);
  if (config.padId >= vocabularySize)
    throw new InputError(
      `${where}: pad_token_id is ${config.padId}, but the vocabulary ends at ${vocabularySize - 1}`,
    );
}
