/** What a training step needs of other processes that train the same model; alone, there are none. */

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
