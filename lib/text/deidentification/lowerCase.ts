/** Names and places in notes that are typed without capitals: only where two things speak for it. */

import { found, type Finding } from "./finding";
import type { Gazetteer } from "./gazetteer";
import { alsoWords, dwelling, openers, personVerb, persons, relatives, titles } from "./vocabulary";
import { isBeside, type TextWord } from "./words";

/** Capitals a hundred words, below which a text is taken to be typed without. */
const fewCapitals = 4;

/** What identifies people in a text without capitals; nothing in any other. */
export function findLowerCase(
  text: string,
  words: readonly TextWord[],
  gazetteer: Gazetteer,
): Finding[] {
  const capitals = words.filter(({ isCapital, isUpper }) => isCapital && !isUpper).length;
  if (capitals * 100 > fewCapitals * words.length) return [];
  const mayBeName = ({ isCapital, lower, text }: TextWord): boolean =>
    !isCapital &&
    text.length > 2 &&
    ![alsoWords, openers, persons, relatives].some((set) => set.has(lower));
  const findings: Finding[] = [];
  const add = (word: TextWord, label: Finding["label"], why: string): void => {
    findings.push(found(word.start, word.end, label, "context", 0.6, why));
  };
  words.forEach((word, i) => {
    const [previous, next] = [words[i - 1], words[i + 1]];
    const isFirst = gazetteer.isFirstName(word.text) && !word.isCapital;
    const isPair =
      isFirst &&
      next !== undefined &&
      isBeside(next) &&
      mayBeName(next) &&
      gazetteer.isLastName(next.text);
    if (!mayBeName(word) && !isPair) return;
    const isLast = gazetteer.isLastName(word.text);
    const isAfter = (set: ReadonlySet<string>): boolean =>
      previous !== undefined && word.gap === " " && set.has(previous.lower);
    if (isPair) {
      add(word, "First_Name", "first and last name without capitals");
      add(next, "Last_Name", "first and last name without capitals");
    } else if (
      isFirst &&
      (personVerb.test(text.slice(word.end, word.end + 40)) || isAfter(relatives))
    )
      add(word, "First_Name", "name of a person without a capital");
    else if (isLast && isAfter(titles))
      add(word, "Last_Name", "name after a title without a capital");
    const near = words.slice(Math.max(0, i - 4), i - 1);
    const isDwelling = near.some(({ lower }) => dwelling.has(lower));
    if (
      isDwelling &&
      /^(?:i|på|fra|frå|til)$/.test(previous?.lower ?? "") &&
      gazetteer.isPlace(word.text)
    )
      add(word, "Location", "place without a capital");
  });
  return findings;
}
