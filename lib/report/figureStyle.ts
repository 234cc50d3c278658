/** The house style of figures: white, few lines, names beside what they name, fixed colours. */

import type { Data, Layout } from "plotly.js";

/** Kinds of traces in figures; the package `plotly.js` is a bundle of few kinds (decisions/002). */
export const traceTypes = ["bar", "scatter"] as const;
export type Trace = Partial<Data> & { readonly type: (typeof traceTypes)[number] };

export type Figure = {
  /** File name without extension: lower case, digits and hyphens. */
  readonly name: string;
  /** Plotly traces. */
  readonly data: readonly Trace[];
  /** Plotly layout, complete with the house style (see {@link houseLayout}). */
  readonly layout: Partial<Layout>;
  /** One or two sentences: what is shown, n, and what the intervals are. */
  readonly caption: string;
};

/**
 * Fixed colours. The same thing has the same colour in every figure, what is compared stays apart
 * under the three common colour-vision deficiencies, and each is dark enough for text on white
 * (4.5:1). `first` and `second` are for whatever has no colour of its own.
 */
export const colors = {
  nb: "#0b6fae",
  nn: "#b8500a",
  baseline: "#757575",
  clinical: "#00573f",
  generalControl: "#9160b0",
  first: "#26374f",
  second: "#b8467c",
} as const;

/** Grey levels of text, axis lines and grid. */
export const ink = { text: "#222222", soft: "#5f5f5f", line: "#9a9a9a", grid: "#e8e8e8" } as const;

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
export function title(text: string, names: readonly NamedColor[]): NonNullable<Layout["title"]> {
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

export type NamedColor = { readonly name: string; readonly color: string };
