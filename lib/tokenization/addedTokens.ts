/**
 * Added tokens of `tokenizer.json`: whole texts found before anything is cut, as the Rust library
 * finds them with its special tokens switched off. A special token's name in a text is text.
 */

import { isObject } from "../json";
import { InputError } from "../errors";
import type { Normalizer } from "./normalization";
import { slice, type Stretch } from "./stretch";
import { readComponent, readFlag, readText, show } from "./tokenizerJson";

export type AddedToken = {
  readonly id: number;
  readonly content: string;
  readonly isSpecial: boolean;
  /** Found only where no letter, digit or mark stands beside it. */
  readonly isSingleWord: boolean;
  /** Takes the white space before it along. */
  readonly stripsLeft: boolean;
  readonly stripsRight: boolean;
  /** Looked for in the normalized text. */
  readonly isNormalized: boolean;
};

/** @throws InputError for entries that are broken or that occur twice */
export function readAddedTokens(value: unknown, path: string): AddedToken[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value))
    throw new InputError(`${path}: added_tokens: expected a list, found ${show(value)}.`);
  const tokens = value.map((entry: unknown, i): AddedToken => {
    const where = `${path}: added_tokens[${i}]`;
    const component = readComponent(entry, where, "AddedToken");
    const id = isObject(entry) ? entry["id"] : undefined;
    if (typeof id !== "number" || !Number.isInteger(id) || id < 0)
      throw new InputError(
        `${where}.id: expected a whole number of at least 0, found ${show(id)}.`,
      );
    const content = readText(component, "content");
    if (content === "") throw new InputError(`${where}.content: an empty token. Take it out.`);
    return {
      id,
      content,
      isSpecial: readFlag(component, "special", false),
      isSingleWord: readFlag(component, "single_word", false),
      stripsLeft: readFlag(component, "lstrip", false),
      stripsRight: readFlag(component, "rstrip", false),
      isNormalized: readFlag(component, "normalized", true),
    };
  });
  const contents = new Set<string>();
  for (const { content } of tokens)
    if (contents.size === contents.add(content).size)
      throw new InputError(`${path}: added_tokens: ${show(content)} occurs twice. Keep one.`);
  return tokens;
}

/** A stretch still to be cut, or one that is a token already. */
export type AddedCut = { readonly stretch: Stretch; readonly id?: number };

/** Finds added tokens in a text and normalizes what is between them. */
export function cutAtAddedTokens(
  tokens: readonly AddedToken[],
  normalize: Normalizer,
): (stretch: Stretch) => readonly AddedCut[] {
  const raw = createFinder(tokens.filter((token) => !token.isNormalized));
  const normalized = createFinder(
    tokens
      .filter((token) => token.isNormalized)
      .map((token) => ({
        ...token,
        content: normalize({ text: token.content, isFirst: true }).text,
      })),
  );
  return (stretch) =>
    raw(stretch).flatMap((cut) =>
      cut.id === undefined ? normalized(normalize(cut.stretch)) : [cut],
    );
}

const endsWithWord = /[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\p{Join_Control}]$/u;
const startsWithWord = /^[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\p{Join_Control}]/u;

/** The leftmost of the tokens, of several at one place the longest, and so on after its end. */
function createFinder(tokens: readonly AddedToken[]): (stretch: Stretch) => readonly AddedCut[] {
  // A text made up of special tokens only is never cut.
  if (tokens.every((token) => token.isSpecial)) return (stretch) => [{ stretch }];
  const byContent = new Map(tokens.map((token) => [token.content, token]));
  byContent.delete("");
  const lengths = new Map<string, number[]>();
  for (const { length, 0: first } of byContent.keys())
    lengths.set(first!, [...new Set([...(lengths.get(first!) ?? []), length])]);
  for (const list of lengths.values()) list.sort((a, b) => b - a);

  const longestAt = (text: string, at: number): AddedToken | undefined => {
    for (const length of lengths.get(text[at]!) ?? []) {
      const token = byContent.get(text.slice(at, at + length));
      if (token) return token;
    }
    return undefined;
  };
  return (stretch) => {
    const { text } = stretch;
    const cuts: AddedCut[] = [];
    let done = 0;
    for (let at = 0; at < text.length;) {
      const token = longestAt(text, at);
      if (!token) {
        at++;
        continue;
      }
      let start = at;
      let end = at + token.content.length;
      at = end;
      if (token.isSpecial) continue;
      if (
        token.isSingleWord &&
        (endsWithWord.test(text.slice(Math.max(0, start - 2), start)) ||
          startsWithWord.test(text.slice(end, end + 2)))
      )
        continue;
      if (token.stripsLeft)
        start = Math.max(done, text.slice(0, start).replace(/\p{White_Space}+$/u, "").length);
      if (token.stripsRight) end += /^\p{White_Space}*/u.exec(text.slice(end))![0].length;
      if (start > done) cuts.push({ stretch: slice(stretch, done, start) });
      if (end > start) cuts.push({ stretch: slice(stretch, start, end), id: token.id });
      done = end;
    }
    if (done < text.length) cuts.push({ stretch: slice(stretch, done, text.length) });
    return cuts;
  };
}
