import { setImmediate } from "node:timers/promises";
import { Command } from "commander";
import { writeTasks, type TasksManifest } from "../../synthetic/tasks/taskFolder";
import { forceOption, wholeNumber } from "../arguments";
import { withInterrupt } from "../interrupt";
import { createProgress } from "../progress";

type Flags = {
  readonly seed: number;
  readonly out: string;
  readonly force?: boolean;
  readonly json?: boolean;
};

/** `kliniskvest corpus tasks` */
export function tasksCommand(): Command {
  return new Command("tasks")
    .description("write the generated tasks of a seed as JSON lines with their descriptions")
    .option("--seed <seed>", "the world that is asked about: that of the corpus", wholeNumber(0), 1)
    .requiredOption("--out <folder>", "where the files go; a folder of its own")
    .addOption(forceOption())
    .option("--json", "print the manifest as JSON")
    .addHelpText("after", "\nExample:\n  kliniskvest corpus tasks --seed 1 --out corpora/tasks")
    .action(async ({ seed, out, force, json }: Flags) => {
      const progress = createProgress();
      progress.stage(`Generating tasks of seed ${seed}`);
      const manifest = await withInterrupt(
        "stopped; nothing was written. Run the same command to begin again.",
        (signal) =>
          writeTasks({
            dir: out,
            seed,
            replace: force,
            beforeTask: async (name, done, total) => {
              // A signal is only seen between turns of the event loop.
              await setImmediate();
              signal.throwIfAborted();
              progress.update(done, total, name);
            },
          }),
      );
      progress.finish();
      console.log(json ? JSON.stringify(manifest, null, 2) : describe(manifest, out));
    });
}

function describe({ tasks }: TasksManifest, out: string): string {
  const lines = Object.entries(tasks).map(([name, { files, descriptions }]) => {
    const counts = Object.entries(files).map(([split, file]) => `${split} ${file.examples}`);
    return `  ${name.padEnd(10)} ${counts.join(", ")}; ${descriptions.join(", ")}`;
  });
  return [`${out}: ${lines.length} tasks, examples by split`, ...lines].join("\n");
}
