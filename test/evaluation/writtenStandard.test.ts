import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import {
  readLabelledTexts,
  scoreWrittenStandard,
} from "../../lib/evaluation/writtenStandardScores";
import { heldOutSets } from "../../lib/evaluation/writtenStandardSets";
import { dataFiles, dataFolder, needs } from "../needs";
import { bokmaal, nynorsk } from "../writtenStandard/sentences";

const temporary = mkdtempSync(join(tmpdir(), "scores-"));
afterAll(() => rmSync(temporary, { recursive: true, force: true }));
const file = (content: string | Buffer): string => {
  const path = join(temporary, "eval.jsonl");
  writeFileSync(path, content);
  return path;
};

describe("scoreWrittenStandard", () => {
  const nb = { text: "Jeg vet ikke hva hun gjør på sykehuset.", writtenStandard: "nb" } as const;
  const nn = { text: "Eg veit ikkje kva ho gjer på sjukehuset.", writtenStandard: "nn" } as const;
  const mislabelled = { ...nn, writtenStandard: "nb" } as const;
  const unsure = { text: "12 34", writtenStandard: "nb" } as const;

  it("counts forced answers, either, and both by class and length", () => {
    const scores = scoreWrittenStandard([nb, nb, nn, mislabelled, unsure]);
    // No evidence counts as bokmål when forced, so the text without letters is right.
    expect(scores).toMatchObject({
      texts: 5,
      accuracy: 4 / 5,
      either: 1 / 5,
      accuracyOfAnswered: 3 / 4,
      confusion: { nb: { nb: 2, nn: 1, either: 1 }, nn: { nb: 0, nn: 1, either: 0 } },
      perClass: {
        nb: { precision: 1, recall: 3 / 4, support: 4 },
        nn: { precision: 1 / 2, recall: 1, support: 1 },
      },
    });
    expect(scores.byLength.map(({ words, texts }) => [words, texts.nb + texts.nn])).toEqual([
      ["1-3", 1],
      ["4-7", 0],
      ["8-15", 4],
      ["16-30", 0],
      ["31+", 0],
    ]);
    expect(scores.byLength[2]!.accuracy).toEqual({ nb: 2 / 3, nn: 1 });
    expect(scores.byLength[4]!.accuracy).toEqual({ nb: null, nn: null });
  });

  it("has no accuracy of answers where every answer is either", () => {
    expect(scoreWrittenStandard([unsure]).accuracyOfAnswered).toBeNull();
  });

  it("scores our own sentences in both standards", () => {
    const texts = [
      ...bokmaal.map((text) => ({ text, writtenStandard: "nb" as const })),
      ...nynorsk.map((text) => ({ text, writtenStandard: "nn" as const })),
    ];
    expect(scoreWrittenStandard(texts).accuracy).toBeGreaterThanOrEqual(0.95);
  });
});

describe("readLabelledTexts", () => {
  it("reads JSON lines, with a byte order mark, empty lines and other fields", async () => {
    const path = file(
      '\uFEFF{"text":"Ho er frisk","writtenStandard":"nn","id":1}\r\n\n{"text":"Hun er frisk","writtenStandard":"nb"}',
    );
    expect(await readLabelledTexts(path)).toEqual([
      { text: "Ho er frisk", writtenStandard: "nn" },
      { text: "Hun er frisk", writtenStandard: "nb" },
    ]);
  });

  const good = '{"text":"Hun er frisk","writtenStandard":"nb"}\n';
  it.each([
    ["broken JSON", good + '{"text":"hemmeleg', ":2: broken JSON"],
    ["no text", good + '{"writtenStandard":"nb"}', ":2: no text"],
    ["empty text", '{"text":" ","writtenStandard":"nb"}', ":1: no text"],
    ["no label", '{"text":"hemmeleg"}', ":1: no writtenStandard"],
    [
      "either",
      good + good + '{"text":"hemmeleg","writtenStandard":"either"}',
      ":3: writtenStandard is not nb or nn",
    ],
    [
      "another language",
      '{"text":"hemmeleg","writtenStandard":"da"}',
      ":1: writtenStandard is not nb or nn",
    ],
    ["a number", '{"text":"hemmeleg","writtenStandard":1}', ":1: writtenStandard is not nb or nn"],
    ["invalid UTF-8", Buffer.from([0x7b, 0xe6, 0x7d]), ":1: invalid UTF-8"],
    ["nothing", "", "no texts to score"],
  ])(
    "refuses a file in one line that says where, without its text: %s",
    async (_, content, what) => {
      const error = await readLabelledTexts(file(content)).then(
        () => undefined,
        (thrown: unknown) => thrown as Error,
      );
      expect(error?.name).toBe("InputError");
      expect(error?.message).toContain(what);
      expect(error?.message).not.toMatch(/hemmeleg|\n/);
    },
  );
});

describe(
  "the shipped weights on held-out text",
  needs(dataFiles("ud-norwegian", "normedqa", "nor-deid")),
  () => {
    it("are right about natural and generated text as often as promised", async () => {
      const sets = await heldOutSets(dataFolder);
      const of = (name: keyof typeof sets): ReturnType<typeof scoreWrittenStandard> =>
        scoreWrittenStandard(sets[name]);
      const sentences = of("ud-sentences");
      expect(sentences.texts).toBeGreaterThan(3000);
      expect(sentences.accuracy).toBeGreaterThanOrEqual(0.94);
      for (const standard of ["nb", "nn"] as const)
        expect(sentences.perClass[standard].recall).toBeGreaterThanOrEqual(0.93);
      expect(sentences.accuracyOfAnswered).toBeGreaterThanOrEqual(0.98);
      expect(sentences.either).toBeLessThanOrEqual(0.12);
      expect(of("ud-documents").accuracy).toBeGreaterThanOrEqual(0.995);
      expect(of("normedqa-questions").accuracy).toBeGreaterThanOrEqual(0.995);
      expect(of("nor-deid-documents").accuracy).toBeGreaterThanOrEqual(0.995);
      expect(of("generated-clinical-documents").accuracy).toBeGreaterThanOrEqual(0.995);
      expect(of("generated-clinical-sentences").accuracy).toBeGreaterThanOrEqual(0.94);
    });
  },
);
