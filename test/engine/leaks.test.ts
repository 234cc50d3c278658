import { memory } from "@tensorflow/tfjs-core";
import { expect, it } from "vitest";
import { int32 } from "../../lib/engine";
import { compileStep, makeBatch, makeModel, smallConfig } from "./smallEncoder";

it("500 steps in changing shapes leave no tensors, graphs or memory behind", async () => {
  const config = {
    ...smallConfig,
    layers: 1,
    vocabularySize: 4000,
    hiddenDropout: 0.1,
    attentionDropout: 0.1,
  };
  const step = compileStep(config, { cachedGraphs: 3 });
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
