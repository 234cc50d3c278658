/** Identifiers in texts: spans with labels, scored on words. */

import type { PhiSpan } from "../corpus/document";
import type { EntityExample } from "../corpus/examples";
import { entityChance } from "./chance";
import { alignToWords, splitWords } from "./entities";
import { finetuneEntityTagger } from "./entityTagger";
import type { Kind, Scored } from "./kind";
import {
  addCounts,
  countEntities,
  noMatches,
  round,
  roundScores,
  scoresOf,
  totalCounts,
  type MatchCounts,
} from "./metrics";
import type { Prediction, UnitCounts } from "./result";

export const entityKind: Kind<"entities"> = {
  ways: { wordLabels: { settings: "entities", isFinetuned: true, prepare: finetuneEntityTagger } },
  chance: entityChance,
  score,
};

/** Gold and predicted spans are compared on word boundaries, so no model is punished for a glued word. */
function score(
  examples: readonly EntityExample[],
  answers: readonly (readonly PhiSpan[])[],
  labels: readonly string[],
): Scored {
  const perLabel = new Map<string, MatchCounts>();
  const units: UnitCounts[] = [];
  const predictions: Prediction[] = [];
  examples.forEach((example, i) => {
    const words = splitWords(example.text);
    const gold = alignToWords(words, example.spans);
    const found = alignToWords(words, answers[i]!);
    const counts = countEntities(gold, found);
    for (const [label, count] of counts)
      perLabel.set(label, addCounts(perLabel.get(label) ?? noMatches, count));
    const total = totalCounts(counts);
    units.push({
      group: example.group,
      writtenStandard: example.writtenStandard,
      stratum: "all",
      counts: [total.truePositives, total.falsePositives, total.falseNegatives],
    });
    predictions.push({ id: example.id, gold, predicted: found });
  });
  const total = scoresOf(totalCounts(perLabel));
  return {
    metrics: {
      entityMicroF1: round(total.f1),
      entityMicroPrecision: round(total.precision),
      entityMicroRecall: round(total.recall),
    },
    perClass: Object.fromEntries(
      labels.map((label) => [label, roundScores(scoresOf(perLabel.get(label) ?? noMatches))]),
    ),
    units,
    predictions,
  };
}
