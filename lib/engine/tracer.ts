/**
 * A tfjs backend whose kernels compute nothing and record ONNX nodes instead. tfjs differentiates by
 * running further kernels, so tracing a function that asks for gradients records the backward pass
 * as well: one graph from inputs to loss and gradients.
 */

import * as tf from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-backend-cpu";
import "@tensorflow/tfjs-layers"; // for its side effect: tfjs-core alone registers no gradients
import { Graph, type TracedGraph, type Value } from "./graph";
import { sizeOf, type DataType } from "./tree";

export const traceBackendName = "kliniskvest-trace";

/** An error of the engine that says which operation is at fault and what to do instead. */
export class TraceError extends Error {
  override readonly name = "TraceError";
}

/** Host tensors above this size are data that should have been an argument, not a constant. */
const largestBakedTensor = 65_536;

class TraceBackend extends tf.KernelBackend {
  graph = new Graph();
  private readonly values = new Map<object, Value>();

  reset(): void {
    this.graph = new Graph();
    this.values.clear();
  }

  /** The recorded value of a tensor. @throws TraceError for a tensor made outside the trace. */
  recorded(tensor: tf.TensorInfo): Value {
    const value = this.values.get(tensor.dataId);
    if (!value)
      throw new TraceError(
        `a ${tensor.dtype} tensor of shape [${tensor.shape}] was made outside the compiled function; pass it in as an input`,
      );
    return value;
  }

  tensorInfo(value: Value): tf.TensorInfo {
    const dataId = {};
    this.values.set(dataId, value);
    return { dataId, shape: [...value.shape], dtype: value.dtype as tf.DataType };
  }

  private bake(
    values: tf.backend_util.BackendValues,
    shape: readonly number[],
    dtype: tf.DataType,
  ): Value {
    const size = sizeOf(shape);
    if (dtype !== "float32" && dtype !== "int32" && dtype !== "bool")
      throw new TraceError(`a ${dtype} tensor cannot be compiled: use float32, int32 or bool`);
    const numbers = values as ArrayLike<number>;
    const first = Number(numbers[0]);
    // tf.ones, tf.zeros and the seeds of backpropagation arrive as whole arrays of one number.
    let uniform = size > 0;
    for (let i = 1; i < size && uniform; i++) uniform = Number(numbers[i]) === first;
    if (uniform) return this.graph.filled(first, shape, dtype);
    if (size > largestBakedTensor)
      throw new TraceError(
        `a constant of shape [${shape}] (${size} values) would be stored in the compiled graph; pass it in as an input`,
      );
    const type = { float32: Float32Array, int32: Int32Array, bool: Uint8Array }[dtype];
    return this.graph.constant(type.from(numbers), shape, dtype);
  }

  override write(
    values: tf.backend_util.BackendValues,
    shape: number[],
    dtype: tf.DataType,
  ): tf.DataId {
    const dataId = {};
    this.values.set(dataId, this.bake(values, shape, dtype));
    return dataId;
  }

  private refuseReading(): never {
    throw new TraceError(
      "a value was read while compiling (dataSync, arraySync or data): the function's control flow must not depend on tensor values",
    );
  }
  override readSync(): tf.backend_util.BackendValues {
    return this.refuseReading();
  }
  override read(): Promise<tf.backend_util.BackendValues> {
    return this.refuseReading();
  }
  override disposeData(dataId: tf.DataId): boolean {
    this.values.delete(dataId);
    return true;
  }
  override refCount(): number {
    return 1;
  }
  override incRef(): void {}
  override numDataIds(): number {
    return this.values.size;
  }
  override floatPrecision(): 32 {
    return 32;
  }
  override epsilon(): number {
    return 1e-7;
  }
  override memory(): { unreliable: boolean } {
    return { unreliable: true };
  }
  override timerAvailable(): boolean {
    return false;
  }
  override dispose(): void {
    this.values.clear();
  }
}

export const traceBackend = new TraceBackend();
tf.registerBackend(traceBackendName, () => traceBackend, 0);

export const isTracing = (): boolean => tf.engine().backendName === traceBackendName;

/**
 * Run synchronous tfjs code on one backend, free its tensors and make the backend of before active
 * again: JavaScript backend `cpu` if there was none yet.
 */
export function onBackend<T>(name: string, run: () => T): T {
  const engine = tf.engine();
  const previous = engine.backendName ?? "cpu";
  // Both backends start synchronously, so the change takes effect at once.
  void tf.setBackend(name);
  engine.startScope(name);
  try {
    return run();
  } finally {
    engine.endScope();
    void tf.setBackend(previous);
  }
}

export type TraceInput = {
  /** Where the tensor is in the tree of inputs. */
  readonly path: string;
  readonly shape: readonly number[];
  readonly dtype: DataType;
};

/**
 * Run `fn` once on symbolic inputs and keep what its outputs need.
 *
 * @throws TraceError for an operation without a trace kernel, a tensor from outside, or a value read
 */
export function trace(
  fn: (inputs: tf.Tensor[]) => tf.Tensor[],
  inputs: readonly TraceInput[],
): TracedGraph {
  traceBackend.reset();
  try {
    return onBackend(traceBackendName, () => {
      const tensors = inputs.map(({ path, shape, dtype }) => {
        const info = traceBackend.tensorInfo(traceBackend.graph.input(path, shape, dtype));
        return tf.engine().makeTensorFromDataId(info.dataId, [...shape], dtype, traceBackend);
      });
      const outputs = fn(tensors).map((tensor) => traceBackend.recorded(tensor));
      return traceBackend.graph.reach(outputs);
    });
  } catch (error) {
    const missing = /Kernel '(\w+)' not registered/.exec(String(error))?.[1];
    if (missing)
      throw new TraceError(
        `operation '${missing}' cannot be compiled: it has no trace kernel in lib/engine/kernels; express it with other operations or use the executor 'reference'`,
      );
    throw error;
  } finally {
    traceBackend.reset();
  }
}

/** One operator of a traced function. */
export type Operation = {
  readonly operator: string;
  /** Paths of the inputs it reads directly, e.g. those of a weight. */
  readonly inputs: readonly string[];
  /** Shape of its result. */
  readonly shape: readonly number[];
};

/**
 * The operators that a function consists of, in the order they were recorded. Only the shapes and types
 * of the inputs are read, so that models too large for this machine's memory can be looked at.
 *
 * @throws TraceError as {@link trace}
 */
export function traceOperations(
  fn: (inputs: tf.Tensor[]) => tf.Tensor[],
  inputs: readonly TraceInput[],
): Operation[] {
  const { graph, types } = trace(fn, inputs);
  const paths = new Map(graph.inputs.map(({ name, path }) => [name, path]));
  return graph.nodes.flatMap((node) => {
    // The copies at the graph's ends are nobody's operators.
    const type = types.get(node.outputs[0]!);
    if (!type) return [];
    const inputs = node.inputs.flatMap((name) => paths.get(name) ?? []);
    return [{ operator: node.operator, inputs, shape: type.shape }];
  });
}
