import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { random } from "../../../lib/random";
import type { Document } from "../../../lib/corpus/document";
import { createClusters } from "../../../lib/corpus/duplicates/clusters";
import {
  findDuplicates,
  joinNear,
  type Duplicates,
} from "../../../lib/corpus/duplicates/duplicates";
import { equalKeys } from "../../../lib/corpus/duplicates/equalKeys";
import { firstWithSameText } from "../../../lib/corpus/duplicates/exact";
import { defaultMinHash } from "../../../lib/corpus/duplicates/minhash";
import { documentsOfLengths, edited } from "./editedDocuments";

const root = mkdtempSync(join(tmpdir(), "duplicates-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

async function* stream<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}
const find = (documents: readonly Document[], threshold: number | undefined): Promise<Duplicates> =>
  findDuplicates(
    () => stream(documents),
    documents.length,
    { threshold, minhash: defaultMinHash },
    join(root, "out"),
  );
const note = (id: string, text: string): Document => ({
  id,
  text,
  documentType: "notat",
  writtenStandard: "nb",
  trust: "",
  year: 0,
  source: "test",
});

describe("findDuplicates", () => {
  const originals = documentsOfLengths(400, 11);
  const copies = originals.map((document) => edited(document, originals, 0.03));
  const all = random(1, "order").shuffle([...originals, ...copies]);
  const place = new Map(all.map((document, i) => [document.id, i]));

  it("finds 95 of 100 copies with 3 % of their words edited, and joins nothing else", async () => {
    const { keptFor, similarity, comparisonsLeftOut } = await find(all, 0.8);
    const found = originals.filter(({ id }) => {
      const [a, b] = [place.get(id)!, place.get(`${id} edited`)!];
      return keptFor[a] === keptFor[b];
    });
    expect(found.length / originals.length).toBeGreaterThanOrEqual(0.95);
    const dropped = all.flatMap((document, i) => (keptFor[i] === i ? [] : [{ document, i }]));
    const right = dropped.filter(
      ({ document, i }) => all[keptFor[i]!]!.id.split(" ")[0] === document.id.split(" ")[0],
    );
    expect(right.length).toBe(dropped.length);
    for (const { i } of dropped) {
      expect(keptFor[i]).toBeLessThan(i);
      expect(similarity[i]).toBeGreaterThanOrEqual(Math.fround(0.8));
    }
    expect(comparisonsLeftOut).toBe(0);
    expect(readdirSync(root)).toEqual([]);
  });

  it("says the same every time, and keeps the first in another order too", async () => {
    const few = all.slice(0, 200);
    expect(await find(few, 0.8)).toEqual(await find(few, 0.8));
    const { keptFor } = await find([...few].reverse(), 0.8);
    keptFor.forEach((kept, i) => expect(kept).toBeLessThanOrEqual(i));
  });

  it("knows exact duplicates from near ones, and leaves those out that follow a near one", async () => {
    const text =
      "Ho søv godt og har ikkje feber lenger, men er framleis sliten etter operasjonen i går. Fekk smertestillande til natta, drakk litt vatn og gjekk til badet med støtte av to pleiarar";
    const documents = [
      note("a", text),
      note("b", "Heilt anna tekst om blodprøver, røntgen og vidare oppfølging hos fastlegen"),
      note("c", text.replace("sliten", "trøytt")),
      note("d", ` ${text.toUpperCase()}\n`),
      note("e", text.replace("sliten", "trøytt").replace(" men", "\nmen")),
    ];
    const near = await find(documents, 0.8);
    expect([...near.keptFor]).toEqual([0, 1, 0, 0, 0]);
    expect([...near.isExact]).toEqual([0, 0, 0, 1, 1]);
    expect(near.similarity[3]).toBe(1);
    expect(near.similarity[4]).toBe(near.similarity[2]);
    expect(near.similarity[2]).toBeLessThan(1);
    const exact = await find(documents, undefined);
    expect([...exact.keptFor]).toEqual([0, 1, 2, 0, 2]);
  });

  it("does not take texts without words for copies of each other", async () => {
    const { keptFor } = await find([note("a", "--- *"), note("b", "…"), note("c", "***")], 0.8);
    expect([...keptFor]).toEqual([0, 1, 2]);
  });

  it("limits the comparisons of texts that share a form, and counts those left out", () => {
    const group = Uint32Array.from({ length: 100 }, (_, i) => i);
    let comparisons = 0;
    const similarity = (): number => {
      comparisons++;
      return 0;
    };
    const leftOut = joinNear(group, 0.8, createClusters(100), { similarity });
    expect(comparisons + leftOut).toBe((100 * 99) / 2);
    expect(leftOut).toBe((35 * 36) / 2); // those more than 64 places before
    const clusters = createClusters(100);
    expect(joinNear(group, 0.8, clusters, { similarity: () => 1 })).toBe(leftOut);
    expect(clusters.first(99)).toBe(0);
  });
});

describe("equalKeys", () => {
  it("gives the groups that a table of keys would", () => {
    const draw = random(4, "keys");
    const keys = Uint32Array.from({ length: 2000 }, () =>
      draw.uniform() < 0.5 ? draw.integer(300) : draw.uint32(),
    );
    const expected = new Map<number, number[]>();
    keys.forEach((key, i) => expected.set(key, [...(expected.get(key) ?? []), i]));
    expect([...equalKeys(keys)].map((group) => [...group])).toEqual(
      [...expected]
        .sort(([a], [b]) => a - b)
        .map(([, group]) => group)
        .filter((group) => group.length > 1),
    );
    expect([...equalKeys(new Uint32Array(0))]).toEqual([]);
  });
});

describe("createClusters", () => {
  it("joins by way of others and names the first member, whatever the order", () => {
    const clusters = createClusters(8);
    clusters.join(6, 4);
    clusters.join(2, 7);
    clusters.join(4, 7);
    expect([4, 6, 7, 2].map(clusters.first)).toEqual([2, 2, 2, 2]);
    expect([0, 1, 3, 5].map(clusters.first)).toEqual([0, 1, 3, 5]);
  });
});

describe("firstWithSameText", () => {
  it("does not mind capitals, white space and how å is written, but minds punctuation", async () => {
    const texts = ["Går  bra", "går\nbra ", "Går bra.", "går bra".normalize("NFD"), "<5", ">5"];
    expect([...(await firstWithSameText(stream(texts), texts.length))]).toEqual([0, 0, 2, 0, 4, 5]);
  });
});
