/**
 * NorBERT3 (Samuel et al. 2023, arXiv 2305.03880), that is LTG-BERT (arXiv 2303.09859): no absolute
 * positions, attention over relative distances in logarithmic buckets, normalisation without parameters
 * before each part and once more after attention, gated feed-forward with tanh GELU.
 * Reference: ltgoslo/norbench at 0ec6332, from its formulas. A row longer than the position table is
 * refused; the reference changes its buckets for all rows then.
 */

import {
  add,
  attention,
  cast,
  geluTanh,
  lookup,
  gather,
  matMul,
  mul,
  oneHot,
  range,
  reshape,
  scalar,
  slice,
  sub,
  tensor1d,
  transpose,
  type Dropout,
  type HostTensor,
  type RunLayer,
  type Tensor,
} from "../engine";
import { attentionBias, joinHeads, splitHeads, type EncoderInput } from "./attention";
import type { NorBert3Config } from "./config";
import {
  createInitializer,
  linear,
  norm,
  type Distribution,
  type Linear,
  type Norm,
} from "./layers";

export type NorBert3Layer<T> = {
  readonly attention: {
    /** Query and key in one, `[2*hidden, hidden]`; applied to tokens and to relative positions. */
    readonly queryKey: Linear<T>;
    readonly value: Linear<T>;
    readonly output: Linear<T>;
    readonly norm: Norm<T>;
  };
  readonly feedForward: {
    /** Values, then gates: `[2*feedForward, hidden]`, without bias. */
    readonly up: Linear<T>;
    /** `[hidden, feedForward]`, without bias. */
    readonly down: Linear<T>;
  };
};

export type NorBert3<T> = {
  readonly embeddings: {
    /** `[vocabulary, hidden]` */
    readonly word: T;
    /** `[buckets, hidden]`, one row for each of 2·positionBuckets − 1 signed distances. */
    readonly relative: T;
    readonly relativeNorm: Norm<T>;
  };
  readonly layers: readonly NorBert3Layer<T>[];
};

/**
 * Freshly drawn parameters: matrices and embeddings from N(0, 2/(5·hidden)) cut at two deviations,
 * the feed-forward of layer i scaled by √(1/(2(1+i))), biases 0.
 */
export function initializeNorBert3(config: NorBert3Config, seed: number): NorBert3<HostTensor> {
  const { hiddenSize: hidden, feedForwardSize: feedForward } = config;
  const weights = norBert3Weights(config);
  const draw = createInitializer(seed, "norbert3");
  return {
    embeddings: {
      word: draw.table(config.vocabularySize, hidden, weights),
      relative: draw.table(bucketCount(config), hidden, weights),
      relativeNorm: draw.norm(hidden),
    },
    layers: Array.from({ length: config.layers }, (_, i) => {
      const scaled = { ...weights, deviation: weights.deviation * Math.sqrt(1 / (2 * (1 + i))) };
      return {
        attention: {
          queryKey: draw.linear(hidden, 2 * hidden, weights),
          value: draw.linear(hidden, hidden, weights),
          output: draw.linear(hidden, hidden, weights),
          norm: draw.norm(hidden),
        },
        feedForward: {
          up: draw.projection(hidden, 2 * feedForward, scaled),
          down: draw.projection(feedForward, hidden, scaled),
        },
      };
    }),
  };
}

/** The distribution of fresh matrices, heads included. */
export const norBert3Weights = (config: NorBert3Config): Distribution => ({
  deviation: Math.sqrt(2 / (5 * config.hiddenSize)),
  cut: 2,
});

/** Rows of the table of relative positions. */
const bucketCount = ({ positionBuckets }: NorBert3Config): number => 2 * positionBuckets - 1;

/**
 * The bucket of a distance, query position minus key position: the distance itself up to half of
 * `positionBuckets`, logarithmic beyond.
 *
 * @returns a whole number between ±(positionBuckets − 1)
 */
export function bucketOf(
  distance: number,
  {
    positionBuckets,
    maximumPositions,
  }: Pick<NorBert3Config, "positionBuckets" | "maximumPositions">,
): number {
  const middle = positionBuckets / 2;
  const size = Math.min(Math.abs(distance), maximumPositions - 1);
  if (size <= middle) return Math.sign(distance) * size;
  const share = Math.log(size / middle) / Math.log((maximumPositions - 1) / middle);
  return Math.sign(distance) * (Math.ceil(share * (middle - 1)) + middle);
}

/** Row of the relative embedding for each pair of positions, `[maximumPositions, maximumPositions]`. */
export function bucketIndices(config: NorBert3Config): BigInt64Array {
  const { maximumPositions: size, positionBuckets } = config;
  return BigInt64Array.from({ length: size * size }, (_, i) =>
    BigInt(bucketOf(Math.floor(i / size) - (i % size), config) + positionBuckets - 1),
  );
}

/**
 * Hidden states: the embeddings, then the sum after each layer. Nothing normalises the last one.
 *
 * @param input - tensors of `[batch, sequence]`
 * @param run - how each layer is run
 * @returns `layers + 1` tensors of `[batch*sequence, hidden]`
 */
export function encodeNorBert3(
  config: NorBert3Config,
  { embeddings, layers }: NorBert3<Tensor>,
  input: EncoderInput<Tensor>,
  dropout: Dropout,
  run: RunLayer,
): Tensor[] {
  const { hiddenSize, layerNormEpsilon: epsilon, hiddenDropout } = config;
  const [batch, sequence] = input.ids.shape as [number, number];
  const words = reshape(lookup(embeddings.word, input.ids), [batch * sequence, hiddenSize]);
  const relative = norm(embeddings.relative, embeddings.relativeNorm, epsilon); // [buckets, hidden]
  const bias = attentionBias(input);
  const distances = distanceTable(config, sequence);
  const states = [dropout.apply(norm(words, undefined, epsilon), hiddenDropout)];
  for (const layer of layers)
    states.push(
      run(
        ({ layer, x, relative, bias, distances }, dropout) => {
          const attended = add(
            x,
            attend(config, layer.attention, x, relative, bias, distances, dropout),
          );
          return add(attended, feedForward(config, layer.feedForward, attended, dropout));
        },
        { layer, x: states.at(-1)!, relative, bias, distances },
        dropout,
      ),
    );
  return states;
}

/**
 * For each position i the one-hot bucket of its distance to each position j: a product with it looks
 * positions up, forwards and, without any scatter, backwards.
 *
 * @returns `[sequence, buckets, sequence]`, 1 at `[i, bucketOf(i − j) + positionBuckets − 1, j]`
 */
function distanceTable(config: NorBert3Config, sequence: number): Tensor {
  const { maximumPositions, positionBuckets } = config;
  const buckets = Int32Array.from(
    { length: 2 * maximumPositions - 1 },
    (_, i) => bucketOf(i - maximumPositions + 1, config) + positionBuckets - 1,
  );
  const positions = range(0, sequence, 1, "int32");
  const distance = sub(reshape(positions, [sequence, 1]), reshape(positions, [1, sequence]));
  const bucket = gather(
    tensor1d(buckets, "int32"),
    add(distance, scalar(maximumPositions - 1, "int32")),
  );
  const hot = cast(oneHot(bucket, bucketCount(config)), "float32"); // [sequence, sequence, buckets]
  return transpose(hot, [0, 2, 1]);
}

function attend(
  config: NorBert3Config,
  layer: NorBert3Layer<Tensor>["attention"],
  x: Tensor,
  relative: Tensor,
  bias: Tensor,
  distances: Tensor,
  dropout: Dropout,
): Tensor {
  const { hiddenSize: hidden, heads, layerNormEpsilon: epsilon, hiddenDropout } = config;
  const batch = bias.shape[0]!;
  const tokens = x.shape[0]!;
  const normed = norm(x, undefined, epsilon);
  const queryKey = linear(normed, layer.queryKey); // [batch*sequence, 2*hidden]
  const query = slice(queryKey, [0, 0], [tokens, hidden]);
  const key = slice(queryKey, [0, hidden], [tokens, hidden]);
  const positions = linear(dropout.apply(relative, hiddenDropout), layer.queryKey);
  const [queryPositions, keyPositions] = splitPositions(config, positions); // [heads, buckets, headSize]
  // A key's distance to a query is the query's to the key with the sign changed, so its look-up uses
  // the same table with the rows of the positions in reverse.
  const reversed = matMul(reversal(queryPositions.shape[1]!), queryPositions);
  const ofQuery = lookUpPositions(query, keyPositions, distances, batch); // [query, heads, batch, key]
  const ofKey = lookUpPositions(key, reversed, distances, batch); // [key, heads, batch, query]
  const context = attention(
    splitHeads(query, batch, heads),
    splitHeads(key, batch, heads),
    splitHeads(linear(normed, layer.value), batch, heads),
    {
      bias,
      relative: add(transpose(ofQuery, [2, 1, 0, 3]), transpose(ofKey, [2, 1, 3, 0])),
      scale: 1 / Math.sqrt((3 * hidden) / heads),
      dropout,
      rate: config.attentionDropout,
    },
  );
  const output = norm(linear(joinHeads(context), layer.output), layer.norm, epsilon);
  return dropout.apply(output, hiddenDropout);
}

/**
 * The projected relative positions as queries and as keys, each `[heads, buckets, headSize]`. Published
 * checkpoints hold the two side by side in each head (`interleaved`), later code of the same authors in
 * two halves, as those of the tokens are.
 */
function splitPositions(config: NorBert3Config, positions: Tensor): [Tensor, Tensor] {
  const { hiddenSize: hidden, heads, positionLayout } = config;
  const buckets = positions.shape[0]!;
  const headSize = hidden / heads;
  const interleaved = positionLayout === "interleaved";
  const parts = reshape(
    positions,
    interleaved ? [buckets, heads, 2, headSize] : [buckets, 2, heads, headSize],
  );
  const ordered = transpose(parts, interleaved ? [2, 1, 0, 3] : [1, 2, 0, 3]);
  const part = (i: number): Tensor =>
    reshape(slice(ordered, [i, 0, 0, 0], [1, heads, buckets, headSize]), [
      heads,
      buckets,
      headSize,
    ]);
  return [part(0), part(1)];
}

/** Turns the order of rows around when multiplied from the left: `[1, size, size]`. */
const reversal = (size: number): Tensor =>
  reshape(cast(oneHot(range(size - 1, -1, -1, "int32"), size), "float32"), [1, size, size]);

/**
 * For each token i and each position j the product of the token with the relative position of i to j.
 *
 * @param x - `[batch*sequence, hidden]`
 * @param positions - `[heads, buckets, headSize]`
 * @returns `[i, heads, batch, j]`
 */
function lookUpPositions(x: Tensor, positions: Tensor, distances: Tensor, batch: number): Tensor {
  const [heads, buckets, headSize] = positions.shape as [number, number, number];
  const sequence = x.shape[0]! / batch;
  const byHead = transpose(reshape(x, [batch * sequence, heads, headSize]), [1, 0, 2]);
  const products = matMul(byHead, positions, false, true); // [heads, batch*sequence, buckets]
  const byToken = transpose(reshape(products, [heads, batch, sequence, buckets]), [2, 0, 1, 3]);
  const found = matMul(reshape(byToken, [sequence, heads * batch, buckets]), distances);
  return reshape(found, [sequence, heads, batch, sequence]);
}

function feedForward(
  config: NorBert3Config,
  layer: NorBert3Layer<Tensor>["feedForward"],
  x: Tensor,
  dropout: Dropout,
): Tensor {
  const { feedForwardSize, layerNormEpsilon: epsilon } = config;
  const both = linear(norm(x, undefined, epsilon), layer.up); // [batch*sequence, 2*feedForward]
  const size = [x.shape[0]!, feedForwardSize];
  const value = slice(both, [0, 0], size);
  const gate = slice(both, [0, feedForwardSize], size);
  const inner = norm(mul(value, geluTanh(gate)), undefined, epsilon);
  return dropout.apply(linear(inner, layer.down), config.hiddenDropout);
}
