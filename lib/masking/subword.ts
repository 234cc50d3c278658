import type { Random } from "../random";
import type { MaskableVocabulary } from "./corruption";

/** Positions of tokens that may be hidden: all but special tokens, of which padding is one. */
export function maskablePositions(row: Int32Array, vocabulary: MaskableVocabulary): number[] {
  const positions: number[] = [];
  for (let i = 0; i < row.length; i++) if (!vocabulary.isSpecial(row[i]!)) positions.push(i);
  return positions;
}

/** Each subword on its own: exactly the share `rate` of the maskable ones, rounded, at least one. */
export function chooseSubwords(
  row: Int32Array,
  rate: number,
  random: Random,
  vocabulary: MaskableVocabulary,
): readonly number[] {
  const maskable = maskablePositions(row, vocabulary);
  if (maskable.length === 0) return [];
  return random.shuffle(maskable).slice(0, Math.max(1, Math.round(rate * maskable.length)));
}
