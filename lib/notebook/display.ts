/**
 * What a cell shows: figures, tables, Markdown. Each goes out as one bundle of media types, of
 * which every reader (JupyterLab, VS Code, GitHub, the site) takes the best it can draw.
 */

import { createRequire } from "node:module";
import { renderPng, sizeOf } from "../report/figureImage";
import type { Figure } from "../report/figure";
import { prepareTable, tableText } from "../report/tableText";
import type { Digits, TableFrame, TableRows } from "../report/tableText";
import type { MimeBundle } from "./document";

type WriteDisplay = (
  content: { data: MimeBundle; metadata: object; transient: { display_id?: string } },
  isUpdate: boolean,
) => void;

/**
 * Send one display bundle to the notebook whose cell is running. With an id, a later call with the
 * same id and `isUpdate` replaces it in place.
 *
 * @throws Error outside a notebook
 */
export function display(
  data: MimeBundle,
  {
    metadata = {},
    id,
    isUpdate = false,
  }: { metadata?: object; id?: string; isUpdate?: boolean } = {},
): void {
  // Looked up at each call: the running kernel puts its writer there when it starts a cell.
  const { lastWriteDisplayData } = createRequire(__filename)("tslab/dist/jupyter") as {
    lastWriteDisplayData: WriteDisplay | null;
  };
  if (!lastWriteDisplayData) throw new Error("display works in a notebook only");
  lastWriteDisplayData(
    { data, metadata, transient: id === undefined ? {} : { display_id: id } },
    isUpdate,
  );
}

/**
 * Show a figure: live where Plotly is at hand, else the same drawing as PNG, with the caption as
 * its text.
 *
 * @param place - with an id, a later call with `isUpdate` replaces the figure in place
 * @example await show(lines({ … }))
 */
export async function show(
  figure: Figure,
  place: { id?: string; isUpdate?: boolean } = {},
): Promise<void> {
  const png = Buffer.from(await renderPng(figure)).toString("base64");
  const { data, layout } = JSON.parse(JSON.stringify(figure)) as Figure;
  display(
    {
      "application/vnd.plotly.v1+json": { data, layout, config: { displayModeBar: false } },
      "image/png": png,
      "text/plain": figure.caption,
    },
    // The PNG has two device pixels for one of the page.
    { metadata: { "image/png": sizeOf(figure) }, ...place },
  );
}

/** A figure in one place of a cell's output, drawn anew as its data grow. */
export type UpdatingFigure = {
  /** Draw unless the last drawing is less than a second old or still under way. */
  update(figure: () => Figure): void;
  /** Draw what stays. */
  end(figure: Figure): Promise<void>;
};

let updating = 0;
const millisecondsBetweenDrawings = 1000;

/** Begin a figure that changes in place; what is saved with the notebook is only its end. */
export function showUpdating(): UpdatingFigure {
  const id = `figure-${++updating}`;
  let [begun, last] = [false, 0];
  let drawing: Promise<void> = Promise.resolve();
  const draw = (figure: Figure): Promise<void> => {
    const isUpdate = begun;
    begun = true;
    return show(figure, { id, isUpdate });
  };
  let isDrawing = false;
  return {
    update: (figure) => {
      const now = performance.now();
      if (isDrawing || now - last < millisecondsBetweenDrawings) return;
      [last, isDrawing] = [now, true];
      drawing = draw(figure()).finally(() => (isDrawing = false));
    },
    end: async (figure) => {
      await drawing;
      await draw(figure);
    },
  };
}

/** Show Markdown. */
export function showMarkdown(markdown: string): void {
  display({ "text/markdown": markdown, "text/plain": markdown });
}

/**
 * Show rows or a danfojs DataFrame as a table. Numbers stand to the right, with a thin space
 * between thousands.
 *
 * @param digits - decimals in columns where not every number is whole, of all or by column. @defaultValue 3
 */
export function showTable(
  table: TableRows | TableFrame,
  { digits = 3 }: { digits?: Digits } = {},
): void {
  const { columns, rows, isNumeric, text } = prepareTable(table, digits);
  const html = (value: unknown, c: number): string =>
    `<td style="text-align:${typeof value === "number" ? "right" : "left"}">${escaped(text(value, c))}</td>`;
  // A heading stands as its column does.
  const heads = columns.map(
    (column, c) =>
      `<th style="text-align:${isNumeric[c] ? "right" : "left"}">${escaped(column)}</th>`,
  );
  const body = rows.map((row) => `<tr>${row.map(html).join("")}</tr>`);
  display({
    "text/html": `<table>\n<thead><tr>${heads.join("")}</tr></thead>\n<tbody>\n${body.join("\n")}\n</tbody>\n</table>`,
    "text/plain": tableText(table, digits),
  });
}

function escaped(text: string): string {
  return text.replace(
    /[&<>"]/g,
    (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[c] ?? "&quot;",
  );
}
