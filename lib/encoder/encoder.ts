/** Any of the three encoders: its configuration says which. */

import { once, recompute, type Dropout, type HostTensor, type Tensor } from "../engine";
import type { EncoderInput } from "./attention";
import { encodeBert, initializeBert, type Bert } from "./bert";
import type { EncoderConfig } from "./config";
import { encodeModernBert, initializeModernBert, type ModernBert } from "./modernBert";
import { encodeNorBert3, initializeNorBert3, type NorBert3 } from "./norbert3";

export type { EncoderInput } from "./attention";

/** The parameters of an encoder; all have `embeddings.word`, `[vocabulary, hidden]`. */
export type Encoder<T> = Bert<T> | NorBert3<T> | ModernBert<T>;

export type EncodeOptions = {
  /** Compute the activations of each layer again in the backward pass instead of keeping them. */
  readonly recompute?: boolean | undefined;
};

/** Freshly drawn parameters, as the architecture's authors draw them. */
export function initializeEncoder(config: EncoderConfig, seed: number): Encoder<HostTensor> {
  switch (config.architecture) {
    case "bert":
      return initializeBert(config, seed);
    case "norbert3":
      return initializeNorBert3(config, seed);
    case "modernbert":
      return initializeModernBert(config, seed);
  }
}

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
  // A packed row counts the positions of each document anew, which BERT's table then has to hold.
  const counted = config.architecture === "bert" && input.packing !== undefined;
  if (sequence > config.maximumPositions && !counted)
    throw new RangeError(
      `a row of ${sequence} tokens exceeds the model's ${config.maximumPositions} positions`,
    );
  const run = options.recompute ? recompute : once;
  // The configuration and the parameters were made or loaded together.
  switch (config.architecture) {
    case "bert":
      return encodeBert(config, parameters as Bert<Tensor>, input, dropout, run);
    case "norbert3":
      return encodeNorBert3(config, parameters as NorBert3<Tensor>, input, dropout, run);
    case "modernbert":
      return encodeModernBert(config, parameters as ModernBert<Tensor>, input, dropout, run);
  }
}

/** The encoder's output: the last of its hidden states, `[batch*sequence, hidden]`. */
export const encodeLast = (...args: Parameters<typeof encode>): Tensor => encode(...args).at(-1)!;
