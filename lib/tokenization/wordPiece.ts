/**
 * Training of a WordPiece vocabulary by merging, again and again, the most frequent pair of
 * neighbouring pieces (Sennrich et al. 2016; pieces inside a word carry "##" as in BERT). Same
 * counts, same vocabulary, in whatever order the words come.
 */

import { InputError } from "../errors";
import { compareCodePoints as compare, mergePairs } from "./pairCounts";

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
      `vocabulary size ${vocabularySize}: special tokens and single characters alone are ${pieces.length}. Ask for more.`,
    );
  const idOf = new Map(pieces.map((piece, id) => [piece, id]));
  mergePairs({
    vocabulary: pieces,
    idOf,
    words: words.flatMap(([word, count]) => {
      const ids = [...word].map((character, i) => idOf.get(i === 0 ? character : `##${character}`));
      // A word with a character left out is [UNK] whatever is merged.
      return ids.includes(undefined) ? [] : [{ ids: ids as number[], count }];
    }),
    vocabularySize,
    minimumFrequency,
    join: (left, right) => left + right.slice(2),
  });
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

/**
 * {@link trainWordPiece} without the pieces that no word is ever cut into: parts of longer pieces,
 * which the longest match passes over. What they leave free goes to further pieces.
 */
export function trainUsedWordPieces(
  wordCounts: ReadonlyMap<string, number>,
  options: Parameters<typeof trainWordPiece>[1],
): string[] {
  const { vocabularySize, specialTokens } = options;
  for (let asked = vocabularySize; ;) {
    const pieces = trainWordPiece(wordCounts, { ...options, vocabularySize: asked });
    const used = usedPieces(pieces, wordCounts.keys());
    const kept = pieces.filter(
      (piece) =>
        used.has(piece) ||
        specialTokens.includes(piece) ||
        [...piece.replace(/^##/, "")].length === 1,
    );
    // Some of the pieces just added are passed over in turn, so this comes close in a few rounds.
    const missing = vocabularySize - kept.length;
    if (missing <= vocabularySize / 200 || pieces.length < asked) return kept;
    asked += missing;
  }
}

function usedPieces(pieces: readonly string[], words: Iterable<string>): ReadonlySet<string> {
  const vocabulary = new Set(pieces);
  const longest = pieces.reduce((length, piece) => Math.max(length, piece.length), 0);
  const used = new Set<string>();
  for (const word of words)
    for (let start = 0, end = 0; start < word.length; start = end) {
      let piece = "";
      for (end = Math.min(word.length, start + longest); end > start; end--) {
        piece = (start === 0 ? "" : "##") + word.slice(start, end);
        if (vocabulary.has(piece)) break;
      }
      // An unknown character; the word is [UNK].
      if (end === start) break;
      used.add(piece);
    }
  return used;
}
