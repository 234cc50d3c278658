/** Inflected nouns and adjectives as rules of a grammar, in both written standards. */

import { terms, type Term } from "./lexicon";

type Noun = {
  readonly gender: "m" | "f" | "n";
  readonly bare: string;
  readonly definite: string;
  readonly plural: string;
  readonly definitePlural: string;
};

const endings = {
  nb: { m: ["en", "er", "ene"], f: ["a", "er", "ene"], n: ["et", "", "ene"] },
  nn: { m: ["en", "ar", "ane"], f: ["a", "er", "ene"], n: ["et", "", "a"] },
} as const;

/**
 * A noun from its dictionary form and gender (`båt m`), or from all its forms
 * (`mann/mannen/menn/mennene m`). `fi` are nynorsk nouns in -ing.
 */
function nounOf(text: string, standard: "nb" | "nn"): Noun {
  const split = text.lastIndexOf(" ");
  const [word, kind] = [text.slice(0, split), text.slice(split + 1)];
  const gender = kind[0] as Noun["gender"];
  const forms = word.split("/");
  if (forms.length === 4) {
    const [bare, definite, plural, definitePlural] = forms as [string, string, string, string];
    return { gender, bare, definite, plural, definitePlural };
  }
  if (forms.length !== 1 || endings[standard][gender] === undefined)
    throw new RangeError(`nouns: "${text}" needs a gender m, f or n, and one form or four`);
  let [definite, plural, definitePlural] = endings[standard][gender] as readonly [
    string,
    string,
    string,
  ];
  const stem = word.replace(/e$/, "");
  if (kind === "fi") [plural, definitePlural] = ["ar", "ane"];
  if (standard === "nb" && gender === "n" && stem !== word) plural = "er";
  // lærer: læreren, lærere, lærerne
  if (standard === "nb" && gender === "m" && /[^e]er$/.test(word))
    [plural, definitePlural] = ["e", "ne"];
  return {
    gender,
    bare: word,
    definite: stem + definite,
    plural: plural === "" ? word : stem + plural,
    definitePlural: stem + definitePlural,
  };
}

const articles = {
  nb: { m: "en", f: "en", n: "et" },
  nn: { m: "ein", f: "ei", n: "eit" },
} as const;

/**
 * Rules of a list of nouns, one a line: `name` with its article, `name bare`, `name def`,
 * `name plural`, `name plurals` (definite), and `name big` with an adjective of the rules `look`.
 * Slots may stand in a noun, as in `{wood}bord n`.
 */
export function nouns(name: string, list: string, look = "adj"): Record<string, readonly Term[]> {
  const all = terms(list.replaceAll(";", "\n")).map((term) => ({
    nb: nounOf(term.nb, "nb"),
    nn: nounOf(term.nn, "nn"),
  }));
  const rule = (write: (noun: Noun, standard: "nb" | "nn") => string): readonly Term[] =>
    all.map(({ nb, nn }) => ({ nb: write(nb, "nb"), nn: write(nn, "nn") }));
  return {
    [name]: rule((noun, standard) => `${articles[standard][noun.gender]} ${noun.bare}`),
    [`${name} bare`]: rule((noun) => noun.bare),
    [`${name} def`]: rule((noun) => noun.definite),
    [`${name} plural`]: rule((noun) => noun.plural),
    [`${name} plurals`]: rule((noun) => noun.definitePlural),
    [`${name} big`]: rule(
      (noun, standard) =>
        `${articles[standard][noun.gender]} {${look} ${noun.gender}} ${noun.bare}`,
    ),
  };
}

/**
 * Rules of a list of adjectives: `name m`, `name f`, `name n`, `name plural`. An entry is the base
 * form, or `base/neuter/plural` where the endings are others, or these and the feminine.
 */
export function adjectives(name: string, list: string): Record<string, readonly Term[]> {
  const all = terms(list.replaceAll(";", "\n")).map((term) => ({
    nb: adjectiveOf(term.nb),
    nn: adjectiveOf(term.nn),
  }));
  return Object.fromEntries(
    (["m", "f", "n", "plural"] as const).map((form) => [
      `${name} ${form}`,
      all.map(({ nb, nn }) => ({ nb: nb[form], nn: nn[form] })),
    ]),
  );
}

function adjectiveOf(text: string): Readonly<Record<"m" | "f" | "n" | "plural", string>> {
  const [base, neuter, plural, feminine] = text.split("/");
  return {
    m: base!,
    f: feminine ?? base!,
    n: neuter ?? (/(?:ig|leg|sk)$/.test(base!) ? base! : `${base!}t`),
    plural: plural ?? `${base!}e`,
  };
}
