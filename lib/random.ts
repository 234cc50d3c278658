/**
 * Counter-based randomness. A stream is named by (seed, purpose, epoch, index); nothing has to be
 * replayed to reach a position, so a resumed run draws exactly what an uninterrupted one would.
 * The mixing function is the 32-bit finaliser of MurmurHash3 applied twice under two keys.
 */

export type Random = {
  /** Uniform integer in [0, 2^32). */
  uint32(): number;
  /** Uniform real number in [0, 1) with 32 random bits. */
  uniform(): number;
  /** Uniform integer in [0, limit). */
  integer(limit: number): number;
  /** Standard normal deviate (Box–Muller). */
  normal(): number;
  /** One item, each equally likely. @throws RangeError if `items` is empty. */
  pick<T>(items: readonly T[]): T;
  /** A new array in random order (Fisher–Yates). */
  shuffle<T>(items: readonly T[]): T[];
};

/** Bijective 32-bit mixing (finaliser of MurmurHash3). */
export function mix32(x: number): number {
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return (x ^ (x >>> 16)) >>> 0;
}

/** 32-bit hash of a text (FNV-1a over UTF-16 units, then mixed). Stable across versions. */
export function hash32(text: string, seed = 0): number {
  let h = (0x811c9dc5 ^ seed) >>> 0;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return mix32(h);
}

/**
 * The random stream named by (seed, purpose, epoch, index).
 *
 * @param seed - any integer; the one number a user sets
 * @param purpose - what the draws are for, e.g. `"masking"`; streams of two purposes are unrelated
 * @example random(1, "masking", epoch, row).uniform()
 */
export function random(seed: number, purpose: string, epoch = 0, index = 0): Random {
  const name = hash32(purpose, seed | 0);
  const keyA = mix32(name ^ mix32((epoch + 0x9e3779b9) | 0) ^ Math.imul(index, 0x27d4eb2f));
  const keyB = mix32(
    hash32(purpose, ~seed) + mix32(index ^ 0x5bd1e995) + Math.imul(epoch, 0x165667b1),
  );
  let counter = 0;
  const uint32 = (): number => {
    counter = (counter + 0x9e3779b9) | 0;
    return mix32(mix32(counter ^ keyA) + keyB);
  };
  const uniform = (): number => uint32() / 4294967296;
  const integer = (limit: number): number => {
    if (!(limit >= 1))
      throw new RangeError(`integer(limit): limit must be at least 1, got ${limit}`);
    return Math.floor(uniform() * limit);
  };
  return {
    uint32,
    uniform,
    integer,
    normal: () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform()),
    pick: (items) => {
      if (items.length === 0) throw new RangeError("pick: no items to choose from");
      return items[integer(items.length)]!;
    },
    shuffle: (items) => {
      const result = [...items];
      for (let i = result.length - 1; i > 0; i--) {
        const j = integer(i + 1);
        [result[i], result[j]] = [result[j]!, result[i]!];
      }
      return result;
    },
  };
}
