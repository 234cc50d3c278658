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
  oneHot,
  reshape,
  slice,
  type Dropout,
  type HostTensor,
  type RunLayer,
  type Tensor,
} from "../engine";
import { attentionBias, joinHeads, splitHeads, type EncoderInput } from "./attention";
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

/**
 * Freshly drawn parameters: matrices and embeddings from N(0, initializerRange), the padding row and
 * all biases 0, normalisation scales 1.
 */
export function initializeBert(config: BertConfig, seed: number): Bert<HostTensor> {
  const { hiddenSize: hidden, feedForwardSize: feedForward } = config;
  const weights = { deviation: config.initializerRange };
  const draw = createInitializer(seed, "bert");
  return {
    embeddings: {
      word: draw.table(config.vocabularySize, hidden, weights, config.padId),
      position: draw.table(config.maximumPositions, hidden, weights),
      type: draw.table(config.typeVocabularySize, hidden, weights),
      norm: draw.norm(hidden),
    },
    layers: Array.from({ length: config.layers }, () => ({
      attention: {
        query: draw.linear(hidden, hidden, weights),
        key: draw.linear(hidden, hidden, weights),
        value: draw.linear(hidden, hidden, weights),
        output: draw.linear(hidden, hidden, weights),
        norm: draw.norm(hidden),
      },
      feedForward: {
        intermediate: draw.linear(hidden, feedForward, weights),
        output: draw.linear(feedForward, hidden, weights),
        norm: draw.norm(hidden),
      },
    })),
  };
}

/**
 * Hidden states: the embeddings, then the output of each layer.
 *
 * @param input - tensors of `[batch, sequence]`
 * @param run - how each layer is run
 * @returns `layers + 1` tensors of `[batch*sequence, hidden]`
 */
export function encodeBert(
  config: BertConfig,
  parameters: Bert<Tensor>,
  input: EncoderInput<Tensor>,
  dropout: Dropout,
  run: RunLayer,
): Tensor[] {
  const bias = attentionBias(input);
  const states = [embed(config, parameters.embeddings, input, dropout)];
  for (const layer of parameters.layers)
    states.push(
      run(
        ({ layer, x, bias }, dropout) => {
          const attended = attend(config, layer.attention, x, bias, dropout);
          return feedForward(config, layer.feedForward, attended, dropout);
        },
        { layer, x: states.at(-1)!, bias },
        dropout,
      ),
    );
  return states;
}

function embed(
  config: BertConfig,
  { word, position, type, norm: weights }: Bert<Tensor>["embeddings"],
  { ids, types, packing }: EncoderInput<Tensor>,
  dropout: Dropout,
): Tensor {
  const [batch, sequence] = ids.shape as [number, number];
  const { hiddenSize: hidden, typeVocabularySize } = config;
  const words = lookup(word, ids); // [batch, sequence, hidden]
  const positions = packing
    ? lookup(position, packing.positions) // [batch, sequence, hidden]
    : slice(position, [0, 0], [sequence, hidden]); // [sequence, hidden]
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
): Tensor {
  const heads = (t: Tensor): Tensor => splitHeads(t, bias.shape[0]!, config.heads);
  const context = attention(
    heads(linear(x, layer.query)), // [batch, heads, sequence, headSize]
    heads(linear(x, layer.key)),
    heads(linear(x, layer.value)),
    { bias, dropout, rate: config.attentionDropout },
  );
  const output = dropout.apply(linear(joinHeads(context), layer.output), config.hiddenDropout);
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
