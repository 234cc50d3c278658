/** Numbers that are told by their form or the word before them: identity, phone, account and record numbers. */

import type { DateMention } from "../identityNumbers/dates";
import { found, type Finding } from "./finding";
import { parseIdentityNumber } from "../identityNumbers/identityNumber";
import {
  elevenDigitsIn,
  lastFiveApart,
  type ElevenDigits,
} from "../identityNumbers/personalNumbers";

const before = (text: string, at: number, length: number): string =>
  text.slice(Math.max(0, at - length), at);

const identityWord =
  /(?:fnr|f\.? ?nr|fødselsn\p{L}*|fødselsnr|personn\p{L}*|pers\.? ?nr|pnr|p\.nr|person-? ?id|[dh]-?nummer|[dh]-?nr|nin|ssn|id-?nummer|id-?nr|trygden\p{L}*|sikkerhetsnummer\p{L}*|hjelpen\p{L}*)[^\d\n]{0,24}$/iu;

/** The groups that people write: in one, as six and five, or the date in pairs. */
const usualGroups = /^(?:11|6 5|2 2 2 5|6 3 2|6 2 3|2 2 2 3 2)$/;
const isUsual = ({ rows, separators }: ElevenDigits): boolean =>
  usualGroups.test(rows.join(" ")) &&
  separators.every((each) => /^(?:[ ./_-]|\s{0,2}[-./]?\s{0,2})$/.test(each));

/**
 * Identity numbers. Digits whose checks fail are taken too, for a person can be found by a number
 * with a typing error; where nothing else says that they are one, they are doubtful.
 */
export function findIdentityNumbers(text: string, dates: readonly DateMention[]): Finding[] {
  const findings: Finding[] = [];
  const add = (start: number, end: number, confidence: number, why: string): void => {
    findings.push(found(start, end, "Social_Security_Number", "form", confidence, why));
  };
  for (const eleven of elevenDigitsIn(text)) {
    const { start, end, digits, rows } = eleven;
    const number = parseIdentityNumber(digits);
    const usual =
      isUsual(eleven) || (number !== undefined && /^(?:6|2 2 2) 5$/.test(rows.join(" ")));
    if (number && rows[0]! <= 11)
      if (usual) add(start, end, 1, "identity number");
      else add(start, end, 0.65, "valid identity number under other separators");
    else if (number) addRow(start, end);
    else if (usual && identityWord.test(before(text, start, 60)))
      add(start, end, 1, "eleven digits after their word");
    else if (usual && mayBeMistyped(text, eleven))
      add(start, end, 0.6, "eleven digits that fail the checks");
  }
  // A longer row of digits is replaced as one: which eleven of it are the number cannot be known.
  function addRow(start: number, end: number): void {
    while (/\d/.test(text[start - 1] ?? "")) start--;
    if (findings.at(-1)?.start === start) return;
    while (/\d/.test(text[end] ?? "")) end++;
    add(start, end, 0.65, "valid identity number within more digits");
  }
  const inWhole = new Uint8Array(text.length);
  for (const { start, end } of findings) inWhole.fill(1, start, end);
  for (const { start, end } of lastFiveApart(text, dates))
    if (!inWhole.subarray(start, end).includes(1))
      add(start, end, 0.95, "last five digits beside a date");
  const birthEnds = new Set(dates.flatMap(({ end, isBirth }) => (isBirth ? [end] : [])));
  for (const { index, 0: match } of text.matchAll(fiveDigits))
    if (identityWord.test(before(text, index, 40)) || afterBirth(text, index, birthEnds))
      add(index, index + match.length, 0.9, "last five digits after their word");
  return findings;
}

/** Five digits, none of a longer number. */
const fiveDigits = /(?<![\d+]|\d[.,/-])(?:\d{5}(?!\d|[.,]\d)|\d{3} \d{2}(?![ .-]?\d|,\d))/g;

/** "15.07.54-40062", "f. 15.07.1954 40062": five digits right behind a date. */
function afterBirth(text: string, at: number, birthEnds: ReadonlySet<number>): boolean {
  const gap = /[ \n]{0,2}[-/(]?[ \n]{0,2}$/.exec(before(text, at, 5))![0];
  return gap !== "" && birthEnds.has(at - gap.length);
}

/** Eleven digits as numbers are written, though the checks fail; in pairs only where they begin with a date. */
function mayBeMistyped(text: string, { start, end, digits, rows }: ElevenDigits): boolean {
  if (
    /[\d+]$|\d[.,]$/.test(before(text, start, 2)) ||
    /^(?:\d|[.,]\d)/.test(text.slice(end, end + 2))
  )
    return false;
  const [day, month] = [Number(digits.slice(0, 2)), Number(digits.slice(2, 4))];
  return rows.length <= 2 || (day >= 1 && day % 40 <= 31 && month % 40 >= 1 && month % 40 <= 12);
}

const measured =
  /^ ?(?:dB|Hz|kHz|mmHg|mm|cm|mg|ml|mmol|mcg|µg|%|kg|g|l|kr|kroner|celler|IE|E)(?!\p{L})/u;
const phoneWord =
  /(?:tlf|tel|telefon\p{L}*|mobil\p{L}*|mob|nummer\p{L}*|nr|ring\p{L}*|nås|nå|sms|faks|fax|kontakt\p{L}*|kontaktnummer\p{L}*|call|calling|phone|dir|direkte)(?:[ .:]*nr)?[^\d\n]{0,30}$/iu;
const shortPhoneWord = /(?:tlf|telefon\p{L}*|calling|internt?)(?:[ .:]*nr)?[ .:]{0,3}$/iu;
const otherNumberWord =
  /(?:hpr|her|journal|rekvisisjon\p{L}*|referanse|ref|prøve|lot|batch|sak\p{L}*|ordre|konto\p{L}*|org|orgnr|organisasjonsnummer|icd|diagnosekode)[- ]?(?:nr|nummer\p{L}*|id)?[.:# ]{0,3}$/iu;

/** Groups of eight digits, with one separator throughout; none within a longer row of groups. */
const eightDigits =
  /(?=\d)(?<!\d|(?:^|\D)\d{1,4}[.,]|\+)(?:\d{8}|\d{4}[ -]\d{4}|\d{3}([ .-])\d{2}\1\d{3}|\d{2}([ .-])\d{3}\2\d{3}|\d{3}([ .-])\d{3}\3\d{2}|\d{2}([ .-])\d{2}\4\d{2}\4\d{2}|\d{2}[ \n]\d{2}[ \n]\d{2}[ \n]\d{2}|\d{3}[ \n]\d{2}[ \n]\d{3})(?!\d|[.,]\d{1,2}(?!\d)|[ .-]\d{1,3}(?![\d)]))/g;
const foreign = /(?<![\d+])(?:\(?(?:\+ ?|00 ?)[1-9]\d{0,2}\)?)(?:[ \n-]?\(?\d\)?){6,12}(?!\d)/g;
/** Eight digits one by one or in any groups: only right behind the word for a phone. */
const anyEight = /\d(?:[ .\-/]{0,2}\d){7}(?![ .\-/]?\d)/g;
const rightBehindPhoneWord =
  /(?:tlf|tel|telefon\p{L}*|mobil\p{L}*|mob|sms|faks)(?:[ .:]*nr)?[ .:]{0,3}(?:til )?$/iu;
/** Values in a row: "Puls 72 74 70 68". */
const measuredBefore =
  /(?:puls|bt|blodtrykk|hf|rf|resp|respirasjon|temp|sat|spo2|vekt|vegt|bs|blodsukker|glukose|diurese|frekvens|hjertefrekvens|peep|map|høyde|høgde)\p{L}{0,4}[ :=]{1,3}(?:\d+[ ,/-]{1,2})*$/iu;
const fewDigits = /(?<![\d.,/-])(?:0\d{4}|\d{4,5})(?![\d/-]|[.,]\d)/g;

/**
 * Phone numbers: eight digits, grouped or not, with or without the country; four or five after their
 * word.
 */
export function findPhoneNumbers(text: string): Finding[] {
  const findings: Finding[] = [];
  const add = (start: number, end: number, confidence: number): void => {
    const after = text.slice(end, end + 10);
    if (otherNumberWord.test(before(text, start, 50)) || measured.test(after)) return;
    findings.push(found(start, end, "Phone_Number", "form", confidence, "phone number"));
  };
  for (const { index, 0: match } of text.matchAll(foreign))
    if (match.replace(/\D/g, "").length > 8) add(index, index + match.length, 1);
  for (const { index, 0: match } of text.matchAll(eightDigits)) {
    // Numbers of people and firms begin with 2 to 9.
    const isNational = /^[2-9]/.test(match);
    const isNamed = phoneWord.test(before(text, index, 50));
    if (!isNational && !isNamed) continue;
    // "45600000 celler": a round number is a count.
    if (!isNamed && match.endsWith("0000")) continue;
    // A line may end within a number; three are a column of others.
    if (match.split("\n").length > 2) continue;
    const inPairs = /^\d\d\D\d\d\D/.test(match);
    // Pairs of digits in a longer row are values of something.
    const isValue =
      /\d[ .-]$/.test(before(text, index, 2)) || measuredBefore.test(before(text, index, 30));
    if (inPairs && !isNamed && isValue) continue;
    add(index, index + match.length, isNamed ? 1 : inPairs ? 0.8 : /\D/.test(match) ? 0.85 : 0.7);
  }
  for (const { index, 0: match } of text.matchAll(anyEight))
    if (rightBehindPhoneWord.test(before(text, index, 30))) add(index, index + match.length, 1);
  for (const { index, 0: match } of text.matchAll(fewDigits))
    if (shortPhoneWord.test(before(text, index, 24))) add(index, index + match.length, 0.85);
  return findings;
}

/** Both sides of an @ are walked, so that no pattern goes over a long line again and again. */
export function findEmails(text: string): Finding[] {
  const findings: Finding[] = [];
  for (let at = text.indexOf("@"); at >= 0; at = text.indexOf("@", at + 1)) {
    let [start, end] = [at, at + 1];
    while (start > 0 && at - start < 64 && /[\p{L}\p{M}\d._%+-]/u.test(text[start - 1]!)) start--;
    while (end < text.length && end - at < 254 && /[\p{L}\p{M}\d.-]/u.test(text[end]!)) end++;
    while (/[.-]/.test(text[end - 1]!)) end--;
    while (/[.-]/.test(text[start]!)) start++;
    if (start < at && text.slice(at, end).includes("."))
      findings.push(found(start, end, "Email", "form", 1, "e-mail address"));
  }
  return findings;
}
