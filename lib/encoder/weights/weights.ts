/**
 * The weights of a model folder in whichever form it has them: `model.safetensors` or PyTorch's
 * `pytorch_model.bin`, whole or in shards that an index lists.
 */

import { isObject, parseObject } from "../../json";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { InputError } from "../../errors";
import { openPytorchFile } from "./pytorchFile";
import { openSafetensors } from "./safetensors";
import { firstNotFinite, shorten, type TensorFile } from "./tensorFile";

export type WeightsFile = TensorFile & {
  /** Paths of all files the weights lie in, the index first where there is one. */
  readonly files: readonly string[];
};

const openers: readonly (readonly [name: string, open: (path: string) => TensorFile])[] = [
  ["model.safetensors", openSafetensors],
  ["pytorch_model.bin", openPytorchFile],
];

/**
 * Open the weights of a model folder. Only names, types and shapes are read; tensors are read one at
 * a time, when asked for. Close it afterwards.
 *
 * @example
 * const weights = openWeights("models/nb-bert-large");
 * const { shape, data } = weights.read("bert.embeddings.word_embeddings.weight");
 * weights.close();
 *
 * @throws InputError in one line if there are none or a file is malformed; on reading, if a number is not finite
 */
export function openWeights(dir: string): WeightsFile {
  for (const [name, open] of openers) {
    const whole = join(dir, name);
    if (existsSync(whole)) return finite({ ...open(whole), files: [whole] });
    const index = join(dir, `${name}.index.json`);
    if (existsSync(index)) return finite(openShards(dir, index, open));
  }
  const found = existsSync(dir) ? readdirSync(dir).slice(0, 8).join(", ") || "nothing" : undefined;
  throw new InputError(
    found === undefined
      ? `${dir}: there is no such folder`
      : `${dir}: has no weights: neither model.safetensors nor pytorch_model.bin, whole or with an index of shards (found: ${found})`,
  );
}

/** The weights, with every tensor refused that holds a number which is none: all that a model computes would be none. */
const finite = (weights: WeightsFile): WeightsFile => ({
  ...weights,
  read: (name) => {
    const tensor = weights.read(name);
    const at = firstNotFinite(tensor.data);
    if (at !== undefined)
      throw new InputError(
        `${weights.files[0]!}: ${shorten(name)} holds ${String(tensor.data[at])} (element ${at}): the weights are damaged. Get the file again, or take an earlier checkpoint.`,
      );
    return tensor;
  },
});

/** Upper bound of an index, far above that of any model. */
const largestIndex = 100_000_000;

/** Shards as one file. Every tensor must be where the index says, and in the index. */
function openShards(dir: string, index: string, open: (path: string) => TensorFile): WeightsFile {
  const shardOf = readIndex(index);
  const shards = new Map<string, TensorFile>();
  const close = (): void => shards.forEach((shard) => shard.close());
  try {
    for (const shard of new Set(shardOf.values())) {
      const path = join(dir, shard);
      const file = open(path);
      shards.set(shard, file);
      const unlisted = file.names.find((name) => shardOf.get(name) !== shard);
      if (unlisted !== undefined)
        throw new InputError(
          `${index}: does not say that ${shorten(unlisted)} is in ${shard}, where it is. Get the index and the shards again, of one revision.`,
        );
    }
    const inShards = new Map([...shards].map(([shard, { names }]) => [shard, new Set(names)]));
    const find = (name: string): TensorFile => {
      const shard = shardOf.get(name);
      if (shard === undefined) throw new InputError(`${index}: has no tensor ${shorten(name)}`);
      return shards.get(shard)!;
    };
    for (const [name, shard] of shardOf)
      if (!inShards.get(shard)!.has(name))
        throw new InputError(
          `${index}: says that ${shorten(name)} is in ${shard}, which does not have it. Get the index and the shards again, of one revision.`,
        );
    return {
      names: [...shards.values()].flatMap(({ names }) => names),
      shape: (name) => find(name).shape(name),
      dtype: (name) => find(name).dtype(name),
      read: (name) => find(name).read(name),
      files: [index, ...[...shards.keys()].map((shard) => join(dir, shard))],
      close,
    };
  } catch (error) {
    close();
    throw error;
  }
}

/** Names of the shards that an index lists. @throws InputError if it is malformed */
export const shardsOf = (index: string): ReadonlySet<string> => new Set(readIndex(index).values());

/** Which shard each tensor is in. */
function readIndex(path: string): ReadonlyMap<string, string> {
  const refuse = (what: string): never => {
    throw new InputError(`${path}: not a valid index of shards: ${what}. Get the file again.`);
  };
  const { size } = statSync(path);
  if (size > largestIndex) refuse(`${size} bytes, the limit is ${largestIndex}`);
  const index = parseObject(readFileSync(path)) ?? refuse("not a JSON object with distinct keys");
  const map = index["weight_map"];
  if (!isObject(map) || Object.keys(map).length === 0) return refuse("it has no weight_map");
  for (const [name, shard] of Object.entries(map))
    // Names with a separator, a drive or dots could lead out of the folder.
    if (typeof shard !== "string" || !/^\w[\w.-]*$/.test(shard))
      refuse(
        `${shorten(name)} is in ${shorten(JSON.stringify(shard))}, which is not the plain name of a file beside it`,
      );
  return new Map(Object.entries(map as Record<string, string>));
}
