import { describe, expect, it } from "vitest";
import { balanceRows, shareWithInterval } from "../../lib/report/balance";

describe("balanceRows", () => {
  const documents = (["nb", "nn"] as const).flatMap((writtenStandard) =>
    Array.from({ length: writtenStandard === "nb" ? 80 : 20 }, (_, i) => ({
      id: `${writtenStandard}${i}`,
      writtenStandard,
      documentType: "notat",
      trust: "",
      year: 2020,
      words: 10,
    })),
  );

  it("has a row for each temperature and standard, and one for all", async () => {
    const rows = await balanceRows(documents, [1, 2, Infinity], "writtenStandard", {
      by: ["writtenStandard"],
      maxRepeats: 4,
      seed: 1,
    });
    expect(rows.map(({ temperature, group, share }) => [temperature, group, share])).toEqual([
      [1, "nb", 0.8],
      [1, "nn", 0.2],
      [1, "all", 1],
      // √800 : √200 is 2 : 1; whole documents of 1,000 words.
      [2, "nb", 0.67],
      [2, "nn", 0.33],
      [2, "all", 1],
      [Infinity, "nb", 0.5],
      [Infinity, "nn", 0.5],
      [Infinity, "all", 1],
    ]);
    expect(rows.at(-2)).toEqual({
      temperature: Infinity,
      group: "nn",
      share: 0.5,
      passes: 2.5,
      kept: 1,
      fresh: 0.4,
      leftOut: 0,
      repeats: 30,
    });
    expect(rows.at(-1)).toMatchObject({
      passes: 1,
      kept: 0.7,
      fresh: 0.7,
      leftOut: 30,
      repeats: 30,
    });
  });
});

describe("shareWithInterval", () => {
  it("agrees with Wilson's interval worked out by hand", () => {
    const { value, interval } = shareWithInterval(8, 10);
    expect(value).toBe(0.8);
    expect(interval![0]).toBeCloseTo(0.4902, 4);
    expect(interval![1]).toBeCloseTo(0.9433, 4);
  });

  it("stays within 0 and 1, and holds 0 or 1 where nothing or all was counted", () => {
    expect(shareWithInterval(0, 20).interval![0]).toBe(0);
    expect(shareWithInterval(20, 20).interval![1]).toBeCloseTo(1, 12);
    expect(shareWithInterval(20, 20).interval![0]).toBeGreaterThan(0.8);
  });
});
