/** The two language versions of an example, found again by their text alone. */

import { conditionTerms, relationNames, valueTerms } from "../generator/knowledge";
import { atLeast, atMost, type AuditCheck } from "./check";
import type { AuditExample, AuditTask } from "./example";
import { similarityIndex } from "./overlap";
import { auditWords, termFinder } from "./auditWords";

/** Frequent words that differ between the standards, `bokmål nynorsk`; twins are found by the rest. */
const functionWords = `
ikke ikkje|jeg eg|hun ho|vi me|dere de|noe noko|noen nokon|hva kva|hvem kven|hvor kvar|hvordan korleis
hvilken kva|hvilket kva|hvilke kva|når kva_tid|fra frå|mer meir|bare berre|nå no|være vere|er er|var var
ble vart|blir blir|blitt blitt|har har|hatt hatt|gjør gjer|gjort gjort|sier seier|kommer kjem|kom kom
får får|fått fått|ser ser|vet veit|selv sjølv|også òg|mye mykje|mange mange|en ein|et eit|to to|hennes hennar
gammel gamal|uke veke|uker veker|uken veka|år år|dager dagar|timer timar|pasienten pasienten
pasienter pasientar|sykehus sjukehus|sykehjem sjukeheim|syk sjuk|sykepleier sjukepleiar|lege lege
vanlig vanleg|daglig dagleg|tidligere tidlegare|siden sidan|under under|mellom mellom|etter etter
før før|eller eller|men men|at at|hjemme heime|hjem heim|alene åleine|sammen saman|nesten nesten
første fyrste|måtte måtte|kunne kunne|skulle skulle|skriver skriv|ringer ringjer|ringte ringde
puster pustar|snakker snakkar|faller fell|falt fall|våknet vakna|våken vaken|høyre høgre|venstre venstre
brukes blir_brukt|bruker brukar|mot mot|gis blir_gitt|hos hos|følger følgjer|plaget plaga|tegn teikn
kjente kjende|melding melding|skjedde hende|oppdaget oppdaga|rapportert rapportert|avdelingen avdelinga
medisinen medisinen|undersøkelse undersøking|henvist tilvist|innlagt innlagd|overført overført`;

const toBokmål = new Map<string, string>();
for (const pair of functionWords.split(/[\n|]/)) {
  const [nb, nn] = pair.trim().split(" ");
  if (nb && nn && nb !== nn && !toBokmål.has(nn)) toBokmål.set(nn, nb);
}
for (const { nb, nn } of [...conditionTerms, ...relationNames.flatMap((r) => [...valueTerms[r]])]) {
  const [from, to] = [nn.split(" "), nb.split(" ")];
  if (from.length === to.length)
    from.forEach((word, i) => word !== to[i] && toBokmål.set(word, to[i]!));
}

// Endings that regularly differ, so that words outside the list are alike too.
const endings: readonly (readonly [RegExp, string])[] = [
  [/(?:ingen|inga)$/u, "ing"],
  [/(?:leg|lig)(e|t)?$/u, "l"],
  [/(?:ane|ene)$/u, ""],
  [/(?:ar|er|ir)$/u, ""],
  [/(?:en|et|a|e)$/u, ""],
];

/** Words that are alike in both standards where the words of twins are. */
function normalised(words: readonly string[]): string[] {
  return words.map((word) => {
    const known = toBokmål.get(word) ?? word;
    for (const [ending, stem] of endings)
      if (known.length > 5 && ending.test(known)) return known.replace(ending, stem);
    return known;
  });
}

/** Similarity of the sets of normalised words from which two texts are taken for twins … */
const similarity = 0.7;
/** … and from which they are where both name the same two or more terms of the world. */
const similarityWithTerms = 0.3;
/**
 * Share of examples that may look like twins of another split where a task has no translations: pairs of
 * questions about two facts name the same terms now and then.
 */
const mostByChance = 0.002;
/** Share of the twins known by their group that must be recognised. */
const leastRecognised = 0.9;

const worldTerms = [...conditionTerms, ...relationNames.flatMap((r) => [...valueTerms[r]])];
const findTerms = termFinder(worldTerms.map(({ nb, nn }) => [nb, nn]));

type Compared = {
  readonly example: AuditExample;
  readonly words: ReadonlySet<string>;
  /** The terms of the world in it, as one key, if there are two or more. */
  readonly terms: string | undefined;
};

/**
 * Twins in different splits, by text alone: an example of one standard and one of the other that say
 * the same in nearly the same words. Also whether twins that are known by their group are recognised,
 * without which the first figure would mean nothing.
 */
export function twinChecks(task: AuditTask): readonly AuditCheck[] {
  const compared = task.examples.map(comparedOf);
  const bokmål = compared.filter(({ example }) => example.writtenStandard === "nb");
  const nynorsk = compared.filter(({ example }) => example.writtenStandard === "nn");
  const byId = new Map(bokmål.map((each) => [each.example.id, each]));
  const byTerms = new Map<string, Compared[]>();
  for (const each of bokmål)
    if (each.terms !== undefined)
      byTerms.set(each.terms, [...(byTerms.get(each.terms) ?? []), each]);
  const index = similarityIndex(
    bokmål.map(({ example, words }) => ({ id: example.id, words: [...words] })),
    similarity,
    { shingleWords: 1, hashes: 128, seed: 1 },
  );
  const known = groupsOfTwins(task);
  let apart = 0;
  let twins = 0;
  let recognised = 0;
  for (const { example, words, terms } of nynorsk) {
    const similar = [
      ...index.similar([...words]).map(({ id }) => byId.get(id)!),
      ...(byTerms.get(terms ?? "") ?? []).filter(
        (each) => overlapOf(each.words, words) >= similarityWithTerms,
      ),
    ].map((each) => each.example);
    if (similar.some(({ split }) => split !== example.split)) apart++;
    if (!known.has(example.group)) continue;
    twins++;
    if (similar.some(({ group }) => group === example.group)) recognised++;
  }
  return [
    atMost(
      "twins",
      `${task.name}: nb–nn twins in different splits`,
      apart,
      twins > 0 ? 0 : Math.floor(mostByChance * nynorsk.length),
      nynorsk.length,
    ),
    ...(twins > 0
      ? [
          atLeast(
            "self-test",
            `${task.name}: twins of one group recognised by their text, share`,
            recognised / twins,
            leastRecognised,
            twins,
          ),
        ]
      : []),
  ];
}

/** Groups of one example in each standard: surely the same in two languages. */
function groupsOfTwins({ examples }: AuditTask): ReadonlySet<string> {
  const standards = new Map<string, string>();
  for (const { group, writtenStandard } of examples)
    standards.set(group, (standards.get(group) ?? "") + writtenStandard);
  const isTwins = (of: string): boolean => of === "nbnn" || of === "nnnb";
  return new Set([...standards].filter(([, of]) => isTwins(of)).map(([group]) => group));
}

function comparedOf(example: AuditExample): Compared {
  const words = [...example.parts, ...(example.statement ? [example.statement] : [])].flatMap(
    (text, i) => auditWords(text, example.spans?.[i]),
  );
  const terms = [...new Set(findTerms(words).map(({ term }) => term))].sort((a, b) => a - b);
  return {
    example,
    words: new Set(normalised(words)),
    // A call may name two conditions in passing; a question is about those it names.
    terms: example.factIds.length > 0 && terms.length >= 2 ? terms.join(" ") : undefined,
  };
}

function overlapOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared / Math.max(1, a.size + b.size - shared);
}
