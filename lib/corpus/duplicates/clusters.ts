/** Sets of documents that are joined pair by pair (union–find); the first document stands for its set. */

export type Clusters = {
  /** The first member of the set that a document is in. */
  first(document: number): number;
  /** Make one set of the sets of two documents. */
  join(a: number, b: number): void;
};

/** Every document in a set of its own. */
export function createClusters(documents: number): Clusters {
  const parent = Uint32Array.from({ length: documents }, (_, i) => i);
  const first = (document: number): number => {
    while (parent[document] !== document) {
      parent[document] = parent[parent[document]!]!; // halves the way for the next one who asks
      document = parent[document]!;
    }
    return document;
  };
  return {
    first,
    join(a, b) {
      const [x, y] = [first(a), first(b)];
      parent[Math.max(x, y)] = Math.min(x, y);
    },
  };
}
