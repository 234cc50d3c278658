import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as transformers from "@xenova/transformers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { onnxFiles, onnxTasks } from "../../../lib/encoder/onnx/onnx";
import { writeTokenizer } from "../../../lib/encoder/onnx/onnxTokenizer";
import { int32, openOnnx } from "../../../lib/engine";
import { loadTokenizer, type Tokenizer } from "../../../lib/tokenization/tokenizer";
import {
  exportedConfigs,
  exportedSentences,
  exportTask,
  labels,
  makeExportTokenizer,
  runPipeline,
} from "../../exportedModel";

const root = mkdtempSync(join(tmpdir(), "transformers-js-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

let tokenizer: Tokenizer;
beforeAll(async () => {
  transformers.env.allowRemoteModels = false;
  transformers.env.localModelPath = join(root, "exports");
  tokenizer = await makeExportTokenizer(root);
});

const cases = exportedConfigs.flatMap((config) =>
  onnxTasks.map((task) => [config.architecture, task, config] as const),
);

describe("transformers.js in Node, with an export", () => {
  it.each(cases)("has the logits of the graph: %s, %s", async (_, task, config) => {
    const { out, name } = await exportTask(root, tokenizer.size, config, task, true);
    for (const dtype of ["fp32", "q8"] as const) {
      const { ids, mask, logits } = await runPipeline(
        transformers,
        name,
        task,
        exportedSentences,
        dtype,
      );
      const shape = [exportedSentences.length, ids.length / exportedSentences.length];
      const model = await openOnnx(join(out, "onnx", onnxFiles[dtype]));
      const outputs = await model.run({
        input_ids: int32(Int32Array.from(ids), shape),
        attention_mask: int32(Int32Array.from(mask), shape),
        token_type_ids: int32(new Int32Array(ids.length), shape),
      });
      await model.release();
      expect(logits).toEqual([...Object.values(outputs)[0]!.data]);
    }
  });

  it("cuts the sentences as the library does", async () => {
    const { name } = await exportTask(root, tokenizer.size, exportedConfigs[0]!, "fill-mask");
    const { ids, mask } = await runPipeline(
      transformers,
      name,
      "token-classification", // leaves the sentence as it is
      exportedSentences.slice(0, 1),
      "fp32",
    );
    const { cls, sep } = tokenizer.special;
    expect(ids).toEqual([cls, ...tokenizer.encode(exportedSentences[0]!), sep]);
    expect(new Set(mask)).toEqual(new Set([1]));
  });

  it("fills masks, names entities and classes, and gives vectors", async () => {
    const outcome = async (config: number, task: (typeof onnxTasks)[number]): Promise<unknown> => {
      const { name } = await exportTask(root, tokenizer.size, exportedConfigs[config]!, task);
      const result = await runPipeline(transformers, name, task, exportedSentences, "fp32");
      return result.pipeline;
    };
    const filled = (await outcome(1, "fill-mask")) as { token: number; token_str: string }[][];
    expect(filled.map((each) => each.length)).toEqual([3, 3]);
    for (const { token, token_str } of filled.flat()) {
      // NorBERT3 never predicts its special tokens.
      expect(token).toBeGreaterThanOrEqual(5);
      expect(token_str).toBe(tokenizer.token(token));
    }
    const named = (await outcome(2, "token-classification")) as {
      entity: string;
      word: string;
    }[][];
    expect(named[0]!.map(({ word }) => word)).toEqual(exportedSentences[0]!.split(" "));
    for (const { entity } of named.flat()) expect(labels).toContain(entity);
    const classes = (await outcome(0, "text-classification")) as { label: string }[][];
    expect(classes[0]!.map(({ label }) => label).sort()).toEqual([...labels].sort());
    const vectors = (await outcome(2, "feature-extraction")) as number[][];
    expect(vectors.map((vector) => vector.length)).toEqual([16, 16]);
  });
});

describe("transformers.js, with a tokenizer that goes with an export", () => {
  const goldens = join(import.meta.dirname, "../../goldens/tokenizers");
  const lines = [
    "Pasienten ønsker å få en ny bolig; hun fikk ikke svar.",
    "Ho kjenner seg betre no, men er framleis trøytt og kvalm.",
    "Blodtrykk 140/90, temp. 37,8 °C den 24.12.2021 (kl. 08:15).",
    "\u00c5ndenød\tog\u200bbrystsmerter\ufeff  siden\u0007 i går — «svak»",
  ];

  it.each([
    "bert-cased",
    "bert-lowercase",
    "bert-stripped",
    "modernbert",
    "norbert-pairs",
    "norbert-spaces", // only as its Nmt is written out
  ])("cuts texts as the library does: %s", async (name) => {
    const dir = join(goldens, name);
    const out = join(root, "exports", name);
    const architecture = name.startsWith("bert") ? "bert" : "norbert3";
    mkdirSync(out, { recursive: true });
    writeTokenizer(dir, out, { architecture, maximumPositions: 64 });
    const theirs = await transformers.AutoTokenizer.from_pretrained(name);
    const ours = await loadTokenizer(dir);
    for (const line of lines)
      expect(theirs.encode(line, { add_special_tokens: false })).toEqual([...ours.encode(line)]);
    expect(theirs.mask_token_id).toBe(ours.special.mask);
    expect(theirs.pad_token_id).toBe(ours.special.pad);
  });
});
