/** Learning rates, as a factor of the highest one for each step. */

import { InputError } from "../errors";

/**
 * What follows the linear warm-up, and `floor`, the factor at the end:
 * - `constant`: the peak
 * - `linear`: a straight line to 0
 * - `cosine`: half a cosine down to the floor; LTG-BERT's pretraining has 0.1
 * - `stableThenDecay`: the peak, then 1 − √ down to the floor over the last `decayShare` of all steps
 *   (ModernBERT's trapezoid). A decay as long as what follows the warm-up leaves no stable part
 */
export type ScheduleShape =
  | { readonly name: "constant" }
  | { readonly name: "linear" }
  | { readonly name: "cosine"; readonly floor: number }
  | { readonly name: "stableThenDecay"; readonly decayShare: number; readonly floor: number };

export type Schedule = {
  readonly shape: ScheduleShape;
  /** Steps over which the factor rises from 0 to 1. */
  readonly warmupSteps: number;
  /** Step at which the schedule ends; later ones keep its last value. */
  readonly steps: number;
};

/**
 * The schedule as a function of the step.
 *
 * @returns factor in [0, 1] at `step`: 0 at step 0 of a warm-up, 1 at step `warmupSteps`
 * @throws RangeError if the warm-up is longer than the run
 * @throws InputError if a floor or a share is not between 0 and 1
 * @example learningRateFactor({ shape: { name: "linear" }, warmupSteps: 10, steps: 100 })(55) // 0.5
 */
export function learningRateFactor(schedule: Schedule): (step: number) => number {
  const { shape, warmupSteps, steps } = schedule;
  if (!(warmupSteps >= 0 && warmupSteps <= steps))
    throw new RangeError(`warmupSteps must lie between 0 and ${steps}, got ${warmupSteps}`);
  for (const [field, value] of Object.entries(shape))
    if (field !== "name" && !(Number(value) >= 0 && Number(value) <= 1))
      throw new InputError(`schedule.${field} is ${value}: give a number from 0 to 1`);
  // Where nothing follows the warm-up, its end is also the peak.
  const rest = steps - warmupSteps;
  const fall = fallOf(shape, rest, steps);
  return (at) => {
    const step = Math.min(at, steps);
    return step < warmupSteps ? step / warmupSteps : fall(step - warmupSteps);
  };
}

/**
 * The factor for each step of a run, counted from 1, so that no step is wasted on a rate of 0. The peers count
 * from 0: their first step has a rate of 0 where there is a warm-up, their last one above it. This is their
 * schedule of one step more, without its first.
 *
 * @throws as {@link learningRateFactor}
 */
export const runFactor = (run: Schedule): ((step: number) => number) =>
  learningRateFactor({ ...run, steps: run.steps + 1 });

/** The factor after so many of the `rest` steps that follow the warm-up. */
function fallOf(shape: ScheduleShape, rest: number, steps: number): (passed: number) => number {
  switch (shape.name) {
    case "constant":
      return () => 1;
    case "linear":
      return (passed) => 1 - passed / Math.max(1, rest);
    case "cosine":
      return (passed) =>
        shape.floor +
        ((1 - shape.floor) * (1 + Math.cos((Math.PI * passed) / Math.max(1, rest)))) / 2;
    case "stableThenDecay": {
      const decaySteps = Math.min(rest, Math.round(shape.decayShare * steps));
      return (passed) => {
        const decayed = passed - (rest - decaySteps);
        return decayed > 0
          ? shape.floor + (1 - shape.floor) * (1 - Math.sqrt(decayed / decaySteps))
          : 1;
      };
    }
    default:
      throw new InputError(
        `schedule.name is ${JSON.stringify((shape as { name: unknown }).name)}: give one of constant, linear, cosine, stableThenDecay`,
      );
  }
}
