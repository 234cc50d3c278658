/** Trees of tensors: plain nested objects and arrays whose leaves are tensors. */

/** Axis names used in every shape comment of this project, always batch-first:
 * batch, sequence, hidden, heads, headSize, feedForward, vocabulary, labels, masked, packed, buckets.
 */

export type DataType = "float32" | "int32" | "bool";

/** A tensor in the memory of Node: what goes into and comes out of a compiled function. */
export type HostTensor = {
  /** Row-major values; `Uint8Array` of 0 and 1 for `bool`. */
  readonly data: Float32Array | Int32Array | Uint8Array;
  readonly shape: readonly number[];
  readonly dtype: DataType;
};

export type Tree<Leaf> = Leaf | { readonly [key: string]: Tree<Leaf> } | readonly Tree<Leaf>[];

export type IsLeaf<Leaf> = (node: unknown) => node is Leaf;

export const isHostTensor: IsLeaf<HostTensor> = (node): node is HostTensor =>
  typeof node === "object" && node !== null && "data" in node && "shape" in node;

/**
 * The leaves of a tree in key order, each with its path, e.g. `"layers.0.attention.query.weight"`.
 * An `undefined` branch is skipped, so optional heads may simply be absent.
 */
export function flatten<Leaf>(tree: unknown, isLeaf: IsLeaf<Leaf>): [path: string, leaf: Leaf][] {
  const leaves: [string, Leaf][] = [];
  const visit = (node: unknown, path: string): void => {
    if (node === undefined) return;
    if (isLeaf(node)) leaves.push([path, node]);
    else if (typeof node === "object" && node !== null)
      for (const [key, child] of Object.entries(node)) visit(child, path ? `${path}.${key}` : key);
    else throw notATensor(node, path);
  };
  visit(tree, "");
  return leaves;
}

/** A tree of the same form as `tree` with each leaf replaced by `change(leaf, path)`. */
export function mapTree<Leaf, Result>(
  tree: unknown,
  isLeaf: IsLeaf<Leaf>,
  change: (leaf: Leaf, path: string) => Result,
): unknown {
  const visit = (node: unknown, path: string): unknown => {
    if (node === undefined) return undefined;
    if (isLeaf(node)) return change(node, path);
    if (typeof node !== "object" || node === null) throw notATensor(node, path);
    const step = (key: string | number): string => (path ? `${path}.${key}` : String(key));
    if (Array.isArray(node)) return node.map((child, i) => visit(child, step(i)));
    return Object.fromEntries(
      Object.entries(node).map(([key, child]) => [key, visit(child, step(key))]),
    );
  };
  return visit(tree, "");
}

const notATensor = (node: unknown, path: string): TypeError =>
  new TypeError(`${path || "the tree"} holds ${String(node)}, expected a tensor`);

export const sizeOf = (shape: readonly number[]): number => shape.reduce((a, b) => a * b, 1);

/** A host tensor of 32-bit floats. @throws RangeError if `data` does not fill `shape`. */
export const float32 = (data: Float32Array, shape: readonly number[]): HostTensor =>
  checked({ data, shape, dtype: "float32" });

/** A host tensor of 32-bit integers. @throws RangeError if `data` does not fill `shape`. */
export const int32 = (data: Int32Array, shape: readonly number[]): HostTensor =>
  checked({ data, shape, dtype: "int32" });

function checked(tensor: HostTensor): HostTensor {
  if (tensor.data.length !== sizeOf(tensor.shape))
    throw new RangeError(
      `a tensor of shape [${tensor.shape}] holds ${sizeOf(tensor.shape)} values, got ${tensor.data.length}`,
    );
  return tensor;
}
