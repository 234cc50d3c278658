/** The executor `reference`: tfjs's own JavaScript kernels, slow; the oracle of the tests. */

import * as tf from "@tensorflow/tfjs-core";
import { compileEagerly } from "./eager";
import type { Executor } from "./executor";
import { examineBySquare } from "./executorTrial";

export const referenceExecutor: Executor = {
  name: "reference",
  what: "eager JavaScript, slow: the oracle of the tests",
  isOptional: false,
  precisions: ["float32"],
  keepsOnDevice: false,
  hasMeasuredPlan: false,
  load: () => `tfjs-backend-cpu ${tf.version_core}`,
  examine: () => examineBySquare(referenceExecutor),
  compile: (fn) => compileEagerly("cpu", fn),
};
