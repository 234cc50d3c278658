/**
 * Scores predictions of any model on any task into one result. The harness never sees a model: a
 * predictor is a function from examples to answers, so that chance, baselines and clinical models
 * all go the same way.
 */

import type { Split } from "../corpus/examples";
import { kinds } from "./kinds";
import { round, scoresOf } from "./metrics";
import type { EvaluatedModel, EvaluationResult, GroupScore, Scoring, UnitCounts } from "./result";
import { ofSplit } from "./task";
import type { AnswerOf, ExampleOf, KindName, LoadedExamples, Predictor, TaskOf } from "./task";

type Circumstances = {
  readonly model: EvaluatedModel;
  readonly scoring: Scoring;
  readonly seed: number;
  readonly scale: string;
  readonly settings: EvaluationResult["settings"];
  /** @defaultValue "test" */
  readonly split?: Split;
  readonly commit: string;
  readonly machine: string;
  /** Seconds spent before prediction, such as on fine-tuning, added to those measured here. */
  readonly secondsBefore?: number;
};

export type Evaluation<K extends KindName> = Circumstances & {
  readonly task: TaskOf<K>;
  readonly loaded: LoadedExamples<ExampleOf<K>>;
  readonly predictor: Predictor<K>;
};

/**
 * The score of counts summed over examples, by the metric that they belong to.
 *
 * @param counts - [right, asked] for accuracy, [true +, false +, false −] for entityMicroF1
 * @returns NaN where nothing was asked
 */
export function scoreOfCounts(
  metric: EvaluationResult["metric"],
  counts: readonly number[],
): number {
  const [a = 0, b = 0, c = 0] = counts;
  if (metric === "accuracy") return b === 0 ? NaN : a / b;
  return scoresOf({ truePositives: a, falsePositives: b, falseNegatives: c }).f1;
}

/** Predict one split and score it. @throws Error if the predictor breaks its contract */
export async function evaluate<K extends KindName>(
  evaluation: Evaluation<K>,
): Promise<EvaluationResult> {
  const { task, loaded, model } = evaluation;
  const split = evaluation.split ?? "test";
  const examples = ofSplit<ExampleOf<K>>(loaded.examples, split);
  const { predicted, seconds } = await predict<K>(examples, evaluation.predictor);
  const scored = kinds[task.kind].score(examples, predicted, task.labels);
  const units = task.shareable ? scored.units : numberGroups(scored.units);
  const changed = Object.entries(task.dataHashes).some(
    ([file, hash]) => loaded.hashes[file] !== hash,
  );
  return {
    task: task.name,
    taskVersion: task.version,
    kind: task.kind,
    metric: task.metric,
    source: task.source + (changed ? " (files differ from those published)" : ""),
    dataHashes: loaded.hashes,
    skipped: loaded.skipped,
    model: model.name,
    modelChecksum: model.checksum,
    family: model.family,
    arm: model.arm,
    scoring: evaluation.scoring,
    scale: evaluation.scale,
    seed: evaluation.seed,
    settings: evaluation.settings,
    split,
    n: units.length,
    metrics: scored.metrics,
    perClass: scored.perClass,
    perStandard: scoreBy(task.metric, units, (unit) => unit.writtenStandard),
    perStratum: scoreBy(task.metric, units, (unit) => unit.stratum),
    units,
    predictions: task.shareable ? scored.predictions : null,
    commit: evaluation.commit,
    machine: evaluation.machine,
    seconds: round((evaluation.secondsBefore ?? 0) + seconds),
  };
}

async function predict<K extends KindName>(
  examples: readonly ExampleOf<K>[],
  predictor: Predictor<K>,
): Promise<{ readonly predicted: readonly AnswerOf<K>[]; readonly seconds: number }> {
  const start = performance.now();
  const predicted = await predictor(examples);
  const seconds = (performance.now() - start) / 1000;
  if (predicted.length !== examples.length)
    throw new Error(`predictor gave ${predicted.length} answers to ${examples.length} examples`);
  return { predicted, seconds };
}

/** Groups as numbers in order of first appearance: the same for every model, and say nothing. */
function numberGroups(units: readonly UnitCounts[]): UnitCounts[] {
  const numbers = new Map<string, string>();
  return units.map((unit) => {
    if (!numbers.has(unit.group)) numbers.set(unit.group, String(numbers.size + 1));
    return { ...unit, group: numbers.get(unit.group)! };
  });
}

/** Counts of units added position by position. */
export function sumCounts(units: readonly UnitCounts[]): number[] {
  return (units[0]?.counts ?? []).map((_, k) =>
    units.reduce((sum, unit) => sum + (unit.counts[k] ?? 0), 0),
  );
}

function scoreBy(
  metric: EvaluationResult["metric"],
  units: readonly UnitCounts[],
  key: (unit: UnitCounts) => string,
): Record<string, GroupScore> {
  const names = [...new Set(units.map(key))].sort();
  return Object.fromEntries(
    names.map((name) => {
      const own = units.filter((unit) => key(unit) === name);
      return [name, { score: round(scoreOfCounts(metric, sumCounts(own))), n: own.length }];
    }),
  );
}
