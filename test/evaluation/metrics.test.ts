import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { decodeLabels } from "../../lib/evaluation/entities";
import type { BioLabel } from "../../lib/evaluation/entities";
import {
  accuracy,
  addCounts,
  countEntities,
  entityMicroF1,
  macroF1,
  noMatches,
  scoresOf,
  totalCounts,
} from "../../lib/evaluation/metrics";
import type { ClassScores, MatchCounts } from "../../lib/evaluation/metrics";
import type { PhiSpan } from "../../lib/corpus/document";

type Case = {
  readonly gold: readonly (readonly BioLabel[])[];
  readonly predicted: readonly (readonly BioLabel[])[];
  readonly micro: ClassScores;
  readonly perLabel: Readonly<Record<string, ClassScores>>;
};
const cases = JSON.parse(
  readFileSync(join(__dirname, "../goldens/seqeval/cases.json"), "utf8"),
) as readonly Case[];

/** Spans over word numbers. */
const decode = (labels: readonly BioLabel[]): PhiSpan[] =>
  decodeLabels(
    labels.map((_, i) => ({ start: i, end: i + 1 })),
    labels,
  );

function expectScores(ours: ClassScores, reference: ClassScores): void {
  expect(ours.support).toBe(reference.support);
  for (const name of ["precision", "recall", "f1"] as const)
    expect(ours[name]).toBeCloseTo(reference[name], 12);
}

describe("entity scores", () => {
  it.each(cases.map((one, i) => ({ ...one, i })))("equal seqeval's, case $i", (one) => {
    const gold = one.gold.map(decode);
    const predicted = one.predicted.map(decode);
    const perLabel = new Map<string, MatchCounts>();
    gold.forEach((spans, d) => {
      for (const [label, counts] of countEntities(spans, predicted[d]!))
        perLabel.set(label, addCounts(perLabel.get(label) ?? noMatches, counts));
    });
    expectScores(scoresOf(totalCounts(perLabel)), one.micro);
    expect([...perLabel.keys()].sort()).toEqual(Object.keys(one.perLabel).sort());
    for (const [label, scores] of Object.entries(one.perLabel))
      expectScores(scoresOf(perLabel.get(label)!), scores);
    expect(entityMicroF1(gold, predicted)).toBeCloseTo(one.micro.f1, 12);
  });

  it("are those computed by hand: 2 right, 1 wrong label, 1 cut short, 1 missed", () => {
    const gold = decode(["B-Age", "B-Date", "I-Date", "O", "B-Location", "B-Age", "B-Last_Name"]);
    const found = decode(["B-Age", "B-Date", "O", "O", "B-Date", "B-Age", "O"]);
    const counts = countEntities(gold, found);
    // 4 predicted, 5 gold, 2 in common.
    expect(totalCounts(counts)).toEqual({
      truePositives: 2,
      falsePositives: 2,
      falseNegatives: 3,
    });
    expect(scoresOf(totalCounts(counts))).toEqual({
      precision: 1 / 2,
      recall: 2 / 5,
      f1: 4 / 9,
      support: 5,
    });
    expect(scoresOf(counts.get("Age")!)).toEqual({ precision: 1, recall: 1, f1: 1, support: 2 });
  });

  it("are 0 where a denominator is 0", () => {
    expect(scoresOf(noMatches)).toEqual({ precision: 0, recall: 0, f1: 0, support: 0 });
    expect(entityMicroF1([], [])).toBe(0);
  });
});

describe("accuracy and macroF1", () => {
  it("agree with hand computation", () => {
    const gold = ["a", "a", "a", "b"];
    const said = ["a", "a", "b", "b"];
    expect(accuracy(gold, said)).toBe(0.75);
    // a: P 1, R 2/3, F 4/5; b: P 1/2, R 1, F 2/3; c in neither: 0.
    expect(macroF1(gold, said, ["a", "b"])).toBeCloseTo((4 / 5 + 2 / 3) / 2, 12);
    expect(macroF1(gold, said, ["a", "b", "c"])).toBeCloseTo((4 / 5 + 2 / 3) / 3, 12);
  });

  it("are 0 for nothing", () => {
    expect(accuracy([], [])).toBe(0);
    expect(macroF1([], [], [])).toBe(0);
  });
});
