import { Command } from "commander";
import { recipes, type PretrainingRecipe } from "../recipe";
import { chosenRecipe, settingLines } from "./pretrain/settings";
import { InputError } from "../errors";

/** `kliniskvest recipe list | show` */
export function recipeCommand(): Command {
  return new Command("recipe")
    .description("with which settings `pretrain` trains")
    .addCommand(listCommand())
    .addCommand(showCommand())
    .addHelpText("after", "\nExample:\n  kliniskvest recipe show bertNsp");
}

function listCommand(): Command {
  return new Command("list")
    .description("the recipes there are")
    .option("--json", "print names and descriptions as JSON")
    .addHelpText("after", "\nExample:\n  kliniskvest recipe list")
    .action((flags: { readonly json?: boolean }) => {
      const all: readonly PretrainingRecipe[] = Object.values(recipes);
      const rows = all.map(({ name, description }) => ({ name, description }));
      if (flags.json) return console.log(JSON.stringify(rows, null, 2));
      const width = Math.max(...rows.map(({ name }) => name.length));
      for (const { name, description } of rows)
        console.log(`${name.padEnd(width)}  ${description}`);
    });
}

type ShowFlags = { readonly model?: string; readonly json?: boolean };

function showCommand(): Command {
  return new Command("show")
    .description("every setting of a recipe, or of what a model goes on with if none is named")
    .argument("[recipe]", "a name, or a recipe file")
    .option("--model <folder>", "the model that is to be continued")
    .option("--json", "print the recipe as JSON")
    .addHelpText("after", "\nExample:\n  kliniskvest recipe show --model models/norbert3-xs --json")
    .action((recipe: string | undefined, { model, json }: ShowFlags) => {
      if (recipe === undefined && model === undefined)
        throw new InputError("name a recipe (see `recipe list`), or a model with --model");
      const chosen = chosenRecipe({ recipe, model });
      if (json) console.log(JSON.stringify(chosen.recipe, null, 2));
      else console.log(settingLines(chosen).join("\n"));
    });
}
