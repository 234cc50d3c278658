import { describe, expect, it } from "vitest";
import { flatten, int32, float32, isHostTensor, type HostTensor } from "../../lib/engine";
import {
  pretrainingLoss,
  type PretrainingInput,
  type PretrainingModel,
  type StepTotals,
} from "../../lib/training/objective";
import type { OptimizerSettings } from "../../lib/training/optimizer";
import { createTrainingStep, type StepSettings } from "../../lib/training/step";
import type { EncoderConfig } from "../../lib/encoder/config";
import { makeBatch, makeModel, smallConfig, smallConfigs } from "../engine/smallEncoder";
import { ranksInOneProcess } from "./ranks";

/** An epsilon of 1 makes the update follow the gradient, so that rounding stays rounding. */
const settings: StepSettings = {
  optimizer: { name: "adamw", beta1: 0.9, beta2: 0.999, epsilon: 1, weightDecay: 0.01 },
  clipNorm: 1e9,
  seed: 1,
};
type Model = PretrainingModel<HostTensor>;
type Batch = PretrainingInput<HostTensor>;
type MicroBatch = { readonly input: Batch; readonly totals: StepTotals<HostTensor> };

const stepOf = (
  model: Model,
  over: Partial<StepSettings> = {},
  config: EncoderConfig = smallConfig,
) =>
  createTrainingStep<Model, Batch>(
    model,
    (model, input, dropout) => pretrainingLoss(config, model, input, dropout),
    { ...settings, ...over },
  );
const valuesOf = (model: Model): number[] =>
  flatten(model, isHostTensor).flatMap(([, { data }]) => [...data]);

/** Two batches as one with the rows of both. */
function joined(a: Batch, b: Batch): Batch {
  const [rows, sequence] = a.ids.shape as [number, number];
  const join = (of: (batch: Batch) => HostTensor, shift = 0): HostTensor => {
    const [x, y] = [of(a), of(b)];
    const data = [...x.data, ...[...y.data].map((value) => value + shift)];
    const shape = [x.shape[0]! + y.shape[0]!, ...x.shape.slice(1)];
    return x.dtype === "int32"
      ? int32(Int32Array.from(data), shape)
      : float32(Float32Array.from(data), shape);
  };
  return {
    ids: join(({ ids }) => ids),
    types: join(({ types }) => types),
    mayAttend: join(({ mayAttend }) => mayAttend),
    maskedPositions: join(({ maskedPositions }) => maskedPositions, rows * sequence),
    maskedLabels: join(({ maskedLabels }) => maskedLabels),
    maskedWeights: join(({ maskedWeights }) => maskedWeights),
    nextSentence: {
      positions: join(({ nextSentence }) => nextSentence!.positions, rows * sequence),
      labels: join(({ nextSentence }) => nextSentence!.labels),
      weights: join(({ nextSentence }) => nextSentence!.weights),
    },
  };
}

/** Micro-batches with what all of them hide and ask. */
function partsOf(batches: readonly Batch[]): MicroBatch[] {
  const total = (of: (batch: Batch) => HostTensor): HostTensor => {
    const weights = batches.flatMap((batch) => [...of(batch).data]);
    return float32(Float32Array.of(weights.reduce((sum, weight) => sum + weight, 0)), []);
  };
  const totals = {
    maskedTokens: total(({ maskedWeights }) => maskedWeights),
    pairs: total(({ nextSentence }) => nextSentence!.weights),
  };
  return batches.map((input) => ({ input, totals }));
}

describe("a training step", () => {
  const a = makeBatch(smallConfig, 2, 10, 5, 1);
  const [few, many] = [makeBatch(smallConfig, 2, 10, 3, 1), makeBatch(smallConfig, 2, 10, 14, 2)];
  few.nextSentence!.weights.data[1] = 0;

  /** The step of micro-batches dealt out to processes: what each of them reports, and the weights after. */
  async function stepOfRanks(dealt: readonly (readonly MicroBatch[])[]) {
    const communicators = ranksInOneProcess(dealt.length);
    const ran = dealt.map(async (own, rank) => {
      const model = makeModel(smallConfig);
      const step = createTrainingStep<Model, MicroBatch>(
        model,
        (model, { input, totals }, dropout) =>
          pretrainingLoss(smallConfig, model, input, dropout, { totals }),
        { ...settings, communicator: communicators[rank]! },
      );
      const result = await step.run(own, 1, 0.1);
      await step.release();
      return { ...result, weights: valuesOf(model) };
    });
    return Promise.all(ran);
  }

  it("is the same in however many micro-batches and processes, with few or many tokens hidden", async () => {
    const [p, q] = partsOf([few, many]);
    const [whole] = await stepOfRanks([partsOf([joined(few, many)])]);
    const before = valuesOf(makeModel(smallConfig));
    const largest = (y: readonly number[]): number =>
      whole!.weights.reduce((most, x, i) => Math.max(most, Math.abs(x - y[i]!)), 0);
    expect(largest(before)).toBeGreaterThan(1e-3);
    for (const dealt of [[[p!, q!]], [[q!, p!]], [[p!], [q!]]])
      for (const { loss, gradientNorm, weights } of await stepOfRanks(dealt)) {
        expect(loss).toBeCloseTo(whole!.loss, 5);
        expect(gradientNorm).toBeCloseTo(whole!.gradientNorm, 4);
        expect(largest(weights)).toBeLessThan(1e-6);
      }
  });

  it("does not see a micro-batch in which nothing is hidden", async () => {
    const none = makeBatch(smallConfig, 2, 10, 3, 2);
    for (const { data } of [none.maskedWeights, none.nextSentence!.weights]) data.fill(0);
    const [alone] = await stepOfRanks([partsOf([few])]);
    const [p, q] = partsOf([few, none]);
    for (const dealt of [[[p!, q!]], [[p!], [q!]]])
      for (const result of await stepOfRanks(dealt)) {
        expect(result.loss).toBe(alone!.loss);
        expect(result.weights).toEqual(alone!.weights);
      }
  });

  it("leaves alone what the loss does not use, decay and moments too", async () => {
    const model = makeModel(smallConfig);
    const { nextSentence, ...words } = a;
    expect(nextSentence).toBeDefined();
    const optimizer = { ...settings.optimizer, weightDecay: 0.5 };
    const step = stepOf(model, { optimizer });
    const valueOf = (): Map<string, string> =>
      new Map(flatten(model, isHostTensor).map(([name, { data }]) => [name, data.join()]));
    const before = valueOf();
    const { gradientNorms } = await step.run([words], 1, 0.1);
    await step.release();
    for (const [name, values] of valueOf()) {
      const isUsed = !name.startsWith("nextSentence.");
      expect(gradientNorms.has(name), name).toBe(isUsed);
      expect(values !== before.get(name), name).toBe(isUsed);
    }
  });

  it("reports the norm before clipping and does not step further for a clipped gradient", async () => {
    const moved = async (clipNorm: number): Promise<[norm: number, distance: number]> => {
      const model = makeModel(smallConfig);
      const before = valuesOf(model);
      // Without decay only the gradient moves the weights.
      const optimizer = { ...settings.optimizer, weightDecay: 0 };
      const step = stepOf(model, { clipNorm, optimizer });
      const { gradientNorm } = await step.run([a], 1, 0.1);
      await step.release();
      const after = valuesOf(model);
      return [gradientNorm, Math.hypot(...after.map((value, i) => value - before[i]!))];
    };
    const [norm, distance] = await moved(1e9);
    const [clippedNorm, clippedDistance] = await moved(norm / 10);
    expect(clippedNorm).toBe(norm);
    // The update is nearly g / (1 + |g|), so a tenth of the gradient gives about a tenth of it.
    expect(clippedDistance / distance).toBeGreaterThan(0.08);
    expect(clippedDistance / distance).toBeLessThan(0.2);
  });

  it("draws dropout from the seed and the number of the step", async () => {
    const config = { ...smallConfig, hiddenDropout: 0.3, attentionDropout: 0.3 };
    const lossOf = async (seed: number, number: number): Promise<number> => {
      const step = stepOf(makeModel(config), { seed }, config);
      const { loss } = await step.run([a], number, 0);
      await step.release();
      return loss;
    };
    const loss = await lossOf(1, 1);
    expect(await lossOf(1, 1)).toBe(loss);
    expect(await lossOf(1, 2)).not.toBe(loss);
    expect(await lossOf(2, 1)).not.toBe(loss);
  });

  it.each(smallConfigs)("learns one batch by heart: $architecture", async (config) => {
    const model = makeModel(config);
    const batch = makeBatch(config, 3, 12, 6);
    const optimizer: OptimizerSettings = {
      name: "adamw",
      beta1: 0.9,
      beta2: 0.98,
      epsilon: 1e-6,
      weightDecay: 0,
    };
    const step = stepOf(model, { clipNorm: 1, optimizer }, config);
    const first = (await step.run([batch], 1, 0.01)).loss;
    let last = first;
    for (let number = 2; number <= 80; number++)
      last = (await step.run([batch], number, 0.01)).loss;
    await step.release();
    expect(first).toBeGreaterThan(3);
    expect(last).toBeLessThan(0.1);
  });

  it("names the tensor whose gradient is not finite and leaves the model as it was", async () => {
    const model = makeModel(smallConfig);
    model.maskedToken.bias.data[3] = Infinity;
    const before = valuesOf(model);
    const step = stepOf(model);
    await expect(step.run([a], 4, 0.1)).rejects.toThrow(
      /gradient of [\w.]+ is not finite in step 4/,
    );
    expect(valuesOf(model)).toEqual(before);
    expect(step.optimizerState.updates).toBe(0);
    await step.release();
  });

  it("needs a batch", async () => {
    const step = stepOf(makeModel(smallConfig));
    await expect(step.run([], 1, 0.1)).rejects.toThrow(RangeError);
    await step.release();
  });
});
