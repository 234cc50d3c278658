/** Negative log-likelihoods, written twice as the operations of `intrinsics.ts` are. */

import * as tf from "@tensorflow/tfjs-core";
import { differentiable, runKernel } from "./intrinsics";
import { registerTraceKernel } from "./kernels";
import { cast } from "./nodes";
import { isTracing } from "./tracer";

type Tensor = tf.Tensor;

registerTraceKernel("ScatterDistinct", ({ base, indices, updates }, _, g) =>
  // Each (row, label) pair occurs once, so the race of a parallel scatter-add cannot happen.
  g.node("ScatterND", [base!, cast(g, indices!, "int64"), updates!], {}, base!),
);

/**
 * Negative log-likelihood of one label per row, in nats.
 *
 * @param logits - `[rows, labels]`
 * @param labels - `[rows]` int32
 * @returns `[rows]`
 */
export function negativeLogLikelihood(logits: Tensor, labels: Tensor): Tensor {
  const [rows, classes] = logits.shape as [number, number];
  return differentiable([logits], (save) => {
    // tfjs composes its logSoftmax of six operations; ONNX Runtime has one.
    const logProbabilities = isTracing()
      ? runKernel<Tensor>("LogSoftmax", { logits }, { axis: -1 })
      : tf.logSoftmax(logits);
    const places = tf.stack([tf.range(0, rows, 1, "int32"), labels], 1); // [rows, 2]
    save([logProbabilities, places, labels]);
    return {
      value: tf.neg(tf.gatherND(logProbabilities, places)),
      gradients: (dy, [logProbabilities, places, labels]) => {
        const probabilities = tf.exp(logProbabilities!);
        const weight = tf.reshape(dy, [rows, 1]);
        if (!isTracing())
          return [tf.mul(tf.sub(probabilities, tf.oneHot(labels as tf.Tensor1D, classes)), weight)];
        const ofLabel = tf.gatherND(probabilities, places!);
        return [
          runKernel<Tensor>(
            "ScatterDistinct",
            {
              base: tf.mul(probabilities, weight),
              indices: places!,
              updates: tf.mul(tf.sub(ofLabel, 1), dy),
            },
            {},
          ),
        ];
      },
    };
  });
}

/**
 * The mean of the values that count.
 *
 * @param weights - of the shape of `values`: 1, or 0 for a value that does not count
 * @returns a scalar, 0 if none counts
 */
export const meanOfCounted = (values: Tensor, weights: Tensor): Tensor =>
  tf.div(tf.sum(tf.mul(values, weights)), tf.maximum(tf.sum(weights), 1));

/**
 * Negative log-likelihood of independent yes-or-no labels, in nats, element by element.
 *
 * @param logits - of any shape
 * @param labels - of the same shape: 1 or 0
 */
export function binaryCrossEntropy(logits: Tensor, labels: Tensor): Tensor {
  return differentiable([logits], (save) => {
    save([logits, labels]);
    // log(1 + exp(x)) without overflow.
    const tail = tf.log(tf.add(tf.exp(tf.neg(tf.abs(logits))), 1));
    return {
      value: tf.add(tf.sub(tf.relu(logits), tf.mul(logits, labels)), tail),
      gradients: (dy, [logits, labels]) => [tf.mul(dy, tf.sub(tf.sigmoid(logits!), labels!))],
    };
  });
}
