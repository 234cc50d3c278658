import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import { InputError } from "../../lib/errors";
import { writeCorpus } from "../../lib/corpus/corpus";
import { quote, withDatabase } from "../../lib/corpus/database";
import type { Document } from "../../lib/corpus/document";
import { emptyReport, looksEnglish, realGeneralDocuments } from "../../lib/corpus/importing";
import { longestLine } from "../../lib/corpus/rows/lines";
import { dataFiles, dataFolder, needs } from "../needs";
import { readDocuments } from "./importedDocuments";

const root = mkdtempSync(join(tmpdir(), "import-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

function file(name: string, content: string | Buffer): string {
  const path = join(root, name);
  writeFileSync(path, content);
  return path;
}
const texts = (documents: readonly Document[]): string[] => documents.map((each) => each.text);

describe("importDocuments", () => {
  it("reads one document a line, and paragraphs where there are empty lines", async () => {
    const lines = file("lines.txt", "\uFEFFÉin linje\r\nto æøå\r\n");
    const blocks = file("blocks.txt", "Eit avsnitt\nover to linjer\n\n \nEit til\n");
    const { documents } = await readDocuments([lines, blocks]);
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
    const { documents } = await readDocuments([
      file("nfd.txt", "blåmerke på låret".normalize("NFD")),
    ]);
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
    const { documents, report } = await readDocuments([path]);
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
    const { documents, report } = await readDocuments([path]);
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
    const { documents } = await readDocuments([file("source.txt", "Første\nAndre\n")]);
    await writeCorpus({ dir, name: "c", documents, settings: {}, shareable: true });
    const again = await readDocuments([join(dir, "shard-00000.parquet")]);
    expect(again.documents).toEqual(documents);
  });

  it.each([
    ["missing", () => join(root, "nope.txt"), /no such file/],
    ["folder", () => root, /not a file/],
    ["other kind", () => file("a.docx", "x"), /unknown kind/],
    [
      "CSV without the column",
      () => file("b.csv", "id,tekst\n1,x\n"),
      /no column named text; it has 2 columns, of them known: id\. .*--text-column/,
    ],
    ["broken Parquet", () => file("c.parquet", "PAR1 not really"), /not a readable Parquet/],
  ])("refuses a file as a whole: %s", async (_, path, message) => {
    const error: unknown = await readDocuments([path()]).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(InputError);
    expect((error as Error).message).toMatch(message);
    expect((error as Error).message).not.toContain("\n");
  });

  it("reads gzip, and says where a truncated one ends", async () => {
    const lines = Array.from({ length: 30_000 }, (_, i) => `{"text":"Notat nummer ${i * i}"}`);
    const packed = gzipSync(lines.join("\n"));
    const { documents } = await readDocuments([file("packed.jsonl.gz", packed)]);
    expect(documents).toHaveLength(lines.length);
    expect(documents[29_999]!.id).toBe("packed.jsonl.gz:30000");
    const paragraphs = gzipSync("Eitt\nhelt\n\nTo\n");
    expect(texts((await readDocuments([file("blocks.txt.gz", paragraphs)])).documents)).toEqual([
      "Eitt\nhelt",
      "To",
    ]);
    const cut = file("cut.jsonl.gz", packed.subarray(0, packed.length / 2));
    await expect(readDocuments([cut])).rejects.toThrow(
      /cut\.jsonl\.gz: damaged or truncated gzip after line \d+/,
    );
    await expect(readDocuments([file("no.txt.gz", "not gzip")])).rejects.toThrow(InputError);
  });

  it("reads Windows-1252 and UTF-16 if told, UTF-16 with a mark in any case", async () => {
    const old = Buffer.from("Blåmerke på høgre kne\nØydelagt søvn – sjå notat", "latin1");
    old[old.indexOf("\u0013")] = 0x96; // the dash, as Windows writes it
    const path = file("old.txt", old);
    expect((await readDocuments([path])).report.skipped).toEqual({ "invalid UTF-8": 2 });
    expect(texts((await readDocuments([path], { encoding: "windows-1252" })).documents)).toEqual([
      "Blåmerke på høgre kne",
      "Øydelagt søvn – sjå notat",
    ]);
    const utf16 = file("wide.csv", Buffer.from("\uFEFFid;text\n1;Hei\n", "utf16le"));
    expect((await readDocuments([utf16])).documents).toMatchObject([{ id: "1", text: "Hei" }]);
    const bare = file("bare.csv", Buffer.from("id;text\n1;Hå\n", "utf16le"));
    await expect(readDocuments([bare])).rejects.toThrow(/bare\.csv: .*--encoding utf-16le/);
    expect(texts((await readDocuments([bare], { encoding: "utf-16le" })).documents)).toEqual([
      "Hå",
    ]);
    const young = file("young.txt", "Pasienten er våken\n");
    await expect(readDocuments([young], { encoding: "windows-1252" })).rejects.toThrow(/in UTF-8/);
    const both = file("both.txt", Buffer.concat([old, Buffer.from("\nHo er våken\n")]));
    expect((await readDocuments([both], { encoding: "windows-1252" })).report.skipped).toEqual({
      "UTF-8 in a file read as Windows-1252": 1,
    });
  });

  it("leaves out a line that is too long for memory and goes on behind it", async () => {
    const path = file(
      "long.jsonl",
      `{"text":"fyrst"}\n{"text":"${"x".repeat(longestLine)}"}\n{"text":"sist"}`,
    );
    const { documents, report } = await readDocuments([path]);
    expect(texts(documents)).toEqual(["fyrst", "sist"]);
    expect(report.examples).toEqual([`${path}:2: line longer than 16 MB`]);
  });

  it("takes columns by the names they have, years from dates, standards by their names", async () => {
    const columns = { text: "Notat", id: "Journal", writtenStandard: "Målform", year: "Dato" };
    const content =
      "Journal;Notat;Målform;Dato\n7;Søv godt;Nynorsk;17.05.2019\n8;Sover godt;NB;2021-03-01\n9;x;da;2020\n";
    for (const [name, text] of [
      ["columns.csv", content],
      ["columns.tsv", content.replaceAll(";", "\t")],
    ] as const) {
      const { documents, report } = await readDocuments([file(name, text)], { columns });
      expect(documents).toMatchObject([
        { id: "7", text: "Søv godt", writtenStandard: "nn", year: 2019 },
        { id: "8", text: "Sover godt", writtenStandard: "nb", year: 2021 },
      ]);
      expect(report.skipped).toEqual({ "unknown writtenStandard": 1 });
    }
    const json = file("columns.jsonl", '{"Notat":"Hei","Journal":{"a":1}}\n{"Notat":"Hå"}\n');
    const { documents, report } = await readDocuments([json], { columns });
    expect(documents).toMatchObject([{ id: "columns.jsonl:2", text: "Hå" }]);
    expect(report.skipped).toEqual({ "id is not a text or number": 1 });
    await expect(
      readDocuments([file("other.csv", "Notat,id\nx,1\n")], {
        columns: { text: "Notat", year: "Dato" },
      }),
    ).rejects.toThrow(/no column named Dato; it has 2 columns, of them known: Notat, id/);
  });

  it("keeps to the records of a CSV around bytes that are not text", async () => {
    const path = file(
      "bytes.csv",
      Buffer.concat([
        Buffer.from('id,text\n1,"fyrste\nlinje '),
        Buffer.from([0xe6]),
        Buffer.from(' slutt"\n2,"heil, ""ja"""\n3,"'),
        Buffer.from([0xff]),
        Buffer.from('\nslutt"\n4,siste'),
      ]),
    );
    const { documents, report } = await readDocuments([path]);
    expect(documents.map(({ id, text }) => [id, text])).toEqual([
      ["2", 'heil, "ja"'],
      ["4", "siste"],
    ]);
    expect(report.skipped).toEqual({ "invalid UTF-8": 2 });
  });

  it("goes on after a quote that is never closed, though quotes follow", async () => {
    const rows = Array.from({ length: 3000 }, (_, i) => `${i},"seier ""au"" ${i}"`);
    rows[10] = '10,"aldri lukka';
    const { documents, report } = await readDocuments([
      file("open.csv", `id,text\n${rows.join("\n")}\n`),
    ]);
    expect(documents).toHaveLength(2999);
    expect(documents.map(({ id }) => id)).not.toContain("10");
    expect(report.skipped).toEqual({ "unclosed quote": 1 });
    const lonely = `id,text\n1,"aldri\n${Array.from({ length: 20_000 }, (_, i) => `${i},""`).join("\n")}`;
    expect((await readDocuments([file("lonely.csv", lonely)])).report.skipped).toMatchObject({
      "unclosed quote": 1,
    });
  });

  it("says for every row left out where and why", async () => {
    const rejected: string[] = [];
    const path = file("many.jsonl", "{\n".repeat(25) + '{"text":"ja"}');
    const { report } = await readDocuments([path], { onReject: (line) => rejected.push(line) });
    expect(rejected).toEqual(Array.from({ length: 25 }, (_, i) => `${path}:${i + 1}: broken JSON`));
    expect(report.examples).toHaveLength(10);
  });

  it("refuses Parquet whose text is no text, and one that ends too early", async () => {
    const path = join(root, "numbers.parquet");
    await withDatabase((connection) =>
      connection.run(`copy (select 5 as text) to ${quote(path)} (format parquet)`),
    );
    await expect(readDocuments([path])).rejects.toThrow(/column text holds INTEGER, not text/);
    const dir = join(root, "whole");
    const { documents } = await readDocuments([file("for-parquet.txt", "Første\nAndre\n")]);
    await writeCorpus({ dir, name: "c", documents, settings: {}, shareable: true });
    const bytes = readFileSync(join(dir, "shard-00000.parquet"));
    const cut = file("cut.parquet", bytes.subarray(0, bytes.length - 20));
    await expect(readDocuments([cut])).rejects.toThrow(/not a readable Parquet file/);
    const broken = Buffer.from(bytes);
    broken.fill(0xff, 20, 60); // within the data, the footer whole
    await expect(readDocuments([file("broken.parquet", broken)])).rejects.toThrow(InputError);
  });

  it("refuses two files of the same name", async () => {
    mkdirSync(join(root, "b"));
    await expect(readDocuments([file("same.txt", "x"), file("b/same.txt", "y")])).rejects.toThrow(
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

describe("realGeneralDocuments", needs(dataFiles("general-norwegian", "ud-norwegian")), () => {
  it("gives unique ids, both standards, and leaves English paragraphs out", async () => {
    const report = emptyReport();
    const ids = new Set<string>();
    const counts: Record<string, number> = {};
    let documents = 0;
    for await (const each of realGeneralDocuments(dataFolder, report)) {
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
});

it("realGeneralDocuments names the file that is missing", async () => {
  await expect(realGeneralDocuments(root).next()).rejects.toThrow(/general-norwegian.*nb\.txt/);
});
