export type { PretrainingRecipe } from "./recipe";
import { bertNspSmall } from "./bertNsp";
import type { PretrainingRecipe } from "./recipe";

/** Recipes by name, as the command line knows them. */
export const recipes: Readonly<Record<string, PretrainingRecipe>> = { bertNspSmall };

export { bertNspSmall };
