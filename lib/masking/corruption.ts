/** What becomes of chosen tokens: masked, replaced by random ones, or left (Devlin et al. 2019). */

import type { Random } from "../random";

export type Corruption = {
  /** Shares of chosen tokens; what is left over stays as it is. */
  readonly masked: number;
  readonly random: number;
};

/** 80 % [MASK], 10 % a random token, 10 % unchanged. */
export const bertCorruption: Corruption = { masked: 0.8, random: 0.1 };

/** What masking must know of a vocabulary; every `Tokenizer` satisfies it. */
export type MaskableVocabulary = {
  readonly size: number;
  readonly special: { readonly mask: number };
  isSpecial(id: number): boolean;
  isContinuation(id: number): boolean;
};

/**
 * Corrupt the tokens at `positions` by one common draw: all masked, each replaced by a random token of
 * its own, or all left.
 *
 * @param input - changed in place
 */
export function corrupt(
  input: Int32Array,
  positions: readonly number[],
  corruption: Corruption,
  vocabulary: MaskableVocabulary,
  random: Random,
): void {
  const draw = random.uniform();
  if (draw >= corruption.masked + corruption.random) return;
  for (const position of positions)
    input[position] =
      draw < corruption.masked ? vocabulary.special.mask : randomToken(vocabulary, random);
}

/** Any token that is not special, each equally likely. */
function randomToken(vocabulary: MaskableVocabulary, random: Random): number {
  for (;;) {
    const token = random.integer(vocabulary.size);
    if (!vocabulary.isSpecial(token)) return token;
  }
}
