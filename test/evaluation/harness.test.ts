import { describe, expect, it } from "vitest";
import { chanceModel, choiceChance, entityChance } from "../../lib/evaluation/chance";
import { evaluate } from "../../lib/evaluation/harness";
import type { Predictor } from "../../lib/evaluation/task";
import type { ChoiceExample } from "../../lib/corpus/examples";
import type { EntityExample } from "../../lib/corpus/examples";
import { choiceExample, choiceTask, entityExample, entityTask, loaded } from "./examples";

const circumstances = {
  model: { name: "m", checksum: "c", family: "f", arm: "baseline" },
  scoring: "wordLabels",
  seed: 1,
  scale: "test",
  settings: {},
  commit: "none",
  machine: "none",
} as const;

const documents = [
  entityExample("d1", "Hamzas far er 61", { Hamza: "First_Name", "61": "Age" }),
  entityExample("d2", "Kari er heime", { Kari: "First_Name" }, { writtenStandard: "nn" }),
  entityExample("d3", "Skal ikke sees", {}, { split: "train" }),
];
const runEntities = (predictor: Predictor<"entities">, task = entityTask) =>
  evaluate({ ...circumstances, task, loaded: loaded(documents), predictor });

const questions = [
  choiceExample("q1", 0),
  choiceExample("q2", 1, { stratum: "withheld" }),
  choiceExample("q3", 2, { writtenStandard: "nn", group: "q1" }),
];
const runChoice = (predictor: Predictor<"choice">, task = choiceTask) =>
  evaluate({ ...circumstances, task, loaded: loaded(questions), predictor });

describe("evaluate, entities", () => {
  it("shows a predictor only the split asked for, and scores on word boundaries", async () => {
    let seen: readonly EntityExample[] = [];
    const result = await runEntities(async (examples) => {
      seen = examples;
      return examples.map((example) => example.spans);
    });
    expect(seen.map((example) => example.id)).toEqual(["d1", "d2"]);
    expect(result.metrics).toEqual({
      entityMicroF1: 1,
      entityMicroPrecision: 1,
      entityMicroRecall: 1,
    });
    expect(result.n).toBe(2);
    expect(result.predictions![0]).toMatchObject({
      id: "d1",
      gold: [
        { start: 0, end: 6, label: "First_Name" },
        { start: 14, end: 16, label: "Age" },
      ],
    });
  });

  it("counts each document and scores each standard and label", async () => {
    const result = await runEntities(async () => [
      [{ start: 0, end: 6, label: "First_Name" }],
      [{ start: 5, end: 7, label: "Age" }],
    ]);
    expect(result.units.map((unit) => unit.counts)).toEqual([
      [1, 0, 1],
      [0, 1, 1],
    ]);
    expect(result.metrics["entityMicroF1"]).toBeCloseTo(2 / 5, 6);
    expect(result.perStandard).toEqual({
      nb: { score: 0.666667, n: 1 },
      nn: { score: 0, n: 1 },
    });
    expect(result.perClass["First_Name"]).toEqual({
      precision: 1,
      recall: 0.5,
      f1: 0.666667,
      support: 2,
    });
    expect(result.perClass["Age"]).toMatchObject({ f1: 0, support: 1 });
  });

  it("keeps no id of data that may not be shared", async () => {
    const result = await runEntities(async (all) => all.map(() => []), {
      ...entityTask,
      shareable: false,
    });
    expect(result.predictions).toBeNull();
    expect(result.units.map((unit) => unit.group)).toEqual(["1", "2"]);
    expect(JSON.stringify(result)).not.toMatch(/d1|Hamza|Kari/);
  });

  it("never writes text, whatever the data", async () => {
    const result = await runEntities(async (all) => all.map((example) => example.spans));
    expect(JSON.stringify(result)).not.toMatch(/Hamza|Kari|heime/);
  });

  it("says when the files are not the published ones", async () => {
    const result = await runEntities(async (all) => all.map(() => []), {
      ...entityTask,
      dataHashes: { file: "another" },
    });
    expect(result.source).toBe("generated text (files differ from those published)");
  });

  it("refuses a predictor that leaves documents out", async () => {
    await expect(runEntities(async () => [])).rejects.toThrow("0 answers to 2 examples");
  });
});

describe("evaluate, choice", () => {
  it("counts each question and scores each stratum, standard and position", async () => {
    const result = await runChoice(async () => [0, 0, 2]);
    expect(result.metrics).toEqual({ accuracy: 0.666667 });
    expect(result.perStratum).toEqual({
      exposed: { score: 1, n: 2 },
      withheld: { score: 0, n: 1 },
    });
    expect(result.perStandard["nn"]).toEqual({ score: 1, n: 1 });
    expect(result.perClass["1"]).toMatchObject({ precision: 0.5, recall: 1, support: 1 });
    expect(result.units.map(({ group, counts }) => [group, ...counts])).toEqual([
      ["q1", 1, 1],
      ["q2", 0, 1],
      ["q1", 1, 1],
    ]);
    expect(result.predictions).toEqual([
      { id: "q1", gold: 0, predicted: 0 },
      { id: "q2", gold: 1, predicted: 0 },
      { id: "q3", gold: 2, predicted: 2 },
    ]);
  });

  it("refuses an option that is not there", async () => {
    await expect(runChoice(async () => [0, 4, 0])).rejects.toThrow("option 4 of 4");
  });
});

describe("chance baselines of entities", () => {
  const train = [
    entityExample("t1", "Kari er 30", { Kari: "First_Name", "30": "Age" }),
    entityExample("t2", "Kari ser 30 og 30", { Kari: "First_Name" }),
  ];

  it("look words up by their most frequent label, and know no other word", async () => {
    const { majority } = entityChance(train, 1);
    const found = await majority([entityExample("x", "Kari og Ola er 30", {})]);
    // 30 was O twice and an age once.
    expect(found).toEqual([[{ start: 0, end: 4, label: "First_Name" }]]);
  });

  it("draw labels by their frequencies, the same for the same seed", async () => {
    const long = entityExample("x", "ord ".repeat(4000), {});
    const [first, again, other] = await Promise.all(
      [1, 1, 2].map((seed) => entityChance(train, seed).random([long])),
    );
    expect(first).toEqual(again);
    expect(first).not.toEqual(other);
    const ages = first![0]!.filter((span) => span.label === "Age").length;
    // One of eight training words is an age.
    expect(ages / 4000).toBeGreaterThan(0.1);
    expect(ages / 4000).toBeLessThan(0.15);
  });
});

describe("chance baselines of choices", () => {
  const many = (answer: (i: number) => number): ChoiceExample[] =>
    Array.from({ length: 800 }, (_, i) => choiceExample(`q${i}`, answer(i)));

  it("choose the most frequent position, the longest option, or any", async () => {
    const chance = choiceChance(
      many((i) => (i % 3 ? 3 : 0)),
      1,
    );
    const test = many((i) => i % 4);
    const scores = await Promise.all(
      Object.values(chance).map(async (predictor) => {
        const result = await evaluate({
          ...circumstances,
          scoring: "chance",
          model: chanceModel("x"),
          task: choiceTask,
          loaded: loaded(test),
          predictor,
        });
        return result.metrics["accuracy"]!;
      }),
    );
    expect(await chance.majority(test.slice(0, 2))).toEqual([3, 3]);
    expect(await chance.longestOption(test.slice(0, 1))).toEqual([2]);
    // Chance is 0.25; three standard errors of 800 draws are 0.046.
    for (const score of scores) expect(Math.abs(score - 0.25)).toBeLessThan(0.046);
    expect(new Set(await chance.random(test))).toEqual(new Set([0, 1, 2, 3]));
  });
});
