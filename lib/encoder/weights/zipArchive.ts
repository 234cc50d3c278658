/**
 * ZIP archives whose entries are stored, not compressed, as PyTorch writes them: where each entry's
 * bytes lie. Sizes above 4 GiB are in ZIP64 fields. Format: PKWARE's APPNOTE, sections 4.3 and 4.5.
 */

import { shorten, type ReadableFile } from "./tensorFile";

/** Where the bytes of an entry lie in the file. */
export type StoredEntry = { readonly start: number; readonly size: number };

type CentralEntry = { readonly name: string; readonly header: number; readonly size: number };

/** Upper bound of the list of entries; that of a model with 1,000 tensors has 0.1 MB. */
const largestDirectory = 16_000_000;

const signatures = {
  localHeader: 0x04034b50,
  centralEntry: 0x02014b50,
  end: 0x06054b50,
  end64: 0x06064b50,
  locator64: 0x07064b50,
} as const;

/** The first bytes of an archive that begins with an entry. */
export const archiveStart = Buffer.from("PK\x03\x04", "latin1");

/**
 * Find the entries of an archive.
 *
 * @param refuse - throws; told what is wrong
 */
export function readArchive(
  file: ReadableFile,
  refuse: (what: string) => never,
): ReadonlyMap<string, StoredEntry> {
  const { count, start, size } = findDirectory(file, refuse);
  if (size > largestDirectory)
    refuse(`the list of entries claims ${size} bytes, the limit is ${largestDirectory}`);
  if (start + size > file.size) refuse("the list of entries lies beyond the end, it is truncated");
  const directory = Buffer.alloc(size);
  file.read(directory, start);

  const entries = new Map<string, StoredEntry>();
  let end = 0;
  // In the order of the file, so that one after another shows that none overlap.
  for (const { name, header, size: bytes } of readDirectory(directory, count, refuse).sort(
    (a, b) => a.header - b.header,
  )) {
    if (entries.has(name)) refuse(`the entry ${shorten(name)} occurs twice`);
    if (header < end) refuse(`the entry ${shorten(name)} overlaps another`);
    if (header + 30 > start) refuse(`the entry ${shorten(name)} lies beyond the end`);
    const local = Buffer.alloc(30);
    file.read(local, header);
    if (local.readUInt32LE(0) !== signatures.localHeader)
      refuse(`the entry ${shorten(name)} is not where the list says`);
    const data = header + 30 + local.readUInt16LE(26) + local.readUInt16LE(28);
    end = data + bytes;
    if (end > start) refuse(`the entry ${shorten(name)} lies beyond the end`);
    entries.set(name, { start: data, size: bytes });
  }
  return entries;
}

type Directory = { readonly count: number; readonly start: number; readonly size: number };

/** The list of entries stands at the end, before a record of 22 bytes and a comment. */
function findDirectory(file: ReadableFile, refuse: (what: string) => never): Directory {
  const tail = Buffer.alloc(Math.min(file.size, 22 + 0xffff));
  const tailStart = file.size - tail.length;
  file.read(tail, tailStart);
  let at = tail.length - 22;
  while (
    at >= 0 &&
    !(
      tail.readUInt32LE(at) === signatures.end &&
      at + 22 + tail.readUInt16LE(at + 20) === tail.length
    )
  )
    at--;
  if (at < 0) refuse("the end of the archive is missing, it is truncated");
  if (tail.readUInt16LE(at + 4) !== 0 || tail.readUInt16LE(at + 6) !== 0)
    refuse("it is one part of an archive in several");
  const directory = {
    count: tail.readUInt16LE(at + 10),
    size: tail.readUInt32LE(at + 12),
    start: tail.readUInt32LE(at + 16),
  };
  const hasWide = at >= 20 && tail.readUInt32LE(at - 20) === signatures.locator64;
  if (!hasWide) return directory;
  const record = tail.readBigUInt64LE(at - 12);
  if (record > BigInt(file.size - 56)) refuse("its ZIP64 record lies beyond the end");
  const wide = Buffer.alloc(56);
  file.read(wide, Number(record));
  if (wide.readUInt32LE(0) !== signatures.end64) refuse("its ZIP64 record is missing");
  // Values above 2^53 are refused by the comparisons that follow, whatever their rounding.
  return {
    count: Number(wide.readBigUInt64LE(32)),
    size: Number(wide.readBigUInt64LE(40)),
    start: Number(wide.readBigUInt64LE(48)),
  };
}

function readDirectory(
  directory: Buffer,
  count: number,
  refuse: (what: string) => never,
): CentralEntry[] {
  const entries: CentralEntry[] = [];
  let at = 0;
  while (at < directory.length) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== signatures.centralEntry)
      refuse(`the list of entries is malformed at byte ${at} of it`);
    const nameEnd = at + 46 + directory.readUInt16LE(at + 28);
    const extraEnd = nameEnd + directory.readUInt16LE(at + 30);
    const next = extraEnd + directory.readUInt16LE(at + 32);
    if (next > directory.length) refuse("the list of entries is truncated");
    const name = directory.toString("utf8", at + 46, nameEnd);
    if (directory.readUInt16LE(at + 8) & 1) refuse(`the entry ${shorten(name)} is encrypted`);
    if (directory.readUInt16LE(at + 10) !== 0) refuse(`the entry ${shorten(name)} is compressed`);
    const narrow = [
      directory.readUInt32LE(at + 24),
      directory.readUInt32LE(at + 20),
      directory.readUInt32LE(at + 42),
    ] as const;
    const [size, stored, header] =
      widen(narrow, directory.subarray(nameEnd, extraEnd)) ??
      refuse(`the entry ${shorten(name)} lacks its ZIP64 sizes`);
    if (size !== stored) refuse(`the entry ${shorten(name)} has two different sizes`);
    entries.push({ name, header, size });
    at = next;
  }
  if (entries.length !== count)
    refuse(`the list has ${entries.length} entries, its end says ${count}`);
  return entries;
}

type Places = readonly [size: number, stored: number, header: number];

/** Values of all ones stand, in this order, as 64 bits in the extra field of number 1. */
function widen(narrow: Places, extra: Buffer): Places | undefined {
  if (!narrow.includes(0xffffffff)) return narrow;
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    const field = extra.subarray(at + 4, at + 4 + extra.readUInt16LE(at + 2));
    let read = 0;
    const wide = narrow.map((value) => {
      if (value !== 0xffffffff) return value;
      read += 8;
      return read <= field.length ? Number(field.readBigUInt64LE(read - 8)) : NaN;
    });
    return wide.every(Number.isSafeInteger) ? (wide as unknown as Places) : undefined;
  }
  return undefined;
}
