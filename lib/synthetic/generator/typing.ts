/** Typing errors of one author, as made on a Norwegian keyboard. */

import type { Random } from "../../random";

/** Who types: errors per word, and the stream they are drawn from (no other draws depend on it). */
export type Typist = { readonly errorRate: number; readonly random: Random };

const rows = ["qwertyuiopå", "asdfghjkløæ", "zxcvbnm"];

/** Keys beside each key, in its row and in the rows above and below. */
const neighbours = new Map<string, readonly string[]>(
  rows.flatMap((row, r) =>
    [...row].map((key, c): [string, readonly string[]] => [
      key,
      [row[c - 1], row[c + 1], rows[r - 1]?.[c], rows[r + 1]?.[c]].filter((k) => k !== undefined),
    ]),
  ),
);

const withoutKey: Readonly<Record<string, readonly string[]>> = {
  æ: ["ae", "e"],
  ø: ["o", "oe"],
  å: ["a", "aa"],
};

/** Letters of a running word with the blank after it, so that a rate per word is one per letter. */
const lettersPerWord = 6;

/**
 * What the author types for stretches of text given one after another. Only small letters inside a
 * word of five or more, and blanks between two words of three or more, go wrong: numbers, short
 * words (whose errors are often words of the other written standard), capitals and marks never do.
 */
export function typingErrors(typist: Typist): (text: string) => string {
  const { errorRate, random } = typist;
  if (errorRate <= 0) return (text) => text;
  const gap = (): number =>
    Math.floor((-Math.log(1 - random.uniform()) * lettersPerWord) / errorRate);
  let untilNext = gap();
  return (text) => {
    let typed = text;
    // What is left of the text behind the last error decides, so that an error is not hit again.
    let rest = text.length;
    while (untilNext < rest) {
      const place = findPlace(text, text.length - rest + untilNext);
      if (place === undefined) {
        untilNext = 0;
        return typed;
      }
      typed = typed.slice(0, place + typed.length - text.length) + mistyped(text, place, random);
      rest = text.length - place - 2;
      untilNext = gap();
    }
    untilNext -= Math.max(0, rest);
    return typed;
  };
}

const isSmall = (letter: string | undefined): boolean =>
  letter !== undefined && letter >= "a" && letter <= "å" && neighbours.has(letter);

function runBefore(text: string, end: number): number {
  let start = end;
  while (isSmall(text[start - 1])) start--;
  return end - start;
}

function runAfter(text: string, start: number): number {
  let end = start;
  while (isSmall(text[end])) end++;
  return end - start;
}

/** The first place from `from` on where an error may be made. */
function findPlace(text: string, from: number): number | undefined {
  for (let i = Math.max(1, from); i < text.length - 1; i++) {
    if (!isSmall(text[i - 1]) || !isSmall(text[i + 1])) continue;
    // Units and the like are short, and stay apart from what is beside them.
    if (text[i] === " " && runBefore(text, i) >= 3 && runAfter(text, i + 1) >= 3) return i;
    if (isSmall(text[i]) && runBefore(text, i) + runAfter(text, i) >= 5) return i;
  }
  return undefined;
}

/** The text from `place` on, with one error there. */
function mistyped(text: string, place: number, random: Random): string {
  const letter = text[place]!;
  const rest = text.slice(place + 1);
  if (letter === " ") return rest;
  const u = random.uniform();
  const latin = withoutKey[letter];
  if (latin !== undefined && u < 0.3) return random.pick(latin) + rest;
  if (u < 0.4) return random.pick(neighbours.get(letter)!) + rest;
  if (u < 0.6) return letter + letter + rest;
  if (u < 0.8) return rest;
  return rest[0]! + letter + rest.slice(1);
}
