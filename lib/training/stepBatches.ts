/** From the number of a step to its micro-batches: what the trainer asks for, in whatever thread. */

import { InputError } from "../errors";
import { trainingBatches, type BatchSettings, type BatchSource } from "./batches";
import type { PretrainingBatch, TrainingBatches } from "./batches";
import type { Communicator } from "./communicator";

export type StepBatchSettings = BatchSettings & {
  /**
   * Shorter rows for the first share of the steps: attention finds its way among few tokens first.
   * BERT gives them 90 % (Devlin et al. 2019, section A.2).
   */
  readonly shortRows?: Pick<BatchSettings, "sequenceLength" | "rows"> & { readonly share: number };
  /** Micro-batches in a step; the batch size is `rows * accumulation`. */
  readonly accumulation: number;
  readonly steps: number;
};

/**
 * The same steps in micro-batches of another size: the batch stays as it is in every phase.
 *
 * @param rows - of a micro-batch; those of shorter rows follow from it
 * @throws InputError if a batch cannot be divided so
 */
export function inMicroBatches<Settings extends StepBatchSettings>(
  settings: Settings,
  rows: number,
): Settings {
  const { accumulation: before, shortRows } = settings;
  const batch = settings.rows * before;
  if (batch % rows !== 0)
    throw new InputError(
      `--rows ${rows}: the batch has ${batch} rows, which ${rows} does not divide`,
    );
  const accumulation = batch / rows;
  if (!shortRows) return { ...settings, rows, accumulation };
  const shortBatch = shortRows.rows * before;
  if (shortBatch % accumulation !== 0)
    throw new InputError(
      `--rows ${rows} makes ${accumulation} micro-batches, which do not divide the ${shortBatch} shorter rows of the first steps: choose other rows, or another shortRows.rows`,
    );
  const short = { ...shortRows, rows: shortBatch / accumulation };
  return { ...settings, rows, accumulation, shortRows: short };
}

/** Which of several processes asks. */
export type Place = Pick<Communicator, "rank" | "ranks">;

/** Share of the steps that are done before a step. */
export const progressAt = (step: number, steps: number): number => (step - 1) / steps;

/**
 * The micro-batches of a step that are a process's own: every `ranks`-th from its rank on. A step has the same
 * rows, with the same tokens masked, into however many micro-batches it is divided.
 *
 * @returns a pure function of the step, which counts from 1
 * @throws InputError if the corpus is too small for a batch
 */
export function stepBatches(
  source: BatchSource,
  settings: StepBatchSettings,
  seed: number,
  { rank, ranks }: Place,
): (step: number) => readonly PretrainingBatch[] {
  const { steps, accumulation, shortRows } = settings;
  const shortSteps = Math.round(steps * (shortRows?.share ?? 0));
  let made: { readonly isShort: boolean; readonly batchAt: TrainingBatches } | undefined;
  return (step) => {
    const isShort = step <= shortSteps;
    if (made?.isShort !== isShort) {
      const own = { ...settings, ...(isShort && shortRows) };
      const whole = { ...own, rows: own.rows * accumulation };
      made = { isShort, batchAt: trainingBatches(source, whole, seed) };
    }
    const batches: PretrainingBatch[] = [];
    for (let index = rank; index < accumulation; index += ranks)
      batches.push(made.batchAt(step - 1, progressAt(step, steps), { index, of: accumulation }));
    return batches;
  };
}
