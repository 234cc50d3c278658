/** The request for a sweep: a JSON file, read once and checked whole before anything is trained. */

import { InputError } from "../errors";
import type { MaskingRate } from "../masking/rate";
import { recipes, type PretrainingRecipe } from "../recipe";
import { findRecipe } from "../recipe/recipeFile";
import { inWords } from "../recipe/settingChecks";
import { parseUserJson } from "../corpus/rows/jsonKeys";
import { readUserText } from "../corpus/rows/userText";

export type SweepRequest = {
  /** In the file by name, or as the path of a recipe file. */
  readonly recipes: readonly PretrainingRecipe[];
  readonly seeds: readonly number[];
  /** Steps on the control corpus that make a start for each recipe and seed; with `--model new` only. */
  readonly start?: { readonly corpus: "control"; readonly steps: number };
  readonly vary: {
    readonly learningRate?: readonly number[];
    /** Rounds of the clinical corpus, counted in positions of a batch; instead of `steps`. */
    readonly epochs?: readonly number[];
    readonly maskingRate?: readonly MaskingRate[];
  };
  readonly arms: readonly ("clinical" | "control")[];
  /** Of each arm; the recipe's own where absent. */
  readonly steps?: number;
  /** Seed of the invented world that the clinical corpus tells; without it facts are not asked for. */
  readonly worldSeed?: number;
};

/**
 * Read a sweep.
 *
 * @throws InputError naming the file, the key and the value
 */
export function readSweep(path: string): SweepRequest {
  const text = readUserText(path, { wanted: "Give a JSON file that names recipes." });
  const wanted = "A sweep is one JSON object.";
  return parseSweep(parseUserJson(path, text, { known: sweepFields, wanted }), path);
}

const sweepFields = ["recipes", "seeds", "start", "vary", "arms", "steps", "worldSeed"];

type Fields = Readonly<Record<string, unknown>>;

/** The same from parsed JSON; `path` is for messages. */
export function parseSweep(json: unknown, path: string): SweepRequest {
  const refuse = (key: string, value: unknown, expected: string): never => {
    throw new InputError(`${path}: ${key} is ${inWords(value)}; expected ${expected}`);
  };
  const fieldsOf = (value: unknown, key: string, known: readonly string[]): Fields => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      if (key === "sweep") throw new InputError(`${path}: holds no JSON object, so no sweep`);
      return refuse(key, value, `an object with ${known.join(", ")}`);
    }
    // Before any name is repeated: the file may be another one than was meant.
    if (key === "sweep" && !("recipes" in value))
      throw new InputError(`${path}: no key recipes, so no sweep; known are ${known.join(", ")}`);
    for (const name of Object.keys(value))
      if (!known.includes(name))
        throw new InputError(
          `${path}: unknown key ${inWords(name)}${key === "sweep" ? "" : ` in ${key}`}; known are ${known.join(", ")}`,
        );
    return value as Fields;
  };
  /** A list of distinct values, none empty. */
  const list = <T>(value: unknown, key: string, item: (one: unknown, key: string) => T): T[] => {
    if (!Array.isArray(value) || value.length === 0) return refuse(key, value, "a list of values");
    const texts = value.map((one) => JSON.stringify(one));
    const twice = texts.findIndex((text, i) => texts.indexOf(text) < i);
    if (twice >= 0) refuse(`${key}[${twice}]`, value[twice], "a value that is not there already");
    return value.map((one, i) => item(one, `${key}[${i}]`));
  };
  const whole =
    (least: number) =>
    (value: unknown, key: string): number =>
      Number.isSafeInteger(value) && (value as number) >= least
        ? (value as number)
        : refuse(key, value, `a whole number of at least ${least}`);
  const above0 = (value: unknown, key: string): number =>
    typeof value === "number" && value > 0 ? value : refuse(key, value, "a number above 0");
  const oneOf =
    <T extends string>(names: readonly T[]) =>
    (value: unknown, key: string): T =>
      names.includes(value as T) ? (value as T) : refuse(key, value, `one of ${names.join(", ")}`);
  const shareOf = (value: unknown, key: string): number =>
    typeof value === "number" && value > 0 && value < 1
      ? value
      : refuse(key, value, "a share between 0 and 1");
  const rate = (value: unknown, key: string): MaskingRate => {
    if (typeof value === "number") return shareOf(value, key);
    const { from, to, shape } = fieldsOf(value, key, ["from", "to", "shape"]);
    return {
      from: shareOf(from, `${key}.from`),
      to: shareOf(to, `${key}.to`),
      shape: oneOf(["linear", "cosine", "stepped"])(shape, `${key}.shape`),
    };
  };
  const optional = <K extends string, T>(
    fields: Fields,
    key: K,
    name: string,
    parse: (value: unknown, key: string) => T,
  ): { [key in K]?: T } =>
    (fields[key] === undefined ? {} : { [key]: parse(fields[key], name) }) as { [key in K]?: T };

  const top = fieldsOf(json, "sweep", sweepFields);
  const vary = fieldsOf(top["vary"] ?? {}, "vary", ["learningRate", "epochs", "maskingRate"]);
  if (top["steps"] !== undefined && vary["epochs"] !== undefined)
    throw new InputError(`${path}: steps and vary.epochs both say how long to train; give one`);
  const recipe = (value: unknown, key: string): PretrainingRecipe =>
    typeof value === "string" && (value in recipes || /[./]/.test(value))
      ? findRecipe(value, recipes)
      : refuse(key, value, `a recipe file, or one of ${Object.keys(recipes).join(", ")}`);
  const found = list(top["recipes"], "recipes", recipe);
  const twice = found.find(({ name }, i) => found.findIndex((one) => one.name === name) < i);
  if (twice)
    refuse("recipes", twice.name, "recipes of different names, for runs are filed by them");
  return {
    recipes: found,
    seeds: list(top["seeds"], "seeds", whole(0)),
    ...optional(top, "start", "start", (value, key) => {
      const fields = fieldsOf(value, key, ["corpus", "steps"]);
      return {
        corpus: oneOf(["control"])(fields["corpus"], `${key}.corpus`),
        steps: whole(1)(fields["steps"], `${key}.steps`),
      };
    }),
    vary: {
      ...optional(vary, "learningRate", "vary.learningRate", (v, key) => list(v, key, above0)),
      ...optional(vary, "epochs", "vary.epochs", (v, key) => list(v, key, above0)),
      ...optional(vary, "maskingRate", "vary.maskingRate", (v, key) => list(v, key, rate)),
    },
    arms: list(top["arms"] ?? ["clinical", "control"], "arms", oneOf(["clinical", "control"])),
    ...optional(top, "steps", "steps", whole(1)),
    ...optional(top, "worldSeed", "worldSeed", whole(0)),
  };
}
