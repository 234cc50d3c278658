/** `kliniskvest report`: what readers see, made from files that commands wrote. */

import { existsSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import { InputError } from "../../errors";
import { writeFigures } from "../../report/figures";
import { writePretrainingFigures } from "../../report/pretrainingFigures";
import { writePretrainingTables } from "../../report/pretrainingTable";
import { writeTables } from "../../report/table";
import { writeSite } from "../../site/site";
import { wholeNumber } from "../arguments";
import { cardsCommand } from "./cards";

async function tables(flags: { results: string; json?: boolean }): Promise<void> {
  if (!existsSync(flags.results))
    throw new InputError(
      `--results ${flags.results}: no such folder; give the folder that holds evaluations/`,
    );
  const written = [
    ...writeTables(flags.results),
    ...(await writeFigures(flags.results)),
    ...writePretrainingTables(flags.results),
    ...(await writePretrainingFigures(flags.results)),
  ];
  if (written.length === 0)
    throw new InputError(
      `${join(flags.results, "evaluations")}: no results there; make some with: kliniskvest reproduce --scale quick`,
    );
  if (flags.json) process.stdout.write(JSON.stringify({ written }) + "\n");
  else for (const path of written) process.stdout.write(`${join(flags.results, path)}\n`);
}

async function site(flags: {
  results: string;
  notebooks: string;
  dataCards: string;
  seed: number;
  json?: boolean;
}): Promise<void> {
  if (!existsSync(flags.results))
    throw new InputError(
      `--results ${flags.results}: no such folder; give the folder that holds tables/ and figures/`,
    );
  const pages = await writeSite(flags);
  const home = join(flags.results, "site", "index.html");
  if (flags.json) process.stdout.write(JSON.stringify({ home, pages }) + "\n");
  else process.stdout.write(`${pages.length} pages; open ${home}\n`);
}

export function reportCommand(): Command {
  const command = new Command("report").description("tables, pages and data cards");
  command
    .command("tables")
    .description("write tables/ and figures/ anew: of every scale with results, and of the sweeps")
    .option("--results <folder>", "folder that holds evaluations/", "results")
    .option("--json", "print the paths written as JSON")
    .addHelpText("after", "\nExample:\n  $ kliniskvest report tables --results results")
    .action(tables);
  command
    .command("site")
    .description("write site/: results, sample documents, notebooks and data cards as plain pages")
    .option("--results <folder>", "folder that holds tables/ and figures/", "results")
    .option("--notebooks <folder>", "folder of executed notebooks", "notebooks")
    .option("--data-cards <folder>", "folder of data cards", "data-cards")
    .option("--seed <seed>", "of the sample documents", wholeNumber(0), 1)
    .option("--json", "print the pages written as JSON")
    .addHelpText("after", "\nExample:\n  $ kliniskvest report site && open results/site/index.html")
    .action(site);
  return command.addCommand(cardsCommand());
}
