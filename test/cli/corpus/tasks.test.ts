import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { afterAll, describe, expect, it } from "vitest";
import type { TasksManifest } from "../../../lib/synthetic/tasks/taskFolder";
import { kliniskvest } from "../command";

const root = mkdtempSync(join(tmpdir(), "cli-tasks-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe("kliniskvest corpus tasks", () => {
  it("writes the tasks and prints their manifest", async () => {
    const out = join(root, "tasks");
    const { code, out: printed } = await kliniskvest(
      "corpus",
      "tasks",
      "--seed",
      "2",
      "--out",
      out,
      "--json",
    );
    expect(code).toBe(0);
    const manifest = JSON.parse(printed) as TasksManifest;
    expect(manifest).toEqual(JSON.parse(readFileSync(join(out, "manifest.json"), "utf8")));
    expect(manifest).toMatchObject({ seed: 2, licence: "Apache-2.0" });
    const named = Object.values(manifest.tasks).flatMap(({ descriptions, files }) => [
      ...descriptions,
      ...Object.values(files).map(({ file }) => file),
    ]);
    expect(readdirSync(out).sort()).toEqual(["manifest.json", ...named].sort());
  });

  it("stops on Ctrl-C with nothing written", async () => {
    const before = process.listenerCount("SIGINT");
    const stopping = kliniskvest("corpus", "tasks", "--out", join(root, "stopped"));
    while (process.listenerCount("SIGINT") === before) await setImmediate();
    process.emit("SIGINT");
    const { code, err } = await stopping;
    expect(code).not.toBe(0);
    expect(err).toContain("nothing was written");
    expect(readdirSync(root).filter((name) => name.startsWith("stopped"))).toEqual([]);
  });

  it("refuses a seed that is no number, and needs a folder", async () => {
    const out = join(root, "refused");
    expect((await kliniskvest("corpus", "tasks", "--seed", "x", "--out", out)).code).toBe(2);
    expect((await kliniskvest("corpus", "tasks")).code).toBe(2);
    expect(existsSync(out)).toBe(false);
  });
});
