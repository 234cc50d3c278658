/**
 * Medical terms and what tokenizers make of them. A term that falls into many pieces is hard to learn:
 * each piece also serves other words. Counted for a list as it stands, and for the terms as documents
 * use them, in each written standard.
 */

import { InputError } from "../errors";
import type { Document, WrittenStandard } from "../corpus/document";
import type { Encoding } from "../corpus/rows/decoding";
import { readUserText } from "../corpus/rows/userText";
import { letterRuns, pieceCounter, type NamedTokenizers } from "./tokenCounts";
import type { Counter } from "./vocabularyGrowth";
import { wordPattern } from "../corpus/countedWords";

export type MedicalTerm = {
  readonly term: string;
  readonly category: string;
  readonly writtenStandard: WrittenStandard;
};

export type TermRow = {
  readonly tokenizer: string;
  readonly category: string;
  readonly writtenStandard: WrittenStandard;
  /** Terms of a list, or their occurrences in documents. */
  readonly terms: number;
  /** Runs of letters in them, and the pieces these are cut into. */
  readonly words: number;
  readonly pieces: number;
  /** Terms of which every word is one piece. */
  readonly whole: number;
  /** Terms with a word in four pieces or more. */
  readonly shattered: number;
};

const shatteredPieces = 4;

/** Categories are printed: what is longer is text, as the second column of a table of notes. */
const [longestCategory, mostCategoryWords] = [40, 4];

/**
 * Terms of a file: one a line, or a table with tabs. With a first line that names columns, `term`,
 * `category` and `writtenStandard` are read; without, the first column is the term and the second its
 * category, as in NorMedTerm. Terms that do not say belong to either standard. Of repeated terms
 * the first counts. Lines that begin with # are comments.
 *
 * @throws InputError if the file is missing, in another encoding, or holds no term
 */
export function readTerms(path: string, encoding?: Encoding): MedicalTerm[] {
  const text = readUserText(path, {
    encoding,
    hasEncodingOption: true,
    wanted: "Name a file of terms.",
  });
  const lines = linesOf(text);
  const first = lines[0]?.text.split("\t").map((name) => name.trim());
  const hasHeader = first?.includes("term") === true;
  const columns = hasHeader ? first : ["term", "category"];
  const cell = (cells: readonly string[], name: string): string =>
    cells[columns.indexOf(name)]?.trim() ?? "";
  const terms = new Map<string, MedicalTerm>();
  for (const { line, text } of hasHeader ? lines.slice(1) : lines) {
    const cells = text.split("\t");
    const term = cell(cells, "term");
    if (term === "") continue;
    const standard = cell(cells, "writtenStandard") || "either";
    if (standard !== "nb" && standard !== "nn" && standard !== "either")
      throw new InputError(
        `${path}:${line}: the column writtenStandard says something else than nb, nn or either.`,
      );
    const category = cell(cells, "category");
    if (category.length > longestCategory || category.split(/\s+/).length > mostCategoryWords)
      throw new InputError(
        `${path}:${line}: the category of the term is longer than a label of a table. Is it a list of terms?`,
      );
    const key = `${standard} ${term}`;
    if (!terms.has(key)) terms.set(key, { term, category, writtenStandard: standard });
  }
  if (terms.size === 0)
    throw new InputError(`terms ${path}: holds no term. Write one a line, or name a column term.`);
  return [...terms.values()];
}

/** The lines that are no comments, with their numbers from 1; in NFC, as the documents are. */
function linesOf(text: string): { readonly line: number; readonly text: string }[] {
  return text
    .normalize("NFC")
    .split("\n")
    .map((text, i) => ({ line: i + 1, text }))
    .filter(({ text }) => !text.startsWith("#"));
}

/** How tokenizers cut the terms of a list, by category and written standard. */
export function cutTerms(
  terms: readonly MedicalTerm[],
  tokenizers: NamedTokenizers,
): readonly TermRow[] {
  const rows = termRows(tokenizers);
  for (const { term, category, writtenStandard } of terms)
    rows.add(term, category, writtenStandard);
  return rows.result();
}

/**
 * Counts how tokenizers cut terms where documents use them, by category and by the written standard
 * of the document. The longest term at a place counts, capitals do not matter, and inflected forms
 * are other words: what is counted is a lower bound.
 */
export function termCounter(
  terms: readonly MedicalTerm[],
  tokenizers: NamedTokenizers,
): Counter<readonly TermRow[]> {
  const rows = termRows(tokenizers);
  // By first word, the longest first.
  const byFirst = new Map<string, KnownTerm[]>();
  for (const { term, category } of terms) {
    const places = wordPlaces(term);
    if (places.length === 0) continue;
    const first = plain(term.slice(places[0]!.start, places[0]!.end));
    const whole = plain(term.slice(places[0]!.start, places.at(-1)!.end));
    const known = byFirst.get(first);
    if (known) known.push({ words: places.length, whole, category });
    else byFirst.set(first, [{ words: places.length, whole, category }]);
  }
  for (const known of byFirst.values()) known.sort((a, b) => b.words - a.words);
  return {
    add({ text, writtenStandard }: Document) {
      const places = wordPlaces(text);
      for (let at = 0; at < places.length; at++) {
        const { start, end } = places[at]!;
        const surface = (words: number): string =>
          text.slice(start, places[at + words - 1]?.end ?? end);
        const term = byFirst
          .get(plain(text.slice(start, end)))
          ?.find(({ words, whole }) => plain(surface(words)) === whole);
        if (!term) continue;
        rows.add(surface(term.words), term.category, writtenStandard);
        at += term.words - 1;
      }
    },
    result: rows.result,
  };
}

type KnownTerm = {
  /** How many; and all of it from the first to the last, as `plain` writes it. */
  readonly words: number;
  readonly whole: string;
  readonly category: string;
};

/** In lower case, with one space where there is white space: other signs must be those of the term. */
const plain = (text: string): string => text.toLowerCase().replace(/\s+/g, " ");

const wordPlaces = (text: string): { readonly start: number; readonly end: number }[] =>
  Array.from(text.matchAll(anyWord), ({ index, 0: word }) => ({
    start: index,
    end: index + word.length,
  }));

const anyWord = new RegExp(wordPattern, "gu");

function termRows(tokenizers: NamedTokenizers): {
  add(term: string, category: string, standard: WrittenStandard): void;
  result(): readonly TermRow[];
} {
  type Counts = { -readonly [Name in keyof TermRow]: TermRow[Name] };
  const named = Object.entries(tokenizers).map(([name, tokenizer]) => ({
    name,
    piecesOf: pieceCounter(tokenizer),
    rows: new Map<string, Counts>(),
  }));
  return {
    add(term, category, writtenStandard) {
      const words = term.match(letterRuns) ?? [];
      if (words.length === 0) return;
      const key = JSON.stringify([category, writtenStandard]);
      for (const { name, piecesOf, rows } of named) {
        let row = rows.get(key);
        if (!row) {
          const none = { terms: 0, words: 0, pieces: 0, whole: 0, shattered: 0 };
          rows.set(key, (row = { tokenizer: name, category, writtenStandard, ...none }));
        }
        const pieces = words.map(piecesOf);
        row.terms++;
        row.words += words.length;
        row.pieces += pieces.reduce((sum, own) => sum + own, 0);
        if (pieces.every((own) => own === 1)) row.whole++;
        if (pieces.some((own) => own >= shatteredPieces)) row.shattered++;
      }
    },
    result: () =>
      named.flatMap(({ rows }) =>
        [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row),
      ),
  };
}
