/** How well spans are found: by label, by whole spans and by characters, and whatever the label. */

import { norDeidLabel, type PhiLabel, type PhiSpan, type WrittenStandard } from "../document";

/** A text with the spans that a person or a generator marked. */
export type ScoredText = {
  readonly text: string;
  readonly spans: readonly PhiSpan[];
  readonly writtenStandard?: WrittenStandard | undefined;
};

/** Counts of one label, or of all. Shares that have nothing below the line are null. */
export type DeidentificationScore = {
  readonly marked: number;
  readonly found: number;
  /** Marked spans that a found span of the same label and bounds matches, and the shares. */
  readonly exactRecall: number | null;
  readonly exactPrecision: number | null;
  /** Marked spans that share a character with a found span of the label. */
  readonly overlapRecall: number | null;
  /** Found spans that share a character with a marked span of the label. */
  readonly overlapPrecision: number | null;
  /** Marked spans that share a character with any found span. */
  readonly anyLabelRecall: number | null;
  /** Found spans that share a character with any marked span. */
  readonly anyLabelPrecision: number | null;
  /** Letters and digits of marked spans that no found span covers, as a share of them. */
  readonly leakedCharacters: number | null;
};

export type DeidentificationReport = {
  readonly texts: number;
  readonly overall: DeidentificationScore;
  readonly byLabel: Readonly<Record<string, DeidentificationScore>>;
  readonly byStandard: Readonly<Record<string, DeidentificationScore>>;
  /** Letters and digits outside marked spans that are replaced, as a share of them. */
  readonly overRedacted: number | null;
};

type Counts = {
  marked: number;
  found: number;
  exact: number;
  markedOverlap: number;
  foundOverlap: number;
  markedAny: number;
  foundAny: number;
  characters: number;
  leaked: number;
};
const noCounts = (): Counts => ({
  marked: 0,
  found: 0,
  exact: 0,
  markedOverlap: 0,
  foundOverlap: 0,
  markedAny: 0,
  foundAny: 0,
  characters: 0,
  leaked: 0,
});

/**
 * Compare found spans with marked ones.
 *
 * @param labels - `"norDeid"` reads every label as the one of Nor-DeID that covers it, and leaves out
 *   found spans that none covers unless they overlap a marked one; `"own"` compares as they are
 */
export function createScorer(labels: "norDeid" | "own"): {
  add(example: ScoredText, found: readonly PhiSpan[]): void;
  report(): DeidentificationReport;
} {
  const overall = noCounts();
  const byLabel = new Map<string, Counts>();
  const byStandard = new Map<string, Counts>();
  let [texts, outside, replaced] = [0, 0, 0];
  const of = (map: Map<string, Counts>, key: string): Counts => {
    const counts = map.get(key) ?? noCounts();
    map.set(key, counts);
    return counts;
  };
  const labelOf = (label: PhiLabel): string =>
    labels === "own" ? label : (norDeidLabel(label) ?? label);
  return {
    add(example, found) {
      texts++;
      const standard = example.writtenStandard;
      const groups = standard === undefined ? [overall] : [overall, of(byStandard, standard)];
      const [marks, finds] = [cover(example.text, example.spans), cover(example.text, found)];
      for (const span of example.spans) {
        const label = labelOf(span.label);
        const near = found.filter((each) => each.start < span.end && span.start < each.end);
        const same = near.filter((each) => labelOf(each.label) === label);
        for (const counts of [...groups, of(byLabel, label)]) {
          counts.marked++;
          if (near.length > 0) counts.markedAny++;
          if (same.length > 0) counts.markedOverlap++;
          if (same.some(({ start, end }) => start === span.start && end === span.end))
            counts.exact++;
        }
        for (let at = span.start; at < span.end; at++) {
          if (!isWritten(example.text, at)) continue;
          for (const counts of [...groups, of(byLabel, label)]) {
            counts.characters++;
            if (finds[at] === 0) counts.leaked++;
          }
        }
      }
      for (const span of found) {
        const label = labelOf(span.label);
        const near = example.spans.filter((each) => each.start < span.end && span.start < each.end);
        const isSame = near.some((each) => labelOf(each.label) === label);
        for (const counts of [...groups, of(byLabel, label)]) {
          counts.found++;
          if (near.length > 0) counts.foundAny++;
          if (isSame) counts.foundOverlap++;
        }
      }
      for (let at = 0; at < example.text.length; at++)
        if (marks[at] === 0 && isWritten(example.text, at)) {
          outside++;
          replaced += finds[at]!;
        }
    },
    report: () => ({
      texts,
      overall: shares(overall),
      byLabel: table(byLabel),
      byStandard: table(byStandard),
      overRedacted: share(replaced, outside),
    }),
  };
}

const isWritten = (text: string, at: number): boolean => !/[\s.,;:()/–-]/.test(text[at]!);

function cover(text: string, spans: readonly PhiSpan[]): Uint8Array {
  const covered = new Uint8Array(text.length);
  for (const { start, end } of spans) covered.fill(1, start, end);
  return covered;
}

const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);
const table = (map: Map<string, Counts>): Record<string, DeidentificationScore> =>
  Object.fromEntries([...map].sort(([a], [b]) => (a < b ? -1 : 1)).map(([k, c]) => [k, shares(c)]));

const shares = (counts: Counts): DeidentificationScore => ({
  marked: counts.marked,
  found: counts.found,
  exactRecall: share(counts.exact, counts.marked),
  exactPrecision: share(counts.exact, counts.found),
  overlapRecall: share(counts.markedOverlap, counts.marked),
  overlapPrecision: share(counts.foundOverlap, counts.found),
  anyLabelRecall: share(counts.markedAny, counts.marked),
  anyLabelPrecision: share(counts.foundAny, counts.found),
  leakedCharacters: share(counts.leaked, counts.characters),
});
