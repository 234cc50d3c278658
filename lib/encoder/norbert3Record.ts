/** NorBERT3 as a record (Samuel et al. 2023); its computation is in `norbert3.ts`. */

import type { HostTensor, Tensor } from "../engine";
import { classification, type Architecture, type NameRule } from "./architecture";
import type { NorBert3Config } from "./config";
import { commonNumbers, readWord, type NumberFields } from "./configFields";
import {
  bucketIndices,
  encodeNorBert3,
  initializeNorBert3,
  norBert3Weights,
  type NorBert3,
} from "./norbert3";
import type { NamedTensor, TensorSource } from "./weights/safetensors";

const numbers: NumberFields<NorBert3Config> = {
  ...commonNumbers,
  padId: ["pad_token_id", "id", 3],
  positionBuckets: ["position_bucket_size", "even"],
  firstPredictedId: ["first_predicted_id", "id", 107],
  hiddenDropout: ["hidden_dropout_prob", "share"],
};

const rules: readonly NameRule[] = [
  [/^encoder\.embeddings\.word$/, "embedding.word_embedding.weight"],
  [/^encoder\.embeddings\.relative$/, "embedding.relative_embedding"],
  [/^encoder\.embeddings\.relativeNorm\./, "embedding.relative_layer_norm."],
  [/^encoder\.layers\.(\d+)\.attention\.queryKey\./, "transformer.layers.$1.attention.in_proj_qk."],
  [/^encoder\.layers\.(\d+)\.attention\.value\./, "transformer.layers.$1.attention.in_proj_v."],
  [/^encoder\.layers\.(\d+)\.attention\.output\./, "transformer.layers.$1.attention.out_proj."],
  [
    /^encoder\.layers\.(\d+)\.attention\.norm\./,
    "transformer.layers.$1.attention.post_layer_norm.",
  ],
  [/^encoder\.layers\.(\d+)\.feedForward\.up\./, "transformer.layers.$1.mlp.mlp.1."],
  [/^encoder\.layers\.(\d+)\.feedForward\.down\./, "transformer.layers.$1.mlp.mlp.4."],
  [/^maskedToken\.dense\./, "classifier.nonlinearity.1."],
  [/^maskedToken\.bias$/, "classifier.nonlinearity.5.bias"],
  [new RegExp(`^${classification}\\.dense\\.`), "head.nonlinearity.1."],
  [new RegExp(`^${classification}\\.classifier\\.`), "head.nonlinearity.5."],
];

/** Where `transformers` finds the code of NorBERT3, which it does not have itself. */
const code = "ltg/norbert3-base--";

export const norBert3: Architecture<NorBert3Config, NorBert3<HostTensor>, NorBert3<Tensor>> = {
  name: "norbert3",
  initialize: initializeNorBert3,
  encode: encodeNorBert3,
  countsPositionsAnew: false,
  heads: {
    transformation: (config, draw) => ({
      dense: draw.linear(config.hiddenSize, config.hiddenSize, norBert3Weights(config)),
    }),
    normalizesInput: true,
    row: "transformation",
    transformsTokens: true,
    classifierWeights: norBert3Weights,
    maskedTokenDropout: ({ hiddenDropout }) => hiddenDropout,
    classifierDropout: ({ hiddenDropout }) => hiddenDropout,
    pooling: () => "cls",
    firstPredictedId: ({ firstPredictedId }) => firstPredictedId,
    nextSentence: false,
  },
  settings: {
    types: ["norbert3", "norbert"],
    // Published files carry no `model_type` that names it, but classes `Norbert…`.
    recognizesClass: true,
    numbers,
    required: { hidden_act: "gelu", tie_word_embeddings: true },
    others: ["position_layout", "classifier_dropout"], // its reference reads no such rate
    read: (json, where) => ({
      positionLayout: readWord(json, where, "position_layout", ["interleaved", "halves"]),
    }),
    check: () => undefined,
    write: ({ positionLayout }) => ({
      auto_map: {
        AutoConfig: `${code}configuration_norbert.NorbertConfig`,
        AutoModel: `${code}modeling_norbert.NorbertModel`,
        ...Object.fromEntries(
          ["MaskedLM", "SequenceClassification", "TokenClassification"].map((task) => [
            `AutoModelFor${task}`,
            `${code}modeling_norbert.NorbertFor${task}`,
          ]),
        ),
      },
      position_layout: positionLayout,
    }),
  },
  names: {
    rules,
    prefix: "",
    bare: /^$/,
    ignored:
      /^transformer\.layers\.\d+\.attention\.position_indices$|^classifier\.nonlinearity\.5\.weight$/,
    heads: /^(classifier\.nonlinearity\.[15]|head\.nonlinearity\.[15])\.(weight|bias)$/,
    classes: "Norbert",
  },
  files: {
    copies: tiedCopies,
    buffers,
    namesSpecialIds: false,
    tokenizerClass: "PreTrainedTokenizerFast",
    transformersJs: "bert", // it has no class for NorBERT3
    longestTraced: ({ maximumPositions }) => maximumPositions,
  },
};

/**
 * The decoder a second time, as the published files have it: the reference code does not declare it as tied,
 * so its classes count it as missing otherwise.
 */
function tiedCopies(tensors: readonly NamedTensor[]): NamedTensor[] {
  const decoder = "classifier.nonlinearity.5";
  if (!tensors.some(({ name }) => name === `${decoder}.bias`)) return [];
  return tensors
    .filter(({ name }) => name === "embedding.word_embedding.weight")
    .map((tensor) => ({ ...tensor, name: `${decoder}.weight` }));
}

/** Constants that the reference code expects among the weights. */
function buffers(config: NorBert3Config): TensorSource[] {
  const { maximumPositions: size } = config;
  let indices: BigInt64Array | undefined;
  return Array.from({ length: config.layers }, (_, i) => ({
    name: `transformer.layers.${i}.attention.position_indices`,
    shape: [size, size],
    dtype: "I64" as const,
    read: () => (indices ??= bucketIndices(config)),
  }));
}
