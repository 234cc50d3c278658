/** Parts that every encoder is made of; nothing here belongs to one architecture. */

import { add, layerNorm, matMul, type HostTensor, type Tensor } from "../engine";
import { random } from "../random";

/** An affine map; `weight` is `[out, in]` and `bias` `[out]`, as in published checkpoints. */
export type Linear<T> = { readonly weight: T; readonly bias: T };

/** Scale and shift of a layer normalisation, each `[hidden]`. */
export type Norm<T> = { readonly weight: T; readonly bias: T };

/** `[rows, in]` → `[rows, out]` */
export const linear = (x: Tensor, { weight, bias }: Linear<Tensor>): Tensor =>
  add(matMul(x, weight, false, true), bias);

/** Layer normalisation of `[…, hidden]`. */
export const norm = (x: Tensor, { weight, bias }: Norm<Tensor>, epsilon: number): Tensor =>
  layerNorm(x, weight, bias, epsilon);

/** How freshly made parameters are filled; each tensor draws from a stream named by its number. */
export type Initializer = {
  normal(shape: readonly number[], deviation: number): HostTensor;
  constant(shape: readonly number[], value: number): HostTensor;
  /** Normal weights, zero bias. */
  linear(inSize: number, outSize: number, deviation: number): Linear<HostTensor>;
  /** Scale 1, shift 0. */
  norm(hidden: number): Norm<HostTensor>;
};

/**
 * An initializer whose draws depend on `seed`, `purpose` and the order of calls only.
 *
 * @param purpose - e.g. `"bert"`; another purpose draws other numbers from the same seed
 */
export function createInitializer(seed: number, purpose: string): Initializer {
  let tensors = 0;
  const filled = (shape: readonly number[], fill: () => number): HostTensor => ({
    data: new Float32Array(shape.reduce((a, b) => a * b, 1)).map(fill),
    shape,
    dtype: "float32",
  });
  const initializer: Initializer = {
    normal: (shape, deviation) => {
      const draw = random(seed, `initialize ${purpose}`, 0, tensors++);
      return filled(shape, () => draw.normal() * deviation);
    },
    constant: (shape, value) => filled(shape, () => value),
    linear: (inSize, outSize, deviation) => ({
      weight: initializer.normal([outSize, inSize], deviation),
      bias: initializer.constant([outSize], 0),
    }),
    norm: (hidden) => ({
      weight: initializer.constant([hidden], 1),
      bias: initializer.constant([hidden], 0),
    }),
  };
  return initializer;
}
