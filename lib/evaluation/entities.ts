/**
 * Entity tasks are labelled and scored on words. A word here is a run of letters, a run of digits,
 * or one other symbol: finer than white space, so that `32-årig`, `+4728920456` and `25.juli` have
 * the boundaries that identifiers have. Labels are BIO; decoding follows conlleval, as seqeval does
 * by default.
 */

import { phiLabels } from "../corpus/document";
import type { PhiLabel, PhiSpan } from "../corpus/document";

/** A word of a text. Offsets count UTF-16 units; `end` is exclusive. */
export type Word = { readonly start: number; readonly end: number };

export type BioLabel = "O" | `B-${PhiLabel}` | `I-${PhiLabel}`;

/** `O` first, then `B-` and `I-` of each label in the order of {@link phiLabels}: the class ids. */
export const bioLabels: readonly BioLabel[] = [
  "O",
  ...phiLabels.flatMap((label) => [`B-${label}`, `I-${label}`] as const),
];

// Combining marks stay with their letter, so that decomposed å is one word with its neighbours.
const wordPattern = /[\p{L}\p{M}]+|\p{N}+|[^\s\p{L}\p{M}\p{N}]/gu;

/** The words of a text in order. White space belongs to no word. */
export function splitWords(text: string): Word[] {
  return Array.from(text.matchAll(wordPattern), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/**
 * BIO labels of words under spans. A word that a span only partly covers takes the span's label
 * whole; a word under two spans takes the one that starts first.
 *
 * @returns one label a word
 */
export function labelWords(words: readonly Word[], spans: readonly PhiSpan[]): BioLabel[] {
  const labels = new Array<BioLabel>(words.length).fill("O");
  const ordered = [...spans].sort((a, b) => a.start - b.start || a.end - b.end);
  let first = 0;
  for (const span of ordered) {
    while (first < words.length && words[first]!.end <= span.start) first++;
    let position: "B" | "I" = "B";
    for (let i = first; i < words.length && words[i]!.start < span.end; i++) {
      if (labels[i] !== "O") continue;
      labels[i] = `${position}-${span.label}`;
      position = "I";
    }
  }
  return labels;
}

/**
 * Spans that BIO labels say, as conlleval and seqeval's default mode read them: `B-` always begins
 * an entity; `I-` continues one of its own label and otherwise begins one.
 *
 * @param labels - one label a word
 * @throws RangeError if the lengths differ
 */
export function decodeLabels(words: readonly Word[], labels: readonly BioLabel[]): PhiSpan[] {
  if (labels.length !== words.length)
    throw new RangeError(`decodeLabels: ${labels.length} labels for ${words.length} words`);
  const spans: { start: number; end: number; label: PhiLabel }[] = [];
  let open: PhiLabel | undefined;
  words.forEach((word, i) => {
    const name = labels[i]!;
    if (name === "O") {
      open = undefined;
      return;
    }
    const label = name.slice(2) as PhiLabel;
    if (name.startsWith("I-") && open === label) spans[spans.length - 1]!.end = word.end;
    else spans.push({ start: word.start, end: word.end, label });
    open = label;
  });
  return spans;
}

/**
 * Labels in which a word that was not read goes on with what the word before it is: the token that covers its
 * beginning was read there.
 */
export function fillLabels(labels: readonly (BioLabel | undefined)[]): BioLabel[] {
  const filled: BioLabel[] = [];
  for (const label of labels) {
    const before = filled.at(-1) ?? "O";
    filled.push(label ?? (before === "O" ? "O" : `I-${before.slice(2) as PhiLabel}`));
  }
  return filled;
}

/** Spans moved to word boundaries: what a word-level scorer compares. */
export function alignToWords(words: readonly Word[], spans: readonly PhiSpan[]): PhiSpan[] {
  return decodeLabels(words, labelWords(words, spans));
}

/** How many spans begin or end inside a word, and so are widened by {@link alignToWords}. */
export function countSpansOffWords(words: readonly Word[], spans: readonly PhiSpan[]): number {
  const starts = new Set(words.map((word) => word.start));
  const ends = new Set(words.map((word) => word.end));
  return spans.filter((span) => !starts.has(span.start) || !ends.has(span.end)).length;
}
