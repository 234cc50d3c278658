/** How tokenizers cut a corpus: tokens, and subwords a word (fertility), several side by side. */

import type { Document, WrittenStandard } from "../corpus/document";
import { ownCopy } from "../corpus/ownCopy";
import { splitSentences } from "../corpus/sentences";
import type { Tokenizer } from "../tokenization/tokenizer";
import type { Counter } from "./vocabularyGrowth";

/** Tokenizers by the names they have in tables. */
export type NamedTokenizers = Readonly<Record<string, Pick<Tokenizer, "encode" | "encodeWords">>>;

export type TokenRow = {
  readonly tokenizer: string;
  readonly documentType: string;
  readonly writtenStandard: WrittenStandard;
  readonly documents: number;
  /** Of whole texts, sentence by sentence, without special tokens: as in the token cache. */
  readonly tokens: number;
  /** Tokens of documents of two sentences or more: what next sentence can be learnt from. */
  readonly pairTokens: number;
  /** Runs of letters. */
  readonly words: number;
  /** Subwords that they are cut into; fertility is their number by that of words. */
  readonly subwords: number;
};

/** Runs of letters: digits and punctuation are cut alike in every language. */
export const letterRuns = /[\p{L}\p{M}]+/gu;

/**
 * A function that says into how many pieces a tokenizer cuts a word inside a sentence. Words are
 * remembered.
 */
export function pieceCounter(tokenizer: Pick<Tokenizer, "encodeWords">): (word: string) => number {
  const known = new Map<string, number>();
  return (word) => {
    let pieces = known.get(word);
    if (pieces === undefined) {
      // After another word, for byte-level tokenizers know a word by the space before it.
      const { wordOf } = tokenizer.encodeWords([".", word]);
      known.set(ownCopy(word), (pieces = wordOf.filter((index) => index === 1).length));
    }
    return pieces;
  };
}

/** Counts tokens by tokenizer, document type and written standard. */
export function tokenCounter(tokenizers: NamedTokenizers): Counter<TokenRow[]> {
  type Counts = { -readonly [Name in keyof TokenRow]: TokenRow[Name] };
  const groups = new Map<string, Counts>();
  const named = Object.entries(tokenizers).map(([name, tokenizer]) => ({
    name,
    tokenizer,
    piecesOf: pieceCounter(tokenizer),
  }));
  return {
    add({ text, documentType, writtenStandard }: Document) {
      const sentences = splitSentences(text);
      const words = text.match(letterRuns) ?? [];
      named.forEach(({ name, tokenizer, piecesOf }, i) => {
        const key = JSON.stringify([i, documentType, writtenStandard]);
        let group = groups.get(key);
        if (!group) {
          const none = { documents: 0, tokens: 0, pairTokens: 0, words: 0, subwords: 0 };
          groups.set(key, (group = { tokenizer: name, documentType, writtenStandard, ...none }));
        }
        group.documents++;
        group.words += words.length;
        for (const word of words) group.subwords += piecesOf(word);
        let tokens = 0;
        for (const sentence of sentences) tokens += tokenizer.encode(sentence).length;
        group.tokens += tokens;
        if (sentences.length > 1) group.pairTokens += tokens;
      });
    },
    result: () => {
      const rank = (row: TokenRow): number => named.findIndex(({ name }) => name === row.tokenizer);
      return [...groups]
        .sort(([a, first], [b, second]) => rank(first) - rank(second) || (a < b ? -1 : 1))
        .map(([, group]) => group);
    },
  };
}
