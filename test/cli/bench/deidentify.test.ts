import { afterEach, expect, it, vi } from "vitest";
import { deidentifyBenchCommand } from "../../../lib/cli/bench/deidentify";

const bench = (...flags: string[]): Promise<unknown> =>
  deidentifyBenchCommand().exitOverride().parseAsync(flags, { from: "user" });

afterEach(() => vi.restoreAllMocks());

it("times finding, replacing and the gate on notes and on hostile texts of one length", async () => {
  const print = vi.spyOn(console, "log").mockImplementation(() => undefined);
  await bench("--characters", "2000", "--json");
  expect(print).toHaveBeenCalledTimes(1);
  const rows = JSON.parse(print.mock.calls[0]![0] as string) as {
    text: string;
    megabytes: number;
    findings: number;
    cpuSeconds: { find: number; replace: number; gate: number };
  }[];
  expect(rows[0]!.text).toBe("generated notes");
  expect(rows.length).toBeGreaterThan(25);
  const findings = new Map(rows.map(({ text, findings }) => [text, findings]));
  // A thing is measured only where there is something to replace.
  for (const text of ["generated notes", '"Kari "', '"12.03.2021-"', '"Voss sykehus, "'])
    expect(findings.get(text), text).toBeGreaterThan(5);
  expect(findings.get('"lege "')).toBe(0);
  for (const { megabytes, cpuSeconds } of rows) {
    expect(megabytes).toBeGreaterThanOrEqual(0.002);
    for (const seconds of Object.values(cpuSeconds)) expect(seconds).toBeGreaterThanOrEqual(0);
  }
});

it("refuses a length that is none", async () => {
  vi.spyOn(process.stderr, "write").mockReturnValue(true);
  await expect(bench("--characters", "0")).rejects.toThrow(/whole number/);
});
