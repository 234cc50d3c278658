/** Reading the JSON files of real data sets, with errors that say which file to put where. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { InputError } from "../../errors";
import { sha256 } from "../../files";
import type { TaskSource } from "../task";

/** A parsed file and its SHA-256. */
export type JsonFile = { readonly path: string; readonly value: unknown; readonly sha256: string };

/**
 * Read `<data>/<folder>/<file>` as JSON.
 *
 * @param publisher - where the file can be had, for the message
 * @throws InputError if no data folder is given, the file is missing, or it is not whole JSON
 */
export function readJsonFile(
  source: TaskSource,
  folder: string,
  file: string,
  publisher: string,
): JsonFile {
  if (source.data === undefined)
    throw new InputError(
      `${folder}: no data folder given; pass the folder that holds ${folder}/${file} (published at ${publisher})`,
    );
  const path = join(source.data, folder, file);
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch {
    throw new InputError(`${path}: cannot be read; place ${file} from ${publisher} there`);
  }
  try {
    const value = JSON.parse(bytes.toString("utf8").replace(/^\uFEFF/, "")) as unknown;
    return { path, value, sha256: sha256(bytes) };
  } catch {
    throw new InputError(
      `${path}: not whole JSON (${bytes.length} bytes read); the copy may be cut short, fetch it again from ${publisher}`,
    );
  }
}
