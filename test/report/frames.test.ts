import { describe, expect, it } from "vitest";
import { compareResults } from "../../lib/report/comparison";
import {
  crossTable,
  cumulativeShare,
  differenceRows,
  labelRows,
  scoreRows,
  seedRows,
  settingRows,
  stretchMeans,
} from "../../lib/report/frames";
import { inWords } from "../../lib/report/readableNames";
import { differenceFigure, exposureFigure, scoreFigure } from "../../lib/report/figures";
import { chance, learnt, made } from "./madeResults";

const sections = compareResults(learnt);

describe("rows of results", () => {
  it("scores are percentages by model, with chance baselines by their names", () => {
    const rows = scoreRows(sections);
    expect(rows.map(({ model }) => model)).toEqual(["chance: majority", "baseline", "clinical"]);
    const { overall, exposed, withheld } = rows[2]! as Record<string, number>;
    expect(overall).toBeCloseTo((exposed! + withheld!) / 2, 0);
    expect(exposed).toBeGreaterThan(75);
  });

  it("differences say whether their interval excludes 0", () => {
    const rows = differenceRows(sections);
    const row = (part: string) => rows.find((one) => one["part"] === part)!;
    expect(row("exposed")["excludes 0"]).toBe("yes");
    expect(row("withheld")["excludes 0"]).toBe("no");
    expect(row("withheld")["low"]).toBeLessThan(0);
  });

  it("seeds are columns in order, and a model asked in two ways has two rows", () => {
    const metrics = { accuracy: 0.5 };
    const rows = seedRows(
      [
        made("clinical", 2, chance, { metrics: { accuracy: 0.25 } }),
        made("clinical", 1, chance, { metrics }),
        made("clinical", 1, chance, { metrics, scoring: "pair" }),
        made("clinical", 1, chance, { metrics, task: "other" }),
      ],
      "facts",
    );
    expect(rows).toEqual([
      { scoring: "cloze", model: "clinical", "seed 1": 50, "seed 2": 25 },
      { scoring: "pair", model: "clinical", "seed 1": 50 },
    ]);
  });

  it("labels have the mean over seeds, and the seeds as the interval", () => {
    const age = (f1: number) => ({ Age: { precision: 1, recall: 1, f1, support: 7 } });
    const rows = labelRows(
      [0.5, 0.75].map((f1, seed) => made("baseline", seed, chance, { perClass: age(f1) })),
      "facts",
    );
    expect(rows).toEqual([
      { label: "Age", model: "baseline", score: { value: 0.625, interval: [0.5, 0.75] }, n: 7 },
    ]);
  });
});

describe("figures of results", () => {
  const names = (figure: ReturnType<typeof differenceFigure>) =>
    figure!.data.map(({ name }) => name);

  it("one by written standard, one by exposure, one with chance and both models", () => {
    expect(names(differenceFigure("quick", sections))).toEqual(["bokmål", "nynorsk"]);
    expect(names(exposureFigure("quick", sections))).toEqual([
      "facts in the text",
      "facts withheld",
    ]);
    const bars = scoreFigure("quick", sections).data.filter(({ type }) => type === "bar");
    expect(bars.map(({ name }) => name)).toEqual(["best by chance", "baseline", "clinical"]);
  });

  it("there is none by exposure where nothing is withheld", () => {
    const all = learnt.map(({ result }) =>
      made(result.arm, result.seed, chance, {
        units: result.units.map((unit) => ({ ...unit, stratum: "all" })),
      }),
    );
    expect(exposureFigure("quick", compareResults(all))).toBeUndefined();
  });
});

describe("labels in words", () => {
  it.each([
    ["polikliniskNotat", "poliklinisk notat"],
    ["Social_Security_Number", "Social Security Number"],
    ["AMK", "AMK"],
    ["årsØkt", "års økt"],
  ])("%s is %s", (label, words) => expect(inWords(label)).toBe(words));
});

describe("series", () => {
  const frame = {
    columns: ["type", "standard", "words"],
    values: [
      ["notat", "nb", 3],
      ["notat", "nn", 4],
      ["epikrise", "nn", 5],
    ],
  };

  it("a cross table has one value a row name, null where the two do not meet", () => {
    const table = crossTable(frame, { row: "type", column: "standard", value: "words" });
    expect(table.categories).toEqual(["notat", "epikrise"]);
    expect(table.values("nb")).toEqual([{ value: 3 }, null]);
    expect(table.values("nn")).toEqual([{ value: 4 }, { value: 5 }]);
  });

  it("takes plain rows and measures too, and names a column that is not there", () => {
    const rows = [{ label: "Age", model: "a", score: { value: 1, interval: [0, 2] } }];
    const names = { row: "label", column: "model", value: "score" };
    expect(crossTable(rows, names).values("a")).toEqual([rows[0]!.score]);
    expect(() => crossTable(rows, { ...names, value: "f1" })).toThrow(/no column f1; there are/);
  });

  it("cumulative shares rise from the share at 0 to 1", () => {
    const { x, y } = cumulativeShare([3, 1, 2, 2], 4);
    expect(x).toEqual([0, 1, 2, 3, 4]);
    expect(y).toEqual([0, 0.25, 0.75, 1, 1]);
  });

  it("means of stretches; the last may be shorter", () => {
    expect(stretchMeans([1, 3, 5, 7, 10], 2)).toEqual([2, 6, 10]);
  });

  it("nested settings become dotted names", () => {
    expect(settingRows({ steps: 10, optimizer: { epsilon: 1e-12 } })).toEqual([
      { setting: "steps", value: "10" },
      { setting: "optimizer.epsilon", value: "1e-12" },
    ]);
  });
});
