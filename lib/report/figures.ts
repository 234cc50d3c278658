/** The figures of a job: scores with intervals, and the training curves of its runs. */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { readResults } from "../evaluation/result";
import { compareResults, type Section } from "./comparison";
import { colors, lines, points, type Figure } from "./figure";
import { saveFigure } from "./figureImage";

/** One line of `events.jsonl`, as far as figures read it. */
export type TrainingEvent = {
  readonly step: number;
  readonly loss: number;
  readonly bitsPerByte?: Readonly<Record<string, number>>;
};

/** Events of a pretraining run. An unfinished last line is passed over. */
export function readEvents(runDir: string): TrainingEvent[] {
  const path = join(runDir, "events.jsonl");
  if (!existsSync(path)) return [];
  return readFileSync(path, "utf8")
    .split("\n")
    .flatMap((line) => {
      try {
        return line === "" ? [] : [JSON.parse(line) as TrainingEvent];
      } catch {
        return [];
      }
    });
}

const taskNames: Readonly<Record<string, string>> = {
  generatedEntities: "identifiers (generated)",
  generatedChoice: "facts (generated)",
  norDeid: "identifiers (Nor-DeID)",
  norMedQa: "exam questions (NorMedQA)",
};
const scoringNames: Readonly<Record<string, string>> = {
  zeroShotCloze: ", cloze without fine-tuning",
  cloze: ", cloze",
  pair: ", pairs",
};

const sectionName = ({ task, scoring }: Section): string =>
  (taskNames[task.split("@")[0]!] ?? task) + (scoringNames[scoring] ?? "");

/** Clinical minus baseline for every task and way of asking, with intervals. */
export function differenceFigure(scale: string, sections: readonly Section[]): Figure | undefined {
  const shown = sections.flatMap((section) => {
    const row = section.differences.find(({ against }) => against === "baseline");
    return row ? [{ name: sectionName(section), cells: row.cells }] : [];
  });
  if (shown.length === 0) return undefined;
  const measure = (column: "overall" | "nb" | "nn") =>
    shown.map(({ cells }) => {
      const cell = cells[column];
      if (!cell) return null;
      const value = 100 * cell.difference;
      return Number.isNaN(cell.interval.low)
        ? { value }
        : { value, interval: [100 * cell.interval.low, 100 * cell.interval.high] as const };
    });
  return points({
    name: `${scale}-differences`,
    title: "What continued pretraining changed",
    caption:
      "Clinical minus baseline in percentage points, with 95 % intervals over seeds and documents or questions. Intervals that cross 0 show no difference.",
    valueTitle: "difference in percentage points",
    digits: 1,
    reference: 0,
    categories: shown.map(({ name }) => name),
    series: [
      { name: "bokmål", color: colors.nb, values: measure("nb") },
      { name: "nynorsk", color: colors.nn, values: measure("nn") },
    ],
  });
}

/** Held-out bits per byte over the steps of a run, by written standard. */
export function trainingFigure(name: string, title: string, runDir: string): Figure | undefined {
  const scored = readEvents(runDir).filter((event) => event.bitsPerByte);
  if (scored.length === 0) return undefined;
  const series = (
    [
      ["bokmål", "nb"],
      ["nynorsk", "nn"],
    ] as const
  ).flatMap(([label, standard]) => {
    const own = scored.filter((event) => event.bitsPerByte?.[standard] !== undefined);
    return own.length === 0
      ? []
      : [
          {
            name: label,
            color: colors[standard],
            x: own.map(({ step }) => step),
            y: own.map(({ bitsPerByte }) => bitsPerByte![standard]!),
          },
        ];
  });
  return lines({
    name,
    title,
    caption:
      "Bits per byte of held-out text of the run's own corpus, 15 % hidden; lower is better.",
    xTitle: "steps",
    yTitle: "bits per byte",
    series,
  });
}

/**
 * Write the figures of one job under `figures/` in the results folder.
 *
 * @returns paths below `results`
 */
export async function writeFigures(results: string, scale: string): Promise<string[]> {
  const sections = compareResults(
    readResults(results).filter(({ result }) => result.scale === scale),
  );
  const runs = runFolders(join(results, "runs"), scale);
  const figures = [
    differenceFigure(scale, sections),
    ...runs.map(({ name, dir }) =>
      trainingFigure(name, `Pretraining of the ${name.replace(`${scale}-`, "")} model`, dir),
    ),
  ].flatMap((figure) => figure ?? []);
  const written: string[] = [];
  for (const figure of figures)
    written.push(...(await saveFigure(join(results, "figures"), figure)));
  return written.map((path) => relative(results, path));
}

function runFolders(runs: string, scale: string): { name: string; dir: string }[] {
  if (!existsSync(runs)) return [];
  return readdirSync(runs).flatMap((recipe) =>
    readdirSync(join(runs, recipe))
      .filter((run) => run === `${scale}-baseline` || run === `${scale}-clinical`)
      .map((run) => ({ name: run, dir: join(runs, recipe, run) })),
  );
}
