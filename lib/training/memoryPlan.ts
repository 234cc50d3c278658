/**
 * What memory a training step takes, part by part, told from the configuration before anything is drawn or
 * loaded; and the micro-batches with which a step fits into what there is.
 */

import type { EncoderConfig } from "../encoder/config";
import {
  createDropout,
  defaultExecutor,
  executors,
  flatten,
  isHostTensor,
  memoryOf,
  noDropout,
  sizeOf,
  withGradients,
  type Executor,
  type GraphMemory,
  type HostTensor,
  type Tensor,
} from "../engine";
import { lengthStep, type BatchSettings } from "./batches";
import {
  initializePretrainingModel,
  pretrainingLoss,
  type PretrainingInput,
  type PretrainingModel,
} from "./objective";
import { largeGradient } from "./step";

export type PlanSettings = Pick<
  BatchSettings,
  "objective" | "layout" | "rows" | "sequenceLength"
> & {
  /** Largest share of tokens that is masked. */
  readonly maskedShare: number;
  /** Micro-batches in a step, each of `rows` rows. */
  readonly accumulation: number;
  readonly recompute?: boolean | undefined;
  /** Whether held-out text is scored during the run. */
  readonly evaluates?: boolean;
  /** Bytes of the token cache. */
  readonly corpusBytes?: number;
};

/** What the plan asks of an executor. */
export type PlanDevice = Pick<Executor, "name" | "keepsOnDevice" | "hasMeasuredPlan">;

export type MemoryPart = {
  readonly name: string;
  readonly bytes: number;
  /** `device`: the memory of a graphics card. */
  readonly where: "host" | "device";
};

export type MemoryPlan = {
  readonly settings: PlanSettings;
  /** The executor that it is for. */
  readonly device: string;
  /** Numbers in the model, heads included. */
  readonly parameters: number;
  readonly tokensPerStep: number;
  readonly parts: readonly MemoryPart[];
  /** Highest resident memory of the process, in bytes. */
  readonly host: number;
  /** Memory of the graphics card, in bytes; 0 without one. */
  readonly onDevice: number;
  /** Whether plans of this device have been held against measurements: see `kliniskvest bench memory`. */
  readonly isMeasured: boolean;
};

/** Node, ONNX Runtime, this library, and what tracing leaves behind. */
const runtimeBytes = 190 * 2 ** 20;

/**
 * The memory of training with these settings. No weight is drawn: the largest model can be planned anywhere.
 *
 * @param device - with a graphics card, parameters, activations and gradients lie there too
 */
export function planMemory(
  config: EncoderConfig,
  settings: PlanSettings,
  device: PlanDevice = executors[defaultExecutor],
): MemoryPlan {
  const model = initializePretrainingModel(config, 0);
  const leaves = flatten(model, isHostTensor);
  const parameters = leaves.reduce((sum, [, { shape }]) => sum + sizeOf(shape), 0);
  const weights = 4 * parameters;
  const { rows, sequenceLength, accumulation } = settings;
  const training = trainingGraph(config, settings);
  const evaluation = settings.evaluates ? scoringGraph(config, settings) : undefined;
  const kept = (graph: GraphMemory): number => (device.keepsOnDevice ? graph.peak : graph.arena);
  const graphPlace = device.keepsOnDevice ? "device" : "host";
  const part = (name: string, bytes: number, where: MemoryPart["where"] = "host"): MemoryPart[] =>
    bytes > 0 ? [{ name, bytes, where }] : [];
  const parts = [
    ...part("runtime", runtimeBytes),
    ...part("parameters", weights),
    ...part("optimizer moments", 2 * weights),
    ...part("sums of micro-batches", accumulation > 1 ? weights : 0),
    ...part("gradients, taken out of the graph", training.results),
    // A large model's are given back before the next ones come, see `step.ts`.
    ...part("gradients of before, not yet given back", weights >= largeGradient ? 0 : weights),
    ...part("parameters on the device", device.keepsOnDevice ? weights : 0, "device"),
    ...part("gradients in the graph", training.results, graphPlace),
    ...part("activations", kept(training) - training.results, graphPlace),
    ...part("shorter rows' graphs", shorterGraphs(config, settings, weights, kept), graphPlace),
    ...part("scoring held-out text", evaluation ? kept(evaluation) : 0, graphPlace),
    ...part("token cache", settings.corpusBytes ?? 0),
  ];
  const sum = (where: MemoryPart["where"]): number =>
    parts.reduce((n, each) => n + (each.where === where ? each.bytes : 0), 0);
  return {
    settings,
    device: device.name,
    parameters,
    tokensPerStep: rows * sequenceLength * accumulation,
    parts,
    host: sum("host"),
    onDevice: sum("device"),
    isMeasured: device.hasMeasuredPlan,
  };
}

/** Padded batches come in several lengths, and each has a graph of its own. */
function shorterGraphs(
  config: EncoderConfig,
  settings: PlanSettings,
  weights: number,
  kept: (graph: GraphMemory) => number,
): number {
  if (settings.layout === "packed" || weights >= largeGradient) return 0;
  let bytes = 0;
  for (let length = lengthStep; length < settings.sequenceLength; length += lengthStep)
    bytes += kept(trainingGraph(config, { ...settings, sequenceLength: length }));
  return bytes;
}

/**
 * Micro-batches with which a step fits: as many rows at once as may be, activations kept if there is room
 * for them and computed again if not. The rows of a whole step stay as they are.
 *
 * @param budget - bytes, of the device's memory if there is a device, else of the host's
 * @returns the plan; `undefined` if not even one row at a time fits
 */
export function planWithin(
  budget: number,
  config: EncoderConfig,
  settings: PlanSettings,
  device: PlanDevice = executors[defaultExecutor],
): MemoryPlan | undefined {
  const { rows, accumulation } = settings;
  const choices = settings.recompute ? [true] : [false, true];
  for (const recompute of choices)
    for (let micro = rows; micro >= 1; micro--) {
      if (rows % micro !== 0) continue;
      const divided = { rows: micro, accumulation: accumulation * (rows / micro), recompute };
      const plan = planMemory(config, { ...settings, ...divided }, device);
      if (needed(plan) <= budget) return plan;
    }
  return undefined;
}

/** The bytes that decide whether a plan fits: those of the device if there is one. */
export const needed = ({ host, onDevice }: Pick<MemoryPlan, "host" | "onDevice">): number =>
  onDevice > 0 ? onDevice : host;

type Model = PretrainingModel<HostTensor>;
type Input = PretrainingInput<HostTensor>;

function trainingGraph(config: EncoderConfig, settings: PlanSettings): GraphMemory {
  const { recompute } = settings;
  return memoryOf(
    (inputs) => {
      const { model, input, seed } = inputs as unknown as {
        readonly model: PretrainingModel<Tensor>;
        readonly input: PretrainingInput<Tensor>;
        readonly seed: Tensor;
      };
      return withGradients(model, (model) => ({
        loss: pretrainingLoss(config, model, input, createDropout(seed), { recompute }).loss,
      }));
    },
    { model: initializePretrainingModel(config, 0), input: shapes(settings), seed: tensor([]) },
  );
}

function scoringGraph(config: EncoderConfig, settings: PlanSettings): GraphMemory {
  const inputs: { readonly model: Model; readonly input: Input } = {
    model: initializePretrainingModel(config, 0),
    input: shapes({ ...settings, objective: "mlm" }),
  };
  return memoryOf(({ model, input }) => {
    const losses = pretrainingLoss(
      config,
      model as PretrainingModel<Tensor>,
      input as PretrainingInput<Tensor>,
      noDropout,
    );
    return losses.tokenLosses;
  }, inputs);
}

/** A batch of which nothing but the shapes is there. */
function shapes({ rows, sequenceLength, layout, objective, maskedShare }: PlanSettings): Input {
  const tokens = [rows, sequenceLength];
  const masked = [Math.ceil(rows * (1 + maskedShare * sequenceLength))];
  const pairs = [layout === "packed" ? 8 * rows : rows];
  return {
    ids: tensor(tokens),
    types: tensor(tokens),
    mayAttend: tensor(tokens, "float32"),
    ...(layout === "packed" && {
      packing: { documents: tensor(tokens), positions: tensor(tokens) },
    }),
    maskedPositions: tensor(masked),
    maskedLabels: tensor(masked),
    maskedWeights: tensor(masked, "float32"),
    ...(objective === "mlm+nsp" && {
      nextSentence: {
        positions: tensor(pairs),
        labels: tensor(pairs),
        weights: tensor(pairs, "float32"),
      },
    }),
  };
}

const tensor = (shape: readonly number[], dtype: HostTensor["dtype"] = "int32"): HostTensor => ({
  data: new Int32Array(0),
  shape,
  dtype,
});
