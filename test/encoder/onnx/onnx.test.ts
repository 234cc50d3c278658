import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { EncoderConfig } from "../../../lib/encoder/config";
import { encodeLast } from "../../../lib/encoder/encoder";
import {
  initializeSequenceHead,
  maskedTokenLogits,
  sequenceLogits,
  tokenLogits,
} from "../../../lib/encoder/heads";
import { saveModel } from "../../../lib/encoder/checkpoint";
import { exportOnnx, onnxTasks, taskOf, type OnnxTask } from "../../../lib/encoder/onnx/onnx";
import { drawnRows, quantizationCost, rowsOfTexts } from "../../../lib/encoder/onnx/onnxCost";
import { loadWholeModel, type WholeModel } from "../../../lib/encoder/wholeModel";
import {
  compile,
  flatten,
  float32,
  int32,
  isHostTensor,
  noDropout,
  openOnnx,
  range,
  type HostTensor,
  type Tensor,
} from "../../../lib/engine";
import { InputError } from "../../../lib/errors";
import { loadTokenizer, type Tokenizer } from "../../../lib/tokenization/tokenizer";
import {
  exportedConfigs,
  exportTask,
  makeExportTokenizer,
  makeTaskModel,
} from "../../exportedModel";

const root = mkdtempSync(join(tmpdir(), "onnx-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

let tokenizer: Tokenizer;
beforeAll(async () => {
  tokenizer = await makeExportTokenizer(root);
});
const exported = (
  shape: EncoderConfig,
  task: OnnxTask,
  int8 = false,
): ReturnType<typeof exportTask> => exportTask(root, tokenizer.size, shape, task, int8);

type Row = { readonly ids: HostTensor; readonly mask: HostTensor; readonly types: HostTensor };

/** Rows of which the first is padded after 60 %. */
function rowsOf(batch: number, sequence: number): Row {
  const shape = [batch, sequence];
  const fill = (of: (i: number) => number): HostTensor =>
    int32(
      Int32Array.from({ length: batch * sequence }, (_, i) => of(i)),
      shape,
    );
  return {
    ids: fill((i) => (i * 7 + 3) % tokenizer.size),
    mask: fill((i) => Number(i >= sequence || i < Math.ceil(0.6 * sequence))),
    types: fill((i) => Number(i % sequence > sequence / 2)),
  };
}

/** What the library itself computes. */
function own(config: EncoderConfig, task: OnnxTask) {
  type In = { readonly model: WholeModel<HostTensor>; readonly row: Row };
  return compile<In & { readonly mayAttend: HostTensor }, { readonly result: Tensor }>((inputs) => {
    const model = inputs.model as WholeModel<Tensor>;
    const { ids, types } = inputs.row as { readonly [key in keyof Row]: Tensor };
    const input = { ids, types, mayAttend: inputs.mayAttend as Tensor };
    const hidden = encodeLast(config, model.encoder, input, noDropout);
    const { word } = model.encoder.embeddings;
    const all = range(0, hidden.shape[0]!, 1, "int32");
    if (model.maskedToken)
      return {
        result: maskedTokenLogits(config, model.maskedToken, word, hidden, all, noDropout),
      };
    if (model.token) return { result: tokenLogits(config, model.token, hidden, noDropout) };
    if (model.sequence)
      return { result: sequenceLogits(config, model.sequence, hidden, input, noDropout) };
    expect(task).toBe("feature-extraction");
    return { result: hidden };
  });
}

const configs = exportedConfigs;
const cases = configs.flatMap((config) =>
  onnxTasks.map((task) => [config.architecture, task, config] as const),
);

describe("a model as ONNX", () => {
  it.each(cases)(
    "has the outputs of the engine: %s, %s",
    async (_, task, shape) => {
      const config = { ...shape, vocabularySize: tokenizer.size };
      const { out } = await exported(shape, task);
      const onnx = await openOnnx(join(out, "onnx", "model.onnx"));
      const compute = own(config, task);
      const model = makeTaskModel(config, task);
      for (const [batch, sequence] of [
        [1, 1],
        [1, 12],
        [4, 21],
        [2, 40], // beyond ModernBERT's window, beyond NorBERT3's linear distances
      ] as const) {
        const row = rowsOf(batch, sequence);
        const mayAttend = float32(Float32Array.from(row.mask.data), [batch, sequence]);
        const { result } = await compute({ model, row, mayAttend });
        const outputs = await onnx.run({
          input_ids: row.ids,
          attention_mask: row.mask,
          token_type_ids: row.types,
        });
        const name = task === "feature-extraction" ? "last_hidden_state" : "logits";
        expect(Object.keys(outputs)).toEqual([name]);
        const { data, shape } = outputs[name]!;
        const width = result.shape.at(-1)!;
        const rowwise = task === "text-classification";
        expect(shape).toEqual(rowwise ? [batch, width] : [batch, sequence, width]);
        for (let i = 0; i < data.length; i++) {
          // What stands in the padding is nobody's business, and differs.
          if (!rowwise && row.mask.data[Math.floor(i / width)] === 0) continue;
          const scale = Math.max(1, Math.abs(result.data[i]!));
          expect(Math.abs(data[i]! - result.data[i]!) / scale).toBeLessThan(1e-5);
        }
      }
      await onnx.release();
      await compute.release();
    },
    120_000,
  );

  it("is a folder of transformers.js, whose inputs are those that the architecture has", async () => {
    const { dir, out } = await exported(configs[0]!, "token-classification", true);
    expect(readdirSync(out).sort()).toEqual([
      "config.json",
      "onnx",
      "tokenizer.json",
      "tokenizer_config.json",
    ]);
    expect(readdirSync(join(out, "onnx")).sort()).toEqual(["model.onnx", "model_quantized.onnx"]);
    const read = (file: string): Record<string, unknown> =>
      JSON.parse(readFileSync(join(out, file), "utf8")) as Record<string, unknown>;
    expect(read("config.json")).toMatchObject({
      model_type: "bert",
      architectures: ["BertForTokenClassification"],
      id2label: { 0: "O", 1: "B-Date", 2: "I-Date" },
    });
    expect(read("config.json")).not.toHaveProperty(["transformers.js_config"]);
    expect(read("tokenizer_config.json")).toMatchObject({
      tokenizer_class: "BertTokenizer",
      model_max_length: 40,
      mask_token: "[MASK]",
    });
    expect(taskOf(dir)).toBe("token-classification");
  });

  it("without 8 bits says that a browser must not look for them; NorBERT3 goes as BERT", async () => {
    const { out } = await exported(configs[1]!, "fill-mask");
    const settings = JSON.parse(readFileSync(join(out, "config.json"), "utf8")) as object;
    expect(settings).toMatchObject({
      model_type: "bert",
      architectures: ["BertForMaskedLM"],
      exported_from: "norbert3",
      "transformers.js_config": { dtype: "fp32" },
    });
    expect(settings).not.toHaveProperty("auto_map");
  });

  it("has a tokenizer.json also where the model has vocab.txt only", async () => {
    const { dir } = await exported(configs[0]!, "feature-extraction");
    const copy = join(root, "vocabulary-only");
    cpSync(dir, copy, { recursive: true });
    rmSync(join(copy, "tokenizer.json"));
    const pieces = Array.from({ length: tokenizer.size }, (_, id) => tokenizer.token(id));
    writeFileSync(join(copy, "vocab.txt"), pieces.join("\n") + "\n");
    const out = join(root, "exports", "vocabulary-only");
    await exportOnnx({ dir: copy, out, task: "feature-extraction", int8: false });
    const text = "pasienten ønsker ikkje";
    expect((await loadTokenizer(out)).encode(text)).toEqual(tokenizer.encode(text));
    expect(existsSync(join(out, "tokenizer.json"))).toBe(true);
  });

  it("is refused for a task that the model has no head for, and nothing is written", async () => {
    const { dir } = await exported(configs[0]!, "feature-extraction");
    const out = join(root, "exports", "nothing");
    const attempt = exportOnnx({ dir, out, task: "fill-mask", int8: false });
    await expect(attempt).rejects.toThrow(InputError);
    await expect(attempt).rejects.toThrow(/has no head for fill-mask \(it has: none\)/);
    expect(existsSync(out)).toBe(false);
  });
});

describe("a model in 8 bits", () => {
  it.each(cases)("is near that in 32: %s, %s", async (_, task, shape) => {
    const { out } = await exported(shape, task, true);
    const rows = drawnRows(12, tokenizer, shape.maximumPositions);
    expect(rows).toEqual(drawnRows(12, tokenizer, shape.maximumPositions));
    const cost = await quantizationCost(out, task, rows, tokenizer.special);
    expect(cost.difference.maximum).toBeGreaterThan(0);
    expect(cost.difference.mean).toBeLessThan(0.03 * cost.largest);
    expect(cost.cosine.mean).toBeGreaterThan(0.98);
    expect(cost.cosine.minimum).toBeLessThanOrEqual(cost.cosine.mean);
    if (task === "feature-extraction") expect(cost).not.toHaveProperty("agreement");
    else expect(cost.agreement).toBeGreaterThan(0.8);
    if (task.match(/^(feature|text)/)) expect(cost.compared).toBe(12);
  });

  it("is compared on texts, cut where the model ends", () => {
    const [short, long] = rowsOfTexts(
      ["pasienten ønsker ikkje", "smerter ".repeat(100)],
      tokenizer,
      20,
    );
    const { cls, sep } = tokenizer.special;
    expect([...short!]).toEqual([cls, ...tokenizer.encode("pasienten ønsker ikkje"), sep]);
    expect(long).toHaveLength(20);
    expect([long![0], long!.at(-1)]).toEqual([cls, sep]);
  });
});

describe("a whole model", () => {
  it("has every head that the weights hold, and says what was left out", async () => {
    const config = { ...configs[0]!, vocabularySize: tokenizer.size };
    const both = {
      ...makeTaskModel(config, "fill-mask"),
      nextSentence: initializeSequenceHead(config, 2, 1),
    };
    const dir = join(root, "both");
    await saveModel(dir, config, both, { tokenizerDir: root });
    const { model, leftOut, labels } = loadWholeModel(dir);
    const numbers = (tree: unknown): Map<string, number[]> =>
      new Map(flatten(tree, isHostTensor).map(([path, { data }]) => [path, [...data]]));
    expect(numbers(model)).toEqual(numbers(both));
    expect([leftOut, labels]).toEqual([[], undefined]);
    expect(taskOf(dir)).toBe("fill-mask");
    const tagger = loadWholeModel((await exported(configs[0]!, "token-classification")).dir);
    expect(Object.keys(tagger.model)).toEqual(["encoder", "token"]);
    expect(tagger.labels).toEqual(["O", "B-Date", "I-Date"]);
  });
});
