/**
 * Early warning: what is wrong with a run, said while its last good checkpoint is still there. A gradient
 * that is not finite stops a step by itself (`step.ts`); here are the slower troubles. The state is small
 * and goes into each checkpoint, so that a resumed run warns where the other would have.
 */

import { firstNotFinite } from "../encoder/weights/tensorFile";
import type { StepResult } from "./step";

export type WatchState = {
  /** Running mean of the loss, and the lowest it has been; null before the first step. */
  readonly loss: number | null;
  readonly lowest: number | null;
  /** Steps in a row in which the running mean was far above its lowest. */
  readonly above: number;
  /** Steps in a row in which a tensor that once had a gradient had none, by its name; 0 if it has one. */
  readonly withoutGradient: Readonly<Record<string, number>>;
};

export type Watch = {
  /** What is wrong after a step and what to do, in one line; undefined if nothing is. */
  check(step: number, result: StepResult): string | undefined;
  /** Whether the loss is where it should be: what is written otherwise would take the place of better. */
  isCalm(): boolean;
  state(): WatchState;
};

/** Weight of a step in the running mean: batches are small and their losses jump. */
const weight = 0.1;
/** A mean this far above its lowest is no jump: a quarter of it, and at least one nat. */
const farAbove = (lowest: number): number => lowest + Math.max(1, 0.25 * Math.abs(lowest));
/** Steps for which a trouble has to last. */
const patience = 20;

/**
 * Watch a run.
 *
 * @param state - that of the checkpoint that it goes on from
 */
export function createWatch(state?: WatchState): Watch {
  let loss = state?.loss ?? null;
  let lowest = state?.lowest ?? null;
  let above = state?.above ?? 0;
  const without = new Map(Object.entries(state?.withoutGradient ?? {}));
  const check: Watch["check"] = (step, result) => {
    loss = loss === null ? result.loss : (1 - weight) * loss + weight * result.loss;
    lowest = lowest === null ? loss : Math.min(lowest, loss);
    above = loss > farAbove(lowest) ? above + 1 : 0;
    let dead: string | undefined;
    for (const [name, norm] of result.gradientNorms) {
      const before = without.get(name);
      // A tensor that never had a gradient is not used by the objective: nothing died.
      if (norm > 0) without.set(name, 0);
      else if (before !== undefined) {
        without.set(name, before + 1);
        if (before + 1 >= patience) dead ??= name;
      }
    }
    if (!Number.isFinite(result.loss))
      return `the loss is ${result.loss} in step ${step}: lower the learning rate; the last checkpoint is good`;
    if (above >= patience)
      return `the loss has risen from ${lowest.toFixed(2)} to ${loss.toFixed(2)} by step ${step} and stays there: lower the learning rate or warm up longer, and start again or from the best checkpoint`;
    if (dead !== undefined)
      return `${dead} has had no gradient for ${patience} steps, up to step ${step}: what comes before it is saturated or cut off; lower the learning rate and start again or from the best checkpoint`;
    return undefined;
  };
  return {
    check,
    isCalm: () => above === 0,
    state: () => ({ loss, lowest, above, withoutGradient: Object.fromEntries(without) }),
  };
}

/** The first tensor with a value that is not finite, for weights that are about to be written. */
export const notFiniteTensor = (
  parameters: Iterable<readonly [string, Float32Array]>,
): string | undefined => {
  for (const [name, data] of parameters) if (firstNotFinite(data) !== undefined) return name;
  return undefined;
};
