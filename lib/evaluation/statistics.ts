/**
 * How sure a difference between two models is. Seeds and test items both vary, so both are
 * resampled (Bouthillier et al. 2021); the item is the natural unit, a document or a group of
 * questions, never a single token. Scores are recomputed from summed counts in every resample
 * (Yeh 2000), because F1 is not a mean over documents.
 */

import { random } from "../random";

export type Interval = { readonly low: number; readonly high: number };

/** Arithmetic mean; NaN for an empty list. */
export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Sample standard deviation (n − 1); NaN for fewer than two values. */
export function standardDeviation(values: readonly number[]): number {
  if (values.length < 2) return NaN;
  const centre = mean(values);
  return Math.sqrt(
    values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1),
  );
}

/**
 * Quantile with linear interpolation between order statistics (type 7 of Hyndman and Fan).
 *
 * @param sorted - ascending
 * @param share - in [0, 1]
 */
export function quantile(sorted: readonly number[], share: number): number {
  if (sorted.length === 0) return NaN;
  const at = (sorted.length - 1) * share;
  const below = Math.floor(at);
  const low = sorted[below]!;
  const high = sorted[Math.min(below + 1, sorted.length - 1)]!;
  return low + (high - low) * (at - below);
}

/** The middle value, or the mean of the two in the middle; NaN for an empty list. */
export const median = (values: readonly number[]): number =>
  quantile(
    [...values].sort((a, b) => a - b),
    0.5,
  );

/** The same unit under two models: counts that may be added over units, e.g. [right, asked]. */
export type PairedUnit = {
  readonly unit: string;
  readonly first: readonly number[];
  readonly second: readonly number[];
};

export type PairedBootstrap = {
  /** One list of units for each seed. */
  readonly seeds: readonly (readonly PairedUnit[])[];
  /**
   * `crossed`: all seeds were tested on the same units, so one draw of units serves every drawn
   * seed, and luck in the test set is not averaged away over seeds. `nested`: every seed has a
   * test set of its own, and units are drawn anew for each drawn seed.
   */
  readonly design: "crossed" | "nested";
  /** Score from counts summed over units; NaN where it is undefined. */
  readonly score: (counts: readonly number[]) => number;
  readonly seed: number;
  /** @defaultValue 2000 */
  readonly resamples?: number;
  /** @defaultValue 0.95 */
  readonly confidence?: number;
};

export type PairedDifference = {
  /** Mean over seeds of score(second) − score(first). */
  readonly difference: number;
  /** Percentile interval. */
  readonly interval: Interval;
  /** Two-sided bootstrap p value, never below 2 / (resamples + 1). */
  readonly p: number;
  /** Seeds and units per seed that entered. With one seed the interval covers test items only. */
  readonly seeds: number;
  readonly units: number;
};

function sumUnits(
  units: readonly PairedUnit[],
  draw: readonly number[] | undefined,
  score: (counts: readonly number[]) => number,
): number {
  const width = units[0]!.first.length;
  const first = new Array<number>(width).fill(0);
  const second = new Array<number>(width).fill(0);
  for (let i = 0; i < units.length; i++) {
    const unit = units[draw === undefined ? i : draw[i]!]!;
    for (let k = 0; k < width; k++) {
      first[k]! += unit.first[k]!;
      second[k]! += unit.second[k]!;
    }
  }
  return score(second) - score(first);
}

/**
 * Two-level paired bootstrap of score(second) − score(first): seeds are drawn with replacement,
 * then units. Resamples in which the score is undefined (a stratum without items) are left out.
 *
 * @throws RangeError if there is no seed, a seed has no unit, or a crossed design has unlike units
 * @returns NaN for the interval and p where every resample was undefined
 */
export function pairedBootstrap(options: PairedBootstrap): PairedDifference {
  const { seeds, design, score, resamples = 2000, confidence = 0.95 } = options;
  if (seeds.length === 0 || seeds.some((units) => units.length === 0))
    throw new RangeError("pairedBootstrap: every seed needs at least one unit, and one seed");
  const ordered =
    design === "nested"
      ? seeds
      : seeds.map((units) =>
          [...units].sort((a, b) => (a.unit < b.unit ? -1 : a.unit > b.unit ? 1 : 0)),
        );
  if (
    design === "crossed" &&
    ordered.some(
      (units) =>
        units.length !== ordered[0]!.length ||
        units.some((unit, i) => unit.unit !== ordered[0]![i]!.unit),
    )
  )
    throw new RangeError("pairedBootstrap: a crossed design needs the same units for every seed");

  const differences: number[] = [];
  for (let resample = 0; resample < resamples; resample++) {
    const draws = random(options.seed, "paired-bootstrap", resample);
    const drawUnits = (count: number): number[] =>
      Array.from({ length: count }, () => draws.integer(count));
    const shared = design === "crossed" ? drawUnits(ordered[0]!.length) : undefined;
    let sum = 0;
    for (let s = 0; s < ordered.length; s++) {
      const units = ordered[draws.integer(ordered.length)]!;
      sum += sumUnits(units, shared ?? drawUnits(units.length), score);
    }
    const difference = sum / ordered.length;
    if (!Number.isNaN(difference)) differences.push(difference);
  }
  differences.sort((a, b) => a - b);
  const tail = (1 - confidence) / 2;
  const atMostZero = differences.filter((difference) => difference <= 0).length;
  const atLeastZero = differences.filter((difference) => difference >= 0).length;
  return {
    difference: mean(ordered.map((units) => sumUnits(units, undefined, score))),
    interval: { low: quantile(differences, tail), high: quantile(differences, 1 - tail) },
    p:
      differences.length === 0
        ? NaN
        : Math.min(1, (2 * (Math.min(atMostZero, atLeastZero) + 1)) / (differences.length + 1)),
    seeds: seeds.length,
    units: mean(seeds.map((units) => units.length)),
  };
}

/**
 * Holm's step-down adjustment: controls the chance of any false claim among all tests given.
 *
 * @param pValues - NaN entries stay NaN and are not counted as tests
 * @returns adjusted values in the order given
 */
export function holm(pValues: readonly number[]): number[] {
  const order = pValues
    .map((p, index) => ({ p, index }))
    .filter(({ p }) => !Number.isNaN(p))
    .sort((a, b) => a.p - b.p);
  const adjusted = pValues.map(() => NaN);
  let largest = 0;
  order.forEach(({ p, index }, rank) => {
    largest = Math.max(largest, Math.min(1, p * (order.length - rank)));
    adjusted[index] = largest;
  });
  return adjusted;
}
