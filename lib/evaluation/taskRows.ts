/** Token rows of one shape for fine-tuning and scoring, grouped so that short rows stay cheap. */

import { float32, int32, type HostTensor } from "../engine";
import type { EncoderInput } from "../encoder/encoder";
import { lengthStep } from "../training/batches";
import type { Tokenizer } from "../tokenization/tokenizer";

/** One row before padding. */
export type Row = {
  readonly ids: readonly number[] | Int32Array;
  /** Segment of each token; all 0 if absent. */
  readonly types?: readonly number[];
};

/** The padded length of a row of `length` tokens; no padding leads beyond the `longest` that a model takes. */
export const paddedLength = (length: number, longest: number): number =>
  Math.min(Math.max(lengthStep, Math.ceil(length / lengthStep) * lengthStep), longest);

/**
 * Pad rows to a batch; missing rows up to `batch` are padding with one visible token, so that no
 * attention row is empty.
 *
 * @returns ids, types and mayAttend, each `[batch, sequence]`
 */
export function padRows(
  rows: readonly Row[],
  batch: number,
  sequence: number,
  padId: number,
): EncoderInput<HostTensor> {
  const ids = new Int32Array(batch * sequence).fill(padId);
  const types = new Int32Array(batch * sequence);
  const mayAttend = new Float32Array(batch * sequence);
  for (let r = 0; r < batch; r++) {
    const row = rows[r];
    if (!row) {
      mayAttend[r * sequence] = 1;
      continue;
    }
    ids.set(row.ids, r * sequence);
    if (row.types) types.set(row.types, r * sequence);
    mayAttend.fill(1, r * sequence, r * sequence + row.ids.length);
  }
  const shape = [batch, sequence];
  return {
    ids: int32(ids, shape),
    types: int32(types, shape),
    mayAttend: float32(mayAttend, shape),
  };
}

/**
 * Groups of at most `size` items whose padded lengths are equal, in order of length.
 *
 * @param length - tokens of an item's longest row
 * @param longest - positions of the model
 */
export function groupByLength<T>(
  items: readonly T[],
  size: number,
  length: (item: T) => number,
  longest: number,
): { readonly items: readonly T[]; readonly sequence: number }[] {
  const buckets = new Map<number, T[]>();
  for (const item of items) {
    const sequence = paddedLength(length(item), longest);
    const bucket = buckets.get(sequence);
    if (bucket) bucket.push(item);
    else buckets.set(sequence, [item]);
  }
  return [...buckets]
    .sort(([a], [b]) => a - b)
    .flatMap(([sequence, bucket]) =>
      Array.from({ length: Math.ceil(bucket.length / size) }, (_, i) => ({
        items: bucket.slice(i * size, (i + 1) * size),
        sequence,
      })),
    );
}

/** A sentence completed by an answer, as tokens: those of the answer and those on its two sides. */
export type CompletedCloze = {
  readonly before: readonly number[];
  /** With the space before the answer, if that is a token or a part of one. At least one token. */
  readonly answer: readonly number[];
  readonly after: readonly number[];
};

/**
 * Encode a completed sentence whole and cut it by offsets: encoded apart, an answer would lack the space before
 * it, which byte-level tokenizers see.
 *
 * @param cloze - with exactly one `{answer}`
 */
export function completeCloze(
  tokenizer: Pick<Tokenizer, "encodeWithOffsets" | "special">,
  cloze: string,
  answer: string,
): CompletedCloze {
  const [left = "", right = ""] = cloze.split("{answer}");
  const { ids, starts, ends } = tokenizer.encodeWithOffsets(left + answer + right);
  const [from, to] = [left.trimEnd().length, left.length + answer.length];
  let first = 0;
  while (first < ids.length && ends[first]! <= from) first++;
  let after = first;
  while (after < ids.length && starts[after]! < to) after++;
  const own = [...ids.subarray(first, after)];
  return {
    before: [...ids.subarray(0, first)],
    // Nothing to score would be the likeliest answer of all.
    answer: own.length > 0 ? own : [tokenizer.special.unk],
    after: [...ids.subarray(after)],
  };
}

/** `[CLS] first [SEP]`, or `[CLS] first [SEP] second [SEP]` with the second part in segment 1. */
export function templateRow(
  tokenizer: Tokenizer,
  first: readonly number[],
  second?: readonly number[],
): Row {
  const { cls, sep } = tokenizer.special;
  const ids = [cls, ...first, sep];
  if (!second) return { ids };
  const types = [...ids.map(() => 0), ...second.map(() => 1), 1];
  return { ids: [...ids, ...second, sep], types };
}
