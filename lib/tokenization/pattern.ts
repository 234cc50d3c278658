/**
 * Patterns of tokenizer files. The Rust library reads them with Oniguruma, where `\s`, `\d` and `\w`
 * mean Unicode's classes; they are rewritten so that JavaScript means the same, and refused where it
 * cannot. A pattern may be written to take for ever, so one from a file runs against the clock.
 */

import { createContext, Script, type Context } from "node:vm";
import { InputError } from "../errors";
import { show } from "./tokenizerJson";

/** Start and end of every match in a text, one after another, without empty matches. */
export type Matcher = (text: string) => readonly (readonly [start: number, end: number])[];

/** What a class means in Unicode, to be used between brackets. */
const classes: Readonly<Record<string, string>> = {
  s: "\\p{White_Space}",
  d: "\\p{Nd}",
  w: "\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}",
};

/** Milliseconds that a pattern from a file may take on one text. */
const longest = 2000;

/** @throws InputError for a pattern that JavaScript cannot run with the same meaning */
export function compilePattern(pattern: string, where: string): Matcher {
  const expression = translate(pattern, where);
  const matchAtOnce = trustedMatcher(expression);
  const limit = isTame(expression.source) ? longestAtOnce : 0;
  return (text) =>
    text.length <= limit ? matchAtOnce(text) : matchInTime(expression, text, where);
}

/** A tame pattern takes at most the cube of a text's length in steps, a tenth of a second here. */
const longestAtOnce = 500;

/** Whether no group is repeated and no alternative holds more than two repetitions. */
function isTame(source: string): boolean {
  const shape = source.replace(/\\[pP]\{[^}]*\}|\\./gu, "c").replace(/\[[^\]]*\]/gu, "c");
  return (
    !/\)[*+?{]/.test(shape) &&
    shape.split("|").every((part) => (part.match(/[*+]|\{\d+,\d*\}/g) ?? []).length <= 2)
  );
}

/** A pattern of ours, or one that is known: without the clock. */
export function trustedMatcher(expression: RegExp): Matcher {
  return (text) =>
    Array.from(text.matchAll(expression), ({ 0: match, index }) => [index, index + match.length]);
}

/** A pattern that is a plain text. */
export function literalMatcher(literal: string): Matcher {
  return trustedMatcher(new RegExp(literal.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"), "gu"));
}

function translate(pattern: string, where: string): RegExp {
  const refuse = (what: string): never => {
    throw new InputError(
      `${where}: the pattern ${show(pattern)} ${what}, which is not supported here.`,
    );
  };
  if (pattern.length > 2000) refuse(`has ${pattern.length} characters`);
  let source = "";
  let inClass = false;
  const characters = [...pattern];
  for (let i = 0; i < characters.length; i++) {
    const character = characters[i]!;
    const rest = characters.slice(i).join("");
    if (character === "\\") {
      const property = /^\\([pP])\{(\^?)([A-Za-z_]+)\}/.exec(rest);
      const next = characters[++i] ?? refuse("ends in a backslash");
      if (property) {
        source += propertyClass(property[3]!, (property[1] === "P") !== (property[2] === "^"));
        i += property[0].length - 2;
      } else if (next in classes) source += inClass ? classes[next]! : `[${classes[next]!}]`;
      else if (next.toLowerCase() in classes && !inClass)
        source += `[^${classes[next.toLowerCase()]!}]`;
      else if (next === "S") source += "\\P{White_Space}";
      else if (/[nrtfv]/.test(next)) source += `\\${next}`;
      else if (/[\p{L}\p{N}]/u.test(next)) refuse(`holds \\${next}`);
      else if (next === "-") source += inClass ? "\\-" : "-";
      else source += /[\\^$.*+?()[\]{}|/]/.test(next) ? `\\${next}` : next;
    } else if (inClass) {
      if (character === "[" || rest.startsWith("&&")) refuse("holds a class in a class");
      inClass = character !== "]";
      source += character;
    } else if (character === "[") {
      inClass = true;
      source += character;
    } else if (/^\(\?(?!:|=|!|<=|<!)/.test(rest)) refuse(`holds ${rest.slice(0, 4)}`);
    else if (/^[*+?}][+]/.test(rest)) refuse("holds a possessive quantifier");
    // A line ends at a line feed only.
    else if (character === ".") source += "[^\\n]";
    else if (character === "^") source += "(?<![^\\n])";
    else if (character === "$") source += "(?![^\\n])";
    else source += character;
  }
  try {
    return new RegExp(source, "gu");
  } catch {
    return refuse("has another form");
  }
}

/** `\p{Han}` is a script, which JavaScript wants said. */
function propertyClass(name: string, negated: boolean): string {
  const escape = negated ? "\\P" : "\\p";
  try {
    new RegExp(`\\p{${name}}`, "u");
    return `${escape}{${name}}`;
  } catch {
    return `${escape}{Script=${name}}`;
  }
}

let context: (Context & { expression: RegExp; text: string }) | undefined;
let script: Script | undefined;

/** Only code run by `vm` can be stopped from outside, a match that backtracks for ever included. */
function matchInTime(
  expression: RegExp,
  text: string,
  where: string,
): (readonly [number, number])[] {
  context ??= createContext({ expression, text }) as typeof context & object;
  script ??= new Script(
    "Array.from(text.matchAll(expression), (match) => [match.index, match.index + match[0].length])",
  );
  Object.assign(context, { expression, text });
  try {
    const matches = script.runInContext(context, { timeout: longest }) as [number, number][];
    return matches.filter(([start, end]) => end > start);
  } catch (error) {
    throw new InputError(
      `${where}: the pattern fails on a text of ${text.length} characters (${(error as Error).message}). Simplify the pattern, or shorten the text.`,
    );
  }
}
