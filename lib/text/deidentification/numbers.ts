/** Numbers and addresses that are told by their form: identity, phone and record numbers, e-mail. */

import { found, type Finding } from "./finding";
import { elevenDigits, parseIdentityNumber } from "./identityNumber";

const before = (text: string, at: number, length: number): string =>
  text.slice(Math.max(0, at - length), at);

const identityWord =
  /(?:fnr|f\.?nr|fødselsnummer\p{L}*|fødselsnr|personnummer\p{L}*|personnr|pnr|p\.nr|person ?id|d-nummer|dnr|h-nummer|ssn|id-?nummer|trygdenummer\p{L}*|sikkerhetsnummer\p{L}*|hjelpenummer\p{L}*)[^\d\n]{0,24}$/iu;
/** Six and five digits, or eleven, of whatever value: only after a word that says what they are. */
const anyEleven = /(?<!\d)\d{6}[ .-]?\d{5}(?!\d)/g;

/**
 * Identity numbers. Digits whose checks fail are taken too, for a person can be found by a number
 * with a typing error; where nothing else says that they are one, they are doubtful.
 */
export function findIdentityNumbers(text: string): Finding[] {
  const label = "Social_Security_Number";
  const findings = Array.from(text.matchAll(elevenDigits), ({ index, 0: match }) => {
    const isValid = parseIdentityNumber(match.replace(/\D/g, "")) !== undefined;
    const isNamed = identityWord.test(before(text, index, 60));
    const why = isValid || isNamed ? "identity number" : "eleven digits that fail the checks";
    return found(index, index + match.length, label, "form", isValid || isNamed ? 1 : 0.6, why);
  });
  for (const { index, 0: match } of text.matchAll(anyEleven))
    if (identityWord.test(before(text, index, 60)))
      findings.push(found(index, index + match.length, label, "form", 1, "identity number"));
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

const phoneWord =
  /(?:tlf|tel|telefon\p{L}*|mobil\p{L}*|mob|nummer\p{L}*|nr|ring\p{L}*|nås|nå|sms|faks|fax|kontakt\p{L}*|kontaktnummer\p{L}*|call|phone)[^\d\n]{0,30}$/iu;
const otherNumberWord =
  /(?:hpr|her|journal|rekvisisjon\p{L}*|referanse|ref|prøve|lot|batch|sak\p{L}*|ordre|konto\p{L}*|org|orgnr|organisasjonsnummer|icd|diagnosekode)[- ]?(?:nr|nummer\p{L}*|id)?[.:# ]{0,3}$/iu;
const phoneForms =
  /(?<![\d+.,/-])(?:(?:\+|00)\d{1,3}[ -]?)?(?:\d{2}(?:[ .]?\n?\d{2}){3}|\d{3}[ .]\d{2}[ .]\d{3}|\d{4} \d{4})(?!\d|[.,]\d|[/-]\d)|(?<![\d+])(?:\+|00)[1-9]\d{0,2}(?:[ -]?\d){6,12}(?!\d)|(?<![\d.,-])0\d{4}(?=\s|$|[.,)])/g;
const measured = /^ ?(?:mg|ml|mmol|mcg|µg|%|kg|g|l|kr|kroner|celler|IE|E)(?!\p{L})/u;

/** Phone numbers: eight digits, grouped or not, with or without the country; five after their word. */
export function findPhoneNumbers(text: string): Finding[] {
  return Array.from(text.matchAll(phoneForms)).flatMap(({ index, 0: match }) => {
    const end = index + match.length;
    const context = before(text, index, 50);
    const digits = match.replace(/\D/g, "");
    if (otherNumberWord.test(context) || measured.test(text.slice(end, end + 8))) return [];
    const isNamed = phoneWord.test(context);
    const hasPrefix = /^(?:\+|00)/.test(match) && digits.length > 8;
    if (digits.length < 8 && !(isNamed && digits.length === 5)) return [];
    // Numbers of people and firms have eight digits and begin with 2 to 9.
    const isNational = digits.length === 8 && /^[2-9]/.test(digits);
    if (!hasPrefix && !isNational && !isNamed) return [];
    const confidence = hasPrefix || isNamed ? 1 : /\d\s\d/.test(match) ? 0.9 : 0.7;
    return [found(index, end, "Phone_Number", "form", confidence, "phone number")];
  });
}

const recordForms =
  /(?<!\p{L}(?=\p{L}))(?<=(?:^|[^\p{L}])(?:(?:journal|pasient|pas\.?|npr|hpr|her|episode|rekvisisjons?|prøve|saks?|henvisnings?|tilvisings?|løpe?|referanse|ref|dips|mrn|kunde|ordre|oppholds?|opphalds?|kontakt|skademeldings?|melding[s]?|avviks?|preparat|remisse|glass|seddel|setel)[ -]?(?:nummer|nr|id|no)?|id)[.:#]{0,2}(?: ?nr\.?)?[: ]{0,2})(?=[\p{Lu}\d/-]{0,12}\d)[\p{Lu}]{0,4}[-/]?\d[\p{Lu}\d]*(?:[-/][\p{Lu}\d]+){0,3}(?!\p{L}|[.]\d)/giu;

/** Numbers of records, samples, cases and staff, after the word that says so. */
export function findRecordNumbers(text: string): Finding[] {
  return Array.from(text.matchAll(recordForms)).flatMap(({ index, 0: match }) => {
    // Shorter numbers after such words are counts ("prøve 2"); a date is a date.
    const isNumber =
      match.replace(/\D/g, "").length >= 4 &&
      !/^(?:19|20)\d\d(?:-|$)|^\d{1,3}-\d{1,4}$/.test(match);
    return isNumber
      ? [found(index, index + match.length, "Record_Number", "form", 0.9, "record number")]
      : [];
  });
}
