/**
 * One evaluation file: task × model × seed. A file holds everything that tables and intervals
 * need, and no text: counts for each example always, ids and labels only where the data may be
 * shared. Groups of data that may not be shared are numbered, because ids can identify people.
 */

import { isObject } from "../json";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { InputError } from "../errors";
import { writeFileAtomic } from "../files";
import { writtenStandards } from "../corpus/document";
import type { PhiSpan, WrittenStandard } from "../corpus/document";
import type { ClassScores } from "./metrics";
import { splits } from "../corpus/examples";
import type { Split } from "../corpus/examples";

/** What a model is in the comparison. */
export const arms = [
  "chance",
  "baseline",
  "generalControl",
  "shuffledControl",
  "clinical",
] as const;
export type Arm = (typeof arms)[number];

/**
 * How a model's answer was read: `zeroShotCloze` through the masked-word head as it is, `cloze` through
 * it after fine-tuning, `pair` through [CLS], `wordLabels` word by word.
 */
export const scorings = ["zeroShotCloze", "cloze", "pair", "wordLabels", "chance"] as const;
export type Scoring = (typeof scorings)[number];

export type EvaluatedModel = {
  /** Letters, digits, `.`, `_` and `-`: it names a folder. */
  readonly name: string;
  /** SHA-256 of the weights, `""` for chance baselines. */
  readonly checksum: string;
  /** Models of one family are compared with each other, e.g. `"norbert3SpanSmall"`. */
  readonly family: string;
  readonly arm: Arm;
};

/** One example in counts that may be added: [right, asked] or [true +, false +, false −]. */
export type UnitCounts = {
  readonly group: string;
  readonly writtenStandard: WrittenStandard;
  readonly stratum: string;
  readonly counts: readonly number[];
};

export type GroupScore = { readonly score: number; readonly n: number };

/** A choice as option indices, or a document as spans. */
export type Prediction =
  | { readonly id: string; readonly gold: number; readonly predicted: number }
  | {
      readonly id: string;
      readonly gold: readonly PhiSpan[];
      readonly predicted: readonly PhiSpan[];
    };

export type EvaluationResult = {
  readonly task: string;
  readonly taskVersion: number;
  readonly kind: "entities" | "choice";
  readonly metric: "entityMicroF1" | "accuracy";
  /** Says whether the text was generated or is a real file, and which. */
  readonly source: string;
  readonly dataHashes: Readonly<Record<string, string>>;
  readonly skipped: Readonly<Record<string, number>>;
  readonly model: string;
  readonly modelChecksum: string;
  readonly family: string;
  readonly arm: Arm;
  readonly scoring: Scoring;
  /** Scale of the run, e.g. `"quick"`: one table for each. */
  readonly scale: string;
  readonly seed: number;
  readonly settings: Readonly<Record<string, string | number | boolean>>;
  readonly split: Split;
  /** Examples scored. */
  readonly n: number;
  readonly metrics: Readonly<Record<string, number>>;
  readonly perClass: Readonly<Record<string, ClassScores>>;
  readonly perStandard: Readonly<Record<string, GroupScore>>;
  readonly perStratum: Readonly<Record<string, GroupScore>>;
  readonly units: readonly UnitCounts[];
  /** null where the data may not be shared. */
  readonly predictions: readonly Prediction[] | null;
  readonly commit: string;
  readonly machine: string;
  readonly seconds: number;
};

type Check = { readonly expected: string; readonly holds: (value: unknown) => boolean };

const isNumber = (value: unknown): value is number => Number.isFinite(value);
const isText = (value: unknown): value is string => typeof value === "string";
const hasExactly = (value: unknown, keys: Readonly<Record<string, (v: unknown) => boolean>>) =>
  isObject(value) &&
  Object.keys(value).every((key) => key in keys) &&
  Object.entries(keys).every(([key, holds]) => holds(value[key]));

const text: Check = { expected: "text", holds: isText };
const number: Check = { expected: "a number", holds: isNumber };
const oneOf = (values: readonly string[]): Check => ({
  expected: `one of ${values.join(", ")}`,
  holds: (value) => isText(value) && values.includes(value),
});
const recordOf = (what: string, holds: (value: unknown) => boolean): Check => ({
  expected: `an object of ${what}`,
  holds: (value) => isObject(value) && Object.values(value).every(holds),
});
const listOf = (what: string, holds: (value: unknown) => boolean): Check => ({
  expected: `a list of ${what}`,
  holds: (value) => Array.isArray(value) && value.every(holds),
});
const isSpan = (value: unknown): boolean =>
  hasExactly(value, { start: isNumber, end: isNumber, label: isText });
const isAnswer = (value: unknown): boolean =>
  isNumber(value) || (Array.isArray(value) && value.every(isSpan));
const predictionList = listOf("{ id, gold, predicted }", (value) =>
  hasExactly(value, { id: isText, gold: isAnswer, predicted: isAnswer }),
);
const groupScores = recordOf("{ score, n }", (value) =>
  hasExactly(value, { score: isNumber, n: isNumber }),
);

const checks: Readonly<Record<keyof EvaluationResult, Check>> = {
  task: text,
  taskVersion: number,
  kind: oneOf(["entities", "choice"]),
  metric: oneOf(["entityMicroF1", "accuracy"]),
  source: text,
  dataHashes: recordOf("text", isText),
  skipped: recordOf("numbers", isNumber),
  model: text,
  modelChecksum: text,
  family: text,
  arm: oneOf(arms),
  scoring: oneOf(scorings),
  scale: text,
  seed: number,
  settings: recordOf(
    "text, numbers and booleans",
    (value) => isText(value) || isNumber(value) || typeof value === "boolean",
  ),
  split: oneOf(splits),
  n: number,
  metrics: recordOf("numbers", isNumber),
  perClass: recordOf("{ precision, recall, f1, support }", (value) =>
    hasExactly(value, { precision: isNumber, recall: isNumber, f1: isNumber, support: isNumber }),
  ),
  perStandard: groupScores,
  perStratum: groupScores,
  units: listOf("{ group, writtenStandard, stratum, counts }", (value) =>
    hasExactly(value, {
      group: isText,
      writtenStandard: oneOf(writtenStandards).holds,
      stratum: isText,
      counts: (counts) => Array.isArray(counts) && counts.every(isNumber),
    }),
  ),
  predictions: {
    expected: `null or ${predictionList.expected}`,
    holds: (value) => value === null || predictionList.holds(value),
  },
  commit: text,
  machine: text,
  seconds: number,
};

/**
 * Check that a value is an evaluation result: every field there, of its type, and no other.
 *
 * @param where - the file, for messages
 * @throws InputError naming the field
 */
export function parseResult(value: unknown, where: string): EvaluationResult {
  const remedy = "evaluate again to write the file anew, or move it out of the results folder";
  if (!isObject(value)) throw new InputError(`${where}: not an evaluation result; ${remedy}`);
  for (const [field, check] of Object.entries(checks)) {
    if (!(field in value)) throw new InputError(`${where}: "${field}" is missing; ${remedy}`);
    if (!check.holds(value[field]))
      throw new InputError(
        `${where}: "${field}" is ${JSON.stringify(value[field])?.slice(0, 80)}, expected ${check.expected}; ${remedy}`,
      );
  }
  const unknown = Object.keys(value).find((field) => !(field in checks));
  if (unknown !== undefined)
    throw new InputError(`${where}: unknown field "${unknown}"; ${remedy}`);
  const result = value as EvaluationResult;
  if (result.units.length !== result.n)
    throw new InputError(
      `${where}: "units" has ${result.units.length} rows, "n" says ${result.n}; ${remedy}`,
    );
  return result;
}

/**
 * Where a result is kept under the results folder, with forward slashes. A model asked in two ways
 * has a folder for each.
 *
 * @throws InputError if the model's name cannot name a folder
 */
export function resultPath(
  result: Pick<EvaluationResult, "task" | "taskVersion" | "model" | "scoring" | "seed">,
): string {
  checkNamesFolder(result.model);
  const asked = ["zeroShotCloze", "cloze", "pair"].includes(result.scoring)
    ? `-${result.scoring}`
    : "";
  return `evaluations/${result.task}@${result.taskVersion}/${result.model}${asked}/seed-${result.seed}.json`;
}

function checkNamesFolder(name: string): void {
  if (!/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(name))
    throw new InputError(
      `model name "${name}": use letters, digits, ".", "_" and "-", for it names a folder`,
    );
}

/**
 * Check that a name stands for no other weights, before hours are spent on scoring them.
 *
 * @throws InputError for a name that cannot name a folder, and naming the file that holds scores of
 *   other weights under the name
 */
export function checkModelName(
  folder: string,
  { name, checksum }: Pick<EvaluatedModel, "name" | "checksum">,
): void {
  checkNamesFolder(name);
  for (const file of resultFiles(folder).map((path) => join(folder, path))) {
    const result = readIfWhole(file);
    if (result?.model === name && result.modelChecksum !== checksum)
      throw otherWeights(file, result, checksum);
  }
}

const otherWeights = (file: string, { model, modelChecksum }: EvaluationResult, checksum: string) =>
  new InputError(
    `${file}: has scores of other weights named "${model}" (SHA-256 ${short(modelChecksum)} there, ${short(checksum)} here); give the model another name with --name, or move the file away`,
  );
const short = (checksum: string): string => (checksum === "" ? "none" : checksum.slice(0, 12));

/** What differs from run to run though everything scored is the same. */
const circumstances: readonly string[] = ["commit", "machine", "seconds"];
const isSameScore = (a: EvaluationResult, b: EvaluationResult): boolean => {
  const scored = (result: EvaluationResult): string =>
    JSON.stringify(
      Object.entries(result)
        .filter(([field]) => !circumstances.includes(field))
        .sort(),
    );
  return scored(a) === scored(b);
};

/**
 * Write a result, whole or not at all. Rows are written one a line, so that diffs stay readable. A file
 * that differs in commit, machine and seconds only stays as it is: the scores were found again.
 *
 * @param o.replace - also over scores of other weights of that name
 * @returns the path below `folder`
 * @throws InputError if scores of other weights are there
 */
export function writeResult(
  folder: string,
  result: EvaluationResult,
  o: { readonly replace?: boolean | undefined } = {},
): string {
  const path = resultPath(result);
  const old = readIfWhole(join(folder, path));
  if (old && old.modelChecksum !== result.modelChecksum && !o.replace)
    throw otherWeights(join(folder, path), old, result.modelChecksum);
  if (old && isSameScore(old, result)) return path;
  const lines = Object.entries(result).map(([field, value]) => {
    const rows =
      Array.isArray(value) && value.length > 0
        ? `[\n${value.map((row) => `    ${JSON.stringify(row)}`).join(",\n")}\n  ]`
        : JSON.stringify(value);
    return `  ${JSON.stringify(field)}: ${rows}`;
  });
  writeFileAtomic(join(folder, path), `{\n${lines.join(",\n")}\n}\n`);
  return path;
}

/** Read one result. @throws InputError if the file is missing, cut short or not a result */
export function readResult(path: string): EvaluationResult {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    const why = error instanceof SyntaxError ? "not whole JSON" : "cannot be read";
    throw new InputError(`${path}: ${why}; evaluate again to write it anew`);
  }
  return parseResult(value, path);
}

/** A result that is there and whole; another is to be written anew. */
function readIfWhole(path: string): EvaluationResult | undefined {
  if (!existsSync(path)) return undefined;
  try {
    return readResult(path);
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

/** A result and its path below the results folder. */
export type StoredResult = { readonly path: string; readonly result: EvaluationResult };

/**
 * Every result under `<folder>/evaluations`, in order of path.
 *
 * @throws InputError at the first file that is not a result, or lies where another belongs
 */
export const readResults = (folder: string): StoredResult[] =>
  resultFiles(folder).map((path) => {
    const result = readResult(join(folder, path));
    if (resultPath(result) !== path)
      throw new InputError(
        `${join(folder, path)}: holds the result that belongs at ${resultPath(result)}; move it there`,
      );
    return { path, result };
  });

/** Paths below a results folder where results lie. */
function resultFiles(folder: string): string[] {
  const root = join(folder, "evaluations");
  if (!existsSync(root)) return [];
  return readdirSync(root, { recursive: true, encoding: "utf8" })
    .map((path) => `evaluations/${path.replaceAll("\\", "/")}`)
    .filter((path) => path.endsWith(".json"))
    .sort();
}
