/** Files as other programs write them: read, or refused with one line that holds none of their text. */

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import { InputError } from "../../../lib/errors";
import type { ImportOptions } from "../../../lib/corpus/importing";
import { readDocuments } from "../importedDocuments";

const root = mkdtempSync(join(tmpdir(), "rows-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

let files = 0;
function file(name: string, content: string | Buffer): string {
  const path = join(root, `${files++}-${name}`);
  writeFileSync(path, content);
  return path;
}

const read = (path: string, more: Partial<ImportOptions> = {}): ReturnType<typeof readDocuments> =>
  readDocuments([path], more);
const texts = async (path: string, more: Partial<ImportOptions> = {}): Promise<string[]> =>
  (await read(path, more)).documents.map(({ text }) => text);

async function refusal(path: string, more: Partial<ImportOptions> = {}): Promise<string> {
  const error: unknown = await read(path, more).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(InputError);
  const { message } = error as InputError;
  expect(message).toContain(path);
  expect(message).not.toMatch(/\n|kanarifugl/);
  return message;
}

describe("plain text", () => {
  it.each([
    ["line", "ein\nto\ntre\n", ["ein", "to", "tre"]],
    ["line", "\n\nein\nto\ntre\n\n", ["ein", "to", "tre"]],
    ["line", "ein\nto\ntre\n \n\t\n", ["ein", "to", "tre"]],
    ["line", "ein\rto\rtre\r", ["ein", "to", "tre"]],
    ["line", "ein\r\r\nto\r\r\ntre", ["ein", "to", "tre"]],
    ["paragraph", "ein\n\nto\ntre\n", ["ein", "to\ntre"]],
    ["paragraph", "ein\r\rto\rtre", ["ein", "to\ntre"]],
    ["paragraph", "# Overskrift\n\nto\ntre", ["# Overskrift", "to\ntre"]],
  ] as const)("is divided by what the whole file holds: %s of %j", async (unit, text, expected) => {
    const { documents, report } = await read(file("a.txt", text));
    expect(documents.map((each) => each.text)).toEqual(expected);
    expect(report.textUnits).toEqual({ [unit]: { files: 1, documents: expected.length } });
  });

  it("is divided as is said", async () => {
    const path = file("a.txt", "ein\n\nto\ntre\n\n");
    expect(await texts(path, { documents: "line" })).toEqual(["ein", "to", "tre"]);
    expect(await texts(path, { documents: "paragraph" })).toEqual(["ein", "to\ntre"]);
    expect(await texts(path, { documents: "file" })).toEqual(["ein\n\nto\ntre"]);
  });

  it("has long notes: the first empty line comes after more than a megabyte", async () => {
    const long = "Pasienten har det bra i dag.\n".repeat(50_000).trim();
    expect(await texts(file("a.txt", `${long}\n\nHo søv godt.\nOg et.\n`))).toEqual([
      long,
      "Ho søv godt.\nOg et.",
    ]);
  });

  it("may have a table or numbers within", async () => {
    const text = "Blodprøver:\nHb\t13,2\nCRP\t5\nBT 120/80 OK\nPasienten (f. 1950) har det bra.\n";
    expect(await texts(file("a.txt", text), { documents: "file" })).toHaveLength(1);
  });

  it.each([
    ["CoNLL", "Ola\tB-PER\nkanarifugl\tI-PER\nhar\tO\nfeber\tO\n\nHo\tO\n.\tO\n", /CoNLL/],
    ["CoNLL with spaces", "Ola B-First_Name\nhar O\nkanarifugl O\n\nHo O\nsøv O\n", /CoNLL/],
    ["CoNLL with more columns", "1 Ola x B-PER\n2 har y O\n3 feber z O\n", /CoNLL/],
    ["CoNLL with plain tags", "Ola PROPN\nhar VERB\nfeber NOUN\n\nHo PRON\nsøv VERB\n", /CoNLL/],
    ["CoNLL behind a mark", "\uFEFFOla\tB-PER\r\nhar\tO\r\nfeber\tO\r\n", /CoNLL/],
    [
      "CoNLL-U",
      "# text = Hei du\n1\tHei\thei\tINTJ\t_\n2\tdu\tdu\tPRON\t_\n",
      /between tabs|CoNLL/,
    ],
    ["TSV", "id\ttekst\n1\tkanarifugl feber\n2\thoste\n", /between tabs.*\.tsv/],
    ["CSV", "id;text\n1;kanarifugl\n", /table.*\.csv/],
    ["JSON lines", '{"text":"kanarifugl"}\n{"text":"x"}\n', /\.jsonl/],
    ["a JSON array", '[\n {"text":"kanarifugl"}\n]\n', /\.json\./],
    ["Nor-DeID", '{\n  "parameters": {\n "kanarifugl": 1}}', /Nor-DeID.*--eval/],
    ["RTF", "{\\rtf1\\ansi kanarifugl}", /RTF/],
    ["Word", "PK\u0003\u0004 kanarifugl", /\.docx/],
  ])("is no other kind that is called .txt: %s", async (_, text, message) => {
    expect(await refusal(file("a.txt", text))).toMatch(message);
    expect(await refusal(file("a.txt.gz", gzipSync(text)))).toMatch(message);
  });
});

describe("JSON", () => {
  const expected = [
    ["a", "Ho har det bra"],
    ["b", 'Han har }]{[ " det'],
  ];
  const objects = expected.map(([id, text]) => ({ id, text, more: { list: [1, { deep: [] }] } }));
  it.each([
    ["an array", JSON.stringify(objects)],
    ["indented", JSON.stringify(objects, null, 2)],
    ["indented, CR LF", JSON.stringify(objects, null, 2).replaceAll("\n", "\r\n")],
    ["with a mark", `\uFEFF${JSON.stringify(objects, null, "\t")}\n`],
    ["one object behind another", objects.map((each) => JSON.stringify(each, null, 1)).join("\n")],
    ["UTF-16", Buffer.from(`\uFEFF${JSON.stringify(objects)}`, "utf16le")],
  ])("is read: %s", async (_, text) => {
    for (const path of [file("a.json", text), file("a.json.gz", gzipSync(text))]) {
      const { documents } = await read(path);
      expect(documents.map(({ id, text }) => [id, text])).toEqual(expected);
    }
  });

  it("is read in parts, numbered from 1", async () => {
    const many = Array.from({ length: 30_000 }, (_, i) => ({
      text: `Notat ${i} – ` + "å".repeat(99),
    }));
    const { documents } = await read(file("a.json", JSON.stringify(many, null, 1)));
    expect(documents).toHaveLength(30_000);
    expect(documents[29_999]!.text).toBe(many[29_999]!.text);
    expect(documents[29_999]!.id).toMatch(/:30000$/);
    const inOneLine = await read(file("b.json", '[{"text":"ein"},{"text":"to"}]'));
    expect(new Set(inOneLine.documents.map(({ id }) => id)).size).toBe(2);
  }, 30_000);

  it("leaves out an object that is broken in itself", async () => {
    const { documents, report } = await read(
      file("a.json", '[{"text":"ja"},\n{"text":kanarifugl},\n{"tekst":"x"},{"text":"nei"}]'),
    );
    expect(documents.map(({ text }) => text)).toEqual(["ja", "nei"]);
    expect(report.skipped).toEqual({ "broken JSON": 1, "missing text": 1 });
  });

  it.each([
    ["an object never closed", '[{"text":"kanarifugl},\n{"text":"x"}]', /:1: broken JSON.*\.jsonl/],
    ["an array cut short", '[{"text":"kanarifugl"},\n', /:2: broken JSON: the array is not closed/],
    ["words between", '[{"text":"x"},\nkanarifugl {"text":"y"}]', /:2: not JSON behind/],
    ["a list of texts", '["kanarifugl"]', /:1: not JSON with objects.*\[\{"text"/],
    ["no JSON", "kanarifugl", /:1: not JSON with objects/],
    ["Nor-DeID", '{"parameters": {"kanarifugl": 1}, "cleaned_results": []}', /Nor-DeID.*--eval/],
  ])("is refused: %s", async (_, text, message) => {
    expect(await refusal(file("a.json", text))).toMatch(message);
  });

  it.each([
    ["of the text", '{"text": "ja", "text": "kanarifugl"}', "the key text twice"],
    ["escaped", '{"text": "ja", "\\u0074ext": "kanarifugl"}', "the key text twice"],
    ["that the user named", '{"notat": 1, "text": "ja", "notat": 2}', "the key notat twice"],
    [
      "of a patient",
      '{"kanarifugl": ["x", "y"], "text": "ja", "kanarifugl": 2}',
      "a key twice (keys 1 and 3 of the object)",
    ],
    [
      "within",
      '{"text": "ja", "more": [{"x": 1}, {"kanarifugl": 1, "kanarifugl": 2}]}',
      "a key twice in an object within it",
    ],
  ])("has no right value for a key twice: %s", async (_, object, reason) => {
    const others = [
      '{"text": "nei", "x": {"text": "\\"text\\": \\\\"}, "y": ["x", "x"]}',
      '{"text": "då"}',
    ];
    const lines = [others[0], object, others[1]];
    for (const path of [
      file("a.jsonl", lines.join("\n")),
      file("a.json", `[${lines.join(",\n")}]`),
    ]) {
      const { documents, report } = await read(path, { columns: { id: "notat" } });
      expect(documents.map(({ text }) => text)).toEqual(["nei", "då"]);
      expect(report.skipped).toEqual({ [reason]: 1 });
      expect(report.examples).toEqual([`${path}:2: ${reason}`]);
    }
  });

  it("is told by its name", async () => {
    expect(await refusal(file("a.jsonl", '[\n{"text":"kanarifugl"}\n]'))).toMatch(/Name it \.json/);
    const norDeid = '{"parameters":{"a":1},"cleaned_results":["<Age>kanarifugl</Age>"]}';
    expect(await refusal(file("a.jsonl", norDeid))).toMatch(/Nor-DeID/);
  });
});

describe("CSV", () => {
  const read1 = (text: string, column = "tekst"): Promise<string[]> =>
    texts(file("a.csv", text), { columns: { text: column } });

  it.each([
    ["a comma in a quoted name", '"Dato, tid";tekst\n"1, 2";Hei\n', ["Hei"]],
    ["a comma in a name", "Dato, tid;tekst\n1;Hei\n", ["Hei"]],
    ["commas in the text", "id;tekst\n1;a, b, c\n2;a, b\n", ["a, b, c", "a, b"]],
    ["semicolons in the text", 'id,tekst\n1,"a; b; c; d"\n2,a; b\n', ["a; b; c; d", "a; b"]],
    ["as many of both in the header", "a,b;tekst\n1;x, y\n2;z\n", ["x, y", "z"]],
    ["bars", "id|tekst\n1|a, b; c\n", ["a, b; c"]],
    ["tabs", "id\ttekst\n1\ta, b; c\n", ["a, b; c"]],
    ["one column", "tekst\nHei, du; der\nHå\n", ["Hei, du; der", "Hå"]],
    ["sep=", "sep=;\nid;tekst\n1;a, b\n", ["a, b"]],
    ["sep= of any sign", '"sep=:"\nid:tekst\n1:"a; b:"\n', ["a; b:"]],
    ["CR", 'id;tekst\r1;Hei\r2;"Linje\rto"\r', ["Hei", "Linje\nto"]],
    ["CR, with LF in a cell", 'id;tekst\r1;"Linje\nto"\r2;Hei\r', ["Linje\nto", "Hei"]],
    ["LF, with CR in a cell", 'id;tekst\n1;"Linje\rto"\n2;Hei\rdu\n', ["Linje\nto", "Hei\ndu"]],
    ["a mark and an empty line", "\uFEFF\r\nid;tekst\r\n1;Hei\r\n", ["Hei"]],
    ["a backslash before the end", 'tekst;id\n"C:\\";1\n', ["C:\\"]],
  ])("is read: %s", async (_, text, expected) => {
    expect(await read1(text)).toEqual(expected);
  });

  it("has long notes: 12,000 lines within quotes are one", async () => {
    const note = Array.from({ length: 12_000 }, (_, i) => `Linje ${i}`).join("\n");
    expect(await read1(`tekst\n"${note}"\nHei\n`)).toEqual([note, "Hei"]);
    expect(await read1(`id;tekst\n1;"${note}"\n2;Hei\n`)).toEqual([note, "Hei"]);
  });

  it.each([
    [
      "no header",
      "1;Kari kanarifugl har feber\n2;Ola kanarifugl\n",
      /it has 2 columns\. .*--text-column/,
    ],
    ["no header, one column", "kanarifugl har feber\nOla\n", /it has 1 column\b/],
    ["no header, CR", "1;kanarifugl\r2;kanarifugl\r", /2 columns/],
    [
      "another header",
      "id;Tekst;kanarifugl\n1;x;y\n",
      /3 columns, of them known: id\. One differs in cap/,
    ],
    ["two of one name", "id;tekst;tekst\n1;x;kanarifugl\n", /two columns named tekst/],
    ["two of another name", "id;tekst;id\n1;x;kanarifugl\n", /two columns named id/],
    ["a header within quotes", '"id;tekst\n1;kanarifugl\n', /:1: a quote in the header/],
    [
      "backslashes",
      'id;tekst\n1;"Sa \\"kanarifugl\\" og gjekk"\n2;x\n',
      /:2: a backslash.*doubled/,
    ],
    ["backslashes and delimiters", 'id,tekst\n1,"2\\" kanarifugl, blue"\n', /:2: a backslash/],
    [
      "an open quote in one column",
      'tekst\n"kanarifugl\nto\ntre\n',
      /:2: a quote that is never closed/,
    ],
    ["Excel", "PK\u0003\u0004kanarifugl", /\.xlsx/],
  ])("is refused: %s", async (_, text, message) => {
    expect(await refusal(file("a.csv", text), { columns: { text: "tekst" } })).toMatch(message);
  });

  it("may have two columns of one name that nobody wants", async () => {
    expect(await read1("x;tekst;x;;\n1;Hei;2;;\n")).toEqual(["Hei"]);
  });
});

describe("cells", () => {
  it.each([
    ["2019", 2019],
    [" 2019 ", 2019],
    ["2019-05-17", 2019],
    ["2019-05-17T10:00:00", 2019],
    ["2019/05/17", 2019],
    ["2019.05.17", 2019],
    ["2019-05", 2019],
    ["20190517", 2019],
    ["17.05.2019", 2019],
    ["17.05.2019 10:15", 2019],
    ["17/05/2019", 2019],
    ["17-05-2019", 2019],
    ["17/5-2019", 2019],
    ["17. mai 2019", 2019],
    ["0", 0],
    ["", 0],
    ["17.05.19", undefined],
    ["17", undefined],
    ["43602", undefined],
    ["i fjor", undefined],
    ["201905171", undefined],
  ])("a year is %j: %s", async (written, year) => {
    const { documents, report } = await read(
      file("a.jsonl", JSON.stringify({ text: "Hei", year: written })),
    );
    expect(documents[0]?.year).toBe(year);
    if (year === undefined) expect(report.skipped).toEqual({ "year is not a year": 1 });
  });

  it("are no RTF and no half characters", async () => {
    const { report } = await read(
      file(
        "a.jsonl",
        '{"text":"{\\\\rtf1 kanarifugl}"}\n{"text":"Hei \\ud83d"}\n{"text":"Hei 🫀"}\n',
      ),
    );
    expect(report.skipped).toEqual({ "RTF, not plain text": 1, "half a character": 1 });
  });
});
