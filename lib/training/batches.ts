/**
 * Pretraining batches as pure functions of (token cache, settings, seed, step). Nothing is replayed to
 * reach a step: the order of an epoch is one keyed shuffle (four bytes a document), and every row
 * draws from a stream named by its place.
 *
 * One note makes one row. Rows of like length are put together: the documents of a window of sixteen
 * batches are sorted by length, and the batches of the window then shuffled.
 */

import { float32, int32, type HostTensor } from "../engine";
import { fixedValidation, maskRow, type MaskedRow, type Masking } from "../masking/masking";
import type { TermIndex } from "../masking/term";
import { hash32, random, type Random } from "../random";
import type { WrittenStandard } from "../text/document";
import type { TokenCache } from "../text/tokenCache";
import type { Tokenizer } from "../text/tokenizer";
import type { PretrainingInput } from "./objective";

/** Where rows come from. */
export type BatchSource = {
  readonly cache: TokenCache;
  readonly tokenizer: Tokenizer;
  /** For term masking. */
  readonly terms?: TermIndex | undefined;
};

export type BatchSettings = {
  readonly objective: "mlm" | "mlm+nsp";
  readonly masking: Masking;
  /** Longest row in tokens, special tokens included. */
  readonly sequenceLength: number;
  /** Rows in a batch. */
  readonly rows: number;
  /** Share of documents that is never trained on, decided by a hash of the document's number. */
  readonly heldOutShare: number;
};

export type PretrainingBatch = {
  readonly input: PretrainingInput<HostTensor>;
  /** Tokens that are not padding. */
  readonly tokens: number;
  readonly maskedTokens: number;
  /** UTF-8 bytes that the hidden tokens stand for: the denominator of bits per byte. */
  readonly maskedBytes: number;
};

const batchesInWindow = 16;
const sequenceStep = 32;
const maskedStep = 128;

const roundUp = (n: number, step: number): number => Math.ceil(n / step) * step;

/** Whether a document is kept for evaluation; the same for every seed and every run. */
export const isHeldOut = (document: number, share: number): boolean =>
  hash32(`held out ${document}`) < share * 4294967296;

/** Batches of a training run, numbered from 0; `progress` in [0, 1] sets the masking rate. */
export type TrainingBatches = (batch: number, progress: number) => PretrainingBatch;

/**
 * The batches of a run.
 *
 * @throws RangeError if fewer documents are left for training than a batch has rows
 */
export function trainingBatches(
  source: BatchSource,
  settings: BatchSettings,
  seed: number,
): TrainingBatches {
  const { cache } = source;
  const documents = documentsOf(cache, (d) => !isHeldOut(d, settings.heldOutShare));
  const perEpoch = Math.floor(documents.length / settings.rows);
  if (perEpoch === 0)
    throw new RangeError(
      `${documents.length} documents are too few for a batch of ${settings.rows} rows`,
    );
  const partners = groupsOf(cache, documents);
  // The order of the current window is kept, being needed for sixteen batches in a row.
  let kept: { readonly epoch: number; readonly window: number; batches: number[][] } | undefined;
  let order: { readonly epoch: number; readonly documents: readonly number[] } | undefined;
  const windowOf = (epoch: number, window: number): number[][] => {
    if (kept?.epoch === epoch && kept.window === window) return kept.batches;
    if (order?.epoch !== epoch)
      order = { epoch, documents: random(seed, "document order", epoch).shuffle(documents) };
    const start = window * batchesInWindow * settings.rows;
    const end = Math.min(start + batchesInWindow * settings.rows, perEpoch * settings.rows);
    const sorted = order.documents
      .slice(start, end)
      .sort((a, b) => lengthOf(cache, a) - lengthOf(cache, b) || a - b);
    const batches = Array.from({ length: sorted.length / settings.rows }, (_, i) =>
      sorted.slice(i * settings.rows, (i + 1) * settings.rows),
    );
    kept = { epoch, window, batches: random(seed, "batch order", epoch, window).shuffle(batches) };
    return kept.batches;
  };
  return (batch, progress) => {
    const epoch = Math.floor(batch / perEpoch);
    const inEpoch = batch % perEpoch;
    const chosen = windowOf(epoch, Math.floor(inEpoch / batchesInWindow))[
      inEpoch % batchesInWindow
    ]!;
    const rows = chosen.map((document, row) => {
      const draw = random(seed, "row", batch, row);
      const made = makeRow(source, settings, document, draw, partners);
      const masked = maskRow(
        made.ids,
        settings.masking,
        progress,
        random(seed, "masking", batch, row),
        source.tokenizer,
        source.terms,
      );
      return { ...made, masked };
    });
    return assemble(source.tokenizer, settings, rows);
  };
}

/**
 * All held-out rows of one written standard: plain notes without pairs, hidden at the same positions
 * for ever. Rows are sorted by length; the last batch may have fewer.
 */
export function* heldOutBatches(
  source: BatchSource,
  settings: Pick<BatchSettings, "sequenceLength" | "rows" | "heldOutShare">,
  standard: WrittenStandard,
): Generator<PretrainingBatch> {
  const { cache } = source;
  const documents = documentsOf(
    cache,
    (d) => isHeldOut(d, settings.heldOutShare) && cache.writtenStandard(d) === standard,
  ).sort((a, b) => lengthOf(cache, a) - lengthOf(cache, b) || a - b);
  const plain: BatchSettings = { ...settings, objective: "mlm", masking: fixedValidation };
  for (let start = 0; start < documents.length; start += settings.rows) {
    const rows = documents.slice(start, start + settings.rows).map((document) => {
      // Named by the document alone: no seed, no epoch, no settings.
      const made = makeRow(
        source,
        plain,
        document,
        random(0, "held-out row", 0, document),
        new Map(),
      );
      const draw = random(0, "held-out masking", 0, document);
      return { ...made, masked: maskRow(made.ids, fixedValidation, 1, draw, source.tokenizer) };
    });
    yield assemble(source.tokenizer, plain, rows);
  }
}

type Row = {
  readonly ids: Int32Array;
  /** Column where segment 1 begins; the row's length if there is only one segment. */
  readonly secondSegment: number;
  readonly nextSentence: 0 | 1;
  readonly masked: MaskedRow;
};

function documentsOf(cache: TokenCache, wanted: (document: number) => boolean): number[] {
  const documents: number[] = [];
  for (let d = 0; d < cache.documents; d++) if (wanted(d)) documents.push(d);
  return documents;
}

const sentencesOf = (cache: TokenCache, document: number): [first: number, end: number] => [
  cache.documentStarts[document]!,
  cache.documentStarts[document + 1]!,
];

function lengthOf(cache: TokenCache, document: number): number {
  const [first, end] = sentencesOf(cache, document);
  return cache.sentenceStarts[end]! - cache.sentenceStarts[first]!;
}

const groupName = (cache: TokenCache, document: number): string =>
  `${cache.writtenStandard(document)} ${cache.documentType(document)}`;

/** Documents by written standard and type: a false second part is drawn from the same group. */
function groupsOf(
  cache: TokenCache,
  documents: readonly number[],
): ReadonlyMap<string, readonly number[]> {
  const groups = new Map<string, number[]>();
  for (const document of documents) {
    const name = groupName(cache, document);
    const group = groups.get(name);
    if (group) group.push(document);
    else groups.set(name, [document]);
  }
  return groups;
}

/** A run of a document's sentences of at most `room` tokens, from a random sentence on. */
function passageOf(
  cache: TokenCache,
  document: number,
  room: number,
  draw: Random,
): { readonly tokens: Int32Array; readonly breaks: readonly number[] } {
  const [first, end] = sentencesOf(cache, document);
  const starts = cache.sentenceStarts;
  // Latest sentence to begin with such that as much as fits is used.
  let latest = first;
  while (latest + 1 < end && starts[end]! - starts[latest]! > room) latest++;
  const begin = first + draw.integer(latest - first + 1);
  const from = starts[begin]!;
  const to = Math.min(starts[end]!, from + room);
  const breaks: number[] = [];
  for (let s = begin + 1; s < end && starts[s]! < to; s++) breaks.push(starts[s]! - from);
  return { tokens: Int32Array.from(cache.tokens.subarray(from, to)), breaks };
}

function makeRow(
  { cache, tokenizer }: BatchSource,
  settings: BatchSettings,
  document: number,
  draw: Random,
  partners: ReadonlyMap<string, readonly number[]>,
): Omit<Row, "masked"> {
  const { cls, sep } = tokenizer.special;
  if (settings.objective === "mlm") {
    const { tokens } = passageOf(cache, document, settings.sequenceLength - 2, draw);
    const ids = Int32Array.from([cls, ...tokens, sep]);
    return { ids, secondSegment: ids.length, nextSentence: 0 };
  }
  const { tokens, breaks } = passageOf(cache, document, settings.sequenceLength - 3, draw);
  // A note of one sentence is divided in its middle.
  const cut = breaks.length > 0 ? draw.pick(breaks) : Math.ceil(tokens.length / 2);
  const isRandom = draw.uniform() < 0.5;
  let second = tokens.subarray(cut);
  if (isRandom) {
    const group = partners.get(groupName(cache, document)) ?? [document];
    let other = draw.pick(group);
    for (let tries = 0; other === document && tries < 10; tries++) other = draw.pick(group);
    // A passage of the true continuation's length, so that length tells nothing.
    second = passageOf(cache, other, second.length, draw).tokens;
  }
  const ids = Int32Array.from([cls, ...tokens.subarray(0, cut), sep, ...second, sep]);
  return { ids, secondSegment: cut + 2, nextSentence: isRandom ? 1 : 0 };
}

function assemble(
  tokenizer: Tokenizer,
  { objective, rows: batch }: Pick<BatchSettings, "objective" | "rows">,
  rows: readonly Row[],
): PretrainingBatch {
  const sequence = roundUp(Math.max(...rows.map(({ ids }) => ids.length)), sequenceStep);
  const maskedTokens = rows.reduce((n, { masked }) => n + masked.positions.length, 0);
  const masked = roundUp(maskedTokens, maskedStep);
  const ids = new Int32Array(batch * sequence).fill(tokenizer.special.pad);
  const types = new Int32Array(batch * sequence);
  const mayAttend = new Float32Array(batch * sequence);
  const positions = new Int32Array(masked);
  const labels = new Int32Array(masked);
  const weights = new Float32Array(masked);
  const nextSentence = new Int32Array(batch);
  let entry = 0;
  let tokens = 0;
  let maskedBytes = 0;
  for (let r = 0; r < batch; r++) {
    const start = r * sequence;
    const row = rows[r];
    if (!row) {
      mayAttend[start] = 1; // a filling row: no attention row may be empty
      continue;
    }
    const { length } = row.ids;
    ids.set(row.masked.input, start);
    types.fill(1, start + Math.min(row.secondSegment, length), start + length);
    mayAttend.fill(1, start, start + length);
    nextSentence[r] = row.nextSentence;
    tokens += length;
    row.masked.positions.forEach((position, i) => {
      const label = row.masked.labels[i]!;
      positions[entry] = start + position;
      labels[entry] = label;
      weights[entry] = 1;
      maskedBytes += tokenizer.bytesOf(label);
      entry++;
    });
  }
  const shape = [batch, sequence];
  return {
    input: {
      ids: int32(ids, shape),
      types: int32(types, shape),
      mayAttend: float32(mayAttend, shape),
      maskedPositions: int32(positions, [masked]),
      maskedLabels: int32(labels, [masked]),
      maskedWeights: float32(weights, [masked]),
      ...(objective === "mlm+nsp" && { nextSentence: int32(nextSentence, [batch]) }),
    },
    tokens,
    maskedTokens,
    maskedBytes,
  };
}
