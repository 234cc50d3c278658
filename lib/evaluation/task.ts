/**
 * A task is facts: what is asked, of which data, under which licence, scored how. Changing the
 * data, the labels or the metric raises `version`; results are stored under `name@version`.
 */

import type { PhiSpan, WrittenStandard } from "../corpus/document";
import type { ChoiceExample, EntityExample, Split } from "../corpus/examples";

/** What is asked, answered and measured, by kind of task; `kinds.ts` says how each is asked and scored. */
export type Kinds = {
  readonly entities: {
    readonly example: EntityExample;
    /** The spans found in a text. */
    readonly answer: readonly PhiSpan[];
    readonly metric: "entityMicroF1";
  };
  readonly choice: {
    readonly example: ChoiceExample;
    /** Index of the option chosen. */
    readonly answer: number;
    readonly metric: "accuracy";
  };
};
export type KindName = keyof Kinds;
export type ExampleOf<K extends KindName> = Kinds[K]["example"];
export type AnswerOf<K extends KindName> = Kinds[K]["answer"];

/** Answers to examples, in their order. It must not read the answers that they hold. */
export type Predictor<K extends KindName> = (
  examples: readonly ExampleOf<K>[],
) => Promise<readonly AnswerOf<K>[]>;

/** Where a task's data comes from. A generated task uses `seed`, a real one `data`. */
export type TaskSource = {
  /** Seed of the generated world: another seed, other facts, names and notes. */
  readonly seed: number;
  /** Folder that holds the real data sets, one folder each, such as `nor-deid/`. */
  readonly data?: string | undefined;
};

export type LoadedExamples<E> = {
  readonly examples: readonly E[];
  /** Number of items set aside, by reason. */
  readonly skipped: Readonly<Record<string, number>>;
  /** SHA-256 of each file read, or of each generated split. */
  readonly hashes: Readonly<Record<string, string>>;
};

type TaskFacts = {
  readonly name: string;
  readonly version: number;
  /** Path of the data card. */
  readonly card: string;
  readonly licence: string;
  /** Whether predictions with their ids may be written to results. */
  readonly shareable: boolean;
  readonly writtenStandards: readonly WrittenStandard[];
  /** What a table says of the source, e.g. `"generated text"`. */
  readonly source: string;
  /** SHA-256 of the published files; empty where the data is generated. */
  readonly dataHashes: Readonly<Record<string, string>>;
};

export type TaskOf<K extends KindName> = TaskFacts & {
  readonly kind: K;
  readonly metric: Kinds[K]["metric"];
  /** What is scored one by one: the labels of spans, the positions of options. */
  readonly labels: readonly string[];
  readonly load: (source: TaskSource) => Promise<LoadedExamples<ExampleOf<K>>>;
};
export type EntityTask = TaskOf<"entities">;
export type ChoiceTask = TaskOf<"choice">;
export type Task = { readonly [K in KindName]: TaskOf<K> }[KindName];

/** Examples of one split, in the order loaded. */
export function ofSplit<E extends { readonly split: Split }>(
  examples: readonly E[],
  split: Split,
): E[] {
  return examples.filter((example) => example.split === split);
}

/** A counter of reasons for which items are set aside. */
export function countReason(skipped: Record<string, number>, reason: string): void {
  skipped[reason] = (skipped[reason] ?? 0) + 1;
}
