/** Operations with inputs for each, which every executor must compute alike. */

import * as tf from "@tensorflow/tfjs-core";
import { expect } from "vitest";
import {
  compile,
  float32,
  int32,
  attention,
  binaryCrossEntropy,
  gelu,
  geluTanh,
  layerNorm,
  lookup,
  negativeLogLikelihood,
  noDropout,
  withGradients,
  type ExecutorName,
  type HostTensor,
  type Tensor,
} from "../../lib/engine";
import { random } from "../../lib/random";

export type Case = readonly [
  name: string,
  inputs: Readonly<Record<string, HostTensor>>,
  fn: (inputs: Readonly<Record<string, Tensor>>) => Tensor | readonly Tensor[],
];

const draw = random(1, "kernel tests");
const size = (shape: readonly number[]): number => shape.reduce((a, b) => a * b, 1);
/** Normal deviates. */
const real = (...shape: number[]): HostTensor =>
  float32(Float32Array.from({ length: size(shape) }, draw.normal), shape);
/** Uniform in [0.5, 2). */
const above = (...shape: number[]): HostTensor =>
  float32(
    Float32Array.from({ length: size(shape) }, () => 0.5 + 1.5 * draw.uniform()),
    shape,
  );
const integers = (limit: number, ...shape: number[]): HostTensor =>
  int32(
    Int32Array.from({ length: size(shape) }, () => draw.integer(limit)),
    shape,
  );
const bits = (...shape: number[]): HostTensor => ({
  data: Uint8Array.from({ length: size(shape) }, () => draw.integer(2)),
  shape,
  dtype: "bool",
});

const ab = { a: real(2, 3, 4), b: above(3, 1) };
const x = { x: real(2, 3, 4) };
const positive = { x: above(2, 3, 4) };
const whole = { a: integers(4, 2, 3), b: integers(4, 3) };

const arithmetic: Case[] = [
  ["add", ab, ({ a, b }) => tf.add(a!, b!)],
  ["sub", ab, ({ a, b }) => tf.sub(a!, b!)],
  ["sub, the small one first", ab, ({ a, b }) => tf.sub(b!, a!)],
  ["mul", ab, ({ a, b }) => tf.mul(a!, b!)],
  ["div", ab, ({ a, b }) => tf.div(a!, b!)],
  ["pow", { a: above(2, 3), b: real(3) }, ({ a, b }) => tf.pow(a!, b!)],
  ["maximum and minimum", ab, ({ a, b }) => [tf.maximum(a!, b!), tf.minimum(a!, b!)]],
  ["squaredDifference", ab, ({ a, b }) => tf.squaredDifference(a!, b!)],
  ["both sides broadcast", { a: real(4, 1), b: real(1, 5) }, ({ a, b }) => tf.add(a!, b!)],
  ["int32 arithmetic", whole, ({ a, b }) => tf.sub(tf.mul(a!, b!), tf.add(a!, b!))],
  ["int32 with float32", { a: whole.a, b: real(3) }, ({ a, b }) => tf.mul(a!, b!)],
  [
    "greater, less and their equals",
    whole,
    ({ a, b }) => [
      tf.greater(a!, b!),
      tf.greaterEqual(a!, b!),
      tf.less(a!, b!),
      tf.lessEqual(a!, b!),
    ],
  ],
  ["equal and notEqual", whole, ({ a, b }) => [tf.equal(a!, b!), tf.notEqual(a!, b!)]],
  [
    "and, or, not",
    { a: bits(3, 4), b: bits(4) },
    ({ a, b }) => [tf.logicalAnd(a!, b!), tf.logicalOr(a!, b!), tf.logicalNot(a!)],
  ],
  ["addN", { a: real(2, 3), b: real(2, 3) }, ({ a, b }) => tf.addN([a!, b!, a!])],
  ...(["neg", "exp", "abs", "erf", "tanh", "sigmoid", "relu", "sin", "cos", "step"] as const).map(
    (name): Case => [name, x, ({ x }) => tf[name](x!)],
  ),
  ...(["log", "sqrt", "rsqrt", "reciprocal", "square"] as const).map((name): Case => [
    name,
    positive,
    ({ x }) => tf[name](x!),
  ]),
  ["cast to int32 truncates", x, ({ x }) => tf.cast(tf.mul(x!, 3), "int32")],
  ["cast to bool", whole, ({ a }) => tf.cast(a!, "bool")],
  ["cast from bool", { a: bits(5) }, ({ a }) => tf.cast(a!, "float32")],
  ["where", { c: bits(2, 3), a: real(2, 3), b: real(2, 3) }, ({ c, a, b }) => tf.where(c!, a!, b!)],
];

const shapes: Case[] = [
  ["identity", x, ({ x }) => tf.clone(x!)],
  ["reshape with an open axis", x, ({ x }) => tf.reshape(x!, [-1, 4])],
  ["reshape of a reshape, and back", x, ({ x }) => tf.reshape(tf.reshape(x!, [24]), [2, 3, 4])],
  ["reshape to a scalar", { x: real(1, 1) }, ({ x }) => tf.reshape(x!, [])],
  ["expandDims and squeeze", x, ({ x }) => tf.squeeze(tf.expandDims(tf.expandDims(x!, -1), 0))],
  ["transpose", x, ({ x }) => tf.transpose(x!, [2, 0, 1])],
  [
    "transposes that undo each other",
    x,
    ({ x }) => tf.transpose(tf.transpose(x!, [1, 2, 0]), [2, 0, 1]),
  ],
  ["a chain of transposes", x, ({ x }) => tf.transpose(tf.transpose(x!, [1, 2, 0]), [1, 0, 2])],
  [
    "reshape, transpose, reshape",
    x,
    ({ x }) => tf.reshape(tf.transpose(tf.reshape(x!, [6, 4])), [2, 12]),
  ],
  ["tile", x, ({ x }) => tf.tile(x!, [2, 1, 3])],
  ["tile of an axis of one", { x: real(2, 1) }, ({ x }) => tf.tile(x!, [1, 5])],
  ["broadcastTo", { x: real(3, 1) }, ({ x }) => tf.broadcastTo(x!, [2, 3, 4])],
  ["concat", { a: real(2, 3), b: real(2, 1) }, ({ a, b }) => tf.concat([a!, b!, a!], -1)],
  ["stack", { a: real(2, 3), b: real(2, 3) }, ({ a, b }) => tf.stack([a!, b!], 1)],
  [
    "stack beside a reshape of its parts",
    { a: real(3), b: real(3) },
    ({ a, b }) => [
      tf.stack([a!, b!], 1),
      tf.reshape(tf.mul(a!, 2), [3, 1]),
      tf.reshape(a!, [3, 1]),
    ],
  ],
  ["split in equal parts", x, ({ x }) => tf.concat(tf.split(x!, 3, 1).reverse(), 1)],
  ["unstack", x, ({ x }) => tf.unstack(x!, 1)],
  ["split in unequal parts", x, ({ x }) => tf.split(x!, [1, 3], 2)],
  ["slice", x, ({ x }) => tf.slice(x!, [0, 1, 2], [2, 1, -1])],
  ["slice of everything", x, ({ x }) => tf.slice(x!, [0, 0, 0], [2, 3, 4])],
  [
    "pad",
    x,
    ({ x }) =>
      tf.pad(
        x!,
        [
          [0, 1],
          [2, 0],
          [1, 1],
        ],
        -3,
      ),
  ],
  ["ones, zeros and fill", x, ({ x }) => [tf.onesLike(x!), tf.zerosLike(x!), tf.fill([2, 2], 7)]],
  ["range", x, () => [tf.range(3, 11, 2, "int32"), tf.range(1, 0, -0.25)]],
  ["a constant array", x, ({ x }) => tf.add(x!, tf.tensor1d([1, -2, 3, 0]))],
];

const product = (a: readonly number[], b: readonly number[], tA: boolean, tB: boolean): Case => [
  `matMul of [${a}]${tA ? "ᵀ" : ""} and [${b}]${tB ? "ᵀ" : ""}`,
  { a: real(...a), b: real(...b) },
  ({ a, b }) => tf.matMul(a!, b!, tA, tB),
];
const products: Case[] = [
  ...[false, true].flatMap((tA) =>
    [false, true].flatMap((tB) => {
      const left = tA ? [4, 3] : [3, 4];
      const right = tB ? [5, 4] : [4, 5];
      return [
        product(left, right, tA, tB),
        product([2, ...left], [2, ...right], tA, tB),
        product([2, 3, ...left], [1, 3, ...right], tA, tB),
        product([2, ...left], right, tA, tB),
        product(left, [2, ...right], tA, tB),
      ];
    }),
  ),
  [
    "a fused product with a bias",
    { a: real(2, 3), b: real(3, 4), bias: real(4) },
    ({ a, b, bias }) =>
      tf.fused.matMul({ a: a as tf.Tensor2D, b: b as tf.Tensor2D, bias: bias as tf.Tensor1D }),
  ],
];

const reductions: Case[] = [
  ...(["sum", "mean", "max", "min"] as const).flatMap((name) =>
    [undefined, 0, -1, [0, 2]].flatMap((axis) =>
      [false, true].map((keepDims): Case => [
        `${name} over ${axis === undefined ? "all axes" : `axis ${String(axis)}`}${keepDims ? ", kept" : ""}`,
        x,
        ({ x }) => tf[name](x!, axis, keepDims),
      ]),
    ),
  ),
  ["sum of an axis of one", { x: real(3, 1) }, ({ x }) => tf.sum(x!, 1)],
  ["sum of bool", { x: bits(3, 4) }, ({ x }) => tf.sum(x!, 0)],
  ["argMax", x, ({ x }) => [tf.argMax(x!, -1), tf.argMax(x!, 0)]],
  ["softmax", x, ({ x }) => tf.softmax(x!)],
  ["logSoftmax", x, ({ x }) => tf.logSoftmax(x!)],
  ["logSumExp", x, ({ x }) => tf.logSumExp(x!, -1)],
];

const indexing: Case[] = [
  ["gather", { x: real(5, 3), i: integers(5, 2, 4) }, ({ x, i }) => tf.gather(x!, i!)],
  ["gather along axis 1", { x: real(2, 5), i: integers(5, 7) }, ({ x, i }) => tf.gather(x!, i!, 1)],
  ["gatherND", { x: real(3, 4, 2), i: integers(3, 6, 2) }, ({ x, i }) => tf.gatherND(x!, i!)],
  [
    "scatterND with repeated rows",
    { i: integers(3, 8, 1), x: real(8, 2) },
    ({ i, x }) => tf.scatterND(i!, x!, [4, 2]),
  ],
  [
    "unsortedSegmentSum",
    { i: integers(3, 8), x: real(8, 2) },
    ({ i, x }) => tf.unsortedSegmentSum(x!, i as tf.Tensor1D, 4),
  ],
  [
    "scattered rows used in the graph",
    { i: integers(3, 8), x: real(8, 2, 2), b: real(4, 2, 2) },
    ({ i, x, b }) => {
      const scattered = tf.unsortedSegmentSum(x!, i as tf.Tensor1D, 4);
      const joined = tf.add(tf.add(scattered, b!), scattered);
      // As an output (summed by the host), beside its own base, and consumed by another operation.
      return [
        joined,
        b!,
        tf.exp(joined),
        tf.unsortedSegmentSum(joined, tf.range(0, 4, 1, "int32"), 5),
      ];
    },
  ],
  ["oneHot", { i: integers(4, 6) }, ({ i }) => tf.oneHot(i!, 4, 2, -1)],
];

const heads = (): HostTensor => real(2, 2, 5, 3);
const padding = float32(Float32Array.of(0, 0, 0, 0, 0, 0, 0, 0, -1e9, -1e9), [2, 1, 1, 5]);
const intrinsics: Case[] = [
  [
    "layerNorm",
    { x: real(3, 8), weight: real(8), bias: real(8) },
    ({ x, weight, bias }) => layerNorm(x!, weight!, bias!, 1e-5),
  ],
  [
    "layerNorm that does not shift",
    { x: real(3, 8), weight: real(8) },
    ({ x, weight }) => layerNorm(x!, weight!, undefined, 1e-5),
  ],
  [
    "layerNorm without parameters",
    { x: real(3, 8) },
    ({ x }) => layerNorm(x!, undefined, undefined, 1e-5),
  ],
  ["gelu", x, ({ x }) => gelu(x!)],
  ["geluTanh", x, ({ x }) => geluTanh(x!)],
  [
    "attention",
    { query: heads(), key: heads(), value: heads() },
    ({ query, key, value }) =>
      attention(query!, key!, value!, {
        bias: tf.tensor(padding.data, [2, 1, 1, 5]),
        dropout: noDropout,
        rate: 0,
      }),
  ],
  [
    "attention with scores of relative positions and a scale",
    { query: heads(), key: heads(), value: heads(), relative: real(2, 2, 5, 5) },
    ({ query, key, value, relative }) =>
      attention(query!, key!, value!, {
        bias: tf.tensor(padding.data, [2, 1, 1, 5]),
        relative: relative!,
        scale: 0.3,
        dropout: noDropout,
        rate: 0,
      }),
  ],
  [
    "attention in blocks",
    { query: real(2, 2, 3, 4, 3), key: real(2, 2, 3, 5, 3), value: real(2, 2, 3, 5, 3) },
    ({ query, key, value }) =>
      attention(query!, key!, value!, {
        bias: tf.tensor(padding.data, [2, 1, 1, 1, 5]),
        dropout: noDropout,
        rate: 0,
      }),
  ],
  ["lookup", { x: real(5, 3), i: integers(5, 2, 4) }, ({ x, i }) => lookup(x!, i!)],
  [
    "negativeLogLikelihood",
    { x: real(4, 7), i: integers(7, 4) },
    ({ x, i }) => negativeLogLikelihood(x!, i!),
  ],
  [
    "binaryCrossEntropy",
    { x: real(4, 3), i: integers(2, 4, 3) },
    ({ x, i }) => binaryCrossEntropy(x!, tf.cast(i!, "float32")),
  ],
];

// What differentiation produces and the tracer simplifies.
const shortcuts: Case[] = [
  ["x·1, 1·x, x·0", x, ({ x }) => [tf.mul(x!, 1), tf.mul(1, x!), tf.mul(x!, 0)]],
  [
    "x+0, 0+x, x−0, 0−x",
    x,
    ({ x }) => [tf.add(x!, 0), tf.add(0, x!), tf.sub(x!, 0), tf.sub(0, x!)],
  ],
  ["x/1, x/3, 3/x", positive, ({ x }) => [tf.div(x!, 1), tf.div(x!, 3), tf.div(3, x!)]],
  ["x²", x, ({ x }) => tf.pow(x!, 2)],
  ["x·1 with a larger 1", { x: real(3, 1) }, ({ x }) => tf.mul(x!, tf.ones([2, 3, 4]))],
  ["2−x with a larger 2", { x: real(3, 1) }, ({ x }) => tf.sub(tf.fill([2, 3, 4], 2), x!)],
  ["x−2 with a larger 2", { x: real(3, 1) }, ({ x }) => tf.sub(x!, tf.fill([2, 3, 4], 2))],
  [
    "numbers only",
    x,
    () => tf.maximum(tf.sub(tf.div(tf.add(tf.ones([2, 1]), 2), tf.fill([1, 3], 4)), 1), -0.1),
  ],
  ["functions of numbers", x, () => [tf.exp(tf.fill([2, 3], 2)), tf.exp(tf.scalar(2))]],
  [
    "sum and mean of numbers",
    x,
    () => [tf.sum(tf.fill([2, 3], 2), 1), tf.mean(tf.fill([2, 3], 2))],
  ],
  ["shapes of numbers", x, () => tf.slice(tf.transpose(tf.reshape(tf.ones([6]), [2, 3])), [1, 0])],
  [
    "a broadcast of a broadcast",
    { x: real(3, 1) },
    ({ x }) => tf.broadcastTo(tf.broadcastTo(x!, [3, 4]), [2, 3, 4]),
  ],
  [
    "functions of a broadcast",
    { x: real(3, 1), y: real(3, 4) },
    ({ x, y }) => {
      const wide = tf.broadcastTo(x!, [3, 4]);
      return [tf.exp(wide), tf.mul(wide, 2), tf.sub(1, wide), tf.add(wide, y!), tf.add(wide, wide)];
    },
  ],
  ["one tensor twice", x, ({ x }) => [x!, x!, tf.neg(x!), tf.neg(x!)]],
];

export const kernelCases: readonly (readonly [group: string, cases: readonly Case[]])[] = [
  ["arithmetic", arithmetic],
  ["shapes", shapes],
  ["products", products],
  ["reductions", reductions],
  ["indexing", indexing],
  ["intrinsics", intrinsics],
  ["shortcuts", shortcuts],
];

const isBroadcastProduct = ({ a, b }: Case[1]): boolean =>
  a!.shape.slice(0, -2).join() !== b!.shape.slice(0, -2).join();

// tfjs does not differentiate operations that select, nor sum the gradient of a broadcast operand
// in these; models broadcast by other means.
const without = /^(step|cast|argMax|ones|range|scatterND|gatherND|where|maximum|squaredDiff)/;

/** The gradient of each case that has one, as a case of its own. */
export const derivativeCases: readonly Case[] = kernelCases
  .filter(([group]) => group !== "shortcuts")
  .flatMap(([, cases]) => cases)
  .filter(
    ([name, inputs]) =>
      Object.values(inputs).some(({ dtype }) => dtype === "float32") &&
      !without.test(name) &&
      !(name.startsWith("matMul") && isBroadcastProduct(inputs)),
  )
  .map(([name, inputs, fn]) => [
    name,
    inputs,
    (inputs) => {
      const floats = Object.fromEntries(
        Object.entries(inputs).filter(([, { dtype }]) => dtype === "float32"),
      );
      const { gradients } = withGradients(floats, (floats) => {
        // Squares, so that the derivative arriving at the operation is not constant.
        const outputs = [fn({ ...inputs, ...floats })].flat() as Tensor[];
        return { loss: tf.addN(outputs.map((t) => tf.sum(tf.square(t)))) };
      });
      return Object.values(gradients);
    },
  ]);

/** The outputs of a case on one executor. */
export const run = async ([, inputs, fn]: Case, executor: ExecutorName): Promise<HostTensor[]> => {
  const compiled = compile<typeof inputs, readonly Tensor[]>(
    (inputs) => [fn(inputs)].flat() as Tensor[],
    { executor },
  );
  const results = await compiled(inputs);
  await compiled.release();
  return results as HostTensor[];
};

/** Equal shapes and types, and values within `tolerance`, relative to those above 1. */
export function expectClose(
  actual: readonly HostTensor[],
  expected: readonly HostTensor[],
  tolerance: number,
): void {
  expect(actual.map(({ shape, dtype }) => ({ shape, dtype }))).toEqual(
    expected.map(({ shape, dtype }) => ({ shape, dtype })),
  );
  for (const [i, { data }] of actual.entries())
    for (const [j, value] of data.entries()) {
      const wanted = expected[i]!.data[j]!;
      expect(Math.abs(value - wanted), `${value} for ${wanted}`).toBeLessThan(
        tolerance * Math.max(1, Math.abs(wanted)),
      );
    }
}
