/**
 * How sure a share is whose items come in clusters, as the identifiers of a note do: those of one note
 * are found or missed together, so they tell less than as many independent ones. A percentile bootstrap over
 * notes would do as well in the middle, but says [1, 1] where nothing was missed.
 */

import { t975 } from "./pairedSeeds";
import type { Interval } from "./statistics";

/** One cluster: how many items it has, and how many of them count. */
export type ClusterCounts = { readonly part: number; readonly whole: number };

/**
 * Standard error of the summed part over the summed whole, with clusters as the units: that of a ratio
 * estimator by linearisation (Cochran, Sampling Techniques, 3rd edition 1977, chapter 6) of clusters drawn from
 * very many; NaN for fewer than two clusters with items.
 */
export function clusteredStandardError(clusters: readonly ClusterCounts[]): number {
  const units = clusters.filter(({ whole }) => whole > 0);
  if (units.length < 2) return NaN;
  const whole = units.reduce((sum, unit) => sum + unit.whole, 0);
  const share = units.reduce((sum, unit) => sum + unit.part, 0) / whole;
  const squares = units.reduce((sum, unit) => sum + (unit.part - share * unit.whole) ** 2, 0);
  return Math.sqrt((units.length / (units.length - 1)) * squares) / whole;
}

/**
 * 95 % interval of a share over clusters: Wilson's at the effective sample size of Dean and Pagano (2015,
 * Journal of Survey Statistics and Methodology 3(4), 484–503), which is the number of items divided by the
 * design effect and by (t/z)², t of the clusters. With Student's t in Wilson's formula instead of z it is the
 * same. A design effect below 1, as where nothing or everything counts, is taken for 1.
 *
 * @returns undefined for fewer than two clusters with items
 */
export function clusteredInterval(clusters: readonly ClusterCounts[]): Interval | undefined {
  const units = clusters.filter(({ whole }) => whole > 0);
  if (units.length < 2) return undefined;
  const whole = units.reduce((sum, unit) => sum + unit.whole, 0);
  const share = units.reduce((sum, unit) => sum + unit.part, 0) / whole;
  const independent = (share * (1 - share)) / whole;
  const effect =
    independent === 0 ? 1 : Math.max(1, clusteredStandardError(units) ** 2 / independent);
  const size = whole / effect;
  const squared = t975(units.length - 1) ** 2;
  const centre = (share + squared / (2 * size)) / (1 + squared / size);
  const half =
    Math.sqrt(squared * ((share * (1 - share)) / size + squared / (4 * size * size))) /
    (1 + squared / size);
  return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}
