/**
 * Numbers about a corpus, never its words: sizes, groups, lengths, exact duplicates, vocabulary,
 * sentences, identifiers, tokens. Labels and sizes are counted by DuckDB, what needs the words
 * in one pass over the texts.
 */

import type { DuckDBConnection } from "@duckdb/node-api";
import { checkedShards, openManifest } from "../corpus/corpus";
import { parquetFiles, withDatabase } from "../corpus/database";
import { countAll } from "./frames";
import { densityBy, identifierFrame, type IdentifierDensity } from "./identifierDensity";
import { pairCounter, type PairRow } from "./sentencePairs";
import { cutTerms, termCounter, type MedicalTerm, type TermRow } from "./terms";
import { tokenCounter, type NamedTokenizers, type TokenRow } from "./tokenCounts";
import { vocabularyCounter, type VocabularyStatistics } from "./vocabularyGrowth";
import { wordCount } from "../corpus/countedWords";

export type GroupSize = { readonly documents: number; readonly words: number };

/** Words in a document: mean, and the quantiles of the documents. */
export type Quantiles = {
  readonly mean: number;
  readonly min: number;
  readonly p05: number;
  readonly p25: number;
  readonly p50: number;
  readonly p75: number;
  readonly p95: number;
  readonly max: number;
};

export type CorpusStatistics = {
  readonly name: string;
  readonly documents: number;
  readonly words: number;
  readonly wordTypes: number;
  /** UTF-8 bytes of all texts. */
  readonly bytes: number;
  readonly byStandard: Readonly<Record<string, GroupSize & { readonly wordTypes: number }>>;
  readonly byDocumentType: Readonly<Record<string, GroupSize>>;
  readonly byTrust: Readonly<Record<string, GroupSize>>;
  readonly byYear: Readonly<Record<string, GroupSize>>;
  readonly wordsPerDocument: Quantiles;
  readonly wordsPerDocumentByType: Readonly<Record<string, Quantiles>>;
  /** Documents whose text is, byte for byte, that of another document already counted. */
  readonly duplicates: number;
  /** What was left out when the corpus was made, by reason: near duplicates, for one. */
  readonly leftOut: Readonly<Record<string, number>>;
  readonly vocabularyGrowth: VocabularyStatistics["vocabularyGrowth"];
  readonly rankFrequency: VocabularyStatistics["rankFrequency"];
  /** Sentences, and the documents that can teach next sentence. */
  readonly sentences: Omit<PairRow, "documentType" | "writtenStandard" | "words"> & {
    readonly byType: readonly PairRow[];
  };
  /** Spans that identify people, over the documents where they are known. */
  readonly identifiers: {
    readonly documents: number;
    readonly words: number;
    readonly spans: number;
    readonly density: number;
    readonly byLabel: Readonly<Record<string, IdentifierDensity>>;
    readonly byStandard: Readonly<Record<string, IdentifierDensity>>;
    readonly byDocumentType: Readonly<Record<string, IdentifierDensity>>;
  };
  /** With tokenizers: how each cuts the corpus. */
  readonly tokens?: readonly TokenRow[];
  /** With terms: how each tokenizer cuts them in the list, and where the corpus uses them. */
  readonly terms?: { readonly listed: readonly TermRow[]; readonly used: readonly TermRow[] };
};

/**
 * Statistics of the corpus at `dir`.
 *
 * @param options.tokenizers - to count tokens with, by the names they have in the result
 * @param options.terms - medical terms to look at; needs tokenizers
 * @throws InputError for a missing or damaged corpus
 */
export async function corpusStatistics(
  dir: string,
  options: {
    readonly tokenizers?: NamedTokenizers;
    readonly terms?: readonly MedicalTerm[];
    readonly onDocument?: (done: number, total: number) => void;
  } = {},
): Promise<CorpusStatistics> {
  const { name, documents: total, skipped } = openManifest(dir);
  const { tokenizers = {}, terms, onDocument } = options;
  const vocabulary = vocabularyCounter();
  const pairs = pairCounter();
  const tokens = tokenCounter(tokenizers);
  const used = termCounter(terms ?? [], tokenizers);
  await countAll(dir, [vocabulary, pairs, tokens, used], (done) => onDocument?.(done, total));
  const { wordTypes, wordTypesByStandard, ...curves } = vocabulary.result();
  const sizes = await documentSizes(dir);
  return {
    name,
    ...sizes,
    wordTypes,
    leftOut: skipped,
    byStandard: Object.fromEntries(
      Object.entries(sizes.byStandard).map(([standard, size]) => [
        standard,
        { ...size, wordTypes: wordTypesByStandard[standard] ?? 0 },
      ]),
    ),
    ...curves,
    sentences: sentenceTotals(pairs.result()),
    identifiers: { ...sizes.identifiers, ...(await identifiers(dir, sizes.identifiers.words)) },
    ...(options.tokenizers && { tokens: tokens.result() }),
    ...(terms && { terms: { listed: cutTerms(terms, tokenizers), used: used.result() } }),
  };
}

/**
 * What can be told from labels and sizes alone. Documents of one length and with the same labels are one
 * row, so that memory grows with the kinds of documents; only a number for each text is kept beside.
 */
async function documentSizes(dir: string) {
  const files = parquetFiles(await checkedShards(dir));
  return withDatabase(async (connection) => {
    await connection.run(
      `create table sizes as select "documentType", "writtenStandard", trust, "year",
       ${wordCount} as words, spans is not null as known, count(*) as documents,
       sum(strlen(text)) as bytes from ${files} group by all`,
    );
    const by = async (column: string): Promise<Record<string, GroupSize>> =>
      Object.fromEntries(
        (
          await rows(
            connection,
            `select ${column}::varchar, sum(documents), sum(words * documents) from sizes
             group by ${column} order by ${column}`,
          )
        ).map(([key, documents, words]) => [
          key as string,
          { documents: Number(documents), words: Number(words) },
        ]),
      );
    const [total] = await rows(
      connection,
      `select sum(documents), sum(words * documents), sum(bytes), sum(documents) filter (known),
       sum(words * documents) filter (known) from sizes`,
    );
    const [documents, words, bytes, knownDocuments, knownWords] = total!.map(Number);
    // Numbers of 64 bits: among a hundred million texts two are taken for one once in thousands of corpora.
    const [different] = await rows(connection, `select count(distinct hash(text)) from ${files}`);
    const lengths = await lengthsByType(connection);
    return {
      documents: documents!,
      words: words!,
      bytes: bytes!,
      duplicates: documents! - Number(different![0]),
      byStandard: await by('"writtenStandard"'),
      byDocumentType: await by('"documentType"'),
      byTrust: await by("trust"),
      byYear: await by('"year"'),
      wordsPerDocument: quantilesOf([...lengths.values()].flat()),
      wordsPerDocumentByType: Object.fromEntries(
        [...lengths].map(([type, own]) => [type, quantilesOf(own)]),
      ),
      identifiers: { documents: knownDocuments!, words: knownWords! },
    };
  });
}

/** So many documents of so many words. */
type Length = { readonly words: number; readonly documents: number };

async function lengthsByType(connection: DuckDBConnection): Promise<Map<string, Length[]>> {
  const lengths = new Map<string, Length[]>();
  for (const [type, words, documents] of await rows(
    connection,
    `select "documentType", words, sum(documents) from sizes group by all order by all`,
  )) {
    const own = lengths.get(type as string) ?? [];
    lengths.set(type as string, own);
    own.push({ words: Number(words), documents: Number(documents) });
  }
  return lengths;
}

/** Between two lengths a quantile is in proportion, as in the type 7 of Hyndman and Fan (1996). */
function quantilesOf(unordered: readonly Length[]): Quantiles {
  const lengths = [...unordered].sort((a, b) => a.words - b.words);
  const documents = lengths.reduce((sum, length) => sum + length.documents, 0);
  const ranked = (rank: number): number => {
    let passed = 0;
    return lengths.find((length) => (passed += length.documents) > rank)!.words;
  };
  const quantile = (share: number): number => {
    const rank = share * (documents - 1);
    const below = ranked(Math.floor(rank));
    // Rounded, since between 1 and 2 the twentieth part is not a whole number of binary digits.
    const value = below + (rank % 1) * (ranked(Math.ceil(rank)) - below);
    return Math.round(value * 1e6) / 1e6;
  };
  return {
    mean: lengths.reduce((sum, length) => sum + length.words * length.documents, 0) / documents,
    min: lengths[0]!.words,
    p05: quantile(0.05),
    p25: quantile(0.25),
    p50: quantile(0.5),
    p75: quantile(0.75),
    p95: quantile(0.95),
    max: lengths.at(-1)!.words,
  };
}

async function rows(
  connection: DuckDBConnection,
  sql: string,
): Promise<readonly (readonly unknown[])[]> {
  return (await connection.runAndReadAll(sql)).getRows();
}

async function identifiers(dir: string, words: number) {
  const frame = await identifierFrame(dir);
  const spans = frame.reduce((sum, row) => sum + row.spans, 0);
  const by = (column: "label" | "writtenStandard" | "documentType") =>
    Object.fromEntries(
      densityBy(frame, [column]).map(({ [column]: name, ...density }) => [name, density]),
    );
  return {
    spans,
    density: words === 0 ? 0 : (1000 * spans) / words,
    byLabel: by("label"),
    byStandard: by("writtenStandard"),
    byDocumentType: by("documentType"),
  };
}

function sentenceTotals(byType: readonly PairRow[]): CorpusStatistics["sentences"] {
  const sum = (name: "documents" | "sentences" | "pairDocuments" | "pairWords"): number =>
    byType.reduce((total, row) => total + row[name], 0);
  return {
    documents: sum("documents"),
    sentences: sum("sentences"),
    pairDocuments: sum("pairDocuments"),
    pairWords: sum("pairWords"),
    byType,
  };
}
