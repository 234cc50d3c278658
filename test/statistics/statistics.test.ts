import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeCorpus } from "../../lib/corpus/corpus";
import { identifiedFrame, pairFrame, usedTermFrame } from "../../lib/statistics/frames";
import { corpusFrame } from "../../lib/corpus/corpusRows";
import { corpusStatistics } from "../../lib/statistics/statistics";
import type { CorpusStatistics } from "../../lib/statistics/statistics";
import type { NamedTokenizers } from "../../lib/statistics/tokenCounts";

const root = mkdtempSync(join(tmpdir(), "statistics-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const dir = join(root, "corpus");
const long = Array.from({ length: 250 }, (_, i) => `ord${i % 150}`).join(" ");
let statistics: CorpusStatistics;

/** Stand-ins for tokenizers: so many pieces for a text. */
const cutting = (piecesOf: (text: string) => number): NamedTokenizers[string] => ({
  encode: (text) => new Int32Array(piecesOf(text)),
  encodeWords: (words) => {
    const wordOf = words.flatMap((word, i) => new Array<number>(piecesOf(word)).fill(i));
    return { ids: new Int32Array(wordOf.length), wordOf: Int32Array.from(wordOf) };
  },
});
const byLetters = cutting((text) => text.length);
const byHalves = cutting(() => 2);

beforeAll(async () => {
  const rows = [
    ["Pasienten har høyt BT, 120/80.", "nb", "epikrise", "Vest", 2019],
    ["Pasienten har høgt BT, 120/80.", "nn", "epikrise", "Vest", 2020],
    ["Pasienten har høyt BT, 120/80.", "nb", "notat", "Fjord", 2020],
    ["Åndenød. åndenød! ÅNDENØD? e\u0301n é", "nn", "notat", "", 0],
    [long, "either", "notat", "", 2020],
  ] as const;
  await writeCorpus({
    dir,
    name: "five",
    documents: rows.map(([text, writtenStandard, documentType, trust, year], i) => ({
      id: `d${i}`,
      text,
      writtenStandard,
      documentType,
      trust,
      year,
      source: "test",
    })),
    settings: {},
    shareable: true,
    skipped: { "near duplicate": 4 },
  });
  statistics = await corpusStatistics(dir);
});

describe("corpusStatistics", () => {
  it("counts what can be counted by hand", () => {
    const bytes =
      31 + 31 + 31 + Buffer.byteLength("Åndenød. åndenød! ÅNDENØD? e\u0301n é") + long.length;
    expect(statistics).toMatchObject({
      name: "five",
      documents: 5,
      words: 6 + 6 + 6 + 5 + 250,
      // pasienten har høyt høgt bt 120 80, åndenød én é, 150 invented words
      wordTypes: 7 + 3 + 150,
      bytes,
      byStandard: {
        nb: { documents: 2, words: 12, wordTypes: 6 },
        nn: { documents: 2, words: 11, wordTypes: 9 },
        either: { documents: 1, words: 250, wordTypes: 150 },
      },
      byDocumentType: {
        epikrise: { documents: 2, words: 12 },
        notat: { documents: 3, words: 261 },
      },
      byTrust: {
        Vest: { documents: 2, words: 12 },
        Fjord: { documents: 1, words: 6 },
        "": { documents: 2, words: 255 },
      },
      byYear: {
        "0": { documents: 1, words: 5 },
        "2019": { documents: 1, words: 6 },
        "2020": { documents: 3, words: 262 },
      },
      duplicates: 1,
      leftOut: { "near duplicate": 4 },
    });
    expect(statistics.wordsPerDocument).toMatchObject({
      min: 5,
      p25: 6,
      p50: 6,
      p75: 6,
      max: 250,
      mean: 273 / 5,
    });
    expect(statistics.wordsPerDocumentByType["epikrise"]).toEqual({
      mean: 6,
      min: 6,
      p05: 6,
      p25: 6,
      p50: 6,
      p75: 6,
      p95: 6,
      max: 6,
    });
    expect(statistics.wordsPerDocumentByType["notat"]).toMatchObject({ min: 5, p50: 6, max: 250 });
  });

  it("gives growth of the vocabulary and frequency by rank, per written standard", () => {
    expect(statistics.vocabularyGrowth["either"]).toEqual([
      { words: 100, wordTypes: 100 },
      { words: 200, wordTypes: 150 },
      { words: 250, wordTypes: 150 },
    ]);
    const ranks = statistics.rankFrequency["either"]!;
    expect(ranks[0]).toEqual({ rank: 1, count: 2 });
    expect(ranks.at(-1)).toEqual({ rank: 126, count: 1 });
    expect(ranks.find(({ rank }) => rank === 100)).toEqual({ rank: 100, count: 2 });
    expect(statistics.rankFrequency["nb"]![0]).toEqual({ rank: 1, count: 2 });
  });

  it("counts the documents that can teach next sentence", () => {
    // "Åndenød. åndenød! ÅNDENØD?" breaks once: a sentence does not begin with a small letter.
    expect(statistics.sentences).toMatchObject({
      documents: 5,
      sentences: 3 + 2 + 1,
      pairDocuments: 1,
      pairWords: 5,
    });
    expect(statistics.sentences.byType).toContainEqual({
      documentType: "notat",
      writtenStandard: "nn",
      documents: 1,
      sentences: 2,
      words: 5,
      pairDocuments: 1,
      pairWords: 5,
    });
  });

  it("says that identifiers are not known, and counts tokens and terms only when asked", () => {
    expect(statistics.identifiers).toEqual({
      documents: 0,
      words: 0,
      spans: 0,
      density: 0,
      byLabel: {},
      byStandard: {},
      byDocumentType: {},
    });
    expect(statistics.tokens).toBeUndefined();
    expect(statistics.terms).toBeUndefined();
  });

  it("counts tokens and terms with several tokenizers", async () => {
    const asked = await corpusStatistics(dir, {
      tokenizers: { letters: byLetters, halves: byHalves },
      terms: [{ term: "åndenød", category: "sign", writtenStandard: "nb" }],
    });
    const group = { documentType: "epikrise", writtenStandard: "nb" };
    const row = { ...group, documents: 1, words: 4, pairTokens: 0 };
    // "Pasienten har høyt BT" is 9 + 3 + 4 + 2 letters.
    expect(asked.tokens).toContainEqual({ ...row, tokenizer: "letters", tokens: 30, subwords: 18 });
    expect(asked.tokens).toContainEqual({ ...row, tokenizer: "halves", tokens: 2, subwords: 8 });
    expect(asked.terms!.listed.map(({ tokenizer, pieces }) => [tokenizer, pieces])).toEqual([
      ["letters", 7],
      ["halves", 2],
    ]);
    expect(asked.terms!.used[0]).toMatchObject({ writtenStandard: "nn", terms: 3, pieces: 21 });
  });

  it("holds no word of the corpus", () => {
    expect(JSON.stringify(statistics)).not.toMatch(/pasienten|ord1\b|åndenød/i);
  });
});

describe("corpusFrame", () => {
  it("has a row of labels and sizes for each document", async () => {
    const frame = await corpusFrame(dir);
    expect(frame).toHaveLength(5);
    expect(frame[1]).toEqual({
      id: "d1",
      documentType: "epikrise",
      writtenStandard: "nn",
      trust: "Vest",
      year: 2020,
      words: 6,
      characters: 30,
    });
    expect(frame.reduce((sum, row) => sum + row.words, 0)).toBe(statistics.words);
  });
});

describe("frames", () => {
  it("sentence pairs and terms are those of the statistics", async () => {
    expect(await pairFrame(dir)).toEqual(statistics.sentences.byType);
    const terms = [{ term: "BT", category: "måling", writtenStandard: "either" }] as const;
    const rows = await usedTermFrame(dir, terms, { letters: byLetters });
    expect(
      rows.map(({ writtenStandard, terms, pieces }) => [writtenStandard, terms, pieces]),
    ).toEqual([
      ["nb", 2, 4],
      ["nn", 1, 2],
    ]);
  });

  it("counts the standards that are found beside those that are given", async () => {
    const frame = await identifiedFrame(dir, (text) => (text.includes("ø") ? "nb" : "either"));
    expect(frame).toEqual([
      { documentType: "epikrise", given: "nb", found: "nb", documents: 1 },
      { documentType: "epikrise", given: "nn", found: "nb", documents: 1 },
      { documentType: "notat", given: "either", found: "either", documents: 1 },
      { documentType: "notat", given: "nb", found: "nb", documents: 1 },
      { documentType: "notat", given: "nn", found: "nb", documents: 1 },
    ]);
  });
});
