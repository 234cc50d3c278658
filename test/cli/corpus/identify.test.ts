import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { assetPath } from "../../../lib/assets";
import { openManifest, readCorpus, writeCorpus } from "../../../lib/corpus/corpus";
import type { Document, WrittenStandard } from "../../../lib/corpus/document";
import { bokmaal, nynorsk } from "../../writtenStandard/sentences";
import { complaint, kliniskvest } from "../command";

const temporary = mkdtempSync(join(tmpdir(), "identify-"));
afterAll(() => rmSync(temporary, { recursive: true, force: true }));
const at = (name: string): string => join(temporary, name);

const document = (id: string, text: string, writtenStandard: WrittenStandard): Document => ({
  id,
  text,
  documentType: "notat",
  writtenStandard,
  trust: "Helse Fjord",
  year: 2020,
  source: "test",
  spans: [],
});
const documents = [
  document("a", bokmaal.slice(0, 4).join("\n"), "either"),
  document("b", nynorsk.slice(0, 4).join("\n"), "either"),
  document("c", nynorsk.slice(4, 8).join("\n"), "nb"),
  document("d", "BT 120/80.", "nn"),
  document("e", [...bokmaal.slice(4, 8), ...nynorsk.slice(8, 11)].join("\n"), "either"),
];
const written = writeCorpus({
  dir: at("notes"),
  name: "notes",
  documents,
  settings: { made: "here" },
  shareable: true,
});
async function standards(dir: string): Promise<Record<string, WrittenStandard>> {
  const found: Record<string, WrittenStandard> = {};
  for await (const each of readCorpus(dir)) found[each.id] = each.writtenStandard;
  return found;
}

describe("corpus identify", () => {
  it("labels a corpus, keeps everything else, and counts what changed", async () => {
    await written;
    const { code, out } = await kliniskvest(
      "corpus",
      "identify",
      at("notes"),
      "--out",
      at("labelled"),
      "--json",
    );
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      documents: 5,
      before: { nb: 1, nn: 1, either: 3 },
      disagreements: { "nb, found nn": 1 },
      mixed: 1,
    });
    expect(await standards(at("labelled"))).toMatchObject({
      a: "nb",
      b: "nn",
      c: "nn",
      d: "either",
    });
    const { settings, shareable, parents } = openManifest(at("labelled"));
    expect(shareable).toBe(true);
    expect(settings).toMatchObject({ command: "identify" });
    expect(parents).toMatchObject([{ name: "notes" }]);
    const copies: Document[] = [];
    for await (const each of readCorpus(at("labelled"))) copies.push(each);
    expect(copies.map((each) => ({ ...each, writtenStandard: "" }))).toEqual(
      documents.map((each) => ({ ...each, writtenStandard: "" })),
    );
  });

  it("keeps given labels with --only-unknown, and counts the disagreement all the same", async () => {
    await written;
    const { out } = await kliniskvest(
      "corpus",
      "identify",
      at("notes"),
      "--only-unknown",
      "--out",
      at("kept"),
      "--json",
    );
    expect(JSON.parse(out)).toMatchObject({ disagreements: { "nb, found nn": 1 } });
    expect(await standards(at("kept"))).toMatchObject({ a: "nb", b: "nn", c: "nb", d: "nn" });
  });

  it("says in words what it did, without text of the documents", async () => {
    await written;
    const { out, err } = await kliniskvest("corpus", "identify", at("notes"), "--out", at("words"));
    expect(out).toMatch(/before +nb 1, nn 1, either 3/);
    expect(out).toMatch(/1 given nb, found nn/);
    expect(out + err).not.toMatch(/pasient|sjukehus/i);
  });

  it("scores a file", async () => {
    const rows = [
      ...bokmaal.map((text) => ({ text, writtenStandard: "nb" })),
      ...nynorsk.map((text) => ({ text, writtenStandard: "nn" })),
    ];
    writeFileSync(at("eval.jsonl"), rows.map((row) => JSON.stringify(row)).join("\n"));
    const json = await kliniskvest("corpus", "identify", "--eval", at("eval.jsonl"), "--json");
    const scores = JSON.parse(json.out) as { texts: number; accuracy: number };
    expect(scores.texts).toBe(rows.length);
    expect(scores.accuracy).toBeGreaterThanOrEqual(0.95);
    const words = await kliniskvest("corpus", "identify", "--eval", at("eval.jsonl"));
    expect(words.out).toContain(`${rows.length} texts`);
    expect(words.out).toMatch(/8-15 words +nb .* nn /);
    expect(words.out).not.toContain("NaN");
  });

  it.each([
    ["nothing", [], "name a corpus and --out"],
    ["no --out", ["notes"], "name a corpus and --out"],
    ["both", ["notes", "--eval", "eval.jsonl"], "takes no corpus"],
    ["itself", ["notes", "--out", "notes"], "would replace or lie in the corpus"],
    ["no corpus", ["nowhere", "--out", "x"], "no such folder"],
    ["no file", ["--eval", "nowhere.jsonl"], "no such file"],
    ["no weights", ["--eval", "eval.jsonl", "--model", "nowhere.bin"], "cannot be read"],
  ])("refuses %s with exit code 2", async (_, words, what) => {
    await written;
    const outcome = await kliniskvest(
      "corpus",
      "identify",
      ...words.map((word) => (word.startsWith("--") ? word : at(word))),
    );
    expect(outcome.code).toBe(2);
    expect(complaint(outcome)).toHaveLength(1);
    expect(outcome.err).toContain(what);
  });

  it("is what `corpus import --written-standard identify` labels with, where a row does not say", async () => {
    writeFileSync(
      at("rows.jsonl"),
      [
        { id: "1", text: bokmaal.slice(0, 3).join(" ") },
        { id: "2", text: nynorsk.slice(0, 3).join(" ") },
        { id: "3", text: nynorsk.slice(0, 3).join(" "), writtenStandard: "nb" },
        { id: "4", text: "37,5" },
      ]
        .map((row) => JSON.stringify(row))
        .join("\n"),
    );
    const { code } = await kliniskvest(
      "corpus",
      "import",
      at("rows.jsonl"),
      "--written-standard",
      "identify",
      "--out",
      at("imported"),
    );
    expect(code).toBe(0);
    expect(await standards(at("imported"))).toEqual({ 1: "nb", 2: "nn", 3: "nb", 4: "either" });
    expect(openManifest(at("imported")).settings).toMatchObject({ writtenStandard: "identify" });
  });
});

describe("corpus train-identifier", () => {
  it("leaves the shipped weights alone when the data is missing", async () => {
    const before = readFileSync(assetPath("written-standard.bin"));
    const command = ["corpus", "train-identifier", "--data", at("nowhere")];
    expect(complaint(await kliniskvest(...command))[0]).toMatch(/written-standard\.bin.*--force/);
    const outcome = await kliniskvest(...command, "--force");
    expect(outcome.code).toBe(2);
    expect(complaint(outcome)[0]).toContain("train-nb.txt: cannot be read");
    expect(readFileSync(assetPath("written-standard.bin")).equals(before)).toBe(true);
  });

  it("refuses a folder for its file, and sources it does not know", async () => {
    const folder = await kliniskvest(
      "corpus",
      "train-identifier",
      "--data",
      at("nowhere"),
      "--out",
      temporary,
    );
    expect(complaint(folder)[0]).toContain("Name a file");
    const sources = await kliniskvest(
      "corpus",
      "train-identifier",
      "--data",
      at("nowhere"),
      "--sources",
      "wikipedia",
    );
    expect(sources.code).toBe(2);
    expect(existsSync(at("nowhere"))).toBe(false);
  });
});
