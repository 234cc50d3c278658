import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { learningRateFactor, runFactor, type ScheduleShape } from "../../lib/training/schedule";
import { authorsGoldens, goldensOfAuthors, needs } from "../needs";

const linear: ScheduleShape = { name: "linear" };
const trapezoid: ScheduleShape = { name: "stableThenDecay", decayShare: 0.2, floor: 0 };

describe("learningRateFactor", () => {
  // Ten steps of warm-up in a hundred; the values are worked out by hand.
  const points: readonly (readonly [ScheduleShape, readonly [step: number, factor: number][]])[] = [
    [
      { name: "constant" },
      [
        [55, 1],
        [100, 1],
      ],
    ],
    [
      { name: "linear" },
      [
        [55, 0.5],
        [100, 0],
      ],
    ],
    [
      { name: "cosine", floor: 0.1 },
      [
        [40, 0.775],
        [55, 0.55],
        [100, 0.1],
      ],
    ],
    [
      { name: "cosine", floor: 0 },
      [
        [40, 0.75],
        [55, 0.5],
        [100, 0],
      ],
    ],
    [
      { name: "stableThenDecay", decayShare: 0.2, floor: 0 },
      [
        [80, 1],
        [85, 0.5],
        [100, 0],
      ],
    ],
    [
      { name: "stableThenDecay", decayShare: 0.4, floor: 0.2 },
      [
        [60, 1],
        [70, 0.6],
        [100, 0.2],
      ],
    ],
    // All that follows the warm-up is decay.
    [
      { name: "stableThenDecay", decayShare: 1, floor: 0 },
      [
        [32.5, 0.5],
        [100, 0],
      ],
    ],
    [{ name: "stableThenDecay", decayShare: 0, floor: 0 }, [[100, 1]]],
  ];
  it.each(points)("%j passes through its points", (shape, expected) => {
    const factor = learningRateFactor({ shape, warmupSteps: 10, steps: 100 });
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
    expect(learningRateFactor({ shape: linear, warmupSteps: 0, steps: 10 })(0)).toBe(1);
    expect(learningRateFactor({ shape: linear, warmupSteps: 10, steps: 10 })(10)).toBe(1);
    expect(learningRateFactor({ shape: trapezoid, warmupSteps: 9, steps: 10 })(9)).toBe(1);
  });

  it("refuses a warm-up longer than the run", () => {
    expect(() => learningRateFactor({ shape: linear, warmupSteps: 11, steps: 10 })).toThrow(
      RangeError,
    );
  });

  it.each([
    [{ name: "cosine", floor: 2 } as const, "schedule.floor is 2"],
    [{ ...trapezoid, decayShare: -0.1 }, "schedule.decayShare is -0.1"],
    [{ name: "steps" } as unknown as ScheduleShape, 'schedule.name is "steps"'],
  ])("refuses %j", (shape, message) => {
    expect(() => learningRateFactor({ shape, warmupSteps: 0, steps: 10 })).toThrow(message);
  });
});

type Goldens = {
  peak: number;
  N_total_steps: number;
  W_warmup_steps: number;
  schedules: Record<string, { lr: number[] }>;
};
const agree = (path: string, name: string, shape: ScheduleShape, warmupSteps: number): void => {
  const { peak, N_total_steps, schedules } = JSON.parse(readFileSync(path, "utf8")) as Goldens;
  const factor = learningRateFactor({ shape, warmupSteps, steps: N_total_steps });
  const rates = schedules[name]!.lr;
  expect(rates).toHaveLength(101);
  rates.forEach((rate, step) => expect(peak * factor(step), `step ${step}`).toBeCloseTo(rate, 15));
};

describe("golden schedules", () => {
  const path = join(__dirname, "../goldens/updates/schedules.json");
  it.each([
    ["constant", { name: "constant" }],
    ["linear", linear],
    ["cosine_to_0", { name: "cosine", floor: 0 }],
    ["cosine_to_10_percent", { name: "cosine", floor: 0.1 }],
    ["stable_then_decay_to_0", trapezoid],
    ["stable_then_decay_to_1_permille", { ...trapezoid, floor: 0.001 }],
  ] as const)("%s", (name, shape) => agree(path, name, shape, 10));
});

const given = join(authorsGoldens, "schedules.json");
describe("given golden schedules", needs(goldensOfAuthors), () => {
  it.each([
    ["warmup_cosine_to_10_percent", { name: "cosine", floor: 0.1 }, 10],
    ["warmup_linear_to_0", linear, 10],
    ["warmup_stable_one_minus_sqrt", trapezoid, 10],
    ["warmup_constant", { name: "constant" }, 10],
    ["constant", { name: "constant" }, 0],
  ] as const)("%s", (name, shape, warmupSteps) => agree(given, name, shape, warmupSteps));
});

it.each([linear, { name: "cosine", floor: 0 }, trapezoid] as const)(
  "a run of $name wastes no step on a rate of 0: it is the peers' of one step more, without their first",
  (shape) => {
    const run = { shape, warmupSteps: 3, steps: 10 };
    const factor = runFactor(run);
    const peers = learningRateFactor({ ...run, steps: 11 });
    const rates = Array.from({ length: 10 }, (_, i) => factor(i + 1));
    expect(rates).toEqual(Array.from({ length: 10 }, (_, i) => peers(i + 1)));
    expect(peers(0)).toBe(0);
    for (const rate of rates) expect(rate).toBeGreaterThan(0);
    expect(rates[2]).toBe(1);
    expect(rates[9]).toBeLessThan(rates[8]!);
  },
);
