/**
 * Words in two written standards, and the voices of the authors who use them. A voice is a written
 * standard with one consistent choice of its optional forms, and an author's habits: abbreviations,
 * typing errors, telegraphic sentences. Word lists are written one entry a line,
 * `bokmål | nynorsk`, or once where both are alike; optionalForms.ts tells what they may leave open.
 */

import { random, type Random } from "../../random";
import { drawShortForms, findShortenings, type Shortening, type ShortForms } from "./abbreviations";
import { drawForms, formOf, varyingWord, type Forms, type VaryingWord } from "./optionalForms";

/** A word or phrase in both written standards. */
export type Term = { readonly nb: string; readonly nn: string };

export type Voice = {
  readonly standard: "nb" | "nn";
  readonly forms: Forms;
  readonly shortForms: ShortForms;
  /** Writes "pas", "pga" and "tidl" for the full words. */
  readonly abbreviates: boolean;
  /** Typing errors per word; 0 for a careful author. */
  readonly typingErrorRate: number;
  /** Share of sentences written without subject or auxiliary where that reads well. */
  readonly telegraphicShare: number;
};

/** What the authors of one kind of text may do; each draws habits of their own within it. */
export type Habits = {
  /** Share of authors who abbreviate. @defaultValue 0 */
  readonly abbreviating?: number;
  /** What they abbreviate. @defaultValue `"clinical"` */
  readonly vocabulary?: "everyday" | "clinical";
  /** Typing errors per word of the most careless author; two in five make none. @defaultValue 0 */
  readonly typingErrorRate?: number;
  /** Share of telegraphic sentences of the tersest author; half write none. @defaultValue 0 */
  readonly telegraphicShare?: number;
};

/**
 * An author. Draw from a stream that is named after the author, and the same author writes alike in
 * every document.
 *
 * @example drawVoice(random(seed, "author", 0, 17), "nn", { abbreviating: 0.3, typingErrorRate: 0.02 })
 */
export function drawVoice(draws: Random, standard: "nb" | "nn", habits: Habits = {}): Voice {
  const forms = drawForms(draws, standard);
  const abbreviates = draws.uniform() < (habits.abbreviating ?? 0);
  const vocabulary = habits.vocabulary ?? "clinical";
  const careless = Math.max(0, (draws.uniform() - 0.4) / 0.6);
  const terse = Math.max(0, (draws.uniform() - 0.5) / 0.5);
  return {
    standard,
    forms,
    shortForms: drawShortForms(draws, abbreviates ? vocabulary : "none"),
    abbreviates,
    typingErrorRate: (habits.typingErrorRate ?? 0) * careless ** 2,
    telegraphicShare: (habits.telegraphicShare ?? 0) * terse,
  };
}

const pool = (["nb", "nn"] as const).flatMap((standard) =>
  [0, 1].flatMap((abbreviating) =>
    Array.from({ length: 64 }, (_, i) =>
      drawVoice(random(0, `voices ${standard}`, abbreviating, i), standard, { abbreviating }),
    ),
  ),
);

/** Sixty-four careful authors for each standard, with and without abbreviations. */
export const voices: readonly Voice[] = pool;

/** The {@link voices} that write in one standard. */
export function voicesOf(standard: "nb" | "nn", abbreviates: boolean): readonly Voice[] {
  return voices.filter((v) => v.standard === standard && v.abbreviates === abbreviates);
}

/** Parse a word list: one entry a line, `bokmål | nynorsk`. Blank lines are skipped. */
export function terms(list: string): readonly Term[] {
  return list
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((line) => {
      const [nb, nn] = line.split("|", 2).map((side) => side.trim());
      return { nb: nb!, nn: nn ?? nb! };
    });
}

/** Text in which an author has choices left. */
export type Wording = readonly (string | VaryingWord | VaryingShortening)[];
type VaryingShortening = Omit<Shortening, "full"> & { readonly full: Wording };

/** Find what is left to the author in a text without slots. `after` is what stands behind it. */
export function wordingOf(text: string, standard: "nb" | "nn", after = ""): Wording {
  return joinFixed(
    findShortenings(text, after).flatMap((part): Wording => {
      if (typeof part === "string") return wordsOf(part, standard);
      return [{ ...part, full: joinFixed(wordsOf(part.full, standard)) }];
    }),
  );
}

/** In nynorsk a word in -e after "å" is an infinitive, marked or not. */
const wordsOf = (text: string, standard: "nb" | "nn"): Wording =>
  (standard === "nb" ? text : text.replace(/(?<!\p{L})å (\p{L}{2,})e(?!\p{L})/gu, "å $1~"))
    .split(/([\p{L}~]+)/u)
    .map((word, i) => (i % 2 === 0 ? word : varyingWord(word, standard)));

/** Fewer and longer stretches of fixed text. */
function joinFixed(wording: Wording): Wording {
  const joined: Wording[number][] = [];
  for (const part of wording) {
    const last = joined.at(-1);
    if (typeof part === "string" && typeof last === "string")
      joined[joined.length - 1] = last + part;
    else if (part !== "") joined.push(part);
  }
  return joined;
}

/** One part of a wording as an author writes it. */
export function inWords(part: Wording[number], voice: Voice): string {
  if (typeof part === "string") return part;
  if ("forms" in part) return formOf(part, voice.forms);
  const short = part.shortened[voice.shortForms[part.abbreviation] as 0 | 1 | 2];
  return short ?? part.full.map((each) => inWords(each, voice)).join("");
}

/** The text a voice writes for a term: its standard, its forms, its abbreviations. */
export function inVoice(term: Term, voice: Voice): string {
  return term[voice.standard]
    .split(/(\{[^}]*\})/)
    .map((piece, i, pieces) =>
      i % 2 === 1
        ? piece
        : wordingOf(piece, voice.standard, pieces.slice(i + 1).join(""))
            .map((part) => inWords(part, voice))
            .join(""),
    )
    .join("");
}
