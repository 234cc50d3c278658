/** What paths mean, on the system they are of. */

import system, { type PlatformPath } from "node:path";

/** Whether `path` is `folder` or lies in it; neither needs to be there. */
export function isWithin(path: string, folder: string, of: PlatformPath = system): boolean {
  const way = of.relative(folder, path);
  // From one drive of Windows to another there is no way but the whole path.
  return way !== ".." && !way.startsWith(`..${of.sep}`) && !of.isAbsolute(way);
}

/** What a model is called after where it lies: its folder, or the run whose folder `model` it is. */
export function modelName(dir: string, of: PlatformPath = system): string {
  const { dir: above, base } = of.parse(of.resolve(dir));
  return base === "model" ? of.basename(above) : base;
}
