/** What the project generates, as an audit takes it. A new task is one entry in {@link generatedTasks}. */

import { generateClinical } from "../generator/generator";
import { createWorld, type World } from "../generator/world";
import { generateCalls } from "../tasks/calls";
import { generateChoices } from "../tasks/choice";
import { generateEntities } from "../tasks/entities";
import { generateIncidents } from "../tasks/incidents";
import { generatePairs } from "../tasks/pairs";
import { taskSizes } from "../tasks/taskFiles";
import type { AuditInput } from "./audit";
import {
  callsTask,
  choiceTask,
  entitiesTask,
  incidentsTask,
  pairsTask,
  type AuditTask,
} from "./example";

/** Every generated task about a world. */
export function generatedTasks(
  world: World,
  sizes: { readonly documents: number; readonly calls: number; readonly incidents: number },
): readonly AuditTask[] {
  const { seed } = world;
  const { documents, calls, incidents } = sizes;
  return [
    choiceTask(generateChoices(world, seed)),
    pairsTask(generatePairs(world, seed)),
    entitiesTask(generateEntities({ documents, seed })),
    callsTask(generateCalls({ calls, seed })),
    incidentsTask(generateIncidents({ incidents, seed })),
  ];
}

/**
 * The world of a seed with its tasks in the sizes that are written to files, its corpus and the control corpus.
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
    tasks: generatedTasks(world, taskSizes),
    corpus: generateClinical(corpus),
    control: generateClinical({ ...corpus, facts: "shuffled" }),
    nynorskShare,
  };
}
