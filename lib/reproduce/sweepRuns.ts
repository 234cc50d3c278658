/** The runs of a sweep: every combination of what it varies, each with settings and a folder of its own. */

import { join } from "node:path";
import type { MaskingRate } from "../masking/rate";
import type { PretrainingRecipe } from "../recipe";
import type { TokenCache } from "../tokenization/tokenCache";
import type { PretrainingSettings } from "../training/trainer";
import type { SweepRequest } from "./sweepFile";

export type SweepRun = {
  readonly recipe: PretrainingRecipe;
  readonly variant: string;
  readonly seed: number;
  readonly arm: "start" | "clinical" | "control";
  readonly settings: PretrainingSettings;
  /** Below the sweep's folder. */
  readonly folder: string;
};

/** Evaluations on held-out text in a run: enough for a curve. */
const evaluations = 10;
/** What a kill may cost at most, as a share of a run. */
const checkpoints = 4;

/**
 * All runs, the start of a recipe and seed before those that go on from it.
 *
 * @param corpus - the clinical corpus, whose size says how many steps an epoch has
 * @param isNew - whether starts are trained here
 */
export function sweepRuns(
  request: SweepRequest,
  corpus: Pick<TokenCache, "tokens">,
  isNew: boolean,
): SweepRun[] {
  const { learningRate = [], epochs = [], maskingRate = [] } = request.vary;
  const orNone = <T>(values: readonly T[]): readonly (T | undefined)[] =>
    values.length > 0 ? values : [undefined];
  return request.recipes.flatMap((recipe) => {
    const { name } = recipe;
    return request.seeds.flatMap((seed): SweepRun[] => {
      const startSteps = request.start?.steps ?? recipe.settings.steps;
      const start: SweepRun = {
        ...{ recipe, seed, variant: "", arm: "start" },
        settings: lasting(recipe.settings, startSteps),
        folder: join(name, "start", `seed-${seed}`),
      };
      const continued = orNone(learningRate).flatMap((learningRate) =>
        orNone(epochs).flatMap((epochs) =>
          orNone(maskingRate).flatMap((rate) => {
            const variant = variantName({ learningRate, epochs, rate });
            const settings = continuing(recipe.settings, { learningRate, rate });
            const { rows, sequenceLength, accumulation } = settings;
            const steps =
              epochs === undefined
                ? (request.steps ?? settings.steps)
                : Math.ceil(
                    (epochs * corpus.tokens.length) / (rows * sequenceLength * accumulation),
                  );
            return request.arms.map((arm): SweepRun => ({
              ...{ recipe, seed, variant, arm },
              settings: lasting(settings, steps),
              folder: join(name, variant, `seed-${seed}`, arm),
            }));
          }),
        ),
      );
      return isNew ? [start, ...continued] : continued;
    });
  });
}

const lasting = (settings: PretrainingSettings, steps: number): PretrainingSettings => ({
  ...settings,
  steps,
  evaluateEvery: Math.ceil(steps / evaluations),
  checkpointEvery: Math.ceil(steps / checkpoints),
});

function continuing(
  settings: PretrainingSettings,
  varied: { readonly learningRate: number | undefined; readonly rate: MaskingRate | undefined },
): PretrainingSettings {
  const { learningRate = settings.learningRate, rate = settings.masking.rate } = varied;
  const { shortRows } = settings;
  return {
    ...settings,
    ...{ learningRate, masking: { ...settings.masking, rate } },
    // A model that goes on knows where to look: no short rows again.
    ...(shortRows && { shortRows: { ...shortRows, share: 0 } }),
  };
}

/** E.g. `lr-0.001_epochs-2_rate-0.3-0.15-linear`; empty if nothing is varied. */
function variantName(o: {
  readonly learningRate: number | undefined;
  readonly epochs: number | undefined;
  readonly rate: MaskingRate | undefined;
}): string {
  const { learningRate, epochs, rate } = o;
  return [
    ...(learningRate === undefined ? [] : [`lr-${learningRate}`]),
    ...(epochs === undefined ? [] : [`epochs-${epochs}`]),
    ...(rate === undefined
      ? []
      : [`rate-${typeof rate === "number" ? rate : `${rate.from}-${rate.to}-${rate.shape}`}`]),
  ].join("_");
}
