/** Norms of gradients, for clipping and for whoever watches a run. */

import { sumOfSquares } from "../engine/updateKernels";
import type { NamedArrays } from "./optimizer";

/** Euclidean norm of each gradient. */
export const gradientNorms = (gradients: NamedArrays): ReadonlyMap<string, number> =>
  new Map([...gradients].map(([name, gradient]) => [name, Math.sqrt(sumOfSquares(gradient))]));

/** Norm of all gradients together, from that of each; not finite if one of them is not. */
export function globalNorm(norms: ReadonlyMap<string, number>): number {
  let squares = 0;
  for (const norm of norms.values()) squares += norm * norm;
  return Math.sqrt(squares);
}
