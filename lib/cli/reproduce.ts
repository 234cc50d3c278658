import { Command, Option } from "commander";
import { reproduce } from "../reproduce/reproduce";
import { scales } from "../reproduce/scale";
import { withInterrupt } from "./interrupt";
import { createProgress, duration } from "./progress";

type Flags = {
  readonly scale: string;
  readonly data?: string;
  readonly results: string;
  readonly resume?: boolean;
  readonly json?: boolean;
};

/** `kliniskvest reproduce` */
export function reproduceCommand(): Command {
  return new Command("reproduce")
    .description(
      "the whole pipeline: corpora, pretraining, fine-tuning, tables, figures, notebooks",
    )
    .addOption(
      new Option("--scale <scale>", "how much of everything")
        .choices(Object.keys(scales))
        .default("quick"),
    )
    .option(
      "--data <folder>",
      "folder with real data sets (nor-deid/, normedqa/, …) to use as well",
    )
    .option("--results <folder>", "where results go", "results")
    .option(
      "--resume",
      "keep finished stages of a finished job too (an unfinished one always goes on)",
    )
    .option("--json", "print the paths written as JSON")
    .addHelpText("after", "\nExample:\n  kliniskvest reproduce --scale quick")
    .action(async (flags: Flags) => {
      const begun = performance.now();
      const written = await withInterrupt(
        "stopped; run the same command again to go on from here",
        (signal) =>
          reproduce({
            scale: scales[flags.scale]!,
            data: flags.data,
            results: flags.results,
            resume: flags.resume,
            display: createProgress(),
            signal,
          }),
      );
      const seconds = (performance.now() - begun) / 1000;
      if (flags.json) console.log(JSON.stringify({ written, seconds }, null, 2));
      else {
        console.log(`done in ${duration(seconds)}; written:`);
        for (const path of written) console.log(`  ${path}`);
      }
    });
}
