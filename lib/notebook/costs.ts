/** What the published encoders cost to train, planned and not measured, as rows of a table. */

import { publishedEncoders } from "../encoder/published";
import type { PretrainingRecipe } from "../recipe";
import { recipeFor } from "../recipe/continuing";
import { planWithin, type MemoryPlan } from "../training/memoryPlan";

const gibibyte = 2 ** 30;

/**
 * How a step of `batch` rows of 512 tokens fits into some memory, for each of the large encoders: the
 * largest micro-batches that do, activations kept if they can be.
 *
 * @param budget - bytes
 */
export function memoryRows(budget: number, batch = 64) {
  const names = ["NbAiLab/nb-bert-large", "ltg/norbert3-large", "answerdotai/ModernBERT-large"];
  return names.flatMap((model) => {
    const config = publishedEncoders[model]!;
    const plan = planWithin(budget, config, {
      ...{ objective: "mlm", layout: "packed", rows: batch, sequenceLength: 512 },
      ...{ maskedShare: largestRate(recipeFor(config.architecture)), accumulation: 1 },
      recompute: false,
    });
    return plan ? [rowOf(model, plan)] : [];
  });
}

const largestRate = ({ settings: { masking } }: PretrainingRecipe): number =>
  typeof masking.rate === "number" ? masking.rate : Math.max(masking.rate.from, masking.rate.to);

function rowOf(model: string, { settings, parts, host }: MemoryPlan) {
  const inGibibytes = (name: RegExp): number =>
    parts.reduce((sum, part) => sum + (name.test(part.name) ? part.bytes : 0), 0) / gibibyte;
  return {
    model,
    "micro-batches": `${settings.accumulation} × ${settings.rows} rows`,
    "parameters and moments": inGibibytes(/^parameters|moments/),
    gradients: inGibibytes(/gradients|sums/),
    activations: inGibibytes(/activations/),
    "in all, GiB": host / gibibyte,
    "layers computed again": settings.recompute ? "yes" : "no",
  };
}
