/** Bars and dots in rows: one row a category, one mark a series, intervals, values in writing. */

import type { Annotations, ErrorBar } from "plotly.js";
import { houseLayout, ink, title, type Figure, type NamedColor, type Trace } from "./figureStyle";

/** A measured number with, where it is known, its interval `[low, high]`. */
export type Measure = { readonly value: number; readonly interval?: readonly [number, number] };

export type RowsFigure = {
  readonly name: string;
  readonly title: string;
  readonly caption: string;
  /** What the numbers are, with unit or averaging: "entity micro F1", "documents". */
  readonly valueTitle: string;
  /** One row each, from the top. */
  readonly categories: readonly string[];
  /** `values[i]` belongs to `categories[i]`; `null` where there is nothing to show. */
  readonly series: readonly (NamedColor & { readonly values: readonly (Measure | null)[] })[];
  /** Decimals of the written values. @defaultValue 2 */
  readonly digits?: number;
};

/**
 * Horizontal bars from zero, grouped by category, each with its interval as a thin line and its
 * value in writing. Horizontal, so that names of tasks and document types are never turned or cut.
 *
 * @throws RangeError if a series has not one value for each category
 * @example barsWithIntervals({ name: "documents", title: "Documents by type", caption: "n = 40.",
 *   valueTitle: "documents", digits: 0, categories: ["epikrise"],
 *   series: [{ name: "bokmål", color: colors.nb, values: [{ value: 24 }] }] })
 */
export function barsWithIntervals(figure: RowsFigure): Figure {
  return rows(
    figure,
    { reference: 0, dots: false },
    ({ y, values, height, series, measures, categories }) => {
      const bar: Trace = {
        type: "bar",
        orientation: "h",
        name: series.name,
        x: values,
        y,
        width: height * 0.9,
        marker: { color: series.color },
        // A white line under the dark one keeps the interval visible inside the bar.
        error_x: errorBars(measures, "#ffffff", 3.5),
        customdata: categories,
        hovertemplate: "%{customdata}: %{x}<extra>%{fullData.name}</extra>",
      };
      const interval: Trace = {
        type: "scatter",
        mode: "markers",
        x: values,
        y,
        marker: { opacity: 0 },
        hoverinfo: "skip",
        error_x: errorBars(measures, ink.text),
      };
      return hasIntervals(measures) ? [bar, interval] : [bar];
    },
  );
}

/**
 * Dots with intervals, one row a category: for differences and other values where zero is a place
 * to compare with and not a base to stand on. A line marks `reference`; where that is 0, values are written
 * with their sign.
 *
 * @throws RangeError if a series has not one value for each category
 */
export function points(figure: RowsFigure & { readonly reference?: number }): Figure {
  return rows(
    figure,
    { reference: figure.reference, dots: true },
    ({ y, values, series, measures, categories }) => [
      {
        type: "scatter",
        mode: "markers",
        name: series.name,
        x: values,
        y,
        marker: { color: series.color, size: 9 },
        error_x: errorBars(measures, series.color),
        customdata: categories,
        hovertemplate: "%{customdata}: %{x}<extra>%{fullData.name}</extra>",
      },
    ],
  );
}

type Row = {
  readonly series: NamedColor;
  readonly y: number[];
  readonly values: number[];
  readonly measures: readonly Measure[];
  readonly categories: string[];
  /** Height of one series in a category, in units of the y axis (a category is 1). */
  readonly height: number;
};

/** Rows of categories on a numeric axis, so that marks and written values share one geometry. */
function rows(
  { name, title: heading, caption, valueTitle, categories, series, digits = 2 }: RowsFigure,
  { reference, dots }: { readonly reference: number | undefined; readonly dots: boolean },
  traces: (row: Row) => Trace[],
): Figure {
  const height = 0.8 / series.length;
  const annotations: Partial<Annotations>[] = [];
  const data = series.flatMap((one, s) => {
    if (one.values.length !== categories.length) {
      throw new RangeError(
        `Figure ${name}, series ${one.name}: ${one.values.length} values for ${categories.length} categories; give one each, null for none.`,
      );
    }
    const shown = one.values.flatMap((measure, i) =>
      measure === null ? [] : [{ measure, i, y: i + (s - (series.length - 1) / 2) * height }],
    );
    for (const { measure, y } of shown) {
      const { value, interval } = measure;
      const end = interval?.[1] ?? value;
      annotations.push({
        // A bar ends at its base if it is negative; a dot or interval is followed by its value.
        x: dots ? end : Math.max(end, reference ?? end),
        y,
        text: written(value, digits, dots && reference === 0),
        showarrow: false,
        bgcolor: "#ffffff",
        borderpad: 0,
        xanchor: "left",
        xshift: dots && interval === undefined ? 9 : 5,
        font: { size: 11, color: ink.soft },
      });
    }
    return traces({
      series: one,
      y: shown.map(({ y }) => y),
      values: shown.map(({ measure }) => measure.value),
      measures: shown.map(({ measure }) => measure),
      categories: shown.map(({ i }) => categories[i]!),
      height,
    });
  });
  const named = series.length > 1 ? series : [];
  const top = named.length > 0 ? 72 : 50;
  return {
    name,
    caption,
    data,
    layout: houseLayout({
      title: title(heading, named),
      height: top + 56 + categories.length * Math.max(30, 12 + 20 * series.length),
      margin: { t: top, r: 56 },
      xaxis: {
        title: { text: valueTitle, font: { size: 12, color: ink.soft } },
        range: valueRange(series, reference),
      },
      yaxis: {
        tickvals: categories.map((_, i) => i),
        ticktext: [...categories],
        tickfont: { size: 13, color: ink.text },
        range: [categories.length - 0.5, -0.5],
        showgrid: false,
        ticks: "",
      },
      annotations,
      ...(reference === undefined
        ? {}
        : {
            shapes: [
              {
                type: "line",
                x0: reference,
                x1: reference,
                yref: "paper",
                y0: 0,
                y1: 1,
                line: { color: ink.soft, width: 1.5 },
                // Over the grid and under the dots; the types do not know it yet.
                layer: "between" as "below",
              },
            ],
          }),
    }),
  };
}

/** A number in writing: fixed decimals, thin spaces between thousands, a true minus, a plus where asked. */
function written(value: number, digits: number, signed: boolean): string {
  const [whole, decimals] = Math.abs(value).toFixed(digits).split(".");
  const grouped = whole!.replace(/\B(?=(\d{3})+$)/g, "\u202f") + (decimals ? `.${decimals}` : "");
  if (Number(value.toFixed(digits)) === 0) return grouped;
  return `${value < 0 ? "−" : signed ? "+" : ""}${grouped}`;
}

/** The range of all values, intervals and the reference, with a little air at the open ends. */
function valueRange(series: RowsFigure["series"], reference: number | undefined): [number, number] {
  const ends = series
    .flatMap(({ values }) => values)
    .flatMap((measure) => (measure === null ? [] : [measure.value, ...(measure.interval ?? [])]));
  if (reference !== undefined) ends.push(reference);
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const air = (high - low || 1) * 0.04;
  return [low === reference ? low : low - air, high === reference ? high : high + air];
}

function hasIntervals(measures: readonly Measure[]): boolean {
  return measures.some(({ interval }) => interval !== undefined);
}

function errorBars(measures: readonly Measure[], color: string, thickness = 1.3): ErrorBar {
  return {
    type: "data",
    symmetric: false,
    array: measures.map(({ value, interval }) => (interval ? interval[1] - value : 0)),
    arrayminus: measures.map(({ value, interval }) => (interval ? value - interval[0] : 0)),
    color,
    thickness,
    width: 0,
    visible: hasIntervals(measures),
  };
}
