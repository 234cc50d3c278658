/**
 * Which passages are in which row. Rows of a run are numbered from 0 and every row is a function of its
 * number: nothing is replayed to reach a step.
 */

import { InputError } from "../errors";
import { random } from "../random";
import { planPacking, type PackingPlan } from "./packing/packing";
import type { TokenCache } from "../tokenization/tokenCache";
import { drawPassage, lengthOf, type Passage } from "./segments";

/** The rows of a batch, by its number from 0. */
export type RowOrder = (batch: number) => readonly (readonly Passage[])[];

export type RowOrderSettings = {
  /** Longest row in tokens, special tokens included. */
  readonly sequenceLength: number;
  /** Rows in a batch. */
  readonly rows: number;
  /** Special tokens of a passage: 2, or 3 where it is divided in two. */
  readonly specialTokens: number;
};

const batchesInWindow = 16;

/**
 * One document a row; one that is longer than a row gives a passage of it. Rows of like length are put
 * together, so that short ones do not pay for long ones: the documents of a window of sixteen batches
 * are sorted by length, and the batches of the window then shuffled.
 *
 * @throws InputError for fewer documents than a batch has rows
 */
export function paddedRows(
  cache: TokenCache,
  documents: readonly number[],
  { sequenceLength, rows, specialTokens }: RowOrderSettings,
  seed: number,
): RowOrder {
  // The last documents of an epoch's order, fewer than a batch, wait for another epoch.
  const perEpoch = Math.floor(documents.length / rows);
  if (perEpoch === 0) throw tooFew(`${documents.length} documents`, rows);
  // The order of the current window is kept, being needed for sixteen batches in a row.
  let kept: { readonly epoch: number; readonly window: number; batches: number[][] } | undefined;
  let order: { readonly epoch: number; readonly documents: readonly number[] } | undefined;
  const windowOf = (epoch: number, window: number): number[][] => {
    if (kept?.epoch === epoch && kept.window === window) return kept.batches;
    if (order?.epoch !== epoch)
      order = { epoch, documents: random(seed, "document order", epoch).shuffle(documents) };
    const start = window * batchesInWindow * rows;
    const end = Math.min(start + batchesInWindow * rows, perEpoch * rows);
    const sorted = order.documents
      .slice(start, end)
      .sort((a, b) => lengthOf(cache, a) - lengthOf(cache, b) || a - b);
    const batches = Array.from({ length: sorted.length / rows }, (_, i) =>
      sorted.slice(i * rows, (i + 1) * rows),
    );
    kept = { epoch, window, batches: random(seed, "batch order", epoch, window).shuffle(batches) };
    return kept.batches;
  };
  return (batch) => {
    const epoch = Math.floor(batch / perEpoch);
    const inEpoch = batch % perEpoch;
    const chosen = windowOf(epoch, Math.floor(inEpoch / batchesInWindow))[
      inEpoch % batchesInWindow
    ]!;
    return chosen.map((document, place) => [
      drawPassage(
        cache,
        document,
        sequenceLength - specialTokens,
        random(seed, "passage", batch, place),
      ),
    ]);
  };
}

/**
 * Several documents a row, so that hardly any position is padding; see `text/packing`. Every epoch has as
 * many rows as the first: of one that is packed in fewer, the first rows come again, of one in more,
 * the last are left out.
 *
 * @throws InputError for fewer rows than a batch has
 */
export function packedRows(
  cache: TokenCache,
  documents: readonly number[],
  { sequenceLength, rows, specialTokens }: RowOrderSettings,
  seed: number,
): RowOrder {
  const chosen = new Uint8Array(cache.documents);
  for (const document of documents) chosen[document] = 1;
  const planOf = (epoch: number): PackingPlan =>
    planPacking(cache, {
      ...{ sequenceLength, specialTokens, seed, epoch },
      documents: (document) => chosen[document] === 1,
    });
  const first = planOf(0);
  const perEpoch = first.rows;
  if (perEpoch < rows) throw tooFew(`${perEpoch} packed rows`, rows);
  let current = { epoch: 0, plan: first };
  return (batch) =>
    Array.from({ length: rows }, (_, place) => {
      const row = batch * rows + place;
      const epoch = Math.floor(row / perEpoch);
      if (current.epoch !== epoch) current = { epoch, plan: planOf(epoch) };
      return passagesOf(current.plan, (row % perEpoch) % current.plan.rows);
    });
}

/** The passages of a row of a plan. */
export function passagesOf(plan: PackingPlan, row: number): Passage[] {
  const [first, end] = [plan.rowStarts[row]!, plan.rowStarts[row + 1]!];
  return Array.from({ length: end - first }, (_, i) => {
    const from = plan.starts[first + i]!;
    const document = plan.documents[first + i]!;
    return { document, from, end: from + plan.lengths[first + i]! };
  });
}

const tooFew = (there: string, rows: number): InputError =>
  new InputError(
    `the corpus leaves ${there} for training, too few for a batch of ${rows} rows. Use a larger corpus or a smaller batch.`,
  );
