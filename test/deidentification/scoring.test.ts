import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { InputError } from "../../lib/errors";
import { random } from "../../lib/random";
import { mergeFindings, type Finding } from "../../lib/deidentification/finding";
import { createScorer, type FoundSpan } from "../../lib/deidentification/scoring";
import { readScoringFile } from "../../lib/deidentification/scoringFile";
import type { PhiLabel, PhiSpan } from "../../lib/corpus/document";

const root = mkdtempSync(join(tmpdir(), "scoring-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const span = (start: number, end: number, label: PhiLabel): PhiSpan => ({ start, end, label });

describe("createScorer", () => {
  //            0123456789012345678901234567
  const text = "Kari Moe, 84 år, Voss, 5003.";

  it("counts by hand", () => {
    const scorer = createScorer("own");
    scorer.add(
      {
        text,
        spans: [
          span(0, 4, "First_Name"),
          span(5, 8, "Last_Name"),
          span(10, 12, "Age"),
          span(17, 21, "Location"),
        ],
        writtenStandard: "nn",
      },
      [
        span(0, 4, "First_Name"),
        span(5, 7, "First_Name"),
        span(17, 21, "Health_Care_Unit"),
        span(23, 27, "Postcode"),
      ],
    );
    const { overall, byLabel, byStandard, overRedacted, texts } = scorer.report();
    expect(texts).toBe(1);
    expect(overall).toMatchObject({
      marked: 4,
      found: 4,
      exactRecall: 1 / 4,
      exactPrecision: 1 / 4,
      overlapRecall: 1 / 4,
      overlapPrecision: 1 / 4,
      anyLabelRecall: 3 / 4,
      anyLabelPrecision: 3 / 4,
      relaxedRecall: 1 / 4,
      relaxedPrecision: 1 / 4,
      exactF1: 1 / 4,
      anyLabelF1: 3 / 4,
      // The age; Moe as well is not covered to its end.
      untouched: 1,
      notCovered: 2,
      // One letter of Moe and both digits of the age.
      leakedCharacters: 3 / 13,
    });
    expect(byLabel["Age"]).toMatchObject({
      marked: 1,
      found: 0,
      anyLabelRecall: 0,
      exactPrecision: null,
      exactF1: null,
    });
    expect(byStandard["nn"]).toEqual(overall);
    // "år" and the postcode lie outside marked spans.
    expect(overRedacted).toBe(4 / 6);
  });

  it("reads further labels as Nor-DeID's where asked to", () => {
    for (const [labels, recall] of [
      ["norDeid", 1],
      ["own", 0],
    ] as const) {
      const scorer = createScorer(labels);
      scorer.add({ text, spans: [span(17, 21, "Location")] }, [span(17, 21, "Street_Address")]);
      expect(scorer.report().overall.exactRecall).toBe(recall);
    }
  });
});

describe("measures", () => {
  const text = "x".repeat(60);
  const scoreOf = (marked: readonly PhiSpan[], found: readonly FoundSpan[]) => {
    const scorer = createScorer("own");
    scorer.add({ text, spans: marked }, found);
    return scorer.report().overall;
  };

  it("agree with nervaluate on its six marked and six found spans: strict .33, type .5", () => {
    const { exactF1, overlapF1, anyLabelF1 } = scoreOf(
      [
        span(0, 4, "Location"),
        span(6, 10, "Location"),
        span(12, 16, "Last_Name"),
        span(18, 22, "Last_Name"),
        span(26, 30, "Date"),
        span(40, 44, "Age"),
      ],
      [
        span(0, 4, "Location"),
        span(6, 10, "Location"),
        span(12, 16, "First_Name"),
        span(17, 22, "Last_Name"),
        span(26, 34, "Age"),
        span(50, 54, "Age"),
      ],
    );
    expect([exactF1, overlapF1, anyLabelF1]).toEqual([2 / 6, 3 / 6, 5 / 6]);
  });

  it.each([
    [span(10, 16, "Age"), 1],
    [span(10, 12, "Age"), 1],
    [span(10, 17, "Age"), 0],
    [span(10, 11, "Age"), 0],
    [span(9, 14, "Age"), 0],
    [span(10, 14, "Date"), 0],
  ])("relax the end by two and nothing else: %j", (found, share) => {
    const score = scoreOf([span(10, 14, "Age")], [found]);
    expect([score.relaxedRecall, score.relaxedPrecision]).toEqual([share, share]);
  });

  it("count a span found twice once, and pair as many as can be", () => {
    const twice = scoreOf([span(0, 4, "Age")], [span(0, 4, "Age"), span(0, 5, "Age")]);
    expect(twice).toMatchObject({
      exactPrecision: 1 / 2,
      relaxedPrecision: 1 / 2,
      relaxedRecall: 1,
      // Both touch what is marked.
      overlapPrecision: 1,
    });
    const chain = scoreOf(
      [span(0, 12, "Age"), span(0, 10, "Age")],
      [span(0, 12, "Age"), span(0, 14, "Age")],
    );
    expect(chain).toMatchObject({ relaxedRecall: 1, relaxedPrecision: 1, exactRecall: 1 / 2 });
  });

  it("find overlaps as a search through all pairs does, also among spans over each other", () => {
    const labels = ["Age", "Date", "Location"] as const;
    const draw = random(1, "test scoring");
    const some = (): PhiSpan[] =>
      Array.from({ length: draw.integer(9) }, () => {
        const start = draw.integer(50);
        return span(start, start + 1 + draw.integer(9), draw.pick(labels));
      });
    for (let i = 0; i < 300; i++) {
      const [marked, found] = [some(), some()];
      const score = scoreOf(marked, found);
      const touch = (a: PhiSpan, b: PhiSpan): boolean => a.start < b.end && b.start < a.end;
      const shareOf = (spans: PhiSpan[], others: PhiSpan[], sameLabel: boolean): number | null =>
        spans.length === 0
          ? null
          : spans.filter((a) =>
              others.some((b) => touch(a, b) && (!sameLabel || a.label === b.label)),
            ).length / spans.length;
      expect(score).toMatchObject({
        anyLabelRecall: shareOf(marked, found, false),
        anyLabelPrecision: shareOf(found, marked, false),
        overlapRecall: shareOf(marked, found, true),
        overlapPrecision: shareOf(found, marked, true),
        notCovered: marked.filter(({ start, end }) =>
          Array.from({ length: end - start }, (_, at) => start + at).some(
            (at) => !found.some((b) => b.start <= at && at < b.end),
          ),
        ).length,
      });
    }
  });

  it("takes a note of many spans in a moment", { timeout: 5000 }, () => {
    const many = Array.from({ length: 60_000 }, (_, i) => span(i * 5, i * 5 + 4, "Age"));
    const scorer = createScorer("own");
    scorer.add({ text: "abcd ".repeat(60_000), spans: many }, many);
    expect(scorer.report().overall.exactRecall).toBe(1);
  });
});

describe("the report over texts", () => {
  const age = (start: number): PhiSpan => span(start, start + 2, "Age");
  const text = "10 20 30 40 år";
  const ofModel = (found: PhiSpan): FoundSpan => ({
    ...found,
    source: "model",
    sources: ["model"],
    why: "the model",
  });
  const ofRule = (found: PhiSpan, sources: FoundSpan["sources"] = ["form"]): FoundSpan => ({
    ...found,
    source: "form",
    sources,
    why: "a number",
  });
  const scorer = createScorer("own");
  // Nothing missed; two of three missed and one found in vain; only in vain; nothing at all.
  scorer.add({ text, spans: [age(0)], writtenStandard: "nb" }, [ofRule(age(0))]);
  scorer.add({ text, spans: [age(0), age(3), age(6)], writtenStandard: "nn" }, [
    ofRule(age(0), ["form", "model"]),
    ofModel(age(9)),
  ]);
  scorer.add({ text, spans: [], writtenStandard: "either" }, [ofRule(age(9))]);
  scorer.add({ text, spans: [] }, []);
  const report = scorer.report();

  it("sums for micro averages and takes means over texts for macro ones", () => {
    expect(report.overall).toMatchObject({ exactRecall: 2 / 4, exactPrecision: 2 / 4 });
    // Recall 1 and 1/3 where there is something to find; precision 1, 1/2 and 0 where something was.
    const { exactRecall, exactPrecision, exactF1 } = report.macroOverDocuments;
    expect(exactRecall).toBeCloseTo(2 / 3, 12);
    expect(exactPrecision).toBeCloseTo(1 / 2, 12);
    expect(exactF1).toBeCloseTo(4 / 7, 12);
    expect(report.macroByStandard["nn"]!.exactRecall).toBeCloseTo(1 / 3, 12);
    expect(report.macroByStandard["either"]).toMatchObject({ exactRecall: null, exactF1: null });
  });

  it("counts leaks for 100 notes, and notes without", () => {
    expect(report.leaks.untouched).toEqual({ spans: 2, per100Notes: 50, notesWithNone: 3 / 4 });
    expect(report.leaksByStandard["nn"]!.untouched).toEqual({
      spans: 2,
      per100Notes: 200,
      notesWithNone: 0,
    });
    expect(report.leaksByStandard["nb"]!.notCovered.notesWithNone).toBe(1);
    // Nothing was marked there that could leak.
    expect(report.leaksByStandard["either"]!.untouched.notesWithNone).toBeNull();
    expect(scorer.perText()[1]).toEqual({ marked: 3, anyLabel: 1, exact: 1, untouched: 2 });
  });

  it("tells half a name from a whole one", () => {
    const half = createScorer("own");
    half.add({ text: "Kari Moe", spans: [span(0, 8, "Last_Name")] }, [span(5, 8, "Last_Name")]);
    half.add({ text: "Kari-Moe", spans: [span(0, 8, "Last_Name")] }, [
      span(0, 4, "First_Name"),
      span(5, 8, "Last_Name"),
    ]);
    // A hyphen between two pieces tells nobody who it is.
    expect(half.report().leaks).toEqual({
      untouched: { spans: 0, per100Notes: 0, notesWithNone: 1 },
      notCovered: { spans: 1, per100Notes: 50, notesWithNone: 1 / 2 },
    });
  });

  it("counts a span of signs as left when nothing touches it, though it has no letters", () => {
    const signs = createScorer("own");
    signs.add({ text: "(–)", spans: [span(0, 3, "Age")] }, []);
    expect(signs.report().overall).toMatchObject({
      untouched: 1,
      notCovered: 1,
      leakedCharacters: null,
    });
  });

  it("counts what is replaced in vain for 1,000 words outside marked spans, by rule", () => {
    // 5 words a text, less 1 and 3 that are marked.
    expect(report.falseReplacements).toEqual({
      words: 16,
      spans: 2,
      per1000Words: 125,
      byLabel: { Age: { spans: 2, per1000Words: 125 } },
      bySource: {
        form: { spans: 1, per1000Words: 62.5 },
        model: { spans: 1, per1000Words: 62.5 },
      },
      byStandard: {
        nb: { words: 4, spans: 0, per1000Words: 0 },
        nn: { words: 2, spans: 1, per1000Words: 500 },
        either: { words: 5, spans: 1, per1000Words: 200 },
      },
      byRule: [
        { label: "Age", source: "form", why: "a number", spans: 1, per1000Words: 62.5 },
        { label: "Age", source: "model", why: "the model", spans: 1, per1000Words: 62.5 },
      ],
    });
  });

  it("tells what rules, model and both found", () => {
    expect(report.foundBy).toEqual({
      rulesAlone: { found: 2, touchingMarked: 1, markedTouched: 1 },
      modelAlone: { found: 1, touchingMarked: 0, markedTouched: 0 },
      both: { found: 1, touchingMarked: 1, markedTouched: 1 },
    });
  });

  it("has no shares where there is nothing to share", () => {
    const { overall, leaks, falseReplacements } = createScorer("own").report();
    expect(overall).toMatchObject({ marked: 0, anyLabelRecall: null, anyLabelF1: null });
    expect(leaks.untouched).toEqual({ spans: 0, per100Notes: null, notesWithNone: null });
    expect(falseReplacements.per1000Words).toBeNull();
  });
});

describe("readScoringFile", () => {
  const write = (name: string, content: string): string => {
    writeFileSync(join(root, name), content);
    return join(root, name);
  };

  it("reads JSON lines and Nor-DeID's JSON", () => {
    const lines = write(
      "a.jsonl",
      '{"text":"Åse er her","spans":[{"start":0,"end":3,"label":"First_Name"}],"writtenStandard":"nn"}\n\n',
    );
    expect(readScoringFile(lines)).toEqual({
      examples: [{ text: "Åse er her", spans: [span(0, 3, "First_Name")], writtenStandard: "nn" }],
      labels: "own",
      skipped: {},
    });
    const notes = {
      parameters: [],
      cleaned_results: ["<First_Name>Åse</First_Name> er her", "<Age>3"],
    };
    expect(readScoringFile(write("b.json", JSON.stringify(notes)))).toMatchObject({
      examples: [{ text: "Åse er her", spans: [span(0, 3, "First_Name")] }],
      labels: "norDeid",
      skipped: { "unbalanced tags": 1 },
    });
  });

  it.each([
    ["", /no text/],
    ['{"text":"hemmelig"', /line 1: broken JSON/],
    ['{"text":"hemmelig"}', /line 1: no "text" or no list "spans"/],
    ['{"text":"hemmelig","spans":[{"start":2,"end":9,"label":"Age"}]}', /span 0: start 2, end 9/],
    [
      '{"text":"hemmelig","spans":[{"start":2,"end":4,"label":"hemmelig"}]}',
      /span 0: an unknown label.*First_Name/,
    ],
    ['{"text":"hemmelig","spans":[{"start":"hemmelig","end":4,"label":"Age"}]}', /is no number/],
    ['{"text":"hemmelig","spans":[null]}', /start is no number/],
    [
      '{"text":"hemmelig","spans":[],"writtenStandard":"hemmelig"}',
      /line 1: an unknown writtenStandard.*nb, nn, either/,
    ],
    ["null", /line 1: no "text"/],
  ])("refuses %j without its text", (content, message) => {
    const path = write("bad.jsonl", content);
    expect(() => readScoringFile(path)).toThrow(InputError);
    expect(() => readScoringFile(path)).toThrow(message);
    expect(() => readScoringFile(path)).not.toThrow(/hemmelig/);
  });

  it("does not repeat a number that may be a telephone or identity number", () => {
    const path = write(
      "number.jsonl",
      '{"text":"hei","spans":[{"start":22334455,"end":1019012345,"label":"Age"}]}',
    );
    expect(() => readScoringFile(path)).toThrow(/start too large, end too large/);
    expect(() => readScoringFile(path)).not.toThrow(/22334455|1019012345/);
  });

  it("reads other encodings by their mark and refuses bytes that are none, as all users' text", () => {
    const line = '{"text":"Åse","spans":[{"start":0,"end":3,"label":"First_Name"}]}';
    const path = join(root, "utf16.jsonl");
    writeFileSync(path, Buffer.from(`\ufeff${line}\r\n`, "utf16le"));
    expect(readScoringFile(path).examples).toEqual([
      { text: "Åse", spans: [span(0, 3, "First_Name")] },
    ]);
    writeFileSync(path, Buffer.from(line, "latin1"));
    expect(() => readScoringFile(path)).toThrow(InputError);
    expect(() => readScoringFile(path)).not.toThrow(/se"/);
  });

  it("refuses a file that is not there", () => {
    expect(() => readScoringFile(join(root, "none"))).toThrow(/no such file/);
  });
});

describe("mergeFindings", () => {
  const finding = (
    start: number,
    end: number,
    label: PhiLabel,
    source: Finding["source"],
    confidence = 1,
  ): Finding => ({
    ...span(start, end, label),
    source,
    confidence,
    why: "test",
  });

  it("keeps the more trusted source, and what another found beyond it", () => {
    const merged = mergeFindings("Kari Moe, Voss", [
      finding(0, 8, "First_Name", "model"),
      finding(0, 4, "First_Name", "list"),
      finding(10, 14, "Location", "list", 0.5),
    ]);
    expect(merged).toMatchObject([
      { start: 0, end: 4, label: "First_Name", sources: ["list", "model"], doubts: [] },
      { start: 5, end: 8, label: "First_Name", sources: ["model"] },
      { start: 10, end: 14, doubts: ["low confidence"] },
    ]);
    expect(merged[1]!.doubts).toContain("found by the model alone");
  });

  it("never overlaps and covers all that was found, whatever the findings", () => {
    const text = "abcdefghij klmno pqrst".repeat(3);
    for (let i = 0; i < 100; i++) {
      const findings = Array.from({ length: 8 }, (_, j) => {
        const start = (i * 7 + j * 11) % 50;
        return finding(
          start,
          start + 1 + ((i + j * 3) % 12),
          j % 2 ? "Age" : "Date",
          j % 3 ? "list" : "form",
        );
      });
      const merged = mergeFindings(text, findings);
      merged.forEach((each, j) =>
        expect(each.start).toBeGreaterThanOrEqual(merged[j - 1]?.end ?? 0),
      );
      for (const each of findings)
        for (let at = each.start; at < each.end; at++)
          if (text[at] !== " ")
            expect(merged.some(({ start, end }) => start <= at && at < end)).toBe(true);
    }
  });
});
