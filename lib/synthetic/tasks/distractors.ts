/**
 * The wrong options of choice questions. Within each relation and split every value is a wrong option
 * three times as often as it is the right one: how often a value is offered, or right, in whichever
 * split, says nothing. Exchanges that keep this then even out, in each stratum, the rank of the right
 * option by all else that a reader without knowledge could go by.
 */

import { random, type Random } from "../../random";
import { relationNames, valueTerms } from "../generator/knowledge";
import type { Term } from "../generator/lexicon";
import { isToldIn, type Fact, type World } from "../generator/world";

const wrongOptions = 3;
/** Exchanges tried for each question; more change the ranks little. */
const exchangesPerQuestion = 100;

type Question = { readonly fact: Fact; readonly wrong: Term[] };
/** What a reader could prefer a value by. */
type Measure = (value: Term) => number;

/** Three wrong values for each fact of a world. */
export function chooseDistractors(world: World, seed: number): ReadonlyMap<Fact, readonly Term[]> {
  const measures = measuresOf(world);
  const chosen = (["train", "validation", "test"] as const).flatMap((role) => {
    const draws = random(seed, `distractors ${role}`);
    const cells = relationNames.map((relation) => {
      const facts = world.facts.filter((f) => f.role === role && f.relation === relation);
      return dealWrong(draws.shuffle(facts), valueTerms[relation], draws);
    });
    evenOut(cells, measures, draws);
    return cells.flat();
  });
  return new Map(chosen.map(({ fact, wrong }) => [fact, wrong]));
}

/** The values of the facts, dealt to three others each. */
function dealWrong(facts: readonly Fact[], values: readonly Term[], draws: Random): Question[] {
  const golds = facts.map(({ value }) => value);
  const most = Math.max(0, ...golds.map((gold) => golds.filter((each) => each === gold).length));
  if (facts.length < (wrongOptions + 1) * most) return dealAny(facts, values, draws);
  const cards = Array.from({ length: wrongOptions }, () => draws.shuffle(golds));
  const questions = facts.map((fact, i) => ({ fact, wrong: cards.map((dealt) => dealt[i]!) }));
  // Some were dealt their own value or one value twice: exchanged until none has.
  for (let bad = questions.find(hasFault); bad; bad = questions.find(hasFault)) {
    const { fact, wrong } = bad;
    const at = wrong.findIndex((value, i) => value === fact.value || wrong.indexOf(value) < i);
    const other = draws.pick(questions);
    const otherAt = draws.integer(wrongOptions);
    const before = Number(hasFault(other));
    exchange(bad, at, other, otherAt);
    if (Number(hasFault(other)) > before) exchange(bad, at, other, otherAt);
  }
  return questions;
}

/** For a world too small to be dealt: any values, none much oftener than another. */
function dealAny(facts: readonly Fact[], values: readonly Term[], draws: Random): Question[] {
  const used = new Map<Term, number>();
  return facts.map((fact) => {
    const others = draws.shuffle(values.filter((value) => value !== fact.value));
    const wrong = others
      .sort((a, b) => (used.get(a) ?? 0) - (used.get(b) ?? 0))
      .slice(0, wrongOptions);
    for (const value of wrong) used.set(value, (used.get(value) ?? 0) + 1);
    return { fact, wrong };
  });
}

const hasFault = ({ fact, wrong }: Question): boolean =>
  new Set([fact.value, ...wrong]).size < wrongOptions + 1;

function exchange(a: Question, i: number, b: Question, j: number): void {
  [a.wrong[i], b.wrong[j]] = [b.wrong[j]!, a.wrong[i]!];
}

function measuresOf(world: World): readonly Measure[] {
  const frequency = { nb: new Map<Term, number>(), nn: new Map<Term, number>() };
  const prior = new Map<Term, number>();
  const add = (to: Map<Term, number>, value: Term, times: number): void =>
    void to.set(value, (to.get(value) ?? 0) + times);
  for (const fact of world.facts) {
    if (fact.role === "train") add(prior, fact.value, 1);
    for (const standard of ["nb", "nn"] as const)
      if (isToldIn(fact, standard))
        add(frequency[standard], fact.value, fact.mentions / (fact.exposure === "both" ? 2 : 1));
  }
  const inStandard =
    (standard: "nb" | "nn"): Measure =>
    (value) =>
      frequency[standard].get(value) ?? 0;
  const [nb, nn] = [inStandard("nb"), inStandard("nn")];
  return [
    (value) => nb(value) + nn(value),
    nb,
    nn,
    (value) => prior.get(value) ?? 0,
    (value) => value.nb.length,
    (value) => value.nn.length,
  ];
}

/** What results are reported by: within each of these the ranks are evened out. */
const strataOf = ({ exposure, mentions }: Fact): readonly string[] =>
  exposure === "withheld"
    ? ["withheld"]
    : ["told", `in ${exposure}`, `${mentions} times`, `${mentions} times in ${exposure}`];

/** By measure and rank, how often the right option has had it; each is wanted equally often. */
type Stratum = { readonly ranks: readonly number[][]; questions: number };

/** Exchange wrong options within a relation for as long as the ranks become more even. */
function evenOut(
  cells: readonly (readonly Question[])[],
  measures: readonly Measure[],
  draws: Random,
): void {
  const strata = new Map<string, Stratum>();
  for (const { fact } of cells.flat())
    for (const name of strataOf(fact)) {
      const known = strata.get(name) ?? { ranks: measures.map(() => [0, 0, 0, 0]), questions: 0 };
      known.questions++;
      strata.set(name, known);
    }
  /** Count a question in, or out, and say by how much the ranks become more uneven. */
  const count = ({ fact, wrong }: Question, times: 1 | -1): number => {
    const mine = strataOf(fact).map((name) => strata.get(name)!);
    let change = 0;
    measures.forEach((measure, m) =>
      rankShares(measure(fact.value), wrong.map(measure)).forEach((share, rank) => {
        for (const { ranks, questions } of mine) {
          const off = ranks[m]![rank]! - questions / 4;
          ranks[m]![rank]! += times * share;
          change += ((off + times * share) ** 2 - off ** 2) / questions;
        }
      }),
    );
    return change;
  };
  for (const question of cells.flat()) count(question, 1);
  for (const cell of cells.filter(({ length }) => length > 1))
    for (let i = 0; i < exchangesPerQuestion * cell.length; i++) {
      const [a, b] = [draws.pick(cell), draws.pick(cell)];
      const [at, bAt] = [draws.integer(wrongOptions), draws.integer(wrongOptions)];
      if (!mayExchange(a, at, b, bAt)) continue;
      const out = count(a, -1) + count(b, -1);
      exchange(a, at, b, bAt);
      const back = count(a, 1) + count(b, 1);
      if (out + back <= 0) continue;
      count(a, -1);
      count(b, -1);
      exchange(a, at, b, bAt);
      count(a, 1);
      count(b, 1);
    }
}

/** Whether both questions still have four different options after an exchange. */
const mayExchange = (a: Question, at: number, b: Question, bAt: number): boolean =>
  a !== b &&
  ![a.fact.value, ...a.wrong].includes(b.wrong[bAt]!) &&
  ![b.fact.value, ...b.wrong].includes(a.wrong[at]!);

/** The share of each rank (0 = least) that `own` has among itself and three others. */
export function rankShares(own: number, others: readonly number[]): readonly number[] {
  const below = others.filter((other) => other < own).length;
  const tied = others.filter((other) => other === own).length;
  return [0, 1, 2, 3].map((rank) => (rank >= below && rank <= below + tied ? 1 / (tied + 1) : 0));
}
