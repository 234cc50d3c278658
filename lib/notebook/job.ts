/**
 * Where notebooks find what `npm start` made. The layout is the main job's; a test holds the two
 * together. Every part is checked when it is asked for, so that a notebook run too early says so
 * in one line.
 */

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { loadConfig, loadWeights } from "../encoder/checkpoint";
import { flatten, isHostTensor } from "../engine";
import { InputError } from "../errors";
import { readResults, type StoredResult } from "../evaluation/result";
import type { RunRecipe } from "../recipe/startRun";
import { readHeldOut, type HeldOutRecord } from "../evaluation/heldOutRecord";
import { initializePretrainingModel } from "../training/objective";
import type { NamedArrays } from "../training/optimizer";

/** A finished job, by its parts. Each method throws InputError if its part is not there. */
export type JobFiles = {
  /** Folder of a corpus. */
  corpus(domain: "general" | "clinical"): string;
  /** Folder of the tokenizer. */
  tokenizer(): string;
  /** Folder of the token cache of a corpus. */
  tokens(domain: "general" | "clinical"): string;
  /** Folder of a pretraining run. */
  run(model: "baseline" | "clinical"): string;
  /** The recipe as it was run, with the steps of the job's scale. */
  recipe(model: "baseline" | "clinical"): RunRecipe;
  /** The trained parameters by name. */
  parameters(model: "baseline" | "clinical"): NamedArrays;
  /** All evaluation results. */
  results(): readonly StoredResult[];
  /** Bits per byte of held-out text. */
  heldOut(): HeldOutRecord;
};

/** The results folder: the environment variable `KLINISKVEST_RESULTS`, or `../results` beside the notebooks. */
export function resultsFolder(): string {
  return process.env["KLINISKVEST_RESULTS"] ?? "../results";
}

/**
 * The parts of a job of the given scale.
 *
 * @param scale - name of the scale, with `-real` for a job on real data
 * @example const stats = await corpusStatistics(openJob("quick").corpus("clinical"))
 */
export function openJob(scale: string, folder = resultsFolder()): JobFiles {
  const missing = (what: string): InputError =>
    new InputError(`No ${what} of scale ${scale} in the results folder: run \`npm start\` first.`);
  const part = (what: string, path: string, proof: string): string => {
    const dir = join(folder, path);
    if (!existsSync(join(dir, proof))) throw missing(what);
    return dir;
  };
  const cache = `cache/${scale}`;
  const run = (model: "baseline" | "clinical"): string =>
    part(`${model} model`, `runs/bertNspSmall/${scale}-${model}`, "model/model.safetensors");
  return {
    corpus: (domain) => part(`${domain} corpus`, `${cache}/corpora/${domain}`, "manifest.json"),
    tokenizer: () => part("tokenizer", `${cache}/tokenizer`, "tokenizer.json"),
    tokens: (domain) => part(`${domain} tokens`, `${cache}/tokens/${domain}`, "meta.json"),
    run,
    recipe: (model) => {
      const manifest = readFileSync(join(run(model), "manifest.json"), "utf8");
      return (JSON.parse(manifest) as { recipe: RunRecipe }).recipe;
    },
    parameters: (model) => {
      const dir = join(run(model), "model");
      const loaded = loadWeights(dir, initializePretrainingModel(loadConfig(dir), 0)).model;
      return new Map(
        flatten(loaded, isHostTensor).map(([name, { data }]) => [name, data as Float32Array]),
      );
    },
    results: () => {
      const stored = readResults(folder).filter(({ result }) => result.scale === scale);
      if (stored.length === 0) throw missing("evaluation results");
      return stored;
    },
    heldOut: () => {
      const record = readHeldOut(folder, scale);
      if (record === undefined) throw missing("held-out scores");
      return record;
    },
  };
}
