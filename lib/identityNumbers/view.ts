/**
 * A text as the rules read it. Records hold digits of other scripts, non-breaking blanks, typographic
 * dashes, letters in two parts and invisible characters inside words; the view has plain ones, and
 * every position of it leads back to the text.
 */

export type View = {
  readonly text: string;
  /** The stretch of the original that a stretch of the view stands for. Both in UTF-16 units. */
  readonly original: (
    start: number,
    end: number,
  ) => { readonly start: number; readonly end: number };
};

/** Anything that the view writes otherwise: rare, so most texts are their own view. */
const unusual =
  /[\u00ad\u200b-\u200f\u2060\ufeff\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\u2010-\u2015\u2212\u2018\u2019\u02bc\u0130\p{M}\p{Lm}\uff00-\uff5e]|(?![0-9])\p{Nd}/u;

const invisible = /^[\u00ad\u200b-\u200f\u2060\ufeff]$/;
const blank = /^[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]$/;
const dash = /^[\u2010-\u2015\u2212]$/;
const apostrophe = /^[\u2018\u2019\u02bc]$/;
const mark = /^\p{M}$/u;
const digit = /^\p{Nd}$/u;

/** The view of a text, in time linear in its length. */
export function viewOf(text: string): View {
  if (!unusual.test(text)) return { text, original: (start, end) => ({ start, end }) };
  let view = "";
  const starts: number[] = [];
  const ends: number[] = [];
  const append = (plain: string, start: number, end: number): void => {
    view += plain;
    for (let i = 0; i < plain.length; i++) {
      starts.push(start);
      ends.push(end);
    }
  };
  let cluster = "";
  let clusterStart = 0;
  const finish = (end: number): void => {
    if (cluster !== "") append(plainForm(cluster), clusterStart, end);
    cluster = "";
  };
  let at = 0;
  for (const character of text) {
    // A letter keeps a few marks; what piles more on it is not spelling, and would cost time.
    if (mark.test(character) && cluster !== "" && cluster.length < 8) cluster += character;
    else {
      finish(at);
      if (!invisible.test(character)) [cluster, clusterStart] = [character, at];
    }
    at += character.length;
  }
  finish(at);
  return {
    text: view,
    original: (start, end) =>
      start < end
        ? { start: starts[start]!, end: ends[end - 1]! }
        : { start: starts[start] ?? text.length, end: starts[start] ?? text.length },
  };
}

function plainForm(cluster: string): string {
  if (blank.test(cluster)) return " ";
  if (dash.test(cluster)) return "-";
  if (apostrophe.test(cluster)) return "'";
  if (digit.test(cluster)) return decimalValue(cluster);
  // The capital of Turkish i: its small letter is two units long, which would move every offset behind it.
  if (cluster === "\u0130") return "I";
  if (/^[\uff00-\uff5e]$/.test(cluster))
    return String.fromCodePoint(cluster.codePointAt(0)! - 0xfee0);
  return cluster.normalize("NFC");
}

/** A digit of any script as 0 to 9: the digits of a script are ten in a row, which begins where a run of digits does. */
export function decimalValue(character: string): string {
  const code = character.codePointAt(0)!;
  // The mathematical digits are five rows on end.
  if (code >= 0x1d7ce && code <= 0x1d7ff) return String((code - 0x1d7ce) % 10);
  let zero = code;
  while (code - zero < 9 && digit.test(String.fromCodePoint(zero - 1))) zero--;
  return String(code - zero);
}
