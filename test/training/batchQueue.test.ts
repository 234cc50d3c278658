import { describe, expect, it } from "vitest";
import { InputError } from "../../lib/errors";
import { indexTerms } from "../../lib/masking/term";
import { openBatchQueue } from "../../lib/training/batchQueue";
import {
  inMicroBatches,
  stepBatches,
  type StepBatchSettings,
} from "../../lib/training/stepBatches";
import { makeCache, makeDocuments, tokenizer } from "./smallCache";

const source = {
  cache: makeCache(makeDocuments(120)),
  tokenizer,
  terms: indexTerms([[7], [8, 9], [10]]),
};
const settings: StepBatchSettings = {
  objective: "mlm+nsp",
  masking: { unit: "term", rate: 0.15, termRate: 0.8 },
  layout: "packed",
  sequenceLength: 64,
  rows: 2,
  shortRows: { sequenceLength: 32, rows: 4, share: 0.5 },
  accumulation: 3,
  steps: 8,
  heldOutShare: 0.1,
};
const place = { rank: 0, ranks: 1 };

describe("a batch queue", () => {
  it("gives what the function gives, in whatever order steps are asked for", async () => {
    const expected = stepBatches(source, settings, 5, place);
    const queue = openBatchQueue(source, settings, 5, place);
    try {
      for (const step of [1, 2, 3, 7, 8, 4, 5]) {
        const batches = await queue.at(step);
        expect(batches).toHaveLength(3);
        expect(batches).toEqual(expected(step));
      }
    } finally {
      await queue.close();
    }
  });

  it("gives a process its own micro-batches, and together they are those of the step", async () => {
    const whole = stepBatches(source, settings, 5, place)(3);
    const queues = [0, 1].map((rank) => openBatchQueue(source, settings, 5, { rank, ranks: 2 }));
    const [even, odd] = await Promise.all(queues.map((queue) => queue.at(3)));
    expect([even![0], odd![0], even![1]]).toEqual(whole);
    for (const queue of queues) await queue.close();
  });

  it.each(["padded", "packed"] as const)(
    "has the same %s rows in a step, hidden alike, however it is divided",
    (layout) => {
      const whole = { ...settings, layout, rows: 8, accumulation: 1 };
      const shortRows = { ...settings.shortRows!, rows: 16 };
      const tokensOf = (rows: number, step: number): number[] => {
        const own = inMicroBatches({ ...whole, shortRows }, rows);
        const batches = stepBatches(source, own, 5, place)(step);
        expect(batches).toHaveLength(8 / rows);
        return batches.flatMap(({ input }) => {
          const { ids, mayAttend, nextSentence } = input;
          const asked = nextSentence!.labels.data.filter((_, i) => nextSentence!.weights.data[i]);
          return [...ids.data.filter((_, i) => mayAttend.data[i] === 1), ...asked];
        });
      };
      for (const step of [1, 4, 5, 8]) {
        const expected = tokensOf(8, step).sort();
        for (const rows of [4, 2, 1]) expect(tokensOf(rows, step).sort()).toEqual(expected);
      }
    },
  );

  it("refuses micro-batches that do not divide a batch, of whichever phase", () => {
    expect(() => inMicroBatches(settings, 4)).toThrow(
      "--rows 4: the batch has 6 rows, which 4 does not divide",
    );
    const uneven = { ...settings, shortRows: { ...settings.shortRows!, rows: 3 } };
    expect(() => inMicroBatches(uneven, 1)).toThrow(
      "--rows 1 makes 6 micro-batches, which do not divide the 9 shorter rows",
    );
  });

  it("says of a corpus that is too small what the function says", async () => {
    const queue = openBatchQueue(source, { ...settings, rows: 5000 }, 5, place);
    await expect(queue.at(5)).rejects.toThrow(InputError);
    await expect(queue.at(5)).rejects.toThrow("too few for a batch of 15000 rows");
    await queue.close();
  });
});
