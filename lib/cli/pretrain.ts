import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import { loadConfig, loadWeights, modelChecksum } from "../encoder/checkpoint";
import { chooseExecutor, flatten, isHostTensor, type ExecutorName } from "../engine";
import { InputError } from "../errors";
import { findRecipe, recipes, type PretrainingRecipe } from "../recipe";
import { commit, machine } from "../reproduce/provenance";
import { openManifest } from "../text/corpus";
import { buildTokenCache } from "../text/tokenCache";
import { loadTokenizer } from "../text/tokenization/tokenizer";
import { initializePretrainingModel } from "../training/objective";
import { decayGroupLines } from "../training/weightDecay";
import { checkFit } from "../training/fit";
import type { HeldOutScores } from "../training/heldOut";
import { pretrain } from "../training/trainer";
import { deviceOption, wholeNumber } from "./arguments";
import { withInterrupt } from "./interrupt";
import { pretrainSweep } from "./pretrainSweep";
import { createProgress } from "./progress";

type Flags = {
  readonly recipe: string;
  readonly sweep?: string;
  readonly control?: string;
  readonly results: string;
  readonly corpus: string;
  readonly model: string;
  readonly tokenizer?: string;
  readonly out: string;
  readonly steps?: number;
  readonly seed: number;
  readonly device: ExecutorName;
  readonly keepLast: number;
  readonly resume?: boolean;
  readonly json?: boolean;
};

/** `kliniskvest pretrain` */
export function pretrainCommand(): Command {
  return new Command("pretrain")
    .description("train a model on a corpus, from nothing or from a model folder")
    .option(
      "--recipe <recipe>",
      `how to train: a recipe file, or one of ${Object.keys(recipes).join(", ")}`,
      "bertNspSmall",
    )
    .requiredOption(
      "--corpus <folder>",
      "a corpus, as `corpus generate` or `corpus import` makes it",
    )
    .requiredOption("--model <folder>", 'the model to continue, or "new"')
    .option("--tokenizer <folder>", "the tokenizer of a new model; otherwise that of the model")
    .requiredOption("--out <folder>", "the run folder; the finished model is its model/")
    .option("--steps <count>", "instead of the recipe's number", wholeNumber(1))
    .option("--seed <seed>", "any whole number", wholeNumber(0), 1)
    .addOption(deviceOption())
    .option("--sweep <file>", "many runs, measured: recipes, seeds and what to vary, as JSON")
    .option("--control <folder>", "for a sweep: a corpus of general text")
    .option("--results <folder>", "for a sweep: where its record and tables belong", "results")
    .option("--keep-last <count>", "checkpoints that stay, besides the best one", wholeNumber(1), 2)
    .option("--resume", "go on with the run in --out")
    .option("--json", "print the outcome as JSON")
    .addHelpText(
      "after",
      "\nExample:\n  kliniskvest pretrain --recipe bertNspSmall --corpus corpora/clinical --model new --tokenizer tokenizers/nb-nn --out runs/first",
    )
    .action(async (flags: Flags, command: Command) => {
      if (flags.sweep !== undefined) {
        for (const name of ["recipe", "steps", "seed"])
          if (command.getOptionValueSource(name) === "cli")
            throw new InputError(`--${name} belongs into the file of --sweep; leave it out`);
        return pretrainSweep({ ...flags, sweep: flags.sweep });
      }
      chooseExecutor(flags.device);
      const recipe = withSteps(findRecipe(flags.recipe, recipes), flags.steps);
      if (existsSync(join(flags.out, "manifest.json")) && !flags.resume)
        throw new InputError(
          `${flags.out} holds a run; add --resume to go on with it, or name another folder`,
        );
      const isNew = flags.model === "new";
      const tokenizerDir = flags.tokenizer ?? (isNew ? undefined : flags.model);
      if (tokenizerDir === undefined)
        throw new InputError("--model new needs --tokenizer: name the folder of the tokenizer");
      // All that is asked for is read before anything is written.
      openManifest(flags.corpus);
      const continued = isNew ? undefined : loadConfig(flags.model);
      const tokenizer = await loadTokenizer(tokenizerDir);
      const config = continued ?? {
        ...recipe.encoder,
        vocabularySize: tokenizer.size,
        padId: tokenizer.special.pad,
      };
      if (config.architecture !== recipe.encoder.architecture)
        throw new InputError(
          `recipe ${recipe.name} is for ${recipe.encoder.architecture} models, ${flags.model} is ${config.architecture}: choose a recipe for it`,
        );
      checkFit(config, tokenizer, recipe.settings);
      const fresh = initializePretrainingModel(config, flags.seed);
      const start = isNew ? fresh : loadWeights(flags.model, fresh).model;
      const progress = createProgress();
      progress.stage("token cache");
      const cache = await buildTokenCache({
        corpusDir: flags.corpus,
        tokenizer,
        dir: join(flags.out, "tokens"),
        onProgress: (done, total) => progress.update(done, total),
      });
      progress.finish(`${cache.tokens.length} tokens`);
      for (const line of decayGroupLines(parametersOf(start))) progress.log(`  ${line}`);
      progress.stage(`pretraining, ${recipe.settings.steps} steps`);
      const goOn = `stopped; to go on, run the same command ${flags.resume ? "again" : "with --resume"}`;
      const model = await withInterrupt(goOn, async (signal) =>
        pretrain({
          name: recipe.name,
          settings: recipe.settings,
          config,
          model: start,
          source: { cache, tokenizer },
          tokenizerDir,
          dir: flags.out,
          seed: flags.seed,
          start: isNew ? "new" : await modelChecksum(flags.model),
          facts: { commit: commit(), machine: machine(), executor: flags.device },
          keeping: { last: flags.keepLast, best: true },
          signal,
          onProgress: ({ step, steps, loss, tokensPerSecond }) =>
            progress.update(step, steps, `loss ${loss.toFixed(3)}  ${tokensPerSecond} tokens/s`),
        }),
      );
      progress.finish();
      const events = readFileSync(join(flags.out, "events.jsonl"), "utf8").trim().split("\n");
      const last = JSON.parse(events.at(-1)!) as LastEvent;
      if (flags.json) console.log(JSON.stringify({ model, last }, null, 2));
      else console.log(`model: ${model}\n${inWords(last)}`);
    });
}

/** What is shown of the last line of `events.jsonl`. */
type LastEvent = {
  readonly step: number;
  readonly loss: number;
  readonly bitsPerByte?: HeldOutScores;
};

/** E.g. `"step 50, loss 7.034; held-out bits per byte: nb 3.640, nn 3.653"`. */
function inWords({ step, loss, bitsPerByte = {} }: LastEvent): string {
  const scores = Object.entries(bitsPerByte).map(
    ([standard, bits]) => `${standard} ${bits.toFixed(3)}`,
  );
  const heldOut = scores.length > 0 ? `; held-out bits per byte: ${scores.join(", ")}` : "";
  return `step ${step}, loss ${loss.toFixed(3)}${heldOut}`;
}

const parametersOf = (model: object): ReadonlyMap<string, Float32Array> =>
  new Map(flatten(model, isHostTensor).map(([name, { data }]) => [name, data as Float32Array]));

const withSteps = (recipe: PretrainingRecipe, steps: number | undefined): PretrainingRecipe =>
  steps === undefined ? recipe : { ...recipe, settings: { ...recipe.settings, steps } };
