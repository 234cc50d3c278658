/**
 * The safetensors format: eight bytes of header length, a JSON header with each tensor's type, shape
 * and place, then the data. Files come from anywhere, so the header is checked in full before a byte
 * of data is read. Format: github.com/huggingface/safetensors.
 */

import {
  closeSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";
import { InputError } from "../errors";

const bytesPerValue = { F32: 4, F16: 2, BF16: 2, I64: 8, I32: 4 } as const;
export type SafetensorsType = keyof typeof bytesPerValue;

export type NamedTensor = {
  readonly name: string;
  readonly shape: readonly number[];
  readonly data: Float32Array | Int32Array | BigInt64Array;
};

export type SafetensorsFile = {
  readonly names: readonly string[];
  readonly metadata: Readonly<Record<string, string>>;
  /** Shape of a tensor, without reading its data. */
  shape(name: string): readonly number[];
  /**
   * Read one tensor: F32, F16 and BF16 as floats, I32 and I64 as they are.
   *
   * @throws InputError if the file has no such tensor
   */
  read(name: string): NamedTensor;
  close(): void;
};

/** Upper bound of the header, that of the reference implementation. */
const largestHeader = 100_000_000;

/**
 * Write tensors to a file, aside first and then renamed. Data begins on a multiple of 8 bytes.
 *
 * @throws RangeError for a repeated name or data that does not fill its shape
 */
export function writeSafetensors(
  path: string,
  tensors: readonly NamedTensor[],
  metadata: Readonly<Record<string, string>> = {},
): void {
  const header: Record<string, unknown> = { __metadata__: metadata };
  let offset = 0;
  for (const { name, shape, data } of tensors) {
    if (Object.hasOwn(header, name)) throw new RangeError(`the tensor name ${name} occurs twice`);
    if (data.length !== shape.reduce((a, b) => a * b, 1))
      throw new RangeError(`${name}: ${data.length} values do not fill the shape [${shape}]`);
    header[name] = {
      dtype: typeOf(data),
      shape,
      data_offsets: [offset, offset + data.byteLength],
    };
    offset += data.byteLength;
  }
  const json = Buffer.from(JSON.stringify(header), "utf8");
  const padding = (8 - (json.length % 8)) % 8;
  const start = Buffer.alloc(8);
  start.writeBigUInt64LE(BigInt(json.length + padding));

  mkdirSync(dirname(path), { recursive: true });
  const aside = `${path}.${process.pid}.part`;
  try {
    const file = openSync(aside, "w");
    try {
      const write = (bytes: Uint8Array): void => {
        for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at, bytes.length - at);
      };
      write(start);
      write(json);
      write(Buffer.alloc(padding, " "));
      for (const { data } of tensors)
        write(new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(aside, path);
  } catch (error) {
    rmSync(aside, { force: true });
    throw error;
  }
}

function typeOf(data: NamedTensor["data"]): SafetensorsType {
  if (data instanceof Float32Array) return "F32";
  return data instanceof Int32Array ? "I32" : "I64";
}

type Entry = {
  readonly dtype: SafetensorsType;
  readonly shape: readonly number[];
  readonly begin: number;
  readonly end: number;
};

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
    const entryOf = (name: string): Entry => {
      const entry = entries.get(name);
      if (!entry) throw new InputError(`${path}: has no tensor ${name}`);
      return entry;
    };
    return {
      names: [...entries.keys()],
      metadata,
      shape: (name) => entryOf(name).shape,
      read(name) {
        const { dtype, shape, begin, end } = entryOf(name);
        const bytes = new Uint8Array(end - begin);
        readFully(path, file, bytes, dataStart + begin);
        return { name, shape, data: decode(dtype, bytes) };
      },
      close: () => closeSync(file),
    };
  } catch (error) {
    closeSync(file);
    throw error;
  }
}

function readFully(path: string, file: number, into: Uint8Array, position: number): void {
  for (let at = 0; at < into.length;) {
    const count = readSync(file, into, at, into.length - at, position + at);
    if (count === 0) throw new InputError(`${path}: truncated at byte ${position + at}`);
    at += count;
  }
}

function readHeader(
  path: string,
  file: number,
): {
  entries: Map<string, Entry>;
  metadata: Readonly<Record<string, string>>;
  dataStart: number;
} {
  const size = fstatSync(file).size;
  if (size < 8) throw new InputError(`${path}: ${size} bytes are too few for a safetensors file`);
  const start = Buffer.alloc(8);
  readFully(path, file, start, 0);
  const length = start.readBigUInt64LE();
  if (length > BigInt(Math.min(largestHeader, size - 8)))
    throw new InputError(
      `${path}: the header claims ${length} bytes in a file of ${size}: truncated, or no safetensors file`,
    );
  const json = Buffer.alloc(Number(length));
  readFully(path, file, json, 8);
  let header: unknown;
  try {
    header = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(json));
  } catch {
    throw new InputError(`${path}: the header is not valid JSON`);
  }
  if (typeof header !== "object" || header === null || Array.isArray(header))
    throw new InputError(`${path}: the header is not an object`);
  const dataStart = 8 + Number(length);
  const entries = new Map<string, Entry>();
  let metadata: Readonly<Record<string, string>> = {};
  for (const [name, value] of Object.entries(header)) {
    if (name === "__metadata__") metadata = value as Readonly<Record<string, string>>;
    else entries.set(name, parseEntry(`${path}: tensor ${name}`, value, size - dataStart));
  }
  const ordered = [...entries].sort(([, a], [, b]) => a.begin - b.begin || a.end - b.end);
  ordered.forEach(([name, entry], i) => {
    const next = ordered[i + 1];
    if (next && entry.end > next[1].begin)
      throw new InputError(`${path}: the tensors ${name} and ${next[0]} overlap`);
  });
  return { entries, metadata, dataStart };
}

function parseEntry(where: string, value: unknown, dataSize: number): Entry {
  const entry = (typeof value === "object" && value !== null ? value : {}) as {
    readonly dtype?: unknown;
    readonly shape?: unknown;
    readonly data_offsets?: unknown;
  };
  const isCount = (n: unknown): n is number => Number.isSafeInteger(n) && (n as number) >= 0;
  const { dtype, shape, data_offsets: offsets } = entry;
  if (typeof dtype !== "string" || !Object.hasOwn(bytesPerValue, dtype))
    throw new InputError(
      `${where}: dtype ${JSON.stringify(dtype)} is not one of ${Object.keys(bytesPerValue).join(", ")}`,
    );
  if (!Array.isArray(shape) || !shape.every(isCount))
    throw new InputError(`${where}: shape ${JSON.stringify(shape)} is not a list of sizes`);
  if (!Array.isArray(offsets) || offsets.length !== 2 || !offsets.every(isCount))
    throw new InputError(`${where}: data_offsets ${JSON.stringify(offsets)} are not two offsets`);
  const [begin, end] = offsets as [number, number];
  if (begin > end || end > dataSize)
    throw new InputError(`${where}: bytes ${begin} to ${end} lie outside the ${dataSize} of data`);
  const type = dtype as SafetensorsType;
  const size = (shape as number[]).reduce((a, b) => a * b, bytesPerValue[type]);
  if (size !== end - begin)
    throw new InputError(
      `${where}: shape [${shape}] of ${type} needs ${size} bytes, has ${end - begin}`,
    );
  return { dtype: type, shape: shape as number[], begin, end };
}

function decode(dtype: SafetensorsType, bytes: Uint8Array): NamedTensor["data"] {
  switch (dtype) {
    case "F32":
      return new Float32Array(bytes.buffer);
    case "I32":
      return new Int32Array(bytes.buffer);
    case "I64":
      return new BigInt64Array(bytes.buffer);
    case "BF16": {
      const halves = new Uint16Array(bytes.buffer);
      return new Float32Array(Uint32Array.from(halves, (half) => half << 16).buffer);
    }
    case "F16":
      return Float32Array.from(new Uint16Array(bytes.buffer), fromHalf);
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
