/**
 * A task is facts: what is asked, of which data, under which licence, scored how. Changing the
 * data, the labels or the metric raises `version`; results are stored under `name@version`.
 */

import type { WrittenStandard } from "../corpus/document";
import type { ChoiceExample } from "../synthetic/tasks/choice";
import type { EntityExample } from "../synthetic/tasks/entities";

export type Split = "train" | "validation" | "test";
export const splits = ["train", "validation", "test"] as const satisfies readonly Split[];

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

export type EntityTask = TaskFacts & {
  readonly kind: "entities";
  readonly metric: "entityMicroF1";
  readonly labels: readonly string[];
  readonly load: (source: TaskSource) => Promise<LoadedExamples<EntityExample>>;
};

export type ChoiceTask = TaskFacts & {
  readonly kind: "choice";
  readonly metric: "accuracy";
  /** Names of the option positions. */
  readonly labels: readonly string[];
  readonly load: (source: TaskSource) => Promise<LoadedExamples<ChoiceExample>>;
};

export type Task = EntityTask | ChoiceTask;

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
