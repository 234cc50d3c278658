/** What notebooks import: `import { show, showTable } from "kliniskvest/notebook"`. */

import { prepareFrames } from "./notebook/frames";

export { display, show, showMarkdown, showTable } from "./notebook/display";
export { prepareFrames } from "./notebook/frames";
export { showProgress, type Progress } from "./notebook/progress";
export { reload } from "./notebook/reload";
export { barsWithIntervals, colors, houseLayout, lines, points } from "./report/figure";
export type { Figure, LinesFigure, Measure, RowsFigure } from "./report/figure";
export { saveFigure } from "./report/figureImage";

prepareFrames();
