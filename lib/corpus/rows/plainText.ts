/**
 * Documents of plain text: a line, a paragraph, or the whole file. What makes a document is decided over the
 * whole file, in a first pass, which also tells text from tables and tagged tokens that are called .txt.
 */

import { objectIn } from "../../json";
import { InputError } from "../../errors";
import { parseLine } from "./csv";
import { columnName } from "./csvForm";
import { refuseNorDeid } from "./json";
import { longestLine, readLines } from "./lines";
import type { Row, RowOptions, TextUnit } from "./row";

/**
 * The documents of a text file. Empty lines at its beginning and end tell nothing.
 *
 * @throws InputError (while iterating) for what is no plain text
 */
export async function* readPlainText(path: string, options: RowOptions): AsyncGenerator<Row> {
  const reading = { encoding: options.encoding, hasEncodingOption: true };
  const survey = createSurvey(path, options);
  for await (const { text, damage } of readLines(path, reading))
    if (damage === undefined) survey.add(text);
  survey.refuse();
  const unit = options.documents ?? (survey.isDivided() ? "paragraph" : "line");
  options.onTextUnit?.(unit);
  const document = collect(options.textColumn);
  for await (const { line, text, damage } of readLines(path, reading)) {
    const isEmpty = damage === undefined && text.trim() === "";
    if (isEmpty && unit !== "file") yield* document.finish();
    else document.add(line, text, damage);
    if (unit === "line") yield* document.finish();
  }
  yield* document.finish();
}

/** Lines of a document, no more of them than a line of a file may be long. */
function collect(column: string): {
  add(line: number, text: string, damage: string | undefined): void;
  finish(): Generator<Row>;
} {
  let lines: string[] = [];
  let start: number | undefined;
  let length = 0;
  let damaged: string | undefined;
  return {
    add(line, text, damage) {
      start ??= line;
      damaged ??= damage;
      length += text.length;
      if (length <= longestLine) lines.push(text);
      else {
        lines = [];
        damaged ??= `document longer than ${longestLine >> 20} MB`;
      }
    },
    *finish() {
      if (start !== undefined)
        yield damaged === undefined
          ? { line: start, values: { [column]: lines.join("\n") } }
          : { line: start, damage: damaged };
      [lines, start, length, damaged] = [[], undefined, 0, undefined];
    },
  };
}

/** Lines that are looked at one by one for objects, which takes time. */
const parsedLines = 20;
/** Share of the lines that must look like something else. */
const nearlyAll = 0.95;
const bioTag = /^(?:O|[BIESLU]-[\p{L}\p{N}_.-]+)$/u;
/** `NOUN`, `First_Name`. */
const plainTag = /^(?:\p{Lu}[\p{Lu}\p{N}_-]*|\p{Lu}\p{L}*(?:_\p{L}+)+)$/u;
const mostPlainTags = 30;

function createSurvey(
  path: string,
  { textColumn, columns }: RowOptions,
): { add(text: string): void; isDivided(): boolean; refuse(): void } {
  let [lines, objects, tagged, tabbed, sameColumns] = [0, 0, 0, 0, 0];
  let [hasText, hasGap, isDivided] = [false, false, false];
  let first = "";
  let beginning = "";
  let last = "";
  let tabs = 0;
  let width = 0;
  const tags = new Set<string>();
  const add = (text: string): void => {
    if (text.trim() === "") {
      hasGap = hasText;
      return;
    }
    isDivided ||= hasGap;
    hasText = true;
    if (text.startsWith("#")) return; // a comment of CoNLL; a heading elsewhere
    lines++;
    last = text.slice(-80);
    if (lines === 1) first = text;
    if (lines <= 5) beginning += `${text.slice(0, 500)}\n`;
    if (lines <= parsedLines && objectIn(text)) objects++;
    const cells = text.split("\t");
    const words = cells.length > 1 ? cells : text.trim().split(" ");
    const tag = words.at(-1)!.trim();
    if (lines === 1) [tabs, width] = [cells.length - 1, words.length];
    if (tabs > 0 && cells.length - 1 === tabs) tabbed++;
    if (words.length > 1 && bioTag.test(tag)) tagged++;
    if (width > 1 && words.length === width && plainTag.test(tag)) {
      sameColumns++;
      if (tags.size <= mostPlainTags) tags.add(tag);
    }
  };
  const refuse = (): void => {
    const isTagged =
      (lines >= 3 && tagged >= nearlyAll * lines) ||
      (lines >= 5 && sameColumns >= nearlyAll * lines && tags.size <= mostPlainTags);
    if (isTagged)
      throw new InputError(
        `${path}: lines of a token and its tag (CoNLL), not text. Give the sentences as plain text, without the tags.`,
      );
    if (lines >= 2 && tabbed >= nearlyAll * lines)
      throw new InputError(
        `${path}: a table, nearly every line with ${tabs + 1} columns between tabs, not text. Name it .tsv, its first line with the names of the columns; of CoNLL give the sentences as plain text.`,
      );
    refuseNorDeid(path, beginning);
    if (objects > 0 && objects >= nearlyAll * Math.min(lines, parsedLines))
      throw new InputError(`${path}: JSON, an object a line, not text. Name it .jsonl.`);
    if (/^\s*\[\s*(?:\{.*)?$/s.test(first) && /\]\s*$/.test(last))
      throw new InputError(`${path}: an array of JSON, not text. Name it .json.`);
    const names = [textColumn, ...columns.map(({ name }) => name)];
    for (const delimiter of [";", ",", "|"]) {
      const header = parseLine(first, delimiter, [], undefined).fields.map(columnName);
      const known = header.filter((name) => names.includes(name));
      if (header.length > 1 && known.length > 1 && known.includes(textColumn))
        throw new InputError(
          `${path}: a table, its first line with the names of columns (${known.join(", ")}), not text. Name it .csv.`,
        );
    }
  };
  return { add, isDivided: () => isDivided, refuse };
}

/** How the units are called in messages. */
export const unitNames: Readonly<Record<TextUnit, string>> = {
  line: "one document a line",
  paragraph: "documents between empty lines",
  file: "one document a file",
};
