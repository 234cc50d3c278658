/**
 * BERT with masked words and next sentence, as the paper continues Nb-BERT-large, and a small twin that
 * runs in minutes on two cores. The paper's numbers are marked; what it does not say is our choice, with
 * the source or the reason beside it.
 */

import { publishedEncoders } from "../encoder/published";
import { shapeOf, stepsOfPaper, type PretrainingRecipe } from "./recipe";

export const bertNsp = {
  name: "bertNsp",
  description: "Nb-BERT-large continued on 5 billion tokens with masked words and next sentence",
  encoder: shapeOf(publishedEncoders["NbAiLab/nb-bert-large"]),
  settings: {
    objective: "mlm+nsp", // paper
    masking: { unit: "subword", rate: 0.15 }, // BERT (Devlin et al. 2019)
    layout: "packed", // ours: notes are paragraphs, and half of a padded row would be empty
    sequenceLength: 512, // ours: all that the model has positions for
    // The paper's batches are 64 or 256, by model; which is not said. Ours: 64, in eight micro-batches.
    rows: 8,
    accumulation: 8,
    steps: stepsOfPaper(64, 512), // paper: 5 billion tokens, one epoch
    learningRate: 5e-5, // ours: half of BERT's own, as usual where training goes on
    schedule: { name: "cosine", floor: 0 }, // paper: "where applicable"
    warmupShare: 0.01, // BERT: 10,000 of 1,000,000 steps
    // Paper: a variant of AdamW; numbers of BERT.
    optimizer: { name: "adamw", beta1: 0.9, beta2: 0.999, epsilon: 1e-6, weightDecay: 0.01 },
    clipNorm: 1, // BERT
    heldOutShare: 0.001,
    evaluateEvery: 1000,
    checkpointEvery: 500,
  },
} satisfies PretrainingRecipe;

export const bertNspSmall = {
  name: "bertNspSmall",
  description:
    "BERT of 2 layers × 128 with masked words and next sentence, for two cores and minutes",
  encoder: {
    architecture: "bert",
    hiddenSize: 128,
    layers: 2,
    heads: 4,
    feedForwardSize: 512,
    maximumPositions: 64,
    typeVocabularySize: 2,
    layerNormEpsilon: 1e-12,
    // A model this small underfits in a few million tokens: dropout would only slow it.
    hiddenDropout: 0,
    attentionDropout: 0,
    initializerRange: 0.02,
  },
  settings: {
    objective: "mlm+nsp",
    masking: { unit: "subword", rate: 0.15 },
    // One note a row: packed, a model of this size that normalises after each sum learns slower.
    layout: "padded",
    sequenceLength: 64,
    rows: 8,
    // Rows of 32 first, with as many tokens in a batch: with longer ones from the start a model of this
    // size stays at word frequencies for more than a million tokens.
    shortRows: { sequenceLength: 32, rows: 16, share: 0.6 },
    accumulation: 1,
    steps: 1000,
    learningRate: 1e-3,
    schedule: { name: "cosine", floor: 0.1 },
    warmupShare: 0.05,
    optimizer: { name: "adamw", beta1: 0.9, beta2: 0.98, epsilon: 1e-6, weightDecay: 0.01 },
    clipNorm: 1,
    heldOutShare: 0.05,
    evaluateEvery: 250,
    checkpointEvery: 250,
  },
} satisfies PretrainingRecipe;
