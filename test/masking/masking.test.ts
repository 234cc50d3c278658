import { describe, expect, it } from "vitest";
import { fixedValidation, maskRow, type Masking } from "../../lib/masking/masking";
import { indexTerms } from "../../lib/masking/term";
import { random } from "../../lib/random";
import { cls, makePackedRow, makeRow, mask, pad, sep, unk, vocabulary } from "./smallVocabulary";

// Tokens 10 and 12 are frequent enough in random rows; 12 continues a word.
const terms = indexTerms([[10], [10, 12], [20, 21, 11], [50]]);
const maskingOf = (unit: Masking["unit"], rate: number): Masking =>
  unit === "term" ? { unit, rate, termRate: rate } : { unit, rate };
const units = [
  "subword",
  "wholeWord",
  "span",
  "term",
] as const satisfies readonly Masking["unit"][];

const maskedRow = (row: Int32Array, masking: Masking, seed: number) =>
  maskRow(row, masking, 0.5, random(seed, "test masking"), vocabulary, terms);

const oneToken = (seed: number): Int32Array => Int32Array.of(cls, 5 + (seed % 195), sep);
const withoutSpecial = (seed: number): Int32Array =>
  makeRow(seed, 80).filter((token) => !vocabulary.isSpecial(token));

describe.each(units)("%s masking", (unit) => {
  it.each([
    ["any row", (seed: number) => makeRow(seed, 4 + (seed % 90))],
    ["packed documents", (seed: number) => makePackedRow(seed, 16 + (seed % 180))],
    ["one token", oneToken],
    ["a row without special tokens", withoutSpecial],
    ["an empty row", () => new Int32Array(0)],
  ])("of %s keeps its invariants", (_, rowOf) => {
    for (let seed = 0; seed < 400; seed++) {
      const row = rowOf(seed);
      const before = row.slice();
      const { input, positions, labels } = maskedRow(row, maskingOf(unit, (seed % 11) / 10), seed);
      expect(row, "the row is not modified").toEqual(before);
      expect(input).toHaveLength(row.length);
      expect(labels, "labels are the original tokens").toEqual(positions.map((p) => row[p]!));
      const maskable = row.filter((token) => !vocabulary.isSpecial(token)).length;
      expect(positions.length).toBeGreaterThanOrEqual(Math.min(1, maskable));
      expect(new Set(positions).size, "no position twice").toBe(positions.length);
      expect(positions, "ascending").toEqual(positions.slice().sort());
      for (const label of labels) expect(vocabulary.isSpecial(label)).toBe(false);
      const chosen = new Set(positions);
      input.forEach((token, i) => {
        if (!chosen.has(i)) expect(token, "others stay").toBe(row[i]);
        else if (token !== mask) expect(vocabulary.isSpecial(token)).toBe(false);
      });
    }
  });

  it("is the same for the same stream and another for another", () => {
    const row = makeRow(3, 60);
    const masking = maskingOf(unit, 0.3);
    expect(maskedRow(row, masking, 1)).toEqual(maskedRow(row, masking, 1));
    expect(maskedRow(row, masking, 1)).not.toEqual(maskedRow(row, masking, 2));
  });

  it("hides nothing in a row of special tokens, and does not hang", () => {
    const row = Int32Array.of(cls, unk, sep, pad, pad);
    expect(maskedRow(row, maskingOf(unit, 0.5), 1)).toEqual({
      input: row,
      positions: new Int32Array(0),
      labels: new Int32Array(0),
    });
  });

  it.each([0.15, 0.3, 0.5])("hides the share %f of tokens, also of short rows", (rate) => {
    for (const length of [24, 64]) {
      let masked = 0;
      let maskable = 0;
      for (let seed = 0; seed < 3000; seed++) {
        const row = makeRow(seed, length);
        masked += maskedRow(row, maskingOf(unit, rate), seed).positions.length;
        maskable += row.filter((token) => !vocabulary.isSpecial(token)).length;
      }
      // In a short row something is hidden even where the draw says nothing.
      expect(Math.abs(masked / maskable - rate)).toBeLessThan(length === 24 ? 0.02 : 0.005);
    }
  });

  it("hides the share of packed rows too, in short documents as in long ones", () => {
    // Tokens of documents up to ten tokens, and of longer ones: masked and all.
    const counts = { short: [0, 0], long: [0, 0] };
    for (let seed = 0; seed < 3000; seed++) {
      const row = makePackedRow(seed, 128);
      const chosen = new Set(maskedRow(row, maskingOf(unit, 0.2), seed).positions);
      let start = 0;
      row.forEach((token, at) => {
        if (token === cls) start = at;
        if (token !== sep) return;
        const count = counts[at - start - 1 <= 10 ? "short" : "long"];
        for (let i = start + 1; i < at; i++) {
          count[0]! += Number(chosen.has(i));
          count[1]!++;
        }
      });
    }
    for (const [masked, all] of Object.values(counts)) {
      expect(all).toBeGreaterThan(30_000);
      expect(Math.abs(masked! / all! - 0.2)).toBeLessThan(0.01);
    }
  });

  it("hides 80 %, replaces 10 % and leaves 10 %, within 1 %", () => {
    const counts = { mask: 0, random: 0, same: 0 };
    let total = 0;
    for (let seed = 0; seed < 2500; seed++) {
      const row = makeRow(seed, 96);
      const { input, positions } = maskedRow(row, maskingOf(unit, 0.5), seed);
      for (const p of positions)
        counts[input[p] === mask ? "mask" : input[p] === row[p] ? "same" : "random"]++;
      total += positions.length;
    }
    expect(total).toBeGreaterThan(90_000);
    expect(Math.abs(counts.mask / total - 0.8)).toBeLessThan(0.01);
    expect(Math.abs(counts.random / total - 0.1)).toBeLessThan(0.01);
    expect(Math.abs(counts.same / total - 0.1)).toBeLessThan(0.01);
  });
});

describe("a changing rate", () => {
  const share = (masking: Masking, progress: number): number => {
    let masked = 0;
    let maskable = 0;
    for (let seed = 0; seed < 300; seed++) {
      const row = makeRow(seed, 96);
      const draw = random(seed, "test masking");
      masked += maskRow(row, masking, progress, draw, vocabulary).positions.length;
      maskable += row.filter((token) => !vocabulary.isSpecial(token)).length;
    }
    return masked / maskable;
  };
  it("follows progress", () => {
    const masking: Masking = { unit: "subword", rate: { from: 0.3, to: 0.1, shape: "linear" } };
    expect(share(masking, 0)).toBeCloseTo(0.3, 2);
    expect(share(masking, 0.5)).toBeCloseTo(0.2, 2);
    expect(share(masking, 1)).toBeCloseTo(0.1, 2);
  });

  it("that is no share is refused", () => {
    expect(() => maskedRow(makeRow(1, 20), { unit: "subword", rate: 1.5 }, 1)).toThrow(/got 1.5/);
    const masking: Masking = { unit: "term", rate: 0.1, termRate: Number.NaN };
    expect(() => maskedRow(makeRow(1, 20), masking, 1)).toThrow(/got NaN/);
  });
});

it("validation hides 15 % of subwords, whatever progress is", () => {
  const row = makeRow(1, 80);
  const at = (progress: number) =>
    maskRow(row, fixedValidation, progress, random(0, "held-out masking", 0, 7), vocabulary);
  expect(at(0)).toEqual(at(1));
  const maskable = row.filter((token) => !vocabulary.isSpecial(token)).length;
  expect(Math.abs(at(0).positions.length - 0.15 * maskable)).toBeLessThan(1);
});

it("term masking without terms says so", () => {
  const masking: Masking = { unit: "term", rate: 0.1, termRate: 0.4 };
  const draw = random(1, "test masking");
  expect(() => maskRow(makeRow(1, 20), masking, 0, draw, vocabulary)).toThrow(/list of terms/);
});
