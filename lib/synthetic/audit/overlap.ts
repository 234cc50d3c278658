/** Runs of words that two sets of texts share, and texts that are nearly the same. */

import { hash32 } from "../../random";
import {
  bandKeys,
  chooseBands,
  defaultMinHash,
  estimateJaccard,
  hashShingles,
  jaccard,
  signatureOf,
  type MinHashSettings,
} from "../../corpus/duplicates/minhash";

/** A text as words ({@link auditWords}), with the example it is of. */
export type WordText = { readonly id: string; readonly words: readonly string[] };

export type Overlap = {
  /** Different runs of words in the texts, and how many of them were seen. */
  readonly grams: number;
  readonly gramsSeen: number;
  /** Examples with any run that was seen. */
  readonly examplesSeen: readonly string[];
};

export type GramIndex = {
  /** Look for the runs in a text from one of several places, 0 to 30. */
  see(words: readonly string[], place: number): void;
  /** What was seen in a place. */
  result(place: number): Overlap;
};

// Shorter texts are common phrases; they would be found anywhere.
const fewestWords = 4;

/**
 * The runs of `size` words of some texts, to be looked for elsewhere.
 *
 * @param shorter - `"whole"` takes a text of four words to `size` − 1 as one run, `"none"` leaves it out
 */
export function gramIndex(
  texts: readonly WordText[],
  size: number,
  shorter: "whole" | "none",
): GramIndex {
  type Gram = { readonly text: string; readonly ids: string[]; seen: number };
  // By length, then by hash; the text is compared too, as hashes of 32 bits are not unique.
  const bySize = new Map<number, Map<number, Gram[]>>();
  for (const { id, words } of texts) {
    const length = Math.min(size, words.length);
    if (length < size && (shorter === "none" || length < fewestWords)) continue;
    const grams = bySize.get(length) ?? new Map<number, Gram[]>();
    bySize.set(length, grams);
    eachGram(words, length, (hash, start) => {
      const text = words.slice(start, start + length).join(" ");
      const known = grams.get(hash) ?? [];
      grams.set(hash, known);
      const same = known.find((gram) => gram.text === text);
      if (same === undefined) known.push({ text, ids: [id], seen: 0 });
      else if (same.ids.at(-1) !== id) same.ids.push(id);
    });
  }
  return {
    see(words, place) {
      const bit = 1 << place;
      for (const [length, grams] of bySize)
        eachGram(words, length, (hash, start) => {
          const candidates = grams.get(hash);
          if (candidates === undefined || candidates.every((gram) => gram.seen & bit)) return;
          const text = words.slice(start, start + length).join(" ");
          for (const gram of candidates) if (gram.text === text) gram.seen |= bit;
        });
    },
    result(place) {
      const all = [...bySize.values()].flatMap((grams) => [...grams.values()].flat());
      const seen = all.filter((gram) => gram.seen & (1 << place));
      return {
        grams: all.length,
        gramsSeen: seen.length,
        examplesSeen: [...new Set(seen.flatMap((gram) => [...gram.ids]))].sort(),
      };
    },
  };
}

const base = 0x01000193;

/** A hash that rolls along the words: of each run of `length`, and where it starts. */
function eachGram(
  words: readonly string[],
  length: number,
  visit: (hash: number, start: number) => void,
): void {
  if (words.length < length) return;
  let power = 1;
  for (let i = 1; i < length; i++) power = Math.imul(power, base);
  const hashes = Int32Array.from(words, (word) => hash32(word) | 0);
  let hash = 0;
  for (let i = 0; i < words.length; i++) {
    if (i >= length) hash = (hash - Math.imul(hashes[i - length]!, power)) | 0;
    hash = (Math.imul(hash, base) + hashes[i]!) | 0;
    if (i >= length - 1) visit(hash, i - length + 1);
  }
}

export type SimilarityIndex = {
  /** Texts of the index that are at least as similar as the threshold. */
  similar(words: readonly string[]): readonly { readonly id: string; readonly jaccard: number }[];
};

/** Finds those of some texts whose sets of shingles have at least the Jaccard similarity. */
export function similarityIndex(
  texts: readonly WordText[],
  threshold: number,
  settings: MinHashSettings = defaultMinHash,
): SimilarityIndex {
  const bands = chooseBands(threshold, settings.hashes);
  // Four standard errors below the threshold an estimate is as good as the similarity itself.
  const leastEstimate = threshold - 2 / Math.sqrt(settings.hashes);
  const byText = new Map<string, { readonly words: readonly string[]; readonly ids: string[] }>();
  for (const { id, words } of texts) {
    const text = words.join(" ");
    const known = byText.get(text);
    if (known) known.ids.push(id);
    else byText.set(text, { words, ids: [id] });
  }
  const indexed = [...byText.values()].flatMap(({ words, ids }) => {
    const shingles = hashShingles(words, settings.shingleWords);
    return shingles.length === 0
      ? []
      : [{ ids, shingles, signed: signatureOf(shingles, settings) }];
  });
  const byKey = new Map<number, number[]>();
  indexed.forEach(({ signed }, i) => {
    for (const key of bandKeys(signed, bands)) {
      const same = byKey.get(key);
      if (same) same.push(i);
      else byKey.set(key, [i]);
    }
  });
  return {
    similar(words) {
      const shingles = hashShingles(words, settings.shingleWords);
      if (shingles.length === 0) return [];
      const signed = signatureOf(shingles, settings);
      const candidates = new Set<number>();
      for (const key of bandKeys(signed, bands))
        for (const i of byKey.get(key) ?? []) candidates.add(i);
      return [...candidates].flatMap((i) => {
        const known = indexed[i]!;
        if (estimateJaccard(signed, known.signed) < leastEstimate) return [];
        const similarity = jaccard(shingles, known.shingles);
        return similarity < threshold ? [] : known.ids.map((id) => ({ id, jaccard: similarity }));
      });
    },
  };
}
