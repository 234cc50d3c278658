import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeCorpus } from "../../lib/corpus/corpus";
import type { Document, PhiSpan } from "../../lib/corpus/document";
import { densityBy, identifierFrame } from "../../lib/statistics/identifierDensity";
import { corpusStatistics } from "../../lib/statistics/statistics";

const root = mkdtempSync(join(tmpdir(), "density-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const dir = join(root, "corpus");

const document = (
  id: string,
  writtenStandard: "nb" | "nn",
  documentType: string,
  text: string,
  labels?: readonly PhiSpan["label"][],
): Document => ({
  id,
  text,
  writtenStandard,
  documentType,
  trust: "",
  year: 0,
  source: "test",
  ...(labels && { spans: labels.map((label, i) => ({ start: i, end: i + 1, label })) }),
});

beforeAll(async () => {
  await writeCorpus({
    dir,
    name: "density",
    documents: [
      document("a", "nb", "epikrise", "én to tre fire", ["First_Name", "Last_Name"]),
      document("b", "nb", "epikrise", "fem seks sju åtte ni ti", ["First_Name"]),
      document("c", "nn", "epikrise", "ein to tre fire fem", ["Record_Number"]),
      document("d", "nn", "notat", "her er ingen ting", []),
      // Not known: neither spans nor words count.
      document("e", "nn", "notat", "Kari har det betre no"),
    ],
    settings: {},
    shareable: true,
  });
});

describe("identifierFrame", () => {
  it("has a row for every label of every type and standard, zeros included", async () => {
    const frame = await identifierFrame(dir);
    expect(frame).toHaveLength(3 * 3);
    expect(frame.slice(0, 3)).toEqual(
      [
        ["First_Name", 2],
        ["Last_Name", 1],
        ["Record_Number", 0],
      ].map(([label, spans]) => ({
        documentType: "epikrise",
        writtenStandard: "nb",
        label,
        spans,
        documents: 2,
        words: 10,
      })),
    );
    expect(frame.at(-1)).toEqual({
      documentType: "notat",
      writtenStandard: "nn",
      label: "Record_Number",
      spans: 0,
      documents: 1,
      words: 4,
    });
  });
});

describe("densityBy", () => {
  it("divides by the words of the group, each counted once, the densest first", async () => {
    const frame = await identifierFrame(dir);
    expect(densityBy(frame, ["writtenStandard"])).toEqual([
      { writtenStandard: "nb", spans: 3, words: 10, density: 300 },
      { writtenStandard: "nn", spans: 1, words: 9, density: 1000 / 9 },
    ]);
    expect(densityBy(frame, ["label"])[0]).toEqual({
      label: "First_Name",
      spans: 2,
      words: 19,
      density: 2000 / 19,
    });
    expect(
      densityBy(frame, ["label", "writtenStandard"]).find(
        (row) => row.label === "Last_Name" && row.writtenStandard === "nn",
      ),
    ).toEqual({ label: "Last_Name", writtenStandard: "nn", spans: 0, words: 9, density: 0 });
    expect(densityBy([], ["label"])).toEqual([]);
  });

  it("agrees with the statistics of the corpus", async () => {
    const { identifiers } = await corpusStatistics(dir);
    expect(identifiers).toMatchObject({ documents: 4, words: 19, spans: 4, density: 4000 / 19 });
    expect(identifiers.byStandard["nb"]).toEqual({ spans: 3, words: 10, density: 300 });
    expect(identifiers.byDocumentType["notat"]).toEqual({ spans: 0, words: 4, density: 0 });
    expect(Object.keys(identifiers.byLabel)).toEqual(["First_Name", "Last_Name", "Record_Number"]);
  });
});
