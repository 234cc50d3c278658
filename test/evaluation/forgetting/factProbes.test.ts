import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { HostTensor } from "../../../lib/engine";
import {
  factProbes,
  probeScore,
  summarizeProbes,
  valueLogProbabilities,
  withoutPriors,
} from "../../../lib/evaluation/forgetting/factProbes";
import { createWorld } from "../../../lib/synthetic/generator/world";
import { initializePretrainingModel, type PretrainingModel } from "../../../lib/training/objective";
import { makeTokenizer, oneLayer } from "../../smallModel";

const root = mkdtempSync(join(tmpdir(), "probes-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe("factProbes", () => {
  const world = createWorld(1);
  const probes = factProbes(world);

  it("asks each fact in both standards, with every value of its relation once", () => {
    expect(probes).toHaveLength(2 * world.facts.length);
    for (const standard of ["nb", "nn"] as const)
      expect(probes.filter((p) => p.writtenStandard === standard)).toHaveLength(world.facts.length);
    probes.forEach(({ cloze, values, right, writtenStandard }, i) => {
      const fact = world.facts[Math.floor(i / 2)]!;
      expect(cloze.split("{answer}")).toHaveLength(2);
      expect(cloze).toContain(fact.condition[writtenStandard]);
      expect(values[right]).toBe(fact.value[writtenStandard]);
      expect(values).toHaveLength(20);
    });
  });

  it("a fact is told in the standards of its exposure only", () => {
    const told = (exposure: string, standard: string): boolean[] => [
      ...new Set(
        probes
          .filter((p) => p.exposure === exposure && p.writtenStandard === standard)
          .map(({ isTold }) => isTold),
      ),
    ];
    for (const [exposure, nb, nn] of [
      ["both", true, true],
      ["nb", true, false],
      ["nn", false, true],
      ["withheld", false, false],
    ] as const) {
      expect(told(exposure, "nb")).toEqual([nb]);
      expect(told(exposure, "nn")).toEqual([nn]);
    }
  });
});

describe("scores of probes", () => {
  it("gap and place of the right value", () => {
    const { gap, reciprocalRank } = probeScore([-1, -2, -4, -3], 1);
    expect(gap).toBeCloseTo(-2 + 8 / 3, 12);
    expect(reciprocalRank).toBe(1 / 2);
    expect(probeScore([-5, -5, -5], 0)).toEqual({ gap: 0, reciprocalRank: 1 / 2 });
  });

  it("without priors a value that is likely everywhere gains nothing", () => {
    const probes = ["a", "a", "b"].map((group) => ({ group }));
    const likely = [
      [-1, -5],
      [-1, -3],
      [-2, -9],
    ];
    expect(withoutPriors(probes, likely)).toEqual([
      [0, -1],
      [0, 1],
      [0, 0],
    ]);
  });

  it("means by standard and exposure", () => {
    const probes = [
      { writtenStandard: "nn", exposure: "nb", isTold: false },
      { writtenStandard: "nb", exposure: "nb", isTold: true },
      { writtenStandard: "nb", exposure: "nb", isTold: true },
    ] as const;
    const scores = [3, 1, 2].map((gap) => ({ gap, reciprocalRank: 1 / gap }));
    expect(summarizeProbes(probes, scores)).toEqual([
      {
        ...{ writtenStandard: "nb", exposure: "nb", isTold: true, probes: 2 },
        ...{ gap: 1.5, reciprocalRank: 0.75 },
      },
      {
        ...{ writtenStandard: "nn", exposure: "nb", isTold: false, probes: 1 },
        ...{ gap: 3, reciprocalRank: 1 / 3 },
      },
    ]);
  });
});

describe("valueLogProbabilities", () => {
  it("are those that the model's output bias alone gives, for values of one token and of two", async () => {
    const words = ["astma", "behandles", "med", "saft", "blå", "pille", "."];
    const tokenizer = await makeTokenizer(root, words);
    const config = { ...oneLayer, vocabularySize: tokenizer.size };
    const drawn = initializePretrainingModel(config, 1);
    // No word vector tells one from another, so that the bias of the output decides.
    const bias = Float32Array.from({ length: tokenizer.size }, (_, id) => id / 10);
    const model = withConstantOutput(drawn, bias);
    const [found] = await valueLogProbabilities(config, model, tokenizer, [
      { cloze: "astma behandles med {answer} .", values: ["saft", "blå pille"] },
    ]);
    const all = Math.log(bias.reduce((sum, value) => sum + Math.exp(value), 0));
    const of = (word: string): number => bias[tokenizer.encode(word)[0]!]! - all;
    expect(found![0]).toBeCloseTo(of("saft"), 4);
    expect(found![1]).toBeCloseTo((of("blå") + of("pille")) / 2, 4);
  });
});

function withConstantOutput(
  model: PretrainingModel<HostTensor>,
  bias: Float32Array,
): PretrainingModel<HostTensor> {
  (model.encoder.embeddings.word.data as Float32Array).fill(0);
  (model.maskedToken.bias.data as Float32Array).set(bias);
  return model;
}
