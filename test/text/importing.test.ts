import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { InputError } from "../../lib/errors";
import { writeCorpus } from "../../lib/text/corpus";
import type { Document } from "../../lib/text/document";
import {
  emptyReport,
  importDocuments,
  looksEnglish,
  realGeneralDocuments,
} from "../../lib/text/importing";
import type { ImportReport } from "../../lib/text/importing";

const root = mkdtempSync(join(tmpdir(), "import-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

function file(name: string, content: string | Buffer): string {
  const path = join(root, name);
  writeFileSync(path, content);
  return path;
}
async function read(
  paths: readonly string[],
): Promise<{ documents: Document[]; report: ImportReport }> {
  const report = emptyReport();
  const documents: Document[] = [];
  const options = {
    documentType: "notat",
    writtenStandard: "either",
    source: "test",
    report,
  } as const;
  for await (const each of importDocuments(paths, options)) documents.push(each);
  return { documents, report };
}
const texts = (documents: readonly Document[]): string[] => documents.map((each) => each.text);

describe("importDocuments", () => {
  it("reads one document a line, and paragraphs where there are empty lines", async () => {
    const lines = file("lines.txt", "\uFEFFÉin linje\r\nto æøå\r\n");
    const blocks = file("blocks.txt", "Eit avsnitt\nover to linjer\n\n \nEit til\n");
    const { documents } = await read([lines, blocks]);
    expect(texts(documents)).toEqual([
      "Éin linje",
      "to æøå",
      "Eit avsnitt\nover to linjer",
      "Eit til",
    ]);
    expect(documents.map((each) => each.id)).toEqual([
      "lines.txt:1",
      "lines.txt:2",
      "blocks.txt:1",
      "blocks.txt:5",
    ]);
  });

  it("brings texts to NFC", async () => {
    const { documents } = await read([file("nfd.txt", "blåmerke på låret".normalize("NFD"))]);
    expect(texts(documents)).toEqual(["blåmerke på låret"]);
  });

  it("keeps good JSON lines and counts the damaged ones by reason, with their line", async () => {
    const path = file(
      "notes.jsonl",
      Buffer.concat([
        Buffer.from(
          '{"text":"Fin i dag","id":7,"writtenStandard":"nn","year":2019,"trust":"Helse Fjord"}\n',
        ),
        Buffer.from('{"text":"brote\n{"text":""}\n{"tekst":"feil namn"}\n\n{"text":"a\\u0000b"}\n'),
        Buffer.from(
          '{"text":"hei","writtenStandard":"da"}\n{"text":5}\n{"text":"x","year":"i fjor"}\n[1]\n',
        ),
        Buffer.from([0x7b, 0x22, 0xe6, 0x22, 0x7d, 0x0a]),
        Buffer.from('{"text":"Siste utan linjeskift"}'),
      ]),
    );
    const { documents, report } = await read([path]);
    expect(documents).toEqual([
      {
        id: "7",
        text: "Fin i dag",
        documentType: "notat",
        writtenStandard: "nn",
        trust: "Helse Fjord",
        year: 2019,
        source: "test",
      },
      expect.objectContaining({
        id: "notes.jsonl:12",
        text: "Siste utan linjeskift",
        writtenStandard: "either",
        year: 0,
      }),
    ]);
    expect(report.skipped).toEqual({
      "broken JSON": 2,
      "empty text": 1,
      "missing text": 1,
      "NUL character": 1,
      "unknown writtenStandard": 1,
      "text is not a string": 1,
      "year is not a year": 1,
      "invalid UTF-8": 1,
    });
    expect(report.examples[0]).toBe(`${path}:2: broken JSON`);
    expect(report.examples.join()).not.toMatch(/brote|hei/);
  });

  it("reads CSV with quotes, line breaks and semicolons, and recovers from a stray quote", async () => {
    const path = file(
      "notes.csv",
      'id;text;year\r\n1;"Linje 1\r\nlinje ""2""; slutt";2020\r\n2;"stray;2020\r\n3;ok;2021\r\n4;too;many;fields\r\n5;;2020\r\n6;siste;\r\n',
    );
    const { documents, report } = await read([path]);
    expect(documents.map((each) => [each.id, each.text, each.year])).toEqual([
      ["1", 'Linje 1\nlinje "2"; slutt', 2020],
      ["3", "ok", 2021],
      ["6", "siste", 0],
    ]);
    expect(report.skipped).toEqual({
      "unclosed quote": 1,
      "wrong number of columns": 1,
      "empty text": 1,
    });
    expect(report.examples).toContain(`${path}:4: unclosed quote`);
  });

  it("reads Parquet back", async () => {
    const dir = join(root, "corpus");
    const { documents } = await read([file("source.txt", "Første\nAndre\n")]);
    await writeCorpus({ dir, name: "c", documents, settings: {}, shareable: true });
    const again = await read([join(dir, "shard-00000.parquet")]);
    expect(again.documents).toEqual(documents);
  });

  it.each([
    ["missing", () => join(root, "nope.txt"), /no such file/],
    ["folder", () => root, /not a file/],
    ["other kind", () => file("a.docx", "x"), /unknown kind/],
    [
      "CSV without the column",
      () => file("b.csv", "id,tekst\n1,x\n"),
      /no column named text among id, tekst/,
    ],
    ["broken Parquet", () => file("c.parquet", "PAR1 not really"), /not a readable Parquet/],
  ])("refuses a file as a whole: %s", async (_, path, message) => {
    const error: unknown = await read([path()]).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(InputError);
    expect((error as Error).message).toMatch(message);
    expect((error as Error).message).not.toContain("\n");
  });

  it("refuses two files of the same name", async () => {
    mkdirSync(join(root, "b"));
    await expect(read([file("same.txt", "x"), file("b/same.txt", "y")])).rejects.toThrow(
      /same\.txt/,
    );
  });
});

describe("looksEnglish", () => {
  it.each([
    ["Export images in the PNG format.", true],
    ["This filter detects edges.", true],
    ["Vel kva for format du vil eksportera til.", false],
    ["Velg «The Clean» i lista og trykk på OK.", false],
    ["Blodtrykk 120/80", false],
  ])("%s → %s", (text, expected) => {
    expect(looksEnglish(text)).toBe(expected);
  });
});

const data = process.env["KLINISKVEST_DATA"] ?? join(import.meta.dirname, "../../../shared/data");
const absent =
  !existsSync(join(data, "general-norwegian")) || !existsSync(join(data, "ud-norwegian"));

describe.skipIf(absent)(
  "realGeneralDocuments (needs the data folder: set KLINISKVEST_DATA)",
  () => {
    it("gives unique ids, both standards, and leaves English paragraphs out", async () => {
      const report = emptyReport();
      const ids = new Set<string>();
      const counts: Record<string, number> = {};
      let documents = 0;
      for await (const each of realGeneralDocuments(data, report)) {
        documents++;
        ids.add(each.id);
        const key = `${each.source} ${each.writtenStandard}`;
        counts[key] = (counts[key] ?? 0) + 1;
      }
      expect(ids.size).toBe(documents);
      expect(Object.keys(counts)).toEqual([
        "general-norwegian nb",
        "general-norwegian nn",
        "ud-norwegian nb",
        "ud-norwegian nn",
      ]);
      expect(report.skipped["looks English"]).toBeGreaterThan(100);
    });
  },
);

it("realGeneralDocuments names the file that is missing", async () => {
  await expect(realGeneralDocuments(root).next()).rejects.toThrow(/general-norwegian.*nb\.txt/);
});
