/**
 * PyTorch's files of weights, `pytorch_model.bin`: an archive of one pickle, which describes the
 * tensors, and of one file for each storage. Read as data only: see statePickle.ts.
 */

import { InputError } from "../../errors";
import { readStatePickle, type StoredTensor } from "./statePickle";
import {
  elementCount,
  elementSize,
  openReadable,
  readElements,
  shorten,
  type ReadableFile,
  type TensorData,
  type TensorFile,
} from "./tensorFile";
import { archiveStart, readArchive, type StoredEntry } from "./zipArchive";

/** Upper bound of the pickle; that of a model with 1,000 tensors has 0.3 MB. */
const largestPickle = 16_000_000;

/** The number with which files from before PyTorch 1.6 begin, pickled. */
const legacyStart = Buffer.from("80028a0a6cfc9c46f9206aa85019", "hex");

/** Shared storages are copied, since safetensors files refuse two tensors in one place. */
const conversion =
  "python -c \"import torch; from safetensors.torch import save_file; save_file({k: v.clone().contiguous() for k, v in torch.load('pytorch_model.bin', map_location='cpu', weights_only=True).items()}, 'model.safetensors', {'format': 'pt'})\"";

/**
 * Open PyTorch weights for reading tensors one at a time; close the file afterwards. Tensors that
 * share a storage (tied weights) are read one by one; views that are not contiguous are copied row
 * by row.
 *
 * @throws InputError in one line for a file that is missing, truncated, malformed, or asks for
 *   anything but tensors
 */
export function openPytorchFile(path: string): TensorFile {
  const file = openReadable(path);
  const refuse = (what: string): never => {
    throw new InputError(
      `${path}: ${what}. Get the file again, or convert it with Python if you trust its source: ${conversion}`,
    );
  };
  try {
    const places = new Map<string, Place>();
    const { tensors, entryOf } = readTensors(file, refuse);
    for (const [name, tensor] of tensors)
      places.set(
        name,
        locate(tensor, entryOf(tensor), (what) => refuse(`${shorten(name)} ${what}`)),
      );
    const find = (name: string): Place => {
      const place = places.get(name);
      if (!place) throw new InputError(`${path}: has no tensor ${shorten(name)}`);
      return place;
    };
    return {
      names: [...places.keys()],
      shape: (name) => find(name).tensor.shape,
      dtype: (name) => find(name).tensor.storage.type,
      read(name) {
        const place = find(name);
        return { shape: place.tensor.shape, data: readView(file, place) };
      },
      close: () => file.close(),
    };
  } catch (error) {
    file.close();
    throw error;
  }
}

/** A tensor and what of the file it spans. */
type Place = {
  readonly tensor: StoredTensor;
  /** First byte in the file. */
  readonly start: number;
  /** Elements from the first to the last, those between that are not its own included. */
  readonly span: number;
};

function readTensors(
  file: ReadableFile,
  refuse: (what: string) => never,
): {
  readonly tensors: ReadonlyMap<string, StoredTensor>;
  readonly entryOf: (tensor: StoredTensor) => StoredEntry;
} {
  const start = Buffer.alloc(Math.min(file.size, legacyStart.length));
  file.read(start, 0);
  if (start.equals(legacyStart)) refuse("is of the format before PyTorch 1.6, which is not read");
  if (!start.subarray(0, 4).equals(archiveStart)) refuse("is not a file of PyTorch weights");
  const entries = readArchive(file, refuse);
  const pickles = [...entries.keys()].filter((name) => /^[^/]+\/data\.pkl$/.test(name));
  if (pickles.length !== 1) refuse(`has ${pickles.length} entries data.pkl, expected one`);
  const folder = pickles[0]!.slice(0, -"data.pkl".length);
  const content = (name: string, limit: number): Buffer | undefined => {
    const entry = entries.get(folder + name);
    if (!entry) return undefined;
    if (entry.size > limit) refuse(`its ${name} has ${entry.size} bytes, the limit is ${limit}`);
    const bytes = Buffer.alloc(entry.size);
    file.read(bytes, entry.start);
    return bytes;
  };
  // Absent in files from before PyTorch 2.1, which only little-endian machines wrote in practice.
  const byteOrder = content("byteorder", 16)?.toString("latin1") ?? "little";
  if (byteOrder !== "little") refuse(`its byte order is ${shorten(byteOrder)}, expected little`);
  return {
    tensors: readStatePickle(content("data.pkl", largestPickle)!, refuse),
    entryOf: ({ storage }) =>
      entries.get(`${folder}data/${storage.key}`) ??
      refuse(`the storage ${shorten(storage.key)} is missing`),
  };
}

/** Check a view against its storage and the storage against its file. */
function locate(tensor: StoredTensor, entry: StoredEntry, refuse: (what: string) => never): Place {
  const { storage, offset, shape, strides } = tensor;
  const size = elementSize(storage.type);
  if (storage.elements * size !== entry.size)
    refuse(`has a storage of ${storage.elements} ${storage.type} in ${entry.size} bytes`);
  const elements = elementCount(shape);
  const span =
    elements === 0
      ? 0
      : shape.reduce((sum, length, axis) => sum + (length - 1) * strides[axis]!, 1);
  // No more elements than are stored: a stride of 0 would make much of little.
  if (!(elements <= storage.elements && span >= elements && offset + span <= storage.elements))
    refuse(
      `of shape ${shorten(`[${shape}]`)} with strides ${shorten(`[${strides}]`)} from element ${offset} does not lie in its storage of ${storage.elements}`,
    );
  return { tensor, start: entry.start + offset * size, span };
}

/** The elements of a view in row-major order. */
function readView(file: ReadableFile, { tensor, start, span }: Place): TensorData {
  const { storage, shape, strides } = tensor;
  const stored = readElements(file, storage.type, span, start);
  const elements = elementCount(shape);
  if (isRowMajor(shape, strides)) return stored;
  const data = new (stored.constructor as new (length: number) => TensorData)(elements);
  const index = shape.map(() => 0);
  for (let i = 0, from = 0; i < elements; i++) {
    data[i] = stored[from]!;
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      from += strides[axis]!;
      if (++index[axis]! < shape[axis]!) break;
      from -= strides[axis]! * shape[axis]!;
      index[axis] = 0;
    }
  }
  return data;
}

function isRowMajor(shape: readonly number[], strides: readonly number[]): boolean {
  let expected = 1;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    if (shape[axis] !== 1 && strides[axis] !== expected) return false;
    expected *= shape[axis]!;
  }
  return true;
}
