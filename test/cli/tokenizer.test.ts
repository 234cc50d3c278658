import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { corpusCommand } from "../../lib/cli/corpus/corpus";
import { tokenizerCommand } from "../../lib/cli/tokenizer";
import { loadTokenizer } from "../../lib/tokenization/tokenizer";
import { makeModelFolder } from "../smallModel";

const root = mkdtempSync(join(tmpdir(), "cli-tokenizer-"));
const corpus = join(root, "corpus");
afterAll(() => rmSync(root, { recursive: true, force: true }));

beforeAll(async () => {
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  const log = vi.spyOn(console, "log").mockImplementation(() => undefined);
  const argv = ["generate", "--domain", "clinical", "--documents", "60", "--seed", "2"];
  await corpusCommand().parseAsync([...argv, "--out", corpus], { from: "user" });
  log.mockRestore();
});

async function run<Result>(...argv: string[]): Promise<Result> {
  const printed: string[] = [];
  const log = vi.spyOn(console, "log").mockImplementation((text: string) => printed.push(text));
  try {
    await tokenizerCommand()
      .exitOverride()
      .parseAsync([...argv, "--json"], { from: "user" });
  } finally {
    log.mockRestore();
  }
  return JSON.parse(printed.join("\n")) as Result;
}

describe("kliniskvest tokenizer", () => {
  it("trains byte-level BPE with sentinels, twice to the same bytes", async () => {
    const [out, again] = [join(root, "bpe"), join(root, "bpe-again")];
    const argv = [
      "train",
      "--corpus",
      corpus,
      "--vocabulary-size",
      "900",
      "--kind",
      "byteLevelBpe",
    ];
    for (const dir of [out, again])
      await run(...argv, "--special", "[BOS]", "--sentinels", "100", "--out", dir);
    const content = readFileSync(join(out, "tokenizer.json"), "utf8");
    expect(readFileSync(join(again, "tokenizer.json"), "utf8")).toBe(content);
    const tokenizer = await loadTokenizer(out);
    expect(tokenizer.size).toBe(900);
    expect([5, 6, 105].map((id) => tokenizer.token(id))).toEqual([
      "[BOS]",
      "[MASK_0]",
      "[MASK_99]",
    ]);
    expect(tokenizer.isSpecial(105)).toBe(true);
    const text = "Pasienten på sjukehuset 😀 語 har åndenød.";
    expect(tokenizer.decode(tokenizer.encode(text))).toBe(text);
    const third = join(root, "bpe-third");
    await expect(run(...argv, "--special", "[MASK]", "--out", third)).rejects.toThrow(
      /named twice/,
    );
  });

  it("inspects: what it is, where a text is cut, subwords a word by written standard", async () => {
    const seen = await run<{
      readonly model: string;
      readonly tokens: readonly { readonly start: number; readonly end: number }[];
      readonly fertility: readonly { readonly writtenStandard: string; readonly words: number }[];
    }>("inspect", join(root, "bpe"), "--text", "på øya", "--corpus", corpus);
    expect(seen.model).toBe("BPE");
    expect(seen.tokens.at(-1)!.end).toBe(6);
    expect(seen.fertility.map((row) => row.writtenStandard).sort()).toEqual(["nb", "nn"]);
    expect(seen.fertility.every((row) => row.words > 100)).toBe(true);
  });

  it("adds words chosen from a corpus or named in a file, and takes them away", async () => {
    const plain = join(root, "plain");
    await run("train", "--corpus", corpus, "--vocabulary-size", "400", "--out", plain);
    const model = await makeModelFolder(plain, await loadTokenizer(plain));
    const more = join(root, "more");
    const { added } = await run<{ readonly added: readonly { readonly word: string }[] }>(
      "extend",
      model,
      "--corpus",
      corpus,
      "--count",
      "5",
      "--out",
      more,
    );
    expect(added).toHaveLength(5);
    expect((await loadTokenizer(more)).size).toBe(405);
    const back = join(root, "back");
    expect(await run("extend", more, "--undo", "--out", back)).toMatchObject({ isIdentical: true });
    const weights = (dir: string): Buffer => readFileSync(join(dir, "model.safetensors"));
    expect(weights(back).equals(weights(model))).toBe(true);
    writeFileSync(join(root, "words.txt"), "bukveggsbrokk\n\nlaparoskopisk\n");
    const words = ["extend", model, "--words", join(root, "words.txt"), "--out", more];
    await expect(run(...words)).rejects.toThrow(/there is a model already.*--force/);
    await run(...words, "--force");
    expect((await loadTokenizer(more)).token(401)).toBe("laparoskopisk");
    await expect(run("extend", model, "--out", more)).rejects.toThrow(/already/);
    const other = ["extend", model, "--out", join(root, "other")];
    await expect(run(...other)).rejects.toThrow(/give --words/);
    writeFileSync(join(root, "note.txt"), "bukveggsbrokk\nHo har kanarifugl heime\n");
    const refused = run(...other, "--words", join(root, "note.txt"));
    await expect(refused).rejects.toThrow(/note\.txt:2: more than one word/);
    await expect(refused).rejects.not.toThrow(/kanarifugl/);
    writeFileSync(join(root, "old.txt"), Buffer.from("åndenaud\n", "latin1"));
    const old = [...other, "--words", join(root, "old.txt")];
    await expect(run(...old)).rejects.toThrow(/--encoding windows-1252/);
    await run(...old, "--encoding", "windows-1252");
    expect((await loadTokenizer(join(root, "other"))).token(400)).toBe("åndenaud");
  });
});
