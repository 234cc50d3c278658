/** Texts longer than a row of a model, divided between words into rows that may overlap. */

import type { Tokenizer } from "../tokenization/tokenizer";
import type { Word } from "./entities";
import { templateRow, type Row } from "./taskRows";

/** A stretch of a text in one row, and the words that are read off it: `words[i]` at `columns[i]` of the row. */
export type Window = {
  readonly example: number;
  readonly row: Row;
  readonly words: readonly number[];
  readonly columns: readonly number[];
};

/**
 * Divide a text into rows between its words. The text is encoded whole, as a model saw it in pretraining, and
 * a word is read off the first token that begins in it; a word in which none does, because a token before it
 * reaches over its beginning, is not read. Each word is read off exactly one row: where rows overlap, off that in which the nearer of its two edges is farther away, as the first BERT did for questions on long texts
 * ("max context"), because a model sees least at an edge. So the logits of a word are always those of one
 * reading, on which a threshold means the same as in a short text; averaged ones would take in the reading
 * without context. The beginning and the end of the text are no edges.
 *
 * @param sequenceLength - longest row in tokens, with the two special ones
 * @param overlap - tokens that a row repeats of the one before it, rounded up to whole words
 * @returns rows in order; a word longer than a row is cut and read at its beginning
 */
export function windowsOf(
  tokenizer: Tokenizer,
  text: string,
  words: readonly Word[],
  example: number,
  sequenceLength: number,
  overlap = 0,
): Window[] {
  const { ids, starts, ends } = tokenizer.encodeWithOffsets(text);
  const read: number[] = [];
  const begins: number[] = [];
  for (let token = 0, word = 0; token < ids.length && word < words.length; token++) {
    const begin = skipSpace(text, starts[token]!, ends[token]!);
    while (word < words.length && words[word]!.end <= begin) word++;
    if (begin === ends[token] || word === words.length || begin < words[word]!.start) continue;
    begins.push(token);
    read.push(word++);
  }
  const rows = stretches(begins, ids.length, sequenceLength - 2, overlap);
  const owners = ownersOf(begins, ids.length, rows);
  const windows: Window[] = [];
  for (let first = 0, after = 0; first < begins.length; first = after) {
    const { start, end } = rows[owners[first]!]!;
    const columns: number[] = [];
    while (after < begins.length && owners[after] === owners[first])
      columns.push(begins[after++]! - start + 1);
    const row = templateRow(tokenizer, [...ids.subarray(start, end)]);
    windows.push({ example, row, words: read.slice(first, after), columns });
  }
  return windows;
}

/** Where a token begins without the white space that it may hold; its end if it holds nothing else. */
function skipSpace(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && /\s/.test(text[at]!)) at++;
  return at;
}

type Stretch = { readonly start: number; readonly end: number };

/** Stretches of at most `room` tokens that cover all of them and begin and end between words. */
function stretches(
  begins: readonly number[],
  length: number,
  room: number,
  overlap: number,
): Stretch[] {
  const isBegin = new Uint8Array(length + 1);
  for (const at of begins) isBegin[at] = 1;
  isBegin[length] = 1;
  const backToWord = (at: number, least: number): number => {
    let back = at;
    while (back > least && isBegin[back] === 0) back--;
    return back;
  };
  const list: Stretch[] = [];
  let covered = 0;
  for (let start = 0; covered < length;) {
    const most = Math.min(start + room, length);
    const cut = backToWord(most, start);
    // A word longer than a row is cut anyway.
    const end = cut > start ? cut : most;
    list.push({ start, end });
    covered = end;
    const next = backToWord(Math.max(0, end - overlap), 0);
    start = next > start ? next : end;
  }
  return list;
}

/** For each word, which stretch sees most on the side where it sees less. */
function ownersOf(
  begins: readonly number[],
  length: number,
  rows: readonly Stretch[],
): readonly number[] {
  const owners = new Array<number>(begins.length).fill(-1);
  const most = new Array<number>(begins.length).fill(-Infinity);
  let first = 0;
  rows.forEach(({ start, end }, row) => {
    while (begins[first]! < start) first++;
    for (let word = first; word < begins.length && begins[word]! < end; word++) {
      const before = start === 0 ? Infinity : begins[word]! - start;
      const after = end === length ? Infinity : end - (begins[word + 1] ?? length);
      const context = Math.min(before, after);
      if (context <= most[word]!) continue;
      most[word] = context;
      owners[word] = row;
    }
  });
  return owners;
}
