import { afterEach, describe, expect, it } from "vitest";
import {
  chooseExecutor,
  compile,
  flatten,
  float32,
  int32,
  isHostTensor,
  mul,
  runtimeName,
  TraceError,
  type ExecutorName,
  type HostTensor,
  type Tensor,
} from "../../lib/engine";
import {
  compileStep,
  dropping,
  makeBatch,
  makeModel,
  smallConfigs,
  type StepInputs,
} from "./smallEncoder";

afterEach(() => chooseExecutor("cpu"));

/** Reads a value, which only the executors that compute at once allow. */
const peeking = ({ x }: { x: unknown }): { y: Tensor } => {
  (x as Tensor).dataSync();
  return { y: mul(x as Tensor, 2) };
};
const x = float32(Float32Array.of(3), [1]);

describe("the executor of a process", () => {
  it("is cpu, until another is chosen for functions that name none", async () => {
    const onCpu = compile<{ x: HostTensor }, { y: Tensor }>(peeking);
    await expect(onCpu({ x })).rejects.toThrow(TraceError);
    chooseExecutor("reference");
    const { y } = await compile<{ x: HostTensor }, { y: Tensor }>(peeking)({ x });
    expect([...y.data]).toEqual([6]);
    const named = compile<{ x: HostTensor }, { y: Tensor }>(peeking, { executor: "cpu" });
    await expect(named({ x })).rejects.toThrow(TraceError);
  });

  it("has a name with a version", () => {
    expect(runtimeName("cpu")).toMatch(/^onnxruntime-node \d+\.\d+\.\d+$/);
    expect(runtimeName("reference")).toMatch(/^tfjs-backend-cpu \d+\.\d+\.\d+$/);
  });
});

describe.each(smallConfigs)("$architecture with dropout", (config) => {
  const step = async (executor: ExecutorName, inputs: StepInputs) => {
    const run = compileStep(dropping(config, 0.1), { executor });
    const result = flatten(await run(inputs), isHostTensor);
    await run.release();
    return result;
  };

  it.each([
    ["one row of one token", 1, 1, 2],
    ["one row as long as a border of ModernBERT's blocks", 1, 10, 3],
    ["rows a token longer", 2, 11, 4],
  ])("has one loss and one gradient on all executors: %s", async (_, batch, sequence, masked) => {
    const inputs = {
      model: makeModel(config),
      batch: makeBatch(config, batch, sequence, masked),
      seed: int32(Int32Array.of(3), []),
    };
    const expected = new Map(await step("reference", inputs));
    const actual = await step("cpu", inputs);
    expect(actual).toHaveLength(expected.size);
    for (const [path, { data, shape }] of actual) {
      const wanted = expected.get(path)!;
      expect(shape, path).toEqual(wanted.shape);
      const largest = [...wanted.data].reduce((most, value) => Math.max(most, Math.abs(value)), 1);
      for (let i = 0; i < data.length; i++)
        expect(Math.abs(data[i]! - wanted.data[i]!) / largest, `${path}[${i}]`).toBeLessThan(2e-5);
    }
  });
});
