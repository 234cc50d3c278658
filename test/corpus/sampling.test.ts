import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { InputError } from "../../lib/errors";
import { corpusHash, openManifest, readCorpus, writeCorpus } from "../../lib/corpus/corpus";
import type { Document } from "../../lib/corpus/document";
import { sampleCorpus } from "../../lib/corpus/sampling";
import { allocate, planSample, totalOf } from "../../lib/corpus/samplingPlan";
import type { SampledRow, SamplingSettings } from "../../lib/corpus/samplingPlan";

const settings: SamplingSettings = {
  temperature: 1,
  by: ["writtenStandard", "documentType"],
  maxRepeats: 4,
  seed: 1,
};

/** `count` documents of 5 to 14 words in one group. */
const group = (
  writtenStandard: string,
  documentType: string,
  count: number,
  { words }: { words?: number } = {},
): SampledRow[] =>
  Array.from({ length: count }, (_, i) => ({
    id: `${writtenStandard}-${documentType}-${i}`,
    writtenStandard,
    documentType,
    trust: i % 2 ? "Vest" : "Fjord",
    year: 2019 + (i % 3),
    words: words ?? 5 + ((i * 7) % 10),
  }));

const lopsided = [
  ...group("nb", "epikrise", 800),
  ...group("nb", "notat", 200),
  ...group("nn", "epikrise", 90),
  ...group("nn", "notat", 10),
];

describe("allocate", () => {
  it("gives shares in proportion to size^(1/T)", () => {
    const free = [Infinity, Infinity];
    expect(allocate([900, 100], free, 1, 1000)).toEqual([900, 100]);
    const [large, small] = allocate([900, 100], free, 2, 1000);
    expect(large! / small!).toBeCloseTo(3); // √9
    expect(large! + small!).toBeCloseTo(1000);
    expect(allocate([900, 100], free, Infinity, 1000)).toEqual([500, 500]);
  });

  it("gives to the others, in the same proportions, what a full group may not take", () => {
    const given = allocate([10, 400, 100], [20, 1600, 400], 2, 330);
    expect(given[0]).toBe(20);
    expect(given[1]! / given[2]!).toBeCloseTo(2);
    expect(given.reduce((a, b) => a + b)).toBeCloseTo(330);
  });

  it("gives no more than all limits, and nothing to groups without words", () => {
    expect(allocate([10, 20], [20, 40], 5, 1000)).toEqual([20, 40]);
    expect(allocate([0, 50], [0, 200], Infinity, 100)).toEqual([0, 100]);
    expect(allocate([], [], 1, 0)).toEqual([]);
  });
});

describe("planSample", () => {
  const wordsAfter = async (changed: Partial<SamplingSettings>, rows = lopsided) =>
    (await planSample(rows, { ...settings, ...changed })).groups.map(({ after }) => after.words);
  const size = (rows: readonly SampledRow[]): number =>
    rows.reduce((sum, { words }) => sum + words, 0);

  it("keeps every document once at temperature 1", async () => {
    const plan = await planSample(lopsided, settings);
    expect(new Set(lopsided.map((row) => plan.copies(row)))).toEqual(new Set([1]));
    expect(totalOf(plan.groups)).toEqual({
      before: { documents: 1100, words: size(lopsided) },
      after: { documents: 1100, words: size(lopsided) },
      kept: { documents: 1100, words: size(lopsided) },
      repeats: 0,
    });
  });

  it.each([1.5, 2, 5, Infinity])(
    "comes within half a document of n^(1/T) at T = %d",
    async (temperature) => {
      const { groups } = await planSample(lopsided, {
        ...settings,
        temperature,
        maxRepeats: 1000,
      });
      const weights = groups.map(({ before }) => before.words ** (1 / temperature));
      const total = weights.reduce((a, b) => a + b);
      groups.forEach(({ after }, i) =>
        expect(Math.abs(after.words - (size(lopsided) * weights[i]!) / total)).toBeLessThanOrEqual(
          7,
        ),
      );
    },
  );

  it("says what the copies it hands out come to", async () => {
    const plan = await planSample(lopsided, { ...settings, temperature: 3, words: 6000 });
    for (const { labels, after, kept, repeats } of plan.groups) {
      const own = lopsided.filter(
        (row) =>
          row.writtenStandard === labels.writtenStandard &&
          row.documentType === labels.documentType,
      );
      const copies = own.map((row) => plan.copies(row));
      expect(copies.reduce((a, b) => a + b)).toBe(after.documents);
      expect(own.reduce((sum, row, i) => sum + copies[i]! * row.words, 0)).toBe(after.words);
      expect(copies.filter((count) => count > 0)).toHaveLength(kept.documents);
      expect(copies.reduce((sum, count) => sum + Math.max(0, count - 1), 0)).toBe(repeats);
      // Copies are spread evenly: no document twice as often as another, but for rounding.
      expect(Math.max(...copies) - Math.min(...copies)).toBeLessThanOrEqual(1);
    }
  });

  it("repeats no document more often than allowed, and fills up with the other groups", async () => {
    const plan = await planSample(lopsided, { ...settings, temperature: Infinity, maxRepeats: 2 });
    expect(Math.max(...lopsided.map((row) => plan.copies(row)))).toBe(2);
    const smallest = plan.groups.find(({ before }) => before.documents === 10)!;
    expect(smallest.after).toEqual({ documents: 20, words: 2 * smallest.before.words });
    expect(Math.abs(totalOf(plan.groups).after.words - size(lopsided))).toBeLessThanOrEqual(28);
  });

  it("does not depend on the order of the corpus", async () => {
    const [plan, reversed] = await Promise.all(
      [lopsided, [...lopsided].reverse()].map((rows) =>
        planSample(rows, { ...settings, temperature: 4 }),
      ),
    );
    expect(lopsided.map((row) => reversed!.copies(row))).toEqual(
      lopsided.map((row) => plan!.copies(row)),
    );
    expect(reversed!.groups).toEqual(plan!.groups);
  });

  it("draws other documents for another seed", async () => {
    const drawn = async (seed: number) => {
      const plan = await planSample(lopsided, { ...settings, temperature: 2, seed });
      return lopsided.map((row) => plan.copies(row));
    };
    expect(await drawn(1)).toEqual(await drawn(1));
    expect(await drawn(2)).not.toEqual(await drawn(1));
  });

  it("takes exactly as many documents as asked for", async () => {
    for (const documents of [1, 7, 500, 1100, 3000]) {
      const plan = await planSample(lopsided, { ...settings, temperature: 5, documents });
      expect(totalOf(plan.groups).after.documents).toBe(documents);
    }
  });

  it("groups by one column, or by the year", async () => {
    const [nb, nn] = await wordsAfter({ by: ["writtenStandard"], temperature: Infinity });
    const small = size(lopsided.filter((row) => row.writtenStandard === "nn"));
    expect(nn).toBe(4 * small); // the limit of repeats
    expect(nb! + nn!).toBeCloseTo(size(lopsided), -2);
    const years = await wordsAfter({ by: ["year"], temperature: Infinity });
    expect(years).toHaveLength(3);
    expect(Math.max(...years) - Math.min(...years)).toBeLessThanOrEqual(14);
  });

  it("a group of one document is taken whole or not at all", async () => {
    const rows = [...group("nb", "notat", 50, { words: 10 }), ...group("nn", "notat", 1)];
    for (const temperature of [1, 2, Infinity]) {
      const plan = await planSample(rows, { ...settings, temperature });
      const [, nn] = plan.groups;
      expect(nn!.after.words).toBe(nn!.after.documents * nn!.before.words);
      expect(nn!.after.documents).toBeLessThanOrEqual(4);
      expect(nn!.after.documents).toBeGreaterThanOrEqual(1);
    }
  });

  it("documents without words stay as they are", async () => {
    const silent = group("nn", "skjema", 3, { words: 0 });
    const plan = await planSample([...lopsided, ...silent], { ...settings, temperature: 5 });
    expect(silent.map((row) => plan.copies(row))).toEqual([1, 1, 1]);
  });

  it("plans nothing for no documents, and knows no document of another group", async () => {
    const plan = await planSample([], settings);
    expect(plan.groups).toEqual([]);
    expect(plan.copies(lopsided[0]!)).toBe(0);
  });

  it.each([
    [{ temperature: 0.5 }, /temperature 0.5.*at least 1/],
    [{ temperature: NaN }, /temperature NaN/],
    [{ by: [] }, /name one or more/],
    [{ by: ["trust", "trust"] as const }, /each once/],
    [{ maxRepeats: 0 }, /maxRepeats 0/],
    [{ maxRepeats: 1.5 }, /maxRepeats 1.5/],
    [{ words: 5, documents: 5 }, /give one of them/],
  ])("refuses %j", async (wrong, message) => {
    const planning = planSample(lopsided, { ...settings, ...wrong });
    await expect(planning).rejects.toThrow(InputError);
    await expect(planning).rejects.toThrow(message);
  });
});

describe("sampleCorpus", () => {
  const root = mkdtempSync(join(tmpdir(), "sampling-"));
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  const source = join(root, "source");
  const documents = lopsided.map(({ words, ...row }, i): Document => ({
    ...row,
    year: Number(row.year),
    trust: String(row.trust),
    documentType: String(row.documentType),
    writtenStandard: row.writtenStandard as "nb" | "nn",
    text: Array.from({ length: words }, (_, w) => `å${i}x${w}`).join(" "),
    source: "test",
    ...(i % 2 === 0 && { spans: [{ start: 0, end: 2, label: "First_Name" as const }] }),
  }));
  const read = async (dir: string): Promise<Document[]> => {
    const all: Document[] = [];
    for await (const document of readCorpus(dir)) all.push(document);
    return all;
  };
  const sample = (name: string, changed: Partial<SamplingSettings> = {}, from = source) =>
    sampleCorpus(from, {
      out: join(root, name),
      name,
      settings: { ...settings, temperature: Infinity, ...changed },
    });

  beforeAll(async () => {
    await writeCorpus({
      dir: source,
      name: "source",
      documents,
      settings: { made: "here" },
      shareable: false,
    });
  });

  it("copies documents with all their labels, the second time as ~2", async () => {
    await sample("copies");
    const written = await read(join(root, "copies"));
    const byId = new Map(documents.map((document) => [document.id, document]));
    const seen = new Map<string, number>();
    for (const { id, ...rest } of written) {
      const [original, copy = "1"] = id.split("~") as [string, string | undefined];
      const expected = byId.get(original);
      expect({ ...rest, id: original }).toEqual(
        copy === "1" ? expected : { ...expected, origin: original },
      );
      expect(Number(copy)).toBe((seen.get(original) ?? 0) + 1);
      seen.set(original, Number(copy));
    }
    expect(Math.max(...seen.values())).toBe(4);
  });

  it("reports what was written, and the manifest says from what and how", async () => {
    const { manifest, report } = await sample("reported", { temperature: 5, words: 8000 });
    const written = await read(join(root, "reported"));
    expect(written).toHaveLength(report.total.after.documents);
    expect(written.reduce((sum, { text }) => sum + text.split(" ").length, 0)).toBe(
      report.total.after.words,
    );
    expect(new Set(written.map(({ id }) => id.split("~")[0])).size).toBe(
      report.total.kept.documents,
    );
    expect(manifest).toEqual(openManifest(join(root, "reported")));
    expect(manifest).toMatchObject({
      shareable: false,
      settings: {
        command: "sample",
        temperature: 5,
        by: ["writtenStandard", "documentType"],
        words: 8000,
        maxRepeats: 4,
        seed: 1,
      },
      parents: [{ name: "source", hash: corpusHash(openManifest(source)) }],
      skipped: { "not drawn": documents.length - report.total.kept.documents },
    });
  });

  it("writes the same bytes for the same settings; uniform is written in words", async () => {
    const [a, b] = [await sample("a"), await sample("b")];
    expect(b.manifest.shards).toEqual(a.manifest.shards);
    expect(a.manifest.settings["temperature"]).toBe("uniform");
    expect((await sample("c", { seed: 2 })).manifest.shards).not.toEqual(a.manifest.shards);
  });

  it("refuses a sample of a sample, the source as target, and more than there is", async () => {
    await sample("first");
    await expect(sample("second", {}, join(root, "first"))).rejects.toThrow(
      /is a copy.*Sample the corpus that it was drawn from/,
    );
    await expect(sample("source")).rejects.toThrow(/would replace or lie in the corpus/);
    await expect(sample("more", { documents: 4401 })).rejects.toThrow(
      /4401 documents asked for, but it has 1100.*at most 4400/,
    );
    await expect(sample("none", {}, join(root, "none"))).rejects.toThrow(/no such folder/);
    expect(readdirSync(root)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/second|more|none/) as string]),
    );
    expect(await read(source)).toHaveLength(documents.length);
  });
});
