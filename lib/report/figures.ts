/** The figures of a job: scores with intervals, and the training curves of its runs. */

import { join, relative } from "node:path";
import type { TrainingEvent } from "../training/events";
import { readResults, type Arm } from "../evaluation/result";
import { compareResults, type Column, type ScoreRow, type Section } from "./comparison";
import { readHeldOut } from "../evaluation/heldOutRecord";
import { barsWithIntervals, colors, lines, points, type Figure, type Measure } from "./figure";
import { saveFigure } from "./figureImage";
import { differenceName, sectionName } from "./readableNames";

type Part = { readonly column: Column; readonly name: string; readonly color: string };

/** Clinical minus baseline for every task and way of asking, in bokmål and nynorsk. */
export function differenceFigure(scale: string, sections: readonly Section[]): Figure | undefined {
  return differences(`${scale}-differences`, "What continued pretraining changed", sections, [
    { column: "nb", name: "bokmål", color: colors.nb },
    { column: "nn", name: "nynorsk", color: colors.nn },
  ]);
}

/** The same for facts that the clinical text states and facts that it never states. */
export function exposureFigure(scale: string, sections: readonly Section[]): Figure | undefined {
  return differences(
    `${scale}-exposure`,
    "What reading the facts changed",
    sections.filter(({ columns }) => columns.includes("withheld")),
    [
      { column: "exposed", name: "facts in the text", color: colors.first },
      { column: "withheld", name: "facts withheld", color: colors.second },
    ],
  );
}

function differences(
  name: string,
  title: string,
  sections: readonly Section[],
  parts: readonly Part[],
): Figure | undefined {
  const shown = sections.flatMap((section) =>
    section.differences
      .filter(({ against }) => against === "baseline")
      .map((row) => ({ name: differenceName(section, row), cells: row.cells })),
  );
  if (shown.length === 0) return undefined;
  const measure = (column: Column) =>
    shown.map(({ cells }) => {
      const cell = cells[column];
      if (!cell) return null;
      const value = 100 * cell.difference;
      return Number.isNaN(cell.interval.low)
        ? { value }
        : { value, interval: [100 * cell.interval.low, 100 * cell.interval.high] as const };
    });
  return points({
    name,
    title,
    caption:
      "Clinical minus baseline in percentage points, with 95 % intervals over seeds and documents or questions. Intervals that cross 0 show no difference.",
    valueTitle: "difference in percentage points",
    digits: 1,
    reference: 0,
    categories: shown.map(({ name }) => name),
    series: parts.map(({ column, name, color }) => ({ name, color, values: measure(column) })),
  });
}

/** Scores on every task and way of asking: the best by chance, the baseline and the clinical model. */
export function scoreFigure(scale: string, sections: readonly Section[]): Figure {
  const measure = (row: ScoreRow | undefined): Measure | null => {
    const cell = row?.cells.overall;
    if (cell === undefined) return null;
    const [value, spread] = [100 * cell.mean, 100 * cell.sd];
    return cell.seeds > 1 ? { value, interval: [value - spread, value + spread] } : { value };
  };
  const values = (arm: Arm) =>
    sections.map(({ scores }) => {
      const rows = scores.filter((row) => row.arm === arm);
      const height = (row: ScoreRow): number => row.cells.overall?.mean ?? 0;
      return measure([...rows].sort((a, b) => height(b) - height(a))[0]);
    });
  return barsWithIntervals({
    name: `${scale}-scores`,
    title: "Scores on the test sets",
    caption:
      "Entity micro F1 for identifiers and accuracy for questions, in percent: means over seeds, lines one standard deviation to each side. The chance baseline is the best that needs no language model.",
    valueTitle: "score, %",
    digits: 1,
    categories: sections.map(sectionName),
    series: [
      { name: "best by chance", color: colors.first, values: values("chance") },
      { name: "baseline", color: colors.baseline, values: values("baseline") },
      { name: "clinical", color: colors.clinical, values: values("clinical") },
    ],
  });
}

/** Held-out bits per byte over the steps of a run, by written standard; undefined where none was scored. */
export function trainingFigure(
  name: string,
  title: string,
  events: readonly Pick<TrainingEvent, "step" | "bitsPerByte">[],
): Figure | undefined {
  const scored = events.filter((event) => event.bitsPerByte);
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
      "Bits per byte of held-out text of the run's own corpus, 15 % masked; lower is better.",
    xTitle: "steps",
    yTitle: "bits per byte",
    series,
  });
}

/**
 * Write the figures of every scale under `figures/` in the results folder, from the evaluation files and
 * the records of held-out text.
 *
 * @returns paths below `results`
 */
export async function writeFigures(results: string): Promise<string[]> {
  const stored = readResults(results);
  const scales = [...new Set(stored.map(({ result }) => result.scale))].sort();
  const figures = scales
    .flatMap((scale) => {
      const sections = compareResults(stored.filter(({ result }) => result.scale === scale));
      const curves = Object.entries(readHeldOut(results, scale)?.curves ?? {});
      return [
        scoreFigure(scale, sections),
        differenceFigure(scale, sections),
        exposureFigure(scale, sections),
        ...curves.map(([model, curve]) =>
          trainingFigure(`${scale}-${model}`, `Pretraining of the ${model} model`, curve),
        ),
      ];
    })
    .flatMap((figure) => figure ?? []);
  const written: string[] = [];
  for (const figure of figures)
    written.push(...(await saveFigure(join(results, "figures"), figure)));
  return written.map((path) => relative(results, path));
}
