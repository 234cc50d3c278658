/**
 * Normalizers of `tokenizer.json`: what happens to a text before it is cut.
 *
 * Differences from the Rust library: it carries Unicode tables of several years (marks, punctuation and
 * decompositions of Unicode 8 and 9), here they are Node's. So a character that became a mark, a sign or
 * decomposable later, such as U+2E43 to U+2E5D, U+32FF, or marks of scripts encoded since, is stripped,
 * cut off or composed here and not there. No character of Norwegian text is among them. SentencePiece's
 * compiled normalizer (Precompiled) is refused.
 */

import { isObject } from "../json";
import { InputError } from "../errors";
import { spellBytes } from "./byteLevel";
import { compilePattern, literalMatcher, type Matcher } from "./pattern";
import { mapCharacters, rewrite, slice, type Replacement, type Stretch } from "./stretch";
import {
  chooseKind,
  readComponent,
  readComponents,
  readFlag,
  readText,
  wrongType,
  type Component,
} from "./tokenizerJson";
import { toForm } from "./unicodeForms";

export type Normalizer = (stretch: Stretch) => Stretch;

/**
 * The normalizer that a `tokenizer.json` describes; null is none.
 *
 * @throws InputError for a kind that is not supported or a setting of a wrong type
 */
export function readNormalizer(value: unknown, where: string): Normalizer {
  if (value === null || value === undefined) return (stretch) => stretch;
  return normalizerOf(readComponent(value, where));
}

function normalizerOf(component: Component): Normalizer {
  return chooseKind(component, "normalizer", kinds)(component);
}

const kinds: Readonly<Record<string, (component: Component) => Normalizer>> = {
  Sequence: (c) => inSequence(readComponents(c, "normalizers").map(normalizerOf)),
  BertNormalizer: (c) => {
    const lowercase = readFlag(c, "lowercase", true);
    return inSequence([
      ...(readFlag(c, "clean_text", true) ? [cleanText] : []),
      ...(readFlag(c, "handle_chinese_chars", true) ? [spaceChinese] : []),
      ...(stripsAccents(c.settings, lowercase)
        ? [(stretch: Stretch) => filter(toForm(stretch, "NFD"), /\p{Mn}/u)]
        : []),
      ...(lowercase ? [lowerCase] : []),
    ]);
  },
  NFC: () => (stretch) => toForm(stretch, "NFC"),
  NFD: () => (stretch) => toForm(stretch, "NFD"),
  NFKC: () => (stretch) => toForm(stretch, "NFKC"),
  NFKD: () => (stretch) => toForm(stretch, "NFKD"),
  Lowercase: () => lowerCase,
  StripAccents: () => stripAccents,
  Nmt: () => nmt,
  ByteLevel: () => (stretch) => mapCharacters(stretch, spellBytes),
  Strip: (c) => {
    const left = readFlag(c, "strip_left");
    const right = readFlag(c, "strip_right");
    return (stretch) => {
      const start = left ? /^\p{White_Space}*/u.exec(stretch.text)![0].length : 0;
      const rest = stretch.text.slice(start);
      const kept = right ? rest.replace(/\p{White_Space}+$/u, "") : rest;
      return slice(stretch, start, start + kept.length);
    };
  },
  Replace: (c) => {
    const content = readText(c, "content");
    const matcher = readPattern(c);
    return (stretch) => replace(stretch, matcher, content);
  },
  Prepend: (c) => {
    const content = readText(c, "prepend");
    return (stretch) => prepend(stretch, content);
  },
};

/** BERT's rule: accents go with the case unless the file says otherwise. */
export function stripsAccents(
  settings: Readonly<Record<string, unknown>>,
  lowercase: boolean,
): boolean {
  return (settings["strip_accents"] ?? lowercase) === true;
}

const inSequence =
  (normalizers: readonly Normalizer[]): Normalizer =>
  (stretch) =>
    normalizers.reduce((changed, normalize) => normalize(changed), stretch);

/** `pattern` of a component: `{ "String": … }` or `{ "Regex": … }`. */
export function readPattern(component: Component): Matcher {
  const { pattern } = component.settings;
  const where = `${component.where}.pattern`;
  if (typeof pattern === "string") return literalMatcher(nonEmpty(pattern, where));
  if (isObject(pattern) && typeof pattern["String"] === "string")
    return literalMatcher(nonEmpty(pattern["String"], where));
  if (isObject(pattern) && typeof pattern["Regex"] === "string")
    return compilePattern(nonEmpty(pattern["Regex"], where), where);
  throw wrongType(component, "pattern", 'an object with "String" or "Regex"');
}

function nonEmpty(pattern: string, where: string): string {
  if (pattern === "") throw new InputError(`${where}: an empty pattern. Remove this part.`);
  return pattern;
}

export function replace(stretch: Stretch, matcher: Matcher, content: string): Stretch {
  const matches = matcher(stretch.text);
  if (matches.length === 0) return stretch;
  const replacements: Replacement[] = [];
  const keep = (start: number, end: number): void => {
    for (let i = start; i < end; i++) replacements.push([stretch.text[i]!, i]);
  };
  let kept = 0;
  for (const [start, end] of matches) {
    keep(kept, start);
    if (content !== "") replacements.push([content, end - 1]);
    kept = end;
  }
  keep(kept, stretch.text.length);
  return rewrite(stretch, replacements);
}

/** Put a text before a stretch that is not empty; it stands where the first character stands. */
export function prepend(stretch: Stretch, content: string): Stretch {
  if (stretch.text === "") return stretch;
  return rewrite(stretch, [
    [content, 0],
    ...Array.from({ length: stretch.text.length }, (_, i): Replacement => [stretch.text[i]!, i]),
  ]);
}

/** Characters for which `keep` holds, those that are not white space unchanged. */
function filter(stretch: Stretch, unwanted: RegExp, spaces?: RegExp): Stretch {
  if (!unwanted.test(stretch.text) && !spaces?.test(stretch.text)) return stretch;
  return mapCharacters(stretch, (character) =>
    unwanted.test(character) ? "" : spaces?.test(character) ? " " : character,
  );
}

/** Controls, formats, private characters and the replacement character, but not the three controls that are white space. */
const controls = /(?![\t\n\r])[\p{Cc}\p{Cf}\p{Co}\uFFFD]/u;
const otherSpaces = /(?! )\p{White_Space}/u;

function cleanText(stretch: Stretch): Stretch {
  return filter(stretch, controls, otherSpaces);
}

const chinese =
  /[\u4E00-\u9FFF\u3400-\u4DBF\u{20000}-\u{2A6DF}\u{2A700}-\u{2B73F}\u{2B740}-\u{2B81F}\u{2B920}-\u{2CEAF}\uF900-\uFAFF\u{2F800}-\u{2FA1F}]/u;

function spaceChinese(stretch: Stretch): Stretch {
  if (!chinese.test(stretch.text)) return stretch;
  return mapCharacters(stretch, (character) =>
    chinese.test(character) ? ` ${character} ` : character,
  );
}

function stripAccents(stretch: Stretch): Stretch {
  return filter(stretch, /\p{M}/u);
}

/** Lower case character by character: Σ is σ also where a word ends. */
function lowerCase(stretch: Stretch): Stretch {
  const { text } = stretch;
  if (!/[Σİ]/.test(text)) return { ...stretch, text: text.toLowerCase() };
  return mapCharacters(stretch, (character) => character.toLowerCase());
}

/** The normalizer of neural machine translation: without controls, every space a space. */
function nmt(stretch: Stretch): Stretch {
  return filter(
    stretch,
    /[\u0001-\u0008\u000B\u000E-\u001F\u007F\u008F\u009F]/u,
    /[\t\n\f\r\u1680\u200B-\u200F\u2028\u2029\u2581\uFEFF\uFFFD]/u,
  );
}
