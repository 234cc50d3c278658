import { describe, expect, it } from "vitest";
import { random } from "../../../lib/random";
import {
  bandKeys,
  candidateProbability,
  chooseBands,
  comparedWords,
  defaultMinHash,
  estimateFromLowBytes,
  estimateJaccard,
  jaccard,
  lowBytes,
  shingleHashes,
  signature,
  signatureOf,
} from "../../../lib/corpus/duplicates/minhash";

/** Two sets of `size` with so many members in common. */
function sets(size: number, shared: number, seed: number): [Uint32Array, Uint32Array] {
  const draw = random(seed, "sets");
  const all = Uint32Array.from({ length: 2 * size - shared }, () => draw.uint32());
  return [all.slice(0, size), all.slice(size - shared)];
}

describe("shingles", () => {
  it("are words and pairs of words, without layout, capitals and punctuation", () => {
    expect(comparedWords("Åse:  har\nIKKE «feber» (37,5)")).toEqual([
      "åse",
      "har",
      "ikke",
      "feber",
      "37",
      "5",
    ]);
    expect(shingleHashes("ein to tre", 2)).toHaveLength(5);
    expect(shingleHashes("ein to tre", 3)).toHaveLength(6);
    expect(shingleHashes("to to to", 2)).toHaveLength(2);
    expect(shingleHashes("EIN, to – tre!", 2)).toEqual(shingleHashes("ein to tre", 2));
    expect(shingleHashes("…", 2)).toHaveLength(0);
  });

  it("tell the order of words apart", () => {
    const [a, b] = [shingleHashes("ikke feber", 2), shingleHashes("feber ikke", 2)];
    expect(jaccard(a, b)).toBe(0.5); // the two words, but not the pair
  });
});

describe("jaccard", () => {
  it("is the share of the union that is common", () => {
    const of = (...values: number[]): Uint32Array => Uint32Array.from(values);
    expect(jaccard(of(1, 2, 3), of(2, 3, 4, 5))).toBe(0.4);
    expect(jaccard(of(1), of(2))).toBe(0);
    expect(jaccard(of(), of())).toBe(1);
    expect(jaccard(of(), of(1))).toBe(0);
  });
});

describe("signatures", () => {
  it.each([0.2, 0.5, 0.8, 0.95])("estimate a similarity of %f without bias", (wanted) => {
    const size = 300;
    const shared = Math.round((2 * size * wanted) / (1 + wanted));
    const truth = shared / (2 * size - shared);
    const pairs = 60;
    const deviation = Math.sqrt((truth * (1 - truth)) / defaultMinHash.hashes);
    let [sum, lowSum] = [0, 0];
    for (let i = 0; i < pairs; i++) {
      const [a, b] = sets(size, shared, i).map((set) => signatureOf(set)) as [
        Uint32Array,
        Uint32Array,
      ];
      const estimate = estimateJaccard(a, b);
      const low = estimateFromLowBytes(lowBytes(a), lowBytes(b));
      for (const each of [estimate, low])
        expect(Math.abs(each - truth)).toBeLessThan(5 * deviation);
      sum += estimate;
      lowSum += low;
    }
    // The mean of 60 estimates, within four of its standard errors.
    for (const mean of [sum / pairs, lowSum / pairs])
      expect(Math.abs(mean - truth)).toBeLessThan((4 * deviation) / Math.sqrt(pairs));
  });

  it("depend on the seed alone, and on the words alone", () => {
    const text = "Pasienten vart innlagd med tungpust og feber.";
    expect(signature(text)).toEqual(signature(text.toUpperCase()));
    expect(signature(text)).not.toEqual(signature(text, { ...defaultMinHash, seed: 2 }));
    expect(signature("!")).toEqual(new Uint32Array(defaultMinHash.hashes).fill(0xffffffff));
  });

  it("of different length are not compared", () => {
    expect(() => estimateJaccard(new Uint32Array(3), new Uint32Array(4))).toThrow(RangeError);
    expect(() => estimateFromLowBytes(new Uint8Array(3), new Uint8Array(4))).toThrow(RangeError);
  });
});

describe("bands", () => {
  it("find a pair at the threshold with the probability asked for, and no longer ones do", () => {
    for (const threshold of [0.5, 0.8, 0.9]) {
      const bands = chooseBands(threshold, 256);
      expect(candidateProbability(threshold, bands)).toBeGreaterThanOrEqual(0.99);
      const rows = bands.rows + 1;
      expect(candidateProbability(threshold, { rows, bands: Math.floor(256 / rows) })).toBeLessThan(
        0.99,
      );
    }
    expect(chooseBands(0.8, 256)).toEqual({ bands: 32, rows: 8 });
  });

  it("have equal keys as often as the formula says", () => {
    const bands = { bands: 16, rows: 8 };
    const settings = { ...defaultMinHash, hashes: 128 };
    const [size, shared] = [300, 225]; // similarity 0.6
    const pairs = 300;
    let met = 0;
    for (let i = 0; i < pairs; i++) {
      const [a, b] = sets(size, shared, 1000 + i).map((set) =>
        bandKeys(signatureOf(set, settings), bands),
      ) as [Uint32Array, Uint32Array];
      if (a.some((key, band) => key === b[band])) met++;
    }
    const expected = candidateProbability(0.6, bands);
    const deviation = Math.sqrt((expected * (1 - expected)) / pairs);
    expect(Math.abs(met / pairs - expected)).toBeLessThan(4 * deviation);
  });
});
