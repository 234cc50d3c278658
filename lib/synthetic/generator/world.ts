/**
 * A small world of invented clinical facts: which value belongs to which condition under which
 * relation. Some facts are told in both written standards, some in one, some never (withheld), so
 * that a gain on withheld questions shows style or shortcuts and a gain on exposed ones knowledge.
 *
 * Exposure, role and mentions come from independent draws keyed by the fact's id. Values are dealt
 * so that within each relation and role every value is the right answer about equally often:
 * having been right in training then says nothing about the test.
 */

import { InputError } from "../../errors";
import { random } from "../../random";
import { conditionTerms, relationNames, valueTerms, type RelationName } from "./knowledge";
import type { Term } from "./lexicon";

export type { RelationName, Term };

export const exposures = ["both", "nb", "nn", "withheld"] as const;
export type Exposure = (typeof exposures)[number];
export type Role = "train" | "validation" | "test";

export type Fact = {
  /** `condition|relation|value`, in bokmål. */
  readonly id: string;
  readonly condition: Term;
  readonly relation: RelationName;
  readonly value: Term;
  /** The written standards that the corpus states the fact in. */
  readonly exposure: Exposure;
  readonly role: Role;
  /** How often one round of the corpus states the fact, were it not withheld. */
  readonly mentions: 3 | 10 | 30;
};

export type World = {
  readonly seed: number;
  readonly facts: readonly Fact[];
  /** The conditions in use. */
  readonly conditions: readonly Term[];
  /**
   * Documents in one round. Every round states each exposed fact `mentions` times, about three facts
   * in a hundred words; a corpus of n documents has n / roundDocuments rounds.
   */
  readonly roundDocuments: number;
};

/** As many as the types of documents take: see `facts` in clinical/documentTypes.ts. */
const factsPerDocument = 4.1;
const roles: readonly Role[] = ["train", "validation", "test"];

/**
 * @param size.conditions - how many conditions
 * @defaultValue 60 conditions, five relations each
 * @throws InputError if there are not as many conditions as asked for
 */
export function createWorld(seed: number, size: { readonly conditions?: number } = {}): World {
  const count = size.conditions ?? 60;
  if (!Number.isInteger(count) || count < 1 || count > conditionTerms.length)
    throw new InputError(
      `world: conditions must be 1 to ${conditionTerms.length}, got ${count}; choose a number in that range`,
    );
  const conditions = random(seed, "world conditions").shuffle(conditionTerms).slice(0, count);
  const facts = relationNames.flatMap((relation, r) => {
    const hands = roles.map((_, role) => deck(seed, r * roles.length + role, valueTerms[relation]));
    return conditions.map((condition): Fact => {
      const key = `${condition.nb}|${relation}`;
      const role = drawRole(seed, key);
      const value = hands[roles.indexOf(role)]!();
      return {
        id: `${key}|${value.nb}`,
        condition,
        relation,
        value,
        role,
        exposure: drawExposure(seed, key),
        mentions: random(seed, `mentions ${key}`).pick([3, 10, 30] as const),
      };
    });
  });
  const mentions = facts.reduce((sum, f) => sum + (f.exposure === "withheld" ? 0 : f.mentions), 0);
  return {
    seed,
    facts,
    conditions,
    roundDocuments: Math.max(1, Math.round(mentions / factsPerDocument)),
  };
}

/** Deals shuffled values, all of them before any comes again. */
function deck(seed: number, index: number, values: readonly Term[]): () => Term {
  let dealt = 0;
  let cards: readonly Term[] = [];
  return () => {
    const position = dealt % values.length;
    if (position === 0)
      cards = random(seed, "world values", Math.floor(dealt / values.length), index).shuffle(
        values,
      );
    dealt++;
    return cards[position]!;
  };
}

function drawRole(seed: number, key: string): Role {
  const u = random(seed, `role ${key}`).uniform();
  return u < 0.45 ? "train" : u < 0.6 ? "validation" : "test";
}

function drawExposure(seed: number, key: string): Exposure {
  const u = random(seed, `exposure ${key}`).uniform();
  return u < 0.35 ? "withheld" : u < 0.75 ? "both" : u < 0.875 ? "nb" : "nn";
}

/** Whether the corpus states the fact in a written standard. */
export function isToldIn(fact: Fact, standard: "nb" | "nn"): boolean {
  return fact.exposure === "both" || fact.exposure === standard;
}

/** Every surface form of a condition or value, in both written standards, each once. */
export function worldTerms(world: World): readonly string[] {
  const used = [
    ...world.conditions,
    ...relationNames.flatMap((relation): readonly Term[] => valueTerms[relation]),
  ];
  return [...new Set(used.flatMap((term) => [term.nb, term.nn]))];
}
