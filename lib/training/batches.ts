/**
 * Training batches as pure functions of (token cache, settings, seed, number of the batch): which rows, what
 * is masked in them, and the tensors of both.
 */

import { float32, int32, type HostTensor } from "../engine/tree";
import { maskRow, type MaskedRow, type Masking } from "../masking/masking";
import { maskingRate } from "../masking/rate";
import type { TermIndex } from "../masking/term";
import { random, type Random } from "../random";
import type { TokenCache } from "../tokenization/tokenCache";
import { textUnit } from "../tokenization/textTokens";
import { divideDocuments } from "./division";
import type { PretrainingInput } from "./objective";
import { packedRows, paddedRows } from "./rowOrder";
import { documentPieces, drawPassage, pairSegment, plainSegment } from "./segments";
import type { Passage, RowTokenizer, Segment } from "./segments";

/** Where rows come from. */
export type BatchSource = {
  readonly cache: TokenCache;
  readonly tokenizer: RowTokenizer;
  /** For term masking. */
  readonly terms?: TermIndex | undefined;
};

export type BatchSettings = {
  readonly objective: "mlm" | "mlm+nsp";
  readonly masking: Masking;
  /** `padded`: one document a row. `packed`: several, which do not see each other. */
  readonly layout: "padded" | "packed";
  /** Longest row in tokens, special tokens included. */
  readonly sequenceLength: number;
  /** Rows in a batch. */
  readonly rows: number;
  /** Share of documents that is never trained on, decided by a hash of each document's origin. */
  readonly heldOutShare: number;
};

export type PretrainingBatch = {
  readonly input: PretrainingInput<HostTensor>;
  /** Tokens that are not padding, special tokens included. */
  readonly tokens: number;
  /** Their share of all positions. */
  readonly usefulShare: number;
  readonly maskedTokens: number;
  /** Pairs of which is asked whether the second part follows the first. */
  readonly pairs: number;
  /** `[maskedTokens]` document of each masked token. */
  readonly maskedDocuments: Uint32Array;
  /** `[maskedTokens]` UTF-8 bytes that each stands for: the denominator of bits per byte. */
  readonly maskedBytes: Uint16Array;
};

/** A segment with part of it masked. */
export type MaskedSegment = Segment & { readonly masked: MaskedRow };

/** Rows are 32, 64, 96, … tokens long: few shapes, so few compiled graphs, and little padding. */
export const lengthStep = 32;

/** Nor may a rate that falls make a graph for every step. */
const rateStep = 0.05;

/** More segments than a row ever has: streams of random numbers are named by row and segment. */
const mostSegments = 65_536;

/** One of the equal parts of a batch, from 0. */
export type Part = { readonly index: number; readonly of: number };

/**
 * Batches of a training run, numbered from 0; `progress` in [0, 1] sets the masking rate. A part has its share
 * of the rows, and what is in a row does not depend on how the batch is divided.
 */
export type TrainingBatches = (batch: number, progress: number, part?: Part) => PretrainingBatch;

/**
 * The batches of a run.
 *
 * @throws InputError if the corpus is too small for one
 */
export function trainingBatches(
  source: BatchSource,
  settings: BatchSettings,
  seed: number,
): TrainingBatches {
  const { cache, tokenizer, terms } = source;
  const { objective, masking, layout, sequenceLength } = settings;
  const { training: documents } = divideDocuments(cache, settings.heldOutShare);
  const specialTokens = objective === "mlm" ? 2 : 3;
  const order = { packed: packedRows, padded: paddedRows }[layout];
  const rowsOf = order(cache, documents, { ...settings, specialTokens }, seed);
  const room = sequenceLength - specialTokens;
  const partners =
    objective === "mlm"
      ? undefined
      : groupsOf(cache, documents, layout === "packed" ? room : undefined);
  const partnerOf = (group: readonly number[], draw: Random): Passage => {
    const document = draw.pick(group);
    return layout === "packed"
      ? draw.pick(documentPieces(cache, document, room))
      : drawPassage(cache, document, room, draw);
  };
  return (batch, progress, { index, of } = { index: 0, of: 1 }) => {
    const size = settings.rows / of;
    const rows = rowsOf(batch).slice(index * size, (index + 1) * size);
    const segments = rows.map((passages, row) =>
      passages.map((passage, i): MaskedSegment => {
        const place = (index * size + row) * mostSegments + i;
        const segment = partners
          ? pairSegment(
              cache,
              tokenizer,
              passage,
              (draw) => partnerOf(partners.get(groupName(cache, passage.document))!, draw),
              random(seed, "pair", batch, place),
            )
          : plainSegment(cache, tokenizer, passage);
        const draw = random(seed, "masking", batch, place);
        const masked = maskRow(segment.ids, masking, progress, draw, tokenizer, terms, (position) =>
          textUnit.beginsWord(segment.units[position]!),
        );
        return { ...segment, masked };
      }),
    );
    return assemble(source, { ...settings, rows: size }, segments, progress);
  };
}

/** A false second part is drawn from the same group; one sentence is divided otherwise than several. */
function groupName(cache: TokenCache, document: number): string {
  const sentences = cache.documentStarts[document + 1]! - cache.documentStarts[document]!;
  const divided = sentences > 1 ? "between sentences" : "within a sentence";
  return `${cache.writtenStandard(document)}, ${cache.documentType(document)}, ${divided}`;
}

/** @param room - if documents are cut into pieces of so many tokens: each is there once for each of its own */
function groupsOf(
  cache: TokenCache,
  documents: readonly number[],
  room: number | undefined,
): ReadonlyMap<string, readonly number[]> {
  const groups = new Map<string, number[]>();
  for (const document of documents) {
    const name = groupName(cache, document);
    const group = groups.get(name) ?? [];
    groups.set(name, group);
    const times = room === undefined ? 1 : documentPieces(cache, document, room).length;
    for (let i = 0; i < times; i++) group.push(document);
  }
  return groups;
}

const roundUp = (n: number, step: number): number => Math.ceil(n / step) * step;

/**
 * Entries for masked tokens in a batch of so many positions: a bound that follows from the settings, so
 * that one sequence length has one shape. A batch that masks more, which is rare, takes a multiple.
 */
function maskedEntries(
  { rows, masking }: BatchSettings,
  sequence: number,
  progress: number,
  maskedTokens: number,
): number {
  const now = maskingRate(masking.rate, progress);
  const rate = typeof masking.rate === "number" ? now : roundUp(now - 1e-9, rateStep);
  // Terms made up 8 % of the generated notes' tokens; up to a sixth is planned for.
  const share = masking.unit === "term" ? rate + Math.max(0, masking.termRate - rate) / 6 : rate;
  return roundUp(Math.max(1, maskedTokens), Math.ceil(rows * (1 + share * sequence)));
}

/**
 * The tensors of some rows.
 *
 * @param progress - of training, for the shape of a batch whose masking rate changes
 */
export function assemble(
  { tokenizer }: Pick<BatchSource, "tokenizer">,
  settings: BatchSettings,
  rows: readonly (readonly MaskedSegment[])[],
  progress: number,
): PretrainingBatch {
  const { objective, layout, sequenceLength, rows: batch } = settings;
  const lengths = rows.map((row) => row.reduce((n, { ids }) => n + ids.length, 0));
  const sequence =
    layout === "packed"
      ? sequenceLength
      : Math.min(roundUp(Math.max(...lengths), lengthStep), sequenceLength);
  const segments = rows.flat();
  const maskedTokens = segments.reduce((n, { masked }) => n + masked.positions.length, 0);
  const entries = maskedEntries(settings, sequence, progress, maskedTokens);
  const positions = batch * sequence;
  const ids = new Int32Array(positions).fill(tokenizer.special.pad);
  const types = new Int32Array(positions);
  const mayAttend = new Float32Array(positions);
  const documents = new Int32Array(positions);
  const places = new Int32Array(positions);
  const masked = {
    positions: new Int32Array(entries),
    labels: new Int32Array(entries),
    weights: new Float32Array(entries),
  };
  const maskedDocuments = new Uint32Array(maskedTokens);
  const maskedBytes = new Uint16Array(maskedTokens);
  const pairs: { readonly position: number; readonly label: number }[] = [];
  let entry = 0;
  for (let r = 0; r < batch; r++) {
    const row = rows[r] ?? [];
    let at = r * sequence;
    row.forEach((segment, i) => {
      const { length } = segment.ids;
      ids.set(segment.masked.input, at);
      types.fill(1, at + segment.secondPart, at + length);
      mayAttend.fill(1, at, at + length);
      documents.fill(i, at, at + length);
      for (let j = 0; j < length; j++) places[at + j] = j;
      if (segment.nextSentence !== undefined)
        pairs.push({ position: at, label: segment.nextSentence });
      segment.masked.positions.forEach((position, j) => {
        const label = segment.masked.labels[j]!;
        masked.positions[entry] = at + position;
        masked.labels[entry] = label;
        masked.weights[entry] = 1;
        maskedDocuments[entry] = segment.passage.document;
        maskedBytes[entry] = textUnit.bytes(segment.units[position]!);
        entry++;
      });
      at += length;
    });
    // No attention row may be empty: in one that only fills up, the first token sees itself.
    if (row.length === 0) mayAttend[at] = 1;
    documents.fill(row.length, at, (r + 1) * sequence);
  }
  const shape = [batch, sequence];
  const tokens = lengths.reduce((sum, length) => sum + length, 0);
  return {
    input: {
      ids: int32(ids, shape),
      types: int32(types, shape),
      mayAttend: float32(mayAttend, shape),
      ...(layout === "packed" && {
        packing: { documents: int32(documents, shape), positions: int32(places, shape) },
      }),
      maskedPositions: int32(masked.positions, [entries]),
      maskedLabels: int32(masked.labels, [entries]),
      maskedWeights: float32(masked.weights, [entries]),
      ...(objective === "mlm+nsp" && {
        nextSentence: pairTensors(pairs, batch * (layout === "packed" ? 8 : 1)),
      }),
    },
    tokens,
    usefulShare: tokens / positions,
    maskedTokens,
    pairs: pairs.length,
    maskedDocuments,
    maskedBytes,
  };
}

/** Pairs of a batch, filled up to a multiple of `step`, so that shapes are few. */
function pairTensors(
  pairs: readonly { readonly position: number; readonly label: number }[],
  step: number,
): NonNullable<PretrainingInput<HostTensor>["nextSentence"]> {
  const entries = roundUp(Math.max(1, pairs.length), step);
  const positions = new Int32Array(entries);
  const labels = new Int32Array(entries);
  const weights = new Float32Array(entries);
  pairs.forEach(({ position, label }, i) => {
    positions[i] = position;
    labels[i] = label;
    weights[i] = 1;
  });
  return {
    positions: int32(positions, [entries]),
    labels: int32(labels, [entries]),
    weights: float32(weights, [entries]),
  };
}
