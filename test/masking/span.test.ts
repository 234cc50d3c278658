import { describe, expect, it } from "vitest";
import { maskRow } from "../../lib/masking/masking";
import { chooseSpans } from "../../lib/masking/span";
import { random } from "../../lib/random";
import { cls, makeRow, mask, sep, vocabulary } from "./smallVocabulary";

/** `[CLS]`, so many ordinary tokens, `[SEP]`. */
const plainRow = (tokens: number): Int32Array =>
  Int32Array.from([cls, ...Array.from({ length: tokens }, (_, i) => 5 + (i % 190)), sep]);
const spansOf = (row: Int32Array, rate: number, seed: number) =>
  chooseSpans(row, rate, random(seed, "test spans"), vocabulary);

describe("spans", () => {
  it("are runs of neighbours, without overlaps, and stop at special tokens", () => {
    for (let seed = 0; seed < 500; seed++) {
      const row = makeRow(seed, 20 + (seed % 100));
      const spans = spansOf(row, 0.1 + (seed % 9) / 10, seed);
      const all = spans.flat();
      expect(new Set(all).size).toBe(all.length);
      for (const span of spans) {
        expect(span.length).toBeLessThanOrEqual(9);
        span.forEach((position, i) => {
          expect(vocabulary.isSpecial(row[position]!)).toBe(false);
          if (i > 0) expect(position).toBe(span[i - 1]! + 1);
        });
      }
    }
  });

  it("go on behind special tokens as another span: none covers tokens of two documents", () => {
    const row = Int32Array.from([...plainRow(4), ...plainRow(4), ...plainRow(4)]);
    const documentOf = (position: number) => Math.floor(position / 6);
    let behind = 0;
    for (let seed = 0; seed < 500; seed++) {
      const spans = spansOf(row, 0.5, seed);
      for (const span of spans) expect(new Set(span.map(documentOf)).size).toBe(1);
      // Pieces of one span follow each other.
      behind += spans.filter(
        ([first], i) => i > 0 && first! % 6 === 1 && spans[i - 1]!.at(-1) === first! - 3,
      ).length;
    }
    expect(behind).toBeGreaterThan(100);
  });

  it("cover the budget on their union, to the token", () => {
    const row = plainRow(100);
    for (const rate of [0.15, 0.4, 0.8, 1])
      for (let seed = 0; seed < 50; seed++)
        expect(spansOf(row, rate, seed).flat()).toHaveLength(Math.round(100 * rate));
    // Where the budget is no whole number, its mean is exact.
    let chosen = 0;
    for (let seed = 0; seed < 4000; seed++)
      chosen += spansOf(plainRow(23), 0.15, seed).flat().length;
    expect(Math.abs(chosen / 4000 - 23 * 0.15)).toBeLessThan(0.05);
  });

  it("have geometric lengths up to 9, as NorBERT3's", () => {
    // Long rows and a low rate: hardly any span meets another or an edge. The last is cut, and not counted.
    const counts = new Array<number>(10).fill(0);
    const row = plainRow(60_000);
    for (let seed = 0; seed < 150; seed++)
      for (const span of spansOf(row, 0.01, seed).slice(0, -1)) counts[span.length]!++;
    const total = counts.reduce((sum, n) => sum + n, 0);
    expect(total).toBeGreaterThan(30_000);
    const within = 1 - (2 / 3) ** 9;
    for (let length = 1; length <= 9; length++) {
      const expected = ((1 / 3) * (2 / 3) ** (length - 1)) / within;
      expect(Math.abs(counts[length]! / total - expected), `length ${length}`).toBeLessThan(0.01);
    }
  });

  it("hide the first and the last token about as often as one in the middle", () => {
    const counts = new Array<number>(32).fill(0);
    const rows = 6000;
    for (let seed = 0; seed < rows; seed++)
      for (const position of spansOf(plainRow(30), 0.2, seed).flat()) counts[position]!++;
    // Somewhat more often: the last span is cut at its end, which is less often at the row's edge.
    for (const position of [1, 2, 15, 29, 30])
      expect(Math.abs(counts[position]! / rows - 0.2), `position ${position}`).toBeLessThan(0.04);
  });

  it("share one draw: hidden, replaced or left as a whole", () => {
    let mixed = 0;
    let several = 0;
    for (let seed = 0; seed < 800; seed++) {
      const row = plainRow(60);
      const { input } = maskRow(
        row,
        { unit: "span", rate: 0.15 },
        0,
        random(seed, "test spans"),
        vocabulary,
      );
      for (const span of spansOf(row, 0.15, seed).filter(({ length }) => length > 1)) {
        several++;
        const masks = span.filter((position) => input[position] === mask).length;
        mixed += Number(masks > 0 && masks < span.length);
      }
    }
    expect(several).toBeGreaterThan(1000);
    expect(mixed).toBe(0);
  });
});
