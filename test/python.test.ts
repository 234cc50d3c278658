/**
 * Model folders that we write, read in Python. KLINISKVEST_PYTHON names the Python that has
 * `test/goldens/requirements.txt`, python3 if unset. NorBERT3 needs its authors' code besides:
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

const python = process.env["KLINISKVEST_PYTHON"] ?? "python3";
const installed = (packages: string): boolean =>
  spawnSync(python, ["-c", `import ${packages}`]).status === 0;
const hasTransformers = installed("torch, transformers, safetensors");
const reference = process.env["KLINISKVEST_NORBERT_REFERENCE"];

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

describe.skipIf(!hasTransformers)(
  `transformers loads what we write, to the same logits (skipped where ${python} has no transformers)`,
  () => {
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
  },
);

describe.skipIf(!hasTransformers || !reference)(
  "the authors' code of NorBERT3 loads what we write, to the same logits (skipped unless KLINISKVEST_NORBERT_REFERENCE names its folder)",
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
