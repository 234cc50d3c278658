/** What every reader of rows takes and gives. */

import { InputError } from "../../errors";
import type { Encoding } from "./decoding";

export type Row =
  | {
      readonly line: number;
      readonly values: Readonly<Record<string, unknown>>;
      /** Among the rows of the file, from 1, where several may begin in a line. */
      readonly number?: number;
    }
  | { readonly line: number; readonly damage: string; readonly number?: number };

/** What of a plain text file makes a document. */
export const textUnits = ["line", "paragraph", "file"] as const;
export type TextUnit = (typeof textUnits)[number];

export type RowOptions = {
  /** Of text files; Parquet has its own. */
  readonly encoding: Encoding;
  /** The column with the text of documents, without which a table is refused as a whole. */
  readonly textColumn: string;
  /** Other columns that are wanted, and whether the user named them, so that they must be there. */
  readonly columns: readonly { readonly name: string; readonly isRequired: boolean }[];
  /** What of `.txt` makes a document; paragraphs if there is an empty line between lines, else lines. */
  readonly documents?: TextUnit | undefined;
  /** Called for each `.txt` with what makes its documents. */
  readonly onTextUnit?: (unit: TextUnit) => void;
};

/**
 * Refuse a table without the columns that are wanted, or with two of their name. Of the others no name is
 * said: where the header is missing they are a patient's text.
 */
export function requireColumns(
  path: string,
  present: readonly string[],
  { textColumn, columns }: RowOptions,
): void {
  const wanted = [textColumn, ...columns.map(({ name }) => name)];
  const known = wanted.filter((name, i) => present.includes(name) && wanted.indexOf(name) === i);
  const found = `${present.length} column${present.length === 1 ? "" : "s"}${known.length > 0 ? `, of them known: ${known.join(", ")}` : ""}`;
  const remark = (name: string): string =>
    present.some((each) => each !== name && each.toLowerCase() === name.toLowerCase())
      ? " One differs in capitals only."
      : "";
  if (!present.includes(textColumn))
    throw new InputError(
      `${path}: no column named ${textColumn}; it has ${found}.${remark(textColumn)} Name the column that holds the documents with --text-column; the first line of a table must name its columns.`,
    );
  const missing = columns.find(({ name, isRequired }) => isRequired && !present.includes(name));
  if (missing)
    throw new InputError(
      `${path}: no column named ${missing.name}; it has ${found}.${remark(missing.name)} Name another one, or leave its option out.`,
    );
  const twice = known.find((name) => present.indexOf(name) !== present.lastIndexOf(name));
  if (twice !== undefined)
    throw new InputError(
      `${path}: two columns named ${twice}, and which one is meant is not known. Rename or remove one.`,
    );
}
