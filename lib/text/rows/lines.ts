/** Lines of a file as they come: plain or gzip, with a limit on their length, so that memory has one. */

import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";
import { InputError } from "../../errors";

/** How text files may be encoded; `windows-1252` includes Latin-1. */
export const encodings = ["utf-8", "windows-1252"] as const;
export type Encoding = (typeof encodings)[number];

export type Line = {
  /** Counted from 1. */
  readonly line: number;
  /** Without its ending. Where there is damage: what could be read of it. */
  readonly text: string;
  /** Why the line cannot be used. */
  readonly damage?: string;
};

/** Bytes of a line, beyond which it is no document but a file without line breaks. */
export const longestLine = 16 << 20;

/** The bytes of a file, a megabyte at a time, unpacked if its name ends in `.gz`. */
export function readBytes(path: string): AsyncIterable<Buffer> {
  const file = createReadStream(path, { highWaterMark: 1 << 20 });
  if (!/\.gz$/i.test(path)) return file as AsyncIterable<Buffer>;
  // Errors of the file are passed on: pipe() alone would wait for ever.
  const unpacked = createGunzip({ chunkSize: 1 << 20 });
  file.on("error", (error) => unpacked.destroy(error));
  return file.pipe(unpacked) as AsyncIterable<Buffer>;
}

/**
 * Lines of a file; a byte order mark and carriage returns at line ends are left out.
 *
 * @throws InputError (while iterating) for UTF-16, and for a gzip file that is damaged
 */
export async function* readLines(path: string, encoding: Encoding): AsyncGenerator<Line> {
  const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  const lenient = new TextDecoder("utf-8");
  let line = 0;
  let parts: Buffer[] = [];
  let length = 0;
  const add = (part: Buffer): void => {
    length += part.length;
    if (length <= longestLine) parts.push(part);
    else parts = [];
  };
  const finish = (): Line => {
    const bytes = parts.length === 1 ? parts[0]! : Buffer.concat(parts);
    const tooLong = length > longestLine;
    [parts, length] = [[], 0];
    line++;
    if (tooLong) return { line, text: "", damage: `line longer than ${longestLine >> 20} MB` };
    try {
      const text = encoding === "utf-8" ? strict.decode(bytes) : decodeWindows(bytes);
      const whole = line === 1 && text.startsWith("\uFEFF") ? text.slice(1) : text;
      return { line, text: whole.endsWith("\r") ? whole.slice(0, -1) : whole };
    } catch {
      return { line, text: lenient.decode(bytes).replace(/\r$/, ""), damage: "invalid UTF-8" };
    }
  };
  try {
    for await (const chunk of readBytes(path)) {
      if (line === 0 && length === 0 && /^(?:fffe|feff)/.test(chunk.toString("hex", 0, 2)))
        throw new InputError(`${path}: encoded as UTF-16. Save it as UTF-8.`);
      let start = 0;
      for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
        add(chunk.subarray(start, end));
        yield finish();
        start = end + 1;
      }
      if (start < chunk.length) add(chunk.subarray(start));
    }
  } catch (error) {
    if (!/^Z_/.test((error as NodeJS.ErrnoException).code ?? "")) throw error;
    throw new InputError(
      `${path}: damaged or truncated gzip after line ${line}. Copy it again, or unpack what can be saved.`,
    );
  }
  if (length > 0) yield finish();
}

/**
 * What Windows-1252 has where Latin-1 has control characters. Written out, for the decoder of Node 20
 * reads this encoding as if it were Latin-1.
 */
const windowsCharacters = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ";

function decodeWindows(bytes: Buffer): string {
  return bytes
    .toString("latin1")
    .replace(/[\x80-\x9f]/g, (control) => windowsCharacters[control.charCodeAt(0) - 0x80]!);
}
