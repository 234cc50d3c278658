/** Where a run starts from: fresh parameters, or those of a model folder. */

import { loadWeights } from "../encoder/checkpoint";
import type { EncoderConfig } from "../encoder/config";
import type { HostTensor } from "../engine";
import type { BatchSettings } from "./batches";
import { initializePretrainingModel, type PretrainingModel } from "./objective";

export type PretrainingStart = {
  readonly model: PretrainingModel<HostTensor>;
  /** Parameters that the folder does not have and the seed has drawn; empty for a new model, which is all drawn. */
  readonly drawn: readonly string[];
};

/**
 * The model that a run starts from. A head for next sentences that neither the folder has nor the objective
 * trains is left out: it would be saved as if it knew something.
 *
 * @param dir - the folder of the model that is continued; without one the model is new
 */
export function startModel(
  config: EncoderConfig,
  objective: BatchSettings["objective"],
  seed: number,
  dir?: string,
): PretrainingStart {
  const form = initializePretrainingModel(config, seed);
  if (dir === undefined) return { model: form, drawn: [] };
  const { model, fresh } = loadWeights(dir, form);
  const lacksPairs = fresh.some((name) => name.startsWith("nextSentence."));
  if (!lacksPairs || objective === "mlm+nsp") return { model, drawn: fresh };
  const { encoder, maskedToken } = model;
  return {
    model: { encoder, maskedToken },
    drawn: fresh.filter((name) => !name.startsWith("nextSentence.")),
  };
}

/** What is said of parameters that are drawn although a model is continued. */
export const drawnLine = (dir: string, drawn: readonly string[]): string =>
  `not in ${dir}, so drawn at random: ${drawn.join(", ")}`;
