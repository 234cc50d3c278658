/**
 * Trace kernels: for each tfjs kernel, the ONNX nodes that compute it. A few algebraic facts are used
 * on the way (x·1, x+0, chains of reshapes and transposes), because differentiation produces many.
 */

import * as tf from "@tensorflow/tfjs-core";
import { sameShape, type Graph, type Value } from "./graph";
import type { Attribute } from "./protobuf";
import { elementType } from "./protobuf";
import { traceBackend, traceBackendName, TraceError } from "./tracer";
import { sizeOf, type DataType } from "./tree";

type Inputs = Readonly<Record<string, Value>> & readonly Value[];
// The attributes of tfjs kernels are untyped by design; each kernel below reads its own.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Attributes = Readonly<Record<string, any>>;
type TraceKernel = (inputs: Inputs, attributes: Attributes, graph: Graph) => Value | Value[];

/** Register the nodes for a kernel. Inputs arrive as in tfjs: by name, or as a list (Concat, Pack). */
export function registerTraceKernel(kernelName: string, build: TraceKernel): void {
  tf.registerKernel({
    kernelName,
    backendName: traceBackendName,
    kernelFunc: ({ inputs, attrs }) => {
      const values = (
        Array.isArray(inputs)
          ? inputs.map((tensor: tf.TensorInfo) => traceBackend.recorded(tensor))
          : Object.fromEntries(
              Object.entries(inputs)
                .filter(([, tensor]) => tensor != null)
                .map(([name, tensor]) => [name, traceBackend.recorded(tensor as tf.TensorInfo)]),
            )
      ) as Inputs;
      const result = build(values, attrs ?? {}, traceBackend.graph);
      return Array.isArray(result)
        ? result.map((value) => traceBackend.tensorInfo(value))
        : traceBackend.tensorInfo(result);
    },
  });
}

const broadcastShape = (a: Value, b: Value): number[] =>
  tf.backend_util.assertAndGetBroadcastShape([...a.shape], [...b.shape]);

const constantOf = (v: Value): number | undefined =>
  v.origin.kind === "filled" ? v.origin.value : undefined;

// --- element by element ------------------------------------------------------------------------

const foldable: Record<string, (a: number, b: number) => number> = {
  Add: (a, b) => a + b,
  Sub: (a, b) => a - b,
  Mul: (a, b) => a * b,
  Div: (a, b) => a / b,
  Pow: (a, b) => a ** b,
  Max: (a, b) => Math.max(a, b),
  Min: (a, b) => Math.min(a, b),
};

/** `a operator b` with broadcasting. */
export function binary(g: Graph, operator: string, a: Value, b: Value, dtype = a.dtype): Value {
  const shape = broadcastShape(a, b);
  const [x, y] = [constantOf(a), constantOf(b)];
  const fold = foldable[operator];
  if (x !== undefined && y !== undefined && fold) return g.filled(fold(x, y), shape, dtype);
  if (operator === "Mul") {
    if (x === 0 || y === 0) return g.filled(0, shape, dtype);
    if (x === 1) return g.broadcast(b, shape);
    if (y === 1) return g.broadcast(a, shape);
  }
  if (operator === "Add") {
    if (x === 0) return g.broadcast(b, shape);
    if (y === 0) return g.broadcast(a, shape);
    if ((a.origin.kind === "scatter" || b.origin.kind === "scatter") && sameShape(a.shape, b.shape))
      return g.joinScatters(a, b);
  }
  if (operator === "Sub" && y === 0) return g.broadcast(a, shape);
  if (operator === "Div" && y === 1) return g.broadcast(a, shape);
  if (operator === "Div" && y !== undefined && dtype === "float32")
    return binary(g, "Mul", a, g.filled(1 / y, b.shape, dtype));
  if (operator === "Pow" && y === 2) return binary(g, "Mul", a, a);
  // Two expansions of one small shape: compute small, expand the result.
  if (a.origin.kind === "broadcast" && y !== undefined)
    return g.broadcast(binary(g, operator, a.origin.of, g.filled(y, [], b.dtype), dtype), shape);
  if (b.origin.kind === "broadcast" && x !== undefined)
    return g.broadcast(binary(g, operator, g.filled(x, [], a.dtype), b.origin.of, dtype), shape);
  // ONNX broadcasts too: hand over the small form where the other side already has the full shape.
  const small = (v: Value, other: Value): Value => {
    if (!sameShape(other.shape, shape)) return v;
    if (v.origin.kind === "broadcast") return v.origin.of;
    if (v.origin.kind === "filled") return g.scalar(v.origin.value, v.dtype as DataType);
    return v;
  };
  const left = small(a, b);
  return g.node(operator, [left, left === a ? small(b, a) : b], {}, { shape, dtype });
}

const times = (g: Graph, a: Value, factor: number): Value =>
  binary(g, "Mul", a, g.filled(factor, [], "float32"));

/** One operator applied to each element. */
export function unary(
  g: Graph,
  operator: string,
  x: Value,
  options: { dtype?: Value["dtype"]; attributes?: Record<string, Attribute>; domain?: string } = {},
): Value {
  const apply = (v: Value): Value =>
    g.node(
      operator,
      [v],
      options.attributes ?? {},
      { shape: v.shape, dtype: options.dtype ?? v.dtype },
      options.domain,
    );
  return x.origin.kind === "broadcast" ? g.broadcast(apply(x.origin.of), x.shape) : apply(x);
}

export function cast(g: Graph, x: Value, dtype: Value["dtype"]): Value {
  if (x.dtype === dtype) return x;
  const constant = constantOf(x);
  if (constant !== undefined && dtype !== "int64" && dtype !== "uint32") {
    const value =
      dtype === "bool"
        ? Number(constant !== 0)
        : dtype === "int32"
          ? Math.trunc(constant)
          : constant;
    return g.filled(value, x.shape, dtype);
  }
  return unary(g, "Cast", x, { dtype, attributes: { to: { int: elementType[dtype] } } });
}

const arithmetic = {
  Add: "Add",
  Sub: "Sub",
  Multiply: "Mul",
  RealDiv: "Div",
  Pow: "Pow",
  Maximum: "Max",
  Minimum: "Min",
};
for (const [kernel, operator] of Object.entries(arithmetic))
  registerTraceKernel(kernel, ({ a, b }, _, g) => binary(g, operator, a!, b!));

const comparisons = {
  Greater: "Greater",
  GreaterEqual: "GreaterOrEqual",
  Less: "Less",
  LessEqual: "LessOrEqual",
  Equal: "Equal",
  LogicalAnd: "And",
  LogicalOr: "Or",
};
for (const [kernel, operator] of Object.entries(comparisons))
  registerTraceKernel(kernel, ({ a, b }, _, g) => binary(g, operator, a!, b!, "bool"));

const functions = {
  Neg: "Neg",
  Exp: "Exp",
  Log: "Log",
  Sqrt: "Sqrt",
  Abs: "Abs",
  Erf: "Erf",
  Tanh: "Tanh",
  Sigmoid: "Sigmoid",
  Relu: "Relu",
  Reciprocal: "Reciprocal",
  Sin: "Sin",
  Cos: "Cos",
  LogicalNot: "Not",
};
for (const [kernel, operator] of Object.entries(functions))
  registerTraceKernel(kernel, ({ x }, _, g) => unary(g, operator, x!));

registerTraceKernel("Rsqrt", ({ x }, _, g) => unary(g, "Reciprocal", unary(g, "Sqrt", x!)));
registerTraceKernel("Square", ({ x }, _, g) => binary(g, "Mul", x!, x!));
registerTraceKernel("SquaredDifference", ({ a, b }, _, g) => {
  const difference = binary(g, "Sub", a!, b!);
  return binary(g, "Mul", difference, difference);
});
registerTraceKernel("NotEqual", ({ a, b }, _, g) =>
  unary(g, "Not", binary(g, "Equal", a!, b!, "bool")),
);
registerTraceKernel("AddN", (inputs, _, g) => [...inputs].reduce((a, b) => binary(g, "Add", a, b)));
registerTraceKernel("Cast", ({ x }, { dtype }, g) => cast(g, x!, dtype));
registerTraceKernel("Select", ({ condition, t, e }, _, g) => {
  const rank = t!.shape.length;
  const aligned =
    condition!.shape.length === 1 && rank > 1
      ? reshape(g, condition!, [condition!.shape[0]!, ...Array<number>(rank - 1).fill(1)])
      : condition!;
  return g.node("Where", [aligned, t!, e!], {}, t!);
});

// --- filling ------------------------------------------------------------------------------------

registerTraceKernel("ZerosLike", ({ x }, _, g) => g.filled(0, x!.shape, x!.dtype));
registerTraceKernel("OnesLike", ({ x }, _, g) => g.filled(1, x!.shape, x!.dtype));
registerTraceKernel("Fill", (_, { shape, value, dtype }, g) =>
  g.filled(value, shape, dtype ?? "float32"),
);
registerTraceKernel("Range", (_, { start, stop, step, dtype }, g) => {
  const count = Math.max(0, Math.ceil((stop - start) / step));
  const values = Array.from({ length: count }, (_, i) => start + i * step);
  return dtype === "int32"
    ? g.constant(Int32Array.from(values), [count], "int32")
    : g.constant(Float32Array.from(values), [count], "float32");
});

// --- shape --------------------------------------------------------------------------------------

export function reshape(g: Graph, x: Value, shape: readonly number[]): Value {
  if (sameShape(x.shape, shape)) return x;
  if (x.origin.kind === "filled") return g.filled(x.origin.value, shape, x.dtype);
  if (x.origin.kind === "node" && x.origin.node.operator === "Reshape") {
    const source = x.origin.node.inputs[0]!;
    if (sameShape(source.shape, shape)) return source;
    x = source;
  }
  return g.node("Reshape", [x, g.int64(shape)], {}, { shape, dtype: x.dtype });
}

export function transpose(g: Graph, x: Value, order: readonly number[]): Value {
  if (order.every((axis, i) => axis === i)) return x;
  const shape = order.map((axis) => x.shape[axis]!);
  if (x.origin.kind === "filled") return g.filled(x.origin.value, shape, x.dtype);
  if (x.origin.kind === "node" && x.origin.node.operator === "Transpose") {
    const inner = (x.origin.node.attributes["perm"] as { ints: readonly number[] }).ints;
    return transpose(
      g,
      x.origin.node.inputs[0]!,
      order.map((axis) => inner[axis]!),
    );
  }
  return g.node("Transpose", [x], { perm: { ints: order } }, { shape, dtype: x.dtype });
}

const positive = (axis: number, rank: number): number => (axis < 0 ? axis + rank : axis);

registerTraceKernel("Identity", ({ x }) => x!);
registerTraceKernel("Reshape", ({ x }, { shape }, g) =>
  reshape(g, x!, tf.util.inferFromImplicitShape(shape, sizeOf(x!.shape))),
);
registerTraceKernel("ExpandDims", ({ input }, { dim }, g) => {
  const shape = [...input!.shape];
  shape.splice(positive(dim, shape.length + 1), 0, 1);
  return reshape(g, input!, shape);
});
registerTraceKernel("Transpose", ({ x }, { perm }, g) => transpose(g, x!, perm));
registerTraceKernel("Tile", ({ x }, { reps }, g) => {
  const shape = x!.shape.map((size, i) => size * reps[i]);
  return x!.shape.every((size, i) => size === 1 || reps[i] === 1)
    ? g.broadcast(x!, shape)
    : g.node("Tile", [x!, g.int64(reps)], {}, { shape, dtype: x!.dtype });
});
registerTraceKernel("Concat", (inputs, { axis }, g) => {
  const shape = [...inputs[0]!.shape];
  const along = positive(axis, shape.length);
  shape[along] = [...inputs].reduce((sum, value) => sum + value.shape[along]!, 0);
  const dtype = inputs[0]!.dtype;
  return g.node("Concat", [...inputs], { axis: { int: along } }, { shape, dtype });
});
registerTraceKernel("Pack", (inputs, { axis }, g) => {
  const shape = [...inputs[0]!.shape];
  const along = positive(axis, shape.length + 1);
  shape.splice(along, 0, 1);
  const slices = [...inputs].map((value) => reshape(g, value, shape));
  shape[along] = slices.length;
  const dtype = inputs[0]!.dtype;
  return g.node("Concat", slices, { axis: { int: along } }, { shape, dtype });
});
registerTraceKernel("SplitV", ({ x }, { numOrSizeSplits, axis }, g) => {
  const along = positive(axis, x!.shape.length);
  const sizes = tf.backend_util.prepareSplitSize(
    { shape: x!.shape } as unknown as tf.Tensor,
    numOrSizeSplits,
    along,
  );
  return [
    ...g.nodeWithOutputs(
      "Split",
      [x!, g.int64(sizes)],
      { axis: { int: along } },
      sizes.map((size) => ({
        shape: x!.shape.map((s, i) => (i === along ? size : s)),
        dtype: x!.dtype,
      })),
    ),
  ];
});
registerTraceKernel("Slice", ({ x }, { begin, size }, g) => {
  const info = { shape: x!.shape, rank: x!.shape.length } as unknown as tf.Tensor;
  const [start, shape] = tf.slice_util.parseSliceParams(info, begin, size) as [number[], number[]];
  const axes = shape.flatMap((s, i) => (s === x!.shape[i] ? [] : [i]));
  if (axes.length === 0) return x!;
  if (x!.origin.kind === "filled") return g.filled(x!.origin.value, shape, x!.dtype);
  return g.node(
    "Slice",
    [
      x!,
      g.int64(axes.map((i) => start[i]!)),
      g.int64(axes.map((i) => start[i]! + shape[i]!)),
      g.int64(axes),
    ],
    {},
    { shape, dtype: x!.dtype },
  );
});
registerTraceKernel("PadV2", ({ x }, { paddings, constantValue }, g) => {
  const pads = paddings as [number, number][];
  return g.node(
    "Pad",
    [
      x!,
      g.int64([...pads.map((p) => p[0]), ...pads.map((p) => p[1])]),
      g.scalar(constantValue, x!.dtype as DataType),
    ],
    {},
    { shape: x!.shape.map((s, i) => s + pads[i]![0] + pads[i]![1]), dtype: x!.dtype },
  );
});

// --- products -----------------------------------------------------------------------------------

/** Matrix product over the last two axes, optionally of transposed operands, times `alpha`. */
export function matMul(
  g: Graph,
  a: Value,
  b: Value,
  transposeA: boolean,
  transposeB: boolean,
  alpha = 1,
): Value {
  const batch = tf.backend_util.assertAndGetBroadcastShape(
    [...a.shape.slice(0, -2)],
    [...b.shape.slice(0, -2)],
  );
  const shape = [...batch, a.shape.at(transposeA ? -1 : -2)!, b.shape.at(transposeB ? -2 : -1)!];
  const output = { shape, dtype: "float32" as const };
  if (transposeA && !transposeB && a.shape.length === 2) {
    // A weight gradient. ONNX Runtime's product with a transposed left operand is its slowest; a
    // transposition that it cannot fuse away (the reshapes hide it) costs less than it saves.
    const [rows, columns] = a.shape as [number, number];
    const turned = g.node(
      "Transpose",
      [reshapeAlways(g, a, [1, rows, columns])],
      {
        perm: { ints: [0, 2, 1] },
      },
      { shape: [1, columns, rows], dtype: "float32" },
    );
    const product = g.node("MatMul", [reshape(g, turned, [columns, rows]), b], {}, output);
    return alpha === 1 ? product : times(g, product, alpha);
  }
  if (!transposeA && !transposeB && alpha === 1) return g.node("MatMul", [a, b], {}, output);
  return g.node(
    "FusedMatMul",
    [a, b],
    {
      transA: { int: Number(transposeA) },
      transB: { int: Number(transposeB) },
      alpha: { float: alpha },
    },
    output,
    "com.microsoft",
  );
}

const reshapeAlways = (g: Graph, x: Value, shape: readonly number[]): Value =>
  g.node("Reshape", [x, g.int64(shape)], {}, { shape, dtype: x.dtype });

registerTraceKernel("BatchMatMul", ({ a, b }, { transposeA, transposeB }, g) =>
  matMul(g, a!, b!, Boolean(transposeA), Boolean(transposeB)),
);
registerTraceKernel("_FusedMatMul", ({ a, b, bias }, { transposeA, transposeB, activation }, g) => {
  if (activation && activation !== "linear")
    throw new TraceError(
      `a fused product with activation '${activation}' cannot be compiled; apply it as an operation of its own`,
    );
  const product = matMul(g, a!, b!, Boolean(transposeA), Boolean(transposeB));
  return bias ? binary(g, "Add", product, bias) : product;
});

// --- reductions ---------------------------------------------------------------------------------

function reduce(g: Graph, operator: string, x: Value, axis: unknown, keepDims: boolean): Value {
  const rank = x.shape.length;
  const axes = (axis == null ? x.shape.map((_, i) => i) : Array.isArray(axis) ? axis : [axis]).map(
    (a: number) => positive(a, rank),
  );
  const shape = keepDims
    ? x.shape.map((s, i) => (axes.includes(i) ? 1 : s))
    : x.shape.filter((_, i) => !axes.includes(i));
  const count = axes.reduce((n, a) => n * x.shape[a]!, 1);
  const constant = constantOf(x);
  if (constant !== undefined)
    return g.filled(operator === "ReduceSum" ? constant * count : constant, shape, x.dtype);
  if (count === 1) return reshape(g, x, shape);
  const keep = { keepdims: { int: Number(keepDims) } };
  return g.node(operator, [x, g.int64(axes)], keep, { shape, dtype: x.dtype });
}

for (const [kernel, operator] of Object.entries({ Sum: "ReduceSum", Mean: "ReduceMean" }))
  registerTraceKernel(kernel, ({ x }, { axis, keepDims }, g) =>
    reduce(g, operator, x!.dtype === "bool" ? cast(g, x!, "int32") : x!, axis, Boolean(keepDims)),
  );
for (const [kernel, operator] of Object.entries({ Max: "ReduceMax", Min: "ReduceMin" }))
  registerTraceKernel(kernel, ({ x }, { reductionIndices, axis, keepDims }, g) =>
    reduce(g, operator, x!, reductionIndices ?? axis, Boolean(keepDims)),
  );
registerTraceKernel("ArgMax", ({ x }, { axis }, g) => {
  const along = positive(axis, x!.shape.length);
  const shape = x!.shape.filter((_, i) => i !== along);
  const index = g.node(
    "ArgMax",
    [x!],
    { axis: { int: along }, keepdims: { int: 0 } },
    { shape, dtype: "int64" },
  );
  return cast(g, index, "int32");
});
registerTraceKernel("Softmax", ({ logits }, { dim }, g) =>
  g.node("Softmax", [logits!], { axis: { int: positive(dim, logits!.shape.length) } }, logits!),
);
registerTraceKernel("LogSoftmax", ({ logits }, { axis }, g) =>
  g.node("LogSoftmax", [logits!], { axis: { int: positive(axis, logits!.shape.length) } }, logits!),
);

// --- indexing -----------------------------------------------------------------------------------

registerTraceKernel("GatherV2", ({ x, indices }, { axis, batchDims }, g) => {
  if (batchDims)
    throw new TraceError("gather with batchDims cannot be compiled; flatten the batch axes first");
  const along = positive(axis, x!.shape.length);
  const shape = [...x!.shape.slice(0, along), ...indices!.shape, ...x!.shape.slice(along + 1)];
  return g.node("Gather", [x!, indices!], { axis: { int: along } }, { shape, dtype: x!.dtype });
});
registerTraceKernel("GatherNd", ({ params, indices }, _, g) => {
  const depth = indices!.shape.at(-1)!;
  const shape = [...indices!.shape.slice(0, -1), ...params!.shape.slice(depth)];
  return g.node(
    "GatherND",
    [params!, cast(g, indices!, "int64")],
    {},
    { shape, dtype: params!.dtype },
  );
});
registerTraceKernel("ScatterNd", ({ indices, updates }, { shape }, g) => {
  if (indices!.shape.at(-1) !== 1 || updates!.dtype !== "float32")
    throw new TraceError("scatterND can be compiled for float32 rows of the first axis only");
  const flat = reshape(g, indices!, [sizeOf(indices!.shape)]);
  return g.scatterAdd(undefined, { indices: flat, rows: updates! }, shape);
});
registerTraceKernel("UnsortedSegmentSum", ({ x, segmentIds }, { numSegments }, g) =>
  g.scatterAdd(undefined, { indices: segmentIds!, rows: x! }, [numSegments, ...x!.shape.slice(1)]),
);
registerTraceKernel("OneHot", ({ indices }, { depth, onValue, offValue, dtype }, g) => {
  const shape = [...indices!.shape, depth as number];
  const values = g.constant(Float32Array.of(offValue, onValue), [2], "float32");
  // ONNX Runtime has no int32 result on the CPU; floats are what a product wants anyway.
  const hot = g.node(
    "OneHot",
    [indices!, g.scalar(depth, "int32"), values],
    { axis: { int: -1 } },
    {
      shape,
      dtype: "float32",
    },
  );
  return cast(g, hot, dtype ?? "int32");
});
