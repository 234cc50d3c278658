import { afterAll, describe, expect, it } from "vitest";
import * as tf from "@tensorflow/tfjs-core";
import { acosh } from "@tensorflow/tfjs-core";
import {
  compile,
  createDropout,
  flatten,
  float32,
  int32,
  isHostTensor,
  mul,
  noDropout,
  sum,
  withGradients,
  type HostTensor,
  type Tensor,
} from "../../lib/engine";
import {
  pretrainingLoss,
  type PretrainingInput,
  type PretrainingModel,
} from "../../lib/training/objective";
import { makeBatch, makeModel, smallConfig } from "./smallEncoder";

type Inputs = {
  model: PretrainingModel<HostTensor>;
  batch: PretrainingInput<HostTensor>;
  seed: HostTensor;
};

const step = (executor: "cpu" | "reference", rate: number) => {
  const config = { ...smallConfig, hiddenDropout: rate, attentionDropout: rate };
  return compile(
    ({
      model,
      batch,
      seed,
    }: {
      model: PretrainingModel<Tensor>;
      batch: PretrainingInput<Tensor>;
      seed: Tensor;
    }) =>
      withGradients(model, (model) =>
        pretrainingLoss(config, model, batch, rate > 0 ? createDropout(seed) : noDropout),
      ),
    { executor },
  );
};

describe("a compiled training step", () => {
  const inputs: Inputs = {
    model: makeModel(smallConfig),
    batch: makeBatch(smallConfig, 3, 12, 7),
    seed: int32(Int32Array.of(20190117), []),
  };
  const compiled = { plain: step("cpu", 0), dropout: step("cpu", 0.1) };
  afterAll(async () => {
    await compiled.plain.release();
    await compiled.dropout.release();
  });

  it.each([
    ["without dropout", 0],
    ["with dropout", 0.1],
  ])("%s has the loss and gradients of the reference executor", async (_, rate) => {
    const fast = await (rate ? compiled.dropout : compiled.plain)(inputs as never);
    const slow = await step("reference", rate)(inputs as never);
    const expected = new Map(flatten(slow, isHostTensor));
    const actual = flatten(fast, isHostTensor);
    expect(actual.map(([path]) => path)).toEqual([...expected.keys()]);
    for (const [path, { data, shape }] of actual) {
      const reference = expected.get(path)!;
      expect(shape, path).toEqual(reference.shape);
      for (let i = 0; i < data.length; i++)
        expect(Math.abs(data[i]! - reference.data[i]!), `${path}[${i}]`).toBeLessThan(2e-5);
    }
  });
});
