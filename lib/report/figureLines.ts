/** Lines over steps or tokens, each with its name at its end. */

import { houseLayout, ink, title, type Figure, type NamedColor } from "./figureStyle";

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
  /** Both axes logarithmic: power laws become straight. All values must be above 0. */
  readonly isLogarithmic?: boolean;
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
  // Plotly counts ranges and annotations of logarithmic axes in powers of ten.
  const at = figure.isLogarithmic ? Math.log10 : (value: number): number => value;
  const axis = figure.isLogarithmic
    ? ({ type: "log", dtick: 1, exponentformat: "none" } as const)
    : ({ type: "linear" } as const);
  const all = figure.series.flatMap(({ y }) => y.map(at)).concat(figure.fromZero ? [0] : []);
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const air = (high - low || 1) * 0.05;
  const range: [number, number] = [figure.fromZero ? Math.min(low, 0) : low - air, high + air];
  const pixels = (height - margin.t - margin.b) / (range[1] - range[0]);
  const ends = figure.series.map(({ y }) => (at(y.at(-1)!) - range[0]) * pixels);
  const places = spread(ends, nameHeight, nameHeight / 2);
  const longest = Math.max(0, ...figure.series.map(({ name }) => name.length));
  const xs = figure.series.flatMap(({ x }) => x.map(at));
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
        ...axis,
        // Fixed, or Plotly would make room for the names inside the plot.
        range: [Math.min(...xs), Math.max(...xs)],
        showgrid: false,
        showline: true,
      },
      yaxis: { ...axis, range },
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
          x: at(x.at(-1)!),
          y: at(y.at(-1)!),
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
