/** Numbers of records, staff, accounts, passports, cars and machines: most only after the word that says so. */

import { found, type Finding } from "./finding";

/** What a number belongs to, in both standards: these say so with "nr", "nummer", "id" or a compound of it … */
const owners =
  "pasient|pas\\.?|her|prøve|prøveglass|saks?|arkiv|henvisnings?|tilvisings?|løpe?|kunde|ordre|oppholds?|opphalds?|kontakt|skademeldings?|meldings?|avviks?|preparat|glass|seddel|setel|resept|pass|utlendings|visum|medlems|polise|forsikrings|serie|implantat|ansatt|tilsett|student|bruker|brukar|helsekort|trygdekort|org\\.?|organisasjons|faktura|registrerings|reg\\.?|førerkort|førarkort|konto|bankkonto|dips|journal|episode|rekvisisjons?|referanse|ref\\.?|remisse|npr|hpr|duf|batch|lot|kid";
/** … and these without it. */
const owning =
  "hpr|npr|mrn|dips|duf|journal|episode|rekvisisjon|referanse|ref|remisse|batch|lot|kid|konto|bankkonto|iban|s\\/n|sn|id|pas\\.?id";
const label = new RegExp(
  `(?<![\\p{L}\\d])(?:(?:${owners})[ -]?(?:nummer\\p{L}{0,3}|numra|nr|no|id)|${owning})(?:[.:#]|[ ]?(?:nr|er|var)(?!\\p{L}))?[.:]?[ ]{0,2}(?=[\\p{L}\\d])`,
  "giu",
);
const numberAfter =
  /\p{Lu}{0,4}[-/ ]?\d[\p{Lu}\d]*(?:[-/.][\p{Lu}\d]+){0,4}(?: \d{3}(?!\d)| \d\d \d{5}(?!\d)| \d{6} \d\d(?!\d)){0,3}(?!\p{L}|[.,]\d)/uy;
/** Those that identify by themselves: an account (four, two, five digits), IBAN, number plates. */
const account = /(?<![\d.,/-])\d{4}[. ]\d{2}[. ]\d{5}(?!\d|[.,]\d)/g;
const iban =
  /(?=[A-Z])(?<![\p{L}\d])[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){2,7}(?: ?[A-Z\d]{1,3})?(?![\p{L}\d])/gu;
const plate = /(?=[A-Z])(?<![\p{L}\d-])[A-Z]{2} ?\d{2} ?\d{3}(?!\d|[.,]\d|-\d)/gu;
const carWord =
  /(?:bil|drosje|taxi|skilt|reg|nummerskilt|kjøretøy|køyretøy|mc|motorsykkel|tilhenger)[\p{L}.]*(?: \p{L}+){0,2}[ .:]{0,3}$/iu;
const passport =
  /(?=[A-Z\d])(?<=(?:^|[^\p{L}])pass(?:port)?(?:et)?[ .:]{1,3}(?:nr\.? ?)?)[A-Z]{0,3}\d{6,9}(?!\d)/giu;
const internetAddress =
  /(?<![\d.])(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?:25[0-5]|2[0-4]\d|1?\d?\d)){3}(?![\d]|\.\d)|(?<![\p{L}\d:])(?:[\da-f]{1,4}:){3,7}:?[\da-f]{1,4}(?![\p{L}\d:])|(?<![\p{L}\d:])(?:[\da-f]{2}[:-]){5}[\da-f]{2}(?![\p{L}\d:-])/giu;
const address = /(?<![\p{L}\d@])(?:https?:\/\/|www\.)[^\s<>"')\]]{3,200}/giu;
/** "facebook.com/ola.nordmann": the page of somebody, though nothing says that it is an address. */
const page =
  /(?<![\p{L}\d@/.:-])(?=\p{L}{2})(?:[\p{L}\d-]{1,40}\.){1,3}(?:com|no|net|org|se|dk|io|me|tv|info|eu)\/[^\s<>"')\]]{2,200}/giu;
/** Pages that all of the country reads. */
const publicPage =
  /^(?:https?:\/\/)?(?:www\.)?(?:helsenorge|felleskatalogen|fhi|helsedirektoratet|legemiddelhandboka|nhi|nav|helfo|metodebok|relis|legeforeningen|lovdata|snl|sml|udi|regjeringen|helsebiblioteket)\.no(?![\p{L}\d.-])/iu;
/** "@kari_s", but not the end of an e-mail address. */
const handle = /(?<![\p{L}\d._%+-])@[\p{L}\d._]{3,40}/gu;
const socialName =
  /(?:facebook|instagram|insta|snapchat|snap|twitter|tiktok|messenger|skype|discord|telegram|youtube|tinder|brukernavn|brukarnamn)\p{L}{0,3}(?:[:,]| [\p{L}-]{1,20}){0,3}[:,]? (?<name>@?[\p{L}\d._-]{4,40})/giu;

/** A name in small letters, and no word about how much somebody uses it. */
const singleName =
  /^(?!ikke|ikkje|dagl|aldri|aktiv|sperr|slett|ukje|ingen|priva|open|åpen|mykj|mange|sjeld)\p{Ll}+$/u;

const weights = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1];
/** Whether the last of the eleven digits of a Norwegian account checks the others (modulo 11). */
const isAccount = (digits: string): boolean =>
  weights.reduce((sum, weight, i) => sum + weight * Number(digits[i]), 0) % 11 === 0;

/** Numbers of records and other things that belong to one person. */
export function findRecordNumbers(text: string): Finding[] {
  const findings: Finding[] = [];
  const add = (start: number, end: number, confidence: number, why: string): void => {
    findings.push(found(start, end, "Record_Number", "form", confidence, why));
  };
  for (const { index, 0: match } of text.matchAll(label)) {
    const start = index + match.length;
    numberAfter.lastIndex = start;
    const number = numberAfter.exec(text)?.[0];
    if (number !== undefined && isRecord(number, /^ref/i.test(match)))
      add(start, start + number.length, 0.9, "record number");
  }
  for (const { index, 0: match } of text.matchAll(account))
    if (isAccount(match.replace(/\D/g, ""))) add(index, index + match.length, 0.95, "bank account");
  for (const { index, 0: match } of text.matchAll(iban))
    if (/^NO|^[A-Z]{2}\d\d ?(?:[A-Z\d]{4} ?){3}/.test(match))
      add(index, index + match.length, 0.95, "bank account");
  for (const { index, 0: match } of text.matchAll(plate)) {
    const isCar = carWord.test(text.slice(Math.max(0, index - 40), index));
    add(index, index + match.length, isCar ? 0.95 : 0.65, "number plate");
  }
  for (const [pattern, why, confidence] of [
    [passport, "passport", 0.95],
    [internetAddress, "network address", 0.9],
    [address, "address of a page", 0.8],
    [page, "address of a page", 0.75],
    [handle, "name of a user", 0.8],
  ] as const)
    for (const { index, 0: match } of text.matchAll(pattern)) {
      const written = match.replace(/[.,;:]+$/, "");
      if (!publicPage.test(written)) add(index, index + written.length, confidence, why);
    }
  for (const { index, groups, 0: match } of text.matchAll(socialName)) {
    const start = index + match.length - groups!["name"]!.length;
    const name = groups!["name"]!.replace(/[._-]+$/, "");
    // "Snap: olano", but not "Snap: daglig" or "Facebook: Aktiv bruker".
    const isAlone = /(?:snap|snapchat|insta|instagram): ?$/i.test(text.slice(index, start));
    const isOne = singleName.test(name) && /^[.,;\n]?$/.test(text[start + name.length] ?? "");
    if (/^@|[._]\p{L}|\d/u.test(name) || (isAlone && isOne))
      add(start, start + name.length, 0.8, "name of a user");
  }
  return findings;
}

/** Shorter numbers after such words are counts ("prøve 2"); a date is a date, a range of values one. */
const isRecord = (number: string, mayBeRange: boolean): boolean =>
  number.replace(/\D/g, "").length >= 4 &&
  !(mayBeRange && /^\d+-\d+$/.test(number)) &&
  !/^(?:19|20)\d\d(?:-|$)|^\d{1,3}-\d{1,4}$|^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}/.test(number);
