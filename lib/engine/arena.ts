/**
 * The arena that ONNX Runtime keeps for the values of a session on the CPU, in numbers: which bytes of its
 * regions are in use, and which have ever been, for these stay with the process. It is the allocator of
 * `bfc_arena.cc` with the settings that ONNX Runtime 1.30 has by default.
 */

const granule = 256;
const firstRegion = 2 ** 20;
const firstGrowth = 2 ** 21;
const largestGrowth = 2 ** 30;

/** A chunk is given whole to a request of more than half of it, unless so many bytes would lie idle. */
const mostIdle = 2 ** 27;

/** What is touched is counted in pages of this size. */
const page = 2 ** 16;

type Region = { readonly touched: Uint8Array };

/** A run of bytes in a region; its neighbours are those before and after it there. */
export type Chunk = {
  readonly region: Region;
  readonly start: number;
  size: number;
  isFree: boolean;
  previous: Chunk | undefined;
  next: Chunk | undefined;
};

export type Arena = {
  allocate(bytes: number): Chunk;
  free(chunk: Chunk): void;
  /** Bytes that have been written to at any time. */
  touched(): number;
};

export function createArena(): Arena {
  const regions: Region[] = [];
  const free = new Set<Chunk>();
  let growth = firstRegion;

  const extend = (bytes: number): Chunk => {
    const isEnough = bytes <= growth;
    while (bytes > growth) growth *= 2;
    const region: Region = { touched: new Uint8Array(Math.ceil(growth / page)) };
    const chunk = { region, start: 0, size: growth, ...{ previous: undefined, next: undefined } };
    if (regions.push(region) === 1) growth = firstGrowth;
    else if (isEnough) growth = Math.min(2 * growth, Math.max(growth, largestGrowth));
    return { ...chunk, isFree: true };
  };

  const split = (chunk: Chunk, bytes: number): void => {
    const { region, start, size, next } = chunk;
    const rest: Chunk = {
      ...{ region, start: start + bytes, size: size - bytes, isFree: true },
      ...{ previous: chunk, next },
    };
    if (next) next.previous = rest;
    chunk.next = rest;
    chunk.size = bytes;
    free.add(rest);
  };

  /** Joins `right` to its left neighbour. */
  const join = (left: Chunk, right: Chunk): void => {
    left.size += right.size;
    left.next = right.next;
    if (right.next) right.next.previous = left;
    free.delete(right);
  };

  return {
    allocate: (bytes) => {
      const wanted = Math.max(1, Math.ceil(bytes / granule)) * granule;
      let best: Chunk | undefined;
      for (const chunk of free)
        if (chunk.size >= wanted && (!best || chunk.size < best.size)) best = chunk;
      const chunk = best ?? extend(wanted);
      free.delete(chunk);
      chunk.isFree = false;
      if (chunk.size >= 2 * wanted || chunk.size - wanted >= mostIdle) split(chunk, wanted);
      const { touched } = chunk.region;
      touched.fill(1, Math.floor(chunk.start / page), Math.ceil((chunk.start + bytes) / page));
      return chunk;
    },
    free: (chunk) => {
      chunk.isFree = true;
      free.add(chunk);
      if (chunk.next?.isFree) join(chunk, chunk.next);
      if (chunk.previous?.isFree) join(chunk.previous, chunk);
    },
    touched: () =>
      regions.reduce((sum, { touched }) => sum + page * touched.reduce((n, one) => n + one, 0), 0),
  };
}
