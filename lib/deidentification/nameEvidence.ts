/** What speaks for and against a row of words being a person's name. */

import type { NameContext } from "./nameContext";
import { looksLikeLast, looksLikeVerb, type Known, type NameReading } from "./nameFacts";
import type { NameRow } from "./nameRow";
import {
  alsoWords,
  humanVerb,
  livesVerb,
  personVerb,
  placePrepositions,
  relatives,
  shortTitles,
  titles,
} from "./cueWords";
import type { TextWord } from "./textWords";

export type Evidence = ReturnType<typeof evidenceOf>;

/** What the words of a row and those around them say. */
export function evidenceOf(reading: NameReading, i: number, context: NameContext, parts: NameRow) {
  const { text, words, gazetteer, factsOf, inLowerCase } = reading;
  const word = words[i]!;
  const facts = factsOf(i);
  const lastAt = parts.at(-1)!.at;
  const last = words[lastAt]!;
  const previous = words[i - 1];
  const next = words[lastAt + 1];
  const isSingle = parts.length === 1;
  const following = text.slice(last.end, last.end + 40);
  const after = last.isUpper ? following.toLowerCase() : following;
  const isWord =
    alsoWords.has(word.lower) ||
    alsoWords.has(word.lower.slice(0, facts.length)) ||
    (word.isOpening && inLowerCase.has(word.lower));
  const afterPlaceWord =
    previous !== undefined && word.gap === " " && placePrepositions.has(previous.lower);
  const isPlace = gazetteer.isPlace(word.text.slice(0, facts.length));
  // In capitals stand short forms too: a rare name of the lists is none there.
  const isDoubtfulRare = word.isUpper || (isPlace && isSingle && context === "none");
  const isListed = (facts.isFirst || facts.isLast) && !(facts.isRare && isDoubtfulRare);
  const isUnknown = !isListed;
  // "Sykepleier Informert": a role that begins a sentence, and what it does.
  const isVerb = isUnknown && isSingle && looksLikeVerb(word.lower);
  const isRole =
    isVerb &&
    (previous?.isOpening ||
      isAdjectiveBefore(words, i - 1) ||
      (previous?.isCapital &&
        !/^(?:av|ved|til|hos|frå|fra|med|for|og)$/.test(words[i - 2]?.lower ?? "")));
  const actsAsPerson = personVerb.test(after);
  const isHuman = actsAsPerson || humanVerb.test(after);
  // "Blodtrykket er", "Operasjonen ble": a word with its article.
  const isKnownWord =
    isUnknown && (isWord || (word.isOpening && /(?:en|et|ene|ane|ens|a)$/.test(word.lower)));
  const second: Known | undefined = parts[1] && factsOf(parts[1].at);
  return {
    context,
    parts,
    word,
    facts,
    last,
    previous,
    next,
    following,
    second,
    isSingle,
    isWord,
    isPlace,
    isListed,
    isUnknown,
    isVerb,
    isRole,
    isKnownWord,
    afterPlaceWord,
    actsAsPerson,
    isHuman,
    isUsually: word.isUsuallyNoName,
    isLetter: word.text.length < 2 && isSingle,
    isPair: parts.length > 1 && facts.isFirst,
    acts: isHuman || livesVerb.test(after),
    livesHere: livesVerb.test(after),
    isAtPlace: isPlace && afterPlaceWord,
    /** "lege EKG", which is none, and "lege ELTVIK" */
    isShortForm: word.isUpper && word.text.length < 7 && !looksLikeLast(word.lower),
    isOnlyEponyms: word.isUsuallyNoName && parts.every(({ at }) => words[at]!.isUsuallyNoName),
    isSecondUpper: parts.length > 1 && words[parts[1]!.at]!.isUpper,
    isTurned: parts.length > 1 && parts[0]!.part === "Last_Name" && second!.isFirst,
    isAged:
      /^(?: \((?:f\. ?\d|\d{1,3}(?: ?år[^)]*)?[),](?!\d)|\d{1,2}[./]\d|\d{4}[),-]|\d{6})|, (?:en|ei|ein|et)? ?\d{1,3} ?år|,? f(?:ødt|ødd|\.) ?\d)/.test(
        after,
      ),
    hasRelative:
      /^ (?:si|sin|sitt|sine) \p{Ll}/u.test(after) &&
      relatives.has(/\p{L}+$/u.exec(/^ \p{L}+ \p{L}+/u.exec(after)![0])![0]),
    isTitled:
      next !== undefined &&
      (titles.has(next.lower) || shortTitles.test(next.lower)) &&
      /^(?:, ?| ?\/ ?| \(| - )$/.test(next.gap),
    /** "Leffen, en avdød bror", "Ánte, broren" */
    isRelative:
      next !== undefined &&
      /^(?:, | \()$/.test(next.gap) &&
      words
        .slice(lastAt + 1, lastAt + 4)
        .some(({ lower, gap }, n) => relatives.has(lower) && (n === 0 || gap === " ")),
  };
}

/** "Vakthavende lege": a role that begins a sentence behind what kind it is. */
const isAdjectiveBefore = (words: readonly TextWord[], at: number): boolean => {
  const before = words[at - 1];
  return (
    before !== undefined &&
    before.isOpening &&
    before.isCapital &&
    /(?:ende|ande|isk|lig|leg)$/.test(before.lower)
  );
};
