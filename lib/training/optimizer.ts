/**
 * AdamW, LAMB and StableAdamW as pairs of functions over named parameters, written from the published
 * formulas. Parameters, moments and arithmetic are in 32 bits, as in PyTorch; norms are summed in 64.
 *
 * With g the gradient, t the number of the update and λ the learning rate, all of them keep
 *
 *     m = β₁ m + (1 − β₁) g        v = β₂ v + (1 − β₂) g²
 *
 * and differ in the length of the step. Weight decay leaves biases and normalisations alone, see
 * {@link hasDecay}.
 */

import {
  momentsAndStep,
  momentsForTrustRatio,
  momentsForUpdateClipping,
  stepOnly,
  type MomentWeights,
  type StepWeights,
  type UpdatedTensor,
} from "../engine/updateKernels";
import { InputError } from "../errors";
import { hasDecay } from "./weightDecay";

type Shared = {
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
  readonly weightDecay: number;
};

/**
 * AdamW (Loshchilov and Hutter 2019) with bias correction; the decay is scaled by the learning rate, as in
 * `torch.optim.AdamW`.
 */
export type AdamWSettings = Shared & { readonly name: "adamw" };

/**
 * LAMB (You et al. 2020, https://arxiv.org/abs/1904.00962): the update of a tensor, decay included, is
 * stretched to the norm of the tensor. The ratio of the norms is not clipped; it is 1 if either is 0.
 */
export type LambSettings = Shared & {
  readonly name: "lamb";
  /** Which tensors are stretched: LTG-BERT's pretraining stretches only those with decay. */
  readonly stretched: "decayed" | "all";
  /** Whether moments are corrected for their start at 0. */
  readonly biasCorrection: boolean;
};

/**
 * StableAdamW (Wortsman et al. 2023, https://arxiv.org/abs/2304.13013): the learning rate of a tensor is
 * divided by the root mean square of g / √v where that is above 1. The correction for the start at 0 is
 * in the betas: βᵢ (1 − βᵢᵗ⁻¹) / (1 − βᵢᵗ).
 */
export type StableAdamWSettings = Shared & {
  readonly name: "stableAdamw";
  /**
   * Whether `weightDecay` is the share taken off in an update at the highest learning rate, and less in
   * proportion below it (ModernBERT's DecoupledStableAdamW). Otherwise the decay is `weightDecay` times
   * the learning rate.
   */
  readonly decoupledDecay: boolean;
};

export type OptimizerSettings = AdamWSettings | LambSettings | StableAdamWSettings;

/** Tensors by name; a name is a path such as `encoder.layers.0.attention.norm.bias`. */
export type NamedArrays = ReadonlyMap<string, Float32Array>;

export type OptimizerState = {
  /** Updates made so far. */
  updates: number;
  /** Running mean of the gradients, and of their squares. */
  readonly first: NamedArrays;
  readonly second: NamedArrays;
};

export type Optimizer = {
  init(parameters: NamedArrays): OptimizerState;
  /**
   * Change parameters and state in place.
   *
   * @param scale - what the gradients are multiplied by; they themselves are not changed
   * @throws RangeError if a parameter has no gradient or no state of its size; nothing is changed then
   */
  update(
    parameters: NamedArrays,
    gradients: NamedArrays,
    state: OptimizerState,
    learningRate: number,
    scale?: number,
  ): void;
};

/** One tensor in one update. */
type Update = {
  readonly tensor: UpdatedTensor;
  readonly decayed: boolean;
  /** Number of the update, from 1. */
  readonly t: number;
  readonly learningRate: number;
  readonly scale: number;
};

/**
 * The optimizer that the settings name.
 *
 * @param highestRate - of the schedule, for a decay that is decoupled from it
 * @throws InputError for a setting outside its range
 */
export function createOptimizer(settings: OptimizerSettings, highestRate = 1): Optimizer {
  check(settings);
  const updateTensor = updateOf(settings, highestRate);
  const zeros = (parameters: NamedArrays): NamedArrays =>
    new Map([...parameters].map(([name, { length }]) => [name, new Float32Array(length)]));
  return {
    init: (parameters) => ({ updates: 0, first: zeros(parameters), second: zeros(parameters) }),
    update: (parameters, gradients, state, learningRate, scale = 1) => {
      const { first, second } = state;
      for (const [name, { length }] of parameters)
        for (const arrays of [gradients, first, second])
          if (arrays.get(name)?.length !== length)
            throw new RangeError(
              `${name} has ${length} values, its gradient ${gradients.get(name)?.length ?? "none"}, its state ${first.get(name)?.length ?? "none"} and ${second.get(name)?.length ?? "none"}`,
            );
      const t = ++state.updates;
      for (const [name, parameter] of parameters) {
        const gradient = gradients.get(name)!;
        const tensor = { parameter, gradient, first: first.get(name)!, second: second.get(name)! };
        updateTensor({ tensor, decayed: hasDecay(name), t, learningRate, scale });
      }
    },
  };
}

function updateOf(settings: OptimizerSettings, highestRate: number): (update: Update) => void {
  switch (settings.name) {
    case "adamw":
      return (update) => adamw(settings, update);
    case "lamb":
      return (update) => lamb(settings, update);
    case "stableAdamw":
      return (update) => stableAdamw(settings, highestRate, update);
    default:
      throw new InputError(
        `optimizer.name is ${JSON.stringify((settings as { name: unknown }).name)}: give one of adamw, lamb, stableAdamw`,
      );
  }
}

function adamw(s: Shared, { tensor, decayed, t, learningRate, scale }: Update): void {
  momentsAndStep(tensor, momentWeights(s.beta1, s.beta2, scale), {
    root: Math.sqrt(1 / (1 - s.beta2 ** t)),
    epsilon: s.epsilon,
    rate: learningRate / (1 - s.beta1 ** t),
    decay: decayed ? learningRate * s.weightDecay : 0,
  });
}

function lamb(s: LambSettings, { tensor, decayed, t, learningRate, scale }: Update): void {
  const { beta1, beta2, epsilon } = s;
  const correction = s.biasCorrection ? 1 / (1 - beta1 ** t) : 1;
  const root = s.biasCorrection ? Math.sqrt(1 / (1 - beta2 ** t)) : 1;
  const weightDecay = decayed ? s.weightDecay : 0;
  const moments = momentWeights(beta1, beta2, scale);
  const stepAt = (rate: number): StepWeights => ({
    root,
    epsilon,
    rate: rate * correction,
    decay: rate * weightDecay,
  });
  if (!decayed && s.stretched === "decayed") {
    momentsAndStep(tensor, moments, stepAt(learningRate));
    return;
  }
  const squares = momentsForTrustRatio(tensor, moments, {
    root,
    epsilon,
    correction,
    decay: weightDecay,
  });
  const ratio = Math.sqrt(squares.parameter / squares.update);
  stepOnly(tensor, stepAt(learningRate * (ratio > 0 && Number.isFinite(ratio) ? ratio : 1)));
}

function stableAdamw(s: StableAdamWSettings, highestRate: number, update: Update): void {
  const { tensor, decayed, t, learningRate, scale } = update;
  const { epsilon, decoupledDecay } = s;
  const debiased = (beta: number): number => (beta * (1 - beta ** (t - 1))) / (1 - beta ** t);
  const moments = momentWeights(debiased(s.beta1), debiased(s.beta2), scale);
  const sum = momentsForUpdateClipping(tensor, moments, epsilon * epsilon);
  const rate = learningRate / Math.max(1, Math.sqrt(sum / tensor.parameter.length));
  const decayRate = decoupledDecay ? rate / highestRate : rate;
  stepOnly(tensor, { root: 1, epsilon, rate, decay: decayed ? decayRate * s.weightDecay : 0 });
}

const momentWeights = (beta1: number, beta2: number, scale: number): MomentWeights => ({
  scale,
  keep1: beta1,
  take1: 1 - beta1,
  keep2: beta2,
  take2: 1 - beta2,
});

/** Below this, the square of epsilon vanishes in 32 bits. */
const smallestEpsilon = 1e-18;

function check(settings: OptimizerSettings): void {
  const refuse = (field: string, value: number, range: string): never => {
    throw new InputError(`optimizer.${field} is ${value}: give a number ${range}`);
  };
  for (const field of ["beta1", "beta2"] as const)
    if (!(settings[field] >= 0 && settings[field] < 1))
      refuse(field, settings[field], "of at least 0 and below 1");
  if (!(settings.epsilon >= smallestEpsilon))
    refuse("epsilon", settings.epsilon, `of at least ${smallestEpsilon}`);
  if (!(settings.weightDecay >= 0)) refuse("weightDecay", settings.weightDecay, "of at least 0");
}
