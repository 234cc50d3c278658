import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { linux, needs } from "../needs";
import { complaint, kliniskvest } from "./command";

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "build-"));
  vi.stubEnv("KLINISKVEST_TENSORFLOW", join(dir, "built"));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(dir, { recursive: true });
});

/** A folder that looks like libtensorflow as far as `parts` go. */
function library(...parts: string[]): string {
  const to = join(dir, "libtensorflow");
  mkdirSync(join(to, "include", "tensorflow", "c", "eager"), { recursive: true });
  for (const part of parts) writeFileSync(join(to, part), "");
  return to;
}
const libraries = ["libtensorflow_cc.so.2", "libtensorflow_framework.so.2"];
const headers = ["include/tensorflow/c/c_api.h", "include/tensorflow/c/eager/c_api.h"];

describe("kliniskvest tensorflow build", needs(linux), () => {
  it.each([
    ["without libraries", headers, "has no libtensorflow.so or libtensorflow_cc.so"],
    ["without the framework", [libraries[0]!, ...headers], "libtensorflow_framework.so beside it"],
    ["without headers", libraries, "has no tensorflow/c/c_api.h"],
    ["without eager headers", [...libraries, headers[0]!], "has no tensorflow/c/eager/c_api.h"],
    ["without a compiler", [...libraries, ...headers], "no C++ compiler: no-such-compiler"],
  ])("refuses to begin %s", async (_, parts, message) => {
    vi.stubEnv("CXX", "no-such-compiler");
    const outcome = await kliniskvest("tensorflow", "build", "--libtensorflow", library(...parts));
    expect(outcome.code).toBe(2);
    expect(complaint(outcome)[0]).toContain(message);
    expect(readdirSync(dir)).toEqual(["libtensorflow"]);
  });

  it("says what it needs where npm has no registry, and leaves nothing behind", async () => {
    vi.stubEnv("npm_config_registry", "http://127.0.0.1:9/");
    vi.stubEnv("npm_config_cache", join(dir, "cache"));
    vi.stubEnv("npm_config_fetch_retries", "0");
    vi.stubEnv("CXX", "true");
    const parts = [...libraries, ...headers];
    const outcome = await kliniskvest("tensorflow", "build", "--libtensorflow", library(...parts));
    expect(outcome.code).toBe(2);
    expect(complaint(outcome)[0]).toMatch(/npm could not fetch @tensorflow\/tfjs-node-gpu/);
    expect(readdirSync(dir).filter((name) => name.startsWith("built"))).toEqual([]);
  });
});

describe("--device tensorflow", () => {
  it.each([
    ["pretrain", "pretrain --corpus c --model new --tokenizer t --out DIR/run"],
    ["finetune", "finetune --task generatedEntities --model m --out DIR/results"],
  ])("without the package: %s says how to get it before it does anything", async (_, line) => {
    const words = line.replace("DIR", dir).split(" ");
    const outcome = await kliniskvest(...words, "--device", "tensorflow");
    expect(outcome.code).toBe(2);
    expect(complaint(outcome)[0]).toContain("kliniskvest tensorflow build --libtensorflow DIR");
    expect(readdirSync(dir)).toEqual([]);
  });
});
