/**
 * Models as Hugging Face folders: `config.json`, `model.safetensors` and the tokenizer's files. The
 * names of published weights appear in this file only.
 */

import { cpSync, existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { flatten, isHostTensor, mapTree, type HostTensor } from "../engine";
import { InputError } from "../errors";
import { sha256OfFile, writeFolderAtomic, writeJson } from "../files";
import { configJson, readConfig, type EncoderConfig } from "./config";
import { openSafetensors, writeSafetensors } from "./safetensors";

/** How a path in our tree becomes the name that Hugging Face's BERT classes use. */
const bertNames: readonly (readonly [RegExp, string])[] = [
  [/^encoder\.embeddings\.(word|position)$/, "bert.embeddings.$1_embeddings.weight"],
  [/^encoder\.embeddings\.type$/, "bert.embeddings.token_type_embeddings.weight"],
  [/^encoder\.embeddings\.norm\./, "bert.embeddings.LayerNorm."],
  [
    /^encoder\.layers\.(\d+)\.attention\.(query|key|value)\./,
    "bert.encoder.layer.$1.attention.self.$2.",
  ],
  [/^encoder\.layers\.(\d+)\.attention\.output\./, "bert.encoder.layer.$1.attention.output.dense."],
  [
    /^encoder\.layers\.(\d+)\.attention\.norm\./,
    "bert.encoder.layer.$1.attention.output.LayerNorm.",
  ],
  [
    /^encoder\.layers\.(\d+)\.feedForward\.intermediate\./,
    "bert.encoder.layer.$1.intermediate.dense.",
  ],
  [/^encoder\.layers\.(\d+)\.feedForward\.output\./, "bert.encoder.layer.$1.output.dense."],
  [/^encoder\.layers\.(\d+)\.feedForward\.norm\./, "bert.encoder.layer.$1.output.LayerNorm."],
  [/^maskedToken\.dense\./, "cls.predictions.transform.dense."],
  [/^maskedToken\.norm\./, "cls.predictions.transform.LayerNorm."],
  [/^maskedToken\.bias$/, "cls.predictions.bias"],
  [/^(?:nextSentence|choice)\.pooler\./, "bert.pooler.dense."],
  [/^nextSentence\.classifier\./, "cls.seq_relationship."],
  [/^(?:choice\.classifier|labels)\./, "classifier."],
];

/** In published files beside the parameters: copies of tied weights and buffers of constants. */
const copies = new Set([
  "bert.embeddings.position_ids",
  "cls.predictions.decoder.weight",
  "cls.predictions.decoder.bias",
]);

/** Heads that a file may have and a model may do without. */
const heads =
  /^(bert\.pooler\.dense|cls\.predictions\.transform\.(dense|LayerNorm)|cls\.seq_relationship|classifier)\.(weight|bias)$|^cls\.predictions\.bias$/;

/** The published name of a parameter. @throws RangeError for a path no architecture has */
export function publishedName(path: string): string {
  const rule = bertNames.find(([pattern]) => pattern.test(path));
  if (!rule) throw new RangeError(`no published name is known for the parameter ${path}`);
  return path.replace(rule[0], rule[1]);
}

/** Files that belong to a tokenizer and travel with a model. */
const tokenizerFiles = ["tokenizer.json", "tokenizer_config.json", "vocab.txt"];

export const weightsFile = "model.safetensors";

/**
 * Write a model as a Hugging Face folder: aside first, then renamed, so that the folder is whole or
 * absent. An existing folder is replaced.
 *
 * @param model - a tree of parameters, e.g. a `PretrainingModel`
 * @param options.tokenizerDir - folder whose tokenizer files are copied along
 * @param options.architectureClass - the class that Hugging Face should load
 */
export function saveModel(
  dir: string,
  config: EncoderConfig,
  model: unknown,
  options: { readonly tokenizerDir: string; readonly architectureClass?: string },
): Promise<void> {
  return writeFolderAtomic(dir, async (aside) => {
    writeJson(
      join(aside, "config.json"),
      configJson(config, options.architectureClass ?? "BertForPreTraining"),
    );
    const tensors = flatten(model, isHostTensor).map(([path, { data, shape }]) => ({
      name: publishedName(path),
      shape,
      data: data as Float32Array,
    }));
    writeSafetensors(join(aside, weightsFile), tensors, { format: "pt" });
    for (const file of tokenizerFiles)
      if (existsSync(join(options.tokenizerDir, file)))
        cpSync(join(options.tokenizerDir, file), join(aside, file));
  });
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
        existsSync(dir) ? ` (found: ${readdirSync(dir).slice(0, 5).join(", ") || "nothing"})` : ""
      }`,
    );
  return readConfig(join(dir, "config.json"));
}

/**
 * Read weights into a model of the same form. The encoder must be complete; heads that the file does
 * not have keep the values passed in and are named in `fresh`.
 *
 * @param model - a freshly initialised tree with the shapes wanted
 * @throws InputError naming the file and the tensor for an encoder tensor that is missing or has a
 *   wrong shape, and for one that the model has no place for
 */
export function loadWeights<Model>(dir: string, model: Model): LoadedWeights<Model> {
  const path = join(dir, weightsFile);
  const file = openSafetensors(path);
  try {
    const names = new Set(file.names);
    const read = new Set<string>();
    const fresh: string[] = [];
    const loaded = mapTree(model, isHostTensor, (tensor, treePath): HostTensor => {
      const name = publishedName(treePath);
      if (!names.has(name)) {
        if (treePath.startsWith("encoder."))
          throw new InputError(`${path}: the tensor ${name} is missing`);
        fresh.push(treePath);
        return tensor;
      }
      read.add(name);
      const { shape, data } = file.read(name);
      // One head's tensor may have another head's name (a classifier with other labels).
      if (shape.join() !== tensor.shape.join()) {
        if (treePath.startsWith("encoder."))
          throw new InputError(
            `${path}: ${name} has shape [${shape}], config.json says [${tensor.shape}]`,
          );
        fresh.push(treePath);
        return tensor;
      }
      if (!(data instanceof Float32Array))
        throw new InputError(`${path}: ${name} holds integers, expected floating-point numbers`);
      return { data, shape, dtype: "float32" };
    }) as Model;
    // A layer more than config.json says is as wrong as one less.
    for (const name of names)
      if (!read.has(name) && !copies.has(name) && !heads.test(name))
        throw new InputError(
          `${path}: unknown tensor ${name}; the model that config.json describes has no such part`,
        );
    return { model: loaded, fresh };
  } finally {
    file.close();
  }
}

/** SHA-256 of a model's weights: what results name a model by. */
export const modelChecksum = (dir: string): Promise<string> => sha256OfFile(join(dir, weightsFile));
