/**
 * How a model that is there goes on where no recipe is named: as the recipe of its architecture, in the model's
 * own shape, at a rate that does not shake what it has learnt. All numbers here are our choice.
 */

import type { EncoderConfig, EncoderShape } from "../encoder/config";
import { bertNsp } from "./bertNsp";
import { modernBertDynamic } from "./modernBertDynamic";
import { norbert3Span } from "./norbert3Span";
import { shapeOf, type PretrainingRecipe } from "./recipe";

type Base = {
  readonly name: string;
  readonly recipe: PretrainingRecipe;
  /** Highest learning rate of a large, a base and a smaller model. */
  readonly rates: readonly [large: number, base: number, small: number];
};

const bases: Readonly<Record<EncoderConfig["architecture"], Base>> = {
  // Half of bertNsp's batch and a little more than half of its rate; smaller models bear more.
  bert: { name: "bertContinued", recipe: bertNsp, rates: [3e-5, 5e-5, 1e-4] },
  // LAMB's rate is the share of a tensor's norm that a step moves: norbert3Span's by the root of the batch.
  norbert3: { name: "norbert3Continued", recipe: norbert3Span, rates: [2e-4, 3e-4, 5e-4] },
  modernbert: { name: "modernBertContinued", recipe: modernBertDynamic, rates: [3e-5, 5e-5, 1e-4] },
};

/** The paper's recipe for an architecture. */
export const recipeFor = (architecture: EncoderConfig["architecture"]): PretrainingRecipe =>
  bases[architecture].recipe;

const [largeSize, baseSize] = [1024, 512];
const longestRow = 512;

/**
 * The recipe for going on with a model.
 *
 * @param hasPairs - whether the model brings a head for next sentences; without one it is not asked about them
 * @example continuingRecipe(loadConfig(dir), hasHead(dir, "nextSentence"))
 */
export function continuingRecipe(config: EncoderConfig, hasPairs: boolean): PretrainingRecipe {
  const { name, recipe, rates } = bases[config.architecture];
  const [large, base, small] = rates;
  const { hiddenSize } = config;
  return {
    name,
    description: `going on with a ${config.architecture} model of ${config.layers} layers × ${hiddenSize}`,
    encoder: shapeOf(config) satisfies EncoderShape,
    settings: {
      ...recipe.settings,
      objective: hasPairs ? recipe.settings.objective : "mlm",
      sequenceLength: Math.min(longestRow, config.maximumPositions),
      rows: 8,
      accumulation: 4,
      steps: 1000,
      learningRate: hiddenSize >= largeSize ? large : hiddenSize >= baseSize ? base : small,
      warmupShare: 0.1,
      heldOutShare: 0.01,
      evaluateEvery: 250,
      checkpointEvery: 250,
    },
  };
}

/** Settings of {@link continuingRecipe} that follow from the model, and from what of it. */
export const continuingSources = {
  objective: "the model's heads",
  sequenceLength: "the model's positions",
  learningRate: "the model's size",
} as const;
