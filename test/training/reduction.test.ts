import { describe, expect, it } from "vitest";
import { checkRanks, type Communicator } from "../../lib/training/communicator";
import { startReduction } from "../../lib/training/reduction";
import { ranksInOneProcess } from "./ranks";

describe("a reduction", () => {
  it("leaves every rank with the sums of all, and their norms", async () => {
    const parts = ranksInOneProcess(3).map((communicator) => {
      const { rank } = communicator;
      const gradients = new Map([
        ["a", Float32Array.of(rank, 1)],
        ["b", Float32Array.of(10 ** rank)],
      ]);
      return { communicator, gradients, totals: Float64Array.of(rank / 2, 1) };
    });
    const norms = await Promise.all(
      parts.map(({ communicator, gradients, totals }) => {
        const reduction = startReduction(communicator);
        for (const [name, gradient] of gradients) reduction.add(name, gradient);
        return reduction.end(totals);
      }),
    );
    for (const [i, { gradients, totals }] of parts.entries()) {
      expect([...gradients.get("a")!, ...gradients.get("b")!]).toEqual([3, 3, 111]);
      expect([...totals]).toEqual([1.5, 3]);
      expect([...norms[i]!]).toEqual([
        ["a", Math.sqrt(18)],
        ["b", 111],
      ]);
    }
  });

  it("fails at its end where a sum failed", async () => {
    const broken: Communicator = {
      ...{ rank: 0, ranks: 2 },
      sum: () => Promise.reject(new Error("rank 1 is gone")),
    };
    const reduction = startReduction(broken);
    reduction.add("a", Float32Array.of(1));
    await expect(reduction.end(new Float64Array(2))).rejects.toThrow("rank 1 is gone");
  });
});

it("micro-batches that cannot be dealt out evenly are refused", () => {
  expect(() => checkRanks({ ranks: 3 }, 6)).not.toThrow();
  expect(() => checkRanks({ ranks: 4 }, 6)).toThrow(
    "4 processes cannot share 6 micro-batches evenly",
  );
});
