/** The executor `tensorflow` beside the others. */

import { memory } from "@tensorflow/tfjs-core";
import { describe, expect, it } from "vitest";
import type { EncoderConfig } from "../../lib/encoder/config";
import {
  compile,
  createDropout,
  examineTensorflow,
  flatten,
  int32,
  isHostTensor,
  runtimeName,
  type HostTensor,
  type Tensor,
} from "../../lib/engine";
import { dropoutKeep } from "../../lib/engine/dropout";
import { needs, tensorflow } from "../needs";
import { derivativeCases, expectClose, kernelCases, run } from "./kernelCases";
import {
  compileStep,
  dropping,
  makeBatch,
  makeModel,
  smallConfigs,
  type StepInputs,
} from "./smallEncoder";

const state = examineTensorflow();

describe.each(kernelCases)("tensorflow, %s", needs(tensorflow(state)), (_, cases) => {
  it.each(cases)("%s", async (...testCase) => {
    expectClose(await run(testCase, "tensorflow"), await run(testCase, "reference"), 2e-6);
  });
});

describe("derivatives on tensorflow", needs(tensorflow(state)), () => {
  it.each(derivativeCases)("of %s", async (...testCase) => {
    expectClose(await run(testCase, "tensorflow"), await run(testCase, "reference"), 1e-5);
  });
});

function inputsOf(config: EncoderConfig): StepInputs {
  return {
    model: makeModel(config),
    batch: makeBatch(config, 3, 12, 7),
    seed: int32(Int32Array.of(20190117), []),
  };
}

describe.each(smallConfigs)("$architecture on tensorflow", needs(tensorflow(state)), (config) => {
  const inputs = inputsOf(config);

  it.each([
    ["cpu", 0],
    ["reference", 0],
    ["cpu", 0.1],
    ["reference", 0.1],
  ] as const)("has the loss and gradients of %s, dropping %d", async (executor, rate) => {
    const other = compileStep(dropping(config, rate), { executor });
    const expected = flatten(await other(inputs), isHostTensor);
    await other.release();
    const actual = flatten(
      await compileStep(dropping(config, rate), { executor: "tensorflow" })(inputs),
      isHostTensor,
    );
    expect(actual.map(([path]) => path)).toEqual(expected.map(([path]) => path));
    for (const [i, [path, { data, shape }]] of actual.entries()) {
      const wanted = expected[i]![1];
      expect(shape, path).toEqual(wanted.shape);
      const largest = [...wanted.data].reduce((most, value) => Math.max(most, Math.abs(value)), 0);
      for (const [j, value] of data.entries())
        expect(Math.abs(value - wanted.data[j]!), `${path}[${j}]`).toBeLessThan(
          2e-5 * Math.max(1, largest),
        );
    }
  });

  it("gives the same bits in a second run, and leaves no tensors after 50 steps", async () => {
    const step = compileStep(dropping(config, 0.1), { executor: "tensorflow" });
    const first = await step(inputs);
    const { numTensors, numDataBuffers } = memory();
    for (let i = 0; i < 50; i++) await step({ ...inputs, seed: int32(Int32Array.of(i), []) });
    expect(memory()).toMatchObject({ numTensors, numDataBuffers });
    expect(await step(inputs)).toEqual(first);
  });
});

describe("dropout on tensorflow", needs(tensorflow(state)), () => {
  it.each([0, -1, 20190117, 2 ** 31 - 1])("drops what the host drops (seed %d)", async (seed) => {
    const shapes = [[], [7], [64, 48], [2, 3, 16, 16]];
    const masks = compile<{ seed: HostTensor }, Tensor[]>(
      ({ seed }) => {
        const dropout = createDropout(seed);
        return shapes.map((shape) => dropout.keep(shape, 0.3)!);
      },
      { executor: "tensorflow" },
    );
    const found = await masks({ seed: int32(Int32Array.of(seed), []) });
    for (const [call, shape] of shapes.entries())
      expect(found[call]).toEqual({
        data: dropoutKeep(seed, call, 0.3, shape),
        shape,
        dtype: "float32",
      });
  });
});

describe("values on tensorflow", needs(tensorflow(state)), () => {
  it("are those of the caller, who may change inputs and outputs afterwards", async () => {
    const same = compile<{ x: HostTensor }, { y: Tensor; twice: Tensor }>(
      ({ x }) => ({ y: x as Tensor, twice: x as Tensor }),
      { executor: "tensorflow" },
    );
    const x = int32(Int32Array.of(1, 2, 3), [3]);
    const { y, twice } = await same({ x });
    x.data[0] = 9;
    y.data[1] = 9;
    expect([...y.data]).toEqual([1, 9, 3]);
    expect([...twice.data]).toEqual([1, 2, 3]);
    expect([...(await same({ x })).y.data]).toEqual([9, 2, 3]);
  });

  it("come from the library that the runtime's name says", () => {
    expect(runtimeName("tensorflow")).toMatch(/^libtensorflow 2\.\d+\.\d+/);
  });
});
