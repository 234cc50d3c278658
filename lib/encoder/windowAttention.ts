/**
 * Attention within a window: that of ModernBERT's local layers. A long row is computed block by block,
 * so that its cost grows with its length and not with its square.
 */

import {
  abs,
  add,
  attention,
  cast,
  concat,
  equal,
  lessEqual,
  pad,
  range,
  reshape,
  slice,
  sub,
  type Dropout,
  type Tensor,
} from "../engine";
import { biasWhere, type EncoderInput } from "./attention";

/** Attention of `[batch, heads, sequence, headSize]` tensors. */
export type Attend = (
  query: Tensor,
  key: Tensor,
  value: Tensor,
  options: { readonly bias: Tensor; readonly dropout: Dropout; readonly rate: number },
) => Tensor;

/** A way to attend and the bias that it takes: apart, so that a layer can be given the bias as an input. */
export type WindowAttention = { readonly bias: Tensor; readonly attend: Attend };

/** Rows longer than so many reaches are computed in blocks; below, the whole square is cheaper. */
const longRow = 4;

/**
 * Attention to tokens at most `reach` places away.
 *
 * @param everywhere - the bias of attention to the whole row, see `attentionBias`
 */
export function windowAttention(
  input: EncoderInput<Tensor>,
  everywhere: Tensor,
  reach: number,
): WindowAttention {
  const sequence = input.ids.shape[1]!;
  if (sequence > longRow * reach) return blockwiseAttention(input, reach);
  const positions = range(0, sequence);
  const distance = abs(sub(reshape(positions, [sequence, 1]), reshape(positions, [1, sequence])));
  return { bias: add(everywhere, biasWhere(lessEqual(distance, reach))), attend: attention };
}

/**
 * Attention to tokens at most `reach` places away, in blocks as long as the reach: a block's queries
 * see its own keys and those of the block on either side, so that scores are
 * `[batch, heads, blocks, reach, 3*reach]`.
 */
export function blockwiseAttention(
  { mayAttend, packing }: Pick<EncoderInput<Tensor>, "mayAttend" | "packing">,
  reach: number,
): WindowAttention {
  const [batch, sequence] = mayAttend.shape as [number, number];
  const blocks = Math.ceil(sequence / reach);
  const missing = blocks * reach - sequence;
  const queries = (x: Tensor): Tensor => {
    const { shape } = x; // [batch, heads, sequence, headSize]
    const whole = pad(x, [[0, 0], [0, 0], [0, missing], [0, 0]]); // prettier-ignore
    return reshape(whole, [batch, shape[1]!, blocks, reach, shape[3]!]);
  };
  /** `[batch, heads, sequence, size]` → `[batch, heads, blocks, 3*reach, size]` */
  const neighbours = (x: Tensor, filling = 0): Tensor => {
    const [heads, size] = [x.shape[1]!, x.shape[3]!];
    const padded = pad(x, [[0, 0], [0, 0], [reach, missing + reach], [0, 0]], filling); // prettier-ignore
    const from = (block: number): Tensor =>
      reshape(slice(padded, [0, 0, block * reach, 0], [batch, heads, blocks * reach, size]), [
        batch,
        heads,
        blocks,
        reach,
        size,
      ]);
    return concat([from(0), from(1), from(2)], 3);
  };
  const asColumn = (x: Tensor): Tensor => reshape(cast(x, "float32"), [batch, 1, sequence, 1]);
  const acrossKeys = (x: Tensor): Tensor => reshape(x, [batch, 1, blocks, 1, 3 * reach]);
  const distance = abs(
    sub(
      add(reshape(range(0, reach), [reach, 1]), reach),
      reshape(range(0, 3 * reach), [1, 3 * reach]),
    ),
  );
  let bias = add(
    acrossKeys(biasWhere(neighbours(asColumn(mayAttend)))),
    biasWhere(lessEqual(distance, reach)),
  ); // [batch, 1, blocks, reach, 3*reach]
  if (packing) {
    const own = queries(asColumn(packing.documents)); // [batch, 1, blocks, reach, 1]
    const theirs = acrossKeys(neighbours(asColumn(packing.documents), -1));
    bias = add(bias, biasWhere(equal(own, theirs)));
  }
  const attend: Attend = (query, key, value, options) => {
    const context = attention(queries(query), neighbours(key), neighbours(value), options);
    const [, heads, , , headSize] = context.shape as [number, number, number, number, number];
    const whole = reshape(context, [batch, heads, blocks * reach, headSize]);
    return slice(whole, [0, 0, 0, 0], [batch, heads, sequence, headSize]);
  };
  return { bias, attend };
}
