/** What becomes of a chosen token: hidden, replaced by a random one, or left (Devlin et al. 2019). */

import type { Random } from "../random";

export type Corruption = {
  /** Shares of chosen tokens; what is left over stays as it is. */
  readonly masked: number;
  readonly random: number;
};

/** 80 % [MASK], 10 % a random token, 10 % unchanged. */
export const bertCorruption: Corruption = { masked: 0.8, random: 0.1 };

/** What masking must know of a vocabulary; a `Tokenizer` satisfies it with `special.mask`. */
export type MaskableVocabulary = {
  readonly size: number;
  readonly special: { readonly mask: number };
  isSpecial(id: number): boolean;
  isContinuation(id: number): boolean;
};

/** The token that takes the place of a chosen one. */
export function corrupt(
  token: number,
  corruption: Corruption,
  vocabulary: MaskableVocabulary,
  random: Random,
): number {
  const draw = random.uniform();
  if (draw < corruption.masked) return vocabulary.special.mask;
  if (draw >= corruption.masked + corruption.random) return token;
  for (;;) {
    const replacement = random.integer(vocabulary.size);
    if (!vocabulary.isSpecial(replacement)) return replacement;
  }
}
