/** One head of a golden model on one case, forwards and, if wanted, backwards. */

import {
  binaryCrossEntropy,
  compile,
  div,
  float32,
  int32,
  mean,
  mul,
  negativeLogLikelihood,
  noDropout,
  sum,
  withGradients,
  type ExecutorName,
  type HostTensor,
  type Tensor,
} from "../../engine";
import type { EncoderConfig } from "../config";
import { encode, type EncoderInput } from "../encoder";
import { ignoredLabel, type GoldenCase, type GoldenFolder, type GoldenHead } from "./golden";
import type { WholeModel } from "../wholeModel";
import { choiceLogits, maskedTokenLogits, sequenceLogits, tokenLogits } from "../heads";

type Batch<T> = EncoderInput<T> & {
  /** Class of each row of logits, int32; for several labels at once 0 or 1 each, float32. */
  readonly labels: T;
  /** `[rows]` 1 for a row of logits that counts, else 0. */
  readonly weights: T;
  /** `[batch*sequence]` int32: all of them, one after another. */
  readonly positions: T;
};

export type HeadResult<T> = {
  readonly states: readonly T[];
  readonly logits: T;
  readonly loss: T;
  readonly gradients?: WholeModel<T>;
};

/**
 * @returns every hidden state, the logits of every row or token, the loss, and its gradients
 * @throws RangeError if the case is longer than the model's positions
 */
export async function runGoldenCase(
  golden: GoldenFolder,
  one: GoldenCase,
  o: {
    readonly head: GoldenHead;
    /** The folder's configuration, or it with another setting of the head. */
    readonly config: EncoderConfig;
    readonly wantsGradients: boolean;
    readonly executor: ExecutorName | undefined;
  },
): Promise<HeadResult<HostTensor>> {
  const { head, config, wantsGradients, executor } = o;
  const forward = (
    model: WholeModel<Tensor>,
    input: Batch<Tensor>,
  ): Omit<HeadResult<Tensor>, "gradients"> => {
    const states = encode(config, model.encoder, input, noDropout);
    const logits = logitsOf(config, model, states.at(-1)!, input, one.choices ?? 1);
    return { states, logits, loss: lossOf(head, logits, input) };
  };
  type Inputs = { readonly model: WholeModel<HostTensor>; readonly input: Batch<HostTensor> };
  const run = compile<Inputs, HeadResult<Tensor>>(
    (inputs) => {
      const { model, input } = inputs as { model: WholeModel<Tensor>; input: Batch<Tensor> };
      return wantsGradients
        ? withGradients(model, (model) => forward(model, input))
        : forward(model, input);
    },
    executor ? { executor } : {},
  );
  try {
    const labels = one.labels(head);
    const input: Batch<HostTensor> = {
      ...one.input,
      labels:
        head === "multilabel"
          ? float32(Float32Array.from(labels), [one.batch, labels.length / one.batch])
          : int32(
              Int32Array.from(labels, (label) => (label === ignoredLabel ? 0 : label)),
              [labels.length],
            ),
      weights: float32(
        Float32Array.from(labels, (label) => Number(label !== ignoredLabel)),
        [labels.length],
      ),
      positions: int32(
        Int32Array.from({ length: one.batch * one.sequence }, (_, i) => i),
        [one.batch * one.sequence],
      ),
    };
    const result = await run({ model: golden.model(head), input });
    return result as unknown as HeadResult<HostTensor>;
  } finally {
    await run.release();
  }
}

/** Logits of the one head that the model has, a row for each label. */
function logitsOf(
  config: EncoderConfig,
  model: WholeModel<Tensor>,
  hidden: Tensor,
  input: Batch<Tensor>,
  choices: number,
): Tensor {
  if (model.maskedToken) {
    const { word } = model.encoder.embeddings;
    return maskedTokenLogits(config, model.maskedToken, word, hidden, input.positions, noDropout);
  }
  if (model.token) return tokenLogits(config, model.token, hidden, noDropout);
  if (model.choice) {
    const logits = sequenceLogits(config, model.choice, hidden, input, noDropout);
    return choiceLogits(logits, choices);
  }
  const head = (model.nextSentence ?? model.sequence)!;
  return sequenceLogits(config, head, hidden, input, noDropout);
}

/** Cross entropy of the rows that count; for several labels at once, of each label on its own. */
function lossOf(head: GoldenHead, logits: Tensor, { labels, weights }: Batch<Tensor>): Tensor {
  if (head === "multilabel") return mean(binaryCrossEntropy(logits, labels));
  return div(sum(mul(negativeLogLikelihood(logits, labels), weights)), sum(weights));
}
