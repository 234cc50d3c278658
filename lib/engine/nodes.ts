/**
 * ONNX nodes for the operations that many trace kernels share. A few algebraic facts are used on the
 * way (x·1, x+0, chains of reshapes and transposes), because differentiation produces many.
 */

import { backend_util } from "@tensorflow/tfjs-core";
import { sameShape, type Graph, type Value } from "./graph";
import { elementType, type Attribute } from "./protobuf";
import type { DataType } from "./tree";

const broadcastShape = (a: Value, b: Value): number[] =>
  backend_util.assertAndGetBroadcastShape([...a.shape], [...b.shape]);

const constantOf = (v: Value): number | undefined =>
  v.origin.kind === "filled" ? v.origin.value : undefined;

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
  // An expanded value and a number: compute small, expand the result.
  const unexpanded = (v: Value): Value => (v.origin.kind === "broadcast" ? v.origin.of : v);
  if (y !== undefined && !sameShape(unexpanded(a).shape, shape))
    return g.broadcast(binary(g, operator, unexpanded(a), g.filled(y, [], b.dtype), dtype), shape);
  if (x !== undefined && !sameShape(unexpanded(b).shape, shape))
    return g.broadcast(binary(g, operator, g.filled(x, [], a.dtype), unexpanded(b), dtype), shape);
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
  if (x.origin.kind === "broadcast") return g.broadcast(apply(x.origin.of), x.shape);
  if (x.origin.kind === "filled" && x.shape.length > 0)
    return g.broadcast(apply(g.filled(x.origin.value, [], x.dtype)), x.shape);
  return apply(x);
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

/** The axis counted from the front. */
export const positive = (axis: number, rank: number): number => (axis < 0 ? axis + rank : axis);

/** Matrix product over the last two axes, optionally of transposed operands, times `alpha`. */
export function matMul(
  g: Graph,
  a: Value,
  b: Value,
  transposeA: boolean,
  transposeB: boolean,
  alpha = 1,
): Value {
  const batch = backend_util.assertAndGetBroadcastShape(
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

/** Reduce over `axis` (all axes if null). */
export function reduce(
  g: Graph,
  operator: string,
  x: Value,
  axis: unknown,
  keepDims: boolean,
): Value {
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
