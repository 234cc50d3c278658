/**
 * Training of a WordPiece vocabulary by merging, again and again, the most frequent pair of
 * neighbouring pieces (Sennrich et al. 2016; pieces inside a word carry "##" as in BERT). Same
 * counts, same vocabulary, in whatever order the words come.
 */

import { InputError } from "../errors";
import { Heap } from "./heap";

/**
 * Letters, digits and signs that a Norwegian vocabulary must hold whatever the corpus, so that no
 * Norwegian word becomes [UNK]: one unknown letter makes the whole word unknown.
 */
export const norwegianAlphabet =
  "abcdefghijklmnopqrstuvwxyzæøåABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅ0123456789" +
  "éèêóòôäöüÉÈÊÓÒÔÄÖÜ" +
  "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~«»–—…°µ±²³×½§";

/**
 * A vocabulary: special tokens, then single characters in code point order, then merged pieces in
 * the order they were merged. Smaller than asked for when no pair is frequent enough.
 *
 * @param wordCounts - words as the pre-tokenizer cuts them, with their counts
 * @param options.minimumFrequency - characters and pairs seen less often are left out
 * @param options.alphabet - characters to hold even if unseen; none by default
 * @throws InputError if the special tokens and characters alone exceed `vocabularySize`
 */
export function trainWordPiece(
  wordCounts: ReadonlyMap<string, number>,
  options: {
    readonly vocabularySize: number;
    readonly specialTokens: readonly string[];
    readonly minimumFrequency: number;
    readonly alphabet?: string;
  },
): string[] {
  const { vocabularySize, specialTokens, minimumFrequency, alphabet = "" } = options;
  const words = [...wordCounts].sort(([a], [b]) => compare(a, b));
  const pieces = [
    ...specialTokens,
    ...characterPieces(words, minimumFrequency, alphabet).filter(
      (piece) => !specialTokens.includes(piece),
    ),
  ];
  if (pieces.length > vocabularySize)
    throw new InputError(
      `vocabulary size ${vocabularySize}: special tokens and single characters alone are ${pieces.length}. Ask for more, or raise the minimum frequency.`,
    );
  const idOf = new Map(pieces.map((piece, id) => [piece, id]));
  const pairs = new PairCounts(
    (id) => pieces[id]!,
    words.flatMap(([word, count]) => {
      const ids = [...word].map((character, i) => idOf.get(i === 0 ? character : `##${character}`));
      // A word with a character left out is [UNK] whatever is merged.
      return ids.includes(undefined) ? [] : [{ ids: ids as number[], count }];
    }),
  );
  while (pieces.length < vocabularySize) {
    const best = pairs.takeMostFrequent(minimumFrequency);
    if (!best) break;
    const merged = pieces[best.left]! + pieces[best.right]!.slice(2);
    // Two pairs may give the same piece: "a"+"##bc" and "ab"+"##c".
    let id = idOf.get(merged);
    if (id === undefined) {
      id = pieces.length;
      pieces.push(merged);
      idOf.set(merged, id);
    }
    pairs.merge(best, id);
  }
  return pieces;
}

function characterPieces(
  words: readonly (readonly [string, number])[],
  minimumFrequency: number,
  alphabet: string,
): string[] {
  const counts = new Map<string, number>();
  for (const [word, count] of words)
    [...word].forEach((character, i) => {
      const piece = i === 0 ? character : `##${character}`;
      counts.set(piece, (counts.get(piece) ?? 0) + count);
    });
  const kept = [...counts].filter(([, count]) => count >= minimumFrequency).map(([piece]) => piece);
  // Signs stand alone in running text, so only letters and digits are needed inside words.
  const always = [...alphabet].flatMap((character) =>
    /[\p{L}\p{N}]/u.test(character) ? [character, `##${character}`] : [character],
  );
  return [...new Set([...always, ...kept])].sort(compare);
}

/** By code point. `<` compares UTF-16 units, which puts 😀 before ﬁ. */
function compare(a: string, b: string): number {
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
      compare(this.pieceOf(a.pair.left), this.pieceOf(b.pair.left)) ||
      compare(this.pieceOf(a.pair.right), this.pieceOf(b.pair.right));
    return order < 0;
  }

  private push(pair: Pair): void {
    pair.queued = pair.count;
    this.queue.push({ pair, count: pair.count });
  }
}
