/**
 * A user's own lists of names, places or institutions, as staff systems export them: one entry a line or
 * several with semicolons between, "Etternavn, Fornavn", with titles, in any case.
 */

import { InputError } from "../errors";
import { readUserText } from "../corpus/rows/userText";
import { nameLabels, titles } from "./cueWords";

export type UserListKind = "names" | "places" | "institutions";

/**
 * The entries of a list; of names each word by itself, without titles and headings of columns.
 *
 * @param path - empty without a list
 * @throws InputError for a list that is not there, is not text, or of which no entry can match
 */
export function openUserList(path: string | undefined, kind: UserListKind): string[] {
  if (path === undefined) return [];
  const lines = readUserText(path, { wanted: "Name a text file with one entry a line." })
    .split(/[\n;\t]/)
    .map((line) => line.replace(/^["'\s]+|["'\s]+$/g, ""))
    .filter((line) => line !== "" && !line.startsWith("#"));
  const entries = lines.flatMap((line) => (kind === "names" ? namesIn(line) : placesIn(line)));
  if (lines.length === 0)
    throw new InputError(`${path}: no entry in it. Write one name, place or institution a line.`);
  if (entries.length === 0)
    throw new InputError(
      `${path}: none of its ${lines.length} entries can match a text: each needs a word of two letters or more. Write one name, place or institution a line.`,
    );
  return entries;
}

/** "Lund, Kari Anne (overlege)" → Lund, Kari, Anne. */
const namesIn = (line: string): string[] =>
  (line.match(/\p{L}[\p{L}\p{M}]*(?:[-'’]\p{L}[\p{L}\p{M}]*)*/gu) ?? []).filter(
    (word) =>
      word.length > 1 && !titles.has(word.toLowerCase()) && !nameLabels.has(word.toLowerCase()),
  );

/** A phrase is looked for from its first word on, so signs before that are left out. */
const placesIn = (line: string): string[] => {
  const phrase = line.replace(/^[^\p{L}]+/u, "");
  return /\p{L}{2}/u.test(phrase) ? [phrase] : [];
};
