import { describe, expect, it } from "vitest";
import { globalNorm, gradientNorms } from "../../lib/training/gradientNorm";

describe("the norm of gradients", () => {
  it("is that of each, and of all together", () => {
    const norms = gradientNorms(
      new Map([
        ["a", Float32Array.of(3)],
        ["b", Float32Array.of(0, 4, -12)],
      ]),
    );
    expect(norms.get("a")).toBe(3);
    expect(norms.get("b")).toBe(Math.sqrt(160));
    expect(globalNorm(norms)).toBeCloseTo(13, 12);
  });

  it("is not a number if one value is not", () => {
    expect(globalNorm(gradientNorms(new Map([["a", Float32Array.of(1, NaN)]])))).toBeNaN();
  });
});
