/** Which words make one name, and which of them are first and last names. */

import type { NameContext } from "./nameContext";
import { isEponym, looksLikeLast, mayBeName, type NamePart, type NameReading } from "./nameFacts";
import { particles } from "./cueWords";
import { isBeside } from "./textWords";

/** The words of one name, each a first or a last name. */
export type NameRow = readonly { readonly at: number; readonly part: NamePart }[];

/** The words from `i` on that make one name, each a first or a last name; none where no name begins. */
export function sequenceFrom(reading: NameReading, i: number, context: NameContext): NameRow {
  const { words, gazetteer, factsOf } = reading;
  const isFirst = (at: number): boolean => factsOf(at).isFirst;
  const isLast = (at: number): boolean => factsOf(at).isLast;
  const isListed = (at: number): boolean => isFirst(at) || isLast(at);
  const isNamePart = (at: number): boolean => {
    if (!mayBeName(words[at], gazetteer)) return false;
    // Of months, lands and eponyms only those that the lists have as names, and not "Weber B".
    return !words[at]!.isUsuallyNoName || (isListed(at) && !isEponym(words, at));
  };
  if (words[i]!.isUsuallyNoName && context === "none" && !isListed(i)) return [];
  if (isEponym(words, i)) return [];
  const row = [i];
  for (let j = i + 1; j < words.length && row.length < 5; j++) {
    const word = words[j]!;
    const isLetter = word.text.length === 1 && word.isCapital && word.gap === " ";
    const afterInitial = words[j - 1]!.text.length === 1 && /^\.? ?$/.test(word.gap);
    if (!isBeside(word) && !afterInitial) break;
    const isWrapped = isFirst(i) && isLast(j);
    if (word.gap === "\n" && !isWrapped) break;
    const goesOn = particles.has(word.lower) && isNamePart(j + 1) && isBeside(words[j + 1]);
    if (!goesOn && !isLetter && !isNamePart(j)) break;
    // "Kari Hansens telefon" goes no further than the genitive.
    row.push(j);
    if (factsOf(j).length < word.text.length) break;
  }
  // Letters alone are headings, vitamins, types.
  if (row.every((at) => words[at]!.text.length === 1)) return [];
  // "Hansen, Kari"
  const mayBeLast = isLast(i) || context === "label" || looksLikeLast(words[i]!.lower);
  if (row.length === 1 && mayBeLast && !isFirst(i)) {
    const next = words[i + 1];
    if (next?.gap === ", " && isNamePart(i + 1) && isFirst(i + 1)) {
      const firsts = [i + 1];
      for (let j = i + 2; isBeside(words[j]) && isNamePart(j) && isFirst(j); j++) firsts.push(j);
      return [
        { at: i, part: "Last_Name" },
        ...firsts.map((at) => ({ at, part: "First_Name" as const })),
      ];
    }
  }
  if (row.length === 1) {
    const part: NamePart =
      isFirst(i) && !(isLast(i) && context === "title")
        ? "First_Name"
        : isLast(i) || context === "title" || context === "initial"
          ? "Last_Name"
          : "First_Name";
    return [{ at: i, part }];
  }
  // "HANSEN KARI": the last name first.
  if (
    (isLast(i) || looksLikeLast(words[i]!.lower)) &&
    !isFirst(i) &&
    row.slice(1).every(isFirst) &&
    !isLast(row[1]!)
  )
    return row.map((at, n) => ({ at, part: n === 0 ? "Last_Name" : "First_Name" }));
  // First names as long as they are of the list and something follows; the rest are last names.
  let firsts = 0;
  while (
    firsts < row.length - 1 &&
    (isFirst(row[firsts]!) || words[row[firsts]!]!.text.length === 1)
  )
    firsts++;
  if (firsts === 0) firsts = isLast(row[0]!) ? 0 : 1;
  // At most two last names, and none after one that is not of the list.
  let lasts = 0;
  for (const at of row.slice(firsts)) {
    lasts++;
    if (lasts >= 2 && !particles.has(words[at]!.lower)) break;
    const next = row[firsts + lasts];
    if (next !== undefined && !isLast(next) && !particles.has(words[at]!.lower) && isLast(at))
      break;
  }
  return row
    .slice(0, firsts + lasts)
    .map((at, n) => ({ at, part: n < firsts ? "First_Name" : "Last_Name" }));
}
