/** With which settings `pretrain` trains, and where each of them comes from. */

import { loadConfig } from "../../encoder/checkpoint";
import { hasNextSentenceHead } from "../../encoder/wholeModel";
import { InputError } from "../../errors";
import { findRecipe, recipes, type PretrainingRecipe } from "../../recipe";
import { continuingRecipe, continuingSources } from "../../recipe/continuing";
import { changedSetting, setSettings } from "../../recipe/setSettings";
import { settingRows } from "../../report/frames";
import { inMicroBatches } from "../../training/stepBatches";

export type SettingFlags = {
  readonly recipe?: string | undefined;
  readonly model?: string | undefined;
  readonly set?: readonly string[] | undefined;
  readonly steps?: number | undefined;
  readonly rows?: number | undefined;
  readonly recompute?: boolean | undefined;
};

export type ChosenSettings = {
  readonly recipe: PretrainingRecipe;
  /** Where settings come from that are not the recipe's own. */
  readonly sources: Readonly<Record<string, string>>;
};

/** What a model that is new is trained with where no recipe is named. */
const firstRecipe = "bertNspSmall";

/** The recipe that is named or, if none is, that fits the model which is continued. */
export function chosenRecipe({ recipe, model }: SettingFlags): ChosenSettings {
  if (recipe === undefined && model !== undefined && model !== "new")
    return {
      recipe: continuingRecipe(loadConfig(model), hasNextSentenceHead(model)),
      sources: continuingSources,
    };
  return { recipe: findRecipe(recipe ?? firstRecipe, recipes), sources: {} };
}

/**
 * The recipe with what the command line changes.
 *
 * @throws InputError for a setting that is none or out of range, one that is given twice, and rows that do not
 *   divide the batch
 */
export function chosenSettings(flags: SettingFlags): ChosenSettings {
  const { recipe, sources } = chosenRecipe(flags);
  const changes = flags.set ?? [];
  const isSet = new Set(changes.map(changedSetting));
  const given: Record<string, string> = {};
  for (const name of isSet) given[name] = "--set";
  for (const name of ["steps", "rows", "recompute"] as const) {
    if (flags[name] === undefined) continue;
    if (isSet.has(name)) throw new InputError(`${name} is given by --set and by --${name}`);
    given[name] = `--${name}`;
  }
  if (flags.rows !== undefined) given["accumulation"] = "--rows";
  const settings: PretrainingRecipe["settings"] = {
    ...setSettings(recipe.settings, changes, "--set"),
    ...(flags.steps !== undefined && { steps: flags.steps }),
    ...(flags.recompute && { recompute: true }),
  };
  return {
    recipe: {
      ...recipe,
      settings: flags.rows === undefined ? settings : inMicroBatches(settings, flags.rows),
    },
    sources: { ...sources, ...given },
  };
}

/** The settings as lines for a terminal, each with where it comes from. */
export function settingLines({ recipe, sources }: ChosenSettings): string[] {
  const rows = settingRows(recipe.settings);
  const width = (of: (row: (typeof rows)[number]) => string): number =>
    Math.max(...rows.map((row) => of(row).length));
  const [names, values] = [width(({ setting }) => setting), width(({ value }) => value)];
  return [
    `recipe ${recipe.name}: ${recipe.description}`,
    ...rows.map(({ setting, value }) => {
      const source = sources[changedSetting(setting)] ?? "recipe";
      return `  ${setting.padEnd(names)}  ${value.padEnd(values)}  ${source}`;
    }),
  ];
}
