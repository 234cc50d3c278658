import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { Document } from "../../lib/corpus/document";
import { createWorld } from "../../lib/synthetic/generator/world";
import { cutTerms, readTerms, termCounter } from "../../lib/statistics/terms";
import { termsOfWorld } from "../../lib/synthetic/worldTerms";
import { pieceCounter, tokenCounter, type NamedTokenizers } from "../../lib/statistics/tokenCounts";
import { createTokenizer, loadTokenizer, saveTokenizer } from "../../lib/tokenization/tokenizer";
import { specialTokens } from "../../lib/tokenization/tokenizer";
import { createByteLevelTokenizer } from "../../lib/tokenization/tokenizerFiles";
import { byteAlphabet } from "../../lib/tokenization/byteLevel";

const root = mkdtempSync(join(tmpdir(), "terms-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** A WordPiece tokenizer that knows "hjerte", "hjarte", "svikt", and all else by letters. */
async function wordPiece(): Promise<NamedTokenizers[string]> {
  const letters = [..."abcdefghijklmnopqrstuvwxyzæøå"];
  const vocabulary = [
    ...Object.values(specialTokens),
    ...letters,
    ...letters.map((letter) => `##${letter}`),
    "hjerte",
    "hjarte",
    "##svikt",
    "svikt",
    "akutt",
  ];
  const dir = join(root, "tokenizer");
  saveTokenizer(dir, createTokenizer({ vocabulary, lowercase: true }));
  return loadTokenizer(dir);
}

const document = (writtenStandard: "nb" | "nn", text: string): Document => ({
  id: text,
  text,
  writtenStandard,
  documentType: "notat",
  trust: "",
  year: 0,
  source: "test",
});

const file = (name: string, content: string | Buffer): string => {
  const path = join(root, name);
  writeFileSync(path, content);
  return path;
};

describe("readTerms", () => {
  it("reads one term a line", () => {
    expect(
      readTerms(file("list.txt", "\uFEFFåndenød\r\n\r\nakutt hjertesvikt\nåndenød\n")),
    ).toEqual([
      { term: "åndenød", category: "", writtenStandard: "either" },
      { term: "akutt hjertesvikt", category: "", writtenStandard: "either" },
    ]);
  });

  it("reads the columns of NorMedTerm, and named columns in any order", () => {
    expect(readTerms(file("a.tsv", "astma\tCONDITION\tMO\tN/A\tmanual\n"))).toEqual([
      { term: "astma", category: "CONDITION", writtenStandard: "either" },
    ]);
    const named = "writtenStandard\tterm\tcategory\nnb\thjertesvikt\tsjukdom\nnn\thjartesvikt\t\n";
    expect(readTerms(file("b.tsv", named))).toEqual([
      { term: "hjertesvikt", category: "sjukdom", writtenStandard: "nb" },
      { term: "hjartesvikt", category: "", writtenStandard: "nn" },
    ]);
  });

  it("passes over comments, and counts them as lines", () => {
    const text = "# fra NorMedTerm\nwrittenStandard\tterm\n# nynorsk\nnn\tåndenaud\n";
    expect(readTerms(file("d.tsv", text))).toEqual([
      { term: "åndenaud", category: "", writtenStandard: "nn" },
    ]);
    expect(() => readTerms(file("e.tsv", `${text}no\tastma\n`))).toThrow(
      /e\.tsv:5: the column written/,
    );
    expect(() => readTerms(file("f.txt", "# astma\n"))).toThrow(/f\.txt: holds no term/);
    expect(() => readTerms(file("g.txt", ""))).toThrow(/g\.txt: holds no term/);
  });

  it("refuses a file in Windows-1252, in which åndenød would never be found", () => {
    expect(() => readTerms(file("h.txt", Buffer.from("åndenød\n", "latin1")))).toThrow(
      /h\.txt:1: invalid UTF-8\. .*--encoding windows-1252/,
    );
    const old = file("old.txt", Buffer.from("åndenød\n", "latin1"));
    expect(readTerms(old, "windows-1252")[0]?.term).toBe("åndenød");
    const wide = file("wide.txt", Buffer.from("\uFEFFåndenaud\r\n", "utf16le"));
    expect(readTerms(wide)[0]?.term).toBe("åndenaud");
    expect(readTerms(file("nfd.txt", "åndenød".normalize("NFD")))[0]?.term).toBe("åndenød");
  });

  it("names file and line of what it cannot read", () => {
    expect(() => readTerms(join(root, "nowhere.tsv"))).toThrow(
      /nowhere\.tsv: no such file\. Name a file of terms/,
    );
    expect(() => readTerms(file("none.txt", "\n\n"))).toThrow(/none\.txt: holds no term/);
    expect(() => readTerms(file("c.tsv", "term\twrittenStandard\nastma\tno\n"))).toThrow(
      /c\.tsv:2: the column writtenStandard says something else than nb, nn or either/,
    );
  });
});

describe("fragmentation", () => {
  it("counts pieces of the words of a list, by category and standard", async () => {
    const tokenizers = { small: await wordPiece() };
    const terms = [
      { term: "akutt hjertesvikt", category: "c", writtenStandard: "nb" },
      { term: "svikt", category: "c", writtenStandard: "nb" },
      { term: "akutt hjartesvikt (2)", category: "c", writtenStandard: "nn" },
      { term: "hoste", category: "s", writtenStandard: "nn" },
      { term: "12", category: "s", writtenStandard: "nn" },
    ] as const;
    expect(cutTerms(terms, tokenizers)).toEqual([
      {
        tokenizer: "small",
        category: "c",
        writtenStandard: "nb",
        terms: 2,
        words: 3,
        pieces: 1 + 2 + 1,
        whole: 1,
        shattered: 0,
      },
      {
        tokenizer: "small",
        category: "c",
        writtenStandard: "nn",
        terms: 1,
        words: 2,
        pieces: 1 + 2,
        whole: 0,
        shattered: 0,
      },
      {
        tokenizer: "small",
        category: "s",
        writtenStandard: "nn",
        terms: 1,
        words: 1,
        pieces: 5,
        whole: 0,
        shattered: 1,
      },
    ]);
  });

  it("finds the longest terms in documents, whatever their capitals, in the document's standard", async () => {
    const counter = termCounter(
      [
        { term: "svikt", category: "s", writtenStandard: "either" },
        { term: "akutt hjertesvikt", category: "c", writtenStandard: "nb" },
        { term: "akutt", category: "a", writtenStandard: "either" },
      ],
      { small: await wordPiece() },
    );
    counter.add(
      document("nb", "Akutt  Hjertesvikt. Akutt svikt; hjertesvikten er akutt, hjertesvikt."),
    );
    counter.add(document("nn", "Ingen sviktande pumpe, men svikt."));
    const rows = counter
      .result()
      .map(({ category, writtenStandard, terms, pieces }) => [
        category,
        writtenStandard,
        terms,
        pieces,
      ]);
    expect(rows).toEqual([
      ["a", "nb", 2, 2],
      ["c", "nb", 1, 3],
      ["s", "nb", 1, 1],
      ["s", "nn", 1, 1],
    ]);
  });

  it("knows the terms of an invented world in both standards, each once", () => {
    const terms = termsOfWorld(createWorld(1));
    const of = (standard: string) => terms.filter((term) => term.writtenStandard === standard);
    expect(of("nb").length).toBeGreaterThan(50);
    expect(new Set(terms.map((term) => JSON.stringify(term))).size).toBe(terms.length);
    expect(of("nn").some(({ term }) => of("nb").every((other) => other.term !== term))).toBe(true);
    expect(new Set(terms.map(({ category }) => category)).size).toBeGreaterThan(2);
  });
});

describe("tokens", () => {
  it("counts runs of letters and their pieces; digits and punctuation only as tokens", async () => {
    const counter = tokenCounter({ small: await wordPiece() });
    counter.add(document("nn", "Å, så akutt hjartesvikt!"));
    counter.add(document("nn", "svikt"));
    counter.add(document("nn", "A\nØ 7"));
    expect(counter.result()).toEqual([
      {
        tokenizer: "small",
        documentType: "notat",
        writtenStandard: "nn",
        documents: 3,
        // "," and "!" and "7" are not in the vocabulary: one unknown token each.
        tokens: 1 + 1 + 2 + 1 + 2 + 1 + 1 + (1 + 1 + 1),
        // Only the third document can be divided between sentences.
        pairTokens: 3,
        words: 7,
        subwords: 1 + 2 + 1 + 2 + 1 + (1 + 1),
      },
    ]);
  });

  it("cuts a word as it is cut inside a sentence, where byte-level tokenizers see a space", async () => {
    const dir = join(root, "bytes");
    const alphabet = [...byteAlphabet, "Ġs"];
    saveTokenizer(
      dir,
      createByteLevelTokenizer({
        vocabulary: [...Object.values(specialTokens), ...alphabet],
        merges: [["Ġ", "s"]],
        lowercase: false,
      }),
    );
    // "Ġs", "å" in two bytes.
    expect(pieceCounter(await loadTokenizer(dir))("så")).toBe(3);
  });
});
