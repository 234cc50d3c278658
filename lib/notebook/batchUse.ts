/** How much of a batch is text: what padding costs, and what packing saves. */

import { trainingBatches, type BatchSettings, type BatchSource } from "../training/batches";

export type BatchUse = {
  readonly layout: BatchSettings["layout"];
  readonly batches: number;
  /** Positions of all batches. */
  readonly positions: number;
  /** Of them, those that hold a token. */
  readonly tokens: number;
  readonly usefulShare: number;
};

/** The first batches of a recipe with either layout; the same seed gives the same rows. */
export function batchUse(
  source: BatchSource,
  settings: BatchSettings,
  seed: number,
  count = 50,
): BatchUse[] {
  return (["padded", "packed"] as const).map((layout) => {
    const batchAt = trainingBatches(source, { ...settings, layout }, seed);
    let [positions, tokens] = [0, 0];
    for (let i = 0; i < count; i++) {
      const { input, tokens: own } = batchAt(i, 0);
      positions += input.ids.data.length;
      tokens += own;
    }
    return { layout, batches: count, positions, tokens, usefulShare: tokens / positions };
  });
}
