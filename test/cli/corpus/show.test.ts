import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readCorpus } from "../../../lib/corpus/corpus";
import type { Document } from "../../../lib/corpus/document";
import { complaint, kliniskvest, type Outcome } from "../command";

const root = mkdtempSync(join(tmpdir(), "show-"));
const at = (name: string): string => join(root, name);
afterAll(() => rmSync(root, { recursive: true, force: true }));
const run = (line: string): Promise<Outcome> => kliniskvest(...line.split(" "));
const shown = ({ out }: Outcome): Document[] =>
  out
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Document);

const documents: Document[] = [];
beforeAll(async () => {
  await run(`corpus generate --domain clinical --documents 80 --seed 1 --out ${at("made")}`);
  for await (const document of readCorpus(at("made"))) documents.push(document);
  writeFileSync(
    at("own.jsonl"),
    [
      { id: "a", text: "Pas. har feber.\nKontroll om ei veke.", writtenStandard: "nn" },
      { id: "b", text: "Hun er bedre.", writtenStandard: "nb" },
    ]
      .map((row) => JSON.stringify(row))
      .join("\n"),
  );
  await run(`corpus import ${at("own.jsonl")} --out ${at("own")}`);
});

describe("kliniskvest corpus show", () => {
  it("draws the same documents for a seed, others for another, in the order of the corpus", async () => {
    const of = async (line: string): Promise<string[]> =>
      shown(await run(`corpus show ${at("made")} --json ${line}`)).map(({ id }) => id);
    const first = await of("--sample 10");
    expect(await of("--sample 10")).toEqual(first);
    expect(await of("--sample 10 --seed 2")).not.toEqual(first);
    const ids = documents.map(({ id }) => id);
    expect(first).toEqual(ids.filter((id) => first.includes(id)));
    expect(await of("--sample 500")).toEqual(ids);
    // Each is drawn about as often.
    const times = new Map<string, number>();
    for (let seed = 1; seed <= 40; seed++)
      for (const id of await of(`--sample 20 --seed ${seed}`))
        times.set(id, (times.get(id) ?? 0) + 1);
    expect(times.size).toBe(80);
    expect(Math.max(...times.values())).toBeLessThan(22);
  });

  it("draws in one written standard and of one type, or says that there is none", async () => {
    const nynorsk = shown(
      await run(`corpus show ${at("made")} --json --sample 500 --written-standard nn`),
    );
    expect(nynorsk).toEqual(documents.filter(({ writtenStandard }) => writtenStandard === "nn"));
    expect(nynorsk.length).toBeGreaterThan(10);
    const none = await run(`corpus show ${at("made")} --document-type roman --written-standard nb`);
    expect(none.code).toBe(2);
    expect(complaint(none)[0]).toContain("no document of type roman in nb");
  });

  it("shows a document with its facts, its text as it is, and marks of what identifies", async () => {
    const [document] = documents.filter(({ spans }) => spans!.length > 2);
    const { id, text, spans } = document!;
    const plain = await run(`corpus show ${at("made")} --document ${id}`);
    expect(plain.out).toContain(`--- ${id}: ${document!.documentType}, `);
    expect(plain.out).toContain(`${spans!.length} identifiers\n${text}\n`);
    expect(plain.out).not.toContain("NOT SHAREABLE");
    const marked = await run(`corpus show ${at("made")} --document ${id} --spans`);
    for (const { start, end, label } of spans!)
      expect(marked.out).toContain(`[${text.slice(start, end)}|${label}]`);
    expect(marked.out.replaceAll(/\[([^|\]]*)\|[A-Z]\w+\]/g, "$1")).toBe(plain.out);
  });

  it("marks what is not shareable, and says what a corpus was made from", async () => {
    const own = await run(`corpus show ${at("own")}`);
    expect(own.out).toMatch(/^corpus own, 2 documents\nNOT SHAREABLE: /);
    expect(own.out).toContain(
      "--- a: prose, nynorsk, from import\nPas. har feber.\nKontroll om ei veke.\n",
    );
    await run(`corpus split ${at("own")} --max-words 3 --min-words 0 --out ${at("parts")}`);
    const parts = await run(`corpus show ${at("parts")} --sample 9`);
    expect(parts.out).toMatch(/^corpus parts, 4 documents, made from own \([0-9a-f]{12}\)/);
    expect(parts.out).toMatch(/cut or copied from \S*a\n/);
  });

  it("refuses an id that is not there, and a folder that is no corpus", async () => {
    const id = await run(`corpus show ${at("own")} --document nobody`);
    expect(id.code).toBe(2);
    expect(complaint(id)[0]).toContain("--document nobody");
    expect((await run(`corpus show ${root}`)).code).toBe(2);
  });
});
