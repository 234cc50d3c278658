/**
 * From passages to rows of tokens. A passage is a run of tokens of one document; with special tokens
 * around it, and perhaps divided in two, it is a segment; a row holds one segment or, packed, several.
 */

import type { Random } from "../random";
import { eachPiece } from "./packing/packing";
import type { TokenCache } from "../tokenization/tokenCache";
import { textUnit } from "../tokenization/textTokens";
import type { Tokenizer } from "../tokenization/tokenizer";

/** What rows need to know of a tokenizer. */
export type RowTokenizer = Pick<Tokenizer, "size" | "special" | "isSpecial" | "isContinuation">;

/** Tokens of one document: offsets into the cache's tokens. */
export type Passage = { readonly document: number; readonly from: number; readonly end: number };

/** A passage as the model sees it, before masking. */
export type Segment = {
  readonly passage: Passage;
  /** Token ids with special tokens. */
  readonly ids: Int32Array;
  /** What the text says of each, see `textUnit`; 0 for special tokens. */
  readonly units: Int32Array;
  /** Place in `ids` where the second part begins; their number if there is only one. */
  readonly secondPart: number;
  /** 0 if the second part follows the first in its document, 1 if it comes from another; undefined without one. */
  readonly nextSentence: 0 | 1 | undefined;
};

/** The share of pairs whose second part comes from another document (Devlin et al. 2019). */
const randomShare = 0.5;

/**
 * The share of pairs that are shown to their end and not asked about: where pairs are asked about, the end of
 * a text would tell, so that its last tokens would never be seen.
 */
const wholeShare = 1 / 16;

/** Documents that are looked at for a second part as long as the true one. */
const candidates = 8;

/** Tokens of a document, in the order of the cache. */
export function lengthOf(cache: TokenCache, document: number): number {
  const { sentenceStarts: starts, documentStarts } = cache;
  return starts[documentStarts[document + 1]!]! - starts[documentStarts[document]!]!;
}

/**
 * As much of a document as fits, from a sentence on; the last sentence may be cut. A longer document begins
 * with a sentence drawn anew each time, and one that is longer than a row also inside, where the row before
 * ends, so that all of it is seen in the end.
 */
export function drawPassage(
  cache: TokenCache,
  document: number,
  room: number,
  draw: Random,
): Passage {
  const { sentenceStarts: starts, documentStarts } = cache;
  const end = starts[documentStarts[document + 1]!]!;
  const beginnings: number[] = [];
  let sentence = documentStarts[document]!;
  let at = starts[sentence]!;
  // A later beginning than the first from which all that follows fits would leave room unused.
  for (beginnings.push(at); end - at > room; beginnings.push(at)) {
    if (at + room < starts[sentence + 1]!) at += room;
    else at = starts[++sentence]!;
  }
  const from = draw.pick(beginnings);
  return { document, from, end: Math.min(end, from + room) };
}

/** The passages that packing cuts a document into. */
export function documentPieces(cache: TokenCache, document: number, room: number): Passage[] {
  const pieces: Passage[] = [];
  eachPiece(cache, document, room, (from, end) => pieces.push({ document, from, end }));
  return pieces;
}

/** `[CLS] passage [SEP]` */
export function plainSegment(
  cache: TokenCache,
  { special: { cls, sep } }: RowTokenizer,
  passage: Passage,
): Segment {
  const ids = joined([cls], cache.tokens.subarray(passage.from, passage.end), [sep]);
  const units = joined([0], cache.units.subarray(passage.from, passage.end), [0]);
  return { passage, ids, units, secondPart: ids.length, nextSentence: undefined };
}

/**
 * `[CLS] first [SEP] second [SEP]`: a passage divided between two sentences, the second part exchanged for
 * that of another document in half of the cases. Of several passages the part nearest in length is the
 * candidate, and whichever is shown is cut somewhat before the end of the shorter: both begin inside a
 * document, both stop anywhere, and so only what the text says tells whether it goes on.
 *
 * @param partnerOf - a passage of a document of the same written standard and type, made as this one was:
 *   from another place in documents, or cut otherwise, it would be known by that
 */
export function pairSegment(
  cache: TokenCache,
  tokenizer: RowTokenizer,
  passage: Passage,
  partnerOf: (draw: Random) => Passage,
  draw: Random,
): Segment {
  const own = divide(cache, passage);
  const cut = draw.pick(own.breaks);
  const length = passage.end - cut;
  let other: Passage | undefined;
  for (let tries = 0; tries < candidates; tries++) {
    const partner = partnerOf(draw);
    // Another part or a copy of the same note may be what follows.
    if (cache.keys[partner.document] === cache.keys[passage.document]) continue;
    const { breaks, withinSentence } = divide(cache, partner);
    if (withinSentence !== own.withinSentence) continue;
    for (const from of breaks) {
      const part = { ...partner, from };
      if (!other || distance(part, length) < distance(other, length)) other = part;
    }
  }
  const isRandom = draw.uniform() < randomShare;
  const shortened = cutShort(Math.min(length, other ? other.end - other.from : 0), draw);
  const kept = draw.uniform() < wholeShare ? 0 : shortened;
  const start = isRandom && kept > 0 ? other!.from : cut;
  const { cls, sep } = tokenizer.special;
  const partsOf = (all: Uint16Array | Uint32Array, first: number, between: number) =>
    joined(
      [first],
      all.subarray(passage.from, cut),
      [between],
      all.subarray(start, start + (kept || length)),
      [between],
    );
  return {
    passage,
    ids: partsOf(cache.tokens, cls, sep),
    units: partsOf(cache.units, 0, 0),
    secondPart: cut - passage.from + 2,
    // Where nothing could have been exchanged, or all is shown, nothing is asked.
    nextSentence: kept > 0 ? (isRandom ? 1 : 0) : undefined,
  };
}

/** A length below the given one, by up to an eighth; one token stays. */
const cutShort = (length: number, draw: Random): number =>
  length < 2 ? length : Math.max(1, length - 1 - draw.integer(1 + Math.floor(length / 8)));

function joined(...parts: readonly ArrayLike<number>[]): Int32Array {
  const ids = new Int32Array(parts.reduce((n, { length }) => n + length, 0));
  let at = 0;
  for (const part of parts) {
    ids.set(part, at);
    at += part.length;
  }
  return ids;
}

const distance = ({ from, end }: Passage, length: number): number => Math.abs(end - from - length);

/**
 * Where a passage may be divided: before each sentence but its first, or, if there is only one, between
 * its words.
 */
function divide(
  cache: TokenCache,
  { document, from, end }: Passage,
): { readonly breaks: readonly number[]; readonly withinSentence: boolean } {
  const breaks: number[] = [];
  const starts = cache.sentenceStarts;
  for (let s = cache.documentStarts[document]!; starts[s]! < end; s++)
    if (starts[s]! > from) breaks.push(starts[s]!);
  if (breaks.length > 0) return { breaks, withinSentence: false };
  for (let at = from + 1; at < end; at++)
    if (textUnit.beginsWord(cache.units[at]!)) breaks.push(at);
  return { breaks: breaks.length > 0 ? breaks : [end], withinSentence: true };
}
