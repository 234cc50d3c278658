/** Four-option questions about the facts of an invented world. */

import { random, type Random } from "../../random";
import { relationNames, valueTerms, type RelationName } from "../generator/knowledge";
import type { Term } from "../generator/lexicon";
import type { WrittenStandard } from "../document";
import type { Fact, World } from "../generator/world";
import { questionTemplates } from "./choiceTemplates";

/** A four-option question about one fact, also as a sentence to complete. */
export type ChoiceExample = {
  readonly id: string;
  /** The fact; both written standards of it share the group, and so the split. */
  readonly group: string;
  readonly split: "train" | "validation" | "test";
  readonly writtenStandard: WrittenStandard;
  readonly question: string;
  /** The question as a statement with exactly one `{answer}`. */
  readonly cloze: string;
  readonly options: readonly string[];
  /** Index of the right option. */
  readonly answer: number;
  /** In which written standards the corpus states the fact: `both`, `nb`, `nn` or `withheld`. */
  readonly stratum: string;
};

/** A value as an option, with what a reader without knowledge could go by. */
type Candidate = {
  readonly value: Term;
  /** Times one round of the corpus states it, for any condition. */
  readonly frequency: number;
  /** Training questions it is the answer of. */
  readonly right: number;
  /** Training questions, dealt with so far, that it is a wrong option of. */
  wrong: number;
};

/**
 * Both written standards of every fact. Options are chosen so that none of these shortcuts beats
 * chance: within each split and stratum the right option is equally often the first to the last by
 * corpus frequency, by length, and by how often it was right and how often wrong in training; its
 * position is balanced too. In training every value is wrong about three times as often as right.
 */
export function generateChoices(world: World, seed: number): ChoiceExample[] {
  const balance = shortcutBalance();
  const candidates = candidatesOf(world);
  const shuffled = random(seed, "choice order").shuffle(world.facts);
  // The most and the least frequent answers can hold fewest ranks, so they choose first.
  const extremity = (fact: Fact): number => {
    const all = candidates(fact.relation);
    const own = all.find((c) => c.value === fact.value)!;
    const below = all.filter((c) => c.frequency < own.frequency).length;
    return Math.abs(below - all.length / 2);
  };
  const inOrder = shuffled.sort((a, b) => extremity(b) - extremity(a));
  const optionsOf = new Map<Fact, readonly Term[]>();
  // Training comes first: the others look at which options were wrong there.
  for (const role of ["train", "validation", "test"] as const)
    for (const fact of inOrder.filter((each) => each.role === role)) {
      const draws = random(seed, `options ${fact.id}`);
      const distractors = chooseDistractors(fact, candidates(fact.relation), balance, draws);
      const positions = balance(`${role} ${fact.exposure} position`);
      const least = Math.min(...positions);
      const position = draws.pick([0, 1, 2, 3].filter((place) => positions[place] === least));
      positions[position]! += 1;
      optionsOf.set(fact, [
        ...distractors.slice(0, position),
        fact.value,
        ...distractors.slice(position),
      ]);
    }
  return world.facts.flatMap((fact) => {
    const options = optionsOf.get(fact)!;
    const templates = questionTemplates[fact.relation][fact.role];
    return (["nb", "nn"] as const).map((standard): ChoiceExample => {
      const name = fact.condition[standard];
      return {
        id: `choice-${world.seed}-${fact.id}-${standard}`,
        group: fact.id,
        split: fact.role,
        writtenStandard: standard,
        question: capital(templates.question[standard].replace("{c}", name)),
        cloze: capital(templates.cloze[standard].replace("{c}", name)),
        options: options.map((value) => value[standard]),
        answer: options.indexOf(fact.value),
        stratum: fact.exposure,
      };
    });
  });
}

function capital(text: string): string {
  return text[0]!.toUpperCase() + text.slice(1);
}

function candidatesOf(world: World): (relation: RelationName) => readonly Candidate[] {
  const known = new Map<RelationName, readonly Candidate[]>();
  for (const relation of relationNames) {
    const facts = world.facts.filter((fact) => fact.relation === relation);
    const list = valueTerms[relation].map((value: Term): Candidate => {
      const mine = facts.filter((fact) => fact.value === value);
      const told = mine.filter((fact) => fact.exposure !== "withheld");
      return {
        value,
        frequency: told.reduce((sum, fact) => sum + fact.mentions, 0),
        right: mine.filter((fact) => fact.role === "train").length,
        wrong: 0,
      };
    });
    known.set(relation, list);
  }
  return (relation) => known.get(relation)!;
}

/** For each name, how often the right option has had rank 0 to 3 so far. */
type Balance = (name: string) => number[];

function shortcutBalance(): Balance {
  const counts = new Map<string, number[]>();
  return (name) => {
    const known = counts.get(name) ?? [0, 0, 0, 0];
    counts.set(name, known);
    return known;
  };
}

const shortcuts = {
  frequency: (candidate: Candidate) => candidate.frequency,
  length: (candidate: Candidate) => candidate.value.nb.length,
  right: (candidate: Candidate) => candidate.right,
} as const;

/** What training taught about a value as an option; not known while training is dealt with. */
const learnt = {
  wrong: (candidate: Candidate) => candidate.wrong,
  share: (candidate: Candidate) =>
    (candidate.right + 0.25) / (candidate.right + candidate.wrong + 1),
} as const;

/**
 * The three wrong values that best even out the ranks of the right one, in random order. Where a
 * shortcut ties, the right option has each of the tied ranks in part.
 */
function chooseDistractors(
  fact: Fact,
  candidates: readonly Candidate[],
  balance: Balance,
  draws: Random,
): readonly Term[] {
  const gold = candidates.find((candidate) => candidate.value === fact.value)!;
  const others = draws.shuffle(candidates.filter((candidate) => candidate !== gold));
  const isTraining = fact.role === "train";
  const counted = Object.entries(isTraining ? shortcuts : { ...shortcuts, ...learnt }).map(
    ([name, measure]) => ({ measure, counts: balance(`${fact.role} ${fact.exposure} ${name}`) }),
  );
  // In training a value that was wrong too seldom for how often it is right comes first.
  const spent = (candidate: Candidate): number => candidate.wrong - 3 * candidate.right;
  const leastSpent = Math.min(...others.map(spent));
  const cost = (wrong: readonly Candidate[]): number => {
    const unbalanced = counted.reduce((sum, { measure, counts }) => {
      const shares = rankShares(measure(gold), wrong.map(measure));
      const least = Math.min(...counts);
      return sum + shares.reduce((s, share, rank) => s + share * (counts[rank]! - least), 0);
    }, 0);
    if (!isTraining) return unbalanced;
    return unbalanced + wrong.reduce((sum, each) => sum + (spent(each) - leastSpent) / 2, 0);
  };
  let best: readonly Candidate[] = others.slice(0, 3);
  let bestCost = Infinity;
  for (let i = 0; i < others.length; i++)
    for (let j = i + 1; j < others.length; j++)
      for (let k = j + 1; k < others.length && bestCost > 0; k++) {
        const wrong = [others[i]!, others[j]!, others[k]!];
        const wrongCost = cost(wrong);
        if (wrongCost < bestCost) [best, bestCost] = [wrong, wrongCost];
      }
  for (const { measure, counts } of counted)
    rankShares(measure(gold), best.map(measure)).forEach((share, rank) => (counts[rank]! += share));
  if (isTraining) for (const candidate of best) candidate.wrong += 1;
  return best.map((candidate) => candidate.value);
}

/** The share of each rank (0 = least) that `own` has among itself and three others. */
export function rankShares(own: number, others: readonly number[]): readonly number[] {
  const below = others.filter((other) => other < own).length;
  const tied = others.filter((other) => other === own).length;
  return [0, 1, 2, 3].map((rank) => (rank >= below && rank <= below + tied ? 1 / (tied + 1) : 0));
}
