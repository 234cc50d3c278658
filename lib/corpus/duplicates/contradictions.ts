/**
 * Texts that differ in nothing but a negation or a number: "har hatt feber" and "har ikke hatt feber" share
 * nearly all of their words and say the opposite. MinHash takes them for near duplicates.
 */

import { hash32 } from "../../random";
import { comparedWords } from "./minhash";

/** What negates, in both standards; words of one meaning share a mark, for "ikkje" says the same as "ikke". */
const negations: Readonly<Record<string, readonly string[]>> = {
  not: ["ikke", "ikkje", "inkje", "ei"],
  no: ["ingen", "inga", "intet", "ingenting"],
  never: ["aldri"],
  without: ["uten", "utan", "foruten", "forutan"],
  neither: ["verken", "hverken", "korkje"],
  denies: ["benekter", "benektet", "nekter", "nektet", "nektar", "nekta", "avkrefter", "avkreftet"],
  disproved: ["avkreftes", "avkreftar", "avkrefta", "utelukket", "utelukka"],
};
/** What stands where a negation could: its loss or gain is no difference of its own. */
const opposites = new Set(
  "med har hatt noe noen nokon noko nokre nokor litt en et ein eit bekrefter bekreftet bekreftes stadfestar stadfesta påvist".split(
    " ",
  ),
);
/** Numbers in words from two on: "en" is an article as well. */
const numbers: ReadonlyMap<string, string> = new Map(
  [
    "null",
    "én ett éin eitt",
    "to",
    "tre",
    "fire",
    "fem",
    "seks",
    "sju syv",
    "åtte",
    "ni",
    "ti",
    "elleve",
    "tolv",
  ].flatMap((words, value) => words.split(" ").map((word) => [word, String(value)] as const)),
);
const markOf = new Map(
  Object.entries(negations).flatMap(([mark, words]) => words.map((word) => [word, mark] as const)),
);

/** A text as what it says apart from negations and numbers, and these by their places in it. */
export type Statement = { readonly rest: bigint; readonly marks: bigint };

/** The statement of a text, in hashes of 64 bits. */
export function statementOf(text: string): Statement {
  const rest: string[] = [];
  const marks: string[] = [];
  let inNumber = false;
  for (const word of comparedWords(text)) {
    const digits = word.replace(/[^\p{N}]+/gu, "") || numbers.get(word);
    if (digits !== undefined) {
      const unit = !numbers.has(word) ? word.replace(/\p{N}+/gu, "") : "";
      // "37" and "37,5" are one number each.
      if (!inNumber) rest.push("#");
      marks.push(`${rest.length} ${digits}`);
      inNumber = unit === "";
      if (unit !== "") rest.push(unit);
      continue;
    }
    inNumber = false;
    const negation = markOf.get(word);
    if (negation !== undefined) marks.push(`${rest.length} ${negation}`);
    else if (!opposites.has(word)) rest.push(word);
  }
  return { rest: hash64(rest.join(" ")), marks: hash64(marks.join(",")) };
}

const hash64 = (text: string): bigint => (BigInt(hash32(text)) << 32n) | BigInt(hash32(text, 1));

/**
 * Which texts contradict another, by their statements: for each the first that says exactly the same, itself
 * or one before; undefined for a text that has no counterpart.
 */
export function findContradictions(
  rests: BigUint64Array,
  marks: BigUint64Array,
): ReadonlyMap<number, number> {
  const order = Uint32Array.from(rests, (_, i) => i).sort((a, b) =>
    rests[a]! < rests[b]! ? -1 : rests[a]! > rests[b]! ? 1 : a - b,
  );
  const found = new Map<number, number>();
  for (let from = 0, to = 0; from < order.length; from = to) {
    const firsts = new Map<bigint, number>();
    while (to < order.length && rests[order[to]!] === rests[order[from]!]) {
      const mark = marks[order[to]!]!;
      if (!firsts.has(mark)) firsts.set(mark, order[to]!);
      to++;
    }
    if (firsts.size > 1)
      for (let i = from; i < to; i++) found.set(order[i]!, firsts.get(marks[order[i]!]!)!);
  }
  return found;
}
