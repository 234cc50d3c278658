import { beforeAll, describe, expect, it } from "vitest";
import { labelWords, splitWords } from "../../lib/evaluation/entities";
import { findingsFrom, type WordShares } from "../../lib/evaluation/entityInference";
import {
  chooseThreshold,
  thresholdCurve,
  thresholds,
  type ThresholdCurve,
} from "../../lib/evaluation/threshold";
import type { ThresholdPoint } from "../../lib/evaluation/thresholdFile";
import { openGazetteer, type Gazetteer } from "../../lib/deidentification/gazetteer";
import type { ScoredText } from "../../lib/deidentification/scoring";
import type { PhiSpan } from "../../lib/corpus/document";

type Row = readonly [leastShare: number | null, recall: number, precision: number | null];
const curveOf = (rows: readonly Row[], error: number): ThresholdCurve => ({
  points: rows.map(([leastShare, anyLabelRecall, anyLabelPrecision]): ThresholdPoint => ({
    leastShare,
    anyLabelRecall,
    anyLabelPrecision,
    untouched: 0,
    falsePer1000Words: 0,
  })),
  standardErrors: rows.map(() => error),
});

describe("the choice of a threshold", () => {
  const rows: Row[] = [
    [null, 0.95, 0.98],
    [0.1, 0.99, 0.8],
    [0.5, 0.985, 0.9],
    [0.9, 0.97, 0.95],
  ];

  it.each([
    [0, 0.1, false],
    [0.006, 0.5, false],
    [0.021, 0.9, false],
    [0.05, 0.9, true],
  ])(
    "takes the most precise within a standard error of %f of the best recall: %f",
    (error, leastShare, rulesSuffice) => {
      expect(chooseThreshold(curveOf(rows, error))).toEqual({
        leastShare,
        standardError: error,
        rulesSuffice,
      });
    },
  );

  it("asks for the best recall where texts are too few for an error", () => {
    expect(chooseThreshold(curveOf(rows, NaN))).toMatchObject({
      leastShare: 0.1,
      standardError: 0,
    });
  });

  it("prefers, at equal precision, the higher recall and then the lower threshold", () => {
    const equal: Row[] = [
      [0.2, 0.98, 0.9],
      [0.3, 0.99, 0.9],
      [0.4, 0.99, 0.9],
    ];
    expect(chooseThreshold(curveOf(equal, 0.1)).leastShare).toBe(0.3);
  });
});

describe("spans of words by their shares", () => {
  const text = "Kari Moe bur på Voss";
  const words = splitWords(text);
  const shares: WordShares = {
    words,
    labels: ["B-First_Name", "B-Last_Name", "B-Age", "B-Location", "I-Location"],
    shares: Float64Array.from([0.9, 0.4, 0.01, 0.5, 0.8]),
  };

  it("are those with at least the threshold, as sure as their least sure word", () => {
    const found = (least: number) =>
      findingsFrom(shares, least).map(({ start, end, label, confidence, source }) => {
        expect(source).toBe("model");
        return [text.slice(start, end), label, confidence];
      });
    expect(found(0.5)).toEqual([
      ["Kari", "First_Name", 0.9],
      ["på Voss", "Location", 0.5],
    ]);
    expect(found(0.4)).toHaveLength(3);
    expect(found(0.81)).toEqual([["Kari", "First_Name", 0.9]]);
    expect(found(0.95)).toEqual([]);
  });
});

describe("the curve over thresholds", () => {
  let gazetteer: Gazetteer;
  beforeAll(() => {
    gazetteer = openGazetteer();
  });

  // Names that no rule knows; the model is sure of the marked one, less of the drug, least of the verb.
  const sentences = [
    ["Qwoblix fekk Zanprux i dag.", "nn"],
    ["Qwoblix fikk Zanprux i dag.", "nb"],
  ] as const;
  const examples = sentences.map(([text, writtenStandard]): ScoredText => ({
    text,
    spans: [{ start: 0, end: 7, label: "Last_Name" }],
    writtenStandard,
  }));
  const sharesOf = (text: string): WordShares => {
    const words = splitWords(text);
    const spans: PhiSpan[] = words.map(({ start, end }) => ({ start, end, label: "Last_Name" }));
    return {
      words,
      labels: labelWords(words, spans),
      shares: Float64Array.from(words, (_, i) => [0.93, 0.03, 0.6][i] ?? 0),
    };
  };

  it("finds with the model what rules leave, at the threshold where nothing else is found", async () => {
    let runs = 0;
    const curve = await thresholdCurve({
      examples,
      labels: "own",
      gazetteer,
      tagger: {
        shares: (texts) => {
          runs++;
          return Promise.resolve(texts.map(sharesOf));
        },
      },
    });
    expect(runs).toBe(1);
    expect(curve.points.map(({ leastShare }) => leastShare)).toEqual([null, ...thresholds]);
    const at = (leastShare: number | null): ThresholdPoint =>
      curve.points.find((point) => point.leastShare === leastShare)!;
    expect(at(null)).toMatchObject({ anyLabelRecall: 0, untouched: 2, falsePer1000Words: 0 });
    // Three words found, one of them marked; then two; then one; then none.
    expect(at(0.02)).toMatchObject({ anyLabelRecall: 1, anyLabelPrecision: 1 / 3 });
    expect(at(0.6)).toMatchObject({ anyLabelRecall: 1, anyLabelPrecision: 1 / 2 });
    expect(at(0.9)).toMatchObject({ anyLabelRecall: 1, anyLabelPrecision: 1, untouched: 0 });
    expect(at(0.95)).toMatchObject({ anyLabelRecall: 0, anyLabelPrecision: null });
    expect(chooseThreshold(curve)).toMatchObject({ leastShare: 0.7, rulesSuffice: false });
  });
});
