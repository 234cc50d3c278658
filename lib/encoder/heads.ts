/**
 * What is put on top of an encoder's hidden states: one function and one initialisation for each head.
 * The architectures differ in how a state is transformed before the last affine map:
 *
 * - BERT: dense, GELU, normalisation for hidden tokens; dense, tanh of the first token ("pooler") for
 *   rows; nothing for tokens.
 * - NorBERT3: normalisation, dense, GELU, normalisation, everywhere. Its reference applies the choice
 *   head to all positions of a row, which means nothing; here it reads the first token.
 * - ModernBERT: dense, GELU, normalisation with a scale, everywhere; rows by their first token or by the
 *   mean of their tokens, as the configuration says.
 */

import {
  add,
  div,
  gelu,
  lessEqual,
  lookup,
  matMul,
  mul,
  range,
  reshape,
  sum,
  tanh,
  type Dropout,
  type HostTensor,
  type Tensor,
} from "../engine";
import { biasWhere, type EncoderInput } from "./attention";
import type { EncoderConfig, NorBert3Config } from "./config";
import {
  createInitializer,
  linear,
  norm,
  type Distribution,
  type Initializer,
  type Linear,
  type Norm,
} from "./layers";
import { modernBertWeights } from "./modernBert";
import { norBert3Weights } from "./norbert3";

/** Predicts hidden tokens; the decoder is the word embedding itself plus a bias. */
export type MaskedTokenHead<T> = {
  readonly dense: Linear<T>;
  /** Absent in NorBERT3, whose normalisation has no parameters. */
  readonly norm?: Norm<T>;
  /** `[vocabulary]` */
  readonly bias: T;
};

/** A decision about a row or about each token. */
export type ClassificationHead<T> = {
  /** Absent for tokens of BERT. */
  readonly dense?: Linear<T>;
  readonly norm?: Norm<T>;
  /** `[labels, hidden]` and `[labels]` */
  readonly classifier: Linear<T>;
};

// --- initialisation ------------------------------------------------------------------------------

export function initializeMaskedTokenHead(
  config: EncoderConfig,
  seed: number,
): MaskedTokenHead<HostTensor> {
  const draw = createInitializer(seed, "masked-token head");
  return { ...transformation(config, draw), bias: draw.constant([config.vocabularySize], 0) };
}

/** The head of a decision about a row; for choices, one label. */
export function initializeSequenceHead(
  config: EncoderConfig,
  labels: number,
  seed: number,
): ClassificationHead<HostTensor> {
  const draw = createInitializer(seed, "sequence head");
  const { hiddenSize: hidden } = config;
  const before =
    config.architecture === "bert"
      ? { dense: draw.linear(hidden, hidden, { deviation: config.initializerRange }) }
      : transformation(config, draw);
  return { ...before, classifier: draw.linear(hidden, labels, classifierWeights(config)) };
}

export function initializeTokenHead(
  config: EncoderConfig,
  labels: number,
  seed: number,
): ClassificationHead<HostTensor> {
  const draw = createInitializer(seed, "token head");
  return {
    ...(config.architecture !== "bert" && transformation(config, draw)),
    classifier: draw.linear(config.hiddenSize, labels, classifierWeights(config)),
  };
}

function transformation(
  config: EncoderConfig,
  draw: Initializer,
): { dense: Linear<HostTensor>; norm?: Norm<HostTensor> } {
  const { hiddenSize: hidden } = config;
  switch (config.architecture) {
    case "bert": {
      const weights = { deviation: config.initializerRange };
      return { dense: draw.linear(hidden, hidden, weights), norm: draw.norm(hidden) };
    }
    case "norbert3":
      return { dense: draw.linear(hidden, hidden, norBert3Weights(config)) };
    case "modernbert": {
      const { output } = modernBertWeights(config);
      return { dense: draw.projection(hidden, hidden, output), norm: draw.scale(hidden) };
    }
  }
}

function classifierWeights(config: EncoderConfig): Distribution {
  switch (config.architecture) {
    case "bert":
      return { deviation: config.initializerRange };
    case "norbert3":
      return norBert3Weights(config);
    case "modernbert":
      return modernBertWeights(config).classifier;
  }
}

// --- logits --------------------------------------------------------------------------------------

/**
 * Logits over the vocabulary, computed at the given positions only: with 15 % hidden, the largest
 * product of the model shrinks to a seventh. NorBERT3's special tokens get logits of −1e9 and less,
 * where its reference has −∞: their probability is 0 either way.
 *
 * @param hidden - `[batch*sequence, hidden]`
 * @param positions - `[masked]` int32 rows of `hidden`
 * @param word - the word embedding, `[vocabulary, hidden]`
 * @returns `[masked, vocabulary]`
 */
export function maskedTokenLogits(
  config: EncoderConfig,
  head: MaskedTokenHead<Tensor>,
  word: Tensor,
  hidden: Tensor,
  positions: Tensor,
  dropout: Dropout,
): Tensor {
  const chosen = lookup(hidden, positions); // [masked, hidden]
  const x = transform(config, head.dense, head.norm, chosen);
  // BERT and ModernBERT drop nothing here.
  const kept = config.architecture === "norbert3" ? dropout.apply(x, config.hiddenDropout) : x;
  const logits = add(matMul(kept, word, false, true), head.bias);
  return config.architecture === "norbert3" ? add(logits, unpredicted(config)) : logits;
}

/** 0 for a token that may be predicted, large and negative for a special one: `[vocabulary]`. */
const unpredicted = ({ vocabularySize, firstPredictedId }: NorBert3Config): Tensor =>
  biasWhere(lessEqual(firstPredictedId, range(0, vocabularySize)));

/**
 * Logits of each row: for next sentences, classes, several labels at once, and, with one label, choices.
 *
 * @param hidden - `[batch*sequence, hidden]`
 * @param firstTokens - `[decisions]` int32 rows of `hidden` to decide about, where a row of tokens holds
 *   several documents
 * @returns `[batch, labels]`, or `[decisions, labels]`
 */
export function sequenceLogits(
  config: EncoderConfig,
  head: ClassificationHead<Tensor>,
  hidden: Tensor,
  { mayAttend }: Pick<EncoderInput<Tensor>, "mayAttend">,
  dropout: Dropout,
  firstTokens?: Tensor,
): Tensor {
  const pooling = config.architecture === "modernbert" ? config.classifierPooling : "cls";
  const pooled = firstTokens ? lookup(hidden, firstTokens) : pool(hidden, mayAttend, pooling);
  const x =
    config.architecture === "bert"
      ? tanh(linear(pooled, head.dense!))
      : transform(config, head.dense!, head.norm, pooled);
  return linear(dropout.apply(x, classifierDropout(config)), head.classifier);
}

/**
 * Logits of each token.
 *
 * @param hidden - `[batch*sequence, hidden]`
 * @returns `[batch*sequence, labels]`
 */
export function tokenLogits(
  config: EncoderConfig,
  head: ClassificationHead<Tensor>,
  hidden: Tensor,
  dropout: Dropout,
): Tensor {
  const x =
    config.architecture === "bert" ? hidden : transform(config, head.dense!, head.norm, hidden);
  return linear(dropout.apply(x, classifierDropout(config)), head.classifier);
}

/** `[batch, choices]` from one logit for each of `batch*choices` rows. */
export const choiceLogits = (logits: Tensor, choices: number): Tensor =>
  reshape(logits, [-1, choices]);

function transform(
  config: EncoderConfig,
  dense: Linear<Tensor>,
  weights: Norm<Tensor> | undefined,
  x: Tensor,
): Tensor {
  const { layerNormEpsilon: epsilon } = config;
  const input = config.architecture === "norbert3" ? norm(x, undefined, epsilon) : x;
  return norm(gelu(linear(input, dense)), weights, epsilon);
}

/** What stands for a row: its first token's state, or the mean over its tokens, special ones too. */
export const poolings = ["mean", "cls"] as const;
export type Pooling = (typeof poolings)[number];

/** `[batch*sequence, hidden]` → `[batch, hidden]` */
export function pool(hidden: Tensor, mayAttend: Tensor, pooling: Pooling): Tensor {
  const [batch, sequence] = mayAttend.shape as [number, number];
  if (pooling === "cls") return lookup(hidden, range(0, batch * sequence, sequence, "int32"));
  const weights = reshape(mayAttend, [batch, sequence, 1]);
  const total = sum(mul(reshape(hidden, [batch, sequence, hidden.shape[1]!]), weights), 1);
  return div(total, sum(weights, 1));
}

function classifierDropout(config: EncoderConfig): number {
  switch (config.architecture) {
    case "bert":
      return config.classifierDropout ?? config.hiddenDropout;
    case "norbert3":
      return config.hiddenDropout;
    case "modernbert":
      return config.classifierDropout;
  }
}
