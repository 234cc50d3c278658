/** What becomes of the shape of a batch on its way through an encoder, read off the traced graph. */

import { flatten, isHostTensor, mapTree, noDropout, traceOperations, type Tensor } from "../engine";
import type { EncoderConfig } from "./config";
import { encode, initializeEncoder, type Encoder } from "./encoder";

export type ShapeStep = {
  /** What is computed, e.g. `"× attention.query"` for a product with that weight. */
  readonly step: string;
  readonly shape: readonly number[];
};

const product = "product";

/** Operators that say what a layer does; the rest moves and adds numbers. */
const names: Readonly<Record<string, string>> = {
  Gather: "look up",
  LayerNormalization: "normalise",
  Softmax: "softmax",
  Gelu: "GELU",
  MatMul: product,
  FusedMatMul: product,
};

/**
 * The steps of the second layer of an encoder, which is ModernBERT's first local one, for a batch of
 * this size. No weight is drawn: the largest model takes no memory.
 *
 * @param size - rows and tokens in a row
 */
export function traceLayerShapes(
  config: EncoderConfig,
  { batch, sequence }: { readonly batch: number; readonly sequence: number },
): ShapeStep[] {
  const parameters = initializeEncoder({ ...config, layers: 2 }, 0);
  const inputs = [
    ...flatten(parameters, isHostTensor).map(([path, { shape, dtype }]) => ({
      path,
      shape,
      dtype,
    })),
    { path: "ids", shape: [batch, sequence], dtype: "int32" as const },
    { path: "types", shape: [batch, sequence], dtype: "int32" as const },
    { path: "mayAttend", shape: [batch, sequence], dtype: "float32" as const },
  ];
  const operations = traceOperations((tensors) => {
    const [ids, types, mayAttend] = tensors.slice(-3) as [Tensor, Tensor, Tensor];
    let next = 0;
    const traced = mapTree(parameters, isHostTensor, (): Tensor => tensors[next++]!);
    const states = encode(config, traced as Encoder<Tensor>, { ids, types, mayAttend }, noDropout);
    return [states[2]!];
  }, inputs);
  // A layer begins after the last product with a weight of the one before.
  const ofFirst = operations.map(({ inputs }) =>
    inputs.some((path) => path.startsWith("layers.0.")),
  );
  const steps = operations
    .slice(ofFirst.lastIndexOf(true) + 1)
    .flatMap(({ operator, inputs, shape }) => {
      const name = names[operator];
      if (name === undefined) return [];
      const weight = inputs.find((path) => path.endsWith("weight"));
      const of = weight?.replace(/^layers\.1\.|\.weight$/g, "");
      const step = of === undefined ? name : name === product ? `× ${of}` : `${name}: ${of}`;
      return [{ step, shape }];
    });
  // Products without a weight: around the softmax those of attention, before it those with positions.
  const softmax = steps.findIndex(({ step }) => step === names["Softmax"]);
  return steps.map(({ step, shape }, i) => {
    if (step !== product) return { step, shape };
    if (i === softmax - 1) return { step: "query × key", shape };
    return { step: i > softmax ? "probabilities × value" : "× relative positions", shape };
  });
}
