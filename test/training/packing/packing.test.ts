import { describe, expect, it } from "vitest";
import { InputError } from "../../../lib/errors";
import { random } from "../../../lib/random";
import { fillRows } from "../../../lib/training/packing/fillRows";
import { packRows, planPacking, type PackingPlan } from "../../../lib/training/packing/packing";
import { makeCache, makeDocuments, tokenizer } from "../smallCache";

const { cls, sep, pad } = tokenizer.special;

describe("fillRows", () => {
  const notes = random(1, "notes");
  const lengthsLike: Record<string, () => number> = {
    "notes of a quarter of a row": () => Math.round(126 + 18 * notes.normal()),
    "many short and some long": () =>
      Math.min(512, Math.max(4, Math.round(Math.exp(4.5 + 0.8 * notes.normal())))),
    "anything that fits": () => 1 + notes.integer(512),
  };
  it.each(Object.keys(lengthsLike))("fills 97 of 100 positions: %s", (name) => {
    const lengths = Array.from({ length: 4000 }, () => lengthsLike[name]!());
    const rows = fillRows(lengths, 512);
    expect(rows.flat().sort((a, b) => a - b)).toEqual(lengths.map((_, i) => i));
    let positions = 0;
    for (const row of rows) {
      const used = row.reduce((sum, piece) => sum + lengths[piece]!, 0);
      expect(used).toBeLessThanOrEqual(512);
      positions += used;
    }
    expect(positions / (512 * rows.length)).toBeGreaterThan(0.97);
  });

  it("takes what fits alone, together, and not at all with another", () => {
    expect(fillRows([], 8)).toEqual([]);
    expect(fillRows([8], 8)).toEqual([[0]]);
    expect(fillRows([5, 5, 5], 8)).toEqual([[0], [1], [2]]);
    expect(fillRows([3, 5, 2, 6], 8)).toEqual([
      [3, 2],
      [1, 0],
    ]);
  });
});

/** Tokens of each piece, with its document, as they stand in the rows. */
function piecesOf(
  cache: ReturnType<typeof makeCache>,
  plan: PackingPlan,
): { document: number; tokens: number[] }[] {
  const all = Array.from({ length: plan.rows }, (_, row) => row);
  const { ids, starts } = packRows(cache, plan, all, { cls, sep, pad });
  return starts.flatMap((bounds, row) =>
    [...bounds].slice(1).map((end, i) => {
      const piece = ids.slice(
        row * plan.sequenceLength + bounds[i]!,
        row * plan.sequenceLength + end,
      );
      expect(piece[0]).toBe(cls);
      expect(piece.at(-1)).toBe(sep);
      return {
        document: plan.documents[plan.rowStarts[row]! + i]!,
        tokens: [...piece.slice(1, -1)],
      };
    }),
  );
}

describe("planPacking", () => {
  const documents = makeDocuments(400);
  const cache = makeCache(documents);
  const settings = { sequenceLength: 64, seed: 3, epoch: 0, windowRows: 32 };

  it("has every token of every document once, documents in one piece where they fit", () => {
    const plan = planPacking(cache, settings);
    const byDocument = new Map<number, number[][]>();
    for (const { document, tokens } of piecesOf(cache, plan))
      byDocument.set(document, [...(byDocument.get(document) ?? []), tokens]);
    documents.forEach(({ sentences }, document) => {
      const pieces = byDocument.get(document)!;
      const tokens = sentences.flat();
      if (tokens.length <= 62) expect(pieces).toEqual([tokens]);
      // A long document's pieces may be in rows of any order.
      expect(pieces.flat().sort()).toEqual([...tokens].sort());
      for (const piece of pieces) expect(tokens.join()).toContain(piece.join());
      const ends = pieces.map((piece) => sentences.some((each) => each.at(-1) === piece.at(-1)));
      expect(ends).not.toContain(false); // every piece ends with a sentence
    });
    expect(plan.tokens).toBe(cache.tokens.length);
  });

  it("fills 95 of 100 positions", () => {
    for (const sequenceLength of [128, 256, 512]) {
      const { fill, rows, tokens, lengths } = planPacking(cache, { ...settings, sequenceLength });
      expect(fill).toBe((tokens + 2 * lengths.length) / (rows * sequenceLength));
      expect(fill).toBeGreaterThan(0.95);
    }
  });

  it("cuts within a sentence only if a row is too short for it", () => {
    const long = makeCache([
      {
        sentences: [[6, 7], Array.from({ length: 25 }, (_, i) => 10 + i), [8]],
        standard: "nb",
        type: "n",
      },
    ]);
    const plan = planPacking(long, { ...settings, sequenceLength: 12 });
    const pieces = piecesOf(long, plan).map(({ tokens }) => tokens);
    expect(pieces.sort((a, b) => a[0]! - b[0]!)).toEqual([
      [6, 7],
      Array.from({ length: 10 }, (_, i) => 10 + i),
      Array.from({ length: 10 }, (_, i) => 20 + i),
      [30, 31, 32, 33, 34, 8],
    ]);
  });

  it("is the same for the same seed and epoch, and another for another", () => {
    const plan = planPacking(cache, settings);
    expect(planPacking(cache, settings)).toEqual(plan);
    expect(planPacking(cache, { ...settings, epoch: 1 }).starts).not.toEqual(plan.starts);
    expect(planPacking(cache, { ...settings, seed: 4 }).starts).not.toEqual(plan.starts);
  });

  it("does not put the long documents into the first rows", () => {
    const { rows, rowStarts } = planPacking(cache, { ...settings, sequenceLength: 256 });
    const pieces = (from: number, end: number): number => rowStarts[end]! - rowStarts[from]!;
    const half = Math.floor(rows / 2);
    expect(Math.abs(pieces(0, half) / pieces(half, rows) - 1)).toBeLessThan(0.3);
  });

  it("packs the documents of a split only, so that training never sees a held-out one", () => {
    const isHeldOut = (document: number): boolean => document % 10 === 0;
    const held = planPacking(cache, { ...settings, documents: isHeldOut });
    const rest = planPacking(cache, { ...settings, documents: (d) => !isHeldOut(d) });
    expect([...held.documents].every(isHeldOut)).toBe(true);
    expect([...rest.documents].some(isHeldOut)).toBe(false);
    expect(held.tokens + rest.tokens).toBe(cache.tokens.length);
  });

  it("refuses rows without room and a split without documents", () => {
    expect(() => planPacking(cache, { ...settings, sequenceLength: 2 })).toThrow(InputError);
    expect(() => planPacking(cache, { ...settings, documents: () => false })).toThrow(InputError);
  });
});

describe("packRows", () => {
  const cache = makeCache([
    { sentences: [[6, 7], [8]], standard: "nb", type: "n" },
    { sentences: [[9]], standard: "nn", type: "n" },
  ]);
  const plan = planPacking(cache, { sequenceLength: 10, seed: 1, epoch: 0 });

  it("gives ids, documents, positions and padding as the encoders take them", () => {
    expect(plan.rows).toBe(1);
    const rows = packRows(cache, plan, [0, 0], { cls, sep, pad });
    const row = {
      ids: [cls, 6, 7, 8, sep, cls, 9, sep, pad, pad],
      documents: [0, 0, 0, 0, 0, 1, 1, 1, 2, 2],
      positions: [0, 1, 2, 3, 4, 0, 1, 2, 0, 0],
      mayAttend: [1, 1, 1, 1, 1, 1, 1, 1, 0, 0],
    };
    for (const name of ["ids", "documents", "positions", "mayAttend"] as const)
      expect([...rows[name]]).toEqual([...row[name], ...row[name]]);
    expect(rows.starts.map((bounds) => [...bounds])).toEqual([
      [0, 5, 8],
      [0, 5, 8],
    ]);
  });

  it("finds a row by its number, without those before", () => {
    const many = makeCache(makeDocuments(100));
    const all = planPacking(many, { sequenceLength: 80, seed: 1, epoch: 2 });
    const numbers = Array.from({ length: all.rows }, (_, row) => row);
    const together = packRows(many, all, numbers, { cls, sep, pad });
    const row = all.rows - 3;
    const alone = packRows(many, all, [row], { cls, sep, pad });
    expect(alone.ids).toEqual(together.ids.slice(row * 80, (row + 1) * 80));
    expect(() => packRows(many, all, [all.rows], { cls, sep, pad })).toThrow(RangeError);
  });
});
