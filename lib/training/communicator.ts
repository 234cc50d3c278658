/** What a training step needs of other processes that train the same model; alone, there are none. */

import { InputError } from "../errors";

export type Communicator = {
  /** Number of this process, from 0. Rank 0 writes what is written. */
  readonly rank: number;
  readonly ranks: number;
  /**
   * Add an array up over all ranks, in place. Every rank ends with the same bits. All ranks call it with
   * arrays of the same sizes in the same order.
   */
  sum(data: Float32Array | Float64Array): Promise<void>;
};

/** One process. */
export const alone: Communicator = { rank: 0, ranks: 1, sum: () => Promise.resolve() };

/** @throws InputError if the micro-batches of a step cannot be dealt out evenly */
export function checkRanks({ ranks }: Pick<Communicator, "ranks">, accumulation: number): void {
  if (accumulation % ranks !== 0)
    throw new InputError(
      `${ranks} processes cannot share ${accumulation} micro-batches evenly: start another number of processes, or make more micro-batches with --rows`,
    );
}
