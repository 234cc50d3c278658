/**
 * Names, places and institutions that are known beforehand: the lists that the package ships
 * (`lib/assets/`), the post towns of the postal register (package norway-postal-codes), and the
 * user's own lists. A hospital's list of its staff is the best there is for its notes.
 */

import { readFileSync } from "node:fs";
import postTowns from "norway-postal-codes";
import { assetPath } from "../assets";
import { keyOf, listKey } from "./spelling";
import { openUserList } from "./userLists";

/** Which list a phrase is of. */
export type PhraseKind = "place" | "institution" | "userPlace" | "userInstitution";
export type Phrase = { readonly kind: PhraseKind; readonly length: number };

export type Gazetteer = {
  /** Given names by gender, family names, as surrogates are drawn from them. */
  readonly female: readonly string[];
  readonly male: readonly string[];
  readonly family: readonly string[];
  /** Places by part of the country, each once. */
  readonly regions: readonly (readonly string[])[];
  readonly hospitals: readonly string[];
  readonly isHospital: (name: string) => boolean;
  readonly trusts: readonly string[];
  /** Short names of hospitals, e.g. "HUS". */
  readonly shortNames: readonly string[];
  readonly genderOf: (name: string) => "female" | "male" | undefined;
  readonly isFirstName: (name: string) => boolean;
  readonly isLastName: (name: string) => boolean;
  /** Whether a name is of the shorter list, of which hardly any is something else. */
  readonly isCommonName: (name: string) => boolean;
  /** Whether a user's list has the name. */
  readonly isUserName: (name: string) => boolean;
  readonly isPlace: (name: string) => boolean;
  /** The places that may be written for one: those of its part of the country, or of all where that is not known. */
  readonly placesLike: (name: string) => readonly string[];
  /** The post town of a postcode, in capitals. */
  readonly townOf: (postcode: string) => string | undefined;
  /** Postcodes of a place that is a post town; empty for others. */
  readonly postcodesOf: (place: string) => readonly string[];
  /** Finds the phrases of the lists that begin with a word of the text, the longest first. */
  readonly phrasesIn: (
    text: string,
  ) => (word: { readonly start: number; readonly lower: string }) => readonly Phrase[];
};

/** The user's own lists: files of one name, place or institution a line. */
export type UserLists = {
  readonly names?: string | undefined;
  readonly places?: string | undefined;
  readonly institutions?: string | undefined;
};

/**
 * The lists, read from disk.
 *
 * @throws InputError for a list that is not there or is empty
 */
export function openGazetteer(files: UserLists = {}): Gazetteer {
  const names = sections("names.txt", /\s+/);
  const places = sections("places.txt", /,\s*/);
  const furtherPlaces = sections("furtherPlaces.txt", /,\s*/);
  const institutions = sections("institutions.txt", /\n/);
  const [female, male, family] = [names["female"]!, names["male"]!, names["family"]!];
  const regions = Object.values(places).map((list) => [...new Set(list)]);
  const everywhere = regions.flat();
  const regionOf = new Map<string, readonly string[]>();
  for (const lists of [places, furtherPlaces])
    Object.keys(places).forEach((name, i) => {
      for (const place of lists[name]!.map(fold))
        if (!regionOf.has(place)) regionOf.set(place, regions[i]!);
    });
  const userNames = new Set(openUserList(files.names, "names").map(fold));
  const towns = new Map<string, string[]>();
  for (const [postcode, town] of Object.entries(postTowns)) {
    const codes = towns.get(fold(town));
    if (codes) codes.push(postcode);
    else towns.set(fold(town), [postcode]);
  }
  const placeSet = new Set([...regionOf.keys(), ...towns.keys()]);
  // "ÅS SENTRUM" is a post town; one of a single letter would be found everywhere.
  for (const place of placeSet) if (place.length < 2) placeSet.delete(place);
  const phrases = new Map<string, (Phrase & { readonly text: string })[]>();
  const addPhrases = (list: Iterable<string>, kind: PhraseKind): void => {
    for (const each of list) {
      const text = fold(each);
      const first = /\p{L}[\p{L}\p{M}]*(?:[-'][\p{L}][\p{L}\p{M}]*)*/u.exec(text)?.[0];
      if (first === undefined || !text.startsWith(first)) continue;
      const same = phrases.get(first) ?? [];
      phrases.set(first, [...same, { kind, text, length: text.length }]);
    }
  };
  addPhrases(openUserList(files.institutions, "institutions"), "userInstitution");
  addPhrases(openUserList(files.places, "places"), "userPlace");
  const { trust, hospital, short, provider } = institutions;
  const hospitals = new Set(hospital!.map(keyOf));
  addPhrases([...trust!, ...hospital!, ...short!, ...provider!], "institution");
  addPhrases(placeSet, "place");
  for (const list of phrases.values()) list.sort((a, b) => b.length - a.length);
  const [commonFemales, commonMales] = [new Set(female.map(fold)), new Set(male.map(fold))];
  const common = new Set([...commonFemales, ...commonMales, ...family.map(fold)]);
  // Rarer names and those of newcomers are found, but given to nobody.
  const further = sections("furtherNames.txt", /\s+/);
  const [females, males, families] = ["female", "male", "family"].map(
    (kind) =>
      new Set([
        ...names[kind]!.map(fold),
        ...further[kind]!.map(fold).filter((name) => name.length > 2),
      ]),
  ) as [Set<string>, Set<string>, Set<string>];
  return {
    female,
    male,
    family,
    regions,
    hospitals: hospital!,
    isHospital: (name) => hospitals.has(keyOf(name)),
    trusts: trust!,
    shortNames: short!,
    genderOf: (name) => {
      const key = fold(name);
      const [isFemale, isMale] = common.has(key)
        ? [commonFemales.has(key), commonMales.has(key)]
        : [females.has(key), males.has(key)];
      return isFemale === isMale ? undefined : isFemale ? "female" : "male";
    },
    isFirstName: (name) => females.has(fold(name)) || males.has(fold(name)),
    isLastName: (name) => families.has(fold(name)),
    isCommonName: (name) => common.has(fold(name)),
    isUserName: (name) => userNames.has(fold(name)),
    isPlace: (name) => placeSet.has(fold(name)),
    placesLike: (name) => regionOf.get(fold(name)) ?? everywhere,
    townOf: (postcode) => postTowns[postcode],
    postcodesOf: (place) => towns.get(fold(place)) ?? [],
    phrasesIn: (text) => {
      const folded = foldInPlace(text);
      return ({ start, lower }) =>
        (phrases.get(fold(lower)) ?? []).filter(
          (phrase) =>
            folded.startsWith(phrase.text, start) &&
            !/[\p{L}\p{N}]/u.test(folded[start + phrase.length] ?? ""),
        );
    },
  };
}

const fold = listKey;

/** A text as its words are in the lists, every letter at its place. */
const foldInPlace = (text: string): string =>
  /^[\0-\x7fÆØÅæøå]*$/.test(text)
    ? text.toLowerCase()
    : text
        .replace(/[^\0-\x7f]/gu, (letter) => {
          const key = fold(letter);
          return key.length === letter.length ? key : letter;
        })
        .toLowerCase();

/** The lists of an asset by their headings. */
function sections(name: string, separator: RegExp): Readonly<Record<string, readonly string[]>> {
  const text = readFileSync(assetPath(name), "utf8").replace(/^#.*\n/gm, "");
  return Object.fromEntries(
    text
      .split(/^:/m)
      .slice(1)
      .map((section) => {
        const [heading, ...lines] = section.split("\n");
        return [heading!.trim(), lines.join("\n").trim().split(separator).filter(Boolean)];
      }),
  );
}
