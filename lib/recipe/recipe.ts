/** A recipe is a complete description of a pretraining run as plain data; JSON is its record. */

import type { EncoderShape } from "../encoder/config";
import type { PretrainingSettings } from "../training/trainer";

export type PretrainingRecipe = {
  readonly name: string;
  /** One sentence for lists and manifests. */
  readonly description: string;
  /** The encoder made when a run starts from nothing; the vocabulary's size comes from the tokenizer. */
  readonly encoder: EncoderShape;
  readonly settings: PretrainingSettings;
};
