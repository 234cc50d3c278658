import { expect, it } from "vitest";
import { bucketOf } from "../../lib/encoder/norbert3";
import { publishedEncoders } from "../../lib/encoder/published";

/** As the reference computes them with 32 buckets and 512 positions. */
const buckets = [
  [0, 0],
  [1, 1],
  [16, 16],
  [17, 17],
  [20, 17],
  [25, 18],
  [32, 20],
  [40, 20],
  [64, 23],
  [100, 24],
  [128, 26],
  [200, 27],
  [256, 29],
  [400, 30],
  [500, 31],
  [511, 31],
  [600, 31],
] as const;

it.each(buckets)(
  "a distance of %i is in bucket %i, and the opposite one opposite",
  (distance, bucket) => {
    const config = publishedEncoders["ltg/norbert3-large"]!;
    if (config.architecture !== "norbert3") throw new Error("not a NorBERT3");
    expect(bucketOf(distance, config)).toBe(bucket);
    expect(bucketOf(-distance, config) + bucket).toBe(0);
  },
);
