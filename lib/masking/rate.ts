/** How much to mask, and how many units make up that much. */

import type { Random } from "../random";

/** Share of maskable tokens to mask, possibly changing as training goes on. */
export type MaskingRate =
  | number
  | {
      readonly from: number;
      readonly to: number;
      /** `stepped`: `from` in the first half, `to` in the second. */
      readonly shape: "linear" | "cosine" | "stepped";
    };

/**
 * The rate at a point of training.
 *
 * @param progress - in [0, 1]
 * @throws RangeError if it is no share: not in [0, 1]
 */
export function maskingRate(rate: MaskingRate, progress: number): number {
  const now = typeof rate === "number" ? rate : between(rate, progress);
  if (now >= 0 && now <= 1) return now;
  throw new RangeError(`masking rate at progress ${progress} must be in [0, 1], got ${now}`);
}

function between(rate: Exclude<MaskingRate, number>, progress: number): number {
  const { from, to, shape } = rate;
  switch (shape) {
    case "linear":
      return from + (to - from) * progress;
    case "cosine":
      return to + ((from - to) * (1 + Math.cos(Math.PI * progress))) / 2;
    case "stepped":
      return progress < 0.5 ? from : to;
  }
}

/** Positions that are masked or left together, ascending. */
export type Unit = readonly number[];

/**
 * Units in random order until they hold the share `rate` of all positions. The unit that would go
 * beyond is taken with the probability that makes the expected share exact, so that neither short
 * rows nor long words shift the rate. At least one unit is taken.
 */
export function takeShare(units: readonly Unit[], rate: number, random: Random): readonly Unit[] {
  const order = random.shuffle(units);
  let room = rate * units.reduce((n, unit) => n + unit.length, 0);
  let taken = 0;
  for (; taken < order.length && room > 0; taken++) {
    const { length } = order[taken]!;
    if (length > room && random.uniform() >= room / length) break;
    room -= length;
  }
  return order.slice(0, Math.max(1, taken));
}
