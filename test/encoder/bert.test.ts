import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { publishedName } from "../../lib/encoder/checkpoint";
import { configJson, parseConfig } from "../../lib/encoder/config";
import { encodeBert, initializeBert } from "../../lib/encoder/bert";
import { maskedTokenLogits, sequenceLogits } from "../../lib/encoder/heads";
import { openSafetensors } from "../../lib/encoder/safetensors";
import {
  compile,
  createDropout,
  flatten,
  float32,
  int32,
  isHostTensor,
  mapTree,
  noDropout,
  withGradients,
  type HostTensor,
  type Tensor,
} from "../../lib/engine";
import {
  initializePretrainingModel,
  pretrainingLoss,
  type PretrainingInput,
  type PretrainingModel,
} from "../../lib/training/objective";
import { makeBatch, makeModel, smallConfig } from "../engine/smallEncoder";

type Model = PretrainingModel<HostTensor>;
type Batch = PretrainingInput<HostTensor>;
type TracedModel = PretrainingModel<Tensor>;
type TracedBatch = PretrainingInput<Tensor>;

const dataOf = (tensor: unknown): ArrayLike<number> => (tensor as HostTensor).data;

function expectClose(actual: ArrayLike<number>, expected: ArrayLike<number>, what: string): void {
  expect(actual.length, what).toBe(expected.length);
  for (let i = 0; i < actual.length; i++)
    expect(Math.abs(actual[i]! - expected[i]!), `${what}[${i}]`).toBeLessThan(1e-5);
}

describe("BERT beside BertForPreTraining of transformers (test/goldens/bert)", () => {
  const folder = join(import.meta.dirname, "../goldens/bert");
  type Case = {
    readonly [name in "ids" | "types" | "mayAttend"]: number[][];
  } & {
    readonly [name in "maskedPositions" | "maskedLabels" | "nextSentence"]: number[];
  } & {
    readonly [name in "hidden" | "maskedTokenLogits" | "nextSentenceLogits"]: number[][];
  } & { readonly [name in "maskedLoss" | "nextSentenceLoss" | "loss"]: number };
  const golden = JSON.parse(readFileSync(join(folder, "case.json"), "utf8")) as Case;
  const settings = JSON.parse(readFileSync(join(folder, "config.json"), "utf8")) as object;
  const config = parseConfig(settings, "config.json");
  const [batch, sequence, masked] = [3, 11, golden.maskedPositions.length];
  const ints = (values: readonly number[], shape: readonly number[]): HostTensor =>
    int32(Int32Array.from(values), shape);
  const input: Batch = {
    ids: ints(golden.ids.flat(), [batch, sequence]),
    types: ints(golden.types.flat(), [batch, sequence]),
    mayAttend: float32(Float32Array.from(golden.mayAttend.flat()), [batch, sequence]),
    maskedPositions: ints(golden.maskedPositions, [masked]),
    maskedLabels: ints(golden.maskedLabels, [masked]),
    maskedWeights: float32(new Float32Array(masked).fill(1), [masked]),
    nextSentence: ints(golden.nextSentence, [batch]),
  };
  const read = (file: string): Model => {
    const tensors = openSafetensors(join(folder, file));
    const names = new Set(tensors.names);
    const model = mapTree(initializePretrainingModel(config, 1), isHostTensor, (fresh, path) => {
      const name = publishedName(path);
      const { data, shape } = tensors.read(name);
      expect(shape, name).toEqual(fresh.shape);
      names.delete(name);
      return float32(data as Float32Array, shape);
    });
    tensors.close();
    expect([...names], "tensors without a place in the model").toEqual([]);
    return model as Model;
  };

  describe.each(["cpu", "reference"] as const)("on the executor %s", (executor) => {
    type Outputs = ReturnType<typeof pretrainingLoss> & {
      readonly gradients: TracedModel;
      readonly hidden: Tensor;
      readonly maskedTokenLogits: Tensor;
      readonly nextSentenceLogits: Tensor;
    };
    const step = compile<{ model: Model; input: Batch }, Outputs>(
      (inputs) => {
        const { model, input } = inputs as { model: TracedModel; input: TracedBatch };
        const { encoder, maskedToken, nextSentence } = model;
        const hidden = encodeBert(config, encoder, input, noDropout);
        const { word } = encoder.embeddings;
        return {
          hidden,
          maskedTokenLogits: maskedTokenLogits(
            config,
            maskedToken,
            word,
            hidden,
            input.maskedPositions,
          ),
          nextSentenceLogits: sequenceLogits(config, nextSentence, hidden, batch, noDropout),
          ...withGradients(model, (model) => pretrainingLoss(config, model, input, noDropout)),
        };
      },
      { executor },
    );
    let result: Awaited<ReturnType<typeof step>>;
    beforeAll(async () => {
      result = await step({ model: read("model.safetensors"), input });
    });

    it.each(["hidden", "maskedTokenLogits", "nextSentenceLogits"] as const)("has its %s", (name) =>
      expectClose(dataOf(result[name]), golden[name].flat(), name),
    );

    it("has its losses", () => {
      for (const name of ["maskedLoss", "nextSentenceLoss", "loss"] as const)
        expectClose(dataOf(result[name]), [golden[name]], name);
    });

    it("has its gradient of every parameter", () => {
      const expected = new Map(flatten(read("gradients.safetensors"), isHostTensor));
      for (const [path, { data }] of flatten(result.gradients, isHostTensor))
        expectClose(data, expected.get(path)!.data, path);
    });
  });
});

describe("BERT", () => {
  const hiddenOf = compile<{ model: Model; batch: Batch }, { hidden: Tensor }>(
    ({ model, batch }) => ({
      hidden: encodeBert(
        smallConfig,
        (model as TracedModel).encoder,
        batch as TracedBatch,
        noDropout,
      ),
    }),
  );

  it("does not let what stands in the padding change any other token", async () => {
    const model = makeModel(smallConfig);
    const batch = makeBatch(smallConfig, 3, 12, 5);
    const mayAttend = dataOf(batch.mayAttend);
    const { hidden } = await hiddenOf({ model, batch });
    const ids = Int32Array.from(dataOf(batch.ids), (id, i) => (mayAttend[i] ? id : 7 + (i % 5)));
    const types = Int32Array.from(dataOf(batch.types), (type, i) =>
      mayAttend[i] ? type : 1 - type,
    );
    const changed = await hiddenOf({
      model,
      batch: { ...batch, ids: int32(ids, [3, 12]), types: int32(types, [3, 12]) },
    });
    const width = smallConfig.hiddenSize;
    const row = (tensor: unknown, token: number): number[] =>
      Array.from(dataOf(tensor)).slice(token * width, (token + 1) * width);
    let padded = 0;
    for (let token = 0; token < 36; token++)
      if (mayAttend[token]) expect(row(changed.hidden, token)).toEqual(row(hidden, token));
      else {
        padded++;
        expect(row(changed.hidden, token)).not.toEqual(row(hidden, token));
      }
    expect(padded).toBeGreaterThan(0);
  });

  it("is the same from the same seed and another from another", () => {
    const bits = (seed: number): number[] =>
      flatten(initializeBert(smallConfig, seed), isHostTensor).flatMap(([, { data }]) => [...data]);
    expect(bits(1)).toEqual(bits(1));
    expect(bits(2)).not.toEqual(bits(1));
  });

  it("starts with a zero padding row and weights of the wanted deviation", () => {
    const { embeddings } = initializeBert({ ...smallConfig, vocabularySize: 2000 }, 1);
    const values = Array.from(embeddings.word.data);
    expect(values.slice(0, 16)).toEqual(Array(16).fill(0));
    const variance = values.slice(16).reduce((sum, v) => sum + v * v, 0) / (values.length - 16);
    expect(Math.sqrt(variance)).toBeCloseTo(smallConfig.initializerRange, 2);
  });

  it("refuses a row longer than its position table", async () => {
    const call = hiddenOf({
      model: makeModel(smallConfig),
      batch: makeBatch(smallConfig, 1, 13, 2),
    });
    await expect(call).rejects.toThrow(RangeError);
    await expect(call).rejects.toThrow("a row of 13 tokens exceeds the model's 12 positions");
  });

  it("learns one batch by heart, to the same bits twice, also with dropout", async () => {
    const train = async (rate: number): Promise<{ losses: number[]; model: Model }> => {
      const config = { ...smallConfig, hiddenDropout: rate, attentionDropout: rate };
      type Inputs = { model: Model; batch: Batch; seed: HostTensor };
      const step = compile<Inputs, { loss: Tensor; gradients: TracedModel }>(
        ({ model, batch, seed }) =>
          withGradients(model as TracedModel, (model) =>
            pretrainingLoss(config, model, batch as TracedBatch, createDropout(seed)),
          ),
      );
      const model = initializePretrainingModel({ ...config, initializerRange: 0.1 }, 1);
      const batch = makeBatch(config, 4, 12, 8);
      const losses: number[] = [];
      for (let i = 0; i < 60; i++) {
        const result = await step({ model, batch, seed: int32(Int32Array.of(i), []) });
        losses.push(dataOf(result.loss)[0]!);
        const gradients = new Map(flatten(result.gradients, isHostTensor));
        for (const [path, { data }] of flatten(model, isHostTensor)) {
          const gradient = gradients.get(path)!.data;
          for (let j = 0; j < data.length; j++) data[j]! -= 0.3 * gradient[j]!;
        }
      }
      await step.release();
      return { losses, model };
    };
    const { losses } = await train(0);
    expect(losses[0]).toBeGreaterThan(3);
    expect(losses.at(-1)).toBeLessThan(0.05);
    expect(await train(0.1)).toEqual(await train(0.1));
  });
});

describe("config.json", () => {
  const settings = configJson(smallConfig, "BertForPreTraining") as Record<string, unknown>;

  it("is read back as it was written", () => {
    expect(parseConfig(settings, "config.json")).toEqual(smallConfig);
  });

  it.each<[string, unknown, string]>([
    ["a list", [], "a/config.json: expected an object of settings"],
    [
      "another architecture",
      { ...settings, model_type: "gpt2" },
      'a/config.json: model_type is "gpt2"; supported: ',
    ],
    [
      "an unknown key",
      { ...settings, hidden_sise: 16 },
      "a/config.json: unknown setting hidden_sise; remove it",
    ],
    [
      "an unsupported value",
      { ...settings, hidden_act: "relu" },
      'a/config.json: hidden_act is "relu"; only "gelu" is supported',
    ],
    [
      "text for a number",
      { ...settings, vocab_size: "53" },
      'a/config.json: vocab_size is "53"; expected a number',
    ],
    [
      "a missing number",
      { ...settings, num_hidden_layers: undefined },
      "a/config.json: num_hidden_layers is undefined; expected a number",
    ],
    [
      "heads that do not divide the width",
      { ...settings, num_attention_heads: 3 },
      "a/config.json: hidden_size 16 is not a multiple of num_attention_heads 3",
    ],
  ])("with %s is refused", (_, json, message) => {
    const read = (): unknown => parseConfig(json, "a/config.json");
    expect(read).toThrow(message);
    expect(read).toThrow(expect.objectContaining({ name: "InputError" }));
  });
});
