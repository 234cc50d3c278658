/** Second part of the main job: the baseline, the clinical model, and both on held-out text. */

import { defaultExecutor } from "../engine";
import { join } from "node:path";
import { modelChecksum } from "../encoder/checkpoint";
import { loadMaskedTokenModel } from "../encoder/wholeModel";
import { encodeTerms, indexTerms } from "../masking/term";
import type { PretrainingRecipe } from "../recipe";
import { readEvents } from "../training/events";
import { writeHeldOut, type CurvePoint } from "../evaluation/heldOutRecord";
import { openTokenCache } from "../tokenization/tokenCache";
import { loadTokenizer, type Tokenizer } from "../tokenization/tokenizer";
import { createWorld, worldTerms } from "../synthetic/generator/world";
import { scoreHeldOut, type HeldOutScores } from "../training/heldOut";
import { prepareRun, startRun } from "../recipe/startRun";
import type { PretrainingRun } from "../training/trainer";
import { domains, tokenCacheDir, tokenizerDir, type Domain } from "./corpora";
import type { Job } from "./job";

export const modelNames = ["baseline", "clinical"] as const;
export type ModelName = (typeof modelNames)[number];

/** A trained model: its folder and the checksum of its weights. */
export type TrainedModel = { readonly dir: string; readonly checksum: string };

const pretrainingSeed = 1;

/** Folder of a pretraining run; it stays under `results/runs`. */
export const runDir = (job: Pick<Job, "scale" | "results" | "name">, model: ModelName): string =>
  join(job.results, "runs", job.scale.generalRecipe.name, `${job.name}-${model}`);

/** Train both models, then score both on held-out text of both domains in bits per byte. */
export async function trainModels(
  job: Job,
  hashes: unknown,
): Promise<Readonly<Record<ModelName, TrainedModel>>> {
  const tokenizer = await loadTokenizer(tokenizerDir(job));
  const { scale } = job;
  const baseline = await trainModel(job, "baseline", {
    recipe: scale.generalRecipe,
    source: sourceOf(job, "general", tokenizer),
    hashes,
  });
  const clinical = await trainModel(job, "clinical", {
    recipe: scale.clinicalRecipe,
    source: sourceOf(job, "clinical", tokenizer),
    from: baseline,
    hashes,
  });
  const models = { baseline, clinical };
  await job.stages.run("held-out text", models, [], async () => {
    const scores: Record<string, Record<string, HeldOutScores>> = {};
    for (const name of modelNames) {
      const { dir } = models[name];
      const { config, model } = loadMaskedTokenModel(dir);
      scores[name] = {};
      for (const domain of domains)
        scores[name][domain] = (
          await scoreHeldOut(
            config,
            model,
            sourceOf(job, domain, tokenizer),
            scale.clinicalRecipe.settings,
          )
        ).bitsPerByte;
    }
    const curves = Object.fromEntries(modelNames.map((name) => [name, curveOf(runDir(job, name))]));
    return writeHeldOut(job.results, { scale: job.name, bitsPerByte: scores, curves });
  });
  return models;
}

const curveOf = (dir: string): CurvePoint[] =>
  readEvents(dir).flatMap(({ step, bitsPerByte }) => (bitsPerByte ? [{ step, bitsPerByte }] : []));

function sourceOf(job: Job, domain: Domain, tokenizer: Tokenizer): PretrainingRun["source"] {
  const terms = worldTerms(createWorld(job.scale.worldSeed));
  return {
    cache: openTokenCache(tokenCacheDir(job, domain)),
    tokenizer,
    terms: indexTerms(encodeTerms(terms, tokenizer)),
  };
}

async function trainModel(
  job: Job,
  name: ModelName,
  o: {
    readonly recipe: PretrainingRecipe;
    readonly source: PretrainingRun["source"];
    readonly from?: TrainedModel;
    readonly hashes: unknown;
  },
): Promise<TrainedModel> {
  const { recipe, source, from } = o;
  const dir = runDir(job, name);
  const key = { recipe, seed: pretrainingSeed, hashes: o.hashes, from: from?.checksum };
  const title = `pretrain ${name}`;
  return job.stages.run(title, key, [join(dir, "model", "model.safetensors")], async (update) => {
    const run = await prepareRun({
      ...{ recipe, from: from?.dir, tokenizerDir: tokenizerDir(job), seed: pretrainingSeed },
      log: (line) => job.stages.log(line),
    });
    const modelDir = await startRun(run, {
      ...{ ...source, dir, executor: defaultExecutor, signal: job.signal },
      onProgress: ({ step, steps, loss, tokensPerSecond }) =>
        update(step, steps, `loss ${loss.toFixed(2)}  ${tokensPerSecond} tokens/s`),
    });
    return { dir: modelDir, checksum: await modelChecksum(modelDir) };
  });
}
