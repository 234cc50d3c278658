/** Values of the command line, checked where they are parsed. */

import { existsSync, readdirSync, realpathSync, statSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { InvalidArgumentError, Option } from "commander";
import { executorNames } from "../engine";
import { InputError } from "../errors";
import { encodings } from "../text/rows/decoding";

/** Parser of a whole number of at least `least`. */
export function wholeNumber(least: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!Number.isSafeInteger(value) || value < least || text.trim() === "")
      throw new InvalidArgumentError(`Give a whole number of at least ${least}.`);
    return value;
  };
}

/** Parser of a share in [0, 1]. */
export function share(text: string): number {
  const value = Number(text);
  if (!(value >= 0 && value <= 1) || text.trim() === "")
    throw new InvalidArgumentError("Give a number from 0 to 1.");
  return value;
}

/** `--device`: what runs the model; the command hands its value to `chooseExecutor`. */
export const deviceOption = (): Option =>
  new Option("--device <device>", "what runs the model; tensorflow needs `tensorflow build`")
    .choices(executorNames)
    .default("cpu");

/** `--encoding`: how a user's text is encoded, e.g. `"of the texts"`. */
export const encodingOption = (of: string): Option =>
  new Option(
    "--encoding <encoding>",
    `${of}, where a file has no byte-order mark; windows-1252 includes Latin-1`,
  )
    .choices(encodings)
    .default("utf-8");

/**
 * Refuse an `--out` whose replacement would take away what is no model: a model folder is replaced as a
 * whole, so everything else in it would go, the source included.
 *
 * @param source - the folder that is read, if there is one
 * @throws InputError for a file, a folder with other things, or one that holds or is within `source`
 */
export function requireReplaceable(out: string, source?: string): void {
  if (source !== undefined && existsSync(source)) {
    const [from, to] = [realpathSync(source), existsSync(out) ? realpathSync(out) : resolve(out)];
    if (isWithin(from, to) || isWithin(to, from))
      throw new InputError(
        `--out ${out} ${isWithin(from, to) ? "would replace" : "lies in"} the model that is read; choose another folder`,
      );
  }
  const found = statSync(out, { throwIfNoEntry: false });
  if (found === undefined) return;
  if (!found.isDirectory())
    throw new InputError(`--out ${out} is a file; name a folder for the model`);
  if (readdirSync(out).length > 0 && !existsSync(join(out, "config.json")))
    throw new InputError(
      `--out ${out} holds other things than a model, and would be replaced; choose another folder`,
    );
}

/** Whether `path` is `folder` or lies in it. */
const isWithin = (path: string, folder: string): boolean =>
  !/^\.\.(\/|\\|$)/.test(relative(folder, path));
