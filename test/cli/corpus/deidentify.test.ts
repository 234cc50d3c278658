import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { corpusCommand } from "../../../lib/cli/corpus/corpus";
import { initializeEncoder } from "../../../lib/encoder/encoder";
import { initializeTokenHead } from "../../../lib/encoder/heads";
import { loadConfig, saveModel } from "../../../lib/encoder/checkpoint";
import { InputError } from "../../../lib/errors";
import { bioLabels } from "../../../lib/evaluation/entities";
import { loadEntityTagger } from "../../../lib/evaluation/entityInference";
import { readCorpus, writeCorpus } from "../../../lib/corpus/corpus";
import { generateEntities } from "../../../lib/synthetic/tasks/entities";
import type { Document } from "../../../lib/corpus/document";
import { makeModelFolder, makeTokenizer } from "../../smallModel";
import { kliniskvest } from "../command";

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
  const dir = join(root, "model");
  const file = join(root, "validation.jsonl");
  let source: string;
  const save = async (seed: number): Promise<void> => {
    const config = loadConfig(source);
    const model = {
      encoder: initializeEncoder(config, seed),
      token: initializeTokenHead(config, bioLabels.length, seed),
    };
    await saveModel(dir, config, model, { tokenizerDir: source, labels: bioLabels });
  };
  beforeAll(async () => {
    const small = join(root, "small");
    const words = "Åse bur her . lang tekst".split(" ");
    source = await makeModelFolder(small, await makeTokenizer(small, words));
    await save(1);
    writeFileSync(
      file,
      notes
        .slice(0, 20)
        .map(({ text, spans, writtenStandard }) => JSON.stringify({ text, spans, writtenStandard }))
        .join("\n"),
    );
  });
  const thresholdFile = join(dir, "threshold.json");
  type Threshold = { leastShare: number; from: string };

  it("labels texts of any length, and scoring takes it", async () => {
    const tagger = await loadEntityTagger(dir, { leastShare: 0 });
    const texts = ["Åse bur her.", "lang tekst ".repeat(200), ""];
    const found = await tagger.tag(texts);
    const shares = await tagger.shares(texts);
    await tagger.release();
    expect(found.map((list) => list.length > 0)).toEqual([true, true, false]);
    found.forEach((list, i) => {
      for (const { start, end, confidence, source } of list) {
        expect(texts[i]!.slice(start, end)).toMatch(/^\S[\s\S]*\S$|^\S$/);
        expect(confidence).toBeGreaterThan(0);
        expect(source).toBe("model");
      }
    });
    // Every word got an answer, in the middle and at the end of rows too.
    expect(shares[1]!.shares).toHaveLength(400);
    expect(Math.min(...shares[1]!.shares)).toBeGreaterThan(0);
    await expect(loadEntityTagger(source)).rejects.toThrow(/no token classifier/);
  });

  it("is scored beside rules and with them, at half until a threshold is chosen", async () => {
    type Scored = {
      threshold: Threshold;
      overall: { found: number };
      alone: Record<"rules" | "model", { found: number; marked: number }>;
      foundBy: Record<"rulesAlone" | "modelAlone" | "both", { found: number }>;
    };
    const report = await run<Scored>("--eval", file, "--model", dir);
    expect(report.threshold).toEqual({ leastShare: 0.5, from: "default" });
    expect(report.alone.model.marked).toBe(report.alone.rules.marked);
    const { rulesAlone, modelAlone, both } = report.foundBy;
    expect(rulesAlone.found + modelAlone.found + both.found).toBe(report.overall.found);
    // Untrained weights spread their shares: nearly all of a word goes to the sixteen labels.
    expect(modelAlone.found).toBeGreaterThan(0);
    expect(both.found).toBeGreaterThan(0);
    const sure = await run<Scored>("--eval", file, "--model", dir, "--threshold", "1");
    expect(sure.threshold).toEqual({ leastShare: 1, from: "given" });
    expect(sure.alone.model.found).toBe(0);
    expect(sure.overall).toEqual(sure.alone.rules);
  });

  it("takes the threshold that was chosen for it, and refuses that of other weights", async () => {
    const chosen = await run<{ leastShare: number; chosenOn: object; curve: object[] }>(
      "--model",
      dir,
      "--choose-threshold",
      file,
    );
    const marked = notes.slice(0, 20).reduce((sum, { spans }) => sum + spans.length, 0);
    expect(chosen.chosenOn).toEqual({
      file: "validation.jsonl",
      sha256: createHash("sha256").update(readFileSync(file)).digest("hex"),
      texts: 20,
      marked,
    });
    expect(JSON.parse(readFileSync(thresholdFile, "utf8"))).toEqual({
      ...chosen,
      path: undefined,
      rulesSuffice: undefined,
    });
    expect(chosen.leastShare).not.toBe(0.5);
    expect(chosen.curve[0]).toMatchObject({ leastShare: null });

    const threshold = { leastShare: chosen.leastShare, from: "chosen on validation" };
    const report = await run<{ threshold: Threshold }>("--eval", file, "--model", dir);
    expect(report.threshold).toEqual(threshold);
    const out = join(root, "tagged");
    const outcome = await run<{ threshold: Threshold }>(
      corpus,
      "--out",
      out,
      "--seed",
      "1",
      "--model",
      dir,
    );
    expect(outcome.threshold).toEqual(threshold);
    const manifest = JSON.parse(readFileSync(join(out, "manifest.json"), "utf8")) as object;
    expect(manifest).toMatchObject({ settings: { model: basename(root), threshold } });

    const written = readFileSync(thresholdFile, "utf8");
    await save(2);
    writeFileSync(thresholdFile, written);
    await expect(run("--eval", file, "--model", dir)).rejects.toThrow(/other weights.*--choose/);
    writeFileSync(thresholdFile, "{}");
    await expect(run("--eval", file, "--model", dir)).rejects.toThrow(/leastShare is no number/);
    // Choosing again mends it.
    const again = ["--model", dir, "--choose-threshold", file];
    await expect(run(...again)).rejects.toThrow(/threshold\.json: a file of that name.*--force/);
    await run(...again, "--force");
    await run("--eval", file, "--model", dir);
  });

  it.each([
    [["--eval", file, "--threshold", "0.5"], /--model FOLDER/],
    [["--choose-threshold", file], /--model FOLDER/],
    [["--model", dir, "--choose-threshold", file, "--threshold", "0.5"], /neither --threshold/],
    [["--model", dir, "--choose-threshold", file, "--eval", file], /neither --threshold/],
    [[corpus, "--eval", file], /take no corpus/],
  ])("refuses %j", async (argv, message) => {
    await expect(run(...argv)).rejects.toThrow(message);
  });

  it("cannot choose on texts without marked spans", async () => {
    const plain = join(root, "plain.jsonl");
    writeFileSync(plain, '{"text":"Åse bur her.","spans":[]}');
    const before = readFileSync(thresholdFile, "utf8");
    await expect(run("--model", dir, "--choose-threshold", plain, "--force")).rejects.toThrow(
      /no marked/,
    );
    expect(readFileSync(thresholdFile, "utf8")).toBe(before);
  });
});

describe("the table of --eval", () => {
  it("has rows for standards and labels, leaks, intervals, and each kind of false replacement", async () => {
    const file = join(root, "table.jsonl");
    writeFileSync(
      file,
      [
        '{"text":"Tlf. 22 33 44 55.","spans":[{"start":5,"end":16,"label":"Phone_Number"}],"writtenStandard":"nb"}',
        '{"text":"Tlf. 22 33 44 55, i dag.","spans":[],"writtenStandard":"nn"}',
      ].join("\n"),
    );
    const { code, out } = await kliniskvest("corpus", "deidentify", "--eval", file);
    expect(code).toBe(0);
    const line = (begin: string): string =>
      out
        .split("\n")
        .find((each) => each.startsWith(begin))!
        .replace(/ +/g, " ");
    expect(line("all  ")).toMatch(/^all 1 2 100\.0 50\.0 66\.7 100\.0 50\.0/);
    expect(line("all, macro")).toMatch(/^all, macro 100\.0 50\.0 66\.7/);
    expect(line("nb  ")).toMatch(/^nb 1 1 100\.0 100\.0/);
    expect(line("nn  ")).toMatch(/^nn 0 1 – 0\.0 –/);
    expect(line("Phone_Number")).toMatch(/^Phone_Number 1 2/);
    expect(line("leaks, all")).toMatch(/not touched 0 spans, 0\.00 per 100 notes, 100\.0 %/);
    // Outside: Tlf; and Tlf, the number in four, i, dag.
    expect(line("replacements")).toMatch(/1 in 8 words, 125\.00 per 1,000 .*nb 0, 0\.00; nn 1, /);
    expect(out).toMatch(/\n +1 +125\.000 {2}Phone_Number, \w+: .+/);
    expect(out).not.toMatch(/22 33/);
  });
});
