/** Names once more: their initials, and the same names elsewhere in the document. */

import type { PhiLabel } from "../corpus/document";
import { found, type Finding } from "./finding";
import { isEponym } from "./nameFacts";
import { alsoWords } from "./cueWords";
import type { TextWord } from "./textWords";

/** "K. Hansen", "Hansen, K.", "K.H." beside names that are found. */
export function findInitials(words: readonly TextWord[], findings: readonly Finding[]): Finding[] {
  const nameStarts = new Set(
    findings.flatMap(({ start, label }) => (label === "Last_Name" ? [start] : [])),
  );
  const initials: Finding[] = [];
  // From behind, so that "J." of "J. P. Lund" stands before a name too.
  for (let i = words.length - 2; i >= 0; i--) {
    const [word, next] = [words[i]!, words[i + 1]!];
    if (!word.isCapital || word.text.length !== 1) continue;
    if (!/^\.? ?$/.test(next.gap) || !nameStarts.has(next.start)) continue;
    initials.push(found(word.start, word.end, "First_Name", "context", 0.8, "initial"));
    nameStarts.add(word.start);
  }
  return initials.reverse();
}

/**
 * The same words wherever else they stand in the document: a capital that is a name once is one at the
 * beginning of a sentence too, whatever else the word means.
 */
export function repeatNames(
  words: readonly TextWord[],
  text: string,
  findings: readonly Finding[],
): Finding[] {
  const sure = new Map<string, PhiLabel>();
  for (const { start, end, label, confidence } of findings)
    if (end - start > 2 && confidence >= 0.75 && (label === "First_Name" || label === "Last_Name"))
      sure.set(text.slice(start, end).toLowerCase(), label);
  if (sure.size === 0) return [];
  return words.flatMap((word, i) => {
    // In small letters only what is no word: a patient called Vår leaves every spring as it is.
    if (!word.isCapital && (alsoWords.has(word.lower) || word.text.length < 4)) return [];
    const ending = sure.has(word.lower) ? undefined : /'?s$/.exec(word.lower)?.[0];
    const length = word.text.length - (ending?.length ?? 0);
    const label = sure.get(word.lower.slice(0, length));
    if (label === undefined || isEponym(words, i)) return [];
    const confidence = word.isCapital ? 0.75 : 0.6;
    return [
      found(
        word.start,
        word.start + length,
        label,
        "context",
        confidence,
        "a name found elsewhere",
      ),
    ];
  });
}
