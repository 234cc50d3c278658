/**
 * How much memory ONNX Runtime needs for a traced graph, told from the shapes alone: the order in which it
 * runs the nodes, and at each of them the values that are still needed.
 */

import { createArena, type Chunk } from "./arena";
import { sameShape, type OutputType, type TracedGraph } from "./graph";
import type { ElementType, NodeMessage } from "./protobuf";
import { sizeOf } from "./tree";

const bytesPerElement: Readonly<Record<ElementType, number>> = {
  ...{ float32: 4, int32: 4, uint32: 4, int64: 8 },
  ...{ bool: 1, uint8: 1 },
};

/** Operators whose result is their first operand in another shape. */
const aliases = new Set(["Reshape", "Identity"]);

/** Operators that write over an operand of the same size if nobody else needs it. */
const inPlace = new Set(
  "Neg Abs Exp Log Sqrt Reciprocal Tanh Sigmoid Relu HardSigmoid Softmax LogSoftmax Cast ScatterND".split(
    " ",
  ),
);

/** Of the values in a graph, in bytes. */
export type GraphMemory = {
  /** Highest sum over all values that exist at the same time, results included. */
  readonly peak: number;
  /** Of the results alone. */
  readonly results: number;
  /** Of values that follow from constants alone: computed once, and kept while the session lives. */
  readonly constants: number;
  /** What a session on the CPU keeps after its second run: constants, values and the gaps between them. */
  readonly arena: number;
};

/** The memory of a session; inputs and constants, which the caller holds, are not counted. */
export function graphMemory(traced: Pick<TracedGraph, "graph" | "types">): GraphMemory {
  const arena = createArena();
  const chunks = new Map<string, Chunk>();
  let [now, peak] = [0, 0];
  let results = 0;
  const { events, constants } = lifetimes(traced);
  // The second run finds the gaps that the first one left.
  for (let run = 0; run < 2; run++) {
    for (const { buffer, bytes, isEnd } of events) {
      now += isEnd ? -bytes : bytes;
      peak = Math.max(peak, now);
      if (isEnd) arena.free(chunks.get(buffer)!);
      else chunks.set(buffer, arena.allocate(bytes));
      if (isEnd) chunks.delete(buffer);
    }
    results = now;
    for (const chunk of chunks.values()) arena.free(chunk);
    chunks.clear();
    now = 0;
  }
  return { peak: peak + constants, results, constants, arena: arena.touched() + constants };
}

/** A buffer taken or given back. */
type Event = { readonly buffer: string; readonly bytes: number; readonly isEnd: boolean };

/**
 * The buffers of one run in the order of time; those of results have no end. A value goes into the buffer
 * of an operand where its operator can write over it, else into one of the same shape that was left, else into
 * a new one; a buffer is given back after the last value that lies in it, however long it was empty before.
 */
function lifetimes({ graph, types }: Pick<TracedGraph, "graph" | "types">): {
  readonly events: readonly Event[];
  readonly constants: number;
} {
  const fixed = constantValues(graph);
  const isRun = ({ outputs }: NodeMessage): boolean => !fixed.has(outputs[0]!);
  const order = inOrderOfRunning(inOrderOfNeed(withoutCopies(graph.nodes).filter(isRun)));
  const given = new Set([...graph.inputs.map(({ name }) => name), ...fixed]);
  const outputs = new Map(graph.outputs.map((output) => [output.name, output]));
  const typeOf = (name: string): { shape: readonly number[]; width: number; bytes: number } => {
    const { shape, dtype } = (types.get(name) ?? outputs.get(name)) as OutputType;
    const width = bytesPerElement[dtype];
    return { shape, width, bytes: sizeOf(shape) * width };
  };
  const isAlike = (a: string, b: string): boolean => {
    const [x, y] = [typeOf(a), typeOf(b)];
    return x.width === y.width && sameShape(x.shape, y.shape);
  };

  /** The buffer that a value lies in, by the name of the value it was made for. */
  const buffers = new Map<string, string>();
  const bufferOf = (name: string): string => buffers.get(name) ?? name;
  /** Reads still to come, of a buffer or of a value that has no buffer yet. */
  const reads = new Map<string, number>();
  const count = (name: string, by: number): number => {
    const left = (reads.get(name) ?? 0) + by;
    reads.set(name, left);
    return left;
  };
  for (const { inputs } of order) for (const name of inputs) count(name, 1);
  // What the caller gave stays; a result is read at the end, if need be as what it is a copy of.
  for (const name of given) count(name, 1);
  const results = new Set<string>();
  for (const { operator, inputs, outputs } of graph.nodes)
    if (operator === "Identity")
      for (const name of [inputs[0]!, outputs[0]!]) {
        count(name, 1);
        results.add(name);
      }

  const idle: string[] = [];
  const begun: { readonly buffer: string; readonly at: number }[] = [];
  const lastUse = new Map<string, number>();
  order.forEach(({ operator, inputs, outputs }, at) => {
    const sourceFor = (output: string, position: number): string | undefined => {
      if (results.has(output)) return undefined;
      if (aliases.has(operator)) return bufferOf(inputs[0]!);
      const overwritten =
        position === 0 && inPlace.has(operator)
          ? inputs.find((name) => reads.get(bufferOf(name)) === 1 && isAlike(name, output))
          : undefined;
      if (overwritten !== undefined) return bufferOf(overwritten);
      if (typeOf(output).shape.length === 0) return undefined;
      const left = idle.findIndex((buffer) => isAlike(buffer, output));
      return left < 0 ? undefined : idle.splice(left, 1)[0];
    };
    outputs.forEach((output, position) => {
      const source = sourceFor(output, position);
      if (source === undefined) begun.push({ buffer: output, at });
      else {
        buffers.set(output, source);
        count(source, reads.get(output) ?? 0);
      }
    });
    for (const name of inputs) {
      const buffer = bufferOf(name);
      if (name !== "" && count(buffer, -1) === 0) idle.unshift(buffer);
      lastUse.set(buffer, at);
    }
    for (const buffer of outputs.map(bufferOf)) {
      if (reads.get(buffer) === undefined || reads.get(buffer) === 0)
        if (!idle.includes(buffer)) idle.unshift(buffer);
      lastUse.set(buffer, at);
    }
  });

  const events = order.map((): Event[] => []);
  for (const { buffer, at } of begun)
    events[at]!.push({ buffer, bytes: typeOf(buffer).bytes, isEnd: false });
  for (const { buffer } of begun)
    if (reads.get(buffer) === undefined || reads.get(buffer) === 0)
      events[lastUse.get(buffer)!]!.push({ buffer, bytes: typeOf(buffer).bytes, isEnd: true });
  const read = new Set(order.flatMap(({ inputs }) => inputs.filter((name) => fixed.has(name))));
  const constants = [...read].reduce((sum, name) => sum + typeOf(name).bytes, 0);
  return { events: events.flat(), constants };
}

/** The constants of a graph and what ONNX Runtime computes of them beforehand, by name. */
function constantValues({ constants, nodes }: TracedGraph["graph"]): ReadonlySet<string> {
  const fixed = new Set(constants.map(({ name }) => name));
  for (const { operator, inputs, outputs } of nodes)
    if (operator !== "Identity" && inputs.every((name) => name === "" || fixed.has(name)))
      for (const name of outputs) fixed.add(name);
  return fixed;
}

/**
 * Nodes so that ONNX Runtime runs each when its result is needed. It walks from the results back to what
 * they need, and among several takes the node first that stands last. As recorded, that would be the
 * gradient of the embeddings, with those of all weights after it: dearest in memory, since nothing of any
 * layer could be freed before. Reversed, the walk follows the backward pass.
 */
export const inOrderOfNeed = <Node>(nodes: readonly Node[]): Node[] => [...nodes].reverse();

/** The nodes without the copies at the ends that ONNX Runtime leaves out: of values that nobody else reads. */
function withoutCopies(nodes: readonly NodeMessage[]): NodeMessage[] {
  const made = new Set(nodes.flatMap(({ outputs }) => outputs));
  const reads = new Map<string, number>();
  for (const { inputs } of nodes)
    for (const name of inputs) reads.set(name, (reads.get(name) ?? 0) + 1);
  return nodes.filter(({ operator, inputs: [input] }) => {
    const isSpared = operator === "Identity" && made.has(input!) && reads.get(input!) === 1;
    return !isSpared;
  });
}

/** Nodes in the order in which ONNX Runtime runs them: depth first from the results, see above. */
function inOrderOfRunning(nodes: readonly NodeMessage[]): NodeMessage[] {
  const producer = new Map(nodes.flatMap(({ outputs }, i) => outputs.map((name) => [name, i])));
  const needs = nodes.map(({ inputs }) => [
    ...new Set(inputs.flatMap((name) => producer.get(name) ?? [])),
  ]);
  const needed = new Set(needs.flat());
  const stack = nodes.flatMap((_, node) => (needed.has(node) ? [] : [{ node, isDone: false }]));
  const seen = new Set<number>();
  const order: NodeMessage[] = [];
  for (let top = stack.pop(); top; top = stack.pop()) {
    const { node, isDone } = top;
    if (isDone) order.push(nodes[node]!);
    else if (!seen.has(node)) {
      seen.add(node);
      stack.push({ node, isDone: true });
      for (const need of needs[node]!.sort((a, b) => a - b))
        if (!seen.has(need)) stack.push({ node: need, isDone: false });
    }
  }
  return order;
}
