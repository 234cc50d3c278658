/**
 * Masking as a pure function of (row, masking, progress, random). What differs between kinds of
 * masking is only how positions are chosen, one file each.
 */

import type { Random } from "../random";
import { bertCorruption, corrupt, type MaskableVocabulary } from "./corruption";
import { maskingRate, type MaskingRate, type Unit } from "./rate";
import { chooseSpans } from "./span";
import { chooseSubwords } from "./subword";
import { chooseTerms, type TermIndex } from "./term";
import { chooseWords, spelled, type BeginsWord } from "./wholeWord";

export type Masking =
  | { readonly unit: "subword" | "wholeWord" | "span"; readonly rate: MaskingRate }
  /** Terms of a list are masked whole with `termRate`, words outside them whole with `rate`. */
  | { readonly unit: "term"; readonly rate: MaskingRate; readonly termRate: number };

/** 15 % of subwords, whatever the training masking is, so that losses of all runs compare. */
export const fixedValidation: Masking = { unit: "subword", rate: 0.15 };

export type MaskedRow = {
  /** The row with chosen tokens corrupted. */
  readonly input: Int32Array;
  /** Chosen positions, ascending. */
  readonly positions: Int32Array;
  /** The original tokens there. */
  readonly labels: Int32Array;
};

/**
 * Mask part of a row. Special tokens and padding are never chosen; a row with anything to mask has at
 * least one position chosen.
 *
 * @param row - token ids, `[sequence]`; not modified
 * @param progress - of training, in [0, 1]
 * @param terms - the term list, for `unit: "term"`
 * @param beginsWord - where words begin in the text of the row; by default what its tokens' spelling tells
 * @throws RangeError for term masking without terms, or a rate that is no share
 */
export function maskRow(
  row: Int32Array,
  masking: Masking,
  progress: number,
  random: Random,
  vocabulary: MaskableVocabulary,
  terms?: TermIndex,
  beginsWord: BeginsWord = spelled(row, vocabulary),
): MaskedRow {
  const units = choose(row, masking, progress, random, vocabulary, terms, beginsWord);
  const input = row.slice();
  for (const unit of units) corrupt(input, unit, bertCorruption, vocabulary, random);
  const positions = Int32Array.from(units.flat()).sort();
  return { input, positions, labels: positions.map((position) => row[position]!) };
}

function choose(
  row: Int32Array,
  masking: Masking,
  progress: number,
  random: Random,
  vocabulary: MaskableVocabulary,
  terms: TermIndex | undefined,
  beginsWord: BeginsWord,
): readonly Unit[] {
  const rate = maskingRate(masking.rate, progress);
  switch (masking.unit) {
    case "subword":
      return chooseSubwords(row, rate, random, vocabulary);
    case "wholeWord":
      return chooseWords(row, rate, random, vocabulary, beginsWord);
    case "span":
      return chooseSpans(row, rate, random, vocabulary);
    case "term":
      if (!terms) throw new RangeError("term masking needs a list of terms");
      return chooseTerms(
        row,
        rate,
        maskingRate(masking.termRate, 0),
        terms,
        random,
        vocabulary,
        beginsWord,
      );
  }
}
