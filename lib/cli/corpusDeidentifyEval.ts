/** `kliniskvest corpus deidentify --eval`: what is found of marked spans, as a table. */

import { describeSkipped } from "../text/corpus";
import type { Detector } from "../text/deidentification/detection";
import {
  createScorer,
  type DeidentificationReport,
  type DeidentificationScore,
} from "../text/deidentification/scoring";
import { readScoringFile } from "../text/deidentification/scoringFile";
import type { Progress } from "./progress";

export type FileReport = DeidentificationReport & {
  readonly labels: "norDeid" | "own";
  readonly skipped: Readonly<Record<string, number>>;
};

const textsAtOnce = 64;

/** Score a detector on a file. */
export async function scoreFile(
  path: string,
  detect: Detector,
  progress: Progress,
): Promise<FileReport> {
  const { examples, labels, skipped } = readScoringFile(path);
  const scorer = createScorer(labels);
  progress.stage(`Finding spans in ${examples.length} texts`);
  for (let at = 0; at < examples.length; at += textsAtOnce) {
    const chunk = examples.slice(at, at + textsAtOnce);
    const found = await detect(chunk.map(({ text }) => text));
    chunk.forEach((example, i) => scorer.add(example, found[i]!));
    progress.update(at + chunk.length, examples.length);
  }
  progress.finish();
  return { ...scorer.report(), labels, skipped };
}

const columns = [
  ["marked", "marked"],
  ["found", "found"],
  ["any R", "anyLabelRecall"],
  ["any P", "anyLabelPrecision"],
  ["overlap R", "overlapRecall"],
  ["overlap P", "overlapPrecision"],
  ["exact R", "exactRecall"],
  ["exact P", "exactPrecision"],
  ["leaked", "leakedCharacters"],
] as const satisfies readonly (readonly [string, keyof DeidentificationScore])[];

const percent = (share: number | null): string => (share === null ? "–" : (100 * share).toFixed(1));

/** The report as JSON or as lines, in percent. */
export function printDeidentificationReport(report: FileReport, json: boolean | undefined): void {
  if (json) {
    console.log(JSON.stringify(report, null, 2));
    return;
  }
  const row = (name: string, score: DeidentificationScore): string =>
    name.padEnd(24) +
    columns
      .map(([title, field]) => {
        const value = score[field];
        const isCount = field === "marked" || field === "found";
        return (isCount ? String(value) : percent(value)).padStart(Math.max(title.length, 6) + 2);
      })
      .join("");
  console.log(
    [
      `${report.texts} texts; left out: ${describeSkipped(report.skipped)}. Recall R, precision P and leaked letters in %; any: whatever the label`,
      "".padEnd(24) +
        columns.map(([title]) => title.padStart(Math.max(title.length, 6) + 2)).join(""),
      row("all", report.overall),
      ...Object.entries(report.byStandard).map(([name, score]) => row(name, score)),
      ...Object.entries(report.byLabel).map(([name, score]) => row(name, score)),
      `letters outside marked spans that are replaced: ${percent(report.overRedacted)}`,
    ].join("\n"),
  );
}
