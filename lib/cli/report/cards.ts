import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import { InputError } from "../../errors";
import { cardFacts } from "../../report/cardFacts";
import { readDataCard, writeComputed } from "../../report/dataCard";
import { createProgress } from "../progress";

type Flags = { dataCards: string; data?: string; check?: boolean; json?: boolean };

/** `kliniskvest report cards` */
export function cardsCommand(): Command {
  return new Command("cards")
    .description("count what the data cards describe and write the numbers into them")
    .option("--data-cards <folder>", "folder of data cards", "data-cards")
    .option("--data <folder>", "folder of the real data sets; without it their cards are left")
    .option("--check", "write nothing; exit 1 if a card has other numbers")
    .option("--json", "print what was done to each card as JSON")
    .addHelpText("after", "\nExample:\n  $ kliniskvest report cards --data data --check")
    .action(cards);
}

async function cards({ dataCards, data, check, json }: Flags): Promise<void> {
  for (const folder of [dataCards, ...(data === undefined ? [] : [data])])
    if (!existsSync(folder))
      throw new InputError(`${folder}: no such folder; name the one that holds the files.`);
  const names = readdirSync(dataCards)
    .filter((file) => file.endsWith(".md"))
    .map((file) => file.slice(0, -".md".length))
    .sort();
  const progress = createProgress();
  progress.stage(`Counting for ${names.length} data cards`);
  const outcome: Record<string, "same" | "changed" | "not counted"> = {};
  for (const [i, name] of names.entries()) {
    progress.update(i, names.length, name);
    const path = join(dataCards, `${name}.md`);
    readDataCard(path);
    const computed = await cardFacts[name]?.(data);
    outcome[name] =
      computed === undefined
        ? "not counted"
        : writeComputed(path, computed, check)
          ? "changed"
          : "same";
  }
  progress.finish();
  const changed = names.filter((name) => outcome[name] === "changed");
  if (json) console.log(JSON.stringify(outcome, null, 2));
  else for (const name of names) console.log(`${name.padEnd(24)} ${outcome[name]}`);
  if (check && changed.length > 0)
    throw new Error(
      `${changed.join(", ")}: other numbers than the data; run: kliniskvest report cards`,
    );
}
