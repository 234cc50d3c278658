import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import {
  adamw,
  clipByGlobalNorm,
  gradientNorms,
  describeDecayGroups,
  hasDecay,
  type NamedArrays,
} from "../../lib/training/optimizer";

const settings = { beta1: 0.9, beta2: 0.98, epsilon: 1e-6, weightDecay: 0.1 };
const named = (values: Record<string, readonly number[]>): NamedArrays =>
  new Map(Object.entries(values).map(([name, list]) => [name, Float32Array.from(list)]));

describe("adamw", () => {
  it("makes the steps that pencil and paper make", () => {
    const { init, update } = adamw({ beta1: 0.5, beta2: 0.75, epsilon: 0.5, weightDecay: 0.25 });
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

  it("changes nothing if a gradient is missing or of another size", () => {
    const { init, update } = adamw(settings);
    const parameters = named({ a: [1], b: [2, 3] });
    const state = init(parameters);
    expect(() => update(parameters, named({ a: [1] }), state, 1)).toThrow(/b has 2 values/);
    expect(() => update(parameters, named({ a: [1], b: [1] }), state, 1)).toThrow(RangeError);
    expect([...parameters.get("a")!, state.updates]).toEqual([1, 0]);
  });

  it("refuses settings that cannot work", () => {
    expect(() => adamw({ ...settings, beta1: 1 })).toThrow(/beta1/);
    expect(() => adamw({ ...settings, epsilon: 0 })).toThrow(/epsilon/);
    expect(() => adamw({ ...settings, weightDecay: -1 })).toThrow(/weightDecay/);
  });
});

const golden = join(
  resolve(process.env["KLINISKVEST_DATA"] ?? "../shared/data", "../goldens"),
  "norbert3-tiny/optimizers.json",
);
describe.skipIf(!existsSync(golden))("golden AdamW (skipped where the goldens are absent)", () => {
  type Values = { matrix: number[][]; bias: number[]; zeros: number[] };
  type Goldens = {
    start: Values;
    gradients: Values[];
    lr_per_step: number[];
    adamw: { after_step: Values[] };
  };
  it("agrees after each of the steps", () => {
    const goldens = JSON.parse(readFileSync(golden, "utf8")) as Goldens;
    const flat = ({ matrix, bias, zeros }: Values): NamedArrays =>
      named({ matrix: matrix.flat(), bias, zeros });
    const { init, update } = adamw(settings);
    const parameters = flat(goldens.start);
    const state = init(parameters);
    goldens.lr_per_step.forEach((rate, step) => {
      update(parameters, flat(goldens.gradients[step]!), state, rate);
      for (const [name, expected] of flat(goldens.adamw.after_step[step]!))
        expected.forEach((value, i) =>
          expect(parameters.get(name)![i], `${name}[${i}], step ${step + 1}`).toBeCloseTo(value, 6),
        );
    });
    expect(goldens.lr_per_step).toHaveLength(5);
  });
});

const clip = (gradients: NamedArrays, maximum: number): number =>
  clipByGlobalNorm(gradients, gradientNorms(gradients), maximum);

describe("clipByGlobalNorm", () => {
  it("scales all gradients together, down to the maximum", () => {
    const gradients = named({ a: [3], b: [0, 4] });
    expect(clip(gradients, 2.5)).toBe(5);
    expect([...gradients.get("a")!, ...gradients.get("b")!]).toEqual([1.5, 0, 2]);
  });

  it("leaves shorter gradients alone", () => {
    const gradients = named({ a: [3], b: [0, 4] });
    expect(clip(gradients, 5)).toBe(5);
    expect([...gradients.get("b")!]).toEqual([0, 4]);
  });

  it("adds squares without loss: small gradients count beside a large one", () => {
    const gradients = new Map([["a", new Float32Array(20_000_001).fill(1)]]);
    gradients.get("a")![0] = 4096;
    // In float32 each 1 would vanish beside 4096² = 2^24.
    expect(clip(gradients, 1e9)).toBeCloseTo(Math.sqrt(2 ** 24 + 20_000_000), 9);
  });

  it("changes nothing if a gradient is not a number", () => {
    const gradients = named({ a: [Number.NaN], b: [4] });
    expect(clip(gradients, 1)).toBeNaN();
    expect([...gradients.get("b")!]).toEqual([4]);
  });
});

describe("weight decay", () => {
  const names = [
    "encoder.embeddings.word",
    "encoder.layers.0.attention.query.weight",
    "encoder.layers.0.attention.query.bias",
    "encoder.layers.0.feedForward.norm.weight",
    "maskedToken.norm.bias",
    "maskedToken.bias",
    "encoder.finalNorm.weight",
  ];
  it("leaves biases and normalisations alone", () => {
    expect(names.filter(hasDecay)).toEqual(names.slice(0, 2));
  });

  it("is described with the number of tensors and parameters of each group", () => {
    const parameters = new Map(names.map((name, i) => [name, new Float32Array(i + 1)]));
    expect(describeDecayGroups(parameters)).toEqual([
      {
        group: "decayed",
        tensors: 2,
        parameters: 3,
        endings: ["embeddings.word", "query.weight"],
      },
      {
        group: "not decayed",
        tensors: 5,
        parameters: 25,
        endings: ["finalNorm.weight", "maskedToken.bias", "norm.bias", "norm.weight", "query.bias"],
      },
    ]);
  });
});
