import { join } from "node:path";
import type * as Transformers from "@xenova/transformers";
import { saveModel } from "../lib/encoder/checkpoint";
import type { EncoderConfig } from "../lib/encoder/config";
import { initializeEncoder } from "../lib/encoder/encoder";
import {
  initializeMaskedTokenHead,
  initializeSequenceHead,
  initializeTokenHead,
} from "../lib/encoder/heads";
import { exportOnnx, type OnnxTask } from "../lib/encoder/onnx/onnx";
import type { WholeModel } from "../lib/encoder/wholeModel";
import { flatten, isHostTensor, type HostTensor } from "../lib/engine";
import { random } from "../lib/random";
import { smallConfig, smallModernBert, smallNorBert3 } from "./engine/smallEncoder";
import { makeTokenizer } from "./smallModel";

export const labels = ["O", "B-Date", "I-Date"];

/** One of each architecture, with room for a sentence; the vocabulary comes with the tokenizer. */
export const exportedConfigs: readonly EncoderConfig[] = [
  { ...smallConfig, maximumPositions: 40 },
  { ...smallNorBert3, padId: 0 },
  smallModernBert,
];

/** A model with the head of a task, none of whose numbers is 0 or 1 by initialisation. */
export function makeTaskModel(config: EncoderConfig, task: OnnxTask): WholeModel<HostTensor> {
  const model = {
    encoder: initializeEncoder(config, 1),
    ...(task === "fill-mask" && { maskedToken: initializeMaskedTokenHead(config, 1) }),
    ...(task === "token-classification" && { token: initializeTokenHead(config, 3, 1) }),
    ...(task === "text-classification" && { sequence: initializeSequenceHead(config, 3, 1) }),
  };
  const draw = random(1, "test perturbation");
  for (const [, { data }] of flatten(model, isHostTensor))
    for (let i = 0; i < data.length; i++) data[i]! += 0.1 * draw.normal();
  return model;
}

/** The vocabulary of {@link exportedSentences} as a tokenizer in `root`. */
export const makeExportTokenizer = (root: string): ReturnType<typeof makeTokenizer> =>
  makeTokenizer(root, [..."pasienten ønsker ikkje ikke å få smerter i hodet .".split(" ")]);

export const exportedSentences = [
  "pasienten ønsker å få smerter .",
  "pasienten ønsker ikkje smerter i hodet å hodet , ikke å få ikkje .",
];

/** A model folder with the head of a task in `root`, and the ONNX folder made from it. */
export async function exportTask(
  root: string,
  vocabularySize: number,
  shape: EncoderConfig,
  task: OnnxTask,
  int8 = false,
): Promise<{ readonly dir: string; readonly out: string; readonly name: string }> {
  const name = `${shape.architecture}-${task}`;
  const [dir, out] = [join(root, name), join(root, "exports", name)];
  const config = { ...shape, vocabularySize };
  const named = task.endsWith("classification") && { labels };
  await saveModel(dir, config, makeTaskModel(config, task), { tokenizerDir: root, ...named });
  await exportOnnx({ dir, out, task, int8 });
  return { dir, out, name };
}

export type PipelineOutputs = {
  /** `input_ids` and `attention_mask` of the sentences, padded. */
  readonly ids: number[];
  readonly mask: number[];
  /** What the graph gives for them. */
  readonly logits: number[];
  /** What the pipeline makes of each sentence. */
  readonly pipeline: unknown;
};

/**
 * What transformers.js makes of sentences, in Node or, as its own text says all of it, in a browser.
 *
 * @param name - of a folder in `env.localModelPath`
 */
export async function runPipeline(
  { AutoTokenizer, pipeline }: typeof Transformers,
  name: string,
  task: "feature-extraction" | "fill-mask" | "token-classification" | "text-classification",
  sentences: readonly string[],
  dtype: "fp32" | "q8",
): Promise<PipelineOutputs> {
  const texts = task === "fill-mask" ? sentences.map((s) => s.replace("å", "[MASK]")) : sentences;
  const run = (await pipeline(task, name, { dtype })) as unknown as {
    (texts: readonly string[], options: object): Promise<{ tolist?(): unknown }>;
    model(inputs: unknown): Promise<Record<string, { data: Float32Array }>>;
    dispose(): Promise<void>;
  };
  const tokenizer = await AutoTokenizer.from_pretrained(name);
  const inputs = tokenizer([...texts], { padding: true }) as unknown as Record<
    "input_ids" | "attention_mask",
    { data: BigInt64Array }
  >;
  const outputs = await run.model(inputs);
  const options = { pooling: "mean", top_k: 3, ignore_labels: [] };
  const result = await run(texts, options);
  await run.dispose();
  return {
    ids: Array.from(inputs.input_ids.data, Number),
    mask: Array.from(inputs.attention_mask.data, Number),
    logits: Array.from((outputs["logits"] ?? outputs["last_hidden_state"])!.data),
    pipeline: result.tolist ? result.tolist() : result,
  };
}
