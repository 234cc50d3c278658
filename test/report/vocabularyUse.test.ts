import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { tokenizerOfStandard, vocabularyUse } from "../../lib/report/vocabularyUse";
import { writeCorpus } from "../../lib/corpus/corpus";
import { generateGeneral } from "../../lib/synthetic/generator/generator";
import { tokenFrame } from "../../lib/statistics/frames";
import { buildTokenCache } from "../../lib/tokenization/tokenCache";
import type { Tokenizer } from "../../lib/tokenization/tokenizer";

const root = mkdtempSync(join(tmpdir(), "vocabulary-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const corpus = join(root, "corpus");
let bokmål: Tokenizer;

const fertility = async (tokenizer: Tokenizer) =>
  Object.fromEntries(
    (await tokenFrame(corpus, { tokenizer })).map((row) => [
      row.writtenStandard,
      row.subwords / row.words,
    ]),
  );

beforeAll(async () => {
  await writeCorpus({
    dir: corpus,
    name: "general",
    documents: generateGeneral({ documents: 60, seed: 1 }),
    settings: {},
    shareable: true,
  });
  bokmål = await tokenizerOfStandard([corpus], "nb", 600);
});

describe("a vocabulary", () => {
  it("a tokenizer of one standard cuts the other finer", async () => {
    const { nb, nn } = await fertility(bokmål);
    expect(nn).toBeGreaterThan(nb! + 0.1);
    const nynorsk = await tokenizerOfStandard([corpus], "nn", 600);
    const turned = await fertility(nynorsk);
    expect(turned["nb"]).toBeGreaterThan(turned["nn"]! + 0.1);
  });

  it("every entry of a vocabulary is used by both, by one, or by nobody", async () => {
    const cache = await buildTokenCache({
      corpusDir: corpus,
      tokenizer: bokmål,
      dir: join(root, "tokens"),
    });
    const use = vocabularyUse([cache], bokmål);
    expect(use.both + use.nb + use.nn + use.neither).toBe(bokmål.size);
    expect(use.nb).toBeGreaterThan(use.nn);
    expect(vocabularyUse([], bokmål)).toEqual({ both: 0, nb: 0, nn: 0, neither: bokmål.size });
  });
});
