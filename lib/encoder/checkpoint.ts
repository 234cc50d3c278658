/**
 * Models as Hugging Face folders: `config.json`, `model.safetensors` and the tokenizer's files. Weights
 * are read one tensor after the other, straight into the arrays that the model keeps.
 */

import { cpSync, existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { flatten, isHostTensor, mapTree, type HostTensor } from "../engine";
import { InputError } from "../errors";
import { loadTokenizer } from "../tokenization/tokenizer";
import { sha256, sha256OfFile, writeFileAtomic, writeFolderAtomic } from "../files";
import { architectureOf } from "./architectures";
import { readConfig, type EncoderConfig } from "./config";
import { configJson, configText } from "./configJson";
import {
  architectureClass,
  canonicalName,
  isIgnored,
  isOfHead,
  publishedName,
} from "./publishedNames";
import { writeSafetensors, type NamedTensor } from "./weights/safetensors";
import { firstNotFinite } from "./weights/tensorFile";
import { openWeights } from "./weights/weights";

/** Files that belong to a tokenizer and travel with a model. */
const tokenizerFiles = ["tokenizer.json", "tokenizer_config.json", "vocab.txt"];

export const weightsFile = "model.safetensors";

/**
 * Write a model as a Hugging Face folder: aside first, then renamed, so that the folder is whole or
 * absent. An existing folder is replaced.
 *
 * @param model - a tree of parameters: an `encoder` and any of the heads `maskedToken`,
 *   `nextSentence`, `sequence`, `token`, `choice`
 * @param options.tokenizerDir - folder whose tokenizer files are copied along
 * @param options.labels - names of a classification head's labels, for `id2label`
 * @throws Error naming a parameter that is not finite
 */
export function saveModel(
  dir: string,
  config: EncoderConfig,
  model: object,
  options: { readonly tokenizerDir: string; readonly labels?: readonly string[] },
): Promise<void> {
  const { architecture } = config;
  const { files } = architectureOf(config);
  return writeFolderAtomic(dir, async (aside) => {
    const json = {
      ...configJson(config, architectureClass(architecture, model)),
      ...(files.namesSpecialIds && (await specialIds(options.tokenizerDir))),
      ...(options.labels && {
        id2label: Object.fromEntries(options.labels.map((label, i) => [i, label])),
        label2id: Object.fromEntries(options.labels.map((label, i) => [label, i])),
      }),
    };
    for (const [path, { data }] of flatten(model, isHostTensor))
      if (firstNotFinite(data as Float32Array) !== undefined)
        throw new Error(
          `${path} is not finite: nothing is written to ${dir}; lower the learning rate`,
        );
    writeFileAtomic(join(aside, "config.json"), configText(json));
    const tensors: NamedTensor[] = flatten(model, isHostTensor).map(([path, { data, shape }]) => ({
      name: publishedName(architecture, path),
      shape,
      data,
    }));
    const all = [...tensors, ...files.copies(tensors), ...files.buffers(config)];
    writeSafetensors(join(aside, weightsFile), all, { format: "pt" });
    for (const file of tokenizerFiles)
      if (existsSync(join(options.tokenizerDir, file)))
        cpSync(join(options.tokenizerDir, file), join(aside, file));
  });
}

/**
 * Special tokens as ModernBERT's class wants them: without them it takes those of its own vocabulary of 50,368,
 * which another one does not have. Its text begins with `[CLS]` and ends with `[SEP]`.
 */
async function specialIds(tokenizerDir: string): Promise<Readonly<Record<string, number>>> {
  if (!existsSync(join(tokenizerDir, "tokenizer.json"))) return {};
  const { cls, sep } = (await loadTokenizer(tokenizerDir)).special;
  return { bos_token_id: cls, cls_token_id: cls, eos_token_id: sep, sep_token_id: sep };
}

export type LoadedWeights<Model> = {
  readonly model: Model;
  /** Parameters the file does not have; they keep the values of the model passed in. */
  readonly fresh: readonly string[];
};

/** `config.json` of a model folder. @throws InputError if the folder or the file is missing */
export function loadConfig(dir: string): EncoderConfig {
  if (!existsSync(join(dir, "config.json")))
    throw new InputError(
      `${dir} is not a model folder: it has no config.json${
        statSync(dir, { throwIfNoEntry: false })?.isDirectory()
          ? ` (found: ${readdirSync(dir).slice(0, 5).join(", ") || "nothing"})`
          : ""
      }`,
    );
  return readConfig(join(dir, "config.json"));
}

/**
 * Read weights into a model of the same form. The encoder must be complete; heads that the file does
 * not have keep the values passed in and are named in `fresh`. Fresh values that are not needed are
 * never drawn, so that memory holds the file's numbers once.
 *
 * @param model - a freshly initialised tree with the shapes wanted
 * @throws InputError naming the file and the tensor for an encoder tensor that is missing or has a
 *   wrong shape, and for one that the model has no place for
 */
export function loadWeights<Model>(dir: string, model: Model): LoadedWeights<Model> {
  const { architecture } = loadConfig(dir);
  const file = openWeights(dir);
  const path = file.files[0]!;
  try {
    const stored = new Map<string, string>();
    for (const name of file.names) {
      const canonical = canonicalName(architecture, name);
      const other = stored.get(canonical);
      if (other !== undefined)
        throw new InputError(`${path}: ${other} and ${name} are both ${canonical}; remove one`);
      stored.set(canonical, name);
    }
    const used = new Set<string>();
    const fresh: string[] = [];
    const loaded = mapTree(model, isHostTensor, (tensor, treePath): HostTensor => {
      const name = publishedName(architecture, treePath);
      const storedName = stored.get(name);
      const isEncoder = treePath.startsWith("encoder.");
      if (storedName === undefined) {
        if (isEncoder) throw new InputError(`${path}: the tensor ${name} is missing`);
        fresh.push(treePath);
        return tensor;
      }
      used.add(name);
      const shape = file.shape(storedName);
      // One head's tensor may have another head's name (a classifier with other labels).
      if (shape.join() !== tensor.shape.join()) {
        if (isEncoder)
          throw new InputError(
            `${path}: ${storedName} has shape [${shape}], config.json says [${tensor.shape}]`,
          );
        fresh.push(treePath);
        return tensor;
      }
      const { data } = file.read(storedName);
      if (!(data instanceof Float32Array || data instanceof Float64Array))
        throw new InputError(
          `${path}: ${storedName} holds integers, expected floating-point numbers`,
        );
      return {
        data: data instanceof Float32Array ? data : Float32Array.from(data),
        shape,
        dtype: "float32",
      };
    }) as Model;
    // A layer more than config.json says is as wrong as one less.
    for (const [name, storedName] of stored)
      if (!used.has(name) && !isIgnored(architecture, name) && !isOfHead(architecture, name))
        throw new InputError(
          `${path}: unknown tensor ${storedName}; the model that config.json describes has no such part`,
        );
    return { model: loaded, fresh };
  } finally {
    file.close();
  }
}

/** SHA-256 of a model's weights, in several files of all their hashes: what results name a model by. */
export async function modelChecksum(dir: string): Promise<string> {
  const weights = openWeights(dir);
  weights.close();
  const hashes: string[] = [];
  for (const file of weights.files) hashes.push(await sha256OfFile(file));
  return hashes.length === 1 ? hashes[0]! : sha256(hashes.join("\n"));
}
