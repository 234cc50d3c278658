/** Pieces that words are cut into, and what the models that cut them share. */

import { InputError } from "../errors";
import { show, type Component } from "./tokenizerJson";

/** Pieces of one word: their ids and where in the word, in UTF-16 units, each begins and ends. */
export type Pieces = {
  readonly ids: readonly number[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
};

export type Segmentation = {
  readonly vocabulary: ReadonlyMap<string, number>;
  /** Prefix of pieces inside words; empty if they have none. */
  readonly continuingPrefix: string;
  segment(word: string): Pieces;
};

/** Collects pieces from left to right. */
export function pieceList(): Pieces & { add(id: number, start: number, end: number): void } {
  const ids: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  return {
    ids,
    starts,
    ends,
    add: (id, start, end) => {
      ids.push(id);
      starts.push(start);
      ends.push(end);
    },
  };
}

/** A longer entry is no piece of language, and looking for it costs time at every character. */
const longestPiece = 512;

export function lengthOfLongest(component: Component, tokens: Iterable<string>): number {
  let longest = 1;
  for (const token of tokens) {
    if (token.length > longestPiece)
      throw new InputError(
        `${component.where}.vocab: ${show(token)} has ${token.length} characters, more than ${longestPiece}. Take it out.`,
      );
    longest = Math.max(longest, token.length);
  }
  return longest;
}

export function isLowSurrogate(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  return unit >= 0xdc00 && unit <= 0xdfff;
}

/** Ids of `<0x..>` for each byte of a text, if the vocabulary has all of them. */
export function byteIds(
  vocabulary: ReadonlyMap<string, number>,
  text: string,
): number[] | undefined {
  const ids = Array.from(Buffer.from(text, "utf8"), (byte) =>
    vocabulary.get(`<0x${byte.toString(16).toUpperCase().padStart(2, "0")}>`),
  );
  return ids.includes(undefined) ? undefined : (ids as number[]);
}
