/** Which marked spans of a text were found and which found spans were marked, by four ways of comparing. */

import type { PhiSpan } from "../corpus/document";

/**
 * How a found span counts for a marked one.
 *
 * - `exact`: label and both bounds are equal (i2b2 2014 "strict"; nervaluate "strict")
 * - `relaxed`: label and start are equal, the ends differ by {@link endTolerance} at most (i2b2 2014
 *   "relaxed", made for endings such as a genitive's, which tokenizers cut off)
 * - `overlap`: the label is equal and they share a character (nervaluate "type")
 * - `anyLabel`: they share a character, whatever the labels: blind to the type
 */
export const measures = ["exact", "relaxed", "overlap", "anyLabel"] as const;
export type Measure = (typeof measures)[number];

/** UTF-16 units that the ends of `relaxed` may differ by, as in the i2b2 2014 evaluation script. */
export const endTolerance = 2;

/** Spans of any label as sorted stretches without overlap, to ask what lies on them. */
export type Stretches = {
  /** Whether a span shares a character with one of them. */
  readonly touches: (span: { readonly start: number; readonly end: number }) => boolean;
};

/** Spans to ask whether others overlap them, each answer in the logarithm of their number. */
export function stretchesOf(
  spans: readonly { readonly start: number; readonly end: number }[],
): Stretches {
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = ends.length - 1;
    if (last >= 0 && start <= ends[last]!) ends[last] = Math.max(ends[last]!, end);
    else {
      starts.push(start);
      ends.push(end);
    }
  }
  return {
    touches({ start, end }) {
      let [low, high] = [0, ends.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (ends[middle]! > start) high = middle;
        else low = middle + 1;
      }
      return low < ends.length && starts[low]! < end;
    },
  };
}

/** A marked span, or a found one: by which measures it has a counterpart. */
export type Matched<Span> = { readonly span: Span; readonly label: string } & Readonly<
  Record<Measure, boolean>
>;

/**
 * Compare the found spans of a text with the marked ones. `exact` and `relaxed` pair each span with one
 * other at most, so that a span found twice counts once; the two that ask for a shared character do not
 * pair, because a name found in two pieces hides it as well.
 *
 * @param labelOf - the label that is compared
 */
export function matchSpans<Marked extends PhiSpan, Found extends PhiSpan>(
  marked: readonly Marked[],
  found: readonly Found[],
  labelOf: (span: PhiSpan) => string,
): { readonly marked: Matched<Marked>[]; readonly found: Matched<Found>[] } {
  const exact = pairs(marked, found, labelOf, 0);
  const relaxed = pairs(marked, found, labelOf, endTolerance);
  const seen = <Span extends PhiSpan>(
    spans: readonly Span[],
    others: readonly PhiSpan[],
    side: "marked" | "found",
  ): Matched<Span>[] => {
    const all = stretchesOf(others);
    const byLabel = new Map<string, Stretches>();
    for (const [label, group] of grouped(others, labelOf)) byLabel.set(label, stretchesOf(group));
    return spans.map((span, i) => {
      const label = labelOf(span);
      return {
        span,
        label,
        exact: exact[side].has(i),
        relaxed: relaxed[side].has(i),
        overlap: byLabel.get(label)?.touches(span) ?? false,
        anyLabel: all.touches(span),
      };
    });
  };
  return { marked: seen(marked, found, "marked"), found: seen(found, marked, "found") };
}

/**
 * As many pairs of spans of the same label and start as can be made whose ends differ by `tolerance` at
 * most; the indices of those that have a partner.
 */
function pairs(
  marked: readonly PhiSpan[],
  found: readonly PhiSpan[],
  labelOf: (span: PhiSpan) => string,
  tolerance: number,
): { readonly marked: ReadonlySet<number>; readonly found: ReadonlySet<number> } {
  const key = (span: PhiSpan): string => `${labelOf(span)} ${span.start}`;
  const result = { marked: new Set<number>(), found: new Set<number>() };
  const waiting = new Map<string, number[]>();
  const byEnd = (spans: readonly PhiSpan[]): number[] =>
    spans.map((_, i) => i).sort((a, b) => spans[a]!.end - spans[b]!.end);
  for (const i of byEnd(found)) {
    const queue = waiting.get(key(found[i]!));
    if (queue) queue.push(i);
    else waiting.set(key(found[i]!), [i]);
  }
  // Both sides by their ends: the first that is near enough is the best partner, as none after needs it more.
  const next = new Map<string, number>();
  for (const i of byEnd(marked)) {
    const { end } = marked[i]!;
    const queue = waiting.get(key(marked[i]!)) ?? [];
    let at = next.get(key(marked[i]!)) ?? 0;
    while (at < queue.length && found[queue[at]!]!.end < end - tolerance) at++;
    if (at < queue.length && found[queue[at]!]!.end <= end + tolerance) {
      result.marked.add(i);
      result.found.add(queue[at]!);
      at++;
    }
    next.set(key(marked[i]!), at);
  }
  return result;
}

function grouped(
  spans: readonly PhiSpan[],
  labelOf: (span: PhiSpan) => string,
): Map<string, PhiSpan[]> {
  const groups = new Map<string, PhiSpan[]>();
  for (const span of spans) {
    const group = groups.get(labelOf(span));
    if (group) group.push(span);
    else groups.set(labelOf(span), [span]);
  }
  return groups;
}
