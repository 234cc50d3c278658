/** Identity numbers that a surrogate makes by chance with the digits beside it. */

import type { PhiSpan } from "../corpus/document";
import type { Draws } from "./draws";
import { findPersonalNumbers } from "../identityNumbers/personalNumbers";
import type { Replaced } from "./replacement";
import { digitsLike } from "./surrogateNumbers";

/** Rounds after which a text is given up, for the gate to refuse: each leaves about one number in a hundred. */
const mostRounds = 20;

/**
 * The text with other digits wherever the gate before training would see a person's number: a moved date
 * and five digits behind it, or two phone numbers, are one now and then. Spans are kept up to date.
 */
export function withoutAccidentalNumbers(replaced: Replaced, draws: Draws): Replaced {
  let { text, spans } = replaced;
  for (let round = 0; round < mostRounds; round++) {
    const hits = findPersonalNumbers(text);
    if (hits.length === 0) break;
    const edits = hits.map(({ start, end }) => {
      const old = text.slice(start, end);
      return { start, end, put: digitsLike(old, draws.of(`accident ${old}`, round)) };
    });
    ({ text, spans } = edited({ text, spans: joined(spans) }, edits));
  }
  return { text, spans };
}

type Edit = { readonly start: number; readonly end: number; readonly put: string };

/** A text with stretches put in other words, which become spans. Spans and edits are in order, none over another. */
function edited({ text, spans }: Replaced, edits: readonly Edit[]): Replaced {
  let result = "";
  let copied = 0;
  const put: PhiSpan[] = [];
  for (const edit of edits) {
    result += text.slice(copied, edit.start);
    put.push({
      start: result.length,
      end: result.length + edit.put.length,
      label: "Social_Security_Number",
    });
    result += edit.put;
    copied = edit.end;
  }
  let [next, moved] = [0, 0];
  const place = (position: number): number => {
    for (; next < edits.length && edits[next]!.end <= position; next++)
      moved += edits[next]!.put.length - (edits[next]!.end - edits[next]!.start);
    return position + moved;
  };
  const moves = spans.map((span) => ({
    ...span,
    start: place(span.start),
    end: place(span.end),
  }));
  return { text: result + text.slice(copied), spans: joined([...moves, ...put]) };
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
