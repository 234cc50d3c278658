import { describe, expect, it } from "vitest";
import { publishedEncoders } from "../../lib/encoder/published";
import {
  needed,
  planMemory,
  planWithin,
  type MemoryPlan,
  type PlanSettings,
} from "../../lib/training/memoryPlan";

const config = publishedEncoders["ltg/norbert3-xs"]!;
const settings: PlanSettings = {
  ...{ objective: "mlm", layout: "packed", rows: 8, sequenceLength: 128 },
  ...{ maskedShare: 0.15, accumulation: 1 },
};
const part = ({ parts }: MemoryPlan, name: string): number =>
  parts.filter((each) => each.name === name).reduce((sum, { bytes }) => sum + bytes, 0);

describe("a plan of memory", () => {
  const plan = planMemory(config, settings);

  it("has parts that add up, and parameters and moments of four bytes each", () => {
    expect(plan.parts.reduce((sum, { bytes }) => sum + bytes, 0)).toBe(plan.host + plan.onDevice);
    expect(part(plan, "parameters")).toBe(4 * plan.parameters);
    expect(part(plan, "optimizer moments")).toBe(8 * plan.parameters);
    expect(part(plan, "sums of micro-batches")).toBe(0);
    expect(plan.tokensPerStep).toBe(8 * 128);
    expect(plan.onDevice).toBe(0);
  });

  it("takes the sums of several micro-batches, and no more for many than for two", () => {
    const [two, many] = [2, 64].map((accumulation) =>
      planMemory(config, { ...settings, accumulation }),
    );
    expect(two!.host - plan.host).toBe(4 * plan.parameters);
    expect(many!.host).toBe(two!.host);
  });

  it("grows with rows, shrinks with recomputed layers, and counts a graph for each length of padded rows", () => {
    const over = (changes: Partial<PlanSettings>): number =>
      planMemory(config, { ...settings, ...changes }).host;
    expect(over({ rows: 16 })).toBeGreaterThan(plan.host);
    expect(over({ recompute: true })).toBeLessThan(plan.host);
    const padded = planMemory(config, { ...settings, layout: "padded" });
    expect(part(padded, "shorter rows' graphs")).toBeGreaterThan(part(plan, "activations"));
    expect(over({ evaluates: true, corpusBytes: 5 })).toBeGreaterThan(plan.host + 5);
  });

  it("puts what a device computes on the device, and says that this was not measured", () => {
    const card = { name: "cuda", keepsOnDevice: true, hasMeasuredPlan: false };
    const onCard = planMemory(config, settings, card);
    expect(onCard.isMeasured).toBe(false);
    expect(part(onCard, "parameters on the device")).toBe(4 * plan.parameters);
    expect(onCard.host).toBeLessThan(plan.host);
    expect(needed(onCard)).toBe(onCard.onDevice);
  });

  it("draws no weight: 356 million parameters are planned in less memory than they take", () => {
    const before = process.memoryUsage().rss;
    const large = planMemory(publishedEncoders["NbAiLab/nb-bert-large"]!, settings);
    expect(large.parameters).toBeGreaterThan(350e6);
    expect(process.memoryUsage().rss - before).toBeLessThan(4 * large.parameters);
  });
});

describe("a plan within a budget", () => {
  const whole = planMemory(config, settings).host;

  it("is the plan itself where it fits", () => {
    expect(planWithin(whole, config, settings)?.settings).toMatchObject({
      ...{ rows: 8, accumulation: 1, recompute: false },
    });
  });

  it("divides the rows of a step, and leaves their number and the tokens as they are", () => {
    const found = planWithin(whole - 1, config, settings)!;
    expect(found.settings.rows).toBeLessThan(8);
    expect(found.settings.rows * found.settings.accumulation).toBe(8);
    expect(found.tokensPerStep).toBe(8 * 128);
    expect(found.host).toBeLessThan(whole);
  });

  it("computes activations again where one row at a time is too much, and gives up below that", () => {
    const one = { ...settings, rows: 1, accumulation: 8 };
    const kept = planMemory(config, one).host;
    const again = planMemory(config, { ...one, recompute: true }).host;
    expect(planWithin(kept - 1, config, one)?.settings.recompute).toBe(true);
    expect(planWithin(again - 1, config, one)).toBeUndefined();
  });
});
