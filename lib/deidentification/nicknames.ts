/** What people are called besides their names: "kallar seg «Nusse»", "kallenavn Mumle", "Kari «Lillemor» Dahl". */

import { found, type Finding } from "./finding";
import { clinicalWord } from "./institutionWords";
import { alsoWords, isNoName, openers, persons, relatives, titles } from "./cueWords";

const someone =
  "(?: (?:seg|seg selv|seg sjølv|han|ham|honom|ho|henne|hun|hen|meg|for|berre|bare))?";
/** After these a person's other name stands, in quotes or not. */
const surely = new RegExp(
  `(?<!\\p{L})(?:(?:kaller|kallar|kalte|kalla|kalt|kallet) (?:seg|seg selv|seg sjølv|ham|han|honom|henne|ho|hun)(?: (?:for|berre|bare))?|(?:kalle|kjæle|opp|utne|tilne|klenge|ut)(?:navn|namn)(?:et)?(?: (?:er|hans|hennes|hennar))?|alias|under (?:navnet|namnet|kallenavnet|kallenamnet)|lyder navnet|lystrer navnet):? ?(?=["'«“”]?\\p{Lu})`,
  "giu",
);
/** After these it may be the name of a disease or a drug: only in quotes, or where nothing goes on. */
const perhaps = new RegExp(
  `(?<!\\p{L})(?:kalles|kallast|kalt|kalla|kallet|omtalt som|omtala som|kjent som|kjend som|kjende som|kjente som|tiltalt som|tiltala som)${someone}:? ?(?=["'«“”]?\\p{Lu})`,
  "giu",
);
const quoted =
  /(?<quote>["'«“”])(?<name>\p{Lu}[\p{L}\p{M}'-]{1,20}(?: \p{Lu}[\p{L}\p{M}'-]{1,20}){0,2})["'»”“]/uy;
const bare = /(?<name>\p{Lu}[\p{Ll}\p{M}]{2,20}(?:-\p{Lu}[\p{Ll}\p{M}]{1,20})?)(?![\p{L}\d-])/uy;
/** "Ola «Bamsen» Hansen", "Kari ("Lillemor") Dahl": between or behind names. */
const betweenNames =
  /(?<=\p{Lu}[\p{Ll}\p{M}]{1,20} \(?["'«“])(?<name>\p{Lu}[\p{L}\p{M}-]{1,20})(?=["'»”]\)? \p{Lu}\p{Ll})/gu;
/** What goes on behind a person's other name: a sign, or a word about those who use it. */
const endsThere =
  /^(?:["'»]? ?[.,;:!?)\n\r]|["'»]?$| (?:i|av|blant|blandt|på|hos|heime|hjemme|og|men|til|når|sidan|siden|fra|frå|der|overalt)(?!\p{L}))/u;

/** Names that people go by. */
export function findNicknames(text: string): Finding[] {
  const findings: Finding[] = [];
  const add = (start: number, name: string, confidence: number): void => {
    findings.push(
      found(start, start + name.length, "First_Name", "context", confidence, "a name one goes by"),
    );
  };
  const read = (pattern: RegExp, start: number): string | undefined => {
    pattern.lastIndex = start;
    return pattern.exec(text)?.groups?.["name"];
  };
  for (const [pattern, isSure] of [
    [surely, true],
    [perhaps, false],
  ] as const)
    for (const { index, 0: match } of text.matchAll(pattern)) {
      const start = index + match.length;
      const inQuotes = read(quoted, start);
      if (inQuotes !== undefined) {
        if (isName(inQuotes)) add(start + 1, inQuotes, 0.8);
        continue;
      }
      const name = read(bare, start);
      if (name === undefined || !isName(name)) continue;
      const after = text.slice(start + name.length, start + name.length + 12);
      if (isSure || (endsThere.test(after) && !alsoWords.has(name.toLowerCase())))
        add(start, name, isSure ? 0.75 : 0.5);
    }
  for (const { index, groups } of text.matchAll(betweenNames))
    if (isName(groups!["name"]!)) add(index, groups!["name"]!, 0.8);
  return findings;
}

const isName = (name: string): boolean =>
  name.split(/[ -]/).every((each) => {
    const lower = each.toLowerCase();
    return !(
      isNoName(lower) ||
      clinicalWord.test(lower) ||
      [openers, persons, relatives, titles].some((set) => set.has(lower))
    );
  });
