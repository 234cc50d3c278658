/**
 * One graph for any number of rows of any length, from graphs traced at several fixed sizes. Where a
 * number in them differs, it is explained as factor·batch^i·sequence^j + offset and computed from the
 * shape of the first input; what cannot be explained so is an error.
 */

import type { TracedGraph } from "../graph";
import {
  elementType,
  type Attribute,
  type ConstantMessage,
  type ElementType,
  type NodeMessage,
  type ValueMessage,
} from "../protobuf";
import { TraceError } from "../tracer";

/** Rows and tokens in a row. */
export type InputSize = { readonly batch: number; readonly sequence: number };

/** factor·batch^batch·sequence^sequence + offset */
type Expression = {
  readonly factor: number;
  readonly batch: number;
  readonly sequence: number;
  readonly offset: number;
};

/** The names that transformers and its JavaScript twin give to sizes known when the model runs. */
const axisNames = { batch: "batch_size", sequence: "sequence_length" } as const;

/** From the simplest on: the first that fits is taken. */
const powers = [
  [0, 1],
  [1, 0],
  [1, 1],
  [0, 2],
  [1, 2],
] as const;

/**
 * The expression that has these values at these sizes, if there is one.
 *
 * @param values - one for each size; at least three sizes, so that two free numbers do not fit anything
 */
export function explain(
  values: readonly number[],
  sizes: readonly InputSize[],
): Expression | undefined {
  for (const withOffset of [false, true])
    for (const [batch, sequence] of powers) {
      const terms = sizes.map((size) => size.batch ** batch * size.sequence ** sequence);
      const factor = withOffset
        ? (values[1]! - values[0]!) / (terms[1]! - terms[0]!)
        : values[0]! / terms[0]!;
      const offset = values[0]! - factor * terms[0]!;
      if (!Number.isInteger(factor) || !Number.isInteger(offset)) continue;
      if (terms.every((t, i) => factor * t + offset === values[i]))
        return { factor, batch, sequence, offset };
    }
  return undefined;
}

/**
 * Join graphs of one function, traced at different sizes.
 *
 * @param traced - one for each size, node for node alike
 * @param source - the graph input of shape `[batch, sequence]` whose shape is asked for
 * @returns a graph whose inputs and outputs have named axes where sizes differ
 * @throws TraceError where the graphs differ in form, or in a number that has no explanation
 */
export function joinSizes(
  traced: readonly TracedGraph[],
  sizes: readonly InputSize[],
  source: string,
): TracedGraph["graph"] {
  const graphs = traced.map(({ graph }) => graph);
  const first = graphs[0]!;
  const constants = graphs.map(
    (graph) => new Map(graph.constants.map((constant) => [constant.name, constant])),
  );
  /** For each graph, the name that a value has in the first one. */
  const names = graphs.map((graph) => {
    const inputs = new Map(first.inputs.map(({ path, name }) => [path, name]));
    return new Map(graph.inputs.map(({ path, name }) => [name, inputs.get(path)]));
  });
  const shapes = createShapes(source);
  const kept = new Map<string, ConstantMessage>();

  const join = (each: readonly string[], where: string): string => {
    const [name] = each as [string];
    const found = each.map((name, i) => constants[i]!.get(name));
    if (!found[0]) {
      if (each.some((name, i) => name !== "" && names[i]!.get(name) !== each[0]))
        throw new TraceError(`the graph changes its form with the size of its inputs, at ${where}`);
      return name;
    }
    const same = found.filter((constant) => constant?.dtype === found[0]!.dtype);
    const values = same.map((constant) => numbersOf(constant!));
    if (same.length < each.length || values.some((v) => v.length !== values[0]!.length))
      throw new TraceError(
        `a constant of shape [${found[0].shape}] at ${where} depends on the size of the inputs; compute it from \`range\``,
      );
    if (values.every((v) => v.every((x, i) => Object.is(x, values[0]![i])))) {
      kept.set(name, found[0]);
      return name;
    }
    const elements = values[0]!.map((value, i): number | Expression => {
      const own = values.map((v) => v[i]!);
      if (own.every((x) => x === value)) return value;
      const expression = explain(own, sizes);
      if (!expression)
        throw new TraceError(
          `the numbers ${own.join(", ")} at ${where} follow neither from the number of rows nor from their length`,
        );
      return expression;
    });
    const unknown = elements.filter((element) => typeof element !== "number").length;
    // A reshape finds one unknown size by itself.
    if (where.startsWith("Reshape") && unknown === 1)
      return shapes.int64(elements.map((e) => (typeof e === "number" ? e : -1)));
    return shapes.compute(elements, found[0]);
  };

  const nodes = first.nodes.map((node, at): NodeMessage => {
    const same = graphs.map((graph) => graph.nodes[at]);
    same.forEach((other, i) => {
      if (!other || formOf(other) !== formOf(node))
        throw new TraceError(
          `the graph changes its form with the size of its inputs: ${formOf(node)} became ${other ? formOf(other) : "nothing"} at ${JSON.stringify(sizes[i])}`,
        );
      other.outputs.forEach((name, k) => names[i]!.set(name, node.outputs[k]));
    });
    return {
      ...node,
      inputs: node.inputs.map((_, k) =>
        join(
          same.map((other) => other!.inputs[k]!),
          `${node.operator} ${node.outputs[0]}`,
        ),
      ),
    };
  });

  const withAxes = <Message extends ValueMessage>(message: Message, all: Message[]): Message => ({
    ...message,
    shape: message.shape.map((size, axis) => {
      const own = all.map(({ shape }) => shape[axis]!);
      if (own.every((value) => value === size)) return size;
      const named = (["batch", "sequence"] as const).find((name) =>
        own.every((value, i) => value === sizes[i]![name]),
      );
      return named ? axisNames[named] : `${message.name}_axis_${axis}`;
    }),
  });
  const inputs = first.inputs.map((input) =>
    withAxes(
      input,
      graphs.map((graph) => graph.inputs.find(({ path }) => path === input.path)!),
    ),
  );
  const outputs = first.outputs.map((output, i) =>
    withAxes(
      output,
      graphs.map((graph) => graph.outputs[i]!),
    ),
  );
  return {
    nodes: [...shapes.nodes, ...nodes],
    inputs,
    outputs,
    constants: [...kept.values(), ...shapes.constants.values()],
  };
}

/** What must be the same at every size. */
const formOf = ({ operator, inputs, outputs, attributes }: NodeMessage): string =>
  `${operator}(${inputs.length}→${outputs.length})${JSON.stringify(attributes)}`;

/** Nodes that compute sizes from the shape of an input, each made once. */
function createShapes(source: string): {
  readonly nodes: readonly NodeMessage[];
  readonly constants: ReadonlyMap<string, ConstantMessage>;
  int64(values: readonly number[]): string;
  compute(elements: readonly (number | Expression)[], like: ConstantMessage): string;
} {
  const nodes: NodeMessage[] = [];
  const made = new Set<string>();
  const constants = new Map<string, ConstantMessage>();
  const put = (
    name: string,
    operator: string,
    inputs: readonly string[],
    attributes: Readonly<Record<string, Attribute>> = {},
  ): string => {
    if (!made.has(name)) nodes.push({ operator, domain: "", inputs, outputs: [name], attributes });
    made.add(name);
    return name;
  };
  const int64 = (values: readonly number[]): string => {
    const name = `sizes_${values.join("_")}`;
    const bytes = new Uint8Array(BigInt64Array.from(values.map(BigInt)).buffer);
    constants.set(name, { name, dtype: "int64", shape: [values.length], bytes });
    return name;
  };
  const nameOf = (element: number | Expression): string =>
    typeof element === "number"
      ? `${element}`
      : `${element.factor}b${element.batch}s${element.sequence}o${element.offset}`;
  /** A size as an int64 vector of one element. */
  const single = (element: number | Expression): string => {
    if (typeof element === "number") return int64([element]);
    const shape = put("input_shape", "Shape", [source]);
    const factors = (["batch", "sequence"] as const).flatMap((axis, i) =>
      Array<string>(element[axis]).fill(
        put(axisNames[axis], "Gather", [shape, int64([i])], { axis: { int: 0 } }),
      ),
    );
    let name = factors[0]!;
    const combine = (operator: string, by: string): string =>
      put(`${name}_${operator}_${by}`, operator, [name, by]);
    for (const factor of factors.slice(1)) name = combine("Mul", factor);
    if (element.factor !== 1) name = combine("Mul", int64([element.factor]));
    if (element.offset !== 0) name = combine("Add", int64([element.offset]));
    return name;
  };
  const castTo = (name: string, dtype: ElementType): string =>
    dtype === "int64"
      ? name
      : put(`${name}_${dtype}`, "Cast", [name], { to: { int: elementType[dtype] } });
  return {
    nodes,
    constants,
    int64,
    compute(elements, { shape, dtype }) {
      if (shape.length > 1)
        throw new TraceError(
          `a table of shape [${shape}] depends on the size of the inputs; compute it from \`range\``,
        );
      const vector =
        elements.length === 1
          ? single(elements[0]!)
          : put(
              `sizes_${elements.map(nameOf).join("_")}`,
              "Concat",
              elements.map(single),
              { axis: { int: 0 } }, // prettier-ignore
            );
      const value = castTo(vector, dtype);
      return shape.length === 1 ? value : put(`${value}_scalar`, "Squeeze", [value]);
    },
  };
}

/** The elements of a constant, whatever their type. */
function numbersOf({ dtype, bytes }: ConstantMessage): number[] {
  const copy = bytes.slice().buffer;
  if (dtype === "int64") return Array.from(new BigInt64Array(copy), Number);
  const arrays = {
    float32: Float32Array,
    int32: Int32Array,
    uint32: Uint32Array,
    bool: Uint8Array,
    uint8: Uint8Array,
  };
  return Array.from(new arrays[dtype](copy));
}
