/** Names of people, by the lists and by what stands beside them. */

import { found, type Finding } from "./finding";
import type { Gazetteer } from "./gazetteer";
import { contextOf } from "./nameContext";
import { known, looksLikeLast, mayBeName, type Known, type NameReading } from "./nameFacts";
import { findInitials } from "./nameRepeats";
import { sequenceFrom } from "./nameRow";
import { judge } from "./nameRules";
import { alsoWords, openers } from "./cueWords";
import { isBeside, type TextWord } from "./textWords";

/** Names of people in a text. */
export function findNames(
  text: string,
  words: readonly TextWord[],
  gazetteer: Gazetteer,
): Finding[] {
  const facts = new Map<string, Known>();
  const reading: NameReading = {
    text,
    words,
    gazetteer,
    factsOf: (at) => {
      const word = words[at]!;
      let fact = facts.get(word.text);
      if (!fact) facts.set(word.text, (fact = known(word, gazetteer)));
      return fact;
    },
    inLowerCase: new Set(
      // Not those of addresses: "post_jens@…".
      words.flatMap((word) => (word.isCapital || /[@_.]$/.test(word.gap) ? [] : [word.lower])),
    ),
  };
  const findings = findUserNames(reading);
  let taken = -1;
  words.forEach((word, i) => {
    if (i <= taken || !(mayBeName(word, gazetteer) || isNamedOpener(reading, i))) return;
    const context = contextOf(words, i);
    const sequence = sequenceFrom(reading, i, context);
    if (sequence.length === 0) return;
    const { confidence, source, why } = judge(reading, i, context, sequence);
    if (confidence === 0) return;
    for (const { at, part } of sequence) {
      const { start } = words[at]!;
      const { length, isUser } = reading.factsOf(at);
      if (!isUser) findings.push(found(start, start + length, part, source, confidence, why));
    }
    taken = sequence.at(-1)!.at;
  });
  return [...findings, ...findInitials(words, findings)];
}

/** "Vår Kvamsdal", "Per Hansen": a small word that is a first name too, with a last name behind. */
function isNamedOpener({ words, gazetteer, factsOf }: NameReading, i: number): boolean {
  const [word, next] = [words[i]!, words[i + 1]];
  return (
    word.isCapital &&
    openers.has(word.lower) &&
    factsOf(i).isFirst &&
    isBeside(next) &&
    mayBeName(next, gazetteer) &&
    (factsOf(i + 1).isLast || factsOf(i + 1).isFirst || looksLikeLast(next.lower))
  );
}

/** Names of the user's list, in any case; a name that is a word too only where a capital or another name tells. */
function findUserNames({ words, gazetteer, factsOf }: NameReading): Finding[] {
  const isUser = (at: number): boolean =>
    at >= 0 && at < words.length && gazetteer.isUserName(words[at]!.text);
  return words.flatMap((word, at) => {
    if (!factsOf(at).isUser) return [];
    const isWord = alsoWords.has(word.lower) || openers.has(word.lower);
    if (!word.isCapital && isWord && !isUser(at - 1) && !isUser(at + 1)) return [];
    const { isFirst, isLast, length } = factsOf(at);
    const part = isFirst && !isLast ? "First_Name" : isLast ? "Last_Name" : "First_Name";
    const why = "a name of the user's list";
    return [found(word.start, word.start + length, part, "user list", 1, why)];
  });
}
