import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { driftRows } from "../../lib/report/driftTable";
import {
  pairSeeds,
  probeGap,
  rateInWords,
  writePretraining,
  type PretrainedModel,
  type PretrainingArm,
  type PretrainingRecord,
} from "../../lib/evaluation/pretrainingRecord";
import { changeFigure, curveFigure, factFigure } from "../../lib/report/pretrainingFigures";
import {
  pretrainingMarkdown,
  pretrainingRows,
  writePretrainingTables,
} from "../../lib/report/pretrainingTable";

const root = mkdtempSync(join(tmpdir(), "pretraining-table-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** A model whose held-out text has these bits, nynorsk 0.1 more than bokmål, general text 1 more. */
function model(arm: PretrainingArm, seed: number, bits: number): PretrainedModel {
  const scores = (nb: number) => ({ bitsPerByte: { nb, nn: nb + 0.1 }, byDocumentType: {} });
  return {
    ...{ recipe: "bertNspSmall", variant: "", seed, arm, steps: 10, tokens: 2e6, seconds: 5 },
    ...{
      checksum: "0",
      masking: { unit: "subword", rate: { from: 0.3, to: 0.15, shape: "linear" } },
    },
    heldOut: { clinical: scores(bits), general: scores(bits + 1) },
    curve: [{ step: 5, bitsPerByte: { nb: bits + 0.5, nn: bits } }],
    probes: (["both", "nb", "withheld"] as const).map((exposure, i) => ({
      ...{ writtenStandard: "nb", exposure, isTold: exposure !== "withheld" },
      ...{ probes: 1 + i, gap: arm === "clinical" ? i : 0, reciprocalRank: 0.2 },
    })),
    ...(arm !== "start" && {
      drift: {
        tokens: 3,
        clinical: { embeddingCosine: bits / 10, contextualCosine: 0.5, neighbourOverlap: 0.4 },
        general: { embeddingCosine: 0.9, contextualCosine: 0.6, neighbourOverlap: 0.5 },
      },
    }),
  };
}

const record: PretrainingRecord = {
  ...{ name: "made", isSynthetic: true, sweep: {}, commit: "abc", machine: "one" },
  hashes: { clinical: "1", general: "2", tokenizer: "3" },
  models: [1, 2, 3].flatMap((seed) => [
    model("start", seed, 3 + seed / 100),
    model("clinical", seed, 2 + seed / 50),
    model("control", seed, 2.9),
  ]),
};

describe("the table of a sweep", () => {
  it("pairs seeds, in both standards and kinds of text", () => {
    const [row, nynorsk] = pretrainingRows(record);
    expect([row!.measure, row!.writtenStandard]).toEqual(["clinical text", "nb"]);
    expect(nynorsk!.writtenStandard).toBe("nn");
    expect(row!.arms.start!.mean).toBeCloseTo(3.02, 12);
    expect(row!.arms.clinical!.sd).toBeCloseTo(0.02, 12);
    // Differences −0.99, −0.98, −0.97: mean −0.98, half width 4.3027 · 0.01 / √3.
    expect(row!.minusStart.difference).toBeCloseTo(-0.98, 12);
    expect(row!.minusStart.high).toBeCloseTo(-0.98 + 0.024842, 5);
    expect(row!.minusControl.difference).toBeCloseTo(-0.86, 12);
  });

  it("says that text is synthetic, and whose idea a falling rate is", () => {
    const markdown = pretrainingMarkdown(record).join("\n");
    expect(markdown).toContain("All text is synthetic");
    expect(markdown).toContain("| clinical | subword | 30 → 15 %, linear | 3 | 10 | 2.00 | 5 |");
    expect(markdown).toContain("this project's reading");
    expect(markdown).toContain("−0.980 [−1.005, −0.955] *");
  });

  it("leaves out what was not measured: a seed without its pair, a missing arm, probes", () => {
    const models = record.models.filter(({ arm, seed }) => arm !== "control" && seed !== 2);
    const bare = models.map((one): PretrainedModel => {
      const { heldOut, curve, ...rest } = one;
      const { recipe, variant, seed, arm, steps, tokens, seconds, checksum } = rest;
      return { recipe, variant, seed, arm, steps, tokens, seconds, checksum, heldOut, curve };
    });
    const few = { ...record, models: [...bare, model("clinical", 7, 1)] };
    const [row] = pretrainingRows(few);
    expect([row!.minusStart.seeds, row!.minusControl.seeds]).toEqual([2, 0]);
    expect(pairSeeds([], few.models, () => 1)).toEqual([]);
    expect(pretrainingMarkdown({ ...record, models: bare }).join("\n")).not.toContain("nats");
    expect(factFigure({ ...record, models: bare })).toBeUndefined();
  });

  it("is written as Markdown and CSV, the same each time", () => {
    writePretraining(root, record);
    const paths = writePretrainingTables(root);
    const read = () => paths.map((path) => readFileSync(join(root, path), "utf8"));
    const first = read();
    writePretrainingTables(root);
    expect(read()).toEqual(first);
    expect(first[1]).toContain("made,bertNspSmall,,clinical text,nb,clinical − start,3,-0.98,,");
    expect(
      first[1]!
        .trim()
        .split("\n")
        .map((line) => line.split(",").length),
    ).toEqual(
      first[1]!
        .trim()
        .split("\n")
        .map(() => 11),
    );
  });
});

it("probes are weighted by their number, and told only where the standard was", () => {
  const clinical = model("clinical", 1, 2);
  expect(probeGap(clinical, "nb", "told")).toBeCloseTo((0 * 1 + 1 * 2) / 3, 12);
  expect(probeGap(clinical, "nb", "withheld")).toBe(2);
  expect(probeGap(clinical, "nn", "told")).toBeUndefined();
});

it("drift is the mean over seeds of each arm", () => {
  const [clinical, control] = driftRows(record);
  expect([clinical!.arm, control!.arm, clinical!.tokens]).toEqual(["clinical", "control", 3]);
  expect(clinical!.measures.embeddingCosine[0].mean).toBeCloseTo(0.204, 12);
  expect(control!.measures.neighbourOverlap[1]).toEqual({ mean: 0.5, sd: 0 });
});

it("figures hold the differences, with their intervals, and a curve from the start on", () => {
  const { data } = changeFigure(record, "clinical");
  const [clinical] = data as unknown as { name: string; x: number[] }[];
  expect(clinical!.name).toBe("on clinical text");
  expect(clinical!.x[0]).toBeCloseTo(-0.98, 12);
  const [curve] = curveFigure(record, "nb")!.data as unknown as {
    x: number[];
    y: number[];
  }[];
  expect(curve!.x).toEqual([0, 1]);
  expect(curve!.y[0]).toBeCloseTo(3.02, 12);
  expect(curve!.y[1]).toBeCloseTo(2.54, 12);
});

it.each([
  [0.15, "15 %, constant"],
  [{ from: 0.3, to: 0.125, shape: "cosine" } as const, "30 → 12.5 %, cosine"],
])("a rate in words", (rate, words) => {
  expect(rateInWords(rate)).toBe(words);
});
