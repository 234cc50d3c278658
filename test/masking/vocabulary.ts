import type { MaskableVocabulary } from "../../lib/masking/corruption";
import { random } from "../../lib/random";

export const [pad, unk, cls, sep, mask] = [0, 1, 2, 3, 4] as const;

/** 200 tokens: five special ones, and every third of the others continues a word. */
export const vocabulary: MaskableVocabulary = {
  size: 200,
  special: { mask },
  isSpecial: (id) => id < 5,
  isContinuation: (id) => id % 3 === 0,
};

/** A row `[CLS] … [SEP] … [SEP] [PAD] …` of random tokens, now and then an unknown one. */
export function makeRow(seed: number, length: number): Int32Array {
  const draw = random(seed, "test row");
  const row = Int32Array.from({ length }, () =>
    draw.uniform() < 0.02 ? unk : 5 + draw.integer(vocabulary.size - 5),
  );
  row[0] = cls;
  row[Math.floor(length / 3)] = sep;
  const end = length - 1 - draw.integer(Math.ceil(length / 4));
  row[end] = sep;
  row.fill(pad, end + 1);
  return row;
}
