/** What is measured of each model of a sweep: held-out text, told and withheld facts, drift of words. */

import { loadMaskedTokenModel } from "../encoder/wholeModel";
import { driftProbes, embeddingDrift, modelVectors } from "../evaluation/forgetting/embeddingDrift";
import {
  factProbes,
  probeScore,
  summarizeProbes,
  valueLogProbabilities,
  withoutPriors,
} from "../evaluation/forgetting/factProbes";
import type { PretrainedModel } from "../evaluation/pretrainingRecord";
import type { World } from "../synthetic/generator/world";
import type { TokenCache } from "../tokenization/tokenCache";
import type { Tokenizer } from "../tokenization/tokenizer";
import { scoreHeldOut, type HeldOutSettings } from "../training/heldOut";

export type Measurements = {
  /** Of everything that is measured with, for the key of a stage. */
  readonly hashes: readonly string[];
  /**
   * @param dir - a model folder
   * @param startDir - the model it went on from
   */
  measure(
    dir: string,
    startDir: string | undefined,
    settings: HeldOutSettings,
  ): Promise<Pick<PretrainedModel, "heldOut" | "probes" | "drift">>;
};

/** Measurements that share their probes; without a world only held-out text is scored. */
export function createMeasurements(o: {
  readonly caches: Readonly<Record<"clinical" | "control", TokenCache>>;
  readonly tokenizer: Tokenizer;
  readonly world: World | undefined;
}): Measurements {
  const { caches, tokenizer, world } = o;
  const facts = world && factProbes(world);
  let words: ReturnType<typeof driftProbes> | undefined;
  const vectorsOf = (dir: string) => {
    const { config, model } = loadMaskedTokenModel(dir);
    return modelVectors(
      config,
      model.encoder,
      (words ??= driftProbes(world!, tokenizer, caches.clinical)),
    );
  };
  return {
    hashes: [caches.clinical.corpusHash, caches.control.corpusHash, tokenizer.hash],
    async measure(dir, startDir, settings) {
      const { config, model } = loadMaskedTokenModel(dir);
      const heldOut = {
        clinical: await scoreHeldOut(
          config,
          model,
          { cache: caches.clinical, tokenizer },
          settings,
        ),
        general: await scoreHeldOut(config, model, { cache: caches.control, tokenizer }, settings),
      };
      if (!facts) return { heldOut };
      const likely = await valueLogProbabilities(config, model, tokenizer, facts);
      const probes = summarizeProbes(
        facts,
        withoutPriors(facts, likely).map((values, i) => probeScore(values, facts[i]!.right)),
      );
      if (startDir === undefined) return { heldOut, probes };
      const [before, after] = [await vectorsOf(startDir), await vectorsOf(dir)];
      const drift = embeddingDrift(before, after, words!);
      return { heldOut, probes, ...(drift && { drift }) };
    },
  };
}
