/**
 * Institutions and wards. An institution is a phrase of the lists, or a row of words with a head
 * that says what it is ("Voss sjukehus", "Sykehuset i Vestfold, DPS Sandefjord"), or the row of
 * capitals after "innlagt ved".
 */

import { found, type Finding } from "./finding";
import type { Gazetteer } from "./gazetteer";
import {
  admissions,
  eponymNext,
  nameLabels,
  openers,
  particles,
  titles,
  unitHeads,
  unitWords,
} from "./cueWords";
import type { TextWord } from "./textWords";

/** Words and signs that may stand inside the name of a unit, between two of its words. */
const inside = /^(?: {1,2}|, ?| ?- ?| ?[/&] ?| \(|\) ?,? ?|\. |\.?, ?| – )$/;
const small = /^(?:og|for|i|på|av)$/;
/** Words of the longest names of units; more would be a list of something else. */
const longestRow = 14;
/** Longer heads of one word: "Helsehuset" and "Rehabiliteringssenteret" with something before them. */
const headEnd =
  /.(?:sykehus|sykehuset|sjukehus|sjukehuset|sykehjem|sykehjemmet|sjukeheim|sjukeheimen|legesenter|legesenteret|legekontor|legekontoret|legevakt|helsehus|helsetun|helsesenter|klinikken|klinikk|klinikkene|kollektivet|hjemmet|heimen|poliklinikk|poliklinikken|senteret|senter|tunet|hospitalet|stiftelsen|apotek)$/;

/** Heads that are common words too, unless a capital makes them a name's. */
const weak =
  /^(?:legevakta|legevakten|sykehuset|sjukehuset|sykehjemmet|sjukeheimen|legekontoret|legesenteret|klinikken|poliklinikken|senteret|hospitalet|helsestasjonen|røntgen|radiologi|rehabilitering|psykiatri|avrusning|avrusing|ambulanse|habilitering|poliklinikk|klinikk|senter|foretak|akuttpsykiatri)$/;

const isHead = (word: TextWord): boolean =>
  (unitHeads.has(word.lower) && (word.isCapital || !weak.test(word.lower))) ||
  (headEnd.test(word.lower) && word.text.length > 7 && !(word.isOpening && !word.isCapital));
const unitEnd =
  /(?:psykiatri|psykiatrisk|psykiatriske|avdeling|avdelinga|avdelingen|seksjonen|seksjon|tjenesten|tenesta|team|teamet|enhet|eining|døgn|døgnbehandling|dagbehandling|rusomsorg|mottak|mottaket)$/;
/** Whether a word says what a unit is, and not which. */
export const isUnitPart = (lower: string): boolean =>
  unitHeads.has(lower) ||
  unitWords.has(lower) ||
  unitEnd.test(lower) ||
  (headEnd.test(lower) && lower.length > 7) ||
  small.test(lower);
const isUnitWord = (word: TextWord): boolean =>
  isHead(word) || unitWords.has(word.lower) || unitEnd.test(word.lower);

/** Institutions in a text. */
export function findUnits(
  text: string,
  words: readonly TextWord[],
  gazetteer: Gazetteer,
): Finding[] {
  const phrasesAt = gazetteer.phrasesIn(text);
  const findings: Finding[] = [];
  let taken = 0;
  words.forEach((word, i) => {
    if (word.start < taken || !(word.isCapital || isHead(word))) return;
    const phrase = phrasesAt(word).find(
      ({ kind }) => kind === "institution" || kind === "userInstitution",
    );
    const isKnown = phrase !== undefined && (word.isCapital || phrase.kind === "userInstitution");
    const known =
      isKnown && (phrase.length > 4 || word.isUpper || gazetteer.shortNames.includes(word.text))
        ? phrase
        : undefined;
    // "fastlege Nils Moe, Voss legekontor": the unit begins after the name.
    const next = words[i + 1];
    const isPerson =
      !known &&
      gazetteer.isFirstName(word.text) &&
      !isUnitWord(word) &&
      !(next && next.gap === " " && isUnitWord(next));
    const before = words[i - 1];
    const isTitled =
      before !== undefined &&
      word.gap === " " &&
      (titles.has(before.lower) || (before.isCapital && gazetteer.isFirstName(before.text)));
    if (isPerson || (isTitled && !known)) return;
    const row = rowFrom(text, words, i, known ? word.start + known.length : word.end, gazetteer);
    const members = words.slice(i, row + 1);
    const heads = members.filter(isHead);
    const names = members.filter(
      (each) =>
        each.isCapital &&
        !isOrdinary(each) &&
        (!each.isUsuallyNoName || gazetteer.isLastName(each.text) || gazetteer.isPlace(each.text)),
    );
    // "svulst i Vaters ampulle"
    const isEponym = /s$/.test(word.lower) && eponymNext.test(words[i + 1]?.lower ?? "");
    const isAdmitted =
      admitted(words, i) && word.isCapital && !isEponym && !gazetteer.isFirstName(word.text);
    const hasName = names.some((each) => !isUnitWord(each)) || names.length > 1;
    const isUnit = heads.length > 0 && hasName;
    if (!known && !isUnit && !(isAdmitted && isNamed(word))) return;
    const end = members.at(-1)!.end;
    const confidence = known ? 0.95 : isUnit ? 0.9 : gazetteer.isPlace(word.text) ? 0.55 : 0.65;
    const why = known
      ? "institution of the lists"
      : isUnit
        ? "a name with its head"
        : "after an admission";
    const source = phrase?.kind === "userInstitution" && known ? "user list" : "context";
    findings.push(
      found(
        word.start,
        Math.max(end, word.start + (known?.length ?? 0)),
        "Health_Care_Unit",
        source,
        confidence,
        why,
      ),
    );
    taken = end;
  });
  return findings;
}

/** "Fra legevakt", "Urologisk poliklinikk", "Smertepoliklinikken": words of any unit. */
const isOrdinary = (word: TextWord): boolean =>
  (word.isOpening &&
    (openers.has(word.lower) || /^(?:ring|kontakt|bestill|ny|akutt)$/.test(word.lower))) ||
  /(?:isk|iske|sk)$/.test(word.lower) ||
  clinicalCompound.test(word.lower);
const clinicalCompound =
  /^(?:fotsår|sår|smerte|nyre|diabetes|hjerte|hjarte|lunge|hud|øye|auge|øre|øyre|kvinne|barne|føde|svangerskaps|jordmor|urologi|ortopedi|kirurgi|kreft|mage|tarm|allergi|hormon|søvn|hukommelses|hukommels|minne|demens|smitte|infeksjons|hode|hovud|rygg|hofte|brudd|brot|gips|stomi|pasient|poli|dag|døgn|rus|ruspoli|akutt|psykiatri|ungdoms|vaksen|voksen|familie|spesial|blod|dialyse|operasjons|preoperativ|anestesi|strål|stråle|lymfødem|fysio|hørsel|syns|tann|nevro|revma|reuma|gastro)/;

const isNamed = (word: TextWord): boolean =>
  !clinicalCompound.test(word.lower) &&
  !word.isUsuallyNoName &&
  !titles.has(word.lower) &&
  !nameLabels.has(word.lower) &&
  word.text.length > 2;

/** "innlagt ved …", "kontakt med …", "takk for at du valgte …". */
function admitted(words: readonly TextWord[], i: number): boolean {
  const preposition = words[i - 1];
  if (!preposition || !/^ $|^\n$/.test(words[i]!.gap)) return false;
  if (preposition.lower === "valgte" || preposition.lower === "kontakte") return true;
  if (preposition.lower === "med") return words[i - 2]?.lower === "kontakt";
  if (!/^(?:på|ved|i|til|frå|fra|hos)$/.test(preposition.lower)) return false;
  const before = words.slice(Math.max(0, i - 4), i - 1);
  return before.some(({ lower }) => admissions.has(lower));
}

/** Index of the last word of the row that begins at `i`, all words up to `until` included. */
function rowFrom(
  text: string,
  words: readonly TextWord[],
  i: number,
  until: number,
  gazetteer: Gazetteer,
): number {
  const isUnknown = (word: TextWord): boolean =>
    !gazetteer.isFirstName(word.text) && !gazetteer.isLastName(word.text) && word.text.length > 3;
  let hasHead = isHead(words[i]!) || until > words[i]!.end;
  let last = i;
  let at = i + 1;
  while (at < words.length && words[at]!.start < until) last = at++;
  for (; at < Math.min(words.length, i + longestRow); at++) {
    const word = words[at]!;
    if (!inside.test(word.gap)) break;
    // "avd. Førde" goes on, the next sentence does not.
    if (word.gap === ". " && words[at - 1]!.text.length > 4) break;
    const goesOn = (word.isCapital && mayContinue(word)) || isUnitWord(word);
    if (goesOn) {
      // A comma leads on only to what is a unit's word itself or has one beside it.
      // or to a house of an institution: "Sykehuset Innlandet, Sanderud".
      const isHouse =
        hasHead &&
        isUnknown(word) &&
        !openers.has(word.lower) &&
        /^(?:[,.)\n]|$| den | på | med )/.test(text.slice(word.end, word.end + 5));
      if (/[,.]/.test(word.gap) && !isUnitWord(word) && !leadsToUnit(words, at) && !isHouse) break;
      hasHead ||= isHead(word);
      last = at;
      continue;
    }
    // "Avdeling for rusmedisin", "Sykehuset i Vestfold", "barn og unge"
    if (!small.test(word.lower) || !/^-? $/.test(word.gap)) break;
    const next = words[at + 1];
    if (next === undefined || next.gap !== " ") break;
    const afterUnit = isUnitWord(words[at - 1]!);
    if (!afterUnit && word.gap === " ") break;
    const isOpen = /^(?:og|for|av)$/.test(word.lower) && afterUnit && !titles.has(next.lower);
    const isName =
      next.isCapital && mayContinue(next) && /^(?:i|på|for|og)$/.test(word.lower) && afterUnit;
    if (
      !isUnitWord(next) &&
      !isName &&
      !(isOpen && /^(?:for|og)$/.test(word.lower) && next.text.length > 4)
    )
      break;
    last = ++at;
  }
  return last;
}

const mayContinue = (word: TextWord): boolean =>
  !word.isUsuallyNoName &&
  !titles.has(word.lower) &&
  !nameLabels.has(word.lower) &&
  !particles.has(word.lower);

/** Whether a capital after a comma goes on with the unit: "Vestre Viken, Drammen DPS". */
function leadsToUnit(words: readonly TextWord[], at: number): boolean {
  for (let j = at; j < Math.min(words.length, at + 4); j++) {
    const word = words[j]!;
    if (j > at && !/^(?: |-)$/.test(word.gap)) return false;
    if (isUnitWord(word)) return true;
    if (!word.isCapital) return false;
  }
  return false;
}

const ward =
  /(?<!\p{L})(?:(?:senge|døgn|dag|observasjons)?(?:post|posten|tun|tunet)|avdeling|avdelinga|avdelingen|avd\.?|seksjon)(?: nr\.?)? (?:\d{1,3} ?(?:sør|nord|øst|vest|aust|[A-Hø](?![\p{L}\d]))?|[A-H]\d{0,2})(?![\p{L}\d]|[.,]\d|[ -]?(?:mg|ml|timer|dager|ganger|gonger|dagar|stk))/giu;

/** Wards and rooms that have a number or a letter; "kirurgisk avdeling" alone identifies nobody. */
export function findWards(text: string): Finding[] {
  return Array.from(text.matchAll(ward)).flatMap(({ index, 0: match }) =>
    // With the flag i small letters are taken for letters of wards: "post a" is none.
    /\d/.test(match) || /[A-H]$/.test(match)
      ? [found(index, index + match.trimEnd().length, "Ward", "form", 0.7, "ward with its number")]
      : [],
  );
}
