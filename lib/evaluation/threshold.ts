/** Where a tagger's word counts, beside rules and lists: chosen on validation texts, never on test texts. */

import { createDetector, type Tagger } from "../deidentification/detection";
import type { Gazetteer } from "../deidentification/gazetteer";
import { createScorer, type ScoredText } from "../deidentification/scoring";
import { clusteredStandardError } from "./clusteredShare";
import { findingsFrom, type EntityTagger, type WordShares } from "./entityInference";
import type { ThresholdPoint } from "./thresholdFile";

/** Dense at both ends, where a softmax has most of its values. */
export const thresholds: readonly number[] = [
  0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.999,
];

/**
 * A name that is left tells who the patient is; a word replaced in vain costs a reader little. So recall
 * comes first, but only as far as the texts can tell recalls apart: of the thresholds whose recall is within
 * one standard error of the best, the one of highest precision (after the one-standard-error rule of Breiman,
 * Friedman, Olshen and Stone, Classification and Regression Trees, 1984). F2 fixes beforehand what a leak
 * costs, and does not ask how sure a difference is.
 */
export const criterion =
  "highest precision among thresholds whose recall, of rules and model together and whatever the label, is within one standard error (by text) of the best";

export type ThresholdCurve = {
  /** Rules and lists alone first, then the thresholds in ascending order. */
  readonly points: readonly ThresholdPoint[];
  /** Standard errors of the recalls, over texts; in the order of the points. */
  readonly standardErrors: readonly number[];
};

const textsAtOnce = 64;

/**
 * What rules and model together find at each threshold. The model runs once.
 *
 * @param onProgress - called with the texts done
 */
export async function thresholdCurve(o: {
  readonly examples: readonly ScoredText[];
  readonly labels: "norDeid" | "own";
  readonly gazetteer: Gazetteer;
  readonly tagger: Pick<EntityTagger, "shares">;
  readonly onProgress?: (done: number) => void;
}): Promise<ThresholdCurve> {
  const { examples, labels, gazetteer, tagger } = o;
  const steps = [null, ...thresholds].map((leastShare) => ({
    leastShare,
    scorer: createScorer(labels),
  }));
  for (let at = 0; at < examples.length; at += textsAtOnce) {
    const chunk = examples.slice(at, at + textsAtOnce);
    const texts = chunk.map(({ text }) => text);
    const shares = await tagger.shares(texts);
    for (const { leastShare, scorer } of steps) {
      const detect = createDetector({ gazetteer, tagger: taggerAt(shares, leastShare) });
      const found = await detect(texts);
      chunk.forEach((example, i) => scorer.add(example, found[i]!));
    }
    o.onProgress?.(at + chunk.length);
  }
  return {
    points: steps.map(({ leastShare, scorer }) => {
      const { overall, falseReplacements } = scorer.report();
      return {
        leastShare,
        anyLabelRecall: overall.anyLabelRecall ?? NaN,
        anyLabelPrecision: overall.anyLabelPrecision,
        untouched: overall.untouched,
        falsePer1000Words: falseReplacements.per1000Words,
      };
    }),
    standardErrors: steps.map(({ scorer }) =>
      clusteredStandardError(
        scorer.perText().map(({ marked, anyLabel }) => ({ part: anyLabel, whole: marked })),
      ),
    ),
  };
}

const taggerAt = (shares: readonly WordShares[], leastShare: number | null): Tagger | undefined =>
  leastShare === null
    ? undefined
    : () => Promise.resolve(shares.map((each) => findingsFrom(each, leastShare)));

/** A threshold by the {@link criterion}, and whether rules alone would be as good as texts can tell. */
export function chooseThreshold({ points, standardErrors }: ThresholdCurve): {
  readonly leastShare: number;
  readonly standardError: number;
  readonly rulesSuffice: boolean;
} {
  const withModel = points.filter(({ leastShare }) => leastShare !== null);
  const best = Math.max(...withModel.map(({ anyLabelRecall }) => anyLabelRecall));
  // NaN where there are too few texts for an error: then only the best recall will do.
  const standardError =
    standardErrors[points.findIndex(({ anyLabelRecall }) => anyLabelRecall === best)] || 0;
  const isNear = ({ anyLabelRecall }: ThresholdPoint): boolean =>
    anyLabelRecall >= best - standardError;
  const near = withModel.filter(isNear);
  // Equal precision: the higher recall, then the lower threshold, which finds more elsewhere.
  const [first] = [...near].sort(
    (a, b) =>
      (b.anyLabelPrecision ?? 0) - (a.anyLabelPrecision ?? 0) ||
      b.anyLabelRecall - a.anyLabelRecall ||
      a.leastShare! - b.leastShare!,
  );
  const rules = points.find(({ leastShare }) => leastShare === null);
  return {
    leastShare: first!.leastShare!,
    standardError,
    rulesSuffice: rules !== undefined && isNear(rules),
  };
}
