/** Identity numbers that a surrogate makes by chance with the digits beside it. */

import type { PhiSpan } from "../document";
import type { Draws } from "./draws";
import { findPersonalNumbers } from "./personalNumbers";
import type { Replaced } from "./replacement";
import { digitsLike } from "./surrogateNumbers";

/** Draws after which a text is given up: each leaves about one number in a hundred. */
const mostAttempts = 20;

/**
 * The text with other digits wherever the gate before training would see a person's number: a moved date
 * and five digits behind it, or two phone numbers, are one now and then. Spans are kept up to date.
 */
export function withoutAccidentalNumbers(replaced: Replaced, draws: Draws): Replaced {
  let { text, spans } = replaced;
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    const [hit] = findPersonalNumbers(text);
    if (hit === undefined) break;
    const old = text.slice(hit.start, hit.end);
    const put = digitsLike(old, draws.of(`accident ${old}`, attempt));
    text = text.slice(0, hit.start) + put + text.slice(hit.end);
    const moved = put.length - old.length;
    spans = joined([
      ...spans.map(({ start, end, label }) => ({
        start: start >= hit.end ? start + moved : start,
        end: end >= hit.end ? end + moved : end,
        label,
      })),
      { start: hit.start, end: hit.start + put.length, label: "Social_Security_Number" as const },
    ]);
  }
  return { text, spans };
}

/** Spans in order, those that overlap as one. */
function joined(spans: readonly PhiSpan[]): PhiSpan[] {
  const result: PhiSpan[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last && span.start < last.end)
      result[result.length - 1] = { ...last, end: Math.max(last.end, span.end) };
    else result.push(span);
  }
  return result;
}
