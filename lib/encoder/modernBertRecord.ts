/** ModernBERT as a record (Warner et al. 2024); its computation is in `modernBert.ts`. */

import type { HostTensor, Tensor } from "../engine";
import { InputError } from "../errors";
import { isObject } from "../json";
import { classification, type Architecture, type NameRule } from "./architecture";
import type { ModernBertConfig } from "./config";
import {
  commonNumbers,
  readNumber,
  readWord,
  refuseSetting,
  type NumberFields,
  type Settings,
} from "./configFields";
import {
  encodeModernBert,
  initializeModernBert,
  modernBertWeights,
  type ModernBert,
} from "./modernBert";

const numbers: NumberFields<ModernBertConfig> = {
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

const rules: readonly NameRule[] = [
  [/^encoder\.embeddings\.word$/, "model.embeddings.tok_embeddings.weight"],
  [/^encoder\.embeddings\.norm\./, "model.embeddings.norm."],
  [/^encoder\.layers\.(\d+)\.attention\.norm\./, "model.layers.$1.attn_norm."],
  [/^encoder\.layers\.(\d+)\.attention\.queryKeyValue\./, "model.layers.$1.attn.Wqkv."],
  [/^encoder\.layers\.(\d+)\.attention\.output\./, "model.layers.$1.attn.Wo."],
  [/^encoder\.layers\.(\d+)\.feedForward\.norm\./, "model.layers.$1.mlp_norm."],
  [/^encoder\.layers\.(\d+)\.feedForward\.up\./, "model.layers.$1.mlp.Wi."],
  [/^encoder\.layers\.(\d+)\.feedForward\.down\./, "model.layers.$1.mlp.Wo."],
  [/^encoder\.norm\./, "model.final_norm."],
  [/^maskedToken\.bias$/, "decoder.bias"],
  [new RegExp(`^(?:maskedToken|${classification})\\.dense\\.`), "head.dense."],
  [new RegExp(`^(?:maskedToken|${classification})\\.norm\\.`), "head.norm."],
  [new RegExp(`^${classification}\\.classifier\\.`), "classifier."],
];

export const modernBert: Architecture<
  ModernBertConfig,
  ModernBert<HostTensor>,
  ModernBert<Tensor>
> = {
  name: "modernbert",
  initialize: initializeModernBert,
  encode: encodeModernBert,
  countsPositionsAnew: false,
  heads: {
    transformation: (config, draw) => ({
      dense: draw.projection(
        config.hiddenSize,
        config.hiddenSize,
        modernBertWeights(config).output,
      ),
      norm: draw.scale(config.hiddenSize),
    }),
    normalizesInput: false,
    row: "transformation",
    transformsTokens: true,
    classifierWeights: (config) => modernBertWeights(config).classifier,
    maskedTokenDropout: () => 0,
    classifierDropout: ({ classifierDropout }) => classifierDropout,
    pooling: ({ classifierPooling }) => classifierPooling,
    firstPredictedId: () => 0,
    nextSentence: false,
  },
  settings: {
    types: ["modernbert"],
    recognizesClass: false,
    numbers,
    required: {
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
    others: ["classifier_pooling", "rope_parameters", "layer_types"],
    read: (json, where) => ({
      ...readRotary(json, where),
      classifierPooling: readWord(json, where, "classifier_pooling", ["cls", "mean"]),
    }),
    check: ({ hiddenSize, heads }, where) => {
      if ((hiddenSize / heads) % 2 !== 0)
        throw new InputError(
          `${where}: a head of ${hiddenSize / heads} numbers cannot be rotated in pairs; choose an even size`,
        );
    },
    write: ({ classifierPooling }) => ({
      hidden_activation: "gelu",
      classifier_pooling: classifierPooling,
    }),
  },
  names: {
    rules,
    prefix: "model.",
    bare: /^(embeddings|layers|final_norm)\./,
    ignored: /^decoder\.weight$/,
    heads: /^(head\.(dense|norm)|classifier|decoder)\.(weight|bias)$/,
    classes: "ModernBert",
  },
  files: {
    copies: () => [],
    buffers: () => [],
    namesSpecialIds: true,
    tokenizerClass: "PreTrainedTokenizerFast",
    transformersJs: "modernbert",
    // Local layers compute longer rows in blocks, another form of graph, which gains little where every
    // third layer needs the whole square.
    longestTraced: ({ maximumPositions, localAttention }) =>
      Math.min(maximumPositions, 2 * localAttention + 1),
  },
};

/** Newer files of transformers list the kind of each layer and name the frequencies by it. */
function readRotary(
  json: Settings,
  where: string,
): Partial<Pick<ModernBertConfig, "globalTheta" | "localTheta">> {
  const { rope_parameters: rope, layer_types: types } = json;
  const every = readNumber(json, where, numbers.globalEvery);
  if (Array.isArray(types))
    types.forEach((type, i) => {
      const expected = i % every === 0 ? "full_attention" : "sliding_attention";
      if (type !== expected)
        refuseSetting(where, `layer_types[${i}]`, type, `only ${expected} is supported there`);
    });
  if (!isObject(rope)) return {};
  const theta = (kind: string): number => {
    const settings = rope[kind];
    return isObject(settings) && settings["rope_type"] === "default"
      ? readNumber(settings, where, ["rope_theta", "positive"])
      : refuseSetting(where, `rope_parameters.${kind}`, settings, 'expected rope_type "default"');
  };
  return { globalTheta: theta("full_attention"), localTheta: theta("sliding_attention") };
}
