/**
 * Notes with inline tags, as Nor-DeID-SynthData (Lund et al., NLDL 2024) publishes them: read for its
 * benchmark, and to score de-identification on them.
 */

import { phiLabels, type PhiLabel, type PhiSpan } from "./document";

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
