/** Which documents a run is trained on, and which are kept for evaluation. */

import type { TokenCache } from "../tokenization/tokenCache";

/** Numbers of documents in the cache, ascending; no document is in both. */
export type Division = {
  readonly training: readonly number[];
  readonly heldOut: readonly number[];
  /** Documents in neither: not held out themselves, but with the same text as one that is. */
  readonly leftOut: number;
};

/**
 * Divide the documents of a cache. An origin is held out whole, with all its parts and copies, and by its
 * name alone: the same for every seed, every run and every corpus it is in. What other documents have word
 * for word in common with held-out ones is not trained on either.
 *
 * @param share - of the origins that are held out, in [0, 1]
 */
export function divideDocuments(
  { documents, keys, contents }: Pick<TokenCache, "documents" | "keys" | "contents">,
  share: number,
): Division {
  const heldOut: number[] = [];
  const seen = new Set<number>();
  const limit = share * 2 ** 32;
  for (let d = 0; d < documents; d++)
    if (keys[d]! < limit) {
      heldOut.push(d);
      seen.add(contents[d]!);
    }
  const training: number[] = [];
  for (let d = 0; d < documents; d++)
    if (!(keys[d]! < limit) && !seen.has(contents[d]!)) training.push(d);
  return { training, heldOut, leftOut: documents - heldOut.length - training.length };
}
