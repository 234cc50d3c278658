import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { saveModel } from "../../lib/encoder/checkpoint";
import { initializeEncoder } from "../../lib/encoder/encoder";
import { initializeTokenHead } from "../../lib/encoder/heads";
import { bioLabels, splitWords } from "../../lib/evaluation/entities";
import {
  createWordScorer,
  loadEntityTagger,
  type EntityTagger,
} from "../../lib/evaluation/entityInference";
import { windowsOf } from "../../lib/evaluation/windows";
import { random } from "../../lib/random";
import type { Tokenizer } from "../../lib/tokenization/tokenizer";
import { makeTokenizer, oneLayer } from "../smallModel";

const root = mkdtempSync(join(tmpdir(), "entity-inference-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const dir = join(root, "model");
const vocabulary = ["Odd", "heter", "heiter", "og", "eit", "et", "feber"];
const rowLength = 64;
// Weights so large that each word's answer depends on what stands around it.
const shape = { ...oneLayer, initializerRange: 0.5, maximumPositions: rowLength };
const draw = random(1, "test entity inference");
const text = Array.from({ length: 1000 }, () => draw.pick(vocabulary)).join(" ");
const words = splitWords(text);

let tokenizer: Tokenizer;
let tagger: EntityTagger;
const model = () => {
  const config = { ...shape, vocabularySize: tokenizer.size };
  const encoder = initializeEncoder(config, 1);
  return { config, weights: { encoder, token: initializeTokenHead(config, bioLabels.length, 1) } };
};
beforeAll(async () => {
  tokenizer = await makeTokenizer(root, vocabulary);
  const { config, weights } = model();
  await saveModel(dir, config, weights, { tokenizerDir: root, labels: bioLabels });
  tagger = await loadEntityTagger(dir);
});
afterAll(() => tagger.release());

/** For each word how often it was scored, and the first logit of the last time. */
async function score(overlap: number): Promise<{ times: number[]; logits: number[] }> {
  const { config, weights } = model();
  const scorer = createWordScorer({
    config,
    model: weights,
    classes: bioLabels.length,
    tokenizer,
    batchSize: 4,
    sequenceLength: rowLength,
    overlap,
  });
  const [times, logits] = [words.map(() => 0), words.map(() => 0)];
  await scorer.score([text], [words], (_, word, values) => {
    times[word]!++;
    logits[word] = values[0]!;
  });
  await scorer.release();
  return { times, logits };
}
const differences = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
  Array.from(a).filter((value, i) => Math.abs(value - b[i]!) > 1e-3).length;

describe("a tagger on a text of many rows", () => {
  it("gives each word what the row in which it has most context gives when it stands alone", async () => {
    const [whole] = await tagger.shares([text]);
    const windows = windowsOf(
      tokenizer,
      text,
      words,
      0,
      rowLength,
      Math.floor((rowLength - 2) / 3),
    );
    expect(windows.length).toBeGreaterThan(20);
    const alone = new Float64Array(words.length);
    for (const { row, words: own, columns } of windows) {
      // Every word is one token here, so that a row is a stretch of as many words.
      const start = own[0]! - (columns[0]! - 1);
      const stretch = words.slice(start, start + row.ids.length - 2);
      const [read] = await tagger.shares([text.slice(stretch[0]!.start, stretch.at(-1)!.end)]);
      columns.forEach((column, i) => (alone[own[i]!] = read!.shares[column - 1]!));
    }
    expect(differences(whole!.shares, alone)).toBe(0);
  });

  it("scores each word once, and what rows share changes the answers", async () => {
    const [apart, overlapping] = [await score(0), await score(20)];
    expect(new Set(apart.times)).toEqual(new Set([1]));
    expect(new Set(overlapping.times)).toEqual(new Set([1]));
    expect(differences(apart.logits, overlapping.logits)).toBeGreaterThan(100);
  });
});
