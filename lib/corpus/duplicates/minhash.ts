/**
 * MinHash: the share of equal positions in two signatures estimates the Jaccard similarity of two
 * texts' sets of shingles (words, and runs of neighbouring words), |A ∩ B| / |A ∪ B|. Source: Broder, "On the
 * resemblance and containment of documents" (1997); the bands are those of Leskovec, Rajaraman and
 * Ullman, "Mining of Massive Datasets", chapter 3.
 */

import { mix32, random } from "../../random";

export type MinHashSettings = {
  /** Longest shingle in words; all shorter runs, single words too, are shingles as well. */
  readonly shingleWords: number;
  /** Positions of a signature; the standard error of an estimate is at most 1 / (2 √hashes). */
  readonly hashes: number;
  readonly seed: number;
};

/**
 * Words and pairs of words: an exchanged word costs one word and two pairs, so that three in a hundred
 * leave a similarity near 0.9 even in a text of thirty words, where pairs alone would often fall below
 * 0.8. 256 hashes keep the standard error at that similarity to 0.02, and allow bands so long that
 * texts which share a tenth of their shingles are hardly ever compared.
 */
export const defaultMinHash: MinHashSettings = { shingleWords: 2, hashes: 256, seed: 1 };

/**
 * The words that duplicates are judged by: runs of letters and digits in lower case. Layout,
 * punctuation and capitals are no difference.
 */
export function comparedWords(text: string): string[] {
  return (
    text
      .normalize("NFC")
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  );
}

/** Hashes of the shingles of a text, each once; none for a text without any word. */
export function shingleHashes(text: string, shingleWords: number): Uint32Array {
  return hashShingles(comparedWords(text), shingleWords);
}

/** {@link shingleHashes} of words that {@link comparedWords} gave. */
export function hashShingles(words: readonly string[], shingleWords: number): Uint32Array {
  const hashes = Uint32Array.from(words, hashWord);
  const shingles = new Set<number>();
  for (let start = 0; start < words.length; start++) {
    let hash = 0;
    const end = Math.min(start + shingleWords, words.length);
    // Depends on the order: "ikke feber" is not "feber ikke".
    for (let i = start; i < end; i++) {
      hash = mix32((Math.imul(hash, 31) + hashes[i]!) | 0);
      shingles.add(hash);
    }
  }
  return Uint32Array.from(shingles);
}

function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return mix32(hash);
}

/**
 * The MinHash signature of a text.
 *
 * @returns `[hashes]` the smallest hash of any shingle under each of the hash functions; 2^32 − 1
 *   everywhere for a text without words
 */
export function signature(text: string, settings: MinHashSettings = defaultMinHash): Uint32Array {
  return signatureOf(shingleHashes(text, settings.shingleWords), settings);
}

/** {@link signature} of a set of shingles. */
export function signatureOf(
  shingles: Uint32Array,
  settings: MinHashSettings = defaultMinHash,
): Uint32Array {
  const { factors, offsets } = hashFunctions(settings);
  const smallest = new Uint32Array(settings.hashes).fill(0xffffffff);
  for (let i = 0; i < smallest.length; i++) {
    const factor = factors[i]!;
    const offset = offsets[i]!;
    let least = 0xffffffff;
    for (let s = 0; s < shingles.length; s++) {
      const hash = (Math.imul(shingles[s]!, factor) + offset) >>> 0;
      if (hash < least) least = hash;
    }
    smallest[i] = least;
  }
  return smallest;
}

type HashFunctions = { readonly factors: Uint32Array; readonly offsets: Uint32Array };

const knownFunctions = new Map<string, HashFunctions>();

/** x → factor · x + offset mod 2^32; the factors are odd, so each is a permutation. */
function hashFunctions({ hashes, seed }: MinHashSettings): HashFunctions {
  const name = `${seed}/${hashes}`;
  let functions = knownFunctions.get(name);
  if (!functions) {
    const draw = random(seed, "minhash");
    const factors = Uint32Array.from({ length: hashes }, () => draw.uint32() | 1);
    functions = { factors, offsets: Uint32Array.from({ length: hashes }, () => draw.uint32()) };
    knownFunctions.set(name, functions);
  }
  return functions;
}

/**
 * Estimated Jaccard similarity of two texts, from their signatures.
 *
 * @throws RangeError for signatures of different length
 */
export function estimateJaccard(a: Uint32Array, b: Uint32Array): number {
  if (a.length !== b.length) throw new RangeError(`signatures of ${a.length} and ${b.length}`);
  let equal = 0;
  for (let i = 0; i < a.length; i++) if (a[i] === b[i]) equal++;
  return equal / a.length;
}

/** The lowest byte of each position: what is kept of a signature, a quarter of its size. */
export function lowBytes(signature: Uint32Array): Uint8Array {
  return Uint8Array.from(signature, (hash) => hash & 0xff);
}

/**
 * {@link estimateJaccard} from {@link lowBytes}: positions that are equal by chance, one in 256 of those
 * that differ, are discounted (Li and König, "b-Bit Minwise Hashing", 2010).
 */
export function estimateFromLowBytes(a: Uint8Array, b: Uint8Array): number {
  if (a.length !== b.length) throw new RangeError(`signatures of ${a.length} and ${b.length}`);
  let equal = 0;
  for (let i = 0; i < a.length; i++) if (a[i] === b[i]) equal++;
  return Math.max(0, (equal / a.length - 1 / 256) / (1 - 1 / 256));
}

/** Jaccard similarity of two sets of shingles; 1 for two empty sets. */
export function jaccard(a: Uint32Array, b: Uint32Array): number {
  const inB = new Set(b);
  let shared = 0;
  for (const shingle of a) if (inB.has(shingle)) shared++;
  const union = a.length + b.length - shared;
  return union === 0 ? 1 : shared / union;
}

export type Bands = {
  readonly bands: number;
  /** Positions of the signature in each band. */
  readonly rows: number;
};

/**
 * One key a band: two texts are compared if any of their keys is equal. Texts of Jaccard similarity
 * s share a key with probability {@link candidateProbability}.
 *
 * @returns `[bands]`
 */
export function bandKeys(signature: Uint32Array, { bands, rows }: Bands): Uint32Array {
  const keys = new Uint32Array(bands);
  for (let band = 0; band < bands; band++) {
    let key = band;
    for (let row = 0; row < rows; row++)
      key = mix32((Math.imul(key, 31) + signature[band * rows + row]!) | 0);
    keys[band] = key;
  }
  return keys;
}

/** Probability that two texts of the similarity are compared: 1 − (1 − s^rows)^bands. */
export function candidateProbability(similarity: number, { bands, rows }: Bands): number {
  return 1 - (1 - similarity ** rows) ** bands;
}

/**
 * The longest bands, so the fewest comparisons in vain, that still find a pair exactly at the
 * threshold with the probability asked for.
 */
export function chooseBands(threshold: number, hashes: number, probability = 0.99): Bands {
  let rows = 1;
  const withRows = (count: number): Bands => ({ bands: Math.floor(hashes / count), rows: count });
  while (rows < hashes && candidateProbability(threshold, withRows(rows + 1)) >= probability)
    rows++;
  return withRows(rows);
}
