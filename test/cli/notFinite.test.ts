/** Weights with a number that is none are refused wherever a model is read. */

import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { saveModel } from "../../lib/encoder/checkpoint";
import { loadWholeModel } from "../../lib/encoder/wholeModel";
import { openSafetensors, writeSafetensors } from "../../lib/encoder/weights/safetensors";
import { makeModelFolder, makeTokenizer } from "../smallModel";
import { complaint, kliniskvest } from "./command";

const root = mkdtempSync(join(tmpdir(), "not-finite-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const out = join(root, "out");
let dir: string;
beforeAll(async () => {
  dir = await makeModelFolder(root, await makeTokenizer(root, ["pasienten"]));
  writeFileSync(join(root, "texts.txt"), "pasienten\n");
  const corpus = `corpus generate --domain clinical --documents 20 --seed 1 --out ${root}/corpus`;
  expect((await kliniskvest(...corpus.split(" "))).code).toBe(0);
});

/** Write NaN or an infinity into one tensor of the file. */
function damage(name: string, at: number, value: number): void {
  const path = join(dir, "model.safetensors");
  const file = openSafetensors(path);
  const tensors = file.names.map((name) => ({ name, ...file.read(name) }));
  file.close();
  tensors.find((tensor) => tensor.name === name)!.data[at] = value;
  writeSafetensors(path, tensors, { format: "pt" });
}

it.each([
  // The head is not read for embeddings, but an import takes all.
  ["cls.predictions.bias", 3, NaN, ["model", "import"]],
  ["bert.embeddings.word_embeddings.weight", 40, NaN, ["model", "import"]],
  ["bert.encoder.layer.0.output.dense.bias", 0, -Infinity, ["model", "run"]],
  ["bert.encoder.layer.0.output.dense.bias", 0, Infinity, ["model", "export"]],
  ["bert.encoder.layer.0.output.dense.bias", 5, NaN, ["pretrain"]],
])("%s with element %i = %f is refused by %j", async (name, at, value, command) => {
  const path = join(dir, "model.safetensors");
  const whole = readFileSync(path);
  damage(name, at, value);
  try {
    const more: Readonly<Record<string, readonly string[]>> = {
      import: [dir, "--out", out],
      run: [dir, "--texts", join(root, "texts.txt")],
      export: [dir, "--to", "hf", "--out", out],
      pretrain: ["--model", dir, "--corpus", join(root, "corpus"), "--out", out],
    };
    const outcome = await kliniskvest(...command, ...more[command.at(-1)!]!);
    expect(outcome).toMatchObject({ code: 2, out: "" });
    expect(complaint(outcome)).toHaveLength(1);
    expect(complaint(outcome)[0]).toMatch(
      new RegExp(`model.model\\.safetensors: "${name}" holds ${value} \\(element ${at}\\)`),
    );
    expect(existsSync(out)).toBe(false);
  } finally {
    writeFileSync(path, whole);
  }
});

it("a model that is not finite is not written", async () => {
  const { config, model } = loadWholeModel(dir);
  model.maskedToken!.bias.data[1] = NaN;
  await expect(saveModel(out, config, model, { tokenizerDir: dir })).rejects.toThrow(
    "maskedToken.bias is not finite: nothing is written to",
  );
  expect(existsSync(out)).toBe(false);
});
