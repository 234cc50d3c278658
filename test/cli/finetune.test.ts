import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { saveModel } from "../../lib/encoder/checkpoint";
import { loadWholeModel } from "../../lib/encoder/wholeModel";
import { bioLabels } from "../../lib/evaluation/entities";
import { readResults } from "../../lib/evaluation/result";
import { initializePretrainingModel } from "../../lib/training/objective";
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

  it("compares a model with the one it goes on from, in folders of any names", async () => {
    // The same folder name twice, other weights within.
    const { config } = loadWholeModel(at("model"));
    await saveModel(at("elsewhere/model"), config, initializePretrainingModel(config, 7), {
      tokenizerDir: at("model"),
    });
    const own = (...more: string[]) => finetune("compared", ...more);
    expect((await own("--name", "first")).code).toBe(0);
    const other = ["--model", at("elsewhere/model")];
    const taken = await own(...other, "--name", "first");
    expect(taken.code).toBe(2);
    expect(complaint(taken)[0]).toMatch(/has scores of other weights named "first"/);
    const unknown = await own(...other, "--compare-to", "nobody");
    expect(complaint(unknown)[0]).toMatch(
      /--compare-to nobody: no scores on norDeid in .*: first$/,
    );
    expect((await own(...other, "--name", "second", "--compare-to", "first")).code).toBe(0);
    expect((await kliniskvest("report", "tables", "--results", at("compared"))).code).toBe(0);
    const table = readFileSync(at("compared/tables/own.md"), "utf8");
    expect(table).toMatch(/\| first: clinical − baseline \| 2 \|/);
    expect(table).not.toContain("Not compared");
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
