/** Sizes of the main job. A scale says how much of everything; what is done is in `reproduce.ts`. */

import type { TaskSettings } from "../evaluation/kind";
import { bertNspSmall, type PretrainingRecipe } from "../recipe";

export type Scale = TaskSettings & {
  readonly name: string;
  /** Seed of the invented world, its texts and its questions. */
  readonly worldSeed: number;
  readonly generalDocuments: number;
  /** The invented world tells all its facts in a round of about seven hundred notes. */
  readonly clinicalDocuments: number;
  readonly vocabularySize: number;
  /** From nothing, on general text: gives the baseline. */
  readonly generalRecipe: PretrainingRecipe;
  /** From the baseline, on clinical text: gives the clinical model. */
  readonly clinicalRecipe: PretrainingRecipe;
  /** Seeds of fine-tuning. */
  readonly seeds: readonly number[];
};

const general = bertNspSmall.settings;

const quick: Scale = {
  name: "quick",
  worldSeed: 1,
  generalDocuments: 2000,
  clinicalDocuments: 1000,
  vocabularySize: 4000,
  generalRecipe: {
    ...bertNspSmall,
    settings: { ...general, steps: 2600, evaluateEvery: 250, checkpointEvery: 500 },
  },
  clinicalRecipe: {
    ...bertNspSmall,
    settings: {
      ...general,
      // The baseline's attention knows its way: no short rows again.
      shortRows: { ...general.shortRows, share: 0 },
      // Whole terms: with single subwords masked, the rest of a term gives it away and facts are not
      // learnt in the few million tokens that minutes allow.
      masking: { unit: "term", rate: 0.1, termRate: 0.4 },
      learningRate: 1.5e-3,
      steps: 6500,
      evaluateEvery: 500,
      checkpointEvery: 500,
    },
  },
  seeds: [1, 2, 3],
  entities: { epochs: 4, batchSize: 32, learningRate: 5e-4, sequenceLength: 64 },
  cloze: { epochs: 2, batchSize: 8, learningRate: 1e-4, sequenceLength: 64 },
  pairs: { epochs: 3, batchSize: 8, learningRate: 2e-4, sequenceLength: 64 },
};

export const scales: Readonly<Record<string, Scale>> = { quick };
