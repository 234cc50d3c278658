/** Lines of a file as they come: plain or gzip, with a limit on their length, so that memory has one. */

import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";
import { InputError } from "../../errors";
import {
  createTranscoder,
  decodeBytes,
  refuseUtf8,
  utf8Check,
  type Encoding,
  type EncodingOptions,
} from "./decoding";

export type Line = {
  /** Counted from 1. */
  readonly line: number;
  /** Without its ending. Where there is damage: what could be read of it. */
  readonly text: string;
  /** Why the line cannot be used. */
  readonly damage?: string;
};

/**
 * What ends a line. `any`: LF, CR LF or CR. In a table that is told by its first record, for a cell may hold
 * the others: `lf` (CR LF too) or `cr`.
 */
export type LineEnds = "any" | "lf" | "cr";

export type LineOptions = EncodingOptions & {
  /** @defaultValue "any" */
  readonly ends?: LineEnds;
};

/** Bytes of a line, beyond which it is no document but a file without line breaks. */
export const longestLine = 16 << 20;

const [lineFeed, carriageReturn] = [10, 13];

/** The bytes of a file, a megabyte at a time, unpacked if its name ends in `.gz`. */
function readBytes(path: string): AsyncIterable<Buffer> {
  const file = createReadStream(path, { highWaterMark: 1 << 20 });
  if (!/\.gz$/i.test(path)) return file as AsyncIterable<Buffer>;
  // Errors of the file are passed on: pipe() alone would wait for ever.
  const unpacked = createGunzip({ chunkSize: 1 << 20 });
  file.on("error", (error) => unpacked.destroy(error));
  return file.pipe(unpacked) as AsyncIterable<Buffer>;
}

/**
 * The bytes of a file's text, as `createTranscoder` gives them: for readers that look at them before
 * they are lines.
 *
 * @throws InputError (while iterating) for what is no text, and for UTF-8 that is to be Windows-1252
 */
export async function* readTextBytes(
  path: string,
  options: EncodingOptions,
  chunks: AsyncIterable<Buffer> = readBytes(path),
): AsyncGenerator<{ readonly bytes: Buffer; readonly encoding: Encoding }> {
  const transcoder = createTranscoder(path, options);
  for await (const chunk of chunks) {
    const bytes = transcoder.push(chunk);
    if (bytes.length > 0) yield { bytes, encoding: transcoder.encoding() };
  }
  const bytes = transcoder.end();
  if (bytes.length > 0) yield { bytes, encoding: transcoder.encoding() };
}

/** A first pass over a file that is to be read as Windows-1252; ends where UTF-8 does. */
export async function refuseUtf8File(path: string, options: EncodingOptions): Promise<void> {
  if (options.encoding !== "windows-1252") return;
  const check = utf8Check();
  for await (const { bytes, encoding } of readTextBytes(path, options))
    if (encoding !== "windows-1252" || !check.push(bytes)) return;
  if (check.end()) refuseUtf8(path);
}

/**
 * Lines of a file, without their ends.
 *
 * @throws InputError (while iterating) for what is no text or not in its encoding as a whole, and for a gzip
 *   file that is damaged
 */
export async function* readLines(path: string, options: LineOptions = {}): AsyncGenerator<Line> {
  let line = 0;
  try {
    await refuseUtf8File(path, options);
    for await (const each of splitLines(path, options, readBytes(path))) {
      line = each.line;
      yield each;
    }
  } catch (error) {
    if (!/^Z_/.test((error as NodeJS.ErrnoException).code ?? "")) throw error;
    throw new InputError(
      `${path}: damaged or truncated gzip after line ${line}. Copy it again, or unpack what can be saved.`,
    );
  }
}

/** As {@link readLines}, of bytes from anywhere; `name` is for messages. */
export async function* splitLines(
  name: string,
  { ends = "any", ...options }: LineOptions,
  chunks: AsyncIterable<Buffer>,
): AsyncGenerator<Line> {
  let line = 0;
  let parts: Buffer[] = [];
  let length = 0;
  const add = (part: Buffer): void => {
    length += part.length;
    if (length <= longestLine) parts.push(part);
    else parts = [];
  };
  let encoding: Encoding = "utf-8";
  const finish = (): Line => {
    const bytes = parts.length === 1 ? parts[0]! : Buffer.concat(parts);
    const tooLong = length > longestLine;
    [parts, length] = [[], 0];
    line++;
    if (tooLong) return { line, text: "", damage: `line longer than ${longestLine >> 20} MB` };
    const decoded = decodeBytes(bytes, encoding);
    return { line, ...decoded, text: decoded.text.replace(/\r+$/, "") };
  };
  // Carriage returns whose follower is not known yet: before a line feed they are part of its line end.
  let waiting = 0;
  for await (const { bytes, encoding: found } of readTextBytes(name, options, chunks)) {
    encoding = found;
    const next = (byte: number, from: number): number => {
      const at = bytes.indexOf(byte, from);
      return at < 0 ? bytes.length : at;
    };
    let feed = ends === "cr" ? bytes.length : -1;
    let carriage = ends === "lf" ? bytes.length : -1;
    for (let at = 0; at < bytes.length;) {
      if (waiting > 0) {
        if (bytes[at] === carriageReturn) waiting++;
        else if (bytes[at] === lineFeed) {
          waiting = 0;
          yield finish();
        } else {
          for (; waiting > 0; waiting--) yield finish();
          continue;
        }
        at++;
        continue;
      }
      if (feed < at) feed = next(lineFeed, at);
      if (carriage < at) carriage = next(carriageReturn, at);
      const end = Math.min(feed, carriage);
      if (end > at) add(bytes.subarray(at, end));
      if (end < bytes.length) {
        if (end === feed || ends === "cr") yield finish();
        else waiting = 1;
      }
      at = end + 1;
    }
  }
  for (; waiting > 0; waiting--) yield finish();
  if (length > 0) yield finish();
}
