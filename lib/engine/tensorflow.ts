/**
 * The executor `tensorflow`: tfjs operations run one by one on libtensorflow, through the package
 * tfjs-node(-gpu). Nothing needs it and it is often absent, so it is looked for only when asked for,
 * and first tried in a process of its own: a native library that crashes while it is loaded takes its
 * process along. `tensorflowBuild.ts` makes the folder where npm cannot.
 */

import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import * as tf from "@tensorflow/tfjs-core";
import { InputError } from "../errors";
import { dropoutKeep, type DropoutAttributes } from "./dropout";

export const tensorflowBackend = "tensorflow";

export type TensorflowState =
  | {
      readonly status: "ok";
      /** The folder of the npm package. */
      readonly dir: string;
      readonly binding: string;
      /** Version of libtensorflow. */
      readonly version: string;
      readonly hasGpu: boolean;
    }
  | { readonly status: "absent" }
  | { readonly status: "broken"; readonly dir: string; readonly problem: string };

/**
 * Where `kliniskvest tensorflow build` puts the package: the folder that the variable
 * KLINISKVEST_TENSORFLOW names, otherwise one of the user's, so that `npm ci` does not remove it.
 */
export const builtDir = (): string =>
  process.env["KLINISKVEST_TENSORFLOW"] ??
  join(
    process.env["XDG_DATA_HOME"] ?? join(homedir(), ".local", "share"),
    "kliniskvest",
    "tensorflow",
  );

/** How to get what is absent or broken. */
export const tensorflowRemedy =
  "kliniskvest tensorflow build --libtensorflow DIR makes it (see its --help); nothing else needs it";

/**
 * Look for the package and compute a product with it in another process. The first that works is
 * taken: the built one, then, unless a variable names the former, what npm installed in the project.
 */
export function examineTensorflow(): TensorflowState {
  const states = packageDirs().map(tryPackage);
  return (
    states.find(({ status }) => status === "ok") ??
    states.find(({ status }) => status === "broken") ?? { status: "absent" }
  );
}

function packageDirs(): string[] {
  const dirs = existsSync(builtDir()) ? [builtDir()] : [];
  if (process.env["KLINISKVEST_TENSORFLOW"] !== undefined) return dirs;
  for (const from of [join(process.cwd(), "package.json"), __filename])
    for (const name of ["@tensorflow/tfjs-node-gpu", "@tensorflow/tfjs-node"])
      try {
        const path = createRequire(from).resolve(`${name}/package.json`);
        const { name: realName } = createRequire(from)(path) as { name: string };
        // This project installs tfjs-core under the name of tfjs-node: decisions/002.
        if (realName === name) dirs.push(dirname(path));
      } catch {
        // Not installed there.
      }
  return [...new Set(dirs)];
}

/** @param dir - a folder of the package tfjs-node(-gpu) */
export function tryPackage(dir: string): TensorflowState {
  const binding = bindingOf(dir);
  const broken = (problem: string): TensorflowState => ({ status: "broken", dir, problem });
  if (!binding) return broken("its native part, lib/napi-v<number>/tfjs_binding.node, is missing");
  const { stdout, stderr, signal, error } = spawnSync(process.execPath, ["-e", trial, binding], {
    encoding: "utf8",
    env: { ...process.env, ...quiet() },
    timeout: 120_000,
  });
  if (signal) return broken(`it crashes when it is loaded (${signal})`);
  if (error) return broken(`it could not be tried: ${error.message}`);
  const answer = /^\{.*\}$/m.exec(stdout)?.[0];
  if (answer === undefined)
    return broken(oneLine(`loading it ends the process without an answer. ${stderr}`));
  const found = JSON.parse(answer) as
    | { readonly version: string; readonly hasGpu: boolean; readonly square: number }
    | { readonly problem: string };
  if ("problem" in found) return broken(oneLine(found.problem));
  if (found.square !== 9) return broken(`it computes 3·3 = ${found.square}`);
  const { version, hasGpu } = found;
  return { status: "ok", dir, binding, version, hasGpu };
}

/** The native part for the newest version of Node's interface that this Node has. */
function bindingOf(dir: string): string | undefined {
  if (!existsSync(join(dir, "lib"))) return undefined;
  const versions = readdirSync(join(dir, "lib"))
    .map((name) => Number(/^napi-v(\d+)$/.exec(name)?.[1]))
    .filter((version) => version <= Number(process.versions["napi"]))
    .sort((a, b) => b - a);
  return versions
    .map((version) => join(dir, "lib", `napi-v${version}`, "tfjs_binding.node"))
    .find((path) => existsSync(path));
}

const oneLine = (message: string): string =>
  message
    .replace(/\s+/g, " ")
    .slice(0, 400)
    .replace(/[. ]+$/, "");

/** Runs in a fresh Node: loads the native part it is given and squares 3. */
const trial = `
try {
  const binding = require(process.argv[1]);
  const three = binding.createTensor([1], binding.TF_FLOAT, Float32Array.of(3));
  const type = { name: "T", type: binding.TF_ATTR_TYPE, value: binding.TF_FLOAT };
  const [product] = binding.executeOp("Mul", [type], [three, three], 1);
  const [square] = binding.tensorDataSync(product.id);
  const { TF_Version: version } = binding;
  console.log(JSON.stringify({ version, hasGpu: binding.isUsingGpuDevice(), square }));
} catch (error) {
  console.log(JSON.stringify({ problem: error.message }));
}`;

/** TensorFlow writes notes on its build and the processor to standard error; warnings are enough. */
const quiet = (): { TF_CPP_MIN_LOG_LEVEL: string } => ({
  TF_CPP_MIN_LOG_LEVEL: process.env["TF_CPP_MIN_LOG_LEVEL"] ?? "2",
});

type Backend = tf.KernelBackend & {
  write(values: tf.backend_util.BackendValues, shape: number[], dtype: tf.DataType): tf.DataId;
};
type BackendModule = {
  NodeJSKernelBackend: new (binding: unknown, packageName: string) => Backend;
};

/** Name under which the built package finds this process's tfjs-core (see `tensorflowBuild.ts`). */
export const coreKey = "kliniskvest.tfjs-core";

let running: string | undefined;

/**
 * Load TensorFlow into this process, once, as the tfjs backend {@link tensorflowBackend}.
 *
 * @param threads - inside one operator; what the first call says holds for the process
 * @returns the name and version of the library, e.g. `"libtensorflow 2.15.1"`
 * @throws InputError saying what is missing or broken and what to do
 */
export function loadTensorflow(threads?: number): string {
  if (running !== undefined) return running;
  const state = examineTensorflow();
  if (state.status === "absent")
    throw new InputError(`the executor tensorflow is not installed: ${tensorflowRemedy}`);
  const refuse = (dir: string, problem: string): never => {
    throw new InputError(
      `the executor tensorflow cannot be used: ${dir}: ${problem}. ${tensorflowRemedy}`,
    );
  };
  if (state.status === "broken") return refuse(state.dir, state.problem);
  Object.assign(process.env, quiet());
  if (threads !== undefined) process.env["TF_NUM_INTRAOP_THREADS"] = String(threads);
  try {
    registerBackend(state.dir, state.binding);
  } catch (error) {
    return refuse(state.dir, oneLine((error as Error).message));
  }
  running = `libtensorflow ${state.version}`;
  return running;
}

function registerBackend(dir: string, bindingPath: string): void {
  (globalThis as Record<symbol, unknown>)[Symbol.for(coreKey)] = tf;
  const require = createRequire(join(dir, "package.json"));
  const binding: unknown = require(bindingPath);
  // Not the package's own entry: it would load every backend of tfjs and make itself the default.
  const { NodeJSKernelBackend } = require("./dist/nodejs_kernel_backend.js") as BackendModule;
  require("./dist/register_all_kernels.js");
  const { name } = require("./package.json") as { name: string };
  tf.registerBackend(tensorflowBackend, () => new NodeJSKernelBackend(binding, name), 0);
  tf.registerKernel({
    kernelName: "DropoutKeep",
    backendName: tensorflowBackend,
    kernelFunc: ({ inputs, attrs, backend }) => {
      const { shape, rate, salt } = attrs as unknown as DropoutAttributes;
      const seed = ((backend as Backend).readSync(inputs["seed"]!.dataId) as Int32Array)[0]!;
      const values = dropoutKeep(seed, salt, rate, shape);
      const dataId = (backend as Backend).write(values, shape, "float32");
      return { dataId, shape, dtype: "float32" };
    },
  });
}
