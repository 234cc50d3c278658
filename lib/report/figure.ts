/**
 * Figures as plain data, in one house style: white, few lines, names beside what they name. A
 * figure is what Plotly draws (traces and layout) plus a file name and a caption, so notebooks show
 * it live while reports and the site draw the same thing as SVG or PNG (`figureImage.ts`).
 */

import type { Annotations, Data, ErrorBar, Layout } from "plotly.js";

export type Figure = {
  /** File name without extension: lower case, digits and hyphens. */
  readonly name: string;
  /** Plotly traces. */
  readonly data: readonly Partial<Data>[];
  /** Plotly layout, complete with the house style (see {@link houseLayout}). */
  readonly layout: Partial<Layout>;
  /** One or two sentences: what is shown, n, and what the intervals are. */
  readonly caption: string;
};

/**
 * Fixed colours. The same thing has the same colour in every figure, every pair stays apart under
 * the three common colour-vision deficiencies, and each is dark enough for text on white (4.5:1).
 */
export const colors = {
  nb: "#0b6fae",
  nn: "#b8500a",
  baseline: "#757575",
  clinical: "#00573f",
  generalControl: "#9160b0",
} as const;

/** Grey levels of text, axis lines and grid. */
const ink = { text: "#222222", soft: "#5f5f5f", line: "#9a9a9a", grid: "#e8e8e8" } as const;

/** Width of a figure in CSS pixels. Heights follow the content. */
export const figureWidth = 720;

// Verdana is drawn by the same hand as DejaVu and as wide, so a browser without DejaVu keeps the layout.
const font = { family: "DejaVu Sans, Verdana, sans-serif", size: 13, color: ink.text };

const axis = {
  showline: false,
  zeroline: false,
  gridcolor: ink.grid,
  gridwidth: 1,
  linecolor: ink.line,
  tickcolor: ink.line,
  tickfont: { size: 12, color: ink.soft },
  // Without a browser Plotly believes that numeric labels overflow, and hides them.
  ticklabeloverflow: "allow",
  ticklabelstandoff: 4,
  separatethousands: true,
  fixedrange: true,
} as const;

/**
 * The house layout with `layout` on top: fonts, white background, quiet axes, title at the left,
 * no legend. Axis settings given are added to the house axis, not put in its place.
 */
export function houseLayout(layout: Partial<Layout>): Partial<Layout> {
  return {
    width: figureWidth,
    height: 360,
    font,
    paper_bgcolor: "#ffffff",
    plot_bgcolor: "#ffffff",
    showlegend: false,
    separators: ".\u202f",
    hoverlabel: { font },
    ...layout,
    margin: { l: 16, r: 24, t: 56, b: 52, ...layout.margin },
    xaxis: { ...axis, ...layout.xaxis },
    // The types know automargin only as a boolean; "left" keeps the other margins as given.
    yaxis: { ...axis, ...({ automargin: "left" } as object), ...layout.yaxis },
  };
}

/** A title at the left edge, and under it the names of the series in their colours. */
function title(text: string, names: readonly NamedColor[]): NonNullable<Layout["title"]> {
  const key = names.map(({ name, color }) => `<span style="color:${color}">■ ${name}</span>`);
  return {
    text: `<b>${text}</b>`,
    font: { size: 15, color: ink.text },
    x: 0,
    xref: "container",
    xanchor: "left",
    y: 1,
    yref: "container",
    yanchor: "top",
    pad: { l: 14, t: 14 },
    ...(key.length > 0 ? { subtitle: { text: key.join("\u2003"), font: { size: 13 } } } : {}),
  };
}

type NamedColor = { readonly name: string; readonly color: string };

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
  return rows(figure, 0, false, ({ y, values, height, series, measures, categories }) => {
    const bar: Partial<Data> = {
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
    const interval: Partial<Data> = {
      type: "scatter",
      mode: "markers",
      x: values,
      y,
      marker: { opacity: 0 },
      hoverinfo: "skip",
      error_x: errorBars(measures, ink.text),
    };
    return hasIntervals(measures) ? [bar, interval] : [bar];
  });
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
    figure.reference,
    figure.reference === 0,
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
  reference: number | undefined,
  signed: boolean,
  traces: (row: Row) => Partial<Data>[],
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
      annotations.push({
        x: Math.max(measure.value, measure.interval?.[1] ?? measure.value, reference ?? -Infinity),
        y,
        text: written(measure.value, digits, signed),
        showarrow: false,
        bgcolor: "#ffffff",
        borderpad: 0,
        xanchor: "left",
        xshift: 5,
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
                line: { color: ink.line, width: 1 },
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

export type LinesFigure = {
  readonly name: string;
  readonly title: string;
  readonly caption: string;
  readonly xTitle: string;
  readonly yTitle: string;
  readonly series: readonly (NamedColor & {
    readonly x: readonly number[];
    readonly y: readonly number[];
  })[];
  /** Let the y axis start at zero. @defaultValue false */
  readonly fromZero?: boolean;
};

/** Room between two names at line ends, in pixels. */
const nameHeight = 17;

/**
 * Lines with their names written at their right ends, moved apart where they would touch.
 *
 * @throws RangeError if a series has no points, or not as many x as y
 */
export function lines(figure: LinesFigure): Figure {
  for (const { name, x, y } of figure.series) {
    if (x.length === 0 || x.length !== y.length) {
      throw new RangeError(
        `Figure ${figure.name}, series ${name}: ${x.length} x and ${y.length} y values; give as many of each, at least one.`,
      );
    }
  }
  const height = 380;
  const margin = { t: 64, b: 52 };
  const all = figure.series.flatMap(({ y }) => [...y]).concat(figure.fromZero ? [0] : []);
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const air = (high - low || 1) * 0.05;
  const range: [number, number] = [figure.fromZero ? Math.min(low, 0) : low - air, high + air];
  const pixels = (height - margin.t - margin.b) / (range[1] - range[0]);
  const ends = figure.series.map(({ y }) => (y.at(-1)! - range[0]) * pixels);
  const places = spread(ends, nameHeight, nameHeight / 2);
  const longest = Math.max(0, ...figure.series.map(({ name }) => name.length));
  const xs = figure.series.flatMap(({ x }) => [...x]);
  const axisTitle = { size: 12, color: ink.soft };
  return {
    name: figure.name,
    caption: figure.caption,
    data: figure.series.map(({ name, color, x, y }) => ({
      type: "scatter",
      mode: "lines",
      name,
      x: [...x],
      y: [...y],
      line: { color, width: 2 },
      hovertemplate: "%{x}: %{y}<extra>%{fullData.name}</extra>",
    })),
    layout: houseLayout({
      height,
      margin: { ...margin, r: 20 + longest * 8 },
      title: title(figure.title, []),
      xaxis: {
        title: { text: figure.xTitle, font: axisTitle },
        // Fixed, or Plotly would make room for the names inside the plot.
        range: [Math.min(...xs), Math.max(...xs)],
        showgrid: false,
        showline: true,
      },
      yaxis: { range },
      annotations: [
        // The y title lies flat above the axis: nobody reads a turned line gladly.
        {
          text: figure.yTitle,
          x: 0,
          xref: "paper",
          xanchor: "left",
          y: 1,
          yref: "paper",
          yanchor: "bottom",
          yshift: 4,
          showarrow: false,
          font: axisTitle,
        },
        ...figure.series.map(({ name, color, x, y }, i) => ({
          text: name,
          x: x.at(-1)!,
          y: y.at(-1)!,
          xanchor: "left" as const,
          xshift: 6,
          yshift: places[i]! - ends[i]!,
          showarrow: false,
          font: { color, size: 13 },
        })),
      ],
    }),
  };
}

/**
 * Positions as near as possible to `wanted`, in the same order, at least `gap` apart and none below
 * `lowest`.
 */
export function spread(wanted: readonly number[], gap: number, lowest = -Infinity): number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => wanted[a]! - wanted[b]! || a - b);
  // Neighbours that touch are joined into a block, which then sits around the mean of its wishes.
  const blocks: { members: number[]; start: number }[] = [];
  for (const i of order) {
    let block = { members: [i], start: Math.max(lowest, wanted[i]!) };
    for (;;) {
      const before = blocks.at(-1);
      if (!before || before.start + before.members.length * gap <= block.start) break;
      blocks.pop();
      const members = [...before.members, ...block.members];
      const starts = members.map((m, k) => wanted[m]! - k * gap);
      const mean = starts.reduce((sum, v) => sum + v, 0) / members.length;
      block = { members, start: Math.max(lowest, mean) };
    }
    blocks.push(block);
  }
  const places = [...wanted];
  for (const { members, start } of blocks) {
    members.forEach((m, k) => (places[m] = start + k * gap));
  }
  return places;
}
