/**
 * Runs a sweep and measures every model that comes out of it. Each recipe and seed has a start, made on
 * general text or given; the clinical arm and the general control go on from it for equally many steps, so
 * that what separates them is the text and nothing else.
 */

import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { modelChecksum } from "../encoder/checkpoint";
import type { ExecutorName } from "../engine";
import { InputError } from "../errors";
import { writeJson } from "../files";
import { encodeTerms, indexTerms, type TermIndex } from "../masking/term";
import { readEvents } from "../training/events";
import {
  writePretraining,
  type PretrainedModel,
  type PretrainingRecord,
} from "../evaluation/pretrainingRecord";
import { corpusHash, openManifest } from "../corpus/corpus";
import { createWorld, worldTerms } from "../synthetic/generator/world";
import { buildTokenCache, type TokenCache } from "../tokenization/tokenCache";
import { loadTokenizer, type Tokenizer } from "../tokenization/tokenizer";
import { commit, machine } from "../provenance";
import { configOfRun, prepareRun, startRun } from "../recipe/startRun";
import { createStages, type StageDisplay, type Stages } from "./stages";
import type { SweepRequest } from "./sweepFile";
import { createMeasurements, type Measurements } from "./sweepMeasures";
import { sweepRuns, type SweepRun } from "./sweepRuns";

export type SweepOptions = {
  /** Names the results file. */
  readonly name: string;
  readonly request: SweepRequest;
  /** Corpus folders. */
  readonly corpora: Readonly<Record<"clinical" | "control", string>>;
  /** A model folder, or `"new"`. */
  readonly model: string;
  readonly tokenizerDir: string;
  /** All runs lie below it. */
  readonly out: string;
  /** The record is written to `pretraining/` below this folder too. */
  readonly results: string;
  readonly executor: ExecutorName;
  readonly display: StageDisplay;
  readonly signal?: AbortSignal | undefined;
};

/** A finished run as its stage remembers it. */
type Finished = { readonly dir: string; readonly checksum: string };

/**
 * Run what is not yet there, and write `sweep.json` and the results file.
 *
 * @returns the record
 * @throws InputError for a request that does not fit; an error named AbortError if stopped by `signal`
 */
export async function runSweep(o: SweepOptions): Promise<PretrainingRecord> {
  const { request, out, display } = o;
  const isNew = o.model === "new";
  if (!isNew && request.start)
    throw new InputError("the sweep has a start, but --model names a model; leave one out");
  const manifests = [openManifest(o.corpora.clinical), openManifest(o.corpora.control)] as const;
  const tokenizer = await loadTokenizer(o.tokenizerDir);
  const given = isNew ? undefined : { dir: o.model, checksum: await modelChecksum(o.model) };
  if (corpusHash(manifests[0]) === corpusHash(manifests[1]))
    throw new InputError("--control is the same corpus as --corpus; give general text");
  for (const recipe of request.recipes) configOfRun(recipe, tokenizer, given?.dir);
  display.stage("token caches", "");
  const caches = {
    clinical: await cacheOf(o, "clinical", tokenizer),
    control: await cacheOf(o, "control", tokenizer),
  };
  display.finish();
  const runs = sweepRuns(request, caches.clinical, isNew);
  const world = request.worldSeed === undefined ? undefined : createWorld(request.worldSeed);
  const terms = world && indexTerms(encodeTerms(worldTerms(world), tokenizer));
  const measurements = createMeasurements({ caches, tokenizer, world });
  const { stages, advance } = overallStages(o, runs);
  const models: PretrainedModel[] = [];
  const starts = new Map<string, Finished>();
  for (const run of runs) {
    const { recipe, seed } = run;
    const startName = `${recipe.name} ${seed}`;
    const start = run.arm === "start" ? undefined : (starts.get(startName) ?? given);
    if (given && !starts.has(startName)) {
      models.push(await measureGiven(stages, measurements, { run, given, request }));
      starts.set(startName, given);
    }
    const dir = join(out, run.folder);
    const finished = await train(o, stages, {
      ...{ run, dir, start },
      ...{ cache: caches[run.arm === "clinical" ? "clinical" : "control"], terms },
    });
    if (run.arm === "start") starts.set(startName, finished);
    const measured = await measure(stages, measurements, { run, finished, start, request });
    models.push(describe(run, dir, finished.checksum, measured));
    advance(run.settings.steps);
    // A finished run never goes on: its weights are in model/.
    dropCheckpoints(dir);
  }
  const record: PretrainingRecord = {
    name: o.name,
    isSynthetic: manifests.every(({ settings }) => "seed" in settings && "domain" in settings),
    sweep: request,
    commit: commit(),
    machine: machine(),
    hashes: {
      clinical: caches.clinical.corpusHash,
      general: caches.control.corpusHash,
      tokenizer: tokenizer.hash,
    },
    models,
  };
  writeJson(join(out, "sweep.json"), record);
  writePretraining(o.results, record);
  return record;
}

function cacheOf(
  { corpora, out, display }: SweepOptions,
  corpus: "clinical" | "control",
  tokenizer: Tokenizer,
): Promise<TokenCache> {
  return buildTokenCache({
    corpusDir: corpora[corpus],
    tokenizer,
    dir: join(out, "tokens", corpus),
    replace: true, // the folder is this sweep's own
    onProgress: (done, total) => display.update(done, total, corpus),
  });
}

/** Stages that show how far the whole sweep is, in steps of training. */
function overallStages(
  { out, display, signal }: SweepOptions,
  runs: readonly SweepRun[],
): { readonly stages: Stages; readonly advance: (steps: number) => void } {
  const total = runs.reduce((sum, { settings }) => sum + settings.steps, 0);
  let before = 0;
  let label = "";
  display.stage(`sweep of ${runs.length} runs`, "");
  const stages = createStages({
    folder: join(out, "stages"),
    count: runs.length,
    signal,
    display: {
      stage: (name) => (label = name),
      update: (done, _, note = "") => display.update(before + done, total, `${label}  ${note}`),
      log: (line) => display.log(line),
      finish: () => undefined,
    },
  });
  return {
    stages,
    advance: (steps) => {
      before += steps;
      if (before === total) display.finish(`${total} steps`);
    },
  };
}

const titleOf = ({ recipe, variant, seed, arm }: SweepRun): string =>
  [recipe.name, variant, `seed ${seed}`, arm].filter(Boolean).join(" ");

async function train(
  o: SweepOptions,
  stages: Stages,
  job: {
    readonly run: SweepRun;
    readonly dir: string;
    readonly start: Finished | undefined;
    readonly cache: TokenCache;
    readonly terms: TermIndex | undefined;
  },
): Promise<Finished> {
  const { run, dir, start, cache, terms } = job;
  const { settings, seed } = run;
  const recipe = { ...run.recipe, settings };
  const { corpusHash, tokenizerHash } = cache;
  const key = { recipe, seed, corpusHash, tokenizerHash, start: start?.checksum };
  const weights = join(dir, "model", "model.safetensors");
  return stages.run(titleOf(run), key, [weights], async (update) => {
    const prepared = await prepareRun({
      ...{ recipe, from: start?.dir, tokenizerDir: o.tokenizerDir, seed },
      log: (line) => o.display.log(`  ${line}`),
    });
    const model = await startRun(prepared, {
      ...{ cache, terms, dir, executor: o.executor, signal: o.signal },
      onProgress: ({ step, steps, loss, tokensPerSecond }) =>
        update(step, steps, `loss ${loss.toFixed(2)}  ${tokensPerSecond} tokens/s`),
    });
    return { dir: model, checksum: await modelChecksum(model) };
  });
}

type Measured = Pick<PretrainedModel, "heldOut" | "probes" | "drift">;

function measure(
  stages: Stages,
  measurements: Measurements,
  o: {
    readonly run: SweepRun;
    readonly finished: Finished;
    readonly start: Finished | undefined;
    readonly request: SweepRequest;
  },
): Promise<Measured> {
  const { run, finished, start } = o;
  const key = {
    ...{ model: finished.checksum, start: start?.checksum, world: o.request.worldSeed },
    hashes: measurements.hashes,
    heldOut: run.settings.heldOutShare,
  };
  return stages.run(`measure ${titleOf(run)}`, key, [], () =>
    measurements.measure(finished.dir, start?.dir, run.settings),
  );
}

async function measureGiven(
  stages: Stages,
  measurements: Measurements,
  o: { readonly run: SweepRun; readonly given: Finished; readonly request: SweepRequest },
): Promise<PretrainedModel> {
  const run: SweepRun = { ...o.run, arm: "start", variant: "" };
  const { recipe, seed } = run;
  const measured = await measure(stages, measurements, {
    ...{ run, finished: o.given, start: undefined, request: o.request },
  });
  return {
    ...{ recipe: recipe.name, variant: "", seed, arm: "start", steps: 0, tokens: 0, seconds: 0 },
    ...{ checksum: o.given.checksum, curve: [], ...measured },
  };
}

/** The event of a step that was trained, as far as the record needs it. */
type Event = ReturnType<typeof readEvents>[number] & {
  readonly tokens: number;
  readonly tokensPerSecond: number;
};

function describe(
  { recipe, variant, seed, arm, settings }: SweepRun,
  dir: string,
  checksum: string,
  measured: Measured,
): PretrainedModel {
  const events = readEvents(dir);
  const trained = events.filter(({ loss }) => loss !== undefined) as Event[];
  const { masking, learningRate, steps } = settings;
  return {
    recipe: recipe.name,
    ...{ variant, seed, arm, learningRate, steps },
    masking: { unit: masking.unit, rate: masking.rate },
    tokens: trained.reduce((sum, { tokens }) => sum + tokens, 0),
    seconds: Math.round(
      trained.reduce((sum, { tokens, tokensPerSecond }) => sum + tokens / tokensPerSecond, 0),
    ),
    checksum,
    // The start is measured on its own.
    curve: events.flatMap(({ step, bitsPerByte }) =>
      step > 0 && bitsPerByte ? [{ step, bitsPerByte }] : [],
    ),
    ...measured,
  };
}

function dropCheckpoints(dir: string): void {
  for (const name of readdirSync(dir))
    if (/^checkpoint-\d+$/.test(name)) rmSync(join(dir, name), { recursive: true });
}
