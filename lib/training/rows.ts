/**
 * From documents to rows of tokens. One note makes one row; a note longer than a row gives a passage
 * that begins with a sentence drawn anew each time, so that all of it is seen in the end.
 */

import type { Random } from "../random";
import type { TokenCache } from "../text/tokenCache";
import type { Tokenizer } from "../text/tokenization/tokenizer";

/** A row before masking. */
export type Row = {
  /** Token ids with special tokens, without padding. */
  readonly ids: Int32Array;
  /** Column where segment 1 begins; the row's length if there is only one segment. */
  readonly secondSegment: number;
  /** 0 if the second segment follows the first in its note, 1 if it comes from another. */
  readonly nextSentence: 0 | 1;
};

/** The share of rows whose second segment comes from another note (Devlin et al. 2019). */
const randomShare = 0.5;

/** Notes that are looked at for a second segment as long as the true one. */
const candidates = 8;

/** `[CLS] passage [SEP]` of one document. */
export function plainRow(
  cache: TokenCache,
  { special: { cls, sep } }: Tokenizer,
  document: number,
  sequenceLength: number,
  draw: Random,
): Row {
  const { from, end } = passageOf(cache, document, sequenceLength - 2, draw);
  const ids = Int32Array.from([cls, ...cache.tokens.subarray(from, end), sep]);
  return { ids, secondSegment: ids.length, nextSentence: 0 };
}

/**
 * `[CLS] first [SEP] second [SEP]`: a note divided between two sentences, the second part exchanged for
 * that of another note in half of the rows. Parts are exchanged like for like: both run from inside a
 * note to the end of a sentence, and of several notes the part nearest in length is taken, so that
 * only what the text says tells whether it goes on. If nothing fits, the row keeps its own.
 *
 * @param partners - documents of the same written standard and type
 */
export function pairRow(
  cache: TokenCache,
  tokenizer: Tokenizer,
  document: number,
  sequenceLength: number,
  partners: readonly number[],
  draw: Random,
): Row {
  const { cls, sep } = tokenizer.special;
  const room = sequenceLength - 3;
  const own = divisiblePassage(cache, tokenizer, document, room, draw);
  const cut = draw.pick(own.breaks);
  const length = own.end - cut;
  let other: Passage | undefined;
  if (draw.uniform() < randomShare)
    for (let tries = 0; tries < candidates; tries++) {
      const partner = draw.pick(partners);
      const passage = divisiblePassage(cache, tokenizer, partner, room, draw);
      if (partner === document || passage.withinSentence !== own.withinSentence) continue;
      for (const from of passage.breaks) {
        const part = { from, end: passage.end };
        const fits = part.end - from <= room - (cut - own.from);
        if (fits && (!other || distance(part, length) < distance(other, length))) other = part;
      }
    }
  const second = other ?? { from: cut, end: own.end };
  const ids = Int32Array.from([
    cls,
    ...cache.tokens.subarray(own.from, cut),
    sep,
    ...cache.tokens.subarray(second.from, second.end),
    sep,
  ]);
  return { ids, secondSegment: cut - own.from + 2, nextSentence: other ? 1 : 0 };
}

const distance = ({ from, end }: Passage, length: number): number => Math.abs(end - from - length);

/** Tokens of a document, in the order of the cache. */
export function lengthOf(cache: TokenCache, document: number): number {
  const { sentenceStarts: starts, documentStarts } = cache;
  return starts[documentStarts[document + 1]!]! - starts[documentStarts[document]!]!;
}

/** A run of tokens of one document: offsets into the cache's tokens. */
type Passage = { readonly from: number; readonly end: number };

/** As much of a document as fits, from a sentence on; the last sentence may be cut. */
function passageOf(
  cache: TokenCache,
  document: number,
  room: number,
  draw: Random,
): Passage & { readonly sentence: number; readonly endSentence: number } {
  const starts = cache.sentenceStarts;
  const first = cache.documentStarts[document]!;
  const endSentence = cache.documentStarts[document + 1]!;
  const documentEnd = starts[endSentence]!;
  // A later beginning than this would leave room unused.
  let latest = first;
  while (latest + 1 < endSentence && documentEnd - starts[latest]! > room) latest++;
  const sentence = first + draw.integer(latest - first + 1);
  const from = starts[sentence]!;
  return { from, end: Math.min(documentEnd, from + room), sentence, endSentence };
}

/**
 * As many whole sentences of a document as fit, and where they may be divided: before each sentence
 * but the first, or, if there is only one, between its words.
 */
function divisiblePassage(
  cache: TokenCache,
  tokenizer: Tokenizer,
  document: number,
  room: number,
  draw: Random,
): Passage & { readonly breaks: readonly number[]; readonly withinSentence: boolean } {
  const passage = passageOf(cache, document, room, draw);
  const { from, sentence, endSentence } = passage;
  const starts = cache.sentenceStarts;
  const breaks: number[] = [];
  let last = sentence + 1;
  for (; last < endSentence && starts[last + 1]! <= passage.end; last++) breaks.push(starts[last]!);
  // Only a sentence that does not fit alone is cut.
  const end = Math.min(passage.end, starts[last]!);
  if (breaks.length > 0) return { from, end, breaks, withinSentence: false };
  for (let at = from + 1; at < end; at++)
    if (!tokenizer.isContinuation(cache.tokens[at]!)) breaks.push(at);
  return { from, end, breaks: breaks.length > 0 ? breaks : [end], withinSentence: true };
}
