/**
 * Pretraining, from the first step to the last: masked batches in, a Hugging Face folder out. Every
 * batch, mask and dropout pattern is a function of (seed, step), so a run that was killed goes on
 * from its last checkpoint and ends with the same weights, bit for bit.
 */

import { join } from "node:path";
import { compile, noDropout, type HostTensor, type Tensor } from "../engine";
import { saveModel, loadWeights } from "../encoder/checkpoint";
import type { BertConfig } from "../encoder/config";
import type { Masking } from "../masking/masking";
import type { WrittenStandard } from "../text/document";
import type { TokenCache } from "../text/tokenCache";
import type { Tokenizer } from "../text/tokenizer";
import {
  heldOutBatches,
  trainingBatch,
  type BatchSettings,
  type PretrainingBatch,
} from "./batches";
import { pretrainingLoss, type PretrainingInput, type PretrainingModel } from "./objective";
import type { AdamWSettings } from "./optimizer";
import { openRun } from "./run";
import { learningRateFactor, type ScheduleShape } from "./schedule";
import { createTrainingStep } from "./step";

/** Everything that decides the outcome of a run besides the data, the start and the seed. */
export type PretrainingSettings = {
  readonly objective: "mlm" | "mlm+nsp";
  readonly masking: Masking;
  /** Longest row in tokens. */
  readonly sequenceLength: number;
  /** Rows of a micro-batch: what is held in memory at once. */
  readonly rows: number;
  /** Micro-batches in a step; the batch size is `rows * accumulation`. */
  readonly accumulation: number;
  readonly steps: number;
  readonly learningRate: number;
  readonly schedule: ScheduleShape;
  /** Share of the steps over which the learning rate rises from 0. */
  readonly warmupShare: number;
  readonly optimizer: AdamWSettings;
  readonly clipNorm: number;
  /** Share of documents never trained on. */
  readonly heldOutShare: number;
  /** Steps between evaluations on held-out text, and between checkpoints. */
  readonly evaluateEvery: number;
  readonly checkpointEvery: number;
};
