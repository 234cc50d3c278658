import { basename, join, resolve } from "node:path";
import { Command, Option } from "commander";
import { loadConfig, modelChecksum } from "../encoder/checkpoint";
import { chooseExecutor, runtimeName, type ExecutorName } from "../engine";
import { finetuneCloze, finetunePairs } from "../evaluation/choiceScorer";
import { finetuneEntityTagger } from "../evaluation/entityTagger";
import { fittedTo, type FinetuningProgress, type OnDrawn } from "../evaluation/finetuning";
import { evaluate } from "../evaluation/harness";
import { writeResult, type EvaluationResult, type Scoring } from "../evaluation/result";
import { ofSplit } from "../evaluation/task";
import { commit, machine } from "../reproduce/provenance";
import { scales } from "../reproduce/scale";
import { tasks } from "../reproduce/scores";
import { loadTokenizer } from "../text/tokenization/tokenizer";
import { drawnLine } from "../training/start";
import { deviceOption, wholeNumber } from "./arguments";
import { createProgress } from "./progress";

type Flags = {
  readonly task: string;
  readonly model: string;
  readonly arm: "baseline" | "clinical";
  readonly scoring: "cloze" | "pair";
  readonly data?: string;
  readonly seeds: number;
  readonly device: ExecutorName;
  readonly out: string;
  readonly save?: string;
  readonly json?: boolean;
};

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
    .addOption(
      new Option("--arm <arm>", "what the model is in a comparison")
        .choices(["baseline", "clinical"])
        .default("baseline"),
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
    .option("--json", "print the results as JSON")
    .addHelpText(
      "after",
      "\nExample:\n  kliniskvest finetune --task norDeid --data ../data --model runs/first/model --seeds 3",
    )
    .action(async (flags: Flags) => {
      chooseExecutor(flags.device);
      const task = tasks.find(({ name }) => name === flags.task)!;
      const tokenizer = await loadTokenizer(flags.model);
      const name = basename(resolve(flags.model).replace(/\/model$/, ""));
      const config = loadConfig(flags.model);
      const shared = {
        model: { name, checksum: await modelChecksum(flags.model), family: name, arm: flags.arm },
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
        const saveTo = flags.save && join(flags.save, `seed-${seed}`);
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
          const scoring: Scoring = "wordLabels";
          results.push(
            await evaluate({
              ...{ ...shared, task, loaded, predictor, scoring, seed },
              settings: { ...used, ...drawn },
            }),
          );
        } else {
          const loaded = await task.load(source);
          const examples = ofSplit(loaded.examples, "train");
          const isCloze = flags.scoring === "cloze";
          const used = fittedTo(config, isCloze ? settings.cloze : settings.pairs);
          const train = isCloze ? finetuneCloze : finetunePairs;
          const predictor = await train({ ...common, examples, settings: used });
          const { scoring } = flags;
          results.push(
            await evaluate({
              ...{ ...shared, task, loaded, predictor, scoring, seed },
              settings: { ...used, ...drawn },
            }),
          );
        }
        const path = writeResult(flags.out, results.at(-1)!);
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
