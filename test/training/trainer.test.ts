import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadConfig, loadWeights, modelChecksum } from "../../lib/encoder/checkpoint";
import type { BertConfig } from "../../lib/encoder/config";
import { flatten, isHostTensor } from "../../lib/engine";
import { InputError } from "../../lib/errors";
import { random } from "../../lib/random";
import { initializePretrainingModel } from "../../lib/training/objective";
import { scoreHeldOut } from "../../lib/training/heldOut";
import {
  pretrain,
  type PretrainingProgress,
  type PretrainingRun,
  type PretrainingSettings,
} from "../../lib/training/trainer";
import { smallConfig, smallModernBert, smallNorBert3 } from "../engine/smallEncoder";
import { makeTokenizer } from "../smallModel";
import { endOfSentence, makeCache, makeDocuments, tokenizer } from "./smallCache";

const root = mkdtempSync(join(tmpdir(), "trainer-"));
beforeAll(() => makeTokenizer(root, ["pasienten"]));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const config: BertConfig = {
  ...smallConfig,
  vocabularySize: 300,
  maximumPositions: 64,
  hiddenDropout: 0.1,
  attentionDropout: 0.1,
  initializerRange: 0.1,
};
const settings: PretrainingSettings = {
  objective: "mlm+nsp",
  masking: { unit: "subword", rate: 0.15 },
  layout: "padded",
  sequenceLength: 64,
  rows: 4,
  shortRows: { sequenceLength: 32, rows: 6, share: 0.5 },
  heldOutShare: 0.2,
  accumulation: 2,
  steps: 6,
  learningRate: 0.01,
  schedule: { name: "cosine", floor: 0.1 },
  warmupShare: 0.1,
  optimizer: { name: "adamw", beta1: 0.9, beta2: 0.98, epsilon: 1e-6, weightDecay: 0.01 },
  clipNorm: 1,
  evaluateEvery: 3,
  checkpointEvery: 2,
};
const source: PretrainingRun["source"] = { cache: makeCache(makeDocuments(40)), tokenizer };

type Over = {
  readonly settings?: PretrainingSettings;
  readonly source?: PretrainingRun["source"];
  readonly signal?: AbortSignal;
  readonly seed?: number;
  readonly config?: BertConfig;
  readonly model?: PretrainingRun["model"];
  readonly onProgress?: (progress: PretrainingProgress) => void;
};
const train = (name: string, over: Over = {}): Promise<string> =>
  pretrain({
    name: "test",
    settings,
    config,
    model: initializePretrainingModel(config, 1),
    source,
    tokenizerDir: root,
    dir: join(root, name),
    seed: 1,
    start: "new",
    ...over,
  });
const weights = (model: string): Buffer => readFileSync(join(model, "model.safetensors"));
type Event = { step: number; loss: number; bitsPerByte?: Record<string, number> };
const eventsOf = (name: string): Event[] =>
  readFileSync(join(root, name, "events.jsonl"), "utf8")
    .trim()
    .split("\n")
    .map((line) => {
      const event = JSON.parse(line) as Event & { tokensPerSecond?: number };
      delete event.tokensPerSecond;
      return event;
    });

/** Losses of the steps, without the held-out text scored before them. */
const lossesOf = (name: string): number[] =>
  eventsOf(name).flatMap(({ step, loss }) => (step > 0 ? [loss] : []));

describe("pretraining", () => {
  it("writes a model folder, events of every step and the two newest checkpoints", async () => {
    const model = await train("whole");
    expect(model).toBe(join(root, "whole", "model"));
    expect(readdirSync(model).sort()).toEqual([
      "config.json",
      "model.safetensors",
      "tokenizer.json",
      "tokenizer_config.json",
    ]);
    expect(loadConfig(model)).toEqual(config);
    expect(loadWeights(model, initializePretrainingModel(config, 5)).fresh).toEqual([]);
    const events = eventsOf("whole");
    expect(events.map(({ step }) => step)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    const scored = events.flatMap(({ step, bitsPerByte }) => (bitsPerByte ? [step] : []));
    expect(scored).toEqual([0, 3, 6]);
    expect(Object.keys(events.at(-1)!.bitsPerByte!)).toEqual(["nb", "nn"]);
    const start = initializePretrainingModel(config, 1);
    const before = await scoreHeldOut(config, start, source, settings);
    expect(events[0]).toEqual({ step: 0, ...before });
    expect(readdirSync(join(root, "whole")).sort()).toEqual([
      "checkpoint-4",
      "checkpoint-6",
      "events.jsonl",
      "manifest.json",
      "model",
    ]);
    const manifest = JSON.parse(
      readFileSync(join(root, "whole", "manifest.json"), "utf8"),
    ) as Readonly<Record<string, unknown>>;
    expect(manifest["finished"]).toBe(await modelChecksum(model));
  });

  it.each([1, 2, 5])("stopped after step %i ends with the same bits", async (last) => {
    const name = `stopped-${last}`;
    const controller = new AbortController();
    const stopped = train(name, {
      signal: controller.signal,
      onProgress: ({ step }) => step === last && controller.abort(),
    });
    await expect(stopped).rejects.toMatchObject({ name: "AbortError" });
    expect(eventsOf(name)).toHaveLength(last + 1);
    const steps: number[] = [];
    const model = await train(name, { onProgress: ({ step }) => void steps.push(step) });
    expect(steps[0]).toBe(last + 1);
    expect(weights(model).equals(weights(join(root, "whole", "model")))).toBe(true);
    expect(eventsOf(name)).toEqual(eventsOf("whole"));
  });

  it("takes the same steps in smaller micro-batches", async () => {
    const lossesIn = async (rows: number, accumulation: number): Promise<number[]> => {
      const name = `micro-batches ${accumulation}`;
      const shortRows = { ...settings.shortRows!, share: 0 };
      const whole = { ...settings, shortRows, rows, accumulation };
      const still = { ...config, hiddenDropout: 0, attentionDropout: 0 }; // masks differ by micro-batch
      const model = initializePretrainingModel(still, 1);
      await train(name, { settings: whole, config: still, model });
      return lossesOf(name);
    };
    const whole = await lossesIn(8, 1);
    for (const [rows, accumulation] of [
      [4, 2],
      [2, 4],
    ] as const)
      (await lossesIn(rows, accumulation)).forEach((loss, i) =>
        expect(loss).toBeCloseTo(whole[i]!, 3),
      );
  });

  it("with another seed ends with other weights", async () => {
    const other = await train("other seed", { seed: 2 });
    expect(weights(other).equals(weights(join(root, "whole", "model")))).toBe(false);
  });

  it("learns: the loss falls, and held-out bits per byte with it", async () => {
    // Ten words in a fixed order, so that there is something to learn.
    const documents = makeDocuments(40).map((document, d) => ({
      ...document,
      sentences: document.sentences.map((_, s) => {
        const first = random(1, "learnable", d, s).integer(10);
        return [...Array.from({ length: 6 }, (_, i) => 6 + ((first + i) % 10)), endOfSentence];
      }),
    }));
    const learnable = { cache: makeCache(documents), tokenizer };
    await train("learning", {
      source: learnable,
      settings: { ...settings, rows: 4, accumulation: 1, steps: 120, evaluateEvery: 20 },
    });
    const events = eventsOf("learning").slice(1);
    const meanLoss = (part: Event[]): number =>
      part.reduce((sum, { loss }) => sum + loss, 0) / part.length;
    expect(meanLoss(events.slice(-5))).toBeLessThan(0.6 * meanLoss(events.slice(0, 5)));
    const [early, late] = [events[19]!.bitsPerByte!, events[119]!.bitsPerByte!];
    for (const standard of ["nb", "nn"]) expect(late[standard]).toBeLessThan(early[standard]!);
  });

  it("stops where the gradient is not finite and leaves the folder to others", async () => {
    const model = initializePretrainingModel(config, 1);
    model.encoder.embeddings.word.data.fill(NaN);
    const dir = join(root, "diverged");
    const run = pretrain({
      name: "test",
      settings,
      config,
      model,
      source,
      tokenizerDir: root,
      dir,
      seed: 1,
      start: "new",
    });
    await expect(run).rejects.toThrow(/not finite in step 1/);
    expect(readdirSync(dir).sort()).toEqual(["events.jsonl", "manifest.json"]);
  });

  it("keeps checkpoints of before the loss rose, when it stops a run that diverges", async () => {
    // Masked words alone: the pooler of next sentences would saturate before the loss rises.
    const rising = { ...settings, steps: 200, warmupShare: 0.3, learningRate: 3 };
    const often = { checkpointEvery: 4, evaluateEvery: 1000 };
    const risky: PretrainingSettings = { ...rising, ...often, objective: "mlm" };
    await expect(train("risen", { settings: risky })).rejects.toThrow(/the loss has risen from/);
    const losses = lossesOf("risen");
    const kept = readdirSync(join(root, "risen")).flatMap((name) => {
      const step = /^checkpoint-(\d+)$/.exec(name)?.[1];
      return step === undefined ? [] : [Number(step)];
    });
    expect(kept).toHaveLength(2);
    // The limit is a quarter above the lowest mean; single losses jump.
    const [first, last] = [losses[0]!, losses.at(-1)!];
    expect(last).toBeGreaterThan(2 * first);
    for (const step of kept) expect(losses[step - 1]).toBeLessThan(0.8 * last);
  });

  /**
   * Documents of which every third holds nothing but unknown tokens, as notes of emoji do; no two are equal, for
   * equal ones are held out together.
   */
  const partlyUnknown = makeDocuments(60).map((document, d) => ({
    ...document,
    sentences: d % 3 > 0 ? document.sentences : [new Array<number>(6 + d).fill(1)],
  }));

  it("skips steps in which nothing can be masked", async () => {
    const source = { cache: makeCache(partlyUnknown), tokenizer };
    const own: PretrainingSettings = {
      ...{ ...settings, ...{ rows: 1, accumulation: 1, steps: 24 } },
      ...{ shortRows: { ...settings.shortRows!, share: 0 }, objective: "mlm" },
      ...{ evaluateEvery: 24, checkpointEvery: 5 },
    };
    const model = await train("emoji", { source, settings: own });
    const events = eventsOf("emoji");
    const skipped = events.slice(1).filter(({ loss }) => loss === undefined);
    expect(skipped.length).toBeGreaterThan(3);
    expect(skipped.length).toBeLessThan(15);
    expect(skipped[0]).toMatchObject({ skipped: true });
    expect(events.every(({ loss }) => loss === undefined || Number.isFinite(loss))).toBe(true);

    const controller = new AbortController();
    const stopped = train("emoji stopped", {
      ...{ source, settings: own, signal: controller.signal },
      onProgress: ({ step }) => step > 8 && controller.abort(),
    });
    await expect(stopped).rejects.toMatchObject({ name: "AbortError" });
    const resumed = await train("emoji stopped", { source, settings: own });
    expect(weights(resumed).equals(weights(model))).toBe(true);
    expect(eventsOf("emoji stopped")).toEqual(events);
  });

  it("refuses a corpus of which nothing can be masked", async () => {
    const unknown = makeDocuments(20).map((document) => ({ ...document, sentences: [[1, 1, 1]] }));
    const source = { cache: makeCache(unknown), tokenizer };
    await expect(train("unknown", { source })).rejects.toThrow(
      "the corpus has nothing to mask: the tokenizer knows none of its 60 tokens",
    );
  });

  it("writes no weights that are not finite, though the gradient was", async () => {
    const overflowing = { ...settings, warmupShare: 0, learningRate: 1e38, checkpointEvery: 1 };
    await expect(train("overflown", { settings: overflowing })).rejects.toThrow(
      /is not finite after the update of step 1: lower the learning rate/,
    );
    expect(readdirSync(join(root, "overflown")).sort()).toEqual(["events.jsonl", "manifest.json"]);
  });

  it.each([smallNorBert3, smallModernBert])(
    "trains $architecture on masked tokens, not on next sentences, and resumes it to the bit",
    async (shape) => {
      const config = { ...shape, vocabularySize: 300 };
      const start = (name: string, settings: PretrainingSettings, signal?: AbortSignal) =>
        pretrain({
          name: "test",
          settings,
          config,
          model: initializePretrainingModel(config, 1),
          source,
          tokenizerDir: root,
          dir: join(root, `${config.architecture}-${name}`),
          seed: 1,
          start: "new",
          signal,
        });
      await expect(start("pairs", settings)).rejects.toThrow("only BERT has a head for");
      const plain: PretrainingSettings = { ...settings, objective: "mlm" };
      const whole = await start("whole", plain);
      const stop = new AbortController();
      stop.abort();
      await expect(start("stopped", plain, stop.signal)).rejects.toThrow();
      const resumed = await start("stopped", plain);
      const weights = (model: string): Buffer => readFileSync(join(model, "model.safetensors"));
      expect(weights(resumed).equals(weights(whole))).toBe(true);
      expect(loadConfig(whole)).toEqual(config);
    },
  );

  it("refuses a tokenizer whose words are among the ids that NorBERT3 never predicts", async () => {
    const config = { ...smallNorBert3, vocabularySize: 300, firstPredictedId: 250 };
    const run = pretrain({
      name: "test",
      settings: { ...settings, objective: "mlm" },
      config,
      model: initializePretrainingModel(config, 1),
      source,
      tokenizerDir: root,
      dir: join(root, "unpredicted"),
      seed: 1,
      start: "new",
    });
    await expect(run).rejects.toThrow(/never predicts ids below 250, but .* is an ordinary token/);
  });

  it("refuses rows longer than the model and a tokenizer larger than it, before it begins", async () => {
    const long = train("long", { settings: { ...settings, sequenceLength: 65 } });
    await expect(long).rejects.toThrow(InputError);
    await expect(long).rejects.toThrow("65 tokens, the model 64 positions");
    const large = train("large", { source: { ...source, tokenizer: { ...tokenizer, size: 301 } } });
    await expect(large).rejects.toThrow("the tokenizer has 301 tokens, the model 300");
    expect(readdirSync(root).filter((name) => name === "long" || name === "large")).toEqual([]);
  });
});

describe("held-out bits per byte", () => {
  const model = initializePretrainingModel(config, 1);
  const score = (rows: number) => scoreHeldOut(config, model, source, { ...settings, rows });

  it("do not depend on how rows are put into batches, nor on dropout", async () => {
    const [few, many] = [await score(3), await score(8)];
    expect(Object.keys(few.bitsPerByte)).toEqual(["nb", "nn"]);
    expect(Object.keys(few.byDocumentType)).toEqual(["letter", "note"]);
    for (const standard of ["nb", "nn"] as const) {
      expect(few.bitsPerByte[standard]).toBeCloseTo(many.bitsPerByte[standard]!, 5);
      const types = ["letter", "note"].flatMap((type) => few.byDocumentType[type]![standard] ?? []);
      expect(Math.min(...types)).toBeLessThanOrEqual(few.bitsPerByte[standard]!);
      expect(Math.max(...types)).toBeGreaterThanOrEqual(few.bitsPerByte[standard]!);
    }
    expect(await score(3)).toEqual(few);
  });

  it("are those of a uniform guess for a model that knows nothing", async () => {
    const blank = initializePretrainingModel(config, 1);
    for (const [, { data }] of flatten(blank, isHostTensor)) data.fill(0);
    const scores = await scoreHeldOut(config, blank, source, settings);
    // Tokens stand for 1 to 4 bytes, so log2(300) bits a token are between a quarter and all of that.
    for (const value of Object.values(scores.bitsPerByte)) {
      expect(value).toBeLessThan(Math.log2(300));
      expect(value).toBeGreaterThan(Math.log2(300) / 4);
    }
  });
});
