/** Surrogates of names, places and institutions. */

import { streetEnds } from "./addresses";
import { drawAllowed, type Draws } from "./draws";
import type { Gazetteer } from "./gazetteer";
import { inAscii, inCaseOf, keyOf } from "./spelling";
import { alsoWords, particles, unitHeads, unitWords } from "./cueWords";
import { isUnitPart } from "./units";

export type NameSurrogates = {
  readonly firstName: (text: string, next: string) => string;
  readonly lastName: (text: string, next: string) => string;
  readonly place: (text: string, needsPostcode?: boolean) => string;
  readonly street: (text: string) => string;
  readonly unit: (text: string) => string;
  readonly email: (text: string) => string;
  /** Of a name of a user, or an address of a page. */
  readonly webName: (text: string) => string;
};

const word = /\p{L}[\p{L}\p{M}]*/gu;
const streetHeads =
  "Bjørke Furu Gran Skole Kyrkje Elve Fjord Havne Myr Sol Lyng Eike Rogne Sjø Mølle Tun Nøste Sand Stein Berg Vår Hav Osp Selje Hassel Haug Strand Lin Ask Eng".split(
    " ",
  );

/**
 * Surrogates for one document. The same name gets the same surrogate, two names get two, and none
 * gets a word that any original of the document has.
 *
 * @param originals - keys of the words of all originals of the document
 * @param gender - of the patient, for names whose gender is not known
 */
export function nameSurrogates(o: {
  readonly draws: Draws;
  readonly gazetteer: Gazetteer;
  readonly originals: ReadonlySet<string>;
  readonly gender: "female" | "male" | undefined;
}): NameSurrogates {
  const { draws, gazetteer, originals } = o;
  const given = new Map<string, string>();
  /** Surrogates by what an address of mail makes of the original, and by its first letter: the first given. */
  const givenInMail = new Map<string, string>();
  const givenInitials = new Map<string, string>();
  const used = new Set<string>();
  const isFree = (candidate: string): boolean =>
    !used.has(keyOf(candidate)) &&
    (keyOf(candidate).match(word) ?? []).every((each) => !originals.has(each));
  /** The surrogate of a key, drawn the first time. */
  const assign = (
    kind: string,
    key: string,
    list: readonly string[],
    fits = isAnything,
  ): string => {
    const old = given.get(`${kind} ${key}`);
    if (old !== undefined) return old;
    const surrogate = drawAllowed(
      draws,
      `${kind} ${key}`,
      (random) => random.pick(list),
      (candidate) => keyOf(candidate) !== key && isFree(candidate) && fits(candidate),
      (candidate) => keyOf(candidate) !== key && !originals.has(keyOf(candidate)),
    );
    given.set(`${kind} ${key}`, surrogate);
    addFirst(givenInMail, inAscii(key.split(" ")[0]!), surrogate);
    addFirst(givenInitials, `${kind} ${key[0]}`, surrogate[0]!);
    used.add(keyOf(surrogate));
    return surrogate;
  };
  // Names that are words would make the text ambiguous; joined ones are made of their parts.
  const isPlain = (name: string): boolean => !alsoWords.has(keyOf(name)) && !name.includes("-");
  const hissing = /[sxz]$/i;

  const namePart = (text: string, next: string, isFirst: boolean): string => {
    const key = keyOf(text);
    const isListed = (name: string): boolean =>
      gazetteer.isFirstName(name) || gazetteer.isLastName(name);
    const stem = key.slice(0, -1);
    // "Karis": a genitive within the span goes on with the surrogate.
    if (key.length > 3 && key.endsWith("s") && !isListed(key))
      if (isListed(stem) || originals.has(`name ${stem}`))
        return namePart(text.slice(0, -1), "s", isFirst) + text.slice(-1);
    if (key.length === 1) return initial(text, isFirst);
    const isApostrophe = /^['’](?!\p{L})/u.test(next) && hissing.test(key);
    // Another first letter, so that an initial becomes another too.
    const fits = (name: string): boolean =>
      isPlain(name) &&
      keyOf(name)[0] !== key[0] &&
      (isApostrophe ? hissing.test(name) : !hissing.test(name));
    if (!isFirst) return inCaseOf(text, assign("last", key, gazetteer.family, fits));
    const gender =
      gazetteer.genderOf(text) ??
      o.gender ??
      (draws.of(`gender ${key}`).uniform() < 0.5 ? "female" : "male");
    const hasGender = (name: string): boolean => gazetteer.genderOf(name) === gender && fits(name);
    return inCaseOf(text, assign("first", key, gazetteer[gender], hasGender));
  };
  const initial = (text: string, isFirst: boolean): string => {
    const kind = isFirst ? "first" : "last";
    const known = givenInitials.get(`${kind} ${keyOf(text)}`);
    if (known !== undefined) return inCaseOf(text, known);
    const draw = draws.of(`initial ${keyOf(text)}`);
    const letters = [..."ABEGHIJKLMNORST"].filter((letter) => letter !== text.toUpperCase());
    return inCaseOf(text, draw.pick(letters));
  };
  const eachName = (text: string, next: string, isFirst: boolean): string =>
    text.replace(word, (each, at: number) =>
      particles.has(each) ? each : namePart(each, text.slice(at + each.length) + next, isFirst),
    );

  const place = (text: string, needsPostcode = false): string => {
    if (gazetteer.isPlace(text) || !/[/,]| og | - /.test(text)) {
      const key = keyOf(text);
      const hasCode = (name: string): boolean => gazetteer.postcodesOf(name).length > 0;
      const fits = (name: string): boolean =>
        !/[ .]/.test(name) && !alsoWords.has(keyOf(name)) && (!needsPostcode || hasCode(name));
      return inCaseOf(text, assign("place", key, gazetteer.placesLike(text), fits));
    }
    return text.replace(/\p{Lu}[\p{L}\p{M}-]*(?: i \p{Lu}[\p{L}\p{M}-]*)?/gu, (each) =>
      place(each),
    );
  };

  const street = (text: string): string => {
    const numberAt = text.search(/ \d/);
    const name = numberAt < 0 ? text : text.slice(0, numberAt);
    const draw = draws.of(`house ${keyOf(text)}`);
    const number = (numberAt < 0 ? "" : text.slice(numberAt))
      .replace(/\d+/, (old) => String(1 + ((Number(old) + 1 + draw.integer(40)) % 98)))
      .replace(/[A-Za-z]$/, (old) => inCaseOf(old, draw.pick(["A", "B", "C", "D"])));
    if (/^(?:post)?boks/i.test(name)) return name + number;
    const end = new RegExp(`(?:${streetEnds})$`, "iu").exec(name)?.[0] ?? "veien";
    const isAnother = (head: string): boolean => keyOf(head + end) !== keyOf(name);
    const head = assign("street", keyOf(name), streetHeads, isAnother);
    return inCaseOf(name, head + end.toLowerCase()) + number;
  };

  const unit = (text: string): string => {
    const replaced = text.replace(/\p{L}[\p{L}\p{M}'-]*/gu, (each) => {
      const lower = keyOf(each);
      const ending = namedHead.exec(each)?.[1];
      if (!/^\p{Lu}/u.test(each) || isCommon(lower)) return each;
      if (gazetteer.isHospital(lower) && isUnitPart(lower))
        return inCaseOf(each, assign("unit", lower, oneWord(gazetteer.hospitals)));
      // "Fossumkollektivet": a name and what it is in one.
      if (ending !== undefined)
        return inCaseOf(each, place(each.slice(0, -ending.length)) + ending);
      if (isUnitPart(lower)) return each;
      if (/^\p{Lu}{2,5}$/u.test(each)) return assign("short", lower, gazetteer.shortNames);
      return each
        .split("-")
        .map((part) => (part === "" ? part : place(part)))
        .join("-");
    });
    const draw = draws.of(`unit ${keyOf(text)}`);
    // "Feiring-klinikken": nothing of it is known to be a name, and it must not stay.
    if (replaced === text && !/\d/.test(text))
      return inCaseOf(text, assign("unit", keyOf(text), gazetteer.hospitals));
    return replaced.replace(/\d/g, () => String(1 + draw.integer(9)));
  };

  const email = (text: string): string => {
    const draw = draws.of(`email ${keyOf(text)}`);
    const [local] = text.split("@") as [string];
    const parts = (local.match(/\p{L}[\p{L}\p{M}]+/gu) ?? []).map(
      (part) => givenInMail.get(inAscii(part)) ?? draw.pick(gazetteer.family),
    );
    const names = parts.length > 0 ? parts : [draw.pick(gazetteer.family)];
    const taken = names.map(inAscii).filter(Boolean).join(".");
    return `${taken}${/\d/.test(local) ? draw.integer(90) + 10 : ""}@example.org`;
  };

  const webName = (text: string): string => {
    const draw = draws.of(`web ${keyOf(text)}`);
    const user = inAscii(draw.pick(gazetteer.family)) + (10 + draw.integer(90));
    if (text.startsWith("@")) return `@${user}`;
    const scheme = /^https?:\/\//i.exec(text)?.[0] ?? "";
    return scheme !== "" || /^www\./i.test(text) ? `${scheme}www.example.org/${user}` : user;
  };

  return {
    firstName: (text, next) => eachName(text, next, true),
    lastName: (text, next) => eachName(text, next, false),
    place,
    street,
    unit,
    email,
    webName,
  };
}

const addFirst = (map: Map<string, string>, key: string, value: string): void => {
  if (!map.has(key)) map.set(key, value);
};
const isAnything = (_name: string): boolean => true;
const isCommon = (lower: string): boolean => unitHeads.has(lower) || unitWords.has(lower);

/** Institutions whose name is one word with its kind in it. */
const oneWord = (names: readonly string[]): string[] =>
  names.filter((name) =>
    /^\p{Lu}\p{Ll}+(?:sykehuset|sjukehuset|hospitalet|hjemmet|klinikken)$/u.test(name),
  );
const namedHead =
  /^\p{Lu}\p{Ll}{3,}?((?:kollektivet|hjemmet|heimen|tunet|klinikken|hospitalet|sykehuset|sjukehuset|stiftelsen))$/u;
