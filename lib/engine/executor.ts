/**
 * What runs a function of trees of tensors. Each executor is a file of its own and a line in `executors.ts`;
 * commands, the doctor and the memory plan know of executors what is said here and nothing else.
 */

import type * as tf from "@tensorflow/tfjs-core";
import type { HostTensor } from "./tree";

/** The tree `T` with tensors of kind `To` in place of those of kind `From`. */
export type Retyped<T, From, To> = T extends From
  ? To
  : T extends readonly (infer Item)[]
    ? Retyped<Item, From, To>[]
    : { [Key in keyof T]: Retyped<T[Key], From, To> };
export type Traced<T> = Retyped<T, HostTensor, tf.Tensor>;
export type Computed<T> = Retyped<T, tf.Tensor, HostTensor>;

/** What an executor can be found to be. */
export type ExecutorState = {
  readonly status: "ok" | "absent" | "broken";
  /** What was found, or how to get what is absent or broken. */
  readonly detail: string;
};

export type Precision = "float32";

export type Executor = {
  readonly name: string;
  /** What it is, in a few words. */
  readonly what: string;
  /** Whether everything else works without it. */
  readonly isOptional: boolean;
  readonly precisions: readonly Precision[];
  /** Whether tensors can stay in the memory of a device from one call to the next. */
  readonly keepsOnDevice: boolean;
  /** Whether the memory plan of training has been held against measurements: see `kliniskvest bench memory`. */
  readonly hasMeasuredPlan: boolean;
  /**
   * Load the runtime. @returns its name and version, e.g. `"onnxruntime-node 1.30.0"`
   * @throws InputError saying what is missing or broken and what to do
   */
  load(threads?: number): string;
  /** Whether it can be used here; nothing is installed or downloaded to find out. */
  examine(): ExecutorState | Promise<ExecutorState>;
  /** @see compile of `compile.ts` */
  compile<In, Out>(fn: (inputs: Traced<In>) => Out, options: RunOptions): Compiled<In, Out>;
};

export type RunOptions = {
  /**
   * Threads inside one operator. `reference` has one; for `tensorflow` only the first use in a process
   * decides. @defaultValue the machine's cores
   */
  readonly threads?: number;
  /** Graphs kept, one for each set of input shapes; the least recently used goes first. @defaultValue 16 */
  readonly cachedGraphs?: number;
};

export type Compiled<In, Out> = {
  /**
   * Run on one set of inputs, after the calls made before. The results are fresh arrays; the inputs
   * must stay as they are until then.
   */
  (inputs: In): Promise<Computed<Out>>;
  /** Free the native memory of all graphs. The function may be called again afterwards. */
  release(): Promise<void>;
  /** Graphs held at the moment. */
  readonly graphs: () => number;
};
