import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fertilityFrame, tokenizerOfStandard, vocabularyUse } from "../../lib/report/fertility";
import { writeCorpus } from "../../lib/text/corpus";
import { generateGeneral } from "../../lib/text/generator/generator";
import { buildTokenCache } from "../../lib/text/tokenCache";
import type { Tokenizer } from "../../lib/text/tokenization/tokenizer";

const root = mkdtempSync(join(tmpdir(), "fertility-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const corpus = join(root, "corpus");
let bokmål: Tokenizer;

const perWord = (rows: Awaited<ReturnType<typeof fertilityFrame>>) =>
  Object.fromEntries(rows.map((row) => [row.writtenStandard, row.subwords / row.words]));

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

describe("fertility", () => {
  it("counts runs of letters and their pieces; digits and punctuation count nothing", async () => {
    const dir = join(root, "one");
    const row = { writtenStandard: "nn", documentType: "notat", trust: "", year: 0 } as const;
    const texts = ["Å, så 12 år (37,5)!", "år"];
    await writeCorpus({
      dir,
      name: "one",
      documents: texts.map((text, i) => ({ ...row, id: `d${i}`, text, source: "test" })),
      settings: {},
      shareable: true,
    });
    const letters = { encode: (word: string) => new Int32Array(word.length) } as Tokenizer;
    expect(await fertilityFrame(dir, letters)).toEqual([
      { documentType: "notat", writtenStandard: "nn", words: 4, subwords: 7 },
    ]);
  });

  it("a tokenizer of one standard cuts the other finer", async () => {
    const { nb, nn } = perWord(await fertilityFrame(corpus, bokmål));
    expect(nn).toBeGreaterThan(nb! + 0.1);
    const nynorsk = await tokenizerOfStandard([corpus], "nn", 600);
    const turned = perWord(await fertilityFrame(corpus, nynorsk));
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
