/** Examples of tasks, generated or from published files, and how a set of them is divided. */

import type { PhiSpan, WrittenStandard } from "./document";

export type Split = "train" | "validation" | "test";
export const splits = ["train", "validation", "test"] as const satisfies readonly Split[];

/** A four-option question about one fact, also as a sentence to complete. */
export type ChoiceExample = {
  readonly id: string;
  /** The fact; both written standards of it share the group, and so the split. */
  readonly group: string;
  readonly split: Split;
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

/** A note with the spans that identify a person. */
export type EntityExample = {
  readonly id: string;
  readonly group: string;
  readonly split: Split;
  readonly writtenStandard: WrittenStandard;
  readonly text: string;
  readonly spans: readonly PhiSpan[];
};
