import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { reproduce } from "../../lib/reproduce/reproduce";
import type { StageDisplay } from "../../lib/reproduce/stages";
import { tinyScale } from "./tinyScale";

const silent: StageDisplay = { stage() {}, update() {}, log() {}, finish() {} };

describe("the main job", () => {
  const home = process.cwd();
  const folder = mkdtempSync(join(tmpdir(), "reproduce-"));
  beforeAll(() => process.chdir(folder)); // a folder without notebooks: those have tests of their own
  afterAll(() => {
    process.chdir(home);
    rmSync(folder, { recursive: true });
  });

  it("stops at a signal, goes on from there and writes the tables", async () => {
    const controller = new AbortController();
    const stages: string[] = [];
    const stopping: StageDisplay = {
      ...silent,
      stage: (name) => void stages.push(name),
      update: (done) => {
        if (stages.at(-1) === "pretrain clinical" && done >= 3) controller.abort();
      },
    };
    await expect(
      reproduce({
        scale: tinyScale,
        results: "results",
        display: stopping,
        signal: controller.signal,
      }),
    ).rejects.toMatchObject({ name: "AbortError" });
    expect(stages).toEqual(["corpora", "tokenizer", "pretrain baseline", "pretrain clinical"]);

    const kept: string[] = [];
    const written = await reproduce({
      scale: tinyScale,
      results: "results",
      display: { ...silent, finish: (note) => void (note && kept.push(note)) },
    });
    expect(kept).toEqual(Array(3).fill("(as before)"));
    for (const path of written) expect(existsSync(path), path).toBe(true);
    const table = readFileSync("results/tables/tiny.md", "utf8");
    for (const text of [
      "bokmål",
      "nynorsk",
      "generatedEntities",
      "generatedChoice",
      "majority",
      "random",
    ])
      expect(table).toContain(text);
  }, 240_000);

  it("gives the same weights and scores when all is done again", async () => {
    const weights = (): string =>
      readFileSync("results/runs/bertNspSmall/tiny-clinical/model/model.safetensors", "latin1");
    const csv = (): string => readFileSync("results/tables/tiny.csv", "utf8");
    const [before, tableBefore] = [weights(), csv()];
    await reproduce({ scale: tinyScale, results: "results", display: silent });
    expect(weights() === before).toBe(true);
    expect(csv()).toBe(tableBefore);
  }, 240_000);
});
