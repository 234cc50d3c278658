/**
 * Rows added to the vocabulary's tensors of a safetensors file, and taken away again. Nothing else in
 * the file changes by a bit, so that the file before can be had back whole.
 */

import { InputError } from "../errors";
import { writeFileAtomic } from "../files";
import { encodeHeader, openSafetensors } from "./weights/safetensors";
import { openReadable, type ReadableFile } from "./weights/tensorFile";

type Entry = { dtype: string; shape: number[]; data_offsets: [number, number] };
type Header = { readonly bytes: Buffer; readonly entries: ReadonlyMap<string, Entry> };

/** Bytes copied at a time. */
const chunk = 1 << 26;

/** The header of a file, with the eight bytes of its length, once it has been checked. */
export function readHeader(path: string): Header {
  openSafetensors(path).close();
  const file = openReadable(path);
  try {
    const length = Number(readBytes(file, 0, 8).readBigUInt64LE());
    const bytes = readBytes(file, 0, 8 + length);
    return { bytes, entries: entriesOf(bytes) };
  } finally {
    file.close();
  }
}

function entriesOf(header: Buffer): ReadonlyMap<string, Entry> {
  const all = Object.entries(JSON.parse(header.toString("utf8", 8)) as Record<string, Entry>);
  return new Map(all.filter(([name]) => name !== "__metadata__"));
}

/**
 * Copy a file with rows appended to some tensors, each new row the mean of rows that are there.
 *
 * @param names - float32 tensors `[rows]` or `[rows, columns]`
 * @param means - for each new row the rows it is the mean of
 * @throws InputError for a tensor of another type
 */
export function appendRows(
  from: string,
  to: string,
  names: readonly string[],
  means: readonly (readonly number[])[],
): void {
  const header = readHeader(from);
  const extra = new Map(
    names.map((name) => [name, meanRows(from, header.entries.get(name)!, name, means)]),
  );
  let offset = 0;
  const moved = new Map<string, Entry>();
  const parts = inDataOrder(header).map(([name, { dtype, shape, data_offsets: offsets }]): Part => {
    const [begin, end] = offsets;
    const after = extra.get(name);
    const next = offset + (end - begin) + (after?.byteLength ?? 0);
    const grown = after ? [shape[0]! + means.length, ...shape.slice(1)] : shape;
    moved.set(name, { dtype, shape: grown, data_offsets: [offset, next] });
    offset = next;
    return { start: header.bytes.length + begin, end: header.bytes.length + end, after };
  });
  const old = JSON.parse(header.bytes.toString("utf8", 8)) as Record<string, unknown>;
  const entries = Object.keys(old).map((name) => [name, moved.get(name) ?? old[name]]);
  copyParts(from, to, encodeHeader(Object.fromEntries(entries)), parts);
}

/**
 * The file that {@link appendRows} was given: its header, and of each tensor what it had.
 *
 * @param headerBefore - the header it had
 * @throws InputError if the file does not hold the tensors of that header
 */
export function dropRows(from: string, to: string, headerBefore: Buffer): void {
  const header = readHeader(from);
  const before = entriesOf(headerBefore);
  const parts = inDataOrder({ bytes: headerBefore, entries: before }).map(
    ([name, { data_offsets: offsets }]): Part => {
      const length = offsets[1] - offsets[0];
      const now = header.entries.get(name);
      if (!now || now.data_offsets[1] - now.data_offsets[0] < length)
        throw new InputError(
          `${from}: ${name} is missing or too small: the weights were written anew since the words were added.`,
        );
      const start = header.bytes.length + now.data_offsets[0];
      return { start, end: start + length };
    },
  );
  copyParts(from, to, headerBefore, parts);
}

function inDataOrder({ entries }: Header): [string, Entry][] {
  return [...entries].sort(([, a], [, b]) => a.data_offsets[0] - b.data_offsets[0]);
}

type Part = { readonly start: number; readonly end: number; readonly after?: Buffer | undefined };

function copyParts(from: string, to: string, header: Buffer, parts: readonly Part[]): void {
  const file = openReadable(from);
  try {
    writeFileAtomic(
      to,
      (function* () {
        yield header;
        for (const { start, end, after } of parts) {
          for (let at = start; at < end; at += chunk)
            yield readBytes(file, at, Math.min(chunk, end - at));
          if (after) yield after;
        }
      })(),
    );
  } finally {
    file.close();
  }
}

function readBytes(file: ReadableFile, position: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  file.read(bytes, position);
  return bytes;
}

function meanRows(
  path: string,
  { dtype }: Entry,
  name: string,
  means: readonly (readonly number[])[],
): Buffer {
  if (dtype !== "F32")
    throw new InputError(
      `${path}: ${name} is stored as ${dtype}; rows are added in F32. Run \`model import\` on the folder first.`,
    );
  const file = openSafetensors(path);
  try {
    const { shape, data } = file.read(name);
    const columns = shape[1] ?? 1;
    const rows = new Float32Array(means.length * columns);
    means.forEach((sources, row) => {
      for (let column = 0; column < columns; column++) {
        let sum = 0;
        for (const source of sources) sum += Number(data[source * columns + column]);
        rows[row * columns + column] = sum / sources.length;
      }
    });
    return Buffer.from(rows.buffer);
  } finally {
    file.close();
  }
}
