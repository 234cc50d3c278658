import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { learningRateFactor, type ScheduleShape } from "../../lib/training/schedule";

describe("learningRateFactor", () => {
  // Ten steps of warm-up in a hundred; the values are worked out by hand.
  const points: Record<ScheduleShape, readonly [step: number, factor: number][]> = {
    constant: [
      [55, 1],
      [100, 1],
    ],
    linear: [
      [55, 0.5],
      [100, 0],
    ],
    cosine: [
      [40, 0.775],
      [55, 0.55],
      [100, 0.1],
    ],
    stableThenDecay: [
      [80, 1],
      [85, 0.5],
      [100, 0],
    ],
  };
  it.each(Object.entries(points))("%s passes through its points", (shape, expected) => {
    const factor = learningRateFactor({
      shape: shape as ScheduleShape,
      warmupSteps: 10,
      steps: 100,
    });
    expect(factor(0)).toBe(0);
    expect(factor(5)).toBe(0.5);
    expect(factor(10)).toBe(1);
    for (const [step, value] of expected)
      expect(factor(step), `step ${step}`).toBeCloseTo(value, 12);
    expect(factor(1000)).toBe(factor(100));
    for (let step = 10; step < 100; step++)
      expect(factor(step + 1)).toBeLessThanOrEqual(factor(step));
  });

  it("is at its peak from the start without a warm-up, and at the end of one that fills the run", () => {
    expect(learningRateFactor({ shape: "linear", warmupSteps: 0, steps: 10 })(0)).toBe(1);
    expect(learningRateFactor({ shape: "linear", warmupSteps: 10, steps: 10 })(10)).toBe(1);
    expect(learningRateFactor({ shape: "stableThenDecay", warmupSteps: 9, steps: 10 })(9)).toBe(1);
  });

  it("refuses a warm-up longer than the run", () => {
    expect(() => learningRateFactor({ shape: "linear", warmupSteps: 11, steps: 10 })).toThrow(
      RangeError,
    );
  });
});

const golden = join(
  resolve(process.env["KLINISKVEST_DATA"] ?? "../shared/data", "../goldens"),
  "norbert3-tiny/schedules.json",
);
describe.skipIf(!existsSync(golden))("golden schedules (skipped where they are absent)", () => {
  type Goldens = {
    peak: number;
    N_total_steps: number;
    W_warmup_steps: number;
    schedules: Record<string, { lr: number[] }>;
  };
  const goldens = (): Goldens => JSON.parse(readFileSync(golden, "utf8")) as Goldens;
  it.each([
    ["warmup_cosine_to_10_percent", "cosine", 10],
    ["warmup_linear_to_0", "linear", 10],
    ["warmup_stable_one_minus_sqrt", "stableThenDecay", 10],
    ["warmup_constant", "constant", 10],
    ["constant", "constant", 0],
  ] as const)("%s", (name, shape, warmupSteps) => {
    const { peak, N_total_steps: steps, schedules } = goldens();
    const factor = learningRateFactor({ shape, warmupSteps, steps });
    const rates = schedules[name]!.lr;
    expect(rates).toHaveLength(101);
    rates.forEach((rate, step) =>
      expect(peak * factor(step), `step ${step}`).toBeCloseTo(rate, 15),
    );
  });
});
