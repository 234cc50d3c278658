/** Names once more: their initials, and the same names elsewhere in the document. */

import type { PhiLabel } from "../document";
import { found, type Finding } from "./finding";
import { alsoWords } from "./vocabulary";
import type { TextWord } from "./words";

/** "K. Hansen", "Hansen, K.", "K.H." beside names that are found. */
export function findInitials(words: readonly TextWord[], findings: readonly Finding[]): Finding[] {
  const lastStarts = new Set(
    findings.flatMap(({ start, label }) => (label === "Last_Name" ? [start] : [])),
  );
  return words.flatMap((word, i) => {
    const next = words[i + 1];
    const isInitial = word.isCapital && word.text.length === 1 && next !== undefined;
    if (!isInitial || !/^\. ?$/.test(next.gap) || !lastStarts.has(next.start)) return [];
    return [found(word.start, word.end, "First_Name", "context", 0.8, "initial")];
  });
}

/** The same words wherever else they stand with a capital in the document. */
export function repeatNames(
  words: readonly TextWord[],
  text: string,
  findings: readonly Finding[],
): Finding[] {
  const sure = new Map<string, PhiLabel>();
  for (const { start, end, label, confidence } of findings)
    if (end - start > 2 && confidence >= 0.8 && (label === "First_Name" || label === "Last_Name"))
      sure.set(text.slice(start, end).toLowerCase(), label);
  if (sure.size === 0) return [];
  return words.flatMap((word) => {
    if (!word.isCapital) return [];
    const ending = sure.has(word.lower) ? undefined : /'?s$/.exec(word.lower)?.[0];
    const length = word.text.length - (ending?.length ?? 0);
    const label = sure.get(word.lower.slice(0, length));
    if (label === undefined || (alsoWords.has(word.lower) && word.isOpening)) return [];
    return [
      found(word.start, word.start + length, label, "context", 0.75, "a name found elsewhere"),
    ];
  });
}
