/**
 * ModernBERT (Warner et al. 2024, arXiv 2412.13663): rotary positions, every third layer attends to the
 * whole row and the others to a window, normalisation with a scale only before each part, gated
 * feed-forward with erf GELU, no biases.
 * Reference: `ModernBertModel` of Hugging Face transformers.
 */

import {
  add,
  attention,
  concat,
  cos,
  gelu,
  lookup,
  mul,
  range,
  reshape,
  sin,
  slice,
  sub,
  tensor2d,
  transpose,
  type Dropout,
  type HostTensor,
  type RunLayer,
  type Tensor,
} from "../engine";
import { attentionBias, joinHeads, type EncoderInput } from "./attention";
import type { ModernBertConfig } from "./config";
import {
  createInitializer,
  linear,
  norm,
  type Distribution,
  type Linear,
  type Norm,
} from "./layers";
import { windowAttention, type Attend } from "./windowAttention";

export type ModernBertLayer<T> = {
  readonly attention: {
    /** Absent in the first layer, whose input the embeddings have just normalised. */
    readonly norm?: Norm<T>;
    /** Query, key and value in thirds: `[3*hidden, hidden]`. */
    readonly queryKeyValue: Linear<T>;
    readonly output: Linear<T>;
  };
  readonly feedForward: {
    readonly norm: Norm<T>;
    /** What the activation is applied to, then its factors: `[2*feedForward, hidden]`. */
    readonly up: Linear<T>;
    /** `[hidden, feedForward]` */
    readonly down: Linear<T>;
  };
};

export type ModernBert<T> = {
  readonly embeddings: {
    /** `[vocabulary, hidden]` */
    readonly word: T;
    readonly norm: Norm<T>;
  };
  readonly layers: readonly ModernBertLayer<T>[];
  readonly norm: Norm<T>;
};

/** The distributions of fresh weights: those that end a residual branch are drawn narrower. */
export function modernBertWeights(config: ModernBertConfig): {
  readonly inner: Distribution;
  readonly output: Distribution;
  readonly classifier: Distribution;
} {
  const { initializerRange: deviation, initializerCut: cut, layers, hiddenSize } = config;
  return {
    inner: { deviation, cut },
    output: { deviation: deviation / Math.sqrt(2 * layers), cut },
    classifier: { deviation: hiddenSize ** -0.5, cut },
  };
}

/** Freshly drawn parameters; normal distributions are cut at `initializerCut` deviations. */
export function initializeModernBert(
  config: ModernBertConfig,
  seed: number,
): ModernBert<HostTensor> {
  const { hiddenSize: hidden, feedForwardSize: feedForward } = config;
  const { inner, output } = modernBertWeights(config);
  const draw = createInitializer(seed, "modernbert");
  return {
    embeddings: {
      word: draw.table(config.vocabularySize, hidden, inner, config.padId),
      norm: draw.scale(hidden),
    },
    layers: Array.from({ length: config.layers }, (_, i) => ({
      attention: {
        ...(i > 0 && { norm: draw.scale(hidden) }),
        queryKeyValue: draw.projection(hidden, 3 * hidden, inner),
        output: draw.projection(hidden, hidden, output),
      },
      feedForward: {
        norm: draw.scale(hidden),
        up: draw.projection(hidden, 2 * feedForward, inner),
        down: draw.projection(feedForward, hidden, output),
      },
    })),
    norm: draw.scale(hidden),
  };
}

/**
 * Hidden states: the embeddings, the sum after each layer, and the last one normalised.
 *
 * @param input - tensors of `[batch, sequence]`; packed documents need no positions of their own, for
 *   rotary attention sees differences only
 * @param run - how each layer is run
 * @returns `layers + 2` tensors of `[batch*sequence, hidden]`
 */
export function encodeModernBert(
  config: ModernBertConfig,
  { embeddings, layers, norm: lastNorm }: ModernBert<Tensor>,
  input: EncoderInput<Tensor>,
  dropout: Dropout,
  run: RunLayer,
): Tensor[] {
  const { hiddenSize: hidden, layerNormEpsilon: epsilon } = config;
  const [batch, sequence] = input.ids.shape as [number, number];
  const words = reshape(lookup(embeddings.word, input.ids), [batch * sequence, hidden]);
  const first = norm(words, embeddings.norm, epsilon);
  const states = [dropout.apply(first, config.embeddingDropout)];
  const everywhere = { bias: attentionBias(input), attend: attention };
  const locally = windowAttention(input, everywhere.bias, Math.floor(config.localAttention / 2));
  layers.forEach((layer, i) => {
    const isGlobal = i % config.globalEvery === 0;
    const rotation = rotationOf(
      config,
      isGlobal ? config.globalTheta : config.localTheta,
      sequence,
    );
    const { bias, attend: attention } = isGlobal ? everywhere : locally;
    states.push(
      run(
        ({ layer, x, rotation, bias }, dropout) => {
          const context: Context = { batch, rotation, bias, attention, dropout };
          const attended = attend(config, layer.attention, x, context);
          return feedForward(config, layer.feedForward, attended, dropout);
        },
        { layer, x: states.at(-1)!, rotation, bias },
        dropout,
      ),
    );
  });
  states.push(norm(states.at(-1)!, lastNorm, epsilon));
  return states;
}

/** Cosine and sine of each position's angles, each `[sequence, headSize/2]`. */
type Rotation = { readonly cosine: Tensor; readonly sine: Tensor };

function rotationOf(config: ModernBertConfig, theta: number, sequence: number): Rotation {
  const headSize = config.hiddenSize / config.heads;
  const frequencies = Float32Array.from(
    { length: headSize / 2 },
    (_, i) => 1 / theta ** ((2 * i) / headSize),
  );
  const positions = reshape(range(0, sequence), [sequence, 1]);
  const angles = mul(positions, tensor2d(frequencies, [1, headSize / 2]));
  return { cosine: cos(angles), sine: sin(angles) };
}

/** Rotate the pairs (i, i + headSize/2) of `[…, sequence, headSize]` by their position's angles. */
function rotate(x: Tensor, { cosine, sine }: Rotation): Tensor {
  const half = x.shape.at(-1)! / 2;
  const start = (at: number): number[] => [...x.shape.slice(0, -1).map(() => 0), at];
  const size = [...x.shape.slice(0, -1), half];
  const [left, right] = [slice(x, start(0), size), slice(x, start(half), size)];
  return concat(
    [
      sub(mul(left, cosine), mul(right, sine)), //
      add(mul(right, cosine), mul(left, sine)),
    ],
    -1,
  );
}

/** What attention depends on besides its layer and its states. */
type Context = {
  readonly batch: number;
  readonly rotation: Rotation;
  readonly bias: Tensor;
  readonly attention: Attend;
  readonly dropout: Dropout;
};

function attend(
  config: ModernBertConfig,
  layer: ModernBertLayer<Tensor>["attention"],
  x: Tensor,
  { batch, rotation, bias, attention, dropout }: Context,
): Tensor {
  const { hiddenSize: hidden, heads, attentionDropout } = config;
  const [sequence, headSize] = [x.shape[0]! / batch, hidden / heads];
  const normed = layer.norm ? norm(x, layer.norm, config.layerNormEpsilon) : x;
  const all = transpose(
    reshape(linear(normed, layer.queryKeyValue), [batch, sequence, 3, heads, headSize]),
    [2, 0, 3, 1, 4],
  ); // [3, batch, heads, sequence, headSize]
  const rotated = rotate(
    slice(all, [0, 0, 0, 0, 0], [2, batch, heads, sequence, headSize]),
    rotation,
  );
  const part = (of: Tensor, i: number): Tensor =>
    reshape(slice(of, [i, 0, 0, 0, 0], [1, batch, heads, sequence, headSize]), [
      batch,
      heads,
      sequence,
      headSize,
    ]);
  const context = attention(part(rotated, 0), part(rotated, 1), part(all, 2), {
    bias,
    dropout,
    rate: attentionDropout,
  });
  return add(x, dropout.apply(linear(joinHeads(context), layer.output), attentionDropout));
}

function feedForward(
  config: ModernBertConfig,
  layer: ModernBertLayer<Tensor>["feedForward"],
  x: Tensor,
  dropout: Dropout,
): Tensor {
  const { feedForwardSize } = config;
  const both = linear(norm(x, layer.norm, config.layerNormEpsilon), layer.up);
  const size = [x.shape[0]!, feedForwardSize];
  const activated = gelu(slice(both, [0, 0], size));
  const inner = mul(activated, slice(both, [0, feedForwardSize], size));
  return add(x, linear(dropout.apply(inner, config.feedForwardDropout), layer.down));
}
