import { mkdtempSync, readFileSync, readdirSync, realpathSync, symlinkSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import {
  formatNotebook,
  parseNotebook,
  readNotebook,
  writeNotebook,
} from "../../lib/notebook/document";
import type { CodeCell, Notebook, Output } from "../../lib/notebook/document";
import { runNotebook, type RunOptions, type RunResult } from "../../lib/notebook/run";

/** A notebook in a folder of its own, from which packages resolve as they do in the project. */
function notebookOf(...sources: string[]): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "notebook-")));
  symlinkSync(resolve(__dirname, "../../node_modules"), join(folder, "node_modules"));
  const path = join(folder, "test.ipynb");
  const cells = sources.map((source, i): CodeCell => ({
    cell_type: "code",
    id: `c${i}`,
    metadata: {},
    source,
    execution_count: null,
    outputs: [],
  }));
  writeNotebook(path, { cells, metadata: {}, nbformat: 4, nbformat_minor: 5 });
  return path;
}

const outputs = (notebook: Notebook): Output[][] =>
  notebook.cells.map((cell) => (cell as CodeCell).outputs);

async function runCells(sources: string[], options: RunOptions = {}): Promise<RunResult> {
  const path = notebookOf(...sources);
  const result = await runNotebook(path, options);
  // What is returned is what was written.
  expect(formatNotebook(readNotebook(path))).toBe(formatNotebook(result.notebook));
  return result;
}

describe("running cells", () => {
  it("keeps streams in order, results, values across cells, await, and execution counts", async () => {
    const { outcome, notebook } = await runCells(
      [
        'console.log("blåbær"); console.log("og"); console.error("røyk"); console.log("etter");',
        "",
        "const answer = await Promise.resolve(42);",
        "answer",
        '({ text: process.env["SCALE"], here: require("fs").existsSync("test.ipynb") })',
      ],
      { environment: { SCALE: "små" } },
    );
    expect(outcome).toBe("done");
    expect(outputs(notebook)).toEqual([
      [
        { output_type: "stream", name: "stdout", text: "blåbær\nog\n" },
        { output_type: "stream", name: "stderr", text: "røyk\n" },
        { output_type: "stream", name: "stdout", text: "etter\n" },
      ],
      [],
      [],
      [
        {
          output_type: "execute_result",
          data: { "text/plain": "42" },
          metadata: {},
          execution_count: 3,
        },
      ],
      [
        {
          output_type: "execute_result",
          data: { "text/plain": "{ text: 'små', here: true }" },
          metadata: {},
          execution_count: 4,
        },
      ],
    ]);
    expect(notebook.cells.map((cell) => (cell as CodeCell).execution_count)).toEqual([
      1,
      null,
      2,
      3,
      4,
    ]);
  });

  it("shows displays and updates them in place, in whichever cell they were shown", async () => {
    const { notebook } = await runCells([
      'import { display } from "kliniskvest/notebook/display";\n' +
        'display({ "text/plain": "first" }, { id: "a" });\ndisplay({ "text/plain": "other" });',
      'display({ "text/plain": "second" }, { id: "a", isUpdate: true });',
    ]);
    expect(outputs(notebook)).toEqual([
      [
        { output_type: "display_data", data: { "text/plain": "second" }, metadata: {} },
        { output_type: "display_data", data: { "text/plain": "other" }, metadata: {} },
      ],
      [],
    ]);
  });

  it("stops at an error, keeps it as an error, and leaves no outputs after it", async () => {
    const path = notebookOf(
      "1 + 1",
      'function fails() { throw new RangeError("for høy"); }\nfails();',
      "3",
    );
    const before = readNotebook(path);
    (before.cells[2] as CodeCell).outputs = [
      { output_type: "stream", name: "stdout", text: "old" },
    ];
    writeNotebook(path, before);
    const { outcome, notebook, problem } = await runNotebook(path);
    expect(outcome).toBe("failed");
    expect(problem).toBe("Cell 2 of 3 (c1): RangeError: for høy");
    const [, failed, after] = outputs(notebook);
    expect(failed).toMatchObject([
      { output_type: "error", ename: "RangeError", evalue: "for høy" },
    ]);
    const { traceback } = failed![0] as { traceback: string[] };
    expect(traceback.join("\n")).toContain("at fails (evalmachine");
    expect(traceback.join("\n")).not.toMatch(/tslab|node:/);
    expect(after).toEqual([]);
    expect((notebook.cells[2] as CodeCell).execution_count).toBeNull();
  });

  it("refuses a cell that does not type-check, before it runs", async () => {
    const { outcome, notebook } = await runCells(['console.log("ran"); const n: number = "one";']);
    expect(outcome).toBe("failed");
    expect(outputs(notebook)[0]).toMatchObject([{ output_type: "error", ename: "CompileError" }]);
    expect((outputs(notebook)[0]![0] as { evalue: string }).evalue).toMatch(
      /^1:27 - Type 'string'/,
    );
  });

  it("fails on a rejection that nobody awaits", async () => {
    const { outcome, problem } = await runCells(['void Promise.reject(new Error("alone"));']);
    expect(outcome).toBe("failed");
    expect(problem).toContain("alone");
  });

  it.each([
    ["a loop that never gives way", "for (;;) {}"],
    ["a promise that never settles", "await new Promise(() => { setInterval(() => {}, 1000); });"],
    ["a loop after an await", "await null; for (;;) {}"],
  ])("ends %s when its time is over", async (_, source) => {
    const { outcome, notebook, problem } = await runCells(["1", source, "2"], {
      timeoutSeconds: 2,
    });
    expect(outcome).toBe("failed");
    expect(problem).toBe("Cell 2 of 3 (c1): TimeoutError: the cell ran longer than 2 s");
    expect(outputs(notebook)[0]).toMatchObject([{ output_type: "execute_result" }]);
    expect(outputs(notebook)[1]).toMatchObject([{ output_type: "error", ename: "TimeoutError" }]);
  });

  it("stops when asked, and saves what had run", async () => {
    const stop = new AbortController();
    const { outcome, notebook } = await runCells(
      ["1", 'console.log("begun"); await new Promise(() => {});', "3"],
      {
        signal: stop.signal,
        onCell: ({ number }) => {
          if (number === 2) setTimeout(() => stop.abort(), 500);
        },
      },
    );
    expect(outcome).toBe("stopped");
    expect(outputs(notebook)[0]).toHaveLength(1);
    expect(outputs(notebook)[1]!.at(-1)).toMatchObject({
      output_type: "error",
      ename: "Interrupted",
    });
    expect(outputs(notebook)[2]).toEqual([]);
  });

  it("says so when the process of the notebook dies", async () => {
    const { outcome, problem } = await runCells(["process.exit(3)"]);
    expect(outcome).toBe("failed");
    expect(problem).toContain("KernelDied: the process of the notebook ended (exit code 3)");
  });

  it("opens no connection beyond this machine, and can reach its own", async () => {
    const server = createServer((socket) => socket.end("HTTP/1.1 204 No Content\r\n\r\n"));
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    const { port } = server.address() as AddressInfo;
    const { notebook, problem } = await runCells([
      `(await fetch("http://127.0.0.1:${port}")).status`,
      'const answer = await fetch("http://192.0.2.1/").catch((e) => e.cause.message); answer',
      'require("net").connect({ host: "example.invalid", port: 80 }); await new Promise(() => {});',
    ]);
    server.close();
    expect(outputs(notebook)[0]).toMatchObject([{ data: { "text/plain": "204" } }]);
    expect(JSON.stringify(outputs(notebook)[1])).toContain("192.0.2.1:80 refused");
    expect(problem).toContain("example.invalid:80 refused: notebooks run without network");
  });
});

describe("the file", () => {
  it("two runs give equal bytes, here or elsewhere, and keep what is not code", async () => {
    const path = notebookOf('console.log("likt")', "({ b: 1, a: new Map([[1, 2]]) })");
    const notebook = readNotebook(path);
    notebook.cells.unshift({
      cell_type: "markdown",
      id: "intro",
      metadata: { tags: ["x"] },
      source: "# Ø\n\nÅ",
    });
    // Jupyter notes when a cell ran; that must not survive.
    (notebook.cells[1] as CodeCell).metadata = {
      execution: { "iopub.status.busy": "2026-01-01" },
      tags: ["y"],
    };
    writeNotebook(path, notebook);
    const before = readFileSync(path);
    const out = join(mkdtempSync(join(tmpdir(), "out-")), "run.ipynb");
    await runNotebook(path, { out });
    expect(readFileSync(path).equals(before)).toBe(true);
    await runNotebook(path);
    expect(readFileSync(path).equals(readFileSync(out))).toBe(true);
    expect(readdirSync(join(path, "..")).sort()).toEqual(["node_modules", "test.ipynb"]);
    const { cells, metadata, nbformat_minor } = readNotebook(path);
    expect(cells[0]).toEqual({
      cell_type: "markdown",
      id: "intro",
      metadata: { tags: ["x"] },
      source: "# Ø\n\nÅ",
    });
    expect(cells[1]!.metadata).toEqual({ tags: ["y"] });
    expect(metadata).toMatchObject({ kernelspec: { name: "tslab", language: "typescript" } });
    expect(nbformat_minor).toBe(5);
  });

  it("is written as Jupyter writes it: sorted keys, one space, texts as lines", () => {
    const text = formatNotebook({
      nbformat: 4,
      nbformat_minor: 5,
      metadata: { b: 1, a: 2 },
      cells: [{ cell_type: "markdown", id: "a", metadata: {}, source: "en\nto" }],
    });
    expect(text).toBe(
      '{\n "cells": [\n  {\n   "cell_type": "markdown",\n   "id": "a",\n   "metadata": {},\n' +
        '   "source": [\n    "en\\n",\n    "to"\n   ]\n  }\n ],\n "metadata": {\n  "a": 2,\n  "b": 1\n },\n' +
        ' "nbformat": 4,\n "nbformat_minor": 5\n}\n',
    );
  });

  it("older notebooks get ids, the same ones each time", () => {
    const old = JSON.stringify({
      nbformat: 4,
      nbformat_minor: 4,
      metadata: {},
      cells: [
        { cell_type: "raw", metadata: {}, source: ["a\n", "b"] },
        { cell_type: "raw", id: "cell-0", metadata: {}, source: "c" },
      ],
    });
    const { cells } = parseNotebook(old, "old.ipynb");
    expect(cells.map(({ id }) => id)).toEqual(["cell-0x", "cell-0"]);
    expect(cells[0]!.source).toBe("a\nb");
  });

  it("what is no notebook is refused with its path", async () => {
    await expect(runNotebook("absent.ipynb")).rejects.toThrow(/absent\.ipynb cannot be read/);
    expect(() => parseNotebook("{", "x.ipynb")).toThrow(/x\.ipynb is not JSON/);
    expect(() => parseNotebook('{"nbformat":3}', "x.ipynb")).toThrow(/nbformat 3, need 4/);
  });
});
