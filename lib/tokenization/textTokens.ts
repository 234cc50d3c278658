/**
 * A whole text as tokens, with what the text says of each: where sentences and words begin, and how many
 * bytes a token stands for. Tokenizers that keep white space see it, as they do in use; encoded sentence by
 * sentence, "Innlagt.\nHun" would be "Innlagt.Hun" to them.
 */

import { sentenceStarts } from "../corpus/sentences";
import type { Tokenizer } from "./tokenizer";

export type TextTokens = {
  readonly ids: Int32Array;
  /** Tokens at which sentences begin, ascending, the first 0; none for a text without tokens. */
  readonly sentences: readonly number[];
  /** {@link textUnit} of each token. */
  readonly units: Uint16Array;
};

const wordBit = 0x8000;

/**
 * What a text says of a token, in 16 bits: the UTF-8 bytes that it stands for, with the white space before
 * it, and whether a word begins with it. Over a text the bytes add up to its own, unless a single token
 * stands for more than 32,767.
 */
export const textUnit = {
  of: (bytes: number, beginsWord: boolean): number =>
    Math.min(bytes, wordBit - 1) | (beginsWord ? wordBit : 0),
  bytes: (unit: number): number => unit & (wordBit - 1),
  beginsWord: (unit: number): boolean => (unit & wordBit) !== 0,
};

/** A text as tokens without special tokens. */
export function tokensOfText(
  tokenizer: Pick<Tokenizer, "encodeWithOffsets">,
  text: string,
): TextTokens {
  const { ids, starts, ends } = tokenizer.encodeWithOffsets(text);
  const isInWord = wordPlaces(text);
  const beginnings = sentenceStarts(text);
  const sentences: number[] = [];
  const units = new Uint16Array(ids.length);
  let sentence = -1;
  let covered = 0;
  for (let i = 0; i < ids.length; i++) {
    const end = i === ids.length - 1 ? text.length : Math.max(covered, ends[i]!);
    // A token with the space before a sentence belongs to the sentence, an end of line to the one before.
    const before = sentence;
    while (sentence + 1 < beginnings.length && ends[i]! > beginnings[sentence + 1]!) sentence++;
    if (i === 0 || sentence > before) sentences.push(i);
    let content = starts[i]!;
    while (content < ends[i]! && isWhite(text.charCodeAt(content))) content++;
    // The second of two tokens for one character begins nothing; white space by itself is no part of a word.
    const beginsWord =
      content === ends[i]! ||
      (content >= covered &&
        (isInWord[content] === 0 || content === 0 || isInWord[content - 1] === 0));
    units[i] = textUnit.of(utf8Length(text, covered, end), beginsWord);
    covered = end;
  }
  return { ids, sentences, units };
}

/** 1 for each UTF-16 unit of letters, their marks and digits: runs of them are words, other signs stand alone. */
function wordPlaces(text: string): Uint8Array {
  const places = new Uint8Array(text.length + 1);
  for (const { index, 0: word } of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu))
    places.fill(1, index, index + word.length);
  return places;
}

const isWhite = (code: number): boolean =>
  code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0x2028 || code === 0x2029;

/** UTF-8 bytes of a stretch; half a surrogate pair counts two. */
function utf8Length(text: string, from: number, end: number): number {
  let bytes = 0;
  for (let at = from; at < end; at++) {
    const code = text.charCodeAt(at);
    bytes += code < 0x80 ? 1 : code < 0x800 || (code >= 0xd800 && code <= 0xdfff) ? 2 : 3;
  }
  return bytes;
}
