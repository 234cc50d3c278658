import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeCorpus } from "../../lib/text/corpus";
import { corpusFrame, corpusStatistics } from "../../lib/text/statistics";
import type { CorpusStatistics } from "../../lib/text/statistics";

const root = mkdtempSync(join(tmpdir(), "statistics-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const dir = join(root, "corpus");
const long = Array.from({ length: 250 }, (_, i) => `ord${i % 150}`).join(" ");
let statistics: CorpusStatistics;

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
    });
    expect(statistics.wordsPerDocument).toMatchObject({
      min: 5,
      p25: 6,
      p50: 6,
      p75: 6,
      max: 250,
      mean: 273 / 5,
    });
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
