/** The commands that make a corpus from another: same bytes for the same wish, nothing half-written. */

import { spawn } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openManifest, readCorpus } from "../../lib/corpus/corpus";
import { builtLibrary, needs } from "../needs";
import { complaint, kliniskvest } from "./command";

const root = mkdtempSync(join(tmpdir(), "pipeline-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const at = (...names: string[]): string => join(root, ...names);

async function json<Result>(...args: string[]): Promise<Result> {
  const outcome = await kliniskvest("corpus", ...args, "--json");
  expect(outcome.err).not.toMatch(/^kliniskvest: /m);
  expect(outcome.code).toBe(0);
  return JSON.parse(outcome.out) as Result;
}

/** Every file of a folder with its bytes. */
const bytesOf = (dir: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(dir)
      .sort()
      .map((name) => [name, readFileSync(join(dir, name), "base64")]),
  );
const leftovers = (dir: string): string[] =>
  readdirSync(dir).filter((name) => /\.part$|scratch/.test(name));

beforeAll(async () => {
  await json("generate", "--domain", "clinical", "--documents", "150", "--out", at("notes"));
  const lines: string[] = [];
  for await (const { id, text, writtenStandard } of readCorpus(at("notes"))) {
    lines.push(JSON.stringify({ id, text, writtenStandard }));
    const number = lines.length;
    if (number % 20 === 0) lines.push(JSON.stringify({ id: `${id} again`, text: ` ${text}\n` }));
    if (number % 20 === 10)
      lines.push(JSON.stringify({ id: `${id} longer`, text: `${text} Kontroll.` }));
  }
  lines.splice(40, 0, "{", '{"tekst":1}');
  writeFileSync(at("notes.jsonl"), lines.join("\n"));
  await json("import", at("notes.jsonl"), "--out", at("imported"), "--rejects", at("rejects.txt"));
  await kliniskvest(
    "tokenizer",
    "train",
    "--corpus",
    at("notes"),
    "--vocabulary-size",
    "600",
    "--out",
    at("tokenizer"),
  );
}, 60_000);

describe("kliniskvest corpus import", () => {
  it("lists the rows left out, by place and reason", () => {
    expect(readFileSync(at("rejects.txt"), "utf8")).toBe(
      `${at("notes.jsonl")}:41: broken JSON\n${at("notes.jsonl")}:42: missing text\n`,
    );
  });
});

describe("the same wish twice", () => {
  it.each([
    ["import", ["import", at("notes.jsonl")]],
    ["dedup", ["dedup", at("imported")]],
    ["dedup --exact-only", ["dedup", at("imported"), "--exact-only"]],
    ["split", ["split", at("imported"), "--max-words", "40"]],
    ["split --shuffle", ["split", at("imported"), "--max-words", "40", "--shuffle", "--seed", "9"]],
  ])("gives the same bytes: %s", async (name, args) => {
    const [a, b] = [at("first", name), at("second", name)];
    await json(...args, "--out", a);
    await json(...args, "--out", b);
    expect(bytesOf(a)).toEqual(bytesOf(b));
    expect(leftovers(at("first"))).toEqual([]);
  });
});

describe("kliniskvest corpus dedup", () => {
  it("leaves out repeats, keeps the first, and reports ids only", async () => {
    const report = at("duplicates.jsonl");
    const result = await json<{ exact: number; near: number }>(
      ...["dedup", at("imported"), "--out", at("distinct"), "--report", report],
    );
    const lines = readFileSync(report, "utf8").trim().split("\n");
    const dropped = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(result.exact + result.near).toBe(dropped.length);
    expect(result.exact).toBeGreaterThanOrEqual(6);
    for (const line of dropped) {
      expect(Object.keys(line)).toEqual(["kept", "dropped", "similarity", "exact"]);
      expect([`${String(line["kept"])} again`, `${String(line["kept"])} longer`]).toContain(
        line["dropped"],
      );
      expect(line["exact"]).toBe(String(line["dropped"]).endsWith("again"));
    }
    const source = openManifest(at("imported"));
    expect(openManifest(at("distinct"))).toMatchObject({
      documents: source.documents - dropped.length,
      skipped: { "exact duplicate": result.exact, "near duplicate": result.near },
      shareable: false,
      parents: [{ name: "imported" }],
    });
    const ids = new Set<string>();
    for await (const { id } of readCorpus(at("distinct"))) ids.add(id);
    for (const line of dropped) {
      expect(ids).toContain(line["kept"]);
      expect(ids).not.toContain(line["dropped"]);
    }
  });

  it("is done when it is done again", async () => {
    const again = await json<{ exact: number; near: number }>(
      ...["dedup", at("distinct"), "--out", at("distinct twice")],
    );
    expect(again).toMatchObject({ exact: 0, near: 0 });
  });
});

describe("kliniskvest corpus pack", () => {
  it("says how rows fill, and keeps the token cache only if told", async () => {
    const pack = (...more: string[]): Promise<{ fill: number; tokens: number; rows: number }> =>
      json("pack", at("notes"), "--tokenizer", at("tokenizer"), ...more);
    const before = readdirSync(root);
    const first = await pack("--sequence-length", "512");
    expect(first.fill).toBeGreaterThan(0.9);
    expect(readdirSync(root)).toEqual(before);
    const kept = await pack("--sequence-length", "128", "--tokens", at("tokens"));
    expect(kept.tokens).toBe(first.tokens);
    expect(kept.rows).toBeGreaterThan(3 * first.rows);
    expect(existsSync(at("tokens", "meta.json"))).toBe(true);
  });
});

describe("what goes wrong", () => {
  beforeAll(() => {
    mkdirSync(at("thesis"), { recursive: true });
    writeFileSync(at("thesis", "chapter.txt"), "years of work");
  });

  it.each([
    ["no such corpus", ["dedup", at("nowhere"), "--out", at("x")], /no such folder/],
    ["the source as target", ["dedup", at("notes"), "--out", at("notes")], /--out .*Name another/],
    ["a folder within the source", ["split", at("notes"), "--out", at("notes", "x")], /--out/],
    ["another's folder", ["split", at("notes"), "--out", at("thesis")], /left alone/],
    ["no tokenizer", ["pack", at("notes"), "--tokenizer", at("notes")], /tokenizer/],
    [
      "a column that is not there",
      ["import", at("c.csv"), "--id-column", "nr", "--out", at("x")],
      /no column named nr/,
    ],
  ])("is one line with code 2: %s", async (_, args, message) => {
    writeFileSync(at("c.csv"), "id,text\n1,hei\n");
    const outcome = await kliniskvest("corpus", ...args);
    expect(outcome.code).toBe(2);
    expect(complaint(outcome)).toHaveLength(1);
    expect(complaint(outcome)[0]).toMatch(message);
    expect(existsSync(at("x"))).toBe(false);
    expect(readFileSync(at("thesis", "chapter.txt"), "utf8")).toBe("years of work");
    expect(leftovers(root)).toEqual([]);
  });

  it.each([
    ["--threshold", "0"],
    ["--threshold", "1.1"],
    ["--threshold", "mykje"],
  ])("refuses dedup %s %s", async (flag, value) => {
    const { code } = await kliniskvest(
      "corpus",
      "dedup",
      at("notes"),
      "--out",
      at("x"),
      flag,
      value,
    );
    expect(code).toBe(2);
    expect(existsSync(at("x"))).toBe(false);
  });
});

describe("a process that is ended half-way", () => {
  const program = join(import.meta.dirname, "../../lib/bin/kliniskvest.js");
  /** The signal comes as soon as scratch files or a half corpus lie beside the target. */
  const endedBy = (signal: "SIGINT" | "SIGKILL", out: string): Promise<number | null> =>
    new Promise((resolve, reject) => {
      const args = ["corpus", "dedup", at("many"), "--out", out, "--report", `${out}.jsonl`];
      const child = spawn(process.execPath, [program, ...args], { stdio: "ignore" });
      const watch = setInterval(() => {
        const mine = `.${child.pid}.part`;
        const names = readdirSync(at("ended")).filter((name) => name.includes(".scratch."));
        if (!names.some((name) => name.endsWith(mine))) return;
        clearInterval(watch);
        child.kill(signal);
      }, 5);
      child.once("error", reject);
      child.once("exit", (code) => {
        clearInterval(watch);
        resolve(code);
      });
    });

  it(
    "leaves nothing under the name of the corpus, and the next run clears up",
    { timeout: 60_000, ...needs(builtLibrary) },
    async () => {
      await json("generate", "--domain", "general", "--documents", "3000", "--out", at("many"));
      mkdirSync(at("ended"));
      const out = at("ended", "out");
      expect(await endedBy("SIGKILL", out)).toBeNull();
      expect(existsSync(out)).toBe(false);
      expect(existsSync(`${out}.jsonl`)).toBe(false);
      expect(readdirSync(at("ended")).join()).toContain("scratch");
      expect(await endedBy("SIGINT", out)).toBe(130);
      expect(readdirSync(at("ended"))).toEqual([]);
      await json("dedup", at("many"), "--out", out);
      expect(openManifest(out).documents).toBeGreaterThan(2500);
    },
  );
});
