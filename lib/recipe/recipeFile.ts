/**
 * Recipes from files: a JSON object that names a recipe of ours as its `base` and says what is different.
 *
 *     { "base": "norbert3SpanSmall", "name": "slower", "settings": { "learningRate": 5e-4, "steps": 2000 } }
 *
 * Settings that consist of several values (`masking`, `optimizer`, …) are replaced as a whole. Every value is
 * checked before anything is computed: a misspelt name or a rate of 15 is an error, not a default.
 */

import { isObject } from "../json";
import { existsSync } from "node:fs";
import type { EncoderShape } from "../encoder/config";
import { InputError } from "../errors";
import { parseUserJson } from "../corpus/rows/jsonKeys";
import { readUserText } from "../corpus/rows/userText";
import type { PretrainingRecipe } from "./recipe";
import { checkSettings, inWords, nameInWords, refuse, type Settings } from "./settingChecks";

const recipeFields: readonly string[] = ["base", "name", "description", "encoder", "settings"];

/**
 * A recipe by its name or from a file.
 *
 * @param known - recipes by name
 * @throws InputError naming file, setting and value
 */
export function findRecipe(
  nameOrPath: string,
  known: Readonly<Record<string, PretrainingRecipe>>,
): PretrainingRecipe {
  const named = Object.hasOwn(known, nameOrPath) ? known[nameOrPath] : undefined;
  if (named) return named;
  if (!existsSync(nameOrPath))
    throw new InputError(
      `recipe ${nameOrPath}: neither a recipe nor a file. Recipes: ${Object.keys(known).join(", ")}.`,
    );
  const json = parseUserJson(nameOrPath, readUserText(nameOrPath), {
    known: recipeFields,
    wanted: "A recipe file is one JSON object.",
  });
  return parseRecipe(json, nameOrPath, known);
}

/** As {@link findRecipe}, of a value already parsed; `where` names it in errors. */
export function parseRecipe(
  json: unknown,
  where: string,
  known: Readonly<Record<string, PretrainingRecipe>>,
): PretrainingRecipe {
  if (!isObject(json)) throw new InputError(`${where}: expected an object`);
  // Before any name is repeated: the file may be another one than was meant.
  if (!("base" in json))
    throw new InputError(
      `${where}: no field base, so no recipe. Name one of ${Object.keys(known).join(", ")} as its base.`,
    );
  for (const name of Object.keys(json))
    if (!recipeFields.includes(name))
      throw new InputError(
        `${where}: unknown field ${inWords(name)}; a recipe has base, name, description, encoder and settings`,
      );
  const { base: baseName, encoder = {}, settings = {} } = json;
  const base = Object.entries(known).find(([name]) => name === baseName)?.[1];
  if (!base)
    throw new InputError(
      `${where}: base is ${inWords(baseName)}; name one of ${Object.keys(known).join(", ")}`,
    );
  const word = (name: "name" | "description", fallback: string): string => {
    const value = json[name] ?? fallback;
    return typeof value === "string" && value.trim() !== ""
      ? value
      : refuse(where, name, value, "expected a text");
  };
  if (!isObject(settings)) refuse(where, "settings", settings, "expected an object");
  const merged: Settings = { ...base.settings, ...(settings as Settings) };
  // null takes a setting away.
  for (const [name, value] of Object.entries(merged)) if (value === null) delete merged[name];
  checkSettings(merged, where);
  return {
    name: word("name", base.name),
    description: word("description", base.description),
    encoder: mergeEncoder(base.encoder, encoder, where),
    settings: merged as unknown as PretrainingRecipe["settings"],
  };
}

/** The shape of a new model: that of the base with some of its numbers changed. */
function mergeEncoder(base: EncoderShape, changes: unknown, where: string): EncoderShape {
  if (!isObject(changes)) refuse(where, "encoder", changes, "expected an object");
  const of = new Map<string, unknown>(Object.entries(base));
  for (const [name, value] of Object.entries(changes as Settings)) {
    const before = of.get(name);
    if (typeof before !== "number")
      throw new InputError(
        `${where}: encoder.${nameInWords(name)} is no number of a ${base.architecture} encoder; it has ${[...of].flatMap(([field, one]) => (typeof one === "number" ? [field] : [])).join(", ")}`,
      );
    const isWhole = Number.isInteger(before) && before > 0;
    if (typeof value !== "number" || !(isWhole ? Number.isInteger(value) && value > 0 : value >= 0))
      refuse(
        where,
        `encoder.${name}`,
        value,
        isWhole ? "expected a whole number above 0" : "expected a number of at least 0",
      );
  }
  const encoder = { ...base, ...(changes as Partial<EncoderShape>) } as EncoderShape;
  if (encoder.hiddenSize % encoder.heads !== 0)
    throw new InputError(
      `${where}: encoder.hiddenSize is ${encoder.hiddenSize}, which ${encoder.heads} heads do not divide`,
    );
  return encoder;
}
