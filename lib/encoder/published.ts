/**
 * The encoders that are continued on clinical text, as their authors configured them. For sizes and
 * plans; a model that was downloaded brings its own `config.json`.
 */

import type { BertConfig, EncoderConfig, ModernBertConfig, NorBert3Config } from "./config";

const nbBertLarge: BertConfig = {
  architecture: "bert",
  vocabularySize: 50_000,
  hiddenSize: 1024,
  layers: 24,
  heads: 16,
  feedForwardSize: 4096,
  maximumPositions: 512,
  typeVocabularySize: 2,
  layerNormEpsilon: 1e-12,
  hiddenDropout: 0.1,
  attentionDropout: 0.1,
  initializerRange: 0.02,
  padId: 0,
};

const norBert3 = (
  hiddenSize: number,
  layers: number,
  heads: number,
  feedForwardSize: number,
  dropout = 0.1,
): NorBert3Config => ({
  architecture: "norbert3",
  vocabularySize: 50_000,
  hiddenSize,
  layers,
  heads,
  feedForwardSize,
  maximumPositions: 512,
  positionBuckets: 32,
  positionLayout: "interleaved",
  firstPredictedId: 107,
  layerNormEpsilon: 1e-7,
  hiddenDropout: dropout,
  attentionDropout: dropout,
  padId: 3,
});

const modernBert = (
  hiddenSize: number,
  layers: number,
  heads: number,
  feedForwardSize: number,
): ModernBertConfig => ({
  architecture: "modernbert",
  vocabularySize: 50_368,
  hiddenSize,
  layers,
  heads,
  feedForwardSize,
  maximumPositions: 8192,
  globalEvery: 3,
  localAttention: 128,
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
  padId: 50_283,
});

/** By their names on the hub. AI-Sweden-Models publishes ModernBERT in the same two sizes. */
export const publishedEncoders: Readonly<Record<string, EncoderConfig>> = {
  "NbAiLab/nb-bert-large": nbBertLarge,
  "ltg/norbert3-xs": norBert3(192, 12, 3, 512, 0),
  "ltg/norbert3-small": norBert3(384, 12, 6, 1024),
  "ltg/norbert3-base": norBert3(768, 12, 12, 2048),
  "ltg/norbert3-large": norBert3(1024, 24, 16, 2730),
  "answerdotai/ModernBERT-base": modernBert(768, 22, 12, 1152),
  "answerdotai/ModernBERT-large": modernBert(1024, 28, 16, 2624),
};
