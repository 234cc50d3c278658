import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { corpusCommand } from "../../../lib/cli/corpus/corpus";
import { InputError } from "../../../lib/errors";
import { tokenizerCommand } from "../../../lib/cli/tokenizer";
import type { CorpusManifest } from "../../../lib/corpus/corpus";

const root = mkdtempSync(join(tmpdir(), "cli-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const output: string[] = [];
beforeEach(() => {
  output.length = 0;
  vi.spyOn(console, "log").mockImplementation((line: string) => void output.push(line));
  vi.spyOn(process.stderr, "write").mockReturnValue(true);
});
afterEach(() => vi.restoreAllMocks());

async function run<Result>(name: "corpus" | "tokenizer", ...argv: string[]): Promise<Result> {
  const command = name === "corpus" ? corpusCommand() : tokenizerCommand();
  for (const each of [command, ...command.commands]) each.exitOverride();
  await command.parseAsync([...argv, "--json"], { from: "user" });
  expect(output).toHaveLength(1);
  return JSON.parse(output.pop()!) as Result;
}
const generate = (out: string, ...more: string[]): Promise<CorpusManifest> =>
  run(
    "corpus",
    "generate",
    "--domain",
    "clinical",
    "--documents",
    "60",
    "--out",
    join(root, out),
    ...more,
  );

describe("kliniskvest corpus", () => {
  it("generates the same corpus for the same seed and another for another", async () => {
    const [a, b] = [await generate("a", "--seed", "3"), await generate("b", "--seed", "3")];
    expect(a).toMatchObject({
      name: "a",
      documents: 60,
      shareable: true,
      settings: { seed: 3, domain: "clinical" },
    });
    expect(b.shards).toEqual(a.shards);
    expect((await generate("c", "--seed", "4")).shards).not.toEqual(a.shards);
  });

  it("follows the share of nynorsk", async () => {
    await generate("nn", "--nynorsk-share", "1");
    const statistics = await run<{ byStandard: object }>("corpus", "stats", join(root, "nn"));
    expect(Object.keys(statistics.byStandard)).toEqual(["nn"]);
  });

  it("writes the control with facts broken: other bytes, as many documents", async () => {
    const told = await generate("told");
    const shuffled = await generate("shuffled", "--facts", "shuffled");
    expect(told.settings).toMatchObject({ facts: "told" });
    expect(shuffled).toMatchObject({ documents: told.documents, settings: { facts: "shuffled" } });
    expect(shuffled.shards).not.toEqual(told.shards);
    await expect(
      generate("general", "--domain", "general", "--facts", "shuffled"),
    ).rejects.toBeInstanceOf(InputError);
    expect(existsSync(join(root, "general"))).toBe(false);
  });

  it("imports files, keeps them private unless told, and reports what was left out without its text", async () => {
    const path = join(root, "notes.jsonl");
    writeFileSync(path, '{"text":"Ho har det bra"}\n{"text":"hemmeleg\n');
    const error = vi.spyOn(process.stderr, "write");
    const manifest = await run<CorpusManifest>(
      "corpus",
      "import",
      path,
      "--written-standard",
      "nn",
      "--out",
      join(root, "imported"),
    );
    expect(manifest).toMatchObject({
      documents: 1,
      shareable: false,
      skipped: { "broken JSON": 1 },
    });
    const printed = error.mock.calls.join("");
    expect(printed).toContain("notes.jsonl:2: broken JSON");
    expect(printed).not.toMatch(/hemmeleg|Ho har/);
  });

  it("stops on Ctrl-C with nothing written", async () => {
    const stopping = run(
      "corpus",
      "generate",
      "--domain",
      "general",
      "--documents",
      "1000000",
      "--out",
      join(root, "stopped"),
    );
    setTimeout(() => process.emit("SIGINT"), 100);
    await expect(stopping).rejects.toMatchObject({ name: "AbortError" });
    expect(readdirSync(root).filter((name) => name.startsWith("stopped"))).toEqual([]);
  });

  it.each([
    ["--documents", "0"],
    ["--documents", "ti"],
    ["--nynorsk-share", "2"],
    ["--domain", "legal"],
    ["--facts", "half"],
    ["--seed", "1.5"],
  ])("refuses %s %s", async (flag, value) => {
    await expect(generate("refused", flag, value)).rejects.toMatchObject({
      name: expect.stringMatching(/CommanderError|InvalidArgument/) as string,
    });
    expect(existsSync(join(root, "refused"))).toBe(false);
  });
});

describe("kliniskvest tokenizer", () => {
  it("trains on corpora and cuts a text", async () => {
    await generate("corpus");
    const out = join(root, "tokenizer");
    const trained = await run<{ size: number; hash: string }>(
      "tokenizer",
      "train",
      "--corpus",
      join(root, "corpus"),
      "--vocabulary-size",
      "500",
      "--out",
      out,
    );
    expect(trained.size).toBe(500);
    const inspected = await run<{ hash: string; tokens: { token: string }[] }>(
      "tokenizer",
      "inspect",
      out,
      "--text",
      "åøæ",
    );
    expect(inspected.hash).toBe(trained.hash);
    expect(inspected.tokens.map(({ token }) => token.replace("##", "")).join("")).toBe("åøæ");
  });
});
