/** Everything that identifies a person in a text: the rules, the lists and, if there is one, a model. */

import type { PhiSpan } from "../corpus/document";
import { findAddresses } from "./addresses";
import { findAges, findBracketAges } from "./ages";
import { findAuthors } from "./authors";
import { findDates } from "../identityNumbers/dates";
import { found, mergeFindings, type Detection, type Finding } from "./finding";
import type { Gazetteer } from "./gazetteer";
import { findInstitutions } from "./institutions";
import { findLowerCase } from "./lowerCase";
import { repeatNames } from "./nameRepeats";
import { findNames } from "./names";
import { findNicknames } from "./nicknames";
import { findEmails, findIdentityNumbers, findPhoneNumbers } from "./numbers";
import { findPlaces } from "./places";
import { findRecordNumbers } from "./recordNumbers";
import { findUnits, findWards } from "./units";
import { viewOf } from "../identityNumbers/view";
import { wordsOf } from "./textWords";

/** A model that labels texts, in their order. `text/` knows no models: the caller brings one. */
export type Tagger = (texts: readonly string[]) => Promise<readonly (readonly Finding[])[]>;

/** Finds spans in texts, each without overlap and sorted; offsets count UTF-16 units. */
export type Detector = (
  texts: readonly string[],
  /** What is known of each text beforehand. */
  known?: readonly (readonly PhiSpan[])[],
) => Promise<Detection[][]>;

/** What the rules and the lists find in a text, overlaps included. */
export function findByRules(text: string, gazetteer: Gazetteer): Finding[] {
  const view = viewOf(text);
  const plain = view.text;
  // A number is what its surest form says; what lies inside it is not looked at again.
  const dates = findDates(plain);
  const numbers = withoutOverlap(plain, [
    ...findIdentityNumbers(plain, dates),
    ...findEmails(plain),
    ...findRecordNumbers(plain),
    ...findAuthors(plain),
    ...dates.map(({ start, end, confidence }) =>
      found(start, end, "Date", "form", confidence, "date"),
    ),
    ...findPhoneNumbers(plain),
    ...findAddresses(plain, gazetteer),
    ...findAges(plain),
    ...findWards(plain),
  ]);
  const words = wordsOf(plain);
  const units = [
    ...findUnits(plain, words, gazetteer),
    ...findInstitutions(plain, words, gazetteer),
  ];
  const inUnit = covers(plain, [...numbers.filter(({ label }) => label !== "Age"), ...units]);
  const free = <Each extends Finding>(list: readonly Each[]): Each[] =>
    list.filter(({ start, end }) => !inUnit(start, end));
  const names = free([...findNames(plain, words, gazetteer), ...findNicknames(plain)]);
  const places = free(findPlaces(plain, words, gazetteer));
  const lower = free(findLowerCase(plain, words, gazetteer));
  const isNamed = covers(plain, names);
  const repeated = free(repeatNames(words, plain, names)).filter(
    ({ start, end }) => !isNamed(start, end),
  );
  const ages = free(findBracketAges(plain, names));
  return [
    ...numbers,
    ...ages,
    ...units,
    ...settled(plain, names, places),
    ...repeated,
    ...lower,
  ].map((finding) => ({
    ...finding,
    ...view.original(finding.start, finding.end),
  }));
}

/** Where a word is a name and a place, the surer finding stays alone. */
function settled(text: string, names: readonly Finding[], places: readonly Finding[]): Finding[] {
  const sureness = (findings: readonly Finding[]): Float64Array => {
    const at = new Float64Array(text.length);
    for (const { start, end, confidence } of findings) at.fill(confidence, start, end);
    return at;
  };
  const [ofNames, ofPlaces] = [sureness(names), sureness(places)];
  return [
    ...names.filter(({ start, end, confidence }) =>
      ofPlaces.subarray(start, end).every((other) => confidence >= other),
    ),
    ...places.filter(({ start, end, confidence }) =>
      ofNames.subarray(start, end).every((other) => confidence > other),
    ),
  ];
}

/** The findings in order of their confidence, each only where no surer one is. */
function withoutOverlap(text: string, findings: readonly Finding[]): Finding[] {
  const covered = new Uint8Array(text.length);
  return [...findings]
    .sort((a, b) => b.confidence - a.confidence)
    .filter(({ start, end }) => {
      const isFree = !covered.subarray(start, end).includes(1);
      if (isFree) covered.fill(1, start, end);
      return isFree;
    });
}

function covers(
  text: string,
  findings: readonly Finding[],
): (start: number, end: number) => boolean {
  const covered = new Uint8Array(text.length);
  for (const { start, end } of findings) covered.fill(1, start, end);
  return (start, end) => covered.subarray(start, end).includes(1);
}

/** A detector of rules and lists, joined by a model where one is given. */
export function createDetector(options: {
  readonly gazetteer: Gazetteer;
  readonly tagger?: Tagger | undefined;
}): Detector {
  const { gazetteer, tagger } = options;
  return async (texts, known = []) => {
    const tagged = (await tagger?.(texts)) ?? [];
    return texts.map((text, i) =>
      mergeFindings(text, [
        ...(known[i] ?? []).map(({ start, end, label }) =>
          found(start, end, label, "known", 1, "the document brings it"),
        ),
        ...findByRules(text, gazetteer),
        ...(tagged[i] ?? []),
      ]),
    );
  };
}
