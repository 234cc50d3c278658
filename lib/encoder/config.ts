/**
 * What a model's `config.json` says, read strictly: a misspelt or unsupported setting is an error, not
 * a default. Each architecture has a type of its own, told apart by `architecture`.
 */

import { readFileSync } from "node:fs";
import { InputError } from "../errors";
import {
  bertNumbers,
  kinds,
  knownSettings,
  modernBertNumbers,
  norBert3Numbers,
  requiredSettings,
  type NumberField,
  type NumberFields,
} from "./configFields";
import { parseObject } from "../json";
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
  if (!isRecord(json)) throw new InputError(`${where}: expected an object of settings`);
  const architecture = architectureOf(json, where);
  checkNames(json, where, architecture);
  const config = readSettings(json, where, architecture);
  checkSizes(config, where);
  return config;
}

function readSettings(
  json: Settings,
  where: string,
  architecture: EncoderConfig["architecture"],
): EncoderConfig {
  switch (architecture) {
    case "bert":
      return {
        architecture,
        ...readNumbers<BertConfig>(json, where, bertNumbers),
        // null, as most files have it, stands for hidden_dropout_prob.
        ...(json["classifier_dropout"] != null && {
          classifierDropout: readNumber(json, where, ["classifier_dropout", "share"]),
        }),
      };
    case "norbert3":
      return {
        architecture,
        ...readNumbers<NorBert3Config>(json, where, norBert3Numbers),
        positionLayout: readWord(json, where, "position_layout", ["interleaved", "halves"]),
      };
    case "modernbert":
      return {
        architecture,
        ...readNumbers<ModernBertConfig>(json, where, modernBertNumbers),
        ...readRotary(json, where),
        classifierPooling: readWord(json, where, "classifier_pooling", ["cls", "mean"]),
      };
  }
}

/** NorBERT3's published files carry no `model_type` that names it, but classes `Norbert…`. */
function architectureOf(
  json: Readonly<Record<string, unknown>>,
  where: string,
): EncoderConfig["architecture"] {
  const { model_type: type, architectures } = json;
  if (type === "bert" || type === "modernbert") return type;
  const [first] = Array.isArray(architectures) ? (architectures as unknown[]) : [];
  if (type === "norbert3" || type === "norbert") return "norbert3";
  if (typeof first === "string" && first.startsWith("Norbert")) return "norbert3";
  throw new InputError(
    `${where}: model_type is ${inWords(type)}; supported: "bert", "norbert3", "modernbert"`,
  );
}

function refuse(where: string, name: string, value: unknown, expected: string): never {
  throw new InputError(`${where}: ${name} is ${inWords(value)}; ${expected}`);
}

/** A misspelt name is found before what is missing because of it. */
function checkNames(
  json: Settings,
  where: string,
  architecture: EncoderConfig["architecture"],
): void {
  const known = knownSettings(architecture);
  const required = requiredSettings[architecture];
  for (const [name, value] of Object.entries(json)) {
    if (!known.has(name))
      throw new InputError(
        `${where}: unknown setting ${shorten(name)}; remove it if it has no effect on the computation`,
      );
    if (Object.hasOwn(required, name) && value !== required[name])
      refuse(where, name, value, `only ${JSON.stringify(required[name])} is supported`);
  }
}

function readNumber(json: Settings, where: string, [name, kind, fallback]: NumberField): number {
  // Some exporters write null for what they do not know.
  const value = json[name] ?? fallback ?? json[name];
  const [isAllowed, expected] = kinds[kind];
  return typeof value === "number" && isAllowed(value)
    ? value
    : refuse(where, name, value, `expected ${expected}`);
}

const readNumbers = <Config>(
  json: Settings,
  where: string,
  fields: NumberFields<Config>,
): { readonly [Field in keyof NumberFields<Config>]: number } =>
  Object.fromEntries(
    Object.entries<NumberField>(fields).map(([field, number]) => [
      field,
      readNumber(json, where, number),
    ]),
  ) as never;

/** One of `values`; the first if the file says nothing. */
function readWord<Value extends string>(
  json: Settings,
  where: string,
  name: string,
  values: readonly [Value, ...Value[]],
): Value {
  const value = json[name] ?? values[0];
  return (
    values.find((v) => v === value) ??
    refuse(where, name, value, `expected ${values.map((v) => JSON.stringify(v)).join(" or ")}`)
  );
}

/** Newer files of transformers list the kind of each layer and name the frequencies by it. */
function readRotary(
  json: Settings,
  where: string,
): Partial<Pick<ModernBertConfig, "globalTheta" | "localTheta">> {
  const { rope_parameters: rope, layer_types: types } = json;
  const every = readNumber(json, where, modernBertNumbers.globalEvery);
  if (Array.isArray(types))
    types.forEach((type, i) => {
      const expected = i % every === 0 ? "full_attention" : "sliding_attention";
      if (type !== expected)
        refuse(where, `layer_types[${i}]`, type, `only ${expected} is supported there`);
    });
  if (!isRecord(rope)) return {};
  const theta = (kind: string): number => {
    const settings = rope[kind];
    return isRecord(settings) && settings["rope_type"] === "default"
      ? readNumber(settings, where, ["rope_theta", "positive"])
      : refuse(where, `rope_parameters.${kind}`, settings, 'expected rope_type "default"');
  };
  return { globalTheta: theta("full_attention"), localTheta: theta("sliding_attention") };
}

function checkSizes(config: EncoderConfig, where: string): void {
  const { hiddenSize, heads, vocabularySize } = config;
  if (hiddenSize % heads !== 0)
    throw new InputError(
      `${where}: hidden_size ${hiddenSize} is not a multiple of num_attention_heads ${heads}`,
    );
  if (config.architecture === "modernbert" && (hiddenSize / heads) % 2 !== 0)
    throw new InputError(
      `${where}: a head of ${hiddenSize / heads} numbers cannot be rotated in pairs; choose an even size`,
    );
  if (config.padId >= vocabularySize)
    throw new InputError(
      `${where}: pad_token_id is ${config.padId}, but the vocabulary ends at ${vocabularySize - 1}`,
    );
}

/** A value from a file, for a message of one line. */
function inWords(value: unknown): string {
  if (typeof value === "string") return shorten(value);
  if (Array.isArray(value)) return "a list";
  return typeof value === "object" && value !== null ? "an object" : String(value);
}

type Settings = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Settings =>
  typeof value === "object" && value !== null && !Array.isArray(value);
