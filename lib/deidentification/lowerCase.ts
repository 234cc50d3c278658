/** Names and places that are typed without capitals: only where two things speak for it. */

import { found, type Finding } from "./finding";
import type { Gazetteer } from "./gazetteer";
import { looksLikeLast } from "./nameFacts";
import {
  alsoWords,
  humanVerb,
  nameLabels,
  openers,
  personVerb,
  persons,
  relatives,
  shortTitles,
  titles,
} from "./cueWords";
import { isBeside, type TextWord } from "./textWords";

/** Capitals a hundred words, below which a text is taken to be typed without. */
const fewCapitals = 4;

/** What identifies people and is written in small letters. */
export function findLowerCase(
  text: string,
  words: readonly TextWord[],
  gazetteer: Gazetteer,
): Finding[] {
  const capitals = words.filter(({ isCapital, isUpper }) => isCapital && !isUpper).length;
  // One long sentence has few capitals too; who writes without them begins sentences without them.
  const openings = words.filter(({ isOpening }) => isOpening);
  const hasFew =
    capitals * 100 <= fewCapitals * words.length &&
    openings.filter(({ isCapital }) => isCapital).length * 2 <= openings.length;
  const mayBeName = ({ isCapital, lower, text }: TextWord): boolean =>
    !isCapital &&
    text.length > 2 &&
    ![alsoWords, openers, persons, relatives, titles].some((set) => set.has(lower));
  const findings: Finding[] = [];
  const add = (word: TextWord, label: Finding["label"], why: string): void => {
    findings.push(found(word.start, word.end, label, "context", 0.6, why));
  };
  words.forEach((word, i) => {
    if (word.isCapital) return;
    const [previous, next] = [words[i - 1], words[i + 1]];
    const named = contextOf(previous, word);
    // Rare names are words too often, unless something says that a name stands there.
    const isKnown = named || gazetteer.isCommonName(word.text);
    const isFirst = isKnown && gazetteer.isFirstName(word.text);
    const isLast = isKnown && gazetteer.isLastName(word.text);
    const isLastName = (other: TextWord | undefined): other is TextWord =>
      other !== undefined && isBeside(other) && mayBeName(other);
    const isPair =
      isFirst &&
      isLastName(next) &&
      gazetteer.isLastName(next.text) &&
      (named || gazetteer.isCommonName(next.text));
    // "far: ola solbakken": behind its label a first name may be a word, and the last name unknown.
    const isLabelled = named && word.gap.includes(":");
    const isNamedPair =
      named &&
      (isFirst || (isLabelled && mayBeName(word))) &&
      isLastName(next) &&
      (looksLikeLast(next.lower) || gazetteer.isLastName(next.text));
    if (isPair || isNamedPair) {
      add(word, "First_Name", "first and last name without capitals");
      add(next, "Last_Name", "first and last name without capitals");
    } else if (named && isFirst && (mayBeName(word) || word.gap.includes(":")))
      add(word, "First_Name", "name of a person without a capital");
    else if (!mayBeName(word)) return;
    else if (isFirst && hasFew && (word.text.length > 3 || actsAsPerson(text, word)))
      add(word, "First_Name", "name of a person without a capital");
    else if ((isLast || isFirst) && isTitle(previous, word))
      add(word, isLast ? "Last_Name" : "First_Name", "name after a title without a capital");
    else if (!isFirst && isTitle(previous, word) && looksLikeLast(word.lower) && hasFew)
      add(word, "Last_Name", "name after a title without a capital");
    const isDwelling = words
      .slice(Math.max(0, i - 4), i - 1)
      .some(({ lower }) => lives.test(lower));
    if (
      isDwelling &&
      /^(?:i|på|fra|frå|til|ved)$/.test(previous?.lower ?? "") &&
      gazetteer.isPlace(word.text)
    )
      add(word, "Location", "place without a capital");
  });
  return findings;
}

/** Of the words before a place those that say little else: nobody lives where he "reiser seg fra". */
const lives =
  /^(?:bor|bur|bodd|budd|bodde|budde|bosatt|busett|kommer|kjem|født|fødd|oppvokst|flyttet|flytta|bosted|bustad)$/;

const actsAsPerson = (text: string, word: TextWord): boolean => {
  const after = text.slice(word.end, word.end + 40);
  return personVerb.test(after) || humanVerb.test(after);
};

/** "kona solveig", "mor: kari", "pasient: per hansen" */
const contextOf = (previous: TextWord | undefined, word: TextWord): boolean =>
  previous !== undefined &&
  ((relatives.has(previous.lower) && /^(?: |: ?)$/.test(word.gap)) ||
    (nameLabels.has(previous.lower) && /^: ?$/.test(word.gap)) ||
    (/^pas(?:ient(?:en)?)?$/.test(previous.lower) && /^\.? $/.test(word.gap)));

const isTitle = (previous: TextWord | undefined, word: TextWord): boolean =>
  previous !== undefined &&
  ((titles.has(previous.lower) && word.gap === " ") ||
    (shortTitles.test(previous.lower) && /^\. ?$/.test(word.gap)));
