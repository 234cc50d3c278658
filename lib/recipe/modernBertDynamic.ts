/**
 * ModernBERT with a masking rate that changes, as the paper continues ModernBERT, and a small twin. The paper
 * says "dynamic masking schedule" and not which; ModernBERT's released code has a constant rate. Our
 * reading is a fall from 30 to 15 %, the two rates of BioClinical ModernBERT's phases (arXiv 2506.10896);
 * {@link dynamicMaskings} are the shapes it may have, and the constant rate to compare them with.
 */

import { publishedEncoders } from "../encoder/published";
import type { Masking } from "../masking/masking";
import { shapeOf, stepsOfPaper, type PretrainingRecipe } from "./recipe";

const from = 0.3;
const to = 0.15;

export const dynamicMaskings = {
  linear: { unit: "subword", rate: { from, to, shape: "linear" } },
  cosine: { unit: "subword", rate: { from, to, shape: "cosine" } },
  stepped: { unit: "subword", rate: { from, to, shape: "stepped" } },
  constant: { unit: "subword", rate: from },
} as const satisfies Record<string, Masking>;

export const modernBertDynamic = {
  name: "modernBertDynamic",
  description:
    "ModernBERT-large continued on 5 billion tokens, the masking rate falling from 30 to 15 %",
  encoder: shapeOf(publishedEncoders["answerdotai/ModernBERT-large"]),
  settings: {
    objective: "mlm",
    masking: dynamicMaskings.linear, // paper: dynamic; this is our reading
    layout: "packed", // BioClinical ModernBERT
    sequenceLength: 512, // ours: clinical text is shuffled by paragraph, which long rows gain nothing from
    // The paper's batches are 64 or 256, by model; which is not said. Ours: 256.
    rows: 8,
    accumulation: 32,
    steps: stepsOfPaper(256, 512), // paper: 5 billion tokens, one epoch
    learningRate: 5e-5, // BioClinical ModernBERT, large
    // BioClinical ModernBERT: constant, then 1 − √ down to a thousandth; the share of the decay is ours.
    schedule: { name: "stableThenDecay", decayShare: 0.1, floor: 0.001 },
    warmupShare: 0.01, // ours
    // Betas, epsilon and decay of BioClinical ModernBERT, large.
    optimizer: {
      ...{ name: "stableAdamw", beta1: 0.9, beta2: 0.98, epsilon: 1e-6, weightDecay: 1e-6 },
      decoupledDecay: true,
    },
    clipNorm: 1, // ours
    heldOutShare: 0.001,
    evaluateEvery: 500,
    checkpointEvery: 250,
  },
} satisfies PretrainingRecipe;

export const modernBertDynamicSmall = {
  name: "modernBertDynamicSmall",
  description:
    "ModernBERT of 3 layers × 128, the masking rate falling from 30 to 15 %, for two cores and minutes",
  encoder: {
    architecture: "modernbert",
    hiddenSize: 128,
    layers: 3, // one that sees the whole row, two that see a window
    heads: 4,
    feedForwardSize: 328, // 2624 of 1024, as in the large one
    maximumPositions: 128,
    globalEvery: 3,
    localAttention: 64,
    globalTheta: 160_000,
    localTheta: 10_000,
    layerNormEpsilon: 1e-5,
    embeddingDropout: 0,
    attentionDropout: 0,
    feedForwardDropout: 0,
    classifierDropout: 0,
    classifierPooling: "mean",
    initializerRange: 0.02,
    initializerCut: 2,
  },
  settings: {
    objective: "mlm",
    masking: dynamicMaskings.linear,
    layout: "packed",
    sequenceLength: 128,
    rows: 8,
    accumulation: 1,
    steps: 1000,
    learningRate: 2e-3,
    schedule: { name: "stableThenDecay", decayShare: 0.2, floor: 0.001 },
    warmupShare: 0.05,
    optimizer: {
      ...{ name: "stableAdamw", beta1: 0.9, beta2: 0.98, epsilon: 1e-6, weightDecay: 1e-5 },
      decoupledDecay: true,
    },
    clipNorm: 1,
    heldOutShare: 0.05,
    evaluateEvery: 250,
    checkpointEvery: 250,
  },
} satisfies PretrainingRecipe;
