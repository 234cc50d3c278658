import { describe, expect, it } from "vitest";
import { InputError } from "../../lib/errors";
import { fixedValidation } from "../../lib/masking/masking";
import { indexTerms } from "../../lib/masking/term";
import {
  heldOutBatches,
  isHeldOut,
  trainingBatches,
  type BatchSettings,
  type PretrainingBatch,
} from "../../lib/training/batches";
import { makeCache, makeDocuments, tokenizer } from "./smallCache";

const cache = makeCache(makeDocuments(400));
const source = { cache, tokenizer };
const settings: BatchSettings = {
  objective: "mlm",
  masking: { unit: "subword", rate: 0.15 },
  sequenceLength: 96,
  rows: 8,
  heldOutShare: 0.1,
};
const { cls, sep, pad, mask } = tokenizer.special;

/** Original tokens of each row, without padding. */
function originalRows(batch: PretrainingBatch): number[][] {
  const { ids, mayAttend, maskedPositions, maskedLabels, maskedWeights } = batch.input;
  const restored = ids.data.slice();
  maskedPositions.data.forEach((position, i) => {
    if (maskedWeights.data[i] === 1) restored[position] = maskedLabels.data[i]!;
  });
  const sequence = ids.shape[1]!;
  return Array.from({ length: ids.shape[0]! }, (_, r) =>
    [...restored.subarray(r * sequence, (r + 1) * sequence)].filter(
      (_, i) => mayAttend.data[r * sequence + i] === 1,
    ),
  );
}

/** The document whose tokens a row's content is a part of; unique, for tokens are random. */
const texts = Array.from({ length: cache.documents }, (_, d) => {
  const [from, to] = [d, d + 1].map((i) => cache.sentenceStarts[cache.documentStarts[i]!]!);
  return `,${cache.tokens.subarray(from, to).join()},`;
});
const documentOf = (tokens: readonly number[]): number =>
  texts.findIndex((text) => text.includes(`,${tokens.join()},`));

describe.each(["mlm", "mlm+nsp"] as const)("a training batch for %s", (objective) => {
  const batchAt = trainingBatches(source, { ...settings, objective }, 7);

  it("is a function of the seed and its number, in whatever order batches are asked for", () => {
    const numbers = [100, 3, 0, 44, 45, 100];
    const [first, ...others] = numbers.map((n) => batchAt(n, 0.5));
    expect(others.at(-1)).toEqual(first);
    const fresh = trainingBatches(source, { ...settings, objective }, 7);
    expect(fresh(44, 0.5)).toEqual(others[2]);
    const other = trainingBatches(source, { ...settings, objective }, 8);
    expect(other(44, 0.5)).not.toEqual(others[2]);
  });

  it("has the form the model wants", () => {
    for (let n = 0; n < 60; n++) {
      const batch = batchAt(n, 0);
      const { ids, types, mayAttend, maskedPositions, maskedLabels, maskedWeights, nextSentence } =
        batch.input;
      const [rows, sequence] = ids.shape as [number, number];
      expect(rows).toBe(8);
      expect(sequence % 32).toBe(0);
      expect(sequence).toBeLessThanOrEqual(96);
      for (const tensor of [types, mayAttend]) expect(tensor.shape).toEqual([rows, sequence]);
      expect(maskedLabels.shape).toEqual(maskedPositions.shape);
      expect(maskedWeights.shape).toEqual(maskedPositions.shape);
      expect(nextSentence?.shape).toEqual(objective === "mlm" ? undefined : [8]);
      ids.data.forEach((id, i) => expect(id === pad).toBe(mayAttend.data[i] === 0));
      let weights = 0;
      let bytes = 0;
      maskedPositions.data.forEach((position, i) => {
        const weight = maskedWeights.data[i]!;
        weights += weight;
        if (weight === 0) return;
        expect(tokenizer.isSpecial(maskedLabels.data[i]!)).toBe(false);
        expect(mayAttend.data[position]).toBe(1);
        bytes += tokenizer.bytesOf(maskedLabels.data[i]!);
      });
      expect([batch.maskedTokens, batch.maskedBytes]).toEqual([weights, bytes]);
      expect(batch.tokens).toBe([...mayAttend.data].filter((value) => value === 1).length);
      expect(batch.usefulShare).toBe(batch.tokens / (rows * sequence));
      const masks = ids.data.filter((id) => id === mask).length;
      expect(masks).toBeGreaterThan(0);
      expect(masks).toBeLessThanOrEqual(weights);
    }
  });

  it("has one shape for each length of rows, so that few graphs are compiled", () => {
    const shapes = new Set<string>();
    for (let n = 0; n < 300; n++) {
      const { ids, maskedPositions } = batchAt(n, 0).input;
      shapes.add(`${ids.shape.join("×")} with ${maskedPositions.shape[0]}`);
    }
    expect(shapes.size).toBeLessThanOrEqual(3);
  });

  it("puts rows of like length together", () => {
    let tokens = 0;
    let positions = 0;
    for (let n = 0; n < 44; n++) {
      const batch = batchAt(n, 0);
      tokens += batch.tokens;
      positions += batch.input.ids.data.length;
    }
    expect(tokens / positions).toBeGreaterThan(0.75);
  });
});

describe("an epoch", () => {
  const batchAt = trainingBatches(source, settings, 7);
  const training = Array.from({ length: cache.documents }, (_, d) => d).filter(
    (d) => !isHeldOut(d, 0.1),
  );
  const perEpoch = Math.floor(training.length / 8);
  const epoch = (number: number): number[] =>
    Array.from({ length: perEpoch }, (_, i) => batchAt(number * perEpoch + i, 0)).flatMap((batch) =>
      originalRows(batch).map((row) => documentOf(row.slice(1, -1))),
    );

  it("shows each training document once and no held-out document", () => {
    const shown = epoch(2);
    expect(new Set(shown).size).toBe(perEpoch * 8);
    for (const document of shown) expect(training).toContain(document);
  });

  it("has another order than the one before", () => {
    expect(epoch(0)).not.toEqual(epoch(1));
  });

  it("begins a long document elsewhere than another epoch does", () => {
    const long = training.find((d) => texts[d]!.split(",").length > 130)!;
    const begins = new Set<number>();
    for (let n = 0; n < perEpoch * 5; n++)
      for (const row of originalRows(batchAt(n, 0)))
        if (documentOf(row.slice(1, -1)) === long)
          begins.add(texts[long]!.indexOf(`,${row.slice(1, -1).join()},`));
    expect(begins.size).toBeGreaterThan(1);
  });
});

describe("sentence pairs", () => {
  const batchAt = trainingBatches(source, { ...settings, objective: "mlm+nsp" }, 3);
  const pairs = Array.from({ length: 400 }, (_, n) => batchAt(n, 0)).flatMap((batch) =>
    originalRows(batch).map((row, r) => {
      const middle = row.indexOf(sep);
      const first = row.slice(1, middle);
      const second = row.slice(middle + 1, -1);
      const { types, nextSentence } = batch.input;
      const sequence = types.shape[1]!;
      const segments = [...types.data.subarray(r * sequence, r * sequence + row.length)];
      return { row, first, second, segments, label: nextSentence!.data[r]! };
    }),
  );

  it("are written [CLS] first [SEP] second [SEP], in two segments", () => {
    for (const { row, first, second, segments } of pairs) {
      expect(row).toEqual([cls, ...first, sep, ...second, sep]);
      expect(segments).toEqual([
        ...Array<number>(first.length + 2).fill(0),
        ...Array<number>(second.length + 1).fill(1),
      ]);
      expect(first.length).toBeGreaterThan(0);
    }
  });

  it("go on in one document, or come from two of the same standard and type", () => {
    for (const { first, second, label } of pairs) {
      if (label === 0) expect(documentOf([...first, ...second])).toBeGreaterThanOrEqual(0);
      // Two or three tokens may be in several documents by chance.
      if (label === 0 || Math.min(first.length, second.length) < 4) continue;
      const [document, other] = [documentOf(first), documentOf(second)];
      expect(other).not.toBe(document);
      expect(other % 4).toBe(document % 4); // standard and type, see makeDocuments
      expect(isHeldOut(other, 0.1)).toBe(false);
    }
  });

  it("are half and half, and lengths and ends tell nothing", () => {
    const [next, random] = [0, 1].map((label) => pairs.filter((pair) => pair.label === label));
    expect(random!.length / pairs.length).toBeGreaterThan(0.46);
    expect(random!.length / pairs.length).toBeLessThan(0.54);
    const mean = (group: typeof next, value: (pair: (typeof pairs)[number]) => number): number =>
      group!.reduce((sum, pair) => sum + value(pair), 0) / group!.length;
    const beginnings = new Set(texts.map((text) => text.split(",").slice(1, 4).join()));
    const cues: [name: string, value: (pair: (typeof pairs)[number]) => number, most: number][] = [
      ["first length", ({ first }) => first.length, 1.5],
      ["second length", ({ second }) => second.length, 1.5],
      ["row length", ({ row }) => row.length, 2],
      ["second ends a sentence", ({ second }) => Number(second.at(-1) === 5), 0.02],
      ["first ends a sentence", ({ first }) => Number(first.at(-1) === 5), 0.04],
      [
        "second begins a document",
        ({ second }) => Number(beginnings.has(second.slice(0, 3).join())),
        0.001,
      ],
    ];
    for (const [name, value, most] of cues)
      expect(Math.abs(mean(next, value) - mean(random, value)), name).toBeLessThan(most);
  });

  it("of notes with a single sentence are divided between words", () => {
    const single = makeCache(
      makeDocuments(80).map((document) => ({
        ...document,
        sentences: document.sentences.slice(0, 1),
      })),
    );
    const { input } = trainingBatches(
      { cache: single, tokenizer },
      { ...settings, objective: "mlm+nsp" },
      1,
    )(0, 0);
    expect(new Set(input.nextSentence!.data)).toEqual(new Set([0, 1]));
    for (const row of originalRows({ input } as PretrainingBatch)) {
      const second = row.slice(row.indexOf(sep) + 1, -1);
      if (second.length > 0) expect(tokenizer.isContinuation(second[0]!)).toBe(false);
    }
  });
});

describe("held-out batches", () => {
  const batches = [...heldOutBatches(source, settings, "nn")];
  it("hold every held-out document of the standard once", () => {
    const expected = Array.from({ length: cache.documents }, (_, d) => d).filter(
      (d) => isHeldOut(d, 0.1) && d % 2 === 1,
    );
    const rows = batches.flatMap(originalRows).filter((row) => row.length > 1);
    expect(rows.map((row) => documentOf(row.slice(1, -1))).sort((a, b) => a - b)).toEqual(expected);
    expect(expected.length).toBeGreaterThan(8);
  });

  it("hide 15 % at the same positions, whatever the batches are like", () => {
    const hidden = (list: readonly PretrainingBatch[]): string[] =>
      list.flatMap(({ input }) => {
        const sequence = input.ids.shape[1]!;
        const rows = new Map<number, string[]>();
        input.maskedPositions.data.forEach((position, i) => {
          if (input.maskedWeights.data[i] === 0) return;
          const row = Math.floor(position / sequence);
          const at = `${position % sequence}:${input.ids.data[position]}`;
          rows.set(row, [...(rows.get(row) ?? []), at]);
        });
        return [...rows.values()].map((row) => row.join(" "));
      });
    const other = [...heldOutBatches(source, { ...settings, rows: 3 }, "nn")];
    expect(hidden(other).sort()).toEqual(hidden(batches).sort());
    const masked = batches.reduce((n, batch) => n + batch.maskedTokens, 0);
    const tokens = batches.reduce((n, batch) => n + batch.tokens, 0);
    expect(masked / tokens).toBeCloseTo(fixedValidation.rate as number, 1);
  });

  it("fill up the last batch with rows that can be attended to and count for nothing", () => {
    const last = [...heldOutBatches(source, { ...settings, rows: 64 }, "nn")].at(-1)!;
    const { mayAttend, ids } = last.input;
    expect(ids.shape[0]).toBe(64);
    for (let r = 0; r < 64; r++) {
      const row = mayAttend.data.subarray(r * ids.shape[1]!, (r + 1) * ids.shape[1]!);
      expect(row.some((value) => value === 1)).toBe(true);
    }
  });

  it("are none for a standard without documents", () => {
    expect([...heldOutBatches(source, settings, "either")]).toEqual([]);
  });
});

it("terms are hidden from the list in the source", () => {
  // Every token from 6 to 299 that begins a word is a term; it is always hidden.
  const terms = indexTerms(Array.from({ length: 294 }, (_, i) => [6 + i]));
  const masking = { unit: "term", rate: 0, termRate: 1 } as const;
  const batch = trainingBatches({ ...source, terms }, { ...settings, masking }, 1)(0, 0);
  expect(batch.maskedTokens / batch.tokens).toBeGreaterThan(0.3);
  expect(() => trainingBatches(source, { ...settings, masking }, 1)(0, 0)).toThrow(/list of terms/);
});

it("rows are never longer than asked for, and a corpus that is too small is refused", () => {
  const odd = { ...settings, sequenceLength: 50 };
  for (let n = 0; n < 40; n++)
    expect([32, 50]).toContain(trainingBatches(source, odd, 1)(n, 0).input.ids.shape[1]);
  expect(() => trainingBatches(source, { ...settings, rows: 401 }, 1)).toThrow(InputError);
});
