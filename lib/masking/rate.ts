/** Share of maskable tokens to hide, possibly changing as training goes on. */
export type MaskingRate =
  | number
  | {
      readonly from: number;
      readonly to: number;
      /** `stepped`: `from` in the first half, `to` in the second. */
      readonly shape: "linear" | "cosine" | "stepped";
    };

/** The rate at a point of training. @param progress - in [0, 1] */
export function maskingRate(rate: MaskingRate, progress: number): number {
  if (typeof rate === "number") return rate;
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
