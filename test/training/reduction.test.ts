import { describe, expect, it } from "vitest";
import type { Communicator } from "../../lib/training/communicator";
import { sumOverRanks } from "../../lib/training/reduction";

/** Ranks in one process: the sum is made when the last of them has called. */
function together(ranks: number): Communicator[] {
  let waiting: { readonly data: Float32Array | Float64Array; readonly go: () => void }[] = [];
  return Array.from({ length: ranks }, (_, rank) => ({
    rank,
    ranks,
    sum: (data) =>
      new Promise<void>((go) => {
        waiting.push({ data, go });
        if (waiting.length < ranks) return;
        const all = waiting;
        waiting = [];
        const total = all[0]!.data.map((_, i) => all.reduce((sum, { data }) => sum + data[i]!, 0));
        for (const { data, go } of all) {
          if (data.length !== total.length) throw new Error("arrays of different sizes");
          data.set(total);
          go();
        }
      }),
  }));
}

describe("sumOverRanks", () => {
  it("leaves every rank with the sums of all", async () => {
    const parts = together(3).map((communicator) => {
      const { rank } = communicator;
      const gradients = new Map([
        ["a", Float32Array.of(rank, 1)],
        ["b", Float32Array.of(10 ** rank)],
      ]);
      return { communicator, gradients, totals: Float64Array.of(rank / 2, 1) };
    });
    await Promise.all(parts.map((p) => sumOverRanks(p.communicator, p.gradients, p.totals)));
    for (const { gradients, totals } of parts) {
      expect([...gradients.get("a")!, ...gradients.get("b")!]).toEqual([3, 3, 111]);
      expect([...totals]).toEqual([1.5, 3]);
    }
  });
});
