/**
 * How well spans are found: by label, blind to it, by whole spans and by letters; what leaks, and what is
 * replaced in vain. Shares are micro averages (counts summed over texts first) unless their name says macro.
 */

import { norDeidLabel, type PhiSpan, type WrittenStandard } from "../corpus/document";
import type { Detection } from "./finding";
import { createFalseReplacements, type FalseReplacements } from "./falseReplacements";
import { coveredLetters } from "./coveredLetters";
import {
  addFound,
  addMarked,
  createGroup,
  noCounts,
  scoreOf,
  share,
  type Counts,
  type DeidentificationScore,
  type Group,
  type LeakReport,
  type Shares,
} from "./scoreCounts";
import { matchSpans, stretchesOf, type Matched } from "./spanMatching";

/** A text with the spans that a person or a generator marked. */
export type ScoredText = {
  readonly text: string;
  readonly spans: readonly PhiSpan[];
  readonly writtenStandard?: WrittenStandard | undefined;
};

/** A found span and, where it is known, which rule and which sources found it. */
export type FoundSpan = PhiSpan & Partial<Pick<Detection, "source" | "sources" | "why">>;

/** Found spans by who found them, and the marked spans that these touch. */
export type FoundBy = {
  readonly found: number;
  readonly touchingMarked: number;
  readonly markedTouched: number;
};

export type DeidentificationReport = {
  readonly texts: number;
  readonly overall: DeidentificationScore;
  /**
   * Means over texts of recall and precision, and F1 of these two, as the i2b2 2014 script computes them.
   * A text without marked spans has no recall and is not in that mean; there it would count 0.
   */
  readonly macroOverDocuments: Shares;
  readonly byLabel: Readonly<Record<string, DeidentificationScore>>;
  readonly byStandard: Readonly<Record<string, DeidentificationScore>>;
  readonly macroByStandard: Readonly<Record<string, Shares>>;
  readonly leaks: LeakReport;
  readonly leaksByStandard: Readonly<Record<string, LeakReport>>;
  /** Letters and digits outside marked spans that are replaced, as a share of them. */
  readonly overRedacted: number | null;
  readonly falseReplacements: FalseReplacements;
  /** Rules and lists, the model, or both; spans without sources are taken for the rules'. */
  readonly foundBy: Readonly<Record<"rulesAlone" | "modelAlone" | "both", FoundBy>>;
};

/** Counts of one text, for intervals over texts. */
export type TextCounts = {
  readonly marked: number;
  readonly anyLabel: number;
  readonly exact: number;
  readonly untouched: number;
};

type Scorer = {
  add(example: ScoredText, found: readonly FoundSpan[]): void;
  report(): DeidentificationReport;
  /** One entry a text, in their order. */
  perText(): readonly TextCounts[];
};

/**
 * Compare found spans with marked ones, in time that grows with the text and n log n of its spans.
 *
 * @param labels - `"norDeid"` reads every label as the one of Nor-DeID that covers it, where there is one;
 *   `"own"` compares as they are
 */
export function createScorer(labels: "norDeid" | "own"): Scorer {
  const overall = createGroup();
  const [byLabel, byStandard] = [new Map<string, Counts>(), new Map<string, Group>()];
  const falseReplacements = createFalseReplacements();
  const foundBy = { rulesAlone: noFoundBy(), modelAlone: noFoundBy(), both: noFoundBy() };
  const texts: TextCounts[] = [];
  let [outside, replaced] = [0, 0];
  const labelOf = ({ label }: PhiSpan): string =>
    labels === "own" ? label : (norDeidLabel(label) ?? label);
  return {
    add(example, found) {
      const { text, spans, writtenStandard } = example;
      const matched = matchSpans(spans, found, labelOf);
      const letters = coveredLetters(text, spans, found);
      const counts = noCounts();
      for (const span of matched.marked)
        for (const each of [counts, of(byLabel, span.label, noCounts)])
          addMarked(each, span, letters.within(span.span));
      for (const span of matched.found)
        for (const each of [counts, of(byLabel, span.label, noCounts)]) addFound(each, span);
      overall.add(counts);
      if (writtenStandard !== undefined) of(byStandard, writtenStandard, createGroup).add(counts);
      outside += letters.outside;
      replaced += letters.replaced;
      falseReplacements.add(
        example,
        matched.found.filter(({ anyLabel }) => !anyLabel).map(({ span }) => span),
      );
      addSources(foundBy, spans, matched.found);
      const { marked, untouched, recalled } = counts;
      texts.push({ marked, untouched, anyLabel: recalled.anyLabel, exact: recalled.exact });
    },
    report: () => ({
      texts: texts.length,
      overall: scoreOf(overall.counts),
      macroOverDocuments: overall.macro(),
      byLabel: table(byLabel, scoreOf),
      byStandard: table(byStandard, ({ counts }) => scoreOf(counts)),
      macroByStandard: table(byStandard, (group) => group.macro()),
      leaks: overall.leaks(),
      leaksByStandard: table(byStandard, (group) => group.leaks()),
      overRedacted: share(replaced, outside),
      falseReplacements: falseReplacements.report(),
      foundBy: structuredClone(foundBy),
    }),
    perText: () => texts,
  };
}

const noFoundBy = (): { -readonly [Field in keyof FoundBy]: number } => ({
  found: 0,
  touchingMarked: 0,
  markedTouched: 0,
});

function addSources(
  foundBy: Record<"rulesAlone" | "modelAlone" | "both", ReturnType<typeof noFoundBy>>,
  marked: readonly PhiSpan[],
  found: readonly Matched<FoundSpan>[],
): void {
  const ofModel = ({ span }: Matched<FoundSpan>): boolean =>
    span.sources?.includes("model") ?? false;
  const ofRules = ({ span }: Matched<FoundSpan>): boolean =>
    span.sources?.some((source) => source !== "model") ?? true;
  const kindOf = (rules: boolean, model: boolean): keyof typeof foundBy =>
    rules && model ? "both" : model ? "modelAlone" : "rulesAlone";
  for (const each of found) {
    const sum = foundBy[kindOf(ofRules(each), ofModel(each))];
    sum.found++;
    if (each.anyLabel) sum.touchingMarked++;
  }
  const [rules, model] = [ofRules, ofModel].map((is) =>
    stretchesOf(found.filter(is).map(({ span }) => span)),
  );
  for (const span of marked) {
    const [byRules, byModel] = [rules!.touches(span), model!.touches(span)];
    if (byRules || byModel) foundBy[kindOf(byRules, byModel)].markedTouched++;
  }
}

function of<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  const value = map.get(key) ?? make();
  map.set(key, value);
  return value;
}

const table = <Value, Row>(
  map: ReadonlyMap<string, Value>,
  row: (value: Value) => Row,
): Record<string, Row> =>
  Object.fromEntries(
    [...map].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, value]) => [key, row(value)]),
  );
