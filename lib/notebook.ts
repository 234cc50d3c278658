/** What notebooks import: `import { show, showTable } from "kliniskvest/notebook"`. */

// First of all, before anything loads the engine: danfojs and the engine must share one core.
import "./notebook/prepare";

export { batchUse, type BatchUse } from "./notebook/batchUse";
export { memoryRows } from "./notebook/costs";
export { pairProbeRows } from "./notebook/pairs";
export { display, show, showMarkdown, showTable, showUpdating } from "./notebook/display";
export { describeMasking, markSpans } from "./notebook/examples";
export { prepareFrames } from "./notebook/frames";
export { openJob, resultsFolder, type JobFiles } from "./notebook/job";
export type { RunRecipe } from "./recipe/startRun";
export { trainLive, type LiveRun } from "./notebook/liveTraining";
export { showProgress, type Progress } from "./notebook/progress";
export { reload } from "./notebook/reload";
export { balanceRows, shareWithInterval, type BalanceRow } from "./report/balance";
export { barsWithIntervals, colors, histograms, houseLayout, lines, points } from "./report/figure";
export type { Figure, LinesFigure, Measure, PanelsFigure, RowsFigure } from "./report/figure";
export { saveFigure } from "./report/figureImage";
export { exposureFigure, scoreFigure } from "./report/figures";
export { groupPretraining, readPretraining, rateInWords } from "./evaluation/pretrainingRecord";
export { changeFigure, curveFigure, factFigure } from "./report/pretrainingFigures";
export { driftRows, type DriftRow } from "./report/driftTable";
export { pretrainingRows, type PretrainingRow } from "./report/pretrainingTable";
export { inWords } from "./report/readableNames";
export { trainedTokenizer, tokenizerOfStandard, vocabularyUse } from "./report/vocabularyUse";
export type { VocabularyUse } from "./report/vocabularyUse";
export { claims } from "./report/table";
export {
  crossTable,
  cumulativeShare,
  differenceRows,
  labelRows,
  scoreRows,
  seedRows,
  settingRows,
  sideBySide,
  stretchMeans,
} from "./report/frames";
