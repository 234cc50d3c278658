import { describe, expect, it } from "vitest";
import {
  clusteredInterval,
  clusteredStandardError,
  type ClusterCounts,
} from "../../lib/evaluation/clusteredShare";
import { random } from "../../lib/random";

const single = (yes: number, of: number): ClusterCounts[] =>
  Array.from({ length: of }, (_, i) => ({ part: i < yes ? 1 : 0, whole: 1 }));

describe("a share over clusters", () => {
  it("has the standard error and interval computed by hand", () => {
    const clusters = [
      { part: 4, whole: 5 },
      { part: 5, whole: 5 },
      { part: 0, whole: 0 },
    ];
    // Residuals ∓.5 about 4.5: √(2/1 · .5) / 10. Design effect .01/.009, so nine items; t = 12.7062.
    expect(clusteredStandardError(clusters)).toBeCloseTo(0.1, 12);
    const { low, high } = clusteredInterval(clusters)!;
    expect(low).toBeCloseTo(0.0428, 3);
    expect(high).toBeCloseTo(0.9995, 3);
  });

  it("is Wilson's where each item is a cluster", () => {
    // 97 of 100: .9155 to .9897 with the normal quantile.
    const { low, high } = clusteredInterval(single(97, 100))!;
    expect(low).toBeCloseTo(0.9155, 2);
    expect(high).toBeCloseTo(0.9897, 2);
  });

  it("leaves room where everything was found, and says nothing of a single cluster", () => {
    const { low, high } = clusteredInterval(single(50, 50))!;
    expect(high).toBe(1);
    expect(low).toBeGreaterThan(0.9);
    expect(low).toBeLessThan(0.95);
    expect(clusteredInterval([{ part: 3, whole: 4 }])).toBeUndefined();
    expect(clusteredStandardError([])).toBeNaN();
  });

  it("covers the truth about as often as it says where clusters differ; independent items do not", () => {
    const trials = 600;
    let [clustered, independent] = [0, 0];
    for (let trial = 0; trial < trials; trial++) {
      const draw = random(1, "test clusters", trial);
      // In one note of ten a fifth is missed, in the others one of a hundred: .971 in all.
      const notes = Array.from({ length: 100 }, () => {
        const miss = draw.uniform() < 0.1 ? 0.2 : 0.01;
        const whole = 6 + draw.integer(9);
        let part = 0;
        for (let i = 0; i < whole; i++) if (draw.uniform() >= miss) part++;
        return { part, whole };
      });
      const holds = (clusters: readonly ClusterCounts[]): boolean => {
        const { low, high } = clusteredInterval(clusters)!;
        return low <= 0.971 && 0.971 <= high;
      };
      if (holds(notes)) clustered++;
      const items = notes.reduce((sum, { whole }) => sum + whole, 0);
      const found = notes.reduce((sum, { part }) => sum + part, 0);
      if (holds(single(found, items))) independent++;
    }
    expect(clustered / trials).toBeGreaterThan(0.925);
    expect(clustered / trials).toBeLessThan(0.98);
    expect(independent / trials).toBeLessThan(0.92);
  });
});
