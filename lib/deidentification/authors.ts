/** Who wrote: names of users ("tbf3") and initials in small letters ("skrevet av tbf", "dikt. kho/mlw"). */

import { found, type Finding } from "./finding";
import {
  alsoWords,
  openers,
  particles,
  persons,
  relatives,
  shortTitles,
  titles,
  unitHeads,
} from "./cueWords";

const wrote =
  "skrevet|skrive|skriven|diktert|dikterte|signert|signerte|dokumentert|godkjent|godkjend|attestert|kontrasignert|journalført|journalførd|notert|registrert|ført|førd|utført|lagret|lagra|oppretta|opprettet|endret|endra|redigert|gjort|åpnet|opna|lest|lese|sendt|send|innlogget|innlogga|pålogget|pålogga|oppslag|notat|avslutta|avsluttet";
/** "skrevet av", "sign.", "Dikt:", "notat ved bruker": a short form of a person's name follows. */
const author = new RegExp(
  `(?<!\\p{L})(?:(?:${wrote}) (?:(?:av|ved|som)(?:: ?| )|v\\/ ?)(?:bruk(?:er|ar) )?|(?:sign|signert|signatur|dikt|diktert|skrevet|skrive|skriven)[.:] ?|(?:sign|signert) )(?=\\p{Ll})`,
  "giu",
);
const initials = /(?<first>\p{Ll}{2,4})(?:\/(?<second>\p{Ll}{2,4}))?(?![\p{L}\d/-])/uy;
/** Behind initials stands nothing more of a sentence. */
const ends = /^(?: ?[.,;)\n\r\]|]| ?$| \d| kl| den )/;
/** "av bruker thelo3", "(bruker thelo3)"; in the middle of a sentence the word is what somebody takes. */
const user =
  /(?<=(?:^|[\n(.,:;] ?|(?:^|[^\p{L}])(?:av|til|for|frå|fra|med|som|hos|ved) )bruk(?:er|ar):? )(?=\p{L})/giu;
const userName = /\p{L}{2,12}(?:[._-]\p{L}{1,12})?\d{1,4}(?![\p{L}\d]|[.,]\d)/uy;
/** Behind its label any word is a name. */
const labelled =
  /(?<!\p{L})(?:bruker-?(?:navn|id)|brukar-?(?:namn|id)|login|username|innloggingsnavn)(?: er)?[:=]? ?(?=[\p{L}\d])/giu;
const anyName = /[\p{L}\d][\p{L}\d._-]{2,40}/uy;
const counted =
  /^ ?(?:mg|ml|g|mikrog|µg|IE|E|stk|tabl?|x|%|dagl|dager|dagar|ganger|gonger)(?!\p{L})/iu;

/** Short words that may stand where an author does. */
const noInitials =
  /^(?:meg|oss|seg|deg|dem|dei|vi|den|dette|denne|to|tre|fire|fem|alle|både|begge|med|ved|som|men|enn|vakt|team|egen|eigen|bup|dps|nav|ppt|hus|ous|sus|unn|dato|navn|namn|tid|kl|nr|tlf|sjå|se|ja|nei|mangl|ok|ukjent|ikke|av|på|ny|nye|mfl|lis|usl|stud|sekr|ass|ct|mr|ekg|eeg|ul|brev|epikr|hjem|heim|sist|dag|går|natt|mai|mnd|juni|juli|ca|ki|evt|mm|via|per|utan|uten|ein|ei|en|et|eit|mtp|pga|fot|arm|tå|kne|cor|mor|far|amk|avd|kir|ort|gyn|nev|onk|kar|fys|ped|rtg|ovl|hjsp|ktr|pasi|seks|gang)$/;

const isInitials = (word: string | undefined): boolean =>
  word === undefined ||
  !(
    noInitials.test(word) ||
    shortTitles.test(word) ||
    [alsoWords, openers, particles, persons, relatives, titles, unitHeads].some((set) =>
      set.has(word),
    )
  );

/** Authors by their short forms, which staff systems print under a note. */
export function findAuthors(text: string): Finding[] {
  const findings: Finding[] = [];
  const addUser = (start: number, name: string | undefined, confidence: number): void => {
    if (
      name === undefined ||
      counted.test(text.slice(start + name.length, start + name.length + 8))
    )
      return;
    const why = "name of a user";
    findings.push(found(start, start + name.length, "Record_Number", "form", confidence, why));
  };
  const at = (pattern: RegExp, start: number): RegExpExecArray | null => {
    pattern.lastIndex = start;
    return pattern.exec(text);
  };
  for (const { index, 0: match } of text.matchAll(author)) {
    const start = index + match.length;
    // The flag i takes capitals too; "utført av EKG" has no author.
    if (!/\p{Ll}/u.test(text[start]!)) continue;
    addUser(start, at(userName, start)?.[0], 0.8);
    const { first, second } = at(initials, start)?.groups ?? {};
    if (first === undefined || !isInitials(first) || !isInitials(second)) continue;
    const end = start + first.length + (second === undefined ? 0 : second.length + 1);
    if (!ends.test(text.slice(end, end + 5))) continue;
    const add = (from: number, to: number): void => {
      findings.push(found(from, to, "First_Name", "form", 0.65, "initials of an author"));
    };
    add(start, start + first.length);
    if (second !== undefined) add(start + first.length + 1, end);
  }
  for (const { index } of text.matchAll(user)) {
    const name = at(userName, index)?.[0];
    // "Bruker nexium40" is what somebody takes.
    const isAfterWord = /[\p{L}] bruk(?:er|ar) $/iu.test(
      text.slice(Math.max(0, index - 12), index),
    );
    if (name !== undefined && (isAfterWord || /^\p{L}{2,6}\d{1,2}$/u.test(name)))
      addUser(index, name, 0.75);
  }
  for (const { index, 0: match } of text.matchAll(labelled)) {
    const start = index + match.length;
    const name = at(anyName, start)?.[0].replace(/[._-]+$/, "");
    if (name !== undefined && (/[:=] ?$/.test(match) || /[\d._]/.test(name)))
      addUser(start, name, 0.8);
  }
  return findings;
}
