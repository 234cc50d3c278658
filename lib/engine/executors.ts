/** The executors there are, and which of them runs what names none. */

import type { Executor } from "./executor";
import { onnxExecutor } from "./onnxExecutor";
import { referenceExecutor } from "./referenceExecutor";
import { tensorflowExecutor } from "./tensorflowExecutor";

export const executors = {
  cpu: onnxExecutor,
  tensorflow: tensorflowExecutor,
  reference: referenceExecutor,
} as const satisfies Readonly<Record<string, Executor>>;

export type ExecutorName = keyof typeof executors;
export const executorNames = Object.keys(executors) as readonly ExecutorName[];
/** What runs everything unless another is chosen, and what measurements of others are held against. */
export const defaultExecutor: ExecutorName = "cpu";

let chosen: ExecutorName = defaultExecutor;

/**
 * Choose what runs the functions whose options name no executor, for the whole process: a command decides it
 * once, for training, fine-tuning and scoring alike.
 *
 * @throws InputError if it is optional and absent or broken
 */
export function chooseExecutor(name: ExecutorName): void {
  if (executors[name].isOptional) executors[name].load();
  chosen = name;
}

export const chosenExecutor = (): Executor => executors[chosen];

/**
 * What an executor runs on, e.g. `"onnxruntime-node 1.30.0"`.
 *
 * @throws InputError if it is absent or broken
 */
export const runtimeName = (name: ExecutorName): string => executors[name].load();
