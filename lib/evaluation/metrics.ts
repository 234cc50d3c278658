/**
 * Metrics with their averaging in their names. Where a denominator is zero the score is 0, as in
 * seqeval's default, so an entity label that is neither present nor predicted scores 0 and does not
 * enter a micro average.
 */

import type { PhiSpan } from "../corpus/document";

/** What a micro-averaged F1 is made of. Counts of two documents may be added. */
export type MatchCounts = {
  readonly truePositives: number;
  readonly falsePositives: number;
  readonly falseNegatives: number;
};

/** Scores of one class, each in [0, 1], and how many gold items it has. */
export type ClassScores = {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly support: number;
};

export const noMatches: MatchCounts = { truePositives: 0, falsePositives: 0, falseNegatives: 0 };

export function addCounts(a: MatchCounts, b: MatchCounts): MatchCounts {
  return {
    truePositives: a.truePositives + b.truePositives,
    falsePositives: a.falsePositives + b.falsePositives,
    falseNegatives: a.falseNegatives + b.falseNegatives,
  };
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

/** Precision, recall, F1 and support from counts. */
export function scoresOf(counts: MatchCounts): ClassScores {
  const { truePositives, falsePositives, falseNegatives } = counts;
  return {
    precision: ratio(truePositives, truePositives + falsePositives),
    recall: ratio(truePositives, truePositives + falseNegatives),
    f1: ratio(2 * truePositives, 2 * truePositives + falsePositives + falseNegatives),
    support: truePositives + falseNegatives,
  };
}

/**
 * Matches of one document per label. A predicted span is right when its start, end and label all
 * equal those of a gold span; partial overlap counts as one false positive and one false negative.
 *
 * @returns counts of each label that occurs in either list
 */
export function countEntities(
  gold: readonly PhiSpan[],
  predicted: readonly PhiSpan[],
): Map<string, MatchCounts> {
  const key = (span: PhiSpan): string => `${span.start} ${span.end} ${span.label}`;
  const goldKeys = new Set(gold.map(key));
  const predictedKeys = new Set(predicted.map(key));
  const counts = new Map<string, MatchCounts>();
  const add = (span: PhiSpan, one: Partial<MatchCounts>): void => {
    counts.set(
      span.label,
      addCounts(counts.get(span.label) ?? noMatches, { ...noMatches, ...one }),
    );
  };
  for (const span of gold)
    add(span, predictedKeys.has(key(span)) ? { truePositives: 1 } : { falseNegatives: 1 });
  for (const span of predicted) if (!goldKeys.has(key(span))) add(span, { falsePositives: 1 });
  return counts;
}

/** Counts summed over labels: micro averaging. */
export function totalCounts(perLabel: ReadonlyMap<string, MatchCounts>): MatchCounts {
  return [...perLabel.values()].reduce(addCounts, noMatches);
}

/**
 * Micro-averaged F1 of entities over documents: counts are added over documents and labels first.
 *
 * @param gold - spans of each document
 * @param predicted - spans of each document, in the same order
 */
export function entityMicroF1(
  gold: readonly (readonly PhiSpan[])[],
  predicted: readonly (readonly PhiSpan[])[],
): number {
  const total = gold
    .map((spans, i) => totalCounts(countEntities(spans, predicted[i] ?? [])))
    .reduce(addCounts, noMatches);
  return scoresOf(total).f1;
}

/** Share of positions where the two lists agree; 0 for empty lists. */
export function accuracy<T>(gold: readonly T[], predicted: readonly T[]): number {
  return ratio(gold.filter((label, i) => label === predicted[i]).length, gold.length);
}

/** Scores of each of the given classes, one against the rest. */
export function classScores<T>(
  gold: readonly T[],
  predicted: readonly T[],
  classes: readonly T[],
): ClassScores[] {
  return classes.map((name) => {
    let counts = noMatches;
    gold.forEach((label, i) => {
      const said = predicted[i] === name;
      counts = addCounts(counts, {
        truePositives: said && label === name ? 1 : 0,
        falsePositives: said && label !== name ? 1 : 0,
        falseNegatives: !said && label === name ? 1 : 0,
      });
    });
    return scoresOf(counts);
  });
}

/**
 * F1 averaged over the given classes with equal weight. A class that occurs in neither list counts
 * with 0, as in scikit-learn when the class is named.
 */
export function macroF1<T>(
  gold: readonly T[],
  predicted: readonly T[],
  classes: readonly T[],
): number {
  const scores = classScores(gold, predicted, classes);
  return ratio(
    scores.reduce((sum, score) => sum + score.f1, 0),
    scores.length,
  );
}

/** Six decimals: more is noise, and files stay equal between machines. */
export const round = (value: number): number => Math.round(value * 1e6) / 1e6;

export const roundScores = ({ precision, recall, f1, support }: ClassScores): ClassScores => ({
  precision: round(precision),
  recall: round(recall),
  f1: round(f1),
  support,
});
