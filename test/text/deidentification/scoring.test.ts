import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { InputError } from "../../../lib/errors";
import { mergeFindings, type Finding } from "../../../lib/text/deidentification/finding";
import { createScorer } from "../../../lib/text/deidentification/scoring";
import { readScoringFile } from "../../../lib/text/deidentification/scoringFile";
import type { PhiLabel, PhiSpan } from "../../../lib/text/document";

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
      // One letter of Moe and both digits of the age.
      leakedCharacters: 3 / 13,
    });
    expect(byLabel["Age"]).toMatchObject({
      marked: 1,
      found: 0,
      anyLabelRecall: 0,
      exactPrecision: null,
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
    ['{"text":"hemmelig","spans":[{"start":2,"end":4,"label":"Name"}]}', /label "Name"/],
  ])("refuses %j without its text", (content, message) => {
    const path = write("bad.jsonl", content);
    expect(() => readScoringFile(path)).toThrow(InputError);
    expect(() => readScoringFile(path)).toThrow(message);
    expect(() => readScoringFile(path)).not.toThrow(/hemmelig/);
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
