/**
 * A stretch of text on its way through a tokenizer, with the memory of where each of its characters
 * stood in the text that was given. The rules are those of the Rust `tokenizers` library: a character
 * that replaces another stands where that one stood, an added one where the one before it stands.
 */

/** A place in the text that was given: UTF-16 units, `end` exclusive. */
export type Span = { readonly start: number; readonly end: number };

export type Stretch = {
  readonly text: string;
  /** One span for each UTF-16 unit of `text`; absent if nobody asked for offsets. */
  readonly origin?: readonly Span[];
  /** Whether the stretch begins where the given text began; a guess if there is no `origin`. */
  readonly isFirst: boolean;
};

/** Text that takes the place, in the text that was given, of the unit at index `from`. */
export type Replacement = readonly [text: string, from: number];

/** A whole text. Both units of a character outside the basic plane have the span of both. */
export function trackedStretch(text: string): Stretch {
  const origin: Span[] = [];
  for (const character of text) {
    const start = origin.length;
    const span = { start, end: start + character.length };
    for (let i = 0; i < character.length; i++) origin.push(span);
  }
  return { text, origin, isFirst: true };
}

/** Part of a stretch; indices as of `String.slice`. */
export function slice(stretch: Stretch, start: number, end: number): Stretch {
  const { text, origin, isFirst } = stretch;
  return {
    text: text.slice(start, end),
    ...(origin && { origin: origin.slice(start, end) }),
    isFirst: origin ? origin[start]?.start === 0 : isFirst && start === 0,
  };
}

/** The same stretch with another text, piece by piece. */
export function rewrite(stretch: Stretch, replacements: Iterable<Replacement>): Stretch {
  let text = "";
  if (!stretch.origin) {
    for (const [piece] of replacements) text += piece;
    return { text, isFirst: stretch.isFirst };
  }
  const origin: Span[] = [];
  for (const [piece, from] of replacements) {
    text += piece;
    for (let i = 0; i < piece.length; i++) origin.push(stretch.origin[from]!);
  }
  return { text, origin, isFirst: stretch.isFirst };
}

/** {@link rewrite} by a rule for single characters. */
export function mapCharacters(stretch: Stretch, rule: (character: string) => string): Stretch {
  const replacements: Replacement[] = [];
  let at = 0;
  for (const character of stretch.text) {
    replacements.push([rule(character), at]);
    at += character.length;
  }
  return rewrite(stretch, replacements);
}

/** From where to where in the given text the units `start` to `end` of a stretch stood. */
export function originOf(stretch: Stretch, start: number, end: number): Span {
  return { start: stretch.origin![start]!.start, end: stretch.origin![end - 1]!.end };
}
