/**
 * Words in two written standards, and the voices of the authors who use them. A voice is a written
 * standard, for nynorsk one consistent set of optional forms, and whether the author abbreviates.
 * Word lists are written one entry a line, `bokmål | nynorsk`, or once where both are alike.
 */

/** A word or phrase in both written standards. */
export type Term = { readonly nb: string; readonly nn: string };

/** Optional forms that a nynorsk author chooses once and keeps. */
export type NynorskProfile = {
  readonly id: "vestland-e" | "vestland-a" | "moderat";
  /** Ending of long infinitives: `vere` or `vera`. */
  readonly infinitive: "e" | "a";
  readonly vart: "vart" | "blei";
  readonly vorte: "vorte" | "blitt";
  /** Auxiliary of the passive. */
  readonly blir: "blir" | "vert";
  readonly gamal: "gamal" | "gammal";
  readonly me: "me" | "vi";
};

export const nynorskProfiles = [
  {
    id: "vestland-e",
    infinitive: "e",
    vart: "vart",
    vorte: "vorte",
    blir: "blir",
    gamal: "gamal",
    me: "me",
  },
  {
    id: "vestland-a",
    infinitive: "a",
    vart: "vart",
    vorte: "vorte",
    blir: "vert",
    gamal: "gamal",
    me: "me",
  },
  {
    id: "moderat",
    infinitive: "e",
    vart: "blei",
    vorte: "blitt",
    blir: "blir",
    gamal: "gammal",
    me: "vi",
  },
] as const satisfies readonly NynorskProfile[];

export type Voice = {
  /** Position in {@link voices}. */
  readonly index: number;
  readonly standard: "nb" | "nn";
  readonly profile: NynorskProfile | undefined;
  /** Writes "pas", "pga" and "tidl" for the full words. */
  readonly abbreviates: boolean;
};

/** Every voice: bokmål and three nynorsk profiles, each with and without abbreviations. */
export const voices: readonly Voice[] = [false, true].flatMap((abbreviates, half) =>
  [undefined, ...nynorskProfiles].map((profile, i) => ({
    index: half * (nynorskProfiles.length + 1) + i,
    standard: profile === undefined ? "nb" : "nn",
    profile,
    abbreviates,
  })),
);

/** The voices that write in one standard. */
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

// Without a final point: a point followed by a space would look like the end of a sentence.
const abbreviations: readonly (readonly [full: RegExp, short: string])[] = [
  [/\bpå grunn av\b/giu, "pga"],
  [/\bmed tanke på\b/giu, "mtp"],
  [/\but[ae]n (?:anmerkning|merknad)\b/giu, "ua"],
  [/\bved behov\b/giu, "v/b"],
  [/\bpasienten\b(?!s)/giu, "pas"],
  [/\bundersøk(?:else|ing)\b/giu, "us"],
  [/\bbehandling\b/giu, "beh"],
  [/\btidleg?are\b|\btidligere\b/giu, "tidl"],
  [/\bhøg?re\b|\bhøyre\b/giu, "hø"],
  [/\bvenstre\b/giu, "ve"],
  [/\bblodtrykk\b/giu, "BT"],
  [/\bavdeling\b/giu, "avd"],
  [/\bsy(?:ke|kje)pleie[rn]?\b|\bsjukepleiar(?:en)?\b/giu, "spl"],
  [/\bfastlege\b/giu, "FL"],
  [/\bintravenøst\b/giu, "iv"],
  [/\beventuelt\b/giu, "evt"],
  [/\binkludert\b/giu, "inkl"],
  [/\bkontroll\b/giu, "ktr"],
];

/** The text a voice writes for a term: its standard, its profile's forms, its abbreviations. */
export function inVoice(term: Term, voice: Voice): string {
  let text = voice.profile === undefined ? term.nb : inProfile(term.nn, voice.profile);
  if (voice.abbreviates)
    for (const [full, short] of abbreviations) text = text.replace(full, short);
  return text;
}

/**
 * Nynorsk lists mark an infinitive ending with `~` and write `vart`, `vorte`, `blir`, `gamal` and
 * `me` for whatever the profile uses.
 */
function inProfile(text: string, profile: NynorskProfile): string {
  return text
    .replaceAll("~", profile.infinitive)
    .replace(/(?<![\p{L}])(vart|vorte|blir|gamal|me)(?![\p{L}])/giu, (word) => {
      const form = profile[word.toLowerCase() as "vart" | "vorte" | "blir" | "gamal" | "me"];
      return word[0] === word[0]!.toLowerCase() ? form : form[0]!.toUpperCase() + form.slice(1);
    });
}
