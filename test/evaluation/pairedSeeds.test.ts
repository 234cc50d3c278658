import { expect, it } from "vitest";
import { seedDifference, t975 } from "../../lib/evaluation/pairedSeeds";

it("the interval of paired differences, against numbers worked out by hand", () => {
  // Differences 1, 2, 3: mean 2, standard deviation 1, half width 4.3027 / √3.
  const { difference, low, high, seeds } = seedDifference([
    [1, 2],
    [5, 7],
    [2, 5],
  ]);
  expect([difference, seeds]).toEqual([2, 3]);
  expect(low).toBeCloseTo(2 - 2.48414, 4);
  expect(high).toBeCloseTo(2 + 2.48414, 4);
  expect(seedDifference([[1, 4]])).toEqual({ difference: 3, low: NaN, high: NaN, seeds: 1 });
});

it.each([
  [10, 2.228139],
  [11, 2.200985],
  [20, 2.085963],
  [60, 2.000298],
])("quantile of Student's t with %i degrees of freedom", (degrees, quantile) => {
  expect(t975(degrees)).toBeCloseTo(quantile, 3);
});
