/** Bits per byte of held-out text, as a record: what pretraining itself did. */

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { writeJson } from "../files";
import type { HeldOutScores } from "../training/heldOut";

export type HeldOutRecord = {
  readonly scale: string;
  /** By model, then by domain of the text. */
  readonly bitsPerByte: Readonly<Record<string, Readonly<Record<string, HeldOutScores>>>>;
  /** By model: held-out text of its own corpus while it was trained. */
  readonly curves?: Readonly<Record<string, readonly CurvePoint[]>>;
};
export type CurvePoint = { readonly step: number; readonly bitsPerByte: HeldOutScores };

const heldOutPath = (scale: string): string => `heldOut/${scale}.json`;

/** Write a record below the results folder. @returns its path there */
export function writeHeldOut(results: string, record: HeldOutRecord): string {
  const path = heldOutPath(record.scale);
  writeJson(join(results, path), record);
  return path;
}

/** The record of a scale, if there is one. */
export function readHeldOut(results: string, scale: string): HeldOutRecord | undefined {
  const path = join(results, heldOutPath(scale));
  return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as HeldOutRecord) : undefined;
}
