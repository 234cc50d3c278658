/** Functions run operation by operation, on a backend of tfjs. */

import * as tf from "@tensorflow/tfjs-core";
import type { Compiled, Computed, Traced } from "./executor";
import { onBackend } from "./tracer";
import { isHostTensor, mapTree, type HostTensor } from "./tree";

/** As the executors of one backend compile: there is nothing to keep. */
export const compileEagerly = <In, Out>(
  backend: string,
  fn: (inputs: Traced<In>) => Out,
): Compiled<In, Out> =>
  Object.assign((inputs: In) => runEagerly(backend, fn, inputs), {
    release: () => Promise.resolve(),
    graphs: () => 0,
  });

const isTensor = (node: unknown): node is tf.Tensor => node instanceof tf.Tensor;

// Asynchronous only so that an error becomes a rejection, as it does on the other executors.
async function runEagerly<In, Out>(
  backend: string,
  fn: (inputs: Traced<In>) => Out,
  inputs: In,
): Promise<Computed<Out>> {
  tf.env().set("PROD", true); // silences tfjs's advice to install tfjs-node
  return onBackend(backend, () => {
    const tensors = mapTree(inputs, isHostTensor, ({ data, shape, dtype }) =>
      tf.tensor(data.slice(), [...shape], dtype),
    );
    return mapTree(fn(tensors as Traced<In>), isTensor, (tensor) => ({
      data: tensor.dataSync().slice() as HostTensor["data"],
      shape: tensor.shape,
      dtype: tensor.dtype as HostTensor["dtype"],
    })) as Computed<Out>;
  });
}
