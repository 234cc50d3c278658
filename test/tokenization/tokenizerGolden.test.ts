import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { sha256 } from "../../lib/files";
import { loadTokenizer } from "../../lib/tokenization/tokenizer";
import { tokenizerLines } from "./tokenizerLines";

const goldens = join(__dirname, "../goldens/tokenizers");
const lines = tokenizerLines();
const target = process.env["TOKENIZER_LINES"];
if (target) writeFileSync(target, JSON.stringify(lines));

const expected = JSON.parse(readFileSync(join(goldens, "expected.json"), "utf8")) as {
  readonly lines: string;
  readonly families: Readonly<Record<string, readonly string[]>>;
};

it("has the lines that the expected ids were made of; otherwise run make_tokenizers.py again", () => {
  expect(lines.length).toBeGreaterThan(10_000);
  expect(sha256(JSON.stringify(lines))).toBe(expected.lines);
});

describe("ids and offsets are those of the Rust library", () => {
  it.each(Object.keys(expected.families))("%s", async (family) => {
    const tokenizer = await loadTokenizer(join(goldens, family));
    const hashes: string[] = [];
    const disagreeing: string[] = [];
    for (let i = 0; i < lines.length; i += 100) {
      const encoded = lines.slice(i, i + 100).map((line) => {
        const { ids, starts, ends } = tokenizer.encodeWithOffsets(line);
        // The other way to the ids, word by word where that is possible.
        if (tokenizer.encode(line).join() !== ids.join()) disagreeing.push(line);
        return [[...ids], [...starts], [...ends]];
      });
      hashes.push(sha256(JSON.stringify(encoded)).slice(0, 16));
    }
    expect(disagreeing).toEqual([]);
    expect(hashes).toEqual(expected.families[family]);
  });
});
