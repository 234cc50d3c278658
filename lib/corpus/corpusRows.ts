/** A corpus as rows of labels and sizes, without text. */

import { checkedShards } from "./corpus";
import { wordCount } from "./countedWords";
import { parquetFiles, streamRows } from "./database";

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
 * The documents of a corpus as plain rows, for a DataFrame.
 *
 * @example new DataFrame(await corpusFrame("corpora/clinical"))
 * @throws InputError for a missing or damaged corpus
 */
export async function corpusFrame(dir: string): Promise<CorpusRow[]> {
  const rows: CorpusRow[] = [];
  for await (const row of streamCorpusRows(dir)) rows.push(row);
  return rows;
}

/** {@link corpusFrame} one by one, for corpora whose rows do not fit into memory. */
export async function* streamCorpusRows(dir: string): AsyncGenerator<CorpusRow> {
  const paths = await checkedShards(dir);
  const query = `select id, "documentType", "writtenStandard", trust, "year", ${wordCount}::integer,
    length(text)::integer from ${parquetFiles(paths)}`;
  for await (const row of streamRows(query))
    yield {
      id: row[0] as string,
      documentType: row[1] as string,
      writtenStandard: row[2] as string,
      trust: row[3] as string,
      year: row[4] as number,
      words: row[5] as number,
      characters: row[6] as number,
    };
}
