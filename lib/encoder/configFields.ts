/** The settings of Hugging Face's `config.json` that are understood, by architecture. */

import type { BertConfig, EncoderConfig, ModernBertConfig, NorBert3Config } from "./config";

type Architecture = EncoderConfig["architecture"];

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

export const bertNumbers: NumberFields<BertConfig> = {
  ...commonNumbers,
  padId: ["pad_token_id", "id", 0],
  typeVocabularySize: ["type_vocab_size", "size"],
  hiddenDropout: ["hidden_dropout_prob", "share"],
  initializerRange: ["initializer_range", "positive"],
};

export const norBert3Numbers: NumberFields<NorBert3Config> = {
  ...commonNumbers,
  padId: ["pad_token_id", "id", 3],
  positionBuckets: ["position_bucket_size", "even"],
  firstPredictedId: ["first_predicted_id", "id", 107],
  hiddenDropout: ["hidden_dropout_prob", "share"],
};

export const modernBertNumbers: NumberFields<ModernBertConfig> = {
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
export const requiredSettings: Readonly<Record<Architecture, Readonly<Record<string, unknown>>>> = {
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

/** Settings that are words or tables, or that may be absent. */
const otherSettings: Readonly<Record<Architecture, readonly string[]>> = {
  bert: ["classifier_dropout"],
  norbert3: ["position_layout", "classifier_dropout"], // its reference reads no such rate
  modernbert: ["classifier_pooling", "rope_parameters", "layer_types"],
};

/** Every name that a `config.json` of this architecture may have. */
export function knownSettings(architecture: Architecture): ReadonlySet<string> {
  const numbers = {
    bert: bertNumbers,
    norbert3: norBert3Numbers,
    modernbert: modernBertNumbers,
  }[architecture];
  return new Set([
    ...Object.values<NumberField>(numbers).map(([name]) => name),
    ...otherSettings[architecture],
    ...Object.keys(requiredSettings[architecture]),
    ...withoutEffect,
  ]);
}
