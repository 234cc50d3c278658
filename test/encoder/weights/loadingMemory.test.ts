/**
 * Loading takes no more memory than the numbers. For a checkpoint of 300 MB:
 * `KLINISKVEST_CHECKPOINT_MB=300 npx vitest run test/encoder/weights/loadingMemory.test.ts`
 */

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { writeSafetensors, type TensorSource } from "../../../lib/encoder/weights/safetensors";
import type { BertConfig } from "../../../lib/encoder/config";
import { configJson } from "../../../lib/encoder/configJson";
import { initializeEncoder } from "../../../lib/encoder/encoder";
import { publishedName } from "../../../lib/encoder/publishedNames";
import { flatten, isHostTensor } from "../../../lib/engine";
import { smallConfig } from "../../engine/smallEncoder";
import { needs, builtLibrary } from "../../needs";
import { pytorchFile } from "./pytorchBytes";

const root = mkdtempSync(join(tmpdir(), "memory-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const dist = resolve(__dirname, "../../../lib/dist");

const megabytes = Number(process.env["KLINISKVEST_CHECKPOINT_MB"] ?? 60);
const hidden = 256;
/** A layer has 12·hidden² numbers and some; a third of the file is one large embedding. */
const config: BertConfig = {
  ...smallConfig,
  hiddenSize: hidden,
  heads: 4,
  feedForwardSize: 4 * hidden,
  vocabularySize: Math.round((megabytes * 1e6) / 3 / (4 * hidden)),
  layers: Math.round((megabytes * 2e6) / 3 / (4 * 12 * hidden ** 2)),
};
/** Bytes of the model's numbers, whatever the file holds them in. */
const shapes = flatten(initializeEncoder(config, 0), isHostTensor).map(([path, { shape }]) => ({
  name: publishedName("bert", `encoder.${path}`),
  shape,
}));
const sizeOf = (shape: readonly number[]): number => shape.reduce((a, b) => a * b, 1);
const bytes = shapes.reduce((sum, { shape }) => sum + 4 * sizeOf(shape), 0);

/** What a garbage collector has not yet given back, and the largest tensor of halves in work. */
const allowance = 40e6;

/** The largest memory of a process that loads the folder, or only what is needed to. */
function peak(dir: string, loads: boolean): number {
  const script = `
    const { loadConfig, loadWeights } = require("./encoder/checkpoint");
    const { initializeEncoder } = require("./encoder/encoder");
    const form = { encoder: initializeEncoder(loadConfig(process.argv[1]), 0) };
    const loaded = process.argv[2] === "true" && loadWeights(process.argv[1], form);
    console.log(1024 * process.resourceUsage().maxRSS, Object.keys(loaded).length);`;
  const { stdout, stderr } = spawnSync(process.execPath, ["-e", script, dir, String(loads)], {
    cwd: dist,
    encoding: "utf8",
  });
  const [memory, parts] = stdout.trim().split(" ").map(Number);
  expect(parts, stderr).toBe(loads ? 2 : 0);
  return memory!;
}

function folderWith(name: string, write: (path: (file: string) => string) => void): string {
  const dir = mkdtempSync(join(root, name));
  writeFileSync(join(dir, "config.json"), JSON.stringify(configJson(config, "BertModel")));
  write((file) => join(dir, file));
  return dir;
}

const ones = (shape: readonly number[]): Float32Array => new Float32Array(sizeOf(shape)).fill(0.5);

describe("loading", needs(builtLibrary), () => {
  it.each<[string, () => string]>([
    [
      "model.safetensors",
      () =>
        folderWith("whole", (path) =>
          writeSafetensors(
            path("model.safetensors"),
            shapes.map((tensor): TensorSource => ({
              ...tensor,
              dtype: "F32",
              read: () => ones(tensor.shape),
            })),
          ),
        ),
    ],
    [
      "pytorch_model.bin",
      () =>
        folderWith("torch", (path) =>
          writeFileSync(
            path("pytorch_model.bin"),
            pytorchFile(shapes.map((tensor) => ({ ...tensor, data: ones(tensor.shape) }))),
          ),
        ),
    ],
  ])("of n bytes of %s takes less than 1.3 n and a constant", (file, make) => {
    const dir = make();
    expect(statSync(join(dir, file)).size).toBeGreaterThan(bytes);
    const taken = peak(dir, true) - peak(dir, false);
    console.log(
      `${file}: ${bytes / 1e6} MB of numbers, ${taken / 1e6} MB more memory to load them`,
    );
    // Less would mean that nothing was read.
    expect(taken).toBeGreaterThan(0.7 * bytes);
    expect(taken).toBeLessThan(1.3 * bytes + allowance);
    rmSync(dir, { recursive: true });
  });
});
