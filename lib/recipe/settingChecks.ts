/** What each setting of a recipe may be. */

import { isObject } from "../json";
import { InputError } from "../errors";

export type Settings = Record<string, unknown>;

/** A check of one value, and what it asks for in words. */
type Check = { readonly test: (value: unknown) => boolean; readonly expected: string };

/**
 * A value or a name as it is shown in an error. Only what a setting could be is repeated: a file that was given
 * by mistake may hold a patient's text.
 */
export function inWords(value: unknown): string {
  if (value === undefined) return "missing";
  if (typeof value === "string")
    return /^[\w.+/-]{0,30}$/.test(value)
      ? JSON.stringify(value)
      : `a text of ${value.length} characters`;
  if (Array.isArray(value)) return value.length === 0 ? "[]" : `a list of ${value.length}`;
  return isObject(value) ? "an object" : String(value);
}

/** The name of a setting, as {@link inWords}. */
export const nameInWords = (name: string): string => inWords(name).replaceAll('"', "");

export function refuse(where: string, name: string, value: unknown, expected: string): never {
  throw new InputError(`${where}: ${name} is ${inWords(value)}; ${expected}`);
}

const number = (isAllowed: (value: number) => boolean, expected: string): Check => ({
  test: (value) => typeof value === "number" && Number.isFinite(value) && isAllowed(value),
  expected: `expected ${expected}`,
});
const whole = (least: number): Check =>
  number((n) => Number.isSafeInteger(n) && n >= least, `a whole number of at least ${least}`);
const positive = number((n) => n > 0, "a number above 0");
const notNegative = number((n) => n >= 0, "a number of at least 0");
const share = number((n) => n >= 0 && n <= 1, "a share from 0 to 1");
const belowOne = number((n) => n >= 0 && n < 1, "a share of at least 0 and below 1");
const flag: Check = {
  test: (value) => typeof value === "boolean",
  expected: "expected true or false",
};
const oneOf = (...values: readonly string[]): Check => ({
  test: (value) => values.includes(value as string),
  expected: `expected ${values.map((value) => JSON.stringify(value)).join(", ")}`,
});

type Fields = Readonly<Record<string, Check | readonly [Check, "optional"]>>;

const rateFields: Fields = { from: share, to: share, shape: oneOf("linear", "cosine", "stepped") };
const rate: Check = {
  test: (value) => share.test(value) || isObject(value),
  expected: "expected a share from 0 to 1, or { from, to, shape }",
};
const record: Check = { test: isObject, expected: "expected an object" };

const fields: Fields = {
  objective: oneOf("mlm", "mlm+nsp"),
  masking: record,
  layout: oneOf("padded", "packed"),
  sequenceLength: whole(4),
  rows: whole(1),
  heldOutShare: belowOne,
  shortRows: [record, "optional"],
  accumulation: whole(1),
  steps: whole(1),
  learningRate: positive,
  schedule: record,
  warmupShare: share,
  optimizer: record,
  clipNorm: positive,
  evaluateEvery: whole(1),
  checkpointEvery: whole(1),
  recompute: [flag, "optional"],
};

const optimizerFields = (name: unknown): Fields => ({
  name: oneOf("adamw", "lamb", "stableAdamw"),
  beta1: belowOne,
  beta2: belowOne,
  epsilon: positive,
  weightDecay: notNegative,
  ...(name === "lamb" && { stretched: oneOf("decayed", "all"), biasCorrection: flag }),
  ...(name === "stableAdamw" && { decoupledDecay: flag }),
});

const scheduleFields = (name: unknown): Fields => ({
  name: oneOf("constant", "linear", "cosine", "stableThenDecay"),
  ...((name === "cosine" || name === "stableThenDecay") && { floor: share }),
  ...(name === "stableThenDecay" && { decayShare: share }),
});

const shortRowFields: Fields = { sequenceLength: whole(4), rows: whole(1), share };

const maskingFields = (unit: unknown): Fields => ({
  unit: oneOf("subword", "wholeWord", "span", "term"),
  rate,
  ...(unit === "term" && { termRate: share }),
});

/**
 * Check the settings of a recipe.
 *
 * @throws InputError naming `where`, the setting and its value
 */
export function checkSettings(settings: Settings, where: string): void {
  check(settings, fields, where, "settings.");
  const { masking, shortRows, optimizer, schedule } = settings as {
    readonly [Part in "masking" | "optimizer" | "schedule"]: Settings;
  } & { readonly shortRows?: Settings };
  check(masking, maskingFields(masking["unit"]), where, "settings.masking.");
  const { rate } = masking;
  if (isObject(rate)) check(rate, rateFields, where, "settings.masking.rate.");
  check(optimizer, optimizerFields(optimizer["name"]), where, "settings.optimizer.");
  check(schedule, scheduleFields(schedule["name"]), where, "settings.schedule.");
  if (shortRows) check(shortRows, shortRowFields, where, "settings.shortRows.");
}

function check(settings: Settings, allowed: Fields, where: string, prefix: string): void {
  for (const [name, field] of Object.entries(allowed)) {
    const isOptional = Array.isArray(field);
    const { test, expected } = (isOptional ? field[0] : field) as Check;
    const value = settings[name];
    if (value === undefined && isOptional) continue;
    if (!test(value)) refuse(where, prefix + name, value, expected);
  }
  for (const name of Object.keys(settings))
    if (!Object.hasOwn(allowed, name))
      throw new InputError(
        `${where}: unknown setting ${prefix}${nameInWords(name)}; there are ${Object.keys(allowed).join(", ")}`,
      );
}
