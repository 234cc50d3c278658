/**
 * The one way to start a pretraining run or to go on with it, for the command, the main job, sweeps and
 * notebooks. `prepareRun` settles what can be wrong before anything is written; `startRun` trains.
 */

import { loadConfig, loadWeights, modelChecksum } from "../encoder/checkpoint";
import type { EncoderConfig } from "../encoder/config";
import type { ExecutorName, HostTensor } from "../engine";
import { InputError } from "../errors";
import { commandLine, commit, machine } from "../provenance";
import type { TermIndex } from "../masking/term";
import type { TokenCache } from "../tokenization/tokenCache";
import { loadTokenizer, type Tokenizer } from "../tokenization/tokenizer";
import { checkFit } from "../training/fit";
import { initializePretrainingModel, type PretrainingModel } from "../training/objective";
import { pretrain, type PretrainingRun } from "../training/trainer";
import type { PretrainingRecipe } from "./recipe";

/** As much of a recipe as a run's manifest holds. */
export type RunRecipe = Pick<PretrainingRecipe, "name" | "encoder" | "settings">;

/** What a run is, before it has a corpus. */
export type PreparedRun = {
  readonly recipe: RunRecipe;
  readonly config: EncoderConfig;
  readonly tokenizer: Tokenizer;
  readonly tokenizerDir: string;
  readonly seed: number;
  readonly model: PretrainingModel<HostTensor>;
  /** Checksum of the weights that are continued, or `"new"`. */
  readonly start: string;
  /** Parameters that the continued model does not have and the seed has drawn; empty for a new model, which is all drawn. */
  readonly drawn: readonly string[];
};

/** The configuration of a new model: the recipe's, with what follows from the tokenizer. */
export const newConfig = (
  { encoder }: Pick<PretrainingRecipe, "encoder">,
  { size, special }: Pick<Tokenizer, "size" | "special">,
): EncoderConfig => ({ ...encoder, vocabularySize: size, padId: special.pad });

/**
 * The configuration of the model that a recipe trains.
 *
 * @param from - folder of the model that is continued
 * @throws InputError if model, tokenizer and recipe do not belong together
 */
export function configOfRun(
  recipe: RunRecipe,
  tokenizer: Tokenizer,
  from: string | undefined,
): EncoderConfig {
  const config = from === undefined ? newConfig(recipe, tokenizer) : loadConfig(from);
  if (config.architecture !== recipe.encoder.architecture)
    throw new InputError(
      `recipe ${recipe.name} is for ${recipe.encoder.architecture} models, ${from} is ${config.architecture}: choose a recipe for it`,
    );
  checkFit(config, tokenizer, recipe.settings);
  return config;
}

/**
 * Model, tokenizer and recipe of a run, checked against each other.
 *
 * @param o.from - folder of the model that is continued; without one the model is new
 * @param o.tokenizerDir - if absent, `from`
 * @param o.log - told in a line what is drawn although a model is continued
 * @throws InputError if they do not belong together, or there is neither model nor tokenizer
 */
export async function prepareRun(o: {
  readonly recipe: RunRecipe;
  readonly from?: string | undefined;
  readonly tokenizerDir?: string | undefined;
  readonly seed: number;
  readonly log?: ((line: string) => void) | undefined;
}): Promise<PreparedRun> {
  const { recipe, from, seed } = o;
  const tokenizerDir = o.tokenizerDir ?? from;
  if (tokenizerDir === undefined) throw new InputError("a new model needs a tokenizer");
  if (from !== undefined) loadConfig(from); // a folder that is no model is named before its tokenizer
  const tokenizer = await loadTokenizer(tokenizerDir);
  const config = configOfRun(recipe, tokenizer, from);
  const { model, drawn } = startModel(config, recipe, seed, from);
  if (from !== undefined && drawn.length > 0) o.log?.(drawnLine(from, drawn));
  const start = from === undefined ? "new" : await modelChecksum(from);
  return { ...{ recipe, config, tokenizer, tokenizerDir, seed }, ...{ model, start, drawn } };
}

/**
 * Train a prepared run in a folder, or go on with what stands there of the same run. Its manifest says which
 * code ran on which machine and what was drawn.
 *
 * @param o.facts - what else the manifest says
 * @returns the folder of the finished model
 * @throws as `pretrain` does
 */
export const startRun = (
  run: PreparedRun,
  o: {
    readonly cache: TokenCache;
    readonly terms?: TermIndex | undefined;
    readonly executor: ExecutorName;
  } & Pick<PretrainingRun, "dir" | "facts" | "communicator" | "keeping" | "signal" | "onProgress">,
): Promise<string> => {
  const { cache, terms, executor, facts, ...rest } = o;
  const { recipe, config, tokenizer, tokenizerDir, seed, model, start, drawn } = run;
  return pretrain({
    ...rest,
    ...{ name: recipe.name, settings: recipe.settings, config, model, seed, start, tokenizerDir },
    source: { cache, tokenizer, ...(terms && { terms }) },
    facts: {
      ...{ commit: commit(), command: commandLine(), machine: machine(), executor },
      ...facts,
      ...(drawn.length > 0 && { drawn }),
    },
  });
};

/**
 * The model that a run starts from. A head for next sentences that neither the folder has nor the objective
 * trains is left out: it would be saved as if it knew something.
 */
function startModel(
  config: EncoderConfig,
  { settings: { objective } }: RunRecipe,
  seed: number,
  dir: string | undefined,
): Pick<PreparedRun, "model" | "drawn"> {
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
