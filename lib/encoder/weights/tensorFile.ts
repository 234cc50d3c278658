/**
 * What files of tensors have in common: element types, reads at a position, and JSON that is checked
 * before it is believed. Nothing here trusts the file.
 */

import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { InputError } from "../../errors";

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

/** Element types by their names in safetensors files. */
export type ElementType = ArrayType | keyof typeof halves;

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

/** An open file of named tensors, of which nothing but names, types and shapes is in memory. */
export type TensorFile = {
  /** In the order of the file. */
  readonly names: readonly string[];
  /** @throws InputError if the file has no such tensor, as the two below */
  shape(name: string): readonly number[];
  /** The type as stored. */
  dtype(name: string): ElementType;
  /** Read one tensor: F16 and BF16 as float32, other types as they are. */
  read(name: string): Tensor;
  close(): void;
};

export const isElementType = (name: unknown): name is ElementType =>
  typeof name === "string" && (Object.hasOwn(arrays, name) || Object.hasOwn(halves, name));

const isHalf = (type: ElementType): type is keyof typeof halves => type in halves;

/** Bytes of one element. */
export const elementSize = (type: ElementType): number =>
  isHalf(type) ? 2 : arrays[type].BYTES_PER_ELEMENT;

/** The type whose file form is the array's own bytes. */
export const typeOf = (data: TensorData): ArrayType =>
  (Object.keys(arrays) as ArrayType[]).find((type) => data instanceof arrays[type])!;

/** The type in which {@link readElements} hands over what is stored as `type`. */
export const typeRead = (type: ElementType): ArrayType => (isHalf(type) ? "F32" : type);

export const elementCount = (shape: readonly number[]): number => shape.reduce((a, b) => a * b, 1);

export const bytesOf = ({ buffer, byteOffset, byteLength }: TensorData): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);

/** Text from a file, for a message of one line. */
export const shorten = (text: string): string =>
  JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text);

export type ReadableFile = {
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** Fill `into` from `position` on. @throws InputError if the file ends before */
  read(into: Uint8Array, position: number): void;
  close(): void;
};

/** Bytes read by one system call; Node refuses 2 GiB. */
const largestRead = 1 << 30;

/** What Git leaves in the place of a large file that was not fetched. */
const pointerStart = Buffer.from("version https://git-lfs");

/** @throws InputError in one line if the file is absent, unreadable or not a file */
export function openReadable(path: string): ReadableFile {
  let file: number;
  try {
    file = openSync(path, "r");
  } catch (error) {
    throw new InputError(`${path}: cannot be opened (${(error as NodeJS.ErrnoException).code})`);
  }
  const status = fstatSync(file);
  const start = Buffer.alloc(pointerStart.length);
  const problem = !status.isFile()
    ? "is a folder or a device, expected a file"
    : readSync(file, start, 0, start.length, 0) === start.length && start.equals(pointerStart)
      ? "is only a Git LFS pointer to the file: run `git lfs pull` in its folder, or download it"
      : undefined;
  if (problem) {
    closeSync(file);
    throw new InputError(`${path}: ${problem}`);
  }
  return {
    path,
    size: status.size,
    read(into, position) {
      for (let at = 0; at < into.length;) {
        const count = readSync(
          file,
          into,
          at,
          Math.min(largestRead, into.length - at),
          position + at,
        );
        if (count === 0) throw new InputError(`${path}: truncated at byte ${position + at}`);
        at += count;
      }
    },
    close: () => closeSync(file),
  };
}

/** Where the first number is that is not finite; undefined if all are. */
export function firstNotFinite(data: TensorData): number | undefined {
  if (!(data instanceof Float32Array || data instanceof Float64Array)) return undefined;
  for (let i = 0; i < data.length; i++) if (!Number.isFinite(data[i])) return i;
  return undefined;
}

/** Half-precision elements widened at once, so that little but the result is in memory. */
const halvesAtOnce = 1 << 19;

/** Elements that lie one after another from `position` on; halves become float32. */
export function readElements(
  file: ReadableFile,
  type: ElementType,
  elements: number,
  position: number,
): TensorData {
  if (!isHalf(type)) {
    const data = new arrays[type](elements);
    file.read(bytesOf(data), position);
    return data;
  }
  const data = new Float32Array(elements);
  const values = valuesOfHalves(type);
  const stored = new Uint16Array(Math.min(elements, halvesAtOnce));
  for (let at = 0; at < elements; at += stored.length) {
    const part = stored.subarray(0, Math.min(stored.length, elements - at));
    file.read(bytesOf(part), position + 2 * at);
    for (let i = 0; i < part.length; i++) data[at + i] = values[part[i]!]!;
  }
  return data;
}

const halfTables = new Map<keyof typeof halves, Float32Array>();

/** The value of every bit pattern: 256 KiB, and much quicker than arithmetic. */
function valuesOfHalves(type: keyof typeof halves): Float32Array {
  const made =
    halfTables.get(type) ?? Float32Array.from({ length: 65536 }, (_, i) => halves[type](i));
  halfTables.set(type, made);
  return made;
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

/** The value of a bfloat16: the upper half of a float32. */
function fromBrainHalf(bits: number): number {
  const converter = new DataView(new ArrayBuffer(4));
  converter.setUint16(0, bits);
  return converter.getFloat32(0);
}
