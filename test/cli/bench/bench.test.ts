import { afterEach, describe, expect, it, vi } from "vitest";
import { benchCommand } from "../../../lib/cli/bench/bench";

const bench = (...flags: string[]): Promise<unknown> =>
  benchCommand().parseAsync(["step", ...flags], { from: "user" });

afterEach(() => vi.restoreAllMocks());

describe("kliniskvest bench step", () => {
  it.each([
    [["--size", "XL"], "--size XL: give one of S, M"],
    [["--dropout", "1"], "--dropout 1: give a share from 0 to below 1"],
    [["--runs", "0"], "--runs 0: give a whole number of at least 1"],
    [["--threads", "two"], "--threads two: give a whole number of at least 1"],
    [["--peer", "no-such-python"], "bench/requirements.txt"],
  ])("refuses %j", async (flags, message) => {
    const error: unknown = await bench(...flags).catch((error: unknown) => error);
    expect(error).toMatchObject({ name: "InputError" });
    expect((error as Error).message).toContain(message);
  });

  it("prints one JSON document, with the loss of a model that knows nothing yet", async () => {
    const print = vi.spyOn(console, "log").mockImplementation(() => undefined);
    await bench("--json", "--runs", "2", "--threads", "2", "--dropout", "0.1");
    expect(print).toHaveBeenCalledTimes(1);
    const result = JSON.parse(print.mock.calls[0]![0] as string) as {
      results: {
        name: string;
        loss: number;
        medianMilliseconds: number;
        tokensPerSecond: number;
      }[];
    };
    expect(result).toMatchObject({ size: "S", runs: 2, threads: 2, masked: 307, dropout: 0.1 });
    const [ours] = result.results;
    expect(ours!.name).toMatch(/^onnxruntime-node \d+\.\d+\.\d+$/);
    expect(ours!.loss).toBeGreaterThan(9);
    expect(ours!.loss).toBeLessThan(11); // ln 8192 + ln 2 = 9.7
    expect(ours!.tokensPerSecond * ours!.medianMilliseconds).toBeCloseTo(2048 * 1000, 0);
  });
});
