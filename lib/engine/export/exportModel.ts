/**
 * A function of parameters and token rows as an ONNX model for other programs: traced as it is for
 * training, at several sizes, and joined into one graph for rows of any number and length.
 */

import type * as tf from "@tensorflow/tfjs-core";
import { writeFileAtomic } from "../../files";
import { makePortable, portableVersions } from "./exportPortable";
import { joinSizes, type InputSize } from "./exportShapes";
import type { Traced } from "../executor";
import { onnxRuntime } from "../session";
import { encodeModel, elementType, type ConstantMessage, type GraphMessage } from "../protobuf";
import { trace, TraceError } from "../tracer";
import { flatten, isHostTensor, mapTree, type DataType, type HostTensor } from "../tree";

export { quantizeGraph } from "./exportQuantized";
export type { InputSize } from "./exportShapes";
export type OnnxGraph = GraphMessage;

/** An input of the exported model: int64 `[batch, sequence]` there, of this type in the function. */
export type ExportedInput = { readonly name: string; readonly dtype: DataType };

/**
 * Trace a function into an ONNX graph whose rows may be of any number and length.
 *
 * @param o.fn - gives the outputs by name
 * @param o.nameOf - the name that a parameter, given by its path, has in the graph
 * @param o.inputs - by the key that `fn` knows them by
 * @param o.sizes - to trace at; at least three, with numbers that mean nothing else in the model
 * @throws TraceError if the function's form depends on the size of its inputs
 */
export function exportGraph<Parameters, Key extends string>(o: {
  readonly fn: (
    parameters: Traced<Parameters>,
    inputs: Readonly<Record<Key, tf.Tensor>>,
  ) => Readonly<Record<string, tf.Tensor>>;
  readonly parameters: Parameters;
  readonly nameOf: (path: string) => string;
  readonly inputs: Readonly<Record<Key, ExportedInput>>;
  readonly sizes: readonly InputSize[];
}): OnnxGraph {
  const parameters = flatten(o.parameters, isHostTensor);
  const given = Object.entries(o.inputs) as [Key, ExportedInput][];
  let outputNames: string[] = [];
  const traced = o.sizes.map(({ batch, sequence }) =>
    makePortable(
      trace(
        (tensors) => {
          let next = 0;
          const tree = mapTree(o.parameters, isHostTensor, () => tensors[next++]!);
          const inputs = Object.fromEntries(given.map(([key]) => [key, tensors[next++]!]));
          const outputs = o.fn(tree as Traced<Parameters>, inputs as Record<Key, tf.Tensor>);
          outputNames = Object.keys(outputs);
          return Object.values(outputs);
        },
        [
          ...parameters.map(([path, { shape, dtype }]) => ({
            path: `parameters.${path}`,
            shape,
            dtype,
          })),
          ...given.map(([key, { dtype }]) => ({
            path: `inputs.${key}`,
            shape: [batch, sequence],
            dtype,
          })),
        ],
      ),
    ),
  );
  const [, { name: source }] = given[0]!;
  const joined = joinSizes(traced, o.sizes, source);

  const renamed = new Map(joined.outputs.map(({ name }, i) => [name, outputNames[i]!]));
  const weights: ConstantMessage[] = [];
  const inputs: OnnxGraph["inputs"][number][] = [];
  const casts: OnnxGraph["nodes"][number][] = [];
  const byPath = new Map(parameters);
  // The order of the traced inputs is that of their first use; files list them as they were given.
  for (const { path, name: value, shape } of joined.inputs) {
    const key = path.slice(path.indexOf(".") + 1);
    const parameter = path.startsWith("parameters.") ? byPath.get(key) : undefined;
    if (parameter) {
      const name = o.nameOf(key);
      renamed.set(value, name);
      weights.push(weightOf(name, parameter));
    } else {
      const { name, dtype } = o.inputs[key as Key];
      inputs.push({ name, shape, dtype: "int64" });
      casts.push({
        operator: "Cast",
        domain: "",
        inputs: [name],
        outputs: [value],
        attributes: { to: { int: elementType[dtype] } },
      });
    }
  }
  if (!inputs.some(({ name }) => name === source))
    throw new TraceError(`the outputs do not depend on ${source}`);
  const rename = (name: string): string => renamed.get(name) ?? name;
  const order = given.map(([, { name }]) => name);
  return {
    nodes: [...casts, ...joined.nodes].map((node) => ({
      ...node,
      inputs: node.inputs.map(rename),
      outputs: node.outputs.map(rename),
    })),
    inputs: inputs.sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name)),
    outputs: joined.outputs.map((output) => ({ ...output, name: rename(output.name) })),
    constants: [...weights, ...joined.constants],
  };
}

const weightOf = (name: string, { data, shape, dtype }: HostTensor): ConstantMessage => ({
  name,
  shape,
  dtype,
  bytes: new Uint8Array(data.buffer, data.byteOffset, data.byteLength),
});

/**
 * Write a graph made by {@link exportGraph} as an ONNX file.
 *
 * @throws RangeError for a model of 2 GiB or more
 */
export const writeOnnx = (path: string, graph: OnnxGraph): void =>
  writeFileAtomic(path, encodeModel(graph, portableVersions));

export type OnnxModel = {
  /** The inputs of {@link exportGraph}, int32, to its outputs. */
  run(inputs: Readonly<Record<string, HostTensor>>): Promise<Readonly<Record<string, HostTensor>>>;
  release(): Promise<void>;
};

/** An ONNX file with int64 inputs and float32 outputs, run by ONNX Runtime. */
export async function openOnnx(path: string): Promise<OnnxModel> {
  const ort = onnxRuntime();
  const session = await ort.InferenceSession.create(path);
  return {
    async run(inputs) {
      const feeds = session.inputNames.map((name) => {
        const { data, shape } = inputs[name]!;
        return [name, new ort.Tensor("int64", BigInt64Array.from(data, BigInt), shape)] as const;
      });
      const results = await session.run(Object.fromEntries(feeds));
      return Object.fromEntries(
        Object.entries(results).map(([name, { data, dims }]) => [
          name,
          { data: data as Float32Array, shape: dims, dtype: "float32" },
        ]),
      );
    },
    release: () => session.release(),
  };
}
