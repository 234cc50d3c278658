/**
 * The one way from a user's bytes to text. What a file says of itself by a byte-order mark holds; else it is
 * read as the user says, strictly. What is plainly something else is refused: å read as Ã¥ or as U+FFFD is
 * worse than no text, for nobody notices.
 */

import { InputError } from "../../errors";

/** How text files may be encoded; `windows-1252` includes Latin-1. */
export const encodings = ["utf-8", "windows-1252", "utf-16le", "utf-16be"] as const;
export type Encoding = (typeof encodings)[number];

export type EncodingOptions = {
  /**
   * Of files that have no byte-order mark.
   *
   * @defaultValue "utf-8"
   */
  readonly encoding?: Encoding | undefined;
  /** Whether the command has `--encoding`, so that a message may name it. */
  readonly hasEncodingOption?: boolean;
};

/** Bytes that must be there before anything is decided: few, for whoever types wants an answer a line. */
const leastBytes = 4;
/** Bytes that are looked at, of those that come first. */
const startLength = 4096;

const shortNames: Readonly<Record<Encoding, string>> = {
  "utf-8": "UTF-8",
  "windows-1252": "Windows-1252",
  "utf-16le": "UTF-16",
  "utf-16be": "UTF-16",
};

/** What to do about a file in another encoding. */
export function encodingRemedy({ hasEncodingOption = false }: EncodingOptions): string {
  return hasEncodingOption
    ? "Files of older Norwegian systems are read with --encoding windows-1252; else save it as UTF-8."
    : "Save it as UTF-8.";
}

export type Transcoder = {
  /** What the file is read as, once `push` or `end` has given anything. */
  encoding(): Encoding;
  /** Bytes of lines: of UTF-16 in UTF-8, with a byte FF where it is broken; all others as they are. */
  push(bytes: Buffer): Buffer;
  /** What was held back. */
  end(): Buffer;
};

const nothing: Buffer = Buffer.alloc(0);

/**
 * Takes a file's bytes as they come.
 *
 * @param path - for messages
 * @throws InputError (in `push` and `end`) for what is no text, or not in the encoding that is said
 */
export function createTranscoder(path: string, options: EncodingOptions): Transcoder {
  let encoding: Encoding | undefined;
  let held: Buffer = nothing;
  const begin = (): Buffer => {
    refuseOtherKinds(path, held);
    const found = findEncoding(path, held, options);
    encoding = found.encoding;
    const rest = held.subarray(found.markBytes);
    held = nothing;
    return rest;
  };
  const pass = (bytes: Buffer, isLast: boolean): Buffer => {
    if (encoding !== "utf-16le" && encoding !== "utf-16be") return bytes;
    const all = held.length > 0 ? Buffer.concat([held, bytes]) : bytes;
    const { text, used } = utf16Text(all, encoding, isLast);
    held = all.subarray(used);
    const broken = isLast && held.length > 0 ? [Buffer.from([0xff])] : [];
    return Buffer.concat([...wellFormed(text), ...broken]);
  };
  return {
    encoding: () => encoding ?? options.encoding ?? "utf-8",
    push(bytes) {
      if (encoding !== undefined) return pass(bytes, false);
      held = held.length > 0 ? Buffer.concat([held, bytes]) : bytes;
      return held.length < leastBytes ? nothing : pass(begin(), false);
    },
    end: () => (encoding === undefined ? pass(begin(), true) : pass(nothing, true)),
  };
}

/** Whole units of UTF-16; a first half of a pair at the end waits for the second. */
function utf16Text(
  bytes: Buffer,
  encoding: "utf-16le" | "utf-16be",
  isLast: boolean,
): { readonly text: string; readonly used: number } {
  const used = bytes.length & ~1;
  const units = bytes.subarray(0, used);
  const text = (encoding === "utf-16le" ? units : Buffer.from(units).swap16()).toString("utf16le");
  return !isLast && /[\ud800-\udbff]$/.test(text)
    ? { text: text.slice(0, -1), used: used - 2 }
    : { text, used };
}

/** In UTF-8, with a byte that is never part of it for each half of a pair that stands alone. */
function wellFormed(text: string): Buffer[] {
  return text
    .split(/\p{Surrogate}/u)
    .flatMap((part, i) =>
      i === 0 ? [Buffer.from(part)] : [Buffer.from([0xff]), Buffer.from(part)],
    );
}

function findEncoding(
  path: string,
  start: Buffer,
  options: EncodingOptions,
): { readonly encoding: Encoding; readonly markBytes: number } {
  const asked = options.encoding ?? "utf-8";
  const marks = start.toString("hex", 0, 4);
  if (/^(?:fffe0000|0000feff)/.test(marks))
    throw new InputError(`${path}: encoded as UTF-32. Save it as UTF-8.`);
  if (marks.startsWith("efbbbf")) return { encoding: "utf-8", markBytes: 3 };
  if (marks.startsWith("fffe")) return { encoding: "utf-16le", markBytes: 2 };
  if (marks.startsWith("feff")) return { encoding: "utf-16be", markBytes: 2 };
  const looksLike = utf16WithoutMark(start);
  const isUtf16 = asked === "utf-16le" || asked === "utf-16be";
  if (looksLike !== undefined && looksLike !== asked)
    throw new InputError(
      options.hasEncodingOption
        ? `${path}: looks like UTF-16 without a byte-order mark, not ${asked}. Read it with --encoding ${looksLike}.`
        : `${path}: looks like UTF-16 without a byte-order mark. Save it as UTF-8.`,
    );
  if (isUtf16 && looksLike === undefined && start.length > 0)
    throw new InputError(`${path}: not in UTF-16. Leave out --encoding ${asked}.`);
  return { encoding: asked, markBytes: 0 };
}

/** Latin letters in UTF-16 have a zero in every second byte; no other text has. */
function utf16WithoutMark(start: Buffer): "utf-16le" | "utf-16be" | undefined {
  const zeros: [number, number] = [0, 0];
  const length = Math.min(start.length, startLength) & ~1;
  for (let i = 0; i < length; i++) if (start[i] === 0) zeros[i % 2]!++;
  const [even, odd] = zeros.map((count) => (2 * count) / Math.max(1, length)) as [number, number];
  if (odd > 0.3 && even < 0.05) return "utf-16le";
  return even > 0.3 && odd < 0.05 ? "utf-16be" : undefined;
}

/** Kinds of files by how they begin, and what to do with one. */
const otherKinds: readonly (readonly [RegExp, string])[] = [
  [/^\s*\{\\rtf/, "RTF, not plain text. Save it as plain text in UTF-8."],
  [/^\s*%PDF-/, "a PDF file. Save its text as plain text in UTF-8."],
  [
    /^PK(?:\x03\x04|\x05\x06)/,
    "a zip file, as .docx, .xlsx and .odt are. Save documents as plain text and tables as CSV, both in UTF-8, or unpack it.",
  ],
  [
    /^\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1/,
    "an older Word, Excel or Outlook file. Save documents as plain text and tables as CSV, both in UTF-8.",
  ],
  [/^\x1f\x8b/, "packed with gzip. Give its name the ending .gz, or unpack it."],
  [/^\x28\xb5\x2f\xfd|^BZh\d|^7z\xbc\xaf|^\xfd7zXZ/, "packed. Unpack it, or pack it with gzip."],
  [/^PAR1/, "a Parquet file. Give its name the ending .parquet."],
  [/^SQLite format 3|^\x89PNG|^\xff\xd8\xff|^II\*\x00|^MM\x00\*/, "no text file."],
  [/^\s*<\?xml/i, "XML, not plain text. Save its text as plain text in UTF-8, without tags."],
  [
    /^\s*<(?:!doctype\s+html|html)\b/i,
    "HTML, not plain text. Save its text as plain text in UTF-8, without tags.",
  ],
];

function refuseOtherKinds(path: string, start: Buffer): void {
  // As Latin-1 every byte is one character.
  const beginning = start.toString("latin1", 0, 512);
  const plain = /^(?:\xff\xfe|\xfe\xff)/.test(beginning)
    ? beginning.replaceAll("\0", "")
    : beginning;
  const text = plain.replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, "");
  const found = otherKinds.find(([pattern]) => pattern.test(text) || pattern.test(beginning));
  if (found) throw new InputError(`${path}: ${found[1]}`);
}

const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const lenient = new TextDecoder("utf-8");

/** A text, or why the bytes are none. */
export type Decoded = { readonly text: string; readonly damage?: string };

/** The text of bytes that a {@link Transcoder} gave, at most of a line: damage costs no more. */
export function decodeBytes(bytes: Buffer, encoding: Encoding): Decoded {
  if (encoding === "windows-1252") return decodeWindows(bytes);
  try {
    return { text: strict.decode(bytes) };
  } catch {
    return { text: lenient.decode(bytes), damage: `invalid ${shortNames[encoding]}` };
  }
}

/**
 * What Windows-1252 has where Latin-1 has control characters. Written out, for the decoder of Node 20
 * reads this encoding as if it were Latin-1. Five bytes are no character: DOS writes Å and Ø with two of them.
 */
const windowsCharacters = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ";

function decodeWindows(bytes: Buffer): Decoded {
  const latin = bytes.toString("latin1");
  const text = latin.replace(
    /[\x80-\x9f]/g,
    (control) => windowsCharacters[control.charCodeAt(0) - 0x80]!,
  );
  if (/[\x81\x8d\x8f\x90\x9d]/.test(latin)) return { text, damage: "not Windows-1252" };
  // Norwegian in Windows-1252 is never valid UTF-8 by chance: that needs "Ã" before a sign.
  if (/[\x80-\xff]/.test(latin) && isUtf8(bytes))
    return { text, damage: "UTF-8 in a file read as Windows-1252" };
  return { text };
}

function isUtf8(bytes: Buffer): boolean {
  try {
    strict.decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Whether what comes is UTF-8 and not only ASCII; knows of each part as soon as it cannot be. */
export function utf8Check(): { push(bytes: Buffer): boolean; end(): boolean } {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let isPossible = true;
  let hasOther = false;
  const decode = (bytes?: Buffer): boolean => {
    try {
      hasOther ||= bytes !== undefined && bytes.some((byte) => byte > 0x7f);
      if (isPossible) decoder.decode(bytes, { stream: bytes !== undefined });
    } catch {
      isPossible = false;
    }
    return isPossible;
  };
  return { push: decode, end: () => decode() && hasOther };
}

/** The refusal of UTF-8 that is to be read as Windows-1252. */
export function refuseUtf8(path: string): never {
  throw new InputError(
    `${path}: in UTF-8, not windows-1252: å would be read as Ã¥. Leave out --encoding for this file.`,
  );
}
