/** What a model folder makes of texts: embeddings, and proposals for masked words. */

import { loadConfig, loadWeights } from "../encoder/checkpoint";
import { encodeLast, initializeEncoder, type Encoder, type EncoderInput } from "../encoder/encoder";
import { maskedTokenLogits } from "../encoder/heads";
import { pool, type Pooling } from "../encoder/pooling";
import { loadMaskedTokenModel, type MaskedTokenModel } from "../encoder/wholeModel";
import {
  compile,
  int32,
  noDropout,
  softmax,
  type ExecutorName,
  type HostTensor,
  type Tensor,
} from "../engine";
import { InputError } from "../errors";
import { loadTokenizer, type Tokenizer } from "../tokenization/tokenizer";
import { groupByLength, paddedLength, padRows, templateRow } from "./taskRows";

type Options = {
  /** @defaultValue as `compile` has it */
  readonly executor?: ExecutorName;
};

export type Embedding = {
  /** `[hidden]` */
  readonly values: Float32Array;
  /** Whether the text had more tokens than the model has positions, and lost its end. */
  readonly isCut: boolean;
};

export type Candidate = {
  readonly token: string;
  readonly id: number;
  readonly probability: number;
};

/** Texts whose rows are sorted by length together. */
const textsAtOnce = 512;
const batchSize = 16;

/**
 * Embeddings of texts, in their order: the encoder's last hidden state, pooled. Only a few hundred
 * texts are in memory at a time.
 *
 * @param dir - a model folder with its tokenizer
 * @throws InputError if the folder is no model or its tokenizer does not fit
 */
export async function* embedTexts(
  dir: string,
  texts: AsyncIterable<string>,
  options: Options & { readonly pooling: Pooling },
): AsyncGenerator<Embedding> {
  const config = loadConfig(dir);
  const tokenizer = await loadTokenizer(dir);
  const encoder = loadWeights(dir, { encoder: initializeEncoder(config, 1) }).model.encoder;
  type Inputs = {
    readonly encoder: Encoder<HostTensor>;
    readonly input: EncoderInput<HostTensor>;
  };
  const run = compile<Inputs, { pooled: Tensor }>((inputs) => {
    const { encoder, input } = inputs as { encoder: Encoder<Tensor>; input: EncoderInput<Tensor> };
    const hidden = encodeLast(config, encoder, input, noDropout); // [batch*sequence, hidden]
    return { pooled: pool(hidden, input.mayAttend, options.pooling) };
  }, options);
  try {
    for await (const chunk of inChunks(texts)) {
      const rows = chunk.map((text, at) => {
        const ids = tokenizer.encode(text);
        const room = config.maximumPositions - 2;
        return { at, isCut: ids.length > room, ...templateRow(tokenizer, [...ids.slice(0, room)]) };
      });
      const found = new Array<Embedding>(rows.length);
      const lengthOf = ({ ids }: (typeof rows)[number]): number => ids.length;
      const batches = groupByLength(rows, batchSize, lengthOf, config.maximumPositions);
      for (const { items, sequence } of batches) {
        const input = padRows(items, batchSize, sequence, config.padId);
        const { data } = (await run({ encoder, input })).pooled as HostTensor;
        items.forEach(({ at, isCut }, i) => {
          const values = data.slice(i * config.hiddenSize, (i + 1) * config.hiddenSize);
          found[at] = { values: values as Float32Array, isCut };
        });
      }
      yield* found;
    }
  } finally {
    await run.release();
  }
}

/**
 * The likeliest tokens at each mask of each text, in the order of the texts.
 *
 * @param dir - a model folder with a masked-token head and its tokenizer
 * @param options.candidates - how many tokens for each mask
 * @returns for each text its masks, for each mask its candidates, the likeliest first
 * @throws InputError for a folder without such a head, and for a text without a mask or too long
 */
export async function* fillMasks(
  dir: string,
  texts: AsyncIterable<string>,
  options: Options & { readonly candidates: number },
): AsyncGenerator<readonly (readonly Candidate[])[]> {
  const { config, model } = loadMaskedTokenModel(dir);
  const tokenizer = await loadTokenizer(dir);
  type Inputs = {
    readonly model: MaskedTokenModel<HostTensor>;
    readonly input: EncoderInput<HostTensor>;
    readonly positions: HostTensor;
  };
  const run = compile<Inputs, { probabilities: Tensor }>((inputs) => {
    const { model, input, positions } = inputs as {
      model: MaskedTokenModel<Tensor>;
      input: EncoderInput<Tensor>;
      positions: Tensor;
    };
    const hidden = encodeLast(config, model.encoder, input, noDropout);
    const { word } = model.encoder.embeddings;
    const { maskedToken } = model;
    return {
      probabilities: softmax(
        maskedTokenLogits(config, maskedToken, word, hidden, positions, noDropout),
      ),
    };
  }, options);
  let number = 0;
  try {
    for await (const text of texts) {
      number++;
      const { ids } = templateRow(tokenizer, encodeWithMasks(tokenizer, text));
      const masks = [...ids].flatMap((id, i) => (id === tokenizer.special.mask ? [i] : []));
      if (masks.length === 0)
        throw new InputError(
          `text ${number} has no mask; write ${tokenizer.token(tokenizer.special.mask)} for the masked word`,
        );
      if (ids.length > config.maximumPositions)
        throw new InputError(
          `text ${number} has ${ids.length} tokens, the model takes ${config.maximumPositions}; shorten it`,
        );
      const width = paddedLength(ids.length, config.maximumPositions);
      const input = padRows([{ ids }], 1, width, config.padId);
      const positions = int32(Int32Array.from(masks), [masks.length]);
      const { probabilities } = await run({ model, input, positions });
      const { data } = probabilities as HostTensor;
      yield masks.map((_, i) =>
        likeliest(
          data.subarray(i * config.vocabularySize, (i + 1) * config.vocabularySize),
          options.candidates,
        ).map(([id, probability]) => ({ token: tokenizer.token(id), id, probability })),
      );
    }
  } finally {
    await run.release();
  }
}

/** Ids of a text in which the mask's name stands for the mask, which takes the space before it. */
function encodeWithMasks(tokenizer: Tokenizer, text: string): number[] {
  const { mask } = tokenizer.special;
  return text
    .split(tokenizer.token(mask))
    .flatMap((part, i, parts) => [
      ...(i > 0 ? [mask] : []),
      ...tokenizer.encode(i < parts.length - 1 ? part.trimEnd() : part),
    ]);
}

function likeliest(probabilities: ArrayLike<number>, count: number): [id: number, p: number][] {
  const ids = Array.from({ length: probabilities.length }, (_, id) => id);
  ids.sort((a, b) => probabilities[b]! - probabilities[a]!);
  return ids.slice(0, count).map((id) => [id, probabilities[id]!]);
}

async function* inChunks(texts: AsyncIterable<string>): AsyncGenerator<string[]> {
  let chunk: string[] = [];
  for await (const text of texts) {
    chunk.push(text);
    if (chunk.length === textsAtOnce) {
      yield chunk;
      chunk = [];
    }
  }
  if (chunk.length > 0) yield chunk;
}
