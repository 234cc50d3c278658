/** What a source of detection says about a text, and how findings of several are made one. */

import type { PhiLabel, PhiSpan } from "../corpus/document";

/** Who found a span ("known": the document brings it), the most trusted first: the order decides where two overlap. */
export const findingSources = ["known", "form", "user list", "context", "list", "model"] as const;
export type FindingSource = (typeof findingSources)[number];

export type Finding = PhiSpan & {
  readonly source: FindingSource;
  /** In [0, 1]; below {@link doubtBelow} a person should look. */
  readonly confidence: number;
  /** Which rule found it, for the review list; never text of the document. */
  readonly why: string;
};

/** Findings less sure than this go to the review list. */
export const doubtBelow = 0.7;

/** A finding that is kept, and what else was said about the same stretch. */
export type Detection = Finding & {
  readonly sources: readonly FindingSource[];
  /** Why a person should look; empty where nothing speaks against it. */
  readonly doubts: readonly string[];
};

/**
 * One set of spans without overlap, sorted. A stretch belongs to the most trusted source that found
 * it, then to the longer finding; what another found beyond it is kept as a span of its own, because
 * anything left out is text that stays.
 */
export function mergeFindings(text: string, findings: readonly Finding[]): Detection[] {
  const rank = (finding: Finding): number => findingSources.indexOf(finding.source);
  const ordered = [...findings].sort(
    (a, b) => rank(a) - rank(b) || b.end - b.start - (a.end - a.start) || a.start - b.start,
  );
  // Which kept finding holds each unit of the text, counted from 1.
  const owner = new Uint32Array(text.length);
  const kept: { finding: Finding; sources: Set<FindingSource>; doubts: Set<string> }[] = [];
  for (const finding of ordered) {
    const others = ownersWithin(owner, finding);
    for (const at of others) {
      const other = kept[at]!;
      other.sources.add(finding.source);
      if (other.finding.label !== finding.label)
        other.doubts.add(`${finding.source} says ${finding.label}`);
    }
    for (const [start, end] of freeStretches(text, finding, owner)) {
      // A model's spans end a word too early or too late; a small word beside a span is no name.
      const isRest = end - start < finding.end - finding.start && finding.source === "model";
      if (isRest && !/[\p{Lu}\p{Nd}]/u.test(text.slice(start, end))) continue;
      kept.push({
        finding: { ...finding, start, end },
        sources: new Set([finding.source]),
        doubts: new Set(others.size === 0 ? [] : ["extents disagree"]),
      });
      owner.fill(kept.length, start, end);
    }
  }
  return kept
    .map(({ finding, sources, doubts }) => {
      const isAlone = sources.size === 1;
      if (finding.confidence < doubtBelow && isAlone) doubts.add("low confidence");
      if (isAlone && finding.source === "model") doubts.add("found by the model alone");
      return { ...finding, sources: [...sources], doubts: [...doubts] };
    })
    .sort((a, b) => a.start - b.start);
}

/** The parts of a finding that nobody holds, without blanks and punctuation at their ends. */
function freeStretches(
  text: string,
  { start, end }: Finding,
  owner: Uint32Array,
): [start: number, end: number][] {
  const stretches: [number, number][] = [];
  for (let at = start; at < end;) {
    if (owner[at] !== 0) {
      at++;
      continue;
    }
    let to = at;
    while (to < end && owner[to] === 0) to++;
    if (at === start && to === end) stretches.push([at, to]);
    else {
      const words = [...text.slice(at, to).matchAll(/[\p{L}\p{N}\p{M}]+/gu)];
      const last = words.at(-1);
      if (last) stretches.push([at + words[0]!.index, at + last.index + last[0].length]);
    }
    at = to;
  }
  return stretches;
}

function ownersWithin(owner: Uint32Array, { start, end }: Finding): Set<number> {
  const owners = new Set<number>();
  for (let at = start; at < end; at++) if (owner[at] !== 0) owners.add(owner[at]! - 1);
  return owners;
}

/** A finding of the rules. */
export const found = (
  start: number,
  end: number,
  label: PhiLabel,
  source: FindingSource,
  confidence: number,
  why: string,
): Finding => ({ start, end, label, source, confidence, why });
