import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import {
  add,
  compile,
  flatten,
  float32,
  int32,
  isHostTensor,
  lookup,
  mul,
  sum,
  withGradients,
  type HostTensor,
  type Tensor,
} from "../../lib/engine";
import { random } from "../../lib/random";
import { initializePretrainingModel } from "../../lib/training/objective";
import { compileStep, makeBatch, smallConfig } from "./smallEncoder";

function bitsOf(tree: unknown): string {
  const hash = createHash("sha256");
  for (const [path, { data }] of flatten(tree, isHostTensor)) hash.update(path).update(data);
  return hash.digest("hex");
}

it("a step of full width gives the same bits each time, on two threads", async () => {
  const config = {
    ...smallConfig,
    vocabularySize: 8192,
    hiddenSize: 256,
    layers: 2, // further ones repeat their kernels and shapes
    heads: 4,
    feedForwardSize: 1024,
    maximumPositions: 128,
    hiddenDropout: 0.1,
    attentionDropout: 0.1,
    initializerRange: 0.02,
  };
  const step = compileStep(config, { threads: 2 });
  const inputs = {
    model: initializePretrainingModel(config, 1),
    batch: makeBatch(config, 16, 128, 320),
    seed: int32(Int32Array.of(5), []),
  };
  const first = await step(inputs);
  expect((first.loss as HostTensor).data[0]).toBeCloseTo(Math.log(8192) + Math.log(2), 0);
  const bits = bitsOf(first);
  for (let run = 2; run <= 30; run++) expect(bitsOf(await step(inputs)), `run ${run}`).toBe(bits);
  await step.release();
}, 300_000);

it("a table of two rows looked up 20,000 times gives the same bits, inside the graph and outside", async () => {
  const [count, width] = [20_000, 32];
  const draw = random(1, "race test");
  const indices = Int32Array.from({ length: count }, () => draw.integer(2));
  const rows = Float32Array.from({ length: count * width }, draw.normal);
  type Inputs = { table: HostTensor; indices: HostTensor; rows: HostTensor };
  const compiled = compile<Inputs, { byHost: Tensor; inGraph: Tensor }>(
    ({ table, indices, rows }) => {
      const { gradients } = withGradients(table, (table) => ({
        loss: sum(mul(lookup(table, indices), rows)),
      }));
      // The product consumes the gradient, so its sum must be made in the graph.
      return { byHost: gradients, inGraph: mul(add(gradients, table), 3) };
    },
    { threads: 2 },
  );
  const inputs = {
    table: float32(new Float32Array(2 * width).fill(1), [2, width]),
    indices: int32(indices, [count]),
    rows: float32(rows, [count, width]),
  };
  const exact = new Float64Array(2 * width);
  for (let i = 0; i < count; i++)
    for (let j = 0; j < width; j++) exact[indices[i]! * width + j]! += rows[i * width + j]!;
  const first = await compiled(inputs);
  for (const [i, value] of exact.entries()) {
    expect(first.byHost.data[i]).toBeCloseTo(value, 2);
    expect(first.inGraph.data[i]).toBeCloseTo(3 * (value + 1), 2);
  }
  const bits = bitsOf(first);
  for (let run = 2; run <= 30; run++)
    expect(bitsOf(await compiled(inputs)), `run ${run}`).toBe(bits);
  await compiled.release();
});
