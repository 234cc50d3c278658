/** The table of sweeps: what clinical text gave, what the same steps on general text gave, what was forgotten. */

import { join } from "node:path";
import { seedDifference, type SeedDifference } from "../evaluation/pairedSeeds";
import { mean, standardDeviation } from "../evaluation/statistics";
import { writeFileAtomic } from "../files";
import { driftTable, line, number, spreadText } from "./driftTable";
import {
  groupName,
  groupPretraining,
  pairSeeds,
  pretrainingArms,
  probeGap,
  rateInWords,
  readPretraining,
  textDomains,
  type PretrainedModel,
  type PretrainingArm,
  type PretrainingGroup,
  type PretrainingRecord,
} from "../evaluation/pretrainingRecord";

/** One measure of all models of a group, and the differences that are asked about. */
export type PretrainingRow = {
  readonly recipe: string;
  readonly variant: string;
  /** E.g. `clinical text`, `told facts`. */
  readonly measure: string;
  readonly writtenStandard: "nb" | "nn";
  readonly arms: Readonly<
    Partial<Record<PretrainingArm, { readonly mean: number; readonly sd: number }>>
  >;
  readonly minusStart: SeedDifference;
  readonly minusControl: SeedDifference;
};

const standards = ["nb", "nn"] as const;
const standardNames = { nb: "bokmål", nn: "nynorsk" } as const;

/** Held-out bits per byte and gaps of fact probes, for each group, in both written standards. */
export function pretrainingRows(record: PretrainingRecord): PretrainingRow[] {
  return groupPretraining(record).flatMap((group) =>
    [
      ...textDomains.map((domain) => ({
        measure: `${domain} text`,
        of: (model: PretrainedModel, standard: "nb" | "nn") =>
          model.heldOut[domain].bitsPerByte[standard],
      })),
      ...(["told", "withheld"] as const).map((kind) => ({
        measure: `${kind} facts`,
        of: (model: PretrainedModel, standard: "nb" | "nn") => probeGap(model, standard, kind),
      })),
    ].flatMap(({ measure, of }) =>
      standards.flatMap((standard) => rowOf(group, measure, standard, (m) => of(m, standard))),
    ),
  );
}

function rowOf(
  { recipe, variant, models }: PretrainingGroup,
  measure: string,
  writtenStandard: "nb" | "nn",
  of: (model: PretrainedModel) => number | undefined,
): PretrainingRow[] {
  const arms = Object.fromEntries(
    pretrainingArms.flatMap((arm) => {
      const values = models[arm].flatMap((model) => of(model) ?? []);
      return values.length === 0
        ? []
        : [[arm, { mean: mean(values), sd: standardDeviation(values) }]];
    }),
  );
  if (Object.keys(arms).length === 0) return [];
  return [
    {
      ...{ recipe, variant, measure, writtenStandard, arms },
      minusStart: seedDifference(pairSeeds(models.start, models.clinical, of)),
      minusControl: seedDifference(pairSeeds(models.control, models.clinical, of)),
    },
  ];
}

const signed = (value: number): string => (value < 0 ? "" : "+") + number(value);

function differenceText({ difference, low, high, seeds }: SeedDifference): string {
  if (seeds === 0) return "–";
  if (Number.isNaN(low)) return signed(difference);
  const mark = low > 0 || high < 0 ? " *" : "";
  return `${signed(difference)} [${signed(low)}, ${signed(high)}]${mark}`;
}

function table(rows: readonly PretrainingRow[]): string[] {
  const heads = [
    ...["recipe", "measure", "standard", "seeds", "start", "clinical", "general control"],
    ...["clinical − start", "clinical − control"],
  ];
  return [
    line(heads),
    line(heads.map((_, i) => (i < 3 ? "---" : "---:"))),
    ...rows.map((row) =>
      line([
        groupName(row),
        row.measure,
        standardNames[row.writtenStandard],
        String(Math.max(row.minusStart.seeds, row.minusControl.seeds)),
        spreadText(row.arms.start),
        spreadText(row.arms.clinical),
        spreadText(row.arms.control),
        differenceText(row.minusStart),
        differenceText(row.minusControl),
      ]),
    ),
    "",
  ];
}

function trainingTable(record: PretrainingRecord): string[] {
  const heads = [
    "recipe",
    "arm",
    "masked",
    "rate",
    "seeds",
    "steps",
    "tokens, millions",
    "seconds",
  ];
  const rows = groupPretraining(record).flatMap(({ recipe, variant, models }) =>
    pretrainingArms.flatMap((arm) => {
      const [first] = models[arm];
      if (!first) return [];
      const { masking, steps } = first;
      return [
        line([
          `${recipe} ${arm === "start" ? "" : variant}`.trim(),
          arm,
          masking?.unit ?? "–",
          masking ? rateInWords(masking.rate) : "–",
          String(models[arm].length),
          String(steps),
          (mean(models[arm].map(({ tokens }) => tokens)) / 1e6).toFixed(2),
          mean(models[arm].map(({ seconds }) => seconds)).toFixed(0),
        ]),
      ];
    }),
  );
  const isFalling = record.models.some(
    ({ masking }) => masking && typeof masking.rate !== "number",
  );
  return [
    "### What was trained",
    "",
    "Tokens and seconds are means over seeds." +
      (isFalling
        ? " A masking rate that falls is this project's reading of “dynamic masking”: the published training keeps it at 30 %, which is the control."
        : ""),
    "",
    line(heads),
    line(heads.map((_, i) => (i < 4 ? "---" : "---:"))),
    ...new Set(rows),
    "",
  ];
}

/** One record as a section in Markdown. */
export function pretrainingMarkdown(record: PretrainingRecord): string[] {
  const rows = pretrainingRows(record);
  const ofText = rows.filter(({ measure }) => measure.endsWith("text"));
  const ofFacts = rows.filter(({ measure }) => measure.endsWith("facts"));
  return [
    `## ${record.name}`,
    "",
    record.isSynthetic
      ? "All text is synthetic: generated notes as clinical text, generated prose as general text."
      : "Clinical and general text as named by the hashes in the record.",
    "",
    ...trainingTable(record),
    "### Held-out text, bits per byte",
    "",
    "Lower is better. Clinical text shows what was learnt, general text what was forgotten: a plus there is its price.",
    "",
    ...table(ofText),
    ...(ofFacts.length === 0
      ? []
      : [
          "### Invented facts, gap in nats",
          "",
          "Mean log-probability of the right value less that of all others of its relation, in sentences with a gap; from each value its mean over all conditions is taken first, so that values likely everywhere gain nothing. Higher is better, 0 is chance. " +
            "Told facts are stated in that written standard by the clinical corpus, withheld ones in neither.",
          "",
          ...table(ofFacts),
        ]),
    ...driftTable(record),
    `Made by: commit ${record.commit}, ${record.machine}. File read: \`pretraining/${record.name}.json\`.`,
    "",
  ];
}

const csvHeads = [
  ...["record", "recipe", "variant", "measure", "writtenStandard", "column"],
  ...["seeds", "value", "sd", "low", "high"],
];

function csvLines(record: PretrainingRecord): string[] {
  const text = (cell: string | number): string =>
    typeof cell === "string"
      ? cell
      : Number.isNaN(cell)
        ? ""
        : String(Math.round(cell * 1e6) / 1e6);
  const groups = groupPretraining(record);
  return pretrainingRows(record).flatMap((row) => {
    const fixed = [record.name, row.recipe, row.variant, row.measure, row.writtenStandard];
    const group = groups.find(
      ({ recipe, variant }) => recipe === row.recipe && variant === row.variant,
    )!;
    const scores = pretrainingArms.flatMap((arm) => {
      const cell = row.arms[arm];
      return cell ? [[...fixed, arm, group.models[arm].length, cell.mean, cell.sd, "", ""]] : [];
    });
    const differences = (["minusStart", "minusControl"] as const).flatMap((name) => {
      const { difference, low, high, seeds } = row[name];
      const column = name === "minusStart" ? "clinical − start" : "clinical − control";
      return seeds > 0 ? [[...fixed, column, seeds, difference, "", low, high]] : [];
    });
    return [...scores, ...differences].map((cells) => cells.map(text).join(","));
  });
}

/**
 * Write `tables/pretraining.md` and `.csv` if there are records.
 *
 * @param folder - the results folder
 * @returns the paths written, below `folder`
 */
export function writePretrainingTables(folder: string): string[] {
  const records = readPretraining(folder);
  if (records.length === 0) return [];
  const markdown = [
    "# Continued pretraining",
    "",
    "Made by `kliniskvest report tables` from the files named under each section; do not edit.",
    "",
    "Each recipe and seed has a start; the clinical model and the general control go on from it for equally many steps, on clinical and on general text. " +
      "Values are means ± standard deviations over seeds. Differences are paired by seed, with 95 % intervals of Student's t over seeds; * marks those that exclude 0, without adjustment for their number. " +
      "The intervals cover the seeds of training, not the choice of held-out documents; with two or three seeds they are wide.",
    "",
    ...records.flatMap(pretrainingMarkdown),
  ];
  const csv = [csvHeads.join(","), ...records.flatMap(csvLines), ""];
  writeFileAtomic(join(folder, "tables/pretraining.md"), markdown.join("\n"));
  writeFileAtomic(join(folder, "tables/pretraining.csv"), csv.join("\n"));
  return ["tables/pretraining.md", "tables/pretraining.csv"];
}
