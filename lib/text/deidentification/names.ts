/** Names of people, by the lists and by what stands beside them. */

import { found, type Finding, type FindingSource } from "./finding";
import type { Gazetteer } from "./gazetteer";
import { isEponym, known, looksLikeLast, looksLikeVerb, mayBeName, type Known } from "./nameFacts";
import {
  admissions,
  alsoWords,
  drugForms,
  eponymNext,
  humanVerb,
  livesVerb,
  nameLabels,
  openers,
  particles,
  personVerb,
  placePrepositions,
  relatives,
  shortTitles,
  titles,
  unitHeads,
  upperNoNames,
} from "./vocabulary";
import { findInitials } from "./nameRepeats";
import { follows, isBeside, type TextWord } from "./words";

type Part = "First_Name" | "Last_Name";

/** A text as the rules on names read it. */
type Reading = {
  readonly text: string;
  readonly words: readonly TextWord[];
  readonly gazetteer: Gazetteer;
  /** What the lists say of the word at a place. */
  readonly factsOf: (at: number) => Known;
  /** Words that the text also writes in small letters. */
  readonly inLowerCase: ReadonlySet<string>;
};

/** Names of people in a text. */
export function findNames(
  text: string,
  words: readonly TextWord[],
  gazetteer: Gazetteer,
): Finding[] {
  const facts = new Map<string, Known>();
  const reading: Reading = {
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
function isNamedOpener({ words, gazetteer, factsOf }: Reading, i: number): boolean {
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
function findUserNames({ words, gazetteer, factsOf }: Reading): Finding[] {
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

type Context = "title" | "relative" | "label" | "initial" | "company" | "maiden" | "none";

/** What the words before say: "overlege Hansen", "kona Kari", "Pasient: Kari Hansen", "K. Hansen". */
function contextOf(words: readonly TextWord[], i: number): Context {
  const [word, previous] = [words[i]!, words[i - 1]];
  if (!previous) return "none";
  const { gap } = word;
  if (titles.has(previous.lower) && (follows(word) || gap === "/")) return "title";
  if (titles.has(previous.lower) && /^: ?$/.test(gap)) return "label";
  if (shortTitles.test(previous.lower) && /^\. ?$/.test(gap)) return "title";
  if (previous.lower === "v" && /^\/ ?$/.test(gap)) return "title";
  if (relatives.has(previous.lower) && (follows(word) || /^(?:, |: ?)$/.test(gap)))
    return "relative";
  const before = words[i - 2];
  // "dattera til Hals", "pårørende er Arnfinn"
  if (follows(word) && /^(?:til|av|åt|er|heter|heiter)$/.test(previous.lower) && before)
    if (relatives.has(before.lower) && previous.gap === " ") return "relative";
  // "Egg, fødd Rimstad"
  if (follows(word) && /^(?:født|fødd)$/.test(previous.lower) && before?.isCapital) return "maiden";
  if (nameLabels.has(previous.lower) && /^(?:[ \t]*[:,]\s{0,3}|[.,]?\s{1,3}\n?|\.)$/.test(gap))
    return /[:,]/.test(gap) ||
      !word.isOpening ||
      /^(?:pas|sign|mvh|hilsen|helsing|helsning|gjelder|gjeld)$/.test(previous.lower)
      ? "label"
      : "none";
  if (/^\. ?$/.test(gap) && isInitial(words, i - 1)) return "initial";
  // "snakket med", "samtale med", "sammen med": a person stands there, or nobody does.
  const isCompany =
    previous.lower === "med" &&
    /^(?:snakket|snakka|samtale|samtalt|samtala|pratet|prata|avtale|avtalt|kontakt|konferert|sammen|saman|drøftet|drøfta|diskutert|telefon|møte|bor|bur|gift|samboer|sambuar)$/.test(
      words[i - 2]?.lower ?? "",
    );
  return isCompany && follows(word) ? "company" : "none";
}

/** "K" of "K. Hansen": one letter that opens a line or stands where a name does, and is no vitamin. */
function isInitial(words: readonly TextWord[], at: number, others = 2): boolean {
  const word = words[at];
  if (!word?.isCapital || word.text.length > 1) return false;
  const before = words[at - 1];
  if (word.isOpening || before === undefined) return true;
  if (others > 0 && isInitial(words, at - 1, others - 1)) return true;
  return (
    titles.has(before.lower) ||
    shortTitles.test(before.lower) ||
    nameLabels.has(before.lower) ||
    /^(?:av|ved|til|hos|frå|fra|med|for|og|v)$/.test(before.lower)
  );
}

type Row = readonly { readonly at: number; readonly part: Part }[];

/** The words from `i` on that make one name, each a first or a last name; none where no name begins. */
function sequenceFrom(reading: Reading, i: number, context: Context): Row {
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
    const part: Part =
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

type Judgement = {
  readonly confidence: number;
  readonly source: FindingSource;
  readonly why: string;
};

/** How sure it is that a row of words is a person's name; 0 where nothing says so. */
function judge(reading: Reading, i: number, context: Context, parts: Row): Judgement {
  const { text, words, gazetteer, factsOf, inLowerCase } = reading;
  const say = (confidence: number, source: FindingSource, why: string): Judgement => ({
    confidence,
    source,
    why,
  });
  const nothing = say(0, "list", "");
  const facts = factsOf(i);
  const word = words[i]!;
  const lastAt = parts.at(-1)!.at;
  const last = words[lastAt]!;
  const next = words[lastAt + 1];
  // "Haugland rehabiliteringssenter", "Vik legekontor": a unit, or the start of one.
  if (
    next &&
    isBeside(next) &&
    (unitHeads.has(next.lower) || /^(?:kommune|fylke)/.test(next.lower))
  )
    return nothing;
  if (facts.isUser) return say(1, "user list", "a name of the user's list");
  const following = text.slice(last.end, last.end + 40);
  const after = last.isUpper ? following.toLowerCase() : following;
  const isWord =
    alsoWords.has(word.lower) ||
    alsoWords.has(word.lower.slice(0, facts.length)) ||
    (word.isOpening && inLowerCase.has(word.lower));
  // "Orion Tab 10 mg", "Salve 1 %"
  const isDrug =
    (next?.gap === " " && drugForms.has(next.lower)) ||
    (drugForms.has(last.lower) && /^ (?:\d|til mikst)/.test(following));
  if (isDrug) return nothing;
  const isUsually = word.isUsuallyNoName;
  const second = parts[1] && factsOf(parts[1].at);
  const isPair = parts.length > 1 && facts.isFirst;
  const previous = words[i - 1];
  const afterPlaceWord =
    previous !== undefined && word.gap === " " && placePrepositions.has(previous.lower);
  const isPlace = gazetteer.isPlace(word.text.slice(0, facts.length));
  // In capitals stand short forms too: a rare name of the lists is none there.
  const isDoubtfulRare = word.isUpper || (isPlace && parts.length === 1 && context === "none");
  const isListed = (facts.isFirst || facts.isLast) && !(facts.isRare && isDoubtfulRare);
  const isUnknown = !isListed;
  const isLetter = word.text.length < 2 && parts.length === 1;
  const isAged =
    /^(?: \((?:f\. ?\d|\d{1,3}(?: ?år[^)]*)?[),](?!\d)|\d{1,2}[./]\d|\d{4}[),-]|\d{6})|, (?:en|ei|ein|et)? ?\d{1,3} ?år|,? f(?:ødt|ødd|\.) ?\d)/.test(
      after,
    );
  const hasRelative =
    /^ (?:si|sin|sitt|sine) \p{Ll}/u.test(after) &&
    relatives.has(/\p{L}+$/u.exec(/^ \p{L}+ \p{L}+/u.exec(after)![0])![0]);
  const isTitled =
    next !== undefined &&
    (titles.has(next.lower) || shortTitles.test(next.lower)) &&
    /^(?:, ?| ?\/ ?| \(| - )$/.test(next.gap);
  // "Leffen, en avdød bror", "Ánte, broren"
  const isRelative =
    next !== undefined &&
    /^(?:, | \()$/.test(next.gap) &&
    words
      .slice(lastAt + 1, lastAt + 4)
      .some(({ lower, gap }, n) => relatives.has(lower) && (n === 0 || gap === " "));
  // "Sykepleier Informert": a role that begins a sentence, and what it does.
  const isVerb = isUnknown && parts.length === 1 && looksLikeVerb(word.lower);
  const isRole =
    isVerb &&
    (previous?.isOpening ||
      isAdjectiveBefore(words, i - 1) ||
      (previous?.isCapital &&
        !/^(?:av|ved|til|hos|frå|fra|med|for|og)$/.test(words[i - 2]?.lower ?? "")));
  // "lege EKG" and "lege ELTVIK"
  const isShortForm = word.isUpper && word.text.length < 7 && !looksLikeLast(word.lower);
  if (context === "title" && !isLetter && !(isShortForm && isUnknown) && !isRole)
    return say(0.95, "context", "name after a title");
  if (context === "relative" && !isLetter && (facts.isFirst || !(word.isOpening || word.isUpper)))
    if (facts.isFirst || !(isUsually || isVerb))
      return say(facts.isFirst ? 0.95 : 0.6, "context", "name after a relative");
  if (context === "label" && (isListed || (parts.length > 1 && second?.isLast)))
    return say(0.95, "context", "name after its label");
  if (context === "label" && isUnknown && !word.isUpper && !isPlace && !isUsually) {
    if (parts.length > 1) return say(0.85, "context", "two capitals after their label");
    // "Pasient Utslipp", a line by itself, is a heading.
    const isHeading = previous?.isOpening && /^(?:\s*$|[\n:]| \p{Lu})/u.test(following);
    const isPatient = previous && /^pas(?:ient(?:en)?)?$/.test(previous.lower);
    if (!word.isOpening && isPatient && !isHeading)
      return say(0.75, "context", "a capital after its label");
    if (looksLikeLast(word.lower) && !isWord)
      return say(0.7, "context", "a form of last names after its label");
  }
  if (context === "initial" && !isWord && !isUsually && !word.isUpper)
    if (facts.isLast || looksLikeLast(word.lower))
      return say(0.85, "context", "last name after an initial");
  if (isListed && isAged && !isLetter)
    return say(0.9, "context", "a name with an age or a birth behind");
  if (isListed && (isTitled || isRelative) && !isLetter)
    return say(0.9, "context", "a name before a title");
  if (hasRelative && !isLetter && !isUsually) return say(0.8, "context", "whose relative is told");
  if (context === "maiden" && !isUsually && !(isPlace && afterPlaceWord))
    return say(0.7, "context", "name at birth");
  // "al-Zahra", "d'Angelo"
  if (/^\p{Ll}/u.test(last.text) && !isUsually)
    return say(0.85, "context", "a name with its article");
  const isOnlyEponyms = isUsually && parts.every(({ at }) => words[at]!.isUsuallyNoName);
  if (isPair && (second!.isLast || second!.isFirst) && !isOnlyEponyms)
    return say(isWord && isPlace ? 0.6 : 0.95, "list", "first and last name");
  const isTurned = parts.length > 1 && parts[0]!.part === "Last_Name" && second!.isFirst;
  if (isTurned && !isUsually && !afterPlaceWord)
    return say(isPlace || isWord || isUnknown ? 0.6 : 0.85, "list", "last and first name");
  // "Blodtrykket er", "Operasjonen ble": a word with its article.
  const isKnownWord =
    isUnknown && (isWord || (word.isOpening && /(?:en|et|ene|ane|ens|a)$/.test(word.lower)));
  const actsAsPerson = personVerb.test(after);
  const isAtPlace = isPlace && afterPlaceWord;
  if (actsAsPerson && isUnknown && !word.isUpper && !isKnownWord && !isUsually)
    return say(0.7, "context", "what only people do");
  if (isListed && !isLetter && !isAtPlace) {
    if (actsAsPerson || humanVerb.test(after)) return say(0.85, "context", "what only people do");
    if (livesVerb.test(after) && !isWord && !isUsually && !(isPlace && !facts.isFirst))
      return say(0.75, "context", "a name and what people do");
  }
  if (isUsually && !(isListed && context === "company")) return nothing;
  // "NAV Bergen", "AHS Peter": a short form and what follows it.
  if (word.isUpper && isUnknown && parts.length > 1 && !words[parts[1]!.at]!.isUpper)
    return nothing;
  // "Smiths fraktur"
  if (parts.length === 1 && facts.length < word.text.length && next && eponymNext.test(next.lower))
    return nothing;
  // "Ly 2,1", "Ampicillin 50 mg", "HbA1c"
  const isOnlyLast = !facts.isFirst || facts.isRare;
  if (parts.length === 1 && isOnlyLast && /^ ?\d/.test(following)) return nothing;
  // "Andre lidelser i øret" in the name of a diagnosis; what André does is told above.
  if (parts.length === 1 && word.lower === "andre" && /^ \p{Ll}/u.test(following)) return nothing;
  // A rare name that begins a sentence is a word more often.
  if (parts.length === 1 && facts.isRare && isListed && (word.isOpening || isWord)) return nothing;
  // "Bekken", "Halsen": at the beginning of a sentence the noun is likelier.
  const isDefinite = word.isOpening && /(?:[^s]en|et|a|ane|ene)$/.test(word.lower);
  if (parts.length === 1 && !facts.isFirst && isDefinite) return nothing;
  if (
    isUnknown &&
    !word.isOpening &&
    !word.isUpper &&
    !isLetter &&
    (isAged || isRelative || (isTitled && !isVerb))
  )
    return say(0.7, "context", "a capital before an age or a title");
  const acts = actsAsPerson || humanVerb.test(after) || livesVerb.test(after);
  if (parts.length > 1 && isUnknown && !isKnownWord && acts && !afterPlaceWord)
    if (!last.isUpper || looksLikeLast(last.lower))
      return say(0.6, "context", "two capitals and what people do");
  if (parts.length > 1 && isUnknown && looksLikeLast(last.lower) && !isWord && !afterPlaceWord)
    return say(0.65, "context", "a capital and a form of last names");
  if (isUnknown && isTitled && !word.isUpper && looksLikeLast(word.lower) && !isWord)
    return say(0.7, "context", "a form of last names before a title");
  if (isPair && (!isWord || looksLikeLast(last.lower)) && (!last.isUpper || word.isUpper))
    if (!last.isUpper || looksLikeLast(last.lower))
      return say(0.8, "list", "first name and a capital");
  const isForeign = /[^a-zæøåéèêòóôäöü'-]/.test(word.lower);
  const mayOpen = isForeign || !(looksLikeVerb(word.lower) || isKnownWord || second?.isRare);
  const isInPlace = afterPlaceWord && /^(?:i|på|over|mot|nær|gjennom|via)$/.test(previous.lower);
  if (parts.length > 1 && second?.isLast && !isInPlace && !isPlace)
    if (!word.isOpening || mayOpen) return say(0.6, "context", "a capital and a last name");
  if (word.isUpper && previous && /^sign(?:atur|ert)?$/.test(previous.lower) && !isListed)
    return say(0.7, "context", "initials behind a signature's word");
  if (word.isUpper && parts.length === 1) {
    // In capitals stand headings and short forms too.
    const isLong =
      (word.text.length > 4 && !isPlace && !upperNoNames.has(word.lower)) ||
      word.text.includes("-");
    return isListed && isLong && !isWord ? say(0.6, "list", "a name in capitals") : nothing;
  }
  if (afterPlaceWord && (isPlace || !facts.isFirst)) return nothing;
  if (isListed && facts.isFirst && !(isWord && word.isOpening))
    return say(isWord ? 0.6 : 0.8, "list", "first name");
  if (facts.isLast && !(isWord && word.isOpening) && !isPlace)
    return say(isWord ? 0.5 : 0.7, "list", "last name");
  if (word.isOpening && !looksLikeLast(word.lower) && /^ \p{Ll}/u.test(following)) return nothing;
  if (isListed && facts.isLast && !isWord && isPlace && !admissions.has(previous?.lower ?? ""))
    return say(0.5, "list", "last name or place");
  // "Erb's parese", "Doctor's name"
  const stem = word.lower.slice(0, facts.length);
  const isCommonGenitive =
    titles.has(stem) ||
    /^(?:doctor|specialist|patient|physician|nurse|spesialist|sykehus|hospital)$/.test(stem) ||
    (next !== undefined && eponymNext.test(next.lower));
  if (
    isUnknown &&
    facts.length < word.text.length &&
    !isWord &&
    facts.length > 2 &&
    !isCommonGenitive
  )
    return say(0.6, "context", "a capital in the genitive");
  const isNamed =
    context === "company" ||
    /^(?:hadde|viste|at|hos|overvåke|overvake|angående|vedrørende|vedrørande|følge|følgje|ifølge|ifølgje|ringte|ringde|kontaktet|kontakta|kalles|kalla|kalt|kallet|heter|heiter)$/.test(
      previous?.lower ?? "",
    );
  if (
    isUnknown &&
    isNamed &&
    follows(word) &&
    !word.isUpper &&
    word.text.length > 2 &&
    !isWord &&
    next?.lower !== "type"
  )
    return say(0.5, "context", "a capital where a person stands");
  return nothing;
}
