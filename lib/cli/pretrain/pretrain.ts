import { existsSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { Command } from "commander";
import { loadConfig } from "../../encoder/checkpoint";
import type { EncoderConfig } from "../../encoder/config";
import { publishedEncoders } from "../../encoder/published";
import { chooseExecutor, flatten, isHostTensor, type ExecutorName } from "../../engine";
import { InputError } from "../../errors";
import { requireFreeFolder } from "../../files";
import type { PretrainingRecipe } from "../../recipe";
import { shapeOf } from "../../recipe/recipe";
import { readEvents, type TrainingEvent } from "../../training/events";
import { encodeTerms, indexTerms, type TermIndex } from "../../masking/term";
import { openManifest } from "../../corpus/corpus";
import type { Encoding } from "../../corpus/rows/decoding";
import { readTerms } from "../../statistics/terms";
import { buildTokenCache, openTokenCache } from "../../tokenization/tokenCache";
import { loadTokenizer, type Tokenizer } from "../../tokenization/tokenizer";
import { decayGroupLines } from "../../training/weightDecay";
import { alone, checkRanks } from "../../training/communicator";
import type { MpiProcess } from "../../training/mpi";
import { bestCheckpoint } from "../../training/run";
import { newConfig, prepareRun, startRun } from "../../recipe/startRun";
import { deviceOption, encodingOption, wholeNumber } from "../arguments";
import { withInterrupt } from "../interrupt";
import { memorySize, planPretraining, pretrainingPlanText } from "./plan";
import { chosenSettings, settingLines, type ChosenSettings } from "./settings";
import { pretrainSweep } from "./sweep";
import { createProgress, noProgress } from "../progress";
import { withRanks } from "./ranks";

type Flags = {
  readonly recipe?: string;
  readonly set?: readonly string[];
  readonly sweep?: string;
  readonly control?: string;
  readonly results: string;
  readonly corpus?: string;
  readonly model?: string;
  readonly tokenizer?: string;
  readonly out?: string;
  readonly rows?: number;
  readonly recompute?: boolean;
  readonly plan?: boolean;
  readonly memory?: number;
  readonly steps?: number;
  readonly seed: number;
  readonly device: ExecutorName;
  readonly keepLast: number;
  readonly terms?: string;
  readonly encoding: Encoding;
  readonly resume?: boolean;
  readonly json?: boolean;
};

/** `kliniskvest pretrain` */
export function pretrainCommand(): Command {
  return new Command("pretrain")
    .description("train a model on a corpus, from nothing or from a model folder")
    .option(
      "--recipe <recipe>",
      "how to train: a recipe file, or a name of `recipe list`; if absent, what fits the model, or bertNspSmall for a new one",
    )
    .option(
      "--set <name=value>",
      "change a setting of the recipe, e.g. learningRate=1e-4; may be given several times",
      (change: string, before: readonly string[] = []) => [...before, change],
    )
    .option("--corpus <folder>", "a corpus, as `corpus generate` or `corpus import` makes it")
    .option("--model <folder>", 'the model to continue, or "new"')
    .option("--tokenizer <folder>", "the tokenizer of a new model; otherwise that of the model")
    .option("--out <folder>", "the run folder; the finished model is its model/")
    .option("--steps <count>", "instead of the recipe's number", wholeNumber(1))
    .option("--seed <seed>", "any whole number", wholeNumber(0), 1)
    .addOption(deviceOption())
    .option("--rows <count>", "rows of a micro-batch; the whole batch stays", wholeNumber(1))
    .option("--recompute", "less memory for a third more time: layers are computed again")
    .option("--plan", "tell the memory a run takes, and train nothing")
    .option("--memory <size>", "for a plan: what there is, e.g. 48GB", memorySize)
    .option("--sweep <file>", "many runs, measured: recipes, seeds and what to vary, as JSON")
    .option("--control <folder>", "for a sweep: a corpus of general text")
    .option("--results <folder>", "for a sweep: where its record and tables belong", "results")
    .option("--keep-last <count>", "checkpoints that stay, besides the best one", wholeNumber(1), 2)
    .option("--terms <file>", "for term masking: terms that are masked whole, one a line")
    .addOption(encodingOption("of the terms"))
    .option("--resume", "go on with the run in --out")
    .option("--json", "print the outcome as JSON")
    .addHelpText(
      "after",
      "\nExample:\n  kliniskvest pretrain --recipe bertNspSmall --corpus corpora/clinical --model new --tokenizer tokenizers/nb-nn --out runs/first",
    )
    .action(async (flags: Flags, command: Command) => {
      if (flags.sweep !== undefined) {
        for (const name of ["recipe", "set", "steps", "seed"])
          if (command.getOptionValueSource(name) === "cli")
            throw new InputError(`--${name} belongs into the file of --sweep; leave it out`);
        const { corpus, model, out } = requireFolders(flags);
        return pretrainSweep({ ...flags, corpus, model, out, sweep: flags.sweep });
      }
      chooseExecutor(flags.device);
      const chosen = chosenSettings(flags);
      if (flags.plan) return printPlan(chosen.recipe, flags);
      const folders = requireFolders(flags);
      await withRanks((mpi) => train(chosen, { ...flags, ...folders }, mpi));
    });
}

async function printPlan(recipe: PretrainingRecipe, flags: Flags): Promise<void> {
  const plan = planPretraining({
    config: await plannedConfig(recipe, flags),
    settings: recipe.settings,
    memory: flags.memory,
  });
  console.log(flags.json ? JSON.stringify(plan, null, 2) : pretrainingPlanText(plan));
}

/** The encoder of a plan; weights are not read, and a published encoder need not be there. */
async function plannedConfig(recipe: PretrainingRecipe, flags: Flags): Promise<EncoderConfig> {
  if (flags.model !== undefined && flags.model !== "new") return loadConfig(flags.model);
  if (flags.tokenizer !== undefined) return newConfig(recipe, await loadTokenizer(flags.tokenizer));
  const published = Object.values(publishedEncoders).find((config) =>
    isDeepStrictEqual(shapeOf(config), recipe.encoder),
  );
  if (published) return published;
  throw new InputError(
    `--plan of ${recipe.name}: how large the vocabulary is follows from the tokenizer; add --tokenizer or --model`,
  );
}

type Folders = { readonly corpus: string; readonly model: string; readonly out: string };

function requireFolders({ corpus, model, out }: Flags): Folders {
  const refuse = (flag: string): never => {
    throw new InputError(`${flag} is missing: name a folder (see --help)`);
  };
  return {
    corpus: corpus ?? refuse("--corpus"),
    model: model ?? refuse("--model"),
    out: out ?? refuse("--out"),
  };
}

/** @param mpi - the processes that train together; rank 0 writes and shows what there is */
async function train(
  { recipe, sources }: ChosenSettings,
  flags: Flags & Folders,
  mpi: MpiProcess | undefined,
): Promise<void> {
  const leads = mpi === undefined || mpi.rank === 0;
  if (leads && existsSync(join(flags.out, "manifest.json")) && !flags.resume)
    throw new InputError(
      `${flags.out} holds a run; add --resume to go on with it, or name another folder`,
    );
  if (leads) requireRunFolder(flags.out);
  const isNew = flags.model === "new";
  if (isNew && flags.tokenizer === undefined)
    throw new InputError("--model new needs --tokenizer: name the folder of the tokenizer");
  // All that is asked for is read before anything is written.
  openManifest(flags.corpus);
  const progress = leads ? createProgress() : noProgress;
  const run = await prepareRun({
    ...{ recipe, from: isNew ? undefined : flags.model, tokenizerDir: flags.tokenizer },
    seed: flags.seed,
    log: (line) => progress.log(`  ${line}`),
  });
  const { tokenizer } = run;
  checkRanks(mpi ?? alone, recipe.settings.accumulation);
  const terms = termsOf(recipe, tokenizer, flags, (line) => progress.log(line));
  progress.stage("token cache");
  const tokens = join(flags.out, "tokens");
  if (leads)
    await buildTokenCache({
      corpusDir: flags.corpus,
      tokenizer,
      dir: tokens,
      replace: true, // the folder is this run's own
      onProgress: (done, total) => progress.update(done, total),
    });
  await mpi?.barrier();
  const cache = openTokenCache(tokens);
  progress.finish(`${cache.tokens.length} tokens`);
  for (const line of settingLines({ recipe, sources })) progress.log(`  ${line}`);
  progress.log(`  ${passesInWords(recipe.settings, cache.tokens.length)}`);
  for (const line of decayGroupLines(parametersOf(run.model))) progress.log(`  ${line}`);
  progress.stage(`pretraining, ${recipe.settings.steps} steps`);
  const goOn = `stopped; to go on, run the same command ${flags.resume ? "again" : "with --resume"}`;
  const model = await withInterrupt(goOn, async (signal) =>
    startRun(run, {
      ...{ cache, terms, dir: flags.out, executor: flags.device },
      facts: {
        settingsFrom: { recipe: recipe.name, ...sources },
        ...(mpi && { ranks: mpi.ranks }),
      },
      communicator: mpi,
      keeping: { last: flags.keepLast, best: true },
      signal,
      onProgress: ({ step, steps, loss, tokensPerSecond }) =>
        progress.update(step, steps, `loss ${loss.toFixed(3)}  ${tokensPerSecond} tokens/s`),
    }),
  );
  progress.finish();
  if (!leads) return;
  const events = readEvents(flags.out);
  const last = events.at(-1)!;
  const skipped = events.filter((event) => event.skipped).length;
  const bestStep = bestCheckpoint(flags.out);
  const best = bestStep === undefined ? undefined : join(flags.out, `checkpoint-${bestStep}`);
  if (flags.json) console.log(JSON.stringify({ model, best, last, skipped }, null, 2));
  else
    console.log(
      [
        ...[`model: ${model}`, inWords(last, events[0]!)],
        ...(best ? [`best on held-out text: ${best}`] : []),
        ...(skipped > 0 ? [`${skipped} of ${last.step} steps had nothing to mask: skipped`] : []),
      ].join("\n"),
    );
}

/** Refuse a folder with anything but a run, or what one leaves that is ended before it has a manifest. */
function requireRunFolder(out: string): void {
  if (existsSync(join(out, "manifest.json"))) return;
  requireFreeFolder(out, {
    kind: "a run",
    replace: true,
    isOurs: (entry) => /^(?:tokens|run\.lock|manifest\.json)(?:\..*)?$/.test(entry),
  });
}

/** The terms of a list in the tokens of a tokenizer, for a recipe that masks terms; `log` is told which have none. */
function termsOf(
  { name, settings }: PretrainingRecipe,
  tokenizer: Tokenizer,
  { terms: path, encoding }: Pick<Flags, "terms" | "encoding">,
  log: (line: string) => void,
): TermIndex | undefined {
  const isAsked = settings.masking.unit === "term";
  if (!isAsked && path !== undefined)
    throw new InputError(`--terms ${path}: ${name} masks no terms; leave it out`);
  if (!isAsked) return undefined;
  if (path === undefined)
    throw new InputError(`${name} masks terms whole: name a list of them with --terms`);
  const all = readTerms(path, encoding).map(({ term }) => term);
  const unwritable: string[] = [];
  const terms = indexTerms(encodeTerms(all, tokenizer, (term) => unwritable.push(term)));
  if (terms.size === 0)
    throw new InputError(
      `--terms ${path}: the tokenizer can write none of its ${all.length} terms`,
    );
  if (unwritable.length > 0) {
    const [shown, more] = [unwritable.slice(0, 5).join(", "), unwritable.length > 5 ? ", …" : ""];
    log(
      `${unwritable.length} of ${all.length} terms are never masked, as the tokenizer cannot write them: ${shown}${more}`,
    );
  }
  return terms;
}

/** How often the steps go through the corpus, e.g. `"1,000 steps of 16,384 positions: 3.2 times the corpus"`. */
function passesInWords(settings: PretrainingRecipe["settings"], tokens: number): string {
  const { rows, accumulation, sequenceLength, steps } = settings;
  const positions = rows * accumulation * sequenceLength;
  const times = ((steps * positions) / tokens).toPrecision(2);
  return `${steps.toLocaleString("en")} steps of ${positions.toLocaleString("en")} positions: ${Number(times)} times the corpus`;
}

/** E.g. `"step 50, loss 7.034; held-out bits per byte: nb 4.021 → 3.640, nn 4.004 → 3.653"`. */
function inWords({ step, loss, bitsPerByte = {} }: TrainingEvent, first: TrainingEvent): string {
  const before = first.step === 0 ? (first.bitsPerByte ?? {}) : {};
  const scores = Object.entries(bitsPerByte).map(([standard, bits]) => {
    const from = before[standard];
    return `${standard} ${from === undefined ? "" : `${from.toFixed(3)} → `}${bits.toFixed(3)}`;
  });
  const heldOut =
    scores.length > 0
      ? `; held-out bits per byte: ${scores.join(", ")}`
      : "; no document is held out (see heldOutShare), so that nothing is known of text it has not seen";
  return `step ${step}${loss === undefined ? "" : `, loss ${loss.toFixed(3)}`}${heldOut}`;
}

const parametersOf = (model: object): ReadonlyMap<string, Float32Array> =>
  new Map(flatten(model, isHostTensor).map(([name, { data }]) => [name, data as Float32Array]));
