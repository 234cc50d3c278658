/**
 * Operations with a derivative of their own, written twice: as a composite of tfjs operations, which
 * every eager backend runs, and as trace kernels that use ONNX Runtime's fused operators. Tests hold
 * the two against each other. Shapes use the axis names of `tree.ts`.
 */

import * as tf from "@tensorflow/tfjs-core";
import { registerTraceKernel } from "./kernels";
import { matMul as matMulNodes } from "./nodes";
import type { Dropout } from "./dropout";
import { isTracing } from "./tracer";

type Tensor = tf.Tensor;

export const runKernel = <T>(
  name: string,
  inputs: tf.NamedTensorMap,
  attributes: tf.NamedAttrMap,
): T => tf.engine().runKernel(name, inputs, attributes) as T;

// tf.customGrad types its callback for a variable number of tensors and a trailing save function;
// these two wrappers state what is really passed.
type Save = (tensors: Tensor[]) => void;
type Differentiable = {
  readonly value: Tensor;
  readonly gradients: (dy: Tensor, saved: Tensor[]) => Tensor[];
};
export function differentiable(inputs: Tensor[], forward: (save: Save) => Differentiable): Tensor {
  const op = tf.customGrad((...args: unknown[]) => {
    const save = args[args.length - 1] as Save;
    const { value, gradients } = forward(save);
    const gradFunc = (dy: Tensor | Tensor[], saved: Tensor[]): Tensor[] =>
      gradients(dy as Tensor, saved);
    return { value, gradFunc };
  });
  return op(...inputs);
}

// --- layer normalisation -------------------------------------------------------------------------

registerTraceKernel("LayerNormalization", ({ x, weight, bias }, { epsilon }, g) => {
  const column = { shape: [...x!.shape.slice(0, -1), 1], dtype: "float32" as const };
  const inputs = bias ? [x!, weight!, bias] : [x!, weight!];
  const attributes = { axis: { int: -1 }, epsilon: { float: epsilon } };
  return [...g.nodeWithOutputs("LayerNormalization", inputs, attributes, [x!, column, column])];
});

/**
 * Normalise over the last axis, then scale and shift.
 *
 * @param x - `[…, hidden]`
 * @param weight - `[hidden]`; 1 if absent
 * @param bias - `[hidden]`; 0 if absent
 * @param epsilon - added to the variance
 */
export function layerNorm(
  x: Tensor,
  weight: Tensor | undefined,
  bias: Tensor | undefined,
  epsilon: number,
): Tensor {
  const hidden = x.shape.at(-1)!;
  const inputs = [x, weight, bias].filter((tensor) => tensor !== undefined);
  return differentiable(inputs, (save) => {
    let value: Tensor, mean: Tensor, inverseDeviation: Tensor;
    if (isTracing())
      [value, mean, inverseDeviation] = runKernel<[Tensor, Tensor, Tensor]>(
        "LayerNormalization",
        { x, weight: weight ?? tf.ones([hidden]), ...(bias && { bias }) },
        { epsilon },
      );
    else {
      mean = tf.mean(x, -1, true);
      const centred = tf.sub(x, mean);
      inverseDeviation = tf.rsqrt(tf.add(tf.mean(tf.square(centred), -1, true), epsilon));
      value = tf.mul(centred, inverseDeviation);
      if (weight) value = tf.mul(value, weight);
      if (bias) value = tf.add(value, bias);
    }
    save([x, mean, inverseDeviation, ...(weight ? [weight] : [])]);
    return {
      value,
      gradients: (dy, [x, mean, inverseDeviation, weight]) => {
        // Normalised values are recomputed: one fused pass costs less than keeping them all.
        const normalised = isTracing()
          ? runKernel<Tensor[]>(
              "LayerNormalization",
              { x: x!, weight: tf.ones([hidden]) },
              { epsilon },
            )[0]!
          : tf.mul(tf.sub(x!, mean!), inverseDeviation!);
        const product = tf.mul(dy, normalised);
        // Row means of dy·weight and dy·weight·normalised, as products with a column.
        const column = tf.reshape(tf.mul(weight ?? tf.ones([hidden]), 1 / hidden), [hidden, 1]);
        const rowMean = (t: Tensor): Tensor =>
          tf.reshape(tf.matMul(tf.reshape(t, [-1, hidden]), column as tf.Tensor2D), mean!.shape);
        const scaled = weight ? tf.mul(dy, weight) : dy;
        const dx = tf.mul(
          tf.sub(tf.sub(scaled, rowMean(dy)), tf.mul(normalised, rowMean(product))),
          inverseDeviation!,
        );
        const rows = x!.shape.slice(0, -1).map((_, i) => i);
        return [
          dx,
          ...(weight ? [tf.sum(product, rows)] : []),
          ...(bias ? [tf.sum(dy, rows)] : []),
        ];
      },
    };
  });
}

// --- GELU ----------------------------------------------------------------------------------------

registerTraceKernel("Gelu", ({ x }, _, g) => g.node("Gelu", [x!], {}, x!, "com.microsoft"));
registerTraceKernel("HalfPlusHalf", ({ x }, _, g) =>
  // HardSigmoid clips to [0, 1], which (1 + erf) / 2 never leaves: one pass instead of two.
  g.node("HardSigmoid", [x!], { alpha: { float: 0.5 }, beta: { float: 0.5 } }, x!),
);

/** Gaussian error linear unit x·Φ(x), the exact form with erf, of any shape. */
export function gelu(x: Tensor): Tensor {
  const cumulative = (x: Tensor): Tensor => {
    const erf = tf.erf(tf.mul(x, Math.SQRT1_2));
    return isTracing()
      ? runKernel<Tensor>("HalfPlusHalf", { x: erf }, {})
      : tf.add(tf.mul(erf, 0.5), 0.5);
  };
  return differentiable([x], (save) => {
    save([x]);
    return {
      value: isTracing() ? runKernel<Tensor>("Gelu", { x }, {}) : tf.mul(x, cumulative(x)),
      gradients: (dy, [x]) => {
        const density = tf.mul(tf.exp(tf.mul(tf.square(x!), -0.5)), 1 / Math.sqrt(2 * Math.PI));
        return [tf.mul(dy, tf.add(cumulative(x!), tf.mul(x!, density)))];
      },
    };
  });
}

registerTraceKernel("GeluTanh", ({ x }, _, g) =>
  g.node("Gelu", [x!], { approximate: { text: "tanh" } }, x!),
);

/** The tanh approximation of {@link gelu}: x·(1 + tanh(√(2/π)·(x + 0.044715·x³)))/2, of any shape. */
export function geluTanh(x: Tensor): Tensor {
  const [slope, cubic] = [Math.sqrt(2 / Math.PI), 0.044715];
  const tanhOf = (x: Tensor): Tensor =>
    tf.tanh(tf.mul(tf.mul(x, tf.add(tf.mul(tf.square(x), cubic), 1)), slope));
  return differentiable([x], (save) => {
    save([x]);
    return {
      value: isTracing()
        ? runKernel<Tensor>("GeluTanh", { x }, {})
        : tf.mul(tf.mul(x, 0.5), tf.add(tanhOf(x), 1)),
      gradients: (dy, [x]) => {
        const t = tanhOf(x!);
        // d/dx of the argument of tanh, times x·(1 − tanh²).
        const inner = tf.mul(tf.add(tf.mul(tf.square(x!), 3 * cubic), 1), slope);
        const steep = tf.mul(tf.mul(x!, tf.sub(1, tf.square(t))), inner);
        return [tf.mul(dy, tf.mul(tf.add(tf.add(t, 1), steep), 0.5))];
      },
    };
  });
}

// --- attention -----------------------------------------------------------------------------------

registerTraceKernel("ScaledMatMul", ({ a, b }, { transposeA, transposeB, scale }, g) =>
  matMulNodes(g, a!, b!, transposeA, transposeB, scale),
);

const scaledMatMul = (
  a: Tensor,
  b: Tensor,
  transposeA: boolean,
  transposeB: boolean,
  scale: number,
): Tensor =>
  isTracing()
    ? runKernel<Tensor>("ScaledMatMul", { a, b }, { transposeA, transposeB, scale })
    : tf.mul(tf.matMul(a, b, transposeA, transposeB), scale);

export type AttentionOptions = {
  /** Broadcast to the scores; constant, large and negative where a query may not attend. */
  readonly bias: Tensor;
  /** Differentiable scores of relative positions, added before scaling: `[…, queries, keys]`. */
  readonly relative?: Tensor;
  /** Factor of the scores. @defaultValue 1/√headSize */
  readonly scale?: number;
  readonly dropout: Dropout;
  /** The share of attention probabilities to drop. */
  readonly rate: number;
};

/**
 * Scaled dot-product attention: softmax(scale·(query·keyᵀ + relative) + bias)·value. The leading axes
 * are the same for all three; usually they are batch and heads.
 *
 * @param query - `[…, queries, headSize]`
 * @param key - `[…, keys, headSize]`, as `value`
 * @returns `[…, queries, headSize]`
 */
export function attention(
  query: Tensor,
  key: Tensor,
  value: Tensor,
  { bias, relative, scale = 1 / Math.sqrt(query.shape.at(-1)!), dropout, rate }: AttentionOptions,
): Tensor {
  const keep = dropout.keep([...query.shape.slice(0, -1), key.shape.at(-2)!], rate);
  const drop = (x: Tensor, keep: Tensor | undefined): Tensor => (keep ? tf.mul(x, keep) : x);
  return differentiable([query, key, value, ...(relative ? [relative] : [])], (save) => {
    const content = scaledMatMul(query, key, false, true, scale);
    const scores = relative ? tf.add(content, tf.mul(relative, scale)) : content;
    const probabilities = tf.softmax(tf.add(scores, bias));
    const context = tf.matMul(drop(probabilities, keep), value);
    save([query, key, value, probabilities, context, ...(keep ? [keep] : [])]);
    return {
      value: context,
      gradients: (dContext, [query, key, value, probabilities, context, keep]) => {
        const dValue = scaledMatMul(drop(probabilities!, keep), dContext, true, false, 1);
        const dProbabilities = drop(scaledMatMul(dContext, value!, false, true, 1), keep);
        // Σ over keys of dP·P equals Σ over headSize of dO·O: the short axis is the cheaper sum.
        const rowSum = tf.sum(tf.mul(dContext, context!), -1, true);
        const dScores = tf.mul(tf.sub(dProbabilities, rowSum), probabilities!);
        return [
          scaledMatMul(dScores, key!, false, false, scale),
          scaledMatMul(dScores, query!, true, false, scale),
          dValue,
          ...(relative ? [tf.mul(dScores, scale)] : []),
        ];
      },
    };
  });
}

// --- lookup --------------------------------------------------------------------------------------

/**
 * Rows of a table. The derivative adds each row's gradient to its place in the table, in order.
 *
 * @param table - `[rows, hidden]`
 * @param indices - int32, any shape
 * @returns `[…indices, hidden]`
 */
export function lookup(table: Tensor, indices: Tensor): Tensor {
  const [rows, hidden] = table.shape as [number, number];
  return differentiable([table], (save) => {
    save([indices]);
    return {
      value: tf.gather(table, tf.cast(indices, "int32")),
      gradients: (dy, [indices]) => [
        tf.scatterND(
          tf.reshape(indices!, [indices!.size, 1]),
          tf.reshape(dy, [indices!.size, hidden]),
          [rows, hidden],
        ),
      ],
    };
  });
}
