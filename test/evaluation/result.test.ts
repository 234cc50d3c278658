import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { evaluate } from "../../lib/evaluation/harness";
import {
  checkModelName,
  readResult,
  readResults,
  resultPath,
  writeResult,
} from "../../lib/evaluation/result";
import type { EvaluationResult } from "../../lib/evaluation/result";
import { choiceExample, choiceTask, loaded } from "./examples";

let folder: string;
let result: EvaluationResult;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "kliniskvest-results-"));
  result = await evaluate({
    task: choiceTask,
    loaded: loaded([choiceExample("q1", 0), choiceExample("q2", 1)]),
    predictor: async () => [0, 0],
    model: {
      name: "bertNspSmall-clinical",
      checksum: "c",
      family: "bertNspSmall",
      arm: "clinical",
    },
    scoring: "cloze",
    seed: 3,
    scale: "quick",
    settings: { steps: 10 },
    commit: "abc",
    machine: "2 cores",
  });
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe("result files", () => {
  it("come back as they were written, where the contract says", () => {
    const path = writeResult(folder, result);
    expect(path).toBe("evaluations/facts@1/bertNspSmall-clinical-cloze/seed-3.json");
    expect(readResult(join(folder, path))).toEqual(result);
    expect(readResults(folder)).toEqual([{ path, result }]);
  });

  it("of other weights under the same name are not replaced, unless that is asked for", () => {
    writeResult(folder, result);
    const other = { ...result, modelChecksum: "d" };
    expect(() => writeResult(folder, other)).toThrow(/other weights named "bertNspSmall-clinical"/);
    expect(readResults(folder)[0]!.result).toEqual(result);
    const { model: name } = result;
    expect(() => checkModelName(folder, { name, checksum: "d" })).toThrow(/--name/);
    expect(() => checkModelName(folder, { name, checksum: "c" })).not.toThrow();
    expect(() => checkModelName(folder, { name: "other", checksum: "d" })).not.toThrow();
    expect(() => checkModelName(folder, { name: "../x", checksum: "d" })).toThrow("names a folder");
    writeResult(folder, other, { replace: true });
    expect(readResults(folder)[0]!.result).toEqual(other);
  });

  it("stay as they are where only commit, machine and seconds are others", () => {
    writeResult(folder, result);
    writeResult(folder, { ...result, commit: "def", machine: "8 cores", seconds: 99 });
    expect(readResults(folder)[0]!.result).toEqual(result);
    const changed = { ...result, commit: "def", settings: { steps: 11 } };
    writeResult(folder, changed);
    expect(readResults(folder)[0]!.result).toEqual(changed);
  });

  it("are written with one example a line", () => {
    const text = readFileSync(join(folder, writeResult(folder, result)), "utf8");
    expect(text.split("\n").filter((line) => line.includes('"counts"'))).toHaveLength(2);
  });

  it("of two scorings of a model lie apart, and chance baselines need no suffix", () => {
    expect(resultPath({ ...result, scoring: "pair" })).toContain("/bertNspSmall-clinical-pair/");
    expect(resultPath({ ...result, model: "majority", scoring: "chance" })).toContain(
      "/majority/seed-3.json",
    );
  });

  it("refuse a model name that would leave the folder", () => {
    for (const model of ["../x", "a/b", "", ".x"])
      expect(() => resultPath({ ...result, model })).toThrow("names a folder");
  });

  it("are none in an empty folder", () => {
    expect(readResults(join(folder, "nothing"))).toEqual([]);
  });
});

describe("reading", () => {
  const write = (value: unknown): string => {
    const path = join(folder, "x.json");
    writeFileSync(path, typeof value === "string" ? value : JSON.stringify(value));
    return path;
  };

  it.each<[string, (r: EvaluationResult) => unknown, string]>([
    ["a missing field", ({ seed: _, ...rest }) => rest, '"seed" is missing'],
    ["an unknown field", (r) => ({ ...r, note: 1 }), 'unknown field "note"'],
    ["a wrong type", (r) => ({ ...r, seed: "3" }), '"seed" is "3", expected a number'],
    ["an unknown arm", (r) => ({ ...r, arm: "best" }), '"arm" is "best", expected one of chance'],
    ["a score lost to NaN", (r) => ({ ...r, metrics: { accuracy: NaN } }), '"metrics" is'],
    ["lost units", (r) => ({ ...r, units: r.units.slice(1) }), '"units" has 1 rows, "n" says 2'],
    [
      "text in predictions",
      (r) => ({ ...r, predictions: [{ id: "q", text: "x" }] }),
      '"predictions"',
    ],
    ["a list", () => [], "not an evaluation result"],
  ])("refuses %s and names it", (_, change, message) => {
    expect(() => readResult(write(change(result)))).toThrow(message);
  });

  it("says so when a file is cut short or missing", () => {
    expect(() => readResult(write(JSON.stringify(result).slice(0, 90)))).toThrow("not whole JSON");
    expect(() => readResult(join(folder, "none.json"))).toThrow("cannot be read");
  });

  it("refuses a file that lies where another belongs", () => {
    const path = join(folder, writeResult(folder, result));
    const wrong = join(folder, "evaluations/facts@1/other-cloze/seed-3.json");
    mkdirSync(dirname(wrong));
    renameSync(path, wrong);
    expect(() => readResults(folder)).toThrow(
      "holds the result that belongs at evaluations/facts@1/bertNspSmall-clinical-cloze/seed-3.json",
    );
  });
});
