import * as tf from "@tensorflow/tfjs-core";
import { afterAll, describe, expect, it } from "vitest";
import { traceBackendName } from "../../lib/engine/tracer";
import { derivativeCases, expectClose, kernelCases, run } from "./kernelCases";

const used = new Set<string>();
for (const kernel of tf.getKernelsForBackend(traceBackendName)) {
  const { kernelFunc } = kernel;
  kernel.kernelFunc = (arguments_) => {
    used.add(kernel.kernelName);
    return kernelFunc(arguments_);
  };
}

describe.each(kernelCases)("compiled %s", (_, cases) => {
  it.each(cases)("%s", async (...testCase) => {
    expectClose(await run(testCase, "cpu"), await run(testCase, "reference"), 2e-6);
  });
});

describe("compiled derivatives", () => {
  it.each(derivativeCases)("of %s", async (...testCase) => {
    expectClose(await run(testCase, "cpu"), await run(testCase, "reference"), 1e-5);
  });
});

afterAll(() => {
  const untested = tf
    .getKernelsForBackend(traceBackendName)
    .map(({ kernelName }) => kernelName)
    .filter((name) => !used.has(name) && name !== "DropoutKeep"); // see dropout.test.ts
  expect(untested, "trace kernels that no case reaches").toEqual([]);
});
