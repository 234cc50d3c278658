import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sha256OfFile } from "../../lib/files";
import { random } from "../../lib/random";
import { openManifest, readCorpus, writeCorpus } from "../../lib/corpus/corpus";
import { quote, withDatabase } from "../../lib/corpus/database";
import {
  deidentifyDocuments,
  noDeidentificationCounts,
} from "../../lib/deidentification/deidentify";
import { createDetector } from "../../lib/deidentification/detection";
import { openGazetteer } from "../../lib/deidentification/gazetteer";
import { originOf, type Document } from "../../lib/corpus/document";
import { deduplicateCorpus } from "../../lib/corpus/duplicates/deduplication";
import { defaultMinHash } from "../../lib/corpus/duplicates/minhash";
import { emptyReport, importDocuments } from "../../lib/corpus/importing";
import { sampleCorpus } from "../../lib/corpus/sampling";
import { splitCorpus } from "../../lib/corpus/splitting/splitCorpus";
import { buildTokenCache } from "../../lib/tokenization/tokenCache";
import type { Tokenizer } from "../../lib/tokenization/tokenizer";
import { divideDocuments } from "../../lib/training/division";
import { makeTokenizer } from "../smallModel";

const root = mkdtempSync(join(tmpdir(), "division-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const sentences = {
  nb: ["Pasienten klager over tung pust", "Hun får ikke mat i seg", "Det foreligger lite væske"],
  nn: ["Pasienten klagar over tung pust", "Ho får ikkje mat i seg", "Det ligg føre lite væske"],
};
/** Sections that stand in many notes word for word, long enough to become parts of their own. */
const boilerplate = {
  nb: "Cave: Ingen kjente allergier, ingen kjente reaksjoner på medisiner, ingen smitte.",
  nn: "Cave: Ingen kjende allergiar, ingen kjende reaksjonar på medisinar, ingen smitte.",
};
/** A word that every sentence of a note has and no other note: what it is known by at the end. */
const markOf = (note: number): string =>
  `merke${[...String(note)].map((digit) => "abcdefghij"[Number(digit)]).join("")}`;
const marks = /\bmerke[a-j]+/g;

const notes = Array.from({ length: 60 }, (_, n): Document => {
  const writtenStandard = n % 3 === 0 ? "nn" : "nb";
  const lines = sentences[writtenStandard].map((line) => `${line}, ${markOf(n)}.`);
  return {
    id: `note-${n}`,
    text: `Status:\n${lines.join(" ")}\n\n${boilerplate[writtenStandard]}\n\nVurdering:\n${lines.join(" ")}`,
    documentType: "notat",
    writtenStandard,
    trust: "",
    year: 2020,
    source: "test",
  };
});
const common = { settings: {}, shareable: true, name: "corpus" };

const gazetteer = openGazetteer();
const parent = (dir: string) => ({ parents: [{ name: openManifest(dir).name, hash: "" }] });

/** Each stage that copies, cuts or samples, or writes what was read elsewhere. */
const stages: Readonly<Record<string, (dir: string, out: string) => Promise<unknown>>> = {
  split: (dir, out) =>
    splitCorpus({ dir, out, settings: { maxWords: 14, minWords: 0 }, shuffleSeed: 1 }),
  sample: (dir, out) =>
    sampleCorpus(dir, {
      out,
      name: "sample",
      settings: { temperature: 5, by: ["writtenStandard"], maxRepeats: 4, seed: 1 },
    }),
  dedup: (dir, out) =>
    deduplicateCorpus({ dir, out, settings: { threshold: undefined, minhash: defaultMinHash } }),
  deidentify: (dir, out) =>
    writeCorpus({
      ...common,
      ...parent(dir),
      dir: out,
      documents: deidentifyDocuments(
        readCorpus(dir),
        { detect: createDetector({ gazetteer }), gazetteer, secret: "hemmelig" },
        noDeidentificationCounts(),
      ),
    }),
  async jsonLines(dir, out) {
    const lines: string[] = [];
    for await (const document of readCorpus(dir)) lines.push(JSON.stringify(document));
    writeFileSync(`${out}.jsonl`, lines.join("\n"));
    await writeCorpus({ ...common, dir: out, documents: imported([`${out}.jsonl`]) });
  },
  parquet: (dir, out) => {
    const files = readdirSync(dir).filter((file) => file.endsWith(".parquet"));
    return writeCorpus({
      ...common,
      dir: out,
      documents: imported(files.map((file) => join(dir, file))),
    });
  },
};
const imported = (files: readonly string[]) =>
  importDocuments(files, {
    documentType: "notat",
    writtenStandard: "either",
    source: "test",
    report: emptyReport(),
  });

let tokenizer: Tokenizer;
const first = join(root, "first");
beforeAll(async () => {
  tokenizer = await makeTokenizer(
    join(root, "tokenizer"),
    notes.flatMap(({ text }) => text.match(/\p{L}+|[.,:]/gu)!),
  );
  await writeCorpus({ ...common, dir: first, documents: notes });
});

/** Texts that are trained on and texts that are held out. */
async function sidesOf(dir: string, share: number): Promise<readonly [string[], string[]]> {
  const cache = await buildTokenCache({ corpusDir: dir, tokenizer, dir: `${dir}-tokens` });
  const texts: string[] = [];
  for await (const { text } of readCorpus(dir)) texts.push(text);
  expect(cache.documents).toBe(texts.length);
  const { training, heldOut } = divideDocuments(cache, share);
  return [training.map((d) => texts[d]!), heldOut.map((d) => texts[d]!)];
}

const chains: string[][] = [
  ["split", "sample"],
  ["dedup", "deidentify", "split", "sample"], // the README's
  ["sample", "split"],
  ["split", "dedup", "jsonLines", "sample", "parquet"],
  ["split", "deidentify", "sample"],
  ...Array.from({ length: 6 }, (_, i) => {
    const draw = random(1, "chains of stages", 0, i);
    return draw.shuffle(["split", "dedup", "deidentify", "jsonLines", "parquet", "sample"]);
  }),
];

describe("held-out documents", () => {
  it.each(chains.map((chain) => ({ chain, name: chain.join(", ") })))(
    "share no origin and no text with those that are trained on: $name",
    async ({ chain, name }) => {
      let dir = first;
      for (const [i, stage] of chain.entries()) {
        const out = join(root, `${name.replace(/, /g, "-")}-${i}`);
        await stages[stage]!(dir, out);
        dir = out;
      }
      for (const share of [0.1, 0.4]) {
        const [training, heldOut] = await sidesOf(dir, share);
        expect(training.length).toBeGreaterThan(20);
        expect(heldOut.length).toBeGreaterThan(0);
        const seen = new Set(training.flatMap((text) => text.match(marks) ?? []));
        expect(
          heldOut.flatMap((text) => text.match(marks) ?? []).filter((m) => seen.has(m)),
        ).toEqual([]);
        const texts = new Set(training);
        expect(heldOut.filter((text) => texts.has(text))).toEqual([]);
      }
    },
    60_000,
  );

  it("are the same whatever a corpus holds beside them, and as many as were asked for", () => {
    const keys = Uint32Array.from({ length: 4000 }, (_, i) => random(3, "keys", 0, i).uint32());
    const contents = keys.map((_, i) => i % 1000);
    const all = divideDocuments({ documents: 4000, keys, contents }, 0.1);
    const half = divideDocuments({ documents: 2000, keys, contents }, 0.1);
    expect(all.heldOut.filter((d) => d < 2000)).toEqual(half.heldOut);
    expect(all.heldOut.length).toBeGreaterThan(340);
    expect(all.heldOut.length).toBeLessThan(460);
    const held = new Set(all.heldOut.map((d) => contents[d]));
    expect(all.training.some((d) => held.has(contents[d]))).toBe(false);
    expect(all.leftOut).toBe(4000 - all.training.length - all.heldOut.length);
    expect(all.leftOut).toBeGreaterThan(0);
  });

  it("of a corpus without the column are found by the marks of parts and copies", async () => {
    const old = join(root, "old");
    const documents = ["a#2", "a#2~3", "b~1#4", "c"].map((id) => ({ ...notes[0]!, id }));
    await writeCorpus({ ...common, dir: old, documents, ...parent(first) });
    const shard = join(old, "shard-00000.parquet");
    await withDatabase(async (connection) => {
      await connection.run(
        `create table old as select * exclude (origin) from read_parquet(${quote(shard)})`,
      );
      await connection.run(`copy old to ${quote(shard)} (format parquet)`);
    });
    const manifest = openManifest(old);
    const rewrite = async (parents: unknown) =>
      writeFileSync(
        join(old, "manifest.json"),
        JSON.stringify({
          ...manifest,
          parents,
          columns: manifest.columns.filter((name) => name !== "origin"),
          shards: [
            {
              ...manifest.shards[0],
              bytes: statSync(shard).size,
              sha256: await sha256OfFile(shard),
            },
          ],
        }),
      );
    const origins = async (): Promise<string[]> => {
      const found: string[] = [];
      for await (const document of readCorpus(old)) found.push(originOf(document));
      return found;
    };
    await rewrite(manifest.parents);
    expect(await origins()).toEqual(["a", "a", "b", "c"]);
    // What nothing was done to has ids of its owner.
    await rewrite(undefined);
    expect(await origins()).toEqual(["a#2", "a#2~3", "b~1#4", "c"]);
  });
});
