/**
 * Loops over parameters, gradients and moments near the speed of memory. They run in WebAssembly, which
 * has the processor's vector instructions; see `assembly/updates.ts` for the arithmetic and
 * `decisions/007-update-kernels.md` for the reasons.
 *
 * The arrays are ordinary ones of any size. They pass in chunks through a WebAssembly memory so small
 * that it stays in the processor's cache, where a copy costs little.
 */

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** What an optimizer keeps of one tensor; all of one length. */
export type UpdatedTensor = {
  readonly parameter: Float32Array;
  readonly gradient: Float32Array;
  readonly first: Float32Array;
  readonly second: Float32Array;
};

/** How moments follow the gradients: `keep · moment + take · value`. */
export type MomentWeights = {
  /** What the gradients are multiplied by before anything else. */
  readonly scale: number;
  readonly keep1: number;
  readonly take1: number;
  readonly keep2: number;
  readonly take2: number;
};

/** parameter −= rate · first / (√second · root + epsilon) + decay · parameter. */
export type StepWeights = {
  readonly root: number;
  readonly epsilon: number;
  readonly rate: number;
  readonly decay: number;
};

type Exports = {
  readonly memory: WebAssembly.Memory;
  readonly capacity: WebAssembly.Global;
  readonly parameters: WebAssembly.Global;
  readonly gradients: WebAssembly.Global;
  readonly first: WebAssembly.Global;
  readonly second: WebAssembly.Global;
} & Record<
  | "add"
  | "sumOfSquares"
  | "momentsAndStep"
  | "step"
  | "momentsForTrustRatio"
  | "momentsForUpdateClipping",
  (length: number, ...weights: readonly number[]) => void
>;

const kernels = load();
const capacity = kernels.capacity.value as number;
const place = ({ value }: WebAssembly.Global): Float32Array =>
  new Float32Array(kernels.memory.buffer, value as number, capacity);
const parameterChunk = place(kernels.parameters);
const gradientChunk = place(kernels.gradients);
const firstChunk = place(kernels.first);
const secondChunk = place(kernels.second);
const sums = new Float64Array(kernels.memory.buffer, 0, 2);

/** The compiled kernels lie in `dist/`, whether this code runs from there or from its source. */
function load(): Exports {
  const name = "updates.wasm";
  const beside = join(__dirname, name);
  const path = existsSync(beside) ? beside : join(__dirname, "..", "dist", "engine", name);
  if (!existsSync(path)) throw new Error(`${path} is missing: run "npm run build"`);
  const module = new WebAssembly.Module(readFileSync(path));
  return new WebAssembly.Instance(module).exports as unknown as Exports;
}

/**
 * Pass arrays of one length through their chunks.
 *
 * @param read - what is copied in; the rest of the last chunk is zero
 * @param written - what is copied back
 */
function chunked(
  read: readonly (readonly [chunk: Float32Array, array: Float32Array])[],
  written: readonly (readonly [chunk: Float32Array, array: Float32Array])[],
  run: (length: number) => void,
): void {
  const { length } = read[0]![1];
  for (const [, array] of read)
    if (array.length !== length)
      throw new RangeError(`arrays of ${length} and of ${array.length} numbers`);
  for (let start = 0; start < length; start += capacity) {
    const count = Math.min(capacity, length - start);
    const padded = Math.ceil(count / 4) * 4;
    for (const [chunk, array] of read) {
      chunk.set(array.subarray(start, start + count));
      chunk.fill(0, count, padded);
    }
    run(padded);
    for (const [chunk, array] of written)
      array.set(count === capacity ? chunk : chunk.subarray(0, count), start);
  }
}

/** Σ x², in 64 bits: the same for the same array, always. */
export function sumOfSquares(array: Float32Array): number {
  let sum = 0;
  chunked([[gradientChunk, array]], [], (length) => {
    kernels.sumOfSquares(length);
    sum += sums[0]!;
  });
  return sum;
}

/** sum += addend, in place. */
export function addTo(sum: Float32Array, addend: Float32Array): void {
  const summed = [parameterChunk, sum] as const;
  chunked([summed, [gradientChunk, addend]], [summed], (length) => kernels.add(length));
}

/** Moments, then a step. */
export function momentsAndStep(tensor: UpdatedTensor, m: MomentWeights, s: StepWeights): void {
  const kept = keptOf(tensor);
  chunked([...kept, [gradientChunk, tensor.gradient]], kept, (length) =>
    kernels.momentsAndStep(
      length,
      ...[m.scale, m.keep1, m.take1, m.keep2, m.take2],
      ...[s.root, s.epsilon, s.rate, s.decay],
    ),
  );
}

/** A step with the moments as they are. */
export function stepOnly(tensor: UpdatedTensor, s: StepWeights): void {
  const kept = keptOf(tensor);
  chunked(kept, kept.slice(0, 1), (length) =>
    kernels.step(length, s.root, s.epsilon, s.rate, s.decay),
  );
}

/**
 * Moments; then, with u = correction · first / (√second · root + epsilon) + decay · parameter:
 *
 * @returns Σ parameter² and Σ u²
 */
export function momentsForTrustRatio(
  tensor: UpdatedTensor,
  m: MomentWeights,
  u: Omit<StepWeights, "rate"> & { readonly correction: number },
): { readonly parameter: number; readonly update: number } {
  const kept = keptOf(tensor);
  const norms = { parameter: 0, update: 0 };
  chunked([...kept, [gradientChunk, tensor.gradient]], kept.slice(1), (length) => {
    kernels.momentsForTrustRatio(
      length,
      ...[m.scale, m.keep1, m.take1, m.keep2, m.take2],
      ...[u.root, u.epsilon, u.correction, u.decay],
    );
    norms.parameter += sums[0]!;
    norms.update += sums[1]!;
  });
  return norms;
}

/**
 * Moments; then
 *
 * @returns Σ gradient² / max(second, floor)
 */
export function momentsForUpdateClipping(
  { gradient, first, second }: UpdatedTensor,
  m: MomentWeights,
  floor: number,
): number {
  let sum = 0;
  const moments = [
    [firstChunk, first],
    [secondChunk, second],
  ] as const;
  chunked([...moments, [gradientChunk, gradient]], moments, (length) => {
    kernels.momentsForUpdateClipping(length, m.scale, m.keep1, m.take1, m.keep2, m.take2, floor);
    sum += sums[0]!;
  });
  return sum;
}

const keptOf = ({ parameter, first, second }: UpdatedTensor) =>
  [
    [parameterChunk, parameter],
    [firstChunk, first],
    [secondChunk, second],
  ] as const;
