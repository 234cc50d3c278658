/**
 * Weights in 8 bits. Each row of a weight (one output of a linear map, one entry of an embedding) has
 * a scale of its own, its largest absolute value over 127; what is multiplied with a weight is
 * quantised while the model runs. The operators are those of ONNX Runtime's dynamic quantisation.
 */

import {
  elementType,
  type Attribute,
  type ConstantMessage,
  type GraphMessage,
  type NodeMessage,
} from "../protobuf";

/**
 * Stored unsigned, 128 for 0: with signed weights the 8-bit products of processors without VNNI
 * saturate, so that the same model would give other numbers on another machine.
 */
const zero = 128;

/** A float32 matrix as bytes and a scale for each row. */
export function quantizeRows(
  weights: Float32Array,
  rows: number,
): { readonly bytes: Uint8Array; readonly scales: Float32Array } {
  const width = weights.length / rows;
  const bytes = new Uint8Array(weights.length);
  const scales = new Float32Array(rows);
  for (let row = 0; row < rows; row++) {
    const end = (row + 1) * width;
    let largest = 0;
    for (let i = row * width; i < end; i++) largest = Math.max(largest, Math.abs(weights[i]!));
    const scale = Math.fround(largest / 127) || 1;
    scales[row] = scale;
    for (let i = row * width; i < end; i++) bytes[i] = Math.round(weights[i]! / scale) + zero;
  }
  return { bytes, scales };
}

/** `[rows, columns]` → `[columns, rows]` */
function turn(bytes: Uint8Array, rows: number): Uint8Array {
  const columns = bytes.length / rows;
  const turned = new Uint8Array(bytes.length);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      turned[column * rows + row] = bytes[row * columns + column]!;
  return turned;
}

/** A portable graph with the weights of linear maps and embeddings in 8 bits; the rest stays. */
export function quantizeGraph(graph: GraphMessage): GraphMessage {
  const nodes: NodeMessage[] = [];
  const constants = new Map(graph.constants.map((constant) => [constant.name, constant]));
  const made = new Set<string>();
  const put = (
    output: string,
    operator: string,
    inputs: readonly string[],
    attributes: Readonly<Record<string, Attribute>> = {},
  ): string => {
    if (!made.has(output))
      nodes.push({ operator, domain: "", inputs, outputs: [output], attributes });
    made.add(output);
    return output;
  };
  const store = (constant: ConstantMessage): string => {
    constants.set(constant.name, constant);
    return constant.name;
  };
  const toFloat = { to: { int: elementType.float32 } };

  const weightOf = (name: string): ConstantMessage | undefined => {
    const found = constants.get(name);
    return found?.dtype === "float32" && found.shape.length === 2 ? found : undefined;
  };
  const looksUp = ({ operator, inputs, attributes }: NodeMessage): boolean =>
    operator === "Gather" &&
    weightOf(inputs[0]!) !== undefined &&
    (attributes["axis"] as { readonly int: number }).int === 0;
  const multiplies = ({ operator, inputs, attributes }: NodeMessage): boolean =>
    operator === "Gemm" && weightOf(inputs[1]!) !== undefined && "transB" in attributes;

  const tables = new Set(graph.nodes.filter(looksUp).map(({ inputs }) => inputs[0]!));
  const done = new Map<string, { readonly values: string; readonly scales: string }>();
  /** A weight as `[out, in]` bytes if it is a table, and `[in, out]` if not. */
  const quantized = (name: string): { readonly values: string; readonly scales: string } => {
    const known = done.get(name);
    if (known) return known;
    const { shape, bytes } = weightOf(name)!;
    const [rows, width] = shape as [number, number];
    const floats = new Float32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
    const { bytes: values, scales } = quantizeRows(floats, rows);
    const isTable = tables.has(name);
    const result = {
      values: store({
        name: `${name}_quantized`,
        dtype: "uint8",
        shape: isTable ? shape : [width, rows],
        bytes: isTable ? values : turn(values, rows),
      }),
      scales: store({
        name: `${name}_scale`,
        dtype: "float32",
        shape: isTable ? [rows, 1] : [rows],
        bytes: new Uint8Array(scales.buffer),
      }),
    };
    done.set(name, result);
    return result;
  };

  const lookUp = ({ inputs, outputs }: NodeMessage): void => {
    const [table, indices] = inputs as [string, string];
    const output = outputs[0]!;
    const { values, scales } = quantized(table);
    const gather = (part: string, from: string): string =>
      put(`${output}_${part}`, "Gather", [from, indices], { axis: { int: 0 } });
    const floats = put(`${output}_float`, "Cast", [gather("bytes", values)], toFloat);
    const bytes = new Uint8Array(Float32Array.of(zero).buffer);
    const middle = store({ name: "quantized_zero", dtype: "float32", shape: [], bytes });
    const centred = put(`${output}_centred`, "Sub", [floats, middle]);
    put(output, "Mul", [centred, gather("scale", scales)]);
  };

  const multiply = ({ inputs, outputs, attributes }: NodeMessage): void => {
    const [x, weight, bias] = inputs as [string, string, string | undefined];
    const output = outputs[0]!;
    const rows = weightOf(weight)!.shape[0]!;
    let { values, scales } = quantized(weight);
    if (tables.has(weight)) {
      values = put(`${values}_turned`, "Transpose", [values], { perm: { ints: [1, 0] } });
      const flat = new Uint8Array(BigInt64Array.of(BigInt(rows)).buffer);
      const shape = store({ name: `${scales}_shape`, dtype: "int64", shape: [1], bytes: flat });
      scales = put(`${scales}_flat`, "Reshape", [scales, shape]);
    }
    const [bytes, scale, middle] = ["bytes", "scale", "zero"].map((part) => `${x}_${part}`) as [
      string,
      string,
      string,
    ];
    if (!made.has(bytes))
      nodes.push({
        operator: "DynamicQuantizeLinear",
        domain: "",
        inputs: [x],
        outputs: [bytes, scale, middle],
        attributes: {},
      });
    made.add(bytes);
    const zeros = store({
      name: `quantized_zeros_${rows}`,
      dtype: "uint8",
      shape: [rows],
      bytes: new Uint8Array(rows).fill(zero),
    });
    const whole = put(`${output}_whole`, "MatMulInteger", [bytes, values, middle, zeros]);
    const floats = put(`${output}_float`, "Cast", [whole], toFloat);
    let factor = put(`${output}_factor`, "Mul", [scale, scales]);
    const alpha = attributes["alpha"] as { readonly float: number } | undefined;
    if (alpha) {
      const bytes = new Uint8Array(Float32Array.of(alpha.float).buffer);
      const name = store({ name: `${output}_alpha`, dtype: "float32", shape: [], bytes });
      factor = put(`${output}_scaled`, "Mul", [factor, name]);
    }
    const product = bias === undefined ? output : `${output}_product`;
    put(product, "Mul", [floats, factor]);
    if (bias !== undefined) put(output, "Add", [product, bias]);
  };

  for (const node of graph.nodes)
    if (looksUp(node)) lookUp(node);
    else if (multiplies(node)) multiply(node);
    else nodes.push(node);
  const used = new Set(nodes.flatMap((node) => node.inputs));
  return {
    ...graph,
    nodes,
    constants: [...constants.values()].filter(({ name }) => used.has(name)),
  };
}
