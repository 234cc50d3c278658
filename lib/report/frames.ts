/** Rows for data frames and series for figures, computed from results and nothing else. */

import { mean } from "../evaluation/statistics";
import { arms, scorings, type StoredResult } from "../evaluation/result";
import type { Section } from "./comparison";
import type { Measure } from "./figure";
import { differenceName, modelLabel, sectionName } from "./readableNames";

/** Scores and differences in percent, one row for each model or difference. */
export type TableRow = { readonly [column: string]: string | number | null };

const percent = (share: number): number => Math.round(1000 * share) / 10;

/** Mean scores over seeds in percent, one row a task, way of asking and model. */
export function scoreRows(sections: readonly Section[]): TableRow[] {
  return sections.flatMap((section) =>
    section.scores.map((row) => ({
      task: sectionName(section),
      model: modelLabel(row),
      seeds: row.seeds.length,
      n: row.examples[1],
      ...Object.fromEntries(
        section.columns
          .filter((column) => column !== "exposed − withheld")
          .map((column) => [column, percent(row.cells[column]?.mean ?? NaN)]),
      ),
    })),
  );
}

/** Clinical minus baseline in percentage points with 95 % intervals, one row a task and part. */
export function differenceRows(sections: readonly Section[]): TableRow[] {
  return sections.flatMap((section) =>
    section.differences
      .filter(({ against }) => against === "baseline")
      .flatMap((row) =>
        section.columns.flatMap((part) => {
          const cell = row.cells[part];
          if (cell === undefined) return [];
          const { low, high } = cell.interval;
          return {
            task: differenceName(section, row),
            part,
            difference: percent(cell.difference),
            low: percent(low),
            high: percent(high),
            "excludes 0": low > 0 || high < 0 ? "yes" : "no",
          };
        }),
      ),
  );
}

/** Every result of a task in percent: one row a way of asking and model, one column a seed. */
export function seedRows(stored: readonly StoredResult[], task: string): TableRow[] {
  const own = stored
    .map(({ result }) => result)
    .filter((result) => result.task === task)
    .sort(
      (a, b) =>
        a.seed - b.seed ||
        scorings.indexOf(a.scoring) - scorings.indexOf(b.scoring) ||
        arms.indexOf(a.arm) - arms.indexOf(b.arm),
    );
  const rows = new Map<string, Record<string, string | number | null>>();
  for (const result of own) {
    const key = `${result.scoring} ${result.model}`;
    const row = rows.get(key) ?? { scoring: result.scoring, model: modelLabel(result) };
    rows.set(key, { ...row, [`seed ${result.seed}`]: percent(result.metrics[result.metric]!) });
  }
  return [...rows.values()];
}

/** Mean score of each label over seeds, with the lowest and highest seed. */
export function labelRows(
  stored: readonly StoredResult[],
  task: string,
): { readonly label: string; readonly model: string; readonly score: Measure; n: number }[] {
  const own = stored.filter(({ result }) => result.task === task).map(({ result }) => result);
  const models = [...new Set(own.map(({ model }) => model))];
  return models.flatMap((model) => {
    const runs = own.filter((result) => result.model === model);
    return Object.keys(runs[0]!.perClass).map((label) => {
      const scores = runs.map(({ perClass }) => perClass[label]!.f1);
      return {
        label,
        model: modelLabel(runs[0]!),
        score: { value: mean(scores), interval: [Math.min(...scores), Math.max(...scores)] },
        n: runs[0]!.perClass[label]!.support,
      };
    });
  });
}

/** Nested settings as rows of a table: `optimizer.beta1`, `0.9`. */
export function settingRows(settings: object): { setting: string; value: string }[] {
  return Object.entries(settings).flatMap(([name, value]: [string, unknown]) =>
    typeof value === "object" && value !== null
      ? settingRows(value).map((row) => ({ ...row, setting: `${name}.${row.setting}` }))
      : { setting: name, value: String(value) },
  );
}

/**
 * Settings of several things, one column each, one row a setting that any of them has.
 *
 * @example sideBySide({ baseline: general, clinical })
 */
export function sideBySide(
  things: Readonly<Record<string, object>>,
): ({ setting: string } & Record<string, string>)[] {
  const columns = Object.entries(things).map(
    ([name, settings]) =>
      [name, new Map(settingRows(settings).map(({ setting, value }) => [setting, value]))] as const,
  );
  const settings = new Set(columns.flatMap(([, values]) => [...values.keys()]));
  return [...settings].map((setting) => ({
    setting,
    ...Object.fromEntries(columns.map(([name, values]) => [name, values.get(setting) ?? "–"])),
  }));
}

/** A danfojs DataFrame, by its shape: this library needs no danfojs. */
type Frame = { readonly columns: readonly string[]; readonly values: readonly unknown[] };

/**
 * Rows or a danfojs frame turned into series of a figure: one value for each row name, for a chosen
 * column; `null` where the two do not meet.
 *
 * @throws RangeError if a named column is not there
 */
export function crossTable(
  table: readonly object[] | Frame,
  names: { readonly row: string; readonly column: string; readonly value: string },
): {
  readonly categories: readonly string[];
  readonly values: (column: string | number) => (Measure | null)[];
} {
  const rows = (
    "columns" in table
      ? table.values.map((row) =>
          Object.fromEntries(table.columns.map((name, i) => [name, (row as unknown[])[i]])),
        )
      : table
  ) as readonly Readonly<Record<string, unknown>>[];
  for (const name of Object.values(names))
    if (rows[0] !== undefined && !(name in rows[0]))
      throw new RangeError(`no column ${name}; there are ${Object.keys(rows[0]).join(", ")}`);
  const categories = [...new Set(rows.map((row) => String(row[names.row])))];
  return {
    categories,
    values: (column) =>
      categories.map((category) => {
        const found = rows.find(
          (row) => row[names.column] === column && String(row[names.row]) === category,
        )?.[names.value] as Measure | number | undefined;
        return typeof found === "number" ? { value: found } : (found ?? null);
      }),
  };
}

/** The share of values that are at most x, for whole x from 0 to `end`: a cumulative distribution as a line. */
export function cumulativeShare(
  values: readonly number[],
  end: number,
): { readonly x: number[]; readonly y: number[] } {
  const step = Math.ceil(end / 200);
  const x = Array.from({ length: Math.floor(end / step) + 1 }, (_, i) => i * step);
  return { x, y: x.map((at) => values.filter((value) => value <= at).length / values.length) };
}

/** Means of stretches of so many values: a noisy line made readable. The last may be shorter. */
export function stretchMeans(values: readonly number[], stretch: number): number[] {
  return Array.from({ length: Math.ceil(values.length / stretch) }, (_, i) =>
    mean(values.slice(i * stretch, (i + 1) * stretch)),
  );
}
