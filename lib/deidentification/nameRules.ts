/** How sure it is that a row of words is a person's name: rules in order, the first that holds decides. */

import type { FindingSource } from "./finding";
import type { NameContext } from "./nameContext";
import { evidenceOf, type Evidence } from "./nameEvidence";
import { looksLikeLast, looksLikeVerb, type NameReading } from "./nameFacts";
import type { NameRow } from "./nameRow";
import { admissions, drugForms, eponymNext, titles, unitHeads, upperNoNames } from "./cueWords";
import { follows, isBeside } from "./textWords";

export type Judgement = {
  /** 0 where it is no name. */
  readonly confidence: number;
  readonly source: FindingSource;
  readonly why: string;
};

/** How sure it is that a row of words is a person's name; 0 where nothing says so. */
export function judge(
  reading: NameReading,
  i: number,
  context: NameContext,
  parts: NameRow,
): Judgement {
  const evidence = evidenceOf(reading, i, context, parts);
  const rule = rules.find(({ holds }) => holds(evidence));
  if (rule === undefined) return nothing;
  const { confidence, source, why } = rule;
  return {
    confidence: typeof confidence === "number" ? confidence : confidence(evidence),
    source,
    why,
  };
}

const nothing: Judgement = { confidence: 0, source: "list", why: "" };

type Rule = {
  readonly confidence: number | ((e: Evidence) => number);
  readonly source: FindingSource;
  readonly why: string;
  readonly holds: (e: Evidence) => boolean | undefined;
};
const name = (
  confidence: Rule["confidence"],
  source: FindingSource,
  why: string,
  holds: Rule["holds"],
): Rule => ({ confidence, source, why, holds });
const none = (holds: Rule["holds"]): Rule => ({ ...nothing, holds });

/** A word that nobody knows behind "Pasient:" and its like. */
const isUnknownAtLabel = (e: Evidence): boolean =>
  e.context === "label" && e.isUnknown && !e.word.isUpper && !e.isPlace && !e.isUsually;

const rules: readonly Rule[] = [
  // "Haugland rehabiliteringssenter", "Vik legekontor": a unit, or the start of one.
  none(
    ({ next }) =>
      next !== undefined &&
      isBeside(next) &&
      (unitHeads.has(next.lower) || /^(?:kommune|fylke)/.test(next.lower)),
  ),
  name(1, "user list", "a name of the user's list", (e) => e.facts.isUser),
  // "Orion Tab 10 mg", "Salve 1 %"
  none(
    ({ next, last, following }) =>
      (next?.gap === " " && drugForms.has(next.lower)) ||
      (drugForms.has(last.lower) && /^ (?:\d|til mikst)/.test(following)),
  ),
  name(
    0.95,
    "context",
    "name after a title",
    (e) => e.context === "title" && !e.isLetter && !(e.isShortForm && e.isUnknown) && !e.isRole,
  ),
  name(
    0.95,
    "context",
    "name after a relative",
    (e) => e.context === "relative" && !e.isLetter && e.facts.isFirst,
  ),
  name(
    0.6,
    "context",
    "name after a relative",
    (e) =>
      e.context === "relative" &&
      !e.isLetter &&
      !(e.word.isOpening || e.word.isUpper || e.isUsually || e.isVerb),
  ),
  name(
    0.95,
    "context",
    "name after its label",
    (e) => e.context === "label" && (e.isListed || e.second?.isLast),
  ),
  name(
    0.85,
    "context",
    "two capitals after their label",
    (e) => isUnknownAtLabel(e) && !e.isSingle,
  ),
  name(0.75, "context", "a capital after its label", (e) => {
    // "Pasient Utslipp", a line by itself, is a heading.
    const isHeading = e.previous?.isOpening && /^(?:\s*$|[\n:]| \p{Lu})/u.test(e.following);
    const isPatient = /^pas(?:ient(?:en)?)?$/.test(e.previous?.lower ?? "");
    return isUnknownAtLabel(e) && !e.word.isOpening && isPatient && !isHeading;
  }),
  name(
    0.7,
    "context",
    "a form of last names after its label",
    (e) => isUnknownAtLabel(e) && looksLikeLast(e.word.lower) && !e.isWord,
  ),
  name(
    0.85,
    "context",
    "last name after an initial",
    (e) =>
      e.context === "initial" &&
      !(e.isWord || e.isUsually || e.word.isUpper) &&
      (e.facts.isLast || looksLikeLast(e.word.lower)),
  ),
  name(
    0.9,
    "context",
    "a name with an age or a birth behind",
    (e) => e.isListed && e.isAged && !e.isLetter,
  ),
  name(
    0.9,
    "context",
    "a name before a title",
    (e) => e.isListed && (e.isTitled || e.isRelative) && !e.isLetter,
  ),
  name(
    0.8,
    "context",
    "whose relative is told",
    (e) => e.hasRelative && !e.isLetter && !e.isUsually,
  ),
  name(
    0.7,
    "context",
    "name at birth",
    (e) => e.context === "maiden" && !e.isUsually && !e.isAtPlace,
  ),
  // "al-Zahra", "d'Angelo"
  name(
    0.85,
    "context",
    "a name with its article",
    (e) => /^\p{Ll}/u.test(e.last.text) && !e.isUsually,
  ),
  name(
    (e) => (e.isWord && e.isPlace ? 0.6 : 0.95),
    "list",
    "first and last name",
    (e) => e.isPair && (e.second!.isLast || e.second!.isFirst) && !e.isOnlyEponyms,
  ),
  name(
    (e) => (e.isPlace || e.isWord || e.isUnknown ? 0.6 : 0.85),
    "list",
    "last and first name",
    (e) => e.isTurned && !e.isUsually && !e.afterPlaceWord,
  ),
  name(
    0.7,
    "context",
    "what only people do",
    (e) => e.actsAsPerson && e.isUnknown && !(e.word.isUpper || e.isKnownWord || e.isUsually),
  ),
  name(
    0.85,
    "context",
    "what only people do",
    (e) => e.isListed && !e.isLetter && !e.isAtPlace && e.isHuman,
  ),
  name(
    0.75,
    "context",
    "a name and what people do",
    (e) =>
      e.isListed &&
      !(e.isLetter || e.isAtPlace || e.isWord || e.isUsually) &&
      e.livesHere &&
      !(e.isPlace && !e.facts.isFirst),
  ),
  none((e) => e.isUsually && !(e.isListed && e.context === "company")),
  // "NAV Bergen", "AHS Peter": a short form and what follows it.
  none((e) => e.word.isUpper && e.isUnknown && !e.isSingle && !e.isSecondUpper),
  // "Smiths fraktur"
  none(
    ({ isSingle, facts, word, next }) =>
      isSingle && facts.length < word.text.length && next && eponymNext.test(next.lower),
  ),
  // "Ly 2,1", "Ampicillin 50 mg", "HbA1c"
  none((e) => e.isSingle && (!e.facts.isFirst || e.facts.isRare) && /^ ?\d/.test(e.following)),
  // "Andre lidelser i øret" in the name of a diagnosis; what André does is told above.
  none((e) => e.isSingle && e.word.lower === "andre" && /^ \p{Ll}/u.test(e.following)),
  // A rare name that begins a sentence is a word more often.
  none((e) => e.isSingle && e.facts.isRare && e.isListed && (e.word.isOpening || e.isWord)),
  // "Bekken", "Halsen": at the beginning of a sentence the noun is likelier.
  none(
    ({ isSingle, facts, word }) =>
      isSingle && !facts.isFirst && word.isOpening && /(?:[^s]en|et|a|ane|ene)$/.test(word.lower),
  ),
  name(
    0.7,
    "context",
    "a capital before an age or a title",
    (e) =>
      e.isUnknown &&
      !(e.word.isOpening || e.word.isUpper || e.isLetter) &&
      (e.isAged || e.isRelative || (e.isTitled && !e.isVerb)),
  ),
  name(
    0.6,
    "context",
    "two capitals and what people do",
    (e) =>
      !e.isSingle &&
      e.isUnknown &&
      !e.isKnownWord &&
      e.acts &&
      !e.afterPlaceWord &&
      (!e.last.isUpper || looksLikeLast(e.last.lower)),
  ),
  name(
    0.65,
    "context",
    "a capital and a form of last names",
    (e) =>
      !e.isSingle && e.isUnknown && looksLikeLast(e.last.lower) && !e.isWord && !e.afterPlaceWord,
  ),
  name(
    0.7,
    "context",
    "a form of last names before a title",
    (e) => e.isUnknown && e.isTitled && !e.word.isUpper && looksLikeLast(e.word.lower) && !e.isWord,
  ),
  name(
    0.8,
    "list",
    "first name and a capital",
    (e) =>
      e.isPair &&
      (!e.isWord || looksLikeLast(e.last.lower)) &&
      (!e.last.isUpper || (e.word.isUpper && looksLikeLast(e.last.lower))),
  ),
  name(0.6, "context", "a capital and a last name", (e) => {
    const isForeign = /[^a-zæøåéèêòóôäöü'-]/.test(e.word.lower);
    const mayOpen =
      isForeign || !(looksLikeVerb(e.word.lower) || e.isKnownWord || e.second?.isRare);
    const isInPlace =
      e.afterPlaceWord && /^(?:i|på|over|mot|nær|gjennom|via)$/.test(e.previous!.lower);
    return e.second?.isLast && !isInPlace && !e.isPlace && (!e.word.isOpening || mayOpen);
  }),
  name(
    0.7,
    "context",
    "initials behind a signature's word",
    (e) => e.word.isUpper && /^sign(?:atur|ert)?$/.test(e.previous?.lower ?? "") && !e.isListed,
  ),
  name(0.6, "list", "a name in capitals", ({ word, isSingle, isPlace, isListed, isWord }) => {
    // In capitals stand headings and short forms too.
    const isLong =
      (word.text.length > 4 && !isPlace && !upperNoNames.has(word.lower)) ||
      word.text.includes("-");
    return word.isUpper && isSingle && isListed && isLong && !isWord;
  }),
  none((e) => e.word.isUpper && e.isSingle),
  none((e) => e.afterPlaceWord && (e.isPlace || !e.facts.isFirst)),
  name(
    (e) => (e.isWord ? 0.6 : 0.8),
    "list",
    "first name",
    (e) => e.isListed && e.facts.isFirst && !(e.isWord && e.word.isOpening),
  ),
  name(
    (e) => (e.isWord ? 0.5 : 0.7),
    "list",
    "last name",
    (e) => e.facts.isLast && !(e.isWord && e.word.isOpening) && !e.isPlace,
  ),
  none((e) => e.word.isOpening && !looksLikeLast(e.word.lower) && /^ \p{Ll}/u.test(e.following)),
  name(
    0.5,
    "list",
    "last name or place",
    (e) =>
      e.isListed &&
      e.facts.isLast &&
      !e.isWord &&
      e.isPlace &&
      !admissions.has(e.previous?.lower ?? ""),
  ),
  name(0.6, "context", "a capital in the genitive", ({ word, facts, next, isUnknown, isWord }) => {
    // "Erb's parese", "Doctor's name"
    const stem = word.lower.slice(0, facts.length);
    const isCommon =
      titles.has(stem) ||
      /^(?:doctor|specialist|patient|physician|nurse|spesialist|sykehus|hospital)$/.test(stem) ||
      (next !== undefined && eponymNext.test(next.lower));
    const isGenitive = facts.length < word.text.length && facts.length > 2;
    return isUnknown && isGenitive && !isWord && !isCommon;
  }),
  name(0.5, "context", "a capital where a person stands", (e) => {
    const isNamed =
      e.context === "company" ||
      /^(?:hadde|viste|at|hos|overvåke|overvake|angående|vedrørende|vedrørande|følge|følgje|ifølge|ifølgje|ringte|ringde|kontaktet|kontakta|kalles|kalla|kalt|kallet|heter|heiter)$/.test(
        e.previous?.lower ?? "",
      );
    const isCapital = follows(e.word) && !e.word.isUpper && e.word.text.length > 2;
    return e.isUnknown && isNamed && isCapital && !e.isWord && e.next?.lower !== "type";
  }),
];
