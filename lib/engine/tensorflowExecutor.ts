/** The executor `tensorflow`: tfjs operations on libtensorflow, where that is there; see `tensorflow.ts`. */

import { compileEagerly } from "./eager";
import type { Executor, ExecutorState } from "./executor";
import {
  examineTensorflow,
  loadTensorflow,
  tensorflowBackend,
  tensorflowRemedy,
} from "./tensorflow";

export const tensorflowExecutor: Executor = {
  name: "tensorflow",
  what: "operations one by one on libtensorflow",
  isOptional: true,
  precisions: ["float32"],
  keepsOnDevice: false,
  hasMeasuredPlan: false,
  load: loadTensorflow,
  examine,
  compile: (fn, { threads }) => {
    loadTensorflow(threads);
    return compileEagerly(tensorflowBackend, fn);
  },
};

function examine(): ExecutorState {
  const state = examineTensorflow();
  switch (state.status) {
    case "ok":
      return {
        status: "ok",
        detail: `libtensorflow ${state.version}, ${state.hasGpu ? "with a GPU" : "without a GPU"}: ${state.dir}`,
      };
    case "absent":
      return { status: "absent", detail: `not installed: ${tensorflowRemedy}` };
    case "broken":
      return { status: "broken", detail: `${state.dir}: ${state.problem}. ${tensorflowRemedy}` };
  }
}
