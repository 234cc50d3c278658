/** Rows of JSON: an object a line, or an array of objects, of which one is in memory at a time. */

import { objectIn } from "../../json";
import { InputError } from "../../errors";
import { decodeBytes, type EncodingOptions } from "./decoding";
import { describeRepeatedKey, findRepeatedKey } from "./jsonKeys";
import { longestLine, readLines, readTextBytes, refuseUtf8File } from "./lines";
import type { Row } from "./row";

/** How rows of JSON are read, and the keys that are looked for, which messages may name. */
export type JsonOptions = EncodingOptions & { readonly keys: readonly string[] };

/**
 * An object a line.
 *
 * @throws InputError (while iterating) for an array, and for the file that Nor-DeID publishes
 */
export async function* readJsonLines(path: string, options: JsonOptions): AsyncGenerator<Row> {
  let isFirst = true;
  for await (const { line, text, damage } of readLines(path, options)) {
    if (damage !== undefined) yield { line, damage };
    else if (text.trim() !== "") {
      if (isFirst && /^\s*\[\s*(?:\{|$)/.test(text))
        throw new InputError(`${path}: an array of JSON, not an object a line. Name it .json.`);
      if (isFirst) refuseNorDeid(path, text);
      isFirst = false;
      yield { line, ...valuesOf(text, options) };
    }
  }
}

/** The values of a row, or why they cannot be used: of two values under one key neither is the right one. */
function valuesOf(
  text: string,
  { keys }: JsonOptions,
): { readonly values: Record<string, unknown> } | { readonly damage: string } {
  const values = objectIn(text);
  if (!values) return { damage: "broken JSON" };
  const repeated = findRepeatedKey(text);
  return repeated ? { damage: describeRepeatedKey(repeated, keys) } : { values };
}

/** Refuse the one object that Nor-DeID-SynthData is published as, by how it begins: its notes are in lists. */
export function refuseNorDeid(path: string, beginning: string): void {
  if (
    /^\s*\{\s*"(?:parameters|scenarios|prompts|results|cleaned_results)"\s*:\s*[[{]/.test(beginning)
  )
    throw new InputError(
      `${path}: looks like Nor-DeID-SynthData as it is published, one object with lists of tagged notes. Score on it with corpus deidentify --eval, or place it as data-cards/nor-deid.md says.`,
    );
}

const [lineFeed, carriageReturn, quote, backslash] = [10, 13, 34, 92];
const [openBrace, closeBrace, openBracket, closeBracket, comma] = [123, 125, 91, 93, 44];

/**
 * The objects of an array, or of a file with one object behind another, over as many lines as they like.
 * `line` is where an object begins.
 *
 * @throws InputError (while iterating) where it cannot be told where the next object begins
 */
export async function* readJsonArray(path: string, options: JsonOptions): AsyncGenerator<Row> {
  let line = 1;
  let begun = 1;
  let depth = 0;
  let place: "outside" | "array" | "behind" = "outside";
  let objects = 0;
  let [inText, isEscaped, afterReturn] = [false, false, false];
  let parts: Buffer[] = [];
  let length = 0;
  const refuse = (where: number, what: string): never => {
    throw new InputError(
      `${path}:${where}: ${what}. Give an array of objects, [{"text": "…"}, …], or convert it to JSON lines (.jsonl).`,
    );
  };
  const take = (bytes: Buffer): void => {
    if (bytes.length === 0) return;
    if (parts.length === 0 && objects === 0) refuseNorDeid(path, bytes.toString("latin1", 0, 4096));
    parts.push(bytes);
    length += bytes.length;
    if (length > longestLine)
      refuse(begun, `an object of more than ${longestLine >> 20} MB, or one that is never closed`);
  };
  try {
    await refuseUtf8File(path, options);
    for await (const { bytes, encoding } of readTextBytes(path, options)) {
      let start = depth > 0 ? 0 : -1;
      for (let at = 0; at < bytes.length; at++) {
        const byte = bytes[at]!;
        if (byte === carriageReturn || (byte === lineFeed && !afterReturn)) line++;
        afterReturn = byte === carriageReturn;
        if (inText) {
          if (isEscaped) isEscaped = false;
          else if (byte === backslash) isEscaped = true;
          else if (byte === quote) inText = false;
        } else if (depth > 0) {
          if (byte === quote) inText = true;
          else if (byte === openBrace || byte === openBracket) depth++;
          else if ((byte === closeBrace || byte === closeBracket) && --depth === 0) {
            take(bytes.subarray(start, at + 1));
            const { text, damage } = decodeBytes(Buffer.concat(parts), encoding);
            yield {
              ...{ line: begun, number: ++objects },
              ...(damage === undefined ? valuesOf(text, options) : { damage }),
            };
            [parts, length, start] = [[], 0, -1];
          }
        } else if (byte === openBrace) [depth, start, begun] = [1, at, line];
        else if (byte === openBracket && place === "outside" && objects === 0) place = "array";
        else if (byte === closeBracket && place === "array") place = "behind";
        else if (!(byte === 32 || byte === 9 || byte === lineFeed || byte === carriageReturn)) {
          if (byte !== comma || place !== "array")
            refuse(line, objects === 0 ? "not JSON with objects" : "not JSON behind an object");
        }
      }
      if (depth > 0) take(bytes.subarray(start));
    }
  } catch (error) {
    if (!/^Z_/.test((error as NodeJS.ErrnoException).code ?? "")) throw error;
    throw new InputError(`${path}: damaged or truncated gzip after line ${line}. Copy it again.`);
  }
  if (depth > 0) refuse(begun, "broken JSON: the object that begins here is never closed");
  if (place === "array")
    refuse(line, "broken JSON: the array is not closed, so objects may be missing");
}
