/** Learning rates, as a factor of the highest one for each step. */

/**
 * What follows the linear warm-up:
 * - `constant`: the peak
 * - `linear`: a straight line to 0
 * - `cosine`: half a cosine down to a tenth of the peak, as in LTG-BERT's pretraining
 * - `stableThenDecay`: the peak, then 1 − √ down to 0 over the last fifth (ModernBERT's trapezoid)
 */
export type ScheduleShape = "constant" | "linear" | "cosine" | "stableThenDecay";

export type Schedule = {
  readonly shape: ScheduleShape;
  /** Steps over which the factor rises from 0 to 1. */
  readonly warmupSteps: number;
  /** Step at which the schedule ends; later ones keep its last value. */
  readonly steps: number;
};

const cosineFloor = 0.1;
const decayShare = 0.2;

/**
 * The schedule as a function of the step.
 *
 * @returns factor in [0, 1] at `step`: 0 at step 0 of a warm-up, 1 at step `warmupSteps`. A trainer
 *   that counts its first step as 1 therefore wastes none on a rate of 0
 * @throws RangeError if the warm-up is longer than the run
 * @example learningRateFactor({ shape: "linear", warmupSteps: 10, steps: 100 })(55) // 0.5
 */
export function learningRateFactor(schedule: Schedule): (step: number) => number {
  const { shape, warmupSteps, steps } = schedule;
  if (!(warmupSteps >= 0 && warmupSteps <= steps))
    throw new RangeError(`warmupSteps must lie between 0 and ${steps}, got ${warmupSteps}`);
  return (at) => {
    const step = Math.min(at, steps);
    if (step < warmupSteps) return step / warmupSteps;
    // Where nothing follows the warm-up, its end is also the peak.
    const rest = steps - warmupSteps;
    const passed = rest > 0 ? (step - warmupSteps) / rest : 0;
    switch (shape) {
      case "constant":
        return 1;
      case "linear":
        return 1 - passed;
      case "cosine":
        return cosineFloor + ((1 - cosineFloor) * (1 + Math.cos(Math.PI * passed))) / 2;
      case "stableThenDecay": {
        const decaySteps = Math.min(rest, Math.round(decayShare * steps));
        const decayed = step - (steps - decaySteps);
        return decayed > 0 ? 1 - Math.sqrt(decayed / decaySteps) : 1;
      }
    }
  };
}
