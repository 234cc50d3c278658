import { memory } from "@tensorflow/tfjs-core";
import { expect, it } from "vitest";
import {
  compile,
  createDropout,
  int32,
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

it("500 steps in changing shapes leave no tensors, graphs or memory behind", async () => {
  const config = {
    ...smallConfig,
    layers: 1,
    vocabularySize: 4000,
    hiddenDropout: 0.1,
    attentionDropout: 0.1,
  };
  type Inputs = {
    model: PretrainingModel<HostTensor>;
    batch: PretrainingInput<HostTensor>;
    seed: HostTensor;
  };
  type Outputs = { loss: Tensor; gradients: PretrainingModel<Tensor> };
  const step = compile<Inputs, Outputs>(
    ({ model, batch, seed }) =>
      withGradients(model as PretrainingModel<Tensor>, (model) =>
        pretrainingLoss(config, model, batch as PretrainingInput<Tensor>, createDropout(seed)),
      ),
    { cachedGraphs: 3 },
  );
  const model = makeModel(config);
  // Four shapes for three places; the fourth comes rarely, so that graphs are made and freed, too.
  const batches = [4, 6, 8, 12].map((sequence) => makeBatch(config, 4, sequence, 6));
  const tensors = memory().numTensors;
  const run = async (steps: number): Promise<number> => {
    for (let i = 0; i < steps; i++) {
      const batch = batches[i % 50 === 0 ? 3 : i % 3]!;
      await step({ model, batch, seed: int32(Int32Array.of(i), []) });
      expect(step.graphs()).toBeLessThanOrEqual(3);
    }
    expect(memory().numTensors).toBe(tensors);
    globalThis.gc?.();
    return process.memoryUsage().rss / 2 ** 20;
  };
  await run(100); // warm: code compiled, allocators filled
  const start = await run(200);
  const end = await run(200);
  // The gradients of a step are 0.3 MB: keeping them, or the inputs' copies, would show as 60 MB.
  expect(end - start, "growth of resident memory in MB").toBeLessThan(30);
  await step.release();
}, 120_000);
