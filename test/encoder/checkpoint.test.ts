import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadConfig, loadWeights, modelChecksum, saveModel } from "../../lib/encoder/checkpoint";
import { initializeBert } from "../../lib/encoder/bert";
import { initializeTokenHead } from "../../lib/encoder/heads";
import {
  openSafetensors,
  writeSafetensors,
  type NamedTensor,
} from "../../lib/encoder/weights/safetensors";
import { flatten, isHostTensor } from "../../lib/engine";
import { InputError } from "../../lib/errors";
import { initializePretrainingModel } from "../../lib/training/objective";
import { loadTokenizer } from "../../lib/tokenization/tokenizer";
import { makeModel, smallConfig, smallModernBert } from "../engine/smallEncoder";
import { makeTokenizer } from "../smallModel";

const root = mkdtempSync(join(tmpdir(), "checkpoint-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const config = { ...smallConfig, layers: 1 };
const model = makeModel(config, 3);
const dir = join(root, "model");
beforeAll(async () => {
  await makeTokenizer(root, ["pasienten"]);
  await saveModel(dir, config, model, { tokenizerDir: root });
});

const valuesOf = (tree: unknown): Map<string, readonly number[]> =>
  new Map(flatten(tree, isHostTensor).map(([path, { data }]) => [path, [...data]]));

/** The saved tensors, changed, in a folder of their own. */
let folders = 0;
async function changed(change: (tensors: NamedTensor[]) => NamedTensor[]): Promise<string> {
  const copy = join(root, `changed-${folders++}`);
  await saveModel(copy, config, model, { tokenizerDir: root });
  const path = join(copy, "model.safetensors");
  const file = openSafetensors(path);
  const tensors = file.names.map((name) => ({ name, ...file.read(name) }));
  file.close();
  writeSafetensors(path, change(tensors));
  return copy;
}
const load = (folder: string) => loadWeights(folder, initializePretrainingModel(config, 9));
const refusal = (folder: string): string => {
  try {
    load(folder);
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return (error as Error).message;
  }
  throw new Error("was not refused");
};

describe("a saved model", () => {
  it("of ModernBERT names the special tokens of its tokenizer, not those of another vocabulary", async () => {
    const folder = join(root, "modern");
    const { special } = await loadTokenizer(root);
    const modern = { ...smallModernBert, padId: special.pad };
    await saveModel(folder, modern, makeModel(modern), { tokenizerDir: root });
    expect(JSON.parse(readFileSync(join(folder, "config.json"), "utf8"))).toMatchObject({
      ...{ bos_token_id: special.cls, cls_token_id: special.cls, pad_token_id: special.pad },
      ...{ eos_token_id: special.sep, sep_token_id: special.sep },
    });
    expect(loadConfig(folder)).toEqual(modern);
  });

  it("is a folder of Hugging Face", () => {
    expect(readdirSync(dir).sort()).toEqual([
      "config.json",
      "model.safetensors",
      "tokenizer.json",
      "tokenizer_config.json",
    ]);
    const json = JSON.parse(readFileSync(join(dir, "config.json"), "utf8")) as object;
    expect(json).toMatchObject({
      architectures: ["BertForPreTraining"],
      model_type: "bert",
      num_hidden_layers: 1,
      vocab_size: 53,
    });
  });

  it("has the names and shapes of BertForPreTraining, tied weights once", () => {
    const file = openSafetensors(join(dir, "model.safetensors"));
    const shapes = Object.fromEntries(file.names.map((name) => [name, file.read(name).shape]));
    expect(file.metadata).toEqual({ format: "pt" });
    file.close();
    const affine = (name: string, output: number, input: number) => ({
      [`${name}.weight`]: [output, input],
      [`${name}.bias`]: [output],
    });
    const norm = (name: string) => ({ [`${name}.weight`]: [16], [`${name}.bias`]: [16] });
    const layer = "bert.encoder.layer.0";
    expect(shapes).toEqual({
      "bert.embeddings.word_embeddings.weight": [53, 16],
      "bert.embeddings.position_embeddings.weight": [12, 16],
      "bert.embeddings.token_type_embeddings.weight": [2, 16],
      ...norm("bert.embeddings.LayerNorm"),
      ...affine(`${layer}.attention.self.query`, 16, 16),
      ...affine(`${layer}.attention.self.key`, 16, 16),
      ...affine(`${layer}.attention.self.value`, 16, 16),
      ...affine(`${layer}.attention.output.dense`, 16, 16),
      ...norm(`${layer}.attention.output.LayerNorm`),
      ...affine(`${layer}.intermediate.dense`, 32, 16),
      ...affine(`${layer}.output.dense`, 16, 32),
      ...norm(`${layer}.output.LayerNorm`),
      ...affine("bert.pooler.dense", 16, 16),
      "cls.predictions.bias": [53],
      ...affine("cls.predictions.transform.dense", 16, 16),
      ...norm("cls.predictions.transform.LayerNorm"),
      ...affine("cls.seq_relationship", 2, 16),
    });
  });

  it("loads back equal, bit for bit", async () => {
    expect(loadConfig(dir)).toEqual(config);
    const { model: loaded, fresh } = load(dir);
    expect(fresh).toEqual([]);
    expect(valuesOf(loaded)).toEqual(valuesOf(model));
    expect(await modelChecksum(dir)).toMatch(/^[0-9a-f]{64}$/);
  });

  it("is replaced whole", async () => {
    const target = join(root, "replaced");
    await saveModel(target, config, makeModel(config, 4), { tokenizerDir: root });
    await saveModel(target, config, model, { tokenizerDir: root });
    expect(await modelChecksum(target)).toBe(await modelChecksum(dir));
    expect(readdirSync(root).filter((name) => name.includes(".part"))).toEqual([]);
  });
});

describe("loading weights", () => {
  it("passes over copies of tied weights and buffers of constants", async () => {
    const folder = await changed((tensors) => [
      ...tensors,
      {
        name: "bert.embeddings.position_ids",
        shape: [1, 12],
        data: BigInt64Array.from({ length: 12 }, (_, i) => BigInt(i)),
      },
      { name: "cls.predictions.decoder.bias", shape: [53], data: new Float32Array(53) },
    ]);
    expect(valuesOf(load(folder).model)).toEqual(valuesOf(model));
  });

  it("names heads that the file does not have, which stay as drawn", async () => {
    const folder = await changed((all) => all.filter(({ name }) => !name.startsWith("cls.seq")));
    const { model: loaded, fresh } = load(folder);
    expect(fresh).toEqual(["nextSentence.classifier.weight", "nextSentence.classifier.bias"]);
    const drawn = initializePretrainingModel(config, 9);
    expect(valuesOf(loaded.nextSentence!.classifier)).toEqual(
      valuesOf(drawn.nextSentence!.classifier),
    );
    expect(valuesOf(loaded.encoder)).toEqual(valuesOf(model.encoder));
  });

  it("gives the encoder to a model with another head", () => {
    const tagger = {
      encoder: initializeBert(config, 1),
      token: initializeTokenHead(config, 17, 1),
    };
    const { model: loaded, fresh } = loadWeights(dir, tagger);
    expect(fresh).toEqual(["token.classifier.weight", "token.classifier.bias"]);
    expect(valuesOf(loaded.encoder)).toEqual(valuesOf(model.encoder));
  });

  it("refuses, by name, a part of the encoder that is missing", async () => {
    const name = "bert.encoder.layer.0.attention.self.key.bias";
    const folder = await changed((all) => all.filter((tensor) => tensor.name !== name));
    expect(refusal(folder)).toContain(`the tensor ${name} is missing`);
  });

  it.each([
    ["a layer that config.json does not have", "bert.encoder.layer.1.output.dense.bias"],
    ["a part of another architecture", "bert.embeddings.relative_embedding"],
    ["a head nobody knows", "cls.predictions.transform.gate"],
    ["a stranger", "model.norm.weight"],
  ])("refuses, by name, %s", async (_, name) => {
    const folder = await changed((all) => [
      ...all,
      { name, shape: [16], data: new Float32Array(16) },
    ]);
    expect(refusal(folder)).toContain(`unknown tensor ${name}`);
  });

  it("refuses a shape that config.json does not say, and integers", async () => {
    const name = "bert.embeddings.LayerNorm.bias";
    const replaced = (tensor: NamedTensor) => (all: NamedTensor[]) =>
      all.map((each) => (each.name === name ? tensor : each));
    const wide = { name, shape: [17], data: new Float32Array(17) };
    expect(refusal(await changed(replaced(wide)))).toContain(`${name} has shape [17]`);
    const whole = { name, shape: [16], data: new Int32Array(16) };
    expect(refusal(await changed(replaced(whole)))).toContain(`${name} holds integers`);
  });

  it("says what a folder holds that is no model", () => {
    expect(() => loadConfig(root)).toThrow(
      /is not a model folder: it has no config\.json \(found: changed-0, /,
    );
    expect(() => loadConfig(join(root, "nowhere"))).toThrow(InputError);
  });
});
