import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { sha256OfFile } from "../../lib/files";
import { writeCorpus } from "../../lib/text/corpus";
import type { Document } from "../../lib/text/document";
import { emptyReport, realGeneralDocuments } from "../../lib/text/importing";
import { corpusStatistics } from "../../lib/text/statistics";

const root = join(import.meta.dirname, "../..");
const data = process.env["KLINISKVEST_DATA"] ?? join(root, "../shared/data");
const temporary = mkdtempSync(join(tmpdir(), "cards-"));
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

/** Front matter whose values are JSON, but for the commas that Prettier puts at the end of lists. */
function frontMatter(card: string): Record<string, unknown> {
  const [, matter] = /^---\n([\s\S]*?)\n---\n/.exec(
    readFileSync(join(root, "data-cards", `${card}.md`), "utf8"),
  )!;
  return Object.fromEntries(
    matter!.split(/\n(?=\w+:)/).map((entry) => {
      const colon = entry.indexOf(":");
      return [
        entry.slice(0, colon),
        JSON.parse(entry.slice(colon + 1).replace(/,(?=\s*[}\]])/g, "")) as unknown,
      ];
    }),
  );
}

describe.each(["general-norwegian", "ud-norwegian"])("data card %s", (name) => {
  const card = frontMatter(name);

  it("is complete", () => {
    expect(card).toMatchObject({ name, version: 1, languages: ["nob-Latn", "nno-Latn"] });
    for (const field of ["licence", "source"]) expect(card[field]).toMatch(/\S/);
    for (const field of ["intendedUse", "limits"])
      expect((card[field] as string[]).length).toBeGreaterThan(0);
    expect(typeof card["shareable"]).toBe("boolean");
  });

  it.skipIf(!existsSync(join(data, name)))(
    "has the counts of its files (needs the data folder: set KLINISKVEST_DATA)",
    async () => {
      const files = Object.keys(card["files"] as object);
      const hashes = await Promise.all(files.map((file) => sha256OfFile(join(data, name, file))));
      expect(Object.fromEntries(files.map((file, i) => [file, hashes[i]]))).toEqual(card["files"]);
      const report = emptyReport();
      const dir = join(temporary, name);
      async function* own(): AsyncGenerator<Document> {
        for await (const document of realGeneralDocuments(data, report))
          if (document.source === name) yield document;
      }
      await writeCorpus({ dir, name, documents: own(), settings: {}, shareable: false });
      const { byStandard } = await corpusStatistics(dir);
      const count = (what: "documents" | "words"): object => ({
        nb: byStandard["nb"]![what],
        nn: byStandard["nn"]![what],
      });
      expect({ documents: card["documents"], words: card["words"] }).toEqual({
        documents: count("documents"),
        words: count("words"),
      });
      if (name === "general-norwegian") expect(card["setAside"]).toEqual(report.skipped);
    },
  );
});
