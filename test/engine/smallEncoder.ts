import type {
  BertConfig,
  EncoderConfig,
  ModernBertConfig,
  NorBert3Config,
} from "../../lib/encoder/config";
import {
  compile,
  createDropout,
  flatten,
  float32,
  int32,
  isHostTensor,
  withGradients,
  type CompileOptions,
  type HostTensor,
  type Tensor,
} from "../../lib/engine";
import { random } from "../../lib/random";
import {
  initializePretrainingModel,
  pretrainingLoss,
  type PretrainingInput,
  type PretrainingModel,
} from "../../lib/training/objective";

/** A BERT small enough for the slow reference executor. */
export const smallConfig: BertConfig = {
  architecture: "bert",
  vocabularySize: 53,
  hiddenSize: 16,
  layers: 2,
  heads: 2,
  feedForwardSize: 32,
  maximumPositions: 12,
  typeVocabularySize: 2,
  layerNormEpsilon: 1e-12,
  hiddenDropout: 0,
  attentionDropout: 0,
  initializerRange: 0.3,
  padId: 0,
};

/** A NorBERT3 of two layers whose logarithmic buckets begin at a distance of 3. */
export const smallNorBert3: NorBert3Config = {
  architecture: "norbert3",
  vocabularySize: 53,
  hiddenSize: 16,
  layers: 2,
  heads: 2,
  feedForwardSize: 24,
  maximumPositions: 64,
  positionBuckets: 6,
  positionLayout: "interleaved",
  firstPredictedId: 5,
  layerNormEpsilon: 1e-7,
  hiddenDropout: 0,
  attentionDropout: 0,
  padId: 3,
};

/** A ModernBERT of four layers, of which two see two tokens to either side. */
export const smallModernBert: ModernBertConfig = {
  architecture: "modernbert",
  vocabularySize: 53,
  hiddenSize: 16,
  layers: 4,
  heads: 2,
  feedForwardSize: 24,
  maximumPositions: 64,
  globalEvery: 3,
  localAttention: 4,
  globalTheta: 160000,
  localTheta: 10000,
  layerNormEpsilon: 1e-5,
  embeddingDropout: 0,
  attentionDropout: 0,
  feedForwardDropout: 0,
  classifierDropout: 0,
  classifierPooling: "mean",
  initializerRange: 0.3,
  initializerCut: 2,
  padId: 0,
};

/** One small encoder of each architecture. */
export const smallConfigs: readonly EncoderConfig[] = [smallConfig, smallNorBert3, smallModernBert];

/** The same batch for the same seed: one padded row, one filling entry among the masked ones. */
export function makeBatch(
  config: EncoderConfig,
  batch: number,
  sequence: number,
  masked: number,
  seed = 1,
): PretrainingInput<HostTensor> {
  const draw = random(seed, "test batch");
  const size = batch * sequence;
  const ids = Int32Array.from({ length: size }, () => 5 + draw.integer(config.vocabularySize - 5));
  const mayAttend = new Float32Array(size).fill(1);
  for (let column = Math.ceil(sequence * 0.7); column < sequence; column++) {
    ids[column] = config.padId;
    mayAttend[column] = 0;
  }
  const types = Int32Array.from({ length: size }, (_, i) => Number(i % sequence > sequence / 2));
  const positions = draw.shuffle(Array.from({ length: size }, (_, i) => i)).slice(0, masked);
  const weights = new Float32Array(masked).fill(1);
  weights[masked - 1] = 0;
  positions[masked - 1] = 0;
  const labels = Int32Array.from(
    { length: masked },
    () => 5 + draw.integer(config.vocabularySize - 5),
  );
  return {
    ids: int32(ids, [batch, sequence]),
    types: int32(types, [batch, sequence]),
    mayAttend: float32(mayAttend, [batch, sequence]),
    maskedPositions: int32(Int32Array.from(positions), [masked]),
    maskedLabels: int32(labels, [masked]),
    maskedWeights: float32(weights, [masked]),
    ...(config.architecture === "bert" && {
      nextSentence: {
        positions: int32(
          Int32Array.from({ length: batch }, (_, i) => i * sequence),
          [batch],
        ),
        labels: int32(
          Int32Array.from({ length: batch }, (_, i) => i % 2),
          [batch],
        ),
        weights: float32(new Float32Array(batch).fill(1), [batch]),
      },
    }),
  };
}

/** A fresh model whose biases and norms are random too, so that no gradient is zero by symmetry. */
export function makeModel(
  config: EncoderConfig,
  seed = 1,
): ReturnType<typeof initializePretrainingModel> {
  const model = initializePretrainingModel(config, seed);
  const draw = random(seed, "test perturbation");
  for (const [, { data }] of flatten(model, isHostTensor))
    for (let i = 0; i < data.length; i++) data[i]! += 0.1 * draw.normal();
  return model;
}

/** What {@link compileStep} reads. */
export type StepInputs = {
  readonly model: PretrainingModel<HostTensor>;
  readonly batch: PretrainingInput<HostTensor>;
  /** Of dropout, an int32 scalar. */
  readonly seed: HostTensor;
};

/** The losses of a model on a batch and the gradients of all parameters, dropping what `config` says. */
export function compileStep(config: EncoderConfig, options: CompileOptions = {}) {
  return compile<StepInputs, { loss: Tensor; gradients: PretrainingModel<Tensor> }>(
    ({ model, batch, seed }) =>
      withGradients(model as PretrainingModel<Tensor>, (model) =>
        pretrainingLoss(config, model, batch as PretrainingInput<Tensor>, createDropout(seed)),
      ),
    options,
  );
}

/** The same encoder that drops the share `rate` wherever its architecture drops inside. */
export function dropping(config: EncoderConfig, rate: number): EncoderConfig {
  const rates = { hiddenDropout: rate, attentionDropout: rate, feedForwardDropout: rate };
  const own = Object.entries(rates).filter(([name]) => name in config);
  return { ...config, ...Object.fromEntries(own) };
}
