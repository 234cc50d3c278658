/** `corpus sample` and `corpus stats` as a user runs them. */

import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openManifest } from "../../../lib/corpus/corpus";
import type { SampleReport } from "../../../lib/corpus/sampling";
import type { CorpusStatistics } from "../../../lib/statistics/statistics";
import { complaint, kliniskvest } from "../command";

const root = mkdtempSync(join(tmpdir(), "sample-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const at = (name: string): string => join(root, name);

beforeAll(async () => {
  const made = await kliniskvest(
    ...["corpus", "generate", "--domain", "clinical", "--documents", "120"],
    ...["--nynorsk-share", "0.15", "--out", at("notes"), "--json"],
  );
  expect(made.code).toBe(0);
  const trained = await kliniskvest(
    ...["tokenizer", "train", "--corpus", at("notes"), "--vocabulary-size", "400"],
    ...["--out", at("small")],
  );
  expect(trained.code).toBe(0);
});

describe("kliniskvest corpus sample", () => {
  const sample = (...more: string[]) => kliniskvest("corpus", "sample", at("notes"), ...more);

  it("balances, prints manifest and report, and the statistics of the sample agree", async () => {
    const { code, out, err } = await sample(
      ...["--temperature", "uniform", "--by", "writtenStandard", "--out", at("even"), "--json"],
    );
    expect(code).toBe(0);
    expect(err).toContain("Sampling");
    const printed = JSON.parse(out) as { sample: SampleReport; documents: number };
    const { total, groups } = printed.sample;
    const share = groups.find(({ labels }) => labels.writtenStandard === "nn")!;
    expect(share.before.words / total.before.words).toBeLessThan(0.25);
    expect(share.after.words / total.after.words).toBeCloseTo(0.5, 1);
    const stats = await kliniskvest("corpus", "stats", at("even"), "--json");
    const { byStandard, documents, duplicates } = JSON.parse(stats.out) as CorpusStatistics;
    expect(documents).toBe(printed.documents);
    expect(byStandard["nn"]).toMatchObject(share.after);
    expect(duplicates).toBeGreaterThanOrEqual(total.repeats);
  });

  it("says in words what balance did and cost, for each column", async () => {
    const { code, out } = await sample("--temperature", "5", "--out", at("words"));
    expect(code).toBe(0);
    expect(out).toMatch(/^writtenStandard +words +% +words after +% after +passes/m);
    expect(out).toMatch(/^documentType +words/m);
    expect(out).toMatch(
      /^cost: \d+ of 120 documents left out, \d+ repeats; [\d.]+ % of the words kept/m,
    );
    expect(out).toMatch(/^read most: nn \S+, [\d.]+ times in one pass/m);
    expect(openManifest(at("words")).settings).toMatchObject({ temperature: 5, maxRepeats: 4 });
  });

  it.each([
    [["--temperature", "0.5"], /at least 1, or uniform/],
    [["--temperature", "warm"], /at least 1, or uniform/],
    [["--temperature", "2", "--by", "standard"], /Name one or more of writtenStandard/],
    [["--temperature", "2", "--by", "trust,trust"], /each once/],
    [["--temperature", "2", "--max-repeats", "0"], /at least 1/],
    [[], /required option '--temperature <T>'/],
    [["--temperature", "2", "--words", "5", "--documents", "5"], /give one of them/],
    [["--temperature", "2", "--words", "99999999"], /99999999 words asked for.*Ask for at most/],
  ])("refuses %j with code 2 and writes nothing", async (flags, message) => {
    const { code, err } = await sample(...flags, "--out", at("refused"));
    expect(code).toBe(2);
    expect(err).toMatch(message);
    expect(existsSync(at("refused"))).toBe(false);
  });

  it("stops on Ctrl-C with nothing written", async () => {
    const stopping = sample("--temperature", "2", "--words", "40000", "--out", at("stopped"));
    const press = setInterval(() => process.emit("SIGINT"), 1);
    const { code, err } = await stopping.finally(() => clearInterval(press));
    expect(code).toBe(130);
    expect(err).toContain("nothing was written");
    expect(existsSync(at("stopped"))).toBe(false);
  });
});

describe("kliniskvest corpus stats", () => {
  const stats = (...more: string[]) => kliniskvest("corpus", "stats", at("notes"), ...more);

  it("keeps the promised fields in its JSON", async () => {
    const { code, out } = await stats("--json");
    expect(code).toBe(0);
    const printed = JSON.parse(out) as CorpusStatistics;
    expect(printed).toMatchObject({
      documents: 120,
      words: expect.any(Number) as number,
      wordTypes: expect.any(Number) as number,
      bytes: expect.any(Number) as number,
      duplicates: 0,
    });
    for (const by of ["byStandard", "byDocumentType", "byTrust", "byYear"] as const) {
      const groups = Object.values(printed[by]);
      expect(groups.reduce((sum, { documents }) => sum + documents, 0)).toBe(120);
      expect(groups.reduce((sum, { words }) => sum + words, 0)).toBe(printed.words);
    }
    const { min, p05, p50, p95, max } = printed.wordsPerDocument;
    expect([min, p05, p50, p95, max]).toEqual([min, p05, p50, p95, max].sort((a, b) => a - b));
  });

  it("prints tables in aligned columns, with tokenizers and terms side by side", async () => {
    writeFileSync(at("terms.txt"), "feber\ntungpust\nkvalme\n");
    const { code, out } = await stats(
      ...["--tokenizer", at("small"), at("small"), "--terms", at("terms.txt")],
    );
    expect(code).toBe(0);
    // The same folder twice: the names are the whole paths.
    expect(out).toContain(`${at("small")}  nn`);
    expect(out).toMatch(/^identifier +spans +\/ 1000 words/m);
    expect(out).toContain("terms of the list");
    const table = out.split("\n\n").find((part) => part.startsWith("document type"))!;
    const [head, ...lines] = table.split("\n");
    const end = head!.indexOf("documents") + "documents".length;
    expect(lines.length).toBeGreaterThan(5);
    for (const line of lines) expect(line.slice(0, end)).toMatch(/\d$/);
  });

  it("counts tokens as the tokenizer's cache would", async () => {
    const { out } = await stats("--tokenizer", at("small"), "--json");
    const { tokens } = JSON.parse(out) as CorpusStatistics;
    expect(new Set(tokens!.map(({ tokenizer }) => tokenizer))).toEqual(new Set(["small"]));
    for (const row of tokens!) {
      expect(row.tokens).toBeGreaterThan(row.subwords);
      expect(row.subwords).toBeGreaterThan(row.words);
    }
  });

  it("refuses terms without a tokenizer, and files that are not there, in one line", async () => {
    const alone = await stats("--terms", at("terms.txt"));
    expect(alone.code).toBe(2);
    expect(complaint(alone)[0]).toMatch(/needs a tokenizer that cuts them/);
    const missing = await stats("--terms", at("none.txt"), "--tokenizer", at("small"));
    expect(missing.code).toBe(2);
    expect(complaint(missing)).toHaveLength(1);
    expect((await stats("--tokenizer", at("nowhere"))).code).toBe(2);
  });
});
