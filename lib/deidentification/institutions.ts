/**
 * Institutions that are no hospitals, by name: schools, kindergartens, prisons, hotels, farms, churches,
 * places of work; and wards that have a name of their own ("avdeling Solgløtt"). Only the name is found:
 * what kind of place it is stays.
 */

import { found, type Finding } from "./finding";
import type { Gazetteer } from "./gazetteer";
import {
  beforeHead,
  clinicalWord,
  compoundHead,
  definiteHead,
  institutionHead,
  staysAt,
  worksAt,
} from "./institutionWords";
import { looksLikeVerb } from "./nameFacts";
import {
  alsoWords,
  nameLabels,
  openers,
  persons,
  relatives,
  titles,
  unitHeads,
  unitWords,
} from "./cueWords";
import { follows, type TextWord } from "./textWords";

const longestName = 4;
const isNext = (word: TextWord | undefined): boolean =>
  word !== undefined && /^["'»”]? {1,2}$/.test(word.gap);

/** Names of institutions and of wards. */
export function findInstitutions(
  text: string,
  words: readonly TextWord[],
  gazetteer: Gazetteer,
): Finding[] {
  const isPlace = ({ text }: TextWord): boolean => gazetteer.isPlace(text);
  const isPerson = ({ text }: TextWord): boolean =>
    gazetteer.isFirstName(text) || gazetteer.isLastName(text);
  const isListed = (word: TextWord): boolean => isPlace(word) || isPerson(word);
  /** Whether a capital may be of a name at all. */
  const mayBe = (word: TextWord | undefined): word is TextWord =>
    word !== undefined &&
    word.isCapital &&
    word.text.length > 1 &&
    !/^\p{Lu}{2,}-/u.test(word.text) &&
    !(word.isUpper && word.text.length < 5 && !isPlace(word)) &&
    !(word.isUsuallyNoName && !isListed(word)) &&
    !institutionHead.test(word.lower) &&
    !definiteHead.test(word.lower) &&
    ![titles, nameLabels, relatives, persons, openers, unitHeads].some((set) =>
      set.has(word.lower),
    );
  /** Whether a capital may be the name of an institution by itself, where the lists say nothing. */
  const mayName = (word: TextWord | undefined): word is TextWord =>
    mayBe(word) && (isPlace(word) || !(clinicalWord.test(word.lower) || unitWords.has(word.lower)));
  const findings: Finding[] = [];
  const add = (
    from: number,
    last: number,
    label: "Location" | "Ward",
    confidence: number,
    why: string,
  ): void => {
    const [{ start }, { end }] = [words[from]!, words[last]!];
    findings.push(found(start, end, label, "context", confidence, why));
  };
  /** The last of the words from `first` on that make one name. */
  const endOf = (first: number): number => {
    let last = first;
    while (last - first < longestName - 1 && words[last + 1]?.gap === " " && mayBe(words[last + 1]))
      last++;
    return last;
  };

  const beforeIts = (head: number): void => {
    let at = head;
    // "Fløyen barne- og ungdomsskule"
    if (words[at - 1]?.lower === "og" && words[at - 1]!.gap.startsWith("-")) at -= 2;
    if (at > 0 && beforeHead.test(words[at - 1]!.lower)) at--;
    let first = at;
    while (at - first < longestName && isNext(words[first]) && mayBe(words[first - 1])) first--;
    // "Privat barnehage", "Bytter skole": a word that begins a sentence, or a heading.
    const isWord = (word: TextWord): boolean =>
      alsoWords.has(word.lower) ||
      (!isListed(word) && (looksLikeVerb(word.lower) || adjective.test(word.lower)));
    const mayOpen = (i: number): boolean =>
      !(words[i]!.isOpening || (words[i - 1]?.isCapital && words[i]!.gap === " ")) ||
      !isWord(words[i]!);
    while (first < at && !mayOpen(first) && (first + 1 === at || !isPlace(words[first]!))) first++;
    if (first === at) return;
    const [word, previous] = [words[first]!, words[first - 1]];
    if (previous && titles.has(previous.lower) && word.gap === " ") return;
    // "Karis skole" is told by its name.
    const stem = word.text.slice(0, -1);
    const isOwners = /s$/.test(word.lower) && gazetteer.isFirstName(stem) && !isPlace(word);
    if (first + 1 === at && (isOwners || (word.isUpper && !isPlace(word)))) return;
    const isSure = !word.isOpening || isPlace(word);
    add(first, at - 1, "Location", isSure ? 0.85 : 0.6, "a name before what it is");
  };

  const behindIts = (head: number): void => {
    let first = head + 1;
    if (words[first] && isCalled.test(words[first]!.lower)) first++;
    const word = words[first];
    // "Nordre Skinstad": a point of the compass, and a name.
    const isName =
      mayName(word) || (mayBe(word) && mayName(words[first + 1]) && isNext(words[first + 1]));
    if (!isName || !follows(word)) return;
    // "Skolen Informert": a heading in capitals.
    if (words[head]!.isCapital && !isListed(word) && verbal.test(word.lower)) return;
    add(first, endOf(first), "Location", 0.75, "a name behind what it is");
  };

  const whereOneIs = (i: number): void => {
    const [word, preposition] = [words[i]!, words[i - 1]];
    if (!preposition || !/^(?:på|ved|i|hos|for)$/.test(preposition.lower)) return;
    if (!follows(word) || !mayName(word) || gazetteer.isFirstName(word.text)) return;
    if (/^ \d/.test(text.slice(word.end, word.end + 2)) || word.lower.endsWith("sk")) return;
    for (let j = i - 2; j >= Math.max(0, i - 6) && / $/.test(words[j + 1]!.gap); j--) {
      if (/[.,;:!?\n]/.test(words[j + 1]!.gap)) return;
      // "elev på Ritalin", but nobody works there.
      const isThere =
        worksAt.test(words[j]!.lower) ||
        (staysAt.test(words[j]!.lower) && (preposition.lower !== "på" || isPlace(word)));
      if (isThere) return add(i, endOf(i), "Location", 0.6, "where somebody works or learns");
    }
  };

  const wardBehind = (head: number): void => {
    let first = head + 1;
    if (words[first] && isCalled.test(words[first]!.lower)) first++;
    const [word, before] = [words[first], words[head - 1]?.lower ?? ""];
    if (!mayName(word) || word.text.length < 4 || word.isUpper) return;
    if (!/^\.? ["'«“”]?$/.test(word.gap)) return;
    // "status post Whipple", "post Covid": the Latin word.
    if (/^post/.test(words[head]!.lower) && !bedBefore.test(before)) return;
    // "Avdeling Kontaktes": a heading in capitals.
    if (words[head]!.isCapital && !isListed(word) && verbal.test(word.lower)) return;
    if (words[head]!.lower === "avd" && isPerson(word) && !isPlace(word)) return;
    add(first, endOf(first), "Ward", isPlace(word) ? 0.7 : 0.75, "a ward with a name of its own");
  };

  words.forEach((word, i) => {
    if (institutionHead.test(word.lower)) beforeIts(i);
    if (definiteHead.test(word.lower)) behindIts(i);
    if (wardHead.test(word.lower)) wardBehind(i);
    if (!word.isCapital) return;
    whereOneIs(i);
    // "Mariakirken", "Nattlandskolen"
    const ending = word.isOpening ? null : compoundHead.exec(word.lower);
    const stem = ending ? word.text.slice(0, ending.index).replace(/-$/, "") : "";
    if (stem.length > 2 && [stem, stem.replace(/s$/, "")].some(isOwnName)) {
      const end = word.start + stem.length;
      findings.push(
        found(word.start, end, "Location", "context", 0.7, "a name and its kind in one"),
      );
    }
  });
  function isOwnName(stem: string): boolean {
    const isWord = alsoWords.has(stem.toLowerCase()) || clinicalWord.test(stem.toLowerCase());
    return !isWord && (gazetteer.isPlace(stem) || gazetteer.isCommonName(stem));
  }
  return findings;
}

const adjective = /(?:lig|leg|al|isk|sk|ende|ande|ig|iv|ell|et|en|e|s)$/;
const verbal = /(?:er|ar|et|es|ast|te|de)$/;
const isCalled = /^(?:heter|heiter|kalles|kallast|kalt|kalla)$/;
const wardHead =
  /^(?:(?:barnehage|bo|bu|demens)?avdeling(?:a|en)?|avd|(?:senge|døgn)?post(?:en)?|seksjon(?:en)?|eining(?:a)?|enhet(?:en)?|b[ou]gruppe|b[ou]gruppa|boenhet(?:en)?|bueining(?:a)?)$/;
const bedBefore =
  /^(?:på|til|frå|fra|ved|i|innlagt|innlagd|ligger|ligg|flyttet|flytta|overflyttet|overflytta)$/;
