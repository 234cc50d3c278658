import { execFileSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  symlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { installKernel, kernelspecFolder } from "../../lib/notebook/kernelspec";
import { readNotebook, type CodeCell } from "../../lib/notebook/document";
import { jupyter, linux, needs } from "../needs";

const root = resolve(__dirname, "../..");

describe("kernelspec", () => {
  it("is written below the prefix, names a Node and a tslab that exist, and can be written again", () => {
    const prefix = mkdtempSync(join(tmpdir(), "prefix-"));
    const path = installKernel({ prefix });
    expect(path).toBe(join(prefix, "share", "jupyter", "kernels", "tslab", "kernel.json"));
    expect(installKernel({ prefix })).toBe(path);
    const spec = JSON.parse(readFileSync(path, "utf8")) as { argv: string[]; language: string };
    expect(spec.language).toBe("typescript");
    expect(spec.argv.slice(2)).toEqual(["kernel", "--config-path", "{connection_file}"]);
    const version = execFileSync(spec.argv[0]!, [spec.argv[1]!, "--version"]).toString();
    expect(version.trim()).toBe("tslab 1.0.22");
  });

  it("goes where Jupyter looks for a user's files", needs(linux), () => {
    expect(kernelspecFolder(undefined, { JUPYTER_DATA_DIR: "/d" })).toBe("/d/kernels/tslab");
    expect(kernelspecFolder(undefined, { XDG_DATA_HOME: "/x" })).toBe("/x/jupyter/kernels/tslab");
    expect(kernelspecFolder(undefined, {})).toMatch(/\/\.local\/share\/jupyter\/kernels\/tslab$/);
  });

  it("Jupyter runs notebook 00 with it", { timeout: 240_000, ...needs(jupyter()) }, () => {
    const folder = realpathSync(mkdtempSync(join(tmpdir(), "jupyter-")));
    symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
    copyFileSync(join(root, "notebooks", "00-start-here.ipynb"), join(folder, "00.ipynb"));
    installKernel({ prefix: folder });
    execFileSync(
      "jupyter",
      ["nbconvert", "--execute", "--to", "ipynb", "--output", "out.ipynb", "00.ipynb"],
      {
        cwd: folder,
        env: { ...process.env, JUPYTER_PATH: join(folder, "share", "jupyter") },
        stdio: "pipe",
      },
    );
    expect(existsSync(join(folder, "out.ipynb"))).toBe(true);
    const ours = readNotebook(join(root, "notebooks", "00-start-here.ipynb"));
    const theirs = readNotebook(join(folder, "out.ipynb"));
    // Through Jupyter results come as streams; displays are the same in both.
    const displays = (notebook: typeof ours): unknown[] =>
      notebook.cells.flatMap(
        (cell) =>
          (cell as CodeCell).outputs?.flatMap((output) =>
            output.output_type === "display_data" ? [output.data] : [],
          ) ?? [],
      );
    expect(displays(theirs)).toEqual(displays(ours));
  });
});
