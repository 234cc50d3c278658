/** Ages: the number only, in digits or in words, so that "år gammel" and "-åring" stay. */

import { found, type Finding } from "./finding";
import { numberOfWord, numberWords, numberWordsFromTen } from "../identityNumbers/numberWords";

const digits = "1[01]\\d|[1-9]?\\d";
const age = `(?<age>${digits})`;
const inWords = `(?<age>${numberWords})`;
const start = "(?=\\d)(?<![\\d.,/+-]|\\d )";
const time = "(?:mnd\\.?|måneder|månader|månedar|måned|månad|uker|veker|vekar|dager|dagar)";
const old = "(?:gammel|gamal|gamle|gamalt|gammalt|gammelt|gammal|gml|gl\\.)";
const person =
  "mann|mannen|kvinne|kvinna|kvinnen|gutt|gutten|gut|guten|jente|jenta|jenten|pike|baby|babyen|spedbarn|spedbarnet|barn|barnet|tvillinger|tvillingar|sønn|sønnen|son|sonen|datter|datteren|dotter|dottera|pasient|pasienten|pas\\.?|pt\\.?";
const who =
  "han|hun|ho|hen|pasienten|pas\\.?|mor|moren|mora|far|faren|mannen|kvinnen|kvinna|jeg|eg|søsteren|broren|søstera|datteren|sønnen|dottera|sonen|kona|bestemor|bestefar|jenta|jenten|gutten|guten|barnet|barnebarnet|vedkommende|begge|de|dei";
/** What is counted, or measured, rather than lived. */
const noCount =
  "(?![.,:/-]\\d|\\d| ?(?:%|kg|g|cm|mm|m|l|ml|mg|mmhg|timer|timar|t|min|minutter|minutt|dager|dagar|døgn|uker|veker|ganger|gonger|poeng|grader|stk|slag|meter|liter|av|prosent|pust|x|og \\d|til \\d|tabletter|tablettar|-? ?[hv]er)(?!\\p{L}))";

type Form = { readonly pattern: RegExp; readonly confidence: number; readonly why: string };
const form = (source: string, confidence: number, why: string): Form => ({
  pattern: new RegExp(source, "dgiu"),
  confidence,
  why,
});

const forms: readonly Form[] = [
  // 84 år gammel, 84-årig, 84 åring, 84-årsalderen, 2 mnd gammel
  form(
    `${start}${age}(?:[ \\n-]{0,2}(?:år|års|${time})[ \\n-]{1,2}${old}|[ \\n]?-?\\s?år(?:ig|ing|s? ?alder))`,
    1,
    "age in years",
  ),
  form(
    `(?<!\\p{L})${inWords}(?:[ -]?(?:år|års|${time})[ -]${old}|[ -]?år(?:ig|ing|s? ?alder))`,
    0.95,
    "age in words",
  ),
  // alder: 84, alder er 84, Alder ved innleggelse: 84
  form(
    `(?=\\d)(?<=(?:^|[^\\p{L}])(?:[\\p{L}]{0,20}alder(?:en)?|age)(?: [\\p{L}]{1,20}){0,3}? ?(?:er|var|på|:|,|-)?:? {0,2}\\n?)${age}(?!\\d|[.,/-]\\d|\\. ?(?:jan|feb|mar|apr|mai|jun|jul|aug|sep|okt|nov|des))`,
    1,
    "age after its word",
  ),
  form(
    `(?<=(?:^|[^\\p{L}])alder(?:en)? (?:av|på) )(?:${inWords})(?!\\p{L})`,
    0.95,
    "age after its word",
  ),
  // da han var 64, hun er 91, fylte 50; not "han er 64 kg"
  form(
    `(?<!\\p{L})(?:(?:${who}) (?:er|var|blir|ble|blei|vart|vert)|(?:fyller|fylte|fyl|fylde|rundet|runda|rundar))(?: (?:no|nå|da|bare|berre|kun|ca\\.?|rundt|snart|nettopp|over|under|godt over|omtrent))?,? (?<age>1[01]\\d|[1-9]\\d)${noCount}(?=[.,;:)!?\\n]|$| \\p{L})`,
    0.85,
    "how old somebody is",
  ),
  form(
    `(?<!\\p{L})(?:${who}) (?:er|var|blir|ble|blei|vart|vert|fyller|fylte|fyl)(?: (?:no|nå|ca\\.?|rundt))? (?<age>${numberWordsFromTen})(?= år(?!\\p{L})|[.,;:)!?\\n]|$| (?:og|men|med|som|da|når)(?!\\p{L}))`,
    0.85,
    "how old somebody is",
  ),
  // gutt 4 mnd, jente på 3 uker, spedbarn (5 dager)
  form(
    `(?<!\\p{L})(?:${person})(?:,| på|:)? \\(?${age}(?= ?${time}(?!\\p{L})(?! ?(?:siden|sidan|før|etter|med|kontroll|post|i |per )))`,
    0.8,
    "age of a child",
  ),
  form(`${start}${age}(?= ?${time} (?:${person})(?!\\p{L}))`, 0.8, "age of a child"),
  // Mann 58, innlagt; kvinne 84.
  form(
    `(?<!\\p{L})(?:mann|kvinne|kvinna|kv\\.?|gutt|gut|jente|pasient|pas\\.?),? \\(?(?<age>1[01]\\d|[1-9]\\d)(?=[,.;)](?!\\d)|\\n|$| (?:med|som|innlagt|innlagd|kjent|kjend|tidligere|tidlegare|fra|frå|henvist|tilvist|bor|bur|operert|kommer|kjem|møter)(?!\\p{L}))`,
    0.85,
    "number after a person",
  ),
  // pasient (84 år)
  form(`(?=\\d)(?<=\\p{L}{3} \\()${age}(?= år\\)| år, )`, 0.7, "years in brackets"),
];
/** One age or several: "84 år", "82 og 78 år", "3, 5 og 9 år". */
/** 58 M, 58M, K 84: only with the capital, for "10 m" is a distance. */
const ageAndSex = /(?=\d)(?<![\d.,/+-]|\d )(?<age>1[01]\d|[1-9]?\d) ?[MK](?=[,.;)\s]|$)(?! ?\d)/dgu;
const someYears = new RegExp(
  `${start}(?:(?:${digits}), ){0,6}(?:(?:${digits})(?: og | eller | & |\\/|, og ))?(?:${digits})(?=[ \\n]?-?år(?:s|en)?(?!\\p{L}))`,
  "gu",
);
const yearsInWords = new RegExp(`(?<!\\p{L})(?:${numberWords})(?= år(?:s|en)?(?!\\p{L}))`, "giu");
/** "foreldre 82 og 78", "barn (3 og 5)", "barn 3, 5 og 9 år": several people. */
const several = new RegExp(
  `(?=\\d)(?<=(?<!\\p{L})(?:foreldre|foreldra|foreldrene|besteforeldre|barn|barna|born|borna|søsken|sysken|søstre|systrer|brødre|brør|sønner|søner|døtre|døtrer|tvillinger|barnebarn)(?:,|:| er| på| var|,? hhv\\.?|,? respektive)? \\(?)(?:(?:${digits}), ){0,6}(?:${digits})(?: og | & )(?:${digits})${noCount}`,
  "giu",
);
const number = new RegExp(digits, "g");

/** Ages that a text tells, with durations ("for 3 år siden") left out where they can be told apart. */
export function findAges(text: string): Finding[] {
  const findings: Finding[] = [];
  const add = (start: number, end: number, confidence: number, why: string): void => {
    findings.push(found(start, end, "Age", "form", confidence, why));
  };
  const addEach = (start: number, list: string, confidence: number, why: string): void => {
    for (const { index, 0: each } of list.matchAll(number))
      add(start + index, start + index + each.length, confidence, why);
  };
  for (const match of text.matchAll(ageAndSex)) {
    const [from, to] = match.indices!.groups!["age"]!;
    add(from, to, 0.6, "age and sex");
  }
  for (const { pattern, confidence, why } of forms)
    for (const match of text.matchAll(pattern)) {
      const [from, to] = match.indices!.groups!["age"]!;
      add(from, to, confidence, why);
    }
  for (const { index, 0: list } of text.matchAll(someYears)) {
    const { context, after } = around(text, index, list);
    const last = Number(/\d+$/.exec(list)![0]);
    if (isDuration(context, after, last)) continue;
    addEach(index, list, isSaid.test(context) ? 0.9 : 0.6, "number of years");
  }
  for (const { index, 0: list } of text.matchAll(several))
    addEach(index, list, 0.85, "ages of several people");
  for (const { index, 0: word } of text.matchAll(yearsInWords)) {
    const { context, after } = around(text, index, word);
    const years = numberOfWord(word)!;
    // Small numbers in words are mostly times; people are told with who they are.
    if (isDuration(context, after, years) || (years < 13 && !personOf.test(context))) continue;
    add(index, index + word.length, isSaid.test(context) ? 0.85 : 0.6, "number of years in words");
  }
  return findings;
}

/** "Jakob Borg (54)": a number in brackets behind a name. */
export function findBracketAges(text: string, names: readonly Finding[]): Finding[] {
  return names.flatMap(({ end }) => {
    const match = /^(?: \(|, )(1[01]\d|[1-9]?\d)(?: ?år)?(?=\)|, |\.?$|\n)/.exec(
      text.slice(end, end + 12),
    );
    const isBracket = match !== null && (match[0].startsWith(" (") || match[1]!.length > 1);
    if (!isBracket) return [];
    const start = end + match[0].indexOf(match[1]!);
    return [found(start, start + match[1]!.length, "Age", "form", 0.85, "number after a name")];
  });
}

const around = (
  text: string,
  index: number,
  what: string,
): { readonly context: string; readonly after: string } => ({
  context: text.slice(Math.max(0, index - 24), index),
  after: text.slice(index + what.length, index + what.length + 24),
});
const isSaid =
  /(?:er|var|mann|kvinne|,|jente|jenta|gut|gutt|pasient|pas\.?|blir|fyller|fylte|fylgjer|:|\()\s?$/iu;

const durationWord =
  /(?:^|[^\p{L}])(?:i|for|over|om|hvert|kvart|kvar|hver|siste|de|dei|etter|gjennom|på|ca\.?|minst|under|enn|innen|innan|til|første|fyrste|neste|varighet|varigheit|\d[-–])\s?$/iu;
const personOf =
  /(?:mann|mannen|kvinne|kvinna|kvinnen|jente|jenta|gutt|gut|pasient\p{L}*) (?:på|er|var)?\s?$/iu;

/** "for 3 år siden", "i 10 år": a time. From sixty on it is taken for an age unless it is long ago. */
function isDuration(context: string, after: string, years: number): boolean {
  if (years >= 60) return /^[ -]?år (?:siden|sidan|tilbake)/i.test(after);
  // "Etter 40 år i Odda": how long somebody has lived somewhere tells as much.
  if (/^ år i \p{Lu}/u.test(after) && /etter\s?$/i.test(context)) return false;
  if (/^[ -]?år (?:siden|sidan|tilbake|før|etter|senere|seinare|post|fram|frem|med)/i.test(after))
    return true;
  return durationWord.test(context) && !personOf.test(context);
}
