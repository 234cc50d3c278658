/** Examples that tasks are made of. */

import type { PhiSpan, WrittenStandard } from "./document";

/** A question with four options, asked as a cloze or as question–option pairs. */
export type ChoiceExample = {
  readonly id: string;
  /** Examples of one group are never split apart and are resampled together. */
  readonly group: string;
  readonly split: "train" | "validation" | "test";
  readonly writtenStandard: WrittenStandard;
  readonly question: string;
  /** A text with exactly one `{answer}`. */
  readonly cloze: string;
  /** Four options. */
  readonly options: readonly string[];
  /** Index of the right option. */
  readonly answer: number;
  readonly stratum: string;
};

/** A text with the spans a model should find. */
export type EntityExample = {
  readonly id: string;
  /** Examples of one group are never split apart and are resampled together. */
  readonly group: string;
  readonly split: "train" | "validation" | "test";
  readonly writtenStandard: WrittenStandard;
  readonly text: string;
  readonly spans: readonly PhiSpan[];
};
