/**
 * Pairs of patients' questions about the facts of an invented world: do they ask the same? Four
 * questions make four pairs, a1 and a2 of one meaning, b1 and b2 of a meaning close to it:
 * (a1, a2) and (b1, b2) are the same, (a1, b2) and (b1, a2) are not. So every question stands
 * equally often, and in the same place, in pairs of either label, and alone says nothing.
 */

import { random, type Random } from "../../random";
import { relationNames, valueTerms, type RelationName } from "../generator/knowledge";
import { inVoice, voicesOf, type Term } from "../generator/lexicon";
import type { Fact, World } from "../generator/world";
import type { Split } from "../../corpus/examples";
import { openQuestions, pairContexts, valueQuestions } from "./pairTemplates";

/** What sets two questions apart that do not ask the same. */
export const pairChanges = ["condition", "value", "aspect", "openCondition", "relation"] as const;
export type PairChange = (typeof pairChanges)[number];

/** Two questions and whether they ask the same. */
export type PairExample = {
  readonly id: string;
  /** The fact it began with. A fact of one split is in no pair of another. */
  readonly group: string;
  readonly split: Split;
  /** That of the first question. */
  readonly writtenStandard: "nb" | "nn";
  readonly first: string;
  readonly second: string;
  readonly label: "same" | "different";
  /** `"across"` if the second question is in the other written standard, else `"within"`. */
  readonly stratum: "within" | "across";
  /** What sets the two meanings of its four questions apart, for reports; no model sees it. */
  readonly change: PairChange;
};

/** What a question asks. Open questions have no value. */
type Meaning = {
  readonly condition: Term;
  readonly relation: RelationName;
  readonly value?: Term;
  /** Which of the two things that are asked of a value. */
  readonly aspect?: 0 | 1;
};

/** Four questions to be worded: two meanings, and the standard of the first and second of a pair. */
type Square = {
  readonly fact: Fact;
  readonly change: PairChange;
  readonly stratum: "within" | "across";
  readonly standards: readonly ["nb" | "nn", "nb" | "nn"];
};

/**
 * Twelve pairs of every fact: four in bokmål, four in nynorsk and four across. Half ask the same.
 * Splits go by the roles of the facts, and each has its own wordings. Wordings are chosen so that
 * the share of common words and the difference of lengths are as in the pairs of the other label.
 */
export function generatePairs(world: World, seed: number): PairExample[] {
  const balances = new Map<string, Int32Array>();
  const facts = factsByKey(world);
  return squaresOf(world, facts, seed).flatMap((square, index) => {
    const draws = random(seed, "pair", 0, index);
    const { fact, change, stratum, standards } = square;
    const [a, b] = meaningsOf(square, facts, draws);
    const { role: split } = fact;
    const name = `${split} ${stratum}`;
    const balance = balances.get(name) ?? new Int32Array(traces);
    balances.set(name, balance);
    const words = wordings(a, b, split, standards, draws);
    let best: Worded | undefined;
    let bestCost = Infinity;
    for (let tries = 0; tries < 200; tries++) {
      const worded = pickSquare(words, draws);
      if (worded === undefined) continue;
      const cost = costOf(imbalanceOf(worded), balance);
      if (cost < bestCost) [best, bestCost] = [worded, cost];
    }
    if (best === undefined) throw new RangeError(`pairs: no four wordings for ${fact.id}`);
    imbalanceOf(best).forEach((step, i) => (balance[i]! += step));
    return draws.shuffle(best).map(([first, second, same], i): PairExample => ({
      id: `pair-${world.seed}-${index}-${i}`,
      group: fact.id,
      split,
      writtenStandard: standards[0],
      first: first.text,
      second: second.text,
      label: same ? "same" : "different",
      stratum,
      change,
    }));
  });
}

const keyOf = (condition: Term, relation: RelationName): string => `${condition.nb}|${relation}`;

const factsByKey = (world: World): ReadonlyMap<string, Fact> =>
  new Map(world.facts.map((fact) => [keyOf(fact.condition, fact.relation), fact]));

/** Other relations of the condition whose facts have the same role. */
const partners = (fact: Fact, facts: ReadonlyMap<string, Fact>): readonly RelationName[] =>
  relationNames.filter(
    (relation) =>
      relation !== fact.relation && facts.get(keyOf(fact.condition, relation))?.role === fact.role,
  );

/** Changes are equally frequent, but for `relation`, which not every fact allows. */
function squaresOf(world: World, facts: ReadonlyMap<string, Fact>, seed: number): Square[] {
  const kinds = [
    { stratum: "within", standards: ["nb", "nb"] },
    { stratum: "within", standards: ["nn", "nn"] },
    { stratum: "across", standards: ["nb", "nn"] },
  ] as const;
  return (["train", "validation", "test"] as const).flatMap((split, s) =>
    kinds.flatMap(({ stratum, standards }, k) => {
      const order = random(seed, "pair order", s, k).shuffle(
        world.facts.filter((fact) => fact.role === split),
      );
      const able = order.filter((fact) => partners(fact, facts).length > 0);
      const changed = new Set(able.slice(0, Math.round(order.length / pairChanges.length)));
      let others = 0;
      return order.map((fact, i): Square => ({
        fact,
        stratum,
        standards: stratum === "across" && i % 2 === 1 ? ["nn", "nb"] : standards,
        change: changed.has(fact) ? "relation" : pairChanges[others++ % 4]!,
      }));
    }),
  );
}

function meaningsOf(
  { fact, change }: Square,
  facts: ReadonlyMap<string, Fact>,
  draws: Random,
): readonly [Meaning, Meaning] {
  const { condition, relation, value } = fact;
  const aspect = draws.integer(2) as 0 | 1;
  const other = (): Term => {
    const same = [...facts.values()].filter(
      (f) => f.relation === relation && f.role === fact.role && f.condition !== condition,
    );
    return same.length === 0 ? condition : draws.pick(same).condition;
  };
  const asked: Meaning = { condition, relation, value, aspect };
  switch (change) {
    case "condition":
      return [asked, { ...asked, condition: other() }];
    case "value":
      return [
        asked,
        { ...asked, value: draws.pick(valueTerms[relation].filter((term) => term !== value)) },
      ];
    case "aspect":
      return [asked, { ...asked, aspect: aspect === 0 ? 1 : 0 }];
    case "openCondition":
      return [
        { condition, relation },
        { condition: other(), relation },
      ];
    case "relation":
      return [
        { condition, relation },
        { condition, relation: draws.pick(partners(fact, facts)) },
      ];
  }
}

type Question = {
  readonly text: string;
  readonly context: Term;
  readonly template: Term;
  readonly words: ReadonlySet<string>;
};

/** The four pairs in order: first and second question, and whether they ask the same. */
type Worded = readonly (readonly [Question, Question, boolean])[];

/**
 * Wordings to choose from for a1, b1, a2 and b2. All take their contexts from one or two, so that
 * pairs which ask for something else have words in common too.
 */
function wordings(
  a: Meaning,
  b: Meaning,
  split: Split,
  [one, two]: Square["standards"],
  draws: Random,
): readonly (readonly Question[])[] {
  const contexts = draws.shuffle(pairContexts[split]).slice(0, 1 + draws.integer(2));
  const years = String(2 + draws.integer(8));
  const places = [
    [a, one],
    [b, one],
    [a, two],
    [b, two],
  ] as const;
  return places.map(([meaning, standard]) =>
    Array.from({ length: 9 }, () =>
      wordQuestion(meaning, split, standard, draws.pick(contexts), years, draws),
    ),
  );
}

const alike = (one: Question, two: Question): boolean =>
  one.template === two.template && one.context === two.context;

/** Undefined if two questions of one meaning came out the same. */
function pickSquare(words: readonly (readonly Question[])[], draws: Random): Worded | undefined {
  const [a1, b1, a2, b2] = words.map((choices) => draws.pick(choices)) as [
    Question,
    Question,
    Question,
    Question,
  ];
  if (alike(a1, a2) || alike(b1, b2)) return undefined;
  return [
    [a1, a2, true],
    [b1, b2, true],
    [a1, b2, false],
    [b1, a2, false],
  ];
}

function wordQuestion(
  { condition, relation, value, aspect }: Meaning,
  split: Split,
  standard: "nb" | "nn",
  context: Term,
  years: string,
  draws: Random,
): Question {
  const template = draws.pick(
    aspect === undefined ? openQuestions[relation][split] : valueQuestions[relation][aspect][split],
  );
  const voice = draws.pick(voicesOf(standard, false));
  const told = inVoice(context, voice).replace("{c}", condition[standard]).replace("{2-9}", years);
  const asked = inVoice(template, voice).replace("{v}", value?.[standard] ?? "");
  const text = draws.uniform() < 0.5 ? `${told} ${asked}` : `${asked} ${told}`;
  return { text, context, template, words: wordsOf(text) };
}

const wordsOf = (text: string): ReadonlySet<string> =>
  new Set(text.toLowerCase().match(/[\p{L}\d]+/gu) ?? []);

const overlapOf = (left: ReadonlySet<string>, right: ReadonlySet<string>): number => {
  let common = 0;
  for (const word of left) if (right.has(word)) common++;
  return common / (left.size + right.size - common);
};

/** Common words of two texts as a share of all their words, each word counted once. */
export const wordOverlap = (first: string, second: string): number =>
  overlapOf(wordsOf(first), wordsOf(second));

const overlaps = Array.from({ length: 14 }, (_, i) => (i + 0.5) / 15);
const differences = [0, 1, 2, 4, 6, 8, 11, 14, 18, 23, 30];
const traces = overlaps.length + differences.length + 2;

/**
 * Pairs with the same label minus pairs with the other: at or below every threshold of overlap and
 * of the difference in letters, and with the question or the context in common.
 */
function imbalanceOf(worded: Worded): Int32Array {
  const sum = new Int32Array(traces);
  for (const [first, second, same] of worded) {
    const step = same ? 1 : -1;
    const overlap = overlapOf(first.words, second.words);
    const difference = Math.abs(first.text.length - second.text.length);
    overlaps.forEach((limit, i) => (sum[i]! += overlap <= limit ? step : 0));
    differences.forEach(
      (limit, i) => (sum[overlaps.length + i]! += difference <= limit ? step : 0),
    );
    if (first.template === second.template) sum[traces - 2]! += step;
    if (first.context === second.context) sum[traces - 1]! += step;
  }
  return sum;
}

/** How much further from balance the four pairs lead, where far off counts more. */
const costOf = (step: Int32Array, balance: Int32Array): number =>
  step.reduce((cost, own, i) => cost + own * (own + 2 * balance[i]!), 0);
