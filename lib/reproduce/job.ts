import type { Scale } from "./scale";
import type { Stages } from "./stages";

/** What every part of the main job needs to know. */
export type Job = {
  readonly scale: Scale;
  /** Names folders and tables: the scale, with `-real` where real data is used. */
  readonly name: string;
  /** Folder with the real data sets, if they are used. */
  readonly data: string | undefined;
  /** Folder for results. */
  readonly results: string;
  /** Folder for corpora, tokenizer, token caches and the records of stages. */
  readonly cache: string;
  readonly stages: Stages;
  readonly signal: AbortSignal | undefined;
};
