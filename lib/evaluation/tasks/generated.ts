/**
 * The two tasks that need no file: questions about the facts of an invented world, and short notes
 * with invented identifiers. The seed makes the world, so pretraining text for these questions must
 * be generated from the world of the same seed.
 */

import { sha256 } from "../../files";
import { phiLabels } from "../../corpus/document";
import { generateChoices } from "../../synthetic/tasks/choice";
import { generateEntities } from "../../synthetic/tasks/entities";
import { taskVersions } from "../../synthetic/tasks/taskFiles";
import { createWorld } from "../../synthetic/generator/world";
import { ofSplit } from "../task";
import { splits } from "../../corpus/examples";
import type { ChoiceTask, EntityTask, LoadedExamples } from "../task";
import type { Split } from "../../corpus/examples";

/** Enough for an effect in minutes on two cores. */
const entityDocuments = 400;

const facts = {
  licence: "Apache-2.0",
  shareable: true,
  writtenStandards: ["nb", "nn"],
  dataHashes: {},
} as const;

export const generatedChoice: ChoiceTask = {
  ...facts,
  version: taskVersions.choice,
  kind: "choice",
  name: "generatedChoice",
  card: "data-cards/generated-choice.md",
  source: "generated text: questions about the facts of an invented world, one world a seed",
  metric: "accuracy",
  labels: ["1", "2", "3", "4"],
  load: async ({ seed }) => {
    // Notes are about conditions, so facts of one condition are learnt together: the unit to
    // resample is the condition, not the fact. The generator has split by fact already.
    const examples = generateChoices(createWorld(seed), seed).map((example) => ({
      ...example,
      group: example.group.split("|")[0]!,
    }));
    return withHashes(examples);
  },
};

export const generatedEntities: EntityTask = {
  ...facts,
  version: taskVersions.entities,
  kind: "entities",
  name: "generatedEntities",
  card: "data-cards/generated-entities.md",
  source: "generated text: notes with invented identifiers",
  metric: "entityMicroF1",
  labels: phiLabels,
  load: async ({ seed }) => withHashes(generateEntities({ documents: entityDocuments, seed })),
};

function withHashes<E extends { readonly split: Split }>(
  examples: readonly E[],
): LoadedExamples<E> {
  return {
    examples,
    skipped: {},
    hashes: Object.fromEntries(
      splits.map((split) => [split, sha256(JSON.stringify(ofSplit(examples, split)))]),
    ),
  };
}
