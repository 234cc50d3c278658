/** What a model in 8 bits costs: its outputs beside those in 32 bits, on the same rows of tokens. */

import { join } from "node:path";
import { int32, openOnnx, type HostTensor, type OnnxModel } from "../../engine";
import { random } from "../../random";
import type { Tokenizer } from "../../tokenization/tokenizer";
import { onnxFiles, type OnnxTask } from "./onnx";

export type QuantizationCost = {
  /** Outputs compared: hidden tokens for fill-mask, tokens for token classification, else rows. */
  readonly compared: number;
  /** Absolute differences of single numbers of the outputs, and the largest number itself. */
  readonly difference: { readonly mean: number; readonly maximum: number };
  readonly largest: number;
  /** Cosine similarity of outputs; for feature extraction, of the mean over a row's tokens. */
  readonly cosine: { readonly mean: number; readonly minimum: number };
  /** Share of outputs whose highest logit is the same; absent for feature extraction. */
  readonly agreement?: number;
};

/** Rows of tokens to compare on, special tokens included. */
export type Rows = readonly Int32Array[];

/** Longest row made from a text. */
const longestRow = 128;

/** Rows of the beginnings of texts. */
export const rowsOfTexts = (
  texts: readonly string[],
  tokenizer: Tokenizer,
  maximumPositions: number,
): Rows =>
  texts.map((text) => {
    const room = Math.min(longestRow, maximumPositions) - 2;
    const { cls, sep } = tokenizer.special;
    return Int32Array.of(cls, ...tokenizer.encode(text).subarray(0, room), sep);
  });

/** Rows of tokens drawn at random, of all lengths up to 64. */
export function drawnRows(count: number, tokenizer: Tokenizer, maximumPositions: number): Rows {
  const ordinary = Array.from({ length: tokenizer.size }, (_, id) => id).filter(
    (id) => !tokenizer.isSpecial(id),
  );
  const { cls, sep } = tokenizer.special;
  const longest = Math.min(64, maximumPositions);
  return Array.from({ length: count }, (_, i) => {
    const draw = random(1, "rows to compare models on", 0, i);
    const length = 1 + draw.integer(longest - 2);
    const ids = Array.from({ length }, () => ordinary[draw.integer(ordinary.length)]!);
    return Int32Array.of(cls, ...ids, sep);
  });
}

/** Every so-manieth token is hidden for fill-mask, about as many as in training. */
const hideEvery = 7;

/** Rows that run at a time. */
const batchSize = 8;

/**
 * Run both precisions of an exported folder on the same rows.
 *
 * @param dir - written by `exportOnnx` with `int8`
 */
export async function quantizationCost(
  dir: string,
  task: OnnxTask,
  rows: Rows,
  special: Tokenizer["special"],
): Promise<QuantizationCost> {
  const path = (precision: keyof typeof onnxFiles): string =>
    join(dir, "onnx", onnxFiles[precision]);
  const full = await openOnnx(path("fp32"));
  try {
    const small = await openOnnx(path("q8"));
    try {
      return await compareOutputs(full, small, task, rows, special);
    } finally {
      await small.release();
    }
  } finally {
    await full.release();
  }
}

async function compareOutputs(
  full: OnnxModel,
  small: OnnxModel,
  task: OnnxTask,
  rows: Rows,
  special: Tokenizer["special"],
): Promise<QuantizationCost> {
  let [sum, numbers, maximum, largest, same] = [0, 0, 0, 0, 0];
  const ofCosines = { sum: 0, minimum: Infinity, count: 0 };
  for (let at = 0; at < rows.length; at += batchSize) {
    const input = pad(rows.slice(at, at + batchSize), task, special);
    const [a, b] = [await outputsOf(full, task, input), await outputsOf(small, task, input)];
    a.forEach((expected, i) => {
      const actual = b[i]!;
      const similarity = cosine(expected, actual);
      ofCosines.sum += similarity;
      ofCosines.minimum = Math.min(ofCosines.minimum, similarity);
      ofCosines.count++;
      same += Number(indexOfMaximum(expected) === indexOfMaximum(actual));
      expected.forEach((value, k) => {
        // NorBERT3's special tokens have logits that stand for −∞.
        if (value < -1e8) return;
        const difference = Math.abs(value - actual[k]!);
        sum += difference;
        numbers++;
        maximum = Math.max(maximum, difference);
        largest = Math.max(largest, Math.abs(value));
      });
    });
  }
  const { count: compared, minimum } = ofCosines;
  return {
    compared,
    difference: { mean: sum / numbers, maximum },
    largest,
    cosine: { mean: ofCosines.sum / compared, minimum },
    ...(task !== "feature-extraction" && { agreement: same / compared }),
  };
}

type PaddedRows = {
  readonly ids: HostTensor;
  readonly mask: HostTensor;
  /** Rows of `ids` flattened whose outputs count. */
  readonly hidden: readonly number[];
};

function pad(rows: Rows, task: OnnxTask, special: Tokenizer["special"]): PaddedRows {
  const length = Math.max(...rows.map((row) => row.length));
  const ids = new Int32Array(rows.length * length).fill(special.pad);
  const mask = new Int32Array(rows.length * length);
  const hidden: number[] = [];
  rows.forEach((row, i) => {
    ids.set(row, i * length);
    mask.fill(1, i * length, i * length + row.length);
    if (task === "fill-mask")
      for (let k = 1; k < row.length - 1; k += hideEvery) {
        ids[i * length + k] = special.mask;
        hidden.push(i * length + k);
      }
  });
  const shape = [rows.length, length];
  return { ids: int32(ids, shape), mask: int32(mask, shape), hidden };
}

/** The outputs to compare, each a list of numbers. */
async function outputsOf(
  model: OnnxModel,
  task: OnnxTask,
  { ids, mask, hidden }: PaddedRows,
): Promise<Float32Array[]> {
  const [batch, length] = ids.shape as [number, number];
  const results = await model.run({
    input_ids: ids,
    attention_mask: mask,
    token_type_ids: int32(new Int32Array(batch * length), [batch, length]),
  });
  const [{ data, shape }] = Object.values(results) as [HostTensor];
  const width = shape.at(-1)!;
  const row = (i: number): Float32Array =>
    (data as Float32Array).subarray(i * width, (i + 1) * width);
  const attended = Array.from(mask.data.keys()).filter((i) => mask.data[i] === 1);
  switch (task) {
    case "fill-mask":
      return hidden.map(row);
    case "token-classification":
      return attended.map(row);
    case "text-classification":
      return Array.from({ length: batch }, (_, i) => row(i));
    case "feature-extraction":
      return Array.from({ length: batch }, (_, i) => {
        const own = attended.filter((token) => Math.floor(token / length) === i);
        const mean = new Float32Array(width);
        for (const token of own) row(token).forEach((x, k) => (mean[k]! += x / own.length));
        return mean;
      });
  }
}

function cosine(a: Float32Array, b: Float32Array): number {
  let [product, ofA, ofB] = [0, 0, 0];
  a.forEach((x, i) => {
    // Numbers that stand for −∞ would drown the others.
    if (x < -1e8) return;
    product += x * b[i]!;
    ofA += x * x;
    ofB += b[i]! ** 2;
  });
  return product / Math.sqrt(ofA * ofB);
}

const indexOfMaximum = (values: Float32Array): number =>
  values.reduce((best, value, i) => (value > values[best]! ? i : best), 0);
