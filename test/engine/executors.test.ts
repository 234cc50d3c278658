import { afterEach, describe, expect, it } from "vitest";
import {
  chooseExecutor,
  compile,
  float32,
  mul,
  runtimeName,
  TraceError,
  type HostTensor,
  type Tensor,
} from "../../lib/engine";

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
