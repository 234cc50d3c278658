/**
 * Fitting the written-standard model: logistic regression whose features are scaled by their naive
 * Bayes log-count ratios (after Wang and Manning 2012, "Baselines and bigrams"), by AdaGrad
 * (Duchi, Hazan and Singer 2011), averaged over the later passes. The scaling makes rare features
 * follow their counts and lets frequent ones be learnt, which helps on short sentences.
 */

import { random } from "../random";

export type FittingSettings = {
  readonly buckets: number;
  readonly seed: number;
  readonly passes: number;
  readonly learningRate: number;
};

export const defaultFitting = { passes: 8, learningRate: 0.03 } as const;

/** A text to learn from. */
export type FittingExample = {
  readonly buckets: Uint32Array;
  readonly nynorsk: boolean;
  /** How much it counts; 1 for natural text. */
  readonly weight: number;
};

export const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

/**
 * Weights of the buckets. The same examples in the same order and the same seed give the same numbers.
 * A bias is learnt on the way and left out at the end: it says how many texts of each standard there
 * were to learn from, which is no evidence about a text.
 */
export function fit(examples: readonly FittingExample[], settings: FittingSettings): Float64Array {
  const { buckets, seed, passes, learningRate } = settings;
  const ratios = logCountRatios(examples, buckets);
  const weights = new Float64Array(buckets);
  const averaged = new Float64Array(buckets);
  // Small, so that the first steps are bold without dividing by zero.
  const squares = new Float64Array(buckets).fill(0.01);
  let [bias, biasSquares] = [0, 0.01];
  const firstAveraged = Math.floor(passes / 2);
  for (let pass = 0; pass < passes; pass++) {
    for (const example of random(seed, "written standard", pass).shuffle(examples)) {
      let sum = bias;
      for (const bucket of example.buckets) sum += weights[bucket]! * ratios[bucket]!;
      const error = (logistic(sum) - (example.nynorsk ? 1 : 0)) * example.weight;
      biasSquares += error * error;
      bias -= (learningRate * error) / Math.sqrt(biasSquares);
      for (const bucket of example.buckets) {
        const gradient = error * ratios[bucket]!;
        squares[bucket]! += gradient * gradient;
        weights[bucket]! -= (learningRate * gradient) / Math.sqrt(squares[bucket]!);
      }
    }
    if (pass < firstAveraged) continue;
    for (let i = 0; i < buckets; i++) averaged[i]! += weights[i]!;
  }
  return averaged.map((sum, i) => (sum / (passes - firstAveraged)) * ratios[i]!);
}

/** For each bucket: log of its share among nynorsk features over its share among bokmål ones. */
function logCountRatios(examples: readonly FittingExample[], buckets: number): Float64Array {
  const counts = [new Float64Array(buckets).fill(1), new Float64Array(buckets).fill(1)] as const;
  for (const example of examples)
    for (const bucket of example.buckets)
      counts[example.nynorsk ? 1 : 0][bucket]! += example.weight;
  const [bokmaal, nynorsk] = counts;
  const total = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);
  const shift = Math.log(total(bokmaal) / total(nynorsk));
  return bokmaal.map((count, i) => Math.log(nynorsk[i]! / count) + shift);
}

/** What the model says of a held-out text, and what it is. */
export type Scored = { readonly score: number; readonly nynorsk: boolean };

/**
 * The factor that makes sums of weights log-odds (Platt 1999, without his shift), found by bisection
 * of the slope of the loss, which only rises. Sums are overconfident as they come: neighbouring pieces
 * of a word repeat each other's evidence. Both standards count equally.
 */
export function calibrate(scored: readonly Scored[]): number {
  const nynorsk = scored.filter((each) => each.nynorsk).length;
  const slope = (factor: number): number =>
    scored.reduce((sum, each) => {
      const error = logistic(factor * each.score) - (each.nynorsk ? 1 : 0);
      return sum + (error * each.score) / (each.nynorsk ? nynorsk : scored.length - nynorsk);
    }, 0);
  let [low, high] = [1e-3, 1e3];
  for (let step = 0; step < 60; step++) {
    const middle = Math.sqrt(low * high);
    if (slope(middle) < 0) low = middle;
    else high = middle;
  }
  return low;
}

/**
 * The smallest size of log-odds from which answers are right as often as asked, over all texts with
 * at least that evidence.
 */
export function answerThreshold(scored: readonly Scored[], accuracy: number): number {
  const sorted = [...scored].sort((x, y) => Math.abs(y.score) - Math.abs(x.score));
  let [right, threshold] = [0, Infinity];
  sorted.forEach(({ score, nynorsk }, i) => {
    if (score > 0 === nynorsk) right++;
    const size = Math.abs(score);
    // Texts with the same evidence are answered together.
    const next = sorted[i + 1];
    if ((!next || Math.abs(next.score) < size) && right / (i + 1) >= accuracy) threshold = size;
  });
  return threshold;
}
