import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  addTo,
  momentsAndStep,
  momentsForTrustRatio,
  momentsForUpdateClipping,
  stepOnly,
  sumOfSquares,
  type UpdatedTensor,
} from "../../lib/engine/updateKernels";
import { random } from "../../lib/random";

const f = Math.fround;
/** Below, at and above the ends of vectors and of chunks of 8192. */
const lengths = [0, 1, 3, 4, 5, 8191, 8192, 8193, 20_001];

function noise(length: number, name: string, scale = 1): Float32Array {
  const draw = random(7, name, length);
  return Float32Array.from({ length }, () => scale * draw.normal());
}
const tensorOf = (length: number): UpdatedTensor => ({
  parameter: noise(length, "parameter"),
  gradient: noise(length, "gradient", 0.1),
  first: noise(length, "first", 0.1),
  second: noise(length, "second", 0.1).map(Math.abs),
});

const moments = { scale: 0.3, keep1: 0.9, take1: 0.1, keep2: 0.98, take2: 0.02 };
const weights = { root: 1.7, epsilon: 1e-6, rate: 3e-3, decay: 1e-5 };

/** The kernels' arithmetic, one number at a time, rounded to 32 bits after each operation. */
const mean = (old: number, value: number, keep: number, take: number): number => {
  const x = f(f(f(keep) * old) + f(f(take) * value));
  return Math.abs(x) < 2 ** -126 ? 0 : x;
};
function plainMoments(t: UpdatedTensor): void {
  t.gradient.forEach((gradient, i) => {
    const g = f(gradient * f(moments.scale));
    t.first[i] = mean(t.first[i]!, g, moments.keep1, moments.take1);
    t.second[i] = mean(t.second[i]!, f(g * g), moments.keep2, moments.take2);
  });
}
const direction = (m: number, v: number): number =>
  f(m / f(f(f(Math.sqrt(v)) * f(weights.root)) + f(weights.epsilon)));
function plainStep({ parameter, first, second }: UpdatedTensor): void {
  parameter.forEach((p, i) => {
    const taken = f(f(weights.rate) * direction(first[i]!, second[i]!));
    parameter[i] = f(p - f(taken + f(f(weights.decay) * p)));
  });
}

describe.each(lengths)("kernels over %i numbers", (length) => {
  it("make the step that plain arithmetic makes, to the bit", () => {
    const [fast, plain] = [tensorOf(length), tensorOf(length)];
    momentsAndStep(fast, moments, weights);
    plainMoments(plain);
    plainStep(plain);
    expect(fast).toEqual(plain);
    stepOnly(fast, weights);
    plainStep(plain);
    expect(fast).toEqual(plain);
  });

  it("find moments and norms for a trust ratio", () => {
    const [fast, plain] = [tensorOf(length), tensorOf(length)];
    const u = { root: weights.root, epsilon: weights.epsilon, correction: 1.3, decay: 0.1 };
    const norms = momentsForTrustRatio(fast, moments, u);
    plainMoments(plain);
    expect(fast).toEqual(plain);
    const expected = { parameter: 0, update: 0 };
    plain.parameter.forEach((p, i) => {
      const stretched = f(f(u.correction) * direction(plain.first[i]!, plain.second[i]!));
      expected.parameter += p ** 2;
      expected.update += f(stretched + f(f(u.decay) * p)) ** 2;
    });
    expect(norms.parameter).toBeCloseTo(expected.parameter, 6);
    expect(norms.update).toBeCloseTo(expected.update, 6);
  });

  it("find moments and squared updates for update clipping", () => {
    const [fast, plain] = [tensorOf(length), tensorOf(length)];
    const sum = momentsForUpdateClipping(fast, moments, 0.01);
    plainMoments(plain);
    expect(fast).toEqual(plain);
    let expected = 0;
    plain.gradient.forEach((gradient, i) => {
      const g = f(gradient * f(moments.scale));
      expected += f(f(g * g) / Math.max(plain.second[i]!, f(0.01)));
    });
    expect(sum).toBeCloseTo(expected, 9);
  });

  it("add arrays and squares", () => {
    const [sum, addend] = [noise(length, "a"), noise(length, "b")];
    const expected = sum.map((value, i) => value + addend[i]!);
    addTo(sum, addend);
    expect(sum).toEqual(expected);
    const squares = sum.reduce((total, value) => total + value * value, 0);
    expect(sumOfSquares(sum)).toBeCloseTo(squares, 8);
    expect(sumOfSquares(sum)).toBe(sumOfSquares(sum));
  });
});

describe("kernels", () => {
  it("add squares without loss: small numbers count beside a large one", () => {
    const array = new Float32Array(1_000_001).fill(1);
    array[0] = 4096;
    // In 32 bits each 1 would vanish beside 4096² = 2^24.
    expect(sumOfSquares(array)).toBe(2 ** 24 + 1_000_000);
  });

  it("let moments of an idle row reach 0", () => {
    const tensor = {
      parameter: Float32Array.of(1, 1, 1, 1),
      gradient: new Float32Array(4),
      first: Float32Array.of(1e-37, -1e-37, 1.2e-38, -1e-45),
      second: Float32Array.of(1e-37, 1e-38, 1e-40, 0),
    };
    momentsAndStep(tensor, { ...moments, keep2: 0.9 }, weights);
    const kept = f(f(0.9) * f(1e-37));
    expect([...tensor.first]).toEqual([kept, -kept, 0, 0]);
    expect([...tensor.second]).toEqual([kept, 0, 0, 0]);
    for (let step = 0; step < 50; step++) momentsAndStep(tensor, moments, weights);
    expect([...tensor.first]).toEqual([0, 0, 0, 0]);
  });

  it("let what is not a number through to the sum, wherever it stands", () => {
    for (const at of [0, 8191, 8192, 9000]) {
      const array = new Float32Array(9001);
      array[at] = NaN;
      expect(sumOfSquares(array), `at ${at}`).toBeNaN();
      array[at] = -Infinity;
      expect(sumOfSquares(array), `at ${at}`).toBe(Infinity);
    }
  });

  it("refuse arrays of different lengths before they change one", () => {
    const sum = Float32Array.of(1, 2);
    expect(() => addTo(sum, Float32Array.of(1))).toThrow(RangeError);
    expect([...sum]).toEqual([1, 2]);
  });

  it("in dist/ are those of the source; if this fails, run npm run build", () => {
    const dir = mkdtempSync(join(tmpdir(), "kernels-"));
    try {
      const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as {
        scripts: Record<string, string>;
      };
      const built = "lib/dist/engine/updates.wasm";
      const [node, ...flags] = scripts["build:kernels"]!.split(" ");
      expect(node).toBe("node");
      const fresh = join(dir, "updates.wasm");
      execFileSync(
        process.execPath,
        flags.map((flag) => (flag === built ? fresh : flag)),
      );
      expect(readFileSync(fresh).equals(readFileSync(built))).toBe(true);
    } finally {
      rmSync(dir, { recursive: true });
    }
  });
});
