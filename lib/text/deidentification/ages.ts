/** Ages: the number only, so that "år gammel" and "-åring" stay. */

import { found, type Finding } from "./finding";

const age = "(?<age>1[01]\\d|[1-9]?\\d)";
const start = "(?<![\\d.,/+-]|\\d )";
const time = "(?:mnd\\.?|måneder|månader|månedar|uker|veker|vekar|dager|dagar)";

type Form = { readonly pattern: RegExp; readonly confidence: number; readonly why: string };
const form = (source: string, confidence: number, why: string): Form => ({
  pattern: new RegExp(source, "dgiu"),
  confidence,
  why,
});

const forms: readonly Form[] = [
  // 84 år gammel, 84-årig, 84 åring, 84-årsalderen, 2 mnd gammel
  form(
    `${start}${age}(?:[ \\n-]{0,2}(?:år|års|${time})[ \\n-]{1,2}(?:gammel|gamal|gamle|gamalt|gammalt|gammelt|gammal|gml)|[ \\n]?-?\\s?år(?:ig|ing|salder))`,
    1,
    "age in years",
  ),
  // alder: 84, alder er 84, Alder ved innleggelse: 84
  form(
    `(?<=(?:^|[^\\p{L}])(?:[\\p{L}]*alder(?:en)?|age)(?: [\\p{L}]+){0,3}? ?(?:er|var|på|:|,|-)?:? {0,2}\\n?)${age}(?!\\d|[.,/-]\\d|\\. ?(?:jan|feb|mar|apr|mai|jun|jul|aug|sep|okt|nov|des))`,
    1,
    "age after its word",
  ),
  // 58 M, 58M, K 84
  form(`${start}${age} ?[MK](?=[,.;)\\s]|$)(?! ?\\d)`, 0.6, "age and sex"),
  // Kari Nordmann (84), pasient (84 år)
  form(`(?<=\\p{L}{3,} \\()${age}(?: ?år)?(?=\\)|, )`, 0.7, "number after a name"),
];
const someYears = new RegExp(`${start}${age}(?=[ \\n]?-?år(?:s|en)?(?!\\p{L}))`, "dgu");

/** Ages that a text tells, with durations ("for 3 år siden") left out where they can be told apart. */
export function findAges(text: string): Finding[] {
  const findings: Finding[] = [];
  for (const { pattern, confidence, why } of forms)
    for (const match of text.matchAll(pattern)) {
      const [from, to] = match.indices!.groups!["age"]!;
      findings.push(found(from, to, "Age", "form", confidence, why));
    }
  for (const { index, 0: number } of text.matchAll(someYears)) {
    const context = text.slice(Math.max(0, index - 24), index);
    const after = text.slice(index + number.length, index + number.length + 24);
    if (isDuration(context, after, Number(number))) continue;
    const isSaid =
      /(?:er|var|mann|kvinne|,|jente|jenta|gut|gutt|pasient|pas\.?|blir|fyller|fylte|fylgjer|:|\()\s?$/iu.test(
        context,
      );
    findings.push(
      found(index, index + number.length, "Age", "form", isSaid ? 0.9 : 0.6, "number of years"),
    );
  }
  return findings;
}

const durationWord =
  /(?:^|[^\p{L}])(?:i|for|over|om|hvert|kvart|hver|siste|de|dei|etter|gjennom|på|ca\.?|minst|under|enn|innen|innan|til|første|fyrste|neste|\d[-–])\s?$/iu;
const personOf =
  /(?:mann|mannen|kvinne|kvinna|kvinnen|jente|jenta|gutt|gut|pasient\p{L}*) på\s?$/iu;

/** "for 3 år siden", "i 10 år": a time. From sixty on it is taken for an age unless it is long ago. */
function isDuration(context: string, after: string, years: number): boolean {
  if (years >= 60) return /^[ -]?år (?:siden|sidan|tilbake)/i.test(after);
  // "Etter 40 år i Odda": how long somebody has lived somewhere tells as much.
  if (/^ år i \p{Lu}/u.test(after) && /etter\s?$/i.test(context)) return false;
  if (/^[ -]?år (?:siden|sidan|tilbake|før|etter|senere|seinare|post|fram|frem|med)/i.test(after))
    return true;
  return durationWord.test(context) && !personOf.test(context);
}
