import { describe, expect, it } from "vitest";
import type { HostTensor } from "../../lib/engine";
import { InputError } from "../../lib/errors";
import { indexTerms } from "../../lib/masking/term";
import {
  trainingBatches,
  type BatchSettings,
  type PretrainingBatch,
} from "../../lib/training/batches";
import { divideDocuments } from "../../lib/training/division";
import { makeCache, makeDocuments, tokenizer } from "./smallCache";

const cache = makeCache(makeDocuments(400));
const source = { cache, tokenizer };
const settings: BatchSettings = {
  objective: "mlm",
  masking: { unit: "subword", rate: 0.15 },
  layout: "padded",
  sequenceLength: 96,
  rows: 8,
  heldOutShare: 0.1,
};
const { cls, sep, pad, mask } = tokenizer.special;

/** A segment of a row as it was before masking, and where it begins. */
type Segment = { readonly tokens: number[]; readonly types: number[]; readonly start: number };

/** The segments of every row, without padding. */
function segmentsOf({ input }: PretrainingBatch): Segment[][] {
  const { ids, types, mayAttend, packing, maskedPositions, maskedLabels, maskedWeights } = input;
  const restored = ids.data.slice();
  maskedPositions.data.forEach((position, i) => {
    if (maskedWeights.data[i] === 1) restored[position] = maskedLabels.data[i]!;
  });
  const [rows, sequence] = ids.shape as [number, number];
  return Array.from({ length: rows }, (_, r) => {
    const segments = new Map<number, Segment>();
    for (let at = r * sequence; at < (r + 1) * sequence; at++) {
      if (mayAttend.data[at] === 0) continue;
      const number = packing?.documents.data[at] ?? 0;
      const segment = segments.get(number) ?? { tokens: [], types: [], start: at };
      segments.set(number, segment);
      if (packing) expect(packing.positions.data[at]).toBe(segment.tokens.length);
      segment.tokens.push(restored[at]!);
      segment.types.push(types.data[at]!);
    }
    return [...segments.values()];
  });
}

/** The document whose tokens a passage is a part of; unique, for tokens are random. */
const texts = Array.from({ length: cache.documents }, (_, d) => {
  const [from, to] = [d, d + 1].map((i) => cache.sentenceStarts[cache.documentStarts[i]!]!);
  return `,${cache.tokens.subarray(from, to).join()},`;
});
const documentOf = (tokens: readonly number[]): number =>
  texts.findIndex((text) => text.includes(`,${tokens.join()},`));
const { training } = divideDocuments(cache, 0.1);

const kinds = (["padded", "packed"] as const).flatMap((layout) =>
  (["mlm", "mlm+nsp"] as const).map((objective) => ({ layout, objective })),
);

it.each(kinds)("$layout rows for $objective show every token", ({ layout, objective }) => {
  // Sentences of up to three rows, alone in their document or not, and tokens that each occur once.
  const lengths = [
    [70],
    [5, 90, 7],
    [20, 20, 20, 20, 20],
    [3],
    [64, 1, 64],
    [12, 40],
    [8, 8],
    [9, 9, 9],
  ];
  let next = 5;
  const documents = lengths.map((sentences) => ({
    ...({ standard: "nb", type: "note" } as const),
    sentences: sentences.map((length) => Array.from({ length }, () => next++)),
  }));
  const own = { ...settings, layout, objective, sequenceLength: 32, rows: 2, heldOutShare: 0 };
  const batchAt = trainingBatches({ cache: makeCache(documents), tokenizer }, own, 3);
  const seen = new Set<number>();
  for (let n = 0; n < 2000; n++)
    for (const { tokens } of segmentsOf(batchAt(n, 0)).flat())
      for (const token of tokens) seen.add(token);
  for (const special of [cls, sep]) seen.delete(special);
  expect(seen.size).toBe(next - 5);
});

describe.each(kinds)("a $layout batch for $objective", ({ layout, objective }) => {
  const own = { ...settings, layout, objective };
  const batchAt = trainingBatches(source, own, 7);

  it("is a function of the seed and its number, in whatever order batches are asked for", () => {
    const numbers = [100, 3, 0, 44, 45, 100];
    const [first, ...others] = numbers.map((n) => batchAt(n, 0.5));
    expect(others.at(-1)).toEqual(first);
    const fresh = trainingBatches(source, own, 7);
    expect(fresh(44, 0.5)).toEqual(others[2]);
    const other = trainingBatches(source, own, 8);
    expect(other(44, 0.5)).not.toEqual(others[2]);
  });

  it("has the form the model wants", () => {
    let [askedOfAll, segmentsOfAll] = [0, 0];
    for (let n = 0; n < 60; n++) {
      const batch = batchAt(n, 0);
      const { ids, types, mayAttend, packing, nextSentence, ...masked } = batch.input;
      const { maskedPositions, maskedLabels, maskedWeights } = masked;
      const [rows, sequence] = ids.shape as [number, number];
      expect(rows).toBe(8);
      expect(sequence % 32).toBe(0);
      expect(sequence).toBeLessThanOrEqual(96);
      if (layout === "packed") expect(sequence).toBe(96);
      expect(packing !== undefined).toBe(layout === "packed");
      const full: HostTensor[] = [types, mayAttend, ...Object.values(packing ?? {})];
      for (const tensor of full) expect(tensor.shape).toEqual([rows, sequence]);
      expect(maskedLabels.shape).toEqual(maskedPositions.shape);
      expect(maskedWeights.shape).toEqual(maskedPositions.shape);
      ids.data.forEach((id, i) => expect(id === pad).toBe(mayAttend.data[i] === 0));
      const hidden: number[] = [];
      maskedPositions.data.forEach((position, i) => {
        if (maskedWeights.data[i] === 0) return;
        const label = maskedLabels.data[i]!;
        expect(tokenizer.isSpecial(label)).toBe(false);
        expect(mayAttend.data[position]).toBe(1);
        hidden.push(tokenizer.bytesOf(label));
      });
      expect([...batch.maskedBytes]).toEqual(hidden);
      expect(batch.maskedTokens).toBe(hidden.length);
      const segments = segmentsOf(batch).flat();
      expect(new Set(batch.maskedDocuments).size).toBeLessThanOrEqual(segments.length);
      expect(batch.tokens).toBe([...mayAttend.data].filter((value) => value === 1).length);
      expect(batch.usefulShare).toBe(batch.tokens / (rows * sequence));
      const masks = ids.data.filter((id) => id === mask).length;
      expect(masks).toBeGreaterThan(0);
      expect(masks).toBeLessThanOrEqual(hidden.length);
      if (objective === "mlm") expect(nextSentence).toBeUndefined();
      else {
        const asked = nextSentence!.positions.data.filter(
          (_: number, i: number) => nextSentence!.weights.data[i] === 1,
        );
        const starts = segments.map(({ start }) => start);
        for (const position of asked) expect(starts).toContain(position);
        [askedOfAll, segmentsOfAll] = [askedOfAll + asked.length, segmentsOfAll + segments.length];
      }
    }
    // All but a sixteenth, which are shown to their end, and those without a partner.
    if (objective === "mlm+nsp") {
      expect(askedOfAll / segmentsOfAll).toBeGreaterThan(0.85);
      expect(askedOfAll / segmentsOfAll).toBeLessThan(0.97);
    }
  });

  it("names the document of each masked token", () => {
    for (let n = 0; n < 10; n++) {
      const batch = batchAt(n, 0);
      const segments = segmentsOf(batch).flat();
      const positions = batch.input.maskedPositions.data;
      batch.maskedDocuments.forEach((document, i) => {
        const segment = segments.filter(({ start }) => start <= positions[i]!).at(-1)!;
        const first = segment.tokens.slice(1, segment.tokens.indexOf(sep));
        if (first.length > 3) expect(document).toBe(documentOf(first));
      });
    }
  });

  it("has few shapes, so that few graphs are compiled", () => {
    const shapes = new Set<string>();
    for (let n = 0; n < 300; n++) {
      const { ids, maskedPositions, nextSentence } = batchAt(n, 0).input;
      shapes.add(
        [ids.shape.join("×"), maskedPositions.shape[0], nextSentence?.labels.shape[0]].join(),
      );
    }
    expect(shapes.size).toBeLessThanOrEqual(3);
  });

  it("is mostly tokens", () => {
    let tokens = 0;
    let positions = 0;
    for (let n = 0; n < 44; n++) {
      const batch = batchAt(n, 0);
      tokens += batch.tokens;
      positions += batch.input.ids.data.length;
    }
    expect(tokens / positions).toBeGreaterThan(
      layout === "padded" ? 0.7 : objective === "mlm" ? 0.97 : 0.85,
    );
  });
});

describe("an epoch of padded rows", () => {
  const batchAt = trainingBatches(source, settings, 7);
  const perEpoch = Math.floor(training.length / 8);
  const shownIn = (batch: PretrainingBatch): number[] =>
    segmentsOf(batch).map(([segment]) => documentOf(segment!.tokens.slice(1, -1)));
  const epoch = (number: number): number[] =>
    Array.from({ length: perEpoch }, (_, i) => batchAt(number * perEpoch + i, 0)).flatMap(shownIn);

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
      for (const [segment] of segmentsOf(batchAt(n, 0))) {
        const passage = segment!.tokens.slice(1, -1);
        if (documentOf(passage) === long) begins.add(texts[long]!.indexOf(`,${passage.join()},`));
      }
    expect(begins.size).toBeGreaterThan(1);
  });
});

describe("an epoch of packed rows", () => {
  const rows = 2;
  const batchAt = trainingBatches(source, { ...settings, layout: "packed", rows }, 7);
  const wanted = training.flatMap((d) => texts[d]!.split(",").filter((token) => token !== ""));
  // Rows hold 96 positions, and hardly any is empty.
  const perEpoch = Math.round((1.1 * wanted.length) / (96 * rows));
  const shown = (from: number, to: number): number[] =>
    Array.from({ length: to - from }, (_, i) => batchAt(from + i, 0)).flatMap((batch) =>
      segmentsOf(batch).flatMap((row) => row.flatMap(({ tokens }) => tokens.slice(1, -1))),
    );

  it("shows every token of the training documents, and none of held-out ones", () => {
    const counts = (tokens: readonly (number | string)[]): Map<string, number> => {
      const map = new Map<string, number>();
      for (const token of tokens) map.set(String(token), (map.get(String(token)) ?? 0) + 1);
      return map;
    };
    const [all, seen] = [counts(wanted), counts(shown(0, perEpoch))];
    for (const [token, count] of all)
      expect(seen.get(token) ?? 0).toBeGreaterThanOrEqual(0.9 * count);
    for (let n = 0; n < perEpoch; n++)
      for (const { tokens } of segmentsOf(batchAt(n, 0)).flat())
        expect(training).toContain(documentOf(tokens.slice(1, -1)));
  });

  it("has another order than the one before", () => {
    expect(shown(0, 4)).not.toEqual(shown(perEpoch, perEpoch + 4));
  });
});

describe.each(["padded", "packed"] as const)("sentence pairs of %s rows", (layout) => {
  const batchAt = trainingBatches(source, { ...settings, layout, objective: "mlm+nsp" }, 3);
  const pairs = Array.from({ length: 400 }, (_, n) => batchAt(n, 0)).flatMap((batch) => {
    const { positions, labels, weights } = batch.input.nextSentence!;
    const labelAt = new Map(
      [...positions.data].flatMap((position, i) =>
        weights.data[i] === 1 ? [[position, labels.data[i]!] as const] : [],
      ),
    );
    return segmentsOf(batch).flatMap((row) =>
      row.flatMap(({ tokens, types, start }) => {
        const middle = tokens.indexOf(sep);
        const first = tokens.slice(1, middle);
        const second = tokens.slice(middle + 1, -1);
        const label = labelAt.get(start);
        return label === undefined ? [] : [{ tokens, first, second, types, label }];
      }),
    );
  });

  it("are written [CLS] first [SEP] second [SEP], in two segments", () => {
    for (const { tokens, first, second, types } of pairs) {
      expect(tokens).toEqual([cls, ...first, sep, ...second, sep]);
      expect(types).toEqual([
        ...Array<number>(first.length + 2).fill(0),
        ...Array<number>(second.length + 1).fill(1),
      ]);
      expect(Math.min(first.length, second.length)).toBeGreaterThan(0);
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
      expect(training).toContain(other);
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
      ["row length", ({ tokens }) => tokens.length, 2],
      ["second ends a sentence", ({ second }) => Number(second.at(-1) === 5), 0.04],
      ["first ends a sentence", ({ first }) => Number(first.at(-1) === 5), 0.04],
      [
        "second begins a document",
        ({ second }) => Number(beginnings.has(second.slice(0, 3).join())),
        0.002,
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
    const batch = trainingBatches(
      { cache: single, tokenizer },
      { ...settings, layout, objective: "mlm+nsp" },
      1,
    )(0, 0);
    expect(new Set(batch.input.nextSentence!.labels.data)).toEqual(new Set([0, 1]));
    for (const { tokens } of segmentsOf(batch).flat()) {
      const second = tokens.slice(tokens.indexOf(sep) + 1, -1);
      if (second.length > 0) expect(tokenizer.isContinuation(second[0]!)).toBe(false);
    }
  });
});

it("a masking rate that falls makes batches smaller in a few steps", () => {
  const masking = { unit: "subword", rate: { from: 0.3, to: 0.15, shape: "linear" } } as const;
  const batchAt = trainingBatches(source, { ...settings, layout: "packed", masking }, 1);
  const entries = Array.from({ length: 101 }, (_, i) => {
    const { input, maskedTokens } = batchAt(i, i / 100);
    expect(maskedTokens).toBeLessThanOrEqual(input.maskedPositions.shape[0]!);
    return input.maskedPositions.shape[0]!;
  });
  expect(new Set(entries).size).toBe(4);
  expect(entries.at(-1)).toBeLessThan(0.6 * entries[0]!);
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
