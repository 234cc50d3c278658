/** The same identifier as it stands in real records: beside signs, broken, in capitals, at ends of lines. */

import type { PhiLabel, PhiSpan } from "../../lib/corpus/document";

/** A text with one identifier rewritten in it, and where that is now. */
export type Rewritten = { readonly text: string; readonly start: number; readonly end: number };
export type Surrounding = {
  readonly name: string;
  /** Labels of which the identifier may be written so; all if left out. */
  readonly labels?: readonly PhiLabel[];
  readonly rewrite: (before: string, identifier: string, after: string) => Rewritten;
};

const place = (before: string, identifier: string, after: string): Rewritten => ({
  text: before + identifier + after,
  start: before.length,
  end: before.length + identifier.length,
});
const between = (left: string, right: string, labels?: readonly PhiLabel[]): Surrounding => ({
  name: JSON.stringify(`${left}…${right}`),
  ...(labels && { labels }),
  // A sign takes the place of the blank, as in "(Kari" and "Kari,": two blanks would be another text.
  rewrite: (before, identifier, after) =>
    place(
      left === "" ? before : before.replace(/ $/, "") + (/^\s/.test(left) ? "" : " ") + left,
      identifier,
      right === "" ? after : right + after.replace(/^[ .,;:)]/, " "),
    ),
});
/** A sign on the identifier and no blank before it: "innlagt:Voss", "f.12.03.1945". */
const glued = (left: string, labels?: readonly PhiLabel[]): Surrounding => ({
  name: JSON.stringify(`x${left}…`),
  ...(labels && { labels }),
  rewrite: (before, identifier, after) => place(before.replace(/ $/, "") + left, identifier, after),
});
const written = (
  name: string,
  change: (identifier: string) => string,
  labels?: readonly PhiLabel[],
): Surrounding => ({
  name,
  ...(labels && { labels }),
  rewrite: (before, identifier, after) => place(before, change(identifier), after),
});

const numbers: readonly PhiLabel[] = ["Social_Security_Number", "Phone_Number", "Date"];
const letters: readonly PhiLabel[] = ["First_Name", "Last_Name", "Location", "Health_Care_Unit"];

export const surroundings: readonly Surrounding[] = [
  between("", ""),
  between("(", ")"),
  between("[", "]"),
  between('"', '"'),
  between("«", "»"),
  between("'", "'"),
  between("<", ">"),
  between("*", "*"),
  between("- ", ""),
  between("– ", ""),
  between("• ", ""),
  between("= ", ""),
  between("> ", ""),
  between("\n", ""),
  between("\r\n", "\r\n"),
  between("\t", "\t"),
  between("\u00a0", "\u00a0"),
  between("  ", "  "),
  between("", ","),
  between("", ";"),
  between("", "."),
  between("", "..."),
  between("", "!"),
  between("", "?"),
  between("", ":"),
  between("", "/"),
  between("", "-"),
  between("", " –"),
  between("", "\n"),
  between("", "|"),
  between("", "<br>"),
  between("", "\u200b"),
  between("🫀", "🫀"),
  glued(":"),
  glued("/", numbers),
  glued("-", numbers),
  glued(",", numbers),
  glued("(", numbers),
  glued(".", numbers),
  glued("", numbers),
  written("CAPITALS", (text) => text.toUpperCase(), letters),
  written("NFD", (text) => text.normalize("NFD")),
  written("hard blanks within", (text) => text.replaceAll(" ", "\u00a0"), [
    ...numbers,
    "Health_Care_Unit",
  ]),
  written(
    "full-width digits",
    (text) => text.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit))),
    numbers,
  ),
  written("typographic dashes within", (text) => text.replaceAll("-", "–"), numbers),
  written("slashes within", (text) => text.replace(/(?<=\d)[ .-](?=\d)/g, "/"), [
    "Social_Security_Number",
  ]),
  written("lines within", (text) => text.replace(/(?<=\d) (?=\d)/, "\n"), [
    "Social_Security_Number",
    "Phone_Number",
  ]),
];

/**
 * Every third surrounding is enough for an identifier, if the next one of its label has the others. Notes
 * have few identity numbers, which have all.
 */
const turnsOf = (label: PhiLabel): number => (label === "Social_Security_Number" ? 1 : 3);

/**
 * An identifier of a note in its share of the surroundings that fit it, with the line around it only.
 *
 * @param turn - which share: counted up over the identifiers of a label, all surroundings come alike often
 */
export function* rewritings(
  text: string,
  span: PhiSpan,
  turn: number,
): Generator<Rewritten & { readonly surrounding: string }> {
  const lineStart = text.lastIndexOf("\n", span.start - 1) + 1;
  const lineEnd = text.indexOf("\n", span.end);
  const before = text.slice(lineStart, span.start);
  const line = text.slice(span.end, lineEnd < 0 ? text.length : lineEnd);
  // An age is a number with what it counts: "84 år", "84-årig".
  const counted =
    span.label === "Age" ? (/^[ -]?\p{L}+(?: gam\p{L}+)?/u.exec(line)?.[0] ?? "") : "";
  const identifier = text.slice(span.start, span.end) + counted;
  for (const [i, { name, labels, rewrite }] of surroundings.entries())
    if ((!labels || labels.includes(span.label)) && (i + turn) % turnsOf(span.label) === 0) {
      const rewritten = rewrite(before, identifier, line.slice(counted.length));
      yield { ...rewritten, end: rewritten.end - counted.length, surrounding: name };
    }
}
