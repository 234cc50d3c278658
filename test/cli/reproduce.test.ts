import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { complaint, kliniskvest } from "./command";

const root = mkdtempSync(join(tmpdir(), "reproduce-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe("kliniskvest reproduce", () => {
  const results = join(root, "results");
  const request = (data: string): string[] =>
    `reproduce --scale quick --data ${data} --results ${results}`.split(" ");

  it("refuses a data folder that is not there", async () => {
    const outcome = await kliniskvest(...request(join(root, "nowhere")));
    expect(outcome).toMatchObject({ code: 2, out: "" });
    expect(complaint(outcome)[0]).toMatch(/nowhere: no such folder/);
    expect(existsSync(results)).toBe(false);
  });

  it("finds out before it begins that a file of a task is missing or broken", async () => {
    const data = join(root, "data");
    mkdirSync(join(data, "nor-deid"), { recursive: true });
    const missing = await kliniskvest(...request(data));
    expect(missing.code).toBe(2);
    expect(complaint(missing)[0]).toMatch(/training\.json: cannot be read/);
    writeFileSync(join(data, "nor-deid", "training.json"), '{"cleaned_results": ["pasi');
    const broken = await kliniskvest(...request(data));
    expect(broken.code).toBe(2);
    expect(complaint(broken)[0]).toMatch(/training\.json: not whole JSON/);
    expect(existsSync(results)).toBe(false);
  });
});
