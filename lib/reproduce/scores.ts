/** Third part of the main job: chance, baseline and clinical model on every task, through one harness. */

import { defaultExecutor } from "../engine";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { chanceModel } from "../evaluation/chance";
import { evaluate } from "../evaluation/harness";
import { kinds } from "../evaluation/kinds";
import {
  readResults,
  writeResult,
  type EvaluatedModel,
  type EvaluationResult,
  type Scoring,
} from "../evaluation/result";
import { provenanceOf, scoreModel } from "../evaluation/scoreModel";
import { ofSplit, type KindName, type Task, type TaskOf } from "../evaluation/task";
import { generatedChoice, generatedEntities } from "../evaluation/tasks/generated";
import { norDeid } from "../evaluation/tasks/norDeid";
import { norMedQa } from "../evaluation/tasks/norMedQa";
import { loadTokenizer } from "../tokenization/tokenizer";
import { tokenizerDir } from "./corpora";
import type { Job } from "./job";
import { modelNames, type ModelName, type TrainedModel } from "./models";
import { interrupted } from "./stages";

type Models = Readonly<Record<ModelName, TrainedModel>>;
type Update = (done: number, total: number, note?: string) => void;

/** All tasks there are: the generated ones, then those that need real files. */
export const tasks = [generatedEntities, generatedChoice, norDeid, norMedQa] as const;

/** The tasks of a job: real ones only where there is a data folder. */
export const tasksOf = ({ data }: Pick<Job, "data">): readonly Task[] =>
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
      settings: { entities, cloze, pairs },
      seeds,
      worldSeed,
    };
    const folder = join(job.results, "evaluations", `${task.name}@${task.version}`);
    await job.stages.run(`score ${task.name}`, key, [folder], async (update) => {
      const written = await scoreTask(job, task, models, update);
      removeOthers(job, task, new Set(written));
    });
  }
}

/** What an earlier run of the job left, perhaps with other seeds, must not enter its table. */
function removeOthers({ results, name }: Job, task: Task, written: ReadonlySet<string>): void {
  for (const { path, result } of readResults(results)) {
    const isOfTask = result.task === task.name && result.taskVersion === task.version;
    if (result.scale === name && isOfTask && !written.has(path)) rmSync(join(results, path));
  }
}

/** One score to be found. */
type Entry = {
  /** For the display. */
  readonly what: string;
  readonly score: (onLoss: (done: number, note: string) => void) => Promise<EvaluationResult>;
};

/** Score chance and models in every way that the kind of task knows. @returns paths below the results folder */
async function scoreTask<K extends KindName>(
  job: Job,
  task: TaskOf<K>,
  models: Models,
  update: Update,
): Promise<string[]> {
  const { scale, name } = job;
  const loaded = await task.load({ seed: scale.worldSeed, data: job.data });
  const train = ofSplit(loaded.examples, "train");
  const kind = kinds[task.kind];
  const tokenizer = await loadTokenizer(tokenizerDir(job));
  const chance = scale.seeds.flatMap((seed) =>
    Object.entries(kind.chance(train, seed)).map(([way, predictor]): Entry => {
      const model = chanceModel(`${way}-${name}`);
      return {
        what: `${model.name}, seed ${seed}`,
        score: () =>
          evaluate<K>({
            ...{ task, loaded, predictor, model, seed, scoring: "chance", settings: {} },
            ...{ scale: name, ...provenanceOf(defaultExecutor) },
          }),
      };
    }),
  );
  const ways = Object.entries(kind.ways) as [Scoring, { readonly isFinetuned: boolean }][];
  const asked = ways.flatMap(([scoring, { isFinetuned }]) =>
    (isFinetuned ? scale.seeds : [0]).flatMap((seed) =>
      modelNames.map((arm): Entry => {
        const what = `${arm}, ${scoring}, seed ${seed}`;
        return {
          what,
          score: (onLoss) =>
            scoreModel<K>({
              ...{ task, loaded, tokenizer, scoring, seed, settings: scale, scale: name },
              ...{ modelDir: models[arm].dir, model: evaluatedModel(job, arm, models[arm]) },
              executor: defaultExecutor,
              onProgress: (step, steps, loss) =>
                onLoss(step / steps, `${what}, loss ${loss.toFixed(2)}`),
            }),
        };
      }),
    ),
  );
  const entries = [...chance, ...asked];
  const written: string[] = [];
  for (const [done, { what, score }] of entries.entries()) {
    if (job.signal?.aborted) throw interrupted();
    update(done, entries.length, what);
    const result = await score((part, note) => update(done + part, entries.length, note));
    written.push(writeResult(job.results, result, { replace: true }));
  }
  return written;
}

function evaluatedModel(job: Job, name: ModelName, model: TrainedModel): EvaluatedModel {
  const { name: family } = job.scale.generalRecipe;
  return { name: `${family}-${job.name}-${name}`, checksum: model.checksum, family, arm: name };
}
