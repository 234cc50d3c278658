import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import {
  contextualMeans,
  driftProbes,
  embeddingDrift,
  modelVectors,
} from "../../../lib/evaluation/forgetting/embeddingDrift";
import { cosine } from "../../../lib/evaluation/forgetting/vectors";
import { templateRow } from "../../../lib/evaluation/taskRows";
import { generateClinical, generateGeneral } from "../../../lib/synthetic/generator/generator";
import { createWorld, worldTerms } from "../../../lib/synthetic/generator/world";
import { initializePretrainingModel } from "../../../lib/training/objective";
import { makeTokenizer, oneLayer } from "../../smallModel";

const root = mkdtempSync(join(tmpdir(), "drift-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const world = createWorld(1);
const notes = [...generateClinical({ world, documents: 400, seed: 1 })].map(({ text }) => text);
const prose = [...generateGeneral({ documents: 20, seed: 1 })].map(({ text }) => text);
const words = [...notes, ...prose].flatMap((text) => text.match(/[\p{L}]+|[^\s\p{L}]/gu) ?? []);

describe("embeddingDrift", async () => {
  const tokenizer = await makeTokenizer(root, words);
  const tokens = Uint16Array.from(notes.flatMap((text) => [...tokenizer.encode(text)]));
  const probes = driftProbes(world, tokenizer, { tokens });
  const config = { ...oneLayer, vocabularySize: tokenizer.size };
  const before = initializePretrainingModel(config, 1).encoder;

  it("pairs tokens of terms with others that are about as frequent", () => {
    const ofTerms = new Set(worldTerms(world).flatMap((term) => [...tokenizer.encode(term)]));
    const counts = new Map<number, number>();
    for (const id of tokens) counts.set(id, (counts.get(id) ?? 0) + 1);
    expect(probes.pairs.length).toBeGreaterThan(10);
    for (const { target, match } of probes.pairs) {
      expect([ofTerms.has(target), ofTerms.has(match)]).toEqual([true, false]);
      expect(counts.get(match)! / counts.get(target)!).toBeGreaterThan(0.5);
      expect(counts.get(match)! / counts.get(target)!).toBeLessThan(2);
    }
    const read = new Set(probes.sentences.flatMap((row) => [...row]));
    for (const { target, match } of probes.pairs)
      expect([read.has(target), read.has(match)]).toEqual([true, true]);
  });

  it("is none between a model and itself", async () => {
    const vectors = await modelVectors(config, before, probes);
    const drift = embeddingDrift(vectors, vectors, probes)!;
    for (const kind of ["clinical", "general"] as const) {
      expect(drift[kind].embeddingCosine).toBeCloseTo(1, 6);
      expect(drift[kind].contextualCosine).toBeCloseTo(1, 6);
      expect(drift[kind].neighbourOverlap).toBe(1);
    }
    expect(embeddingDrift(vectors, vectors, { pairs: [], among: [] })).toBeUndefined();
  });

  it("is that of the rows that moved: those of terms turned round, the others left", async () => {
    const after = structuredClone(before);
    const { data } = after.embeddings.word;
    for (const { target } of probes.pairs)
      for (let k = 0; k < config.hiddenSize; k++) data[target * config.hiddenSize + k]! *= -1;
    const drift = embeddingDrift(
      await modelVectors(config, before, probes),
      await modelVectors(config, after, probes),
      probes,
    )!;
    expect(drift.clinical.embeddingCosine).toBeCloseTo(-1, 6);
    expect(drift.general.embeddingCosine).toBeCloseTo(1, 6);
    expect(drift.clinical.contextualCosine).toBeLessThan(drift.general.contextualCosine);
  });

  it("a token's mean state is the mean over the places where it stands", async () => {
    const [first, second] = [notes[0]!, notes[1]!].map((text) =>
      Int32Array.from(templateRow(tokenizer, [...tokenizer.encode(text).slice(0, 20)]).ids),
    );
    const { cls } = tokenizer.special;
    const at = async (rows: readonly Int32Array[]): Promise<Float32Array> => {
      const { data, width } = await contextualMeans(config, before, rows);
      return data.subarray(cls * width, (cls + 1) * width);
    };
    const [one, other] = [await at([first!]), await at([second!])];
    expect(cosine(one, other)).toBeLessThan(0.9999);
    const both = await at([first!, second!]);
    both.forEach((value, k) => expect(value).toBeCloseTo((one[k]! + other[k]!) / 2, 5));
  });
});
