import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { loadConfig, loadWeights, saveModel } from "../../lib/encoder/checkpoint";
import type { EncoderConfig } from "../../lib/encoder/config";
import { openSafetensors, writeSafetensors } from "../../lib/encoder/weights/safetensors";
import {
  chooseWords,
  extendVocabulary,
  restoreVocabulary,
} from "../../lib/encoder/vocabularyExtension";
import { InputError } from "../../lib/errors";
import { generateClinical } from "../../lib/synthetic/generator/generator";
import { loadTokenizer } from "../../lib/tokenization/tokenizer";
import { createWorld } from "../../lib/synthetic/generator/world";
import { initializePretrainingModel } from "../../lib/training/objective";

const root = mkdtempSync(join(tmpdir(), "vocabulary-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const common = {
  hiddenSize: 8,
  layers: 1,
  heads: 2,
  feedForwardSize: 16,
  maximumPositions: 32,
  layerNormEpsilon: 1e-7,
  attentionDropout: 0,
  padId: 0,
} as const;

const models = {
  bert: {
    tokenizer: "bert-lowercase",
    shape: {
      ...common,
      architecture: "bert",
      typeVocabularySize: 2,
      hiddenDropout: 0,
      initializerRange: 0.1,
    },
  },
  norbert3: {
    tokenizer: "norbert-pairs",
    shape: {
      ...common,
      architecture: "norbert3",
      positionBuckets: 8,
      positionLayout: "interleaved",
      firstPredictedId: 107,
      hiddenDropout: 0,
    },
  },
  modernbert: {
    tokenizer: "modernbert",
    shape: {
      ...common,
      architecture: "modernbert",
      globalEvery: 3,
      localAttention: 8,
      globalTheta: 160000,
      localTheta: 10000,
      embeddingDropout: 0,
      feedForwardDropout: 0,
      classifierDropout: 0,
      classifierPooling: "mean",
      initializerRange: 0.1,
      initializerCut: 2,
    },
  },
} as const;

type Name = keyof typeof models;
const names = Object.keys(models) as Name[];

async function makeModel(name: Name): Promise<string> {
  const { tokenizer, shape } = models[name];
  const tokenizerDir = join(__dirname, "../goldens/tokenizers", tokenizer);
  const { size } = await loadTokenizer(tokenizerDir);
  const config = { ...shape, vocabularySize: size } satisfies EncoderConfig;
  const dir = join(root, name);
  const model = initializePretrainingModel(config, 3);
  // Biases begin at 0; those of a trained model do not.
  model.maskedToken.bias.data.forEach((_, i, data) => (data[i] = i / 100));
  await saveModel(dir, config, model, { tokenizerDir });
  writeFileSync(join(dir, "README.md"), "a model\n");
  return dir;
}

const contents = (dir: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(dir).map((name) => [name, readFileSync(join(dir, name)).toString("base64")]),
  );

const words = ["laparoskopisk", "bukveggsbrokk", "åndedrettssvikt"];

describe.each(names)("words added to a %s", (name) => {
  it("are one token each, with the mean of the rows and biases of their pieces", async () => {
    const dir = await makeModel(name);
    const out = join(root, `${name}-words`);
    const before = await loadTokenizer(dir);
    const added = await extendVocabulary({ modelDir: dir, words, out });
    const after = await loadTokenizer(out);
    expect(after.size).toBe(before.size + 3);

    const line =
      "Ein laparoskopisk operasjon for bukveggsbrokk; laparoskopiske og åndedrettssvikt.";
    const tokens = [...after.encode(line)].map((id) => after.token(id));
    for (const word of words) expect(tokens.filter((token) => token === word)).toHaveLength(1);
    expect(after.decode(after.encode(line)).replace(/ /g, "").toLowerCase()).toBe(
      line.replace(/ /g, "").toLowerCase(),
    );
    const { ids, starts, ends } = after.encodeWithOffsets(line);
    const at = ids.indexOf(before.size + 1);
    expect(line.slice(starts[at], ends[at]).trim()).toBe("bukveggsbrokk");

    const config = loadConfig(out);
    expect(config.vocabularySize).toBe(before.size + 3);
    const fresh = initializePretrainingModel(config, 1);
    const { model, fresh: missing } = loadWeights(out, fresh);
    expect(missing).toEqual([]);
    const old = loadWeights(dir, initializePretrainingModel(loadConfig(dir), 1)).model;
    const rows = model.encoder.embeddings.word.data;
    expect(rows.slice(0, before.size * 8)).toEqual(old.encoder.embeddings.word.data);
    for (const { id, word, pieces } of added) {
      const wanted = before.encodeWords(["x", word]);
      const sources = [...wanted.ids].filter((_, i) => wanted.wordOf[i] === 1);
      expect(pieces).toEqual(sources.map((source) => before.token(source)));
      expect(pieces.length).toBeGreaterThan(1);
      for (let column = 0; column < 8; column++) {
        const mean = sources.reduce((sum, s) => sum + Number(rows[s * 8 + column]), 0);
        expect(rows[id * 8 + column]).toBeCloseTo(mean / sources.length, 6);
      }
      const bias = sources.reduce((sum, s) => sum + s / 100, 0) / sources.length;
      expect(model.maskedToken.bias.data[id]).toBeCloseTo(bias, 5);
    }
  });

  it("are taken away again, byte for byte, also one extension after the other", async () => {
    const [dir, once, twice] = [name, `${name}-words`, `${name}-more`].map((n) => join(root, n));
    await extendVocabulary({ modelDir: once!, words: ["brystsmerteutredning"], out: twice! });
    const back = join(root, `${name}-back`);
    expect(await restoreVocabulary({ modelDir: twice!, out: back })).toEqual({
      isIdentical: true,
      words: ["brystsmerteutredning"],
    });
    expect(contents(back)).toEqual(contents(once!));
    await restoreVocabulary({ modelDir: back, out: join(root, `${name}-first`) });
    expect(contents(join(root, `${name}-first`))).toEqual(contents(dir!));
  });
});

describe("adding words", () => {
  it.each([
    [["og"], /^word 1 of 1 is one token already/],
    [["to ord"], /holds white space/],
    [[""], /it is empty/],
    [["Laparoskopisk"], /^word 1 of 1: .*another word, in small letters/],
    [["\u200B"], /reads it as nothing/],
    [["bukveggsbrokk", "bukveggsbrokk"], /^word 2 of 2 is word 1 again/],
    [[], /no words/],
  ])("refuses %j", async (list, message) => {
    const dir = await makeModel("bert");
    const attempt = extendVocabulary({ modelDir: dir, words: list, out: join(root, "refused") });
    await expect(attempt).rejects.toThrow(InputError);
    await expect(attempt).rejects.toThrow(message);
  });

  it("refuses to put the result in the place of the model", async () => {
    const dir = await makeModel("bert");
    const before = contents(dir);
    for (const attempt of [
      extendVocabulary({ modelDir: dir, words, out: `${dir}/.` }),
      restoreVocabulary({ modelDir: dir, out: dir }),
    ])
      await expect(attempt).rejects.toThrow(/would replace the model that it is made of/);
    expect(contents(dir)).toEqual(before);
  });

  it("refuses to undo what was never done", async () => {
    const dir = await makeModel("bert");
    await expect(restoreVocabulary({ modelDir: dir, out: join(root, "no") })).rejects.toThrow(
      /no words were added/,
    );
  });

  it("says when the weights were changed since", async () => {
    const dir = await makeModel("bert");
    const out = join(root, "trained");
    await extendVocabulary({ modelDir: dir, words, out });
    const path = join(out, "model.safetensors");
    const file = openSafetensors(path);
    const tensors = file.names.map((name) => {
      const { shape, data } = file.read(name);
      return { name, shape, data: Float32Array.from(data as Float32Array, (x) => x + 1) };
    });
    file.close();
    writeSafetensors(path, tensors);
    const undone = await restoreVocabulary({ modelDir: out, out: join(root, "untrained") });
    expect(undone.isIdentical).toBe(false);
    expect(loadConfig(join(root, "untrained")).vocabularySize).toBe(1000);
  });

  it("chooses the words that save most tokens", async () => {
    const dir = await makeModel("bert");
    const world = createWorld(1);
    async function* documents() {
      yield* generateClinical({ world, documents: 60, seed: 2 });
    }
    const chosen = await chooseWords({ documents: documents(), modelDir: dir, count: 20 });
    expect(chosen).toHaveLength(20);
    const tokenizer = await loadTokenizer(dir);
    const texts = [...generateClinical({ world, documents: 60, seed: 2 })];
    const length = (t: typeof tokenizer): number =>
      texts.reduce((sum, { text }) => sum + t.encode(text).length, 0);
    const out = join(root, "chosen");
    await extendVocabulary({ modelDir: dir, words: chosen.map(({ word }) => word), out });
    const saved = chosen.reduce((sum, each) => sum + each.saved, 0);
    expect(length(tokenizer) - length(await loadTokenizer(out))).toBe(saved);
    expect(chosen[0]!.saved).toBeGreaterThanOrEqual(chosen[19]!.saved);
  });
});
