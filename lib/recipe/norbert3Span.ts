/**
 * NorBERT3 with masked spans, as the paper continues NorBERT3-large, and a small twin. The paper's numbers
 * are marked; what it does not say is our choice, from LTG-BERT (Samuel et al. 2023, arXiv 2303.09859)
 * where nothing else is said.
 */

import { publishedEncoders } from "../encoder/published";
import { shapeOf, stepsOfPaper, type PretrainingRecipe } from "./recipe";

export const norbert3Span = {
  name: "norbert3Span",
  description: "NorBERT3-large continued on 5 billion tokens with masked spans",
  encoder: shapeOf(publishedEncoders["ltg/norbert3-large"]),
  settings: {
    objective: "mlm",
    masking: { unit: "span", rate: 0.15 }, // paper: spans; rate of LTG-BERT
    layout: "packed", // ours
    sequenceLength: 512, // ours: LTG-BERT ends with rows of 512
    // The paper's batches are 64 or 256, by model; which is not said. Ours: 256.
    rows: 8,
    accumulation: 32,
    steps: stepsOfPaper(256, 512), // paper: 5 billion tokens, one epoch
    learningRate: 5e-4, // ours: 1e-2 of LTG-BERT's batch of 32,768 by the square root, and half of it
    schedule: { name: "cosine", floor: 0.1 }, // paper: cosine; floor of LTG-BERT
    warmupShare: 0.016, // LTG-BERT
    optimizer: {
      ...{ name: "lamb", beta1: 0.9, beta2: 0.999, epsilon: 1e-6, weightDecay: 0.1 }, // LTG-BERT
      ...{ stretched: "decayed", biasCorrection: true },
    },
    clipNorm: 2, // LTG-BERT
    heldOutShare: 0.001,
    evaluateEvery: 500,
    checkpointEvery: 250,
  },
} satisfies PretrainingRecipe;

export const norbert3SpanSmall = {
  name: "norbert3SpanSmall",
  description: "NorBERT3 of 2 layers × 128 with masked spans, for two cores and minutes",
  encoder: {
    architecture: "norbert3",
    hiddenSize: 128,
    layers: 2,
    heads: 4,
    feedForwardSize: 344, // 2730 of 1024, as in the large one
    maximumPositions: 128,
    positionBuckets: 32,
    positionLayout: "interleaved",
    firstPredictedId: 5, // a small vocabulary has five special tokens
    layerNormEpsilon: 1e-7,
    hiddenDropout: 0, // as in bertNspSmall
    attentionDropout: 0,
  },
  settings: {
    objective: "mlm",
    // Twice LTG-BERT's rate: with 15 % a model of this size stays at word frequencies for 800 steps.
    masking: { unit: "span", rate: 0.3 },
    layout: "packed",
    sequenceLength: 128,
    rows: 8,
    accumulation: 1,
    steps: 1000,
    learningRate: 1e-2, // LTG-BERT
    schedule: { name: "cosine", floor: 0.1 },
    warmupShare: 0.05,
    optimizer: {
      ...{ name: "lamb", beta1: 0.9, beta2: 0.98, epsilon: 1e-6, weightDecay: 0.1 },
      ...{ stretched: "decayed", biasCorrection: true },
    },
    clipNorm: 2,
    heldOutShare: 0.05,
    evaluateEvery: 250,
    checkpointEvery: 250,
  },
} satisfies PretrainingRecipe;
