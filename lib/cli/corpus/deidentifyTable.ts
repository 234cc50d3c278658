/** What `corpus deidentify` says about its scores, as lines; shares in percent. */

import type { UsedThreshold } from "../../evaluation/entityInference";
import type { Interval } from "../../evaluation/statistics";
import type { ChosenThreshold } from "../../evaluation/thresholdFile";
import { describeSkipped } from "../../corpus/corpus";
import type { FalseReplacements } from "../../deidentification/falseReplacements";
import type { DeidentificationScore, LeakReport, Shares } from "../../deidentification/scoreCounts";
import { measures } from "../../deidentification/spanMatching";
import type { FileReport } from "./deidentifyEval";

const nameWidth = 24;
const percent = (share: number | null): string => (share === null ? "–" : (100 * share).toFixed(1));
const number = (value: number | null, digits = 2): string =>
  value === null ? "–" : value.toFixed(digits);
const range = (interval: Interval | null): string =>
  interval === null ? "" : ` (${percent(interval.low)} to ${percent(interval.high)})`;

/** Which threshold of the model holds, and why. */
export const describeThreshold = ({ leastShare, from }: UsedThreshold): string =>
  `threshold of the model: ${leastShare}, ${from}` +
  (from === "default" ? "; choose one with --choose-threshold" : "");

/** The report on a scoring file. */
export function describeReport(report: FileReport): string {
  const { overall, byStandard, foundBy } = report;
  const macros = Object.entries(report.macroByStandard).map(
    ([name, shares]) => [`${name}, macro`, shares] as const,
  );
  return [
    `${report.texts} texts; left out: ${describeSkipped(report.skipped)}`,
    "recall, precision, F1 and leaked letters in %. any label: a shared character; overlap: that and the label;",
    "relaxed: label, start, and end ± 2; strict: label and bounds. macro: means over texts; all else over spans",
    head,
    row("all", overall),
    row("all, macro", report.macroOverDocuments),
    ...Object.entries(report.alone ?? {}).map(([who, score]) => row(`${who} alone`, score)),
    ...Object.entries(byStandard).map(([name, score]) => row(name, score)),
    ...macros.map(([name, shares]) => row(name, shares)),
    ...Object.entries(report.byLabel).map(([name, score]) => row(name, score)),
    "",
    ...(overall.marked === 0 ? [] : leakReport(report)),
    `letters outside marked spans that are replaced: ${percent(report.overRedacted)} %`,
    ...falseLines(report.falseReplacements),
    ...(report.threshold === undefined
      ? []
      : [
          describeThreshold(report.threshold),
          ...(["rulesAlone", "modelAlone", "both"] as const).map((who) => {
            const { found, touchingMarked, markedTouched } = foundBy[who];
            const name = { rulesAlone: "rules alone", modelAlone: "model alone", both: "both" }[
              who
            ];
            return `found by ${name}: ${found} spans, ${touchingMarked} of them touch a marked one; ${markedTouched} marked spans touched`;
          }),
        ]),
  ].join("\n");
}

const titles = { anyLabel: "any label", overlap: "overlap", relaxed: "relaxed", exact: "strict" };
const order = [...measures].reverse();
const head =
  "".padEnd(nameWidth) +
  "marked".padStart(8) +
  "found".padStart(8) +
  order.map((measure) => `${titles[measure]} R P F1`.padStart(21)).join("") +
  "leaked".padStart(8);

function row(name: string, score: Shares & Partial<DeidentificationScore>): string {
  const group = (fields: readonly (number | null)[]): string =>
    fields.map((share) => percent(share).padStart(6)).join("");
  return (
    name.padEnd(nameWidth) +
    String(score.marked ?? "").padStart(8) +
    String(score.found ?? "").padStart(8) +
    order
      .map((measure) =>
        group([
          score[`${measure}Recall`],
          score[`${measure}Precision`],
          score[`${measure}F1`],
        ]).padStart(21),
      )
      .join("") +
    (score.leakedCharacters === undefined ? "" : percent(score.leakedCharacters)).padStart(8)
  ).trimEnd();
}

function leakReport({ overall, intervals, leaks, leaksByStandard }: FileReport): string[] {
  return [
    `95 % intervals over texts: any label R ${percent(overall.anyLabelRecall)}${range(intervals.anyLabelRecall)}, strict R ${percent(overall.exactRecall)}${range(intervals.exactRecall)}, notes without a leak ${percent(leaks.untouched.notesWithNone)}${range(intervals.notesWithNoneUntouched)}`,
    ...leakLines("all", leaks),
    ...Object.entries(leaksByStandard).flatMap(([name, each]) => leakLines(name, each)),
  ];
}

function leakLines(name: string, { untouched, notCovered }: LeakReport): string[] {
  return [
    `leaks, ${name}: not touched ${untouched.spans} spans, ${number(untouched.per100Notes)} per 100 notes, ${percent(untouched.notesWithNone)} % of notes without; ` +
      `not wholly covered ${notCovered.spans}, ${number(notCovered.per100Notes)} per 100 notes, ${percent(notCovered.notesWithNone)} % without`,
  ];
}

function falseLines(report: FalseReplacements): string[] {
  const standards = Object.entries(report.byStandard).map(
    ([name, { spans, per1000Words }]) => `${name} ${spans}, ${number(per1000Words)}`,
  );
  return [
    `replacements that touch no marked span: ${report.spans} in ${report.words} words, ${number(report.per1000Words)} per 1,000 words` +
      (standards.length === 0 ? "" : ` (${standards.join("; ")})`),
    ...report.byRule.map(
      ({ label, source, why, spans, per1000Words }) =>
        `  ${String(spans).padStart(5)} ${number(per1000Words, 3).padStart(8)}  ${label}, ${source}: ${why}`,
    ),
  ];
}

/** The curve of a chosen threshold. */
export function describeChoice(
  chosen: ChosenThreshold & { readonly path: string; readonly rulesSuffice: boolean },
): string {
  const { chosenOn } = chosen;
  return [
    `${chosenOn.file}: ${chosenOn.texts} texts, ${chosenOn.marked} marked spans; recall and precision in %, whatever the label`,
    "threshold".padEnd(14) +
      ["recall", "precision", "untouched", "false per 1,000 words"]
        .map((title) => title.padStart(title.length + 3))
        .join(""),
    ...chosen.curve.map(
      (point) =>
        (point.leastShare === null ? "rules alone" : String(point.leastShare)).padEnd(14) +
        percent(point.anyLabelRecall).padStart(9) +
        percent(point.anyLabelPrecision).padStart(12) +
        String(point.untouched).padStart(12) +
        number(point.falsePer1000Words).padStart(24) +
        (point.leastShare === chosen.leastShare ? "  chosen" : ""),
    ),
    `chosen: ${chosen.leastShare}, the ${chosen.criterion}; standard error ${percent(chosen.standardError)}`,
    ...(chosen.rulesSuffice
      ? [
          "rules and lists alone are as near to the best recall: these texts do not show that the model helps",
        ]
      : []),
    `written to ${chosen.path}`,
  ].join("\n");
}
