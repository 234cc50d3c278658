/** A command as one of several processes that `mpirun` or `srun` started. */

import { setTimeout } from "node:timers/promises";
import { InputError } from "../../errors";
import { mpiLauncher, openMpi, type MpiProcess } from "../../training/mpi";

/** For so long other ranks leave the word to rank 0, which most errors strike too. */
const politeMilliseconds = 2000;

/**
 * Do some work, together with the other processes of the job if there is one. An error on any rank is said
 * with its number and ends the whole job: the others would wait for it for ever.
 *
 * @param work - gets this process's place among the others, or undefined if it is alone
 */
export async function withRanks(
  work: (mpi: MpiProcess | undefined) => Promise<void>,
): Promise<void> {
  if (mpiLauncher() === undefined) return work(undefined);
  const mpi = openMpi();
  try {
    await work(mpi);
  } catch (error) {
    const { name, message, stack } = error as Error;
    if (name !== "AbortError") {
      if (mpi.rank !== 0) await setTimeout(politeMilliseconds);
      const text = process.argv.includes("--verbose") ? stack : message;
      console.error(`kliniskvest: rank ${mpi.rank} of ${mpi.ranks}: ${text}; all ranks end`);
      mpi.abort(error instanceof InputError ? 2 : 1);
    }
    await mpi.close();
    throw error;
  }
  await mpi.close();
}
