/**
 * Pretraining, from the first step to the last: masked batches in, a Hugging Face folder out. Every
 * batch, mask and dropout pattern is a function of (seed, step), so a run that was killed goes on
 * from its last checkpoint and ends with the same weights, bit for bit.
 */

import { join } from "node:path";
import { loadWeights, modelChecksum, saveModel } from "../encoder/checkpoint";
import type { EncoderConfig } from "../encoder/config";
import { flatten, float32, isHostTensor, type HostTensor } from "../engine";
import { sha256 } from "../files";
import { maskingRate } from "../masking/rate";
import type { Tokenizer } from "../tokenization/tokenizer";
import { openBatchQueue } from "./batchQueue";
import type { BatchSource, PretrainingBatch } from "./batches";
import { alone, checkRanks, type Communicator } from "./communicator";
import { checkFit, checkLabels, checkMaskable } from "./fit";
import { createHeldOutScorer } from "./heldOut";
import { pretrainingLoss } from "./objective";
import type { PretrainingInput, PretrainingModel, StepTotals } from "./objective";
import type { OptimizerSettings } from "./optimizer";
import { openCheckpoint, openRun } from "./run";
import type { Checkpoint, Keeping, Run, RunFacts, RunIdentity } from "./run";
import { runFactor, type ScheduleShape } from "./schedule";
import { createTrainingStep } from "./step";
import { progressAt, type StepBatchSettings } from "./stepBatches";
import { createWatch, notFiniteTensor } from "./watch";

/** Everything that decides the outcome of a run besides the data, the start and the seed. */
export type PretrainingSettings = StepBatchSettings & {
  /** Compute what a layer made again in the backward pass: less memory for a third more time. */
  readonly recompute?: boolean;
  /** Highest learning rate. */
  readonly learningRate: number;
  readonly schedule: ScheduleShape;
  /** Share of the steps over which the learning rate rises from 0. */
  readonly warmupShare: number;
  readonly optimizer: OptimizerSettings;
  /** Largest norm of the whole gradient; longer ones are scaled down to it. */
  readonly clipNorm: number;
  /** Steps between evaluations on held-out text, and between checkpoints. */
  readonly evaluateEvery: number;
  readonly checkpointEvery: number;
};

export type PretrainingProgress = {
  readonly step: number;
  readonly steps: number;
  readonly loss: number;
  /** Useful tokens of all processes, padding not counted. */
  readonly tokensPerSecond: number;
};

export type PretrainingRun = {
  /** Name of the recipe. */
  readonly name: string;
  readonly settings: PretrainingSettings;
  readonly config: EncoderConfig;
  /** Where training starts; updated in place. */
  readonly model: PretrainingModel<HostTensor>;
  readonly source: BatchSource & { readonly tokenizer: Tokenizer };
  readonly tokenizerDir: string;
  /** The run folder; see `run.ts`. */
  readonly dir: string;
  readonly seed: number;
  /** Checksum of the weights it starts from, or `"new"`. */
  readonly start: string;
  readonly facts?: RunFacts;
  /** Which checkpoints stay. */
  readonly keeping?: Keeping | undefined;
  /** The processes that train together; by default this one alone. */
  readonly communicator?: Communicator | undefined;
  /** Abort to stop after the current step, with a checkpoint. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: PretrainingProgress) => void) | undefined;
};

/**
 * Train a model on a token cache. The finished model is `dir/model/`; a folder with a checkpoint of
 * the same run goes on from there. Held-out text is scored before the first step too. A step in which nothing
 * can be masked is skipped, and its event says so.
 *
 * @returns the folder of the finished model
 * @throws InputError if the tokenizer has tokens, the rows positions or the objective a head that the model
 *   does not have, or if nothing of the corpus can be masked
 * @throws Error saying which tensor or loss is wrong and what to do, if a gradient is not finite, the loss
 *   rises for good or a tensor gets no gradient any more (`watch.ts`); the last good checkpoint stays
 */
export async function pretrain(o: PretrainingRun): Promise<string> {
  const { settings, config, source, seed, communicator = alone } = o;
  const { steps } = settings;
  checkFit(config, source.tokenizer, settings);
  checkMaskable(source);
  checkRanks(communicator, settings.accumulation);
  const run =
    communicator.rank === 0 ? openRun(o.dir, identityOf(o), o.facts ?? {}, o.keeping) : undefined;
  const from = await agreedCheckpoint(o.dir, run, communicator);
  const model = from ? loadWeights(from.dir, o.model).model : o.model;
  const factor = runFactor({
    shape: settings.schedule,
    warmupSteps: Math.round(settings.warmupShare * steps),
    steps,
  });
  const { recompute } = settings;
  const training = createTrainingStep<PretrainingModel<HostTensor>, MicroBatch>(
    model,
    (model, { input, totals }, dropout) =>
      pretrainingLoss(config, model, input, dropout, { recompute, totals }),
    {
      optimizer: settings.optimizer,
      highestRate: settings.learningRate,
      clipNorm: settings.clipNorm,
      seed,
      communicator,
    },
    from?.optimizer,
  );
  const heldOut = createHeldOutScorer(config, source, settings, communicator);
  const watch = createWatch(from?.watch);
  const queue = openBatchQueue(source, settings, seed, communicator);
  const save = (dir: string): Promise<void> =>
    saveModel(dir, config, model, { tokenizerDir: o.tokenizerDir });

  let begun = 0;
  let tokensSince = 0;
  try {
    if (!from) {
      // Where a run ends says little without where it began.
      const scores = await heldOut.score(model);
      if (Object.keys(scores.bitsPerByte).length > 0) run?.append({ step: 0, ...scores });
    }
    begun = performance.now();
    for (let step = (from?.step ?? 0) + 1; step <= steps; step++) {
      const batches = await queue.at(step);
      for (const { input } of batches) checkLabels(config, source.tokenizer, input);
      const learningRate = settings.learningRate * factor(step);
      const { tokens, labels, totals } = await totalsOf(communicator, batches);
      const inputs = batches.map(({ input }) => ({ input, totals }));
      // Where nothing is masked nothing is learnt: not even moments or decay may move the weights.
      const result = labels > 0 ? await training.run(inputs, step, learningRate) : undefined;
      tokensSince += tokens;
      const tokensPerSecond = Math.round((1000 * tokensSince) / (performance.now() - begun));
      const trouble = result && watch.check(step, result);
      const isEvaluated = step % settings.evaluateEvery === 0 || step === steps;
      const scores = isEvaluated ? await heldOut.score(model) : undefined;
      run?.append({
        step,
        tokens,
        ...(result ? { loss: result.loss } : { skipped: true }),
        learningRate,
        maskingRate: maskingRate(settings.masking.rate, progressAt(step, steps)),
        ...(result && { gradientNorm: result.gradientNorm }),
        tokensPerSecond,
        ...scores,
      });
      if (trouble !== undefined) throw new Error(trouble);
      if (result) o.onProgress?.({ step, steps, loss: result.loss, tokensPerSecond });
      const stopping = (await sumOf(communicator, Number(o.signal?.aborted === true)))[0]! > 0;
      const isDue = stopping || step % settings.checkpointEvery === 0;
      if ((isDue && watch.isCalm()) || step === steps) {
        checkWeights(model, step);
        await run?.checkpoint(step, training.optimizerState, save, {
          watch: watch.state(),
          score: scores && meanOf(Object.values(scores.bitsPerByte)),
        });
      }
      if (stopping) throw stopped(o.signal);
      if (isEvaluated) [begun, tokensSince] = [performance.now(), 0]; // the rate is that of training
    }
    if (run) {
      await save(join(o.dir, "model"));
      run.finish(await modelChecksum(join(o.dir, "model")));
    }
  } finally {
    run?.close();
    await queue.close();
    await training.release();
    await heldOut.release();
  }
  return join(o.dir, "model");
}

const identityOf = ({
  name,
  config,
  settings,
  seed,
  source,
  start,
}: PretrainingRun): RunIdentity => ({
  recipe: {
    ...{ name, encoder: config, settings },
    ...(source.terms && { terms: sha256(JSON.stringify([...source.terms])) }),
  },
  seed,
  corpusHash: source.cache.corpusHash,
  tokenizerHash: source.cache.tokenizerHash,
  start,
});

/** The checkpoint that rank 0 has found, for all ranks. */
async function agreedCheckpoint(
  dir: string,
  run: Run | undefined,
  communicator: Communicator,
): Promise<Checkpoint | undefined> {
  const [step] = await sumOf(communicator, run?.resumedFrom?.step ?? 0);
  if (run) return run.resumedFrom;
  return step! > 0 ? openCheckpoint(dir, step!) : undefined;
}

/** The sums of numbers over all processes. */
async function sumOf(communicator: Communicator, ...own: number[]): Promise<Float64Array> {
  const totals = Float64Array.from(own);
  await communicator.sum(totals);
  return totals;
}

/** A micro-batch, and what the whole step masks and asks. */
type MicroBatch = {
  readonly input: PretrainingInput<HostTensor>;
  readonly totals: StepTotals<HostTensor>;
};

type StepCounts = {
  readonly tokens: number;
  /** Masked tokens and pairs. */
  readonly labels: number;
  readonly totals: StepTotals<HostTensor>;
};

/** What a step has in the micro-batches of all processes. */
async function totalsOf(
  communicator: Communicator,
  batches: readonly PretrainingBatch[],
): Promise<StepCounts> {
  const own = (of: (batch: PretrainingBatch) => number): number =>
    batches.reduce((sum, batch) => sum + of(batch), 0);
  const [tokens, maskedTokens, pairs] = await sumOf(
    communicator,
    own((batch) => batch.tokens),
    own((batch) => batch.maskedTokens),
    own((batch) => batch.pairs),
  );
  const scalar = (count: number): HostTensor => float32(Float32Array.of(Math.max(1, count)), []);
  return {
    tokens: tokens!,
    labels: maskedTokens! + pairs!,
    totals: { maskedTokens: scalar(maskedTokens!), pairs: scalar(pairs!) },
  };
}

/** What ends a run that was asked to stop, by this process's user or another's. */
const stopped = (signal: AbortSignal | undefined): Error =>
  signal?.aborted === true
    ? (signal.reason as Error)
    : Object.assign(new Error("another process was asked to stop"), { name: "AbortError" });

/** An update can overflow weights although its gradient was finite; the next step would tell too late. */
function checkWeights(model: PretrainingModel<HostTensor>, step: number): void {
  const weights = flatten(model, isHostTensor);
  const found = notFiniteTensor(weights.map(([name, { data }]) => [name, data as Float32Array]));
  if (found !== undefined)
    throw new Error(
      `${found} is not finite after the update of step ${step}: lower the learning rate; the last checkpoint is good`,
    );
}

/** Undefined of nothing. */
const meanOf = (values: readonly number[]): number | undefined =>
  values.length > 0 ? values.reduce((sum, value) => sum + value, 0) / values.length : undefined;
