/** A notebook with its outputs as a page, for readers without Jupyter. */

import type { Notebook, Output } from "../notebook/document";
import { escapeHtml, titleOf, withoutTitle } from "./page";

/**
 * Cells in order: Markdown rendered, code in a box, and of each output the form that a page shows
 * best (HTML, then picture, then text). Errors are shown by name and message.
 */
export function notebookBody(notebook: Notebook, render: (markdown: string) => string): string {
  return notebook.cells
    .map((cell, i) => {
      if (cell.cell_type === "code")
        return [
          `<pre><code>${escapeHtml(cell.source)}</code></pre>`,
          ...cell.outputs.map(outputHtml),
        ].join("\n");
      // The page already has the title of the notebook.
      const source = i === 0 ? withoutTitle(cell.source) : cell.source;
      return cell.cell_type === "markdown" ? linkedToPages(render(source)) : "";
    })
    .join("\n");
}

/** Links to notebooks beside this one lead to their pages. */
const linkedToPages = (html: string): string =>
  html.replace(/href="([\w-]+)\.ipynb"/g, 'href="$1.html"');

/** The title of a notebook: its first heading, or undefined. */
export function notebookTitle(notebook: Notebook): string | undefined {
  return titleOf(notebook.cells[0]?.source ?? "");
}

function outputHtml(output: Output): string {
  switch (output.output_type) {
    case "stream":
      return `<pre>${escapeHtml(output.text)}</pre>`;
    case "error":
      return `<pre>${escapeHtml(`${output.ename}: ${output.evalue}`)}</pre>`;
    default: {
      const { data, metadata } = output;
      const html = data["text/html"];
      if (typeof html === "string") return `<div class="wide">${html}</div>`;
      const png = data["image/png"];
      if (typeof png === "string")
        return figureHtml(png, String(data["text/plain"] ?? ""), metadata);
      return `<pre>${escapeHtml(String(data["text/plain"] ?? ""))}</pre>`;
    }
  }
}

/** A picture in its size on the page (it has more pixels), with its caption. */
function figureHtml(png: string, caption: string, metadata: object): string {
  const { width, height } = ((metadata as Record<string, unknown>)["image/png"] ?? {}) as {
    readonly width?: number;
    readonly height?: number;
  };
  const size = width && height ? ` width="${width}" height="${height}"` : "";
  const text = escapeHtml(caption);
  return `<figure><img alt="${text}"${size} src="data:image/png;base64,${png.replaceAll("\n", "")}"><figcaption>${text}</figcaption></figure>`;
}
