/**
 * The file of the written-standard model: one line of JSON that says what the weights are and where
 * they come from (`head -1` shows it), then two bytes for each weight that is not zero: how many
 * buckets after the one before, and the weight. Most buckets weigh next to nothing, and many buckets
 * with few weights answer better than few buckets with all of theirs (results/LOG.md).
 */

import { readFileSync } from "node:fs";
import { InputError } from "../errors";
import { sha256, writeFileAtomic } from "../files";
import { featureSettings } from "./features";
import type { WrittenStandardModel } from "./model";

/** What the weights were learnt from. */
export type ModelSource = {
  readonly name: string;
  readonly licence: string;
  /** Different sentences learnt from. */
  readonly sentences: Readonly<Record<"nb" | "nn", number>>;
  /** SHA-256 of the files, or the seed of generated text. */
  readonly origin: Readonly<Record<string, string | number>>;
};

export type ModelHeader = {
  readonly format: "kliniskvest-written-standard-1";
  readonly features: typeof featureSettings;
  /** Log-odds of one unit of weight. */
  readonly step: number;
  /** See {@link WrittenStandardModel}. */
  readonly threshold: number;
  /** Hash of the bytes after this line. */
  readonly sha256: string;
  readonly seed: number;
  readonly sources: readonly ModelSource[];
  /** Measured on sentences that were not learnt from, by the command that trained the weights. */
  readonly measured: Readonly<Record<string, Readonly<Record<string, number>>>>;
};

const format = "kliniskvest-written-standard-1";
const longestHeader = 1 << 14;
/** Weights that are kept, so that the file stays below 128 KB. */
const mostWeights = 60_000;
const largestWeight = 127;
const largestGap = 255;

/** The largest weights as the whole numbers that are shipped, the others as 0. */
export function quantize(weights: Float64Array): { quantized: Int8Array; step: number } {
  const kept = [...weights.keys()]
    .filter((i) => weights[i] !== 0)
    .sort((i, k) => Math.abs(weights[k]!) - Math.abs(weights[i]!) || i - k)
    .slice(0, mostWeights);
  // A few buckets are far out and are cut off: levels spent on them would round the others away.
  const step = Math.abs(weights[kept[Math.floor(1e-4 * kept.length)] ?? 0] || 1) / largestWeight;
  const quantized = new Int8Array(weights.length);
  for (const i of kept)
    quantized[i] = Math.max(
      -largestWeight,
      Math.min(largestWeight, Math.round(weights[i]! / step)),
    );
  return { quantized, step };
}

/** Write the file of a model. The same model gives the same bytes. */
export function writeModelFile(
  path: string,
  header: Omit<ModelHeader, "format" | "features" | "sha256">,
  quantized: Int8Array,
): void {
  const weights = pack(quantized);
  const line: ModelHeader = {
    format,
    features: featureSettings,
    ...header,
    sha256: sha256(weights),
  };
  writeFileAtomic(path, [Buffer.from(JSON.stringify(line) + "\n", "utf8"), weights]);
}

/**
 * Read the file of a model.
 *
 * @throws InputError if it is missing, damaged, or made for other features
 */
export function readModelFile(path: string): {
  readonly header: ModelHeader;
  readonly model: WrittenStandardModel;
} {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch {
    throw new InputError(
      `${path}: the weights of the written-standard model cannot be read. Install the package again, or train them with \`corpus train-identifier\`.`,
    );
  }
  const refuse = (what: string): never => {
    throw new InputError(
      `${path}: ${what}. Take the file of the package, or train it again with \`corpus train-identifier\`.`,
    );
  };
  const end = bytes.subarray(0, longestHeader).indexOf("\n");
  if (end < 0) return refuse("not weights of a written-standard model, it has no header line");
  const header = parseHeader(bytes.toString("utf8", 0, end));
  if (typeof header === "string") return refuse(header);
  const packed = bytes.subarray(end + 1);
  if (sha256(packed) !== header.sha256)
    return refuse("the sha256 of the weights is not that of the header, so they are damaged");
  const weights = unpack(packed);
  if (!weights) return refuse("its weights do not fit its buckets");
  const { step, threshold } = header;
  return { header, model: { weights, step, threshold } };
}

/** The header, or what is wrong with it. */
function parseHeader(line: string): ModelHeader | string {
  let value: Partial<ModelHeader> | null;
  try {
    value = JSON.parse(line) as Partial<ModelHeader> | null;
  } catch {
    return "its first line is not JSON";
  }
  if (value === null || typeof value !== "object" || value.format !== format)
    return `its first line does not say format ${format}`;
  if (JSON.stringify(value.features) !== JSON.stringify(featureSettings))
    return "its features are not those of this version";
  for (const name of ["step", "threshold"] as const) {
    const number = value[name];
    if (typeof number !== "number" || !Number.isFinite(number) || number <= 0)
      return `${name} of its header is ${JSON.stringify(number)}, not a number above 0`;
  }
  if (!Array.isArray(value.sources) || typeof value.measured !== "object")
    return "its header does not say what it was learnt from and how it did";
  return value as ModelHeader;
}

/** Pairs of a distance and a weight. Where no weight is near enough, a 0 stands in between. */
function pack(quantized: Int8Array): Uint8Array {
  const bytes: number[] = [];
  let last = -1;
  quantized.forEach((weight, i) => {
    if (weight === 0 && i - last < largestGap) return;
    bytes.push(i - last, weight & 255);
    last = i;
  });
  return Uint8Array.from(bytes);
}

/** Weights by bucket, or undefined where the bytes name a bucket that is none. */
function unpack(bytes: Uint8Array): Int8Array | undefined {
  const weights = new Int8Array(featureSettings.buckets);
  let bucket = -1;
  for (let at = 0; at < bytes.length; at += 2) {
    bucket += bytes[at]!;
    if (bucket < 0 || bucket >= weights.length || at + 1 === bytes.length) return undefined;
    weights[bucket] = bytes[at + 1]!;
  }
  return weights;
}
