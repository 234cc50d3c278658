/**
 * danfojs beside the engine in one process. danfojs-node asks for tfjs-node; this project gives it
 * plain tfjs-core instead (no native build, no 200 MB), which differs in three ways put right here:
 * it is a second copy of the core next to the engine's, it has no backend, and its tensors lack the
 * chained methods (`x.sub(y).sqrt()`) that danfojs is written with.
 */

import { createRequire } from "node:module";
import { InputError } from "../errors";

type Operation = (...values: unknown[]) => unknown;
type Core = {
  readonly [operation: string]: unknown;
  tensor1d(values: number[]): object;
  tidy<T>(work: () => T): T;
  getBackend(): string | undefined;
  setBackend(name: string): unknown;
  findBackend(name: string): { firstUse?: boolean } | null;
};

/** The methods danfojs calls on tensors, and the usual ones around them. */
const chained = (
  "abs add all any argMax argMin cast ceil clipByValue cumsum div divNoNan dot equal exp expandDims floor " +
  "gather greater greaterEqual isNaN less lessEqual log logicalAnd logicalNot logicalOr matMul max maximum mean " +
  "min minimum mod mul neg notEqual pow prod reshape reverse round sign slice sqrt square squeeze sub sum tile transpose"
).split(" ");

/**
 * Make `danfojs-node` whole in this process; importing `kliniskvest/notebook` does it. It may be
 * called before or after danfojs and the engine are loaded, and again. The engine keeps whatever
 * backend it works with.
 *
 * @throws InputError if danfojs-node is not installed
 */
export function prepareFrames(): void {
  const here = createRequire(__filename);
  let danfo: NodeJS.Require;
  try {
    danfo = createRequire(here.resolve("danfojs-node"));
  } catch {
    throw new InputError('Package danfojs-node is missing: run "npm ci" in the project folder.');
  }
  shareCore(here.resolve("@tensorflow/tfjs-core"), danfo.resolve("@tensorflow/tfjs-node"));
  const core = danfo("@tensorflow/tfjs-node") as Core;
  here("@tensorflow/tfjs-backend-cpu");
  // The backend advertises tfjs-node on its first use.
  const cpu = core.findBackend("cpu");
  if (cpu) cpu.firstUse = false;
  if (core.getBackend() === undefined) core.setBackend("cpu");
  addMethods(core);
}

/** Let two module paths be one module: whichever is loaded already, else the engine's. */
function shareCore(engines: string, danfos: string): void {
  if (engines === danfos || (require.cache[engines] && require.cache[danfos])) return;
  const loaded = require.cache[danfos] ? danfos : engines;
  createRequire(__filename)(loaded);
  require.cache[loaded === danfos ? engines : danfos] = require.cache[loaded];
}

function addMethods(core: Core): void {
  const prototype = core.tidy(
    () => Object.getPrototypeOf(core.tensor1d([0])) as Record<string, unknown>,
  );
  for (const name of chained) {
    const operation = core[name] as Operation;
    if (prototype[name] !== undefined) continue;
    Object.defineProperty(prototype, name, {
      configurable: true,
      writable: true,
      value(this: unknown, ...values: unknown[]) {
        return operation(this, ...values);
      },
    });
  }
}
