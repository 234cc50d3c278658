/**
 * Numbers about a corpus, never its words: sizes, groups, quantiles, exact duplicates, growth of
 * the vocabulary (Heaps' law) and frequency by rank (Zipf's law). A word is a run of letters and
 * digits, in lower case.
 */

import type { DuckDBConnection } from "@duckdb/node-api";
import { checkedShards, openManifest, readCorpus } from "./corpus";
import { parquetFiles, withDatabase } from "./database";

/** A word, read alike by JavaScript and by DuckDB (RE2), which counts with it. */
export const wordPattern = String.raw`[\p{L}\p{N}][\p{L}\p{M}\p{N}]*`;

export type GroupSize = { readonly documents: number; readonly words: number };

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
  readonly wordsPerDocument: {
    readonly mean: number;
    readonly min: number;
    readonly p05: number;
    readonly p25: number;
    readonly p50: number;
    readonly p75: number;
    readonly p95: number;
    readonly max: number;
  };
  /** Documents whose text is, byte for byte, that of another document already counted. */
  readonly duplicates: number;
  /** Per written standard: different words among the first `words` words. */
  readonly vocabularyGrowth: Readonly<
    Record<string, readonly { readonly words: number; readonly wordTypes: number }[]>
  >;
  /** Per written standard: occurrences of the word at a rank, ten ranks a decade. */
  readonly rankFrequency: Readonly<
    Record<string, readonly { readonly rank: number; readonly count: number }[]>
  >;
};

/** One document as a row of numbers and labels, without its text. */
export type CorpusRow = {
  readonly id: string;
  readonly documentType: string;
  readonly writtenStandard: string;
  readonly trust: string;
  readonly year: number;
  readonly words: number;
  readonly characters: number;
};

/**
 * Statistics of the corpus at `dir`.
 *
 * @throws InputError for a missing or damaged corpus
 */
export async function corpusStatistics(dir: string): Promise<CorpusStatistics> {
  const { name } = openManifest(dir);
  const vocabulary = await readVocabulary(dir);
  return withDatabase(async (connection) => {
    await countDocuments(connection, await checkedShards(dir));
    const by = async (column: string): Promise<Record<string, GroupSize>> =>
      Object.fromEntries(
        (
          await rows(
            connection,
            `select ${column}::varchar, count(*), sum(words) from documents group by ${column} order by ${column}`,
          )
        ).map(([key, documents, words]) => [
          key as string,
          { documents: Number(documents), words: Number(words) },
        ]),
      );
    const quantile = (share: number): string => `quantile_cont(words, ${share})`;
    const [total] = await rows(
      connection,
      `select count(*), sum(words), sum(bytes), count(*) - count(distinct hash), avg(words), min(words),
       ${[0.05, 0.25, 0.5, 0.75, 0.95].map(quantile).join(", ")}, max(words) from documents`,
    );
    const [documents, words, bytes, duplicates, mean, min, p05, p25, p50, p75, p95, max] =
      total!.map(Number);
    const byStandard = await by('"writtenStandard"');
    return {
      name,
      documents: documents!,
      words: words!,
      wordTypes: new Set([...vocabulary.values()].flatMap(({ counts }) => [...counts.keys()])).size,
      bytes: bytes!,
      byStandard: Object.fromEntries(
        Object.entries(byStandard).map(([standard, size]) => [
          standard,
          { ...size, wordTypes: vocabulary.get(standard)?.counts.size ?? 0 },
        ]),
      ),
      byDocumentType: await by('"documentType"'),
      byTrust: await by("trust"),
      byYear: await by('"year"'),
      wordsPerDocument: {
        mean: mean!,
        min: min!,
        p05: p05!,
        p25: p25!,
        p50: p50!,
        p75: p75!,
        p95: p95!,
        max: max!,
      },
      duplicates: duplicates!,
      vocabularyGrowth: mapValues(vocabulary, ({ growth }) => growth),
      rankFrequency: mapValues(vocabulary, ({ counts }) => rankFrequency(counts)),
    };
  });
}

/**
 * The documents of a corpus as plain rows, for a DataFrame.
 *
 * @example new DataFrame(await corpusFrame("corpora/clinical"))
 * @throws InputError for a missing or damaged corpus
 */
export async function corpusFrame(dir: string): Promise<CorpusRow[]> {
  const paths = await checkedShards(dir);
  return withDatabase(async (connection) => {
    const reader = await connection.runAndReadAll(
      `select id, "documentType", "writtenStandard", trust, "year", ${wordCount}::integer as words,
       length(text)::integer as characters from ${parquetFiles(paths)}`,
    );
    return reader.getRowObjects() as unknown as CorpusRow[];
  });
}

const wordCount = `len(regexp_extract_all(lower(text), '${wordPattern}'))`;

async function countDocuments(
  connection: DuckDBConnection,
  paths: readonly string[],
): Promise<void> {
  await connection.run(
    `create table documents as select "documentType", "writtenStandard", trust, "year",
     ${wordCount} as words, strlen(text) as bytes, md5(text) as hash from ${parquetFiles(paths)}`,
  );
}

async function rows(
  connection: DuckDBConnection,
  sql: string,
): Promise<readonly (readonly unknown[])[]> {
  return (await connection.runAndReadAll(sql)).getRows();
}

type Vocabulary = {
  readonly counts: Map<string, number>;
  readonly growth: { readonly words: number; readonly wordTypes: number }[];
};

/** One pass in the order of the corpus; DuckDB would have to hold every word to know the order. */
async function readVocabulary(dir: string): Promise<Map<string, Vocabulary>> {
  const vocabulary = new Map<string, Vocabulary & { words: number }>();
  const pattern = new RegExp(wordPattern, "gu");
  for await (const { text, writtenStandard } of readCorpus(dir)) {
    let own = vocabulary.get(writtenStandard);
    if (!own) vocabulary.set(writtenStandard, (own = { counts: new Map(), growth: [], words: 0 }));
    for (const word of text.toLowerCase().match(pattern) ?? []) {
      own.counts.set(word, (own.counts.get(word) ?? 0) + 1);
      own.words++;
      if (isPoint(own.words)) own.growth.push({ words: own.words, wordTypes: own.counts.size });
    }
  }
  for (const own of vocabulary.values())
    if (own.words > 0 && !isPoint(own.words))
      own.growth.push({ words: own.words, wordTypes: own.counts.size });
  return vocabulary;
}

/** 100, 200, 500, 1000, 2000, … */
function isPoint(words: number): boolean {
  let rest = words;
  while (rest % 10 === 0 && rest > 0) rest /= 10;
  return words >= 100 && (rest === 1 || rest === 2 || rest === 5);
}

function rankFrequency(
  counts: ReadonlyMap<string, number>,
): readonly { readonly rank: number; readonly count: number }[] {
  const sorted = Float64Array.from(counts.values()).sort().reverse();
  const points: { rank: number; count: number }[] = [];
  for (let step = 0; ; step++) {
    const rank = Math.round(10 ** (step / 10));
    if (rank > sorted.length) return points;
    if (rank !== points.at(-1)?.rank) points.push({ rank, count: sorted[rank - 1]! });
  }
}

function mapValues<Value, Result>(
  map: ReadonlyMap<string, Value>,
  change: (value: Value) => Result,
): Record<string, Result> {
  return Object.fromEntries(
    [...map].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, value]) => [key, change(value)]),
  );
}
