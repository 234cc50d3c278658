/**
 * The learned probes: softmax regression on hashed features, trained with AdaGrad (Duchi, Hazan and
 * Singer, 2011). A bag of words that knows nothing of their order.
 */

import { hash32, random } from "../../random";

const buckets = 1 << 14;
const passes = 12;
const learningRate = 0.05;
// Keeps weights of words that come once or twice small.
const decay = 1e-3;

/** Features as places in a table, each once. */
export type Features = Int32Array;

/** Features of names; two that share a place count as one. */
export function hashed(names: Iterable<string>): Features {
  const places = new Set<number>();
  for (const name of names) places.add(hash32(name) & (buckets - 1));
  return Int32Array.from(places);
}

/** Scores of each class, the greatest for the likeliest. */
export type Classifier = (features: Features) => Float64Array;

/**
 * Learn to tell classes.
 *
 * @param rows - features and class, 0 to `classes` − 1, of each example
 */
export function trainClassifier(
  rows: readonly { readonly features: Features; readonly class: number }[],
  classes: number,
  seed: number,
): Classifier {
  const weights = new Float64Array(buckets * classes);
  const squares = new Float64Array(buckets * classes).fill(1e-6);
  const bias = new Float64Array(classes);
  const score: Classifier = (features) => {
    const scores = Float64Array.from(bias);
    for (const feature of features)
      for (let k = 0; k < classes; k++) scores[k]! += weights[feature * classes + k]!;
    return scores;
  };
  for (let pass = 0; pass < passes; pass++)
    for (const row of random(seed, "audit probe", pass).shuffle(rows)) {
      const probabilities = softmax(score(row.features));
      for (let k = 0; k < classes; k++) {
        const error = probabilities[k]! - (row.class === k ? 1 : 0);
        bias[k]! -= (learningRate * error) / Math.sqrt(rows.length);
        for (const feature of row.features) {
          const at = feature * classes + k;
          const gradient = error + decay * weights[at]!;
          squares[at]! += gradient * gradient;
          weights[at]! -= (learningRate * gradient) / Math.sqrt(squares[at]!);
        }
      }
    }
  return score;
}

function softmax(scores: Float64Array): Float64Array {
  const greatest = scores.reduce((a, b) => Math.max(a, b), -Infinity);
  const powers = scores.map((score) => Math.exp(score - greatest));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}

/** The place of the greatest score, the first of equals. */
export function greatest(scores: ArrayLike<number>): number {
  let best = 0;
  for (let i = 1; i < scores.length; i++) if (scores[i]! > scores[best]!) best = i;
  return best;
}
