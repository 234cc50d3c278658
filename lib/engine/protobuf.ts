/**
 * ONNX models as bytes. Field numbers are those of onnx.proto (ONNX IR version 9); only the few
 * messages that a traced graph needs are here.
 */

export const elementType = { float32: 1, int32: 6, int64: 7, bool: 9, uint32: 12 } as const;
export type ElementType = keyof typeof elementType;

export type Attribute =
  | { readonly int: number }
  | { readonly ints: readonly number[] }
  | { readonly float: number }
  | { readonly text: string };

export type NodeMessage = {
  readonly operator: string;
  readonly domain: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes: Readonly<Record<string, Attribute>>;
};

export type ValueMessage = {
  readonly name: string;
  readonly dtype: ElementType;
  readonly shape: readonly number[];
};

export type ConstantMessage = ValueMessage & { readonly bytes: Uint8Array };

export type GraphMessage = {
  readonly nodes: readonly NodeMessage[];
  readonly inputs: readonly ValueMessage[];
  readonly outputs: readonly ValueMessage[];
  readonly constants: readonly ConstantMessage[];
};

/** Operator-set versions the graph is written against. */
const operatorSets = { "": 20, "com.microsoft": 1 } as const;

/** Serialise a graph as an ONNX `ModelProto`. */
export function encodeModel(graph: GraphMessage): Uint8Array {
  return message([
    integer(1, 9), // ir_version
    text(2, "kliniskvest"), // producer_name
    bytes(
      7,
      message([
        ...graph.nodes.map((node, i) => bytes(1, encodeNode(node, i))),
        text(2, "traced"),
        ...graph.constants.map((constant) => bytes(5, encodeConstant(constant))),
        ...graph.inputs.map((value) => bytes(11, encodeValue(value))),
        ...graph.outputs.map((value) => bytes(12, encodeValue(value))),
      ]),
    ),
    ...Object.entries(operatorSets).map(([domain, version]) =>
      bytes(8, message([text(1, domain), integer(2, version)])),
    ),
  ]);
}

function encodeNode(node: NodeMessage, index: number): Uint8Array {
  return message([
    ...node.inputs.map((name) => text(1, name)),
    ...node.outputs.map((name) => text(2, name)),
    text(3, `${node.operator}_${index}`),
    text(4, node.operator),
    ...Object.entries(node.attributes).map(([name, value]) =>
      bytes(5, encodeAttribute(name, value)),
    ),
    text(7, node.domain),
  ]);
}

function encodeAttribute(name: string, value: Attribute): Uint8Array {
  if ("int" in value) return message([text(1, name), integer(3, value.int), integer(20, 2)]);
  if ("float" in value) return message([text(1, name), float(2, value.float), integer(20, 1)]);
  if ("text" in value) return message([text(1, name), text(4, value.text), integer(20, 3)]);
  return message([text(1, name), ...value.ints.map((i) => integer(8, i)), integer(20, 7)]);
}

function encodeConstant(constant: ConstantMessage): Uint8Array {
  return message([
    ...constant.shape.map((size) => integer(1, size)),
    integer(2, elementType[constant.dtype]),
    text(8, constant.name),
    bytes(9, constant.bytes),
  ]);
}

function encodeValue(value: ValueMessage): Uint8Array {
  const shape = message(value.shape.map((size) => bytes(1, integer(1, size))));
  const tensor = message([integer(1, elementType[value.dtype]), bytes(2, shape)]);
  return message([text(1, value.name), bytes(2, bytes(1, tensor))]);
}

// Wire format: a field is (number << 3 | kind) followed by a varint (kind 0), a length and that
// many bytes (kind 2) or four bytes (kind 5).

function varint(value: number): number[] {
  let rest = BigInt.asUintN(64, BigInt(value));
  const out: number[] = [];
  while (rest > 127n) {
    out.push(Number(rest & 127n) | 128);
    rest >>= 7n;
  }
  return [...out, Number(rest)];
}

const integer = (field: number, value: number): Uint8Array =>
  Uint8Array.from([...varint((field << 3) | 0), ...varint(value)]);

const float = (field: number, value: number): Uint8Array =>
  message([
    Uint8Array.from(varint((field << 3) | 5)),
    new Uint8Array(Float32Array.of(value).buffer),
  ]);

const bytes = (field: number, content: Uint8Array): Uint8Array =>
  message([Uint8Array.from([...varint((field << 3) | 2), ...varint(content.length)]), content]);

const text = (field: number, value: string): Uint8Array => bytes(field, Buffer.from(value, "utf8"));

const message = (fields: readonly Uint8Array[]): Uint8Array => Buffer.concat(fields);
