import { afterAll, describe, expect, it } from "vitest";
import {
  compile,
  createDropout,
  int32,
  noDropout,
  ones,
  type HostTensor,
  type Tensor,
} from "../../lib/engine";
import { dropoutKeep } from "../../lib/engine/dropout";

const seedOf = (seed: number): HostTensor => int32(Int32Array.of(seed), []);

describe("dropout in a compiled function", () => {
  const shapes = [[], [1], [7], [5, 1], [64, 48], [2, 3, 16, 16]];
  const masks = compile<{ seed: HostTensor }, Tensor[]>(({ seed }) => {
    const dropout = createDropout(seed);
    return shapes.map((shape) => dropout.keep(shape, 0.3)!);
  });
  afterAll(() => masks.release());

  it.each([0, 1, -1, 20190117, 2 ** 31 - 1, -(2 ** 31)])(
    "drops what the host's own computation drops, bit for bit (seed %d)",
    async (seed) => {
      const inGraph = await masks({ seed: seedOf(seed) });
      for (const [call, shape] of shapes.entries()) {
        expect(inGraph[call]!.shape).toEqual(shape);
        expect(inGraph[call]!.data).toEqual(dropoutKeep(seed, call, 0.3, shape));
      }
    },
  );

  it("draws once more for each call, and again the same from the same seed", async () => {
    type Pair = { first: Tensor; second: Tensor };
    const pair = compile<{ seed: HostTensor }, Pair>(({ seed }) => {
      const dropout = createDropout(seed);
      const x = ones([32, 32]);
      return { first: dropout.apply(x, 0.5), second: dropout.apply(x, 0.5) };
    });
    const one = await pair({ seed: seedOf(1) });
    expect(await pair({ seed: seedOf(1) })).toEqual(one);
    expect(one.second).not.toEqual(one.first);
    expect((await pair({ seed: seedOf(2) })).first).not.toEqual(one.first);
    await pair.release();
  });

  it("leaves x as it is at rate 0, without asking for the seed", async () => {
    const seed = undefined as unknown as Tensor;
    const dropout = createDropout(seed);
    const x = {} as Tensor;
    expect(dropout.apply(x, 0)).toBe(x);
    expect(dropout.keep([4, 4], 0)).toBeUndefined();
    expect(noDropout.apply(x, 0.5)).toBe(x);
  });

  it.each([1, -0.1, Number.NaN])("refuses the rate %d", (rate) => {
    expect(() => createDropout({} as Tensor).keep([2], rate)).toThrow(
      `dropout rate must be in [0, 1), got ${rate}`,
    );
  });

  it("drops nearly all at a rate just below 1", () => {
    expect(dropoutKeep(1, 0, 1 - 2 ** -40, [100, 100]).every((value) => value === 0)).toBe(true);
  });
});

/**
 * Deviations of a keep mask, each a normal deviate if elements are independent: the count of dropped
 * elements, and the covariance of centred elements with those `offset` rows and columns away.
 */
describe("the elements dropped", () => {
  const [rows, columns] = [512, 768];
  const centred = (seed: number, call: number, rate: number): Float64Array =>
    Float64Array.from(
      dropoutKeep(seed, call, rate, [rows, columns]),
      (value) => ((value === 0 ? 1 : 0) - rate) / Math.sqrt(rate * (1 - rate)),
    );
  /** Sum of `terms` over the square root of their count: about N(0, 1). */
  const deviation = (count: number, term: (i: number) => number): number => {
    let sum = 0;
    for (let i = 0; i < count; i++) sum += term(i);
    return sum / Math.sqrt(count);
  };
  const bound = 4; // sigma; the draws are fixed, so the test either always passes or never

  describe.each([0.1, 0.3, 0.5])("at rate %d", (rate) => {
    const a = centred(1, 0, rate);
    const at = (row: number, column: number): number => a[row * columns + column]!;

    it("are the wanted share, and scaling keeps the expectation", () => {
      expect(Math.abs(deviation(a.length, (i) => a[i]!))).toBeLessThan(bound);
      const mean = dropoutKeep(1, 0, rate, [rows, columns]).reduce((x, y) => x + y, 0) / a.length;
      const sigma = Math.sqrt(rate / (1 - rate) / a.length);
      expect(Math.abs(mean - 1) / sigma).toBeLessThan(bound);
    });

    it.each([
      ["in a row", 0, 1],
      ["two apart in a row", 0, 2],
      ["in a column", 1, 0],
      ["two apart in a column", 2, 0],
      ["on a diagonal", 1, 1],
    ])("do not depend on their neighbours %s", (_, down, right) => {
      const width = columns - right;
      const product = (i: number): number => {
        const [row, column] = [Math.floor(i / width), i % width];
        return at(row, column) * at(row + down, column + right);
      };
      expect(Math.abs(deviation((rows - down) * width, product))).toBeLessThan(bound);
    });

    it.each([
      ["adjacent", 1, 1],
      ["distant", rows / 2, columns / 2],
    ])("do not depend on the other three of a square of %s rows and columns", (_, down, right) => {
      // An element is a function of row key + column key, so four in a square are the place where a
      // weak function would show.
      const [height, width] = [rows - down, columns - right];
      const product = (i: number): number => {
        const [row, column] = [Math.floor(i / width), i % width];
        return (
          at(row, column) *
          at(row + down, column) *
          at(row, column + right) *
          at(row + down, column + right)
        );
      };
      expect(Math.abs(deviation(height * width, product))).toBeLessThan(bound);
    });

    it("are spread evenly over rows and over columns", () => {
      const sums = (
        count: number,
        each: number,
        value: (i: number, j: number) => number,
      ): number => {
        let total = 0;
        for (let i = 0; i < count; i++) total += deviation(each, (j) => value(i, j)) ** 2;
        return (total - count) / Math.sqrt(2 * count); // χ² in units of its own deviation
      };
      expect(Math.abs(sums(rows, columns, at))).toBeLessThan(bound);
      expect(Math.abs(sums(columns, rows, (column, row) => at(row, column)))).toBeLessThan(bound);
    });

    it.each([
      ["other calls", 1, 1],
      ["other seeds", 2, 0],
      ["other seeds and calls", 2, 1],
    ])("do not depend on those of %s", (_, seed, call) => {
      const b = centred(seed, call, rate);
      expect(Math.abs(deviation(a.length, (i) => a[i]! * b[i]!))).toBeLessThan(bound);
    });
  });
});
