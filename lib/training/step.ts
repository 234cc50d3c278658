/**
 * One step of training: gradients of the micro-batches, their sum over all processes, clipping, update
 * in place.
 */

import {
  collectGarbage,
  compile,
  createDropout,
  flatten,
  int32,
  isHostTensor,
  withGradients,
  type Dropout,
  type ExecutorName,
  type HostTensor,
  type Tensor,
  type Traced,
} from "../engine";
import { addTo } from "../engine/updateKernels";
import { random } from "../random";
import { alone, type Communicator } from "./communicator";
import { globalNorm } from "./gradientNorm";
import { createOptimizer, type OptimizerSettings, type OptimizerState } from "./optimizer";
import { startReduction } from "./reduction";

/**
 * The part that one micro-batch has in the loss of the step: the parts of all micro-batches and processes are
 * added up. What they are divided by is therefore that of the whole step, e.g. the number of its labels.
 */
export type Loss<Model, Input> = (
  model: Traced<Model>,
  input: Traced<Input>,
  dropout: Dropout,
) => { readonly loss: Tensor };

export type StepResult = {
  /** Of the whole step, in nats. */
  readonly loss: number;
  /** Norm of the gradient of all parameters, before clipping. */
  readonly gradientNorm: number;
  /** That of each parameter, by name. */
  readonly gradientNorms: ReadonlyMap<string, number>;
};

export type TrainingStep<Input> = {
  /**
   * Update the model in place.
   *
   * @param inputs - the micro-batches of this process: of all those of the step, every `ranks`-th from its rank on
   * @param step - counts from 1; with the seed it names the dropout masks
   * @param learningRate - peak rate times the schedule's factor
   * @throws Error naming the first tensor whose gradient is not finite; the model is left as it was
   */
  run(inputs: readonly Input[], step: number, learningRate: number): Promise<StepResult>;
  readonly optimizerState: OptimizerState;
  release(): Promise<void>;
};

export type StepSettings = {
  readonly optimizer: OptimizerSettings;
  /** Largest norm of the whole gradient; longer ones are scaled down to it. */
  readonly clipNorm: number;
  readonly seed: number;
  /** Highest learning rate of the schedule; see `decoupledDecay` of StableAdamW. */
  readonly highestRate?: number;
  readonly executor?: ExecutorName;
  /** The processes that share a step; by default this one alone. */
  readonly communicator?: Communicator;
};

/**
 * Compile the training step of a model.
 *
 * @param model - tree of parameters, updated in place by each step
 * @param state - optimizer state to go on from; fresh if absent
 */
export function createTrainingStep<Model, Input>(
  model: Model,
  loss: Loss<Model, Input>,
  settings: StepSettings,
  state?: OptimizerState,
): TrainingStep<Input> {
  const parameters = new Map(
    flatten(model, isHostTensor).map(([path, { data }]) => [path, data as Float32Array]),
  );
  const isLarge = isLargeModel(parameters);
  const optimizer = createOptimizer(settings.optimizer, settings.highestRate);
  const optimizerState = state ?? optimizer.init(parameters);
  type Inputs = { readonly model: Model; readonly input: Input; readonly seed: HostTensor };
  const gradientsOf = compile<Inputs, { loss: Tensor; gradients: Traced<Model> }>(
    (inputs) => {
      const { model, input, seed } = inputs as {
        readonly model: Traced<Model>;
        readonly input: Traced<Input>;
        readonly seed: Tensor;
      };
      return withGradients(model, (model) => ({
        loss: loss(model, input, createDropout(seed)).loss,
      }));
    },
    {
      ...(settings.executor && { executor: settings.executor }),
      // Each graph keeps as much memory as the gradient takes, and more.
      ...(isLarge && { cachedGraphs: 1 }),
    },
  );

  const communicator = settings.communicator ?? alone;
  const run: TrainingStep<Input>["run"] = async (inputs, step, learningRate) => {
    const lossSum = new Float64Array(1);
    const sums = new Map<string, Float32Array>();
    const reduction = startReduction(communicator);
    const add = async (i: number, input: Input): Promise<void> => {
      const part = i * communicator.ranks + communicator.rank;
      const seed = int32(Int32Array.of(random(settings.seed, "dropout", step, part).uint32()), []);
      const found = await gradientsOf({ model, input, seed });
      lossSum[0]! += (found.loss as HostTensor).data[0]!;
      for (const [path, { data }] of flatten(found.gradients, isHostTensor)) {
        const before = sums.get(path);
        const sum = before ?? (data as Float32Array);
        if (before) addTo(before, data as Float32Array);
        else sums.set(path, sum);
        // The sum of this process is whole: it goes to the others while the next tensor is added up.
        if (i === inputs.length - 1) reduction.add(path, sum);
      }
    };
    for (const [i, input] of inputs.entries()) {
      // The gradient of before is garbage now, and may not lie beside the one to come.
      if (isLarge) collectGarbage();
      await add(i, input);
    }
    if (isLarge) collectGarbage();
    if (sums.size === 0) throw new RangeError("a training step needs at least one micro-batch");
    const norms = await reduction.end(lossSum);
    const gradientNorm = globalNorm(norms);
    if (!Number.isFinite(gradientNorm)) throw new Error(describeDivergence(norms, step));
    const scale = Math.min(1, settings.clipNorm / gradientNorm);
    // What the loss does not use has no gradient, and then neither moments nor decay may move it.
    const trained = new Map([...parameters].filter(([name]) => sums.has(name)));
    optimizer.update(trained, sums, optimizerState, learningRate, scale);
    return { loss: lossSum[0]!, gradientNorm, gradientNorms: norms };
  };
  return { run, optimizerState, release: () => gradientsOf.release() };
}

/** Bytes of a gradient from which on memory counts more than the time to look after it: some 67 million parameters. */
export const largeGradient = 2 ** 28;

const isLargeModel = (parameters: ReadonlyMap<string, Float32Array>): boolean =>
  [...parameters.values()].reduce((sum, { byteLength }) => sum + byteLength, 0) >= largeGradient;

function describeDivergence(norms: ReadonlyMap<string, number>, step: number): string {
  const culprit = [...norms].find(([, norm]) => !Number.isFinite(norm))?.[0];
  return `the gradient of ${culprit ?? "the model"} is not finite in step ${step}: lower the learning rate or the clipping norm; the last checkpoint is good`;
}
