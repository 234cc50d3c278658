/** Small tasks of the tests' own. */

import type { ChoiceTask, EntityTask, LoadedExamples } from "../../lib/evaluation/task";
import type { PhiSpan } from "../../lib/corpus/document";
import type { ChoiceExample } from "../../lib/corpus/examples";
import type { EntityExample } from "../../lib/corpus/examples";

const facts = {
  version: 1,
  card: "none",
  licence: "none",
  writtenStandards: ["nb", "nn"],
  source: "generated text",
  dataHashes: {},
} as const;

export const entityTask: EntityTask = {
  ...facts,
  kind: "entities",
  name: "names",
  shareable: true,
  metric: "entityMicroF1",
  labels: ["First_Name", "Age"],
  load: () => Promise.reject(new Error("not loaded in tests")),
};

export const choiceTask: ChoiceTask = {
  ...facts,
  kind: "choice",
  name: "facts",
  shareable: true,
  metric: "accuracy",
  labels: ["1", "2", "3", "4"],
  load: () => Promise.reject(new Error("not loaded in tests")),
};

export function loaded<E>(examples: readonly E[], hash = "h"): LoadedExamples<E> {
  return { examples, skipped: {}, hashes: { file: hash } };
}

/** A document whose spans are given by the words they cover. */
export function entityExample(
  id: string,
  text: string,
  spans: Readonly<Record<string, PhiSpan["label"]>>,
  over: Partial<EntityExample> = {},
): EntityExample {
  return {
    id,
    group: id,
    split: "test",
    writtenStandard: "nb",
    text,
    spans: Object.entries(spans).map(([piece, label]) => {
      const start = text.indexOf(piece);
      return { start, end: start + piece.length, label };
    }),
    ...over,
  };
}

export function choiceExample(
  id: string,
  answer: number,
  over: Partial<ChoiceExample> = {},
): ChoiceExample {
  return {
    id,
    group: id,
    split: "test",
    writtenStandard: "nb",
    question: "Hva?",
    cloze: "Det er {answer}.",
    options: ["a", "bb", "ccc", "d"],
    answer,
    stratum: "exposed",
    ...over,
  };
}
