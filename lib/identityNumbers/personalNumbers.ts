/**
 * Where identity numbers stand in a text, however they are written: whole, with signs between their
 * digits, inside longer rows of digits, or as a date of birth with the last five digits apart.
 */

import { findDates, yearOf, type DateMention } from "./dates";
import { dateIn, parseIdentityNumber, type IdentityNumber } from "./identityNumber";
import { viewOf } from "./view";

/** A stretch of a text in UTF-16 units. */
export type Stretch = { readonly start: number; readonly end: number };

/** Eleven digits of a text, which begin and end where rows of digits do. */
export type ElevenDigits = Stretch & {
  readonly digits: string;
  /** Lengths of the rows of digits that they are written in; one of more than eleven lies within a longer row. */
  readonly rows: readonly number[];
  /** What stands between those rows. */
  readonly separators: readonly string[];
};

const digitRow = /\d+/g;
/** What may stand between two digits of one number: one or two signs, blanks and ends of lines included. */
const separator = /^[^\p{L}\p{N}]{1,2}$/u;
/** Between the date and the last five digits people write more: " - ", ".\n". */
const middleSeparator = /^[^\p{L}\p{N}]{1,5}$/u;

/**
 * All rows of eleven digits of a text whose ends are ends of rows of digits, under any separators, and
 * all within longer rows. Every number of a text is among them; most are none.
 *
 * @param text - plain, as {@link viewOf} gives it
 */
export function* elevenDigitsIn(text: string): Generator<ElevenDigits> {
  const rows = Array.from(text.matchAll(digitRow), ({ index, 0: digits }) => ({
    start: index,
    end: index + digits.length,
  }));
  for (const [i, first] of rows.entries()) {
    const length = first.end - first.start;
    for (let start = first.start; start + 11 <= first.end; start++) {
      const end = start + 11;
      yield { start, end, digits: text.slice(start, end), rows: [length], separators: [] };
    }
    let digits = text.slice(first.start, first.end);
    const [lengths, separators]: [number[], string[]] = [[length], []];
    for (let j = i + 1; j < rows.length && digits.length < 11; j++) {
      const between = text.slice(rows[j - 1]!.end, rows[j]!.start);
      if (!(digits.length === 6 ? middleSeparator : separator).test(between)) break;
      digits += text.slice(rows[j]!.start, rows[j]!.end);
      lengths.push(rows[j]!.end - rows[j]!.start);
      separators.push(between);
      if (digits.length === 11)
        yield { start: first.start, end: rows[j]!.end, digits, rows: lengths, separators };
    }
  }
}

/** Five digits, in one or as three and two; not those of a code ("S52501"). */
const fiveDigits = /(?<!\d|(?<!\p{L})\p{Lu})(?:\d{5}(?!\d)|(?<!\d[ .-])\d{3} \d{2}(?![ .-]?\d))/gu;
/** Characters between a date of birth and the five digits that belong to it, beyond which they are of other things. */
const farthestApart = 80;

/** The last five digits of a number whose date stands elsewhere, and what they are together with it. */
export type LastFive = Stretch & { readonly number: IdentityNumber };

/**
 * Five digits that make an identity number with a date near them ("født 15.07.54, pnr 40062"), on
 * either side of it.
 *
 * @param text - plain, as {@link viewOf} gives it
 * @param dates - dates of the text, if they are known already
 */
export function lastFiveApart(text: string, dates?: readonly DateMention[]): LastFive[] {
  const fives = [...text.matchAll(fiveDigits)];
  if (fives.length === 0) return [];
  const births = birthDates(text, dates ?? findDates(text));
  let first = 0;
  return fives.flatMap(({ index, 0: written }) => {
    const [start, end] = [index, index + written.length];
    while (first < births.length && births[first]!.end < start - farthestApart) first++;
    for (let at = first; at < births.length && births[at]!.start <= end + farthestApart; at++) {
      const birth = births[at]!;
      if (birth.start < end && start < birth.end) continue;
      for (const six of birth.sixes) {
        const number = parseIdentityNumber(six + written.replace(" ", ""));
        if (number) return [{ start, end, number }];
      }
    }
    return [];
  });
}

const two = (value: number): string => String(value).padStart(2, "0");
/** Six digits alone or in pairs, which may be a date in any of the numbers' kinds ("16.82.49"). */
const sixDigits = /(?<!\d)(?:\d{6}|\d\d[./ -]\d\d[./ -]\d\d)(?!\d)/g;

/** Dates of a text with the first six digits that numbers of people born then may have, sorted. */
function birthDates(
  text: string,
  dates: readonly DateMention[],
): (Stretch & { readonly sixes: readonly string[] })[] {
  const written = dates.flatMap(({ start, end, fields }) => {
    const { day, month } = fields;
    const year = yearOf(fields);
    if (!day || !month || year === undefined) return [];
    const six = (dayMore: number, monthMore: number): string =>
      two(day.value + dayMore) + two(month.value + monthMore) + two(year % 100);
    // Born, D-number, H-number, and the series for tests.
    return [{ start, end, sixes: [six(0, 0), six(40, 0), six(0, 40), six(0, 80), six(0, 65)] }];
  });
  const bare = Array.from(text.matchAll(sixDigits), ({ index, 0: match }) => {
    const six = match.replace(/\D/g, "");
    return { start: index, end: index + match.length, sixes: dateIn(six) ? [six] : [] };
  });
  return [...written, ...bare].sort((a, b) => a.start - b.start);
}

/** Digits of any script, as few and as far apart as "f. 1. juli 54 … 40062": most texts without numbers end here. */
const hasDigits = /(?:\p{Nd}\P{Nd}{0,90}){7}\p{Nd}/u;

/**
 * The identity numbers of a text that can belong to a person: valid checks, and not of a series for
 * tests. For the gate before training: stricter than any detector, fast where there are no numbers.
 *
 * @returns stretches in order; those that overlap are one
 */
export function findPersonalNumbers(text: string): Stretch[] {
  if (!hasDigits.test(text)) return [];
  const view = viewOf(text);
  const isPersonal = (number: IdentityNumber | undefined): boolean =>
    number !== undefined && number.kind !== "synthetic";
  const found = [
    ...Array.from(elevenDigitsIn(view.text)).filter(({ digits }) =>
      isPersonal(parseIdentityNumber(digits)),
    ),
    ...lastFiveApart(view.text).filter(({ number }) => isPersonal(number)),
  ].sort((a, b) => a.start - b.start);
  const joined: { start: number; end: number }[] = [];
  for (const { start, end } of found) {
    const last = joined.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else joined.push({ start, end });
  }
  return joined.map(({ start, end }) => view.original(start, end));
}
