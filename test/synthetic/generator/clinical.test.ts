import { describe, expect, it } from "vitest";
import { random } from "../../../lib/random";
import { generateClinical } from "../../../lib/synthetic/generator/generator";
import { drawCase, wards } from "../../../lib/synthetic/generator/clinical/case";
import { profileOf, profiles } from "../../../lib/synthetic/generator/clinical/conditions";
import { clinicalDocumentTypes } from "../../../lib/synthetic/generator/clinical/documentTypes";
import { backgrounds, drugs } from "../../../lib/synthetic/generator/clinical/drugs";
import { incidents } from "../../../lib/synthetic/generator/clinical/incidents";
import { drawLabs, inflamed } from "../../../lib/synthetic/generator/clinical/labs";
import { noteRendering } from "../../../lib/synthetic/generator/clinical/note";
import { clinicalRules, factRules } from "../../../lib/synthetic/generator/clinical/rules";
import { drawVitals, earlyWarningScore } from "../../../lib/synthetic/generator/clinical/vitals";
import { entriesOf, grammar, writeSentenceAt } from "../../../lib/synthetic/generator/grammar";
import { conditionTerms } from "../../../lib/synthetic/generator/knowledge";
import { drawVoice } from "../../../lib/synthetic/generator/lexicon";
import { addDays, drawPerson, trusts } from "../../../lib/synthetic/generator/people";
import { planRound } from "../../../lib/synthetic/generator/schedule";
import { textBuilder } from "../../../lib/synthetic/generator/textBuilder";
import { createWorld, isToldIn } from "../../../lib/synthetic/generator/world";
import type { AnnotatedDocument } from "../../../lib/corpus/document";

const world = createWorld(1);
const notes = [...generateClinical({ world, documents: 1500, seed: 5, typingErrorRate: 0 })];

const spansOf = (document: AnnotatedDocument, label: string): string[] =>
  document.spans
    .filter((span) => span.label === label)
    .map((span) => document.text.slice(span.start, span.end));

describe("the knowledge base", () => {
  it("has a profile of every condition of the world and of nothing else", () => {
    expect(Object.keys(profiles).sort()).toEqual(conditionTerms.map((term) => term.nb).sort());
    expect(() => profileOf("hoste")).toThrow(RangeError);
  });

  it("writes every sentence in both standards: each slot is known in every case", () => {
    const rules = grammar(clinicalRules, factRules);
    // Each has an operation, so that every slot has something to stand for.
    const conditions = [
      "gallestein",
      "hoftebrudd",
      "svangerskapsforgiftning",
      "hjerneslag",
      "diabetes",
    ];
    for (const standard of ["nb", "nn"] as const)
      for (const [i, condition] of conditions.entries()) {
        const draws = random(1, "every sentence", i);
        const { sex, ages } = profileOf(condition);
        const person = drawPerson(draws, "corpus", 2020, ...ages, sex);
        const builder = textBuilder();
        const rendering = noteRendering({
          grammar: rules,
          voice: drawVoice(draws, standard),
          random: draws,
          builder,
          setting: {
            person,
            date: { day: 3, month: 4, year: 2020 },
            pool: "corpus",
            trust: trusts[0]!,
            longDates: false,
            labels: "all",
          },
          about: drawCase(draws, {
            condition,
            person,
            age: ages[0],
            type: clinicalDocumentTypes[i],
          }),
          write: (slot) => (slot === "c" || slot === "v" ? (builder.append(slot), true) : false),
        });
        for (const name of rules.keys())
          for (let entry = 0; entry < entriesOf(rendering, name); entry++)
            writeSentenceAt(rendering, name, entry);
        expect(builder.finish().text).not.toMatch(/[{}|~]|undefined|NaN/);
      }
  });

  it("has drugs for every background, each taken by somebody", () => {
    const taken = new Set(backgrounds.flatMap((background) => background.drugs));
    for (const { from, to } of backgrounds) expect(from ?? 0).toBeLessThan(to ?? 120);
    expect(Object.keys(drugs).filter((name) => !taken.has(name as keyof typeof drugs))).toEqual([]);
    for (const ward of Object.values(wards)) expect(ward.length).toBeGreaterThanOrEqual(3);
    for (const kind of [
      "fall",
      "medication",
      "equipment",
      "communication",
      "violence",
      "delay",
      "documentation",
    ])
      expect(
        Object.values(incidents).filter((each) => each.kind === kind).length,
      ).toBeGreaterThanOrEqual(2);
  });
});

describe("vital signs", () => {
  it.each([
    // Worked by hand from the chart: every parameter 0; each at the edge of a band; a septic patient.
    [{ rate: 14, saturation: 97, systolic: 128, pulse: 72, temperature: 36.8, coma: 15 }, 0],
    [{ rate: 20, saturation: 96, systolic: 111, pulse: 90, temperature: 38.0, coma: 15 }, 0],
    [{ rate: 21, saturation: 95, systolic: 110, pulse: 91, temperature: 38.1, coma: 15 }, 6],
    [{ rate: 26, saturation: 90, systolic: 88, pulse: 124, temperature: 39.4, coma: 14 }, 16],
    [{ rate: 8, saturation: 93, systolic: 220, pulse: 40, temperature: 35.0, coma: 15 }, 14],
  ])("score %o", (measured, score) => expect(earlyWarningScore(measured)).toBe(score));

  it("belong together: a stable patient scores low, a septic one high", () => {
    for (let i = 0; i < 200; i++) {
      const draws = random(1, "vitals", 0, i);
      expect(drawVitals(draws, "stable").score).toBeLessThanOrEqual(1);
      const septic = drawVitals(draws, "septic");
      expect(septic.score).toBeGreaterThanOrEqual(9);
      expect(septic.diastolic).toBeLessThan(septic.systolic);
    }
  });
});

describe("laboratory values", () => {
  const number = (text: string): number => Number(text.replace(",", "."));

  it("rise together in an infection and fall again", () => {
    for (let i = 0; i < 100; i++) {
      const { admission, later, crp } = drawLabs(random(1, "labs", 0, i), "infection", "female");
      const of = (list: typeof admission, name: string): number =>
        number(list.find((each) => each.name.nb === name)!.value);
      expect(of(admission, "CRP")).toBeGreaterThan(50);
      expect(of(admission, "leukocytter")).toBeGreaterThan(11);
      expect(of(later, "CRP")).toBeLessThan(of(admission, "CRP"));
      for (const list of [admission, later])
        expect(of(list, "nøytrofile")).toBeLessThan(of(list, "leukocytter"));
      expect(crp.map(number)).toEqual([of(admission, "CRP"), of(later, "CRP")]);
    }
    expect(inflamed("infection")).toBe(true);
    expect(inflamed("normal")).toBe(false);
  });

  it("are ordinary where nothing is wrong", () => {
    for (let i = 0; i < 100; i++)
      for (const { name, value } of drawLabs(random(2, "labs", 0, i), "normal", "male").admission)
        if (name.nb === "Hb") expect(number(value)).toBeGreaterThan(13);
        else if (name.nb === "CRP") expect(number(value)).toBeLessThan(5);
  });
});

describe("a note", () => {
  const plan = [0, 1].flatMap((round) =>
    planRound(
      world,
      5,
      round,
      Math.min(world.roundDocuments, 1500 - round * world.roundDocuments),
      0.5,
    ),
  );

  it("is about somebody who can have its conditions", () => {
    for (const [i, document] of notes.slice(0, plan.length).entries()) {
      const { condition, facts, type } = plan[i]!;
      expect(document.documentType).toBe(type.name);
      const allowed = [condition, ...facts.map((fact) => fact.condition)].map((term) =>
        profileOf(term.nb),
      );
      for (const age of spansOf(document, "Age"))
        for (const { ages } of allowed) {
          expect(Number(age)).toBeGreaterThanOrEqual(ages[0] - 1);
          expect(Number(age)).toBeLessThanOrEqual(ages[1]);
        }
      const sexes = new Set(allowed.flatMap(({ sex }) => sex ?? []));
      expect(sexes.size).toBeLessThanOrEqual(1);
      for (const number of spansOf(document, "Social_Security_Number"))
        if (sexes.size === 1) expect(Number(number[8]) % 2).toBe(sexes.has("male") ? 1 : 0);
    }
  });

  it("uses one gender throughout", () => {
    for (const { text, documentType } of notes) {
      if (documentType === "AMK" || documentType === "avviksmelding") continue;
      const pronouns = new Set(text.toLowerCase().match(/(?<!\p{L})(?:hun|ho|han)(?!\p{L})/gu));
      expect(pronouns.size, text).toBeLessThanOrEqual(1);
    }
  });

  it("has dates in order: birth, then 2015 to 2022, none after the years of the corpus", () => {
    const yearOf = (date: string): number => {
      const year = Number(/\d+$/.exec(date)![0]);
      return year > 99 ? year : year < 23 ? 2000 + year : 1900 + year;
    };
    for (const document of notes) {
      const years = spansOf(document, "Date").map(yearOf);
      for (const year of years.filter((y) => y > 2010)) expect(year).toBeLessThanOrEqual(2022);
      for (const year of years.filter((y) => y > 2010)) expect(year).toBeGreaterThanOrEqual(2014);
    }
    expect(addDays({ day: 28, month: 2, year: 2020 }, 2)).toEqual({ day: 1, month: 3, year: 2020 });
    expect(addDays({ day: 1, month: 1, year: 2020 }, -1)).toEqual({
      day: 31,
      month: 12,
      year: 2019,
    });
  });

  it("reports an operation only where there is one to report, and an urgent call only of urgent things", () => {
    for (const { type, condition } of plan) {
      if (type.name === "operasjonsbeskrivelse")
        expect(profileOf(condition.nb).operation).toBeDefined();
      if (type.name === "AMK") expect(profileOf(condition.nb).call).toBeDefined();
    }
  });

  it("answers what was asked: operator and caller take turns", () => {
    for (const { text, documentType } of notes) {
      if (documentType !== "AMK") continue;
      const turns = text
        .split("\n")
        .flatMap((line) => /^(Operatør|Innring[ae]r): \S/u.exec(line)?.[1]?.[0] ?? []);
      expect(turns.length).toBeGreaterThanOrEqual(4);
      expect(turns.join("")).toMatch(/^(?:OI)+$/);
    }
  });

  it("tells a fact once, with few exceptions, and about three facts in a hundred words", () => {
    const told = plan.reduce((sum, each) => sum + each.facts.length, 0);
    const again = plan.reduce((sum, each) => sum + each.facts.length - new Set(each.facts).size, 0);
    expect(again / told).toBeLessThan(0.02);
    const words = notes.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0);
    expect((100 * told) / words).toBeGreaterThan(2.4);
    expect((100 * told) / words).toBeLessThan(3.5);
  });

  it("finds a place for every telling, whatever the world, and none beside a condition kept from the relation", () => {
    for (const seed of [1, 2, 3, 4]) {
      const other = createWorld(seed);
      const told = new Map<string, number>();
      for (const { condition, facts, standard } of planRound(
        other,
        seed,
        0,
        other.roundDocuments,
        0.5,
      )) {
        for (const { id } of facts) told.set(id, (told.get(id) ?? 0) + 1);
        const conditions = new Set([condition, ...facts.map((fact) => fact.condition)]);
        const relations = new Set(facts.map((fact) => fact.relation));
        for (const fact of other.facts)
          if (conditions.has(fact.condition) && relations.has(fact.relation))
            expect(isToldIn(fact, standard), fact.id).toBe(true);
      }
      for (const { id, exposure, mentions } of other.facts)
        expect(told.get(id) ?? 0, id).toBe(exposure === "withheld" ? 0 : mentions);
    }
  });

  it("is as long as notes of its type are, some far longer than most", () => {
    const median: Record<string, readonly [number, number]> = {
      AMK: [90, 220],
      avviksmelding: [60, 150],
      epikrise: [180, 330],
      henvisning: [100, 220],
      innkomstjournal: [160, 300],
      operasjonsbeskrivelse: [100, 220],
      polikliniskNotat: [100, 220],
      radiologi: [45, 110],
      sykepleienotat: [60, 140],
    };
    for (const [type, [from, to]] of Object.entries(median)) {
      const lengths = notes
        .filter((note) => note.documentType === type)
        .map(({ text }) => text.split(/\s+/).length)
        .sort((a, b) => a - b);
      const middle = lengths[Math.floor(lengths.length / 2)]!;
      expect(middle, type).toBeGreaterThanOrEqual(from);
      expect(middle, type).toBeLessThanOrEqual(to);
      expect(lengths.at(-1)! / lengths[0]!, type).toBeGreaterThan(1.7);
    }
    const all = notes.map(({ text }) => text.split(/\s+/).length).sort((a, b) => a - b);
    expect(
      all[Math.floor(all.length * 0.95)]! / all[Math.floor(all.length * 0.5)]!,
    ).toBeGreaterThan(2);
  });
});
