/**
 * Evaluation results as Markdown for readers and CSV for programs. Nothing here is typed by hand
 * and nothing depends on the clock, so that a reviewer who builds a table again gets the same file.
 */

import { join } from "node:path";
import { writeFileAtomic } from "../files";
import { readResults } from "../evaluation/result";
import type { StoredResult } from "../evaluation/result";
import type { PairedDifference } from "../evaluation/statistics";
import { compareResults } from "./comparison";
import { readHeldOut, type HeldOutRecord } from "../evaluation/heldOutRecord";
import { heldOutMarkdown } from "./heldOutTable";
import { hasSeveralClinical, sectionName } from "./readableNames";
import type { Column, DifferenceRow, ScoreCell, ScoreRow, Section } from "./comparison";

/** Both forms of the table of one scale. */
export type Tables = { readonly markdown: string; readonly csv: string };

const percent = (value: number): string => (100 * value).toFixed(1).replace("-", "−");
const signed = (value: number): string => (value < 0 ? "" : "+") + percent(value);

const armNames = {
  chance: "chance",
  baseline: "baseline",
  generalControl: "general control",
  shuffledControl: "fact-shuffled control",
  clinical: "clinical",
} as const;

function excludesZero({ interval }: PairedDifference): boolean {
  return interval.low > 0 || interval.high < 0;
}

function scoreText(cell: ScoreCell | undefined): string {
  if (cell === undefined) return "–";
  return percent(cell.mean) + (cell.seeds > 1 ? ` ± ${percent(cell.sd)}` : "");
}

function differenceText(cell: PairedDifference | undefined): string {
  if (cell === undefined || Number.isNaN(cell.interval.low)) return "–";
  const { difference, interval } = cell;
  const mark = excludesZero(cell) ? " *" : "";
  return `${signed(difference)} [${signed(interval.low)}, ${signed(interval.high)}]${mark}`;
}

function rangeText([low, high]: readonly [number, number]): string {
  return low === high ? String(low) : `${low}–${high}`;
}

/** A model by its family and arm; by its own name where a family has several clinical ones. */
function rowNames(section: Section) {
  const name = (family: string, model: string): string =>
    hasSeveralClinical(section, family) ? model : "clinical";
  return {
    score: ({ family, arm, model }: ScoreRow): string =>
      arm === "chance"
        ? `chance: ${model}`
        : `${family}: ${arm === "clinical" ? name(family, model) : armNames[arm]}`,
    difference: ({ family, model, against }: DifferenceRow): string =>
      `${family}: ${name(family, model)} − ${armNames[against]}`,
    clinical: ({ family, model }: DifferenceRow): string => name(family, model),
    /** Whose claim it is. */
    subject: ({ family, model }: DifferenceRow): string =>
      hasSeveralClinical(section, family) ? `${family}, ${model}` : family,
  };
}

/** What may be said of the overall difference to the baseline: no more than the interval allows. */
function claim(row: DifferenceRow): string {
  const cell = row.cells.overall;
  const shown = cell !== undefined && excludesZero(cell) && (row.holmP ?? NaN) < 0.05;
  const verdict = !shown
    ? "no difference between clinical and baseline is shown"
    : cell.difference > 0
      ? "clinical is higher than baseline"
      : "clinical is lower than baseline";
  const p =
    row.holmP === undefined || Number.isNaN(row.holmP)
      ? ""
      : ` (Holm-adjusted p = ${row.holmP.toFixed(3)})`;
  const few =
    row.seeds.length === 1
      ? " One seed only: the interval covers the test items, not the training."
      : row.seeds.length < 5
        ? " Fewer than five seeds: the interval is likely too narrow."
        : "";
  const settings = row.settingsDiffer ? " Their settings differ, see below." : "";
  return `${verdict}${p}.${few}${settings}`;
}

/**
 * For each task and way of asking one line on what may be said of clinical against baseline.
 *
 * @returns Markdown
 */
export function claims(sections: readonly Section[]): string {
  return sections
    .flatMap((section) =>
      section.differences
        .filter((row) => row.against === "baseline")
        .map((row) => `- **${sectionName(section)}**: ${claim(row)}`),
    )
    .join("\n");
}

function sectionMarkdown(section: Section): string[] {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  const names = rowNames(section);
  const verdicts = section.differences
    .filter((row) => row.against === "baseline")
    .map((row) => `- ${names.subject(row)}: ${claim(row)}`);
  const alone = section.unpaired.map((line) => `- Not compared: ${line}.`);
  return [
    `## ${section.task}, ${section.scoring}, ${section.metric} (%), ${section.split} split`,
    "",
    ...section.sources.map((source) => `Source: ${source}.`),
    "",
    line(["model", "seeds", "n", ...section.columns]),
    line(["---", "---:", "---:", ...section.columns.map(() => "---:")]),
    ...section.scores.map((row) =>
      line([
        names.score(row),
        String(row.seeds.length),
        rangeText(row.examples),
        ...section.columns.map((column) => scoreText(row.cells[column])),
      ]),
    ),
    ...section.differences.map((row) =>
      line([
        names.difference(row),
        String(row.seeds.length),
        "",
        ...section.columns.map((column) => differenceText(row.cells[column])),
      ]),
    ),
    "",
    ...(verdicts.length + alone.length > 0 ? [...verdicts, ...alone, ""] : []),
  ];
}

/** Distinct texts with how they are used, one a line. */
function list(items: readonly string[]): string[] {
  return [...new Set(items)].sort().map((item) => `- ${item}`);
}

const noControl =
  "No general control was run (the baseline trained on for equally many steps on general text). " +
  "The clinical model has also simply been trained longer than the baseline, so a difference shows what the further training did, not that clinical text was the reason.";

function footer(stored: readonly StoredResult[]): string[] {
  const settings = stored
    .filter(({ result }) => result.arm !== "chance")
    .map(({ result }) => {
      const entries = Object.entries(result.settings).sort(([a], [b]) => (a < b ? -1 : 1));
      const values = entries.map(([name, value]) => `${name} ${value}`).join(", ");
      return `${result.task}, ${result.model}, ${result.scoring}: ${values || "none recorded"}`;
    });
  return [
    "## How to read this",
    "",
    "Scores are means ± standard deviations over seeds, in percent; n is the number of examples scored for each seed. " +
      "Differences are in percentage points with 95 % intervals from a paired bootstrap that resamples seeds and then documents or groups of questions (2000 resamples); " +
      "* marks intervals that exclude 0, without adjustment for the number of columns. Words under a table are about the overall difference to the baseline and also ask for p < 0.05 after Holm's adjustment over all tasks and models. " +
      "The column exposed − withheld, where there is one, compares the gain on facts that the pretraining text states with the gain on facts it never states.",
    "",
    ...(stored.some(({ result }) => result.arm === "generalControl") ? [] : [noControl, ""]),
    "Results on generated text are results on synthetic text: they show whether the method works, not how well a model does on the records of patients.",
    "",
    "Settings:",
    "",
    ...list(settings),
    "",
    "Made by:",
    "",
    ...list(stored.map(({ result }) => `commit ${result.commit}, ${result.machine}`)),
    "",
    "Files read:",
    "",
    ...list(stored.map(({ path }) => `\`${path}\``)),
    "",
  ];
}

const csvColumns = [
  "scale",
  "task",
  "split",
  "scoring",
  "metric",
  "family",
  "row",
  "column",
  "kind",
  "seeds",
  "value",
  "sd",
  "low",
  "high",
  "p",
  "holmP",
] as const;

type CsvRow = { readonly [column in (typeof csvColumns)[number]]?: string | number | undefined };

/** Undefined and NaN are empty; numbers have six decimals at most. */
function csvLine(row: CsvRow): string {
  return csvColumns
    .map((column) => {
      const cell = row[column] ?? "";
      if (typeof cell === "number")
        return Number.isNaN(cell) ? "" : String(Math.round(cell * 1e6) / 1e6);
      return /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
    })
    .join(",");
}

/** The cells of a row in the order of the section's columns. */
function cellsOf<T>(section: Section, cells: Readonly<Partial<Record<Column, T>>>) {
  return section.columns.flatMap((column) => {
    const cell = cells[column];
    return cell === undefined ? [] : [{ column, cell }];
  });
}

function csvLines(scale: string, section: Section): string[] {
  const { task, split, scoring, metric } = section;
  const fixed = { scale, task, split, scoring, metric };
  const names = rowNames(section);
  const scores = section.scores.flatMap(({ family, model, cells }) =>
    cellsOf(section, cells).map(({ column, cell }) =>
      csvLine({
        ...fixed,
        family,
        row: model,
        column,
        kind: "score",
        seeds: cell.seeds,
        value: cell.mean,
        sd: cell.sd,
      }),
    ),
  );
  const differences = section.differences.flatMap((row) =>
    cellsOf(section, row.cells).map(({ column, cell }) =>
      csvLine({
        ...fixed,
        family: row.family,
        row: `${names.clinical(row)} − ${row.against}`,
        column,
        kind: "difference",
        seeds: cell.seeds,
        value: cell.difference,
        low: cell.interval.low,
        high: cell.interval.high,
        p: cell.p,
        holmP: column === "overall" ? row.holmP : undefined,
      }),
    ),
  );
  return [...scores, ...differences];
}

/**
 * The table of the results of one scale.
 *
 * @param stored - results of that scale only, with their paths
 * @param heldOut - bits per byte of the same scale, shown first
 * @throws InputError if results cannot stand side by side, see {@link compareResults}
 */
export function buildTables(
  scale: string,
  stored: readonly StoredResult[],
  heldOut?: HeldOutRecord,
): Tables {
  const ordered = [...stored].sort((a, b) => (a.path < b.path ? -1 : 1));
  const sections = compareResults(ordered);
  return {
    markdown: [
      `# Results at scale ${scale}`,
      "",
      "Made by `kliniskvest report tables` from the files listed at the end; do not edit.",
      "",
      ...(heldOut ? heldOutMarkdown(heldOut) : []),
      ...sections.flatMap(sectionMarkdown),
      ...footer(ordered),
    ].join("\n"),
    csv: [
      csvColumns.join(","),
      ...sections.flatMap((section) => csvLines(scale, section)),
      "",
    ].join("\n"),
  };
}

/**
 * Write `tables/<scale>.md` and `.csv` for every scale that has results.
 *
 * @param folder - the results folder
 * @returns the paths written, below `folder`; empty if there are no results
 */
export function writeTables(folder: string): string[] {
  const stored = readResults(folder);
  const scales = [...new Set(stored.map(({ result }) => result.scale))].sort();
  return scales.flatMap((scale) => {
    const { markdown, csv } = buildTables(
      scale,
      stored.filter(({ result }) => result.scale === scale),
      readHeldOut(folder, scale),
    );
    const paths = [`tables/${scale}.md`, `tables/${scale}.csv`] as const;
    writeFileAtomic(join(folder, paths[0]), markdown);
    writeFileAtomic(join(folder, paths[1]), csv);
    return [...paths];
  });
}
