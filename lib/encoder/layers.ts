/** Parts that every encoder is made of; nothing here belongs to one architecture. */

import { add, layerNorm, matMul, sizeOf, type HostTensor, type Tensor } from "../engine";
import { random } from "../random";

/** An affine map; `weight` is `[out, in]`, as in published checkpoints, and `bias` `[out]`, if there is one. */
export type Linear<T> = { readonly weight: T; readonly bias?: T };

/** Scale of a layer normalisation and, if there is one, its shift, each `[hidden]`. */
export type Norm<T> = { readonly weight: T; readonly bias?: T };

/** `[rows, in]` → `[rows, out]` */
export function linear(x: Tensor, { weight, bias }: Linear<Tensor>): Tensor {
  const product = matMul(x, weight, false, true);
  return bias ? add(product, bias) : product;
}

/** Layer normalisation of `[…, hidden]`; without parameters if `weights` is absent. */
export const norm = (x: Tensor, weights: Norm<Tensor> | undefined, epsilon: number): Tensor =>
  layerNorm(x, weights?.weight, weights?.bias, epsilon);

/** A distribution that fresh weights are drawn from. */
export type Distribution = {
  readonly deviation: number;
  /** Draws further than so many deviations from 0 are drawn again; never if absent. */
  readonly cut?: number;
};

/**
 * How freshly made parameters are filled. Each tensor draws from a stream named by its number, and only
 * when its data is first read: a model that a checkpoint will fill costs nothing but its shapes.
 */
export type Initializer = {
  normal(shape: readonly number[], distribution: Distribution): HostTensor;
  constant(shape: readonly number[], value: number): HostTensor;
  /** A table of rows; the row `zero`, if given, is 0. */
  table(rows: number, hidden: number, distribution: Distribution, zero?: number): HostTensor;
  /** Normal weights, zero bias. */
  linear(inSize: number, outSize: number, distribution: Distribution): Linear<HostTensor>;
  /** The same without a bias. */
  projection(inSize: number, outSize: number, distribution: Distribution): Linear<HostTensor>;
  /** Scale 1, shift 0. */
  norm(hidden: number): Norm<HostTensor>;
  /** Scale 1 and no shift. */
  scale(hidden: number): Norm<HostTensor>;
};

/**
 * An initializer whose draws depend on `seed`, `purpose` and the order of calls only.
 *
 * @param purpose - e.g. `"bert"`; another purpose draws other numbers from the same seed
 */
export function createInitializer(seed: number, purpose: string): Initializer {
  let tensors = 0;
  const drawn = (
    shape: readonly number[],
    { deviation, cut = Infinity }: Distribution,
    finish: (data: Float32Array) => void = () => undefined,
  ): HostTensor => {
    const number = tensors++;
    return lazyTensor(shape, (data) => {
      const draw = random(seed, `initialize ${purpose}`, 0, number);
      for (let i = 0; i < data.length; i++) {
        let value = draw.normal();
        while (Math.abs(value) > cut) value = draw.normal();
        data[i] = value * deviation;
      }
      finish(data);
    });
  };
  const initializer: Initializer = {
    normal: (shape, distribution) => drawn(shape, distribution),
    constant: (shape, value) => lazyTensor(shape, (data) => data.fill(value)),
    table: (rows, hidden, distribution, zero) =>
      drawn([rows, hidden], distribution, (data) => {
        if (zero !== undefined) data.fill(0, zero * hidden, (zero + 1) * hidden);
      }),
    projection: (inSize, outSize, distribution) => ({
      weight: drawn([outSize, inSize], distribution),
    }),
    linear: (inSize, outSize, distribution) => ({
      weight: drawn([outSize, inSize], distribution),
      bias: initializer.constant([outSize], 0),
    }),
    scale: (hidden) => ({ weight: initializer.constant([hidden], 1) }),
    norm: (hidden) => ({
      weight: initializer.constant([hidden], 1),
      bias: initializer.constant([hidden], 0),
    }),
  };
  return initializer;
}

/** A tensor that takes memory from its first reading on. */
function lazyTensor(shape: readonly number[], fill: (data: Float32Array) => void): HostTensor {
  let data: Float32Array | undefined;
  return {
    shape,
    dtype: "float32",
    get data() {
      if (!data) {
        data = new Float32Array(sizeOf(shape));
        fill(data);
      }
      return data;
    },
  };
}
