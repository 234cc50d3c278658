import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { reportCommand } from "../../../lib/cli/report/report";
import { evaluate } from "../../../lib/evaluation/harness";
import { writeResult } from "../../../lib/evaluation/result";
import { choiceExample, choiceTask, loaded } from "../../evaluation/examples";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "kliniskvest-report-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
  vi.restoreAllMocks();
});
const run = (...flags: string[]) =>
  reportCommand().parseAsync(["tables", "--results", folder, ...flags], { from: "user" });

describe("kliniskvest report tables", () => {
  it("writes the tables and prints their paths as JSON", async () => {
    const result = await evaluate({
      task: choiceTask,
      loaded: loaded([choiceExample("q1", 0)]),
      predictor: async () => [0],
      model: { name: "m", checksum: "c", family: "f", arm: "baseline" },
      scoring: "cloze",
      seed: 1,
      scale: "quick",
      settings: {},
      commit: "abc",
      machine: "2 cores",
    });
    writeResult(folder, result);
    const print = vi.spyOn(process.stdout, "write").mockReturnValue(true);
    await run("--json");
    const figure = ["svg", "png", "json"].map((form) => `figures/quick-scores.${form}`);
    const written = ["tables/quick.md", "tables/quick.csv", ...figure];
    expect(JSON.parse(String(print.mock.calls[0]![0]))).toEqual({ written });
    expect(written.every((path) => existsSync(join(folder, path)))).toBe(true);
  });

  it("says what to do where there is nothing to report", async () => {
    await expect(run()).rejects.toThrow("no results there; make some with");
    await expect(run("--results", join(folder, "none"))).rejects.toThrow("no such folder");
  });
});
