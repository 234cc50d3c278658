/** Batches of random tokens: what a benchmark feeds to a model. */

import { architectureOf } from "../../encoder/architectures";
import type { EncoderConfig } from "../../encoder/config";
import { float32, int32, type HostTensor } from "../../engine";
import { random } from "../../random";
import type { PretrainingInput } from "../../training/objective";

/** The lowest id that no vocabulary keeps for special tokens. */
const firstWord = 107;

/**
 * One batch without padding, the same for the same sizes.
 *
 * @param size.masked - masked tokens in the batch
 */
export function randomBatch(
  config: Pick<EncoderConfig, "architecture" | "vocabularySize">,
  size: { readonly batch: number; readonly sequence: number; readonly masked: number },
): PretrainingInput<HostTensor> {
  const { batch, sequence, masked } = size;
  const draw = random(1, "step benchmark");
  const ints = (shape: readonly number[], value: (i: number) => number): HostTensor => {
    const length = shape.reduce((a, b) => a * b, 1);
    return int32(
      Int32Array.from({ length }, (_, i) => value(i)),
      shape,
    );
  };
  const tokens = [batch, sequence] as const;
  const token = (): number => firstWord + draw.integer(config.vocabularySize - firstWord);
  const positions = draw.shuffle(Array.from({ length: batch * sequence }, (_, i) => i));
  return {
    ids: ints(tokens, token),
    types: ints(tokens, (i) => Number(i % sequence > sequence / 2)),
    mayAttend: float32(new Float32Array(batch * sequence).fill(1), tokens),
    maskedPositions: ints([masked], (i) => positions[i]!),
    maskedLabels: ints([masked], token),
    maskedWeights: float32(new Float32Array(masked).fill(1), [masked]),
    ...(architectureOf(config).heads.nextSentence && {
      nextSentence: {
        positions: ints([batch], (i) => i * sequence),
        labels: ints([batch], (i) => i % 2),
        weights: float32(new Float32Array(batch).fill(1), [batch]),
      },
    }),
  };
}
