/** Third part of the main job: floors, baseline and clinical model on every task, through one harness. */

import { rmSync } from "node:fs";
import { join } from "node:path";
import { choiceFloors, entityFloors, floorModel } from "../evaluation/baselines";
import { finetuneCloze, finetunePairs, scoreCloze } from "../evaluation/choiceScorer";
import { finetuneEntityTagger } from "../evaluation/entityTagger";
import type { FinetuningProgress, FinetuningSettings } from "../evaluation/finetuning";
import { evaluate, type ChoicePredictor, type EntityPredictor } from "../evaluation/harness";
import {
  readResults,
  writeResult,
  type EvaluatedModel,
  type EvaluationResult,
  type Scoring,
} from "../evaluation/result";
import { ofSplit, type ChoiceTask, type EntityTask } from "../evaluation/task";
import { generatedChoice, generatedEntities } from "../evaluation/tasks/generated";
import { norDeid } from "../evaluation/tasks/norDeid";
import { norMedQa } from "../evaluation/tasks/norMedQa";
import { loadTokenizer } from "../tokenization/tokenizer";
import { tokenizerDir } from "./corpora";
import type { Job } from "./job";
import { modelNames, type ModelName, type TrainedModel } from "./models";
import { commit, machine } from "../provenance";
import { interrupted } from "./stages";

type Models = Readonly<Record<ModelName, TrainedModel>>;
type Update = (done: number, total: number, note?: string) => void;

/** All tasks there are: the generated ones, then those that need real files. */
export const tasks = [generatedEntities, generatedChoice, norDeid, norMedQa] as const;

/** The tasks of a job: real ones only where there is a data folder. */
export const tasksOf = ({ data }: Pick<Job, "data">): readonly (EntityTask | ChoiceTask)[] =>
  data === undefined ? [generatedEntities, generatedChoice] : tasks;

/** Score everything on every task; each result is a file under `results/evaluations`. */
export async function scoreTasks(job: Job, models: Models): Promise<void> {
  const { entities, cloze, pairs, seeds, worldSeed } = job.scale;
  for (const task of tasksOf(job)) {
    // What the files hold, not where they lie: other files in the same folder are another task.
    const { hashes } = await task.load({ seed: worldSeed, data: job.data });
    const key = {
      task: `${task.name}@${task.version}`,
      data: hashes,
      models,
      settings: task.kind === "entities" ? entities : { cloze, pairs },
      seeds,
      worldSeed,
    };
    const folder = join(job.results, "evaluations", `${task.name}@${task.version}`);
    await job.stages.run(`score ${task.name}`, key, [folder], async (update) => {
      const written = await (task.kind === "entities"
        ? scoreEntityTask(job, task, models, update)
        : scoreChoiceTask(job, task, models, update));
      removeOthers(job, task, new Set(written));
    });
  }
}

/** What an earlier run of the job left, perhaps with other seeds, must not enter its table. */
function removeOthers(
  { results, name }: Job,
  task: EntityTask | ChoiceTask,
  written: ReadonlySet<string>,
): void {
  for (const { path, result } of readResults(results)) {
    const isOfTask = result.task === task.name && result.taskVersion === task.version;
    if (result.scale === name && isOfTask && !written.has(path)) rmSync(join(results, path));
  }
}

/** One thing to score: a model or floor, asked one way, with one seed. */
type Entry<Predictor> = {
  readonly model: EvaluatedModel;
  readonly scoring: Scoring;
  readonly seed: number;
  readonly settings: FinetuningSettings | Record<string, never>;
  /** Fine-tunes if need be; `onProgress` reports its steps. */
  readonly prepare: (onProgress: FinetuningProgress) => Predictor | Promise<Predictor>;
};

async function scoreEntityTask(
  job: Job,
  task: EntityTask,
  models: Models,
  update: Update,
): Promise<string[]> {
  const loaded = await task.load({ seed: job.scale.worldSeed, data: job.data });
  const examples = ofSplit(loaded.examples, "train");
  const tokenizer = await loadTokenizer(tokenizerDir(job));
  const settings = job.scale.entities;
  const { seeds } = job.scale;
  const entries: Entry<EntityPredictor>[] = [
    ...seeds.flatMap((seed) => floors(job, seed, entityFloors(examples, seed))),
    ...forEachModel(job, models, seeds, (modelDir, seed) => ({
      scoring: "wordLabels",
      seed,
      settings,
      prepare: (onProgress) =>
        finetuneEntityTagger({ modelDir, tokenizer, examples, settings, seed, onProgress }),
    })),
  ];
  return scoreAll(job, entries, update, (entry) => evaluate({ ...entry, task, loaded }));
}

async function scoreChoiceTask(
  job: Job,
  task: ChoiceTask,
  models: Models,
  update: Update,
): Promise<string[]> {
  const loaded = await task.load({ seed: job.scale.worldSeed, data: job.data });
  const examples = ofSplit(loaded.examples, "train");
  const tokenizer = await loadTokenizer(tokenizerDir(job));
  const { cloze, pairs, seeds } = job.scale;
  const entries: Entry<ChoicePredictor>[] = [
    ...seeds.flatMap((seed) => floors(job, seed, choiceFloors(examples, seed))),
    // Without fine-tuning there is nothing to draw: one seed says it all.
    ...forEachModel(job, models, [0], (modelDir, seed) => ({
      scoring: "zeroShotCloze",
      seed,
      settings: {},
      prepare: () => scoreCloze({ modelDir, tokenizer, settings: cloze }),
    })),
    ...forEachModel(job, models, seeds, (modelDir, seed) => ({
      scoring: "cloze",
      seed,
      settings: cloze,
      prepare: (onProgress) =>
        finetuneCloze({ modelDir, tokenizer, examples, settings: cloze, seed, onProgress }),
    })),
    ...forEachModel(job, models, seeds, (modelDir, seed) => ({
      scoring: "pair",
      seed,
      settings: pairs,
      prepare: (onProgress) =>
        finetunePairs({ modelDir, tokenizer, examples, settings: pairs, seed, onProgress }),
    })),
  ];
  return scoreAll(job, entries, update, (entry) => evaluate({ ...entry, task, loaded }));
}

function evaluatedModel(job: Job, name: ModelName, model: TrainedModel): EvaluatedModel {
  const { name: family } = job.scale.generalRecipe;
  return { name: `${family}-${job.name}-${name}`, checksum: model.checksum, family, arm: name };
}

const floors = <Predictor>(
  job: Job,
  seed: number,
  predictors: Readonly<Record<string, Predictor>>,
): Entry<Predictor>[] =>
  Object.entries(predictors).map(([name, predictor]) => ({
    model: floorModel(`${name}-${job.name}`),
    scoring: "baseline",
    seed,
    settings: {},
    prepare: () => predictor,
  }));

const forEachModel = <Predictor>(
  job: Job,
  models: Models,
  seeds: readonly number[],
  entry: (modelDir: string, seed: number) => Omit<Entry<Predictor>, "model">,
): Entry<Predictor>[] =>
  seeds.flatMap((seed) =>
    modelNames.map((name) => ({
      model: evaluatedModel(job, name, models[name]),
      ...entry(models[name].dir, seed),
    })),
  );

/** Prepare, evaluate and write each entry in turn. @returns the paths below the results folder */
async function scoreAll<Predictor>(
  job: Job,
  entries: readonly Entry<Predictor>[],
  update: Update,
  evaluateEntry: (
    entry: Entry<Predictor> & {
      readonly predictor: Predictor;
      readonly secondsBefore: number;
      readonly scale: string;
      readonly commit: string;
      readonly machine: string;
    },
  ) => Promise<EvaluationResult>,
): Promise<string[]> {
  const written: string[] = [];
  const facts = { scale: job.name, commit: commit(), machine: machine() };
  for (const [done, entry] of entries.entries()) {
    if (job.signal?.aborted) throw interrupted();
    const what = `${entry.model.arm === "floor" ? entry.model.name : entry.model.arm}, ${entry.scoring}, seed ${entry.seed}`;
    update(done, entries.length, what);
    const begun = performance.now();
    const predictor = await entry.prepare((step, steps, loss) =>
      update(done + step / steps, entries.length, `${what}, loss ${loss.toFixed(2)}`),
    );
    const secondsBefore = (performance.now() - begun) / 1000;
    const result = await evaluateEntry({ ...entry, ...facts, predictor, secondsBefore });
    written.push(writeResult(job.results, result, { replace: true }));
  }
  return written;
}
