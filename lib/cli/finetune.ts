import { join } from "node:path";
import { Command, Option } from "commander";
import { loadConfig, modelChecksum } from "../encoder/checkpoint";
import { chooseExecutor, runtimeName, type ExecutorName } from "../engine";
import { finetuneCloze, finetunePairs } from "../evaluation/choiceScorer";
import { finetuneEntityTagger } from "../evaluation/entityTagger";
import { fittedTo, type FinetuningProgress, type OnDrawn } from "../evaluation/finetuning";
import { evaluate } from "../evaluation/harness";
import {
  checkModelName,
  readResults,
  resultPath,
  writeResult,
  type EvaluatedModel,
  type EvaluationResult,
  type Scoring,
} from "../evaluation/result";
import { ofSplit } from "../evaluation/task";
import { requireFreeFile } from "../files";
import { modelName } from "../paths";
import { commit, machine } from "../reproduce/provenance";
import { scales } from "../reproduce/scale";
import { tasks } from "../reproduce/scores";
import { loadTokenizer } from "../text/tokenization/tokenizer";
import { drawnLine } from "../training/start";
import { InputError } from "../errors";
import { deviceOption, forceOption, requireReplaceable, wholeNumber } from "./arguments";
import { createProgress } from "./progress";

type Flags = {
  readonly task: string;
  readonly model: string;
  readonly name?: string;
  readonly compareTo?: string;
  readonly family?: string;
  readonly arm?: "baseline" | "clinical";
  readonly scoring: "cloze" | "pair";
  readonly data?: string;
  readonly seeds: number;
  readonly device: ExecutorName;
  readonly out: string;
  readonly save?: string;
  readonly force?: boolean;
  readonly json?: boolean;
};

type Task = (typeof tasks)[number];

/** `kliniskvest finetune` */
export function finetuneCommand(): Command {
  const settings = scales["quick"]!;
  return new Command("finetune")
    .description("fine-tune a model on a task and score it, once for each seed")
    .addOption(
      new Option("--task <task>", "what to learn")
        .choices(tasks.map(({ name }) => name))
        .makeOptionMandatory(),
    )
    .requiredOption("--model <folder>", "a model folder with its tokenizer")
    .option("--name <name>", "name of the model in tables; by default its folder's")
    .option(
      "--compare-to <name>",
      "a model scored before that this one goes on from: tables show the difference",
    )
    .option("--family <name>", "models of one family are compared; by default --compare-to's")
    .addOption(
      new Option(
        "--arm <arm>",
        "what the model is in a comparison; clinical with --compare-to, otherwise baseline",
      ).choices(["baseline", "clinical"]),
    )
    .addOption(
      new Option("--scoring <way>", "how choice questions are asked")
        .choices(["cloze", "pair"])
        .default("cloze"),
    )
    .option("--data <folder>", "folder with real data sets, for norDeid and norMedQa")
    .option("--seeds <count>", "fine-tuning seeds 1, 2, …", wholeNumber(1), 3)
    .addOption(deviceOption())
    .option("--out <folder>", "results folder", "results")
    .option("--save <folder>", "also write each fine-tuned model there, as seed-1, seed-2, …")
    .addOption(forceOption("results and models of the same seeds at --out and --save"))
    .option("--json", "print the results as JSON")
    .addHelpText(
      "after",
      `
Examples:
  kliniskvest finetune --task norDeid --data ../data --model runs/first/model --seeds 3
  kliniskvest finetune --task norDeid --data ../data --model runs/second/model --compare-to first
  kliniskvest report tables`,
    )
    .action(async (flags: Flags) => {
      chooseExecutor(flags.device);
      const task = tasks.find(({ name }) => name === flags.task)!;
      const tokenizer = await loadTokenizer(flags.model);
      const model = evaluatedModel(flags, await modelChecksum(flags.model));
      if (!flags.force) checkModelName(flags.out, model);
      refuseTaken(task, model.name, flags);
      const config = loadConfig(flags.model);
      const shared = {
        model,
        scale: "own",
        commit: commit(),
        machine: `${machine()}${flags.device === "cpu" ? "" : `, ${runtimeName(flags.device)}`}`,
      };
      const progress = createProgress();
      const results: EvaluationResult[] = [];
      for (let seed = 1; seed <= flags.seeds; seed++) {
        progress.stage(`${flags.task}, seed ${seed}`, `${seed}/${flags.seeds}`);
        const onProgress: FinetuningProgress = (step, steps, loss) =>
          progress.update(step, steps, `loss ${loss.toFixed(3)}`);
        const source = { seed: settings.worldSeed, data: flags.data };
        const saveTo = savedModel(flags, seed);
        let drawn = {};
        const onDrawn: OnDrawn = (names) => {
          drawn = { drawn: names.join(", ") };
          if (seed === 1) progress.log(`  ${drawnLine(flags.model, names)}`);
        };
        const common = { modelDir: flags.model, tokenizer, seed, saveTo, onDrawn, onProgress };
        if (task.kind === "entities") {
          const loaded = await task.load(source);
          const examples = ofSplit(loaded.examples, "train");
          const used = fittedTo(config, settings.entities);
          const predictor = await finetuneEntityTagger({ ...common, examples, settings: used });
          const scoring = scoringOf(task, flags);
          results.push(
            await evaluate({
              ...{ ...shared, task, loaded, predictor, scoring, seed },
              settings: { ...used, ...drawn },
            }),
          );
        } else {
          const loaded = await task.load(source);
          const examples = ofSplit(loaded.examples, "train");
          const scoring = scoringOf(task, flags);
          const isCloze = scoring === "cloze";
          const used = fittedTo(config, isCloze ? settings.cloze : settings.pairs);
          const train = isCloze ? finetuneCloze : finetunePairs;
          const predictor = await train({ ...common, examples, settings: used });
          results.push(
            await evaluate({
              ...{ ...shared, task, loaded, predictor, scoring, seed },
              settings: { ...used, ...drawn },
            }),
          );
        }
        const path = writeResult(flags.out, results.at(-1)!, { replace: flags.force });
        progress.finish(path);
      }
      if (flags.json) console.log(JSON.stringify(results.map(({ metrics }) => metrics)));
      else
        for (const { seed, metrics } of results) {
          const scores = Object.entries(metrics).map(
            ([name, value]) => `${name} ${value.toFixed(3)}`,
          );
          console.log(`seed ${seed}: ${scores.join(", ")}`);
        }
    });
}

/** Where a model stands in the comparison: its own words first, then the model it is compared to. */
function evaluatedModel(
  { model, name, compareTo, family, arm, out, task }: Flags,
  checksum: string,
): EvaluatedModel {
  const own = name ?? modelName(model);
  if (compareTo === undefined)
    return { name: own, checksum, family: family ?? own, arm: arm ?? "baseline" };
  if (compareTo === own)
    throw new InputError(`--compare-to ${compareTo}: is the model itself; give it a --name`);
  const scored = readResults(out).filter(({ result }) => result.arm !== "floor");
  const other = scored.find(({ result }) => result.model === compareTo && result.task === task);
  if (other === undefined) {
    const names = new Set(
      scored.filter(({ result }) => result.task === task).map(({ result }) => result.model),
    );
    throw new InputError(
      `--compare-to ${compareTo}: no scores on ${task} in ${out}; scored there: ${[...names].join(", ") || "none"}`,
    );
  }
  return {
    name: own,
    checksum,
    family: family ?? other.result.family,
    arm: arm ?? "clinical",
  };
}

const scoringOf = ({ kind }: Task, { scoring }: Flags): Scoring =>
  kind === "entities" ? "wordLabels" : scoring;

const savedModel = ({ save }: Flags, seed: number): string | undefined =>
  save === undefined ? undefined : join(save, `seed-${seed}`);

/** Refuse before hours of training what the writing would find in its place. */
function refuseTaken(task: Task, model: string, flags: Flags): void {
  const { force: replace = false } = flags;
  for (let seed = 1; seed <= flags.seeds; seed++) {
    const result = { task: task.name, taskVersion: task.version, model, seed };
    const path = resultPath({ ...result, scoring: scoringOf(task, flags) });
    requireFreeFile(join(flags.out, path), { option: "--out", replace });
    const saved = savedModel(flags, seed);
    if (saved !== undefined)
      requireReplaceable(saved, { option: "--save", source: flags.model, replace });
  }
}
