/**
 * Spans of neighbouring tokens, as NorBERT3 was pretrained with (Samuel et al. 2023, arXiv 2303.09859,
 * after SpanBERT). Otherwise than in the code it was released with, so that neither overlaps nor short
 * rows shift the rate:
 * - labels are the original tokens, and a token that two spans cover counts once and belongs to the first;
 * - the budget is the rate's share of the row, not a binomial draw with that mean;
 * - the last span is cut to what is left of the budget;
 * - a length of ten or more is drawn again, not taken modulo ten, which gave a few spans of no token.
 */

import type { Random } from "../random";
import type { MaskableVocabulary } from "./corruption";
import type { Unit } from "./rate";

/** Chance that a span ends after a token: lengths are geometric, 2.8 on average below the longest. */
const endChance = 1 / 3;
const longestSpan = 9;

/**
 * Spans that together cover the share `rate` of the tokens that are not special. A span is one unit; one
 * that meets a special token, or one that an earlier span covers, is divided there.
 */
export function chooseSpans(
  row: Int32Array,
  rate: number,
  random: Random,
  vocabulary: MaskableVocabulary,
): readonly Unit[] {
  const maskable: number[] = [];
  row.forEach((token, position) => {
    if (!vocabulary.isSpecial(token)) maskable.push(position);
  });
  const exact = rate * maskable.length;
  // Rounded by chance, so that the expected share is exact; at least one.
  let room = Math.floor(exact) + Number(random.uniform() < exact % 1);
  room = Math.min(maskable.length, Math.max(1, room));
  const taken = new Uint8Array(row.length);
  const units: Unit[] = [];
  while (room > 0) {
    const length = spanLength(random);
    // Spans may begin before the row, so that its first tokens are masked as often as others.
    const start = random.integer(maskable.length + length - 1) - (length - 1);
    let unit: number[] = [];
    const end = Math.min(start + length, maskable.length);
    for (let i = Math.max(0, start); i < end && room > 0; i++) {
      const position = maskable[i]!;
      if (taken[position]) continue;
      if (unit.length > 0 && position !== unit.at(-1)! + 1) {
        units.push(unit);
        unit = [];
      }
      unit.push(position);
      taken[position] = 1;
      room--;
    }
    if (unit.length > 0) units.push(unit);
  }
  return units;
}

/** Geometric, drawn again where it is longer than the longest. */
function spanLength(random: Random): number {
  for (;;) {
    let length = 1;
    while (length <= longestSpan && random.uniform() >= endChance) length++;
    if (length <= longestSpan) return length;
  }
}
