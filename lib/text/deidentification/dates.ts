/**
 * Dates in the forms of Norwegian records. A date is found as fields in a text, so that a shifted
 * one keeps its order, separators, width and case.
 */

export type DateFields = {
  readonly day?: Field;
  readonly month?: Field;
  readonly year?: Field;
  readonly weekday?: Field;
};
/** A field as written, and its number: months from 1, weekdays from Monday = 0. */
export type Field = { readonly start: number; readonly end: number; readonly value: number };

export type DateMention = {
  readonly start: number;
  readonly end: number;
  readonly fields: DateFields;
  /** Whether the text says that it is a day of birth. */
  readonly isBirth: boolean;
  /** How sure the form is that this is a date, in [0, 1]. */
  readonly confidence: number;
};

export const months =
  "januar februar mars april mai juni juli august september oktober november desember".split(" ");
export const shortMonths = "jan feb mar apr mai jun jul aug sep okt nov des".split(" ");
export const englishMonths =
  "january february march april may june july august september october november december".split(
    " ",
  );
/** The names of the days from Monday on: bokmål, nynorsk. */
export const weekdays = [
  ["mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"],
  ["måndag", "tysdag", "onsdag", "torsdag", "fredag", "laurdag", "sundag"],
] as const;

const monthName = `(?:${[...months, ...englishMonths].join("|")}|(?:jan|feb|mar|apr|jun|jul|aug|sept?|okt|nov|des|oct|dec)(?:\\.(?=\\d| \\d|,))?)(?!\\p{L})`;
const dayName = `(?:${[...new Set(weekdays.flat())].join("|")})`;
const weekday = `(?:(?<![\\p{L}])(?<weekday>${dayName})[, ]{1,2}(?:den |d\\. ?)?)?`;
const day = "(?<day>3[01]|[0-2]?\\d)";
const longYear = "(?<year>(?:18|19|20)\\d\\d)";
/** No part of a longer number, nor of one with a unit behind it. */
const noMore = "(?!\\d|[.,/]\\d| ?(?:mg|ml|mmol|mcg|µg|%|kg|cm|mm|g|l|år|timer|timar)(?!\\p{L}))";
const anyYear = `(?<year>(?:18|19|20)\\d\\d|['-]?\\d\\d)${noMore}`;
const timeWord =
  "den|d\\.|dato|dat\\.?|frå|fra|til|sidan|siden|innlagt|innlagd|utskriven|utskrevet|operert|kontroll|pr\\.?|per|kl|på|før|etter|i";

type Form = { readonly pattern: RegExp; readonly confidence: number };
const form = (source: string, confidence: number): Form => ({
  pattern: new RegExp(source, "dgiu"),
  confidence,
});

/** The forms, the surer ones first: what one has taken is not offered to the next. */
const forms: readonly Form[] = [
  // mandag 3. mars 2021, 3.mars, 03 mars, 2021
  form(
    `${weekday}(?<![\\d.,:/-])${day}(?:\\.|st|nd|rd|th)?[ \\n]{0,2}(?<month>${monthName})(?:[.,]?[ \\n]{0,2}${anyYear})?(?!\\d)`,
    1,
  ),
  // March 12, 2020
  form(
    `(?<![\\p{L}\\d])(?<month>${monthName}) ${day}(?:\\.|,|st|nd|rd|th)?,? ${longYear}(?!\\d)`,
    1,
  ),
  // 2021-03-12
  form(
    `(?<![\\d.-])${longYear}(?<separator>[-/.])(?<month>0\\d|1[0-2])\\k<separator>(?<day>[0-2]\\d|3[01])(?!\\d)`,
    1,
  ),
  // 12.03.2021, 12.3.21, 12/3-21, 12. 03. 2021
  form(
    `${weekday}(?<![\\d.,/-])${day}(?:[./-]|\\. )(?<month>0?[1-9]|1[0-2])(?:[./-]|\\. )\\n?(?<year>(?:18|19|20)\\d\\d|\\d\\d)${noMore}`,
    1,
  ),
  // 12.03. or 12/3 after a word for time
  form(
    `(?<=(?:^|[^\\p{L}])(?:${timeWord}|${dayName}),? )${day}(?:\\.|/) ?(?<month>1[0-2]|0?[1-9])\\.?${noMore}`,
    0.8,
  ),
  form(`(?<![\\d.,/-])${day}\\.(?<month>0[1-9]|1[0-2])\\.(?=\\s|$|[,;:)-])(?! ?\\d)`, 0.7),
  // 04.05 kl 14, operert -98
  form(`(?<![\\d.,/-])${day}\\.(?<month>0[1-9]|1[0-2])(?= kl)`, 0.8),
  form(
    `(?<=(?:^|[^\\p{L}])(?:operert|opr\\.?|reoperert|født|fødd|f\\.|i|siden|sidan|fra|frå|år) )(?<year>['-]\\d\\d)(?!\\d)${noMore}`,
    0.7,
  ),
  // 12032021 and 120321
  form(
    `(?<![\\d.,/+-]|\\d )(?<day>0[1-9]|[12]\\d|3[01])(?<month>0[1-9]|1[0-2])(?<year>(?:19|20)\\d\\d)${noMore}`,
    0.8,
  ),
  form(
    `(?<![\\d.,/+-]|\\d |nr\\.? ?|nummer:? ?)(?<day>0[1-9]|[12]\\d|3[01])(?<month>0[1-9]|1[0-2])(?<year>\\d\\d)(?! ?\\d)${noMore}`,
    0.6,
  ),
  // mars 2020, mars -20
  form(
    `(?<![\\p{L}\\d])(?<month>${monthName})[ \\n]{1,2}(?<year>(?:19|20)\\d\\d|['-]\\d\\d)(?!\\d)`,
    1,
  ),
  // f. 1946, født i 1946
  form(
    `(?<=(?:^|[^\\p{L}])(?:f\\.?|født|fødd|fødselsår|fødeår|årgang)[: ]{0,2}(?:i )?)${longYear}(?![\\d-])`,
    0.9,
  ),
  // i 2019, sidan 2015, hausten 2018
  form(
    `(?<=(?:^|[^\\p{L}])(?:i|fra|frå|til|siden|sidan|året|etter|før|rundt|ca\\.?|medio|ultimo|primo|våren|sommeren|sommaren|høsten|hausten|vinteren|jul[ae]n?|påsken?|påska|slutten av|starten av|byrjinga av) )${longYear}(?!\\p{L}|[./-]\\d)${noMore}(?! ?(?:kcal|kr|meter|m|enheter|einingar|celler)(?!\\p{L}))`,
    0.7,
  ),
];

const isLeap = (y: number): boolean => (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0;
/** Days of a month; of a February of no known year, 29. */
export const daysIn = (month: number, y: number | undefined): number =>
  month === 2 ? (y === undefined || isLeap(y) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

/** Two digits are of the century that ends at this year. */
const pivot = 30;
const fullYear = (y: number): number => (y >= 100 ? y : y <= pivot ? 2000 + y : 1900 + y);
/** The year of a date, or undefined where it is not written. */
export const yearOf = (fields: DateFields): number | undefined =>
  fields.year && fullYear(fields.year.value);

const birthWord =
  /(?:^|[^\p{L}])(?:f\.?|født|fødd|fødselsdato|fødselsdag|born)(?: (?:i|på) \p{Lu}[\p{L} -]{1,30})?[,: ]{0,3}(?:den |på |i )?$/iu;

/** All dates of a text in order, without overlap. */
export function findDates(text: string): DateMention[] {
  const found: DateMention[] = [];
  const taken = new Uint8Array(text.length);
  for (const { pattern, confidence } of forms)
    for (const match of text.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].trimEnd().replace(/,$/, "").length;
      if (taken[start] || taken[end - 1]) continue;
      const fields = fieldsOf(match);
      if (!fields) continue;
      taken.fill(1, start, end);
      const isBirth = birthWord.test(text.slice(Math.max(0, start - 48), start));
      found.push({ start, end, fields, isBirth, confidence });
    }
  return found.sort((a, b) => a.start - b.start);
}

function fieldsOf({ groups = {}, indices }: RegExpMatchArray): DateFields | undefined {
  const field = (name: string, valueOf: (text: string) => number): Record<string, Field> => {
    const text = groups[name];
    if (text === undefined) return {};
    const [start, end] = indices!.groups![name]!;
    const skip = /^['-]/.test(text) ? 1 : 0;
    return { [name]: { start: start + skip, end, value: valueOf(text.slice(skip)) } };
  };
  const fields: DateFields = {
    ...field("day", Number),
    ...field("month", monthNumber),
    ...field("year", Number),
    ...field("weekday", weekdayNumber),
  };
  const dayOfMonth = fields.day?.value;
  if (dayOfMonth === undefined) return fields;
  const isPossible = dayOfMonth >= 1 && dayOfMonth <= daysIn(fields.month!.value, yearOf(fields));
  return isPossible ? fields : undefined;
}

function monthNumber(word: string): number {
  if (/^\d/.test(word)) return Number(word);
  const head = word.toLowerCase().slice(0, 3);
  return (
    1 +
    Math.max(
      shortMonths.indexOf(head),
      englishMonths.findIndex((m) => m.startsWith(head)),
    )
  );
}
const weekdayNumber = (word: string): number =>
  Math.max(...weekdays.map((list) => (list as readonly string[]).indexOf(word.toLowerCase())));
