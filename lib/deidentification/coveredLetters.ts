/** What of a text's letters found spans cover, inside marked spans and outside. */

import type { PhiSpan } from "../corpus/document";

/** Letters and digits of a text: how many each marked span has and leaks, and what is replaced elsewhere. */
export function coveredLetters(
  text: string,
  marked: readonly PhiSpan[],
  found: readonly PhiSpan[],
): {
  readonly within: (span: PhiSpan) => { readonly letters: number; readonly leaked: number };
  readonly outside: number;
  readonly replaced: number;
} {
  const [marks, finds] = [cover(text, marked), cover(text, found)];
  const letters = new Uint32Array(text.length + 1);
  const leaked = new Uint32Array(text.length + 1);
  let [outside, replaced] = [0, 0];
  for (let at = 0; at < text.length; at++) {
    const isWritten = /[\s.,;:()/–-]/.test(text[at]!) ? 0 : 1;
    letters[at + 1] = letters[at]! + isWritten;
    leaked[at + 1] = leaked[at]! + (finds[at] === 0 ? isWritten : 0);
    if (marks[at] === 1 || isWritten === 0) continue;
    outside++;
    replaced += finds[at]!;
  }
  return {
    within: ({ start, end }) => ({
      letters: letters[end]! - letters[start]!,
      leaked: leaked[end]! - leaked[start]!,
    }),
    outside,
    replaced,
  };
}

function cover(text: string, spans: readonly PhiSpan[]): Uint8Array {
  // Steps up and down first, so that spans over each other cost no more than others.
  const steps = new Int32Array(text.length + 1);
  for (const { start, end } of spans) {
    steps[start]!++;
    steps[end]!--;
  }
  const covered = new Uint8Array(text.length);
  for (let at = 0, depth = 0; at < text.length; at++) {
    depth += steps[at]!;
    covered[at] = depth > 0 ? 1 : 0;
  }
  return covered;
}
