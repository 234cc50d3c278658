/** Any of the three encoders: its configuration says which. */

import { once, recompute, type Dropout, type HostTensor, type Tensor } from "../engine";
import type { EncoderInput } from "./attention";
import { architectureOf } from "./architectures";
import type { Bert } from "./bert";
import type { EncoderConfig } from "./config";
import type { ModernBert } from "./modernBert";
import type { NorBert3 } from "./norbert3";

export type { EncoderInput } from "./attention";

/** The parameters of an encoder; all have `embeddings.word`, `[vocabulary, hidden]`. */
export type Encoder<T> = Bert<T> | NorBert3<T> | ModernBert<T>;

export type EncodeOptions = {
  /** Compute the activations of each layer again in the backward pass instead of keeping them. */
  readonly recompute?: boolean | undefined;
};

/** Freshly drawn parameters, as the architecture's authors draw them. */
export const initializeEncoder = (config: EncoderConfig, seed: number): Encoder<HostTensor> =>
  architectureOf(config).initialize(config, seed) as Encoder<HostTensor>;

/**
 * Every hidden state of rows of tokens, from the embeddings to the encoder's output.
 *
 * @param parameters - of the architecture that `config` names
 * @param input - tensors of `[batch, sequence]`
 * @returns tensors of `[batch*sequence, hidden]`; the last one is the output
 * @throws RangeError if the sequence is longer than the model's positions
 */
export function encode(
  config: EncoderConfig,
  parameters: Encoder<Tensor>,
  input: EncoderInput<Tensor>,
  dropout: Dropout,
  options: EncodeOptions = {},
): Tensor[] {
  const sequence = input.ids.shape[1]!;
  const { countsPositionsAnew, encode } = architectureOf(config);
  if (sequence > config.maximumPositions && !(countsPositionsAnew && input.packing))
    throw new RangeError(
      `a row of ${sequence} tokens exceeds the model's ${config.maximumPositions} positions`,
    );
  // The configuration and the parameters were made or loaded together.
  return encode(config, parameters, input, dropout, options.recompute ? recompute : once);
}

/** The encoder's output: the last of its hidden states, `[batch*sequence, hidden]`. */
export const encodeLast = (...args: Parameters<typeof encode>): Tensor => encode(...args).at(-1)!;
