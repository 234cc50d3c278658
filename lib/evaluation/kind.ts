/** What the harness needs to know of a kind of task. */

import type { Tokenizer } from "../tokenization/tokenizer";
import type { FinetuningProgress, FinetuningSettings, OnDrawn } from "./finetuning";
import type { ClassScores } from "./metrics";
import type { Prediction, Scoring, UnitCounts } from "./result";
import type { AnswerOf, ExampleOf, KindName, Predictor } from "./task";

/** Settings of fine-tuning, by what is fine-tuned. */
export type TaskSettings = {
  readonly entities: FinetuningSettings;
  readonly cloze: FinetuningSettings;
  readonly pairs: FinetuningSettings;
};

export type FinetuningRequest<K extends KindName> = {
  /** Hugging Face folder of the encoder. */
  readonly modelDir: string;
  readonly tokenizer: Tokenizer;
  /** Examples to train on. */
  readonly examples: readonly ExampleOf<K>[];
  readonly settings: FinetuningSettings;
  readonly seed: number;
  /** Folder that the fine-tuned model is written to, with its tokenizer and the names of its labels. */
  readonly saveTo?: string | undefined;
  readonly onDrawn?: OnDrawn | undefined;
  readonly onProgress?: FinetuningProgress | undefined;
};

/** A way of asking a model. */
export type Way<K extends KindName> = {
  readonly settings: keyof TaskSettings;
  /** Without fine-tuning nothing is drawn, so that one seed says it all. */
  readonly isFinetuned: boolean;
  readonly prepare: (request: FinetuningRequest<K>) => Predictor<K> | Promise<Predictor<K>>;
};

export type Scored = {
  readonly metrics: Readonly<Record<string, number>>;
  readonly perClass: Readonly<Record<string, ClassScores>>;
  readonly units: readonly UnitCounts[];
  readonly predictions: readonly Prediction[];
};

export type Kind<K extends KindName> = {
  readonly ways: Readonly<Partial<Record<Scoring, Way<K>>>>;
  /** What can be had without a language model, by name. */
  readonly chance: (
    train: readonly ExampleOf<K>[],
    seed: number,
  ) => Readonly<Record<string, Predictor<K>>>;
  /** @throws Error for an answer that is none */
  readonly score: (
    examples: readonly ExampleOf<K>[],
    answers: readonly AnswerOf<K>[],
    labels: readonly string[],
  ) => Scored;
};
