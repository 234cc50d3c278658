/** Sizes of the main job. A scale says how much of everything; what is done is in `pipeline.ts`. */

import type { FinetuningSettings } from "../evaluation/finetuning";
import { bertNspSmall, type PretrainingRecipe } from "../recipe";

export type Scale = {
  readonly name: string;
  /** Seed of the invented world, its texts and its questions. */
  readonly worldSeed: number;
  readonly generalDocuments: number;
  /** The invented world tells all its facts in a round of about a thousand notes. */
  readonly clinicalDocuments: number;
  readonly vocabularySize: number;
  /** From nothing, on general text: gives the baseline. */
  readonly generalRecipe: PretrainingRecipe;
  /** From the baseline, on clinical text: gives the clinical model. */
  readonly clinicalRecipe: PretrainingRecipe;
  /** Seeds of fine-tuning. */
  readonly seeds: readonly number[];
  readonly entities: FinetuningSettings;
  readonly cloze: FinetuningSettings;
  readonly pairs: FinetuningSettings;
};

const quick: Scale = {
  name: "quick",
  worldSeed: 1,
  generalDocuments: 2000,
  clinicalDocuments: 1000,
  vocabularySize: 4000,
  generalRecipe: { ...bertNspSmall, settings: { ...bertNspSmall.settings, steps: 400 } },
  clinicalRecipe: { ...bertNspSmall, settings: { ...bertNspSmall.settings, steps: 800 } },
  seeds: [1, 2, 3],
  entities: { epochs: 4, batchSize: 16, learningRate: 5e-4, sequenceLength: 128 },
  cloze: { epochs: 3, batchSize: 8, learningRate: 2e-4, sequenceLength: 128 },
  pairs: { epochs: 3, batchSize: 8, learningRate: 2e-4, sequenceLength: 128 },
};

export const scales: Readonly<Record<string, Scale>> = { quick };
