/**
 * The safetensors format: eight bytes of header length, a JSON header with each tensor's type, shape
 * and place, then the data without gaps. Files come from anywhere, so the header is checked in full
 * before a byte of data is read. Format: github.com/huggingface/safetensors.
 */

import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { InputError } from "../errors";
import { writeFileAtomic } from "../files";

/** Element types that some typed array holds as the file does, on a little-endian machine. */
const arrays = {
  F64: Float64Array,
  I64: BigInt64Array,
  U64: BigUint64Array,
  F32: Float32Array,
  I32: Int32Array,
  U32: Uint32Array,
  I16: Int16Array,
  U16: Uint16Array,
  I8: Int8Array,
  U8: Uint8Array,
  BOOL: Uint8Array,
} as const;

/** Element types that are widened to float32, which holds their values exactly. */
const halves = { F16: fromHalf, BF16: fromBrainHalf } as const;

type ArrayType = keyof typeof arrays;
type TensorType = ArrayType | keyof typeof halves;
export type TensorData =
  | Float64Array
  | BigInt64Array
  | BigUint64Array
  | Float32Array
  | Int32Array
  | Uint32Array
  | Int16Array
  | Uint16Array
  | Int8Array
  | Uint8Array;

export type Tensor = {
  readonly shape: readonly number[];
  /** Row-major values. */
  readonly data: TensorData;
};

export type NamedTensor = Tensor & { readonly name: string };

export type SafetensorsFile = {
  /** In the order of the data. */
  readonly names: readonly string[];
  readonly metadata: Readonly<Record<string, string>>;
  /**
   * Read one tensor: F16 and BF16 as float32, other types as they are.
   *
   * @throws InputError if the file has no such tensor
   */
  read(name: string): Tensor;
  close(): void;
};

/** Upper bound of the header, that of the reference implementation. */
const largestHeader = 100_000_000;

/** Bytes read or written by one system call; Node refuses 2 GiB. */
const chunk = 1 << 30;

/**
 * Write tensors to a file, aside first and then renamed. Data begins on a multiple of 8 bytes, wider
 * element types first, so that every tensor is aligned.
 *
 * @throws RangeError for a repeated name or data that does not fill its shape
 */
export function writeSafetensors(
  path: string,
  tensors: Iterable<NamedTensor>,
  metadata: Readonly<Record<string, string>> = {},
): void {
  const ordered = [...tensors].sort((a, b) => b.data.BYTES_PER_ELEMENT - a.data.BYTES_PER_ELEMENT);
  const entries = new Map<string, unknown>([["__metadata__", metadata]]);
  let offset = 0;
  for (const { name, shape, data } of ordered) {
    if (entries.has(name)) throw new RangeError(`${path}: the tensor name ${name} occurs twice`);
    if (data.length !== shape.reduce((a, b) => a * b, 1))
      throw new RangeError(
        `${path}: ${data.length} values of ${name} do not fill the shape [${shape.join(", ")}]`,
      );
    const end = offset + data.byteLength;
    entries.set(name, { dtype: typeOf(data), shape, data_offsets: [offset, end] });
    offset = end;
  }
  const json = Buffer.from(JSON.stringify(Object.fromEntries(entries)), "utf8");
  const header = Buffer.alloc(8 + Math.ceil(json.length / 8) * 8, " ");
  header.writeBigUInt64LE(BigInt(header.length - 8));
  json.copy(header, 8);

  writeFileAtomic(path, [header, ...ordered.map(({ data }) => bytesOf(data))]);
}

/**
 * Open a file for reading tensors one at a time; close it afterwards.
 *
 * @throws InputError in one line for a file that is missing, truncated or malformed
 */
export function openSafetensors(path: string): SafetensorsFile {
  let file: number;
  try {
    file = openSync(path, "r");
  } catch (error) {
    throw new InputError(`${path}: cannot be opened (${(error as NodeJS.ErrnoException).code})`);
  }
  try {
    const { entries, metadata, dataStart } = readHeader(path, file);
    return {
      names: [...entries.keys()],
      metadata,
      read(name) {
        const entry = entries.get(name);
        if (!entry) throw new InputError(`${path}: has no tensor ${name}`);
        const { dtype, shape, elements, begin } = entry;
        const data = new arrays[isHalf(dtype) ? "U16" : dtype](elements);
        readFully(path, file, bytesOf(data), dataStart + begin);
        return {
          shape,
          data: isHalf(dtype) ? Float32Array.from(data as Uint16Array, halves[dtype]) : data,
        };
      },
      close: () => closeSync(file),
    };
  } catch (error) {
    closeSync(file);
    throw error;
  }
}

type Entry = {
  readonly dtype: TensorType;
  readonly shape: readonly number[];
  readonly elements: number;
  /** First byte and the one after the last, counted from the start of the data. */
  readonly begin: number;
  readonly end: number;
};

function readHeader(
  path: string,
  file: number,
): {
  readonly entries: ReadonlyMap<string, Entry>;
  readonly metadata: Readonly<Record<string, string>>;
  readonly dataStart: number;
} {
  const refuse = (what: string): never => {
    throw new InputError(`${path}: not a valid safetensors file: ${what}. Get the file again.`);
  };
  const status = fstatSync(file);
  if (!status.isFile()) refuse("it is a folder or a device");
  if (status.size < 8) refuse(`${status.size} bytes are too few, it is truncated`);
  const start = Buffer.alloc(8);
  readFully(path, file, start, 0);
  const length = Number(start.readBigUInt64LE());
  if (length > largestHeader)
    refuse(`the header claims ${length} bytes, the limit is ${largestHeader}`);
  const dataStart = 8 + length;
  const dataSize = status.size - dataStart;
  if (dataSize < 0)
    refuse(`the header claims ${length} bytes in a file of ${status.size}, it is truncated`);
  const json = Buffer.alloc(length);
  readFully(path, file, json, 8);

  const { __metadata__: metadata = {}, ...tensors } =
    parseHeader(json) ?? refuse("the header is not a JSON object with distinct keys");
  if (!isTextRecord(metadata)) return refuse("__metadata__ does not map texts to texts");
  const entries = Object.entries(tensors).map(([name, value]): [string, Entry] => {
    const entry = parseEntry(value);
    return [name, typeof entry === "string" ? refuse(`tensor ${shorten(name)} ${entry}`) : entry];
  });
  entries.sort(([, a], [, b]) => a.begin - b.begin || a.end - b.end);
  // One after another without gaps: nothing overlaps and nothing is hidden between tensors.
  let expected = 0;
  for (const [name, { begin, end }] of entries) {
    if (begin !== expected)
      refuse(`tensor ${shorten(name)} begins at byte ${begin} of the data, not at ${expected}`);
    expected = end;
  }
  if (expected > dataSize)
    refuse(`the tensors take ${expected} bytes and ${dataSize} are there, it is truncated`);
  if (expected < dataSize) refuse(`${dataSize - expected} bytes follow the last tensor`);
  return { entries: new Map(entries), metadata, dataStart };
}

/** The header; a key such as `__proto__` is an ordinary property of it. */
function parseHeader(json: Buffer): Readonly<Record<string, unknown>> | undefined {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(json);
    const header: unknown = JSON.parse(text);
    if (!isRecord(header)) return undefined;
    // JSON.parse keeps the last of two equal keys and says nothing. A colon outside a string follows
    // each key, so the colons tell how many keys were written.
    const written = text.replace(/"[^"\\]*(?:\\.[^"\\]*)*"/g, "").split(":").length - 1;
    const kept = Object.values(header)
      .map((value) => (isRecord(value) ? Object.keys(value).length : 0))
      .reduce((a, b) => a + b, Object.keys(header).length);
    return written === kept ? header : undefined;
  } catch {
    return undefined;
  }
}

/** What the header says of a tensor, or what is wrong with it. */
function parseEntry(value: unknown): Entry | string {
  if (!isRecord(value)) return "is not described by an object";
  const fields = Object.keys(value).sort().join();
  if (fields !== "data_offsets,dtype,shape")
    return `has the fields ${shorten(fields)}, expected dtype, shape and data_offsets`;
  const { dtype, shape, data_offsets: offsets } = value;
  if (!isTensorType(dtype)) return `has the unknown dtype ${shorten(String(dtype))}`;
  if (!isSizes(shape)) return "has a shape that is not a list of sizes";
  if (!isSizes(offsets) || offsets.length !== 2) return "has data_offsets that are not two offsets";
  const [begin, end] = offsets as [number, number];
  const elements = shape.reduce((a, b) => a * b, 1);
  const size = elements * (isHalf(dtype) ? 2 : arrays[dtype].BYTES_PER_ELEMENT);
  if (!Number.isSafeInteger(size) || size !== end - begin)
    return `of ${dtype} ${shorten(`[${shape.join(", ")}]`)} needs ${size} bytes, has ${end - begin}`;
  return { dtype, shape, elements, begin, end };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isTextRecord = (value: unknown): value is Record<string, string> =>
  isRecord(value) && Object.values(value).every((text) => typeof text === "string");

const isSizes = (value: unknown): value is readonly number[] =>
  Array.isArray(value) && value.every((size) => Number.isSafeInteger(size) && size >= 0);

const isHalf = (dtype: TensorType): dtype is keyof typeof halves => dtype in halves;

const isTensorType = (name: unknown): name is TensorType =>
  typeof name === "string" && (Object.hasOwn(arrays, name) || Object.hasOwn(halves, name));

const typeOf = (data: TensorData): ArrayType =>
  (Object.keys(arrays) as ArrayType[]).find((type) => data instanceof arrays[type])!;

/** Text from a file, for a message of one line. */
const shorten = (text: string): string =>
  JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text);

const bytesOf = ({ buffer, byteOffset, byteLength }: TensorData): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);

function readFully(path: string, file: number, into: Uint8Array, position: number): void {
  for (let at = 0; at < into.length;) {
    const count = readSync(file, into, at, Math.min(chunk, into.length - at), position + at);
    if (count === 0) throw new InputError(`${path}: truncated at byte ${position + at}`);
    at += count;
  }
}

/** The value of an IEEE 754 half-precision number. */
function fromHalf(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction ? NaN : sign * Infinity;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

const converter = new DataView(new ArrayBuffer(4));

/** The value of a bfloat16: the upper half of a float32. */
function fromBrainHalf(bits: number): number {
  converter.setUint16(0, bits);
  return converter.getFloat32(0);
}
