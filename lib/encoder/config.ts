/**
 * What a model's `config.json` says, read strictly: a misspelt or unsupported setting is an error, not
 * a default. Each architecture has a type of its own, told apart by `architecture`.
 */

import { readFileSync } from "node:fs";
import { InputError } from "../errors";
import { parseObject, shorten } from "./weights/tensorFile";

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

// --- names of Hugging Face -----------------------------------------------------------------------

/** What a number may be; limits are far beyond any model and keep a hostile file from filling memory. */
const kinds = {
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
type NumberField = readonly [name: string, kind: keyof typeof kinds, fallback?: number];

type NumberFields<Config> = {
  readonly [Field in keyof Config as Config[Field] extends number ? Field : never]: NumberField;
};

const commonNumbers = {
  vocabularySize: ["vocab_size", "size"],
  hiddenSize: ["hidden_size", "size"],
  layers: ["num_hidden_layers", "layers"],
  heads: ["num_attention_heads", "size"],
  feedForwardSize: ["intermediate_size", "size"],
  maximumPositions: ["max_position_embeddings", "size"],
  layerNormEpsilon: ["layer_norm_eps", "positive"],
  attentionDropout: ["attention_probs_dropout_prob", "share"],
} as const;

const bertNumbers: NumberFields<BertConfig> = {
  ...commonNumbers,
  padId: ["pad_token_id", "id", 0],
  typeVocabularySize: ["type_vocab_size", "size"],
  hiddenDropout: ["hidden_dropout_prob", "share"],
  initializerRange: ["initializer_range", "positive"],
};

const norBert3Numbers: NumberFields<NorBert3Config> = {
  ...commonNumbers,
  padId: ["pad_token_id", "id", 3],
  positionBuckets: ["position_bucket_size", "even"],
  firstPredictedId: ["first_predicted_id", "id", 107],
  hiddenDropout: ["hidden_dropout_prob", "share"],
};

const modernBertNumbers: NumberFields<ModernBertConfig> = {
  ...commonNumbers,
  layerNormEpsilon: ["norm_eps", "positive", 1e-5],
  attentionDropout: ["attention_dropout", "share", 0],
  padId: ["pad_token_id", "id", 50283],
  globalEvery: ["global_attn_every_n_layers", "size", 3],
  localAttention: ["local_attention", "even", 128],
  globalTheta: ["global_rope_theta", "positive", 160000],
  localTheta: ["local_rope_theta", "positive", 10000],
  embeddingDropout: ["embedding_dropout", "share", 0],
  feedForwardDropout: ["mlp_dropout", "share", 0],
  classifierDropout: ["classifier_dropout", "share", 0],
  initializerRange: ["initializer_range", "positive", 0.02],
  initializerCut: ["initializer_cutoff_factor", "positive", 2],
};

/** Settings that say nothing about the computation of an encoder, or only its usual form. */
const withoutEffect = [
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
  "classifier_dropout",
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

/** Settings with one supported value. */
const required: Readonly<Record<EncoderConfig["architecture"], Readonly<Record<string, unknown>>>> =
  {
    bert: {
      hidden_act: "gelu",
      position_embedding_type: "absolute",
      is_decoder: false,
      add_cross_attention: false,
      tie_word_embeddings: true,
    },
    norbert3: { hidden_act: "gelu", tie_word_embeddings: true },
    modernbert: {
      hidden_activation: "gelu",
      classifier_activation: "gelu",
      position_embedding_type: "absolute",
      norm_bias: false,
      attention_bias: false,
      mlp_bias: false,
      classifier_bias: false,
      decoder_bias: true,
      tie_word_embeddings: true,
    },
  };

// --- reading -------------------------------------------------------------------------------------

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
  const read = createReader(json, where, architecture);
  const config = {
    bert: (): BertConfig => ({ architecture: "bert", ...read.numbers<BertConfig>(bertNumbers) }),
    norbert3: (): NorBert3Config => ({
      architecture: "norbert3",
      ...read.numbers<NorBert3Config>(norBert3Numbers),
      positionLayout: read.choice("position_layout", ["interleaved", "halves"]),
    }),
    modernbert: (): ModernBertConfig => ({
      architecture: "modernbert",
      ...read.numbers<ModernBertConfig>(modernBertNumbers),
      ...read.rotary(),
      classifierPooling: read.choice("classifier_pooling", ["cls", "mean"]),
    }),
  }[architecture]();
  read.finish();
  checkSizes(config, where);
  return config;
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

type Numbers<Config> = {
  readonly [Field in keyof Config as Config[Field] extends number ? Field : never]: number;
};

function createReader(
  json: Readonly<Record<string, unknown>>,
  where: string,
  architecture: EncoderConfig["architecture"],
): {
  numbers<Config>(fields: NumberFields<Config>): Numbers<Config>;
  choice<Value extends string>(name: string, values: readonly [Value, ...Value[]]): Value;
  rotary(): Partial<ModernBertConfig>;
  finish(): void;
} {
  const refuse = (name: string, value: unknown, expected: string): never => {
    throw new InputError(`${where}: ${name} is ${inWords(value)}; ${expected}`);
  };
  const known = new Set<string>(withoutEffect);
  const numberIn = (
    settings: Readonly<Record<string, unknown>>,
    name: string,
    kind: keyof typeof kinds,
  ): number => {
    const value = settings[name];
    const [isAllowed, expected] = kinds[kind];
    if (typeof value !== "number" || !isAllowed(value))
      return refuse(name, value, `expected ${expected}`);
    return value;
  };
  return {
    numbers: (fields) =>
      Object.fromEntries(
        Object.entries<NumberField>(fields).map(([field, [name, kind, fallback]]) => {
          known.add(name);
          // Some exporters write null for what they do not know.
          const isAbsent = json[name] === undefined || json[name] === null;
          return [
            field,
            isAbsent && fallback !== undefined ? fallback : numberIn(json, name, kind),
          ];
        }),
      ) as never,
    choice: (name, values) => {
      known.add(name);
      const value = json[name] ?? values[0];
      return (
        values.find((v) => v === value) ??
        refuse(name, value, `expected ${values.map((v) => JSON.stringify(v)).join(" or ")}`)
      );
    },
    // Newer files of transformers list the kind of each layer and name the frequencies by it.
    rotary: () => {
      known.add("rope_parameters").add("layer_types");
      const { rope_parameters: rope, layer_types: types } = json;
      const every = (json["global_attn_every_n_layers"] as number | undefined) ?? 3;
      if (Array.isArray(types))
        types.slice(0, 1000).forEach((type, i) => {
          const expected = i % every === 0 ? "full_attention" : "sliding_attention";
          if (type !== expected)
            refuse(`layer_types[${i}]`, type, `only ${expected} is supported there`);
        });
      if (!isRecord(rope)) return {};
      const theta = (kind: string): number => {
        const settings = rope[kind];
        if (!isRecord(settings) || settings["rope_type"] !== "default")
          return refuse(`rope_parameters.${kind}`, settings, 'expected rope_type "default"');
        return numberIn(settings, "rope_theta", "positive");
      };
      return { globalTheta: theta("full_attention"), localTheta: theta("sliding_attention") };
    },
    finish: () => {
      const only = required[architecture];
      for (const [name, value] of Object.entries(json))
        if (Object.hasOwn(only, name)) {
          if (value !== only[name])
            refuse(name, value, `only ${JSON.stringify(only[name])} is supported`);
        } else if (!known.has(name))
          throw new InputError(
            `${where}: unknown setting ${shorten(name)}; remove it if it has no effect on the computation`,
          );
    },
  };
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

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

// --- writing -------------------------------------------------------------------------------------

/** Where `transformers` finds the code of NorBERT3, which it does not have itself. */
const norBert3Code = "ltg/norbert3-base--";

/** The `config.json` of a configuration, as Hugging Face reads it. */
export function configJson(
  config: EncoderConfig,
  architectureClass: string,
): Readonly<Record<string, unknown>> {
  const numbers = (fields: Readonly<Record<string, NumberField>>): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(fields).map(([field, [name]]) => [
        name,
        (config as unknown as Readonly<Record<string, unknown>>)[field],
      ]),
    );
  const architectures = [architectureClass];
  switch (config.architecture) {
    case "bert":
      return {
        architectures,
        model_type: "bert",
        hidden_act: "gelu",
        position_embedding_type: "absolute",
        ...numbers(bertNumbers),
      };
    case "norbert3":
      return {
        architectures,
        model_type: "norbert3",
        auto_map: {
          AutoConfig: `${norBert3Code}configuration_norbert.NorbertConfig`,
          AutoModel: `${norBert3Code}modeling_norbert.NorbertModel`,
          ...Object.fromEntries(
            ["MaskedLM", "SequenceClassification", "TokenClassification"].map((task) => [
              `AutoModelFor${task}`,
              `${norBert3Code}modeling_norbert.NorbertFor${task}`,
            ]),
          ),
        },
        ...numbers(norBert3Numbers),
        position_layout: config.positionLayout,
      };
    case "modernbert":
      return {
        architectures,
        model_type: "modernbert",
        hidden_activation: "gelu",
        ...numbers(modernBertNumbers),
        classifier_pooling: config.classifierPooling,
      };
  }
}

/** Numbers that `transformers` refuses where a whole one is written without its decimal point. */
const fractions =
  /("(?:initializer_range|initializer_cutoff_factor|layer_norm_eps|norm_eps)": \d+)(?=,?$)/gm;

/** The text of a `config.json`. */
export const configText = (json: object): string =>
  `${JSON.stringify(json, null, 2).replace(fractions, "$1.0")}\n`;
