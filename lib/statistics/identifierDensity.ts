/**
 * How often documents name something that identifies a person: spans of a label for 1,000 words, by
 * document type and written standard, from the column `spans` of a corpus. Documents whose spans are
 * not known are left out, words and all.
 */

import { checkedShards } from "../corpus/corpus";
import { parquetFiles, withDatabase } from "../corpus/database";
import { wordCount } from "../corpus/countedWords";

export type IdentifierRow = {
  readonly documentType: string;
  readonly writtenStandard: string;
  readonly label: string;
  readonly spans: number;
  /** Documents with known spans and their words: the same for every label of a type and standard. */
  readonly documents: number;
  readonly words: number;
};

/**
 * One row a document type, written standard and label, zeros included. No rows where no spans are
 * known.
 *
 * @throws InputError for a missing or damaged corpus
 */
export async function identifierFrame(dir: string): Promise<IdentifierRow[]> {
  const paths = await checkedShards(dir);
  return withDatabase(async (connection) => {
    await connection.run(
      `create table known as select "documentType", "writtenStandard", ${wordCount} as words,
       json_extract_string(spans, '$[*].label') as labels
       from ${parquetFiles(paths)} where spans is not null`,
    );
    const reader = await connection.runAndReadAll(
      `with sizes as (select "documentType", "writtenStandard", count(*) as documents,
         sum(words) as words from known group by all),
       spans as (select "documentType", "writtenStandard", unnest(labels) as label from known),
       counts as (select "documentType", "writtenStandard", label, count(*) as spans
         from spans group by all),
       labels as (select distinct label from spans)
       select sizes."documentType", sizes."writtenStandard", labels.label,
         coalesce(counts.spans, 0)::double, sizes.documents::double, sizes.words::double
       from sizes cross join labels
       left join counts on counts."documentType" = sizes."documentType"
         and counts."writtenStandard" = sizes."writtenStandard" and counts.label = labels.label
       order by all`,
    );
    return reader.getRows().map((row) => ({
      documentType: row[0] as string,
      writtenStandard: row[1] as string,
      label: row[2] as string,
      spans: row[3] as number,
      documents: row[4] as number,
      words: row[5] as number,
    }));
  });
}

export type IdentifierDensity = {
  readonly spans: number;
  readonly words: number;
  /** Spans for 1,000 words. */
  readonly density: number;
};

/**
 * Rows added up by one or more columns, from the densest to the thinnest. Words are counted once for
 * all labels.
 *
 * @example densityBy(await identifierFrame(dir), ["label", "writtenStandard"])
 */
export function densityBy<Column extends "documentType" | "writtenStandard" | "label">(
  rows: readonly IdentifierRow[],
  columns: readonly Column[],
): (Readonly<Record<Column, string>> & IdentifierDensity)[] {
  const groups = new Map<string, { first: IdentifierRow; spans: number; words: number }>();
  const counted = new Set<string>();
  for (const row of rows) {
    const key = JSON.stringify(columns.map((column) => row[column]));
    let group = groups.get(key);
    if (!group) groups.set(key, (group = { first: row, spans: 0, words: 0 }));
    group.spans += row.spans;
    const part = JSON.stringify([key, row.documentType, row.writtenStandard]);
    if (!counted.has(part)) group.words += row.words;
    counted.add(part);
  }
  const label = (row: IdentifierRow): Record<Column, string> =>
    Object.fromEntries(columns.map((column) => [column, row[column]])) as Record<Column, string>;
  return [...groups.values()]
    .map(({ first, spans, words }) => ({
      ...label(first),
      spans,
      words,
      density: words === 0 ? 0 : (1000 * spans) / words,
    }))
    .sort((a, b) => b.density - a.density);
}
