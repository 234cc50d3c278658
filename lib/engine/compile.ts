/**
 * `compile(fn)`: a function of tensors becomes one that runs natively, on the executor that is chosen
 * (`executors.ts`): on `cpu` as a compiled graph, on the others operation by operation.
 */

import * as tf from "@tensorflow/tfjs-core";
import type { Compiled, RunOptions, Traced } from "./executor";
import { chosenExecutor, executors, type ExecutorName } from "./executors";
import { TraceError } from "./tracer";
import { flatten, mapTree } from "./tree";

export type CompileOptions = RunOptions & {
  /** What runs the function. @defaultValue that of `chooseExecutor`, which is `"cpu"` at first */
  readonly executor?: ExecutorName;
};

const isTensor = (node: unknown): node is tf.Tensor => node instanceof tf.Tensor;

/**
 * Compile a function from a tree of tensors to a tree of tensors. The function must be pure, and its
 * control flow may depend on shapes, never on values.
 *
 * @example
 * const square = compile<{ x: HostTensor }, { y: Tensor }>(({ x }) => ({ y: mul(x, x) }));
 * const { y } = await square({ x: float32(Float32Array.of(1, 2), [2]) });
 * @throws InputError if the executor is `tensorflow` and that is absent or broken
 * @throws TraceError (from the call) for an operation that cannot be compiled, a tensor from outside
 *   the function, or a value read inside it
 */
export function compile<In, Out>(
  fn: (inputs: Traced<In>) => Out,
  { executor, ...options }: CompileOptions = {},
): Compiled<In, Out> {
  return (executor === undefined ? chosenExecutor() : executors[executor]).compile(fn, options);
}

/**
 * The value of a scalar function of parameters and its derivative with respect to each of them, inside
 * a function given to {@link compile}.
 *
 * @param parameters - tree of tensors
 * @param fn - returns `loss`, a scalar, and whatever else is of interest
 * @returns what `fn` returned, and `gradients` in the form of `parameters`, without those that the loss does not
 *   use: as in PyTorch they have no gradient rather than one of zeros
 */
export function withGradients<P, R extends { readonly loss: tf.Tensor }>(
  parameters: P,
  fn: (parameters: P) => R,
): R & { readonly gradients: P } {
  const leaves = flatten(parameters, isTensor).map(([, tensor]) => tensor);
  // tfjs frees what a differentiated function makes and does not return; `kept` are its results.
  let kept: unknown;
  const forward = (): tf.Scalar => {
    const result = fn(parameters);
    kept = mapTree(result, isTensor, (tensor) => tf.keep(tf.clone(tensor)));
    return result.loss as tf.Scalar;
  };
  try {
    // Not tf.valueAndGrads, which refuses parameters that the loss does not use (an idle head).
    const { value, grads } = tf.engine().gradients(forward, leaves, undefined, true);
    if (value.rank !== 0)
      throw new TraceError(
        `the loss has shape [${value.shape}]; reduce it to a scalar with sum or mean`,
      );
    let next = 0;
    const gradients = mapTree(parameters, isTensor, () => grads[next++] ?? undefined) as P;
    // Copies that belong to the caller's scope, so that nothing kept is left behind.
    const result = mapTree(kept, isTensor, (tensor) => tf.clone(tensor)) as R;
    return { ...result, gradients };
  } finally {
    for (const [, tensor] of flatten(kept, isTensor)) tensor.dispose();
  }
}

export { TraceError };
