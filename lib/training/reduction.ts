/** What the processes that share a step tell each other. */

import type { Communicator } from "./communicator";
import type { NamedArrays } from "./optimizer";

/** Add gradients and totals up over all processes, in place. */
export async function sumOverRanks(
  communicator: Communicator,
  gradients: NamedArrays,
  totals: Float64Array,
): Promise<void> {
  await communicator.sum(totals);
  for (const gradient of gradients.values()) await communicator.sum(gradient);
}
