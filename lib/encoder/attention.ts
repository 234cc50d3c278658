/** What attention needs in every encoder: who may attend to whom, and heads apart and together. */

import { add, cast, equal, mul, reshape, sub, transpose, type Tensor } from "../engine";

/** Rows of tokens. All tensors are `[batch, sequence]`. */
export type EncoderInput<T> = {
  /** Token ids, int32. */
  readonly ids: T;
  /** Segment of each token, int32: 0 or 1. Read by BERT only. */
  readonly types: T;
  /** 1 where a token may be attended to and 0 for padding, float32. */
  readonly mayAttend: T;
  /** Present where a row holds several documents, which do not see each other. */
  readonly packing?: {
    /** Number of the token's document within its row, int32. */
    readonly documents: T;
    /** Place of the token in its document, counted from 0, int32. */
    readonly positions: T;
  };
};

/** Added to a score it leaves nothing of it: exp of the sum is 0 in 32 bits. */
const never = -1e9;

/** 0 where `condition` holds (1 or true) and {@link never} elsewhere. */
export const biasWhere = (condition: Tensor): Tensor =>
  mul(sub(1, cast(condition, "float32")), never);

/**
 * What is added to attention scores: 0, or a large negative number where a query may not attend.
 *
 * @returns `[batch, 1, 1, sequence]`, or `[batch, 1, sequence, sequence]` for packed rows
 */
export function attentionBias({ mayAttend, packing }: EncoderInput<Tensor>): Tensor {
  const [batch, sequence] = mayAttend.shape as [number, number];
  const padding = reshape(biasWhere(mayAttend), [batch, 1, 1, sequence]);
  if (!packing) return padding;
  const { documents } = packing;
  const same = equal(
    reshape(documents, [batch, 1, sequence, 1]),
    reshape(documents, [batch, 1, 1, sequence]),
  );
  return add(padding, biasWhere(same));
}

/** `[batch*sequence, heads*headSize]` → `[batch, heads, sequence, headSize]` */
export function splitHeads(x: Tensor, batch: number, heads: number): Tensor {
  const [tokens, hidden] = x.shape as [number, number];
  return transpose(reshape(x, [batch, tokens / batch, heads, hidden / heads]), [0, 2, 1, 3]);
}

/** `[batch, heads, sequence, headSize]` → `[batch*sequence, heads*headSize]` */
export function joinHeads(x: Tensor): Tensor {
  const [batch, heads, sequence, headSize] = x.shape as [number, number, number, number];
  return reshape(transpose(x, [0, 2, 1, 3]), [batch * sequence, heads * headSize]);
}
