import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { writeSafetensors } from "../../../lib/encoder/weights/safetensors";
import { openWeights } from "../../../lib/encoder/weights/weights";
import { InputError } from "../../../lib/errors";
import { pytorchFile } from "./pytorchBytes";

const root = mkdtempSync(join(tmpdir(), "weights-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));
let folders = 0;
function newFolder(): string {
  const dir = join(root, String(folders++));
  mkdirSync(dir);
  return dir;
}
const tensor = (name: string, ...values: number[]) => ({
  name,
  shape: [values.length],
  data: Float32Array.from(values),
});
const first = "model-00001-of-00002.safetensors";
const second = "model-00002-of-00002.safetensors";

/** Two shards, `a` and `b` in the first, `c` in the second, and this index. */
function sharded(index: unknown): string {
  const dir = newFolder();
  writeSafetensors(join(dir, first), [tensor("a", 1), tensor("b", 2, 3)]);
  writeSafetensors(join(dir, second), [tensor("c", 4)]);
  writeFileSync(
    join(dir, "model.safetensors.index.json"),
    typeof index === "string" ? index : JSON.stringify(index),
  );
  return dir;
}
const map = { a: first, b: first, c: second };

function refusal(dir: string): string {
  try {
    openWeights(dir).close();
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    expect((error as Error).message).not.toContain("\n");
    return (error as Error).message;
  }
  throw new Error("was not refused");
}

describe("weights of a folder", () => {
  it("lie in shards as if in one file", () => {
    const dir = sharded({ metadata: { total_size: 16 }, weight_map: map });
    const weights = openWeights(dir);
    expect(weights.names).toEqual(["a", "b", "c"]);
    expect(weights.files).toEqual(
      ["model.safetensors.index.json", first, second].map((name) => join(dir, name)),
    );
    expect(weights.read("c")).toEqual({ shape: [1], data: Float32Array.of(4) });
    expect(weights.read("b").data).toEqual(Float32Array.of(2, 3));
    expect([weights.shape("b"), weights.dtype("b")]).toEqual([[2], "F32"]);
    expect(() => weights.read("d")).toThrow(/has no tensor "d"/);
    weights.close();
  });

  it("are the whole safetensors file if there is one, PyTorch's only if there is nothing else", () => {
    const dir = newFolder();
    const open = (): readonly string[] => {
      const weights = openWeights(dir);
      weights.close();
      return weights.names;
    };
    writeFileSync(join(dir, "pytorch_model.bin"), pytorchFile([tensor("torch", 1)]));
    expect(open()).toEqual(["torch"]);
    writeSafetensors(join(dir, "shard.safetensors"), [tensor("shard", 1)]);
    writeFileSync(
      join(dir, "model.safetensors.index.json"),
      JSON.stringify({ weight_map: { shard: "shard.safetensors" } }),
    );
    expect(open()).toEqual(["shard"]);
    writeSafetensors(join(dir, "model.safetensors"), [tensor("whole", 1)]);
    expect(open()).toEqual(["whole"]);
  });

  it("may be shards of PyTorch's format", () => {
    const dir = newFolder();
    writeFileSync(join(dir, "pytorch_model-1.bin"), pytorchFile([tensor("a", 1, 2)]));
    writeFileSync(join(dir, "pytorch_model-2.bin"), pytorchFile([tensor("b", 3)]));
    writeFileSync(
      join(dir, "pytorch_model.bin.index.json"),
      JSON.stringify({ weight_map: { a: "pytorch_model-1.bin", b: "pytorch_model-2.bin" } }),
    );
    const weights = openWeights(dir);
    expect(weights.read("b").data).toEqual(Float32Array.of(3));
    expect(weights.read("a").data).toEqual(Float32Array.of(1, 2));
    weights.close();
  });

  it.each<[string, () => string, RegExp]>([
    ["no folder", () => join(root, "absent"), /there is no such folder/],
    ["nothing", newFolder, /neither model.safetensors nor pytorch_model.bin.*found: nothing/],
    ["an index of broken JSON", () => sharded("{"), /not a JSON object/],
    [
      "an index that names a tensor twice",
      () => sharded(`{"weight_map":{"a":"${first}","a":"${second}"}}`),
      /distinct keys/,
    ],
    ["an index without map", () => sharded({ metadata: {} }), /has no weight_map/],
    ["an empty index", () => sharded({ weight_map: {} }), /has no weight_map/],
    [
      "an index that leads out",
      () => sharded({ weight_map: { ...map, a: "../0/model.safetensors" } }),
      /"a" is in .*not the plain name/,
    ],
    [
      "an absolute shard",
      () => sharded({ weight_map: { ...map, a: "/etc/passwd" } }),
      /not the plain name/,
    ],
    [
      "a shard of another drive",
      () => sharded({ weight_map: { ...map, a: "c:x.safetensors" } }),
      /not the plain name/,
    ],
    ["dots as a shard", () => sharded({ weight_map: { ...map, a: ".." } }), /not the plain name/],
    [
      "a shard that is no text",
      () => sharded('{"weight_map":{"a":{"toString":1}}}'),
      /not the plain name/,
    ],
    [
      "a shard that is absent",
      () => sharded({ weight_map: { ...map, d: "other.safetensors" } }),
      /other.safetensors: cannot be opened/,
    ],
    [
      "a tensor in the wrong shard",
      () => sharded({ weight_map: { ...map, b: second } }),
      /does not say that "b" is in model-00001-of-00002.safetensors/,
    ],
    [
      "a tensor that the index leaves out",
      () => sharded({ weight_map: { a: first, c: second } }),
      /does not say that "b"/,
    ],
    [
      "a tensor that no shard has",
      () => sharded({ weight_map: { ...map, d: second } }),
      /says that "d" is in model-00002-of-00002.safetensors, which does not have it/,
    ],
    ["an index that nests deeply", () => sharded("[".repeat(1e6)), /not a JSON object/],
    [
      "an index that nests deeply and closes",
      () => sharded(`{"a":${"[".repeat(1e5)}${"]".repeat(1e5)}}`),
      /not a JSON object/,
    ],
  ])("are refused in one line: %s", (_, dir, message) => {
    expect(refusal(dir())).toMatch(message);
  });
});
