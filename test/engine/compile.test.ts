import * as tf from "@tensorflow/tfjs-core";
import { afterAll, describe, expect, it } from "vitest";
import {
  compile,
  createDropout,
  exp,
  flatten,
  float32,
  int32,
  isHostTensor,
  lookup,
  mul,
  noDropout,
  ones,
  sum,
  withGradients,
  type HostTensor,
  type Tensor,
  type Traced,
} from "../../lib/engine";
import { random } from "../../lib/random";
import {
  pretrainingLoss,
  type PretrainingInput,
  type PretrainingModel,
} from "../../lib/training/objective";
import { makeBatch, makeModel, smallConfig } from "./smallEncoder";

type Executor = "cpu" | "reference";
type Inputs = {
  model: PretrainingModel<HostTensor>;
  batch: PretrainingInput<HostTensor>;
  seed: HostTensor;
};
type Losses = ReturnType<typeof pretrainingLoss>;
type X = { x: HostTensor };
type Y = { y: Tensor };

const vector = (...values: number[]): HostTensor =>
  float32(Float32Array.from(values), [values.length]);

const step = (executor: Executor, rate = 0) => {
  const config = { ...smallConfig, hiddenDropout: rate, attentionDropout: rate };
  return compile<Inputs, Losses & { gradients: PretrainingModel<Tensor> }>(
    ({ model, batch, seed }) =>
      withGradients(model as PretrainingModel<Tensor>, (model) =>
        pretrainingLoss(
          config,
          model,
          batch as PretrainingInput<Tensor>,
          rate > 0 ? createDropout(seed) : noDropout,
        ),
      ),
    { executor },
  );
};

describe("a compiled training step", () => {
  const inputs: Inputs = {
    model: makeModel(smallConfig),
    batch: makeBatch(smallConfig, 3, 12, 7),
    seed: int32(Int32Array.of(20190117), []),
  };
  const compiled = { plain: step("cpu"), dropout: step("cpu", 0.1) };
  afterAll(async () => {
    await compiled.plain.release();
    await compiled.dropout.release();
  });

  it.each([
    ["without dropout", 0],
    ["with dropout", 0.1],
  ])("%s has the loss and gradients of the reference executor", async (_, rate) => {
    const fast = await (rate ? compiled.dropout : compiled.plain)(inputs);
    const slow = await step("reference", rate)(inputs);
    const expected = new Map(flatten(slow, isHostTensor));
    const actual = flatten(fast, isHostTensor);
    expect(actual.map(([path]) => path)).toEqual([...expected.keys()]);
    for (const [path, { data, shape }] of actual) {
      const reference = expected.get(path)!;
      expect(shape, path).toEqual(reference.shape);
      for (let i = 0; i < data.length; i++)
        expect(Math.abs(data[i]! - reference.data[i]!), `${path}[${i}]`).toBeLessThan(2e-5);
    }
  });

  it("has the gradients that finite differences of the reference loss have", async () => {
    const { gradients } = await compiled.plain(inputs);
    const losses = compile<Inputs, Losses>(
      ({ model, batch }) =>
        pretrainingLoss(
          smallConfig,
          model as PretrainingModel<Tensor>,
          batch as PretrainingInput<Tensor>,
          noDropout,
        ),
      { executor: "reference" },
    );
    // Summed in float64: the loss as a float32 would be too coarse for a difference.
    const weight = [...inputs.batch.maskedWeights.data].reduce((a, b) => a + b, 0);
    const loss = async (): Promise<number> => {
      const { tokenLosses, nextSentenceLoss } = await losses(inputs);
      const total = [...(tokenLosses as HostTensor).data].reduce((a, b) => a + b, 0);
      return total / weight + (nextSentenceLoss as HostTensor).data[0]!;
    };
    const draw = random(3, "finite differences");
    const parameters = new Map(flatten(inputs.model, isHostTensor));
    for (const [path, { data: gradient }] of flatten(gradients, isHostTensor)) {
      const { data } = parameters.get(path)!;
      const sizes = [...gradient].map(Math.abs);
      const largest = sizes.indexOf(Math.max(...sizes));
      for (const i of [largest, draw.integer(data.length)]) {
        const value = data[i]!;
        const at = async (offset: number): Promise<number> => {
          data[i] = value + offset;
          const result = await loss();
          data[i] = value;
          return result;
        };
        const h = 2 ** -8;
        const slope = ((await at(h)) - (await at(-h))) / (2 * h);
        const error = Math.abs(slope - gradient[i]!);
        const bound = 1e-4 + 2e-3 * Math.abs(gradient[i]!);
        expect(error, `${path}[${i}]: ${gradient[i]!} for ${slope}`).toBeLessThan(bound);
      }
    }
  });
});

describe("compile", () => {
  it("returns any tree: inputs, numbers and one tensor in several places", async () => {
    const compiled = compile<X, { list: Tensor[]; same: Tensor; constant: Tensor; deep: Y }>(
      ({ x }) => {
        const y = exp(x);
        return { list: [x, y, y], same: x, constant: ones([2, 2]), deep: { y } };
      },
    );
    const x = vector(0, 1);
    const { list, same, constant, deep } = await compiled({ x });
    expect(list.map(({ data }) => [...data])).toEqual([
      [0, 1],
      [1, Math.fround(Math.E)],
      [1, Math.fround(Math.E)],
    ]);
    expect(constant).toEqual(float32(new Float32Array(4).fill(1), [2, 2]));
    const all = [x, ...list, same, constant, deep.y].map((tensor) => (tensor as HostTensor).data);
    all[0]!.fill(9);
    all[2]!.fill(7);
    expect(all.map((data) => data[0])).toEqual([9, 0, 7, 1, 0, 1, 1]);
    await compiled.release();
  });

  it("accepts any names, a list, or a single tensor", async () => {
    const a = vector(1);
    const named = compile<Record<string, HostTensor>, Y>((inputs) => ({
      y: tf.addN(["v0", "v1", "out0", "a,b", ""].map((name, i) => mul(inputs[name]!, 10 ** i))),
    }));
    const inputs = { v0: a, v1: vector(2), out0: vector(3), "a,b": vector(4), "": vector(5) };
    expect((await named(inputs)).y).toEqual(vector(54321));
    const list = compile<HostTensor[], Tensor[]>((tensors) => [...tensors].reverse());
    expect(await list([a, vector(2)])).toEqual([vector(2), a]);
    const single = compile<HostTensor, Tensor>((x) => mul(x, 3));
    expect(await single(vector(2))).toEqual(vector(6));
  });

  it("leaves out the gradient of parameters that the loss does not use", async () => {
    type Parameters = { used: HostTensor; idle: HostTensor; alsoIdle: HostTensor };
    for (const executor of ["cpu", "reference"] as const) {
      const compiled = compile<{ parameters: Parameters }, { gradients: Traced<Parameters> }>(
        ({ parameters }) =>
          withGradients(parameters, ({ used }) => ({ loss: sum(mul(used, used)) })),
        { executor },
      );
      const parameters = { used: vector(1, 2), idle: vector(3), alsoIdle: vector(4) };
      const { gradients } = await compiled({ parameters });
      expect(flatten(gradients, isHostTensor)).toEqual([["used", vector(2, 4)]]);
    }
  });

  it("returns parameters beside their gradients", async () => {
    const compiled = compile<X, { x: Tensor; square: Tensor }>(({ x }) => {
      const { gradients, weights } = withGradients(x, (x) => ({ loss: sum(x), weights: x }));
      return { x: gradients, square: mul(mul(x, weights), 1) };
    });
    expect(await compiled({ x: vector(3) })).toEqual({ x: vector(1), square: vector(9) });
  });

  it("adds rows into a table whose other gradient is an output too", async () => {
    type Input = { table: HostTensor; indices: HostTensor };
    const compiled = compile<Input, { gradients: Tensor; direct: Tensor }>(({ table, indices }) => {
      const { gradients } = withGradients(table, (table) => ({
        loss: tf.add(sum(lookup(table, indices)), sum(mul(table, table))),
      }));
      return {
        gradients,
        direct: withGradients(table, (t) => ({ loss: sum(mul(t, t)) })).gradients,
      };
    });
    const { gradients, direct } = await compiled({
      table: float32(Float32Array.of(1, 2, 3), [3, 1]),
      indices: int32(Int32Array.of(2, 0, 2, 2), [4]),
    });
    expect([...gradients.data]).toEqual([3, 4, 9]);
    expect([...direct.data]).toEqual([2, 4, 6]);
  });

  it("traces once for each set of shapes and forgets the least recently used", async () => {
    let traces = 0;
    const compiled = compile<X, Y>(
      ({ x }) => {
        traces++;
        return { y: mul(x, 2) };
      },
      { cachedGraphs: 2 },
    );
    const at = async (length: number): Promise<number[]> => {
      const { y } = await compiled({ x: vector(...Array<number>(length).fill(1)) });
      expect(y.data).toHaveLength(length);
      return [traces, compiled.graphs()];
    };
    expect(await at(1)).toEqual([1, 1]);
    expect(await at(1)).toEqual([1, 1]);
    expect(await at(2)).toEqual([2, 2]);
    expect(await at(1)).toEqual([2, 2]);
    expect(await at(3)).toEqual([3, 2]); // in place of 2
    expect(await at(1)).toEqual([3, 2]);
    expect(await at(2)).toEqual([4, 2]); // in place of 3
    await compiled.release();
    expect(compiled.graphs()).toBe(0);
    expect(await at(1)).toEqual([5, 1]);
    await compiled.release();
    expect(() => compile<X, Y>(({ x }) => ({ y: x }), { cachedGraphs: 0 })).toThrow(
      "cachedGraphs must be at least 1, got 0",
    );
  });

  it("serves overlapping calls, though each pushes out the graph of another", async () => {
    const compiled = compile<X, Y>(({ x }) => ({ y: mul(x, 2) }), { cachedGraphs: 1 });
    const lengths = [1, 2, 1, 3, 2, 2, 1];
    const calls = lengths.map((length) =>
      compiled({ x: vector(...Array<number>(length).fill(1)) }),
    );
    const released = compiled.release();
    expect((await Promise.all(calls)).map(({ y }) => y.data.length)).toEqual(lengths);
    await released;
    expect(compiled.graphs()).toBe(0);
  });

  it("goes on after a call that failed", async () => {
    const compiled = compile<X, Y>(({ x }) => ({ y: x.size === 2 ? tf.acosh(x) : mul(x, 2) }));
    const failed = compiled({ x: vector(1, 2) });
    const succeeded = compiled({ x: vector(1) });
    await expect(failed).rejects.toThrow("Acosh");
    expect((await succeeded).y).toEqual(vector(2));
    expect(compiled.graphs()).toBe(1);
  });

  it("leaves the active backend and the tensors of eager code as they were", async () => {
    const first = compile<X, Y>(({ x }) => ({ y: mul(x, 2) }));
    const second = compile<X, Y>(({ x }) => ({ y: mul(x, 3) }), { executor: "reference" });
    const broken = compile<X, Y>(({ x }) => ({ y: tf.acosh(x) }));
    const eager = tf.tensor1d([1, 2]);
    const before = tf.memory().numTensors;
    const x = vector(1, 2);
    for (let i = 0; i < 2; i++) {
      const results = Promise.all([first({ x }), second({ x }), first({ x })]);
      await expect(broken({ x })).rejects.toThrow();
      expect((await results).map(({ y }) => [...y.data])).toEqual([
        [2, 4],
        [3, 6],
        [2, 4],
      ]);
      expect(tf.getBackend()).toBe("cpu");
      expect([...tf.tidy(() => tf.mul(eager, 5).dataSync())]).toEqual([5, 10]);
    }
    expect(tf.memory().numTensors).toBe(before);
    eager.dispose();
  });
});

describe("what cannot be compiled is refused by name, with the remedy", () => {
  const refusal = async (fn: (x: Tensor) => Tensor): Promise<unknown> => {
    const before = tf.memory().numTensors;
    const error: unknown = await compile<X, Y>(({ x }) => ({ y: fn(x) }))({
      x: vector(1, 2),
    }).catch((error: unknown) => error);
    expect(tf.memory().numTensors).toBe(before);
    return error;
  };

  it.each<[string, (x: Tensor) => Tensor, RegExp]>([
    ["an operation without a kernel", (x) => tf.acosh(x), /'Acosh'.*'reference'/],
    [
      "a derivative without a kernel",
      (x) => withGradients(x, (x) => ({ loss: sum(tf.acos(x)) })).gradients,
      /'Acos'.*other operations/,
    ],
    ["a value read", (x) => mul(x, x.dataSync()[0]!), /dataSync.*must not depend on tensor values/],
    [
      "a large host array",
      (x) => mul(sum(x), tf.tensor1d(Float32Array.from({ length: 70_000 }, (_, i) => i))),
      /\[70000\].*pass it in as an input/,
    ],
    [
      "a loss that is no scalar",
      (x) => withGradients(x, (x) => ({ loss: mul(x, x) })).gradients,
      /loss has shape \[2\].*sum or mean/,
    ],
    ["text", (x) => tf.add(x, tf.cast(tf.tensor1d(["a", "b"]), "float32")), /string.*float32/],
  ])("%s", async (_, fn, message) => {
    const error = await refusal(fn);
    expect(error).toMatchObject({ name: "TraceError" });
    expect((error as Error).message).toMatch(message);
  });

  it("a tensor from outside, which stays usable", async () => {
    const outside = tf.tensor1d([1, 2]);
    const error = await refusal((x) => mul(x, outside));
    expect((error as Error).message).toMatch(
      /shape \[2\] was made outside.*pass it in as an input/,
    );
    expect([...outside.dataSync()]).toEqual([1, 2]);
    outside.dispose();
  });

  it("a tree that holds something else than tensors", async () => {
    const compiled = compile<{ x: unknown }, Y>(() => ({ y: ones([1]) }));
    await expect(compiled({ x: 5 })).rejects.toThrow("x holds 5, expected a tensor");
    const result = compile<X, { n: unknown }>(() => ({ n: null }));
    await expect(result({ x: vector(1) })).rejects.toThrow("n holds null, expected a tensor");
  });
});
