import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { kliniskvest } from "../command";

const root = mkdtempSync(join(tmpdir(), "bench-corpus-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

it("goes from generated text to packed rows, stage by stage", async () => {
  const results: Record<string, Record<string, number>> = {};
  for (const stage of "generate export import dedup split stats tokenizer tokens pack".split(" ")) {
    const flags = ["--only", stage, "--megabytes", "0.1", "--dir", root, "--json"];
    const { code, out } = await kliniskvest("bench", "corpus", ...flags);
    expect(code).toBe(0);
    const measured = JSON.parse(out) as { peakMegabytes: number; result: Record<string, number> };
    expect(measured.peakMegabytes).toBeGreaterThan(10);
    results[stage] = measured.result;
  }
  const { generate, import: imported, dedup, split, pack } = results;
  // One in ten was exported twice, the second time without its last word.
  expect(imported!["documents"]).toBe(generate!["documents"]! + dedup!["near"]! + dedup!["exact"]!);
  expect(dedup!["documents"]).toBe(generate!["documents"]);
  expect(split!["parts"]).toBeGreaterThan(dedup!["documents"]!);
  expect(pack!["fill"]).toBeGreaterThan(0.95);
  expect(readdirSync(root).filter((name) => name.endsWith(".part"))).toEqual([]);
}, 60_000);

it("refuses sizes that are none", async () => {
  expect((await kliniskvest("bench", "corpus", "--megabytes", "10,mykje")).code).toBe(2);
});
