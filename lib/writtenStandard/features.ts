/**
 * What the written-standard model sees of a text: its words, pairs of neighbouring words and pieces
 * of words, each hashed into one of a fixed number of buckets, so that no vocabulary is shipped.
 */

import { mix32 } from "../random";

/** Written into the header of the weights: weights and features must be of one make. */
export const featureSettings = {
  buckets: 1 << 20,
  /** Longest piece of a word, its edges counted as characters. */
  longestPiece: 5,
  words: true,
  pairs: true,
} as const;

/**
 * The words of a text as the model reads them: Unicode NFC, lower case, each number one digit.
 * Case would say more about headings than about the standard, and a number nothing at all.
 */
export function normalizedWords(text: string): string[] {
  return (
    text
      .normalize("NFC")
      .toLowerCase()
      .replace(/\p{N}+/gu, "0")
      .match(/[\p{L}\p{M}0]+/gu) ?? []
  );
}

// Kinds of features get hashes of their own, so that the word "en" is not the piece "en".
const wordKey = 0x9e3779b9;
const pairKey = 0x51ed270b;
const pieceKey = 0x165667b1;
const outside = 0x1234;

/**
 * Buckets of a text, each once, in the order of first occurrence. Once, because a name that is
 * repeated ten times is no stronger evidence than one that is there.
 *
 * @param words - as {@link normalizedWords} gives them
 */
export function buckets(words: readonly string[]): Uint32Array {
  const found: number[] = [];
  const round = nextRound();
  const add = (hash: number): void => {
    const bucket = mix32(hash) & (featureSettings.buckets - 1);
    if (seenIn[bucket] === round) return;
    seenIn[bucket] = round;
    found.push(bucket);
  };
  let before = outside;
  for (const word of words) {
    const whole = hashOf(word, 0, word.length);
    add(whole ^ wordKey);
    add(pairOf(before, whole));
    before = whole;
    addPieces(`<${word}>`, add);
  }
  if (words.length > 0) add(pairOf(before, outside));
  return Uint32Array.from(found);
}

// The text that each bucket was last seen in: faster than a set made for every text.
const seenIn = new Uint32Array(featureSettings.buckets);
let lastRound = 0;

function nextRound(): number {
  if (lastRound === 0xffffffff) {
    seenIn.fill(0);
    lastRound = 0;
  }
  return ++lastRound;
}

function addPieces(word: string, add: (hash: number) => void): void {
  for (let start = 0; start < word.length; start++) {
    let hash = 0x811c9dc5;
    const longest = Math.min(featureSettings.longestPiece, word.length - start);
    for (let length = 1; length <= longest; length++) {
      hash = Math.imul(hash ^ word.charCodeAt(start + length - 1), 0x01000193);
      // An edge alone says only that there is a word.
      if (length === 1 && (start === 0 || start === word.length - 1)) continue;
      add(hash ^ Math.imul(length, pieceKey));
    }
  }
}

const pairOf = (first: number, second: number): number =>
  Math.imul(first, 0x27d4eb2f) ^ second ^ pairKey;

/** FNV-1a over UTF-16 units. */
function hashOf(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}
