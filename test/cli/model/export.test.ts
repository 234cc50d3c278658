import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadWholeModel } from "../../../lib/encoder/wholeModel";
import { exportedConfigs, exportTask, labels, makeExportTokenizer } from "../../exportedModel";
import { complaint, kliniskvest } from "../command";

const root = mkdtempSync(join(tmpdir(), "model-export-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));
let model: string;
beforeAll(async () => {
  const { size } = await makeExportTokenizer(root);
  model = (await exportTask(root, size, exportedConfigs[0]!, "token-classification")).dir;
});
const run = (...args: string[]): ReturnType<typeof kliniskvest> =>
  kliniskvest("model", "export", model, ...args);

describe("model export", () => {
  it("writes ONNX for the task that the model is for, and what 8 bits cost", async () => {
    const out = join(root, "onnx");
    const texts = join(root, "texts.txt");
    writeFileSync(texts, "pasienten ønsker å få smerter\n\nikkje i hodet\n");
    const { code, out: printed } = await run(
      ...["--to", "onnx", "--out", out, "--int8", "--texts", texts, "--json"],
    );
    expect(code).toBe(0);
    const report = JSON.parse(printed) as {
      readonly bytes: { readonly fp32: number; readonly q8: number };
      readonly cost: { readonly compared: number };
    };
    expect(report).toMatchObject({ out, task: "token-classification" });
    expect(report.bytes.q8).toBeGreaterThan(0);
    expect(report.cost.compared).toBe(5 + 2 + (3 + 2)); // words, [CLS] and [SEP] of two texts
    expect(existsSync(join(out, "onnx", "model_quantized.onnx"))).toBe(true);
  });

  it("says it in words", async () => {
    const { out } = await run("--to", "onnx", "--out", join(root, "words"), "--int8");
    expect(out).toMatch(/token-classification\n {2}fp32 [\d.]+ MB\n {2}q8 {3}[\d.]+ MB\n/);
    expect(out).toMatch(/same highest {2}[\d.]+ %/);
    const { out: without } = await run("--to", "onnx", "--out", join(root, "words"), "--force");
    expect(without).toMatch(/fp32/);
    expect(without).not.toContain("8 bits");
  });

  it("writes a Hugging Face folder with its head and labels", async () => {
    const out = join(root, "hf");
    const { code, out: printed } = await run("--to", "hf", "--out", out);
    expect([code, printed]).toEqual([0, `${out}: bert, heads: token\n`]);
    const copy = loadWholeModel(out);
    expect(copy.labels).toEqual(labels);
    expect(copy.model).toEqual(loadWholeModel(model).model);
  });

  it("replaces an export only if told, and never what somebody put there", async () => {
    const out = join(root, "again");
    const args = ["--to", "onnx", "--out", out];
    expect((await run(...args)).code).toBe(0);
    expect(complaint(await run(...args))[0]).toMatch(/there is a model already.*--force/);
    for (const name of ["notat.docx", join("onnx", "mine.onnx")]) {
      writeFileSync(join(out, name), "kept");
      const refused = await run(...args, "--force");
      expect(refused.code).toBe(2);
      expect(complaint(refused)[0]).toMatch(/left alone/);
      expect(readFileSync(join(out, name), "utf8")).toBe("kept");
      rmSync(join(out, name));
    }
    expect((await run(...args, "--force")).code).toBe(0);
  });

  it.each<[string, string[], RegExp]>([
    ["itself as a goal", ["--to", "onnx", "--out", "SELF"], /would replace the model/],
    ["a folder around it", ["--to", "hf", "--out", "ROOT"], /would replace the model/],
    ["a head it lacks", ["--to", "onnx", "--out", "x", "--task", "fill-mask"], /it has: token/],
    ["texts without 8 bits", ["--to", "onnx", "--out", "x", "--texts", "t"], /give both/],
    ["8 bits for hf", ["--to", "hf", "--out", "x", "--int8"], /belong to --to onnx/],
    [
      "texts that are not there",
      ["--to", "onnx", "--out", "x", "--int8", "--texts", "nowhere.txt"],
      /nowhere.txt: no such file/,
    ],
  ])("refuses %s", async (_, args, message) => {
    const places: Readonly<Record<string, string>> = {
      SELF: model,
      ROOT: root,
      x: join(root, "x"),
    };
    const outcome = await run(...args.map((arg) => places[arg] ?? arg));
    expect(outcome.code).toBe(2);
    expect(complaint(outcome)).toHaveLength(1);
    expect(complaint(outcome)[0]).toMatch(message);
    expect(existsSync(join(root, "x"))).toBe(false);
    expect(existsSync(join(model, "model.safetensors"))).toBe(true);
  });
});
