/** What the project generates, as an audit takes it. A new task is one entry in {@link generatedTasks}. */

import { generateClinical } from "../generator/generator";
import { createWorld, type World } from "../generator/world";
import { generateChoices } from "../tasks/choice";
import { generateEntities } from "../tasks/entities";
import type { AuditInput } from "./audit";
import { choiceTask, entitiesTask, type AuditTask } from "./example";

/** Examples of tasks that are not about the world's facts. */
const casesOfTask = 1000;

/** Every generated task about a world. */
export function generatedTasks(world: World): readonly AuditTask[] {
  const { seed } = world;
  return [
    choiceTask(generateChoices(world, seed)),
    entitiesTask(generateEntities({ documents: casesOfTask, seed })),
  ];
}

/**
 * The world of a seed with its tasks, its corpus and the control corpus.
 *
 * @param o.documents - documents of each corpus
 * @defaultValue one round, which tells every fact
 */
export function generatedInput(o: {
  readonly seed: number;
  readonly documents?: number;
  readonly nynorskShare?: number;
}): AuditInput {
  const { seed, nynorskShare = 0.5 } = o;
  const world = createWorld(seed);
  const documents = o.documents ?? world.roundDocuments;
  const corpus = { world, documents, seed, nynorskShare };
  return {
    world,
    seed,
    tasks: generatedTasks(world),
    corpus: generateClinical(corpus),
    control: generateClinical({ ...corpus, facts: "shuffled" }),
    nynorskShare,
  };
}
