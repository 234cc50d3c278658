/**
 * Figures as plain data, in one house style: white, few lines, names beside what they name. A
 * figure is what Plotly draws (traces and layout) plus a file name and a caption, so notebooks show
 * it live while reports and the site draw the same thing as SVG or PNG (`figureImage.ts`).
 */

export { barsWithIntervals, points, type Measure, type RowsFigure } from "./figureRows";
export { lines, spread, type LinesFigure } from "./figureLines";
export { histograms, type PanelsFigure } from "./figurePanels";
export { colors, figureWidth, houseLayout, type Figure, type NamedColor } from "./figureStyle";
