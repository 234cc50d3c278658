import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  createOptimizer,
  type NamedArrays,
  type OptimizerSettings,
} from "../../lib/training/optimizer";
import { authorsGoldens, goldensOfAuthors, needs } from "../needs";

const shared = { beta1: 0.9, beta2: 0.98, epsilon: 1e-6, weightDecay: 0.1 };
const adamw: OptimizerSettings = { name: "adamw", ...shared };
const named = (values: Record<string, readonly number[]>): NamedArrays =>
  new Map(Object.entries(values).map(([name, list]) => [name, Float32Array.from(list)]));

const goldenFolders = [
  { origin: "own", path: join(__dirname, "../goldens/updates/optimizers.json"), options: {} },
  {
    origin: "given",
    path: join(authorsGoldens, "optimizers.json"),
    options: needs(goldensOfAuthors),
  },
];
const variants: Record<string, OptimizerSettings> = {
  adamw,
  lamb_bias_corrected: { name: "lamb", ...shared, stretched: "all", biasCorrection: true },
  lamb_ltg_bert: { name: "lamb", ...shared, stretched: "decayed", biasCorrection: true },
  lamb_no_bias_correction: { name: "lamb", ...shared, stretched: "all", biasCorrection: false },
  stable_adamw: { name: "stableAdamw", ...shared, decoupledDecay: false },
  stable_adamw_decoupled: {
    name: "stableAdamw",
    ...shared,
    weightDecay: 0.001,
    decoupledDecay: true,
  },
};

describe.each(goldenFolders)("golden updates, $origin", ({ path, options }) => {
  type Values = { matrix: number[] | number[][]; bias: number[]; zeros: number[] };
  type Goldens = { start: Values; gradients: Values[]; lr_per_step: number[] } & Record<
    string,
    { after_step: Values[] }
  >;
  const flat = ({ matrix, bias, zeros }: Values): NamedArrays =>
    named({ matrix: matrix.flat(), bias, zeros });
  it.each(Object.entries(variants))(
    "%s agrees after each of the steps",
    options,
    (variant, settings) => {
      const goldens = JSON.parse(readFileSync(path, "utf8")) as Goldens;
      const { init, update } = createOptimizer(settings, 0.02);
      const parameters = flat(goldens.start);
      const state = init(parameters);
      goldens.lr_per_step.forEach((rate, step) => {
        // Half of twice the gradient: the scale is part of every loop.
        const doubled = new Map(
          [...flat(goldens.gradients[step]!)].map(([name, g]) => [name, g.map((x) => 2 * x)]),
        );
        update(parameters, doubled, state, rate, 0.5);
        for (const [name, expected] of flat(goldens[variant]!.after_step[step]!))
          expected.forEach((value, i) =>
            // Values up to 2 in 32 bits: the goldens are in 64.
            expect(
              Math.abs(parameters.get(name)![i]! - value),
              `${name}[${i}], step ${step + 1}`,
            ).toBeLessThan(5e-7),
          );
      });
      expect(goldens.lr_per_step.length).toBeGreaterThanOrEqual(5);
    },
  );
});

describe("adamw", () => {
  it("makes the steps that pencil and paper make", () => {
    const { init, update } = createOptimizer({
      ...{ name: "adamw", beta1: 0.5, beta2: 0.75, epsilon: 0.5, weightDecay: 0.25 },
    });
    const parameters = named({ matrix: [2, -1], bias: [1] });
    const state = init(parameters);
    // Step 1: m = g/2, v = g²/4; corrected they are g and g². Change: g / (|g| + 0.5).
    update(parameters, named({ matrix: [1.5, 0], bias: [-0.5] }), state, 0.5);
    // 2·(1 − 0.5·0.25) − 0.5·0.75; −1·0.875; 1 + 0.5·0.5
    expect([...parameters.get("matrix")!]).toEqual([1.375, -0.875]);
    expect([...parameters.get("bias")!]).toEqual([1.25]);
    expect([...state.first.get("matrix")!]).toEqual([0.75, 0]);
    expect([...state.second.get("matrix")!]).toEqual([0.5625, 0]);
    // Step 2 without gradient: m = 0.375 / (1 − 0.25) = 0.5; v = 0.421875 / (1 − 0.5625) = 27/28.
    update(parameters, named({ matrix: [0, 0], bias: [0] }), state, 1);
    expect(parameters.get("matrix")![0]).toBeCloseTo(
      1.375 * 0.75 - 0.5 / (Math.sqrt(27 / 28) + 0.5),
      6,
    );
    expect(parameters.get("matrix")![1]).toBe(-0.875 * 0.75);
    expect(state.updates).toBe(2);
  });
});

describe("lamb", () => {
  it("moves a tensor by the learning rate times its own norm, whatever the gradient's length", () => {
    const settings: OptimizerSettings = {
      ...{ name: "lamb", ...shared, stretched: "decayed", biasCorrection: true, weightDecay: 0 },
    };
    for (const length of [1e-3, 1, 1e3]) {
      const parameters = named({ matrix: [3, 0, 0, 4] });
      const { init, update } = createOptimizer(settings);
      update(parameters, named({ matrix: [0, length, -length, 0] }), init(parameters), 0.1);
      const [a, b, c, d] = parameters.get("matrix")!;
      expect([a, d]).toEqual([3, 4]);
      expect(Math.hypot(b!, c!)).toBeCloseTo(0.1 * 5, 3);
    }
  });
});

describe("stableAdamw", () => {
  it("shortens the step of a tensor whose gradient suddenly grows, not that of another", () => {
    const settings: OptimizerSettings = {
      name: "stableAdamw",
      decoupledDecay: false,
      ...shared,
      weightDecay: 0,
    };
    const { init, update } = createOptimizer(settings);
    const parameters = named({ grows: [0], stays: [0] });
    const state = init(parameters);
    for (let step = 0; step < 50; step++)
      update(parameters, named({ grows: [0.01], stays: [0.01] }), state, 0.1);
    const before = parameters.get("grows")![0]!;
    update(parameters, named({ grows: [1], stays: [0.01] }), state, 0.1);
    expect(parameters.get("stays")![0]! - before).toBeCloseTo(-0.1, 4);
    // The rate falls by g / √v, so √v cancels: what is left is rate · m / g. AdamW would go 5.6 times as far.
    const m = state.first.get("grows")![0]!;
    expect(m).toBeGreaterThan(0.1);
    expect(before - parameters.get("grows")![0]!).toBeCloseTo(0.1 * m, 5);
  });
});

describe.each(Object.entries(variants))("%s", (_, settings) => {
  const fresh = () => {
    const parameters = named({ a: [1], b: [2, 3] });
    const optimizer = createOptimizer(settings);
    return { ...optimizer, parameters, state: optimizer.init(parameters) };
  };

  it("changes nothing if a gradient is missing or of another size", () => {
    const { update, parameters, state } = fresh();
    expect(() => update(parameters, named({ a: [1] }), state, 1)).toThrow(/b has 2 values/);
    expect(() => update(parameters, named({ a: [1], b: [1] }), state, 1)).toThrow(RangeError);
    expect([...parameters.get("a")!, state.updates]).toEqual([1, 0]);
  });

  it("goes on from its state as if it had never stopped, and leaves gradients alone", () => {
    const [whole, halves] = [fresh(), fresh()];
    const gradients = named({ a: [0.5], b: [-1, 0] });
    for (let step = 0; step < 4; step++)
      whole.update(whole.parameters, gradients, whole.state, 0.1);
    for (let step = 0; step < 2; step++)
      halves.update(halves.parameters, gradients, halves.state, 0.1);
    const copied = (arrays: NamedArrays): NamedArrays =>
      new Map([...arrays].map(([name, array]) => [name, array.slice()]));
    const { updates, first, second } = halves.state;
    const state = { updates, first: copied(first), second: copied(second) };
    for (let step = 0; step < 2; step++)
      createOptimizer(settings).update(halves.parameters, gradients, state, 0.1);
    expect(halves.parameters).toEqual(whole.parameters);
    expect(gradients).toEqual(named({ a: [0.5], b: [-1, 0] }));
    expect(whole.parameters.get("b")![0]).not.toBe(2);
  });
});

describe("settings", () => {
  it.each([
    [{ ...adamw, beta1: 1 }, "optimizer.beta1 is 1"],
    [{ ...adamw, beta2: NaN }, "optimizer.beta2 is NaN"],
    [{ ...adamw, epsilon: 0 }, "optimizer.epsilon is 0"],
    [{ ...adamw, weightDecay: -1 }, "optimizer.weightDecay is -1"],
    [{ ...adamw, name: "sgd" } as unknown as OptimizerSettings, 'optimizer.name is "sgd"'],
  ])("that cannot work are refused: %j", (settings, message) => {
    expect(() => createOptimizer(settings)).toThrow(message);
  });
});
