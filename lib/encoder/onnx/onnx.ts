/**
 * Models as ONNX folders in the layout of transformers.js (`@xenova/transformers`, now
 * `@huggingface/transformers`): `config.json`, the tokenizer's files, `onnx/model.onnx` and, in 8 bits,
 * `onnx/model_quantized.onnx`. Inputs are its `input_ids`, `attention_mask` and, for BERT,
 * `token_type_ids`, of any number of rows and any length up to the model's positions.
 */

import { architectureOf } from "../architectures";
import { mkdirSync, statSync } from "node:fs";
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
} from "../../engine";
import { InputError } from "../../errors";
import { writeFolderAtomic, writeJson } from "../../files";
import type { EncoderConfig } from "../config";
import { encodeLast } from "../encoder";
import { maskedTokenLogits, sequenceLogits, tokenLogits } from "../heads";
import { architectureClass, publishedName } from "../publishedNames";
import { writeTokenizer } from "./onnxTokenizer";
import { classIn, loadWholeModel, readSettings, type WholeModel } from "../wholeModel";

/** The tasks of transformers.js that an encoder can serve; each but the first needs a head. */
export const onnxTasks = [
  "feature-extraction",
  "fill-mask",
  "token-classification",
  "text-classification",
] as const;
export type OnnxTask = (typeof onnxTasks)[number];

const headOf = {
  "feature-extraction": undefined,
  "fill-mask": "maskedToken",
  "token-classification": "token",
  "text-classification": "sequence",
} as const satisfies Record<OnnxTask, keyof WholeModel<unknown> | undefined>;

/** Files in the folder `onnx`, by what transformers.js calls the precision. */
export const onnxFiles = { fp32: "model.onnx", q8: "model_quantized.onnx" } as const;

/** The task that the class in a model folder's `config.json` is for. */
export function taskOf(dir: string): OnnxTask {
  const name = classIn(readSettings(dir));
  if (/For(PreTraining|MaskedLM)$/.test(name)) return "fill-mask";
  if (/ForTokenClassification$/.test(name)) return "token-classification";
  if (/ForSequenceClassification$/.test(name)) return "text-classification";
  return "feature-extraction";
}

/**
 * The encoder and the one head that a task needs.
 *
 * @param where - names the model in errors
 * @throws InputError if the model has no such head
 */
function modelForTask(
  { encoder, ...heads }: WholeModel<HostTensor>,
  task: OnnxTask,
  where: string,
): WholeModel<HostTensor> {
  const name = headOf[task];
  if (name === undefined) return { encoder };
  const head = heads[name];
  if (head) return { encoder, [name]: head };
  throw new InputError(
    `${where}: has no head for ${task} (it has: ${Object.keys(heads).join(", ") || "none"}). Choose another --task, e.g. feature-extraction, or fine-tune the model first.`,
  );
}

/** The graph of a task: `last_hidden_state` for feature extraction, else `logits`. */
function onnxGraph(config: EncoderConfig, model: WholeModel<HostTensor>): OnnxGraph {
  return exportGraph<WholeModel<HostTensor>, "ids" | "mayAttend" | "types">({
    parameters: model,
    nameOf: (path) => publishedName(config.architecture, path),
    inputs: {
      ids: { name: "input_ids", dtype: "int32" },
      mayAttend: { name: "attention_mask", dtype: "float32" },
      types: { name: "token_type_ids", dtype: "int32" },
    },
    sizes: tracingSizes(config),
    fn: (parameters, input) => {
      const { encoder, maskedToken, token, sequence } = parameters as WholeModel<Tensor>;
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
 * one of them.
 */
function tracingSizes(config: EncoderConfig): InputSize[] {
  const longest = architectureOf(config).files.longestTraced(config);
  const taken = new Set<unknown>(Object.values(config));
  const choose = (from: number, below: number): number[] => {
    const all = Array.from({ length: Math.max(0, below - from) }, (_, i) => from + i);
    const free = (value: number): number => Number(taken.has(value));
    const chosen = all.sort((a, b) => free(a) - free(b) || a - b).slice(0, 4);
    if (chosen.length < 4)
      throw new InputError(
        `the model's rows are too short for an export: ${longest} tokens, at least 7 are needed`,
      );
    chosen.forEach((value) => taken.add(value));
    return chosen;
  };
  const sequences = choose(3, longest);
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
  const { config, model: whole } = loadWholeModel(dir);
  const model = modelForTask(whole, task, dir);
  const graph = onnxGraph(config, model);
  return writeFolderAtomic(out, async (aside) => {
    // First, for it is quick and may refuse.
    writeTokenizer(dir, aside, config);
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
    return sizes;
  });
}

/** `config.json`, with what transformers.js chooses its classes by. */
function settingsFor(
  dir: string,
  config: EncoderConfig,
  model: WholeModel<HostTensor>,
  int8: boolean,
): unknown {
  const settings = readSettings(dir);
  const known = architectureOf(config).files.transformersJs;
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
