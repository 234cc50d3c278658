/** Bits per byte of held-out text: what pretraining itself did, as a record and as a table. */

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { standardNames } from "../corpus/document";
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

/** A section in Markdown: one row a model, one column a domain and written standard. */
export function heldOutMarkdown(record: HeldOutRecord): string[] {
  const models = Object.entries(record.bitsPerByte);
  const columns = Object.entries(models[0]?.[1] ?? {}).flatMap(([domain, scores]) =>
    (["nb", "nn", "either"] as const)
      .filter((standard) => scores[standard] !== undefined)
      .map((standard) => ({ domain, standard })),
  );
  const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [
    "## Held-out text, bits per byte",
    "",
    "Lower is better. 15 % of the tokens of documents never trained on are hidden, at the same positions for every model; " +
      "their negative log-likelihood is divided by the bytes they stand for. One pretraining seed, so no interval.",
    "",
    row([
      "model",
      ...columns.map(({ domain, standard }) => `${domain}, ${standardNames[standard]}`),
    ]),
    row(["---", ...columns.map(() => "---:")]),
    ...models.map(([model, byDomain]) =>
      row([
        model,
        ...columns.map(({ domain, standard }) => byDomain[domain]?.[standard]?.toFixed(3) ?? "–"),
      ]),
    ),
    "",
  ];
}
