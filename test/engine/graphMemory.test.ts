import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as ort from "onnxruntime-node";
import { afterAll, describe, expect, it } from "vitest";
import {
  createDropout,
  flatten,
  int32,
  isHostTensor,
  mapTree,
  withGradients,
  type HostTensor,
  type Tensor,
} from "../../lib/engine";
import { graphMemory } from "../../lib/engine/graphMemory";
import { createSession } from "../../lib/engine/session";
import { trace } from "../../lib/engine/tracer";
import type { EncoderConfig } from "../../lib/encoder/config";
import {
  initializePretrainingModel,
  pretrainingLoss,
  type PretrainingInput,
  type PretrainingModel,
} from "../../lib/training/objective";
import { dropping, makeBatch, smallConfigs } from "./smallEncoder";

const dir = mkdtempSync(join(tmpdir(), "graph-memory-"));
afterAll(() => rmSync(dir, { recursive: true }));

/** Large enough for activations to outweigh what is small and irregular, few enough to run at once. */
const larger = (config: EncoderConfig): EncoderConfig => ({
  ...dropping(config, 0.1),
  ...{ hiddenSize: 64, heads: 4, feedForwardSize: 160, maximumPositions: 128, layers: 6 },
});

/** The graph of a training step and its inputs by their names in it. */
function stepGraph(config: EncoderConfig, recompute: boolean) {
  const inputs = {
    model: initializePretrainingModel(config, 1),
    input: makeBatch(config, 4, 128, 77),
    seed: int32(Int32Array.of(1), []),
  };
  const leaves = flatten(inputs, isHostTensor);
  const traced = trace(
    (tensors) => {
      let next = 0;
      const { model, input, seed } = mapTree(inputs, isHostTensor, () => tensors[next++]!) as {
        model: PretrainingModel<Tensor>;
        input: PretrainingInput<Tensor>;
        seed: Tensor;
      };
      const { gradients, loss } = withGradients(model, (model) => ({
        loss: pretrainingLoss(config, model, input, createDropout(seed), { recompute }).loss,
      }));
      const isTensor = (node: unknown): node is Tensor =>
        typeof node === "object" && node !== null && "dataId" in node;
      return [loss, ...flatten(gradients, isTensor).map(([, tensor]) => tensor)];
    },
    leaves.map(([path, { shape, dtype }]) => ({ path, shape, dtype })),
  );
  const byPath = new Map<string, HostTensor>(leaves);
  const feeds = Object.fromEntries(
    traced.graph.inputs.map(({ name, path }) => {
      const { dtype, data, shape } = byPath.get(path)!;
      return [name, new ort.Tensor(dtype, data, shape)];
    }),
  );
  return { traced, feeds };
}

/** Bytes in use after each node, in the order in which ONNX Runtime ran them. */
async function observe({ traced, feeds }: ReturnType<typeof stepGraph>): Promise<number[]> {
  const own = mkdtempSync(join(dir, "run-"));
  const session = await createSession(traced, {
    ...{ enableProfiling: true, profileFilePrefix: join(own, "run"), intraOpNumThreads: 1 },
  });
  await session.run(feeds);
  session.endProfiling();
  await session.release();
  type Event = {
    readonly cat: string;
    readonly name: string;
    readonly args: Readonly<Record<string, string>>;
  };
  const events = JSON.parse(readFileSync(join(own, readdirSync(own)[0]!), "utf8")) as Event[];
  return events
    .filter(({ cat, name }) => cat === "Node" && name.endsWith("_kernel_time"))
    .map(({ args }) => Number(args["mem_bytes_requested_in_use"]));
}

describe.each(smallConfigs.map((config) => [config.architecture, larger(config)] as const))(
  "the memory of a training step of %s",
  (_, config) => {
    it.each([
      ["activations kept", false],
      ["activations computed again", true],
    ])("is what ONNX Runtime takes, %s", async (_, recompute) => {
      const graph = stepGraph(config, recompute);
      const observed = Math.max(...(await observe(graph)));
      const { peak, constants, arena } = graphMemory(graph.traced);
      expect(observed).toBeGreaterThan(2 ** 20);
      expect((peak - constants) / observed).toBeGreaterThan(0.93);
      expect((peak - constants) / observed).toBeLessThan(1.07);
      expect(arena).toBeGreaterThanOrEqual(peak);
    });

    it("is less than half with activations computed again", () => {
      const [kept, again] = [false, true].map((recompute) => {
        const deep = { ...config, layers: 18 };
        const { peak, results, constants } = graphMemory(stepGraph(deep, recompute).traced);
        return peak - results - constants;
      });
      expect(again! / kept!).toBeLessThan(0.5);
    });
  },
);
