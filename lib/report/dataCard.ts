/**
 * A data card: Markdown with YAML front matter that says what a data set is, where it comes from, what
 * it may be used for and what not. What can be counted is under `computed`, written by a command.
 */

import { readFileSync } from "node:fs";
import { parseDocument, type Document as YamlDocument } from "yaml";
import { InputError } from "../errors";
import { writeFileAtomic } from "../files";

/** Numbers and hashes, nested by what they are of. */
export type Computed = { readonly [name: string]: Computed | number | string };

export type DataCard = {
  readonly name: string;
  readonly version: number;
  readonly licence: string;
  readonly source: string;
  /** BCP 47 of the written standards, e.g. `nno-Latn`. */
  readonly languages: readonly string[];
  readonly intendedUse: readonly string[];
  readonly limits: readonly string[];
  /** Whether the text may be shown in notebooks and results. */
  readonly shareable: boolean;
  readonly computed: Computed;
};

type Check = { readonly holds: (value: unknown) => boolean; readonly wanted: string };

const text: Check = {
  holds: (value) => typeof value === "string" && value.trim() !== "",
  wanted: "a text",
};
const texts: Check = {
  holds: (value) => Array.isArray(value) && value.length > 0 && value.every(text.holds),
  wanted: "a list of texts",
};

const fields: Readonly<Record<keyof DataCard, Check>> = {
  name: text,
  version: { holds: (value) => Number.isInteger(value) && Number(value) > 0, wanted: "1, 2, …" },
  licence: text,
  source: text,
  languages: texts,
  intendedUse: texts,
  limits: texts,
  shareable: { holds: (value) => typeof value === "boolean", wanted: "true or false" },
  computed: {
    holds: (value) => typeof value === "object" && value !== null && !Array.isArray(value),
    wanted: "numbers by name, as `kliniskvest report cards` writes them",
  },
};

/**
 * The front matter of a card, checked.
 *
 * @throws InputError for a card without front matter, broken YAML, and fields that are missing, of
 *   another kind, or unknown
 */
export function readDataCard(path: string): DataCard {
  const value = parseFront(path, split(path).matter).toJS() as Record<string, unknown>;
  for (const [field, { holds, wanted }] of Object.entries(fields))
    if (!holds(value[field]))
      throw new InputError(
        `${path}: ${field} is ${JSON.stringify(value[field]) ?? "missing"}; write ${wanted}.`,
      );
  const unknown = Object.keys(value).find((field) => !(field in fields));
  if (unknown !== undefined)
    throw new InputError(
      `${path}: unknown field ${unknown}; a card has ${Object.keys(fields).join(", ")}.`,
    );
  return value as DataCard;
}

/**
 * Write what was computed into a card, and nothing else of it.
 *
 * @returns whether the card was another before
 */
export function writeComputed(path: string, computed: Computed, onlyCheck = false): boolean {
  const { matter, body } = split(path);
  const front = parseFront(path, matter);
  front.set("computed", front.createNode(computed));
  const written = `---\n${front.toString({ lineWidth: 0 })}---\n${body}`;
  const isOther = written !== `---\n${matter}---\n${body}`;
  if (isOther && !onlyCheck) writeFileAtomic(path, written);
  return isOther;
}

function split(path: string): { readonly matter: string; readonly body: string } {
  const parts = /^---\n([\s\S]*?)---\n([\s\S]*)$/.exec(readFileSync(path, "utf8"));
  if (!parts)
    throw new InputError(`${path}: no front matter; begin the card with --- and its fields.`);
  return { matter: parts[1]!, body: parts[2]! };
}

function parseFront(path: string, matter: string): YamlDocument {
  const document = parseDocument(matter);
  const [error] = document.errors;
  if (error)
    throw new InputError(`${path}: the front matter is no YAML: ${error.message.split("\n")[0]}`);
  return document;
}
