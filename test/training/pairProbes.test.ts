import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { random } from "../../lib/random";
import { writeCorpus } from "../../lib/corpus/corpus";
import { generateClinical } from "../../lib/synthetic/generator/generator";
import { createWorld } from "../../lib/synthetic/generator/world";
import { buildTokenCache, type TokenCache } from "../../lib/tokenization/tokenCache";
import { loadTokenizer, saveTokenizer } from "../../lib/tokenization/tokenizer";
import type { Tokenizer } from "../../lib/tokenization/tokenizer";
import { trainTokenizer } from "../../lib/tokenization/tokenizerTraining";
import { trainingBatches } from "../../lib/training/batches";
import {
  pairsOf,
  probePairs,
  type PairProbeName,
  type SentencePair,
} from "../../lib/training/pairProbes";

const root = mkdtempSync(join(tmpdir(), "pairs-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));
let cache: TokenCache;
let tokenizer: Tokenizer;
beforeAll(async () => {
  const dir = join(root, "corpus");
  await writeCorpus({
    ...{ dir, name: "notes", settings: {}, shareable: true },
    documents: generateClinical({ world: createWorld(1), documents: 3000, seed: 1 }),
  });
  const options = { corpora: [dir], vocabularySize: 2000, lowercase: false };
  saveTokenizer(join(root, "tokenizer"), await trainTokenizer(options));
  tokenizer = await loadTokenizer(join(root, "tokenizer"));
  cache = await buildTokenCache({ corpusDir: dir, tokenizer, dir: join(root, "tokens") });
}, 120_000);

/**
 * One epoch: another would show the same first parts again. Most notes are longer than a row, so that where
 * a passage begins and ends could tell.
 */
function pairsIn(layout: "padded" | "packed", batches: number): SentencePair[] {
  const batchAt = trainingBatches(
    { cache, tokenizer },
    {
      ...{ objective: "mlm+nsp", masking: { unit: "subword", rate: 0.15 }, layout },
      ...{ sequenceLength: 64, rows: 8, heldOutShare: 0.05 },
    },
    1,
  );
  return Array.from({ length: batches }, (_, n) => batchAt(n, 0)).flatMap((batch) =>
    pairsOf(batch, tokenizer.special.sep, cache.writtenStandard),
  );
}

const trivial: readonly PairProbeName[] = [
  "words of the first part",
  "words of the second part",
  "words of both parts",
  "lengths",
  "where they begin and end",
];

describe("sentence pairs of generated notes", () => {
  it.each([
    ["padded", 350],
    ["packed", 1500],
  ] as const)(
    "in %s rows are not told apart by words, lengths or ends, in either standard",
    (layout, batches) => {
      const pairs = pairsIn(layout, batches);
      // Ten thousand packed ones: four standard errors are five points.
      expect(pairs.length).toBeGreaterThan(layout === "packed" ? 10_000 : 2500);
      const probes = probePairs(pairs, 1);
      for (const { probe, writtenStandard, accuracy, standardError } of probes)
        if (trivial.includes(probe))
          expect(Math.abs(accuracy - 0.5), `${probe}, ${writtenStandard}`).toBeLessThan(
            4 * standardError,
          );
      expect(new Set(probes.map(({ writtenStandard }) => writtenStandard)).size).toBe(2);
    },
  );

  it.each([
    ["lengths", (pair: SentencePair) => ({ ...pair, second: Array.from(pair.second).slice(0, 3) })],
    [
      "words of the second part",
      (pair: SentencePair) => ({ ...pair, second: [...Array.from(pair.second), 777] }),
    ],
    [
      "words of the first part",
      (pair: SentencePair) => ({ ...pair, first: [777, ...Array.from(pair.first)] }),
    ],
    [
      "where they begin and end",
      (pair: SentencePair) => ({ ...pair, second: [...Array.from(pair.second), 5] }),
    ],
    [
      "words in common",
      (pair: SentencePair) => ({ ...pair, second: Array.from(pair.first).slice(0, 8) }),
    ],
  ] as const)("with a planted cue are told apart by %s", (name, plant) => {
    const draw = random(1, "planted cues");
    const planted = pairsIn("padded", 140).map((pair) =>
      // In seven of ten of one kind, in none of the other.
      pair.label === 1 && draw.uniform() < 0.7 ? plant(pair) : pair,
    );
    const probes = probePairs(planted, 1).filter(({ probe }) => probe === name);
    expect(probes).toHaveLength(2);
    for (const { accuracy } of probes) expect(accuracy).toBeGreaterThan(0.7);
  });
});
