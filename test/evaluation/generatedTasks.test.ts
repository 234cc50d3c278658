import { describe, expect, it } from "vitest";
import { chanceModel, choiceChance, entityChance } from "../../lib/evaluation/chance";
import { countSpansOffWords, splitWords } from "../../lib/evaluation/entities";
import { evaluate } from "../../lib/evaluation/harness";
import { ofSplit } from "../../lib/evaluation/task";
import { splits } from "../../lib/corpus/examples";
import { generatedChoice, generatedEntities } from "../../lib/evaluation/tasks/generated";

const circumstances = {
  model: chanceModel("x"),
  scoring: "chance",
  seed: 1,
  scale: "test",
  settings: {},
  commit: "none",
  machine: "none",
} as const;

describe.each([generatedChoice, generatedEntities])("$name", (task) => {
  it("is the same for the same seed and another for another", async () => {
    const [first, again, other] = await Promise.all([1, 1, 2].map((seed) => task.load({ seed })));
    expect(first!.hashes).toEqual(again!.hashes);
    for (const split of splits) expect(first!.hashes[split]).not.toBe(other!.hashes[split]);
  });

  it("has unique ids and every split in both written standards", async () => {
    const { examples } = await task.load({ seed: 1 });
    expect(new Set(examples.map((e) => e.id)).size).toBe(examples.length);
    for (const split of splits)
      expect(
        new Set(ofSplit<(typeof examples)[number]>(examples, split).map((e) => e.writtenStandard)),
      ).toEqual(new Set(["nb", "nn"]));
  });
});

describe("generatedChoice", () => {
  it("is resampled by condition, and holds exposed and withheld facts in every split", async () => {
    const { examples } = await generatedChoice.load({ seed: 1 });
    expect(new Set(examples.map((e) => e.group)).size).toBe(60);
    for (const split of splits)
      expect(new Set(ofSplit(examples, split).map((e) => e.stratum))).toEqual(
        new Set(["both", "nb", "nn", "withheld"]),
      );
    for (const e of examples) {
      expect(e.cloze.split("{answer}")).toHaveLength(2);
      expect(new Set(e.options).size).toBe(4);
    }
  });

  it("cannot be solved without a model", async () => {
    const scores = new Map<string, number[]>();
    for (const seed of [1, 2, 3]) {
      const loaded = await generatedChoice.load({ seed });
      const chance = choiceChance(ofSplit(loaded.examples, "train"), seed);
      for (const [name, predictor] of Object.entries(chance)) {
        const result = await evaluate({
          ...circumstances,
          task: generatedChoice,
          loaded,
          predictor,
        });
        scores.set(name, [...(scores.get(name) ?? []), result.metrics["accuracy"]!]);
      }
    }
    // About 700 questions in three worlds: three standard errors of chance are 0.05.
    for (const [name, all] of scores)
      expect(Math.abs(all.reduce((a, b) => a + b) / 3 - 0.25), name).toBeLessThan(0.05);
  });
});

describe("generatedEntities", () => {
  it("has spans on word boundaries only, and a look-up list finds few of them", async () => {
    const loaded = await generatedEntities.load({ seed: 1 });
    const off = loaded.examples.map((e) => countSpansOffWords(splitWords(e.text), e.spans));
    expect(off.every((count) => count === 0)).toBe(true);
    const { majority } = entityChance(ofSplit(loaded.examples, "train"), 1);
    const result = await evaluate({
      ...circumstances,
      task: generatedEntities,
      loaded,
      predictor: majority,
    });
    expect(result.metrics["entityMicroF1"]).toBeLessThan(0.3);
    // Names of test occur in no training note.
    expect(result.perClass["Last_Name"]!.recall).toBe(0);
  });
});
