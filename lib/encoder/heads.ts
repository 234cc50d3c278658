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
  gelu,
  lessEqual,
  lookup,
  matMul,
  range,
  reshape,
  tanh,
  type Dropout,
  type HostTensor,
  type Tensor,
} from "../engine";
import { biasWhere, type EncoderInput } from "./attention";
import { architectureOf } from "./architectures";
import type { EncoderConfig } from "./config";
import { pool } from "./pooling";
import { createInitializer, linear, norm, type Linear, type Norm } from "./layers";

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
  return {
    ...architectureOf(config).heads.transformation(config, draw),
    bias: draw.constant([config.vocabularySize], 0),
  };
}

/** The head of a decision about a row; for choices, one label. */
export function initializeSequenceHead(
  config: EncoderConfig,
  labels: number,
  seed: number,
): ClassificationHead<HostTensor> {
  const draw = createInitializer(seed, "sequence head");
  const { transformation, row, classifierWeights } = architectureOf(config).heads;
  const { dense, norm } = transformation(config, draw);
  return {
    ...(row === "pooler" || !norm ? { dense } : { dense, norm }),
    classifier: draw.linear(config.hiddenSize, labels, classifierWeights(config)),
  };
}

export function initializeTokenHead(
  config: EncoderConfig,
  labels: number,
  seed: number,
): ClassificationHead<HostTensor> {
  const draw = createInitializer(seed, "token head");
  const { transformation, transformsTokens, classifierWeights } = architectureOf(config).heads;
  return {
    ...(transformsTokens && transformation(config, draw)),
    classifier: draw.linear(config.hiddenSize, labels, classifierWeights(config)),
  };
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
  const { maskedTokenDropout, firstPredictedId } = architectureOf(config).heads;
  const rate = maskedTokenDropout(config);
  const kept = rate > 0 ? dropout.apply(x, rate) : x;
  const logits = add(matMul(kept, word, false, true), head.bias);
  const first = firstPredictedId(config);
  if (first === 0) return logits;
  // 0 for a token that may be predicted, large and negative for a special one: `[vocabulary]`.
  return add(logits, biasWhere(lessEqual(first, range(0, config.vocabularySize))));
}

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
  const { pooling, row, classifierDropout } = architectureOf(config).heads;
  const pooled = firstTokens
    ? lookup(hidden, firstTokens)
    : pool(hidden, mayAttend, pooling(config));
  const x =
    row === "pooler"
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
  const { transformsTokens, classifierDropout } = architectureOf(config).heads;
  const x = transformsTokens ? transform(config, head.dense!, head.norm, hidden) : hidden;
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
  const { normalizesInput } = architectureOf(config).heads;
  const input = normalizesInput ? norm(x, undefined, epsilon) : x;
  return norm(gelu(linear(input, dense)), weights, epsilon);
}
