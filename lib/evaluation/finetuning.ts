/**
 * Fine-tuning: a few epochs of the shared training step over a task's training examples. Baseline and
 * clinical model get the same budget, learning rate and seeds; no checkpoint is chosen on test data.
 */

import type { EncoderConfig } from "../encoder/config";
import { loadWeights } from "../encoder/checkpoint";
import { random } from "../random";
import { runFactor } from "../training/schedule";
import { createTrainingStep, type Loss } from "../training/step";

export type FinetuningSettings = {
  readonly epochs: number;
  /** Examples in a batch. */
  readonly batchSize: number;
  /** Highest learning rate, reached after the first tenth of the steps; it then falls towards 0. */
  readonly learningRate: number;
  /** Longest row in tokens; longer ones are cut or divided. */
  readonly sequenceLength: number;
};

/** The settings with rows no longer than a model has positions. */
export const fittedTo = <Settings extends FinetuningSettings>(
  { maximumPositions }: Pick<EncoderConfig, "maximumPositions">,
  settings: Settings,
): Settings => ({
  ...settings,
  sequenceLength: Math.min(settings.sequenceLength, maximumPositions),
});

/** Steps ahead of the current one and the loss of the last, for a progress display. */
export type FinetuningProgress = (step: number, steps: number, loss: number) => void;

/** Told the parameters that the model's folder does not have and the seed has drawn, heads of the task too. */
export type OnDrawn = (drawn: readonly string[]) => void;

/**
 * The weights of a model folder in a tree made by `initialize`; heads the folder lacks are drawn.
 *
 * @param seed - draws those heads
 */
export const startFrom = <Model>(
  dir: string,
  config: EncoderConfig,
  initialize: (config: EncoderConfig, seed: number) => Model,
  seed: number,
  onDrawn?: OnDrawn,
): Model => {
  const { model, fresh } = loadWeights(dir, initialize(config, seed));
  if (fresh.length > 0) onDrawn?.(fresh);
  return model;
};

/**
 * Train `model` in place on batches made from `examples`.
 *
 * @param batches - the batches of one epoch, given that epoch's examples in random order
 */
export async function finetune<Model, Example, Input>(o: {
  readonly model: Model;
  readonly examples: readonly Example[];
  readonly batches: (examples: readonly Example[]) => readonly Input[];
  readonly loss: Loss<Model, Input>;
  readonly settings: FinetuningSettings;
  readonly seed: number;
  readonly onProgress?: FinetuningProgress | undefined;
}): Promise<void> {
  const { epochs, learningRate } = o.settings;
  const step = createTrainingStep(o.model, o.loss, {
    optimizer: { name: "adamw", beta1: 0.9, beta2: 0.999, epsilon: 1e-8, weightDecay: 0.01 },
    clipNorm: 1,
    seed: o.seed,
  });
  const stepsAnEpoch = o.batches(o.examples).length;
  const steps = stepsAnEpoch * epochs;
  const factor = runFactor({
    shape: { name: "linear" },
    warmupSteps: Math.ceil(steps / 10),
    steps,
  });
  try {
    for (let epoch = 0, number = 0; epoch < epochs; epoch++) {
      const order = random(o.seed, "fine-tuning order", epoch);
      // Grouped by length first, then the groups shuffled: the shuffle before decides who shares one.
      for (const batch of order.shuffle(o.batches(order.shuffle(o.examples)))) {
        number++;
        const { loss } = await step.run([batch], number, learningRate * factor(number));
        o.onProgress?.(number, steps, loss);
      }
    }
  } finally {
    await step.release();
  }
}
