export { compile, runtimeName, withGradients, TraceError } from "./compile";
export type { Compiled, CompileOptions, Computed, ExecutorName, Traced } from "./compile";
export { flatten, float32, int32, isHostTensor, mapTree, sizeOf } from "./tree";
export type { DataType, HostTensor } from "./tree";
export * from "./ops";
