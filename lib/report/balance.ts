/** What balance by temperature buys and costs, as rows for frames and figures; shares with intervals. */

import { planSample, totalOf, type GroupColumn } from "../corpus/samplingPlan";
import type { SampledRow, SamplingSettings } from "../corpus/samplingPlan";
import type { Measure } from "./figure";

export type BalanceRow = {
  readonly temperature: number;
  /** A label of the column, or `"all"`. */
  readonly group: string;
  /** Share of the group among the words of the sample. */
  readonly share: number;
  /** How often the text of the group is read in one pass over the sample. */
  readonly passes: number;
  /** Share of the group's words that are in the sample at all. */
  readonly kept: number;
  /** Share of the words of its part of the sample that are read for the first time. */
  readonly fresh: number;
  /** Documents left out, and copies after the first. */
  readonly leftOut: number;
  readonly repeats: number;
};

/**
 * Samples of the same documents at several temperatures, without writing any: one row a temperature
 * and label of `column`, and one for all.
 *
 * @throws InputError for settings that cannot be met
 */
export async function balanceRows(
  documents: readonly SampledRow[],
  temperatures: readonly number[],
  column: GroupColumn,
  settings: Omit<SamplingSettings, "temperature">,
): Promise<BalanceRow[]> {
  const rows: BalanceRow[] = [];
  for (const temperature of temperatures) {
    const { groups } = await planSample(documents, { ...settings, temperature });
    const total = totalOf(groups);
    const names = [...new Set(groups.map(({ labels }) => String(labels[column])))];
    for (const group of [...names, "all"]) {
      const own = groups.filter(({ labels }) => group === "all" || labels[column] === group);
      const { before, after, kept, repeats } = totalOf(own);
      rows.push({
        temperature,
        group,
        share: after.words / total.after.words,
        passes: after.words / before.words,
        kept: kept.words / before.words,
        fresh: kept.words / after.words,
        leftOut: before.documents - kept.documents,
        repeats,
      });
    }
  }
  return rows;
}

/** A share of `n` with its 95 % interval after Wilson, which stays within 0 and 1. */
export function shareWithInterval(count: number, n: number): Measure {
  const z = 1.959964;
  const share = count / n;
  const middle = (share + z ** 2 / (2 * n)) / (1 + z ** 2 / n);
  const half =
    (z / (1 + z ** 2 / n)) * Math.sqrt((share * (1 - share)) / n + z ** 2 / (4 * n ** 2));
  return { value: share, interval: [Math.max(0, middle - half), Math.min(1, middle + half)] };
}
