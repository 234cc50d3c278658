import { describe, expect, it } from "vitest";
import {
  cosine,
  matchByFrequency,
  nearestRows,
  neighbourOverlaps,
  rowCosines,
} from "../../../lib/evaluation/forgetting/vectors";

/** Five directions of the plane, by their degrees. */
const plane = (...degrees: number[]) => ({
  data: Float32Array.from(
    degrees.flatMap((degree) => [
      Math.cos((degree * Math.PI) / 180),
      Math.sin((degree * Math.PI) / 180),
    ]),
  ),
  width: 2,
});
const all = [0, 1, 2, 3, 4];

describe("vectors", () => {
  it("a cosine is that of the angle, whatever the lengths", () => {
    expect(cosine([3, 0], [0, 2])).toBe(0);
    expect(cosine([1, 1], [5, 5])).toBeCloseTo(1, 12);
    expect(cosine([1, 0], [-4, 0])).toBe(-1);
    expect(() => cosine([1], [1, 2])).toThrow(/1 and 2/);
  });

  it("rows are compared each with itself", () => {
    const before = plane(0, 10, 20, 90, 100);
    const after = plane(60, 10, 20, 90, 190);
    const [moved, stayed, turned] = rowCosines(before, after, [0, 1, 4]);
    expect(moved).toBeCloseTo(0.5, 6);
    expect(stayed).toBeCloseTo(1, 6);
    expect(turned).toBeCloseTo(0, 6);
  });

  it("neighbours are the nearest others, and overlap by their share", () => {
    const before = plane(0, 10, 20, 90, 100);
    expect(nearestRows(before, 0, all, 2)).toEqual([1, 2]);
    expect(nearestRows(before, 4, all, 2)).toEqual([3, 2]);
    expect(nearestRows(before, 0, [0, 3, 4], 1)).toEqual([3]);
    // Row 0 goes over to 3 and 4; row 2 turns a little and keeps 1.
    const after = plane(95, 10, 25, 90, 100);
    expect(neighbourOverlaps(before, after, [0, 2], all, 2)).toEqual([0, 0.5]);
    expect(neighbourOverlaps(before, before, all, all, 2)).toEqual([1, 1, 1, 1, 1]);
  });
});

describe("matchByFrequency", () => {
  const counts = [100, 40, 3, 90, 45, 44, 1000];
  const countOf = (id: number): number => counts[id]!;

  it("takes the nearest count, each candidate once, frequent targets first", () => {
    expect(matchByFrequency([1, 0], [3, 4, 5, 6], countOf)).toEqual([
      { target: 0, match: 3 },
      { target: 1, match: 5 },
    ]);
    expect(matchByFrequency([4, 5], [1], countOf)).toEqual([{ target: 4, match: 1 }]);
  });

  it("a target without a like has none", () => {
    expect(matchByFrequency([2], [0, 1, 6], countOf)).toEqual([]);
  });
});
