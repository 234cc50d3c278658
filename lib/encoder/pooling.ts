/** What stands for a row: its first token's state, or the mean over its tokens, special ones too. */

import { div, lookup, mul, range, reshape, sum, type Tensor } from "../engine";

export const poolings = ["mean", "cls"] as const;
export type Pooling = (typeof poolings)[number];

/** `[batch*sequence, hidden]` → `[batch, hidden]` */
export function pool(hidden: Tensor, mayAttend: Tensor, pooling: Pooling): Tensor {
  const [batch, sequence] = mayAttend.shape as [number, number];
  if (pooling === "cls") return lookup(hidden, range(0, batch * sequence, sequence, "int32"));
  const weights = reshape(mayAttend, [batch, sequence, 1]);
  const total = sum(mul(reshape(hidden, [batch, sequence, hidden.shape[1]!]), weights), 1);
  return div(total, sum(weights, 1));
}
