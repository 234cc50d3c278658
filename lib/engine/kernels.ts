/**
 * Trace kernels: for each tfjs kernel, the ONNX nodes that compute it.
 */

import * as tf from "@tensorflow/tfjs-core";
import type { Value, Graph } from "./graph";
import { binary, cast, matMul, positive, reduce, reshape, transpose, unary } from "./nodes";
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

// --- element by element ------------------------------------------------------------------------

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

// The derivative of relu and abs.
registerTraceKernel("Step", ({ x }, { alpha }, g) => {
  const isPositive = binary(g, "Greater", x!, g.filled(0, [], x!.dtype), "bool");
  return g.node("Where", [isPositive, g.scalar(1), g.scalar(alpha ?? 0)], {}, x!);
});
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
  // A node and not a constant: its length may follow from the length of a row.
  const type = dtype === "int32" ? "int32" : "float32";
  const count = Math.max(0, Math.ceil((stop - start) / step));
  const inputs = [start, stop, step].map((value: number) => g.scalar(value, type));
  return g.node("Range", inputs, {}, { shape: [count], dtype: type });
});

// --- shape --------------------------------------------------------------------------------------

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
  const output = {
    shape: shape.map((size, i) => (i === along ? slices.length : size)),
    dtype: inputs[0]!.dtype,
  };
  return g.node("Concat", slices, { axis: { int: along } }, output);
});
function split(g: Graph, x: Value, sizes: readonly number[], axis: number): Value[] {
  const parts = sizes.map((size) => ({
    shape: x.shape.map((s, i) => (i === axis ? size : s)),
    dtype: x.dtype,
  }));
  return [...g.nodeWithOutputs("Split", [x, g.int64(sizes)], { axis: { int: axis } }, parts)];
}
registerTraceKernel("SplitV", ({ x }, { numOrSizeSplits, axis }, g) => {
  const along = positive(axis, x!.shape.length);
  const info = { shape: x!.shape } as unknown as tf.Tensor;
  const sizes = tf.backend_util.prepareSplitSize(info, numOrSizeSplits, along);
  return split(g, x!, sizes, along);
});
registerTraceKernel("Unpack", ({ value }, { axis }, g) => {
  const along = positive(axis, value!.shape.length);
  const sizes = Array<number>(value!.shape[along]!).fill(1);
  const shape = value!.shape.filter((_, i) => i !== along);
  return split(g, value!, sizes, along).map((part) => reshape(g, part, shape));
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
  return g.scatterAdd({ indices: flat, rows: updates! }, shape);
});
registerTraceKernel("UnsortedSegmentSum", ({ x, segmentIds }, { numSegments }, g) => {
  if (x!.dtype !== "float32")
    throw new TraceError(`unsortedSegmentSum of ${x!.dtype} cannot be compiled; cast to float32`);
  return g.scatterAdd({ indices: segmentIds!, rows: x! }, [numSegments, ...x!.shape.slice(1)]);
});
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
