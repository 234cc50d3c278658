/** Which condition each document of a round is about, and which facts it states. */

import { random } from "../../random";
import { isToldIn, type Fact, type World } from "./world";
import type { RelationName } from "./knowledge";
import type { Term } from "./lexicon";

export type PlannedDocument = {
  readonly standard: "nb" | "nn";
  readonly condition: Term;
  /** Facts to state, all of this condition; one may come twice. */
  readonly facts: readonly Fact[];
};

// Conditions whose every fact is withheld still get documents, so that their names are known.
const spareWeight = 4;

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
): PlannedDocument[] {
  const tellings = world.conditions.map((condition) =>
    world.facts
      .filter((fact) => fact.condition === condition && isToldIn(fact, standard))
      .flatMap((fact) => Array<Fact>(timesTold.get(fact) ?? 0).fill(fact)),
  );
  const weights = tellings.map((told) => told.length + spareWeight);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  // Systematic sampling: the expected number of documents of a condition is met to within one.
  let position = random(seed, `documents ${standard}`, round).uniform();
  let next = 0;
  return world.conditions.flatMap((condition, c) => {
    const mine: Fact[][] = [];
    position += (weights[c]! / total) * documents;
    for (; next < Math.min(documents, Math.floor(position)); next++) mine.push([]);
    if (mine.length > 0) tellings[c]!.forEach((fact, i) => mine[i % mine.length]!.push(fact));
    return mine.map((facts) => ({ standard, condition, facts }));
  });
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
