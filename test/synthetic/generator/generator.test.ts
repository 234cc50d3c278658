import { describe, expect, it } from "vitest";
import { generateClinical, generateGeneral } from "../../../lib/synthetic/generator/generator";
import { clinicalDocumentTypes } from "../../../lib/synthetic/generator/clinical/documentTypes";
import { generalWorld } from "../../../lib/synthetic/generator/generalWorld";
import { familyNames, firstNames, places } from "../../../lib/synthetic/generator/people";
import { relationNames, valueTerms } from "../../../lib/synthetic/generator/knowledge";
import { createWorld, type World } from "../../../lib/synthetic/generator/world";
import type { AnnotatedDocument } from "../../../lib/corpus/document";
import { splitSentences } from "../../../lib/corpus/sentences";
import type { Term } from "../../../lib/synthetic/generator/lexicon";

const world = createWorld(1);
const notes = [...generateClinical({ world, documents: 2 * world.roundDocuments, seed: 7 })];
const prose = [...generateGeneral({ documents: 2500, seed: 7 })];

const wordsOf = (text: string): string[] => text.toLowerCase().match(/\p{L}+/gu) ?? [];
const sentencesOf = splitSentences;

/** The text with what identifies persons cut out: names follow neither standard. */
const withoutPhi = (document: AnnotatedDocument): string =>
  [...document.spans]
    .reverse()
    .reduce((text, s) => `${text.slice(0, s.start)} ${text.slice(s.end)}`, document.text);

/** Words without those that hold digits. */
const plainWords = (text: string): string[] =>
  (text.toLowerCase().match(/[\p{L}\d-]+/gu) ?? []).filter((word) => !/\d/.test(word));

/** Finds the terms of the world in a text, in one pass. */
function termFinder(world: World): (text: string) => Set<string> {
  const terms = world.facts
    .flatMap((f) => [f.condition.nb, f.condition.nn, f.value.nb, f.value.nn])
    .sort((a, b) => b.length - a.length);
  const pattern = new RegExp(`(?<!\\p{L})(?:${[...new Set(terms)].join("|")})(?!\\p{L})`, "gu");
  return (text) => new Set(text.toLowerCase().match(pattern) ?? []);
}
const termsIn = termFinder(world);

describe("both generators", () => {
  it("give the same bytes for the same seed, others for another, and a prefix for fewer", () => {
    const some = (seed: number): string[] => [
      ...[...generateClinical({ world, documents: 40, seed })].map((d) => JSON.stringify(d)),
      ...[...generateGeneral({ documents: 40, seed })].map((d) => JSON.stringify(d)),
    ];
    expect(some(3)).toEqual(some(3));
    expect(some(3)).not.toEqual(some(4));
    expect([...generateGeneral({ documents: 5, seed: 7 })]).toEqual(prose.slice(0, 5));
  });

  it("give ids once, about half nynorsk, and heed the share asked for", () => {
    for (const documents of [notes, prose]) {
      expect(new Set(documents.map((d) => d.id)).size).toBe(documents.length);
      const share = documents.filter((d) => d.writtenStandard === "nn").length / documents.length;
      expect(Math.abs(share - 0.5)).toBeLessThan(0.04);
    }
    for (const nynorskShare of [0, 1]) {
      const all = [
        ...generateClinical({ world, documents: 60, seed: 1, nynorskShare }),
        ...generateGeneral({ documents: 60, seed: 1, nynorskShare }),
      ];
      expect(new Set(all.map((d) => d.writtenStandard))).toEqual(
        new Set([nynorskShare === 0 ? "nb" : "nn"]),
      );
    }
  });

  it("keep the two written standards apart", () => {
    const onlyBokmaal =
      "ikke jeg hva noe noen hvor hvordan hvorfor fra mye mer bare selv sammen hun en være ble vært nå uten hver etterhvert tidligere uke uker syk kommer gjøre";
    const onlyNynorsk =
      "ikkje eg kva noko nokon korleis kvifor frå mykje meir berre sjølv saman ein eit vere vera vart blei vore dei ho kvar tidlegare veke veker sjuk kjem gjere";
    const banned = {
      nb: new Set(wordsOf(onlyNynorsk)),
      nn: new Set(wordsOf(onlyBokmaal)),
    };
    const wrong = [...notes, ...prose].flatMap((document) => {
      const standard = document.writtenStandard === "nn" ? "nn" : "nb";
      return (
        wordsOf(withoutPhi(document))
          .filter((word) => banned[standard].has(word))
          // Also what a typing error makes of "ikkje"; edited prose has none.
          .filter((word) => word !== "ikke" || document.documentType === "prose")
          .map((word) => `${word} in ${document.id}`)
      );
    });
    expect(wrong).toEqual([]);
  });

  it("keep one form of every choice within a document, and use all", () => {
    // The last line of each holds forms that a typing error may turn into the other.
    const rivals = {
      nn: `vart/blei vorte/blitt blir/vert gamal/gammal me/vi gi/gje gir/gjev fyrst/først òg/også
        difor/derfor medan/mens hos/hjå laurdag/lørdag sundag/søndag skulen/skolen borna/barna
        dersom/viss
        forhøgd/forhøgja kome/komme søkjer/søker ønskjer/ønsker fyrste/første då/da syster/søster
        venen/vennen golvet/gulvet medan/mens`,
      nb: `fram/frem bein/ben beina/bena sju/syv synes/syns hvis/dersom stuen/stua boken/boka
        uken/uka natten/natta klokken/klokka
        senere/seinere sto/stod likevel/allikevel gården/garden gresset/graset`,
    };
    const pairsOf = (lines: readonly string[]): [string, string][] =>
      lines
        .join(" ")
        .trim()
        .split(/\s+/)
        .map((pair) => pair.split("/") as [string, string]);
    const seen = new Set<string>();
    for (const standard of ["nb", "nn"] as const) {
      const lines = rivals[standard].split("\n");
      const careful = pairsOf(lines);
      const anyone = pairsOf(lines.slice(0, -2));
      for (const document of [...notes, ...prose].filter((d) => d.writtenStandard === standard)) {
        const text = withoutPhi(document).toLowerCase();
        const words = new Set(wordsOf(text));
        const pairs = document.documentType === "prose" ? careful : anyone;
        const kept = pairs.map((pair) => pair.filter((form) => words.has(form)));
        const infinitives = [...text.matchAll(/(?<!\p{L})å \p{L}{3,}([ea])(?!\p{L})/gu)];
        const endings = standard === "nn" ? [...new Set(infinitives.map((m) => m[1]!))] : [];
        for (const forms of [...kept, endings]) {
          expect(forms.length, `${document.id}: ${forms.join(", ")}`).toBeLessThanOrEqual(1);
          forms.forEach((form) => seen.add(form));
        }
      }
    }
    for (const form of wordsOf(
      "vart blei blir vert gamal gammal me vi e a fyrst først òg også difor derfor skulen skolen borna barna fram frem synes syns stuen stua senere seinere sto stod hvis dersom",
    ))
      expect(seen).toContain(form);
  });

  it("use many words: at least 1,500 types in 200,000 running words", () => {
    for (const [documents, alike] of [
      [[...generateClinical({ world, documents: 2400, seed: 1 })], "clinical"],
      [[...generateGeneral({ documents: 2400, seed: 1 })], "general"],
    ] as const) {
      const words = documents.flatMap((d) => wordsOf(d.text)).slice(0, 200_000);
      expect(words.length, alike).toBeGreaterThan(150_000);
      expect(new Set(words).size, alike).toBeGreaterThan(1500);
    }
  });

  it("use at least 5,000 types of each written standard in a million words of prose", () => {
    for (const nynorskShare of [0, 1]) {
      const types = new Set<string>();
      let words = 0;
      for (const document of generateGeneral({ documents: 12_000, seed: 1, nynorskShare })) {
        if (words >= 1_000_000) break;
        for (const word of wordsOf(document.text)) {
          words++;
          types.add(word);
        }
      }
      expect(words).toBeGreaterThan(950_000);
      expect(types.size).toBeGreaterThan(5000);
    }
  });

  it("use at least 5,000 types in half a million words of notes, without names, digits and typing errors", () => {
    const types = { nb: new Set<string>(), nn: new Set<string>() };
    let words = 0;
    for (const document of generateClinical({
      world,
      documents: 3200,
      seed: 1,
      typingErrorRate: 0,
    }))
      for (const word of plainWords(withoutPhi(document))) {
        words++;
        types[document.writtenStandard === "nn" ? "nn" : "nb"].add(word);
      }
    expect(words).toBeGreaterThan(400_000);
    expect(words).toBeLessThan(600_000);
    expect(new Set([...types.nb, ...types.nn]).size).toBeGreaterThan(5000);
    expect(types.nb.size).toBeGreaterThan(3500);
    expect(types.nn.size).toBeGreaterThan(3500);
  });

  it("take names of the corpus for the people of general prose, and of no test for its towns", () => {
    for (const { text, spans } of prose)
      for (const span of spans) {
        const name = text.slice(span.start, span.end);
        const pools = [familyNames, firstNames.female, firstNames.male];
        expect(pools.some((pool) => pool.corpus.includes(name))).toBe(true);
      }
    const reserved = new Set(
      [places, familyNames].flatMap((pool) => [...pool.train, ...pool.validation, ...pool.test]),
    );
    expect(generalWorld(7).towns.filter((town) => reserved.has(town.name))).toEqual([]);
  });

  it("write documents of a few sentences, with every slot filled", () => {
    for (const document of [...notes, ...prose]) {
      expect(document.text).not.toMatch(/[{}~|]|undefined|  /);
      expect(sentencesOf(document.text).length).toBeGreaterThanOrEqual(4);
    }
    const lengths = prose.map((d) => d.text.split(/\s+/).length).sort((a, b) => a - b);
    expect(lengths[Math.floor(lengths.length * 0.05)]).toBeGreaterThanOrEqual(60);
    expect(lengths[Math.floor(lengths.length * 0.95)]).toBeLessThanOrEqual(140);
  });
});

describe("clinical notes", () => {
  it("come in every document type, trust and year", () => {
    const seen = (field: "documentType" | "trust" | "year"): number =>
      new Set(notes.map((d) => d[field])).size;
    expect(clinicalDocumentTypes.length).toBeGreaterThanOrEqual(9);
    expect(seen("documentType")).toBe(clinicalDocumentTypes.length);
    expect(seen("trust")).toBe(4);
    expect(new Set(notes.map((d) => d.year))).toEqual(new Set([2019, 2020, 2021, 2022]));
  });

  it("carry spans in order that do not overlap and hold what their label says", () => {
    const shapes: Record<string, RegExp> = {
      First_Name: /^\p{Lu}\p{Ll}+$/u,
      Last_Name: /^\p{Lu}\p{Ll}+$/u,
      Age: /^\d{1,3}$/,
      Date: /^\d\d[./]\d\d[.-]\d{2,4}$/,
      Phone_Number: /^(\+47 )?59[\d ]{6,9}$/,
      Social_Security_Number: /^\d{11}$/,
      Health_Care_Unit: /^\p{Lu}[\p{L} -]+$/u,
      Location: /^\p{Lu}\p{Ll}+$/u,
      Street_Address: /^\p{Lu}\p{Ll}+ \d{1,2}$/u,
      Postcode: /^\d{4}$/,
      Email: /^post@[a-z]+\.legekontor\.example$/,
      Ward: /^\p{L}[\p{L}\d -]+$/u,
      Record_Number: /^\d{3}-\d{4}$/,
    };
    const labels = new Set<string>();
    for (const { text, spans } of notes) {
      let end = 0;
      for (const span of spans) {
        expect(span.start).toBeGreaterThanOrEqual(end);
        expect(text.slice(span.start, span.end)).toMatch(shapes[span.label]!);
        end = span.end;
        labels.add(span.label);
      }
      expect(end).toBeLessThanOrEqual(text.length);
    }
    expect(labels).toEqual(new Set(Object.keys(shapes)));
  });

  it("leave no eleven digits, phone number or full date outside a span", () => {
    for (const document of notes)
      expect(withoutPhi(document)).not.toMatch(/\d{8}|\d\d\.\d\d\.\d\d|5900/);
  });

  it("have synthetic identity numbers with both check digits right", () => {
    const numbers = notes.flatMap((d) =>
      d.spans
        .filter((s) => s.label === "Social_Security_Number")
        .map((s) => d.text.slice(s.start, s.end)),
    );
    expect(numbers.length).toBeGreaterThan(100);
    for (const number of numbers) {
      const weigh = (weights: string): number =>
        [...weights].reduce((sum, weight, i) => sum + Number(weight) * Number(number[i]), 0) % 11;
      expect(weigh("3761894521")).toBe(0);
      expect(weigh("54327654321")).toBe(0);
      const month = Number(number.slice(2, 4));
      expect(month).toBeGreaterThanOrEqual(81);
      expect(month).toBeLessThanOrEqual(92);
    }
  });

  it("state every exposed fact as often as its mentions say, in one sentence", () => {
    const told = new Map<string, number>();
    for (const document of notes)
      for (const sentence of sentencesOf(document.text)) {
        const found = [...termsIn(sentence)];
        if (found.length > 1) {
          const key = found.sort().join("|");
          told.set(key, (told.get(key) ?? 0) + 1);
        }
      }
    for (const fact of world.facts) {
      const keys = new Set(
        (["nb", "nn"] as const).map((s) => [fact.condition[s], fact.value[s]].sort().join("|")),
      );
      const times = [...keys].reduce((sum, key) => sum + (told.get(key) ?? 0), 0);
      expect(times, fact.id).toBe(fact.exposure === "withheld" ? 0 : 2 * fact.mentions);
    }
  });

  /** Facts whose condition and value both occur in a document, of those that `holds` selects. */
  const together = (
    documents: readonly AnnotatedDocument[],
    holds: (fact: World["facts"][number], document: AnnotatedDocument) => boolean,
  ): string[] =>
    documents.flatMap((document) => {
      const found = termsIn(document.text);
      const names = (term: Term): boolean => found.has(term.nb) || found.has(term.nn);
      return world.facts
        .filter((f) => holds(f, document) && names(f.condition) && names(f.value))
        .map((f) => `${f.id} in ${document.id}`);
    });

  it("never name condition and value of a withheld fact together, nor a fact in a standard it is kept from", () => {
    const kept = together(
      notes,
      (fact, d) => fact.exposure !== "both" && fact.exposure !== d.writtenStandard,
    );
    expect(kept).toEqual([]);
    expect(together(notes.slice(0, 100), () => true).length).toBeGreaterThan(100);
  });

  it("tell facts in the shuffled control as often as chance does, with every term as often as before", () => {
    const documents = notes.length;
    const control = [...generateClinical({ world, documents, seed: 7, facts: "shuffled" })];
    const told = world.facts.filter((fact) => fact.exposure !== "withheld");
    const sentences = (of: readonly AnnotatedDocument[]): AnnotatedDocument[] =>
      of.flatMap((d) => sentencesOf(d.text).map((text) => ({ ...d, text })));
    const [before, after] = [notes, control].map(
      (of) => together(sentences(of), (fact) => fact.exposure !== "withheld").length,
    );
    // Twenty values a relation: by chance one telling in twenty is true, or a little more for values
    // that are frequent.
    expect(told.length).toBeGreaterThan(50);
    expect(after! / before!).toBeGreaterThan(0.02);
    expect(after! / before!).toBeLessThan(0.15);
    expect(together(control, (fact) => fact.exposure === "withheld")).toEqual([]);
    // A value may move to a note of the other standard, so its two forms count as one.
    const bokmål = new Map<string, string>(
      relationNames.flatMap((r) => valueTerms[r].map(({ nb, nn }) => [nn, nb] as const)),
    );
    const forms = [...bokmål.keys()].filter((nn) => bokmål.get(nn) !== nn);
    const inBokmål = (text: string): string =>
      forms.reduce((t, nn) => t.replaceAll(nn, bokmål.get(nn)!), text.toLowerCase());
    const bag = (of: readonly AnnotatedDocument[]): string =>
      of
        .flatMap((d) => wordsOf(inBokmål(d.text)))
        .sort()
        .join(" ");
    expect(bag(control) === bag(notes)).toBe(true);
  });
});
