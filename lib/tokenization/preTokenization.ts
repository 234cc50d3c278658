/** Pre-tokenizers of `tokenizer.json`: a text cut into words before the words are cut into pieces. */

import { InputError } from "../errors";
import { spellBytes } from "./byteLevel";
import { prepend, readPattern, replace } from "./normalization";
import { literalMatcher, trustedMatcher, type Matcher } from "./pattern";
import { mapCharacters, slice, type Stretch } from "./stretch";
import {
  chooseKind,
  readComponent,
  readComponents,
  readFlag,
  readText,
  show,
  type Component,
} from "./tokenizerJson";

/** Cut a stretch into stretches; what is left out is no part of any token. */
export type PreTokenizer = (stretch: Stretch) => readonly Stretch[];

/**
 * The pre-tokenizer that a `tokenizer.json` describes; null is none.
 *
 * @throws InputError for a kind that is not supported or a setting of a wrong type
 */
export function readPreTokenizer(value: unknown, where: string): PreTokenizer {
  if (value === null || value === undefined) return (stretch) => [stretch];
  return preTokenizerOf(readComponent(value, where));
}

function preTokenizerOf(component: Component): PreTokenizer {
  return chooseKind(component, "pre_tokenizer", kinds)(component);
}

const punctuation = trustedMatcher(/[!-/:-@[-`{-~]|\p{P}/gu);
const whiteSpace = trustedMatcher(/\p{White_Space}/gu);
// The words of Rust's regex crate.
const words = trustedMatcher(
  /[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\p{Join_Control}]+|[^\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\p{Join_Control}\p{White_Space}]+/gu,
);
/** GPT-2's pattern: words with the space before them, English endings, numbers, signs. */
const gpt2 = trustedMatcher(
  /'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\p{White_Space}\p{L}\p{N}]+|\p{White_Space}+(?!\P{White_Space})|\p{White_Space}+/gu,
);

const kinds: Readonly<Record<string, (component: Component) => PreTokenizer>> = {
  Sequence: (c) => {
    const parts = readComponents(c, "pretokenizers").map(preTokenizerOf);
    return (stretch) =>
      parts.reduce<readonly Stretch[]>((cut, preTokenize) => cut.flatMap(preTokenize), [stretch]);
  },
  BertPreTokenizer: () => (stretch) =>
    split(stretch, whiteSpace, "Removed").flatMap((word) => split(word, punctuation, "Isolated")),
  Whitespace: () => (stretch) => split(stretch, words, "Removed", true),
  WhitespaceSplit: () => (stretch) => split(stretch, whiteSpace, "Removed"),
  CharDelimiterSplit: (c) => {
    const delimiter = literalMatcher(readText(c, "delimiter"));
    return (stretch) => split(stretch, delimiter, "Removed");
  },
  Punctuation: (c) => {
    const behaviour = readBehaviour(c, "Isolated");
    return (stretch) => split(stretch, punctuation, behaviour);
  },
  Digits: (c) => {
    const behaviour = readFlag(c, "individual_digits", false) ? "Isolated" : "Contiguous";
    const digits = trustedMatcher(/\p{N}/gu);
    return (stretch) => split(stretch, digits, behaviour);
  },
  Split: (c) => {
    const matcher = readPattern(c);
    const behaviour = readBehaviour(c);
    const isInverted = readFlag(c, "invert", false);
    return (stretch) => split(stretch, matcher, behaviour, isInverted);
  },
  Metaspace: (c) => {
    const replacement = readText(c, "replacement", "▁");
    const spaces = literalMatcher(" ");
    const marks = literalMatcher(replacement);
    const scheme = readText(
      c,
      "prepend_scheme",
      readFlag(c, "add_prefix_space", true) ? "always" : "never",
    );
    if (!["first", "always", "never"].includes(scheme))
      throw new InputError(
        `${c.where}.prepend_scheme: ${show(scheme)} is not first, always or never.`,
      );
    const cuts = readFlag(c, "split", true);
    return (stretch) => {
      const marked = replace(stretch, spaces, replacement);
      const isBegun = marked.text.startsWith(replacement) || scheme === "never";
      const whole =
        isBegun || (scheme === "first" && !stretch.isFirst) ? marked : prepend(marked, replacement);
      return cuts ? split(whole, marks, "MergedWithNext") : [whole];
    };
  },
  ByteLevel: (c) => {
    const addsSpace = readFlag(c, "add_prefix_space", true);
    const cuts = readFlag(c, "use_regex", true);
    return (stretch) => {
      const whole = addsSpace && !stretch.text.startsWith(" ") ? prepend(stretch, " ") : stretch;
      const cut = cuts ? split(whole, gpt2, "Isolated") : [whole];
      return cut.map((word) => mapCharacters(word, spellBytes));
    };
  },
};

const behaviours = [
  "Removed",
  "Isolated",
  "Contiguous",
  "MergedWithPrevious",
  "MergedWithNext",
] as const;
type Behaviour = (typeof behaviours)[number];

function readBehaviour(component: Component, fallback?: Behaviour): Behaviour {
  const name = readText(component, "behavior", fallback);
  const behaviour = behaviours.find((known) => known === name);
  if (!behaviour)
    throw new InputError(
      `${component.where}.behavior: ${show(name)} is none of ${behaviours.join(", ")}.`,
    );
  return behaviour;
}

/**
 * Cut at the matches of a pattern.
 *
 * @param behaviour - what becomes of the matches: pieces of their own, part of a neighbour, nothing
 * @param isInverted - take what is between the matches for the matches
 */
function split(
  stretch: Stretch,
  matcher: Matcher,
  behaviour: Behaviour,
  isInverted = false,
): Stretch[] {
  type Part = { start: number; end: number; isMatch: boolean };
  const parts: Part[] = [];
  const push = (start: number, end: number, isMatch: boolean): void => {
    if (end > start) parts.push({ start, end, isMatch: isMatch !== isInverted });
  };
  let at = 0;
  for (const [start, end] of matcher(stretch.text)) {
    push(at, start, false);
    push(start, end, true);
    at = end;
  }
  push(at, stretch.text.length, false);
  const joined: Part[] = [];
  parts.forEach((part, i) => {
    const before = parts[i - 1];
    const joins =
      before !== undefined &&
      ((behaviour === "Contiguous" && part.isMatch === before.isMatch) ||
        (behaviour === "MergedWithPrevious" && part.isMatch && !before.isMatch) ||
        (behaviour === "MergedWithNext" && !part.isMatch && before.isMatch));
    if (joins) joined[joined.length - 1]!.end = part.end;
    else joined.push({ ...part });
  });
  return joined
    .filter((part) => behaviour !== "Removed" || !part.isMatch)
    .map(({ start, end }) => slice(stretch, start, end));
}
