import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { clinicalDocumentTypes } from "../../lib/synthetic/generator/clinical/documentTypes";
import { notebookBody } from "../../lib/site/notebookPage";
import { markSpans, sampleDocuments } from "../../lib/site/samples";
import { writeSite } from "../../lib/site/site";

const folder = mkdtempSync(join(tmpdir(), "site-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("sample documents", () => {
  it("show every type of the generator in both written standards", () => {
    const samples = sampleDocuments(1);
    expect([...samples.keys()].sort()).toEqual(clinicalDocumentTypes.map((t) => t.name).sort());
    for (const [type, { nb, nn }] of samples) {
      expect([nb.documentType, nn.documentType]).toEqual([type, type]);
      expect([nb.writtenStandard, nn.writtenStandard]).toEqual(["nb", "nn"]);
    }
  });

  it("mark what identifies a person and escape the rest", () => {
    const text = "Kari <3 år & Ola";
    const spans = [
      { start: 13, end: 16, label: "First_Name" },
      { start: 0, end: 4, label: "First_Name" },
    ] as const;
    expect(markSpans({ text, spans })).toBe(
      '<mark title="First Name">Kari</mark> &lt;3 år &amp; <mark title="First Name">Ola</mark>',
    );
  });
});

describe("a notebook as a page", () => {
  it("keeps cells in order, with the best form of each output", () => {
    const body = notebookBody(
      {
        nbformat: 4,
        nbformat_minor: 5,
        metadata: {},
        cells: [
          { cell_type: "markdown", id: "a", metadata: {}, source: "# Title\nProse" },
          {
            cell_type: "code",
            id: "b",
            metadata: {},
            source: "1 < 2",
            execution_count: 1,
            outputs: [
              {
                output_type: "display_data",
                metadata: {},
                data: { "text/plain": "plain", "text/html": "<b>table</b>" },
              },
              { output_type: "stream", name: "stdout", text: "a & b" },
            ],
          },
        ],
      },
      (markdown) => `<p>${markdown}</p>`,
    );
    expect(body).toBe(
      '<p>Prose</p>\n<pre><code>1 &lt; 2</code></pre>\n<div class="wide"><b>table</b></div>\n<pre>a &amp; b</pre>',
    );
  });
});

describe("outputs and links of a notebook", () => {
  const output = (data: Record<string, unknown>, metadata: object = {}) =>
    notebookBody(
      {
        nbformat: 4,
        nbformat_minor: 5,
        metadata: {},
        cells: [
          {
            cell_type: "code",
            id: "a",
            metadata: {},
            source: "",
            execution_count: 1,
            outputs: [{ output_type: "display_data", metadata, data }],
          },
        ],
      },
      (markdown) => markdown,
    );

  it("a figure stands in its size on the page, with its caption for the eye and the ear", () => {
    const data = { "image/png": "AAAA\nBB", "text/plain": "n = 3 < 4." };
    expect(output(data, { "image/png": { width: 720, height: 360 } })).toContain(
      '<figure><img alt="n = 3 &lt; 4." width="720" height="360" src="data:image/png;base64,AAAABB"><figcaption>n = 3 &lt; 4.</figcaption></figure>',
    );
    expect(output(data)).toContain('<img alt="n = 3 &lt; 4." src=');
  });

  it("links to other notebooks lead to their pages", () => {
    const cell = { cell_type: "markdown", id: "a", metadata: {} } as const;
    const source = '<a href="02-balance.ipynb">next</a> <a href="https://a.no/b.ipynb">far</a>';
    const cells = [{ ...cell, source }];
    expect(notebookBody({ nbformat: 4, nbformat_minor: 5, metadata: {}, cells }, String)).toBe(
      '<a href="02-balance.html">next</a> <a href="https://a.no/b.ipynb">far</a>',
    );
  });
});

describe("the site", () => {
  const results = join(folder, "results");
  mkdirSync(join(results, "tables"), { recursive: true });
  mkdirSync(join(results, "figures"));
  for (const name of ["quick", "quick-real"])
    writeFileSync(
      join(results, "tables", `${name}.md`),
      `# Results ${name}\n\n| a |\n| --- |\n| æ |\n`,
    );
  for (const name of ["quick-scores", "quick-real-scores"]) {
    writeFileSync(join(results, "figures", `${name}.svg`), "<svg/>");
    writeFileSync(
      join(results, "figures", `${name}.json`),
      JSON.stringify({ caption: "n = 3 < 4" }),
    );
  }
  const root = join(import.meta.dirname, "../..");
  const write = (): Promise<readonly string[]> =>
    writeSite({
      results,
      notebooks: join(root, "notebooks"),
      dataCards: join(root, "data-cards"),
      seed: 1,
    });
  const read = (path: string): string => readFileSync(join(results, "site", path), "utf8");

  it("has a page for everything, and every link leads to a file", async () => {
    const pages = await write();
    expect(pages.filter((page) => page.startsWith("samples/"))).toHaveLength(9);
    expect(pages.filter((page) => page.startsWith("notebooks/"))).toHaveLength(6);
    expect(pages.filter((page) => page.startsWith("data-cards/"))).toHaveLength(
      readdirSync(join(root, "data-cards")).length,
    );
    for (const page of pages)
      for (const [, target] of read(page).matchAll(/(?:href|src)="(?!https?:|data:|#)([^"]+)"/g)) {
        // Links of cards to files of the project lead out of the site.
        if (target!.endsWith(".md")) continue;
        expect(() => read(join(dirname(page), target!)), `${page} → ${target}`).not.toThrow();
      }
  });

  it("puts figures with their own table", () => {
    expect(read("results/quick.html")).toContain('src="quick-scores.svg"');
    expect(read("results/quick.html")).not.toContain("quick-real-scores");
    expect(read("results/quick-real.html")).toContain("n = 3 &lt; 4");
  });

  it("asks nothing of a network", async () => {
    for (const page of await write())
      expect(read(page)).not.toMatch(/<script|<(?:img|link)[^>]+(?:src|href)="https?:/);
  });

  it("gives the same bytes again", async () => {
    const before = read("samples/epikrise.html") + read("index.html");
    await write();
    expect(read("samples/epikrise.html") + read("index.html")).toBe(before);
  });

  it.each(["mine.txt", "samples/mine.txt"])(
    "is not written over %s of somebody else",
    async (name) => {
      writeFileSync(join(results, "site", name), "mine");
      await expect(write()).rejects.toThrow(/mine\.txt.*left alone/);
      expect(read(name)).toBe("mine");
      rmSync(join(results, "site", name));
    },
  );
});
