/** Counts of marked and found spans, and the recall, precision and leaks they make. */

import type { PhiSpan } from "../corpus/document";
import { measures, type Matched, type Measure } from "./spanMatching";

/**
 * Recall, precision and F1 by each {@link Measure}. Recall is a share of the marked spans, precision of
 * the found ones, F1 their harmonic mean; null where there is nothing below the line.
 */
export type Shares = {
  readonly [Field in `${Measure}${"Recall" | "Precision" | "F1"}`]: number | null;
};

/** Counts of one label, or of all, and the shares they make. */
export type DeidentificationScore = Shares & {
  readonly marked: number;
  readonly found: number;
  /** Marked spans that no found span touches. */
  readonly untouched: number;
  /** Marked spans of which a letter or digit lies outside found spans; those untouched are among them. */
  readonly notCovered: number;
  /** Letters and digits of marked spans that no found span covers, as a share of them. */
  readonly leakedCharacters: number | null;
};

/** Marked spans that leak, and texts without one; null where nothing is marked that could leak. */
export type Leaks = {
  readonly spans: number;
  readonly per100Notes: number | null;
  /** Share of the texts in which none leaks. */
  readonly notesWithNone: number | null;
};

/** What counts as a leak: a span that is not touched at all, or one that is not wholly covered. */
export type LeakReport = { readonly untouched: Leaks; readonly notCovered: Leaks };

export type Counts = {
  marked: number;
  found: number;
  /** Marked, and found, spans that have a counterpart. */
  recalled: Record<Measure, number>;
  precise: Record<Measure, number>;
  untouched: number;
  notCovered: number;
  letters: number;
  leaked: number;
};

const eachMeasure = <Value>(value: (measure: Measure) => Value): Record<Measure, Value> =>
  Object.fromEntries(measures.map((measure) => [measure, value(measure)])) as Record<
    Measure,
    Value
  >;

export const noCounts = (): Counts => ({
  marked: 0,
  found: 0,
  recalled: eachMeasure(() => 0),
  precise: eachMeasure(() => 0),
  untouched: 0,
  notCovered: 0,
  letters: 0,
  leaked: 0,
});

export function addMarked(
  counts: Counts,
  span: Matched<PhiSpan>,
  { letters, leaked }: { readonly letters: number; readonly leaked: number },
): void {
  counts.marked++;
  for (const measure of measures) if (span[measure]) counts.recalled[measure]++;
  if (!span.anyLabel) counts.untouched++;
  // A span of signs alone has no letter to leak, but nothing of it was replaced either.
  if (leaked > 0 || !span.anyLabel) counts.notCovered++;
  counts.letters += letters;
  counts.leaked += leaked;
}

export function addFound(counts: Counts, span: Matched<PhiSpan>): void {
  counts.found++;
  for (const measure of measures) if (span[measure]) counts.precise[measure]++;
}

/** Counts summed over texts, and what is averaged over them. */
export type Group = {
  readonly counts: Counts;
  add(text: Counts): void;
  macro(): Shares;
  leaks(): LeakReport;
};

export function createGroup(): Group {
  const counts = noCounts();
  const [recalls, precisions] = [eachMeasure(() => 0), eachMeasure(() => 0)];
  let [texts, withMarked, withFound] = [0, 0, 0];
  const without = { untouched: 0, notCovered: 0 };
  return {
    counts,
    add(text) {
      texts++;
      if (text.marked > 0) withMarked++;
      if (text.found > 0) withFound++;
      for (const measure of measures) {
        recalls[measure] += share(text.recalled[measure], text.marked) ?? 0;
        precisions[measure] += share(text.precise[measure], text.found) ?? 0;
        counts.recalled[measure] += text.recalled[measure];
        counts.precise[measure] += text.precise[measure];
      }
      for (const kind of ["untouched", "notCovered"] as const) {
        if (text[kind] === 0) without[kind]++;
        counts[kind] += text[kind];
      }
      for (const kind of ["marked", "found", "letters", "leaked"] as const)
        counts[kind] += text[kind];
    },
    macro: () =>
      sharesOf((measure) => [
        share(recalls[measure], withMarked),
        share(precisions[measure], withFound),
      ]),
    leaks() {
      const of = (kind: "untouched" | "notCovered"): Leaks => ({
        spans: counts[kind],
        per100Notes: counts.marked === 0 ? null : share(100 * counts[kind], texts),
        notesWithNone: counts.marked === 0 ? null : share(without[kind], texts),
      });
      return { untouched: of("untouched"), notCovered: of("notCovered") };
    },
  };
}

export const share = (part: number, whole: number): number | null =>
  whole === 0 ? null : part / whole;

function sharesOf(
  of: (measure: Measure) => readonly [recall: number | null, precision: number | null],
): Shares {
  const fields = measures.flatMap((measure) => {
    const [recall, precision] = of(measure);
    const f1 =
      recall === null || precision === null
        ? null
        : (share(2 * recall * precision, recall + precision) ?? 0);
    return [
      [`${measure}Recall`, recall],
      [`${measure}Precision`, precision],
      [`${measure}F1`, f1],
    ];
  });
  return Object.fromEntries(fields) as Shares;
}

export const scoreOf = (counts: Counts): DeidentificationScore => ({
  marked: counts.marked,
  found: counts.found,
  ...sharesOf((measure) => [
    share(counts.recalled[measure], counts.marked),
    share(counts.precise[measure], counts.found),
  ]),
  untouched: counts.untouched,
  notCovered: counts.notCovered,
  leakedCharacters: share(counts.leaked, counts.letters),
});
