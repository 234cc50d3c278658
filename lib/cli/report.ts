/** `kliniskvest report`: tables from the evaluation results. */

import { existsSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import { InputError } from "../errors";
import { writeTables } from "../report/table";

function tables(flags: { results: string; json?: boolean }): void {
  if (!existsSync(flags.results))
    throw new InputError(
      `--results ${flags.results}: no such folder; give the folder that holds evaluations/`,
    );
  const written = writeTables(flags.results);
  if (written.length === 0)
    throw new InputError(
      `${join(flags.results, "evaluations")}: no results there; make some with: kliniskvest reproduce --scale quick`,
    );
  if (flags.json) process.stdout.write(JSON.stringify({ written }) + "\n");
  else for (const path of written) process.stdout.write(`${join(flags.results, path)}\n`);
}

export function reportCommand(): Command {
  const command = new Command("report").description("tables of the results");
  command
    .command("tables")
    .description("write tables/<scale>.md and .csv, one of each for every scale with results")
    .option("--results <folder>", "folder that holds evaluations/", "results")
    .option("--json", "print the paths written as JSON")
    .addHelpText("after", "\nExample:\n  $ kliniskvest report tables --results results")
    .action(tables);
  return command;
}
