/** The threshold of a tagger, chosen on validation and kept in the model's folder. */

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { modelChecksum } from "../encoder/checkpoint";
import { InputError } from "../errors";
import { writeJson } from "../files";

/** What rules and model together do at a threshold; alone where `leastShare` is null. */
export type ThresholdPoint = {
  /** The share from which the model's word counts; null: rules and lists alone. */
  readonly leastShare: number | null;
  /** Marked spans that are touched, and found spans that touch a marked one, whatever the labels. */
  readonly anyLabelRecall: number;
  readonly anyLabelPrecision: number | null;
  readonly untouched: number;
  readonly falsePer1000Words: number | null;
};

export type ChosenThreshold = {
  readonly leastShare: number;
  /** How it was chosen, in words. */
  readonly criterion: string;
  /** Of the best recall, over texts: what the recall may be lower. */
  readonly standardError: number;
  readonly chosenOn: {
    readonly file: string;
    readonly sha256: string;
    readonly texts: number;
    readonly marked: number;
  };
  /** The weights that it was chosen for. */
  readonly modelChecksum: string;
  readonly curve: readonly ThresholdPoint[];
};

const fileName = "threshold.json";

/** Where the threshold of a model is. */
export const thresholdPath = (dir: string): string => join(dir, fileName);

/** Write the threshold into the model's folder, whole or not at all. @returns its path */
export function writeThreshold(dir: string, chosen: ChosenThreshold): string {
  const path = thresholdPath(dir);
  writeJson(path, chosen);
  return path;
}

/**
 * The threshold that was chosen for a model, or undefined if none was.
 *
 * @throws InputError if the file is damaged or was written for other weights
 */
export async function readThreshold(dir: string): Promise<ChosenThreshold | undefined> {
  const path = thresholdPath(dir);
  if (!existsSync(path)) return undefined;
  const remedy = "Choose one with `corpus deidentify --model FOLDER --choose-threshold FILE`.";
  let chosen: Partial<ChosenThreshold> | null;
  try {
    chosen = JSON.parse(readFileSync(path, "utf8")) as Partial<ChosenThreshold> | null;
  } catch {
    throw new InputError(`${path}: broken JSON. ${remedy}`);
  }
  const share = chosen?.leastShare;
  if (typeof share !== "number" || !(share >= 0 && share <= 1))
    throw new InputError(`${path}: leastShare is no number from 0 to 1. ${remedy}`);
  if (chosen?.modelChecksum !== (await modelChecksum(dir)))
    throw new InputError(`${path}: chosen for other weights than those beside it. ${remedy}`);
  return chosen as ChosenThreshold;
}
