/**
 * What a corpus tells of the facts of a world: which option stands most often with the condition.
 * That must find told facts; of withheld ones, and in the control corpus, it must know nothing.
 */

import type { WrittenStandard } from "../../corpus/document";
import { relationNames, valueTerms } from "../generator/knowledge";
import type { Fact, World } from "../generator/world";
import { atChance, atLeast, atMost, type AuditCheck, type ProbeAnswer } from "./check";
import type { OptionCounts } from "./choiceProbes";
import type { AuditTask } from "./example";
import { termFinder, type SeenText } from "./auditWords";

export type FactScan = {
  see(writtenStandard: WrittenStandard, text: SeenText): void;
  /** How often the documents write an option. */
  readonly counts: OptionCounts;
  /** Documents of a written standard in which a condition and a value stand together. */
  together(fact: Pick<Fact, "condition" | "value">, standard: "nb" | "nn"): number;
  /** The same, within one sentence. */
  inOneSentence(fact: Pick<Fact, "condition" | "value">, standard: "nb" | "nn"): number;
};

/** Counts terms of the world, and conditions with values, while documents pass. */
export function factScan(world: World): FactScan {
  const values = relationNames.flatMap((relation) => [...valueTerms[relation]]);
  const all = [...world.conditions, ...values];
  const find = termFinder(all.map(({ nb, nn }) => [nb, nn]));
  const isCondition = (term: number): boolean => term < world.conditions.length;
  const indexOf = new Map(all.map((term, i) => [term.nb, i]));
  const pairKey = (condition: number, value: number): number => condition * all.length + value;
  const empty = (): Record<"nb" | "nn", Map<number, number>> => ({ nb: new Map(), nn: new Map() });
  const [documents, sentences] = [empty(), empty()];
  const written = { nb: new Map<string, number>(), nn: new Map<string, number>() };
  const add = <Key>(to: Map<Key, number>, key: Key): void =>
    void to.set(key, (to.get(key) ?? 0) + 1);
  const pairsOf = (found: readonly number[]): readonly number[] => {
    const terms = [...new Set(found)];
    return terms
      .filter(isCondition)
      .flatMap((c) => terms.filter((v) => !isCondition(v)).map((v) => pairKey(c, v)));
  };
  const countIn =
    (table: Record<"nb" | "nn", Map<number, number>>): FactScan["together"] =>
    ({ condition, value }, standard) =>
      table[standard].get(pairKey(indexOf.get(condition.nb)!, indexOf.get(value.nb)!)) ?? 0;
  return {
    see(writtenStandard, text) {
      const { words } = text;
      const found = find(words);
      if (found.length === 0) return;
      const standard = writtenStandard === "nn" ? "nn" : "nb";
      for (const { term, at } of found)
        if (!isCondition(term)) {
          const { nb, nn } = all[term]!;
          const isWritten = (form: string): boolean =>
            form.split(" ").every((word, i) => words[at + i] === word);
          // Both forms of a term may be the same word; it is counted once.
          for (const form of new Set([nb, nn])) if (isWritten(form)) add(written[standard], form);
        }
      for (const pair of pairsOf(found.map(({ term }) => term))) add(documents[standard], pair);
      for (const sentence of text.sentences)
        for (const pair of pairsOf(find(sentence).map(({ term }) => term)))
          add(sentences[standard], pair);
    },
    counts: (option) => {
      const [nb, nn] = [written.nb.get(option) ?? 0, written.nn.get(option) ?? 0];
      return { all: nb + nn, nb, nn };
    },
    together: countIn(documents),
    inOneSentence: countIn(sentences),
  };
}

/** A corpus, by how much it can be expected to tell. */
export type CorpusSize = {
  /** How often it goes round the world's facts. */
  readonly rounds: number;
  readonly nynorskShare: number;
};

// A fact that is told less often may be left out by chance.
const expectedTellings = 3;
/** Share of told facts whose value stands with the condition more often than the other options. */
const leastFound = 0.9;

function tellingsOf(fact: Fact, { rounds, nynorskShare }: CorpusSize): number {
  if (fact.exposure === "withheld") return 0;
  const share = { both: 0.5, nb: 1 - nynorskShare, nn: nynorskShare }[fact.exposure];
  return fact.mentions * rounds * Math.min(1, 2 * share);
}

/** What a corpus must tell and what not, judged by the test questions of a task. */
export function toldChecks(
  world: World,
  scan: FactScan,
  task: AuditTask,
  size: CorpusSize,
): readonly AuditCheck[] {
  const answers = factAnswers(world, scan, task);
  const told = answers.filter(({ fact }) => tellingsOf(fact, size) >= expectedTellings);
  const withCondition = `${task.name}: option most often with the condition`;
  // A corpus too small to tell any such fact has nothing to show.
  const found = (name: string, holds: (fact: Fact) => boolean): readonly AuditCheck[] => {
    const chosen = told.filter(({ fact }) => holds(fact));
    if (chosen.length === 0) return [];
    const hits = chosen.reduce((sum, { hit }) => sum + hit, 0) / chosen.length;
    return [atLeast("facts", `${withCondition}, ${name}`, hits, leastFound, chosen.length)];
  };
  return [
    ...(["both", "nb", "nn"] as const).flatMap((exposure) =>
      found(`told in ${exposure}`, (fact) => fact.exposure === exposure),
    ),
    ...([3, 10, 30] as const).flatMap((mentions) =>
      found(`told ${mentions} times a round`, (fact) => fact.mentions === mentions),
    ),
    atChance(
      "facts",
      `${withCondition}, withheld`,
      answers.filter(({ fact }) => fact.exposure === "withheld"),
    ),
  ];
}

/** What the corpus keeps to itself, in no document of a written standard together. */
export function keptChecks(world: World, scan: FactScan): readonly AuditCheck[] {
  const withheld = world.facts.filter(({ exposure }) => exposure === "withheld");
  const kept = world.facts.flatMap((fact) =>
    (["nb", "nn"] as const)
      .filter((standard) => fact.exposure !== "both" && fact.exposure !== standard)
      .map((standard) => scan.together(fact, standard)),
  );
  return [
    atMost(
      "facts",
      "corpus: withheld facts whose condition and value stand in one document",
      withheld.filter((f) => scan.together(f, "nb") + scan.together(f, "nn") > 0).length,
      0,
      withheld.length,
    ),
    atMost(
      "facts",
      "corpus: facts told in a written standard they are kept from",
      kept.filter((count) => count > 0).length,
      0,
      kept.length,
    ),
  ];
}

/** In the control corpus, standing together says nothing about any fact. */
export function controlChecks(
  world: World,
  scan: FactScan,
  task: AuditTask,
): readonly AuditCheck[] {
  const answers = factAnswers(world, scan, task);
  return (["told", "withheld"] as const).map((stratum) =>
    atChance(
      "facts",
      `${task.name}: option most often with the condition, control corpus (${stratum})`,
      answers.filter(({ fact }) => (fact.exposure === "withheld") === (stratum === "withheld")),
    ),
  );
}

type FactAnswer = ProbeAnswer & { readonly fact: Fact };

/** One answer a test fact: the option in most sentences with the condition, then in most documents. */
function factAnswers(world: World, scan: FactScan, task: AuditTask): readonly FactAnswer[] {
  const facts = new Map(world.facts.map((fact) => [fact.id, fact]));
  const valueOf = new Map(
    relationNames.flatMap((relation) =>
      valueTerms[relation].flatMap((value) =>
        [value.nb, value.nn].map((form) => [`${relation} ${form}`, value] as const),
      ),
    ),
  );
  return task.examples
    .filter(({ split, choice }) => split === "test" && choice !== undefined)
    .flatMap(({ choice, factIds, group }): FactAnswer[] => {
      const fact = facts.get(factIds[0] ?? "");
      if (fact === undefined) return [];
      const scores = choice!.options.map((option) => {
        const value = valueOf.get(`${fact.relation} ${option}`);
        if (value === undefined) return 0;
        const asked = { condition: fact.condition, value };
        const sentences = scan.inOneSentence(asked, "nb") + scan.inOneSentence(asked, "nn");
        return sentences + (scan.together(asked, "nb") + scan.together(asked, "nn")) / 1e6;
      });
      const most = Math.max(...scores);
      const tied = scores.filter((score) => score === most).length;
      return [
        {
          fact,
          group,
          hit: scores[choice!.answer] === most ? 1 / tied : 0,
          chance: 1 / choice!.options.length,
        },
      ];
    });
}
