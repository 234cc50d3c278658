import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { splitWords } from "../../lib/evaluation/entities";
import { windowsOf } from "../../lib/evaluation/windows";
import { random } from "../../lib/random";
import type { Tokenizer } from "../../lib/tokenization/tokenizer";
import { makeTokenizer } from "../smallModel";

const root = mkdtempSync(join(tmpdir(), "windows-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));
let tokenizer: Tokenizer;
beforeAll(async () => {
  // "Åsene" is four tokens, each a's more in "aaa" another one.
  tokenizer = await makeTokenizer(root, ["og", "feber", "Å", "##s", "##e", "##ne", "a", "##a"]);
});

const sequenceLength = 128;
const room = sequenceLength - 2;
function textOf(count: number): string {
  const draw = random(1, "test windows", count);
  return Array.from({ length: count }, () => draw.pick(["og", "feber", "Åsene", "aaa"])).join(" ");
}
/** For each word, its token's column and row, in the order in which windows give them. */
function readings(text: string, overlap: number) {
  const words = splitWords(text);
  const windows = windowsOf(tokenizer, text, words, 7, sequenceLength, overlap);
  const read = windows.flatMap(({ row, words, columns }) =>
    columns.map((column, i) => ({ word: words[i]!, column, length: row.ids.length, row })),
  );
  return { words, windows, read };
}

describe.each([0, 16, 42, 63])("windows that share %i tokens", (overlap) => {
  it.each([1, 31, 63, 126, 127, 128, 129, 1000])(
    "give each of %i words one place in one row",
    (count) => {
      const text = textOf(count);
      const { words, windows, read } = readings(text, overlap);
      expect(read.map(({ word }) => word)).toEqual(words.map((_, i) => i));
      for (const { word, column, row } of read) {
        const { start, end } = words[word]!;
        const ids = [...tokenizer.encode(text.slice(start, end))];
        expect([...row.ids].slice(column, column + ids.length)).toEqual(ids);
      }
      for (const { example, row } of windows) {
        expect(example).toBe(7);
        expect(row.ids.length).toBeLessThanOrEqual(sequenceLength);
        expect(row.ids[0]).toBe(tokenizer.special.cls);
        expect(row.ids[row.ids.length - 1]).toBe(tokenizer.special.sep);
      }
    },
  );

  it("show each word its neighbours within half of what they share", () => {
    const text = textOf(1000);
    const { words, windows, read } = readings(text, overlap);
    expect(windows.length).toBeGreaterThan(10);
    const last = windows.at(-1)!.row;
    const longestWord = 4;
    for (const { word, column, length, row } of read) {
      const before = column - 1;
      const { start, end } = words[word]!;
      const after = length - 2 - (before + tokenizer.encode(text.slice(start, end)).length);
      const least = Math.floor(overlap / 2) - longestWord;
      if (row !== windows[0]!.row) expect(before).toBeGreaterThanOrEqual(least);
      if (row !== last) expect(after).toBeGreaterThanOrEqual(least);
    }
  });

  it("take words longer than a row, which are cut and read at their beginning", () => {
    const long = "a".repeat(3 * room + 5);
    for (const text of [long, `og ${long} og`, `${"og ".repeat(100)}${long} feber ${long}`]) {
      const { words, windows, read } = readings(text, overlap);
      expect(read.map(({ word }) => word)).toEqual(words.map((_, i) => i));
      for (const { row } of windows) expect(row.ids.length).toBeLessThanOrEqual(sequenceLength);
    }
  });
});

it("a text of no words has no windows", () => {
  expect(windowsOf(tokenizer, " \n", [], 0, sequenceLength, 42)).toEqual([]);
});
