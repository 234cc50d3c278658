/**
 * Stretches of digits that may be one number: no part of a note begins within one. Each half of an
 * identity number looks like nothing, so what is torn apart here is found by nobody behind.
 */

import { dateIn, parseIdentityNumber } from "../../identityNumbers/identityNumber";
import { decimalValue } from "../../identityNumbers/view";

export type NumberStretch = { readonly start: number; readonly end: number };

/** Characters between a date of birth and the five digits that make it an identity number, e.g. ", personnummer ". */
const farthest = 80;
/** Characters between groups of digits that eleven of them may be written with. */
const farthestNeighbour = 40;
/** Digits of telephone, account, record and identity numbers; longer rows of groups are tables. */
const [fewestDigits, mostDigits] = [8, 15];

type Group = NumberStretch & { readonly digits: string };

/** Stretches of a text that must stay together, in no order. */
export function numberStretches(text: string): NumberStretch[] {
  const groups: Group[] = Array.from(text.matchAll(/\p{Nd}+/gu), ({ index, 0: found }) => ({
    start: index,
    end: index + found.length,
    digits: Array.from(found, decimalValue).join(""),
  }));
  return [...datesAndFive(groups), ...validNumbers(groups), ...writtenInGroups(text, groups)];
}

/** A date of birth with five digits near it, in either order. Both halves may be mistyped: no check is asked for. */
function datesAndFive(groups: readonly Group[]): NumberStretch[] {
  const dates = groups.flatMap((_, i) => birthDate(groups, i) ?? []);
  const fives = groups.flatMap((group, i) => {
    const next = groups[i + 1];
    if (group.digits.length === 5) return [group];
    const isSplit = group.digits.length === 3 && next?.digits.length === 2;
    return isSplit && next.start - group.end <= 2 ? [{ start: group.start, end: next.end }] : [];
  });
  const near: NumberStretch[] = [];
  let from = 0;
  for (const date of dates) {
    while (from < fives.length && fives[from]!.end < date.start - farthest) from++;
    for (let i = from; i < fives.length && fives[i]!.start <= date.end + farthest; i++)
      near.push({
        start: Math.min(date.start, fives[i]!.start),
        end: Math.max(date.end, fives[i]!.end),
      });
  }
  return near;
}

/** A date that begins with group `i`: 150754, 15071954, 15.07.54, 15 7 1954. */
function birthDate(groups: readonly Group[], i: number): NumberStretch | undefined {
  const [day, month, year] = [groups[i]!, groups[i + 1], groups[i + 2]];
  if (day.digits.length === 6) return dateIn(day.digits) && day;
  if (day.digits.length === 8) return dateIn(day.digits.slice(0, 4) + day.digits.slice(6)) && day;
  if (!month || !year || month.start - day.end > 2 || year.start - month.end > 2) return undefined;
  if (day.digits.length > 2 || month.digits.length > 2) return undefined;
  if (year.digits.length !== 2 && year.digits.length !== 4) return undefined;
  const two = ({ digits }: Group): string => digits.slice(-2).padStart(2, "0");
  return dateIn(two(day) + two(month) + two(year)) && { start: day.start, end: year.end };
}

/** Eleven digits in any groups whose checks are right. */
function validNumbers(groups: readonly Group[]): NumberStretch[] {
  const found: NumberStretch[] = [];
  for (let i = 0; i < groups.length; i++) {
    let digits = "";
    for (let j = i; j < groups.length && digits.length < 11; j++) {
      if (j > i && groups[j]!.start - groups[j - 1]!.end > farthestNeighbour) break;
      digits += groups[j]!.digits;
      if (digits.length === 11 && parseIdentityNumber(digits))
        found.push({ start: groups[i]!.start, end: groups[j]!.end });
    }
  }
  return found;
}

/** Groups with next to nothing between them, all together as long as a number is. */
function writtenInGroups(text: string, groups: readonly Group[]): NumberStretch[] {
  const found: NumberStretch[] = [];
  for (let i = 0; i < groups.length;) {
    let last = i;
    let digits = groups[i]!.digits.length;
    while (last + 1 < groups.length && isGap(text, groups[last]!, groups[last + 1]!))
      digits += groups[++last]!.digits.length;
    if (last > i && digits >= fewestDigits && digits <= mostDigits)
      found.push({ start: groups[i]!.start, end: groups[last]!.end });
    i = last + 1;
  }
  return found;
}

/** A sign, a space or one line break; an empty line parts what was written at different times. */
function isGap(text: string, { end }: Group, { start }: Group): boolean {
  return (
    start - end <= 3 &&
    /^[^\p{L}\p{Nd}\n\r]*(?:\r?\n[^\p{L}\p{Nd}\n\r]*)?$/u.test(text.slice(end, start))
  );
}
