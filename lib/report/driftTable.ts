/** How far words moved in a sweep, as rows and as Markdown. */

import type { Drift } from "../evaluation/forgetting/embeddingDrift";
import { mean, standardDeviation } from "../evaluation/statistics";
import {
  groupName,
  groupPretraining,
  type PretrainingRecord,
} from "../evaluation/pretrainingRecord";

/** Over seeds; the spread is NaN with one. */
export type MeanAndSpread = { readonly mean: number; readonly sd: number };

/** Three decimals and a true minus. */
export const number = (value: number): string => value.toFixed(3).replace("-", "−");
/** `2.342 ± 0.003`. */
export function spreadText(cell: MeanAndSpread | undefined): string {
  if (cell === undefined) return "–";
  return number(cell.mean) + (Number.isNaN(cell.sd) ? "" : ` ± ${number(cell.sd)}`);
}

/** A row of a table in Markdown. */
export const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;

/** Drift of one arm of a group: means over seeds, `[clinical terms, other words]`. */
export type DriftRow = {
  readonly recipe: string;
  readonly arm: "clinical" | "control";
  readonly seeds: number;
  /** Tokens of each kind. */
  readonly tokens: number;
  readonly measures: Readonly<Record<keyof Drift, readonly [MeanAndSpread, MeanAndSpread]>>;
};

/** How far words moved, for each group and arm that was measured. */
export function driftRows(record: PretrainingRecord): DriftRow[] {
  return groupPretraining(record).flatMap((group) =>
    (["clinical", "control"] as const).flatMap((arm) => {
      const drifts = group.models[arm].flatMap(({ drift }) => drift ?? []);
      if (drifts.length === 0) return [];
      const spread = (kind: "clinical" | "general", measure: keyof Drift): MeanAndSpread => {
        const values = drifts.map((drift) => drift[kind][measure]);
        return { mean: mean(values), sd: standardDeviation(values) };
      };
      const both = (measure: keyof Drift) =>
        [spread("clinical", measure), spread("general", measure)] as const;
      return [
        {
          ...{ recipe: groupName(group), arm, seeds: drifts.length, tokens: drifts[0]!.tokens },
          measures: {
            embeddingCosine: both("embeddingCosine"),
            contextualCosine: both("contextualCosine"),
            neighbourOverlap: both("neighbourOverlap"),
          },
        },
      ];
    }),
  );
}

/** The same in Markdown, with its heading; nothing without measurements. */
export function driftTable(record: PretrainingRecord): string[] {
  const rows = driftRows(record).map(({ recipe, arm, seeds, tokens, measures }) =>
    line([
      recipe,
      arm,
      String(seeds),
      String(tokens),
      ...Object.values(measures).flat().map(spreadText),
    ]),
  );
  if (rows.length === 0) return [];
  const kinds = ["clinical terms", "other words"];
  const heads = [
    ...["recipe", "arm", "seeds", "tokens of each kind"],
    ...["embedding cosine", "contextual cosine", "overlap@10"].flatMap((measure) =>
      kinds.map((kind) => `${measure}, ${kind}`),
    ),
  ];
  return [
    "### How far words moved",
    "",
    "Between the start and the model that went on from it: cosine of rows of the embedding table, cosine of a token's mean state in the same generated sentences, and the share of its ten nearest embedding rows that stayed among the ten. " +
      "1 is unmoved. Tokens of clinical terms stand beside other words that the clinical corpus has about as often.",
    "",
    line(heads),
    line(heads.map((_, i) => (i < 2 ? "---" : "---:"))),
    ...rows,
    "",
  ];
}
