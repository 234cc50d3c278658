/** Edit the library and see it in the next cell, without losing the kernel's state. */

import { dirname, sep } from "node:path";

/**
 * Forget the loaded modules of this library, so that the next `import … from "kliniskvest…"` takes
 * what `npm run watch` has compiled since. Values made before keep their old code. The engine stays
 * loaded, because its tensors and backends live in it: after editing `lib/engine`, restart the kernel.
 *
 * @returns how many modules were forgotten
 */
export function reload(): number {
  const library = dirname(__dirname) + sep;
  const engine = library + "engine" + sep;
  const paths = Object.keys(require.cache).filter(
    (path) => path.startsWith(library) && !path.startsWith(engine),
  );
  for (const path of paths) delete require.cache[path];
  return paths.length;
}
