/** What a word by itself says about being part of a person's name. */

import type { Gazetteer } from "./gazetteer";
import {
  alsoWords,
  drugForms,
  eponymNext,
  eponymNoun,
  nameLabels,
  openers,
  persons,
  relatives,
  titles,
  unitHeads,
  unitWords,
} from "./cueWords";
import type { TextWord } from "./textWords";

export type NamePart = "First_Name" | "Last_Name";

/** A text as the rules on names read it. */
export type NameReading = {
  readonly text: string;
  readonly words: readonly TextWord[];
  readonly gazetteer: Gazetteer;
  /** What the lists say of the word at a place. */
  readonly factsOf: (at: number) => Known;
  /** Words that the text also writes in small letters. */
  readonly inLowerCase: ReadonlySet<string>;
};

/** What the lists say of a word; a genitive -s is taken off where only that makes it a name. */
export type Known = {
  /** Length of the name without the genitive. */
  readonly length: number;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly isUser: boolean;
  /** Whether it is one of the longer list of rarer names only, some of which are short forms and words too. */
  readonly isRare: boolean;
};

export function known(word: TextWord, gazetteer: Gazetteer): Known {
  const look = (name: string): Omit<Known, "length"> => {
    // "Kari-Anne": a name of two names; "al-Zahra": one behind an article.
    const parts = name.replace(/^\p{Ll}+[-']/u, "").split("-");
    // "Murphy-øye" is no name though "Øye" is one.
    const isJoined = parts.every((each) => /^\p{Lu}/u.test(each));
    const each = (isListed: (name: string) => boolean): boolean =>
      isListed(name) || (isJoined && parts.every(isListed));
    return {
      isFirst: each(gazetteer.isFirstName),
      isLast: each(gazetteer.isLastName),
      isUser: gazetteer.isUserName(name),
      isRare: !each(gazetteer.isCommonName),
    };
  };
  const apostrophe = /'s?$/i.exec(word.text)?.index;
  if (apostrophe !== undefined)
    return { ...look(word.text.slice(0, apostrophe)), length: apostrophe };
  const whole = look(word.text);
  const isAny = whole.isFirst || whole.isLast || whole.isUser;
  if (!isAny && word.lower.length > 3 && word.lower.endsWith("s")) {
    const stem = look(word.text.slice(0, -1));
    if (stem.isFirst || stem.isLast || stem.isUser)
      return { ...stem, length: word.text.length - 1 };
  }
  return { ...whole, length: word.text.length };
}

/** Whether a capital word may be a part of a name at all. */
export const mayBeName = (word: TextWord | undefined, gazetteer: Gazetteer): word is TextWord => {
  if (word === undefined || !word.isCapital || /\d$/.test(word.gap)) return false;
  if (gazetteer.isUserName(word.text)) return true;
  const { lower } = word;
  const isOther =
    unitHeads.has(lower) || titles.has(lower) || nameLabels.has(lower) || persons.has(lower);
  // "Seponerer Prednison": nobody is called what one does.
  const isDone = /(?:erer|eres|erast)$/.test(lower) && !gazetteer.isLastName(word.text);
  const isOpener = word.isOpening && (isDone || openers.has(lower) || relatives.has(lower));
  const isPlainWord = (unitWords.has(lower) || drugForms.has(lower)) && !alsoWords.has(lower);
  if (isOther || isOpener || isPlainWord) return false;
  // "IgA", "HbA": capitals within a word are of a formula.
  if (
    /^\p{Lu}\p{Ll}{1,3}\p{Lu}/u.test(word.text) &&
    !/^(?:Mc|Mac|De|La|Van|Le|El|Di)/.test(word.text)
  )
    return false;
  // "MR-undersøkelse", "CT-thorax": capitals before a hyphen are a short form, unless they are names.
  if (!/^\p{Lu}{2,}-/u.test(word.text)) return true;
  const { isFirst, isLast } = known(word, gazetteer);
  return isFirst || isLast;
};

/** "Holter EKG", "Weber B": an eponym with what makes it one behind. */
export const isEponym = (words: readonly TextWord[], at: number): boolean => {
  const [word, next] = [words[at]!, words[at + 1]];
  if (next === undefined) return false;
  if (next.gap === " " && eponymNoun.test(next.lower)) return true;
  if (!word.isUsuallyNoName) return false;
  // "Garden III", "Weber B"
  const isGrade = /^(?:[A-D]|I{1,3}|IV|V)$/.test(next.text) && !next.gap.includes(",");
  return /^(?: |-|, )$/.test(next.gap) && (isGrade || eponymNext.test(next.lower));
};

/** Words that people write with a capital behind a role: "Lege Tilkalt", "Samboer Opplyser". */
export const looksLikeVerb = (lower: string): boolean =>
  openers.has(lower) ||
  /^(?:varslet|varsla|vil|så|såg|enig|samd|ueinig|uenig|tilboden|hjalp|sov|ga|gav|sa|kom|ba|bad|tek)$/.test(
    lower,
  ) ||
  // "Hauge-Fimreite" is no verb.
  (/^[^-]{2,}(?:r|t|te|de|ad|a)$/.test(lower) && !looksLikeLast(lower));

/** What family names end in. */
export const looksLikeLast = (lower: string): boolean =>
  /.{2}(?:sen|son|ssen|stad|land|vik|berg|dal|dahl|haug|heim|rud|set|seth|bø|nes|eide|lund|bakk|bakken|moen|mo|strøm|gaard|gård|hus|bekk|ås|aas|tveit|holt|hjelle|hjell|hammer|aker|åker|gjerde|vatne|tangen|odden|skår|rust|kleiv|kvam|fjeld|feldt|qvist|kvist|vold|voll|øy|sæther|fjell|holm|stein|skog|vang|våg|rød|stuen|hagen|bråten|brekke|strand|fjord|svik|sund|myr|myhr|hove|hovde|næs|ness|aune|eng|engen|lien|lie|vedt|tvedt|ski|ska|wicz|ova|ovic|vić|oglu|enko|ian|yan|pour|zadeh|singam|lingam|nathan|thasan|kumaran|rajah|moorthy)$/.test(
    lower,
  );
