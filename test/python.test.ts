/**
 * Model folders that we write, read in Python. NorBERT3 needs its authors' code besides:
 * KLINISKVEST_NORBERT_REFERENCE names a folder with modeling_norbert.py and configuration_norbert.py.
 */

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { saveModel } from "../lib/encoder/checkpoint";
import { openGolden, type GoldenCase, type GoldenHead } from "../lib/encoder/golden/golden";
import { runGoldenCase } from "../lib/encoder/golden/goldenRun";
import { kliniskvest } from "./cli/command";
import { needs, python, pythonPackages, type Need } from "./needs";
import { makeModelFolder, makeTokenizer } from "./smallModel";

const transformers = pythonPackages("torch", "transformers", "safetensors");
const reference = process.env["KLINISKVEST_NORBERT_REFERENCE"];
const norbertCode: Need = {
  what: "the authors' code of NorBERT3, in the folder KLINISKVEST_NORBERT_REFERENCE",
  present: reference !== undefined,
};

const root = mkdtempSync(join(tmpdir(), "python-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** What Python says of one folder. */
type Answer = {
  readonly class: string;
  readonly missing_keys: readonly string[];
  readonly unexpected_keys: readonly string[];
  readonly mismatched_keys: readonly string[];
  readonly logits: Readonly<Record<string, readonly number[]>>;
};

const rowsOf = (data: ArrayLike<number>, rows: number): number[][] => {
  const width = data.length / rows;
  return Array.from({ length: rows }, (_, r) =>
    Array.prototype.slice.call(data, r * width, (r + 1) * width),
  );
};

/** Inputs of the class of a head: choices have an axis of their own. */
function inputsOf(one: GoldenCase, head: GoldenHead): Record<string, unknown> {
  const { ids, types, mayAttend } = one.input;
  const fold = (data: ArrayLike<number>): unknown => {
    const rows = rowsOf(data, one.batch);
    return head === "choice"
      ? Array.from({ length: one.batch / one.choices! }, (_, q) =>
          rows.slice(q * one.choices!, (q + 1) * one.choices!),
        )
      : rows;
  };
  return {
    input_ids: fold(ids.data),
    attention_mask: fold(mayAttend.data),
    token_type_ids: fold(types.data),
  };
}

type Trip = {
  /** A folder of `test/goldens`. */
  readonly name: string;
  readonly head: GoldenHead;
  /** The class that is to load the export, and the class it is to become. */
  readonly asked: string;
  readonly expected: string;
};

/**
 * Export golden models with one head each and load them in one Python process.
 *
 * @returns for each what Python says, and the largest difference of logits
 */
async function roundTrips(
  trips: readonly Trip[],
  script: readonly string[],
): Promise<(Answer & { readonly difference: number })[]> {
  const made: {
    readonly head: GoldenHead;
    readonly one: GoldenCase;
    readonly data: ArrayLike<number>;
    readonly request: object;
  }[] = [];
  for (const { name, head, asked } of trips) {
    const golden = openGolden(join(import.meta.dirname, "goldens", name));
    const { config } = golden;
    const one = golden.cases[0]!;
    const dir = join(root, `${name}-${head}`);
    const model = golden.model(head);
    const classes = (model.sequence ?? model.token)?.classifier.weight.shape[0];
    const labels = classes && Array.from({ length: classes }, (_, i) => `label ${i}`);
    await saveModel(dir, config, model, { tokenizerDir: dir, ...(labels && { labels }) });
    const inputs = inputsOf(one, head);
    if (config.architecture !== "bert") delete inputs["token_type_ids"];
    const options = { head, config, wantsGradients: false, executor: undefined };
    const { data } = (await runGoldenCase(golden, one, options)).logits;
    golden.close();
    made.push({ head, one, data, request: { dir, class: asked, inputs } });
  }
  const requests = join(root, "requests.json");
  writeFileSync(requests, JSON.stringify(made.map(({ request }) => request)));
  const { stdout, stderr } = spawnSync(python, [...script, requests], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  if (stdout === "") throw new Error(stderr);
  return (JSON.parse(stdout) as Answer[]).map((answer, i) => {
    const { head, one, data } = made[i]!;
    return {
      ...answer,
      difference: differenceOf(head, one, data, Object.values(answer.logits)[0]!),
    };
  });
}

function differenceOf(
  head: GoldenHead,
  { batch, sequence, input }: GoldenCase,
  ours: ArrayLike<number>,
  theirs: ArrayLike<number>,
): number {
  if (ours.length !== theirs.length) return Infinity;
  const perToken = ours.length / (batch * sequence);
  const isPadding = (i: number): boolean =>
    (head === "mlm" || head === "token") && input.mayAttend.data[Math.floor(i / perToken)] === 0;
  let difference = 0;
  for (let i = 0; i < ours.length; i++)
    // A token that is never predicted has −1e9 there and about as little here.
    if (!isPadding(i) && !(ours[i]! < -9e8 && theirs[i]! < -9e8))
      difference = Math.max(difference, Math.abs(ours[i]! - theirs[i]!));
  return difference;
}

/** Load all, and expect of each its class, all of its weights and no others, and the same logits. */
function expectSameInPython(trips: readonly Trip[], script: readonly string[]): void {
  const answers: Awaited<ReturnType<typeof roundTrips>> = [];
  beforeAll(async () => {
    answers.push(...(await roundTrips(trips, script)));
  }, 300_000);
  it.each(trips.map((trip, i) => ({ ...trip, i })))("$name, $head", ({ i, expected }) => {
    expect(answers[i]).toMatchObject({
      class: expected,
      missing_keys: [],
      unexpected_keys: [],
      mismatched_keys: [],
    });
    expect(answers[i]!.difference).toBeLessThan(1e-5);
  });
}

const scripts = join(import.meta.dirname, "python");

describe("transformers loads what we write, to the same logits", needs(transformers), () => {
  const tasks = [
    ["mlm", "ForMaskedLM"],
    ["sequence", "ForSequenceClassification"],
    ["token", "ForTokenClassification"],
    ["choice", "ForMultipleChoice"],
    ["multilabel", "ForSequenceClassification"],
  ] as const;
  const trips = (name: string, family: string): Trip[] =>
    tasks.map(([head, task]) => ({
      name,
      head,
      asked: `AutoModel${task}`,
      expected: family + task,
    }));
  const nextSentence: Trip = {
    name: "bert-tiny",
    head: "next_sentence",
    asked: "AutoModelForNextSentencePrediction",
    expected: "BertForNextSentencePrediction",
  };
  expectSameInPython(
    [
      ...trips("bert-tiny", "Bert"),
      nextSentence,
      ...trips("modernbert-tiny", "ModernBert"),
      ...trips("modernbert-window", "ModernBert").filter(({ head }) => head !== "choice"),
    ],
    [join(scripts, "roundtrip.py")],
  );
});

describe(
  "the authors' code of NorBERT3 loads what we write, to the same logits",
  needs(transformers, norbertCode),
  () => {
    const classes = [
      ["mlm", "NorbertForMaskedLM"],
      ["sequence", "NorbertForSequenceClassification"],
      ["multilabel", "NorbertForSequenceClassification"],
      ["token", "NorbertForTokenClassification"],
    ] as const;
    expectSameInPython(
      classes.map(([head, cls]) => ({ name: "norbert3-tiny", head, asked: cls, expected: cls })),
      [join(scripts, "roundtrip_norbert3.py"), reference ?? ""],
    );
  },
);

it(
  "model run has the embeddings of transformers, which tokenizes for itself",
  { timeout: 240_000, ...needs(transformers) },
  async () => {
    const words = ["pasienten", "har", "ikkje", "ikke", "feber", "åndenød", "."];
    const dir = await makeModelFolder(root, await makeTokenizer(root, words));
    const texts = join(root, "texts.txt");
    writeFileSync(texts, "Pasienten har ikke feber.\npasienten har ikkje åndenød .\n\nfeber\n");
    for (const pooling of ["mean", "cls"]) {
      const flags = ["--texts", texts, "--pooling", pooling, "--json"];
      const { out, code } = await kliniskvest("model", "run", dir, ...flags);
      expect(code).toBe(0);
      writeFileSync(join(root, "embeddings.json"), out);
      const script = [join(scripts, "embeddings.py"), dir, texts, join(root, "embeddings.json")];
      const { status, stdout, stderr } = spawnSync(python, script, { encoding: "utf8" });
      expect(status, stderr).toBe(0);
      expect(stdout).toMatch(/^4 texts, /);
    }
  },
);
