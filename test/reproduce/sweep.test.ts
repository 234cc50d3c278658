import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bertNspSmall } from "../../lib/recipe";
import { readPretraining } from "../../lib/evaluation/pretrainingRecord";
import { writePretrainingTables } from "../../lib/report/pretrainingTable";
import { runSweep, type SweepOptions } from "../../lib/reproduce/sweep";
import { parseSweep } from "../../lib/reproduce/sweepFile";
import { sweepRuns } from "../../lib/reproduce/sweepRuns";
import { writeCorpus } from "../../lib/corpus/corpus";
import { generateClinical, generateGeneral } from "../../lib/synthetic/generator/generator";
import { createWorld } from "../../lib/synthetic/generator/world";
import { saveTokenizer } from "../../lib/tokenization/tokenizer";
import { trainTokenizer } from "../../lib/tokenization/tokenizerTraining";

const request = { recipes: ["bertNspSmall"], seeds: [1] };

describe("the request for a sweep", () => {
  it.each([
    [{ ...request, recipe: 1 }, /unknown key "recipe"; known are recipes, seeds/],
    [
      { ...request, recipes: ["bert"] },
      /recipes\[0\] is "bert"; expected a recipe file, or one of bertNsp, bertNspSmall/,
    ],
    [{ ...request, recipes: ["no/such.json"] }, /no\/such\.json/],
    [{ ...request, seeds: [] }, /seeds is \[\]; expected a list/],
    [{ ...request, seeds: [1, 2, 1] }, /seeds\[2\] is 1; expected a value that is not there/],
    [{ ...request, seeds: [-1] }, /seeds\[0\] is -1; expected a whole number of at least 0/],
    [{ ...request, arms: ["general"] }, /arms\[0\] is "general"; expected one of clinical/],
    [{ ...request, vary: { rate: [1] } }, /unknown key "rate" in vary/],
    [{ ...request, vary: { maskingRate: [15] } }, /vary.maskingRate\[0\] is 15; expected a share/],
    [
      { ...request, vary: { maskingRate: [{ from: 0.3, to: 0.15, shape: "sinus" }] } },
      /vary.maskingRate\[0\].shape is "sinus"; expected one of linear/,
    ],
    [{ ...request, steps: 5, vary: { epochs: [1] } }, /steps and vary.epochs both/],
    [{ ...request, start: { corpus: "clinical", steps: 5 } }, /start.corpus is "clinical"/],
    [[], /holds no JSON object, so no sweep/],
  ])("%j is refused", (json, message) => {
    expect(() => parseSweep(json, "a.json")).toThrow(message);
    expect(() => parseSweep(json, "a.json")).toThrow(/^(a\.json:|recipe no\/such\.json:) [^\n]+$/);
  });
});

describe("the runs of a sweep", () => {
  const corpus = { tokens: new Uint16Array(10_000) };

  it("are all combinations, starts first, each in a folder of its own", () => {
    const rate = { from: 0.3, to: 0.15, shape: "linear" };
    const sweep = parseSweep(
      {
        ...{ recipes: ["bertNspSmall"], seeds: [1, 2], start: { corpus: "control", steps: 9 } },
        ...{ vary: { learningRate: [0.001, 0.002], maskingRate: [0.15, rate] }, steps: 7 },
      },
      "a.json",
    );
    const runs = sweepRuns(sweep, corpus, true);
    expect(runs).toHaveLength(2 * (1 + 2 * 2 * 2));
    expect(new Set(runs.map(({ folder }) => folder)).size).toBe(runs.length);
    expect(runs[0]).toMatchObject({ arm: "start", folder: "bertNspSmall/start/seed-1" });
    expect(runs[0]!.settings).toMatchObject({
      ...{ steps: 9, learningRate: bertNspSmall.settings.learningRate },
      shortRows: bertNspSmall.settings.shortRows,
    });
    expect(runs.at(-1)!.folder).toBe("bertNspSmall/lr-0.002_rate-0.3-0.15-linear/seed-2/control");
    expect(runs.at(-1)!.settings).toMatchObject({
      steps: 7,
      learningRate: 0.002,
      masking: { rate },
    });
    expect(runs.at(-1)!.settings.shortRows).toMatchObject({ share: 0 });
    expect(sweepRuns(sweep, corpus, false).some(({ arm }) => arm === "start")).toBe(false);
  });

  it("last as long as rounds of the clinical corpus, in both arms", () => {
    const sweep = parseSweep({ ...request, vary: { epochs: [3] } }, "a.json");
    const positions = bertNspSmall.settings.rows * bertNspSmall.settings.sequenceLength;
    const steps = sweepRuns(sweep, corpus, false).map(({ settings }) => settings.steps);
    expect(steps).toEqual([1, 1].map(() => Math.ceil(30_000 / positions)));
  });
});

describe("a sweep", () => {
  const root = mkdtempSync(join(tmpdir(), "sweep-"));
  const at = (name: string): string => join(root, name);
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  const corpora = { clinical: at("clinical"), control: at("control") };
  const lines: string[] = [];
  const options = (out: string, more: Partial<SweepOptions> = {}): SweepOptions => ({
    name: "tiny",
    request: parseSweep(
      { ...request, start: { corpus: "control", steps: 3 }, steps: 4 },
      "tiny.json",
    ),
    ...{ corpora, model: "new", tokenizerDir: at("tokenizer"), out: at(out) },
    ...{ results: at(`${out}-results`), executor: "cpu" },
    display: {
      stage: () => undefined,
      update: (done, total, note = "") => lines.push(`${done}/${total} ${note}`),
      log: () => undefined,
      finish: () => undefined,
    },
    ...more,
  });

  beforeAll(async () => {
    const settings = { domain: "generated", seed: 1 };
    const common = { settings, shareable: true };
    await writeCorpus({
      ...{ ...common, dir: corpora.clinical, name: "clinical" },
      documents: generateClinical({ world: createWorld(1), documents: 150, seed: 1 }),
    });
    await writeCorpus({
      ...{ ...common, dir: corpora.control, name: "general" },
      documents: generateGeneral({ documents: 150, seed: 1 }),
    });
    saveTokenizer(
      at("tokenizer"),
      await trainTokenizer({
        ...{ corpora: [corpora.control, corpora.clinical], vocabularySize: 800, lowercase: false },
      }),
    );
  });

  it("stopped in the middle and run again gives the models of one that was not", async () => {
    const whole = await runSweep(options("whole"));
    expect(whole.models.map(({ arm }) => arm)).toEqual(["start", "clinical", "control"]);
    expect(lines.at(-1)).toMatch(/^11\/11 bertNspSmall seed 1 control {2}loss/);
    const stop = new AbortController();
    const stopping = options("stopped", { signal: stop.signal });
    const display = { ...stopping.display, update: (done: number) => done === 5 && stop.abort() };
    await expect(runSweep({ ...stopping, display })).rejects.toThrow(/abort/i);
    expect(existsSync(at("stopped/bertNspSmall/start/seed-1/model"))).toBe(true);
    const resumed = await runSweep(options("stopped"));
    const untimed = resumed.models.map((model, i) => ({
      ...model,
      seconds: whole.models[i]!.seconds,
    }));
    expect(untimed).toEqual(whole.models);
    expect(JSON.parse(readFileSync(at("stopped/sweep.json"), "utf8"))).toEqual(
      readPretraining(at("stopped-results"))[0],
    );
    expect(writePretrainingTables(at("stopped-results"))).toEqual([
      "tables/pretraining.md",
      "tables/pretraining.csv",
    ]);
    // Finished runs are passed over.
    lines.length = 0;
    expect((await runSweep(options("whole"))).models).toEqual(whole.models);
    expect(lines).toEqual([]);
  });

  it("measures both kinds of text in both standards, told facts and drift", async () => {
    const model = at("whole/bertNspSmall/start/seed-1/model");
    const sweep = { ...request, steps: 2, arms: ["clinical"], worldSeed: 1 };
    const record = await runSweep(
      options("facts", { model, tokenizerDir: model, request: parseSweep(sweep, "a.json") }),
    );
    const [start, clinical] = record.models;
    for (const { heldOut, probes } of record.models) {
      for (const domain of ["clinical", "general"] as const)
        expect(Object.keys(heldOut[domain].bitsPerByte)).toEqual(["nb", "nn"]);
      expect(Object.keys(heldOut.clinical.byDocumentType).length).toBeGreaterThan(3);
      expect(
        probes!.map(({ writtenStandard, exposure }) => `${writtenStandard} ${exposure}`),
      ).toEqual(
        ["nb", "nn"].flatMap((standard) =>
          ["both", "nb", "nn", "withheld"].map((exposure) => `${standard} ${exposure}`),
        ),
      );
    }
    expect(start!.drift).toBeUndefined();
    expect(clinical!.drift!.clinical.embeddingCosine).toBeLessThan(1);
    expect(clinical!.drift!.tokens).toBeGreaterThan(0);
  });

  it("goes on from a model that is given, and refuses one beside a start", async () => {
    const model = at("whole/bertNspSmall/start/seed-1/model");
    const tokenizerDir = model;
    const sweep = parseSweep({ ...request, steps: 2, arms: ["clinical"] }, "a.json");
    const record = await runSweep(options("given", { model, tokenizerDir, request: sweep }));
    expect(record.models.map(({ arm, steps }) => [arm, steps])).toEqual([
      ["start", 0],
      ["clinical", 2],
    ]);
    expect(record.models[0]!.probes).toBeUndefined();
    await expect(runSweep(options("both", { model, tokenizerDir }))).rejects.toThrow(
      /has a start, but --model names a model/,
    );
    const same = { clinical: corpora.control, control: corpora.control };
    await expect(runSweep(options("same", { corpora: same }))).rejects.toThrow(/the same corpus/);
  });
});
