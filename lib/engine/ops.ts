/** The operations that models are written in. Everything here is differentiable where it should be. */

export {
  add,
  cast,
  concat,
  div,
  exp,
  gather,
  log,
  matMul,
  mean,
  mul,
  neg,
  oneHot,
  ones,
  pad,
  range,
  reshape,
  scalar,
  slice,
  softmax,
  split,
  square,
  stack,
  sub,
  sum,
  tanh,
  transpose,
  zeros,
  type Tensor,
} from "@tensorflow/tfjs-core";
export { attention, gelu, layerNorm, lookup, negativeLogLikelihood } from "./intrinsics";
export { createDropout, noDropout, type Dropout } from "./dropout";
