/** The operations that models are written in. Everything here is differentiable where it should be. */

export {
  abs,
  add,
  cast,
  concat,
  cos,
  div,
  equal,
  exp,
  gather,
  lessEqual,
  log,
  matMul,
  maximum,
  mean,
  mul,
  neg,
  oneHot,
  ones,
  pad,
  range,
  reshape,
  scalar,
  sin,
  slice,
  softmax,
  split,
  square,
  stack,
  sub,
  sum,
  tanh,
  tensor1d,
  tensor2d,
  transpose,
  zeros,
  type Tensor,
} from "@tensorflow/tfjs-core";
export { attention, gelu, geluTanh, layerNorm, lookup } from "./intrinsics";
export { binaryCrossEntropy, meanOfCounted, negativeLogLikelihood } from "./losses";
export { createDropout, noDropout, type Dropout } from "./dropout";
export { once, recompute, type RunLayer } from "./recompute";
