import { describe, expect, it } from "vitest";
import { buckets, featureSettings, normalizedWords } from "../../lib/writtenStandard/features";

const of = (text: string): number[] => [...buckets(normalizedWords(text))];

describe("normalizedWords", () => {
  it("reads å, ø and æ composed or not, any case, and every number alike", () => {
    const text = "Blåmerke på HØGRE lår, 3,5 x 12 cm – sjå òg «Ærfugl».";
    const words = normalizedWords(text);
    expect(words).toEqual([
      "blåmerke",
      "på",
      "høgre",
      "lår",
      "0",
      "0",
      "x",
      "0",
      "cm",
      "sjå",
      "òg",
      "ærfugl",
    ]);
    expect(normalizedWords(text.normalize("NFD"))).toEqual(words);
  });

  it("finds no words in what has none", () => {
    for (const text of ["", "  \n", "…!?", "🙂"]) expect(normalizedWords(text)).toEqual([]);
  });
});

describe("buckets", () => {
  it("are the same for the same text, in range, and each there once", () => {
    const found = of("Ikkje teikn til infeksjon, ikkje feber, ikkje smerter.");
    expect(found).toEqual(of("ikkje TEIKN til infeksjon; ikkje feber: ikkje smerter"));
    expect(new Set(found).size).toBe(found.length);
    for (const bucket of found) {
      expect(Number.isInteger(bucket)).toBe(true);
      expect(bucket >= 0 && bucket < featureSettings.buckets).toBe(true);
    }
  });

  it("does not carry over what an earlier text had", () => {
    const alone = of("ho har vondt");
    of("han har vondt i ryggen, ho òg");
    expect(of("ho har vondt")).toEqual(alone);
  });

  it("tells words from pieces, and the order of neighbours", () => {
    const [word, longer] = [new Set(of("en")), new Set(of("pasienten"))];
    // "pasienten" holds the piece "en" and its ending, not the word, its beginning or its pairs.
    expect([...word].filter((bucket) => !longer.has(bucket)).length).toBeGreaterThanOrEqual(4);
    expect(new Set(of("har ho vondt"))).not.toEqual(new Set(of("ho har vondt")));
  });

  it("grows with a word by its pieces of up to five characters, the word and a pair", () => {
    // <ab>: a b | <a ab b> | <ab ab> | <ab> | the word | before and after it
    expect(of("ab").length).toBe(2 + 3 + 2 + 1 + 1 + 2);
    expect(of("").length).toBe(0);
  });
});
