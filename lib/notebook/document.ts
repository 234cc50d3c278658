/**
 * Jupyter notebooks (nbformat 4.5) as plain data: read, and write so that equal content gives equal
 * bytes and Jupyter itself would write the same ones (sorted keys, one space of indent).
 */

import { readFileSync } from "node:fs";
import { InputError } from "../errors";
import { writeFileAtomic } from "../files";

/** Data by media type; texts as one string in memory, as lists of lines in the file. */
export type MimeBundle = { readonly [mediaType: string]: unknown };

export type Output =
  | { output_type: "stream"; name: "stdout" | "stderr"; text: string }
  | { output_type: "display_data"; data: MimeBundle; metadata: object }
  | { output_type: "execute_result"; data: MimeBundle; metadata: object; execution_count: number }
  | { output_type: "error"; ename: string; evalue: string; traceback: string[] };

export type CodeCell = {
  cell_type: "code";
  id: string;
  metadata: object;
  source: string;
  execution_count: number | null;
  outputs: Output[];
};

export type Cell =
  CodeCell | { cell_type: "markdown" | "raw"; id: string; metadata: object; source: string };

export type Notebook = {
  cells: Cell[];
  metadata: { [key: string]: unknown };
  nbformat: 4;
  nbformat_minor: number;
};

/** The kernel that notebooks of this project name. */
export const kernelName = "tslab";

/** Notebook metadata as tslab's kernel reports it, so that running in Jupyter changes nothing. */
export const notebookMetadata = {
  kernelspec: { display_name: "TypeScript", language: "typescript", name: kernelName },
  language_info: {
    codemirror_mode: { mode: "typescript", name: "javascript", typescript: true },
    file_extension: ".ts",
    mimetype: "text/typescript",
    name: "typescript",
    version: "3.7.2",
  },
};

/**
 * Read a notebook.
 *
 * @throws InputError if the file is no notebook of format 4
 */
export function readNotebook(path: string): Notebook {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    throw new InputError(`Notebook ${path} cannot be read: give the path of an .ipynb file.`);
  }
  return parseNotebook(text, path);
}

/** {@link readNotebook} from text; `path` is for messages only. */
export function parseNotebook(text: string, path: string): Notebook {
  let file: Partial<Notebook>;
  try {
    file = JSON.parse(text) as Partial<Notebook>;
  } catch {
    throw new InputError(`Notebook ${path} is not JSON: restore it or save it again in Jupyter.`);
  }
  if (file?.nbformat !== 4 || !Array.isArray(file.cells)) {
    throw new InputError(
      `Notebook ${path} has nbformat ${String(file?.nbformat)}, need 4: save it again in Jupyter.`,
    );
  }
  const taken = new Set(file.cells.map(({ id }) => id));
  const cells = file.cells.map((cell, i): Cell => {
    let id = cell.id;
    // Ids came with format 4.5. New ones are drawn from the position, to be the same every time.
    if (id === undefined) for (id = `cell-${i}`; taken.has(id);) id += "x";
    const source = joined(cell.source);
    if (cell.cell_type !== "code") {
      return { ...cell, id, source };
    }
    return { ...cell, id, source, outputs: (cell.outputs ?? []).map(readOutput) };
  });
  return { cells, metadata: file.metadata ?? {}, nbformat: 4, nbformat_minor: 5 };
}

function readOutput(output: Output): Output {
  switch (output.output_type) {
    case "stream":
      return { ...output, text: joined(output.text) };
    case "display_data":
    case "execute_result":
      return { ...output, data: mapValues(output.data, joined) };
    case "error":
      return output;
  }
}

/** Write a notebook, whole or not at all. */
export function writeNotebook(path: string, notebook: Notebook): void {
  writeFileAtomic(path, formatNotebook(notebook));
}

/** The text of a notebook file. */
export function formatNotebook(notebook: Notebook): string {
  const cells = notebook.cells.map((cell) => ({
    ...cell,
    source: lines(cell.source),
    ...(cell.cell_type === "code" ? { outputs: cell.outputs.map(writeOutput) } : {}),
  }));
  return JSON.stringify(sorted({ ...notebook, cells }), null, 1) + "\n";
}

function writeOutput(output: Output): object {
  switch (output.output_type) {
    case "stream":
      return { ...output, text: lines(output.text) };
    case "display_data":
    case "execute_result":
      // Texts are stored by lines, but images (base64) and JSON as they are.
      return {
        ...output,
        data: mapValues(output.data, (value, mediaType) =>
          typeof value === "string" && !mediaType.startsWith("image/p") ? lines(value) : value,
        ),
      };
    case "error":
      return output;
  }
}

/** A text as lines that keep their ends, the way Jupyter stores texts. */
function lines(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function joined<T>(text: T): T extends string[] ? string : T {
  const isLines = Array.isArray(text) && text.every((line) => typeof line === "string");
  return (isLines ? text.join("") : text) as T extends string[] ? string : T;
}

function mapValues(
  data: MimeBundle,
  change: (value: unknown, mediaType: string) => unknown,
): MimeBundle {
  return Object.fromEntries(
    Object.entries(data).map(([type, value]) => [type, change(value, type)]),
  );
}

/** The same JSON value with the keys of every object in order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, sorted(inner)]),
  );
}
