/**
 * Pretraining batches as pure functions of (token cache, settings, seed, number of the batch). Nothing
 * is replayed to reach a step: the order of an epoch is one keyed shuffle, made when the epoch is
 * entered, and every row draws from a stream named by its place.
 *
 * Rows of like length are put together, so that short ones do not pay for long ones: the documents of
 * a window of sixteen batches are sorted by length, and the batches of the window then shuffled.
 */

import { float32, int32, type HostTensor } from "../engine";
import { InputError } from "../errors";
import { fixedValidation, maskRow, type MaskedRow, type Masking } from "../masking/masking";
import type { MaskingRate } from "../masking/rate";
import type { TermIndex } from "../masking/term";
import { hash32, random } from "../random";
import type { WrittenStandard } from "../text/document";
import type { TokenCache } from "../text/tokenCache";
import type { Tokenizer } from "../text/tokenization/tokenizer";
import type { PretrainingInput } from "./objective";
import { lengthOf, pairRow, plainRow, type Row } from "./rows";

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
  /** Tokens that are not padding, special tokens included. */
  readonly tokens: number;
  /** Their share of all positions. */
  readonly usefulShare: number;
  readonly maskedTokens: number;
  /** UTF-8 bytes that the hidden tokens stand for: the denominator of bits per byte. */
  readonly maskedBytes: number;
};

const batchesInWindow = 16;

/** Rows are 32, 64, 96, … tokens long: few shapes, so few compiled graphs, and little padding. */
const sequenceStep = 32;

const roundUp = (n: number, step: number): number => Math.ceil(n / step) * step;

/** Whether a document is kept for evaluation; the same for every seed and every run. */
export const isHeldOut = (document: number, share: number): boolean =>
  hash32(`held out ${document}`) < share * 4294967296;

/** Batches of a training run, numbered from 0; `progress` in [0, 1] sets the masking rate. */
export type TrainingBatches = (batch: number, progress: number) => PretrainingBatch;

/**
 * The batches of a run.
 *
 * @throws InputError if fewer documents are left for training than a batch has rows
 */
export function trainingBatches(
  source: BatchSource,
  settings: BatchSettings,
  seed: number,
): TrainingBatches {
  const { cache, tokenizer, terms } = source;
  const { objective, masking, sequenceLength } = settings;
  const documents = documentsOf(cache, (d) => !isHeldOut(d, settings.heldOutShare));
  // The last documents of an epoch's order, fewer than a batch, wait for another epoch.
  const perEpoch = Math.floor(documents.length / settings.rows);
  if (perEpoch === 0)
    throw new InputError(
      `the corpus leaves ${documents.length} documents for training (${cache.documents} in all, ${settings.heldOutShare} held out), too few for a batch of ${settings.rows} rows. Use a larger corpus or fewer rows.`,
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
    const rows = chosen.map((document, place) => {
      const draw = random(seed, "row", batch, place);
      const row =
        objective === "mlm"
          ? plainRow(cache, tokenizer, document, sequenceLength, draw)
          : pairRow(
              cache,
              tokenizer,
              document,
              sequenceLength,
              partners.get(groupName(cache, document))!,
              draw,
            );
      const hide = random(seed, "masking", batch, place);
      return { ...row, masked: maskRow(row.ids, masking, progress, hide, tokenizer, terms) };
    });
    return assemble(tokenizer, settings, rows);
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
  const { cache, tokenizer } = source;
  const documents = documentsOf(
    cache,
    (d) => isHeldOut(d, settings.heldOutShare) && cache.writtenStandard(d) === standard,
  ).sort((a, b) => lengthOf(cache, a) - lengthOf(cache, b) || a - b);
  const plain: BatchSettings = { ...settings, objective: "mlm", masking: fixedValidation };
  for (let start = 0; start < documents.length; start += settings.rows) {
    const rows = documents.slice(start, start + settings.rows).map((document) => {
      // Named by the document alone: no seed, no epoch, no settings.
      const draw = random(0, "held-out row", 0, document);
      const row = plainRow(cache, tokenizer, document, settings.sequenceLength, draw);
      const hide = random(0, "held-out masking", 0, document);
      return { ...row, masked: maskRow(row.ids, fixedValidation, 1, hide, tokenizer) };
    });
    yield assemble(tokenizer, plain, rows);
  }
}

type HiddenRow = Row & { readonly masked: MaskedRow };

function documentsOf(cache: TokenCache, wanted: (document: number) => boolean): number[] {
  const documents: number[] = [];
  for (let d = 0; d < cache.documents; d++) if (wanted(d)) documents.push(d);
  return documents;
}

/** A false second part is drawn from the same group; one sentence is divided otherwise than several. */
function groupName(cache: TokenCache, document: number): string {
  const sentences = cache.documentStarts[document + 1]! - cache.documentStarts[document]!;
  const divided = sentences > 1 ? "between sentences" : "within a sentence";
  return `${cache.writtenStandard(document)}, ${cache.documentType(document)}, ${divided}`;
}

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

/**
 * Entries for hidden tokens in a batch of so many positions: a bound that follows from the settings, so
 * that one sequence length has one shape. A batch that hides more, which is rare, takes a multiple.
 */
function maskedEntries(
  { rows, masking }: BatchSettings,
  sequence: number,
  maskedTokens: number,
): number {
  const rate = highestRate(masking.rate);
  // Terms made up 8 % of the generated notes' tokens; up to a sixth is planned for.
  const share = masking.unit === "term" ? rate + Math.max(0, masking.termRate - rate) / 6 : rate;
  return roundUp(Math.max(1, maskedTokens), Math.ceil(rows * (1 + share * sequence)));
}

const highestRate = (rate: MaskingRate): number =>
  typeof rate === "number" ? rate : Math.max(rate.from, rate.to);

function assemble(
  tokenizer: Tokenizer,
  settings: BatchSettings,
  rows: readonly HiddenRow[],
): PretrainingBatch {
  const { objective, sequenceLength, rows: batch } = settings;
  const longest = Math.max(...rows.map(({ ids }) => ids.length));
  const sequence = Math.min(roundUp(longest, sequenceStep), sequenceLength);
  const maskedTokens = rows.reduce((n, { masked }) => n + masked.positions.length, 0);
  const masked = maskedEntries(settings, sequence, maskedTokens);
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
    types.fill(1, start + row.secondSegment, start + length);
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
    usefulShare: tokens / (batch * sequence),
    maskedTokens,
    maskedBytes,
  };
}
