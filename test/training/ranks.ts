import type { Communicator } from "../../lib/training/communicator";

/** Ranks in one process: a sum is made when the last of them has called for it. */
export function ranksInOneProcess(ranks: number): Communicator[] {
  type Call = { readonly data: Float32Array | Float64Array; readonly go: () => void };
  const calls = Array.from({ length: ranks }, (): Call[] => []);
  return calls.map((own, rank) => ({
    rank,
    ranks,
    sum: (data) =>
      new Promise<void>((go) => {
        own.push({ data, go });
        while (calls.every((waiting) => waiting.length > 0)) {
          const all = calls.map((waiting) => waiting.shift()!);
          const total = all[0]!.data.map((_, i) =>
            all.reduce((sum, { data }) => sum + data[i]!, 0),
          );
          for (const { data, go } of all) {
            if (data.length !== total.length) throw new Error("arrays of different sizes");
            data.set(total);
            go();
          }
        }
      }),
  }));
}
