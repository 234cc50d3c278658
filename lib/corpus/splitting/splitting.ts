/**
 * Long notes in parts: by section, then paragraph, then sentence, then word, each only where the part
 * would still be too long. A part is a stretch of the note as it stands; between parts there is white
 * space only, and no part ends within something that identifies a person or between groups of digits that
 * may be one number.
 */

import { originOf, type Document, type PhiSpan } from "../document";
import { sentenceStarts } from "../sentences";
import { headingOf } from "./headings";
import { numberStretches, type NumberStretch } from "./numberGroups";

export type SplitSettings = {
  /** Documents and parts with more words are divided. */
  readonly maxWords: number;
  /** Parts with fewer are joined with a neighbour where both fit; 0 keeps every section by itself. */
  readonly minWords: number;
};

/** Half a page: what fits 512 tokens with room to spare, and too little to tell a life by. */
export const defaultSplit: SplitSettings = { maxWords: 200, minWords: 20 };

/** A part of a text, from `start` to before `end`. */
type Stretch = { readonly start: number; readonly end: number };

/** Words as they are counted here: runs of anything but white space. */
export function countWords(text: string): number {
  return text.match(/\S+/gu)?.length ?? 0;
}

/**
 * The parts of a document, in order, or the document itself if it is short enough. A part has the id
 * `<id>#<number from 1>`, the document's origin and all else of it, with spans counted from its own beginning.
 */
export function splitDocument(document: Document, settings: SplitSettings): readonly Document[] {
  const { id, text, spans } = document;
  if (countWords(text) <= settings.maxWords) return [document];
  const parts = joinShort(
    text,
    divide(text, whole(text), [...(spans ?? []), ...numberStretches(text)], settings.maxWords),
    settings,
  );
  if (parts.length === 1) return [document];
  return parts.map((part, i) => ({
    ...document,
    id: `${id}#${i + 1}`,
    origin: originOf(document),
    text: text.slice(part.start, part.end),
    ...(spans && { spans: spansWithin(spans, part) }),
  }));
}

const whole = (text: string): Stretch => trim(text, { start: 0, end: text.length });

function spansWithin(spans: readonly PhiSpan[], { start, end }: Stretch): PhiSpan[] {
  return spans
    .filter((span) => span.start >= start && span.end <= end)
    .map((span) => ({ ...span, start: span.start - start, end: span.end - start }));
}

/** Where a text may be cut, coarse before fine: offsets at which a part begins. */
const cutters: readonly ((text: string) => number[])[] = [
  sections,
  paragraphs,
  sentenceStarts,
  words,
];
/** From this level on parts are as long as they may be: a sentence alone is no document. */
const firstFilledLevel = cutters.indexOf(sentenceStarts);

function divide(
  text: string,
  stretch: Stretch,
  together: readonly NumberStretch[],
  maxWords: number,
  level = 0,
): Stretch[] {
  const content = text.slice(stretch.start, stretch.end);
  const cutter = cutters[level];
  if (!cutter || countWords(content) <= maxWords) return [stretch];
  const cuts = cutter(content)
    .map((cut) => cut + stretch.start)
    .filter((cut) => !together.some(({ start, end }) => start < cut && cut < end));
  const bounds = [stretch.start, ...cuts.filter((cut) => cut > stretch.start), stretch.end];
  const parts = bounds
    .slice(1)
    .map((end, i) => trim(text, { start: bounds[i]!, end }))
    .filter(({ start, end }) => end > start)
    .flatMap((part) => divide(text, part, together, maxWords, level + 1));
  return level < firstFilledLevel ? parts : fill(text, parts, maxWords);
}

/** Neighbours together as long as they fit. */
function fill(text: string, parts: readonly Stretch[], maxWords: number): Stretch[] {
  return joinWhile(text, parts, (words, next) => words + next <= maxWords);
}

function joinShort(
  text: string,
  parts: readonly Stretch[],
  { minWords, maxWords }: SplitSettings,
): Stretch[] {
  return joinWhile(
    text,
    parts,
    (words, next) => Math.min(words, next) < minWords && words + next <= maxWords,
  );
}

/** Join each part to the one before where `fits` says so of the words of both. */
function joinWhile(
  text: string,
  parts: readonly Stretch[],
  fits: (words: number, next: number) => boolean,
): Stretch[] {
  const joined: Stretch[] = [];
  let words = 0;
  for (const part of parts) {
    const next = countWords(text.slice(part.start, part.end));
    const last = joined.at(-1);
    if (last && fits(words, next)) {
      joined[joined.length - 1] = { start: last.start, end: part.end };
      words += next;
    } else {
      joined.push(part);
      words = next;
    }
  }
  return joined;
}

function trim(text: string, { start, end }: Stretch): Stretch {
  const content = text.slice(start, end);
  const from = start + (content.length - content.trimStart().length);
  return { start: from, end: Math.max(from, start + content.trimEnd().length) };
}

const lineBreak = /\r\n|[\n\r\u2028\u2029]/gu;

/** Lines with the place where they begin. */
function linesOf(text: string): { readonly start: number; readonly line: string }[] {
  const lines: { start: number; line: string }[] = [];
  let start = 0;
  for (const match of text.matchAll(lineBreak)) {
    lines.push({ start, line: text.slice(start, match.index) });
    start = match.index + match[0].length;
  }
  return [...lines, { start, line: text.slice(start) }];
}

function sections(text: string): number[] {
  const cuts: number[] = [];
  let afterHeading = false;
  for (const { start, line } of linesOf(text)) {
    if (line.trim() === "") continue;
    const heading = headingOf(line);
    // A heading right after a heading ("VURDERING", "Plan:") stays with it.
    if (heading && !afterHeading) cuts.push(start);
    afterHeading = heading === "alone";
  }
  return cuts;
}

function paragraphs(text: string): number[] {
  const cuts: number[] = [];
  let afterEmpty = false;
  let afterHeading = false;
  for (const { start, line } of linesOf(text)) {
    if (line.trim() === "") {
      afterEmpty = true;
      continue;
    }
    // A heading keeps its first paragraph, whatever is between them.
    if (afterEmpty && !afterHeading) cuts.push(start);
    [afterEmpty, afterHeading] = [false, headingOf(line) === "alone"];
  }
  return cuts;
}

function words(text: string): number[] {
  return [...text.matchAll(/\S+/gu)].map((match) => match.index);
}
