/** Small files that people write for a command (lists, terms, recipes, examples), whole in memory. */

import { readFileSync, statSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { InputError } from "../../errors";
import {
  createTranscoder,
  decodeBytes,
  encodingRemedy,
  refuseUtf8,
  utf8Check,
  type Encoding,
  type EncodingOptions,
} from "./decoding";

/** Bytes beyond which a file is no list and no recipe, but probably a corpus given by mistake. */
const largestUserText = 256 << 20;

/** A run of these is one end of a line, or a carriage return alone. */
const lineEnds = /\r*\n|\r/g;

/**
 * The text of a file: in UTF-8, or as its byte-order mark or `options.encoding` says, all of it valid. Lines
 * end with a line feed, whatever they ended with; the byte-order mark is left out. May be packed (`.gz`).
 *
 * @param options.wanted - what to name instead, a sentence, for a file that is not there
 * @throws InputError for a file that is missing, too large, no text, or in another encoding; with the line,
 *   never the text
 */
export function readUserText(
  path: string,
  options: EncodingOptions & { readonly wanted?: string } = {},
): string {
  const bytes = readWhole(path, options.wanted ?? "Name a text file.");
  const transcoder = createTranscoder(path, options);
  const whole = Buffer.concat([transcoder.push(bytes), transcoder.end()]);
  const encoding = transcoder.encoding();
  const decoded = decodeWhole(path, whole, encoding);
  if (decoded.damage !== undefined)
    throw new InputError(`${path}:${decoded.line}: ${decoded.damage}. ${encodingRemedy(options)}`);
  const text = decoded.text.replace(lineEnds, "\n");
  const zero = text.indexOf("\0");
  if (zero >= 0)
    throw new InputError(
      `${path}:${text.slice(0, zero).split("\n").length}: a NUL character, so this is no text. Save it as plain text in UTF-8.`,
    );
  return text;
}

/** All of a text, or the first line that is none and why. */
function decodeWhole(
  path: string,
  whole: Buffer,
  encoding: Encoding,
): { readonly text: string; readonly damage?: string; readonly line?: number } {
  if (encoding === "windows-1252") {
    const check = utf8Check();
    check.push(whole);
    if (check.end()) refuseUtf8(path);
  } else {
    const decoded = decodeBytes(whole, encoding);
    if (decoded.damage === undefined) return decoded;
  }
  // Line ends are ASCII in every encoding that is left here.
  const lines = whole
    .toString("latin1")
    .split(lineEnds)
    .map((line) => decodeBytes(Buffer.from(line, "latin1"), encoding));
  const first = lines.findIndex(({ damage }) => damage !== undefined);
  return first < 0
    ? { text: lines.map(({ text }) => text).join("\n") }
    : { ...lines[first]!, line: first + 1 };
}

function readWhole(path: string, wanted: string): Buffer {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) throw new InputError(`${path}: no such file. ${wanted}`);
  if (found.isDirectory()) throw new InputError(`${path}: a folder, not a file. ${wanted}`);
  const tooLarge = `${path}: more than ${largestUserText >> 20} MB. Is it the right file?`;
  if (found.size > largestUserText) throw new InputError(tooLarge);
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    throw new InputError(
      `${path}: cannot be read (${(error as NodeJS.ErrnoException).code}). ${wanted}`,
    );
  }
  if (!/\.gz$/i.test(path)) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: largestUserText });
  } catch (error) {
    throw new InputError(
      error instanceof RangeError
        ? tooLarge
        : `${path}: damaged or truncated gzip. Copy it again, or unpack it.`,
    );
  }
}
