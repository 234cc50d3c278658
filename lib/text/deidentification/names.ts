/** Names of people, by the lists and by what stands beside them. */

import { found, type Finding, type FindingSource } from "./finding";
import type { Gazetteer } from "./gazetteer";
import {
  admissions,
  alsoWords,
  isNoName,
  nameLabels,
  openers,
  particles,
  persons,
  personVerb,
  placePrepositions,
  relatives,
  titles,
  unitHeads,
  unitWords,
} from "./vocabulary";
import { findInitials } from "./nameRepeats";
import { isBeside, type TextWord } from "./words";

type Part = "First_Name" | "Last_Name";

/** What the lists say of a word; a genitive -s is taken off where only that makes it a name. */
type Known = {
  /** Length of the name without the genitive. */
  readonly length: number;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly isUser: boolean;
};

function known(word: TextWord, gazetteer: Gazetteer): Known {
  const look = (name: string): Omit<Known, "length"> => {
    // "Kari-Anne": a name of two names.
    const parts = name.split("-");
    return {
      isFirst: gazetteer.isFirstName(name) || parts.every((each) => gazetteer.isFirstName(each)),
      isLast: gazetteer.isLastName(name) || parts.every((each) => gazetteer.isLastName(each)),
      isUser: gazetteer.isUserName(name),
    };
  };
  const apostrophe = /'s?$/i.exec(word.text)?.index;
  if (apostrophe !== undefined)
    return { ...look(word.text.slice(0, apostrophe)), length: apostrophe };
  const whole = look(word.text);
  const isAny = whole.isFirst || whole.isLast || whole.isUser;
  if (!isAny && word.lower.length > 3 && word.lower.endsWith("s")) {
    const stem = look(word.text.slice(0, -1));
    if (stem.isFirst || stem.isLast || stem.isUser)
      return { ...stem, length: word.text.length - 1 };
  }
  return { ...whole, length: word.text.length };
}

/** Whether a capital word may be a part of a name at all. */
const mayBeName = (word: TextWord | undefined): word is TextWord =>
  word !== undefined &&
  word.isCapital &&
  !/\d$/.test(word.gap) &&
  !isNoName(word.lower) &&
  !unitHeads.has(word.lower) &&
  !titles.has(word.lower) &&
  !nameLabels.has(word.lower) &&
  !persons.has(word.lower) &&
  !(word.isOpening && (openers.has(word.lower) || relatives.has(word.lower))) &&
  !/^\p{Lu}{2,}-/u.test(word.text) &&
  !(unitWords.has(word.lower) && !alsoWords.has(word.lower));

/** Names of people in a text. */
export function findNames(
  text: string,
  words: readonly TextWord[],
  gazetteer: Gazetteer,
): Finding[] {
  const findings: Finding[] = [];
  const inLowerCase = new Set(words.flatMap((word) => (word.isCapital ? [] : [word.lower])));
  let taken = -1;
  words.forEach((word, i) => {
    if (i <= taken || !mayBeName(word)) return;
    const context = contextOf(words, i);
    const facts = known(word, gazetteer);
    const sequence = sequenceFrom(words, i, gazetteer, context);
    if (sequence.length === 0) return;
    const { confidence, source, why } = judge(words, i, {
      context,
      facts,
      parts: sequence,
      gazetteer,
      actsAsPerson: personVerb.test(text.slice(words[sequence.at(-1)!.at]!.end).slice(0, 40)),
      isWord: alsoWords.has(word.lower) || (word.isOpening && inLowerCase.has(word.lower)),
    });
    if (confidence === 0) return;
    for (const { at, part } of sequence) {
      const { start, text } = words[at]!;
      const { length, isUser } = known(words[at]!, gazetteer);
      const end = start + (confidence > 0 ? length : text.length);
      findings.push(
        isUser
          ? found(start, end, part, "user list", 1, "a name of the user's list")
          : found(start, end, part, source, confidence, why),
      );
    }
    taken = sequence.at(-1)!.at;
  });
  return [...findings, ...findInitials(words, findings)];
}

type Context = "title" | "relative" | "label" | "none";

/** What the words before say: "overlege Hansen", "kona Kari", "Pasient: Kari Hansen". */
function contextOf(words: readonly TextWord[], i: number): Context {
  const [word, previous] = [words[i]!, words[i - 1]];
  if (!previous) return "none";
  const isShort = /^(?:dr|prof|hr|fr|frk|spl|lis\d?|stud)$/.test(previous.lower);
  if (titles.has(previous.lower) && /^(?: |: ?|\/)$/.test(word.gap)) return "title";
  if (isShort && /^\. ?$/.test(word.gap)) return "title";
  if (relatives.has(previous.lower) && /^(?: |, | \(|: )$/.test(word.gap)) return "relative";
  if (nameLabels.has(previous.lower) && /^(?:[ \t]*[:,]\s{0,3}|,?\s{1,3}\n?)$/.test(word.gap))
    return /[:,]/.test(word.gap) ||
      !word.isOpening ||
      /^(?:mvh|hilsen|helsing|helsning|gjelder|gjeld)$/.test(previous.lower)
      ? "label"
      : "none";
  // "for Kari Hansen": only names of the lists, which judge() asks for.
  return "none";
}

/** The words from `i` on that make one name, each a first or a last name. */
function sequenceFrom(
  words: readonly TextWord[],
  i: number,
  gazetteer: Gazetteer,
  context: Context,
): { readonly at: number; readonly part: Part }[] {
  const row = [i];
  for (let j = i + 1; j < words.length && row.length < 5; j++) {
    const word = words[j]!;
    const isInitial = word.text.length === 1 && word.isCapital && word.gap === " ";
    const afterInitial = words[j - 1]!.text.length === 1 && /^\.? ?$/.test(word.gap);
    if (!isBeside(word) && !afterInitial) break;
    const isWrapped = known(words[i]!, gazetteer).isFirst && known(word, gazetteer).isLast;
    if (word.gap === "\n" && !isWrapped) break;
    const goesOn = particles.has(word.lower) && mayBeName(words[j + 1]) && isBeside(words[j + 1]);
    if (!goesOn && !isInitial && !mayBeName(word)) break;
    // "Kari Hansens telefon" goes no further than the genitive.
    row.push(j);
    if (known(word, gazetteer).length < word.text.length) break;
  }
  const isFirst = (at: number): boolean => known(words[at]!, gazetteer).isFirst;
  const isLast = (at: number): boolean => known(words[at]!, gazetteer).isLast;
  // "Hansen, Kari"
  if (row.length === 1 && (isLast(i) || context === "label") && !isFirst(i)) {
    const next = words[i + 1];
    if (next?.gap === ", " && mayBeName(next) && isFirst(i + 1)) {
      const firsts = [i + 1];
      for (let j = i + 2; isBeside(words[j]) && mayBeName(words[j]) && isFirst(j); j++)
        firsts.push(j);
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
        : isLast(i) || context === "title"
          ? "Last_Name"
          : "First_Name";
    return [{ at: i, part }];
  }
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

/** What family names end in. */
const looksLikeLast = (lower: string): boolean =>
  /.{2}(?:sen|son|ssen|stad|land|vik|berg|dal|dahl|haug|heim|rud|set|seth|bø|nes|eide|lund|bakk|bakken|moen|mo|strøm|gaard|gård|hus|bekk|ås|aas|tveit|vold|voll|øy|sæther|fjell|holm|stein|skog|vang|våg|rød|stuen|hagen|bråten|brekke|strand|fjord|svik|sund|myr|myhr|hove|hovde|næs|ness|aune|eng|engen|lien|lie|vedt|tvedt|ski|wicz|ova|ovic|oglu)$/.test(
    lower,
  );

/** How sure it is that a row of words is a person's name; 0 where nothing says so. */
function judge(
  words: readonly TextWord[],
  i: number,
  about: {
    readonly context: Context;
    readonly facts: Known;
    readonly parts: readonly { readonly at: number; readonly part: Part }[];
    readonly gazetteer: Gazetteer;
    readonly actsAsPerson: boolean;
    readonly isWord: boolean;
  },
): { readonly confidence: number; readonly source: FindingSource; readonly why: string } {
  const { context, facts, parts, gazetteer, actsAsPerson, isWord } = about;
  const say = (
    confidence: number,
    source: FindingSource,
    why: string,
  ): { confidence: number; source: FindingSource; why: string } => ({ confidence, source, why });
  const nothing = say(0, "list", "");
  const word = words[i]!;
  const last = words[parts.at(-1)!.at]!;
  const next = words[parts.at(-1)!.at + 1];
  // "Haugland rehabiliteringssenter", "Vik legekontor": a unit, or the start of one.
  if (
    next &&
    isBeside(next) &&
    (unitHeads.has(next.lower) || /^(?:kommune|fylke)/.test(next.lower))
  )
    return nothing;
  if (facts.isUser) return say(1, "user list", "a name of the user's list");
  const second = parts[1] && known(words[parts[1].at]!, gazetteer);
  const isPair = parts.length > 1 && facts.isFirst;
  const previous = words[i - 1];
  const afterPlaceWord =
    previous !== undefined && word.gap === " " && placePrepositions.has(previous.lower);
  const isPlace = gazetteer.isPlace(word.text.slice(0, facts.length));
  const isUnknown = !facts.isFirst && !facts.isLast;
  const isLetter = word.text.length < 2 && parts.length === 1;
  if (context === "title" && !isLetter && !(word.isUpper && isUnknown))
    return say(0.95, "context", "name after a title");
  if (context === "relative" && (facts.isFirst || !word.isOpening) && !word.isUpper && !isLetter)
    return say(facts.isFirst ? 0.95 : 0.6, "context", "name after a relative");
  if (
    context === "label" &&
    (facts.isFirst || facts.isLast || (parts.length > 1 && second?.isLast))
  )
    return say(0.95, "context", "name after its label");
  if (context === "label" && isUnknown && !word.isUpper && !isPlace) {
    if (parts.length > 1) return say(0.85, "context", "two capitals after their label");
    if (!word.isOpening && previous && /^pasient(?:en)?$/.test(previous.lower))
      return say(0.75, "context", "a capital after its label");
  }
  if (isPair && (second!.isLast || second!.isFirst))
    return say(isWord && isPlace ? 0.6 : 0.95, "list", "first and last name");
  // "Blodtrykket er", "Operasjonen ble": a word with its article.
  const isKnownWord =
    isUnknown && (isWord || (word.isOpening && /(?:en|et|ene|ane|ens|a)$/.test(word.lower)));
  if (actsAsPerson && !word.isUpper && !isKnownWord && !(isPlace && afterPlaceWord))
    return say(isUnknown ? 0.7 : 0.85, "context", "what only people do");
  if (parts.length > 1 && isUnknown && looksLikeLast(last.lower) && !isWord && !afterPlaceWord)
    return say(0.65, "context", "a capital and a form of last names");
  if (isPair && (!isWord || looksLikeLast(last.lower)) && !last.isUpper)
    return say(0.8, "list", "first name and a capital");
  if (parts.length > 1 && second?.isLast && !afterPlaceWord && !isPlace && !word.isOpening)
    return say(0.6, "context", "a capital and a last name");
  if (word.isUpper && parts.length === 1) return nothing;
  if (afterPlaceWord && (isPlace || !facts.isFirst)) return nothing;
  if (facts.isFirst && !(isWord && word.isOpening))
    return say(isWord ? 0.6 : 0.8, "list", "first name");
  if (facts.isLast && !(isWord && word.isOpening) && !isPlace)
    return say(isWord ? 0.5 : 0.7, "list", "last name");
  if (facts.isLast && !isWord && isPlace && !admissions.has(previous?.lower ?? ""))
    return say(0.5, "list", "last name or place");
  if (isUnknown && facts.length < word.text.length && !isWord && facts.length > 2)
    return say(0.6, "context", "a capital in the genitive");
  const isNamed =
    /^(?:hadde|viste|at|hos|overvåke|overvake|angående|vedrørende|vedrørande|følge|følgje)$/.test(
      previous?.lower ?? "",
    );
  if (isUnknown && isNamed && word.gap === " " && !word.isUpper && word.text.length > 2 && !isWord)
    return say(0.5, "context", "a capital where a person stands");
  return nothing;
}
