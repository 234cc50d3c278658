/**
 * Nor-DeID-SynthData (Lund et al., NLDL 2024): GPT-4 notes in bokmål with inline tags of personal
 * identifiers. The published split is kept, because names and units of the holdout do not occur in
 * training: pooling and drawing a new split would destroy that test of unseen names.
 */

import { InputError } from "../../errors";
import { phiLabels } from "../../text/document";
import type { PhiLabel, PhiSpan } from "../../text/document";
import type { EntityExample } from "../../text/tasks/entities";
import { countReason, splits } from "../task";
import type { EntityTask, LoadedExamples, Split, TaskSource } from "../task";
import { readJsonFile } from "./files";

const publisher = "github.com/UNN-SPKI/Nor-DeID-SynthData (dataset/)";
const files = {
  train: "training.json",
  validation: "validation.json",
  test: "holdout.json",
} as const satisfies Record<Split, string>;

export const norDeid: EntityTask = {
  kind: "entities",
  name: "norDeid",
  version: 1,
  card: "data-cards/nor-deid.md",
  licence: "none stated by the publisher: local use only",
  shareable: false,
  writtenStandards: ["nb"],
  source: "real file: Nor-DeID-SynthData (notes written by GPT-4), published split, test = holdout",
  metric: "entityMicroF1",
  labels: phiLabels,
  dataHashes: {
    "training.json": "e82db9abe647de9124944500194e749bbc18191f4f414c169cef63807091a1de",
    "validation.json": "a203491780be21edee666fab382f12c54b997feb287f045d1938b8569c8b6bd7",
    "holdout.json": "694a81de9e2869e84bc92e5ffbaf9dffe14690edefa529c5fa7c61dc6e51c8e9",
  },
  load: loadNorDeid,
};

/** Whether two words differ by at most one inserted, lost or changed letter. */
function withinOneLetter(a: string, b: string): boolean {
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  const [restA, restB] = [a.slice(i), b.slice(i)];
  return (
    restA === restB ||
    restA.slice(1) === restB.slice(1) ||
    restA.slice(1) === restB ||
    restA === restB.slice(1)
  );
}

const lettersOnly = (name: string): string => name.toLowerCase().replace(/[^\p{L}]/gu, "");

/**
 * The label a tag means. The writer was a language model, so `Firt_Name`, `LastName` and `Dato` occur: a
 * name within one letter of a label, underscores and case apart, is that label; all else is none.
 */
function labelOfTag(name: string): PhiLabel | undefined {
  const letters = lettersOnly(name);
  return phiLabels.find((label) => withinOneLetter(letters, lettersOnly(label)));
}

/** Text without its tags, and the spans the tags marked. */
export type ParsedNote = { readonly text: string; readonly spans: readonly PhiSpan[] };

/**
 * Parse a note with inline `<Label>…</Label>` tags. Tags of no label are removed. Where tags nest
 * (`<Date><Location>…</Location>, 3. mai 1990</Date>`), the innermost label holds at each
 * character and what is left of the outer one stays a span, without its outer punctuation.
 *
 * @returns undefined if a label's tags do not pair up: such a note cannot be labelled surely
 */
export function parseTaggedNote(tagged: string): ParsedNote | undefined {
  let text = "";
  const spans: PhiSpan[] = [];
  const open: PhiLabel[] = [];
  let piece = "";
  const endPiece = (): void => {
    const start = text.length + /^[\s,;:]*/.exec(piece)![0].length;
    text += piece;
    piece = "";
    const end = start + text.slice(start).replace(/[\s,;:]+$/, "").length;
    const label = open[open.length - 1];
    if (label !== undefined && /[\p{L}\p{N}]/u.test(text.slice(start, end)))
      spans.push({ start, end, label });
  };
  let at = 0;
  for (const tag of tagged.matchAll(/<(\/?)\s*(\p{L}[^<>\n]*|\[[^<>\n]*|)>/gu)) {
    piece += tagged.slice(at, tag.index);
    at = tag.index + tag[0].length;
    const label = labelOfTag(tag[2]!);
    if (label === undefined) continue;
    endPiece();
    if (tag[1] === "") open.push(label);
    else if (open.pop() !== label) return undefined;
  }
  piece += tagged.slice(at);
  endPiece();
  return open.length === 0 ? { text, spans } : undefined;
}

async function loadNorDeid(source: TaskSource): Promise<LoadedExamples<EntityExample>> {
  const examples: EntityExample[] = [];
  const skipped: Record<string, number> = {};
  const hashes: Record<string, string> = {};
  for (const split of splits) {
    const file = files[split];
    const { path, value, sha256 } = readJsonFile(source, "nor-deid", file, publisher);
    hashes[file] = sha256;
    const notes = (value as { cleaned_results?: unknown } | null)?.cleaned_results;
    if (!Array.isArray(notes))
      throw new InputError(
        `${path}: no list "cleaned_results"; this is not a file of Nor-DeID-SynthData, take ${file} from ${publisher}`,
      );
    notes.forEach((note: unknown, i) => {
      if (typeof note !== "string")
        throw new InputError(
          `${path}: cleaned_results[${i}] is ${typeof note}, expected text; fetch the file again from ${publisher}`,
        );
      if (note.includes("\0")) return countReason(skipped, "NUL byte");
      const parsed = parseTaggedNote(note);
      if (parsed === undefined) return countReason(skipped, "unbalanced tags");
      if (parsed.text.trim() === "") return countReason(skipped, "empty text");
      const id = `${file.replace(".json", "")}-${i}`;
      examples.push({ id, group: id, split, writtenStandard: "nb", ...parsed });
    });
  }
  return { examples, skipped, hashes };
}
