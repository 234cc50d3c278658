/** Whether model, tokenizer and recipe belong together, asked before anything is computed or written. */

import { architectureOf } from "../encoder/architectures";
import type { EncoderConfig } from "../encoder/config";
import type { HostTensor } from "../engine";
import { InputError } from "../errors";
import type { Tokenizer } from "../tokenization/tokenizer";
import type { BatchSettings, BatchSource } from "./batches";
import type { PretrainingInput } from "./objective";

/**
 * Whether a model can be trained with these settings: for a caller that has much to do before.
 *
 * @throws InputError if the tokenizer has tokens, the rows positions or the objective a head that the model
 *   does not have
 */
export function checkFit(
  config: EncoderConfig,
  tokenizer: Pick<Tokenizer, "size">,
  settings: Pick<BatchSettings, "objective" | "sequenceLength">,
): void {
  if (tokenizer.size > config.vocabularySize)
    throw new InputError(
      `the tokenizer has ${tokenizer.size} tokens, the model ${config.vocabularySize}: use the tokenizer of the model`,
    );
  if (settings.objective === "mlm+nsp" && !architectureOf(config).heads.nextSentence)
    throw new InputError(
      `the recipe trains on next sentences, which only BERT has a head for; the model is ${config.architecture}: use a recipe for ${config.architecture}`,
    );
  if (settings.sequenceLength > config.maximumPositions)
    throw new InputError(
      `the recipe's rows have ${settings.sequenceLength} tokens, the model ${config.maximumPositions} positions: use a shorter sequenceLength`,
    );
}

/**
 * Whether a corpus has anything to mask.
 *
 * @throws InputError if the tokenizer knows none of its words
 */
export function checkMaskable({ cache: { tokens }, tokenizer }: BatchSource): void {
  if (!tokens.some((id: number) => !tokenizer.isSpecial(id)))
    throw new InputError(
      `the corpus has nothing to mask: the tokenizer knows none of its ${tokens.length} tokens. Train a tokenizer on it, or use another corpus`,
    );
}

/**
 * Whether all labels of a batch can be predicted: another would make the loss endless.
 *
 * @throws InputError naming the token
 */
export function checkLabels(
  config: EncoderConfig,
  tokenizer: Pick<Tokenizer, "token">,
  { maskedLabels, maskedWeights }: PretrainingInput<HostTensor>,
): void {
  const firstPredictedId = architectureOf(config).heads.firstPredictedId(config);
  if (firstPredictedId === 0) return;
  const at = maskedLabels.data.findIndex(
    (label: number, i: number) => maskedWeights.data[i] === 1 && label < firstPredictedId,
  );
  if (at < 0) return;
  const label = maskedLabels.data[at]!;
  throw new InputError(
    `the model never predicts ids below ${firstPredictedId}, but the tokenizer's ${JSON.stringify(tokenizer.token(label))} is an ordinary token with id ${label}: use the model's own tokenizer, or set first_predicted_id in its config.json`,
  );
}
