/** Distributions side by side: one small panel a group, all with the same axes. */

import type { Annotations, Layout } from "plotly.js";
import {
  figureWidth,
  houseLayout,
  ink,
  title,
  type Figure,
  type NamedColor,
  type Trace,
} from "./figureStyle";

export type PanelsFigure = {
  readonly name: string;
  readonly title: string;
  readonly caption: string;
  /** What is counted, with its unit: "words in a document". */
  readonly valueTitle: string;
  readonly panels: readonly {
    readonly name: string;
    /** Values of each series, in the order of `series`; none where there is nothing. */
    readonly values: readonly (readonly number[])[];
  }[];
  readonly series: readonly NamedColor[];
};

const panelsInRow = 3;
const panelHeight = 112;
const margin = { t: 76, b: 30, l: 20, r: 20 };

/**
 * Histograms in panels, three in a row: the share of each series' values in steps of equal width. Heights
 * can be compared within a panel and between panels.
 *
 * @throws RangeError if a panel has not one list of values for each series, or there are no values
 */
export function histograms({ panels, series, ...figure }: PanelsFigure): Figure {
  for (const { name, values } of panels)
    if (values.length !== series.length)
      throw new RangeError(
        `Figure ${figure.name}, panel ${name}: ${values.length} lists of values for ${series.length} series; give one each, empty for none.`,
      );
  const longest = Math.max(
    ...panels.flatMap(({ values }) => values.map((own) => Math.max(...own))),
  );
  if (!(longest >= 0)) throw new RangeError(`Figure ${figure.name}: no values to draw.`);
  const width = stepWidth(longest);
  const drawn = panels.map(({ values }) => values.map((own) => histogram(own, width, longest)));
  const highest = Math.max(...drawn.flat().flatMap(({ y }) => y));
  const rowCount = Math.ceil(panels.length / panelsInRow);
  const height = margin.t + margin.b + rowCount * panelHeight;
  const data: Trace[] = [];
  const axes: Record<string, unknown> = {};
  const annotations: Partial<Annotations>[] = [];
  panels.forEach(({ name }, p) => {
    const id = p === 0 ? "" : String(p + 1);
    const [row, column] = [Math.floor(p / panelsInRow), p % panelsInRow];
    const left = column / panelsInRow + (column > 0 ? 0.015 : 0);
    const right = (column + 1) / panelsInRow - (column < panelsInRow - 1 ? 0.015 : 0);
    const top = 1 - row / rowCount;
    const bottom = 1 - (row + 0.78) / rowCount;
    axes[`xaxis${id}`] = {
      domain: [left, right],
      anchor: `y${id}`,
      range: [0, longest + width],
      showgrid: false,
      showline: true,
      nticks: 4,
      // Panels share their scale, so the lowest of each column has the numbers.
      showticklabels: p + panelsInRow >= panels.length,
    };
    axes[`yaxis${id}`] = {
      domain: [bottom, top],
      anchor: `x${id}`,
      range: [0, highest * 1.4],
      ticks: "",
      showticklabels: false,
      showgrid: false,
    };
    annotations.push({
      text: name,
      x: left,
      xref: "paper",
      xanchor: "left",
      y: top,
      yref: "paper",
      yanchor: "top",
      showarrow: false,
      font: { size: 12, color: ink.text },
    });
    series.forEach((one, s) => {
      if (panels[p]!.values[s]!.length === 0) return;
      data.push({
        type: "scatter",
        mode: "lines",
        name: one.name,
        ...drawn[p]![s]!,
        xaxis: `x${id}`,
        yaxis: `y${id}`,
        line: { color: one.color, width: 1.6, shape: "hv" },
        hovertemplate: "%{x}: %{y:.2f}<extra>%{fullData.name}</extra>",
      });
    });
  });
  annotations.push({
    text: figure.valueTitle,
    x: 0.5,
    xref: "paper",
    xanchor: "center",
    y: 0,
    yref: "paper",
    yanchor: "top",
    yshift: -6,
    showarrow: false,
    font: { size: 12, color: ink.soft },
  });
  const layout = houseLayout({
    height,
    width: figureWidth,
    margin,
    title: title(figure.title, series.length > 1 ? series : []),
    annotations,
  });
  const house = { xaxis: layout.xaxis, yaxis: layout.yaxis };
  const styled = Object.entries(axes).map(([name, own]) => [
    name,
    { ...house[name.startsWith("x") ? "xaxis" : "yaxis"], ...(own as object) },
  ]);
  return {
    name: figure.name,
    caption: figure.caption,
    data,
    layout: { ...layout, ...(Object.fromEntries(styled) as Partial<Layout>) },
  };
}

/** 1, 2 or 5 times a power of ten, such that about 25 steps reach `longest`. */
export function stepWidth(longest: number): number {
  const wanted = Math.max(1, longest / 25);
  const power = 10 ** Math.floor(Math.log10(wanted));
  return power * ([1, 2, 5, 10].find((step) => step * power >= wanted) ?? 10);
}

/** The share of values in each step from 0 on, and a last point at 0 that closes the outline. */
export function histogram(
  values: readonly number[],
  width: number,
  longest: number,
): { readonly x: number[]; readonly y: number[] } {
  const counts = new Array<number>(Math.floor(longest / width) + 1).fill(0);
  for (const value of values) counts[Math.floor(value / width)]!++;
  return {
    x: [...counts.map((_, i) => i * width), counts.length * width],
    y: [...counts.map((count) => count / Math.max(1, values.length)), 0],
  };
}
