/** Streets with their numbers, post boxes, farms by their numbers, postcodes with their places. */

import { found, type Finding } from "./finding";
import type { Gazetteer } from "./gazetteer";

/** The ends of street names in both standards, as they are written and inflected. */
export const streetEnds =
  "veien|vegen|vei|veg|vn\\.?|gaten|gata|gate|gt\\.?|plassen|plass|alléen|alleen|allé|alle|bakken|bakkane|svingen|stien|torget|torg|terrassen|terrasse|faret|kroken|stubben|bryggen|brygge|bryggja|kaien|løkka|smauet|smuget|smug|ringen|stredet|strede|åsen|haugen|lia|tunet|jordet|toppen|marka|neset|hagen|flaten|flata|dalen|myra|skogen|lien|høgda|høyden|gutua|gutu|geila|geilen|smau|almenningen|allmenningen|kleiva|tråkket|strete|stræte|sletta|grenda|røysa";
/** Ends that hardly any other word has. */
const strong =
  /(?:veien|vegen|vei|veg|vn\.|gaten|gata|gate|gt\.|alléen|allé|bakkane|smauet|smuget|stredet|bryggen|bryggja|løkka|terrassen|terrasse)$/i;
/** Words that stand alone behind a name: "Kong Oscars gate 7", "Olav Kyrres gt. 12". */
const streetWord =
  /^(?:veien|vegen|vei|veg|vn\.?|gaten|gata|gate|gt\.?|plass|allé|alle|torg|terrasse|brygge|bakke|minde|løkke|strede)$/i;
const endsLikeStreet = new RegExp(`.(?:${streetEnds})$`, "iu");

/** Words that end like a street and are none: organs and findings, and care. */
const noStreets =
  /^(?:luft|gall|gallegang|urin|hørsels?|høyrsels?|syns|smerte|lymfe|blod|lede|lednings?|tarm|mage|fød|fødsels?|pust|nerve|behandlings|pasient|sykdoms|sjukdoms|følge|om|under|spiserøret?s?|fram|frem|tilbake|hjem|heim|inn|ut|opp|ned|av|senge|seng|arbeids|arbeid|sykehus|sykehjem|sjukehus|sjukeheims?|institusjons|omsorgs|ligge|parkerings|møte|før(?:ste|ste)?|tredje|andre|siste|hånd|hand|over|nakke|hals|skulder|kne|plasse|luke|jern|egge?|fistel)(?=veien|vegen|vei|veg|vn|gaten|gata|gate|plass|bakken|ringen|stien|lien|alle|dalen|lia|toppen|marka|flaten|hagen|neset|gt|åsen|haugen|tunet|torget|kroken|terrassen|faret)/i;

/** A capital word or several, a number behind, perhaps a letter. What stands around decides. */
const numbered =
  /(?<![\p{L}\d-])(?<name>\p{Lu}[\p{L}\p{M}.'-]{0,40}(?: \p{L}[\p{L}\p{M}.'-]{0,30}){0,3}?) (?<number>\d{1,3}(?:-\d{1,3})?(?:(?:[A-Za-z]| [A-H])(?![\p{L}\d]))?)(?!\d|[.,]\d|[/-]\d)/gu;
const inSmallLetters =
  /(?<=(?:^|[^\p{L}])(?:i|på|adr\.?|adresse:?|til) )(?<name>\p{Ll}[\p{L}\p{M}'-]{2,30}(?:gata|gaten|gate|veien|vegen|vei|veg)) (?<number>\d{1,3} ?[a-h]?)(?![\p{L}\d]|[.,]\d)/gu;
const streetAlone =
  /(?<![\p{L}\d-])\p{Lu}[\p{L}\p{M}'-]{2,30}(?:veien|vegen|gata|gaten|gate|alléen|VEIEN|VEGEN|GATA|GATEN|GATE)(?![\p{L}\d-])/gu;
const postBox = /(?<!\p{L})(?:postboks|boks|pb\.?) \d{1,5}(?: \p{Lu}\p{L}{1,30})?(?= ?[,.\n]|$)/giu;
/** Floor, flat and the numbers of dwellings behind an address. */
const flat =
  /^,? ?(?:\d{1,2}\. ?(?:etg|etasje)\.?|[HULK]0\d{3}|(?:leil|leilighet|leilegheit|oppg|oppgang)\.? ?(?:nr\.? ?)?[\dA-H]{1,4}|c\/o)(?![\p{L}\d])/u;
const farm =
  /(?<!\p{L})g(?:år)?ds?nr\.? ?\d{1,4},? ?b(?:ruks)?nr\.? ?\d{1,4}|(?<!\p{L})gnr\.?\/bnr\.? ?\d{1,4}\/\d{1,4}/giu;
const postcode = /(?<![\d.,/-]|\d )(?:N-|NO-)?(\d{4})(?:[ \n]{1,2})(?=(\p{Lu}[\p{L}\p{M}-]*))/gu;

/** What is counted or measured, so that the word before is no street. */
const counted =
  /^ ?(?:mg|ml|cm|mm|kg|g|l|m|%|°|grader|år|mnd|måneder|månader|uker|veker|vekar|dager|dagar|døgn|timer|timar|min|minutter|minutt|ganger|gonger|stk|tabletter|tablettar|tbl|x|av|poeng|IE|E|kapsler|kapslar)(?!\p{L})/iu;
/** A small word behind that is no noun: what is before it may be an address. */
const goesOn =
  /^ (?:i|på|og|ved|med|etter|er|har|bor|bur|der|hvor|som|sammen|saman|tlf|men|fra|frå|til|innlagt|innlagd|for|ble|vart|blei|like|nær|kjem|kommer|c\/o|under|sidan|siden)(?!\p{L})/u;
const dwellingBefore =
  /(?:^|[^\p{L}])(?:bor|bur|bodd|budd|bodde|budde|bosatt|busett|flyttet|flytta|adr|adresse|adressen|adressa|hentet|henta|kjørt|køyrd|køyrt|hjem til|heim til|heime|hjemme|skadested|skadestad|stedsadresse|gate|henteadresse|oppmøte)[.:]?(?: (?:i|på|til|ved|fra|frå|hjemme|heime|nå|no|alene|aleine|sammen|saman|med|kona|mannen|foreldre|foreldra)){0,4} ?$/iu;

/** What tells where somebody lives. */
export function findAddresses(text: string, gazetteer: Gazetteer): Finding[] {
  const findings: Finding[] = [];
  const add = (start: number, end: number, confidence: number, why: string): void => {
    findings.push(found(start, end, "Street_Address", "form", confidence, why));
  };
  for (const { index, groups, 0: match } of text.matchAll(numbered)) {
    const end = index + match.length;
    const street = streetPart(groups!["name"]!);
    if (street === undefined) continue;
    const start = end - groups!["number"]!.length - 1 - street.length;
    const confidence = sureness(text, start, end, street, groups!["number"]!);
    if (confidence > 0) add(start, end + flatLength(text, end), confidence, "street and number");
  }
  for (const { index, groups, 0: match } of text.matchAll(inSmallLetters))
    if (!noStreets.test(groups!["name"]!) && !counted.test(text.slice(index + match.length)))
      add(index, index + match.length, 0.7, "street and number");
  for (const { index, 0: match } of text.matchAll(streetAlone))
    if (!noStreets.test(match) && !isOpening(text, index))
      add(index, index + match.length, 0.7, "street");
  for (const { index, 0: match } of text.matchAll(postBox))
    add(index, index + match.length, 0.9, "post box");
  for (const { index, 0: match } of text.matchAll(farm))
    add(index, index + match.length, 0.9, "farm by its numbers");
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

const flatLength = (text: string, end: number): number =>
  flat.exec(text.slice(end, end + 24))?.[0].length ?? 0;

/**
 * The street at the end of a row of words ("Bor i Kong Oscars gate" → "Kong Oscars gate"), or
 * undefined where none is: its last word has a capital and a street's end, or is a street's word in
 * small letters behind a capital.
 */
function streetPart(row: string): string | undefined {
  const words = row.split(" ");
  const last = words.at(-1)!;
  if (/^\p{Lu}/u.test(last)) {
    if (!endsLikeStreet.test(last) || noStreets.test(last)) return undefined;
    // "Øvre Strandvei", "Store Lungegårds gate"
    const before = words.at(-2) ?? "";
    return /^(?:øvre|nedre|ytre|indre|nordre|søndre|vestre|østre|austre|store|lille|vesle|gamle|nye)$/i.test(
      before,
    ) && /^\p{Lu}/u.test(before)
      ? `${before} ${last}`
      : last;
  }
  if (!streetWord.test(last)) return undefined;
  let from = words.length - 1;
  while (from > 0 && /^\p{Lu}/u.test(words[from - 1]!)) from--;
  // "Bor i Kong Oscars gate": the row of capitals ends before the small word.
  return from === words.length - 1 ? undefined : words.slice(from).join(" ");
}

/** How sure it is that words with a street's end and a number are an address; 0 where they are none. */
function sureness(
  text: string,
  start: number,
  end: number,
  street: string,
  number: string,
): number {
  const after = text.slice(end, end + 24);
  if (counted.test(after)) return 0;
  const before = text.slice(Math.max(0, start - 60), start);
  const isNamed =
    dwellingBefore.test(before) ||
    /^,? ?\d{4} \p{Lu}/u.test(after) ||
    /[A-Z]$/.test(number) ||
    flat.test(after);
  if (isNamed) return 0.95;
  // "Søvn 7 timer", "Familien 4 barn": a noun follows what is counted.
  if (/^ \p{Ll}/u.test(after) && !goesOn.test(after)) return 0;
  const isCompound = street.includes(" ");
  if (!isOpening(text, start) || isCompound) return strong.test(street) || isCompound ? 0.9 : 0.7;
  return strong.test(street) && !/gt\.?$|vn\.?$/i.test(street) ? 0.75 : 0;
}

/** Whether a capital says nothing here. */
const isOpening = (text: string, at: number): boolean =>
  /(?:^|[.!?:\n\r•*"«(>\][|]|[-–])\s*$/u.test(text.slice(Math.max(0, at - 4), at));
