/**
 * ONNX models as bytes. Field numbers are those of onnx.proto; only the few messages that a traced
 * graph needs are here. A message is a list of parts, so that weights are never copied.
 */

export const elementType = {
  float32: 1,
  uint8: 2,
  int32: 6,
  int64: 7,
  bool: 9,
  uint32: 12,
} as const;
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
  /** A name stands for a size that is known only when the model runs. */
  readonly shape: readonly (number | string)[];
};

export type ConstantMessage = Omit<ValueMessage, "shape"> & {
  readonly shape: readonly number[];
  readonly bytes: Uint8Array;
};

export type GraphMessage = {
  readonly nodes: readonly NodeMessage[];
  readonly inputs: readonly ValueMessage[];
  readonly outputs: readonly ValueMessage[];
  readonly constants: readonly ConstantMessage[];
};

/** Versions of the format and of the operator sets, by domain. */
export type Versions = {
  readonly format: number;
  readonly operators: Readonly<Record<string, number>>;
};

/** What the engine's own graphs are written against. */
const ownVersions: Versions = { format: 9, operators: { "": 20, "com.microsoft": 1 } };

/** Protocol buffers, and so ONNX files, end at 2 GiB. */
const largestModel = 2 ** 31 - 1;

/**
 * Serialise a graph as an ONNX `ModelProto`.
 *
 * @returns the parts of the message in order
 * @throws RangeError for a model of 2 GiB or more
 */
export function encodeModel(graph: GraphMessage, versions = ownVersions): readonly Uint8Array[] {
  const model = message([
    integer(1, versions.format),
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
    ...Object.entries(versions.operators).map(([domain, version]) =>
      bytes(8, message([text(1, domain), integer(2, version)])),
    ),
  ]);
  if (lengthOf(model) > largestModel)
    throw new RangeError(
      `an ONNX file holds at most ${largestModel} bytes, this model takes ${lengthOf(model)}`,
    );
  return model;
}

function encodeNode(node: NodeMessage, index: number): Message {
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

function encodeAttribute(name: string, value: Attribute): Message {
  if ("int" in value) return message([text(1, name), integer(3, value.int), integer(20, 2)]);
  if ("float" in value) return message([text(1, name), float(2, value.float), integer(20, 1)]);
  if ("text" in value) return message([text(1, name), text(4, value.text), integer(20, 3)]);
  return message([text(1, name), ...value.ints.map((i) => integer(8, i)), integer(20, 7)]);
}

function encodeConstant(constant: ConstantMessage): Message {
  return message([
    ...constant.shape.map((size) => integer(1, size)),
    integer(2, elementType[constant.dtype]),
    text(8, constant.name),
    bytes(9, [constant.bytes]),
  ]);
}

function encodeValue(value: ValueMessage): Message {
  const shape = message(
    value.shape.map((size) =>
      bytes(1, typeof size === "string" ? text(2, size) : integer(1, size)),
    ),
  );
  const tensor = message([integer(1, elementType[value.dtype]), bytes(2, shape)]);
  return message([text(1, value.name), bytes(2, bytes(1, tensor))]);
}

type Message = readonly Uint8Array[];

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

const integer = (field: number, value: number): Message => [
  Uint8Array.from([...varint((field << 3) | 0), ...varint(value)]),
];

const float = (field: number, value: number): Message => [
  Uint8Array.from(varint((field << 3) | 5)),
  new Uint8Array(Float32Array.of(value).buffer),
];

const bytes = (field: number, content: Message): Message => [
  Uint8Array.from([...varint((field << 3) | 2), ...varint(lengthOf(content))]),
  ...content,
];

const text = (field: number, value: string): Message => bytes(field, [Buffer.from(value, "utf8")]);

/** Small neighbours become one part: a graph has tens of thousands of fields. */
const smallPart = 4096;

function message(fields: readonly Message[]): Message {
  const parts: Uint8Array[] = [];
  let small: Uint8Array[] = [];
  const join = (): void => {
    if (small.length > 0) parts.push(Buffer.concat(small));
    small = [];
  };
  for (const field of fields)
    for (const part of field)
      if (part.length < smallPart) small.push(part);
      else {
        join();
        parts.push(part);
      }
  join();
  return parts;
}

const lengthOf = (parts: Message): number => parts.reduce((sum, part) => sum + part.length, 0);
