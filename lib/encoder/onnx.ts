/**
 * Models as ONNX folders in the layout of transformers.js (`@xenova/transformers`, now
 * `@huggingface/transformers`): `config.json`, the tokenizer's files, `onnx/model.onnx` and, in 8 bits,
 * `onnx/model_quantized.onnx`. Inputs are its `input_ids`, `attention_mask` and, for BERT,
 * `token_type_ids`, of any number of rows and any length up to the model's positions.
 */

import { cpSync, existsSync, mkdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import {
  exportGraph,
  noDropout,
  quantizeGraph,
  range,
  reshape,
  writeOnnx,
  type HostTensor,
  type InputSize,
  type OnnxGraph,
  type Tensor,
} from "../engine";
import { InputError } from "../errors";
import { writeFolderAtomic, writeJson } from "../files";
import { loadTokenizer } from "../text/tokenizer";
import { loadConfig, loadWeights, weightsFile } from "./checkpoint";
import type { EncoderConfig } from "./config";
import { encodeLast, initializeEncoder, type Encoder } from "./encoder";
import {
  initializeMaskedTokenHead,
  initializeSequenceHead,
  initializeTokenHead,
  maskedTokenLogits,
  sequenceLogits,
  tokenLogits,
  type ClassificationHead,
  type MaskedTokenHead,
} from "./heads";
import { architectureClass, publishedName } from "./names";
import { openSafetensors } from "./safetensors";

/** The tasks of transformers.js that an encoder can serve; each needs a head of its own. */
export const onnxTasks = [
  "feature-extraction",
  "fill-mask",
  "token-classification",
  "text-classification",
] as const;
export type OnnxTask = (typeof onnxTasks)[number];

/** An encoder and at most one head: the one that the task needs. */
export type TaskModel<T> = {
  readonly encoder: Encoder<T>;
  readonly maskedToken?: MaskedTokenHead<T>;
  readonly token?: ClassificationHead<T>;
  readonly sequence?: ClassificationHead<T>;
};

/** Files in the folder `onnx`, by what transformers.js calls the precision. */
export const onnxFiles = { fp32: "model.onnx", q8: "model_quantized.onnx" } as const;

/** The task that a model folder's `architectures` names. */
export function taskOf(dir: string): OnnxTask {
  const { architectures } = readSettings(dir);
  const name = Array.isArray(architectures) ? String(architectures[0]) : "";
  if (/For(PreTraining|MaskedLM)$/.test(name)) return "fill-mask";
  if (/ForTokenClassification$/.test(name)) return "token-classification";
  if (/ForSequenceClassification$/.test(name)) return "text-classification";
  return "feature-extraction";
}

/**
 * The weights of a model folder that a task needs.
 *
 * @throws InputError if the folder has no head for the task
 */
export function loadForTask(
  dir: string,
  config: EncoderConfig,
  task: OnnxTask,
): TaskModel<HostTensor> {
  const { model, fresh } = loadWeights(dir, initializeForTask(dir, config, task));
  if (fresh.length > 0)
    throw new InputError(
      `${dir}: has no weights for ${task}: ${publishedName(config.architecture, fresh[0]!)} is missing. Export it for another --task, e.g. feature-extraction, or fine-tune it first.`,
    );
  return model;
}

function initializeForTask(
  dir: string,
  config: EncoderConfig,
  task: OnnxTask,
): TaskModel<HostTensor> {
  const encoder = initializeEncoder(config, 0);
  switch (task) {
    case "feature-extraction":
      return { encoder };
    case "fill-mask":
      return { encoder, maskedToken: initializeMaskedTokenHead(config, 0) };
    case "token-classification":
      return { encoder, token: initializeTokenHead(config, labelsIn(dir, config), 0) };
    case "text-classification":
      return { encoder, sequence: initializeSequenceHead(config, labelsIn(dir, config), 0) };
  }
}

/** Labels of the classifier in a weights file. */
function labelsIn(dir: string, config: EncoderConfig): number {
  const file = openSafetensors(join(dir, weightsFile));
  try {
    const name = publishedName(config.architecture, "token.classifier.bias");
    if (!file.names.includes(name))
      throw new InputError(
        `${dir}: has no classifier: ${name} is missing. Export it for another --task, e.g. feature-extraction, or fine-tune it first.`,
      );
    return file.read(name).shape[0]!;
  } finally {
    file.close();
  }
}

/** The graph of a task: `last_hidden_state` for feature extraction, else `logits`. */
export function onnxGraph(config: EncoderConfig, model: TaskModel<HostTensor>): OnnxGraph {
  return exportGraph<TaskModel<HostTensor>, "ids" | "mayAttend" | "types">({
    parameters: model,
    nameOf: (path) => publishedName(config.architecture, path),
    inputs: {
      ids: { name: "input_ids", dtype: "int32" },
      mayAttend: { name: "attention_mask", dtype: "float32" },
      types: { name: "token_type_ids", dtype: "int32" },
    },
    sizes: tracingSizes(config),
    fn: (parameters, input) => {
      const { encoder, maskedToken, token, sequence } = parameters as TaskModel<Tensor>;
      const [batch, length] = input.ids.shape as [number, number];
      const hidden = encodeLast(config, encoder, input, noDropout);
      const byToken = (x: Tensor): Tensor => reshape(x, [batch, length, x.shape[1]!]);
      if (maskedToken) {
        const everywhere = range(0, batch * length, 1, "int32");
        const { word } = encoder.embeddings;
        return {
          logits: byToken(
            maskedTokenLogits(config, maskedToken, word, hidden, everywhere, noDropout),
          ),
        };
      }
      if (token) return { logits: byToken(tokenLogits(config, token, hidden, noDropout)) };
      if (sequence) return { logits: sequenceLogits(config, sequence, hidden, input, noDropout) };
      return { last_hidden_state: byToken(hidden) };
    },
  });
}

/**
 * Four sizes to trace at. They avoid the numbers of the configuration, so that no size is mistaken for
 * one of them, and stay within ModernBERT's window: in longer rows its local layers would become
 * blocks, another form of graph, which gains nothing where every third layer needs the whole square.
 */
function tracingSizes(config: EncoderConfig): InputSize[] {
  const limit =
    config.architecture === "modernbert"
      ? Math.min(config.maximumPositions, config.localAttention)
      : config.maximumPositions;
  const taken = new Set<unknown>(Object.values(config));
  const choose = (from: number, below: number): number[] => {
    const all = Array.from({ length: Math.max(0, below - from) }, (_, i) => from + i);
    const free = (value: number): number => Number(taken.has(value));
    const chosen = all.sort((a, b) => free(a) - free(b) || a - b).slice(0, 4);
    if (chosen.length < 4)
      throw new InputError(
        `the model's rows of at most ${limit} tokens are too short for an export; at least 7 are needed`,
      );
    chosen.forEach((value) => taken.add(value));
    return chosen;
  };
  const sequences = choose(3, limit);
  const [a, b, c, d] = choose(2, 40) as [number, number, number, number];
  // Not in ascending order, or the number of rows would explain the number of tokens.
  const batches = [c, a, d, b];
  return sequences.map((sequence, i) => ({ batch: batches[i]!, sequence }));
}

export type OnnxExport = {
  readonly dir: string;
  readonly out: string;
  readonly task: OnnxTask;
  /** Write the model in 8 bits too. */
  readonly int8: boolean;
};

/** Bytes of each file in the folder `onnx`, by precision. */
export type OnnxSizes = { readonly [Precision in keyof typeof onnxFiles]?: number };

/**
 * Write a model folder's ONNX folder, whole or not at all.
 *
 * @throws InputError if the folder lacks what the task needs, or is too large for a file
 */
export async function exportOnnx({ dir, out, task, int8 }: OnnxExport): Promise<OnnxSizes> {
  const config = loadConfig(dir);
  const tokenizerConfig = await tokenizerSettings(dir, config);
  const model = loadForTask(dir, config, task);
  const graph = onnxGraph(config, model);
  return writeFolderAtomic(out, async (aside) => {
    const folder = join(aside, "onnx");
    mkdirSync(folder);
    const write = (file: string, graph: OnnxGraph): number => {
      try {
        writeOnnx(join(folder, file), graph);
      } catch (error) {
        if (error instanceof RangeError) throw new InputError(`${dir}: ${error.message}.`);
        throw error;
      }
      return statSync(join(folder, file)).size;
    };
    const sizes = {
      fp32: write(onnxFiles.fp32, graph),
      ...(int8 && { q8: write(onnxFiles.q8, quantizeGraph(graph)) }),
    };
    writeJson(join(aside, "config.json"), settingsFor(dir, config, model, int8));
    writeJson(join(aside, "tokenizer_config.json"), tokenizerConfig);
    for (const file of ["tokenizer.json", "vocab.txt"])
      if (existsSync(join(dir, file))) cpSync(join(dir, file), join(aside, file));
    return sizes;
  });
}

const readSettings = (dir: string): Readonly<Record<string, unknown>> => {
  loadConfig(dir);
  return JSON.parse(readFileSync(join(dir, "config.json"), "utf8")) as Record<string, unknown>;
};

/** `config.json`, with what transformers.js chooses its classes by. */
function settingsFor(
  dir: string,
  config: EncoderConfig,
  model: TaskModel<HostTensor>,
  int8: boolean,
): unknown {
  const settings = readSettings(dir);
  // transformers.js has no class for NorBERT3. Its classes only carry the inputs to the graph and the
  // logits back, so BERT's serve any encoder.
  const known = config.architecture === "norbert3" ? "bert" : config.architecture;
  return {
    ...settings,
    auto_map: undefined, // code for PyTorch
    model_type: known,
    architectures: [architectureClass(known, model)],
    ...(known !== config.architecture && { exported_from: config.architecture }),
    // In a browser the default would be the 8-bit file.
    ...(!int8 && { "transformers.js_config": { dtype: "fp32" } }),
  };
}

/** `tokenizer_config.json` with all that transformers.js reads from it. */
async function tokenizerSettings(dir: string, config: EncoderConfig): Promise<unknown> {
  const { special, token } = await loadTokenizer(dir);
  const path = join(dir, "tokenizer_config.json");
  const settings = (existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : {}) as Readonly<
    Record<string, unknown>
  >;
  const { model_max_length: longest } = settings;
  return {
    tokenizer_class: config.architecture === "bert" ? "BertTokenizer" : "PreTrainedTokenizerFast",
    ...settings,
    model_max_length: Math.min(
      typeof longest === "number" ? longest : Infinity,
      config.maximumPositions,
    ),
    // As texts: it does not know the objects that some versions of transformers write.
    ...Object.fromEntries(
      Object.entries(special).map(([role, id]) => [`${role}_token`, token(id)]),
    ),
  };
}
