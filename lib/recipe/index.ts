export type { PretrainingRecipe } from "./recipe";
export { findRecipe, parseRecipe } from "./recipeFile";
export { continuingRecipe } from "./continuing";
export { setSettings } from "./setSettings";
export { dynamicMaskings } from "./modernBertDynamic";
import { bertNsp, bertNspSmall } from "./bertNsp";
import { modernBertDynamic, modernBertDynamicSmall } from "./modernBertDynamic";
import { norbert3Span, norbert3SpanSmall } from "./norbert3Span";
import type { PretrainingRecipe } from "./recipe";

/** Recipes by name, as the command line knows them. */
export const recipes = {
  bertNsp,
  bertNspSmall,
  norbert3Span,
  norbert3SpanSmall,
  modernBertDynamic,
  modernBertDynamicSmall,
} satisfies Readonly<Record<string, PretrainingRecipe>>;

export { bertNspSmall };
