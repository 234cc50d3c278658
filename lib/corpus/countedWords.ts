/**
 * What counts as a word wherever corpora are counted: a run of letters and digits, in lower case.
 * Measurements, dates and numbers are words too, for they are half of a clinical note.
 */

/** Read alike by JavaScript and by DuckDB (RE2). */
export const wordPattern = String.raw`[\p{L}\p{N}][\p{L}\p{M}\p{N}]*`;

/** Words of the column `text`, in SQL. */
export const wordCount = `len(regexp_extract_all(lower(text), '${wordPattern}'))`;

/** The words of a text, in order. */
export function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(pattern) ?? [];
}

const pattern = new RegExp(wordPattern, "gu");
