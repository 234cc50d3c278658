/** Whether sentence pairs are told apart by anything but reading, as rows of a table. */

import type { TokenCache } from "../tokenization/tokenCache";
import type { RowTokenizer } from "../training/segments";
import { trainingBatches, type BatchSettings } from "../training/batches";
import { pairsOf, probePairs } from "../training/pairProbes";

/**
 * Probes on the pairs of the first batches of a recipe.
 *
 * @param count - batches; more than an epoch would show first parts again
 */
export function pairProbeRows(
  source: { readonly cache: TokenCache; readonly tokenizer: RowTokenizer },
  settings: BatchSettings,
  seed: number,
  count: number,
) {
  const own: BatchSettings = { ...settings, masking: { unit: "subword", rate: 0.15 } };
  const batchAt = trainingBatches(source, { ...own, objective: "mlm+nsp" }, seed);
  const { cache, tokenizer } = source;
  const pairs = Array.from({ length: count }, (_, n) => batchAt(n, 0)).flatMap((batch) =>
    pairsOf(batch, tokenizer.special.sep, cache.writtenStandard),
  );
  return probePairs(pairs, seed).map(
    ({ probe, writtenStandard, accuracy, standardError, pairs }) => ({
      "what the probe sees": probe,
      standard: { nb: "bokmål", nn: "nynorsk", either: "either" }[writtenStandard],
      pairs,
      "right, %": 100 * accuracy,
      "± one standard error": 100 * standardError,
    }),
  );
}
