/**
 * Unicode normalization forms with the place of every character. The result is JavaScript's own; this
 * file only follows where its characters came from, by the algorithm of Unicode's annex 15.
 */

import { rewrite, type Replacement, type Stretch } from "./stretch";

export type UnicodeForm = "NFC" | "NFD" | "NFKC" | "NFKD";

/** A character and how many characters of the old text it stands for, less one. */
type Change = { readonly character: string; readonly change: number };

/** The stretch in a normalization form. */
export function toForm(stretch: Stretch, form: UnicodeForm): Stretch {
  const text = stretch.text.normalize(form);
  if (text === stretch.text) return stretch;
  if (!stretch.origin) return { ...stretch, text };
  const decomposed = decompose(stretch.text, form.includes("K") ? "NFKD" : "NFD");
  const changes = form.endsWith("D") ? decomposed : compose(decomposed);
  return rewrite(stretch, place(stretch.text, changes));
}

function decompose(text: string, form: "NFD" | "NFKD"): Change[] {
  const parts = [...text].flatMap((old) =>
    [...old.normalize(form)].map((character, i) => ({ character, change: i === 0 ? 0 : 1 })),
  );
  // Marks change places by their classes, which JavaScript does not tell but does act on.
  const ordered: Change[] = [];
  const waiting: Change[] = [];
  let next = 0;
  for (const character of text.normalize(form)) {
    let found = waiting.findIndex((part) => part.character === character);
    while (found < 0) {
      const part = parts[next++]!;
      if (part.character === character) found = waiting.length;
      waiting.push(part);
    }
    ordered.push(...waiting.splice(found, 1));
  }
  return ordered;
}

function compose(parts: readonly Change[]): Change[] {
  const composed: Change[] = [];
  let starter = -1;
  let last: string | undefined;
  for (const part of parts) {
    const { character, change } = part;
    const base = composed[starter];
    const isMark = hasClass(character);
    // A mark of the same or a higher class between the two keeps them apart.
    const isBlocked = last !== undefined && !(isMark && sortsBefore(last, character));
    if (base && !isBlocked) {
      const whole = (base.character + character).normalize("NFC");
      if ([...whole].length === 1) {
        composed[starter] = { character: whole, change: base.change + change - 1 };
        continue;
      }
    }
    composed.push(part);
    if (isMark) last = character;
    else {
      starter = composed.length - 1;
      last = undefined;
    }
  }
  return composed;
}

const memory = new Map<string, boolean>();

/** Whether a character is a mark with a combining class of its own: whether it ever moves. */
function hasClass(character: string): boolean {
  let known = memory.get(character);
  if (known === undefined) {
    // U+0334 has the lowest class there is, U+0345 the highest.
    known = sortsBefore("\u0334", character) || sortsBefore(character, "\u0345");
    memory.set(character, known);
  }
  return known || character === "\u0334" || character === "\u0345";
}

/** Whether the class of `a` is lower than that of `b`, both of them marks. */
function sortsBefore(a: string, b: string): boolean {
  return (b + a).normalize("NFD") === a.normalize("NFD") + b.normalize("NFD") && a !== b;
}

function place(old: string, changes: readonly Change[]): Replacement[] {
  const starts: number[] = [];
  let at = 0;
  for (const character of old) {
    starts.push(at);
    at += character.length;
  }
  let index = 0;
  return changes.map(({ character, change }) => {
    if (change > 0) return [character, starts[Math.max(0, index - 1)]!];
    const from = starts[index]!;
    index += 1 - change;
    return [character, from];
  });
}
