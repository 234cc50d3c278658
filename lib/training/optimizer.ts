/**
 * AdamW (Loshchilov and Hutter 2019) as a pair of functions over named parameters. Arithmetic is in
 * float64; parameters and moments are stored in float32. Decay is scaled by the learning rate, as in
 * `torch.optim.AdamW`, and leaves biases and normalisations alone, as in BERT.
 */

export type AdamWSettings = {
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
  /** Share of a decayed parameter that is taken off in a step, times the learning rate. */
  readonly weightDecay: number;
};

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
   * @throws RangeError if a parameter has no gradient or no state of its size; nothing is changed then
   */
  update(
    parameters: NamedArrays,
    gradients: NamedArrays,
    state: OptimizerState,
    learningRate: number,
  ): void;
};

/** Whether weight decay applies to a parameter: to everything but biases and normalisations. */
export const hasDecay = (name: string): boolean =>
  !name.split(".").some((part) => part === "bias" || /norm$/i.test(part));

/**
 * AdamW with bias correction.
 *
 * @throws RangeError for a setting outside its range
 */
export function adamw(settings: AdamWSettings): Optimizer {
  const { beta1, beta2, epsilon, weightDecay } = settings;
  for (const [name, value] of Object.entries({ beta1, beta2 }))
    if (!(value >= 0 && value < 1))
      throw new RangeError(`${name} must be at least 0 and below 1, got ${value}`);
  if (!(epsilon > 0)) throw new RangeError(`epsilon must be positive, got ${epsilon}`);
  if (!(weightDecay >= 0))
    throw new RangeError(`weightDecay must not be negative, got ${weightDecay}`);
  const zeros = (parameters: NamedArrays): NamedArrays =>
    new Map([...parameters].map(([name, { length }]) => [name, new Float32Array(length)]));

  return {
    init: (parameters) => ({ updates: 0, first: zeros(parameters), second: zeros(parameters) }),
    update: (parameters, gradients, state, learningRate) => {
      const { first: means, second: squares } = state;
      for (const [name, { length }] of parameters)
        for (const arrays of [gradients, means, squares])
          if (arrays.get(name)?.length !== length)
            throw new RangeError(
              `${name} has ${length} values, its gradient ${gradients.get(name)?.length ?? "none"}, its state ${means.get(name)?.length ?? "none"} and ${squares.get(name)?.length ?? "none"}`,
            );
      const updates = ++state.updates;
      const correction1 = 1 / (1 - beta1 ** updates);
      const correction2 = 1 / (1 - beta2 ** updates);
      for (const [name, parameter] of parameters) {
        const gradient = gradients.get(name)!;
        const first = means.get(name)!;
        const second = squares.get(name)!;
        const keep = hasDecay(name) ? 1 - learningRate * weightDecay : 1;
        for (let i = 0; i < parameter.length; i++) {
          const g = gradient[i]!;
          const m = beta1 * first[i]! + (1 - beta1) * g;
          const v = beta2 * second[i]! + (1 - beta2) * g * g;
          first[i] = m;
          second[i] = v;
          const change = (m * correction1) / (Math.sqrt(v * correction2) + epsilon);
          parameter[i] = keep * parameter[i]! - learningRate * change;
        }
      }
    },
  };
}

/** Euclidean norm of each gradient. */
export function gradientNorms(gradients: NamedArrays): ReadonlyMap<string, number> {
  const norms = new Map<string, number>();
  for (const [name, gradient] of gradients) {
    let squares = 0;
    for (let i = 0; i < gradient.length; i++) squares += gradient[i]! * gradient[i]!;
    norms.set(name, Math.sqrt(squares));
  }
  return norms;
}

/**
 * Scale gradients in place so that their common Euclidean norm is at most `maximum`.
 *
 * @param norms - that of each, see {@link gradientNorms}
 * @returns the norm before; if it is not finite, nothing is changed
 */
export function clipByGlobalNorm(
  gradients: NamedArrays,
  norms: ReadonlyMap<string, number>,
  maximum: number,
): number {
  let squares = 0;
  for (const norm of norms.values()) squares += norm * norm;
  const norm = Math.sqrt(squares);
  if (Number.isFinite(norm) && norm > maximum) {
    const scale = maximum / norm;
    for (const gradient of gradients.values())
      for (let i = 0; i < gradient.length; i++) gradient[i]! *= scale;
  }
  return norm;
}

export type DecayGroup = {
  readonly group: "decayed" | "not decayed";
  readonly tensors: number;
  readonly parameters: number;
  /** Last two parts of the names, each once: what a reader checks at a glance. */
  readonly endings: readonly string[];
};

/** What weight decay applies to, to be shown before training. */
export function describeDecayGroups(parameters: NamedArrays): readonly DecayGroup[] {
  return (["decayed", "not decayed"] as const).map((group) => {
    const members = [...parameters].filter(([name]) => hasDecay(name) === (group === "decayed"));
    return {
      group,
      tensors: members.length,
      parameters: members.reduce((sum, [, { length }]) => sum + length, 0),
      endings: [...new Set(members.map(([name]) => name.split(".").slice(-2).join(".")))].sort(),
    };
  });
}
