import { describe, expect, it } from "vitest";
import { maskingRate, takeShare } from "../../lib/masking/rate";
import { chooseTerms, encodeTerms, indexTerms } from "../../lib/masking/term";
import { maskRow } from "../../lib/masking/masking";
import { chooseWords, wordsOf } from "../../lib/masking/wholeWord";
import { random } from "../../lib/random";
import { cls, makeRow, mask, sep, unk, vocabulary } from "./smallVocabulary";

describe("maskingRate", () => {
  it("passes through its ends and its middle", () => {
    const at = (shape: "linear" | "cosine" | "stepped") =>
      [0, 0.25, 0.5, 1].map((progress) => maskingRate({ from: 0.4, to: 0.2, shape }, progress));
    const close = (values: number[]) => values.map((value) => expect.closeTo(value, 12) as number);
    expect(at("linear")).toEqual(close([0.4, 0.35, 0.3, 0.2]));
    expect(at("cosine")).toEqual(close([0.4, 0.3 + 0.1 * Math.SQRT1_2, 0.3, 0.2]));
    expect(at("stepped")).toEqual([0.4, 0.4, 0.2, 0.2]);
    expect(maskingRate(0.15, 0.7)).toBe(0.15);
  });
});

describe("takeShare", () => {
  it("takes the exact share on average where units do not fit it", () => {
    // Six units of 3 positions, 20 % of 18: 3.6 positions, so one unit and a fifth.
    const units = Array.from({ length: 6 }, (_, i) => [3 * i, 3 * i + 1, 3 * i + 2]);
    let taken = 0;
    for (let seed = 0; seed < 20_000; seed++)
      taken += takeShare(units, 0.2, random(seed, "test share")).flat().length;
    expect(taken / 20_000).toBeCloseTo(3.6, 1);
  });

  it("takes long units as often as short ones, within a tenth", () => {
    const units = [[0], [1], [2], [3], [4, 5, 6, 7], [8, 9, 10, 11]];
    let [long, short] = [0, 0];
    for (let seed = 0; seed < 20_000; seed++)
      for (const unit of takeShare(units, 0.5, random(seed, "test share")))
        if (unit.length > 1) long += 1 / 2;
        else short += 1 / 4;
    expect(long / short).toBeGreaterThan(0.9);
    expect(long / short).toBeLessThan(1.1);
  });
});

describe("words", () => {
  it("begin at pieces that continue nothing and never span a special token", () => {
    // 9 and 12 continue; the first 9 has nothing to continue.
    const row = Int32Array.of(cls, 9, 7, 9, 12, unk, 9, 8, sep);
    expect(wordsOf(row, vocabulary)).toEqual([[1], [2, 3, 4], [6], [7]]);
  });

  it("are chosen whole", () => {
    for (let seed = 0; seed < 200; seed++) {
      const row = makeRow(seed, 50);
      const chosen = new Set(chooseWords(row, 0.3, random(seed, "test"), vocabulary).flat());
      for (const word of wordsOf(row, vocabulary))
        expect([0, word.length]).toContain(word.filter((p) => chosen.has(p)).length);
    }
  });
});

describe("terms", () => {
  const [astma, tisk, akutt, nyre, svikt] = [10, 12, 20, 22, 24] as const; // tisk, svikt continue
  const terms = indexTerms([[astma], [akutt, nyre, svikt], [nyre, svikt], []]);
  const chosenIn = (tokens: readonly number[], termRate: number) =>
    chooseTerms(Int32Array.from(tokens), 0, termRate, terms, random(1, "test"), vocabulary);

  it("are found longest first, at the boundaries of words", () => {
    const row = [cls, 7, akutt, nyre, svikt, 8, astma, sep];
    expect(chosenIn(row, 1)).toEqual([[2, 3, 4], [6]]);
    expect(chosenIn([cls, 7, nyre, svikt, 8, sep], 1)).toEqual([[2, 3]]);
    expect(chosenIn([cls, astma, astma, sep], 1)).toEqual([[1], [2]]);
  });

  it("are the longest of those that begin alike, in whatever order the list has them", () => {
    const [alone, after] = [[nyre], [nyre, 7]];
    const row = Int32Array.of(cls, nyre, 7, 8, sep);
    for (const list of [
      [alone, after],
      [after, alone],
    ])
      expect(chooseTerms(row, 0, 1, indexTerms(list), random(1, "test"), vocabulary)).toEqual([
        [1, 2],
      ]);
  });

  it("are not found inside longer words, over the end of the row, or in halves", () => {
    const none = (tokens: readonly number[]) => {
      // Nothing is a term, and other words have rate 0: one word is taken so as not to take none.
      const chosen = chosenIn(tokens, 1);
      expect(chosen).toHaveLength(1);
      expect(chosen[0]!.every((p) => p < tokens.length)).toBe(true);
      return chosen[0];
    };
    expect(none([cls, astma, tisk, sep])).toEqual([1, 2]);
    expect(none([cls, 7, tisk, sep])).toEqual([1, 2]);
    none([cls, akutt, nyre]);
    none([cls, akutt, sep, nyre, svikt, tisk, sep]);
  });

  it("are hidden with their own rate, other words with theirs", () => {
    const row = Int32Array.from([
      cls,
      ...Array<number>(20).fill(astma),
      ...Array<number>(20).fill(7),
    ]);
    let [term, other] = [0, 0];
    for (let seed = 0; seed < 2000; seed++)
      for (const [p] of chooseTerms(row, 0.1, 0.4, terms, random(seed, "test"), vocabulary))
        if (p! <= 20) term += 1 / 40_000;
        else other += 1 / 40_000;
    expect(term).toBeCloseTo(0.4, 2);
    expect(other).toBeCloseTo(0.1, 2);
  });

  it("are corrupted as one: no piece stays in sight beside a hidden one", () => {
    const row = Int32Array.of(cls, akutt, nyre, svikt, sep);
    const masking = { unit: "term", rate: 0, termRate: 1 } as const;
    const fates = { masked: 0, same: 0, random: 0 };
    for (let seed = 0; seed < 2000; seed++) {
      const { input } = maskRow(row, masking, 0, random(seed, "test"), vocabulary, terms);
      const pieces = [...input.subarray(1, 4)];
      if (pieces.every((token) => token === mask)) fates.masked++;
      else if (pieces.join() === [akutt, nyre, svikt].join()) fates.same++;
      else {
        expect(pieces).not.toContain(mask);
        fates.random++;
      }
    }
    expect(fates.masked / 2000).toBeCloseTo(0.8, 1);
    expect(fates.same / 2000).toBeCloseTo(0.1, 1);
    expect(fates.random / 2000).toBeCloseTo(0.1, 1);
  });

  it("are encoded as sentences begin and go on, each form once", () => {
    // Letters as tokens, with the space before them; "(" swallows what follows it; no "π".
    const tokenizer = {
      special: { unk: 0x3f, cls: 1, sep: 2, pad: 3, mask: 4 },
      encodeWithOffsets: (text: string) => {
        const pieces = [...text.matchAll(/\(.| ?./gsu)];
        return {
          ids: Int32Array.from(pieces, ([piece]) =>
            /[πΠ]/.test(piece) ? 0x3f : Buffer.from(piece, "latin1").readUIntBE(0, piece.length),
          ),
          starts: Int32Array.from(pieces, ({ index }) => index),
          ends: Int32Array.from(pieces, ({ index, 0: piece }) => index + piece.length),
        };
      },
    };
    const unwritable: string[] = [];
    const forms = encodeTerms(["ødem", "EKG", "π"], tokenizer, (term) => unwritable.push(term));
    const first = (text: string): number => Buffer.from(text, "latin1").readUIntBE(0, text.length);
    expect(forms.map(([id]) => id).sort()).toEqual(
      ["ø", " ø", "Ø", " Ø", "E", " E"].map(first).sort(),
    );
    expect(unwritable).toEqual(["π"]);
  });
});
