import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readCorpus, openManifest, corpusHash, writeCorpus } from "../../../lib/corpus/corpus";
import type { Document, PhiSpan } from "../../../lib/corpus/document";
import { generateClinical } from "../../../lib/synthetic/generator/generator";
import { createWorld } from "../../../lib/synthetic/generator/world";
import { headingOf } from "../../../lib/corpus/splitting/headings";
import { splitCorpus } from "../../../lib/corpus/splitting/splitCorpus";
import { shuffleDocuments } from "../../../lib/corpus/splitting/shuffling";
import { countWords, splitDocument } from "../../../lib/corpus/splitting/splitting";

const root = mkdtempSync(join(tmpdir(), "splitting-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const note = (text: string, spans?: readonly PhiSpan[]): Document => ({
  id: "n",
  text,
  documentType: "epikrise",
  writtenStandard: "nn",
  trust: "Helse Fjord",
  year: 2020,
  source: "test",
  ...(spans && { spans }),
});
const split = (text: string, maxWords: number, minWords = 0): string[] =>
  splitDocument(note(text), { maxWords, minWords }).map((part) => part.text);
const notes = [
  ...generateClinical({ world: createWorld(5), documents: 80, seed: 5, nynorskShare: 0.5 }),
];
async function all(documents: AsyncIterable<Document>): Promise<Document[]> {
  const list: Document[] = [];
  for await (const each of documents) list.push(each);
  return list;
}

describe("headingOf", () => {
  it.each([
    ["Tidlegare sjukdommar", "alone"],
    ["Tidligere sykdommer:", "alone"],
    ["Vurdering av lege på vakt:", "alone"],
    ["STATUS VED INNKOMST", "alone"],
    ["# Vurdering", "alone"],
    ["Hud: Lite sår på hø. arm, skiftet plaster.", "inline"],
    ["Bevissthet/kommunikasjon: Vaken og klar.", "inline"],
    ["Pasienten har ikke feber.", undefined],
    ["Ho seier sjølv at ho har hatt vondt i lenger tid: verst om natta.", undefined],
    ["BT 120/80", undefined],
    ["OK", undefined],
    ["", undefined],
  ])("%s → %s", (line, expected) => {
    expect(headingOf(line)).toBe(expected);
  });
});

describe("splitDocument", () => {
  it("leaves a short document as it is, its id too", () => {
    const short = note("Vurdering:\nFin form.");
    expect(splitDocument(short, { maxWords: 3, minWords: 0 })).toEqual([short]);
  });

  it("divides by section before paragraph before sentence before word", () => {
    const text = [
      "Aktuelt:",
      "Kom til legevakta med hoste.",
      "",
      "Funn",
      "",
      "Feber 39,2 og raske andedrag i kvile.",
      "",
      "Puls 110.",
      "Status: Han er klar. Han er orientert for tid og stad. Han et sjølv.",
    ].join("\n");
    expect(split(text, 12)).toEqual([
      "Aktuelt:\nKom til legevakta med hoste.",
      "Funn\n\nFeber 39,2 og raske andedrag i kvile.\n\nPuls 110.",
      "Status: Han er klar. Han er orientert for tid og stad.",
      "Han et sjølv.",
    ]);
    expect(split(text, 9)).toEqual([
      "Aktuelt:\nKom til legevakta med hoste.",
      "Funn\n\nFeber 39,2 og raske andedrag i kvile.",
      "Puls 110.",
      "Status: Han er klar.",
      "Han er orientert for tid og stad.",
      "Han et sjølv.",
    ]);
    expect(split("ein to tre fire fem seks sju", 3)).toEqual([
      "ein to tre",
      "fire fem seks",
      "sju",
    ]);
  });

  it("joins short parts with a neighbour where both fit", () => {
    const text = "Cave:\nPenicillin.\nHud: Hel.\nSøvn: Sov godt heile natta, vakna klokka sju.";
    expect(split(text, 10)).toHaveLength(3);
    expect(split(text, 10, 5)).toEqual([
      "Cave:\nPenicillin.\nHud: Hel.",
      "Søvn: Sov godt heile natta, vakna klokka sju.",
    ]);
  });

  it.each([10, 25, 60])("loses nothing and keeps to %i words", (maxWords) => {
    const crowded = notes.map((each, i) => ({
      ...each,
      text: i % 3 ? each.text : each.text.replaceAll("\n", "\r\n\r\n"),
      spans: i % 3 ? each.spans : [],
    }));
    for (const document of crowded) {
      const parts = splitDocument(document, { maxWords, minWords: 5 });
      let at = 0;
      for (const part of parts) {
        const start = document.text.indexOf(part.text, at);
        expect(document.text.slice(at, start).trim()).toBe("");
        at = start + part.text.length;
        expect(part.text).toBe(part.text.trim());
        // A word too many only where a name or an address of several words must not be cut.
        if (document.spans.length === 0)
          expect(countWords(part.text)).toBeLessThanOrEqual(maxWords);
      }
      expect(document.text.slice(at).trim()).toBe("");
    }
  });

  it("keeps every span, whole and in its place, and all else of the document", () => {
    for (const document of notes) {
      const parts = splitDocument(document, { maxWords: 3, minWords: 0 });
      const found = parts.flatMap(({ text, spans }) =>
        spans!.map(({ start, end, label }) => [text.slice(start, end), label]),
      );
      expect(found).toEqual(
        document.spans.map(({ start, end, label }) => [document.text.slice(start, end), label]),
      );
      parts.forEach((part, i) => {
        const { documentType, writtenStandard, trust, year, source } = document;
        expect(part).toMatchObject({ documentType, writtenStandard, trust, year, source });
        expect(part.id).toBe(parts.length > 1 ? `${document.id}#${i + 1}` : document.id);
      });
    }
  });
});

describe("shuffleDocuments", () => {
  it("gives every document once, in an order of the seed alone, whatever the memory", async () => {
    const order = async (seed: number, bucketBytes: number): Promise<string[]> => {
      const folder = mkdtempSync(join(root, "buckets-"));
      const documents = await all(
        shuffleDocuments(notes, { seed, folder, bytes: 50_000, bucketBytes }),
      );
      expect(documents).toHaveLength(notes.length);
      expect(documents).toEqual(expect.arrayContaining(notes));
      expect(readdirSync(folder)).toEqual([]);
      return documents.map(({ id }) => id);
    };
    const first = await order(1, 1000);
    expect(await order(1, 1 << 20)).toEqual(first);
    expect(await order(2, 1000)).not.toEqual(first);
    // Neighbours are parted: of 79 pairs about 2 would be neighbours by chance.
    const place = new Map(first.map((id, i) => [id, i]));
    const near = notes.filter(
      ({ id }, i) => i > 0 && Math.abs(place.get(id)! - place.get(notes[i - 1]!.id)!) === 1,
    );
    expect(near.length).toBeLessThan(10);
  });
});

describe("splitCorpus", () => {
  it("writes the same bytes for the same wish, names its parent, and leaves no scratch behind", async () => {
    const dir = join(root, "notes");
    const parent = await writeCorpus({
      dir,
      name: "notes",
      documents: notes,
      settings: {},
      shareable: true,
    });
    const settings = { maxWords: 40, minWords: 10 };
    const to = (out: string, shuffleSeed?: number) =>
      splitCorpus({ dir, out: join(root, out), settings, shuffleSeed });
    const [a, b] = [await to("a/parts", 7), await to("b/parts", 7)];
    expect(a).toEqual(b);
    const plain = await to("plain");
    const [shuffled, inOrder] = [join(root, "a", "parts"), join(root, "plain")];
    const texts = (list: readonly Document[]): string[] => list.map(({ id, text }) => id + text);
    const ordered = texts(await all(readCorpus(inOrder)));
    const mixed = texts(await all(readCorpus(shuffled)));
    expect(mixed).not.toEqual(ordered);
    expect(mixed.sort()).toEqual(ordered.sort());
    expect(openManifest(inOrder)).toMatchObject({
      parents: [{ name: "notes", hash: corpusHash(parent) }],
      settings: { command: "split", ...settings },
      shareable: true,
    });
    expect(plain.parts).toBe(ordered.length);
    expect(plain.wordsPerPart.max).toBeGreaterThanOrEqual(plain.wordsPerPart.p50);
    expect(plain.severalSentencesShare).toBeGreaterThan(0.5);
    expect(readdirSync(root).filter((name) => name.includes("scratch"))).toEqual([]);
  });

  it("refuses to replace the corpus it reads", async () => {
    const dir = join(root, "notes");
    for (const out of [dir, join(dir, "inner"), root])
      await expect(
        splitCorpus({ dir, out, settings: { maxWords: 40, minWords: 0 } }),
      ).rejects.toThrow(/--out/);
    expect(openManifest(dir).documents).toBe(notes.length);
  });
});
