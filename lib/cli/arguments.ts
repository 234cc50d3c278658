/** Values of the command line, checked where they are parsed. */

import { InvalidArgumentError, Option } from "commander";
import { executorNames } from "../engine";

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
