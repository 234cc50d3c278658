/** What people get wrong, and what happens to a run whose process is killed. */

import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { saveModel } from "../../../lib/encoder/checkpoint";
import { configJson } from "../../../lib/encoder/configJson";
import { loadWholeModel } from "../../../lib/encoder/wholeModel";
import { recipes } from "../../../lib/recipe";
import { smallModernBert } from "../../engine/smallEncoder";
import { complaint, kliniskvest } from "../command";

const root = mkdtempSync(join(tmpdir(), "pretrain-"));
const at = (name: string): string => join(root, name);
const steps = "12";
const request = (out: string, ...more: string[]): string[] =>
  `pretrain --corpus ${at("corpus")} --model new --tokenizer ${at("tokenizer")} --steps ${steps} --out ${at(out)}`
    .split(" ")
    .concat(more);

beforeAll(async () => {
  for (const line of [
    `corpus generate --domain clinical --documents 60 --seed 1 --out ${at("corpus")}`,
    `tokenizer train --corpus ${at("corpus")} --vocabulary-size 300 --out ${at("tokenizer")}`,
  ])
    expect((await kliniskvest(...line.split(" "))).code).toBe(0);
  expect(await kliniskvest(...request("whole"))).toMatchObject({ code: 0 });
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const copy = (from: string, to: string, damage: (dir: string) => void): string => {
  cpSync(at(from), at(to), { recursive: true });
  damage(at(to));
  return at(to);
};
const edit = (path: string, from: string, to: string): void => {
  const text = readFileSync(path, "utf8");
  expect(text).toContain(from);
  writeFileSync(path, text.replace(from, to));
};

describe("kliniskvest pretrain refuses, before it writes anything,", () => {
  const model = (to: string, damage: (dir: string) => void): string[] => {
    const dir = copy("whole/model", to, damage);
    return `pretrain --corpus ${at("corpus")} --model ${dir} --steps 2`.split(" ");
  };
  const cases: [what: string, request: () => string[], message: RegExp][] = [
    [
      "a corpus that is not there",
      () => `pretrain --corpus nowhere --model new --tokenizer ${at("tokenizer")}`.split(" "),
      /nowhere: no such folder/,
    ],
    [
      "a new model without a tokenizer",
      () => `pretrain --corpus ${at("corpus")} --model new`.split(" "),
      /--tokenizer/,
    ],
    [
      "half a tokenizer.json",
      () => {
        mkdirSync(at("half"));
        writeFileSync(join(at("half"), "tokenizer.json"), '{"version":"1.0","model":{');
        return `pretrain --corpus ${at("corpus")} --model new --tokenizer ${at("half")}`.split(" ");
      },
      /half.tokenizer\.json: broken JSON/,
    ],
    [
      "a model that is not there",
      () => `pretrain --corpus ${at("corpus")} --model nowhere`.split(" "),
      /nowhere is not a model folder/,
    ],
    [
      "a truncated model.safetensors",
      () => model("cut", (dir) => truncateSync(join(dir, "model.safetensors"), 100_000)),
      /cut.model\.safetensors: .*truncated/,
    ],
    [
      "a config.json of another size",
      () =>
        model("wide", (dir) =>
          edit(join(dir, "config.json"), '"hidden_size": 128', '"hidden_size": 256'),
        ),
      /word_embeddings\.weight has shape \[300,128\], config\.json says \[300,256\]/,
    ],
    [
      "a misspelt setting in config.json",
      () => model("misspelt", (dir) => edit(join(dir, "config.json"), "hidden_size", "hiden_size")),
      /unknown setting "hiden_size"/,
    ],
    [
      "a model of another architecture than the recipe's",
      () =>
        model("modern", (dir) =>
          writeFileSync(
            join(dir, "config.json"),
            JSON.stringify(
              configJson({ ...smallModernBert, vocabularySize: 300 }, "ModernBertModel"),
            ),
          ),
        ).concat("--recipe", "bertNspSmall"),
      /recipe bertNspSmall is for bert models, .* is modernbert: choose a recipe for it/,
    ],
    ["no steps at all", () => request("none", "--steps", "0"), /^$/],
  ];
  it.each(cases)("%s", async (_, wrong, message) => {
    const out = at("refused");
    const outcome = await kliniskvest(...wrong(), "--out", out);
    expect(outcome).toMatchObject({ code: 2, out: "" });
    expect(complaint(outcome).join("\n")).toMatch(message);
    expect(existsSync(out)).toBe(false);
  });
});

describe("kliniskvest pretrain also refuses", () => {
  it("a corpus whose bytes have changed", async () => {
    const dir = copy("corpus", "changed", (dir) => {
      const path = join(dir, "shard-00000.parquet");
      const bytes = readFileSync(path);
      bytes[bytes.length >> 1]! ^= 1;
      writeFileSync(path, bytes);
    });
    const outcome = await kliniskvest(...request("unread", "--corpus", dir));
    expect(outcome).toMatchObject({ code: 2, out: "" });
    expect(complaint(outcome)[0]).toMatch(/shard-00000\.parquet: its sha256 is not that/);
    expect(readdirSync(at("unread"))).toEqual([]);
  });

  it("a tokenizer with more tokens than the model", async () => {
    const line = `tokenizer train --corpus ${at("corpus")} --vocabulary-size 400 --out ${at("larger")}`;
    expect((await kliniskvest(...line.split(" "))).code).toBe(0);
    const model = join(at("whole"), "model");
    const outcome = await kliniskvest(
      ...request("mixed", "--model", model, "--tokenizer", at("larger")),
    );
    expect(outcome.code).toBe(2);
    expect(complaint(outcome)[0]).toContain("the tokenizer has 400 tokens, the model 300");
  });

  it("the folder of a run, and with --resume the folder of another run", async () => {
    const before = readFileSync(join(at("whole"), "events.jsonl"), "utf8");
    const again = await kliniskvest(...request("whole"));
    expect(again.code).toBe(2);
    expect(complaint(again)[0]).toContain("add --resume");
    const other = await kliniskvest(...request("whole", "--resume", "--seed", "2"));
    expect(other.code).toBe(2);
    expect(complaint(other)[0]).toContain("its seed is 1, not 2");
    expect(readFileSync(join(at("whole"), "events.jsonl"), "utf8")).toBe(before);
  });
});

describe("kliniskvest pretrain of a model that lacks a head", () => {
  const bare = at("bare");
  beforeAll(async () => {
    const { config, model } = loadWholeModel(at("whole/model"));
    const { encoder } = model;
    await saveModel(bare, config, { encoder }, { tokenizerDir: at("whole/model") });
  });
  const manifestOf = (run: string) =>
    JSON.parse(readFileSync(join(at(run), "manifest.json"), "utf8")) as { drawn?: string[] };

  it("says by name what is drawn, there and in the manifest", async () => {
    const { code, err } = await kliniskvest(
      ...request("drawn", "--model", bare, "--recipe", "bertNspSmall", "--steps", "2"),
    );
    expect(code).toBe(0);
    expect(err).toContain(`not in ${bare}, so drawn at random: maskedToken.dense.weight, `);
    expect(err).toContain("nextSentence.classifier.bias");
    expect(manifestOf("drawn").drawn).toHaveLength(9);
    expect(manifestOf("whole").drawn).toBeUndefined();
  });

  it("makes no head for next sentences that nothing trains", async () => {
    const recipe = at("mlm.json");
    writeFileSync(recipe, JSON.stringify({ base: "bertNspSmall", settings: { objective: "mlm" } }));
    const { code, err } = await kliniskvest(
      ...request("words", "--model", bare, "--recipe", recipe, "--steps", "2"),
    );
    expect(code).toBe(0);
    expect(err).not.toContain("nextSentence");
    expect(Object.keys(loadWholeModel(at("words/model")).model)).toEqual([
      "encoder",
      "maskedToken",
    ]);
  });
});

describe("kliniskvest pretrain of a model, without naming a recipe", () => {
  const model = (): string => join(at("whole"), "model");

  it("takes gentle settings that fit it, says where each comes from, and from where to where", async () => {
    const line = `pretrain --corpus ${at("corpus")} --model ${model()} --steps 2 --out ${at("gentle")}`;
    const changes = ["--set", "heldOutShare=0.2", "--set", "optimizer.weightDecay=0"];
    const { code, out, err } = await kliniskvest(...line.split(" "), ...changes);
    expect(code).toBe(0);
    expect(err).toContain("recipe bertContinued: going on with a bert model of 2 layers × 128");
    for (const row of [
      /objective +mlm\+nsp +the model's heads/,
      /sequenceLength +64 +the model's positions/,
      /learningRate +0\.0001 +the model's size/,
      /steps +2 +--steps/,
      /heldOutShare +0\.2 +--set/,
      /optimizer\.weightDecay +0 +--set/,
      /clipNorm +1 +recipe/,
      /2 steps of 2,048 positions: [\d.]+ times the corpus/,
    ])
      expect(err).toMatch(row);
    expect(out).toMatch(/step 2, loss [\d.]+; held-out bits per byte: nb [\d.]+ → [\d.]+, nn /);
    const manifest = readFileSync(join(at("gentle"), "manifest.json"), "utf8");
    expect(JSON.parse(manifest)).toMatchObject({
      recipe: { name: "bertContinued", settings: { learningRate: 1e-4, heldOutShare: 0.2 } },
      settingsFrom: { recipe: "bertContinued", steps: "--steps", heldOutShare: "--set" },
    });
    const shown = await kliniskvest("recipe", "show", "--model", model());
    expect(shown.out).toContain("recipe bertContinued: ");
    expect(shown.out).toMatch(/steps +1000 +recipe/);
  });

  it.each([
    [["--set", "learningRate=fast"], '--set: settings.learningRate is "fast"'],
    [["--set", "steps=3"], "steps is given by --set and by --steps"],
    [["--set", "sequenceLength=128"], "rows have 128 tokens, the model 64 positions"],
    [["--set", "warmup=3"], "unknown setting settings.warmup"],
  ])("refuses %j before it writes anything", async (wrong, message) => {
    const outcome = await kliniskvest(...request("refused", "--model", model(), ...wrong));
    expect(outcome).toMatchObject({ code: 2, out: "" });
    expect(complaint(outcome).join()).toContain(message);
    expect(existsSync(at("refused"))).toBe(false);
  });
});

it("kliniskvest pretrain --terms says which terms the tokenizer cannot write, and refuses if that is all", async () => {
  const terms = at("terms.txt");
  writeFileSync(terms, "feber\n漢字\n");
  const command = [
    ...request("terms"),
    ...["--set", "masking.unit=term"],
    ...["--set", "masking.termRate=0.3"],
    ...["--terms", terms],
  ];
  expect(await kliniskvest(...command)).toMatchObject({
    code: 0,
    err: expect.stringContaining(
      "1 of 2 terms are never masked, as the tokenizer cannot write them: 漢字",
    ) as string,
  });
  writeFileSync(terms, "漢字\n");
  const refused = await kliniskvest(...command, "--out", at("no terms"));
  expect(refused.code).toBe(2);
  expect(complaint(refused)[0]).toContain("can write none of its 1 terms");
});

describe("kliniskvest recipe", () => {
  it("lists and shows recipes as they are", async () => {
    const { out } = await kliniskvest("recipe", "list");
    for (const { name, description } of Object.values(recipes))
      expect(out).toMatch(new RegExp(`^${name} +${description.slice(0, 20)}`, "m"));
    const shown = await kliniskvest("recipe", "show", "norbert3Span", "--json");
    expect(JSON.parse(shown.out)).toEqual(recipes.norbert3Span);
    const nothing = await kliniskvest("recipe", "show");
    expect(complaint(nothing)[0]).toContain("name a recipe");
  });
});

/** Processes of the built command: only a process of its own can be killed. */
describe("a pretraining process", () => {
  const program = resolve("lib/bin/kliniskvest.js");
  const begin = (...args: string[]): ChildProcess =>
    spawn(process.execPath, [program, ...args], { stdio: "ignore" });
  const end = async (child: ChildProcess): Promise<number | NodeJS.Signals> => {
    const [code, signal] = (await once(child, "exit")) as [number | null, NodeJS.Signals | null];
    return code ?? signal!;
  };
  /** Send a signal as soon as the run folder looks so. */
  const signalWhen = async (
    child: ChildProcess,
    signal: NodeJS.Signals,
    condition: () => boolean,
  ): Promise<number | NodeJS.Signals> => {
    const ended = end(child);
    while (child.exitCode === null && !condition()) await setTimeout(1);
    child.kill(signal);
    return ended;
  };
  const eventsOf = (dir: string): Record<string, unknown>[] => {
    const path = join(dir, "events.jsonl");
    if (!existsSync(path)) return [];
    const lines = readFileSync(path, "utf8").split("\n").slice(0, -1);
    return lines.map((line) => {
      const event = JSON.parse(line) as Record<string, unknown>;
      delete event["tokensPerSecond"]; // the one thing that two equal runs differ in
      return event;
    });
  };
  const isThere = (dir: string, name: RegExp): boolean =>
    existsSync(dir) && readdirSync(dir).some((each) => name.test(each));

  it("stopped by Ctrl-C and killed three times ends as one that was left alone", async () => {
    expect(existsSync(resolve("lib/dist/cli/main.js")), "built by npm run build").toBe(true);
    const dir = at("killed");
    const killed = "SIGKILL" as const;
    // While the manifest is new and no step has been taken.
    const first = begin(...request("killed"));
    expect(await signalWhen(first, killed, () => isThere(dir, /^manifest\.json$/))).toBe(killed);
    // Ctrl-C leaves a checkpoint.
    const second = begin(...request("killed", "--resume"));
    expect(await signalWhen(second, "SIGINT", () => eventsOf(dir).length > 3)).toBe(130);
    const checkpoint = Number(
      readdirSync(dir)
        .find((name) => /^checkpoint-/.test(name))!
        .slice(11),
    );
    expect(checkpoint).toBeGreaterThanOrEqual(3);
    expect(checkpoint).toBeLessThan(Number(steps));
    // Two steps further, which are lost with the process.
    const third = begin(...request("killed", "--resume"));
    const isFurther = (): boolean => eventsOf(dir).length > checkpoint + 2;
    expect(await signalWhen(third, killed, isFurther)).toBe(killed);
    // While the last checkpoint or the model is being written; a quick machine may be done before.
    const fourth = begin(...request("killed", "--resume"));
    const isWriting = (): boolean => isThere(dir, /^(checkpoint-12|model)\..*part$/);
    expect([killed, 0]).toContain(await signalWhen(fourth, killed, isWriting));

    expect(await end(begin(...request("killed", "--resume")))).toBe(0);
    const weights = (run: string): Buffer => readFileSync(join(run, "model", "model.safetensors"));
    expect(weights(dir).equals(weights(at("whole")))).toBe(true);
    expect(eventsOf(dir)).toEqual(eventsOf(at("whole")));
    expect(readdirSync(dir).filter((name) => /part|lock/.test(name))).toEqual([]);
  });
});
