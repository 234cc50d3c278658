import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadConfig, saveModel } from "../../lib/encoder/checkpoint";
import { encodeLast, initializeEncoder, type EncoderInput } from "../../lib/encoder/encoder";
import { maskedTokenLogits } from "../../lib/encoder/heads";
import { compile, int32, noDropout, type HostTensor, type Tensor } from "../../lib/engine";
import { InputError } from "../../lib/errors";
import { embedTexts, fillMasks } from "../../lib/evaluation/inference";
import { padRows } from "../../lib/evaluation/taskRows";
import { initializePretrainingModel, type PretrainingModel } from "../../lib/training/objective";
import { makeModelFolder, makeTokenizer, oneLayer } from "../smallModel";
import type { Tokenizer } from "../../lib/tokenization/tokenizer";

const root = mkdtempSync(join(tmpdir(), "inference-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const words = ["pasienten", "har", "ikkje", "ikke", "feber", "åndenød", "og"];
let tokenizer: Tokenizer;
let dir: string;
const config = { ...oneLayer, initializerRange: 0.5 };
beforeAll(async () => {
  tokenizer = await makeTokenizer(root, words);
  const model = initializePretrainingModel({ ...config, vocabularySize: tokenizer.size }, 7);
  dir = await makeModelFolder(root, tokenizer, model, config);
});

async function* stream(texts: readonly string[]): AsyncGenerator<string> {
  for (const text of texts) yield Promise.resolve(text);
}

async function collect<T>(values: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const value of values) all.push(value);
  return all;
}

const embed = (texts: readonly string[], pooling: "mean" | "cls") =>
  collect(embedTexts(dir, stream(texts), { pooling }));

/** Output of the saved model for one row without padding: hidden states and masked-token logits. */
async function runAlone(
  ids: readonly number[],
): Promise<{ hidden: number[][]; logits: number[][] }> {
  const model = initializePretrainingModel({ ...config, vocabularySize: tokenizer.size }, 7);
  const input = padRows([{ ids }], 1, ids.length, 0);
  const settings = loadConfig(dir);
  const everywhere = Int32Array.from(ids, (_, i) => i);
  type Inputs<T> = {
    readonly model: PretrainingModel<T>;
    readonly input: EncoderInput<T>;
    readonly positions: T;
  };
  const run = compile<Inputs<HostTensor>, { hidden: Tensor; logits: Tensor }>((inputs) => {
    const { model, input, positions } = inputs as Inputs<Tensor>;
    const { encoder, maskedToken } = model;
    const hidden = encodeLast(settings, encoder, input, noDropout);
    const { word } = encoder.embeddings;
    return {
      hidden,
      logits: maskedTokenLogits(settings, maskedToken, word, hidden, positions, noDropout),
    };
  });
  const result = await run({ model, input, positions: int32(everywhere, [ids.length]) });
  const rows = (tensor: unknown): number[][] => {
    const { data, shape } = tensor as HostTensor;
    const width = shape.at(-1)!;
    return ids.map((_, i) => [...data.slice(i * width, (i + 1) * width)]);
  };
  return { hidden: rows(result.hidden), logits: rows(result.logits) };
}

const rowOf = (text: string): number[] => [
  tokenizer.special.cls,
  ...tokenizer.encode(text),
  tokenizer.special.sep,
];

function expectClose(values: ArrayLike<number>, expected: readonly number[]): void {
  expect(values.length).toBe(expected.length);
  for (let i = 0; i < expected.length; i++)
    expect(Math.abs(values[i]! - expected[i]!)).toBeLessThan(1e-5);
}

describe("embeddings", () => {
  const text = "pasienten har ikkje åndenød";

  it("are the first token's state, or the mean over all tokens", async () => {
    const { hidden } = await runAlone(rowOf(text));
    const [cls] = await embed([text], "cls");
    expectClose(cls!.values, hidden[0]!);
    const [mean] = await embed([text], "mean");
    expectClose(
      mean!.values,
      hidden[0]!.map((_, i) => hidden.reduce((sum, row) => sum + row[i]!, 0) / hidden.length),
    );
  });

  it("come in the order of the texts, whatever their lengths, and do not depend on their company", async () => {
    const texts = Array.from({ length: 600 }, (_, i) =>
      words
        .slice(i % 5)
        .concat(i % 3 === 0 ? Array<string>(35).fill("feber") : [])
        .join(" "),
    );
    const all = await embed(texts, "mean");
    expect(all).toHaveLength(600);
    for (const i of [0, 1, 299, 511, 512, 599]) {
      const [alone] = await embed([texts[i]!], "mean");
      expectClose(all[i]!.values, [...alone!.values]);
    }
  });

  it("say which texts were cut, and embed a text of nothing", async () => {
    const long = Array<string>(80).fill("feber").join(" ");
    const [cut, whole, empty] = await embed([long, text, ""], "cls");
    expect([cut!.isCut, whole!.isCut, empty!.isCut]).toEqual([true, false, false]);
    const kept = Array<string>(62).fill("feber").join(" ");
    expectClose(cut!.values, [...(await embed([kept], "cls"))[0]!.values]);
    expectClose(empty!.values, (await runAlone(rowOf(""))).hidden[0]!);
  });

  it("are refused for a tokenizer of another model", async () => {
    const other = join(root, "other");
    const few = { ...config, vocabularySize: tokenizer.size - 2 };
    await saveModel(other, few, { encoder: initializeEncoder(few, 1) }, { tokenizerDir: root });
    const embedded = collect(embedTexts(other, stream([text]), { pooling: "cls" }));
    await expect(embedded).rejects.toThrow("the embedding is too small");
  });
});

describe("masks", () => {
  it("are filled with the likeliest tokens, each with its probability", async () => {
    const { mask, cls, sep } = tokenizer.special;
    const [har, feber] = [...tokenizer.encode("har feber")] as [number, number];
    const { logits } = await runAlone([cls, mask, har, mask, feber, sep]);
    const [found] = await collect(
      fillMasks(dir, stream(["[MASK] har [MASK] feber"]), { candidates: 3 }),
    );
    expect(found).toHaveLength(2);
    for (const [i, at] of [1, 3].entries()) {
      const row = logits[at]!;
      const total = row.reduce((sum, logit) => sum + Math.exp(logit), 0);
      const best = row.map((logit, id) => ({ id, probability: Math.exp(logit) / total }));
      best.sort((a, b) => b.probability - a.probability);
      expect(found![i]!.map(({ id }) => id)).toEqual(best.slice(0, 3).map(({ id }) => id));
      found![i]!.forEach(({ token, id, probability }, j) => {
        expect(token).toBe(tokenizer.token(id));
        expect(probability).toBeCloseTo(best[j]!.probability, 5);
      });
    }
  });

  const fill = (folder: string, text: string): Promise<unknown> =>
    collect(fillMasks(folder, stream(["har [MASK]", text]), { candidates: 1 }));

  it("must be there, in a text that is not too long", async () => {
    await expect(fill(dir, "har feber")).rejects.toThrow("text 2 has no mask; write [MASK]");
    const long = `[MASK] ${Array<string>(80).fill("feber").join(" ")}`;
    await expect(fill(dir, long)).rejects.toThrow("text 2 has 83 tokens, the model takes 64");
  });

  it("cannot be filled without a masked-token head", async () => {
    const bare = join(root, "bare");
    const settings = loadConfig(dir);
    const model = { encoder: initializeEncoder(settings, 1) };
    await saveModel(bare, settings, model, { tokenizerDir: root });
    await expect(fill(bare, "har [MASK]")).rejects.toThrow(InputError);
    await expect(fill(bare, "har [MASK]")).rejects.toThrow("has no masked-token head");
  });
});
