import { mkdtempSync, readFileSync, realpathSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { notebooksCommand } from "../../lib/cli/notebooks";
import { writeNotebook, type CodeCell } from "../../lib/notebook/document";

let printed = "";
beforeEach(() => {
  printed = "";
  vi.spyOn(process.stdout, "write").mockImplementation((text) => ((printed += String(text)), true));
  vi.spyOn(process.stderr, "write").mockReturnValue(true);
});
afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
});

async function command(...words: string[]): Promise<void> {
  await notebooksCommand().exitOverride().parseAsync(words, { from: "user" });
}

const outcomes = (): unknown =>
  (JSON.parse(printed) as { outcome: string }[]).map(({ outcome }) => outcome);

it("run saves; run --check saves nothing and tells whether outputs are the saved ones", async () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "command-")));
  symlinkSync(resolve(__dirname, "../../node_modules"), join(folder, "node_modules"));
  const path = join(folder, "a.ipynb");
  const cell: CodeCell = {
    cell_type: "code",
    id: "a",
    metadata: {},
    source: "1 + 1",
    execution_count: null,
    outputs: [],
  };
  writeNotebook(path, { cells: [cell], metadata: {}, nbformat: 4, nbformat_minor: 5 });
  const before = readFileSync(path, "utf8");

  await command("run", path, "--check", "--json");
  expect(outcomes()).toEqual(["changed"]);
  expect(process.exitCode).toBe(1);
  expect(readFileSync(path, "utf8")).toBe(before);

  [printed, process.exitCode] = ["", undefined];
  await command("run", path, "--json");
  expect(outcomes()).toEqual(["done"]);
  expect(process.exitCode).toBeUndefined();

  printed = "";
  await command("run", path, "--check", "--json");
  expect(outcomes()).toEqual(["done"]);
});

it("run refuses a timeout that is none", async () => {
  await expect(command("run", "a.ipynb", "--timeout", "soon")).rejects.toThrow(/--timeout soon/);
});

it("kernel says where, and install writes there", async () => {
  const prefix = mkdtempSync(join(tmpdir(), "prefix-"));
  const path = join(prefix, "share", "jupyter", "kernels", "tslab", "kernel.json");
  await command("kernel", "--prefix", prefix, "--json");
  expect(JSON.parse(printed)).toEqual({ path, isInstalled: false });
  printed = "";
  await command("kernel", "install", "--prefix", prefix);
  expect(printed).toBe(path + "\n");
  expect(JSON.parse(readFileSync(path, "utf8"))).toHaveProperty("argv");
  await expect(command("kernel", "install", "--prefix", prefix, "--user")).rejects.toThrow(
    /one of them/,
  );
});
