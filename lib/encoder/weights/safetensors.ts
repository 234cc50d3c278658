/**
 * The safetensors format: eight bytes of header length, a JSON header with each tensor's type, shape
 * and place, then the data without gaps. Files come from anywhere, so the header is checked in full
 * before a byte of data is read. Format: github.com/huggingface/safetensors.
 */

import { isObject, parseObject } from "../../json";
import { InputError } from "../../errors";
import { writeFileAtomic } from "../../files";
import {
  bytesOf,
  elementCount,
  elementSize,
  isElementType,
  openReadable,
  readElements,
  shorten,
  typeOf,
  type ElementType,
  type ReadableFile,
  type Tensor,
  type TensorData,
  type TensorFile,
} from "./tensorFile";

export type NamedTensor = Tensor & { readonly name: string };

/** A tensor whose values are fetched when they are written, so that a file need not fit in memory. */
export type TensorSource = {
  readonly name: string;
  readonly shape: readonly number[];
  readonly dtype: ElementType;
  /** Values of that type and number; called once. */
  read(): TensorData;
};

export type SafetensorsFile = TensorFile & {
  readonly metadata: Readonly<Record<string, string>>;
};

/** Upper bound of the header, that of the reference implementation. */
const largestHeader = 100_000_000;

/**
 * Write tensors to a file, aside first and then renamed. Data begins on a multiple of 8 bytes, wider
 * element types first, so that every tensor is aligned. Of {@link TensorSource}s one at a time is in
 * memory.
 *
 * @throws RangeError for a repeated name or data that does not fill its shape
 */
export function writeSafetensors(
  path: string,
  tensors: Iterable<NamedTensor | TensorSource>,
  metadata: Readonly<Record<string, string>> = {},
): void {
  const ordered = [...tensors]
    .map((tensor): TensorSource =>
      "data" in tensor
        ? { ...tensor, dtype: typeOf(tensor.data), read: () => tensor.data }
        : tensor,
    )
    .sort((a, b) => elementSize(b.dtype) - elementSize(a.dtype));
  const entries = new Map<string, unknown>([["__metadata__", metadata]]);
  let offset = 0;
  for (const { name, shape, dtype } of ordered) {
    if (entries.has(name)) throw new RangeError(`${path}: the tensor name ${name} occurs twice`);
    const end = offset + elementCount(shape) * elementSize(dtype);
    entries.set(name, { dtype, shape, data_offsets: [offset, end] });
    offset = end;
  }

  writeFileAtomic(
    path,
    (function* () {
      yield encodeHeader(Object.fromEntries(entries));
      for (const { name, shape, read } of ordered) {
        const data = read();
        if (data.length !== elementCount(shape))
          throw new RangeError(
            `${path}: ${data.length} values of ${name} do not fill the shape [${shape.join(", ")}]`,
          );
        yield bytesOf(data);
      }
    })(),
  );
}

/** The start of a file: the header's length, then the header, filled up to a multiple of 8 bytes. */
export function encodeHeader(entries: object): Buffer {
  const json = Buffer.from(JSON.stringify(entries), "utf8");
  const header = Buffer.alloc(8 + Math.ceil(json.length / 8) * 8, " ");
  header.writeBigUInt64LE(BigInt(header.length - 8));
  json.copy(header, 8);
  return header;
}

/**
 * Open a file for reading tensors one at a time; close it afterwards.
 *
 * @throws InputError in one line for a file that is missing, truncated or malformed
 */
export function openSafetensors(path: string): SafetensorsFile {
  const file = openReadable(path);
  try {
    const { entries, metadata, dataStart } = readHeader(file);
    const find = (name: string): Entry => {
      const entry = entries.get(name);
      if (!entry) throw new InputError(`${path}: has no tensor ${shorten(name)}`);
      return entry;
    };
    return {
      names: [...entries.keys()],
      metadata,
      shape: (name) => find(name).shape,
      dtype: (name) => find(name).dtype,
      read(name) {
        const { dtype, shape, elements, begin } = find(name);
        return { shape, data: readElements(file, dtype, elements, dataStart + begin) };
      },
      close: () => file.close(),
    };
  } catch (error) {
    file.close();
    throw error;
  }
}

type Entry = {
  readonly dtype: ElementType;
  readonly shape: readonly number[];
  readonly elements: number;
  /** First byte and the one after the last, counted from the start of the data. */
  readonly begin: number;
  readonly end: number;
};

function readHeader(file: ReadableFile): {
  readonly entries: ReadonlyMap<string, Entry>;
  readonly metadata: Readonly<Record<string, string>>;
  readonly dataStart: number;
} {
  const refuse = (what: string): never => {
    throw new InputError(
      `${file.path}: not a valid safetensors file: ${what}. Get the file again.`,
    );
  };
  if (file.size < 8) refuse(`${file.size} bytes are too few, it is truncated`);
  const start = Buffer.alloc(8);
  file.read(start, 0);
  const length = Number(start.readBigUInt64LE());
  if (length > largestHeader)
    refuse(`the header claims ${length} bytes, the limit is ${largestHeader}`);
  const dataStart = 8 + length;
  const dataSize = file.size - dataStart;
  if (dataSize < 0)
    refuse(`the header claims ${length} bytes in a file of ${file.size}, it is truncated`);
  const json = Buffer.alloc(length);
  file.read(json, 8);

  const { __metadata__: metadata = {}, ...tensors } =
    parseObject(json) ?? refuse("the header is not a JSON object with distinct keys");
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

/** What the header says of a tensor, or what is wrong with it. */
function parseEntry(value: unknown): Entry | string {
  if (!isObject(value)) return "is not described by an object";
  const fields = Object.keys(value).sort().join();
  if (fields !== "data_offsets,dtype,shape")
    return `has the fields ${shorten(fields)}, expected dtype, shape and data_offsets`;
  const { dtype, shape, data_offsets: offsets } = value;
  if (!isElementType(dtype))
    return `has the unknown dtype ${shorten(typeof dtype === "string" ? dtype : typeof dtype)}`;
  if (!isSizes(shape)) return "has a shape that is not a list of sizes";
  if (!isSizes(offsets) || offsets.length !== 2) return "has data_offsets that are not two offsets";
  const [begin, end] = offsets as [number, number];
  const elements = elementCount(shape);
  const size = elements * elementSize(dtype);
  if (!Number.isSafeInteger(size) || size !== end - begin)
    return `of ${dtype} ${shorten(`[${shape.join(", ")}]`)} needs ${size} bytes, has ${end - begin}`;
  return { dtype, shape, elements, begin, end };
}

const isTextRecord = (value: unknown): value is Record<string, string> =>
  isObject(value) && Object.values(value).every((text) => typeof text === "string");

const isSizes = (value: unknown): value is readonly number[] =>
  Array.isArray(value) && value.every((size) => Number.isSafeInteger(size) && size >= 0);
