/** The one way to score a model on a task, for the command and the main job: fine-tune, predict, score. */

import { loadConfig } from "../encoder/checkpoint";
import { defaultExecutor, runtimeName, type ExecutorName } from "../engine";
import { commit, machine } from "../provenance";
import type { Tokenizer } from "../tokenization/tokenizer";
import { fittedTo } from "./finetuning";
import { evaluate } from "./harness";
import type { FinetuningRequest, TaskSettings } from "./kind";
import { kinds } from "./kinds";
import type { EvaluatedModel, EvaluationResult, Scoring } from "./result";
import { ofSplit, type ExampleOf, type KindName, type LoadedExamples, type TaskOf } from "./task";

/**
 * Fine-tune a model on the training examples of a task, if the way of asking does, and score it on the test
 * examples. The result says which parameters were drawn.
 *
 * @param o.settings - of which the way of asking takes its own, with rows no longer than the model has positions
 * @throws RangeError if the kind of task is not asked this way
 */
export async function scoreModel<K extends KindName>(
  o: {
    readonly task: TaskOf<K>;
    readonly loaded: LoadedExamples<ExampleOf<K>>;
    readonly modelDir: string;
    readonly tokenizer: Tokenizer;
    readonly model: EvaluatedModel;
    readonly scoring: Scoring;
    readonly settings: TaskSettings;
    readonly scale: string;
    readonly executor: ExecutorName;
  } & Pick<FinetuningRequest<K>, "seed" | "saveTo" | "onDrawn" | "onProgress">,
): Promise<EvaluationResult> {
  const { task, loaded, modelDir, tokenizer, seed, scoring, saveTo, onProgress } = o;
  const way = kinds[task.kind].ways[scoring];
  if (way === undefined) throw new RangeError(`${task.name} is not asked by ${scoring}`);
  const settings = fittedTo(loadConfig(modelDir), o.settings[way.settings]);
  let drawn = {};
  const begun = performance.now();
  const predictor = await way.prepare({
    ...{ modelDir, tokenizer, settings, seed, saveTo, onProgress },
    examples: ofSplit<ExampleOf<K>>(loaded.examples, "train"),
    onDrawn: (names) => {
      drawn = { drawn: names.join(", ") };
      o.onDrawn?.(names);
    },
  });
  return evaluate({
    ...{ task, loaded, predictor, scoring, seed, model: o.model, scale: o.scale },
    ...provenanceOf(o.executor),
    settings: way.isFinetuned ? { ...settings, ...drawn } : {},
    secondsBefore: (performance.now() - begun) / 1000,
  });
}

/** Which code runs where, as results say it. */
export const provenanceOf = (
  executor: ExecutorName,
): Pick<EvaluationResult, "commit" | "machine"> => ({
  commit: commit(),
  machine: `${machine()}${executor === defaultExecutor ? "" : `, ${runtimeName(executor)}`}`,
});
