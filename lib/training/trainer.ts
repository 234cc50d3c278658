/**
 * Pretraining, from the first step to the last: masked batches in, a Hugging Face folder out. Every
 * batch, mask and dropout pattern is a function of (seed, step), so a run that was killed goes on
 * from its last checkpoint and ends with the same weights, bit for bit.
 */

import { join } from "node:path";
import { loadWeights, saveModel } from "../encoder/checkpoint";
import type { EncoderConfig } from "../encoder/config";
import { InputError } from "../errors";
import { compile, noDropout, type HostTensor, type Tensor } from "../engine";
import { maskingRate } from "../masking/rate";
import type { WrittenStandard } from "../text/document";
import type { Tokenizer } from "../text/tokenization/tokenizer";
import { heldOutBatches, trainingBatches, type BatchSettings, type BatchSource } from "./batches";
import { pretrainingLoss, type PretrainingInput, type PretrainingModel } from "./objective";
import type { AdamWSettings } from "./optimizer";
import { openRun, type RunFacts } from "./run";
import { learningRateFactor, type ScheduleShape } from "./schedule";
import { createTrainingStep } from "./step";

/** Everything that decides the outcome of a run besides the data, the start and the seed. */
export type PretrainingSettings = BatchSettings & {
  /**
   * Shorter rows for the first share of the steps: attention finds its way among few tokens first.
   * BERT gives them 90 % (Devlin et al. 2019, section A.2).
   */
  readonly shortRows?: Pick<BatchSettings, "sequenceLength" | "rows"> & { readonly share: number };
  /** Micro-batches in a step; the batch size is `rows * accumulation`. */
  readonly accumulation: number;
  readonly steps: number;
  /** Highest learning rate. */
  readonly learningRate: number;
  readonly schedule: ScheduleShape;
  /** Share of the steps over which the learning rate rises from 0. */
  readonly warmupShare: number;
  readonly optimizer: AdamWSettings;
  /** Largest norm of the whole gradient; longer ones are scaled down to it. */
  readonly clipNorm: number;
  /** Steps between evaluations on held-out text, and between checkpoints. */
  readonly evaluateEvery: number;
  readonly checkpointEvery: number;
};

/** Bits per byte of held-out text, by written standard; absent where there is no such text. */
export type HeldOutScores = Partial<Record<WrittenStandard, number>>;

export type PretrainingProgress = {
  readonly step: number;
  readonly steps: number;
  readonly loss: number;
  /** Useful tokens, padding not counted. */
  readonly tokensPerSecond: number;
};

/**
 * Train a model on a token cache. The finished model is `dir/model/`; a folder with a checkpoint of
 * the same run goes on from there.
 *
 * @param o.model - where training starts; updated in place
 * @param o.start - checksum of the weights it starts from, or `"new"`
 * @param o.signal - abort to stop after the current step, with a checkpoint
 * @returns the folder of the finished model
 * @throws InputError if the tokenizer has tokens, the rows positions or the objective a head that the model
 *   does not have
 * @throws Error naming the tensor if a gradient is not finite; the last checkpoint stays
 */
export async function pretrain(o: {
  readonly name: string;
  readonly settings: PretrainingSettings;
  readonly config: EncoderConfig;
  readonly model: PretrainingModel<HostTensor>;
  readonly source: BatchSource;
  readonly tokenizerDir: string;
  readonly dir: string;
  readonly seed: number;
  readonly start: string;
  readonly facts?: RunFacts;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: PretrainingProgress) => void) | undefined;
}): Promise<string> {
  const { settings, config, source, seed } = o;
  const { steps, accumulation } = settings;
  checkFit(config, source.tokenizer, settings);
  const { shortRows } = settings;
  const shortSteps = Math.round(steps * (shortRows?.share ?? 0));
  const longBatchAt = trainingBatches(source, settings, seed);
  const shortBatchAt = trainingBatches(source, { ...settings, ...shortRows }, seed);
  const run = openRun(
    o.dir,
    {
      recipe: { name: o.name, encoder: config, settings },
      seed,
      corpusHash: source.cache.corpusHash,
      tokenizerHash: source.cache.tokenizerHash,
      start: o.start,
    },
    o.facts ?? {},
  );
  const from = run.resumedFrom;
  const model = from ? loadWeights(from.dir, o.model).model : o.model;
  const factor = learningRateFactor({
    shape: settings.schedule,
    warmupSteps: Math.round(settings.warmupShare * steps),
    steps,
  });
  const training = createTrainingStep<PretrainingModel<HostTensor>, PretrainingInput<HostTensor>>(
    model,
    (model, input, dropout) => pretrainingLoss(config, model, input, dropout),
    { optimizer: settings.optimizer, clipNorm: settings.clipNorm, seed },
    from?.optimizer,
  );
  const save = (dir: string): Promise<void> =>
    saveModel(dir, config, model, { tokenizerDir: o.tokenizerDir });

  let begun = performance.now();
  let tokens = 0;
  try {
    for (let step = (from?.step ?? 0) + 1; step <= steps; step++) {
      const progress = (step - 1) / steps;
      const batchAt = step <= shortSteps ? shortBatchAt : longBatchAt;
      const batches = Array.from({ length: accumulation }, (_, part) =>
        batchAt((step - 1) * accumulation + part, progress),
      );
      for (const { input } of batches) checkLabels(config, source, input);
      const learningRate = settings.learningRate * factor(step);
      const { loss, gradientNorm } = await training.run(
        batches.map(({ input }) => input),
        step,
        learningRate,
      );
      tokens += batches.reduce((n, batch) => n + batch.tokens, 0);
      const tokensPerSecond = Math.round((1000 * tokens) / (performance.now() - begun));
      const isEvaluated = step % settings.evaluateEvery === 0 || step === steps;
      const rate = maskingRate(settings.masking.rate, progress);
      run.append({
        step,
        loss,
        learningRate,
        maskingRate: rate,
        gradientNorm,
        tokensPerSecond,
        ...(isEvaluated && {
          bitsPerByte: await scoreHeldOut(config, model, source, settings),
        }),
      });
      o.onProgress?.({ step, steps, loss, tokensPerSecond });
      const stops = o.signal?.aborted === true;
      if (step < steps && (stops || step % settings.checkpointEvery === 0))
        await run.checkpoint(step, training.optimizerState, save);
      if (stops) o.signal.throwIfAborted();
      if (isEvaluated) [begun, tokens] = [performance.now(), 0]; // the rate is that of training
    }
    await run.checkpoint(steps, training.optimizerState, save);
    await save(join(o.dir, "model"));
  } finally {
    run.close();
    await training.release();
  }
  return join(o.dir, "model");
}

/**
 * Whether a model can be trained with these settings: for a caller that has much to do before.
 *
 * @throws InputError as {@link pretrain} does
 */
export function checkFit(
  config: EncoderConfig,
  tokenizer: Pick<Tokenizer, "size">,
  settings: BatchSettings,
): void {
  if (tokenizer.size > config.vocabularySize)
    throw new InputError(
      `the tokenizer has ${tokenizer.size} tokens, the model ${config.vocabularySize}: use the tokenizer of the model`,
    );
  if (settings.objective === "mlm+nsp" && config.architecture !== "bert")
    throw new InputError(
      `the recipe trains on next sentences, which only BERT has a head for; the model is ${config.architecture}: train it through the library with the objective "mlm"; its own recipe is not there yet`,
    );
  if (settings.sequenceLength > config.maximumPositions)
    throw new InputError(
      `the recipe's rows have ${settings.sequenceLength} tokens, the model ${config.maximumPositions} positions: use a shorter sequenceLength`,
    );
}

/** A label that the model never predicts would make the loss endless. */
function checkLabels(
  config: EncoderConfig,
  { tokenizer }: BatchSource,
  { maskedLabels, maskedWeights }: PretrainingInput<HostTensor>,
): void {
  if (config.architecture !== "norbert3") return;
  const { firstPredictedId } = config;
  const at = maskedLabels.data.findIndex(
    (label: number, i: number) => maskedWeights.data[i] === 1 && label < firstPredictedId,
  );
  if (at < 0) return;
  const label = maskedLabels.data[at]!;
  throw new InputError(
    `the model never predicts ids below ${firstPredictedId}, but the tokenizer's ${JSON.stringify(tokenizer.token(label))} is an ordinary token with id ${label}: use the model's own tokenizer, or set first_predicted_id in its config.json`,
  );
}

/**
 * Bits per byte of held-out text: the negative log-likelihood of hidden tokens over the bytes they
 * stand for, 15 % hidden at the same positions for ever. Independent of the vocabulary, so models
 * with different tokenizers compare.
 */
export async function scoreHeldOut(
  config: EncoderConfig,
  model: PretrainingModel<HostTensor>,
  source: BatchSource,
  settings: Pick<BatchSettings, "sequenceLength" | "rows" | "heldOutShare">,
): Promise<HeldOutScores> {
  type Inputs = {
    readonly model: PretrainingModel<HostTensor>;
    readonly input: PretrainingInput<HostTensor>;
  };
  const lossesOf = compile<Inputs, { tokenLosses: Tensor }>(({ model, input }) => ({
    tokenLosses: pretrainingLoss(config, model, input, noDropout).tokenLosses,
  }));
  const scores: HeldOutScores = {};
  try {
    for (const standard of ["nb", "nn", "either"] as const) {
      let nats = 0;
      let bytes = 0;
      for (const batch of heldOutBatches(source, settings, standard)) {
        const { tokenLosses } = await lossesOf({ model, input: batch.input });
        for (const loss of tokenLosses.data) nats += loss;
        bytes += batch.maskedBytes;
      }
      if (bytes > 0) scores[standard] = nats / Math.LN2 / bytes;
    }
  } finally {
    await lossesOf.release();
  }
  return scores;
}
