/** Traced graphs as sessions of ONNX Runtime, set up so that memory and order are what `graphMemory` says. */

import type * as Ort from "onnxruntime-node";
import { loadNative } from "../native";
import type { TracedGraph } from "./graph";
import { inOrderOfNeed } from "./graphMemory";
import { encodeModel } from "./protobuf";

/** ONNX Runtime, loaded at the first call. @throws InputError if it is missing on this machine */
export const onnxRuntime = (): typeof Ort => loadNative("onnxruntime-node");

/** @param options - added to the engine's own */
export function createSession(
  { graph, repeats }: Pick<TracedGraph, "graph" | "repeats">,
  options: Ort.InferenceSession.SessionOptions,
): Promise<Ort.InferenceSession> {
  const model = encodeModel({ ...graph, nodes: inOrderOfNeed(graph.nodes) });
  return onnxRuntime().InferenceSession.create(Buffer.concat(model), {
    graphOptimizationLevel: "all",
    // Planning all memory as one block takes that block beside what the first run had taken.
    enableMemPattern: false,
    extra: { optimization: { disable_specified_optimizers: unwanted(repeats).join(";") } },
    ...options,
  });
}

/**
 * What ONNX Runtime may not do to a graph: with the sums after products fused, it runs the gradients of
 * some weights before everything else; with equal nodes merged, nothing is computed again.
 */
const unwanted = (repeats: boolean): string[] => [
  "MatMulAddFusion",
  ...(repeats ? ["CommonSubexpressionElimination"] : []),
];
