export { compile, withGradients, TraceError, type CompileOptions } from "./compile";
export type { Compiled, Computed, Executor, ExecutorState, Traced } from "./executor";
export {
  chooseExecutor,
  defaultExecutor,
  executorNames,
  executors,
  runtimeName,
} from "./executors";
export type { ExecutorName } from "./executors";
export { memoryOf } from "./onnxExecutor";
export { examineTensorflow, type TensorflowState } from "./tensorflow";
export { buildTensorflow, type TensorflowBuild } from "./tensorflowBuild";
export { exportGraph, openOnnx, quantizeGraph, writeOnnx } from "./export/exportModel";
export type { InputSize, OnnxGraph, OnnxModel } from "./export/exportModel";
export { traceOperations, type Operation } from "./tracer";
export { collectGarbage } from "./garbage";
export type { GraphMemory } from "./graphMemory";
export { flatten, float32, int32, isHostTensor, mapTree, sizeOf } from "./tree";
export type { DataType, HostTensor } from "./tree";
export * from "./ops";
