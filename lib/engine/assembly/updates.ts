/**
 * Loops of the optimizers over one chunk, four numbers at a time. This file is AssemblyScript, not
 * TypeScript: `npm run build` compiles it to WebAssembly, and `../updateKernels.ts` calls it.
 *
 * A chunk lies in fixed places of the memory, as 32-bit floats: parameters, gradients, first and second
 * moments. Its length is a multiple of four; the caller fills the end with zeros, which every loop
 * leaves at zero. Arithmetic is in 32 bits, in the order written; sums are in 64 bits.
 */

/** Numbers in a chunk: four chunks and what they are copied from fit a cache of the second level. */
export const capacity: i32 = 8192;

const bytes: i32 = capacity * 4;
/** The first sixteen bytes hold two sums; the rest of their 64 keeps chunks on cache lines. */
export const parameters: i32 = 64;
export const gradients: i32 = parameters + bytes;
export const first: i32 = gradients + bytes;
export const second: i32 = first + bytes;

/** The bits of an exponent: all 0 in zero and in numbers below the smallest normal one. */
const exponent: i32 = 0x7f800000;

/** Σ gradient², as a 64-bit float at place 0. */
export function sumOfSquares(length: i32): void {
  let low = f64x2.splat(0);
  let high = f64x2.splat(0);
  for (let at = gradients, end = gradients + length * 4; at < end; at += 16) {
    const g = v128.load(at);
    low = f64x2.add(low, lowSquares(g));
    high = f64x2.add(high, highSquares(g));
  }
  f64.store(0, total(low, high));
}

/** parameters += gradients. */
export function add(length: i32): void {
  for (let at = parameters, end = parameters + length * 4; at < end; at += 16)
    v128.store(at, f32x4.add(v128.load(at), v128.load(at, bytes)));
}

/**
 * Moments of the gradients times `scale`, then a step against them.
 *
 * @param keep1 - share of the old first moment that stays; `take1` that of the gradient, `keep2` and
 *   `take2` the same for the squares
 * @param root - what √second is multiplied by, `epsilon` what is added to it
 * @param rate - what first / (√second · root + epsilon) is multiplied by
 * @param decay - share of the parameters that is taken off
 */
export function momentsAndStep(
  length: i32,
  scale: f32,
  keep1: f32,
  take1: f32,
  keep2: f32,
  take2: f32,
  root: f32,
  epsilon: f32,
  rate: f32,
  decay: f32,
): void {
  for (let at = parameters, end = parameters + length * 4; at < end; at += 16) {
    const p = v128.load(at);
    const g = f32x4.mul(v128.load(at, bytes), f32x4.splat(scale));
    const m = mean(v128.load(at, 2 * bytes), g, keep1, take1);
    const v = mean(v128.load(at, 3 * bytes), f32x4.mul(g, g), keep2, take2);
    v128.store(at, m, 2 * bytes);
    v128.store(at, v, 3 * bytes);
    v128.store(at, stepped(p, direction(m, v, root, epsilon), rate, decay));
  }
}

/** The second half of {@link momentsAndStep}, where the rate is known only after the moments. */
export function step(length: i32, root: f32, epsilon: f32, rate: f32, decay: f32): void {
  for (let at = parameters, end = parameters + length * 4; at < end; at += 16) {
    const u = direction(v128.load(at, 2 * bytes), v128.load(at, 3 * bytes), root, epsilon);
    v128.store(at, stepped(v128.load(at), u, rate, decay));
  }
}

/**
 * The first half for LAMB: moments, and at places 0 and 8 the sums over parameter² and over
 * (correction · first / (√second · root + epsilon) + decay · parameter)².
 */
export function momentsForTrustRatio(
  length: i32,
  scale: f32,
  keep1: f32,
  take1: f32,
  keep2: f32,
  take2: f32,
  root: f32,
  epsilon: f32,
  correction: f32,
  decay: f32,
): void {
  let parameterLow = f64x2.splat(0);
  let parameterHigh = f64x2.splat(0);
  let updateLow = f64x2.splat(0);
  let updateHigh = f64x2.splat(0);
  for (let at = parameters, end = parameters + length * 4; at < end; at += 16) {
    const p = v128.load(at);
    const g = f32x4.mul(v128.load(at, bytes), f32x4.splat(scale));
    const m = mean(v128.load(at, 2 * bytes), g, keep1, take1);
    const v = mean(v128.load(at, 3 * bytes), f32x4.mul(g, g), keep2, take2);
    v128.store(at, m, 2 * bytes);
    v128.store(at, v, 3 * bytes);
    const u = f32x4.add(
      f32x4.mul(f32x4.splat(correction), direction(m, v, root, epsilon)),
      f32x4.mul(f32x4.splat(decay), p),
    );
    parameterLow = f64x2.add(parameterLow, lowSquares(p));
    parameterHigh = f64x2.add(parameterHigh, highSquares(p));
    updateLow = f64x2.add(updateLow, lowSquares(u));
    updateHigh = f64x2.add(updateHigh, highSquares(u));
  }
  f64.store(0, total(parameterLow, parameterHigh));
  f64.store(8, total(updateLow, updateHigh));
}

/** The first half for StableAdamW: moments, and at place 0 the sum over gradient² / max(second, floor). */
export function momentsForUpdateClipping(
  length: i32,
  scale: f32,
  keep1: f32,
  take1: f32,
  keep2: f32,
  take2: f32,
  floor: f32,
): void {
  let low = f64x2.splat(0);
  let high = f64x2.splat(0);
  for (let at = parameters, end = parameters + length * 4; at < end; at += 16) {
    const g = f32x4.mul(v128.load(at, bytes), f32x4.splat(scale));
    const m = mean(v128.load(at, 2 * bytes), g, keep1, take1);
    const squares = f32x4.mul(g, g);
    const v = mean(v128.load(at, 3 * bytes), squares, keep2, take2);
    v128.store(at, m, 2 * bytes);
    v128.store(at, v, 3 * bytes);
    const ratio = f32x4.div(squares, f32x4.max(v, f32x4.splat(floor)));
    low = f64x2.add(low, f64x2.promote_low_f32x4(ratio));
    high = f64x2.add(high, f64x2.promote_low_f32x4(upper(ratio)));
  }
  f64.store(0, total(low, high));
}

/**
 * keep · old + take · value. Numbers below the smallest normal one become 0: moments of rows that get no
 * gradient for long would otherwise stay there for ever, where many processors are slow.
 */
function mean(old: v128, value: v128, keep: f32, take: f32): v128 {
  const x = f32x4.add(f32x4.mul(f32x4.splat(keep), old), f32x4.mul(f32x4.splat(take), value));
  return v128.andnot(x, i32x4.eq(v128.and(x, i32x4.splat(exponent)), i32x4.splat(0)));
}

function direction(m: v128, v: v128, root: f32, epsilon: f32): v128 {
  const divisor = f32x4.add(f32x4.mul(f32x4.sqrt(v), f32x4.splat(root)), f32x4.splat(epsilon));
  return f32x4.div(m, divisor);
}

/** Rate and decay are small: their sum is taken off at once, so that 1 − decay is never rounded to 1. */
function stepped(p: v128, u: v128, rate: f32, decay: f32): v128 {
  return f32x4.sub(p, f32x4.add(f32x4.mul(f32x4.splat(rate), u), f32x4.mul(f32x4.splat(decay), p)));
}

/** The upper two of four numbers, in the place of the lower two. */
function upper(x: v128): v128 {
  return v128.shuffle<f32>(x, x, 2, 3, 2, 3);
}

function lowSquares(x: v128): v128 {
  const wide = f64x2.promote_low_f32x4(x);
  return f64x2.mul(wide, wide);
}

function highSquares(x: v128): v128 {
  const wide = f64x2.promote_low_f32x4(upper(x));
  return f64x2.mul(wide, wide);
}

/** Sum of two pairs, always in this order. */
function total(low: v128, high: v128): f64 {
  const pair = f64x2.add(low, high);
  return f64x2.extract_lane(pair, 0) + f64x2.extract_lane(pair, 1);
}
