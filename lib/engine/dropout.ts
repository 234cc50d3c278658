/**
 * Dropout without state: what is dropped is a pure function of a seed that comes in as an input, so a
 * resumed run drops what an uninterrupted one would, and every executor drops the same elements.
 *
 * An element's fate is f(row key + column key) with f(x) = x·(2x + 1) mod 2³², a permutation whose
 * high bits depend on all bits of x. Only the keys, one a row and one a column, are hashed properly;
 * full-size work is two additions, a product and a comparison.
 */

import * as tf from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-backend-cpu";
import { mix32 } from "../random";
import type { Graph, Value } from "./graph";
import { registerTraceKernel } from "./kernels";
import { cast, reshape } from "./nodes";
import { sizeOf } from "./tree";

export type Dropout = {
  /** 0 where an element is dropped and 1/(1−rate) elsewhere; `undefined` if nothing is dropped. */
  keep(shape: readonly number[], rate: number): tf.Tensor | undefined;
  /** `x` with elements dropped and the rest scaled up, so that the expectation stays. */
  apply(x: tf.Tensor, rate: number): tf.Tensor;
  /** A dropout whose calls draw what the next calls of this one do: for computing something twice. */
  fork(): Dropout;
};

/** Drops nothing: for evaluation. */
export const noDropout: Dropout = {
  keep: () => undefined,
  apply: (x) => x,
  fork: () => noDropout,
};

/**
 * Dropout for one pass through a model. Each call draws anew, in the order of the calls; a rate is the
 * share of elements to drop, in [0, 1).
 *
 * @param seed - int32 scalar; another seed each step
 */
export const createDropout = (seed: tf.Tensor): Dropout => dropoutAfter(seed, 0);

function dropoutAfter(seed: tf.Tensor, earlierCalls: number): Dropout {
  let calls = earlierCalls;
  const keep = (shape: readonly number[], rate: number): tf.Tensor | undefined => {
    if (!(rate >= 0 && rate < 1))
      throw new RangeError(`dropout rate must be in [0, 1), got ${rate}`);
    if (rate === 0) return undefined;
    const attributes = { shape: [...shape], rate, salt: calls++ };
    return tf.engine().runKernel("DropoutKeep", { seed }, attributes) as tf.Tensor;
  };
  return {
    keep,
    apply: (x, rate) => {
      const kept = keep(x.shape, rate);
      return kept ? tf.mul(x, kept) : x;
    },
    fork: () => dropoutAfter(seed, calls),
  };
}

const columnSalt = 0x5bd1e995;
const threshold = (rate: number): number =>
  Math.min(2147483647, Math.round(-2147483648 + rate * 4294967296));
const matrixShape = (shape: readonly number[]): [rows: number, columns: number] => {
  const columns = shape.at(-1) ?? 1;
  return [sizeOf(shape) / columns, columns];
};

/** Attributes of the kernel `DropoutKeep`, whose input is the seed. */
export type DropoutAttributes = {
  readonly shape: number[];
  readonly rate: number;
  readonly salt: number;
};

tf.registerKernel({
  kernelName: "DropoutKeep",
  backendName: "cpu",
  kernelFunc: ({ inputs, attrs, backend }) => {
    const { shape, rate, salt } = attrs as unknown as DropoutAttributes;
    const cpu = backend as tf.KernelBackend & {
      makeTensorInfo(shape: number[], dtype: string, values: Float32Array): tf.TensorInfo;
    };
    const seed = (cpu.readSync(inputs["seed"]!.dataId) as Int32Array)[0]!;
    return cpu.makeTensorInfo(shape, "float32", dropoutKeep(seed, salt, rate, shape));
  },
});

/** The values that `Dropout.keep` gives, computed on the host. */
export function dropoutKeep(
  seed: number,
  salt: number,
  rate: number,
  shape: readonly number[],
): Float32Array {
  const [rows, columns] = matrixShape(shape);
  const rowBase = mix32((seed ^ mix32(salt + 1)) | 0);
  const columnBase = mix32(rowBase ^ columnSalt);
  const columnKeys = Int32Array.from({ length: columns }, (_, c) => mix32(c + columnBase));
  const [limit, scale] = [threshold(rate), 1 / (1 - rate)];
  const result = new Float32Array(rows * columns);
  for (let row = 0; row < rows; row++) {
    const rowKey = mix32(row + rowBase);
    for (let column = 0; column < columns; column++) {
      const x = (rowKey + columnKeys[column]!) | 0;
      result[row * columns + column] = Math.imul(x, 2 * x + 1) < limit ? 0 : scale;
    }
  }
  return result;
}

registerTraceKernel("DropoutKeep", ({ seed }, attributes, g) => {
  const { shape, rate, salt } = attributes as unknown as DropoutAttributes;
  const [rows, columns] = matrixShape(shape);
  const rowBase = mixNodes(g, xor(g, seed!, mix32(salt + 1)));
  const columnBase = mixNodes(g, xor(g, rowBase, columnSalt));
  const rowKey = mixNodes(g, arithmetic(g, "Add", count(g, rows, [rows, 1]), rowBase));
  const columnKey = mixNodes(g, arithmetic(g, "Add", count(g, columns, [1, columns]), columnBase));
  const two = g.scalar(2, "int32");
  const x = arithmetic(g, "Add", rowKey, columnKey);
  const twoXPlusOne = arithmetic(
    g,
    "Add",
    arithmetic(g, "Add", arithmetic(g, "Mul", rowKey, two), g.scalar(1, "int32")),
    arithmetic(g, "Mul", columnKey, two),
  );
  const isDropped = g.node(
    "Less",
    [arithmetic(g, "Mul", x, twoXPlusOne), g.scalar(threshold(rate), "int32")],
    {},
    { shape: [rows, columns], dtype: "bool" },
  );
  const keep = g.node(
    "Where",
    [isDropped, g.scalar(0), g.scalar(1 / (1 - rate))],
    {},
    {
      shape: [rows, columns],
      dtype: "float32",
    },
  );
  return reshape(g, keep, shape);
});

/** An int32 operator; ONNX Runtime wraps around on overflow, as `Math.imul` does. */
function arithmetic(g: Graph, operator: "Add" | "Mul", a: Value, b: Value): Value {
  const shape = tf.backend_util.assertAndGetBroadcastShape([...a.shape], [...b.shape]);
  return g.node(operator, [a, b], {}, { shape, dtype: "int32" });
}

const count = (g: Graph, size: number, shape: readonly number[]): Value =>
  reshape(
    g,
    g.node(
      "Range",
      [g.scalar(0, "int32"), g.scalar(size, "int32"), g.scalar(1, "int32")],
      {},
      {
        shape: [size],
        dtype: "int32",
      },
    ),
    shape,
  );

function xor(g: Graph, x: Value, constant: number): Value {
  const unsigned = cast(g, x, "uint32");
  return cast(
    g,
    g.node("BitwiseXor", [unsigned, g.scalar(constant >>> 0, "uint32")], {}, unsigned),
    "int32",
  );
}

/** {@link mix32} of every element. */
function mixNodes(g: Graph, x: Value): Value {
  const shiftXor = (v: Value, bits: number): Value => {
    const unsigned = cast(g, v, "uint32");
    const shifted = g.node(
      "BitShift",
      [unsigned, g.scalar(bits, "uint32")],
      { direction: { text: "RIGHT" } },
      unsigned,
    );
    return cast(g, g.node("BitwiseXor", [unsigned, shifted], {}, unsigned), "int32");
  };
  const multiply = (v: Value, by: number): Value =>
    arithmetic(g, "Mul", v, g.scalar(by | 0, "int32"));
  return shiftXor(multiply(shiftXor(multiply(shiftXor(x, 16), 0x85ebca6b), 13), 0xc2b2ae35), 16);
}
