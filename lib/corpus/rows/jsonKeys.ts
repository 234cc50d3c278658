/** Keys that an object of JSON has twice: `JSON.parse` keeps the value of the last and says nothing. */

import { InputError } from "../../errors";

export type RepeatedKey = {
  readonly key: string;
  /** The two places among the keys of their object, from 1. */
  readonly places: readonly [number, number];
  /** 1 for the keys of the outermost object. */
  readonly depth: number;
  /** Where the second stands, in UTF-16 units. */
  readonly at: number;
};

/** The first key that comes twice in its object. @param json - a valid JSON text */
export function findRepeatedKey(json: string): RepeatedKey | undefined {
  /** The keys of each open object so far, with their places; none for an array. */
  const open: (Map<string, number> | undefined)[] = [];
  let isKeyNext = false;
  for (let at = 0; at < json.length; at++) {
    const sign = json[at];
    if (sign === '"') {
      const end = endOfString(json, at);
      const keys = open.at(-1);
      if (isKeyNext && keys) {
        const written = json.slice(at, end + 1);
        const key = written.includes("\\") ? (JSON.parse(written) as string) : written.slice(1, -1);
        const first = keys.get(key);
        if (first !== undefined)
          return { key, places: [first, keys.size + 1], depth: open.length, at };
        keys.set(key, keys.size + 1);
        isKeyNext = false;
      }
      at = end;
    } else if (sign === "{" || sign === "[") {
      open.push(sign === "{" ? new Map() : undefined);
      isKeyNext = sign === "{";
    } else if (sign === "}" || sign === "]") open.pop();
    else if (sign === ",") isKeyNext = true;
  }
  return undefined;
}

/** Where the string that begins at `start` has its closing quote. */
function endOfString(json: string, start: number): number {
  for (let at = start + 1; ; at++) {
    at = json.indexOf('"', at);
    let signs = at;
    while (json[signs - 1] === "\\") signs--;
    if ((at - signs) % 2 === 0) return at;
  }
}

/**
 * What to say of it. A key may be a patient's text, as where an export made names or dates into keys: it is
 * repeated only if it is one of `known`, those of the command and those that the user named; else its place.
 */
export function describeRepeatedKey(
  { key, places, depth }: RepeatedKey,
  known: readonly string[],
): string {
  if (known.includes(key)) return `the key ${key} twice`;
  return depth > 1
    ? "a key twice in an object within it"
    : `a key twice (keys ${places[0]} and ${places[1]} of the object)`;
}

/**
 * The value of a JSON file that a user wrote: a recipe, a sweep, marked notes.
 *
 * @param path - for messages
 * @param options.known - keys that messages may name
 * @param options.wanted - what is expected, a sentence
 * @throws InputError for broken JSON, of which the parser's message would quote the text, and for a key that
 *   comes twice, with its line
 */
export function parseUserJson(
  path: string,
  json: string,
  options: { readonly known: readonly string[]; readonly wanted: string },
): unknown {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    throw new InputError(`${path}: broken JSON. ${options.wanted}`);
  }
  const repeated = findRepeatedKey(json);
  if (!repeated) return value;
  const line = json.slice(0, repeated.at).split("\n").length;
  throw new InputError(
    `${path}:${line}: ${describeRepeatedKey(repeated, options.known)}. Write it once.`,
  );
}
