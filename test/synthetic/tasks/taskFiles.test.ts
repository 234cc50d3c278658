import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { sha256 } from "../../../lib/files";
import { writeTasks } from "../../../lib/synthetic/tasks/taskFolder";
import { taskVersions, type TaskDescription } from "../../../lib/synthetic/tasks/taskFiles";

const cards = join(import.meta.dirname, "../../../data-cards");

const root = mkdtempSync(join(tmpdir(), "tasks-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe("files of generated tasks", () => {
  it("hold what their descriptions and the manifest say, the same for the same seed", async () => {
    const dir = join(root, "one");
    const manifest = await writeTasks({ dir, seed: 3 });
    expect(Object.keys(manifest.tasks)).toEqual([
      "choice",
      "entities",
      "pairs",
      "calls",
      "incidents",
    ]);
    for (const { descriptions, files } of Object.values(manifest.tasks))
      for (const name of descriptions) {
        const description = JSON.parse(readFileSync(join(dir, name), "utf8")) as TaskDescription;
        const { columns, labels } = description;
        expect(`${description.name}.json`).toBe(name);
        for (const [split, path] of Object.entries(description.files)) {
          const text = readFileSync(join(dir, path), "utf8");
          const counts = files[split as keyof typeof files];
          expect(counts).toMatchObject({ file: path, sha256: sha256(text) });
          const rows = text
            .trimEnd()
            .split("\n")
            .map((line) => JSON.parse(line) as Record<string, unknown>);
          expect(rows).toHaveLength(counts.examples);
          const used = Object.values(columns);
          expect(rows.every((row) => used.every((column) => row[column] !== undefined))).toBe(true);
          expect(new Set(rows.map((row) => row["split"]))).toEqual(new Set([split]));
          const labelled = columns["label"] ?? columns["labels"];
          if (labels !== undefined && labelled !== undefined)
            expect(new Set(rows.flatMap((row) => row[labelled]))).toEqual(new Set(labels));
        }
      }
    // Written once more over the first, if that is asked for and nothing else is there.
    await expect(writeTasks({ dir, seed: 3 })).rejects.toThrow(/generated tasks already.*--force/);
    writeFileSync(join(dir, "stray.txt"), "x");
    await expect(writeTasks({ dir, seed: 3, replace: true })).rejects.toThrow(/stray\.txt.*alone/);
    rmSync(join(dir, "stray.txt"));
    expect(await writeTasks({ dir, seed: 3, replace: true })).toEqual(manifest);
  });

  it("are of the versions that the data cards describe", () => {
    for (const [name, version] of Object.entries(taskVersions)) {
      const card = readFileSync(join(cards, `generated-${name}.md`), "utf8");
      expect(card).toMatch(new RegExp(`^version: ${version}$`, "m"));
    }
  });

  it("leave other folders and files alone", async () => {
    const dir = join(root, "mine");
    mkdirSync(dir);
    writeFileSync(join(dir, "notes.txt"), "keep");
    await expect(writeTasks({ dir, seed: 1 })).rejects.toThrow(
      /not part of.*generated tasks.*left alone/,
    );
    writeFileSync(join(dir, "manifest.json"), '{"format":"kliniskvest-corpus-2"}');
    await expect(writeTasks({ dir, seed: 1, replace: true })).rejects.toThrow(/left alone/);
    expect(readdirSync(dir)).toEqual(["manifest.json", "notes.txt"]);
    await expect(writeTasks({ dir: join(dir, "notes.txt"), seed: 1 })).rejects.toThrow(
      /file of that name/,
    );
  });

  it("are not there if the work stops", async () => {
    const dir = join(root, "stopped");
    const stop = writeTasks({
      dir,
      seed: 1,
      beforeTask: (name) =>
        name === "pairs" ? Promise.reject(new Error("stop")) : Promise.resolve(),
    });
    await expect(stop).rejects.toThrow("stop");
    expect(readdirSync(root).filter((name) => name.startsWith("stopped"))).toEqual([]);
  });
});
