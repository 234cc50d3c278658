/** Differences between two arms trained from the same seeds, with Student's t interval. */

import { mean, standardDeviation } from "./statistics";

export type SeedDifference = {
  /** Mean over seeds of second − first. */
  readonly difference: number;
  /** 95 %; NaN with one seed. It covers training seeds only, not the choice of the test text. */
  readonly low: number;
  readonly high: number;
  readonly seeds: number;
};

/**
 * The difference between paired values.
 *
 * @param pairs - `[first, second]` for each seed
 */
export function seedDifference(pairs: readonly (readonly [number, number])[]): SeedDifference {
  const differences = pairs.map(([first, second]) => second - first);
  const seeds = differences.length;
  const difference = mean(differences);
  const half =
    seeds < 2 ? NaN : (t975(seeds - 1) * standardDeviation(differences)) / Math.sqrt(seeds);
  return { difference, low: difference - half, high: difference + half, seeds };
}

/** 97.5 % quantiles of Student's t with 1 to 10 degrees of freedom. */
const table = [12.7062, 4.3027, 3.1824, 2.7764, 2.5706, 2.4469, 2.3646, 2.306, 2.2622, 2.2281];

/** Beyond the table by the expansion about the normal quantile (Abramowitz and Stegun 26.7.5). */
export function t975(degrees: number): number {
  const known = table[degrees - 1];
  if (known !== undefined) return known;
  const z = 1.959964;
  return (
    z +
    (z ** 3 + z) / (4 * degrees) +
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * degrees ** 2) +
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / (384 * degrees ** 3)
  );
}
