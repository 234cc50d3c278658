/** Surrogates of numbers, in the format of what they replace and recognisable as made up. */

import type { Random } from "../random";
import { moveDay, type CalendarDay, type DateShift } from "./dateShift";
import { dateIn, withCheckDigits } from "../identityNumbers/identityNumber";

const two = (n: number): string => String(n).padStart(2, "0");

/** The digits of a text replaced one by one; everything else stays. */
export function withDigits(text: string, digits: string): string {
  let at = 0;
  return text.replace(/\p{Nd}/gu, () => digits[at++] ?? "0");
}

const randomDigits = (random: Random, count: number): string =>
  Array.from({ length: count }, () => String(random.integer(10))).join("");

/**
 * An identity number of the series for tests (80 added to the month), of the same gender, and born
 * where the date of birth of the text is moved to.
 */
export function identityNumberLike(
  text: string,
  digits: string,
  random: Random,
  shift: DateShift,
): string {
  // A typing error elsewhere in the number leaves its date.
  const birth = dateIn(digits);
  const isMale = Number(digits[8]) % 2 === 1;
  // Individual numbers from 500 on belong to births from 2000 on, as the check of the series wants.
  const isYoung = digits[6]! >= "5" && (birth?.year ?? 99) < 40;
  const from: CalendarDay = {
    year: (isYoung ? 2000 : 1900) + (birth?.year ?? 30 + random.integer(65)),
    month: birth?.month ?? 1 + random.integer(12),
    day: Math.min(birth?.day ?? 1 + random.integer(28), 28),
  };
  const { year, month, day } = moveDay(from, shift.days, shift.birthYears);
  for (;;) {
    let individual = random.integer(500) + (year >= 2000 ? 500 : 0);
    if (individual % 2 !== (isMale ? 1 : 0)) individual ^= 1;
    const nine = two(day) + two(month + 80) + two(year % 100) + String(individual).padStart(3, "0");
    const number = withCheckDigits(nine);
    if (number !== undefined && number !== digits) return withDigits(text, number);
  }
}

/** A number of the block 59 00 xx xx, which generated text uses too; a prefix of a country stays. */
export function phoneLike(text: string, random: Random): string {
  const prefix = /^(?:\+|00)(?:47|45|46|44|49|48|1|\d{2})[ -]?(?=.*\d{2})/.exec(text)?.[0] ?? "";
  const rest = text.slice(prefix.length);
  const count = rest.replace(/\P{Nd}/gu, "").length;
  const head = count >= 8 ? "5900" : "0";
  return prefix + withDigits(rest, head + randomDigits(random, Math.max(0, count - head.length)));
}

/** Other digits in the same places. */
export function digitsLike(text: string, random: Random): string {
  const count = text.replace(/\P{Nd}/gu, "").length;
  // A number does not begin with 0, or it would be read as another kind.
  const digits = String(1 + random.integer(9)) + randomDigits(random, Math.max(0, count - 1));
  return withDigits(text, digits);
}

/** A ward with another number and another letter. */
export const wardLike = (text: string, random: Random): string =>
  text
    .replace(/\d+/g, (number) => String(1 + random.integer(Math.max(9, 10 ** number.length - 1))))
    .replace(/(?<![\p{L}])[A-H](?![\p{L}])/gu, () => "ABCDEFGH"[random.integer(8)]!);

/**
 * An age of the same stage of life: some years off for adults, one for children. From 90 on, where
 * few are alive, it is drawn between 84 and 89.
 */
export function ageLike(age: number, years: number, draw: Random): number {
  if (age >= 90) return 84 + draw.integer(6);
  if (age < 3) return age + 1;
  if (age < 20) return age + Math.sign(years);
  return age + years >= 90 ? age - Math.abs(years) : age + years;
}
