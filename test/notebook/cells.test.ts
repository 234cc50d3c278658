/** What notebooks get from `kliniskvest/notebook`, seen from cells: one process for all of it. */

import { mkdtempSync, realpathSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { writeNotebook, type CodeCell, type Output } from "../../lib/notebook/document";
import { runNotebook } from "../../lib/notebook/run";

const sources = {
  danfoFirst:
    'import * as danfo from "danfojs-node";\nimport { show, showTable, showProgress } from "kliniskvest/notebook";',
  scaler:
    "const frame = new danfo.DataFrame([[1, 10], [3, 30], [5, 50]], { columns: ['a', 'b'] });\n" +
    "const scaled = new danfo.StandardScaler().fitTransform(frame);\n" +
    "(scaled.values as number[][]).map((row) => row.map((v) => v.toFixed(3)).join(' ')).join('; ')",
  arithmetic:
    "[frame.add(1).values, frame.div(frame).sum().values, frame.gt(2).values, new danfo.MinMaxScaler().fitTransform(frame).values]\n" +
    "  .map((v) => JSON.stringify(v)).join(' ')",
  engine:
    'import { compile, float32, mul, type HostTensor, type Tensor } from "kliniskvest/engine/index";\n' +
    "const square = compile<{ x: HostTensor }, { y: Tensor }>(({ x }) => ({ y: mul(x, x) }));\n" +
    "const { y } = await square({ x: float32(Float32Array.of(1, 2), [2]) });\n" +
    "const after = new danfo.DataFrame([[1, 2]]).add(1).values;\n" +
    '[danfo.tensorflow === require("@tensorflow/tfjs-core"), y.data, after]',
  grouped:
    "const counts = new danfo.DataFrame([['nb', 1200.5], ['nn', -3], ['nb', 7]], { columns: ['standard', 'words'] });\n" +
    "showTable(counts.groupby(['standard']).col(['words']).sum());",
  rows: 'showTable([{ navn: "<b>", andel: 0.12345 }, { navn: "å", andel: null }], { digits: 2 });',
  figure:
    'await show({ name: "f", caption: "Caption.", data: [{ type: "bar", x: [1], y: [2] }], layout: {} });',
  progress:
    'const progress = showProgress("steps", 3);\nprogress.update(1);\nprogress.update(3);\nprogress.end();',
  reload: 'import { reload } from "kliniskvest/notebook/reload";\nreload() > 3',
  again: 'import { showMarkdown } from "kliniskvest/notebook";\nshowMarkdown("**ø**");',
};

describe("a notebook that uses danfojs, figures, tables and progress", () => {
  let shown: Record<keyof typeof sources, Output[]>;

  beforeAll(async () => {
    const folder = realpathSync(mkdtempSync(join(tmpdir(), "cells-")));
    symlinkSync(resolve(__dirname, "../../node_modules"), join(folder, "node_modules"));
    const path = join(folder, "test.ipynb");
    const cells = Object.entries(sources).map(([id, source]): CodeCell => ({
      cell_type: "code",
      id,
      metadata: {},
      source,
      execution_count: null,
      outputs: [],
    }));
    writeNotebook(path, { cells, metadata: {}, nbformat: 4, nbformat_minor: 5 });
    const { notebook, problem } = await runNotebook(path);
    expect(problem).toBeUndefined();
    shown = Object.fromEntries(
      notebook.cells.map((cell) => [cell.id, (cell as CodeCell).outputs]),
    ) as typeof shown;
  });

  const textOf = (output: Output | undefined): unknown =>
    (output as { data: Record<string, unknown> }).data["text/plain"];

  it("imports make no noise: no banner of tfjs, no platform warning", () => {
    expect(shown.danfoFirst).toEqual([]);
  });

  it("danfojs scales and computes, though tfjs-core has no chained methods", () => {
    expect(textOf(shown.scaler[0])).toBe("'-1.225 -1.225; 0.000 0.000; 1.225 1.225'");
    expect(textOf(shown.arithmetic[0])).toBe(
      "'[[2,11],[4,31],[6,51]] [2,2,2] [[false,true],[true,true],[true,true]] [[0,0],[0.5,0.5],[1,1]]'",
    );
    expect([shown.scaler, shown.arithmetic].flat()).toHaveLength(2); // no streams beside the results
  });

  it("danfojs and the engine share one tfjs core and work side by side", () => {
    expect(shown.engine).toHaveLength(1);
    expect(textOf(shown.engine[0])).toBe("[ true, Float32Array(2) [ 1, 4 ], [ [ 2, 3 ] ] ]");
  });

  it("a DataFrame and rows become tables with escaped text and aligned numbers", () => {
    expect(textOf(shown.grouped[0])).toBe(
      "standard  words_sum\nnb        1\u202f207.500\nnn           −3.000",
    );
    const { data } = shown.rows[0] as { data: Record<string, string> };
    expect(data["text/html"]).toContain('<td style="text-align:left">&lt;b&gt;</td>');
    expect(data["text/html"]).toContain('<th style="text-align:right">andel</th>');
    expect(data["text/plain"]).toBe("navn  andel\n<b>    0.12\nå         –");
  });

  it("a figure is one bundle: live, PNG in its size on the page, caption", () => {
    expect(shown.figure).toHaveLength(1);
    const { data, metadata } = shown.figure[0] as {
      data: Record<string, unknown>;
      metadata: object;
    };
    expect(Object.keys(data).sort()).toEqual([
      "application/vnd.plotly.v1+json",
      "image/png",
      "text/plain",
    ]);
    expect(
      Buffer.from(data["image/png"] as string, "base64")
        .subarray(1, 4)
        .toString(),
    ).toBe("PNG");
    expect(metadata).toEqual({ "image/png": { width: 720, height: 360 } });
    expect(data["text/plain"]).toBe("Caption.");
  });

  it("progress leaves one line without times", () => {
    expect(shown.progress).toHaveLength(1);
    expect(textOf(shown.progress[0])).toBe("steps: 3 of 3");
  });

  it("reload forgets the library's modules, and it can be imported again", () => {
    expect(textOf(shown.reload[0])).toBe("true");
    expect(shown.again).toMatchObject([{ data: { "text/markdown": "**ø**" } }]);
  });
});
