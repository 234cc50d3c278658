/** Which condition and type each document of a round has, and which facts it states. */

import { random, type Random } from "../../random";
import { profileOf } from "./clinical/conditions";
import { clinicalDocumentTypes, type DocumentType } from "./clinical/documentTypes";
import type { RelationName } from "./knowledge";
import type { Term } from "./lexicon";
import type { Who } from "./people";
import { isToldIn, type Fact, type World } from "./world";

export type PlannedDocument = {
  readonly standard: "nb" | "nn";
  readonly type: DocumentType;
  /** How long it is beside others of its type: 1 is common. */
  readonly fullness: number;
  /** What it is about. */
  readonly condition: Term;
  /** Facts to state, of this condition and of others that the patient has besides. */
  readonly facts: readonly Fact[];
  /** Whom it can be about. */
  readonly who: Who;
};

/** A document to which facts are still dealt. */
type Draft = Omit<PlannedDocument, "facts" | "who"> & {
  /** Facts it has room for. */
  readonly room: number;
  readonly facts: Fact[];
  readonly conditions: Set<Term>;
  who: Who;
};

// Conditions whose every fact is withheld still get documents, so that their names are known.
const spareWeight = 1;
/** Other conditions that a patient has at most. */
const mostOthers = 4;
/** Facts that a document takes at most beyond its room. */
const mostCrowded = 2;

/**
 * Plan one round. A full round with half of the documents in each standard states each exposed
 * fact exactly `mentions` times; a part of a round states its share.
 *
 * @param documents - documents in this round, at most `world.roundDocuments`
 * @param nynorskShare - share of them in nynorsk; facts told in one standard only get fewer
 *   mentions where that standard has less than half
 */
export function planRound(
  world: World,
  seed: number,
  round: number,
  documents: number,
  nynorskShare: number,
): readonly PlannedDocument[] {
  const scale = documents / world.roundDocuments;
  const nynorsk = Math.floor(
    documents * nynorskShare + random(seed, "nynorsk documents", round).uniform(),
  );
  const counts = { nb: documents - nynorsk, nn: nynorsk };
  const timesTold = { nb: new Map<Fact, number>(), nn: new Map<Fact, number>() };
  world.facts.forEach((fact, i) => {
    const draws = random(seed, "mentions", round, i);
    const share = (standard: "nb" | "nn"): number =>
      standard === "nn" ? nynorskShare : 1 - nynorskShare;
    if (fact.exposure === "both") {
      const total = Math.floor(fact.mentions * scale + draws.uniform());
      const nb = Math.floor(total * share("nb") + draws.uniform());
      timesTold.nb.set(fact, nb);
      timesTold.nn.set(fact, total - nb);
    } else if (fact.exposure !== "withheld") {
      const expected = fact.mentions * scale * Math.min(1, 2 * share(fact.exposure));
      timesTold[fact.exposure].set(fact, Math.floor(expected + draws.uniform()));
    }
  });
  const planned = (["nb", "nn"] as const).flatMap((standard) =>
    planStandard(world, seed, round, standard, counts[standard], timesTold[standard]),
  );
  return random(seed, "document order", round).shuffle(planned);
}

/** Deal the documents of one standard to conditions by what they have to tell, then the facts. */
function planStandard(
  world: World,
  seed: number,
  round: number,
  standard: "nb" | "nn",
  documents: number,
  timesTold: ReadonlyMap<Fact, number>,
): readonly PlannedDocument[] {
  const draws = random(seed, `documents ${standard}`, round);
  const mostTold = world.conditions.map((condition) =>
    Math.max(
      ...world.facts.filter((f) => f.condition === condition).map((f) => timesTold.get(f) ?? 0),
    ),
  );
  // Some conditions are told of in documents of their own only, and need more of them.
  const weights = world.conditions.map(
    (condition, c) => mostTold[c]! * (mayAccompany(condition) ? 1 : 5) + spareWeight,
  );
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  // One for each condition that has something to tell, if there are enough; the rest by weight.
  const tellers = mostTold.filter((most) => most > 0).length;
  const first = documents >= tellers ? 1 : 0;
  const rest = documents - first * tellers;
  // Systematic sampling: the expected number of documents of a condition is met to within one.
  let position = draws.uniform();
  let next = 0;
  const drafts = world.conditions.flatMap((condition, c) => {
    const mine: Draft[] = [];
    if (first === 1 && mostTold[c]! > 0) mine.push(draft(draws, standard, condition));
    position += (weights[c]! / total) * rest;
    for (; next < Math.min(rest, Math.floor(position)); next++)
      mine.push(draft(draws, standard, condition));
    return mine;
  });
  dealFacts(world, standard, drafts, timesTold, draws);
  return drafts;
}

/** Whether a condition may be told of in notes about another one. */
function mayAccompany(condition: Term): boolean {
  const { course, accompanies } = profileOf(condition.nb);
  return course === "lasting" || accompanies === true;
}

function draft(draws: Random, standard: "nb" | "nn", condition: Term): Draft {
  const profile = profileOf(condition.nb);
  const types = clinicalDocumentTypes.filter((type) => type.fits(profile));
  let left = draws.uniform() * types.reduce((sum, type) => sum + type.weight, 0);
  const type = types.find((each) => (left -= each.weight) < 0) ?? types[0]!;
  // Most notes are of common length, a few are very long.
  const fullness = Math.min(2.6, Math.max(0.5, Math.exp(0.4 * draws.normal())));
  return {
    standard,
    type,
    fullness,
    condition,
    room: Math.max(1, Math.round(type.facts * fullness)),
    facts: [],
    conditions: new Set([condition]),
    who: profile,
  };
}

/**
 * Every telling gets a document: one about its condition that does not state the fact yet, else one
 * about a patient who may have the condition besides, else the own document that states it least.
 */
function dealFacts(
  world: World,
  standard: "nb" | "nn",
  drafts: readonly Draft[],
  timesTold: ReadonlyMap<Fact, number>,
  draws: Random,
): void {
  const truths = truthsOf(world);
  const about = new Map<Term, Draft[]>();
  for (const each of drafts)
    about.set(each.condition, [...(about.get(each.condition) ?? []), each]);
  const left: Fact[] = [];
  for (const [fact, times] of [...timesTold].sort((a, b) => b[1] - a[1])) {
    const own = draws
      .shuffle(about.get(fact.condition) ?? [])
      .sort((a, b) => freeRoom(b) - freeRoom(a))
      .filter((each) => freeRoom(each) > 0 && takes(each, fact, true));
    own.slice(0, times).forEach((each) => each.facts.push(fact));
    for (let i = own.length; i < times; i++) left.push(fact);
  }
  const others = drafts.filter((each) => each.type.sections.some((s) => s.others.length > 0));
  const having = new Map<Term, Draft[]>();
  for (const fact of draws.shuffle(left)) {
    const own = about.get(fact.condition) ?? [];
    const known = having.get(fact.condition) ?? [];
    const suits = (each: Draft, room: number): boolean =>
      room > 0 && takes(each, fact, false) && mayHave(each, fact, standard, truths);
    const free = (each: Draft): boolean => suits(each, freeRoom(each));
    // Rather a few more than there is room for than the same twice.
    const crowded = (each: Draft): boolean => suits(each, freeRoom(each) + mostCrowded);
    const host = mayAccompany(fact.condition)
      ? (known.find(free) ?? firstFrom(others, draws, free) ?? firstFrom(others, draws, crowded))
      : undefined;
    if (host !== undefined) {
      host.facts.push(fact);
      if (host.conditions.has(fact.condition)) continue;
      host.conditions.add(fact.condition);
      host.who = meeting(host.who, profileOf(fact.condition.nb))!;
      having.set(fact.condition, [...known, host]);
      continue;
    }
    const times = (each: Draft): number => each.facts.filter((told) => told === fact).length;
    const crowding = (each: Draft): number => 3 * times(each) - freeRoom(each);
    const least = draws
      .shuffle(own)
      .filter(
        (each) =>
          each.type.sections.some((s) => s.relations.includes(fact.relation)) &&
          isOpenTo(each, fact.relation, standard, truths),
      )
      .sort((a, b) => crowding(a) - crowding(b))[0];
    least?.facts.push(fact);
  }
}

const freeRoom = (each: Draft): number => each.room - each.facts.length;

/** Whether a document has a section for a fact that it does not state yet. */
const takes = (each: Draft, fact: Fact, own: boolean): boolean =>
  !each.facts.includes(fact) &&
  each.type.sections.some((s) => (own ? s.relations : s.others).includes(fact.relation));

/** The first that suits, from a random place on. */
function firstFrom(
  drafts: readonly Draft[],
  draws: Random,
  suits: (each: Draft) => boolean,
): Draft | undefined {
  const start = draws.integer(Math.max(1, drafts.length));
  for (let i = 0; i < drafts.length; i++) {
    const each = drafts[(start + i) % drafts.length]!;
    if (suits(each)) return each;
  }
  return undefined;
}

/** The fact of a condition under a relation. */
type Truths = ReadonlyMap<Term, ReadonlyMap<RelationName, Fact>>;

function truthsOf(world: World): Truths {
  const truths = new Map<Term, Map<RelationName, Fact>>();
  for (const fact of world.facts) {
    const mine = truths.get(fact.condition) ?? new Map<RelationName, Fact>();
    mine.set(fact.relation, fact);
    truths.set(fact.condition, mine);
  }
  return truths;
}

/**
 * Whether the patient of a document may have the condition of a fact as well: by sex and age, and
 * without a condition coming together with values of a relation whose own value it is kept from.
 * Where it stood beside the others only, absence would tell which value is its own.
 */
function mayHave(each: Draft, fact: Fact, standard: "nb" | "nn", truths: Truths): boolean {
  const { condition, relation } = fact;
  if (condition === each.condition) return false;
  if (!each.conditions.has(condition)) {
    if (each.conditions.size > mostOthers) return false;
    if (meeting(each.who, profileOf(condition.nb)) === undefined) return false;
  }
  return (
    isOpenTo(each, relation, standard, truths) &&
    each.facts.every((told) => isTold(condition, told.relation, standard, truths))
  );
}

/** Whether the standard may tell what all conditions of a document have under a relation. */
const isOpenTo = (
  each: Draft,
  relation: RelationName,
  standard: "nb" | "nn",
  truths: Truths,
): boolean => [...each.conditions].every((c) => isTold(c, relation, standard, truths));

const isTold = (
  condition: Term,
  relation: RelationName,
  standard: "nb" | "nn",
  truths: Truths,
): boolean => isToldIn(truths.get(condition)!.get(relation)!, standard);

/** Whom both descriptions allow. */
function meeting(a: Who, b: Who): Who | undefined {
  if (a.sex !== undefined && b.sex !== undefined && a.sex !== b.sex) return undefined;
  const ages = [Math.max(a.ages[0], b.ages[0]), Math.min(a.ages[1], b.ages[1])] as const;
  if (ages[1] - ages[0] < 6) return undefined;
  return { sex: a.sex ?? b.sex, ages };
}

/**
 * The same plan with facts broken: within each relation the tellings exchange their values at random,
 * over both standards. Every condition and every value is named as often as before, and a condition
 * stands with its own value as often as with any other that is as frequent. Were its own avoided, the
 * control would teach which value is wrong, and a model trained on it would be below chance.
 */
export function shuffleFacts(
  planned: readonly PlannedDocument[],
  seed: number,
  round: number,
): readonly PlannedDocument[] {
  const values = new Map<RelationName, Term[]>();
  for (const { relation, value } of planned.flatMap(({ facts }) => facts))
    values.set(relation, [...(values.get(relation) ?? []), value]);
  for (const [relation, told] of values)
    values.set(relation, random(seed, `shuffled facts ${relation}`, round).shuffle(told));
  return planned.map((document) => ({
    ...document,
    facts: document.facts.map((fact) => ({ ...fact, value: values.get(fact.relation)!.pop()! })),
  }));
}
