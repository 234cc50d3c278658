/** Each test plants one fault, and the check of that name must fail. */

import { describe, expect, it } from "vitest";
import {
  callsTask,
  choiceTask,
  entitiesTask,
  incidentsTask,
  pairsTask,
  type AuditExample,
} from "../../../lib/synthetic/audit/example";
import { generateClinical } from "../../../lib/synthetic/generator/generator";
import { firstNames } from "../../../lib/synthetic/generator/people";
import { callBlock, generateCalls } from "../../../lib/synthetic/tasks/calls";
import { generateChoices } from "../../../lib/synthetic/tasks/choice";
import { generateEntities } from "../../../lib/synthetic/tasks/entities";
import { generateIncidents, incidentBlock } from "../../../lib/synthetic/tasks/incidents";
import { generatePairs } from "../../../lib/synthetic/tasks/pairs";
import { changed, corpus, documentOf, failures, namesOf, world } from "./smallAudit";

const choice = choiceTask(generateChoices(world, 1));
const entities = entitiesTask(generateEntities({ documents: 300, seed: 1 }));
const calls = callsTask(generateCalls({ calls: callBlock, seed: 1 }));

/** The right answer moved to the option that is greatest by a measure. */
const answering = (measure: (option: string) => number) => (example: AuditExample) => {
  const { options } = example.choice!;
  const scores = options.map(measure);
  return { ...example, choice: { options, answer: scores.indexOf(Math.max(...scores)) } };
};

describe("the audit of choice questions", () => {
  it("passes as they are", async () => {
    expect(namesOf(await failures(choice))).toEqual([]);
  });

  it("notices that the right option is the longest", async () => {
    const names = namesOf(
      await failures(
        changed(
          choice,
          answering((option) => option.length),
        ),
      ),
    );
    expect(names).toContain("choice: longest option");
    expect(names).toContain("choice: learned from the options alone");
  });

  it("notices that the right option is the most frequent in the corpus", async () => {
    const text = corpus.map((document) => document.text.toLowerCase()).join("\n");
    const frequency = (option: string): number => text.split(option).length;
    expect(namesOf(await failures(changed(choice, answering(frequency))))).toContain(
      "choice: most frequent option",
    );
  });

  it("notices that the right option was often right in training", async () => {
    const right = choice.examples
      .filter(({ split }) => split === "train")
      .map(({ choice: { options, answer } = { options: [], answer: 0 } }) => options[answer]!);
    const prior = (option: string): number => right.filter((each) => each === option).length;
    const leaking = changed(choice, (example) =>
      example.split === "test" ? answering(prior)(example) : example,
    );
    expect(namesOf(await failures(leaking))).toContain(
      "choice: in training most often right option",
    );
  });

  it("notices that the right option comes first", async () => {
    const first = changed(choice, (e) => ({ ...e, choice: { ...e.choice!, answer: 0 } }));
    expect(namesOf(await failures(first))).toContain("choice: first option");
  });

  it("finds test questions in the corpus, whole and in part", async () => {
    const told = choice.examples.find(({ split, statement }) => split === "test" && statement)!;
    const planted = documentOf(`Notat. ${told.statement!} Går heim i dag.`);
    const names = namesOf(await failures(choice, { corpus: [...corpus, planted] }));
    expect(names).toContain("choice: share of the test's runs of 8 words in the corpus");
    expect(names).toContain("choice: test examples nearly the same as a text of the corpus");
  });

  it("finds twins in different splits, by their fact and by their text alone", async () => {
    const twin = choice.examples.find((e) => e.split === "test" && e.writtenStandard === "nn")!;
    const moved = changed(choice, (e) => (e === twin ? { ...e, split: "train" } : e));
    const byFact = namesOf(await failures(moved));
    expect(byFact).toContain("choice: groups in several splits");
    expect(byFact).toContain("choice: facts in several splits");
    const renamed = changed(choice, (e) =>
      e === twin ? { ...e, split: "train", group: "other", factIds: ["other"] } : e,
    );
    const byText = namesOf(await failures(renamed));
    expect(byText).toContain("choice: nb–nn twins in different splits");
    expect(byText).not.toContain("choice: facts in several splits");
  });

  it("notices a wording that two splits use", async () => {
    const wording = choice.examples.find(({ split }) => split === "train")!.parts;
    const test = choice.examples.find(({ split }) => split === "test")!;
    const shared = changed(choice, (e) => (e === test ? { ...e, parts: wording } : e));
    expect(namesOf(await failures(shared))).toContain("choice: wordings in several splits");
  });
});

describe("the audit of facts", () => {
  const withheld = world.facts.find(({ exposure }) => exposure === "withheld")!;

  it("notices a withheld fact that is told", async () => {
    const { condition, value } = withheld;
    const planted = documentOf(`Har ${condition.nn}, og fekk ${value.nn} i går.`, {
      writtenStandard: "nn",
    });
    expect(namesOf(await failures(choice, { corpus: [...corpus, planted] }))).toContain(
      "corpus: withheld facts whose condition and value stand in one document",
    );
  });

  it("notices a fact told in the standard that it is kept from", async () => {
    const { condition, value } = world.facts.find(({ exposure }) => exposure === "nb")!;
    const planted = documentOf(`${condition.nn}: ${value.nn}`, { writtenStandard: "nn" });
    expect(namesOf(await failures(choice, { corpus: [...corpus, planted] }))).toContain(
      "corpus: facts told in a written standard they are kept from",
    );
  });

  it("notices a corpus that tells nothing, and a control that tells the facts", async () => {
    const generated = { world, documents: corpus.length, seed: 1 };
    const shuffled = [...generateClinical({ ...generated, facts: "shuffled" })];
    const names = namesOf(await failures(choice, { corpus: shuffled, control: corpus }));
    expect(names).toContain("choice: option most often with the condition, told 30 times a round");
    expect(names).toContain("choice: option most often with the condition, control corpus (told)");
    expect(await failures(choice, { control: shuffled })).toEqual([]);
    expect(await failures(choice, { corpus: shuffled, isTold: false })).toEqual([]);
  });
});

describe("the audit of names, numbers and spans", () => {
  it("passes as they are", async () => {
    expect(namesOf(await failures(entities))).toEqual([]);
  });

  it("notices names of the test in the corpus, marked or not", async () => {
    const used = new Set(
      entities.examples.flatMap(({ split, parts, spans }) =>
        split !== "test"
          ? []
          : spans![0]!
              .filter(({ label }) => label === "First_Name")
              .map(({ start, end }) => parts[0]!.slice(start, end)),
      ),
    );
    const name = firstNames.female.test.find((each) => used.has(each))!;
    const text = `Tilsyn av ${name} i dag.`;
    const marked = documentOf(text, {
      spans: [{ start: 10, end: 10 + name.length, label: "First_Name" }],
    });
    const found = namesOf(await failures(entities, { corpus: [...corpus, marked] }));
    expect(found).toContain("entities: names, places and units of the corpus");
    const bare = namesOf(await failures(entities, { corpus: [...corpus, documentOf(text)] }));
    expect(bare).toEqual(["corpus: names of another pool"]);
  });

  it("notices names that two splits share", async () => {
    const [train, test] = ["train", "test"].map((split) =>
      entities.examples.find((e) => e.split === split)!,
    );
    const shared = changed(entities, (e) =>
      e === test ? { ...e, parts: train!.parts, spans: train!.spans! } : e,
    );
    const names = namesOf(await failures(shared));
    expect(names).toContain("entities: names, places and units in several splits");
    expect(names).toContain("entities: test examples nearly the same as a text of the training");
  });

  it("notices an identity number that is not synthetic", async () => {
    const number = validNumber("010155", 600);
    for (const text of [`Fnr ${number} i dag.`, `Fnr ${number.slice(0, 6)} ${number.slice(6)}.`])
      expect(
        namesOf(await failures(entities, { corpus: [...corpus, documentOf(text)] })),
      ).toContain("corpus: identity numbers that could belong to a person");
    const oneOff = `${number.slice(0, 10)}${(Number(number[10]) + 1) % 10}`;
    expect(await failures(entities, { corpus: [...corpus, documentOf(oneOff)] })).toEqual([]);
  });

  it("notices spans that are displaced, or hold something else than their label says", async () => {
    const shift = (by: number, length: number) =>
      changed(entities, (e, i) =>
        i > 0
          ? e
          : {
              ...e,
              spans: [
                e.spans![0]!.map((s) => ({ ...s, start: s.start + by, end: s.end + by + length })),
              ],
            },
      );
    expect(namesOf(await failures(shift(-1, 0)))).toContain("entities: spans out of place");
    const swapped = changed(entities, (e) => ({
      ...e,
      spans: [e.spans![0]!.map((s) => (s.label === "Age" ? { ...s, label: "Date" } : s))],
    }));
    expect(namesOf(await failures(swapped))).toContain(
      "entities: spans that do not hold what their label says",
    );
  });
});

describe("the audit of labelled texts", () => {
  it("notices a label that length tells", async () => {
    const padded = changed(calls, (e) =>
      e.labels.label === "stroke"
        ? { ...e, parts: [...e.parts.slice(0, -1), `${e.parts.at(-1)!}${" ja".repeat(80)}`] }
        : e,
    );
    const names = namesOf(await failures(padded));
    expect(names).toContain("calls label: learned from the number of words alone");
    expect(names).toContain("calls label: learned from the length of the last part alone");
  });

  it("notices a label that the number of turns or the standard tells", async () => {
    const longer = changed(calls, (e) =>
      e.labels.label === "stroke"
        ? { ...e, writtenStandard: "nn", parts: [...e.parts, ...Array<string>(9).fill("Ja.")] }
        : { ...e, writtenStandard: "nb" },
    );
    const names = namesOf(await failures(longer));
    expect(names).toContain("calls label: learned from the number of turns alone");
    expect(names).toContain("calls label: learned from the written standard alone");
  });

  it("notices one word that gives a label away", async () => {
    const named = changed(calls, (e) =>
      e.labels.label === "stroke" ? { ...e, parts: [...e.parts, "Dette er slag."] } : e,
    );
    expect(namesOf(await failures(named))).toContain("calls label: best single word");
  });

  it("notices one question of a pair that gives the label away", async () => {
    const pairs = pairsTask(generatePairs(world, 1));
    const telling = changed(pairs, (e) =>
      e.labels.label === "same"
        ? { ...e, parts: [`${e.parts[0]!} Takk for svar.`, e.parts[1]!] }
        : e,
    );
    const names = namesOf(await failures(telling));
    expect(names).toContain("pairs label: learned from the first text alone");
    expect(names).not.toContain("pairs label: learned from the second text alone");
  });

  it("notices a report that names its category", async () => {
    const incidents = incidentsTask(generateIncidents({ incidents: incidentBlock, seed: 1 }));
    const one = incidents.examples.find((e) => e.labels.category === "delay")!;
    const named = changed(incidents, (e) =>
      e === one ? { ...e, parts: [`${e.parts[0]!} Forseinka prøvesvar.`] } : e,
    );
    expect(namesOf(await failures(named))).toEqual([
      "incidents: texts with a word that names their label",
    ]);
  });
});

/** A number with valid check digits of somebody born before 1900: of nobody alive. */
function validNumber(birth: string, from: number): string {
  for (let individual = from; ; individual++) {
    const nine = [...`${birth}${individual}`].map(Number);
    const check = (digits: readonly number[], weights: readonly number[]): number =>
      (11 - (weights.reduce((sum, weight, i) => sum + weight * digits[i]!, 0) % 11)) % 11;
    const first = check(nine, [3, 7, 6, 1, 8, 9, 4, 5, 2]);
    const second = check([...nine, first], [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]);
    if (first < 10 && second < 10) return [...nine, first, second].join("");
  }
}
