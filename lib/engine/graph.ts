/**
 * The graph that tracing builds: values joined by ONNX nodes. Equal nodes are made once, filled and
 * broadcast tensors stay symbolic until an operator really needs their elements, and what no output
 * depends on is dropped in the end.
 */

import { sizeOf } from "./tree";
import {
  type Attribute,
  type ConstantMessage,
  type ElementType,
  type GraphMessage,
  type NodeMessage,
  type ValueMessage,
} from "./protobuf";

type ConstantData = Float32Array | Int32Array | Uint8Array | Uint32Array | BigInt64Array;

/** Rows to be added into a table: `table[indices[i]] += rows[i]`. */
export type ScatterPart = { readonly indices: Value; readonly rows: Value };

export type Origin =
  | { readonly kind: "input"; readonly path: string }
  | { readonly kind: "constant"; readonly data: ConstantData }
  | { readonly kind: "node"; readonly node: Node }
  /** Every element is `value`. */
  | { readonly kind: "filled"; readonly value: number }
  /** `of`, broadcast to this value's shape. */
  | { readonly kind: "broadcast"; readonly of: Value }
  /** `base` (zeros if absent) plus scattered rows: see {@link Graph.scatterAdd}. */
  | {
      readonly kind: "scatter";
      readonly base: Value | undefined;
      readonly parts: readonly ScatterPart[];
    };

export type Value = {
  readonly name: string;
  readonly shape: readonly number[];
  readonly dtype: ElementType;
  readonly origin: Origin;
};

export type Node = {
  readonly operator: string;
  readonly domain: string;
  readonly inputs: readonly (Value | null)[];
  readonly attributes: Readonly<Record<string, Attribute>>;
  outputs: readonly Value[];
};

export type OutputType = { readonly shape: readonly number[]; readonly dtype: ElementType };

/** How the host obtains one output of the traced function from the outputs of the ONNX graph. */
export type OutputPlan = OutputType & {
  readonly direct: string | undefined;
  readonly scatter: readonly { readonly indices: string; readonly rows: string }[];
};

/** What the outputs of a traced function depend on. */
export type TracedGraph = {
  readonly graph: Omit<GraphMessage, "inputs"> & {
    /** By their name in the graph and their path in the tree. */
    readonly inputs: readonly (ValueMessage & { readonly path: string })[];
  };
  readonly outputs: readonly OutputPlan[];
  /** The type of every value of the graph, by name. */
  readonly types: ReadonlyMap<string, OutputType>;
  /** Whether there are equal nodes that must not be merged: see {@link Graph.afresh}. */
  readonly repeats: boolean;
};

export class Graph {
  private readonly nodes: Node[] = [];
  private known = new Map<string, Node>();
  private repeats = false;
  private readonly constants = new Map<string, Value>();
  private readonly resolved = new Map<Value, Value>();
  private values = 0;

  input(path: string, shape: readonly number[], dtype: ElementType): Value {
    return this.value(shape, dtype, { kind: "input", path });
  }

  filled(value: number, shape: readonly number[], dtype: ElementType): Value {
    return this.value(shape, dtype, { kind: "filled", value });
  }

  broadcast(of: Value, shape: readonly number[]): Value {
    if (sameShape(of.shape, shape)) return of;
    if (of.origin.kind === "filled") return this.filled(of.origin.value, shape, of.dtype);
    const source = of.origin.kind === "broadcast" ? of.origin.of : of;
    return this.value(shape, of.dtype, { kind: "broadcast", of: source });
  }

  constant(data: ConstantData, shape: readonly number[], dtype: ElementType): Value {
    // Small constants (axes, shapes, scalars) recur in every layer; large ones are not worth a key.
    if (data.length > 256) return this.value(shape, dtype, { kind: "constant", data });
    const key = `${dtype}[${shape}]${Buffer.from(bytesOf(data)).toString("base64")}`;
    let value = this.constants.get(key);
    if (!value) {
      value = this.value(shape, dtype, { kind: "constant", data });
      this.constants.set(key, value);
    }
    return value;
  }

  /** A one-dimensional int64 constant, as ONNX wants axes and shapes. */
  int64(values: readonly number[]): Value {
    return this.constant(BigInt64Array.from(values.map(BigInt)), [values.length], "int64");
  }

  scalar(value: number, dtype: "float32" | "int32" | "bool" | "uint32" = "float32"): Value {
    const data = {
      float32: Float32Array,
      int32: Int32Array,
      bool: Uint8Array,
      uint32: Uint32Array,
    };
    return this.constant(data[dtype].of(value), [], dtype);
  }

  /**
   * A table of zeros with rows added into it, kept symbolic. ONNX Runtime's own scatter-add races on
   * repeated indices when it has two or more threads, so the sum is left to the host, which adds
   * the rows in order (see `compile`). Only if another operator consumes the value does it enter the
   * graph, as OneHot · MatMul, which is free of races at the price of indices × table × row products.
   */
  scatterAdd(part: ScatterPart, shape: readonly number[]): Value {
    return this.value(shape, "float32", { kind: "scatter", base: undefined, parts: [part] });
  }

  /** Sum of two values of one shape of which at least one is a scatter. */
  joinScatters(a: Value, b: Value): Value {
    const split = (v: Value): { base: Value | undefined; parts: readonly ScatterPart[] } =>
      v.origin.kind === "scatter" ? v.origin : { base: v, parts: [] };
    const [x, y] = [split(a), split(b)];
    const base =
      x.base && y.base
        ? this.node("Add", [x.base, y.base], {}, { shape: a.shape, dtype: "float32" })
        : (x.base ?? y.base);
    return this.value(a.shape, "float32", {
      kind: "scatter",
      base,
      parts: [...x.parts, ...y.parts],
    });
  }

  node(
    operator: string,
    inputs: readonly (Value | null)[],
    attributes: Readonly<Record<string, Attribute>>,
    output: OutputType,
    domain = "",
  ): Value {
    return this.nodeWithOutputs(operator, inputs, attributes, [output], domain)[0]!;
  }

  nodeWithOutputs(
    operator: string,
    inputs: readonly (Value | null)[],
    attributes: Readonly<Record<string, Attribute>>,
    outputs: readonly OutputType[],
    domain = "",
  ): readonly Value[] {
    const real = inputs.map((input) => input && this.resolve(input));
    const key = `${domain}.${operator}(${real.map((v) => v?.name).join()})${JSON.stringify(attributes)}${outputs.length}`;
    const known = this.known.get(key);
    if (known) return known.outputs;
    const node: Node = { operator, domain, inputs: real, attributes, outputs: [] };
    node.outputs = outputs.map((o) => this.value(o.shape, o.dtype, { kind: "node", node }));
    this.nodes.push(node);
    this.known.set(key, node);
    return node.outputs;
  }

  /** Run `build` so that its nodes are made though equal ones exist: what is to be computed again. */
  afresh<T>(build: () => T): T {
    const before = this.known;
    this.known = new Map();
    this.repeats = true;
    try {
      return build();
    } finally {
      this.known = before;
    }
  }

  /** The value with its elements in the graph: symbolic forms become nodes. */
  resolve(value: Value): Value {
    const { origin, shape, dtype } = value;
    if (origin.kind === "input" || origin.kind === "constant" || origin.kind === "node")
      return value;
    let real = this.resolved.get(value);
    if (!real) {
      if (origin.kind === "scatter") real = this.resolveScatter(value, origin);
      else {
        const of =
          origin.kind === "filled"
            ? this.scalar(origin.value, dtype as "float32" | "int32" | "bool")
            : origin.of;
        real = shape.length === 0 ? of : this.node("Expand", [of, this.int64(shape)], {}, value);
      }
      this.resolved.set(value, real);
    }
    return real;
  }

  private resolveScatter(value: Value, origin: Origin & { kind: "scatter" }): Value {
    const [rows, ...rest] = value.shape as [number, ...number[]];
    const reshaped = (v: Value, shape: readonly number[]): Value =>
      this.node("Reshape", [v, this.int64(shape)], {}, { shape, dtype: v.dtype });
    const tables = origin.parts.map((part) => {
      const count = sizeOf(part.indices.shape);
      const indices = reshaped(part.indices, [count]);
      const zeroOne = this.constant(Float32Array.of(0, 1), [2], "float32");
      const depth = this.scalar(rows, "int32");
      const hotType = { shape: [rows, count], dtype: "float32" as const };
      const hot = this.node("OneHot", [indices, depth, zeroOne], { axis: { int: 0 } }, hotType);
      const width = sizeOf(rest);
      const productType = { shape: [rows, width], dtype: "float32" as const };
      const product = this.node(
        "MatMul",
        [hot, reshaped(part.rows, [count, width])],
        {},
        productType,
      );
      return reshaped(product, value.shape);
    });
    return [...(origin.base ? [origin.base] : []), ...tables].reduce((a, b) =>
      this.node("Add", [a, b], {}, value),
    );
  }

  /** What the outputs depend on. Scattered outputs leave their sums to the host. */
  reach(outputs: readonly Value[]): TracedGraph {
    const ends: { readonly name: string; readonly value: Value }[] = [];
    const readOnly = new Map<Value, string>();
    // Each end is a copy of its own, so that an output may also be an input, a constant or another
    // output, and so that the host may add into it.
    const end = (value: Value): string => {
      const name = `out${ends.length}`;
      ends.push({ name, value: this.resolve(value) });
      return name;
    };
    const sharedEnd = (value: Value): string => {
      const name = readOnly.get(value) ?? end(value);
      readOnly.set(value, name);
      return name;
    };
    const plans = outputs.map((value): OutputPlan => {
      const { shape, dtype, origin } = value;
      if (origin.kind !== "scatter") return { shape, dtype, direct: end(value), scatter: [] };
      return {
        shape,
        dtype,
        direct: origin.base && end(origin.base),
        scatter: origin.parts.map((part) => ({
          indices: sharedEnd(part.indices),
          rows: sharedEnd(part.rows),
        })),
      };
    });

    const live = new Set<Value>();
    const waiting = ends.map(({ value }) => value);
    for (let value = waiting.pop(); value; value = waiting.pop()) {
      if (live.has(value)) continue;
      live.add(value);
      if (value.origin.kind === "node")
        for (const input of value.origin.node.inputs) if (input) waiting.push(input);
    }
    const kept = this.nodes.filter((node) => node.outputs.some((output) => live.has(output)));
    const nodes = kept.map(({ inputs, outputs, ...node }): NodeMessage => ({
      ...node,
      inputs: inputs.map((value) => value?.name ?? ""),
      outputs: outputs.map((value) => value.name),
    }));
    const copies = ends.map(({ name, value }): NodeMessage => ({
      operator: "Identity",
      domain: "",
      inputs: [value.name],
      outputs: [name],
      attributes: {},
    }));
    const inputs: (ValueMessage & { readonly path: string })[] = [];
    const constants: ConstantMessage[] = [];
    for (const { name, shape, dtype, origin } of live)
      if (origin.kind === "input") inputs.push({ name, shape, dtype, path: origin.path });
      else if (origin.kind === "constant")
        constants.push({ name, shape, dtype, bytes: bytesOf(origin.data) });
    const graph = {
      nodes: [...nodes, ...copies],
      inputs,
      outputs: ends.map(({ name, value: { shape, dtype } }) => ({ name, shape, dtype })),
      constants,
    };
    const values = [...live, ...kept.flatMap(({ outputs }) => outputs)];
    const types = new Map(values.map(({ name, shape, dtype }) => [name, { shape, dtype }]));
    return { graph, outputs: plans, types, repeats: this.repeats };
  }

  private value(shape: readonly number[], dtype: ElementType, origin: Origin): Value {
    return { name: `v${this.values++}`, shape, dtype, origin };
  }
}

export const sameShape = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((size, i) => size === b[i]);

const bytesOf = (data: ConstantData): Uint8Array =>
  new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
