import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { initializeBert } from "../../lib/encoder/bert";
import { encodeLast } from "../../lib/encoder/encoder";
import { ignoredLabel, openGolden, type GoldenCase } from "../../lib/encoder/golden/golden";
import { publishedName } from "../../lib/encoder/publishedNames";
import {
  compile,
  createDropout,
  flatten,
  float32,
  int32,
  isHostTensor,
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

describe("the pretraining loss", () => {
  const golden = openGolden(join(import.meta.dirname, "../goldens/bert-tiny"));
  afterAll(() => golden.close());
  const [one] = golden.cases as [GoldenCase];
  const labels = one.labels("mlm");
  const masked = labels.flatMap((label, i) => (label === ignoredLabel ? [] : [i]));
  const ints = (values: readonly number[]): HostTensor =>
    int32(Int32Array.from(values), [values.length]);
  const pairs = (
    labels: readonly number[],
    sequence: number,
  ): NonNullable<Batch["nextSentence"]> => ({
    positions: ints(labels.map((_, row) => row * sequence)),
    labels: ints(labels),
    weights: float32(new Float32Array(labels.length).fill(1), [labels.length]),
  });
  /** The masked tokens of the golden case, and one entry that only fills up. */
  const batch: Batch = {
    ...one.input,
    maskedPositions: ints([...masked, 0]),
    maskedLabels: ints([...masked.map((i) => labels[i]!), 0]),
    maskedWeights: float32(Float32Array.from([...masked.map(() => 1), 0]), [masked.length + 1]),
    nextSentence: pairs(one.labels("next_sentence"), one.input.ids.shape[1]!),
  };
  const model = { ...golden.model("mlm"), ...golden.model("next_sentence") } as Model;

  it.each(["cpu", "reference"] as const)(
    "and its gradients are BertForPreTraining's on the executor %s",
    async (executor) => {
      const step = compile<
        { model: Model; batch: Batch },
        ReturnType<typeof pretrainingLoss> & { gradients: TracedModel }
      >(
        ({ model, batch }) =>
          withGradients(model as TracedModel, (model) =>
            pretrainingLoss(golden.config, model, batch as TracedBatch, noDropout),
          ),
        { executor },
      );
      const result = await step({ model, batch });
      const { mlm_loss: maskedLoss, next_sentence_loss: nextSentenceLoss } = one.losses as {
        [name: string]: number;
      };
      const scalar = (tensor: unknown): number => dataOf(tensor)[0]!;
      expect(scalar(result.maskedLoss)).toBeCloseTo(maskedLoss!, 5);
      expect(scalar(result.nextSentenceLoss)).toBeCloseTo(nextSentenceLoss!, 5);
      expect(scalar(result.loss)).toBeCloseTo(maskedLoss! + nextSentenceLoss!, 5);
      // A sum's gradient is the sum of the gradients; not every parameter has both.
      for (const [path, { data }] of flatten(result.gradients, isHostTensor)) {
        const name = publishedName("bert", path);
        const parts = ["grad", "grad_next_sentence"]
          .map((prefix) => `${prefix}.${name}`)
          .filter((array) => one.arrays.includes(array))
          .map((array) => one.read(array).data);
        expect(parts.length, name).toBeGreaterThan(0);
        for (let i = 0; i < data.length; i++) {
          const expected = parts.reduce((sum, part) => sum + part[i]!, 0);
          expect(Math.abs(data[i]! - expected), `${name}[${i}]`).toBeLessThan(1e-5);
        }
      }
      await step.release();
    },
  );
});

describe("BERT", () => {
  const hiddenOf = compile<{ model: Model; batch: Batch }, { hidden: Tensor }>(
    ({ model, batch }) => ({
      hidden: encodeLast(
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
