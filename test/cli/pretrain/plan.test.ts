import { describe, expect, it } from "vitest";
import { memorySize, planPretraining, pretrainingPlanText } from "../../../lib/cli/pretrain/plan";
import { publishedEncoders } from "../../../lib/encoder/published";
import { recipes } from "../../../lib/recipe";

const { settings } = recipes["bertNspSmall"]!;
const config = publishedEncoders["NbAiLab/nb-bert-large"]!;
const wanted = { ...settings, layout: "packed", rows: 64, sequenceLength: 512, steps: 10 } as const;

describe("the plan of a run", () => {
  it("proposes micro-batches that fit, and says how far the steps go", () => {
    const memory = memorySize("20GiB");
    const plan = planPretraining({ config, settings: wanted, memory, corpusTokens: 1e6 });
    expect(plan.fits).toBe(false);
    const { rows, accumulation } = plan.proposal!.settings;
    expect(rows * accumulation).toBe(64 * settings.accumulation);
    expect(plan.proposal!.host).toBeLessThanOrEqual(memory);
    const text = pretrainingPlanText(plan);
    expect(text).toContain("356,191,058 parameters");
    expect(text).toContain("does not fit into 20.00 GiB of this memory");
    expect(text).toContain(`a step of ${accumulation} × ${rows} rows of 512 tokens`);
    expect(text).toContain("10 steps of 32,768 positions: 327,680, 0.33 times the corpus");
  }, 60_000);

  it("says that nothing fits where nothing does", () => {
    const plan = planPretraining({ config, settings: { ...wanted, rows: 1 }, memory: 2 ** 30 });
    expect(plan.proposal).toBeUndefined();
    expect(pretrainingPlanText(plan)).toContain("Not even one row at a time would");
  });

  it("reads sizes in decimal and binary units, and refuses others", () => {
    expect(memorySize("48GB")).toBe(48e9);
    expect(memorySize("1.5 GiB")).toBe(1.5 * 2 ** 30);
    for (const text of ["48", "GB", "-1GB", "0GB", "48TB"])
      expect(() => memorySize(text)).toThrow("48GB or 900MiB");
  });
});
