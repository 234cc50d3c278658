/**
 * BERT (Devlin et al. 2019, arXiv 1810.04805), the architecture of nb-bert-large: learnt absolute
 * positions, two segments, normalisation after each residual sum, erf GELU.
 * Reference: google-research/bert at eedf571, and `BertModel` of Hugging Face transformers.
 */

import {
  add,
  attention,
  cast,
  gelu,
  lookup,
  matMul,
  mul,
  oneHot,
  reshape,
  slice,
  sub,
  transpose,
  type Dropout,
  type HostTensor,
  type Tensor,
} from "../engine";
import type { BertConfig } from "./config";
import { createInitializer, linear, norm, type Linear, type Norm } from "./layers";

export type BertLayer<T> = {
  readonly attention: {
    readonly query: Linear<T>;
    readonly key: Linear<T>;
    readonly value: Linear<T>;
    readonly output: Linear<T>;
    readonly norm: Norm<T>;
  };
  readonly feedForward: {
    readonly intermediate: Linear<T>;
    readonly output: Linear<T>;
    readonly norm: Norm<T>;
  };
};

export type Bert<T> = {
  readonly embeddings: {
    /** `[vocabulary, hidden]` */
    readonly word: T;
    /** `[maximumPositions, hidden]` */
    readonly position: T;
    /** `[typeVocabularySize, hidden]` */
    readonly type: T;
    readonly norm: Norm<T>;
  };
  readonly layers: readonly BertLayer<T>[];
};

/** Rows of tokens. All are `[batch, sequence]`. */
export type EncoderInput<T> = {
  /** Token ids, int32. */
  readonly ids: T;
  /** Segment of each token, int32: 0 or 1. */
  readonly types: T;
  /** 1 where a token may be attended to and 0 for padding, float32. */
  readonly mayAttend: T;
};

/**
 * Freshly drawn parameters: matrices and embeddings from N(0, initializerRange), the padding row and
 * all biases 0, normalisation scales 1.
 */
export function initializeBert(config: BertConfig, seed: number): Bert<HostTensor> {
  const { hiddenSize: hidden, feedForwardSize: feedForward, initializerRange: deviation } = config;
  const draw = createInitializer(seed, "bert");
  const word = draw.normal([config.vocabularySize, hidden], deviation);
  word.data.fill(0, config.padId * hidden, (config.padId + 1) * hidden);
  return {
    embeddings: {
      word,
      position: draw.normal([config.maximumPositions, hidden], deviation),
      type: draw.normal([config.typeVocabularySize, hidden], deviation),
      norm: draw.norm(hidden),
    },
    layers: Array.from({ length: config.layers }, () => ({
      attention: {
        query: draw.linear(hidden, hidden, deviation),
        key: draw.linear(hidden, hidden, deviation),
        value: draw.linear(hidden, hidden, deviation),
        output: draw.linear(hidden, hidden, deviation),
        norm: draw.norm(hidden),
      },
      feedForward: {
        intermediate: draw.linear(hidden, feedForward, deviation),
        output: draw.linear(feedForward, hidden, deviation),
        norm: draw.norm(hidden),
      },
    })),
  };
}

/**
 * The last hidden state of each token.
 *
 * @param input - ids, types and mayAttend, each `[batch, sequence]`
 * @returns `[batch*sequence, hidden]`
 * @throws RangeError if the sequence is longer than the position table
 */
export function encodeBert(
  config: BertConfig,
  parameters: Bert<Tensor>,
  input: EncoderInput<Tensor>,
  dropout: Dropout,
): Tensor {
  const [batch, sequence] = input.ids.shape as [number, number];
  if (sequence > config.maximumPositions)
    throw new RangeError(
      `a row of ${sequence} tokens exceeds the model's ${config.maximumPositions} positions`,
    );
  const mayNotAttend = mul(sub(1, input.mayAttend), -1e9);
  const bias = reshape(mayNotAttend, [batch, 1, 1, sequence]);
  let x = embed(config, parameters.embeddings, input, dropout);
  for (const layer of parameters.layers) {
    x = attend(config, layer.attention, x, bias, dropout, [batch, sequence]);
    x = feedForward(config, layer.feedForward, x, dropout);
  }
  return x;
}

function embed(
  config: BertConfig,
  { word, position, type, norm: weights }: Bert<Tensor>["embeddings"],
  { ids, types }: EncoderInput<Tensor>,
  dropout: Dropout,
): Tensor {
  const [batch, sequence] = ids.shape as [number, number];
  const { hiddenSize: hidden, typeVocabularySize } = config;
  const words = lookup(word, ids); // [batch, sequence, hidden]
  const positions = slice(position, [0, 0], [sequence, hidden]); // [sequence, hidden]
  // A table of two rows: a product with one-hot rows needs no scatter in its derivative.
  const hot = oneHot(cast(reshape(types, [batch * sequence]), "int32"), typeVocabularySize);
  const segments = reshape(matMul(cast(hot, "float32"), type), [batch, sequence, hidden]);
  const sum = reshape(add(add(words, positions), segments), [batch * sequence, hidden]);
  return dropout.apply(norm(sum, weights, config.layerNormEpsilon), config.hiddenDropout);
}

function attend(
  config: BertConfig,
  layer: BertLayer<Tensor>["attention"],
  x: Tensor,
  bias: Tensor,
  dropout: Dropout,
  [batch, sequence]: readonly [number, number],
): Tensor {
  const headSize = config.hiddenSize / config.heads;
  const split = (t: Tensor): Tensor =>
    transpose(reshape(t, [batch, sequence, config.heads, headSize]), [0, 2, 1, 3]);
  const context = attention(
    split(linear(x, layer.query)), // [batch, heads, sequence, headSize]
    split(linear(x, layer.key)),
    split(linear(x, layer.value)),
    bias,
    dropout,
    config.attentionDropout,
  );
  const joined = reshape(transpose(context, [0, 2, 1, 3]), [batch * sequence, config.hiddenSize]);
  const output = dropout.apply(linear(joined, layer.output), config.hiddenDropout);
  return norm(add(x, output), layer.norm, config.layerNormEpsilon);
}

function feedForward(
  config: BertConfig,
  layer: BertLayer<Tensor>["feedForward"],
  x: Tensor,
  dropout: Dropout,
): Tensor {
  const inner = gelu(linear(x, layer.intermediate)); // [batch*sequence, feedForward]
  const output = dropout.apply(linear(inner, layer.output), config.hiddenDropout);
  return norm(add(x, output), layer.norm, config.layerNormEpsilon);
}
