/** Short forms of Norwegian notes and of everyday prose, and the authors who write them. */

import type { Random } from "../../random";
import { splitSentences } from "../../corpus/sentences";

/**
 * `full forms | without points | with points`. The full forms of both written standards are
 * separated by semicolons; `#` stands for a number after the word.
 */
const everyday = `
blant annet;mellom anna | bl.a. | bl.a.
for eksempel | feks | f.eks.
til dømes | t.d. | t.d.
det vil si | dvs | dvs.
og så videre;og så vidare | osv | osv.
cirka;omtrent;om lag | ca | ca.
klokken #;klokka # | kl | kl.
nummer # | nr | nr.
telefon | tlf | tlf.
`;

const clinical = `
pasienten | pas | pas.
på grunn av | pga | p.g.a.
med tanke på | mtp | m.t.p.
med hensyn til;med omsyn til | mht | m.h.t.
i forhold til | ift | i.f.t.
ifølge;ifølgje | iflg | iflg.
vedrørende;vedrørande | vedr | vedr.
angående;gjeldande | ang | ang.
eller lignende;eller liknande | el.l. | e.l.
uten anmerkning;utan merknad | ua | u.a.
intet abnormt;ikkje noko unormalt | ia | i.a.
ved behov | v/b | v.b.
undersøkelse;undersøking | us | us.
behandling | beh | beh.
tidligere;tidlegare | tidl | tidl.
høyre;høgre | hø | hø.
venstre | ve | ve.
bilateralt | bilat | bilat.
blodtrykk;blodtrykket | BT | BT
respirasjonsfrekvens;respirasjonsfrekvensen | RF | RF
allmenntilstand;allmenntilstanden;ålmenntilstand;ålmenntilstanden | AT | AT
temperatur;temperaturen | temp | temp.
avdeling;avdelinga;avdelingen | avd | avd.
sykepleier;sykepleieren;sjukepleiar;sjukepleiaren | spl | spl.
fastlege;fastlegen | FL | FL
pårørende;pårørande | pår | pår.
poliklinikk;poliklinikken | pol | pol.
konsultasjon | kons | kons.
intravenøst | iv | i.v.
intramuskulært | im | i.m.
subkutant | sc | s.c.
per os;gjennom munnen | po | p.o.
tablett;tabletter;tablettar | tbl | tbl.
milligram | mg | mg
milliliter | ml | ml
eventuelt | evt | evt.
inkludert | inkl | inkl.
ekskludert;unntatt;unnateke | ekskl | ekskl.
kontroll | ktr | ktr.
røntgen | rtg | rtg.
operasjon | op | op.
operert | op | op.
observasjon | obs | obs.
innlagt;innlagd | innl | innl.
utskrevet;utskriven | utskr | utskr.
henvist;tilvist | henv | henv.
vurdering | vurd | vurd.
diagnose | diag | diag.
objektivt | obj | obj.
subjektivt | subj | subj.
positiv | pos | pos.
negativ | neg | neg.
alminnelig;ålmenn | alm | alm.
kirurgisk | kir | kir.
ortopedisk | ort | ort.
nevrologisk | nevr | nevr.
spesielt | spes | spes.
sannsynlig;sannsynlege;sannsynleg | sanns | sanns.
sykdom;sjukdom | sykd | sykd.
sykdommer;sjukdommar;sjukdomar | sykd | sykd.
minutter;minutt | min | min.
måneder;månader | mnd | mnd.
dags dato | dd | d.d.
anamnese | anamn | anamn.
respirasjon | resp | resp.
smertestillende;smertestillande | sm.st. | sm.st.
permanent blærekateter | KAD | KAD
perifert venekateter | PVK | PVK
venekanyle | PVK | PVK
`;

type Abbreviation = {
  readonly full: readonly string[];
  readonly short: string;
  readonly pointed: string;
  readonly clinical: boolean;
};

const abbreviations: readonly Abbreviation[] = [everyday, clinical].flatMap((list, kind) =>
  list
    .trim()
    .split("\n")
    .map((line) => {
      const [full, short, pointed] = line.split("|").map((side) => side.trim());
      return { full: full!.split(";"), short: short!, pointed: pointed!, clinical: kind === 1 };
    }),
);

/** How an author writes abbreviation i: 0 in full, 1 short without points, 2 short with points. */
export type ShortForms = Readonly<Uint8Array>;

/**
 * The short forms of one author. Who abbreviates uses most of the short forms, always the same
 * ones, and writes them all with points or all without.
 */
export function drawShortForms(
  random: Random,
  vocabulary: "none" | "everyday" | "clinical",
): ShortForms {
  const points = random.uniform() < 0.45 ? 2 : 1;
  return Uint8Array.from(abbreviations, (abbreviation) => {
    const used = random.uniform() < 0.7;
    if (vocabulary === "none" || (abbreviation.clinical && vocabulary === "everyday")) return 0;
    return used ? points : 0;
  });
}

/** A stretch of a text that some authors abbreviate. `shortened[form]` is undefined for 0. */
export type Shortening = {
  readonly abbreviation: number;
  readonly full: string;
  readonly shortened: readonly [undefined, string | undefined, string | undefined];
};

const indexOf = new Map<string, number>();
for (const [index, { full }] of abbreviations.entries())
  for (const form of full) indexOf.set(form, index);

const anyFull = new RegExp(
  `(?<![\\p{L}{=-])(?:${[...indexOf.keys()]
    .sort((a, b) => b.length - a.length)
    .map((form) => form.replace(/ #$/, "(?= [\\d{])"))
    .join("|")})(?![\\p{L}}-])`,
  "giu",
);

/**
 * The stretches of a text that some authors abbreviate, and what is between them.
 *
 * @param after - what stands behind the text: slots, or nothing at the end of a phrase
 */
export function findShortenings(text: string, after: string): readonly (string | Shortening)[] {
  const parts: (string | Shortening)[] = [];
  let end = 0;
  for (const match of (text + after).matchAll(anyFull)) {
    const full = match[0];
    if (match.index + full.length > text.length) break;
    const lower = full.toLowerCase();
    const index = indexOf.get(lower) ?? indexOf.get(`${lower} #`);
    // Only the whole word in small letters or with a capital: "RTG" and "Us." are as they should be.
    if (index === undefined || full.slice(1) !== lower.slice(1)) continue;
    const rest = text.slice(match.index + full.length) + after;
    const { short, pointed } = abbreviations[index]!;
    const capital = (form: string): string =>
      full[0] === lower[0] ? form : form[0]!.toUpperCase() + form.slice(1);
    const allowed = (form: string): string | undefined =>
      readsAlike(form, rest) ? capital(form) : undefined;
    const withoutPoints = allowed(short);
    parts.push(text.slice(end, match.index), {
      abbreviation: index,
      full,
      shortened: [undefined, withoutPoints, allowed(pointed) ?? withoutPoints],
    });
    end = match.index + full.length;
  }
  parts.push(text.slice(end));
  return parts.filter((part) => part !== "");
}

/**
 * Whether the splitter of this library finds the sentences that were meant if a short form stands
 * before `after`. What follows may be a slot, and a slot may hold a name, a number or a word.
 */
function readsAlike(form: string, after: string): boolean {
  const inside = (rest: string): boolean => sentencesIn(`Han har ${form}${rest}`) === 1;
  const atEnd = !form.endsWith(".") && sentencesIn(`Han har ${form}. Kari har vondt`) === 2;
  // An empty rest is the end of a phrase, which may be the end of a sentence as well.
  if (after === "") return atEnd && inside(" Hansen kom") && inside(" 12 ganger");
  if (after.startsWith(".")) return atEnd;
  if (/^\s?\{/.test(after)) return inside(" Hansen kom") && inside(" 12 ganger");
  return inside(after.replaceAll(/\{[^}]*\}/g, "noe").replace(/[.?!].*$/s, ""));
}

const counted = new Map<string, number>();
function sentencesIn(text: string): number {
  const known = counted.get(text) ?? splitSentences(text).length;
  counted.set(text, known);
  return known;
}
