/**
 * The executor `cpu`: each set of input shapes is traced once into an ONNX graph, which ONNX Runtime runs.
 */

import { availableParallelism } from "node:os";
import * as tf from "@tensorflow/tfjs-core";
import type * as Ort from "onnxruntime-node";
import type { Compiled, Computed, Executor, RunOptions, Traced } from "./executor";
import { examineBySquare } from "./executorTrial";
import type { OutputPlan, TracedGraph } from "./graph";
import { graphMemory, type GraphMemory } from "./graphMemory";
import { createSession, onnxRuntime } from "./session";
import { trace } from "./tracer";
import { flatten, isHostTensor, mapTree, type HostTensor } from "./tree";

export const onnxExecutor: Executor = {
  name: "cpu",
  what: "compiled graphs on ONNX Runtime",
  isOptional: false,
  precisions: ["float32"],
  keepsOnDevice: false,
  hasMeasuredPlan: true,
  load: () => `onnxruntime-node ${onnxRuntime().env.versions.node}`,
  examine: () => examineBySquare(onnxExecutor),
  compile: compileGraphs,
};

type Session = {
  readonly session: Ort.InferenceSession;
  readonly inputs: TracedGraph["graph"]["inputs"];
  readonly outputs: readonly OutputPlan[];
  /** A tree whose leaves are positions in `outputs`. */
  readonly form: unknown;
};

const isTensor = (node: unknown): node is tf.Tensor => node instanceof tf.Tensor;

function compileGraphs<In, Out>(
  fn: (inputs: Traced<In>) => Out,
  options: RunOptions,
): Compiled<In, Out> {
  const limit = options.cachedGraphs ?? 16;
  if (!(limit >= 1)) throw new RangeError(`cachedGraphs must be at least 1, got ${limit}`);
  const sessions = new Map<string, Session>();

  const build = async (leaves: readonly [string, HostTensor][], inputs: In): Promise<Session> => {
    const { form, ...traced } = traceTree(fn, inputs, leaves);
    const threads = options.threads ?? availableParallelism();
    const session = await createSession(traced, { intraOpNumThreads: threads });
    return { session, inputs: traced.graph.inputs, outputs: traced.outputs, form };
  };

  const sessionFor = async (
    leaves: readonly [string, HostTensor][],
    inputs: In,
  ): Promise<Session> => {
    const key = leaves.map(([path, t]) => `${path}:${t.dtype}[${t.shape}]`).join(";");
    const session = sessions.get(key) ?? (await build(leaves, inputs));
    // A Map keeps insertion order: putting the entry last marks it as the most recently used.
    sessions.delete(key);
    sessions.set(key, session);
    if (sessions.size > limit) {
      const [oldest, unused] = sessions.entries().next().value!;
      sessions.delete(oldest);
      await unused.session.release();
    }
    return session;
  };

  const run = async (inputs: In): Promise<Computed<Out>> => {
    const leaves = flatten(inputs, isHostTensor);
    const { session, inputs: needed, outputs, form } = await sessionFor(leaves, inputs);
    const byPath = new Map(leaves);
    const feeds = Object.fromEntries(
      needed.map(({ name, path }) => [name, wrap(byPath.get(path)!)]),
    );
    const results = await session.run(feeds);
    return mapTree(
      form,
      (node) => typeof node === "number",
      (position) => finish(outputs[position]!, results),
    ) as Computed<Out>;
  };

  // Calls take turns, so that none releases a session that another is about to run. Nothing is lost:
  // a run occupies all threads anyway.
  let turn: Promise<void> = Promise.resolve();
  const inTurn = <T>(task: () => Promise<T>): Promise<T> => {
    const result = turn.then(task);
    const over = (): void => undefined;
    turn = result.then(over, over);
    return result;
  };

  return Object.assign((inputs: In) => inTurn(() => run(inputs)), {
    release: () =>
      inTurn(async () => {
        for (const { session } of sessions.values()) await session.release();
        sessions.clear();
      }),
    graphs: () => sessions.size,
  });
}

/** Trace a function of trees; `form` is the tree of its result, whose leaves are positions in `outputs`. */
function traceTree<In, Out>(
  fn: (inputs: Traced<In>) => Out,
  inputs: In,
  leaves: readonly [path: string, tensor: HostTensor][] = flatten(inputs, isHostTensor),
): TracedGraph & { readonly form: unknown } {
  let form: unknown;
  const traced = trace(
    (tensors) => {
      let next = 0;
      const outputs: tf.Tensor[] = [];
      form = mapTree(
        fn(mapTree(inputs, isHostTensor, () => tensors[next++]!) as Traced<In>),
        isTensor,
        (tensor) => outputs.push(tensor) - 1,
      );
      return outputs;
    },
    leaves.map(([path, { shape, dtype }]) => ({ path, shape, dtype })),
  );
  return { ...traced, form };
}

/**
 * The memory that a function takes on the executor `cpu` besides its inputs. Only their shapes and types are
 * read, so that this machine need not have it.
 *
 * @throws TraceError as {@link compile}
 */
export const memoryOf = <In, Out>(fn: (inputs: Traced<In>) => Out, inputs: In): GraphMemory =>
  graphMemory(traceTree(fn, inputs));

/** The value of an output: as the graph gave it, plus the rows whose sum was left to the host. */
function finish(plan: OutputPlan, results: Ort.InferenceSession.ReturnType): HostTensor {
  const { shape, dtype, direct, scatter } = plan;
  const read = (name: string): HostTensor["data"] => results[name]!.data as HostTensor["data"];
  const width = shape.slice(1).reduce((a, b) => a * b, 1);
  const data = direct ? read(direct) : new Float32Array(shape[0]! * width);
  for (const part of scatter) {
    const indices = read(part.indices);
    const rows = read(part.rows);
    for (let i = 0; i < indices.length; i++) {
      const target = indices[i]! * width;
      const source = i * width;
      for (let j = 0; j < width; j++) data[target + j]! += rows[source + j]!;
    }
  }
  return { data, shape, dtype: dtype as HostTensor["dtype"] };
}

// The tensor object of ONNX Runtime refers to the array without copying it, so the wrapper of an
// array that stays (a parameter updated in place) is made once.
const wrappers = new WeakMap<HostTensor["data"], Ort.Tensor>();

function wrap({ data, shape, dtype }: HostTensor): Ort.Tensor {
  let tensor = wrappers.get(data);
  if (!tensor || tensor.type !== dtype || tensor.dims.join() !== shape.join()) {
    tensor = new (onnxRuntime().Tensor)(dtype, data, shape);
    wrappers.set(data, tensor);
  }
  return tensor;
}
