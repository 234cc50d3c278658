import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { corpusCommand } from "../../lib/cli/corpus";
import { initializeEncoder } from "../../lib/encoder/encoder";
import { initializeTokenHead } from "../../lib/encoder/heads";
import { loadConfig, saveModel } from "../../lib/encoder/checkpoint";
import { InputError } from "../../lib/errors";
import { bioLabels } from "../../lib/evaluation/entities";
import { loadEntityTagger } from "../../lib/evaluation/entityInference";
import { readCorpus, writeCorpus } from "../../lib/text/corpus";
import { generateEntities } from "../../lib/text/tasks/entities";
import type { Document } from "../../lib/text/document";
import { makeModelFolder, makeTokenizer } from "../smallModel";

const root = mkdtempSync(join(tmpdir(), "deidentify-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const output: string[] = [];
beforeEach(() => {
  output.length = 0;
  vi.spyOn(console, "log").mockImplementation((line: string) => void output.push(line));
  vi.spyOn(process.stderr, "write").mockReturnValue(true);
});
afterEach(() => vi.restoreAllMocks());

const corpus = join(root, "notes");
const secret = join(root, "secret.txt");
const notes = generateEntities({ documents: 120, seed: 21 });
beforeAll(async () => {
  writeFileSync(secret, "et langt og tilfeldig ord som ingen vet\n");
  const documents = notes.map(({ text, writtenStandard }, i): Document => ({
    id: `p${i % 40}/${i}`,
    text,
    documentType: "epikrise",
    writtenStandard,
    trust: "Helse Fonna",
    year: 2021,
    source: "test",
  }));
  await writeCorpus({ dir: corpus, name: "notes", documents, settings: {}, shareable: true });
});

async function run<Result>(...argv: string[]): Promise<Result> {
  const command = corpusCommand();
  for (const each of [command, ...command.commands]) each.exitOverride();
  await command.parseAsync(["deidentify", ...argv, "--json"], { from: "user" });
  expect(output).toHaveLength(1);
  return JSON.parse(output.pop()!) as Result;
}
async function read(dir: string): Promise<Document[]> {
  const all: Document[] = [];
  for await (const each of readCorpus(dir)) all.push(each);
  return all;
}

describe("kliniskvest corpus deidentify", () => {
  it("writes a corpus with surrogates, spans that fit, and new ids; the same for the same secret", async () => {
    const out = join(root, "safe");
    const { documents, spans } = await run<{ documents: number; spans: number }>(
      corpus,
      "--out",
      out,
      "--secret-file",
      secret,
    );
    expect(documents).toBe(120);
    expect(spans).toBeGreaterThan(1500);
    const safe = await read(out);
    safe.forEach((document, i) => {
      const note = notes[i]!;
      expect(document.id).toMatch(/^[0-9a-f]{16}$/);
      expect(document.documentType).toBe("epikrise");
      for (const { start, end, label } of document.spans!) {
        const surrogate = document.text.slice(start, end);
        expect(surrogate.trim()).toBe(surrogate);
        if (label === "Phone_Number") expect(surrogate.replace(/\D/g, "")).toMatch(/^(?:47)?5900/);
      }
      const number = note.spans.find(({ label }) => label === "Social_Security_Number");
      if (number) expect(document.text).not.toContain(note.text.slice(number.start, number.end));
    });
    await run(corpus, "--out", join(root, "again"), "--secret-file", secret);
    expect(await read(join(root, "again"))).toEqual(safe);
    const manifest = readFileSync(join(out, "manifest.json"), "utf8");
    expect(manifest).not.toContain("tilfeldig");
    expect(JSON.parse(manifest)).toMatchObject({
      shareable: false,
      settings: { counts: { documents: 120, spans } },
    });
  });

  it("moves the dates of a patient's documents alike and keeps them together", async () => {
    const out = join(root, "patients");
    await run(corpus, "--out", out, "--secret-file", secret, "--patient-until", "/");
    const safe = await read(out);
    const patient = (i: number): string => safe[i]!.id.split("-")[0]!;
    expect(patient(0)).toBe(patient(40));
    expect(patient(0)).not.toBe(patient(1));
    expect(new Set(safe.map(({ id }) => id)).size).toBe(120);
  });

  it("lists what is doubtful without text, and with text only when told", async () => {
    const review = join(root, "review.jsonl");
    await run(corpus, "--out", join(root, "r"), "--seed", "1", "--keep-ids", "--review", review);
    const lines = readFileSync(review, "utf8").trim().split("\n");
    for (const line of lines) {
      const item = JSON.parse(line) as Record<string, unknown>;
      expect(Object.keys(item).sort()).toEqual(
        "document end label reasons sources start writtenAs".split(" "),
      );
      expect(item["writtenAs"]).toBe(item["document"]);
    }
    const again = ["--out", join(root, "r"), "--seed", "1", "--review", review, "--review-text"];
    await expect(run(corpus, ...again)).rejects.toThrow(
      /--out .*there is a corpus already.*--force/,
    );
    again[1] = join(root, "r2");
    await expect(run(corpus, ...again)).rejects.toThrow(/--review .*exists.*--force/);
    await run(corpus, ...again, "--force");
    expect(readFileSync(review, "utf8")).toMatch(/"context":".*\[\[.+\]\]/);
    expect(readdirSync(root).filter((name) => name.includes(".part"))).toEqual([]);
  });

  it("takes the user's lists", async () => {
    const file = join(root, "one.jsonl");
    const text = "Brevet er fra Zyxtra og gjelder Qwomby.";
    writeFileSync(
      file,
      JSON.stringify({
        text,
        spans: [
          { start: 14, end: 20, label: "Last_Name" },
          { start: 32, end: 38, label: "Health_Care_Unit" },
        ],
      }),
    );
    const names = join(root, "names.txt");
    const institutions = join(root, "institutions.txt");
    writeFileSync(names, "Ola Zyxtra\n");
    writeFileSync(institutions, "# våre\nQwomby\n");
    type Report = { overall: { anyLabelRecall: number } };
    const without = await run<Report>("--eval", file);
    expect(without.overall.anyLabelRecall).toBeLessThan(1);
    const report = await run<Report>(
      "--eval",
      file,
      "--names",
      names,
      "--institutions",
      institutions,
    );
    expect(report.overall.anyLabelRecall).toBe(1);
  });

  it.each([
    [["x"], /--out FOLDER/],
    [[corpus, "--out", join(root, "q")], /--secret-file FILE, or --seed/],
    [[corpus, "--out", corpus, "--seed", "1"], /would replace or lie in the corpus/],
    [
      [corpus, "--out", join(root, "q"), "--seed", "1", "--patient-until", "#"],
      /--patient-until "#"/,
    ],
    [[corpus, "--out", join(root, "q"), "--secret-file", join(root, "none")], /no such file/],
    [[corpus, "--out", join(root, "q"), "--seed", "1", "--review-text"], /--review FILE/],
    [["--eval", join(root, "none")], /no such file/],
    [["--eval", secret, "--names", join(root, "none")], /no such file/],
  ])("refuses %j in one line, and writes nothing", async (argv, message) => {
    const error = await run(...argv).then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(InputError);
    expect((error as Error).message).toMatch(message);
    expect((error as Error).message).not.toContain("\n");
    expect(existsSync(join(root, "q"))).toBe(false);
  });

  it("refuses a secret that can be guessed", async () => {
    const short = join(root, "short.txt");
    writeFileSync(short, "hei\n");
    await expect(run(corpus, "--out", join(root, "q"), "--secret-file", short)).rejects.toThrow(
      /guessed/,
    );
  });
});

describe("a fine-tuned model as tagger", () => {
  it("labels texts of any length, and scoring takes it", async () => {
    const dir = join(root, "model");
    const small = join(root, "small");
    const words = "Åse bur her . lang tekst".split(" ");
    const source = await makeModelFolder(small, await makeTokenizer(small, words));
    const config = loadConfig(source);
    const model = {
      encoder: initializeEncoder(config, 1),
      token: initializeTokenHead(config, bioLabels.length, 1),
    };
    await saveModel(dir, config, model, { tokenizerDir: source, labels: bioLabels });
    const tagger = await loadEntityTagger(dir, { leastShare: 0 });
    const texts = ["Åse bur her.", "lang tekst ".repeat(200), ""];
    const found = await tagger.tag(texts);
    await tagger.release();
    expect(found.map((list) => list.length > 0)).toEqual([true, true, false]);
    found.forEach((list, i) => {
      for (const { start, end, confidence, source } of list) {
        expect(texts[i]!.slice(start, end)).toMatch(/^\S[\s\S]*\S$|^\S$/);
        expect(confidence).toBeGreaterThan(0);
        expect(source).toBe("model");
      }
    });
    await expect(loadEntityTagger(source)).rejects.toThrow(/no token classifier/);
  });
});
