import type { Random } from "../random";
import type { MaskableVocabulary } from "./corruption";
import { takeShare, type Unit } from "./rate";

/** Each token on its own, the share `rate` of those that are not special. */
export function chooseSubwords(
  row: Int32Array,
  rate: number,
  random: Random,
  vocabulary: MaskableVocabulary,
): readonly Unit[] {
  const units: Unit[] = [];
  row.forEach((token, position) => {
    if (!vocabulary.isSpecial(token)) units.push([position]);
  });
  return takeShare(units, rate, random);
}
