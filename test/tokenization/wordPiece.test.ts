import { describe, expect, it } from "vitest";
import { random } from "../../lib/random";
import { trainWordPiece } from "../../lib/tokenization/wordPiece";

const options = { vocabularySize: 1000, specialTokens: ["[UNK]"], minimumFrequency: 1 };

/** The definition, written without any bookkeeping: recount everything after each merge. */
function trainNaively(counts: ReadonlyMap<string, number>, size: number): string[] {
  let words = [...counts].map(([word, count]) => ({
    pieces: [...word].map((character, i) => (i ? `##${character}` : character)),
    count,
  }));
  const order = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));
  const vocabulary = ["[UNK]", ...[...new Set(words.flatMap((word) => word.pieces))].sort(order)];
  while (vocabulary.length < size) {
    const pairs = new Map<string, number>();
    for (const { pieces, count } of words)
      pieces.slice(1).forEach((right, i) => {
        const key = `${pieces[i]!} ${right}`;
        pairs.set(key, (pairs.get(key) ?? 0) + count);
      });
    const best = [...pairs].sort(([a, m], [b, n]) => {
      const [[left, right], [otherLeft, otherRight]] = [a.split(" "), b.split(" ")];
      return n - m || order(left!, otherLeft!) || order(right!, otherRight!);
    })[0];
    if (!best) break;
    const [left, right] = best[0].split(" ");
    const merged = left! + right!.slice(2);
    if (!vocabulary.includes(merged)) vocabulary.push(merged);
    words = words.map(({ pieces, count }) => {
      const out: string[] = [];
      for (let i = 0; i < pieces.length; i++)
        if (pieces[i] === left && pieces[i + 1] === right) {
          out.push(merged);
          i++;
        } else out.push(pieces[i]!);
      return { pieces: out, count };
    });
  }
  return vocabulary;
}

describe("trainWordPiece", () => {
  it("merges the most frequent pair first", () => {
    const counts = new Map([
      ["blod", 10],
      ["blå", 3],
    ]);
    expect(trainWordPiece(counts, { ...options, vocabularySize: 9 })).toEqual(
      // bl (13) is the most frequent pair, then od before blod: equal counts, "##o" < "bl".
      ["[UNK]", "##d", "##l", "##o", "##å", "b", "bl", "##od", "blod"],
    );
  });

  it("agrees with a recount after every merge, on random words full of ties", () => {
    for (let trial = 0; trial < 30; trial++) {
      const draw = random(trial, "words");
      const counts = new Map<string, number>();
      for (let i = 0; i < 40; i++) {
        const letters = Array.from({ length: 1 + draw.integer(7) }, () =>
          draw.pick([..."abåø😀ﬁ"]),
        );
        counts.set(letters.join(""), 1 + draw.integer(4));
      }
      expect(trainWordPiece(counts, { ...options, vocabularySize: 60 })).toEqual(
        trainNaively(counts, 60),
      );
    }
  });

  it("does not depend on the order of the words", () => {
    const counts: [string, number][] = [
      ["sjukehus", 3],
      ["sykehus", 3],
      ["hus", 5],
      ["husarbeid", 2],
    ];
    expect(trainWordPiece(new Map([...counts].reverse()), options)).toEqual(
      trainWordPiece(new Map(counts), options),
    );
  });

  it("leaves out rare characters and pairs, and holds the alphabet whatever the words", () => {
    const counts = new Map([
      ["ær", 5],
      ["日", 1],
    ]);
    const vocabulary = trainWordPiece(counts, { ...options, minimumFrequency: 2, alphabet: "ø." });
    expect(vocabulary).toEqual(["[UNK]", "##r", "##ø", ".", "æ", "ø", "ær"]);
  });

  it("refuses a vocabulary smaller than its characters", () => {
    expect(() => trainWordPiece(new Map([["abc", 1]]), { ...options, vocabularySize: 3 })).toThrow(
      /alone are 4/,
    );
  });
});
