/** Counts of neighbouring pieces in words, as the trainings of WordPiece and of BPE need them. */

import { Heap } from "./heap";

/** Order by code point. `<` compares UTF-16 units, which puts 😀 before ﬁ. */
export function compareCodePoints(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const [left, right] = [a.charCodeAt(i), b.charCodeAt(i)];
    if (left !== right) return rank(left) - rank(right);
  }
  return a.length - b.length;
}

/** Surrogates stand for code points above all others. */
function rank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}

type Pair = {
  readonly left: number;
  readonly right: number;
  count: number;
  /** Count in the newest queue entry. */
  queued: number;
  readonly words: Set<number>;
};
type Candidate = { readonly pair: Pair; readonly count: number };

/**
 * Counts of neighbouring pieces, kept up to date as pairs are merged: a merge touches only the
 * words that hold the pair. The queue may hold outdated counts; they are recognised when taken.
 */
class PairCounts {
  private readonly pairs = new Map<number, Pair>();
  private readonly queue = new Heap<Candidate>((a, b) => this.before(a, b));

  constructor(
    private readonly pieceOf: (id: number) => string,
    private readonly words: readonly { ids: number[]; readonly count: number }[],
  ) {
    words.forEach((_, index) => this.add(index, 1));
    for (const pair of this.pairs.values()) this.push(pair);
  }

  takeMostFrequent(minimumFrequency: number): Pair | undefined {
    for (let top = this.queue.pop(); top; top = this.queue.pop()) {
      if (top.count !== top.pair.count) continue;
      if (top.count >= Math.max(1, minimumFrequency)) return top.pair;
      return undefined;
    }
    return undefined;
  }

  merge(pair: Pair, merged: number): void {
    const touched = new Set<Pair>();
    for (const index of [...pair.words]) {
      const word = this.words[index]!;
      this.add(index, -1, touched);
      const ids: number[] = [];
      for (let i = 0; i < word.ids.length; i++)
        if (word.ids[i] === pair.left && word.ids[i + 1] === pair.right) {
          ids.push(merged);
          i++;
        } else ids.push(word.ids[i]!);
      word.ids = ids;
      this.add(index, 1, touched);
    }
    for (const each of touched) if (each.count > 0 && each.count !== each.queued) this.push(each);
  }

  /** Add (or with `sign` -1 take away) the pairs of one word. */
  private add(index: number, sign: 1 | -1, touched?: Set<Pair>): void {
    const { ids, count } = this.words[index]!;
    for (let i = 0; i + 1 < ids.length; i++) {
      const [left, right] = [ids[i]!, ids[i + 1]!];
      const key = left * 0x4000000 + right;
      let pair = this.pairs.get(key);
      if (!pair)
        this.pairs.set(key, (pair = { left, right, count: 0, queued: 0, words: new Set() }));
      pair.count += sign * count;
      if (sign > 0) pair.words.add(index);
      else pair.words.delete(index);
      touched?.add(pair);
    }
  }

  /** Whether `a` is merged before `b`: more frequent, or earlier in code point order. */
  private before(a: Candidate, b: Candidate): boolean {
    if (a.count !== b.count) return a.count > b.count;
    const order =
      compareCodePoints(this.pieceOf(a.pair.left), this.pieceOf(b.pair.left)) ||
      compareCodePoints(this.pieceOf(a.pair.right), this.pieceOf(b.pair.right));
    return order < 0;
  }

  private push(pair: Pair): void {
    pair.queued = pair.count;
    this.queue.push({ pair, count: pair.count });
  }
}

/**
 * Merge the most frequent pair of pieces, again and again, until the vocabulary is full or no pair is
 * frequent enough. Two pairs may give the same piece: "a" + "bc" and "ab" + "c".
 *
 * @param o.vocabulary - grows in place, with `idOf`
 * @param o.words - words as ids of pieces; changed in place
 * @param o.join - the piece that two pieces make
 * @returns the pairs in the order they were merged
 */
export function mergePairs(o: {
  readonly vocabulary: string[];
  readonly idOf: Map<string, number>;
  readonly words: readonly { ids: number[]; readonly count: number }[];
  readonly vocabularySize: number;
  readonly minimumFrequency: number;
  readonly join: (left: string, right: string) => string;
}): [string, string][] {
  const { vocabulary, idOf } = o;
  const pairs = new PairCounts((id) => vocabulary[id]!, o.words);
  const merges: [string, string][] = [];
  while (vocabulary.length < o.vocabularySize) {
    const best = pairs.takeMostFrequent(o.minimumFrequency);
    if (!best) break;
    const [left, right] = [vocabulary[best.left]!, vocabulary[best.right]!];
    merges.push([left, right]);
    const merged = o.join(left, right);
    let id = idOf.get(merged);
    if (id === undefined) {
      id = vocabulary.length;
      vocabulary.push(merged);
      idOf.set(merged, id);
    }
    pairs.merge(best, id);
  }
  return merges;
}
