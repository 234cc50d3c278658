/**
 * What a cell shows: figures, tables, Markdown. Each goes out as one bundle of media types, of
 * which every reader (JupyterLab, VS Code, GitHub, the site) takes the best it can draw.
 */

import { createRequire } from "node:module";
import { renderPng, sizeOf } from "../report/figureImage";
import type { Figure } from "../report/figure";
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
 * @example await show(lines({ … }))
 */
export async function show(figure: Figure): Promise<void> {
  const png = Buffer.from(await renderPng(figure)).toString("base64");
  const { data, layout } = JSON.parse(JSON.stringify(figure)) as Figure;
  display(
    {
      "application/vnd.plotly.v1+json": { data, layout, config: { displayModeBar: false } },
      "image/png": png,
      "text/plain": figure.caption,
    },
    // The PNG has two device pixels for one of the page.
    { metadata: { "image/png": sizeOf(figure) } },
  );
}

/** Show Markdown. */
export function showMarkdown(markdown: string): void {
  display({ "text/markdown": markdown, "text/plain": markdown });
}

type TableCell = string | number | boolean | null | undefined;
type Rows = readonly { readonly [column: string]: TableCell }[];

/** A danfojs DataFrame, by its shape: this library needs no danfojs. */
type Frame = { readonly columns: readonly string[]; readonly values: readonly unknown[] };

/**
 * Show rows or a danfojs DataFrame as a table. Numbers stand to the right, with a thin space
 * between thousands.
 *
 * @param digits - decimals in columns where not every number is whole. @defaultValue 3
 */
export function showTable(table: Rows | Frame, { digits = 3 }: { digits?: number } = {}): void {
  const { columns, rows } = tableOf(table);
  const decimals = columns.map((_, c) =>
    rows.every((row) => typeof row[c] !== "number" || !(row[c] % 1)) ? 0 : digits,
  );
  const text = (value: unknown, c: number): string => cellText(value, decimals[c]!);
  const html = (value: unknown, c: number): string =>
    `<td style="text-align:${typeof value === "number" ? "right" : "left"}">${escaped(text(value, c))}</td>`;
  // A heading stands as its column does.
  const heads = columns.map((column, c) => {
    const side = rows.some((row) => typeof row[c] === "number") ? "right" : "left";
    return `<th style="text-align:${side}">${escaped(column)}</th>`;
  });
  const body = rows.map((row) => `<tr>${row.map(html).join("")}</tr>`);
  display({
    "text/html": `<table>\n<thead><tr>${heads.join("")}</tr></thead>\n<tbody>\n${body.join("\n")}\n</tbody>\n</table>`,
    "text/plain": plainTable(columns, rows, text),
  });
}

function tableOf(table: Rows | Frame): { columns: readonly string[]; rows: readonly unknown[][] } {
  if ("columns" in table) {
    const values = table.values as readonly (unknown[] | unknown)[];
    return {
      columns: table.columns,
      rows: values.map((row) => (Array.isArray(row) ? row : [row])),
    };
  }
  const columns = [...new Set(table.flatMap((row) => Object.keys(row)))];
  return { columns, rows: table.map((row) => columns.map((column) => row[column])) };
}

function cellText(value: unknown, digits: number): string {
  if (value === null || value === undefined || Number.isNaN(value)) return "–";
  if (typeof value !== "number") return String(value);
  const [whole, decimals] = Math.abs(value).toFixed(digits).split(".");
  const grouped = whole!.replace(/\B(?=(\d{3})+$)/g, "\u202f");
  return (value < 0 ? "−" : "") + grouped + (decimals ? `.${decimals}` : "");
}

function plainTable(
  columns: readonly string[],
  rows: readonly unknown[][],
  text: (value: unknown, c: number) => string,
): string {
  const widths = columns.map((column, c) =>
    Math.max(column.length, ...rows.map((row) => text(row[c], c).length)),
  );
  const line = (cells: readonly string[], isRight: (c: number) => boolean): string =>
    cells
      .map((cell, c) => (isRight(c) ? cell.padStart(widths[c]!) : cell.padEnd(widths[c]!)))
      .join("  ")
      .trimEnd();
  const isNumber = (c: number): boolean => rows.some((row) => typeof row[c] === "number");
  return [line(columns, isNumber), ...rows.map((row) => line(row.map(text), isNumber))].join("\n");
}

function escaped(text: string): string {
  return text.replace(
    /[&<>"]/g,
    (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[c] ?? "&quot;",
  );
}
