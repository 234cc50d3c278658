/** Files that de-identification is scored on: JSON lines with offsets, or Nor-DeID's own JSON. */

import { InputError } from "../errors";
import {
  furtherPhiLabels,
  phiLabels,
  writtenStandards,
  type PhiLabel,
  type PhiSpan,
  type WrittenStandard,
} from "../corpus/document";
import { parseTaggedNote } from "../corpus/norDeidNotes";
import { describeRepeatedKey, findRepeatedKey } from "../corpus/rows/jsonKeys";
import { readUserText } from "../corpus/rows/userText";
import type { ScoredText } from "./scoring";

export type ScoringFile = {
  readonly examples: readonly ScoredText[];
  /** Whether the labels are Nor-DeID's, so that others are read as theirs. */
  readonly labels: "norDeid" | "own";
  /** Texts left out, by reason. */
  readonly skipped: Readonly<Record<string, number>>;
};

const labels: readonly string[] = [...phiLabels, ...furtherPhiLabels];
const keys = ["cleaned_results", "text", "spans", "writtenStandard", "start", "end", "label"];

/**
 * Texts with marked spans: JSON lines `{ "text", "spans": [{ "start", "end", "label" }] }` with
 * offsets in UTF-16 units and, where known, `writtenStandard`; or a file of Nor-DeID-SynthData.
 *
 * @throws InputError for a file that is neither, with the line; for one in another encoding than it says
 */
export function readScoringFile(path: string): ScoringFile {
  const content = readUserText(path, { wanted: "Name JSON lines with text and spans." });
  const notes = norDeidNotes(path, content);
  if (notes) {
    const examples: ScoredText[] = [];
    let unbalanced = 0;
    for (const note of notes) {
      const parsed = parseTaggedNote(note);
      if (parsed) examples.push({ ...parsed, writtenStandard: "nb" });
      else unbalanced++;
    }
    const skipped = { ...(unbalanced > 0 && { "unbalanced tags": unbalanced }) };
    return { examples, labels: "norDeid", skipped };
  }
  const examples = content.split("\n").flatMap((line, i) => {
    if (line.trim() === "") return [];
    return [readLine(line, `${path} line ${i + 1}`)];
  });
  if (examples.length === 0)
    throw new InputError(`${path}: no text in it. Write one JSON object a line.`);
  return { examples, labels: "own", skipped: {} };
}

function norDeidNotes(path: string, content: string): readonly string[] | undefined {
  if (!/^\s*\{[\s\S]{0,2000}"(?:cleaned_results|parameters|scenarios)"/.test(content))
    return undefined;
  let notes: unknown;
  try {
    ({ cleaned_results: notes } = JSON.parse(content) as { cleaned_results?: unknown });
  } catch {
    return undefined;
  }
  const repeated = findRepeatedKey(content);
  if (repeated?.depth === 1)
    throw new InputError(`${path}: ${describeRepeatedKey(repeated, keys)}. Write it once.`);
  return Array.isArray(notes) ? notes.filter((note) => typeof note === "string") : undefined;
}

function readLine(line: string, where: string): ScoredText {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new InputError(`${where}: broken JSON. Write one object {"text", "spans"} a line.`);
  }
  const repeated = findRepeatedKey(line);
  if (repeated)
    throw new InputError(`${where}: ${describeRepeatedKey(repeated, keys)}. Write it once.`);
  const { text, spans, writtenStandard } = (value ?? {}) as {
    text?: unknown;
    spans?: unknown;
    writtenStandard?: unknown;
  };
  if (typeof text !== "string" || !Array.isArray(spans))
    throw new InputError(`${where}: no "text" or no list "spans". Write both.`);
  const isStandard = (writtenStandards as readonly unknown[]).includes(writtenStandard);
  if (!isStandard && writtenStandard !== undefined && writtenStandard !== null)
    throw new InputError(
      `${where}: an unknown writtenStandard. Write one of ${writtenStandards.join(", ")}, or none.`,
    );
  return {
    text,
    spans: (spans as unknown[]).map((span, i) => readSpan(span, text, `${where}, span ${i}`)),
    ...(isStandard && { writtenStandard: writtenStandard as WrittenStandard }),
  };
}

function readSpan(value: unknown, text: string, where: string): PhiSpan {
  const { start, end, label } = (value ?? {}) as Record<string, unknown>;
  const isInside =
    Number.isInteger(start) &&
    Number.isInteger(end) &&
    (start as number) >= 0 &&
    (start as number) < (end as number) &&
    (end as number) <= text.length;
  if (!isInside)
    throw new InputError(
      `${where}: start ${offset(start)}, end ${offset(end)} in a text of ${text.length}. Count UTF-16 units, end exclusive.`,
    );
  if (typeof label !== "string" || !labels.includes(label))
    throw new InputError(`${where}: an unknown label. Write one of ${labels.join(", ")}.`);
  return { start: start as number, end: end as number, label: label as PhiLabel };
}

/**
 * An offset as a message may show it. What stands in its place may be text of a note, or a telephone or
 * identity number: that is not repeated.
 */
const offset = (value: unknown): string =>
  typeof value !== "number" ? "is no number" : Math.abs(value) < 1e7 ? String(value) : "too large";
