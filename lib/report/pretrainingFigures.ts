/** Figures of sweeps: held-out text before and after, the facts, the drift of words, and curves. */

import { standardNames } from "../corpus/document";
import { join, relative } from "node:path";
import { seedDifference, type SeedDifference } from "../evaluation/pairedSeeds";
import { mean } from "../evaluation/statistics";
import { colors, lines, points, type Figure, type Measure } from "./figure";
import { saveFigure } from "./figureImage";
import {
  groupName,
  groupPretraining,
  pairSeeds,
  probeGap,
  readPretraining,
  type PretrainedModel,
  type PretrainingRecord,
} from "../evaluation/pretrainingRecord";

const standards = ["nb", "nn"] as const;

const measureOf = ({ difference, low, high, seeds }: SeedDifference): Measure | null =>
  seeds === 0
    ? null
    : Number.isNaN(low)
      ? { value: difference }
      : { value: difference, interval: [low, high] };

/** What clinical and control arms changed against their start, in one kind of held-out text. */
export function changeFigure(record: PretrainingRecord, domain: "clinical" | "general"): Figure {
  const groups = groupPretraining(record);
  const rows = groups.flatMap((group) => standards.map((standard) => ({ group, standard })));
  const values = (arm: "clinical" | "control") =>
    rows.map(({ group: { models }, standard }) =>
      measureOf(
        seedDifference(
          pairSeeds(
            models.start,
            models[arm],
            ({ heldOut }) => heldOut[domain].bitsPerByte[standard],
          ),
        ),
      ),
    );
  return points({
    name: `${record.name}-${domain}-text`,
    title:
      domain === "clinical"
        ? "Clinical text: what further training changed"
        : "General text: what further training changed",
    caption: `Change of bits per byte of held-out ${domain} text against the start, mean over seeds with 95 % t intervals; lower is better.${synthetic(record)}`,
    valueTitle: "change in bits per byte",
    reference: 0,
    categories: rows.map(
      ({ group, standard }) => `${groupName(group)}, ${standardNames[standard]}`,
    ),
    series: [
      { name: "on clinical text", color: colors.clinical, values: values("clinical") },
      { name: "on general text", color: colors.generalControl, values: values("control") },
    ],
  });
}

/** What the clinical arm gained on facts it was told and on facts nobody told; undefined without probes. */
export function factFigure(record: PretrainingRecord): Figure | undefined {
  if (!record.models.some(({ probes }) => probes)) return undefined;
  const groups = groupPretraining(record);
  const rows = groups.flatMap((group) => standards.map((standard) => ({ group, standard })));
  const values = (kind: "told" | "withheld") =>
    rows.map(({ group: { models }, standard }) =>
      measureOf(
        seedDifference(
          pairSeeds(models.start, models.clinical, (model) => probeGap(model, standard, kind)),
        ),
      ),
    );
  return points({
    name: `${record.name}-facts`,
    title: "Did reading the facts make them likelier?",
    caption: `Change of the gap between the right value and the others, clinical against start, in nats; mean over seeds with 95 % t intervals.${synthetic(record)}`,
    valueTitle: "change of the gap in nats",
    digits: 3,
    reference: 0,
    categories: rows.map(
      ({ group, standard }) => `${groupName(group)}, ${standardNames[standard]}`,
    ),
    series: [
      { name: "facts told", color: colors.first, values: values("told") },
      { name: "facts withheld", color: colors.second, values: values("withheld") },
    ],
  });
}

/** Held-out clinical text of each recipe over the tokens of its clinical run; undefined without curves. */
export function curveFigure(record: PretrainingRecord, standard: "nb" | "nn"): Figure | undefined {
  const palette = [colors.first, colors.second, colors.clinical, colors.nn, colors.generalControl];
  const series = groupPretraining(record).flatMap((group, g) => {
    const curve = meanCurve(group.models.clinical, standard);
    const start = group.models.start.flatMap(
      ({ heldOut }) => heldOut.clinical.bitsPerByte[standard] ?? [],
    );
    if (curve.length === 0) return [];
    return [
      {
        name: groupName(group),
        color: palette[g % palette.length]!,
        x: [...(start.length > 0 ? [0] : []), ...curve.map(({ x }) => x)],
        y: [...(start.length > 0 ? [mean(start)] : []), ...curve.map(({ y }) => y)],
      },
    ];
  });
  if (series.length === 0) return undefined;
  return lines({
    name: `${record.name}-curves-${standard}`,
    title: `Held-out clinical text in ${standardNames[standard]}`,
    caption: `Bits per byte of held-out clinical text while the clinical arm trains, from its start at 0; means over seeds, lower is better.${synthetic(record)}`,
    xTitle: "million tokens",
    yTitle: "bits per byte",
    series,
  });
}

/** Mean over seeds at each evaluation that all seeds have. */
function meanCurve(
  models: readonly PretrainedModel[],
  standard: "nb" | "nn",
): { readonly x: number; readonly y: number }[] {
  const [first] = models;
  if (!first) return [];
  return first.curve.flatMap(({ step }) => {
    const values = models.flatMap(({ curve }) => {
      const value = curve.find((event) => event.step === step)?.bitsPerByte[standard];
      return value === undefined ? [] : [value];
    });
    if (values.length < models.length) return [];
    return [
      { x: ((step / first.steps) * mean(models.map((m) => m.tokens))) / 1e6, y: mean(values) },
    ];
  });
}

const synthetic = ({ isSynthetic }: PretrainingRecord): string =>
  isSynthetic ? " Synthetic text." : "";

/** All figures of a record. */
export function pretrainingFigures(record: PretrainingRecord): Figure[] {
  return [
    changeFigure(record, "clinical"),
    changeFigure(record, "general"),
    factFigure(record),
    curveFigure(record, "nb"),
    curveFigure(record, "nn"),
  ].flatMap((figure) => figure ?? []);
}

/** Write the figures of every record under `figures/`. @returns paths below `results` */
export async function writePretrainingFigures(results: string): Promise<string[]> {
  const written: string[] = [];
  for (const record of readPretraining(results))
    for (const figure of pretrainingFigures(record))
      written.push(...(await saveFigure(join(results, "figures"), figure)));
  return written.map((path) => relative(results, path));
}
