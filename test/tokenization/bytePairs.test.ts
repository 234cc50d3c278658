import { describe, expect, it } from "vitest";
import { random } from "../../lib/random";
import { byteAlphabet, readBytes, spellBytes } from "../../lib/tokenization/byteLevel";
import { trainBytePairs } from "../../lib/tokenization/bytePairs";
import { trainUsedWordPieces, trainWordPiece } from "../../lib/tokenization/wordPiece";

const options = { vocabularySize: 300, specialTokens: ["[UNK]"], minimumFrequency: 1 };

describe("the byte alphabet", () => {
  it("spells every byte as a character of its own, and reads it back", () => {
    expect(new Set(byteAlphabet).size).toBe(256);
    expect(spellBytes(" å\n")).toBe("ĠÃ¥Ċ");
    const text = "blåbær 😀\u0000\u00AD";
    expect(readBytes(spellBytes(text)).toString("utf8")).toBe(text);
  });
});

describe("trainBytePairs", () => {
  it("agrees with a recount after every merge, on random words full of ties", () => {
    const order = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));
    for (let trial = 0; trial < 20; trial++) {
      const draw = random(trial, "byte words");
      const counts = new Map<string, number>();
      for (let i = 0; i < 30; i++) {
        const letters = Array.from({ length: 1 + draw.integer(6) }, () => draw.pick([..."abåø"]));
        counts.set(spellBytes(letters.join("")), 1 + draw.integer(4));
      }
      const { vocabulary, merges } = trainBytePairs(counts, options);
      let words = [...counts].map(([word, count]) => ({ pieces: [...word], count }));
      for (const [left, right] of merges) {
        const pairs = new Map<string, number>();
        for (const { pieces, count } of words)
          pieces.slice(1).forEach((piece, i) => {
            const pair = `${pieces[i]!} ${piece}`;
            pairs.set(pair, (pairs.get(pair) ?? 0) + count);
          });
        const best = [...pairs].sort(([a, m], [b, n]) => {
          const [[l, r], [otherL, otherR]] = [a.split(" "), b.split(" ")];
          return n - m || order(l!, otherL!) || order(r!, otherR!);
        })[0]![0];
        expect(`${left} ${right}`).toBe(best);
        expect(vocabulary).toContain(left + right);
        words = words.map(({ pieces, count }) => {
          const merged: string[] = [];
          for (let i = 0; i < pieces.length; i++)
            if (pieces[i] === left && pieces[i + 1] === right) merged.push(left + pieces[++i]!);
            else merged.push(pieces[i]!);
          return { pieces: merged, count };
        });
      }
      expect(new Set(vocabulary).size).toBe(vocabulary.length);
      // Either full, or nothing is left to merge.
      if (vocabulary.length < 300)
        expect(words.every(({ pieces }) => pieces.length === 1)).toBe(true);
    }
  });

  it("refuses a vocabulary smaller than its bytes", () => {
    expect(() => trainBytePairs(new Map(), { ...options, vocabularySize: 256 })).toThrow(
      /alone are 257/,
    );
  });
});

describe("trainUsedWordPieces", () => {
  it("leaves no piece that no word is cut into, and cuts the words into fewer", () => {
    const draw = random(3, "words with parts");
    const stems = ["blod", "trykk", "hjerte", "sjuke", "hus", "måling", "svikt", "lunge"];
    const counts = new Map<string, number>();
    for (let i = 0; i < 200; i++)
      counts.set(draw.pick(stems) + draw.pick(stems) + draw.pick(["", "en", "et", "a"]), 2);
    const settings = { ...options, vocabularySize: 120, minimumFrequency: 2 };
    const cut = (vocabulary: readonly string[], word: string): string[] => {
      const pieces: string[] = [];
      for (let start = 0, end = 0; start < word.length; start = end) {
        for (end = word.length; end > start; end--) {
          const piece = (start ? "##" : "") + word.slice(start, end);
          if (vocabulary.includes(piece)) {
            pieces.push(piece);
            break;
          }
        }
        if (end === start) return ["[UNK]"];
      }
      return pieces;
    };
    const tokens = (vocabulary: readonly string[]): string[] =>
      [...counts.keys()].flatMap((word) => cut(vocabulary, word));
    const all = trainWordPiece(counts, settings);
    const used = trainUsedWordPieces(counts, settings);
    const longPieces = (list: readonly string[]): string[] =>
      list.filter((piece) => piece !== "[UNK]" && piece.replace("##", "").length > 1);
    const [occurring, before] = [new Set(tokens(used)), new Set(tokens(all))];
    expect(longPieces(all).filter((piece) => !before.has(piece)).length).toBeGreaterThan(10);
    expect(longPieces(used).filter((piece) => !occurring.has(piece))).toEqual([]);
    expect(tokens(used).length).toBeLessThan(tokens(all).length);
    expect(used.length).toBeLessThanOrEqual(120);
  });
});
