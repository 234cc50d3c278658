import { afterEach, describe, expect, it, vi } from "vitest";
import { optimizerCommand } from "../../../lib/cli/bench/optimizer";

const bench = (...flags: string[]): Promise<unknown> =>
  optimizerCommand().exitOverride().parseAsync(flags, { from: "user" });

afterEach(() => vi.restoreAllMocks());

describe("kliniskvest bench optimizer", () => {
  it("prints one JSON document: what each takes, and that kernels and plain loop agree", async () => {
    const print = vi.spyOn(console, "log").mockImplementation(() => undefined);
    await bench("--millions", "0.1,0.02", "--runs", "2", "--json");
    expect(print).toHaveBeenCalledTimes(1);
    const { rows, difference, tolerance } = JSON.parse(print.mock.calls[0]![0] as string) as {
      difference: number;
      tolerance: number;
      rows: {
        millions: number;
        work: string;
        medianMilliseconds: number;
        shareOfCopySpeed: number;
      }[];
    };
    // The kernels round to 32 bits more often than the plain loop: equal would mean not compared.
    expect(difference).toBeGreaterThan(0);
    expect(difference).toBeLessThan(tolerance);
    const works = ["copy", "adamw, plain", "adamw", "lamb", "stableAdamw"];
    works.push("norm, clip, adamw, plain", "norm, clip, adamw");
    works.push("accumulate, plain", "accumulate", "norm, plain", "norm");
    expect(rows.map(({ work }) => work)).toEqual([...works, ...works]);
    for (const row of rows) expect(row.medianMilliseconds, row.work).toBeGreaterThan(0);
    expect(rows[0]).toMatchObject({ millions: 0.1, work: "copy", shareOfCopySpeed: 1 });
  });

  it("refuses sizes that are none, and those that memory does not hold", async () => {
    vi.spyOn(process.stderr, "write").mockReturnValue(true);
    await expect(bench("--millions", "ten")).rejects.toThrow("Give numbers such as 10,50.");
    vi.spyOn(console, "log").mockImplementation(() => undefined);
    await expect(bench("--millions", "10000")).rejects.toThrow(
      /--millions 10000: 186.3 GiB are needed/,
    );
  });
});
