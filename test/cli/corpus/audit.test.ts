import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { Audit } from "../../../lib/synthetic/audit/audit";
import { complaint, kliniskvest } from "../command";

const root = mkdtempSync(join(tmpdir(), "audit-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const generate = (out: string, ...more: string[]): Promise<unknown> =>
  kliniskvest("corpus", "generate", "--documents", "150", "--out", join(root, out), ...more);

describe("kliniskvest corpus audit", () => {
  it("audits a corpus with the tasks of its seed: a table, and all figures in a file", async () => {
    await generate("clinical", "--domain", "clinical", "--seed", "4");
    const out = join(root, "audit.json");
    const done = await kliniskvest(
      ...["corpus", "audit", "--corpus", join(root, "clinical"), "--worlds", "1", "--out", out],
    );
    expect(complaint(done)).toEqual([]);
    expect(done.code).toBe(0);
    expect(done.out).toMatch(/^world 4, 150 documents: \d+ checks, all passed$/m);
    const audit = JSON.parse(readFileSync(out, "utf8")) as Audit;
    expect(audit).toMatchObject({ seed: 4, documents: 150, passed: true });
    const lines = done.out.split("\n");
    for (const { name } of audit.checks)
      expect(
        lines.some((line) => line.trim().startsWith(name)),
        name,
      ).toBe(true);
  });

  it("marks what fails and exits with 1: a corpus of another world than its manifest says", async () => {
    await generate("other", "--domain", "clinical", "--seed", "4");
    const path = join(root, "other", "manifest.json");
    const manifest = JSON.parse(readFileSync(path, "utf8")) as { settings: object };
    writeFileSync(
      path,
      JSON.stringify({ ...manifest, settings: { ...manifest.settings, seed: 5 } }),
    );
    const { code, out, err } = await kliniskvest(
      ...["corpus", "audit", "--corpus", join(root, "other"), "--worlds", "1"],
    );
    expect(code).toBe(1);
    expect(out).toMatch(/^FAILS +choice: option most often with the condition, told 30 times/m);
    expect(out).toMatch(/checks, \d+ FAILED$/m);
    expect(err).toMatch(/^kliniskvest: \d+ of \d+ checks fail; the first is "/m);
  });

  it.each([
    [["--corpus", "general"], /not generated clinical text.*domain "general"/],
    [["--corpus", "missing"], /no such folder/],
    [["--corpus", "general", "--seed", "2"], /cannot be used with/],
    [["--worlds", "0"], /at least 1/],
  ])("refuses %j in a line", async (args, reason) => {
    if (!existsSync(join(root, "general"))) await generate("general", "--domain", "general");
    const inRoot = args.map((arg) => (/^(general|missing)$/.test(arg) ? join(root, arg) : arg));
    const { code, err, out } = await kliniskvest("corpus", "audit", ...inRoot);
    expect(code).toBe(2);
    expect(err).toMatch(reason);
    expect(out).toBe("");
  });
});
