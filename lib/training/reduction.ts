/**
 * What the processes that share a step tell each other. The compiled graph gives all gradients at once, so
 * nothing can be added up over processes while it runs; but while one tensor is under way, this process
 * adds up the next one's micro-batches and takes the norm of the one before.
 */

import { sumOfSquares } from "../engine/updateKernels";
import type { Communicator } from "./communicator";

/** Sums over all processes that are under way. */
export type Reduction = {
  /** Begin with a tensor, which nobody may touch until the end. */
  add(name: string, gradient: Float32Array): void;
  /** Wait for all of them, and for the sum of the losses; gives the Euclidean norm of each tensor. */
  end(loss: Float64Array): Promise<ReadonlyMap<string, number>>;
};

export function startReduction(communicator: Communicator): Reduction {
  const waiting: {
    readonly name: string;
    readonly gradient: Float32Array;
    readonly done: Promise<void>;
  }[] = [];
  return {
    add: (name, gradient) => {
      const done = communicator.sum(gradient);
      done.catch(() => undefined); // reported at the end
      waiting.push({ name, gradient, done });
    },
    end: async (loss) => {
      const counted = communicator.sum(loss);
      counted.catch(() => undefined);
      const norms = new Map<string, number>();
      for (const { name, gradient, done } of waiting) {
        await done;
        norms.set(name, Math.sqrt(sumOfSquares(gradient)));
      }
      await counted;
      return norms;
    },
  };
}
