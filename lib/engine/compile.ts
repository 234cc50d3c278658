/**
 * `compile(fn)`: a function of tensors becomes one that runs natively. On the executor `cpu` each set
 * of input shapes is traced once into an ONNX graph and run by ONNX Runtime. On the others the same
 * function runs eagerly: on `tensorflow` with the kernels of libtensorflow, on `reference` with tfjs's
 * own JavaScript kernels, slowly: the oracle of the tests.
 */

import { availableParallelism } from "node:os";
import * as tf from "@tensorflow/tfjs-core";
import type * as Ort from "onnxruntime-node";
import type { OutputPlan, TracedGraph } from "./graph";
import { graphMemory, type GraphMemory } from "./graphMemory";
import { createSession, onnxRuntime } from "./session";
import { loadTensorflow, tensorflowBackend } from "./tensorflow";
import { onBackend, trace, TraceError } from "./tracer";
import { flatten, isHostTensor, mapTree, type HostTensor } from "./tree";

/** The tree `T` with tensors of kind `To` in place of those of kind `From`. */
export type Retyped<T, From, To> = T extends From
  ? To
  : T extends readonly (infer Item)[]
    ? Retyped<Item, From, To>[]
    : { [Key in keyof T]: Retyped<T[Key], From, To> };
export type Traced<T> = Retyped<T, HostTensor, tf.Tensor>;
export type Computed<T> = Retyped<T, tf.Tensor, HostTensor>;

export const executorNames = ["cpu", "tensorflow", "reference"] as const;
export type ExecutorName = (typeof executorNames)[number];

/**
 * What an executor runs on, e.g. `"onnxruntime-node 1.30.0"`.
 *
 * @throws InputError if it is `tensorflow` and that is absent or broken
 */
export function runtimeName(executor: ExecutorName): string {
  switch (executor) {
    case "cpu":
      return `onnxruntime-node ${onnxRuntime().env.versions.node}`;
    case "tensorflow":
      return loadTensorflow();
    case "reference":
      return `tfjs-backend-cpu ${tf.version_core}`;
  }
}

let usual: ExecutorName = "cpu";

/**
 * Choose what runs the functions whose {@link CompileOptions} name no executor, for the whole process:
 * a command decides it once, for training, fine-tuning and scoring alike.
 *
 * @throws InputError if it is `tensorflow` and that is absent or broken
 */
export function chooseExecutor(executor: ExecutorName): void {
  if (executor === "tensorflow") loadTensorflow();
  usual = executor;
}

export type CompileOptions = {
  /** What runs the function. @defaultValue that of {@link chooseExecutor}, which is `"cpu"` at first */
  readonly executor?: ExecutorName;
  /**
   * Threads inside one operator. `reference` has one; for `tensorflow` only the first use in a process
   * decides. @defaultValue the machine's cores
   */
  readonly threads?: number;
  /** Graphs kept, one for each set of input shapes; the least recently used goes first. @defaultValue 16 */
  readonly cachedGraphs?: number;
};

export type Compiled<In, Out> = {
  /**
   * Run on one set of inputs, after the calls made before. The results are fresh arrays; the inputs
   * must stay as they are until then.
   */
  (inputs: In): Promise<Computed<Out>>;
  /** Free the native memory of all graphs. The function may be called again afterwards. */
  release(): Promise<void>;
  /** Graphs held at the moment. */
  readonly graphs: () => number;
};

type Session = {
  readonly session: Ort.InferenceSession;
  readonly inputs: TracedGraph["graph"]["inputs"];
  readonly outputs: readonly OutputPlan[];
  /** A tree whose leaves are positions in `outputs`. */
  readonly form: unknown;
};

const isTensor = (node: unknown): node is tf.Tensor => node instanceof tf.Tensor;

/**
 * Compile a function from a tree of tensors to a tree of tensors. The function must be pure, and its
 * control flow may depend on shapes, never on values.
 *
 * @example
 * const square = compile<{ x: HostTensor }, { y: Tensor }>(({ x }) => ({ y: mul(x, x) }));
 * const { y } = await square({ x: float32(Float32Array.of(1, 2), [2]) });
 * @throws InputError if the executor is `tensorflow` and that is absent or broken
 * @throws TraceError (from the call) for an operation that cannot be compiled, a tensor from outside
 *   the function, or a value read inside it
 */
export function compile<In, Out>(
  fn: (inputs: Traced<In>) => Out,
  options: CompileOptions = {},
): Compiled<In, Out> {
  const executor = options.executor ?? usual;
  if (executor === "tensorflow") loadTensorflow(options.threads);
  if (executor !== "cpu") {
    const backend = executor === "tensorflow" ? tensorflowBackend : "cpu";
    return Object.assign((inputs: In) => runEagerly(backend, fn, inputs), {
      release: () => Promise.resolve(),
      graphs: () => 0,
    });
  }

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

/**
 * The value of a scalar function of parameters and its derivative with respect to each of them, inside
 * a function given to {@link compile}.
 *
 * @param parameters - tree of tensors
 * @param fn - returns `loss`, a scalar, and whatever else is of interest
 * @returns what `fn` returned, and `gradients` in the form of `parameters`, without those that the loss does not
 *   use: as in PyTorch they have no gradient rather than one of zeros
 */
export function withGradients<P, R extends { readonly loss: tf.Tensor }>(
  parameters: P,
  fn: (parameters: P) => R,
): R & { readonly gradients: P } {
  const leaves = flatten(parameters, isTensor).map(([, tensor]) => tensor);
  // tfjs frees what a differentiated function makes and does not return; `kept` are its results.
  let kept: unknown;
  const forward = (): tf.Scalar => {
    const result = fn(parameters);
    kept = mapTree(result, isTensor, (tensor) => tf.keep(tf.clone(tensor)));
    return result.loss as tf.Scalar;
  };
  try {
    // Not tf.valueAndGrads, which refuses parameters that the loss does not use (an idle head).
    const { value, grads } = tf.engine().gradients(forward, leaves, undefined, true);
    if (value.rank !== 0)
      throw new TraceError(
        `the loss has shape [${value.shape}]; reduce it to a scalar with sum or mean`,
      );
    let next = 0;
    const gradients = mapTree(parameters, isTensor, () => grads[next++] ?? undefined) as P;
    // Copies that belong to the caller's scope, so that nothing kept is left behind.
    const result = mapTree(kept, isTensor, (tensor) => tf.clone(tensor)) as R;
    return { ...result, gradients };
  } finally {
    for (const [, tensor] of flatten(kept, isTensor)) tensor.dispose();
  }
}

export { TraceError };
