/** Single settings, as a user changes and reads them: `learningRate=1e-4`, `optimizer.weightDecay=0.1`. */

import { isObject } from "../json";
import { InputError } from "../errors";
import type { PretrainingRecipe } from "./recipe";
import { checkSettings, type Settings } from "./settingChecks";

/**
 * Settings with some changed.
 *
 * @param changes - each `name=value`: a name may go inside with dots, a value is JSON or else a word, and `null`
 *   takes an optional setting away
 * @param where - names the changes in errors
 * @throws InputError for a change without `=`, a name that is none, or a value that is out of range
 * @example setSettings(recipe.settings, ["learningRate=1e-4", "schedule.floor=0"], "--set")
 */
export function setSettings(
  settings: PretrainingRecipe["settings"],
  changes: readonly string[],
  where: string,
): PretrainingRecipe["settings"] {
  const changed = structuredClone(settings) as unknown as Settings;
  for (const change of changes) {
    const at = change.indexOf("=");
    if (at < 1)
      throw new InputError(`${where} ${change}: expected name=value, e.g. learningRate=1e-4`);
    const path = change.slice(0, at).trim().split(".");
    const last = path.pop()!;
    let owner = changed;
    for (const part of path) {
      const inner = Object.hasOwn(owner, part) ? owner[part] : undefined;
      if (!isObject(inner))
        throw new InputError(`${where} ${change}: ${part} is no setting with parts of its own`);
      owner = inner;
    }
    const value = valueOf(change.slice(at + 1).trim());
    if (value === null) delete owner[last];
    else owner[last] = value;
  }
  checkSettings(changed, where);
  return changed as unknown as PretrainingRecipe["settings"];
}

function valueOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** The name of the setting that a change is about, without its parts. */
export const changedSetting = (change: string): string => /^[^.=]*/.exec(change)![0].trim();
