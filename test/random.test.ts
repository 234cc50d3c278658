import { describe, expect, it } from "vitest";
import { hash32, random } from "../lib/random";

const draws = (seed: number, purpose: string, epoch = 0, index = 0, count = 4): number[] => {
  const { uint32 } = random(seed, purpose, epoch, index);
  return Array.from({ length: count }, uint32);
};

describe("random", () => {
  it("gives the same numbers for the same name, today and in later versions", () => {
    expect(draws(1, "masking", 2, 3)).toEqual([2820631512, 3891529590, 1173611422, 3006549213]);
    expect(draws(1, "masking", 2, 3)).toEqual(draws(1, "masking", 2, 3));
  });

  it("gives each name a stream of its own", () => {
    const names: [number, string, number, number][] = [];
    for (const seed of [0, 1, -1, 2 ** 31])
      for (const purpose of ["masking", "dropout", ""])
        for (const epoch of [0, 1, 2])
          for (const index of [0, 1, 2, 100_000]) names.push([seed, purpose, epoch, index]);
    const streams = names.map((name) => draws(...name).join());
    expect(new Set(streams).size).toBe(names.length);
  });

  it("is uniform within a stream and across neighbouring streams", () => {
    const within = random(7, "test").uniform;
    const across = (_: unknown, i: number): number => random(7, "test", 3, i).uniform();
    for (const values of [
      Array.from({ length: 20_000 }, within),
      Array.from({ length: 20_000 }, across),
    ]) {
      // 16 equal bins; chi-square of 15 degrees of freedom is above 44 once in 10,000 times.
      const bins = new Array<number>(16).fill(0);
      for (const value of values) bins[Math.floor(value * 16)]!++;
      const expected = values.length / 16;
      const chiSquare = bins.reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0);
      expect(chiSquare).toBeLessThan(44);
      let product = 0;
      for (let i = 1; i < values.length; i++)
        product += (values[i]! - 0.5) * (values[i - 1]! - 0.5);
      const correlation = (12 * product) / values.length;
      expect(Math.abs(correlation)).toBeLessThan(4 / Math.sqrt(values.length));
    }
  });

  it("draws integers below the limit, each equally often", () => {
    const { integer } = random(1, "test integers");
    const counts = new Array<number>(6).fill(0);
    for (let i = 0; i < 60_000; i++) counts[integer(6)]!++;
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(400);
    expect(integer(1)).toBe(0);
    for (const limit of [0, -1, NaN]) expect(() => integer(limit)).toThrow(RangeError);
  });

  it("draws normal deviates", () => {
    const { normal } = random(1, "test normal");
    const values = Array.from({ length: 40_000 }, normal);
    const mean = values.reduce((a, b) => a + b) / values.length;
    const variance = values.reduce((a, b) => a + (b - mean) ** 2, 0) / values.length;
    expect(Math.abs(mean)).toBeLessThan(0.02);
    expect(Math.abs(variance - 1)).toBeLessThan(0.03);
    const tails = values.filter((value) => Math.abs(value) > 1.96).length / values.length;
    expect(Math.abs(tails - 0.05)).toBeLessThan(0.005);
  });

  it("shuffles every item to every place equally often and leaves the list alone", () => {
    const items = [0, 1, 2, 3, 4];
    const counts = items.map(() => items.map(() => 0));
    for (let i = 0; i < 10_000; i++) {
      const shuffled = random(1, "test shuffle", 0, i).shuffle(items);
      expect([...shuffled].sort()).toEqual(items);
      shuffled.forEach((item, place) => counts[item]![place]!++);
    }
    expect(items).toEqual([0, 1, 2, 3, 4]);
    for (const count of counts.flat()) expect(Math.abs(count - 2000)).toBeLessThan(200);
  });

  it("refuses to pick from nothing", () => {
    expect(random(1, "test").pick(["æ"])).toBe("æ");
    expect(() => random(1, "test").pick([])).toThrow(RangeError);
  });

  it("hashes texts alike on every machine", () => {
    expect(hash32("åndenød")).toBe(1357816587);
    expect(hash32("åndenød", 1)).not.toBe(hash32("åndenød"));
  });
});
