/**
 * Packages with a part compiled for each platform. They are loaded when first needed and not when the
 * program starts, so that a machine which lacks one runs what does without it, and is told what to do.
 */

import { createRequire } from "node:module";
import { InputError } from "./errors";

/** The packages, and what needs them. */
export const nativePackages = {
  "onnxruntime-node": "training, fine-tuning and models",
  "@duckdb/node-api": "corpora",
  "@resvg/resvg-js": "figures",
  koffi: "training on several processes",
  zeromq: "notebooks in Jupyter",
} as const;
export type NativePackage = keyof typeof nativePackages;

const here = createRequire(__filename);
const loaded = new Map<NativePackage, unknown>();

/**
 * The module of a package, e.g. `loadNative<typeof import("koffi")>("koffi")`; loaded once.
 *
 * @throws InputError if its compiled part is missing here, or does not load
 */
export function loadNative<Module>(name: NativePackage): Module {
  if (!loaded.has(name)) loaded.set(name, load(name));
  return loaded.get(name) as Module;
}

function load(name: NativePackage): unknown {
  try {
    // It belongs to tslab, which alone imports it.
    const from = name === "zeromq" ? createRequire(here.resolve("tslab/package.json")) : here;
    return from(name);
  } catch (error) {
    const [why] = (error as Error).message.split("\n");
    throw new InputError(
      `${name} (for ${nativePackages[name]}) does not load on ${process.platform} ${process.arch}: ${why}; run npm ci on this machine, without --omit=optional (README.md names the platforms)`,
    );
  }
}
