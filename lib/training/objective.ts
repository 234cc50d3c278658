/** What pretraining minimises: the masked-token loss, plus the next-sentence loss where pairs exist. */

import { architectureOf } from "../encoder/architectures";
import {
  add,
  div,
  flatten,
  isHostTensor,
  maximum,
  mul,
  negativeLogLikelihood,
  noDropout,
  sizeOf,
  sum,
  type Dropout,
  type HostTensor,
  type Tensor,
} from "../engine";
import {
  encodeLast,
  initializeEncoder,
  type Encoder,
  type EncodeOptions,
  type EncoderInput,
} from "../encoder/encoder";
import type { EncoderConfig } from "../encoder/config";
import {
  initializeMaskedTokenHead,
  initializeSequenceHead,
  maskedTokenLogits,
  sequenceLogits,
  type ClassificationHead,
  type MaskedTokenHead,
} from "../encoder/heads";

/** An encoder with the heads it is pretrained with. */
export type PretrainingModel<T> = {
  readonly encoder: Encoder<T>;
  readonly maskedToken: MaskedTokenHead<T>;
  /** BERT only: the others were not made to tell whether two parts belong together. */
  readonly nextSentence?: ClassificationHead<T>;
};

/** The tensors of one batch. `masked` is the same for every batch, so that one graph serves all. */
export type PretrainingInput<T> = EncoderInput<T> & {
  /** `[masked]` int32: flat positions row·sequence + column. */
  readonly maskedPositions: T;
  /** `[masked]` int32: the original tokens. */
  readonly maskedLabels: T;
  /** `[masked]` float32: 1, or 0 for an entry that only fills up. */
  readonly maskedWeights: T;
  /** Pairs of first and second part, as many as there are or, packed, several a row. */
  readonly nextSentence?: {
    /** `[pairs]` int32: flat position of the pair's first token. */
    readonly positions: T;
    /** `[pairs]` int32: 0 if the second part follows the first, 1 if it comes from elsewhere. */
    readonly labels: T;
    /** `[pairs]` float32: 1, or 0 for an entry that only fills up. */
    readonly weights: T;
  };
};

/** What a step masks and asks in all its micro-batches and processes: the denominators of its losses. */
export type StepTotals<T> = {
  /** Scalar float32: masked tokens, or 1 if there are none. */
  readonly maskedTokens: T;
  /** Scalar float32: pairs, or 1 if there are none. */
  readonly pairs: T;
};

export function initializePretrainingModel(
  config: EncoderConfig,
  seed: number,
): PretrainingModel<HostTensor> {
  return {
    encoder: initializeEncoder(config, seed),
    maskedToken: initializeMaskedTokenHead(config, seed),
    ...(architectureOf(config).heads.nextSentence && {
      nextSentence: initializeSequenceHead(config, 2, seed),
    }),
  };
}

/** Numbers in a model, tied matrices counted once; only shapes are read. */
export const countParameters = (model: object): number =>
  flatten(model, isHostTensor).reduce((total, [, { shape }]) => total + sizeOf(shape), 0);

/**
 * Losses of a batch, in nats: the mean over masked tokens and the mean over pairs, added with equal weight
 * (Devlin et al. 2019, section A.2). A batch without either gives 0.
 *
 * @param options.totals - of the step that the batch is a micro-batch of: the losses are then the batch's part
 *   of the step's, and the parts of all micro-batches add up to it. Means of micro-batches would not: tokens in
 *   one with few of them would weigh more
 * @returns scalars `loss` and `maskedLoss`, `nextSentenceLoss` where the batch asks about pairs, and
 *   `tokenLosses` `[masked]`
 * @throws RangeError for pairs and a model without a next-sentence head
 */
export function pretrainingLoss(
  config: EncoderConfig,
  model: PretrainingModel<Tensor>,
  input: PretrainingInput<Tensor>,
  dropout: Dropout,
  options: EncodeOptions & { readonly totals?: StepTotals<Tensor> } = {},
): { loss: Tensor; maskedLoss: Tensor; nextSentenceLoss?: Tensor; tokenLosses: Tensor } {
  const hidden = encodeLast(config, model.encoder, input, dropout, options);
  const logits = maskedTokenLogits(
    config,
    model.maskedToken,
    model.encoder.embeddings.word,
    hidden,
    input.maskedPositions,
    dropout,
  );
  const tokenLosses = mul(negativeLogLikelihood(logits, input.maskedLabels), input.maskedWeights);
  const { totals } = options;
  const maskedLoss = div(
    sum(tokenLosses),
    totals?.maskedTokens ?? maximum(sum(input.maskedWeights), 1),
  );
  if (!input.nextSentence) return { loss: maskedLoss, maskedLoss, tokenLosses };
  if (!model.nextSentence)
    throw new RangeError(`a ${config.architecture} model has no head for next sentences`);
  const { positions, labels, weights } = input.nextSentence;
  // The references drop nothing between pooler and classifier here, unlike in fine-tuning.
  const pairLogits = sequenceLogits(
    config,
    model.nextSentence,
    hidden,
    input,
    noDropout,
    positions,
  );
  const pairLosses = mul(negativeLogLikelihood(pairLogits, labels), weights);
  const nextSentenceLoss = div(sum(pairLosses), totals?.pairs ?? maximum(sum(weights), 1));
  return { loss: add(maskedLoss, nextSentenceLoss), maskedLoss, nextSentenceLoss, tokenLosses };
}
