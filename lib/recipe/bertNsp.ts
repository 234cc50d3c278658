/**
 * BERT with masked words and next sentence, as the paper continues Nb-BERT-large. This is the small
 * twin that runs in minutes on two cores. Where it leaves BERT's published numbers, the reason stands
 * beside the number.
 */

import type { PretrainingRecipe } from "./recipe";

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
