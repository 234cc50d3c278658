/**
 * Documents packed into rows of one length, so that hardly any position is padding. A plan says what
 * is in every row of an epoch; it is made from lengths alone, and a row of it is looked up at once:
 * a run that is resumed makes the plan of its epoch and goes on at its row.
 *
 * Every token of the chosen documents is in exactly one row of an epoch. A document longer than a row
 * is cut between sentences; only a sentence longer than a row is cut within.
 */

import { InputError } from "../../errors";
import { random } from "../../random";
import type { TokenCache } from "../../tokenization/tokenCache";
import type { SpecialTokens } from "../../tokenization/tokenizerFiles";
import { fillRows } from "./fillRows";

export type PackingSettings = {
  /** Positions of a row, special tokens included. */
  readonly sequenceLength: number;
  readonly seed: number;
  readonly epoch: number;
  /** Which documents, by their number in the cache; all if undefined. For a split into training and validation. */
  readonly documents?: (document: number) => boolean;
  /**
   * Rows' worth of tokens that are packed together. Documents within a window are sorted by length;
   * more of them fill rows better and mix less.
   *
   * @defaultValue 512
   */
  readonly windowRows?: number;
  /**
   * Positions of each piece that are kept for special tokens: `[CLS]` before and `[SEP]` after it, as the
   * encoders saw single documents, or one more where a piece is divided in two.
   *
   * @defaultValue 2
   */
  readonly specialTokens?: number;
};

const specialTokensOfPiece = 2;
const defaultWindowRows = 512;

/** What is in the rows of an epoch. A piece is a run of tokens of one document. */
export type PackingPlan = {
  readonly sequenceLength: number;
  readonly rows: number;
  /** `[rows + 1]` offsets into the pieces. */
  readonly rowStarts: Uint32Array;
  /** `[pieces]` number of the document in the cache. */
  readonly documents: Uint32Array;
  /** `[pieces]` offset of the piece in the cache's tokens. */
  readonly starts: Uint32Array;
  /** `[pieces]` tokens of the cache in the piece. */
  readonly lengths: Uint32Array;
  /** Tokens of the cache in all rows. */
  readonly tokens: number;
  /** Share of all positions that hold a token; special tokens count. */
  readonly fill: number;
};

/** Where documents and sentences begin: what a plan needs of a token cache. */
type Boundaries = Pick<TokenCache, "documents" | "documentStarts" | "sentenceStarts">;

/**
 * Plan the rows of an epoch. Takes 12 bytes a piece and 4 a document, and time in proportion.
 *
 * @throws InputError if a row has no room for a token, or no document is chosen
 */
export function planPacking(cache: Boundaries, settings: PackingSettings): PackingPlan {
  const { sequenceLength, seed, epoch, specialTokens = specialTokensOfPiece } = settings;
  const room = sequenceLength - specialTokens;
  if (!Number.isSafeInteger(sequenceLength) || room < 1)
    throw new InputError(
      `sequence length ${sequenceLength}: rows need ${specialTokens} special tokens and one more. Give at least ${specialTokens + 1}.`,
    );
  const order = documentOrder(cache, settings);
  if (order.length === 0)
    throw new InputError("packing: no document to pack. Choose another share of the corpus.");
  let count = 0;
  for (const document of order) eachPiece(cache, document, room, () => count++);
  const plan = {
    documents: new Uint32Array(count),
    starts: new Uint32Array(count),
    lengths: new Uint32Array(count),
  };
  const rowStarts = new Uint32Array(count + 1);
  let [rows, placed, tokens] = [0, 0, 0];
  let window: Piece[] = [];
  let positions = 0;
  let windows = 0;
  const packWindow = (): void => {
    const packed = fillRows(
      window.map(({ length }) => length + specialTokens),
      sequenceLength,
    );
    // Rows are made from the longest document on; the order of a training must not.
    for (const row of random(seed, "packed rows", epoch, windows++).shuffle(packed)) {
      for (const i of row) {
        const { document, start, length } = window[i]!;
        plan.documents[placed] = document;
        plan.starts[placed] = start;
        plan.lengths[placed] = length;
        placed++;
      }
      rowStarts[++rows] = placed;
    }
    [window, positions] = [[], 0];
  };
  const full = (settings.windowRows ?? defaultWindowRows) * sequenceLength;
  for (const document of order) {
    eachPiece(cache, document, room, (start, end) => {
      window.push({ document, start, length: end - start });
      positions += end - start + specialTokens;
      tokens += end - start;
    });
    if (positions >= full) packWindow();
  }
  if (window.length > 0) packWindow();
  return {
    ...plan,
    sequenceLength,
    rows,
    rowStarts: rowStarts.slice(0, rows + 1),
    tokens,
    fill: (tokens + specialTokens * count) / (rows * sequenceLength),
  };
}

type Piece = { readonly document: number; readonly start: number; readonly length: number };

/** The chosen documents in the order of the epoch (Fisher–Yates on their numbers). */
function documentOrder(
  { documents }: Boundaries,
  { seed, epoch, documents: chosen = () => true }: PackingSettings,
): Uint32Array {
  const all = Uint32Array.from({ length: documents }, (_, i) => i);
  const order = all.filter((document) => chosen(document));
  const draw = random(seed, "packing order", epoch);
  for (let i = order.length - 1; i > 0; i--) {
    const j = draw.integer(i + 1);
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}

/** The pieces of a document in order: as many whole sentences as fit in `room` tokens. */
export function eachPiece(
  { documentStarts, sentenceStarts }: Boundaries,
  document: number,
  room: number,
  onPiece: (start: number, end: number) => void,
): void {
  const endSentence = documentStarts[document + 1]!;
  const end = sentenceStarts[endSentence]!;
  let sentence = documentStarts[document]!;
  let start = sentenceStarts[sentence]!;
  while (end - start > room) {
    let next = sentence;
    while (next < endSentence && sentenceStarts[next + 1]! - start <= room) next++;
    // Not even the sentence fits (or what is left of it): cut within.
    const cut = sentenceStarts[next]! > start ? sentenceStarts[next]! : start + room;
    onPiece(start, cut);
    [sentence, start] = [next, cut];
  }
  if (end > start) onPiece(start, end);
}

/** Rows of packed documents, all arrays `[batch, sequence]`: what the encoders take with `packing`. */
export type PackedRows = {
  readonly ids: Int32Array;
  /** Number of the token's piece within its row; padding counts as one more. */
  readonly documents: Int32Array;
  /** Place of the token in its piece, `[CLS]` at 0. */
  readonly positions: Int32Array;
  /** 1 for tokens, 0 for padding. */
  readonly mayAttend: Float32Array;
  /** For each row where its pieces begin, and where the last one ends. */
  readonly starts: readonly Int32Array[];
};

/**
 * Rows of a plan.
 *
 * @param rows - their numbers, in the order wanted
 * @throws RangeError for a row that the plan has not
 */
export function packRows(
  { tokens }: Pick<TokenCache, "tokens">,
  plan: PackingPlan,
  rows: readonly number[],
  special: Pick<SpecialTokens<number>, "cls" | "sep" | "pad">,
): PackedRows {
  const { sequenceLength: sequence, rowStarts } = plan;
  const ids = new Int32Array(rows.length * sequence).fill(special.pad);
  const documents = new Int32Array(ids.length);
  const positions = new Int32Array(ids.length);
  const mayAttend = new Float32Array(ids.length);
  const starts = rows.map((row, r) => {
    if (!(row >= 0 && row < plan.rows))
      throw new RangeError(`row ${row}: the plan has rows 0 to ${plan.rows - 1}`);
    const [first, last] = [rowStarts[row]!, rowStarts[row + 1]!];
    const begin = r * sequence;
    const bounds = new Int32Array(last - first + 1);
    let at = begin;
    for (let piece = first; piece < last; piece++) {
      const start = plan.starts[piece]!;
      const end = at + plan.lengths[piece]! + specialTokensOfPiece;
      ids[at] = special.cls;
      ids.set(tokens.subarray(start, start + plan.lengths[piece]!), at + 1);
      ids[end - 1] = special.sep;
      documents.fill(piece - first, at, end);
      for (let i = at; i < end; i++) positions[i] = i - at;
      at = end;
      bounds[piece - first + 1] = at - begin;
    }
    mayAttend.fill(1, begin, at);
    documents.fill(last - first, at, begin + sequence);
    return bounds;
  });
  return { ids, documents, positions, mayAttend, starts };
}
