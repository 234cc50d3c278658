import { describe, expect, it } from "vitest";
import {
  holm,
  mean,
  median,
  pairedBootstrap,
  quantile,
  standardDeviation,
} from "../../lib/evaluation/statistics";
import type { PairedUnit } from "../../lib/evaluation/statistics";
import { random } from "../../lib/random";

const share = ([right, asked]: readonly number[]): number => right! / asked!;

function unit(name: number, first: number, second: number): PairedUnit {
  return { unit: `u${name}`, first: [first, 1], second: [second, 1] };
}

describe("mean, spread and quantile", () => {
  it("agree with hand computation", () => {
    expect(mean([1, 2, 6])).toBe(3);
    expect(standardDeviation([1, 2, 6])).toBeCloseTo(Math.sqrt(7), 12);
    expect(quantile([0, 10, 20], 0.25)).toBe(5);
    expect(quantile([7], 0.975)).toBe(7);
    expect(median([10, 9, 100])).toBe(10);
    expect(median([100, 9, 10, 20])).toBe(15);
  });

  it("are NaN where they are not defined", () => {
    expect(mean([])).toBeNaN();
    expect(standardDeviation([1])).toBeNaN();
    expect(quantile([], 0.5)).toBeNaN();
  });
});

describe("pairedBootstrap", () => {
  it("gives a point where every unit differs by the same", () => {
    const units = [0, 1, 2].map((i) => unit(i, 0, 1));
    const found = pairedBootstrap({ seeds: [units], design: "crossed", score: share, seed: 1 });
    expect(found.difference).toBe(1);
    expect(found.interval).toEqual({ low: 1, high: 1 });
    expect(found.p).toBeCloseTo(2 / 2001, 12);
  });

  it("gives 0, an interval of 0 and p = 1 for two equal models", () => {
    const units = [unit(0, 1, 1), unit(1, 0, 0)];
    const found = pairedBootstrap({
      seeds: [units, units],
      design: "crossed",
      score: share,
      seed: 1,
    });
    expect(found).toMatchObject({ difference: 0, interval: { low: 0, high: 0 }, p: 1 });
  });

  it("draws the same for the same seed and otherwise for another", () => {
    const units = Array.from({ length: 9 }, (_, i) => unit(i, i % 2, i % 3 === 0 ? 1 : 0));
    const run = (seed: number) =>
      pairedBootstrap({ seeds: [units], design: "crossed", score: share, seed, resamples: 101 });
    expect(run(5)).toEqual(run(5));
    expect(run(5)).not.toEqual(run(6));
  });

  it("does not average luck in a shared test set away over seeds", () => {
    const units = Array.from({ length: 40 }, (_, i) => unit(i, 0, i % 2));
    const width = (design: "crossed" | "nested"): number => {
      const { interval } = pairedBootstrap({
        seeds: Array.from({ length: 8 }, () => units),
        design,
        score: share,
        seed: 3,
      });
      return interval.high - interval.low;
    };
    // Eight like seeds: nested intervals shrink by √8, crossed ones must not.
    expect(width("crossed") / width("nested")).toBeGreaterThan(2.2);
  });

  it("leaves out resamples without any item of a part", () => {
    const parts = ([a, b, c, d]: readonly number[]): number => a! / b! - c! / d!;
    const units: PairedUnit[] = [
      { unit: "exposed", first: [0, 1, 0, 0], second: [1, 1, 0, 0] },
      { unit: "withheld", first: [0, 0, 0, 1], second: [0, 0, 0, 1] },
    ];
    const found = pairedBootstrap({ seeds: [units], design: "nested", score: parts, seed: 1 });
    expect(found.difference).toBe(1);
    expect(found.interval).toEqual({ low: 1, high: 1 });
  });

  it("covers the true difference about as often as it says", () => {
    // Question groups with a shared difficulty, a true gain of 0.2, and noise between seeds.
    let covered = 0;
    const trials = 120;
    for (let trial = 0; trial < trials; trial++) {
      const draw = random(11, "coverage", trial);
      const effects = Array.from({ length: 6 }, () => 0.2 + 0.05 * draw.normal());
      const difficulty = Array.from({ length: 50 }, () => 0.2 + 0.4 * draw.uniform());
      const seeds = effects.map((effect) =>
        difficulty.map((d, i) =>
          unit(i, draw.uniform() < d ? 1 : 0, draw.uniform() < d + effect ? 1 : 0),
        ),
      );
      const { interval } = pairedBootstrap({
        seeds,
        design: "crossed",
        score: share,
        seed: trial,
        resamples: 300,
      });
      if (interval.low <= 0.2 && interval.high >= 0.2) covered++;
    }
    // 95 % asked for; resampling six seeds and fifty groups separately is a little wide.
    expect(covered / trials).toBeGreaterThan(0.9);
    expect(covered / trials).toBeLessThanOrEqual(1);
  });

  it("calls a difference of nothing significant about as seldom as it says", () => {
    let called = 0;
    const trials = 120;
    for (let trial = 0; trial < trials; trial++) {
      const draw = random(12, "null", trial);
      const coin = (): number => (draw.uniform() < 0.5 ? 1 : 0);
      const seeds = Array.from({ length: 5 }, () =>
        Array.from({ length: 30 }, (_, i) => unit(i, coin(), coin())),
      );
      const { p } = pairedBootstrap({
        seeds,
        design: "nested",
        score: share,
        seed: trial,
        resamples: 300,
      });
      if (p < 0.05) called++;
    }
    expect(called / trials).toBeLessThan(0.12);
  });

  it("refuses seeds without units, and crossed seeds with unlike units", () => {
    const base = { score: share, seed: 1 } as const;
    expect(() => pairedBootstrap({ ...base, seeds: [], design: "nested" })).toThrow(RangeError);
    expect(() => pairedBootstrap({ ...base, seeds: [[]], design: "nested" })).toThrow(RangeError);
    expect(() =>
      pairedBootstrap({ ...base, seeds: [[unit(1, 0, 0)], [unit(2, 0, 0)]], design: "crossed" }),
    ).toThrow("same units");
  });
});

describe("holm", () => {
  it("agrees with the textbook example, in the order given", () => {
    const adjusted = holm([0.01, 0.04, 0.03, 0.005]);
    [0.03, 0.06, 0.06, 0.02].forEach((p, i) => expect(adjusted[i]).toBeCloseTo(p, 12));
  });

  it("never exceeds 1, and leaves NaN out of the count", () => {
    expect(holm([0.9, 0.8])).toEqual([1, 1]);
    expect(holm([NaN, 0.02])).toEqual([NaN, 0.02]);
  });
});
