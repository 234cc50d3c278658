/**
 * Every option of the command line that names where something is written: what is there stays. All options
 * that take a file or a folder are listed, so that a new one cannot be forgotten.
 */

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
import { dirname, join } from "node:path";
import type { Command } from "commander";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { program } from "../../lib/cli/main";
import { makeModelFolder, makeTokenizer } from "../smallModel";
import { complaint, kliniskvest, type Outcome } from "./command";

const root = mkdtempSync(join(tmpdir(), "outputs-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const at = (...names: string[]): string => join(root, ...names);
const [corpus, words, model] = [at("corpus"), at("small"), at("small", "model")];

type Output = {
  /** The command without the option's value. */
  readonly line: string;
  /** What is protected, below the value of the option; the value itself if left out. */
  readonly below?: string;
  readonly isFile?: true;
  /** Quick enough to be run to its end, twice. */
  readonly runs?: true;
  /** Goes on with `--resume` instead of beginning anew with `--force`. */
  readonly resumes?: true;
};

const folder = (line: string, more: Partial<Output> = {}): Output => ({ line, ...more });
const whole = (line: string): Output => ({ line, runs: true });
const file = (line: string, below?: string): Output => ({
  line,
  isFile: true,
  ...(below !== undefined && { below }),
});

const deidentify = `corpus deidentify ${corpus} --seed 1`;
const trainIdentifier = `corpus train-identifier --data ${at("none")}`;
const finetune = `finetune --task generatedEntities --model ${model} --seeds 2`;
const pretrain = `pretrain --corpus ${corpus} --model new --tokenizer ${words} --steps 1`;
const outputs: Readonly<Record<string, Output>> = {
  "corpus generate --out": whole("corpus generate --domain clinical --documents 20 --out"),
  "corpus import --out": whole(`corpus import ${at("a.txt")} --out`),
  "corpus import --rejects": file(`corpus import ${at("a.txt")} --out ${at("new")} --rejects`),
  "corpus identify --out": whole(`corpus identify ${corpus} --out`),
  "corpus deidentify --out": whole(`${deidentify} --out`),
  "corpus deidentify --review": file(`${deidentify} --out ${at("new")} --review`),
  // The value is what is read; the file is written beside the weights.
  "corpus deidentify --choose-threshold": file(
    `corpus deidentify --choose-threshold ${at("gold.jsonl")} --model`,
    "threshold.json",
  ),
  "corpus dedup --out": whole(`corpus dedup ${corpus} --out`),
  "corpus dedup --report": file(`corpus dedup ${corpus} --out ${at("new")} --report`),
  "corpus split --out": whole(`corpus split ${corpus} --out`),
  "corpus sample --out": whole(`corpus sample ${corpus} --temperature 2 --out`),
  "corpus pack --tokens": folder(
    `corpus pack ${corpus} --tokenizer ${words} --sequence-length 32 --tokens`,
  ),
  "corpus tasks --out": folder("corpus tasks --out"),
  "corpus audit --out": file("corpus audit --documents 5 --worlds 1 --out"),
  "corpus train-identifier --out": file(`${trainIdentifier} --out`),
  "corpus train-identifier --write-eval": file(
    `${trainIdentifier} --out ${at("new")} --write-eval`,
    "ud-sentences.jsonl",
  ),
  "tokenizer train --out": file(
    `tokenizer train --corpus ${corpus} --vocabulary-size 300 --out`,
    "tokenizer.json",
  ),
  "tokenizer extend --out": whole(`tokenizer extend ${model} --words ${at("word.txt")} --out`),
  "model import --out": whole(`model import ${model} --out`),
  "model export --out": whole(`model export ${model} --to hf --out`),
  "pretrain --out": folder(`${pretrain} --out`, { resumes: true }),
  "finetune --out": file(`${finetune} --out`, "evaluations/generatedEntities@2/small/seed-2.json"),
  "finetune --save": folder(`${finetune} --out ${at("new")} --save`, { below: "seed-2" }),
  "notebooks run --out": file(`notebooks run ${at("one.ipynb")} --out`, "one.ipynb"),
};

/** Options that are read, and why some that are written may be replaced. */
const others: Readonly<Record<string, string>> = {
  "--corpus --control --model --tokenizer --data --data-cards --notebooks": "read",
  "--eval --names --places --institutions --secret-file --terms --texts --words": "read",
  "--sweep --peer --libtensorflow --headers": "read",
  "--results":
    "records and what is made of them, under names of their own; the site is in site.test.ts",
  "--dir": "a folder of its own in there, which is removed",
  "--prefix": "an environment of Python: the kernel has its own folder in there",
};

function optionsOf(command: Command, name = ""): string[] {
  return [
    ...command.options
      .filter(({ flags }) => /[<[](?:file|folder|dir|python)s?(?:\.\.\.)?[>\]]/.test(flags))
      .map(({ long }) => `${name} ${long}`.trim()),
    ...command.commands.flatMap((each) => optionsOf(each, `${name} ${each.name()}`.trim())),
  ];
}

let places = 0;
const newPlace = (): string => at(`place-${places++}`);

/** All files below a folder, with what they hold. */
function contents(dir: string): Record<string, string> {
  const all = readdirSync(dir, { withFileTypes: true, recursive: true });
  return Object.fromEntries(
    all
      .filter((entry) => entry.isFile())
      .map(({ name, parentPath }) => join(parentPath, name))
      .map((path) => [path, readFileSync(path, "latin1")]),
  );
}

const run = ({ line }: Output, place: string, ...more: string[]): Promise<Outcome> =>
  kliniskvest(...line.split(" "), place, ...more);

beforeAll(async () => {
  await makeModelFolder(words, await makeTokenizer(words, ["har", "ikkje", "."]));
  writeFileSync(at("a.txt"), "Ho har det bra.\nHan har det ikke bra.\n");
  writeFileSync(at("word.txt"), "åndenød\n");
  writeFileSync(at("gold.jsonl"), '{"text":"Kari","spans":[]}\n');
  writeFileSync(
    at("one.ipynb"),
    '{"cells":[],"metadata":{"kernelspec":{"name":"tslab"}},"nbformat":4,"nbformat_minor":5}',
  );
  await kliniskvest(..."corpus generate --domain clinical --documents 20 --out".split(" "), corpus);
});

describe("where commands write", () => {
  it("is known of every option that takes a file or a folder", () => {
    const known = Object.keys(others).flatMap((names) => names.split(" "));
    const found = optionsOf(program()).filter((name) => !known.includes(name.split(" ").at(-1)!));
    expect(found.sort()).toEqual(Object.keys(outputs).sort());
  });

  describe.each(Object.entries(outputs))("%s", (_, output) => {
    const protectedAt = (place: string): string => join(place, output.below ?? "");

    it("leaves what somebody else put there", async () => {
      const place = newPlace();
      const mine = output.isFile ? protectedAt(place) : join(protectedAt(place), "mine.txt");
      mkdirSync(dirname(mine), { recursive: true });
      writeFileSync(mine, "mine");
      const before = contents(root);
      // A file is somebody's decision to replace; a folder with more than the command's own is not.
      for (const more of output.isFile
        ? [[]]
        : output.resumes
          ? [[], ["--resume"]]
          : [[], ["--force"]]) {
        const outcome = await run(output, place, ...more);
        expect(outcome.code, outcome.err).toBe(2);
        expect(complaint(outcome)).toHaveLength(1);
        expect(complaint(outcome)[0]).toMatch(output.isFile ? /exists\..*--force/ : /left alone/);
        expect(complaint(outcome)[0]).toContain(protectedAt(place));
      }
      expect(contents(root)).toEqual(before);
      expect(existsSync(at("new"))).toBe(false);
    });

    if (!output.runs) return;
    it("replaces its own with --force only", async () => {
      const place = newPlace();
      expect(await run(output, place)).toMatchObject({ code: 0 });
      const before = contents(place);
      const refused = await run(output, place);
      expect(refused.code).toBe(2);
      expect(complaint(refused)[0]).toMatch(/there is .* already.*--force/);
      expect(contents(place)).toEqual(before);
      expect(await run(output, place, "--force")).toMatchObject({ code: 0 });
      expect(Object.keys(contents(place))).toEqual(Object.keys(before));
    });
  });

  it("of a tokenizer is the folder of a model, of which the rest stays", async () => {
    const place = newPlace();
    mkdirSync(place);
    writeFileSync(join(place, "config.json"), "{}");
    const output = outputs["tokenizer train --out"]!;
    expect(await run(output, place)).toMatchObject({ code: 0 });
    const before = contents(place);
    expect(complaint(await run(output, place))[0]).toMatch(/tokenizer\.json.*--force/);
    expect(await run(output, place, "--force")).toMatchObject({ code: 0 });
    expect(contents(place)).toEqual(before);
  });

  it("of a token cache is that of the corpus, or asked for", async () => {
    const place = newPlace();
    const output = outputs["corpus pack --tokens"]!;
    expect(await run(output, place)).toMatchObject({ code: 0 });
    expect(await run(output, place)).toMatchObject({ code: 0 });
    const other = at("other");
    await kliniskvest("corpus", "split", corpus, "--max-words", "40", "--out", other);
    const ofOther = { line: output.line.replace(corpus, other) };
    expect(complaint(await run(ofOther, place))[0]).toMatch(/another corpus.*--force/);
    expect(await run(ofOther, place, "--force")).toMatchObject({ code: 0 });
  });

  it("of a sweep is a folder of its own", async () => {
    const place = newPlace();
    mkdirSync(place);
    writeFileSync(join(place, "mine.txt"), "mine");
    writeFileSync(at("sweep.json"), '{"recipes":["bertNspSmall"],"seeds":[1]}');
    const line = `${pretrain} --control ${corpus} --sweep ${at("sweep.json")} --out`;
    const outcome = await run({ line: line.replace(" --steps 1", "") }, place);
    expect(complaint(outcome)[0]).toMatch(/mine\.txt.*left alone/);
  });
});
