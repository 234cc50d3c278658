/** What this machine can run. Nothing is installed or downloaded to find out. */

import { execFile } from "node:child_process";
import { availableParallelism, totalmem } from "node:os";
import { promisify } from "node:util";
import { executors, type Executor } from "../engine";
import { InputError } from "../errors";
import { loadNative, nativePackages, type NativePackage } from "../native";
import { libraryVariable, mpiVersion } from "../training/mpi";

export type Finding = {
  readonly name: string;
  readonly status: "ok" | "absent" | "broken";
  /** The version found, or how to get what is absent or broken. */
  readonly detail: string;
};

/** Look at executors, packages and programs in turn. */
export async function diagnose(): Promise<Finding[]> {
  return [
    {
      name: "node",
      status: "ok",
      detail: `${process.version}, ${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GiB`,
    },
    ...(Object.keys(nativePackages) as NativePackage[]).map(nativePackage),
    ...(await Promise.all(Object.values<Executor>(executors).map(executorFinding))),
    await programFinding(
      "jupyter (optional)",
      "jupyter",
      ["--version"],
      "kliniskvest notebooks run needs no Jupyter; for the browser, install JupyterLab from PyPI",
    ),
    mpi(),
  ];
}

function nativePackage(name: NativePackage): Finding {
  try {
    loadNative(name);
    return { name, status: "ok", detail: `for ${nativePackages[name]}` };
  } catch (error) {
    return { name, status: "absent", detail: (error as Error).message };
  }
}

async function executorFinding(executor: Executor): Promise<Finding> {
  const name = `executor ${executor.name}${executor.isOptional ? " (optional)" : ""}`;
  return { name, ...(await executor.examine()) };
}

function mpi(): Finding {
  const name = "MPI (optional)";
  let version: string | undefined;
  try {
    version = mpiVersion();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { name, status: "absent", detail: "needs koffi, above" };
  }
  if (version === undefined)
    return {
      name,
      status: "absent",
      detail: `for training on several processes, install Open MPI (Debian: openmpi-bin), or name its libmpi.so in ${libraryVariable}`,
    };
  return version.startsWith("Open MPI")
    ? { name, status: "ok", detail: version }
    : {
        name,
        status: "broken",
        detail: `${version} is found, Open MPI is needed; name its libmpi.so in ${libraryVariable}`,
      };
}

async function programFinding(
  name: string,
  program: string,
  args: string[],
  remedy: string,
): Promise<Finding> {
  try {
    const { stdout } = await promisify(execFile)(program, args, { timeout: 20_000 });
    return { name, status: "ok", detail: stdout.trim().split("\n")[0] ?? "" };
  } catch {
    return { name, status: "absent", detail: remedy };
  }
}
