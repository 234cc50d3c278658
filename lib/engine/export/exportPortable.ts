/**
 * A traced graph in operators that every ONNX runtime has, the browser's included: what the kernels
 * take from ONNX Runtime's own operator set becomes its definition, which ONNX Runtime fuses again
 * when it loads the model.
 */

import type { OutputType, TracedGraph } from "../graph";
import type { Attribute, ConstantMessage, NodeMessage } from "../protobuf";
import { TraceError } from "../tracer";

/** The versions a portable graph is written against: those of the year 2022. */
export const portableVersions = { format: 8, operators: { "": 18 } } as const;

/**
 * Rewrite FusedMatMul and Gelu, and join products with the bias that follows them.
 *
 * @throws TraceError for another operator outside the standard set
 */
export function makePortable(traced: TracedGraph): TracedGraph {
  const nodes: NodeMessage[] = [];
  const constants = new Map(traced.graph.constants.map((each) => [each.name, each]));
  const types = new Map<string, OutputType>(traced.types);

  const put = (
    operator: string,
    inputs: readonly string[],
    output: string,
    attributes: Readonly<Record<string, Attribute>> = {},
  ): string => {
    nodes.push({ operator, domain: "", inputs, outputs: [output], attributes });
    return output;
  };
  const number = (value: number): string => {
    const name = `number_${value}`;
    const constant: ConstantMessage = {
      name,
      dtype: "float32",
      shape: [],
      bytes: new Uint8Array(Float32Array.of(value).buffer),
    };
    constants.set(name, constant);
    types.set(name, constant);
    return name;
  };
  const rankOf = (name: string): number => types.get(name)!.shape.length;

  const product = ({ inputs, outputs, attributes }: NodeMessage): void => {
    const [a, b] = inputs as [string, string];
    const output = outputs[0]!;
    const setting = (name: string): number =>
      (attributes[name] as { readonly int: number } | undefined)?.int ?? 0;
    const alpha = (attributes["alpha"] as { readonly float: number } | undefined)?.float ?? 1;
    if (rankOf(a) === 2 && rankOf(b) === 2)
      // Gemm takes weights as they are published, [out, in].
      return void put("Gemm", [a, b], output, {
        ...(setting("transA") && { transA: { int: 1 } }),
        ...(setting("transB") && { transB: { int: 1 } }),
        ...(alpha !== 1 && { alpha: { float: alpha } }),
      });
    const turned = (name: string, which: string): string => {
      if (!setting(`trans${which}`)) return name;
      const perm = Array.from({ length: rankOf(name) }, (_, i) => i);
      perm.push(...perm.splice(-2).reverse());
      return put("Transpose", [name], `${output}_${which}`, { perm: { ints: perm } });
    };
    const factors = [turned(a, "A"), turned(b, "B")];
    if (alpha === 1) return void put("MatMul", factors, output);
    put("Mul", [put("MatMul", factors, `${output}_product`), number(alpha)], output);
  };

  const gelu = ({ inputs, outputs, attributes }: NodeMessage): void => {
    const x = inputs[0]!;
    const output = outputs[0]!;
    const step = (name: string, operator: string, a: string, b?: string): string =>
      put(operator, b === undefined ? [a] : [a, b], `${output}_${name}`);
    let curve: string;
    if ("approximate" in attributes) {
      // tanh(√(2/π)·(x + 0.044715·x³))
      const cube = step("cube", "Mul", step("square", "Mul", x, x), x);
      const inner = step("inner", "Add", x, step("small", "Mul", cube, number(0.044715)));
      curve = step("tanh", "Tanh", step("argument", "Mul", inner, number(Math.sqrt(2 / Math.PI))));
    } else curve = step("erf", "Erf", step("argument", "Div", x, number(Math.SQRT2)));
    const doubled = step("doubled", "Mul", x, step("shifted", "Add", curve, number(1)));
    put("Mul", [doubled, number(0.5)], output);
  };

  const consumers = new Map<string, number>();
  for (const name of traced.graph.nodes.flatMap((node) => node.inputs))
    consumers.set(name, (consumers.get(name) ?? 0) + 1);
  const parameters = new Set(traced.graph.inputs.map(({ name }) => name));

  /** `product + bias` as one Gemm; false if the addition is no such thing. */
  const joinBias = ({ inputs, outputs }: NodeMessage): boolean => {
    for (const [sum, bias] of [inputs, [...inputs].reverse()] as [string, string][]) {
      if (!parameters.has(bias) || rankOf(bias) !== 1 || consumers.get(sum) !== 1) continue;
      const at = nodes.findIndex((node) => node.outputs[0] === sum);
      const gemm = nodes[at];
      if (gemm?.operator !== "Gemm" || gemm.inputs.length > 2) continue;
      nodes[at] = { ...gemm, inputs: [...gemm.inputs, bias], outputs };
      return true;
    }
    return false;
  };

  for (const node of traced.graph.nodes)
    if (node.operator === "FusedMatMul") product(node);
    else if (node.operator === "Gelu") gelu(node);
    else if (node.domain !== "")
      throw new TraceError(`operator ${node.domain}.${node.operator} has no portable form`);
    else if (node.operator === "Add" && joinBias(node)) continue;
    else if (node.operator === "LayerNormalization")
      // Its other outputs serve the derivative.
      nodes.push({ ...node, outputs: node.outputs.slice(0, 1) });
    else nodes.push(node);
  return {
    ...traced,
    graph: { ...traced.graph, nodes, constants: [...constants.values()] },
    types,
  };
}
