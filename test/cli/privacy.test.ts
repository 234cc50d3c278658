/**
 * No text of a user's file is printed, whatever is wrong with the file: every case holds a canary word where
 * the text is, goes through the command line, and must leave the word in no output and no list of rejects.
 */

import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeCorpus } from "../../lib/corpus/corpus";
import { quote, withDatabase } from "../../lib/corpus/database";
import type { Document } from "../../lib/corpus/document";
import { makeModelFolder, makeTokenizer } from "../smallModel";
import { complaint, kliniskvest } from "./command";

const root = mkdtempSync(join(tmpdir(), "privacy-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const canary = "kanarifugl";
/** Also as it looks in other encodings, cut or escaped. */
const traces = /kanari|anarifug|k\0a\0n|6b616e617269/i;
const note = `Ho har ${canary} heime og søv dårleg på natta`;

const latin = (text: string): Buffer => Buffer.from(text, "latin1");
const wide = (text: string): Buffer => Buffer.from(text, "utf16le");
const rows = (count: number, row: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => row(i)).join("\n");

const noteInBokmaal = `Hun har ${canary} hjemme og sov dårlig i natt`;

/** Files by their endings; the import of each fails or leaves something out. */
const broken: readonly (readonly [string, string, string | Buffer, ...string[]])[] = [
  ["lines in another encoding", "txt", latin(`${note}\n${note}\n`)],
  ["UTF-8 as Windows-1252", "txt", note, "--encoding", "windows-1252"],
  ["both encodings", "txt", Buffer.concat([latin(note), Buffer.from(`\n${note}\nja\n`)])],
  ["DOS", "txt", Buffer.concat([Buffer.from([0x8f]), latin(note)]), "--encoding", "windows-1252"],
  ["UTF-16 without a mark", "txt", wide(note)],
  ["UTF-16, broken", "txt", wide(`\uFEFF${note}\ud800\nja`)],
  ["UTF-16 that is none", "txt", note, "--encoding", "utf-16le"],
  ["UTF-32", "txt", Buffer.concat([Buffer.from("fffe0000", "hex"), wide(note)])],
  ["a NUL", "txt", `${note}\0\nja\n`],
  ["RTF", "txt", `{\\rtf1\\ansi ${note}}`],
  ["HTML", "txt", `<html><p>${note}</p></html>`],
  ["PDF", "txt", `%PDF-1.7 ${note}`],
  ["Word", "txt", `PK\u0003\u0004${note}`],
  ["CoNLL", "txt", rows(9, (i) => `${canary}${i}\tB-${canary}`)],
  ["CoNLL with spaces", "txt", rows(9, (i) => `${canary}${i} O`)],
  ["a table", "txt", rows(9, () => `${canary}\t${note}`)],
  ["CSV as text", "txt", `id;text;${canary}\n1;${note};x\n`],
  ["JSON as text", "txt", JSON.stringify({ text: note })],
  ["an empty document", "txt", `{"${canary}":1}`],
  ["broken JSON lines", "jsonl", `{"text":"${note}\n{"${canary}"}\n${note}\n`],
  ["other fields", "jsonl", JSON.stringify({ [canary]: note })],
  ["fields of other types", "jsonl", `{"text":["${canary}"]}\n{"text":"x","id":{"${canary}":1}}`],
  [
    "bad values",
    "jsonl",
    rows(
      5,
      (i) =>
        `{"text":"${note}","${["year", "writtenStandard", "trust", "source", "documentType"][i]}":${i < 2 ? `"${canary}"` : `["${canary}"]`}}`,
    ),
  ],
  ["ids that come twice", "jsonl", rows(2, () => `{"text":"${note}","id":"${canary}"}`)],
  ["half a character", "jsonl", `{"text":"${canary} \\ud800"}`],
  ["RTF in a field", "jsonl", `{"text":"{\\\\rtf1 ${canary}}"}`],
  ["an array as lines", "jsonl", `[\n{"text":"${note}"}\n]`],
  ["an open object", "json", `[{"text":"${note}},\n{"text":"${note}"}]`],
  ["an open array", "json", `[{"text":"${note}"}`],
  ["broken objects", "json", `[{"text":${canary}}]`],
  ["words between", "json", `[{"text":"${note}"} ${canary}]`],
  ["a list of texts", "json", `["${note}"]`],
  ["no JSON", "json", note],
  ["Nor-DeID", "json", `{"parameters":{"x":"${canary}"},"cleaned_results":["${note}"]}`],
  ["no header", "csv", `1;${canary};${note}\n2;x;${note}\n`],
  ["no header, CR", "csv", `1;${canary};${note}\r2;x;${note}\r`],
  ["no header, one column", "csv", `${note}\n${note}\n`],
  ["another header", "csv", `"Dato, ${canary}";tekst\n1;${note}\n`],
  ["a header in another encoding", "csv", latin(`id;${canary}å;text\n1;x;${note}\n`)],
  ["two columns of one name", "csv", `text;text;${canary}\n${note};${note};x\n`],
  ["an open header", "csv", `"id;text;${canary}\n1;${note};x\n`],
  ["open quotes", "csv", `id;text\n1;"${note}\n2;${note}\n3;"${note}" ${canary}\n4;x;${canary}\n`],
  ["an open quote in one column", "csv", `text\n"${note}\n${note}\n`],
  ["backslashes", "csv", `id;text\n1;"sa \\"${canary}\\" og"\n`],
  ["sep= and no column", "csv", `sep=;\n${canary};${note}\n`],
  [
    "bad years and standards",
    "csv",
    `text;year;writtenStandard\n${note};${canary};nb\nx;1;${canary}\n`,
  ],
  [
    "a column that is not there",
    "csv",
    `id;text;${canary}\n1;${note};x\n`,
    "--year-column",
    "Dato",
  ],
  ["Excel", "csv", `PK\u0003\u0004${note}`],
  ["a cut gzip", "jsonl.gz", gzipSync(rows(500, (i) => `{"text":"${note} ${i}"}`)).subarray(0, 90)],
  ["no gzip", "txt.gz", note],
  ["gzip of Word", "txt.gz", gzipSync(`PK\u0003\u0004${note}`)],
  [
    "a key twice",
    "jsonl",
    `{"text":"x","text":"${note}"}\n{"${canary}":1,"text":"x","${canary}":2}`,
  ],
  ["a key twice within", "json", `[{"text":"${note}","more":[{"${canary}":1,"${canary}":2}]}]`],
  ["no Parquet", "parquet", `PAR1${note}`],
  ["another kind", "docx", note],
];

let files = 0;
function place(ending: string, content: string | Buffer): string {
  const path = join(root, `${files++}.${ending}`);
  writeFileSync(path, content);
  return path;
}

async function isSilent(...args: string[]): Promise<Awaited<ReturnType<typeof kliniskvest>>> {
  const outcome = await kliniskvest(...args);
  expect(outcome.out).not.toMatch(traces);
  expect(outcome.err).not.toMatch(traces);
  return outcome;
}

async function importSilently(path: string, ...more: string[]): Promise<void> {
  for (const verbose of [[], ["--verbose"]]) {
    const [out, rejects] = [join(root, `out-${files++}`), join(root, `rejects-${files++}.txt`)];
    const outcome = await isSilent(
      ...verbose,
      ...["corpus", "import", path, "--out", out, "--rejects", rejects, ...more],
    );
    if (existsSync(rejects)) expect(readFileSync(rejects, "utf8")).not.toMatch(traces);
    else expect(outcome.code).toBe(2);
    if (outcome.code !== 0 && verbose.length === 0) expect(complaint(outcome)).toHaveLength(1);
    if (outcome.code !== 0) expect(existsSync(out)).toBe(false);
  }
}

describe("kliniskvest corpus import says nothing of the text", () => {
  for (const [name, ending, content, ...more] of broken)
    it(name, () => importSilently(place(ending, content), ...more));

  it("of Parquet with other types", async () => {
    const types = [
      `5 as text, '${canary}' as id`,
      `'${canary}'::enum('${canary}', 'x') as text`,
      `{'${canary}': '${note}'} as text`,
      `['${note}'] as text`,
      `'${note}' as "${canary}"`,
      `'${canary}'::blob as text`,
      `'${note}' as text, '${canary}' as year`,
      `'${note}' as text, ['${canary}'] as "writtenStandard"`,
    ];
    for (const columns of types) {
      const path = join(root, `${files++}.parquet`);
      await withDatabase((connection) =>
        connection.run(`copy (select ${columns}) to ${quote(path)} (format parquet)`),
      );
      await importSilently(path);
    }
  });
});

describe("other commands that read a user's file say nothing of it", () => {
  const corpus = join(root, "corpus");
  const few = join(root, "few");
  const tokenizer = join(root, "tokenizer");
  let model: string;
  beforeAll(async () => {
    await kliniskvest(
      ...["corpus", "generate", "--domain", "clinical", "--documents", "20", "--out", corpus],
    );
    await kliniskvest(
      ...["corpus", "generate", "--domain", "clinical", "--documents", "1", "--out", few],
    );
    await kliniskvest(
      ...["tokenizer", "train", "--corpus", corpus, "--vocabulary-size", "300", "--out", tokenizer],
    );
    mkdirSync(join(root, "small"));
    const words = await makeTokenizer(join(root, "small"), ["har", "ikkje"]);
    model = await makeModelFolder(join(root, "small"), words);
  });
  const spans = `"spans":[{"start":"${canary}","end":3,"label":"Age"}]`;
  const contents: readonly (string | Buffer)[] = [
    `${note}\n${noteInBokmaal}\n`,
    latin(note),
    latin(noteInBokmaal),
    wide(note),
    `${note}\0`,
    `{"text":"${note}`,
    `{"${canary}":"${note}"}`,
    `{"text":"x","text":"${noteInBokmaal}"}`,
    `{"base":"bertNsp","${note}":"${note}","settings":{"${note}":1}}`,
    `{"base":"${note}"}`,
    `{"base":"bertNsp","settings":{"masking":"${noteInBokmaal}"}}`,
    `{"recipes":["${note}"],"seeds":["${canary} og"]}`,
    `{"recipes":["bertNsp"],"seeds":[1],"arms":["${noteInBokmaal}"]}`,
    `[{"text":"${note}"}]`,
    `{\\rtf1 ${note}}`,
    `PK\u0003\u0004${note}`,
    `1\t${note}\n2\t${noteInBokmaal}\n`,
    `term\twrittenStandard\nastma\t${canary}\n`,
    `{"text":"${note}","writtenStandard":"${canary}"}\n`,
    `{"text":"${note}",${spans}}\n`,
    `{"text":"${note}","spans":[{"start":0,"end":3,"label":"${canary}"}]}\n`,
    `{"text":"${note}","spans":"${canary}"}\n`,
    `{"parameters":{},"cleaned_results":["<First_Name>${canary}","<${canary}>x</${canary}>"]}`,
    `{"parameters":{},"cleaned_results":"${canary}"}`,
  ];

  it.each<[string, (path: string) => string[]]>([
    [
      "corpus stats --terms",
      (path) => ["corpus", "stats", few, "--tokenizer", tokenizer, "--terms", path],
    ],
    ["corpus identify --eval", (path) => ["corpus", "identify", "--eval", `${path}.jsonl`]],
    ["corpus identify --model", (path) => ["corpus", "identify", "--eval", path, "--model", path]],
    ["corpus deidentify --eval", (path) => ["corpus", "deidentify", "--eval", path]],
    ...(["names", "places", "institutions"] as const).map(
      (list): [string, (path: string) => string[]] => [
        `corpus deidentify --${list}`,
        (path) => [
          ...["corpus", "deidentify", few, "--seed", "1", `--${list}`, path],
          ...["--out", `${path}.out`],
        ],
      ],
    ),
    [
      "corpus deidentify --secret-file",
      (path) => [...["corpus", "deidentify", few, "--out", `${path}.out`, "--secret-file", path]],
    ],
    ["model run --texts", (path) => ["model", "run", model, "--texts", path]],
    ["model run --fill-mask", (path) => ["model", "run", model, "--fill-mask", "--texts", path]],
    [
      "model export --texts",
      (path) => [
        ...["model", "export", model, "--to", "onnx", "--int8", "--force"],
        ...["--out", join(root, "exported"), "--texts", path],
      ],
    ],
    [
      "tokenizer extend --words",
      (path) => ["tokenizer", "extend", model, "--out", `${path}.model`, "--words", path],
    ],
    [
      "pretrain --recipe",
      (path) => ["pretrain", "--recipe", path, "--corpus", corpus, "--model", "new", "--plan"],
    ],
    [
      "pretrain --sweep",
      (path) => [
        ...["pretrain", "--sweep", path, "--corpus", corpus, "--control", corpus],
        ...["--model", "new", "--tokenizer", tokenizer, "--out", join(root, "sweep")],
      ],
    ],
  ])("%s", async (_, args) => {
    for (const content of contents) {
      const path = place("txt", content);
      writeFileSync(`${path}.jsonl`, content);
      // Of work that is done there is no stack to print.
      if ((await isSilent(...args(path))).code !== 0) await isSilent("--verbose", ...args(path));
    }
  });

  /** Files of folders that are read: what is wrong with one is said without what is in it. */
  it.each<[string, readonly string[], (folder: string) => string[]]>([
    ...["stats", "split --out new", "dedup --out new", "sample --temperature 2 --out new"].map(
      (line): [string, readonly string[], (folder: string) => string[]] => {
        const [command, ...more] = line.split(" ");
        return [`corpus ${command}`, ["manifest.json"], (at) => ["corpus", command!, at, ...more]];
      },
    ),
    [
      "tokenizer train",
      ["manifest.json"],
      (at) => [
        "tokenizer",
        "train",
        "--corpus",
        at,
        "--vocabulary-size",
        "300",
        "--out",
        `${at}.t`,
      ],
    ],
    [
      "tokenizer inspect",
      ["tokenizer.json", "tokenizer_config.json", "special_tokens_map.json"],
      (at) => ["tokenizer", "inspect", at],
    ],
    ["model import", ["config.json"], (at) => ["model", "import", at, "--out", `${at}.m`]],
    ["model run", ["config.json"], (at) => ["model", "run", at, "--texts", "-"]],
    ["model check", ["cases.json"], (at) => ["model", "check", at]],
    [
      "finetune --data",
      ["nor-deid/training.json"],
      (at) => ["finetune", "--task", "norDeid", "--model", model, "--data", at, "--out", `${at}.r`],
    ],
    [
      "finetune --data of questions",
      ["normedqa/norwegian_medical_qa_v2_txt_only.json"],
      (at) => [
        "finetune",
        "--task",
        "norMedQa",
        "--model",
        model,
        "--data",
        at,
        "--out",
        `${at}.r`,
      ],
    ],
    [
      "report tables",
      ["evaluations/norDeid@1/small/seed-1.json"],
      (at) => ["report", "tables", "--results", at],
    ],
  ])("%s of a folder", async (_, names, args) => {
    for (const content of contents) {
      const folder = join(root, `folder-${files++}`);
      for (const name of names) {
        mkdirSync(dirname(join(folder, name)), { recursive: true });
        writeFileSync(join(folder, name), content);
      }
      for (const verbose of [[], ["--verbose"]]) {
        const outcome = await isSilent(...verbose, ...args(folder));
        expect(outcome.code).not.toBe(0);
      }
    }
  });

  it("an identity number left in a document, whose id is a patient's", async () => {
    const dir = join(root, "numbers");
    const text = `${note}, fnr 01819006829, og 12057212345 01010112345 17054026641.`;
    await writeCorpus({
      dir,
      name: "numbers",
      documents: [1, 2].map((i) => ({
        ...{ id: `${canary} ${i}~1`, text, documentType: "epikrise", writtenStandard: "nn" },
        ...{ trust: "", year: 2020, source: "test" },
      })) as Document[],
      settings: {},
      shareable: false,
    });
    const train = ["tokenizer", "train", "--vocabulary-size", "300", "--out", `${dir}.t`];
    for (const line of [
      ["corpus", "split", dir, "--out", `${dir}.s`],
      ["corpus", "sample", dir, "--temperature", "2", "--out", `${dir}.s`],
      ["corpus", "pack", dir, "--tokenizer", tokenizer, "--tokens", `${dir}.p`],
      [...train, "--corpus", dir],
      [
        "pretrain",
        "--corpus",
        dir,
        "--model",
        "new",
        "--tokenizer",
        tokenizer,
        "--out",
        `${dir}.r`,
      ],
    ])
      for (const verbose of [[], ["--verbose"]])
        expect((await isSilent(...verbose, ...line)).code).toBe(2);
  });
});
