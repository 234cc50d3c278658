/** Memory of arrays that nothing refers to any more, given back now. */

import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

let collect: (() => void) | undefined;

/**
 * Free the arrays that nothing refers to. V8 does so by itself when it finds the time, which leaves whole
 * gradients lying about: for large ones only, since it takes some hundredths of a second.
 */
export function collectGarbage(): void {
  if (!collect) {
    setFlagsFromString("--expose-gc");
    collect = runInNewContext("gc") as () => void;
  }
  collect();
}
