/** The golden values that other tests go by, made again by the references themselves. */

import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSafetensors } from "../lib/encoder/weights/safetensors";
import { needs, python, pythonPackages } from "./needs";
import { tokenizerLines } from "./tokenization/tokenizerLines";

const goldens = join(import.meta.dirname, "goldens");
const root = mkdtempSync(join(tmpdir(), "goldens-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Run a copy of a script: they write beside themselves. */
function remake(script: string, ...args: readonly string[]): string {
  mkdirSync(join(root, script, ".."), { recursive: true });
  cpSync(join(goldens, script), join(root, script));
  const options = { encoding: "utf8", maxBuffer: 1 << 28 } as const;
  const { status, stdout, stderr } = spawnSync(python, [join(root, script), ...args], options);
  expect(status, stderr).toBe(0);
  return stdout;
}
const committed = (file: string): unknown => JSON.parse(readFileSync(join(goldens, file), "utf8"));
const remade = (file: string): unknown => JSON.parse(readFileSync(join(root, file), "utf8"));

it(
  "scores of entities are seqeval's",
  { timeout: 240_000, ...needs(pythonPackages("seqeval")) },
  () => {
    expect(JSON.parse(remake("seqeval/make_cases.py"))).toEqual(committed("seqeval/cases.json"));
  },
);

/** All numbers in a value of JSON, in its order. */
const numbers = (value: unknown): number[] =>
  typeof value === "number"
    ? [value]
    : value !== null && typeof value === "object"
      ? Object.values(value).flatMap(numbers)
      : [];

it("updates and learning rates are those of the formulas", needs(pythonPackages("json")), () => {
  remake("updates/make_updates.py");
  for (const file of ["updates/optimizers.json", "updates/schedules.json"]) {
    const [ours, theirs] = [numbers(committed(file)), numbers(remade(file))];
    expect(theirs).toHaveLength(ours.length);
    // Another libm may move the last digit.
    const off = theirs.map((value, i) => Math.abs(value - ours[i]!));
    expect(off.reduce((a, b) => Math.max(a, b))).toBeLessThan(1e-12);
  }
});

it(
  "ids and offsets are those of the Rust library",
  { timeout: 240_000, ...needs(pythonPackages("tokenizers")) },
  () => {
    const lines = join(root, "lines.json");
    writeFileSync(lines, JSON.stringify(tokenizerLines()));
    cpSync(join(goldens, "tokenizers"), join(root, "tokenizers"), { recursive: true });
    rmSync(join(root, "tokenizers/expected.json"));
    remake("tokenizers/make_tokenizers.py", lines, "--keep");
    expect(remade("tokenizers/expected.json")).toEqual(committed("tokenizers/expected.json"));
  },
);

describe(
  "models' values are those of transformers and PyTorch",
  needs(pythonPackages("torch", "transformers", "safetensors")),
  () => {
    beforeAll(() => {
      cpSync(join(goldens, "norbert3.py"), join(root, "norbert3.py"));
      remake("make_goldens.py");
    }, 240_000);

    it.each([
      "bert-tiny",
      "modernbert-tiny",
      "modernbert-window",
      "norbert3-tiny",
      "norbert3-halves",
    ])("%s", (name) => {
      const file = join(name, "cases.safetensors");
      const [ours, theirs] = [goldens, root].map((dir) => openSafetensors(join(dir, file)));
      expect(theirs!.names).toEqual(ours!.names);
      for (const tensor of ours!.names) {
        const [a, b] = [ours!.read(tensor), theirs!.read(tensor)];
        expect(b.shape, tensor).toEqual(a.shape);
        let largest = 0;
        let off = 0;
        a.data.forEach((value, i) => {
          if (value === b.data[i]) return; // also the infinite ones
          largest = Math.max(largest, Math.abs(Number(value)));
          off = Math.max(off, Math.abs(Number(value) - Number(b.data[i])));
        });
        expect(off, tensor).toBeLessThanOrEqual(2e-5 * Math.max(1, largest));
      }
      ours!.close();
      theirs!.close();
    });
  },
);
