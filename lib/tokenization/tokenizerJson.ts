/**
 * `tokenizer.json` as it is read: strictly, and naming the place of what is wrong. Anyone may have
 * written the file, so nothing in it is trusted to have the type it should have.
 */

import { isObject } from "../json";
import { InputError } from "../errors";

/** One part of `tokenizer.json`: a normalizer, a pre-tokenizer, the model. */
export type Component = {
  /** File and field, for messages. */
  readonly where: string;
  readonly type: string;
  readonly settings: Readonly<Record<string, unknown>>;
};

/** Sequences in sequences, as deep as anyone needs. */
const deepest = 6;

/** @throws InputError unless the value is an object with a `type` */
export function readComponent(value: unknown, where: string, type?: string): Component {
  if (!isObject(value)) throw new InputError(`${where}: expected an object, found ${show(value)}.`);
  const name = value["type"] ?? type;
  if (typeof name !== "string")
    throw new InputError(`${where}.type: expected a name, found ${show(name)}.`);
  return { where, type: name, settings: value };
}

/** The parts of a sequence. */
export function readComponents(component: Component, field: string): Component[] {
  const where = `${component.where}.${field}`;
  const list = component.settings[field];
  if (!Array.isArray(list)) throw new InputError(`${where}: expected a list, found ${show(list)}.`);
  if (where.split(field).length > deepest)
    throw new InputError(`${where}: sequences more than ${deepest} deep. Make one of them.`);
  return list.map((each, i) => readComponent(each, `${where}[${i}]`));
}

export function readFlag(component: Component, field: string, fallback?: boolean): boolean {
  const value = component.settings[field] ?? fallback;
  if (typeof value !== "boolean") throw wrongType(component, field, "true or false");
  return value;
}

export function readText(component: Component, field: string, fallback?: string): string {
  const value = component.settings[field] ?? fallback;
  if (typeof value !== "string") throw wrongType(component, field, "a text");
  return value;
}

export function wrongType(component: Component, field: string, expected: string): InputError {
  return new InputError(
    `${component.where}.${field}: expected ${expected}, found ${show(component.settings[field])}.`,
  );
}

/** What a component's type stands for. @throws InputError for a type that is not among `known` */
export function chooseKind<Kind>(
  component: Component,
  kind: string,
  known: Readonly<Record<string, Kind>>,
): Kind {
  const { type, where } = component;
  if (Object.hasOwn(known, type)) return known[type]!;
  throw new InputError(
    `${where}: the ${kind} ${show(type)} is not supported; supported are ${Object.keys(known).join(", ")}.`,
  );
}

/** A value from a file, for a message of one line. */
export function show(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  if (isObject(value)) return "an object";
  const text = value === undefined ? "nothing" : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
