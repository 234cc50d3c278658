/**
 * Model folders from elsewhere as folders of ours: checked, with one `model.safetensors` of float32.
 */

import { cpSync, existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { InputError } from "../../errors";
import { writeFolderAtomic, writeJson } from "../../files";
import { loadTokenizer } from "../../tokenization/tokenizer";
import { loadConfig, loadWeights } from "../checkpoint";
import { initializeEncoder } from "../encoder";
import { smallFiles, type HubSource } from "./hub";
import { writeSafetensors } from "../weights/safetensors";
import { elementCount, typeRead } from "../weights/tensorFile";
import { openWeights, type WeightsFile } from "../weights/weights";

export type ImportedModel = {
  readonly architecture: string;
  /** Numbers in the floating-point tensors of the file, tied weights as often as they occur. */
  readonly parameters: number;
  readonly vocabulary: number;
  /** Element types of the source and how many tensors had each. */
  readonly tensors: Readonly<Record<string, number>>;
  /** Whether the weights are other bytes than those of the source. */
  readonly isConverted: boolean;
  /** As the model's README states it. */
  readonly licence?: string;
};

/**
 * Import a model folder. Weights in shards, in PyTorch's format, in half or in double precision are
 * converted to one file of float32, one tensor at a time; others are copied byte for byte. The new
 * folder is loaded before it takes its place.
 *
 * @param out - replaced if it is there
 * @param source - where the folder was downloaded from; recorded in `source.json`
 * @throws InputError naming the file for a folder that is no model we can run
 */
export async function importFolder(
  dir: string,
  out: string,
  source?: HubSource,
): Promise<ImportedModel> {
  if (resolve(dir) === resolve(out))
    throw new InputError(`${out}: a folder cannot be imported into itself; choose another --out`);
  const { architecture } = loadConfig(dir);
  const { size } = await loadTokenizer(dir);
  const licence = licenceOf(join(dir, "README.md"));
  return writeFolderAtomic(out, async (aside) => {
    for (const name of smallFiles)
      if (existsSync(join(dir, name)))
        cpSync(join(dir, name), join(aside, name), { dereference: true });
    if (source)
      writeJson(join(aside, "source.json"), {
        ...source,
        ...(licence !== undefined && { licence }),
      });
    const weights = openWeights(dir);
    try {
      const isConverted = writeWeights(weights, join(aside, "model.safetensors"));
      // What is copied as it is has not been read yet; reading checks every number.
      if (!isConverted) for (const name of weights.names) weights.read(name);
      const config = loadConfig(aside);
      loadWeights(aside, { encoder: initializeEncoder(config, 0) });
      return {
        architecture,
        parameters: weights.names
          .filter((name) => /F/.test(weights.dtype(name)))
          .reduce((sum, name) => sum + elementCount(weights.shape(name)), 0),
        vocabulary: size,
        tensors: countTypes(weights),
        isConverted,
        ...(licence !== undefined && { licence }),
      };
    } finally {
      weights.close();
    }
  });
}

/** @returns whether the weights had to be converted */
function writeWeights(weights: WeightsFile, path: string): boolean {
  const [file, ...more] = weights.files;
  const isOurs =
    more.length === 0 &&
    file!.endsWith(".safetensors") &&
    weights.names.every((name) => !["F16", "BF16", "F64"].includes(weights.dtype(name)));
  if (isOurs) cpSync(file!, path, { dereference: true });
  else
    writeSafetensors(
      path,
      weights.names.map((name) => {
        const dtype = typeRead(weights.dtype(name));
        return {
          name,
          shape: weights.shape(name),
          dtype: dtype === "F64" ? "F32" : dtype,
          read: () => {
            const { data } = weights.read(name);
            return data instanceof Float64Array ? Float32Array.from(data) : data;
          },
        };
      }),
      { format: "pt" },
    );
  return !isOurs;
}

function countTypes(weights: WeightsFile): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of weights.names) {
    const type = weights.dtype(name);
    counts[type] = (counts[type] ?? 0) + 1;
  }
  return counts;
}

/** The licence in the front matter of a model's README. */
function licenceOf(path: string): string | undefined {
  if (!existsSync(path)) return undefined;
  const front = /^---\r?\n([\s\S]*?)\r?\n---/.exec(readFileSync(path, "utf8"))?.[1] ?? "";
  const field = (name: string): string | undefined =>
    new RegExp(`^${name}:[ \\t]*(?:\\r?\\n[ \\t]*- )?["']?([^"'\\r\\n#]+)`, "m")
      .exec(front)?.[1]
      ?.trim();
  const licence = field("license");
  return licence === "other" ? (field("license_name") ?? licence) : licence;
}
