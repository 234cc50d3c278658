/** A recipe is a complete description of a pretraining run as plain data; JSON is its record. */

import type { EncoderConfig, EncoderShape } from "../encoder/config";
import type { PretrainingSettings } from "../training/trainer";

export type PretrainingRecipe = {
  readonly name: string;
  /** One sentence for lists and manifests. */
  readonly description: string;
  /**
   * The encoder made when a run starts from nothing; the vocabulary's size comes from the tokenizer. A
   * model that is continued has to be of the same architecture.
   */
  readonly encoder: EncoderShape;
  readonly settings: PretrainingSettings;
};

/** Tokens of the paper's corpus, seen once (arXiv 2606.01904). */
const paperTokens = 5e9;

/** Steps in which rows without padding hold the paper's tokens. */
export const stepsOfPaper = (rows: number, sequenceLength: number): number =>
  Math.ceil(paperTokens / (rows * sequenceLength));

/** A published configuration without what follows from its tokenizer. */
export function shapeOf(config: EncoderConfig | undefined): EncoderShape {
  if (!config) throw new RangeError("no such published encoder");
  const shape: Partial<EncoderConfig> = { ...config };
  delete (shape as { vocabularySize?: number }).vocabularySize;
  delete (shape as { padId?: number }).padId;
  return shape as EncoderShape;
}
