import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { InferenceSession } from "onnxruntime-node";
import { afterAll, expect, it, vi } from "vitest";
import { chooseExecutor } from "../../lib/engine";
import { initializePretrainingModel } from "../../lib/training/objective";
import { pretrain } from "../../lib/training/trainer";
import { smallConfig } from "../engine/smallEncoder";
import { makeTokenizer } from "../smallModel";
import { makeCache, makeDocuments, tokenizer } from "./smallCache";

const root = mkdtempSync(join(tmpdir(), "executor-"));
afterAll(() => {
  chooseExecutor("cpu");
  rmSync(root, { recursive: true, force: true });
});

it("pretraining and its held-out scores run on the chosen executor alone", async () => {
  await makeTokenizer(root, ["pasienten"]);
  const config = { ...smallConfig, vocabularySize: 300, maximumPositions: 32, layers: 1 };
  const sessions = vi.spyOn(InferenceSession, "create");
  const losses = async (executor: "cpu" | "reference"): Promise<number[]> => {
    chooseExecutor(executor);
    const found: number[] = [];
    await pretrain({
      name: "test",
      settings: {
        objective: "mlm+nsp",
        masking: { unit: "subword", rate: 0.15 },
        layout: "padded",
        sequenceLength: 32,
        rows: 4,
        heldOutShare: 0.2,
        accumulation: 1,
        steps: 2,
        learningRate: 0.01,
        schedule: { name: "cosine", floor: 0.1 },
        warmupShare: 0,
        optimizer: { name: "adamw", beta1: 0.9, beta2: 0.98, epsilon: 1e-6, weightDecay: 0.01 },
        clipNorm: 1,
        evaluateEvery: 2,
        checkpointEvery: 2,
      },
      config,
      model: initializePretrainingModel(config, 1),
      source: { cache: makeCache(makeDocuments(12)), tokenizer },
      tokenizerDir: root,
      dir: join(root, executor),
      seed: 1,
      start: "new",
      onProgress: ({ loss }) => found.push(loss),
    });
    return found;
  };
  const slow = await losses("reference");
  expect(sessions).not.toHaveBeenCalled();
  const fast = await losses("cpu");
  expect(sessions).toHaveBeenCalled();
  expect(fast).toHaveLength(2);
  for (const [i, loss] of fast.entries()) expect(loss).toBeCloseTo(slow[i]!, 4);
});
