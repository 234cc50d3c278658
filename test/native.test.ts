import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { nativePackages } from "../lib/native";

const dir = mkdtempSync(join(tmpdir(), "native-"));
afterAll(() => rmSync(dir, { recursive: true }));

/** Run the built program on a processor for which no package has a compiled part. */
function kliniskvest(...args: string[]) {
  const hook = join(dir, "hook.cjs");
  writeFileSync(hook, 'Object.defineProperty(process, "arch", { value: "mips" });\n');
  return spawnSync(
    process.execPath,
    ["--require", hook, join(import.meta.dirname, "../lib/bin/kliniskvest.js"), ...args],
    { encoding: "utf8" },
  );
}

describe("without any package's compiled part", () => {
  it("help is given", () => {
    for (const command of [[], ["corpus"], ["pretrain"]]) {
      const { status, stdout, stderr } = kliniskvest(...command, "--help");
      expect(stderr).toBe("");
      expect(status).toBe(0);
      expect(stdout).toContain("Usage: kliniskvest");
    }
  });

  it("doctor names each that is missing, and what to do", () => {
    const { status, stdout, stderr } = kliniskvest("doctor", "--json");
    expect(stderr).toBe("");
    expect(status).toBe(0);
    const found = JSON.parse(stdout) as { name: string; status: string; detail: string }[];
    for (const name of Object.keys(nativePackages)) {
      const finding = found.find((one) => one.name === name);
      expect(finding?.status, name).toBe("absent");
      expect(finding?.detail).toMatch(/does not load on \w+ mips: .+; run npm ci on this machine/);
    }
    expect(found.find(({ name }) => name === "executor reference")?.status).toBe("ok");
  });

  it("a command that needs one says so in a line", () => {
    const out = join(dir, "corpus");
    const { status, stderr } = kliniskvest(
      ...["corpus", "generate", "--domain", "clinical", "--documents", "3", "--out", out],
    );
    expect(status).toBe(2);
    expect(stderr.trim().split("\n").at(-1)).toMatch(
      /^kliniskvest: @duckdb\/node-api \(for corpora\) does not load on \w+ mips: /,
    );
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});
