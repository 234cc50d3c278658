/** What is put on top of BERT's hidden states: one function and one initialisation for each head. */

import {
  add,
  gelu,
  lookup,
  matMul,
  range,
  reshape,
  tanh,
  type Dropout,
  type HostTensor,
  type Tensor,
} from "../engine";
import type { BertConfig } from "./config";
import { createInitializer, linear, norm, type Linear, type Norm } from "./layers";

/** Predicts hidden tokens; the decoder is the word embedding itself plus a bias. */
export type MaskedTokenHead<T> = {
  readonly dense: Linear<T>;
  readonly norm: Norm<T>;
  /** `[vocabulary]` */
  readonly bias: T;
};

/** A decision about a whole row, from its first token: pooler, then an affine map. */
export type SequenceHead<T> = {
  readonly pooler: Linear<T>;
  /** `[labels, hidden]` */
  readonly classifier: Linear<T>;
};

export function initializeMaskedTokenHead(
  config: BertConfig,
  seed: number,
): MaskedTokenHead<HostTensor> {
  const draw = createInitializer(seed, "masked-token head");
  const { hiddenSize: hidden, initializerRange } = config;
  return {
    dense: draw.linear(hidden, hidden, initializerRange),
    norm: draw.norm(hidden),
    bias: draw.constant([config.vocabularySize], 0),
  };
}

export function initializeSequenceHead(
  config: BertConfig,
  labels: number,
  seed: number,
): SequenceHead<HostTensor> {
  const draw = createInitializer(seed, "sequence head");
  const { hiddenSize: hidden, initializerRange } = config;
  return {
    pooler: draw.linear(hidden, hidden, initializerRange),
    classifier: draw.linear(hidden, labels, initializerRange),
  };
}

export function initializeTokenHead(
  config: BertConfig,
  labels: number,
  seed: number,
): Linear<HostTensor> {
  return createInitializer(seed, "token head").linear(
    config.hiddenSize,
    labels,
    config.initializerRange,
  );
}

/**
 * Logits over the vocabulary, computed at the given positions only: with 15 % hidden, the largest
 * product of the model shrinks to a seventh.
 *
 * @param hidden - `[batch*sequence, hidden]`
 * @param positions - `[masked]` int32 rows of `hidden`
 * @param word - the word embedding, `[vocabulary, hidden]`
 * @returns `[masked, vocabulary]`
 */
export function maskedTokenLogits(
  config: BertConfig,
  head: MaskedTokenHead<Tensor>,
  word: Tensor,
  hidden: Tensor,
  positions: Tensor,
): Tensor {
  const chosen = lookup(hidden, positions); // [masked, hidden]
  const x = norm(gelu(linear(chosen, head.dense)), head.norm, config.layerNormEpsilon);
  return add(matMul(x, word, false, true), head.bias);
}

/**
 * Logits of each row.
 *
 * @param hidden - `[batch*sequence, hidden]`
 * @returns `[batch, labels]`
 */
export function sequenceLogits(
  config: BertConfig,
  head: SequenceHead<Tensor>,
  hidden: Tensor,
  batch: number,
  dropout: Dropout,
): Tensor {
  const sequence = hidden.shape[0]! / batch;
  const firstTokens = lookup(hidden, range(0, batch * sequence, sequence, "int32")); // [batch, hidden]
  const pooled = tanh(linear(firstTokens, head.pooler));
  return linear(dropout.apply(pooled, config.hiddenDropout), head.classifier);
}

/**
 * Logits of each token.
 *
 * @param hidden - `[batch*sequence, hidden]`
 * @returns `[batch*sequence, labels]`
 */
export function tokenLogits(
  config: BertConfig,
  head: Linear<Tensor>,
  hidden: Tensor,
  dropout: Dropout,
): Tensor {
  return linear(dropout.apply(hidden, config.hiddenDropout), head);
}

/** `[batch, choices]` from one logit for each of `batch*choices` rows. */
export const choiceLogits = (logits: Tensor, choices: number): Tensor =>
  reshape(logits, [-1, choices]);
