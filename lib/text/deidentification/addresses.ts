/** Streets with their numbers, post boxes, postcodes with their places. */

import { found, type Finding } from "./finding";
import type { Gazetteer } from "./gazetteer";

/** The ends of street names in both standards, as they are written and inflected. */
export const streetEnds =
  "veien|vegen|vei|veg|vn\\.?|gaten|gata|gate|gt\\.?|plassen|plass|alléen|alleen|allé|alle|bakken|bakkane|svingen|stien|torget|torg|terrassen|terrasse|faret|kroken|stubben|bryggen|brygge|bryggja|kaien|løkka|smauet|smuget|smug|ringen|stredet|strede|åsen|haugen|lia|tunet|jordet|toppen|marka|neset|hagen|flaten|flata|dalen|myra|skogen|lien|høgda|høyden";
const word = "\\p{L}[\\p{L}\\p{M}.'-]*";
const streetWithNumber = new RegExp(
  `(?<![\\p{L}\\d])\\p{Lu}[\\p{L}\\p{M}.'-]{0,30}(?: ${word}){0,3}?(?<=(?:${streetEnds})) \\d{1,3}(?:(?:[A-Za-z]| [A-H])(?![\\p{L}\\d]))?(?!\\d|[.,]\\d| ?(?:mg|ml|cm|år|%))`,
  "gu",
);
const streetAlone =
  /(?<![\p{L}\d])\p{Lu}[\p{L}\p{M}'-]{1,30}(?:veien|vegen|gata|gaten|gate|alléen)(?![\p{L}\d])/gu;
const postBox = /(?<!\p{L})(?:postboks|boks) \d{1,5}(?: \p{Lu}\p{L}+)?(?= ?[,.\n]|$)/giu;
const postcode = /(?<![\d.,/-]|\d )(?:N-|NO-)?(\d{4})[ \n]{1,2}(?=(\p{Lu}[\p{L}\p{M}-]*))/gu;

/** Words in capitals that end like a street and are none: organs and findings, and care. */
const noStreets =
  /^(?:luft|gall|urin|tarm|mage|fød|pust|nerve|blod|behandlings|pasient|sykdoms|sjukdoms|følge|om|under|spiserøret?s?)/i;

/** What tells where somebody lives. */
export function findAddresses(text: string, gazetteer: Gazetteer): Finding[] {
  const findings: Finding[] = [];
  const add = (start: number, end: number, confidence: number, why: string): void => {
    findings.push(found(start, end, "Street_Address", "form", confidence, why));
  };
  for (const { index, 0: match } of text.matchAll(streetWithNumber)) {
    const end = index + match.length;
    add(end - streetPart(match).length, end, 0.9, "street and number");
  }
  for (const { index, 0: match } of text.matchAll(streetAlone))
    if (!noStreets.test(match)) add(index, index + match.length, 0.7, "street");
  for (const { index, 0: match } of text.matchAll(postBox))
    add(index, index + match.length, 0.9, "post box");
  for (const match of text.matchAll(postcode)) {
    const town = gazetteer.townOf(match[1]!);
    const isTown = town?.split(" ")[0]!.toLowerCase() === match[2]!.toLowerCase();
    const start = match.index + match[0].indexOf(match[1]!);
    if (!isTown && !(town && gazetteer.isPlace(match[2]!))) continue;
    findings.push(found(start, start + 4, "Postcode", "form", isTown ? 1 : 0.8, "postcode"));
    const from = match.index + match[0].length;
    const isWhole = isTown && text.slice(from, from + town.length).toUpperCase() === town;
    const to = from + (isWhole ? town.length : match[2]!.length);
    findings.push(found(from, to, "Location", "form", 1, "place after its postcode"));
  }
  return findings;
}

/** The street in a match that may have caught words before it: "Bor i Kong Oscars gate 12". */
function streetPart(match: string): string {
  const words = match.split(" ");
  const smalls = words.map(
    (each, i) =>
      i < words.length - 2 &&
      /^(?:i|på|til|fra|frå|ved|bor|bur|adresse:?|og|med|den)$/iu.test(each),
  );
  return words.slice(smalls.lastIndexOf(true) + 1).join(" ");
}
