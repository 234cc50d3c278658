/** The same forms of dates with another day in them. */

import {
  daysIn,
  englishMonths,
  months,
  shortMonths,
  weekdays,
  yearOf,
  type DateMention,
  type Field,
} from "../identityNumbers/dates";
import { ordinalLike } from "../identityNumbers/numberWords";
import { inCaseOf } from "./spelling";

export type DateShift = {
  /** Whole weeks, so that days of the week stay right. */
  readonly days: number;
  /** Years that dates of birth move besides. */
  readonly birthYears: number;
  /** The year of dates that are written without one. */
  readonly contextYear: number;
};

const dayLength = 86_400_000;

/** A day as the number of days since 1 January 1970. */
export const dayNumber = (year: number, month: number, day: number): number =>
  Date.UTC(year, month - 1, day) / dayLength;

export type CalendarDay = { readonly year: number; readonly month: number; readonly day: number };

/** A day moved by days and then by whole years; a 29 February without counterpart becomes the 28th. */
export function moveDay(
  { year, month, day }: CalendarDay,
  days: number,
  years: number,
): CalendarDay {
  const moved = new Date((dayNumber(year, month, day) + days) * dayLength);
  const newYear = moved.getUTCFullYear() + years;
  const newMonth = moved.getUTCMonth() + 1;
  const newDay = Math.min(moved.getUTCDate(), daysIn(newMonth, newYear));
  return { year: newYear, month: newMonth, day: newDay };
}

/**
 * A date as written, moved. What is not written is filled in for the counting: the fifteenth of a
 * month, the middle of a year, the year of the document. Of a range both ends move.
 *
 * @param text - the text that the fields point into
 */
export function shiftDate(text: string, mention: DateMention, shift: DateShift): string {
  const { fields, start, end } = mention;
  const { fromDay, fromMonth, fromYear } = fields;
  const years = mention.isBirth ? shift.birthYears : 0;
  const last = dayOf(yearOf(fields) ?? shift.contextYear, fields.month, fields.day);
  const to = moveDay(last, shift.days, years);
  // "28.12.-3.1.2021" begins in the year before.
  const beforeYear = fromMonth && fromMonth.value > last.month ? last.year - 1 : last.year;
  const first = dayOf(fromYear?.value ?? beforeYear, fromMonth ?? fields.month, fromDay);
  const begin = moveDay(first, shift.days, years);
  const written: { readonly field: Field; readonly put: string }[] = [];
  const put = (field: Field | undefined, write: (old: string) => string): void => {
    if (field) written.push({ field, put: write(text.slice(field.start, field.end)) });
  };
  const number = (value: number) => (old: string) =>
    String(value).padStart(old.length === 2 ? 2 : 1, "0");
  const day = (value: number) => (old: string) =>
    /^\d/.test(old) ? number(value)(old) : inCaseOf(old, ordinalLike(value, old));
  const month = (value: number) => (old: string) =>
    /^\d/.test(old) ? number(value)(old) : monthName(old, value);
  const year = (value: number) => (old: string) =>
    old.length === 2 ? String(value % 100).padStart(2, "0") : String(value);
  put(fields.week, (old) =>
    number(weekOf(moveDay(weekStart(last.year, Number(old)), shift.days, 0)))(old),
  );
  put(fields.day, day(to.day));
  put(fields.month, month(to.month));
  put(fields.year, year(to.year));
  put(fromDay, day(begin.day));
  put(fromMonth, month(begin.month));
  put(fromYear, year(begin.year));
  // Whole weeks leave the day as it is; only a date of birth that moves by years needs another.
  if (fields.year && fields.day && mention.isBirth) {
    const weekday = (((dayNumber(to.year, to.month, to.day) + 3) % 7) + 7) % 7;
    put(fields.weekday, (old) => {
      const names = weekdays.find((each) =>
        (each as readonly string[]).includes(old.toLowerCase()),
      );
      return inCaseOf(old, (names ?? weekdays[0])[weekday]!);
    });
  }
  let result = "";
  let at = start;
  for (const { field, put } of written.sort((a, b) => a.field.start - b.field.start)) {
    result += text.slice(at, field.start) + put;
    at = field.end;
  }
  return result + text.slice(at, end);
}

const weekStart = (year: number, week: number): CalendarDay =>
  moveDay({ year, month: 1, day: 4 }, 7 * (week - 1), 0);
/** The week of a day, near enough to what calendars say. */
const weekOf = ({ year, month, day }: CalendarDay): number =>
  Math.min(52, 1 + Math.floor((dayNumber(year, month, day) - dayNumber(year, 1, 1)) / 7));

const dayOf = (year: number, month: Field | undefined, day: Field | undefined): CalendarDay => ({
  year,
  month: month?.value ?? 7,
  day: day?.value ?? (month ? 15 : 1),
});

function monthName(old: string, month: number): string {
  const bare = old.replace(/\.$/, "").toLowerCase();
  const list = [months, englishMonths].find((each) => each.includes(bare)) ?? shortMonths;
  const point = old.endsWith(".") ? "." : "";
  return inCaseOf(old, list[month - 1]!) + point;
}
