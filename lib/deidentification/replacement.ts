/** A document with its spans replaced by surrogates. */

import type { Document, PhiLabel, PhiSpan } from "../corpus/document";
import {
  findDates,
  isBirthAfter,
  yearOf,
  type DateFields,
  type DateMention,
} from "../identityNumbers/dates";
import { moveDay, shiftDate, type DateShift } from "./dateShift";
import { drawAllowed, drawsOf, type Draws } from "./draws";
import type { Gazetteer } from "./gazetteer";
import { parseIdentityNumber } from "../identityNumbers/identityNumber";
import { numberOfWord, wordLike } from "../identityNumbers/numberWords";
import { inCaseOf, keyOf } from "./spelling";
import { nameSurrogates } from "./surrogateNames";
import { ageLike, digitsLike, identityNumberLike, phoneLike, wardLike } from "./surrogateNumbers";
import { isUnitPart } from "./units";
import { viewOf } from "../identityNumbers/view";

export type ReplacementSettings = {
  readonly gazetteer: Gazetteer;
  /** What the surrogates and the shift of dates follow from; whoever has it can undo the shift. */
  readonly secret: string;
  /** The documents of one patient, whose dates move alike. */
  readonly group: string;
  /** Whether other documents have the group too. */
  readonly isShared: boolean;
};

/** The text with surrogates, and where they are. */
export type Replaced = { readonly text: string; readonly spans: readonly PhiSpan[] };

/**
 * Replace spans of a text. The same original gets the same surrogate throughout, and no surrogate is
 * an original of the text.
 *
 * @param spans - sorted, without overlap
 */
export function replaceSpans(
  document: Pick<Document, "text" | "year">,
  spans: readonly PhiSpan[],
  settings: ReplacementSettings,
): Replaced {
  const { text } = document;
  const { gazetteer } = settings;
  const draws = drawsOf(settings.secret, settings.group);
  const textOf = ({ start, end }: PhiSpan): string => viewOf(text.slice(start, end)).text;
  const dates = datesOf(text, spans);
  const shift = shiftOf(document, spans, dates, draws, settings.isShared);
  const names = nameSurrogates({
    draws,
    gazetteer,
    originals: originalWords(spans.map((span) => ({ ...span, text: textOf(span) }))),
    gender: genderOf(text, spans),
  });
  const write = (span: PhiSpan, i: number): string => {
    const old = textOf(span);
    const next = text.slice(span.end, span.end + 2);
    const digits = old.replace(/\P{Nd}/gu, "");
    switch (span.label) {
      case "First_Name":
        return names.firstName(old, next);
      case "Last_Name":
        return names.lastName(old, next);
      case "Location":
        return names.place(old, spans[i - 1]?.label === "Postcode");
      case "Street_Address":
        return names.street(old);
      case "Health_Care_Unit":
        return names.unit(old);
      case "Email":
        return names.email(old);
      case "Postcode": {
        const town = spans[i + 1];
        const isBeside = town?.label === "Location" && town.start - span.end < 4;
        const codes = isBeside ? gazetteer.postcodesOf(names.place(textOf(town), true)) : [];
        const draw = draws.of(`postcode ${digits}`);
        return codes.length > 0 ? draw.pick(codes) : other(draws, old, digitsLike);
      }
      case "Date": {
        const date = dates[i];
        // What a model or a document calls a date in no form that is known: at least its digits go.
        return date ? shiftedDate(old, date, shift) : other(draws, old, digitsLike);
      }
      case "Age":
        return old.replace(/\d+|\p{L}{2,}/u, (age) => {
          if (age.length === 4 && /^\d/.test(age))
            return String(Number(age) + (shift.birthYears + Math.round(shift.days / 365) || 1));
          const years = numberOfWord(age) ?? Number(age);
          if (Number.isNaN(years)) return age;
          const other = ageLike(years, yearsOf(draws), draws.of(`age ${years}`));
          return /^\d/.test(age) ? String(other) : inCaseOf(age, wordLike(other, age));
        });
      case "Phone_Number":
        return other(draws, old, phoneLike);
      case "Social_Security_Number":
        return digits.length === 11
          ? identityNumberLike(old, digits, draws.of(`identity ${digits}`), shift)
          : other(draws, old, digitsLike);
      case "Record_Number":
        // "@kari_s", "www.…/kari": letters tell as much as digits.
        if (/^@|^www\.|:\/\/|\p{Ll}{3}/u.test(old)) return names.webName(old);
        return /^\d{1,3}(?:\.\d{1,3}){3}$/.test(old)
          ? `192.0.2.${1 + draws.of(`network ${old}`).integer(254)}`
          : other(draws, old, digitsLike);
      case "Ward":
        // "avdeling Solgløtt": a name of its own.
        return /\p{Nd}|(?<!\p{L})\p{Lu}(?!\p{L})/u.test(old)
          ? other(draws, old, wardLike)
          : names.place(old);
    }
  };
  // Full names before initials, so that initials follow them.
  const order = spans.map((_, i) => i).sort((a, b) => lengthOf(spans[b]!) - lengthOf(spans[a]!));
  const written = new Array<string>(spans.length);
  for (const i of order)
    written[i] = otherThan(textOf(spans[i]!), write(spans[i]!, i), spans[i]!.label, draws);
  let result = "";
  let at = 0;
  const moved = spans.map((span, i): PhiSpan => {
    result += text.slice(at, span.start);
    const start = result.length;
    result += written[i]!;
    at = span.end;
    return { start, end: result.length, label: span.label };
  });
  return { text: result + text.slice(at), spans: moved };
}

const lengthOf = ({ start, end }: PhiSpan): number => (end - start > 2 ? 1 : 0);

/**
 * What is written in place of an original, which must never be the original itself, whatever a model or
 * a document calls a name, a date or an age: other digits where it has some, or its label in brackets.
 */
function otherThan(old: string, surrogate: string, label: PhiLabel, draws: Draws): string {
  const isSame = (candidate: string): boolean => keyOf(candidate) === keyOf(old);
  if (!isSame(surrogate)) return surrogate;
  const digits = other(draws, old, digitsLike);
  return isSame(digits) ? `[${label}]` : digits;
}

/** Something else in the format of a text, the same for the same text. */
function other(
  draws: Draws,
  text: string,
  like: (text: string, random: ReturnType<Draws["of"]>) => string,
): string {
  if (!/\p{Nd}|[A-H]/u.test(text)) return text;
  return drawAllowed(
    draws,
    `number ${keyOf(text).replace(/[ .]/g, "")}`,
    (random) => like(text, random),
    (candidate) => candidate !== text,
  );
}

/** A week by its number alone may come back after two years: then five weeks more. */
function shiftedDate(old: string, date: DateMention, shift: DateShift): string {
  const moved = shiftDate(old, date, shift);
  return moved === old ? shiftDate(old, date, { ...shift, days: shift.days + 35 }) : moved;
}

/** Years that ages move by, the same for a group: one to three, up or down. */
const yearsOf = (draws: Draws): number => draws.of("age").pick([-3, -2, -1, 1, 2, 3]);

/** The dates of spans that hold one, with their fields counted from the start of the span. */
function datesOf(text: string, spans: readonly PhiSpan[]): (DateMention | undefined)[] {
  const parsed = new Map<string, DateMention | undefined>();
  return spans.map(({ start, end, label }) => {
    if (label !== "Date") return undefined;
    const plain = viewOf(text.slice(start, end)).text;
    if (!parsed.has(plain)) parsed.set(plain, dateIn(plain));
    const mention = parsed.get(plain);
    return (
      mention && { ...mention, isBirth: isBirthAfter(text.slice(Math.max(0, start - 48), start)) }
    );
  });
}

/** A year alone, a week, or a day and a month, are dates behind a word only. */
function dateIn(plain: string): DateMention | undefined {
  const [mention] = ["", "i ", "den ", "uke "].flatMap((prefix) =>
    findDates(prefix + plain)
      .filter(({ start }) => start >= prefix.length)
      .map((each) => ({ ...each, fields: movedBack(each.fields, prefix.length) })),
  );
  return mention && { ...mention, start: 0, end: plain.length };
}

const movedBack = (fields: DateFields, by: number): DateFields =>
  Object.fromEntries(
    Object.entries(fields).map(([name, { start, end, value }]) => [
      name,
      { start: start - by, end: end - by, value },
    ]),
  );

/** How the dates of a document move. */
function shiftOf(
  document: Pick<Document, "text" | "year">,
  spans: readonly PhiSpan[],
  dates: readonly (DateMention | undefined)[],
  draws: Draws,
  isShared: boolean,
): DateShift {
  const full = dates.flatMap((date) => {
    const year = date && yearOf(date.fields);
    const { day, month } = date?.fields ?? {};
    return date && year !== undefined && day && month
      ? [{ year, month: month.value, day: day.value, isBirth: date.isBirth }]
      : [];
  });
  const events = full.filter(({ isBirth }) => !isBirth);
  const contextYear =
    document.year || Math.max(...events.map(({ year }) => year), ...(events.length ? [] : [2020]));
  const age = spans.find(({ label }) => label === "Age");
  const said = age && Number(/\d+/.exec(document.text.slice(age.start, age.end))?.[0]);
  const birth = full.find(({ isBirth }) => isBirth);
  const years = yearsOf(draws);
  const patientAge = said ?? (birth ? contextYear - birth.year : 50);
  const birthYears =
    patientAge < 120
      ? patientAge - ageLike(patientAge, years, draws.of(`age ${patientAge}`))
      : -years;
  const written = new Set(events.map(({ year, month, day }) => `${year}-${month}-${day}`));
  // A moved day should be no other day of the document; documents that move alike have one shift.
  for (let attempt = 0; ; attempt++) {
    const draw = draws.of("days", attempt);
    // More than a year, so that a year alone changes; less than five, or day and month could return.
    const days = 7 * (54 + draw.integer(200)) * (draw.uniform() < 0.5 ? -1 : 1);
    const isSeen = events.some((date) => {
      const { year, month, day } = moveDay(date, days, 0);
      return written.has(`${year}-${month}-${day}`);
    });
    if (!isSeen || isShared || attempt > 20) return { days, birthYears, contextYear };
  }
}

/** Keys of the words of names, places and institutions, and of whole names. */
function originalWords(spans: readonly (PhiSpan & { readonly text: string })[]): Set<string> {
  const words = new Set<string>();
  for (const { label, text } of spans) {
    if (/Name|Location|Unit|Street/.test(label))
      for (const [each] of keyOf(text).matchAll(/\p{L}[\p{L}\p{M}]*/gu))
        if (label !== "Health_Care_Unit" || !isUnitPart(each)) words.add(each);
    if (/Name/.test(label)) words.add(`name ${keyOf(text)}`);
  }
  return words;
}

/** The patient's gender: of the identity number, or of the pronouns. */
function genderOf(text: string, spans: readonly PhiSpan[]): "female" | "male" | undefined {
  const number = spans.find(({ label }) => label === "Social_Security_Number");
  const digits = number && text.slice(number.start, number.end).replace(/\D/g, "");
  const parsed = digits === undefined ? undefined : parseIdentityNumber(digits);
  if (parsed) return parsed.gender;
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  const women = count(/(?<!\p{L})(?:hun|ho|henne|hennes|hennar|kvinne|kvinna|kvinnen)(?!\p{L})/giu);
  const men = count(/(?<!\p{L})(?:han|ham|honom|hans|mann|mannen)(?!\p{L})/giu);
  return women === men ? undefined : women > men ? "female" : "male";
}
