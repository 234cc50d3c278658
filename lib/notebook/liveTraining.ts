/** A short pretraining run inside a notebook, with a curve that grows while it trains. */

import { defaultExecutor } from "../engine";
import { join } from "node:path";
import { loadMaskedTokenModel } from "../encoder/wholeModel";
import { withScratchFolder } from "../files";
import { colors, lines, type Figure } from "../report/figure";
import { openTokenCache } from "../tokenization/tokenCache";
import { scoreHeldOut, type HeldOutScores } from "../training/heldOut";
import { prepareRun, startRun, type RunRecipe } from "../recipe/startRun";
import { showUpdating } from "./display";
import { resultsFolder } from "./job";

export type LiveRun = {
  /** Loss of each step. */
  readonly losses: readonly number[];
  /** Bits per byte of held-out text of the corpus it was trained on. */
  readonly before: HeldOutScores;
  readonly after: HeldOutScores;
};

/** Steps that one point of the curve is the mean of. */
const stretch = 5;

/**
 * Continue a model for a few steps and draw its loss as it falls. Nothing is kept of the run but what is
 * returned: the same call gives the same curve.
 *
 * @param o.start - folder of the model that is continued, with its tokenizer
 * @param o.tokens - token cache that it is trained on
 * @example const live = await trainLive({ recipe, start, tokens: job.tokens("clinical"), steps: 100 }, 1)
 */
export async function trainLive(
  o: {
    readonly recipe: RunRecipe;
    readonly start: string;
    readonly tokens: string;
    readonly steps: number;
  },
  seed: number,
): Promise<LiveRun> {
  const { start, steps } = o;
  const settings = { ...o.recipe.settings, steps, evaluateEvery: steps, checkpointEvery: steps };
  const recipe = { ...o.recipe, settings };
  const run = await prepareRun({ recipe, from: start, seed });
  const { config, tokenizer } = run;
  const cache = openTokenCache(o.tokens);
  const source = { cache, tokenizer };
  const score = async (dir: string): Promise<HeldOutScores> =>
    (await scoreHeldOut(config, loadMaskedTokenModel(dir).model, source, settings)).bitsPerByte;
  const before = await score(start);
  const losses: number[] = [];
  const shown = showUpdating();
  return withScratchFolder(join(resultsFolder(), "live"), async (dir) => {
    const model = await startRun(run, {
      ...{ cache, dir, executor: defaultExecutor },
      onProgress: ({ loss }) => {
        losses.push(loss);
        if (losses.length % stretch === 0 && losses.length < steps)
          shown.update(() => lossFigure(recipe.name, losses, steps));
      },
    });
    await shown.end(lossFigure(recipe.name, losses, steps));
    return { losses, before, after: await score(model) };
  });
}

function lossFigure(name: string, losses: readonly number[], steps: number): Figure {
  const points = Math.max(1, Math.floor(losses.length / stretch));
  const y = Array.from({ length: points }, (_, i) => {
    const own = losses.slice(i * stretch, (i + 1) * stretch);
    return own.reduce((sum, loss) => sum + loss, 0) / own.length;
  });
  return lines({
    name: "live-loss",
    title: `Training loss of ${name}, ${losses.length} of ${steps} steps`,
    caption: `Loss in nats on the training text, means over ${stretch} steps.`,
    xTitle: "steps",
    yTitle: "loss, nats",
    series: [{ name, color: colors.clinical, x: y.map((_, i) => (i + 1) * stretch), y }],
  });
}
