/** Flat little-endian files of unsigned integers: token caches, and keys of documents. */

import { closeSync, existsSync, openSync, readSync, statSync, writeSync } from "node:fs";
import { InputError } from "../errors";

export type IntegerFile = {
  push(value: number): void;
  pushAll(values: ArrayLike<number>): void;
  length(): number;
  close(): void;
};

/**
 * A file of unsigned integers, written a piece at a time.
 *
 * @param buffered - bytes in memory before they are written
 */
export function integerFile(path: string, bytes: 1 | 2 | 4, buffered = 1 << 20): IntegerFile {
  const file = openSync(path, "w");
  const buffer = Buffer.alloc(buffered);
  let used = 0;
  let length = 0;
  const flush = (): void => {
    for (let at = 0; at < used;) at += writeSync(file, buffer, at, used - at);
    used = 0;
  };
  const push = (value: number): void => {
    if (used === buffer.length) flush();
    if (bytes === 1) used = buffer.writeUInt8(value, used);
    else if (bytes === 2) used = buffer.writeUInt16LE(value, used);
    else used = buffer.writeUInt32LE(value, used);
    length++;
  };
  return {
    push,
    pushAll: (values) => {
      for (let i = 0; i < values.length; i++) push(values[i]!);
    },
    length: () => length,
    close: () => {
      try {
        flush();
      } finally {
        closeSync(file);
      }
    },
  };
}

/**
 * All integers of a file that must hold so many, in memory that threads can share.
 *
 * @throws InputError if it holds more or fewer
 */
export function readIntegers<Integers extends Uint16Array | Uint32Array>(
  path: string,
  kind: { new (buffer: SharedArrayBuffer): Integers; readonly BYTES_PER_ELEMENT: number },
  length: number,
): Integers {
  const expected = length * kind.BYTES_PER_ELEMENT;
  const size = existsSync(path) ? statSync(path).size : 0;
  if (size !== expected)
    throw new InputError(
      `${path}: ${size} bytes where meta.json says ${expected}, so the cache is truncated. Delete it; it is made again.`,
    );
  const integers = new kind(new SharedArrayBuffer(expected));
  const bytes = new Uint8Array(integers.buffer);
  const file = openSync(path, "r");
  try {
    // readFileSync stops at 2 GiB; a billion tokens are more.
    for (let at = 0; at < expected;) {
      const read = readSync(file, bytes, at, Math.min(1 << 28, expected - at), at);
      if (read === 0) throw new InputError(`${path}: ends after ${at} bytes. Delete the cache.`);
      at += read;
    }
  } finally {
    closeSync(file);
  }
  return integers;
}
