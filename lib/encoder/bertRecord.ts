/** BERT as a record (Devlin et al. 2019); its computation is in `bert.ts`. */

import type { HostTensor, Tensor } from "../engine";
import { classification, type Architecture, type NameRule } from "./architecture";
import { encodeBert, initializeBert, type Bert } from "./bert";
import type { BertConfig } from "./config";
import { commonNumbers, readNumber, type NumberFields } from "./configFields";

const numbers: NumberFields<BertConfig> = {
  ...commonNumbers,
  padId: ["pad_token_id", "id", 0],
  typeVocabularySize: ["type_vocab_size", "size"],
  hiddenDropout: ["hidden_dropout_prob", "share"],
  initializerRange: ["initializer_range", "positive"],
};

const rules: readonly NameRule[] = [
  [/^encoder\.embeddings\.(word|position)$/, "bert.embeddings.$1_embeddings.weight"],
  [/^encoder\.embeddings\.type$/, "bert.embeddings.token_type_embeddings.weight"],
  [/^encoder\.embeddings\.norm\./, "bert.embeddings.LayerNorm."],
  [
    /^encoder\.layers\.(\d+)\.attention\.(query|key|value)\./,
    "bert.encoder.layer.$1.attention.self.$2.",
  ],
  [/^encoder\.layers\.(\d+)\.attention\.output\./, "bert.encoder.layer.$1.attention.output.dense."],
  [
    /^encoder\.layers\.(\d+)\.attention\.norm\./,
    "bert.encoder.layer.$1.attention.output.LayerNorm.",
  ],
  [
    /^encoder\.layers\.(\d+)\.feedForward\.intermediate\./,
    "bert.encoder.layer.$1.intermediate.dense.",
  ],
  [/^encoder\.layers\.(\d+)\.feedForward\.output\./, "bert.encoder.layer.$1.output.dense."],
  [/^encoder\.layers\.(\d+)\.feedForward\.norm\./, "bert.encoder.layer.$1.output.LayerNorm."],
  [/^maskedToken\.dense\./, "cls.predictions.transform.dense."],
  [/^maskedToken\.norm\./, "cls.predictions.transform.LayerNorm."],
  [/^maskedToken\.bias$/, "cls.predictions.bias"],
  [/^(?:nextSentence|sequence|choice)\.dense\./, "bert.pooler.dense."],
  [/^nextSentence\.classifier\./, "cls.seq_relationship."],
  [new RegExp(`^${classification}\\.classifier\\.`), "classifier."],
];

export const bert: Architecture<BertConfig, Bert<HostTensor>, Bert<Tensor>> = {
  name: "bert",
  initialize: initializeBert,
  encode: encodeBert,
  countsPositionsAnew: true,
  heads: {
    transformation: ({ hiddenSize: hidden, initializerRange: deviation }, draw) => ({
      dense: draw.linear(hidden, hidden, { deviation }),
      norm: draw.norm(hidden),
    }),
    normalizesInput: false,
    row: "pooler",
    transformsTokens: false,
    classifierWeights: ({ initializerRange }) => ({ deviation: initializerRange }),
    maskedTokenDropout: () => 0,
    classifierDropout: ({ classifierDropout, hiddenDropout }) => classifierDropout ?? hiddenDropout,
    pooling: () => "cls",
    firstPredictedId: () => 0,
    nextSentence: true,
  },
  settings: {
    types: ["bert"],
    recognizesClass: false,
    numbers,
    required: {
      hidden_act: "gelu",
      position_embedding_type: "absolute",
      is_decoder: false,
      add_cross_attention: false,
      tie_word_embeddings: true,
    },
    others: ["classifier_dropout"],
    // null, as most files have it, stands for hidden_dropout_prob.
    read: (json, where) =>
      json["classifier_dropout"] == null
        ? {}
        : { classifierDropout: readNumber(json, where, ["classifier_dropout", "share"]) },
    check: () => undefined,
    write: ({ classifierDropout }) => ({
      hidden_act: "gelu",
      position_embedding_type: "absolute",
      ...(classifierDropout !== undefined && { classifier_dropout: classifierDropout }),
    }),
  },
  names: {
    rules,
    prefix: "bert.",
    bare: /^(embeddings|encoder|pooler)\./,
    ignored:
      /^bert\.embeddings\.(position_ids|token_type_ids)$|^cls\.predictions\.decoder\.(weight|bias)$/,
    heads:
      /^(bert\.pooler\.dense|cls\.predictions\.transform\.(dense|LayerNorm)|cls\.seq_relationship|classifier)\.(weight|bias)$|^cls\.predictions\.bias$/,
    classes: "Bert",
  },
  files: {
    copies: () => [],
    buffers: () => [],
    namesSpecialIds: false,
    tokenizerClass: "BertTokenizer",
    transformersJs: "bert",
    longestTraced: ({ maximumPositions }) => maximumPositions,
  },
};
