/** Values of the command line, checked where they are parsed. */

import { existsSync, readdirSync, realpathSync } from "node:fs";
import { join, resolve } from "node:path";
import { InvalidArgumentError, Option } from "commander";
import { smallFiles } from "../encoder/hub/hub";
import { onnxFiles } from "../encoder/onnx/onnx";
import { defaultExecutor, executorNames } from "../engine";
import { InputError } from "../errors";
import { requireFreeFolder } from "../files";
import { isWithin } from "../paths";
import { encodings } from "../corpus/rows/decoding";

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
    .default(defaultExecutor);

/** `--force`: without it nothing that is there is replaced. @param what - is replaced, where not all at `--out` */
export const forceOption = (
  what = "what is at --out, if it is of the same kind and holds nothing else",
): Option => new Option("--force", `replace ${what}`);

/** `--encoding`: how a user's text is encoded, e.g. `"of the texts"`. */
export const encodingOption = (of: string): Option =>
  new Option(
    "--encoding <encoding>",
    `${of}, where a file has no byte-order mark; windows-1252 includes Latin-1`,
  )
    .choices(encodings)
    .default("utf-8");

/** What commands write into a model folder. */
const modelEntries: readonly string[] = [
  ...smallFiles.filter((name) => name !== "README.md"), // may be somebody's own
  ...["model.safetensors", "source.json", "vocabulary.json", "threshold.json", "onnx"],
];

/**
 * Refuse an `--out` that a model must not be written to: a folder is replaced as a whole, so everything in
 * it would go, the source included.
 *
 * @param source - the folder that is read, if there is one
 * @param option - how the user named `out`
 * @throws InputError for a file, a folder with other things than a model's, one that holds or is within
 *   `source`, and without `replace` for any model
 */
export function requireReplaceable(
  out: string,
  {
    source,
    option = "--out",
    replace = false,
  }: {
    readonly source?: string;
    readonly option?: string;
    readonly replace?: boolean | undefined;
  },
): void {
  if (source !== undefined && existsSync(source)) {
    const [from, to] = [realpathSync(source), existsSync(out) ? realpathSync(out) : resolve(out)];
    if (isWithin(from, to) || isWithin(to, from))
      throw new InputError(
        `${option} ${out} ${isWithin(from, to) ? "would replace" : "lies in"} the model that is read; choose another folder`,
      );
  }
  requireFreeFolder(out, {
    option,
    kind: "a model",
    replace,
    isOurs: (entry) =>
      modelEntries.includes(entry) &&
      (entry !== "onnx" ||
        readdirSync(join(out, entry)).every((file) =>
          Object.values(onnxFiles).some((own) => own === file),
        )),
  });
}
