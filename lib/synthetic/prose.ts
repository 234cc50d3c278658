/**
 * Norwegian sentences as files of `lib/assets/synthetic/`, so that they can be corrected without reading code:
 * docs/norwegian-prose.md. A list begins with its name in brackets; each entry is a line in bokmål and the
 * same in nynorsk below it, or one line for both:
 *
 *     [plan]
 *     nb: Kontroll om {1-3} uker.
 *     nn: Kontroll om {1-3} veker.
 *     both: Blodprøver i morgon.
 */

import { readFileSync } from "node:fs";
import { assetPath } from "../assets";
import { InputError } from "../errors";
import type { Term } from "./generator/lexicon";

/** A list, and the line of the file that each of its entries begins at. */
export type ProseList = { readonly terms: readonly Term[]; readonly lines: readonly number[] };

/**
 * The lists of a file by their names.
 *
 * @param name - below `lib/assets/synthetic/`, without the ending
 * @param names - of all its lists: one more or fewer is an error, so that no list is missing and none is idle
 * @throws InputError naming file and line
 */
export function readProse<Name extends string>(
  name: string,
  names: readonly Name[],
): Readonly<Record<Name, readonly Term[]>> {
  const path = assetPath(`synthetic/${name}.txt`);
  const lists = parseProse(readFileSync(path, "utf8"), path);
  for (const wanted of names)
    if (!lists.has(wanted)) throw new InputError(`${path}: the list [${wanted}] is missing`);
  for (const [found, { lines }] of lists)
    if (!(names as readonly string[]).includes(found))
      throw new InputError(`${path}:${lines[0]! - 1}: nothing reads the list [${found}]`);
  return Object.fromEntries(names.map((each) => [each, lists.get(each)!.terms])) as Record<
    Name,
    readonly Term[]
  >;
}

/**
 * Things joined with their sentences, which a file has as lists `[name: field]`.
 *
 * @throws InputError naming file and line
 */
export function withProse<Things extends Readonly<Record<string, object>>, Field extends string>(
  name: string,
  fields: readonly Field[],
  things: Things,
): {
  readonly [Thing in keyof Things]: Things[Thing] & Readonly<Record<Field, readonly Term[]>>;
} {
  const names = Object.keys(things).flatMap((thing) => fields.map((field) => `${thing}: ${field}`));
  const lists = readProse(name, names);
  const joined = Object.entries(things).map(([thing, facts]) => [
    thing,
    {
      ...facts,
      ...Object.fromEntries(fields.map((field) => [field, lists[`${thing}: ${field}`]])),
    },
  ]);
  return Object.fromEntries(joined) as ReturnType<typeof withProse<Things, Field>>;
}

/** As {@link readProse}, of a text; `path` is for messages. */
export function parseProse(text: string, path: string): ReadonlyMap<string, ProseList> {
  const lists = new Map<string, { terms: Term[]; lines: number[] }>();
  let list: { terms: Term[]; lines: number[] } | undefined;
  let nb: string | undefined;
  let number = 0;
  const refuse = (problem: string): never => {
    throw new InputError(`${path}:${number}: ${problem}`);
  };
  for (const line of text.split("\n").map((each) => each.trim())) {
    number++;
    if (nb !== undefined && !line.startsWith("nn:"))
      refuse("the line above is in bokmål; its nynorsk, nn: …, belongs here");
    if (line === "" || line.startsWith("#")) continue;
    const name = /^\[(.+)\]$/.exec(line)?.[1];
    if (name !== undefined) {
      if (lists.has(name)) refuse(`there is a list [${name}] above`);
      if (list?.terms.length === 0) refuse("the list above is empty");
      lists.set(name, (list = { terms: [], lines: [] }));
      continue;
    }
    const [, standard, sentence] = /^(nb|nn|both): *(.+)$/.exec(line) ?? [];
    if (standard === undefined || sentence === undefined)
      return refuse("expected [name], nb: …, nn: …, both: … or # a comment");
    if (!list) return refuse("an entry stands before the first [name]");
    if (!isBalanced(sentence)) refuse("brackets { } do not match");
    if (standard === "nb") nb = sentence;
    else {
      if (standard === "nn" && nb === undefined) refuse("nn: without nb: above it");
      list.lines.push(standard === "nn" ? number - 1 : number);
      list.terms.push({ nb: nb ?? sentence, nn: sentence });
      nb = undefined;
    }
  }
  if (list?.terms.length === 0) refuse("the last list is empty");
  return lists;
}

/** Slots stand in brackets, which are not nested. */
function isBalanced(sentence: string): boolean {
  const brackets = sentence.replace(/[^{}]/g, "");
  return brackets === "{}".repeat(brackets.length / 2);
}
