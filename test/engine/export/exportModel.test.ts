import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import {
  add,
  attention,
  cast,
  compile,
  concat,
  exportGraph,
  float32,
  gather,
  gelu,
  geluTanh,
  int32,
  layerNorm,
  lookup,
  matMul,
  mul,
  noDropout,
  oneHot,
  ones,
  openOnnx,
  quantizeGraph,
  range,
  reshape,
  scalar,
  slice,
  tensor1d,
  transpose,
  writeOnnx,
  type HostTensor,
  type Tensor,
} from "../../../lib/engine";
import { quantizeRows } from "../../../lib/engine/export/exportQuantized";
import { explain } from "../../../lib/engine/export/exportShapes";
import { encodeModel } from "../../../lib/engine/protobuf";
import { random } from "../../../lib/random";

const root = mkdtempSync(join(tmpdir(), "export-model-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const sizes = [
  { batch: 7, sequence: 6 },
  { batch: 3, sequence: 9 },
  { batch: 2, sequence: 11 },
  { batch: 5, sequence: 13 },
];
const inputs = { ids: { name: "input_ids", dtype: "int32" } } as const;
type Inputs = { readonly ids: Tensor };

const draw = random(1, "export test");
const drawn = (...shape: number[]): HostTensor =>
  float32(
    Float32Array.from({ length: shape.reduce((a, b) => a * b) }, () => draw.normal()),
    shape,
  );

describe("a number in graphs of several sizes", () => {
  it.each([
    ["rows", (b: number) => b, "b"],
    ["tokens", (b: number, s: number) => b * s, "bs"],
    ["four a row", (b: number) => 4 * b, "4b"],
    ["a token more", (_: number, s: number) => s + 1, "s+1"],
    ["twice the length without three", (_: number, s: number) => 2 * s - 3, "2s-3"],
    ["the square", (b: number, s: number) => b * s * s, "bss"],
  ])("is explained: %s", (_, value, __) => {
    const expression = explain(
      sizes.map(({ batch, sequence }) => value(batch, sequence)),
      sizes,
    )!;
    const of = (b: number, s: number): number =>
      expression.factor * b ** expression.batch * s ** expression.sequence + expression.offset;
    expect(of(19, 23)).toBe(value(19, 23));
    expect(of(1, 1)).toBe(value(1, 1));
  });

  it("stays unexplained if nothing fits", () => {
    expect(explain([1, 2, 3, 5], sizes)).toBeUndefined();
    expect(explain([6.5, 9.5, 11.5, 13.5], sizes)).toBeUndefined();
  });
});

describe("an exported function", () => {
  type Parameters<T> = {
    readonly table: T;
    readonly project: { readonly weight: T; readonly bias: T };
    readonly scale: T;
    readonly idle: T;
  };
  const parameters: Parameters<HostTensor> = {
    table: drawn(17, 16),
    project: { weight: drawn(16, 16), bias: drawn(16) },
    scale: drawn(16),
    idle: drawn(3),
  };
  /** Every way in which encoders depend on the size of their input. */
  const fn = (p: Parameters<Tensor>, { ids }: Inputs): { result: Tensor; first: Tensor } => {
    const [batch, sequence] = ids.shape as [number, number];
    const x = reshape(lookup(p.table, ids), [batch * sequence, 16]);
    const y = add(matMul(x, p.project.weight, false, true), p.project.bias);
    const split = (t: Tensor): Tensor =>
      transpose(reshape(t, [batch, sequence, 2, 8]), [0, 2, 1, 3]);
    const places = range(0, sequence, 1, "int32");
    const distance = gather(tensor1d([0, 0.5, 1, 1.5], "float32"), cast(mul(places, 0), "int32"));
    const attended = attention(split(gelu(y)), split(geluTanh(y)), split(x), {
      bias: reshape(distance, [1, 1, 1, sequence]),
      dropout: noDropout,
      rate: 0,
    });
    const joined = reshape(transpose(attended, [0, 2, 1, 3]), [batch * sequence, 16]);
    const normed = layerNorm(joined, p.scale, undefined, 1e-5);
    const again = slice(
      concat([normed, mul(ones([batch * sequence, 16]), 2)], 1),
      [0, 4],
      [-1, 16],
    );
    const tied = matMul(again, p.table, false, true);
    const more = cast(oneHot(range(0, batch, 1, "int32"), batch + 1), "float32");
    const hot = slice(more, [0, 0], [batch, batch]);
    const firsts = lookup(tied, range(0, batch * sequence, sequence, "int32"));
    return { result: reshape(tied, [batch, sequence, 17]), first: matMul(hot, firsts) };
  };
  const graph = exportGraph({
    fn: fn as never,
    parameters,
    nameOf: (path) => `model.${path}`,
    inputs,
    sizes,
  });
  const own = compile<
    { readonly p: Parameters<HostTensor>; readonly ids: HostTensor },
    { readonly result: Tensor; readonly first: Tensor }
  >(({ p, ids }) => fn(p as Parameters<Tensor>, { ids: ids as Tensor }));
  const rows = (batch: number, sequence: number): HostTensor =>
    int32(
      Int32Array.from({ length: batch * sequence }, (_, i) => (i * 7) % 17),
      [batch, sequence],
    );
  const furthest = (a: HostTensor, b: HostTensor): number => {
    expect(a.shape).toEqual(b.shape);
    return Math.max(...Array.from(a.data, (x, i) => Math.abs(x - b.data[i]!)));
  };

  it("gives what the engine gives, at sizes that it was not traced at", async () => {
    const path = join(root, "whole.onnx");
    writeOnnx(path, graph);
    const model = await openOnnx(path);
    for (const [batch, sequence] of [
      [1, 1],
      [1, 8],
      [4, 1],
      [17, 16],
      [3, 40],
    ] as const) {
      const ids = rows(batch, sequence);
      const expected = await own({ p: parameters, ids });
      const actual = await model.run({ input_ids: ids });
      expect(furthest(actual["result"]!, expected.result)).toBeLessThan(1e-5);
      expect(furthest(actual["first"]!, expected.first)).toBeLessThan(1e-5);
    }
    await model.release();
  });

  it("has named axes, published names and each weight once", () => {
    expect(graph.inputs).toEqual([
      { name: "input_ids", dtype: "int64", shape: ["batch_size", "sequence_length"] },
    ]);
    expect(graph.outputs.map(({ name, shape }) => [name, ...shape])).toEqual([
      ["result", "batch_size", "sequence_length", 17],
      ["first", "batch_size", 17],
    ]);
    const weights = graph.constants.filter(({ name }) => name.startsWith("model."));
    expect(weights.map(({ name, shape }) => `${name} ${shape}`).sort()).toEqual([
      "model.project.bias 16",
      "model.project.weight 16,16",
      "model.scale 16",
      "model.table 17,16",
    ]);
    expect(new Set(graph.nodes.map(({ domain }) => domain))).toEqual(new Set([""]));
  });

  it("is close to itself in 8 bits, in a quarter of the space", async () => {
    const path = join(root, "quantized.onnx");
    const quantized = quantizeGraph(graph);
    writeOnnx(path, quantized);
    const model = await openOnnx(path);
    const ids = rows(3, 8);
    const expected = await own({ p: parameters, ids });
    const actual = await model.run({ input_ids: ids });
    await model.release();
    const largest = Math.max(...Array.from(expected.result.data, Math.abs));
    const distance = furthest(actual["result"]!, expected.result);
    expect(distance).toBeGreaterThan(0);
    expect(distance).toBeLessThan(0.05 * largest);
    const bytes = (of: string): number =>
      quantized.constants.find(({ name }) => name === of)!.bytes.length;
    expect(bytes("model.table_quantized")).toBe(17 * 16);
    expect(bytes("model.project.weight_quantized")).toBe(16 * 16);
    const names = quantized.constants.map(({ name }) => name);
    expect(names).not.toContain("model.table");
    expect(names).not.toContain("model.project.weight");
  });

  const refused = (fn: (p: { w: Tensor }, inputs: Inputs) => Tensor): (() => unknown) => {
    const parameters = { w: drawn(20, 4) };
    return () =>
      exportGraph({
        fn: (p, inputs) => ({ out: fn(p as { w: Tensor }, inputs) }),
        parameters,
        nameOf: (path) => path,
        inputs,
        sizes,
      });
  };

  it("is refused if its form depends on the size", () => {
    const longer = refused(({ w }, { ids }) => {
      const x = lookup(w, ids);
      return ids.shape[1]! > 9 ? mul(x, x) : x;
    });
    expect(longer).toThrow(/the graph changes its form with the size of its inputs/);
  });

  it("is refused if a table of constants depends on the size", () => {
    const table = refused(({ w }, { ids }) => {
      const places = Float32Array.from({ length: ids.shape[1]! }, (_, i) => i * i);
      return add(lookup(w, ids), reshape(tensor1d(places), [1, -1, 1]));
    });
    expect(table).toThrow(/a constant of shape \[6\] .* depends on the size .* from `range`/);
  });

  it("is refused if a number has no explanation", () => {
    const root = refused(({ w }, { ids }) => mul(lookup(w, ids), scalar(ids.shape[1]! ** 0.5)));
    expect(root).toThrow(/follow neither from the number of rows nor from their length/);
  });

  it("is refused if it does not look at its input", () => {
    expect(refused(({ w }) => mul(w, 2))).toThrow("the outputs do not depend on input_ids");
  });
});

describe("rows in 8 bits", () => {
  it("are within half a step of their numbers, zeros and all", () => {
    const rows = [
      [1, -1, 0.5, 0.003],
      [0, 0, 0, 0],
      [-1e-6, 3e-7, 0, 1e-6],
    ];
    const { bytes, scales } = quantizeRows(Float32Array.from(rows.flat()), 3);
    rows.forEach((row, r) =>
      row.forEach((value, c) => {
        const back = (bytes[r * 4 + c]! - 128) * scales[r]!;
        const step = Math.max(...row.map(Math.abs)) / 127;
        expect(Math.abs(back - value)).toBeLessThanOrEqual(step / 2 + 1e-9);
      }),
    );
    expect([...bytes.subarray(0, 3)]).toEqual([255, 1, 192]);
    expect([...bytes.subarray(4, 8)]).toEqual([128, 128, 128, 128]);
  });
});

describe("an ONNX file", () => {
  it("of 2 GiB or more is refused, and weights are not copied", () => {
    // The same bytes many times over: nothing of that size is in memory.
    const weight = new Uint8Array(2 ** 26);
    const model = (count: number): Parameters<typeof encodeModel>[0] => ({
      nodes: [],
      inputs: [],
      outputs: [],
      constants: Array.from({ length: count }, (_, i) => ({
        name: `w${i}`,
        dtype: "uint8",
        shape: [2 ** 26],
        bytes: weight,
      })),
    });
    expect(encodeModel(model(31)).filter((part) => part === weight)).toHaveLength(31);
    expect(() => encodeModel(model(32))).toThrow(RangeError);
    expect(() => encodeModel(model(32))).toThrow(/holds at most 2147483647 bytes/);
  });
});
