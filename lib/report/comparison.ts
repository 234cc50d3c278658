/**
 * Rows of a results table, computed from evaluation results alone: scores with their spread over
 * seeds, and paired differences with intervals. Pure: the same files give the same rows.
 */

import { InputError } from "../errors";
import { scoreOfCounts, sumCounts } from "../evaluation/harness";
import { arms } from "../evaluation/result";
import type {
  Arm,
  EvaluationResult,
  Scoring,
  StoredResult,
  UnitCounts,
} from "../evaluation/result";
import { holm, mean, pairedBootstrap, standardDeviation } from "../evaluation/statistics";
import type { PairedDifference, PairedUnit } from "../evaluation/statistics";

/** Parts of a test set that have a column. `exposed − withheld` is a difference of two of them. */
export const columns = [
  "overall",
  "nb",
  "nn",
  "exposed",
  "withheld",
  "exposed − withheld",
] as const;
export type Column = (typeof columns)[number];

/** Share of correct answers or F1, in [0, 1], over seeds. */
export type ScoreCell = { readonly mean: number; readonly sd: number; readonly seeds: number };

export type ScoreRow = {
  readonly family: string;
  readonly arm: Arm;
  readonly model: string;
  readonly seeds: readonly number[];
  /** Smallest and largest number of examples scored in a seed. */
  readonly examples: readonly [number, number];
  readonly cells: Readonly<Partial<Record<Column, ScoreCell>>>;
};

export type DifferenceRow = {
  readonly family: string;
  /** The clinical model; a family may have several that go on from one baseline. */
  readonly model: string;
  /** The arm that is subtracted from the clinical one. */
  readonly against: Arm;
  readonly seeds: readonly number[];
  readonly cells: Readonly<Partial<Record<Column, PairedDifference>>>;
  /** Holm-adjusted p of the overall difference to the baseline; undefined for other rows. */
  readonly holmP: number | undefined;
  readonly settingsDiffer: boolean;
};

/** One task asked in one way. */
export type Section = {
  readonly task: string;
  readonly split: string;
  readonly scoring: Scoring;
  readonly metric: EvaluationResult["metric"];
  readonly sources: readonly string[];
  readonly columns: readonly Column[];
  readonly scores: readonly ScoreRow[];
  readonly differences: readonly DifferenceRow[];
  /** Models that nothing is compared with, each with the reason. */
  readonly unpaired: readonly string[];
};

const bootstrapSeed = 1;

const isWithheld = (unit: UnitCounts): boolean => unit.stratum === "withheld";

function unitsOf(result: EvaluationResult, column: Column): readonly UnitCounts[] {
  switch (column) {
    case "overall":
    case "exposed − withheld":
      return result.units;
    case "nb":
    case "nn":
      return result.units.filter((unit) => unit.writtenStandard === column);
    case "withheld":
      return result.units.filter(isWithheld);
    case "exposed":
      return result.units.filter((unit) => !isWithheld(unit));
  }
}

/** Counts of each group; for `exposed − withheld` those of both parts, one after the other. */
function countsByGroup(result: EvaluationResult, column: Column): Map<string, readonly number[]> {
  const groups = new Map<string, UnitCounts[]>();
  for (const unit of unitsOf(result, column)) {
    const group = groups.get(unit.group);
    if (group === undefined) groups.set(unit.group, [unit]);
    else group.push(unit);
  }
  const width = result.units[0]?.counts.length ?? 0;
  const padded = (units: readonly UnitCounts[]): number[] =>
    units.length === 0 ? new Array<number>(width).fill(0) : sumCounts(units);
  return new Map(
    [...groups].map(([name, units]) => [
      name,
      column === "exposed − withheld"
        ? [...padded(units.filter((u) => !isWithheld(u))), ...padded(units.filter(isWithheld))]
        : padded(units),
    ]),
  );
}

function scoreFor(
  metric: EvaluationResult["metric"],
  column: Column,
): (counts: readonly number[]) => number {
  if (column !== "exposed − withheld") return (counts) => scoreOfCounts(metric, counts);
  return (counts) => {
    const half = counts.length / 2;
    return scoreOfCounts(metric, counts.slice(0, half)) - scoreOfCounts(metric, counts.slice(half));
  };
}

function columnsOf(results: readonly EvaluationResult[]): Column[] {
  const has = (holds: (unit: UnitCounts) => boolean): boolean =>
    results.some((result) => result.units.some(holds));
  const stratified = has(isWithheld);
  const present: Readonly<Record<Column, boolean>> = {
    overall: true,
    nb: has((unit) => unit.writtenStandard === "nb"),
    nn: has((unit) => unit.writtenStandard === "nn"),
    exposed: stratified,
    withheld: stratified,
    "exposed − withheld": stratified,
  };
  return columns.filter((column) => present[column]);
}

function scoreRow(results: readonly EvaluationResult[], shown: readonly Column[]): ScoreRow {
  const { family, arm, model, metric } = results[0]!;
  const cells: Partial<Record<Column, ScoreCell>> = {};
  for (const column of shown) {
    if (column === "exposed − withheld") continue;
    const scores = results
      .map((result) => unitsOf(result, column))
      .filter((units) => units.length > 0)
      .map((units) => scoreOfCounts(metric, sumCounts(units)));
    if (scores.length > 0)
      cells[column] = {
        mean: mean(scores),
        sd: standardDeviation(scores),
        seeds: scores.length,
      };
  }
  const examples = results.map((result) => result.n);
  return {
    family,
    arm,
    model,
    seeds: results.map((result) => result.seed),
    examples: [Math.min(...examples), Math.max(...examples)],
    cells,
  };
}

const sameHashes = (a: EvaluationResult, b: EvaluationResult): boolean =>
  JSON.stringify(Object.entries(a.dataHashes).sort()) ===
  JSON.stringify(Object.entries(b.dataHashes).sort());

function differenceRow(
  clinical: readonly EvaluationResult[],
  other: readonly EvaluationResult[],
  shown: readonly Column[],
): DifferenceRow | undefined {
  const pairs = clinical.flatMap((second) => {
    const first = other.find((result) => result.seed === second.seed);
    if (first === undefined) return [];
    if (!sameHashes(first, second))
      throw new InputError(
        `${first.task} seed ${first.seed}: ${first.model} and ${second.model} were scored on different data; evaluate both again`,
      );
    return [{ first, second }];
  });
  if (pairs.length === 0) return undefined;
  const { metric } = pairs[0]!.first;
  // A fixed test set is shared by all seeds; a generated one belongs to its seed.
  const fixed = pairs.every(({ first }) => sameHashes(first, pairs[0]!.first));
  const cells: Partial<Record<Column, PairedDifference>> = {};
  for (const column of shown) {
    const seeds = pairs
      .map(({ first, second }) => {
        const firstCounts = countsByGroup(first, column);
        const secondCounts = countsByGroup(second, column);
        return [...firstCounts].map(([unit, counts]): PairedUnit => ({
          unit,
          first: counts,
          second: secondCounts.get(unit)!,
        }));
      })
      .filter((units) => units.length > 0);
    if (seeds.length === 0) continue;
    cells[column] = pairedBootstrap({
      seeds,
      design: fixed ? "crossed" : "nested",
      score: scoreFor(metric, column),
      seed: bootstrapSeed,
    });
  }
  const settings = (result: EvaluationResult): string =>
    JSON.stringify(Object.entries(result.settings).sort());
  return {
    family: pairs[0]!.second.family,
    model: pairs[0]!.second.model,
    against: pairs[0]!.first.arm,
    seeds: pairs.map(({ second }) => second.seed),
    cells,
    holmP: undefined,
    settingsDiffer: pairs.some(({ first, second }) => settings(first) !== settings(second)),
  };
}

/** Groups in order of their keys. */
function groupBy<T>(items: readonly T[], key: (item: T) => string): (readonly [string, T[]])[] {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return [...groups].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}

function sectionOf(scoring: Scoring, stored: readonly StoredResult[]): Section {
  const results = stored
    .map(({ result }) => result)
    .sort((a, b) => arms.indexOf(a.arm) - arms.indexOf(b.arm) || a.seed - b.seed);
  const { task, taskVersion, split, metric } = results[0]!;
  const shown = columnsOf(results);
  const scores: ScoreRow[] = [];
  const differences: DifferenceRow[] = [];
  const unpaired: string[] = [];
  for (const [family, members] of groupBy(results, (result) => result.family)) {
    const byModel = groupBy(members, (r) => `${arms.indexOf(r.arm)} ${r.model}`).map(([, m]) => m);
    scores.push(...byModel.map((runs) => scoreRow(runs, shown)));
    for (const arm of ["baseline", "generalControl", "shuffledControl"] as const) {
      const [one, two] = byModel.filter((runs) => runs[0]!.arm === arm);
      if (one !== undefined && two !== undefined)
        throw new InputError(
          `${task}: family ${family} has two ${arm} models, ${one[0]!.model} and ${two[0]!.model}; give them families of their own or remove one`,
        );
    }
    const runsOf = (arm: Arm) => byModel.filter((runs) => runs[0]!.arm === arm);
    const paired = new Set<string>();
    for (const clinical of runsOf("clinical"))
      for (const arm of ["baseline", "generalControl", "shuffledControl"] as const)
        for (const other of runsOf(arm)) {
          const row = differenceRow(clinical, other, shown);
          if (row === undefined) continue;
          differences.push(row);
          paired.add(clinical[0]!.model).add(other[0]!.model);
        }
    for (const runs of byModel) {
      const { model, arm } = runs[0]!;
      if (arm === "chance" || paired.has(model)) continue;
      const others = byModel.length === 1 ? "no other model" : "no other arm with the same seeds";
      unpaired.push(`${model} (${arm}): family ${family} has ${others} here`);
    }
  }
  return {
    task: `${task}@${taskVersion}`,
    split,
    scoring,
    metric,
    sources: [...new Set(results.map((result) => result.source))].sort(),
    columns: shown,
    scores,
    differences,
    unpaired,
  };
}

/**
 * Sections of a table, one for each task, split and scoring, in a fixed order. Chance baselines stand in
 * every scoring of their task. Holm's adjustment is over the overall differences to the baseline,
 * the one claim made for each model and task.
 *
 * @throws InputError if two results cannot stand side by side
 */
export function compareResults(stored: readonly StoredResult[]): Section[] {
  const sections = groupBy(
    stored,
    ({ result }) => `${result.task}@${result.taskVersion} ${result.split}`,
  ).flatMap(([, own]) => {
    const chance = own.filter(({ result }) => result.arm === "chance");
    const asked = groupBy(
      own.filter(({ result }) => result.arm !== "chance"),
      ({ result }) => result.scoring,
    );
    if (asked.length === 0) return [sectionOf("chance", chance)];
    return asked.map(([scoring, models]) => sectionOf(scoring as Scoring, [...chance, ...models]));
  });
  const claims = sections.flatMap((section) =>
    section.differences.filter((row) => row.against === "baseline"),
  );
  const adjusted = holm(claims.map((row) => row.cells.overall?.p ?? NaN));
  return sections.map((section) => ({
    ...section,
    differences: section.differences.map((row) => {
      const claim = claims.indexOf(row);
      return claim === -1 ? row : { ...row, holmP: adjusted[claim] };
    }),
  }));
}
