/**
 * Scores predictions of any model on any task into one result. The harness never sees a model: a
 * predictor is a function from examples to answers, so that floors, baselines and clinical models
 * all go the same way.
 */

import type { PhiSpan } from "../corpus/document";
import type { ChoiceExample } from "../synthetic/tasks/choice";
import type { EntityExample } from "../synthetic/tasks/entities";
import { alignToWords, splitWords } from "./entities";
import {
  accuracy,
  addCounts,
  classScores,
  countEntities,
  noMatches,
  scoresOf,
  totalCounts,
} from "./metrics";
import type { ClassScores, MatchCounts } from "./metrics";
import type {
  EvaluatedModel,
  EvaluationResult,
  GroupScore,
  Prediction,
  Scoring,
  UnitCounts,
} from "./result";
import { ofSplit } from "./task";
import type { ChoiceTask, EntityTask, LoadedExamples, Split } from "./task";

/** Spans found in each text, in the order of the examples. It must not read `spans`. */
export type EntityPredictor = (
  examples: readonly EntityExample[],
) => Promise<readonly (readonly PhiSpan[])[]>;

/** Index of the option chosen for each question, in order. It must not read `answer`. */
export type ChoicePredictor = (examples: readonly ChoiceExample[]) => Promise<readonly number[]>;

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

export type EntityEvaluation = Circumstances & {
  readonly task: EntityTask;
  readonly loaded: LoadedExamples<EntityExample>;
  readonly predictor: EntityPredictor;
};

export type ChoiceEvaluation = Circumstances & {
  readonly task: ChoiceTask;
  readonly loaded: LoadedExamples<ChoiceExample>;
  readonly predictor: ChoicePredictor;
};

/** What one kind of task finds out; the rest of a result is the same for all. */
type Scored = {
  readonly metrics: Readonly<Record<string, number>>;
  readonly perClass: Readonly<Record<string, ClassScores>>;
  readonly units: readonly UnitCounts[];
  readonly predictions: readonly Prediction[];
  readonly seconds: number;
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
export async function evaluate(
  evaluation: EntityEvaluation | ChoiceEvaluation,
): Promise<EvaluationResult> {
  const { task, loaded, model } = evaluation;
  const split = evaluation.split ?? "test";
  const scored = isEntityEvaluation(evaluation)
    ? await scoreEntities(evaluation, ofSplit(evaluation.loaded.examples, split))
    : await scoreChoice(evaluation, ofSplit(evaluation.loaded.examples, split));
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
    seconds: round((evaluation.secondsBefore ?? 0) + scored.seconds),
  };
}

function isEntityEvaluation(
  evaluation: EntityEvaluation | ChoiceEvaluation,
): evaluation is EntityEvaluation {
  return evaluation.task.kind === "entities";
}

async function predict<E, P>(
  examples: readonly E[],
  predictor: (examples: readonly E[]) => Promise<readonly P[]>,
): Promise<{ readonly predicted: readonly P[]; readonly seconds: number }> {
  const start = performance.now();
  const predicted = await predictor(examples);
  const seconds = (performance.now() - start) / 1000;
  if (predicted.length !== examples.length)
    throw new Error(`predictor gave ${predicted.length} answers to ${examples.length} examples`);
  return { predicted, seconds };
}

/** Gold and predicted spans are compared on word boundaries, so no model is punished for a glued word. */
async function scoreEntities(
  evaluation: EntityEvaluation,
  examples: readonly EntityExample[],
): Promise<Scored> {
  const { predicted, seconds } = await predict(examples, evaluation.predictor);
  const perLabel = new Map<string, MatchCounts>();
  const units: UnitCounts[] = [];
  const predictions: Prediction[] = [];
  examples.forEach((example, i) => {
    const words = splitWords(example.text);
    const gold = alignToWords(words, example.spans);
    const found = alignToWords(words, predicted[i]!);
    const counts = countEntities(gold, found);
    for (const [label, count] of counts)
      perLabel.set(label, addCounts(perLabel.get(label) ?? noMatches, count));
    const total = totalCounts(counts);
    units.push({
      group: example.group,
      writtenStandard: example.writtenStandard,
      stratum: "all",
      counts: [total.truePositives, total.falsePositives, total.falseNegatives],
    });
    predictions.push({ id: example.id, gold, predicted: found });
  });
  const total = scoresOf(totalCounts(perLabel));
  return {
    metrics: {
      entityMicroF1: round(total.f1),
      entityMicroPrecision: round(total.precision),
      entityMicroRecall: round(total.recall),
    },
    perClass: Object.fromEntries(
      evaluation.task.labels.map((label) => [
        label,
        roundScores(scoresOf(perLabel.get(label) ?? noMatches)),
      ]),
    ),
    units,
    predictions,
    seconds,
  };
}

async function scoreChoice(
  evaluation: ChoiceEvaluation,
  examples: readonly ChoiceExample[],
): Promise<Scored> {
  const { predicted, seconds } = await predict(examples, evaluation.predictor);
  const gold = examples.map((example) => example.answer);
  const positions = evaluation.task.labels.map((_, position) => position);
  predicted.forEach((option, i) => {
    if (examples[i]!.options[option] === undefined)
      throw new Error(`predictor chose option ${option} of ${examples[i]!.options.length}`);
  });
  const perPosition = classScores(gold, predicted, positions);
  return {
    metrics: { accuracy: round(accuracy(gold, predicted)) },
    // Scores of option positions: a model that prefers a place shows here.
    perClass: Object.fromEntries(
      evaluation.task.labels.map((label, i) => [label, roundScores(perPosition[i]!)]),
    ),
    units: examples.map((example, i) => ({
      group: example.group,
      writtenStandard: example.writtenStandard,
      stratum: example.stratum,
      counts: [predicted[i] === gold[i] ? 1 : 0, 1],
    })),
    predictions: examples.map((example, i) => ({
      id: example.id,
      gold: gold[i]!,
      predicted: predicted[i]!,
    })),
    seconds,
  };
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

/** Six decimals: more is noise, and files stay equal between machines. */
function round(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

function roundScores(scores: ClassScores): ClassScores {
  return {
    precision: round(scores.precision),
    recall: round(scores.recall),
    f1: round(scores.f1),
    support: scores.support,
  };
}
