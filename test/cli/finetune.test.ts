import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadWholeModel } from "../../lib/encoder/wholeModel";
import { bioLabels } from "../../lib/evaluation/entities";
import { readResults } from "../../lib/evaluation/result";
import { oneLayer, makeModelFolder, makeTokenizer } from "../smallModel";
import { complaint, kliniskvest, type Outcome } from "./command";

const root = mkdtempSync(join(tmpdir(), "finetune-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const at = (name: string): string => join(root, name);
const files = ["training", "validation", "holdout"];

beforeAll(async () => {
  const words = "pasienten heter er år gammel Kari Ola 30 . med nesten".split(" ");
  // Rows of the task are 128 tokens long.
  const tokenizer = await makeTokenizer(root, words);
  await makeModelFolder(root, tokenizer, undefined, { ...oneLayer, maximumPositions: 128 });
  // One tag that is no label, one note that is empty and one whose tags do not pair up.
  const notes = [
    "<Pasient>pasienten heter <First_Name>Kari</First_Name></Pasient> .",
    "pasienten er <Age>30 år</Age> gammel .",
    "",
    "pasienten heter <First_Name>Ola",
    "pasienten er \u0000 .",
  ];
  mkdirSync(at("data/nor-deid"), { recursive: true });
  for (const file of files)
    writeFileSync(at(`data/nor-deid/${file}.json`), JSON.stringify({ cleaned_results: notes }));
});

const finetune = (out: string, ...more: string[]): Promise<Outcome> =>
  kliniskvest(
    ...`finetune --task norDeid --data ${at("data")} --model ${at("model")} --seeds 2 --out ${at(out)}`.split(
      " ",
    ),
    ...more,
  );

describe("kliniskvest finetune", () => {
  it("scores once for each seed, and counts what of the data cannot be used", async () => {
    const outcome = await finetune("results", "--json", "--save", at("taggers"));
    expect(outcome.code).toBe(0);
    expect(outcome.err.split("so drawn at random: token.classifier.weight")).toHaveLength(2);
    const scores = JSON.parse(outcome.out) as Record<string, number>[];
    expect(scores).toHaveLength(2);
    const results = readResults(at("results")).map(({ result }) => result);
    expect(results.map(({ seed }) => seed)).toEqual([1, 2]);
    for (const result of results) {
      expect(result).toMatchObject({ task: "norDeid", n: 2, predictions: null });
      expect(result.settings).toMatchObject({
        drawn: "token.classifier.weight, token.classifier.bias",
      });
      expect(result.skipped).toEqual({ "empty text": 3, "unbalanced tags": 3, "NUL byte": 3 });
      expect(JSON.stringify(result)).not.toContain("Kari");
    }
    const { config, model, labels, leftOut } = loadWholeModel(at("taggers/seed-2"));
    expect(config.architecture).toBe("bert");
    expect(labels).toEqual(bioLabels);
    expect(Object.keys(model)).toEqual(["encoder", "token"]);
    expect(leftOut).toEqual([]);
    expect(existsSync(at("taggers/seed-2/tokenizer.json"))).toBe(true);
  });

  it.each([
    ["a task without its data folder", ["--data", "nowhere"], /nowhere.nor-deid.training\.json/],
    ["a task of other data", ["--task", "norMedQa"], /norwegian_medical_qa_v2_txt_only\.json/],
    ["a model that is not there", ["--model", "nowhere"], /nowhere/],
  ])("refuses %s and writes nothing", async (_, wrong, message) => {
    const outcome = await finetune("refused", ...wrong);
    expect(outcome).toMatchObject({ code: 2, out: "" });
    expect(complaint(outcome)).toHaveLength(1);
    expect(complaint(outcome)[0]).toMatch(message);
    expect(existsSync(at("refused"))).toBe(false);
  });

  it("refuses data and weights that are cut short, by the name of the file", async () => {
    cpSync(at("data"), at("cut"), { recursive: true });
    truncateSync(at("cut/nor-deid/holdout.json"), 40);
    const data = await finetune("refused", "--data", at("cut"));
    expect(data.code).toBe(2);
    expect(complaint(data)[0]).toMatch(/holdout\.json: not whole JSON/);
    cpSync(at("model"), at("cut-model"), { recursive: true });
    truncateSync(at("cut-model/model.safetensors"), 1000);
    const model = await finetune("refused", "--model", at("cut-model"));
    expect(model.code).toBe(2);
    expect(complaint(model)[0]).toMatch(/model\.safetensors: .*truncated/);
    expect(existsSync(at("refused"))).toBe(false);
  });
});
