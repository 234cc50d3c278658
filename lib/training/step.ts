/** One step of training: gradients of the micro-batches, their mean, clipping, update in place. */

import {
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
import { random } from "../random";
import { adamw, clipByGlobalNorm, type AdamWSettings, type OptimizerState } from "./optimizer";

/** The loss of a model on one micro-batch, and other tensors worth watching. */
export type Loss<Model, Input> = (
  model: Traced<Model>,
  input: Traced<Input>,
  dropout: Dropout,
) => { readonly loss: Tensor };

export type StepResult = {
  /** Mean over the micro-batches, in nats. */
  readonly loss: number;
  /** Norm of the gradient of all parameters, before clipping. */
  readonly gradientNorm: number;
};

export type TrainingStep<Input> = {
  /**
   * Update the model in place.
   *
   * @param inputs - the micro-batches of the step
   * @param step - counts from 1; with the seed it names the dropout masks
   * @param learningRate - peak rate times the schedule's factor
   * @throws Error naming the first tensor whose gradient is not finite; the model is left as it was
   */
  run(inputs: readonly Input[], step: number, learningRate: number): Promise<StepResult>;
  readonly optimizerState: OptimizerState;
  release(): Promise<void>;
};

export type StepSettings = {
  readonly optimizer: AdamWSettings;
  /** Largest norm of the whole gradient; longer ones are scaled down to it. */
  readonly clipNorm: number;
  readonly seed: number;
  readonly executor?: ExecutorName;
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
  const optimizer = adamw(settings.optimizer);
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
    settings.executor ? { executor: settings.executor } : {},
  );

  const run = async (
    inputs: readonly Input[],
    step: number,
    learningRate: number,
  ): Promise<StepResult> => {
    let total = 0;
    let gradients: Map<string, Float32Array> | undefined;
    for (const [part, input] of inputs.entries()) {
      const seed = int32(Int32Array.of(random(settings.seed, "dropout", step, part).uint32()), []);
      const found = await gradientsOf({ model, input, seed });
      total += (found.loss as HostTensor).data[0]!;
      const parts = flatten(found.gradients, isHostTensor);
      if (!gradients)
        gradients = new Map(parts.map(([path, { data }]) => [path, data as Float32Array]));
      else
        for (const [path, { data }] of parts) {
          const sum = gradients.get(path)!;
          for (let i = 0; i < sum.length; i++) sum[i]! += data[i]!;
        }
    }
    if (!gradients) throw new RangeError("a training step needs at least one micro-batch");
    if (inputs.length > 1)
      for (const sum of gradients.values())
        for (let i = 0; i < sum.length; i++) sum[i]! /= inputs.length;
    const gradientNorm = clipByGlobalNorm(gradients, settings.clipNorm);
    if (!Number.isFinite(gradientNorm)) throw new Error(describeDivergence(gradients, step));
    optimizer.update(parameters, gradients, optimizerState, learningRate);
    return { loss: total / inputs.length, gradientNorm };
  };
  return { run, optimizerState, release: () => gradientsOf.release() };
}

function describeDivergence(gradients: ReadonlyMap<string, Float32Array>, step: number): string {
  const culprit = [...gradients].find(([, g]) => !g.every(Number.isFinite))?.[0];
  return `the gradient of ${culprit ?? "the model"} is not finite in step ${step}: lower the learning rate or the clipping norm; the last checkpoint is good`;
}
