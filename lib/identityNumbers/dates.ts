/**
 * Dates in the forms of Norwegian records. A date is found as fields in a text, so that a shifted
 * one keeps its order, separators, width and case. Of a range of days both ends are fields of one date:
 * where one of them stayed, it would tell the shift.
 */

import { ordinalOf, ordinals } from "./numberWords";

export type DateFields = {
  readonly day?: Field;
  readonly month?: Field;
  readonly year?: Field;
  readonly weekday?: Field;
  /** The beginning of a range, as far as it is written: "12." of "12.-15.03.2021". */
  readonly fromDay?: Field;
  readonly fromMonth?: Field;
  readonly fromYear?: Field;
  /** Week of a year. */
  readonly week?: Field;
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

const monthNames = [...months, ...englishMonths].join("|");
const monthName = `(?:${monthNames}|(?:jan|febr?|mar|apr|jun|jul|aug|sept?|okt|nov|des|oct|dec)(?:\\.(?=[-/' ]?\\d| \\d|,))?)(?!\\p{L})`;
const dayName = `(?:${[...new Set(weekdays.flat())].join("|")})`;
const weekday = `(?:(?<![\\p{L}])(?<weekday>${dayName})[, ]{1,2}(?:den |d\\. ?)?)?`;
const dayNumber = "(?:3[01]|[0-2]?\\d)";
const monthNumberForm = "(?:1[0-2]|0?[1-9])";
const day = `(?<day>${dayNumber})`;
const month = `(?<month>${monthNumberForm})`;
const fourDigits = "(?:18|19|20)\\d\\d";
const longYear = `(?<year>${fourDigits})`;
const units =
  "(?: ?(?:mg|ml|mmol|mcg|µg|%|kg|cm|mm|g|l|år|timer|timar|dager|dagar|ganger|gonger|stk|poeng)(?!\\p{L}))";
/** No part of a longer number, nor of one with a unit behind it. */
const noMore = `(?!\\d|[.,/]\\d|${units})`;
/** Not within a number. A date may stand right behind letters, another date or a dash. */
const notInNumber = "(?=\\d)(?<!\\d|(?:^|[^\\d.])\\d{1,4}[.,]|\\d[:])";
/** "12.-" of "12.-15.03.2021", "12/3-" of "12/3-15/3-21", "12. og " of "12. og 13. mars". */
const from = `(?:(?<fromDay>${dayNumber})(?:(?:[./](?<fromMonth>${monthNumberForm})[./]?|\\.)? ?- ?|(?:[./](?<fromMonth2>${monthNumberForm})[./]?|\\.) ?(?:og|til|eller|&|\\+) ))?`;
const timeWord =
  "den|d\\.|dato|dat\\.?|frå|fra|til|sidan|siden|innlagt|innl\\.?|innlagd|utskriven|utskrevet|utskr\\.?|operert|op\\.?|opr\\.?|kontroll|kontr\\.?|time|tatt|teken|sett|pr\\.?|per|på|før|etter|f\\.?|født|fødd|født den|sist|us\\.?|rtg\\.?|notat|vakt|prøver|avtalt|innkalt|planlagt|planlagd|nytt|ny time|menstruasjon|mens\\.?|termin|sm";

type Form = { readonly pattern: RegExp; readonly confidence: number };
const form = (source: string, confidence: number): Form => ({
  pattern: new RegExp(source, "dgiu"),
  confidence,
});
/** What begins with a digit is asked for that first: what is before it costs more to look at. */
const numberForm = (source: string, confidence: number): Form =>
  form(`(?=['\\d-])${source}`, confidence);

/** The forms, the surer ones first: what one has taken is not offered to the next. */
const forms: readonly Form[] = [
  // mandag 3. mars 2021, 3.mars, 03 mars, 2021, 12.-15. mars
  form(
    `${weekday}${notInNumber}${from}${day}(?:\\.|st|nd|rd|th)?[ \\n]{0,2}(?<month>${monthName})(?:[.,]?[ \\n]{0,2}(?<year>${fourDigits}|['-]\\d\\d|\\d\\d(?![.:]\\d| ?kl))${noMore})?(?!\\d)`,
    1,
  ),
  // March 12, 2020
  form(
    `(?<![\\p{L}\\d])(?<month>${monthName}) ${day}(?:\\.|,|st|nd|rd|th)?,? ${longYear}(?!\\d)`,
    1,
  ),
  // 2021-03-12
  numberForm(
    `(?<!\\d|\\d[.-])${longYear}(?<separator>[-/.])(?<month>0\\d|1[0-2])\\k<separator>(?<day>[0-2]\\d|3[01])(?!\\d)`,
    1,
  ),
  // 12.03.2021, 12/3-2021, 12. 03. 2021, 17.5.-1941, 12.-15.03.2021: a long year leaves no doubt
  form(
    `${weekday}(?=\\d)(?<!\\d)${from}${day}(?:[./-]|\\. )${month}(?:[./-]|\\. |[./] ?['-])\\n?${longYear}(?!\\d)`,
    1,
  ),
  numberForm(`(?<!\\d|\\d )(?<day>\\d\\d) (?<month>0[1-9]|1[0-2]) ${longYear}(?!\\d| \\d)`, 0.8),
  // 12.3.21, 12. 03. 21
  form(
    `${weekday}${notInNumber}${from}${day}\\. ?${month}\\. ?\\n?(?<year>\\d\\d)(?!\\d|\\.\\d|,\\d(?![\\d.])|${units})`,
    1,
  ),
  // 12/3-21, 12/3/21, 12/3 -21, 17.5.-41, 12-03-21
  form(
    `${weekday}${notInNumber}${from}${day}(?:/${month}(?:[-/.]| ?-|\\.? ?')|\\.(?<month2>${monthNumberForm})(?:\\.? ?['-]|/))(?<year>\\d\\d)(?!\\d|[./]\\d|${units})`,
    1,
  ),
  numberForm(
    `(?<!\\d|\\d[.,/-])(?<day>0\\d|[12]\\d|3[01])-(?<month>0[1-9]|1[0-2])-(?<year>\\d\\d)(?!\\d|[.,/-]\\d)`,
    0.9,
  ),
  // 12.03. or 12/3 after a word for time, and ranges of them
  numberForm(
    `(?<=(?:^|[^\\p{L}])(?:(?:${timeWord}|${dayName}),? |(?:innl|utskr|opr?|kontr|d|f|pr)\\.))${from}${day}(?:\\.|/) ?${month}\\.?(?!\\d|[.,/]\\d|-\\d\\d(?!\\d)|${units})`,
    0.8,
  ),
  numberForm(
    `(?<!\\d|\\d[.,/:-])(?<fromDay>${dayNumber})(?<separator>[./])(?<fromMonth>${monthNumberForm})\\.? ?- ?${day}\\k<separator>${month}\\.?(?!\\d|[.,/-]\\d|${units}|${monthName})(?<=\\d/\\d{1,2}\\.?|\\.0\\d\\.?|\\.1[0-2]\\.?)`,
    0.65,
  ),
  numberForm(
    `(?<!\\d|\\d[.,/:-]|kl\\.? )${day}\\.(?<month>0[1-9]|1[0-2])\\.(?=\\s|$|[,;:)-])(?! ?\\d)`,
    0.7,
  ),
  // 14/2: from thirteen on the first number is no count of "2/6"
  numberForm(
    `(?<![\\d.,/:-]|\\d )(?<day>1[3-9]|2\\d|3[01])/${month}(?!\\d|[.,/:-]\\d|${units})`,
    0.65,
  ),
  // veke 23/2017, uke 5-21
  numberForm(
    `(?<=(?:^|[^\\p{L}])(?:uke|veke|uka|veka|uken)(?: nr\\.?)? )(?<week>[1-5]?\\d)(?:(?:[/-]|,? ?i |,? )(?<year>${fourDigits})|/(?<year2>\\d\\d))(?!\\d|[.,/-]\\d|${units})`,
    0.8,
  ),
  // 04.05 kl 14, operert -98
  numberForm(`(?<!\\d|\\d[.,/:-])${day}\\.(?<month>0[1-9]|1[0-2])(?= kl)`, 0.8),
  numberForm(
    `(?<=(?:^|[^\\p{L}])(?:operert|opr?\\.?|reoperert|født|fødd|f\\.|i|siden|sidan|fra|frå|år|våren|sommeren|sommaren|høsten|hausten|vinteren|jul[ae]n?|påsken?|påska) )(?<year>['-]\\d\\d)(?!\\d)${noMore}`,
    0.7,
  ),
  // "hofteprotese høyre '98"
  numberForm(`(?<=[\\p{L},(] )'(?<year>\\d\\d)(?!\\d|[.,]\\d|'|${units})`, 0.7),
  // 03/2020, 03.2020
  numberForm(
    `(?<!\\d|\\d[./,-])(?:${month}/|(?<month2>0[1-9]|1[0-2])[.-])${longYear}(?!\\d|[.,/-]\\d|${units})`,
    0.9,
  ),
  // 12032021, 20210312 and 120321
  numberForm(
    `(?<![\\d.,/+-]|\\d )(?<day>0[1-9]|[12]\\d|3[01])(?<month>0[1-9]|1[0-2])(?<year>(?:19|20)\\d\\d)${noMore}`,
    0.8,
  ),
  numberForm(
    `(?<![\\d.,/+-]|\\d )(?<year>(?:19|20)\\d\\d)(?<month>0[1-9]|1[0-2])(?<day>0[1-9]|[12]\\d|3[01])${noMore}`,
    0.75,
  ),
  numberForm(
    `(?<![\\d.,/+-]|\\d |nr\\.? ?|nummer:? ?)(?<day>0[1-9]|[12]\\d|3[01])(?<month>0[1-9]|1[0-2])(?<year>\\d\\d)(?!\\d| \\d)${noMore}`,
    0.6,
  ),
  // mars 2020, mars -20, april-18, mars-mai 2020
  form(
    `(?<![\\p{L}\\d])(?:(?<fromMonth>${monthName}) ?(?:-|og|til|/) ?)?(?<month>${monthName})(?:[ \\n]{1,2}|[-/ ]{1,2}(?=['\\d]))(?<year>${fourDigits}|['-]\\d\\d|(?<=[-/])\\d\\d)(?!\\d|[.:,]\\d|${units})`,
    1,
  ),
  // den tolvte mars, femtande mai 2020
  form(
    `(?<![\\p{L}])(?<day>${ordinals})[ \\n](?<month>${monthNames})(?!\\p{L})(?: ${longYear}(?!\\d))?`,
    0.9,
  ),
  // f. 1946, født i 1946
  numberForm(
    `(?<=(?:^|[^\\p{L}])(?:f\\.?|født|fødd|fødselsår|fødeår|årgang)[: ]{0,2}(?:i )?)${longYear}(?![\\d-])`,
    0.9,
  ),
  // 2012-2014, 2012/13, 2012 og 2014
  numberForm(
    `(?<![\\d.,/-])(?<fromYear>(?:19|20)\\d\\d)(?: ?- ?|/)(?<year>(?:19|20)\\d\\d|\\d\\d)(?!\\d|[.,/-]\\d|${units})(?! ?(?:kcal|kr|meter|m|enheter|einingar|celler|IE|E)(?!\\p{L}))`,
    0.8,
  ),
  // i 2019, sidan 2015, hausten 2018
  numberForm(
    `(?<=(?:^|[^\\p{L}])(?:i|fra|frå|til|siden|sidan|året|etter|før|rundt|ca\\.?|medio|ultimo|primo|våren|sommeren|sommaren|høsten|hausten|vinteren|jul[ae]n?|påsken?|påska|slutten av|starten av|byrjinga av|op\\.?|opr\\.?|operert|og|i både|år|kvartal|tertial|halvår|sesongen|skoleåret|skuleåret) )${longYear}(?!\\p{L}|[./-]\\d)${noMore}(?! ?(?:kcal|kr|meter|m|enheter|einingar|celler|IE|E)(?!\\p{L}))`,
    0.7,
  ),
  // "Appendektomi 1998.", "(2011)": a year that ends what is said
  numberForm(
    `(?<=\\p{L}[ ,]{1,2}|\\p{L} \\(|^)(?<!(?:kl|kl\\.|klokken|klokka|dose|ca\\.?|inntil|totalt|rom|nr|nr\\.) )(?<year>19[3-9]\\d|20(?:0[1-9]|[1-3]\\d))(?=[.;)]?(?:\\s*$|\\n)|[.,;)] ?(?!\\d)| (?:og|med|etter|pga|grunnet|ved|på|hos)(?!\\p{L}))`,
    0.6,
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
export const yearOf = ({ year, fromYear }: DateFields): number | undefined =>
  year &&
  // The 13 of "2012/13" is of the century of 2012.
  (fromYear && year.value < 100
    ? 100 * Math.floor(fromYear.value / 100) + year.value
    : fullYear(year.value));

const birthWord =
  /(?:^|[^\p{L}])(?:f\.?|født|fødd|fødselsdato|fødselsdag|born)(?: (?:i|på) \p{Lu}[\p{L} -]{1,30})?[,: ]{0,3}(?:den |på |i )?$/iu;

/** Whether the text before a date says that it is a day of birth. */
export const isBirthAfter = (before: string): boolean => birthWord.test(before.slice(-48));

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
      const isBirth = isBirthAfter(text.slice(Math.max(0, start - 48), start));
      found.push({ start, end, fields, isBirth, confidence });
    }
  return found.sort((a, b) => a.start - b.start);
}

function fieldsOf({ groups = {}, indices }: RegExpMatchArray): DateFields | undefined {
  const field = (name: string, valueOf: (text: string) => number): Record<string, Field> => {
    // Alternatives of one form cannot share a name.
    const written = groups[name] === undefined ? `${name}2` : name;
    const text = groups[written];
    if (text === undefined) return {};
    const [start, end] = indices!.groups![written]!;
    const skip = /^['-]/.test(text) ? 1 : 0;
    return { [name]: { start: start + skip, end, value: valueOf(text.slice(skip)) } };
  };
  const fields: DateFields = {
    ...field("day", dayOf),
    ...field("month", monthNumber),
    ...field("year", Number),
    ...field("weekday", weekdayNumber),
    ...field("fromDay", Number),
    ...field("fromMonth", monthNumber),
    ...field("fromYear", Number),
    ...field("week", Number),
  };
  const { day, month, fromDay, fromYear, year } = fields;
  if (fromYear && year && year.value >= 100 && year.value < fromYear.value) return undefined;
  if (fromDay && (fromDay.value < 1 || fromDay.value > 31)) return undefined;
  if (day === undefined) return fields;
  const isPossible = day.value >= 1 && day.value <= daysIn(month!.value, yearOf(fields));
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
const dayOf = (text: string): number => ordinalOf(text) ?? Number(text);
const weekdayNumber = (word: string): number =>
  Math.max(...weekdays.map((list) => (list as readonly string[]).indexOf(word.toLowerCase())));
