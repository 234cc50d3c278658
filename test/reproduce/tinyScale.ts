import { bertNspSmall } from "../../lib/recipe";
import type { Scale } from "../../lib/reproduce/scale";

const recipe = (steps: number) => ({
  ...bertNspSmall,
  encoder: { ...bertNspSmall.encoder, hiddenSize: 16, heads: 2, feedForwardSize: 32 },
  settings: {
    ...bertNspSmall.settings,
    rows: 4,
    shortRows: { sequenceLength: 32, rows: 4, share: 0.5 },
    steps,
    evaluateEvery: steps,
    checkpointEvery: 2,
  },
});
const finetuning = { epochs: 1, batchSize: 16, learningRate: 1e-3, sequenceLength: 64 };

/** Every part of the main job in seconds; its scores mean nothing. */
export const tinyScale: Scale = {
  name: "tiny",
  worldSeed: 1,
  generalDocuments: 60,
  clinicalDocuments: 60,
  vocabularySize: 400,
  generalRecipe: recipe(4),
  clinicalRecipe: recipe(4),
  seeds: [1, 2],
  entities: finetuning,
  cloze: finetuning,
  pairs: finetuning,
};
