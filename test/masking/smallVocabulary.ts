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

/** A packed row: documents of 0 to 30 random tokens, `[CLS] … [SEP]` around each, and padding. */
export function makePackedRow(seed: number, length: number): Int32Array {
  const draw = random(seed, "test packed row");
  const row = new Int32Array(length).fill(pad);
  for (let at = 0; at + 2 <= length;) {
    const tokens = Math.min(draw.integer(31), length - at - 2);
    row[at] = cls;
    for (let i = 1; i <= tokens; i++) row[at + i] = 5 + draw.integer(vocabulary.size - 5);
    row[at + tokens + 1] = sep;
    at += tokens + 2;
    if (draw.uniform() < 0.05) break;
  }
  return row;
}

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
