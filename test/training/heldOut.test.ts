import { describe, expect, it } from "vitest";
import { fixedValidation } from "../../lib/masking/masking";
import type { PretrainingBatch } from "../../lib/training/batches";
import { divideDocuments } from "../../lib/training/division";
import { heldOutBatches } from "../../lib/training/heldOut";
import { makeCache, makeDocuments, tokenizer } from "./smallCache";

const documents = makeDocuments(400);
const cache = makeCache(documents);
const source = { cache, tokenizer };
const settings = { sequenceLength: 96, rows: 8, heldOutShare: 0.1 };
const batches = [...heldOutBatches(source, settings)];

/** For each masked token its document and what was there. */
const hidden = (list: readonly PretrainingBatch[]): string[] =>
  list.flatMap(({ input, maskedDocuments }) =>
    Array.from(
      maskedDocuments,
      (document, i) => `${cache.keys[document]}: ${input.maskedLabels.data[i]}`,
    ),
  );

describe("held-out batches", () => {
  it("hold every token of the held-out documents once, in both standards", () => {
    const expected = divideDocuments(cache, 0.1).heldOut.flatMap((d) =>
      documents[d]!.sentences.flat(),
    );
    const found = batches.flatMap(({ input }) => {
      const ids = input.ids.data.slice();
      input.maskedPositions.data.forEach((position, i) => {
        if (input.maskedWeights.data[i] === 1) ids[position] = input.maskedLabels.data[i]!;
      });
      return [...ids].filter((id) => !tokenizer.isSpecial(id));
    });
    expect(found.sort()).toEqual(expected.sort());
    const standards = batches.flatMap(({ maskedDocuments }) =>
      Array.from(maskedDocuments, (document) => cache.writtenStandard(document)),
    );
    expect(new Set(standards)).toEqual(new Set(["nb", "nn"]));
  });

  it("hide 15 % at the same places, whatever the batches and the corpus are like", () => {
    expect(hidden([...heldOutBatches(source, { ...settings, rows: 3 })]).sort()).toEqual(
      hidden(batches).sort(),
    );
    const masked = batches.reduce((n, batch) => n + batch.maskedTokens, 0);
    const tokens = batches.reduce((n, batch) => n + batch.tokens, 0);
    expect(masked / tokens).toBeCloseTo(fixedValidation.rate as number, 1);
    const larger = { cache: makeCache([...documents, ...makeDocuments(50, 2)]), tokenizer };
    const again = hidden([...heldOutBatches(larger, settings)]);
    for (const one of hidden(batches)) expect(again).toContain(one);
  });

  it("fill up the last batch with rows that can be attended to and count for nothing", () => {
    const last = [...heldOutBatches(source, { ...settings, rows: 64 })].at(-1)!;
    const { mayAttend, ids } = last.input;
    expect(ids.shape[0]).toBe(64);
    for (let r = 0; r < 64; r++) {
      const row = mayAttend.data.subarray(r * ids.shape[1]!, (r + 1) * ids.shape[1]!);
      expect(row.some((value) => value === 1)).toBe(true);
    }
  });

  it("are none where nothing is held out", () => {
    expect([...heldOutBatches(source, { ...settings, heldOutShare: 0 })]).toEqual([]);
  });
});
