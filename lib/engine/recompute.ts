/**
 * Activations computed again instead of kept (Chen et al. 2016, arXiv 1604.06174): the backward pass of a
 * layer begins with its forward pass, so that between the two only the layer's input takes memory.
 */

import * as tf from "@tensorflow/tfjs-core";
import type { Dropout } from "./dropout";
import { differentiable } from "./intrinsics";
import { isTracing, traceBackend } from "./tracer";
import { flatten, mapTree } from "./tree";

type Tensor = tf.Tensor;

/** Run one layer on a tree of tensors. */
export type RunLayer = <In>(
  layer: (inputs: In, dropout: Dropout) => Tensor,
  inputs: In,
  dropout: Dropout,
) => Tensor;

const isTensor = (node: unknown): node is Tensor => node instanceof tf.Tensor;

/** The layer as it stands: its activations are kept for the backward pass. */
export const once: RunLayer = (layer, inputs, dropout) => layer(inputs, dropout);

/**
 * The layer with its activations computed again in the backward pass. Values and derivatives have the same
 * bits as those of {@link once}; a step takes up to a third longer.
 *
 * @param layer - a pure function that reads no tensor but its inputs
 * @param inputs - whatever the layer reads, parameters included
 */
export const recompute: RunLayer = (layer, inputs, dropout) => {
  const leaves = flatten(inputs, isTensor).map(([, tensor]) => tensor);
  const again = dropout.fork();
  return differentiable(leaves, (save) => {
    save(leaves);
    return {
      value: layer(inputs, dropout),
      gradients: (dy, saved) => {
        let next = 0;
        const repeated = mapTree(inputs, isTensor, () => saved[next++]!) as typeof inputs;
        const forward = (): Tensor => afresh(() => layer(repeated, again.fork()));
        return gradientsOf(forward, saved, dy);
      },
    };
  });
};

/** In a traced graph the layer stands twice; elsewhere running it is computing it. */
const afresh = <T>(build: () => T): T => (isTracing() ? traceBackend.graph.afresh(build) : build());

/** The derivative of `forward` times `dy` with respect to each of `xs`, within a backward pass. */
function gradientsOf(forward: () => Tensor, xs: Tensor[], dy: Tensor): Tensor[] {
  const { state } = tf.engine();
  // The pass that is under way still has to free its tape, which a pass of its own would replace.
  const tape = state.activeTape;
  try {
    const floats = xs.filter(({ dtype }) => dtype === "float32");
    const { grads } = tf.engine().gradients(forward, floats, dy, true);
    const byInput = new Map(floats.map((x, i) => [x, grads[i]]));
    return xs.map((x) => byInput.get(x) ?? tf.zerosLike(x));
  } finally {
    state.activeTape = tape;
  }
}
