import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { writeResult } from "../../lib/evaluation/result";
import { compareResults } from "../../lib/report/comparison";
import { buildTables, claims, writeTables } from "../../lib/report/table";
import { chance, learnt, made, nothing, seeds } from "./madeResults";

describe("compareResults", () => {
  it("gives means over seeds, and paired differences for every part of the test set", () => {
    const [section] = compareResults(learnt);
    expect(section!.scores.map((row) => row.arm)).toEqual(["chance", "baseline", "clinical"]);
    expect(section!.columns).toEqual([
      "overall",
      "nb",
      "nn",
      "exposed",
      "withheld",
      "exposed − withheld",
    ]);
    const clinical = section!.scores[2]!;
    const perSeed = learnt
      .filter(({ result }) => result.arm === "clinical")
      .map(({ result }) => result.units.filter((u) => u.counts[0] === 1).length / 80);
    const mean = perSeed.reduce((a, b) => a + b) / 3;
    expect(clinical.cells.overall!.mean).toBeCloseTo(mean, 12);
    expect(clinical.cells.overall!.sd).toBeCloseTo(
      Math.sqrt(perSeed.reduce((sum, x) => sum + (x - mean) ** 2, 0) / 2),
      12,
    );
    const [row] = section!.differences;
    const { exposed, withheld, overall } = row!.cells;
    expect(row!.cells["exposed − withheld"]!.difference).toBeCloseTo(
      exposed!.difference - withheld!.difference,
      12,
    );
    expect(exposed!.interval.low).toBeGreaterThan(0.4);
    expect(withheld!.interval.low).toBeLessThan(0);
    expect(withheld!.interval.high).toBeGreaterThan(0);
    expect(overall!.interval.low).toBeGreaterThan(0);
    expect(row!.holmP).toBeLessThan(0.05);
  });

  it("compares each of several clinical models of a family, under its own name", () => {
    const second = learnt
      .filter(({ result }) => result.arm === "clinical")
      .map(({ result }) =>
        made("clinical", result.seed, chance, { model: "small-nynorsk", modelChecksum: "e" }),
      );
    const sections = compareResults([...learnt, ...second]);
    expect(sections[0]!.differences.map(({ model }) => model)).toEqual([
      "small-clinical",
      "small-nynorsk",
    ]);
    const { markdown, csv } = buildTables("quick", [...learnt, ...second]);
    for (const text of [
      "| small: small-nynorsk − baseline |",
      "- small, small-clinical: clinical is higher than baseline",
      "- small, small-nynorsk: no difference",
    ])
      expect(markdown).toContain(text);
    expect(csv).toContain("small-nynorsk − baseline");
  });

  it("says which models found nothing to be compared with", () => {
    const alone = made("clinical", 1, chance, { family: "other", model: "other-clinical" });
    const { unpaired } = compareResults([...learnt, alone])[0]!;
    expect(unpaired).toEqual(["other-clinical (clinical): family other has no other model here"]);
    expect(buildTables("quick", [...learnt, alone]).markdown).toContain(
      "- Not compared: other-clinical (clinical)",
    );
    expect(compareResults(learnt)[0]!.unpaired).toEqual([]);
  });

  it("adjusts for as many claims as there are tasks and models", () => {
    const twice = [
      ...learnt,
      ...nothing.map(({ result }) => made(result.arm, result.seed, chance, { task: "other" })),
    ];
    const [facts] = compareResults(twice);
    const row = facts!.differences[0]!;
    expect(row.holmP).toBeCloseTo(2 * row.cells.overall!.p, 12);
  });

  it("compares the clinical model with every control", () => {
    const withControl = [...learnt, ...seeds.map((seed) => made("shuffledControl", seed, chance))];
    const [section] = compareResults(withControl);
    expect(section!.differences.map((row) => row.against)).toEqual(["baseline", "shuffledControl"]);
    expect(section!.differences[1]!.holmP).toBeUndefined();
  });

  it("pairs only seeds that both models have", () => {
    const [section] = compareResults(
      learnt.filter(({ result }) => result.arm !== "baseline" || result.seed !== 2),
    );
    expect(section!.differences[0]!.seeds).toEqual([1, 3]);
  });

  it("refuses models scored on different data, and two models in one place", () => {
    const other = made("baseline", 1, chance, { dataHashes: { world: "another" } });
    expect(() =>
      compareResults([other, ...learnt.filter(({ result }) => result.arm === "clinical")]),
    ).toThrow("scored on different data");
    const double = made("baseline", 1, chance, { model: "small-baseline-2" });
    expect(() => compareResults([...learnt, double])).toThrow("two baseline models");
  });
});

describe("buildTables", () => {
  it("does not depend on the order of the files", () => {
    expect(buildTables("quick", [...learnt].reverse())).toEqual(buildTables("quick", learnt));
  });

  it("calls clinical higher only where the interval excludes 0", () => {
    expect(buildTables("quick", learnt).markdown).toContain("clinical is higher than baseline");
    const { markdown } = buildTables("quick", nothing);
    expect(markdown).toContain("no difference between clinical and baseline is shown");
    expect(markdown).not.toMatch(/higher|lower|better/);
  });

  it("says where the text is from, what was read, the settings, and what one seed leaves out", () => {
    const { markdown } = buildTables("quick", learnt);
    expect(markdown).toContain("Source: generated text.");
    for (const { path } of learnt) expect(markdown).toContain(`- \`${path}\``);
    expect(markdown).toContain("- facts, small-clinical, cloze: steps 10");
    expect(markdown).toContain("synthetic text");
    expect(markdown).toContain("Fewer than five seeds");
    const one = learnt.filter(({ result }) => result.seed === 1);
    expect(buildTables("quick", one).markdown).toContain("One seed only");
  });

  it("says when settings differ between the two", () => {
    const more = learnt.map((stored) =>
      stored.result.arm === "clinical"
        ? { ...stored, result: { ...stored.result, settings: { steps: 20 } } }
        : stored,
    );
    expect(buildTables("quick", more).markdown).toContain("Their settings differ");
    expect(buildTables("quick", learnt).markdown).not.toContain("Their settings differ");
  });

  it("gives the same numbers as CSV", () => {
    const { csv } = buildTables("quick", learnt);
    const [header, ...lines] = csv.trimEnd().split("\n");
    const width = header!.split(",").length;
    expect(lines.every((line) => line.split(",").length === width)).toBe(true);
    const [section] = compareResults(learnt);
    const row = lines.find((line) => line.includes("clinical − baseline,overall,difference"));
    expect(Number(row!.split(",")[10])).toBeCloseTo(
      section!.differences[0]!.cells.overall!.difference,
      6,
    );
  });

  it("shows chance baselines alone where no model was scored", () => {
    const { markdown } = buildTables(
      "quick",
      learnt.filter(({ result }) => result.arm === "chance"),
    );
    expect(markdown).toContain("| chance: majority | 3 | 80 |");
    expect(markdown).not.toContain("clinical −");
  });
});

describe("writeTables", () => {
  it("writes one table for each scale, from the files of that scale", () => {
    const folder = mkdtempSync(join(tmpdir(), "kliniskvest-tables-"));
    try {
      writeResult(folder, learnt[0]!.result);
      writeResult(folder, { ...learnt[1]!.result, scale: "full" });
      expect(writeTables(folder)).toEqual([
        "tables/full.md",
        "tables/full.csv",
        "tables/quick.md",
        "tables/quick.csv",
      ]);
      expect(readFileSync(join(folder, "tables/full.md"), "utf8")).not.toContain("majority");
      expect(existsSync(join(folder, "tables/quick.csv"))).toBe(true);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe("claims", () => {
  it("says one line a task: higher where it is shown, else that nothing is", () => {
    expect(claims(compareResults(learnt))).toMatch(/^- \*\*facts.*: clinical is higher than/);
    expect(claims(compareResults(nothing))).toMatch(/: no difference between .* is shown/);
  });
});
