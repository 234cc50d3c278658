/** Files that the package ships beside its code: small weights, and lists of names and places. */

import { existsSync } from "node:fs";
import { join } from "node:path";

/** The path of a file in `lib/assets/`, whether this code runs from its source or from `dist/`. */
export function assetPath(name: string): string {
  const besideSource = join(__dirname, "assets", name);
  return existsSync(besideSource) ? besideSource : join(__dirname, "..", "assets", name);
}
