/**
 * Tell Jupyter about the TypeScript kernel of this project. A kernelspec is one small JSON file in
 * a folder that Jupyter searches, so neither Python nor `tslab install` is needed to write it.
 */

import { createRequire } from "node:module";
import { homedir, platform } from "node:os";
import { dirname, join, resolve } from "node:path";
import { writeFileAtomic } from "../files";
import { kernelName, notebookMetadata } from "./document";

/** Where Jupyter keeps a user's own files, on the three systems it knows. */
function userData(environment: NodeJS.ProcessEnv): string {
  if (environment["JUPYTER_DATA_DIR"]) return environment["JUPYTER_DATA_DIR"];
  switch (platform()) {
    case "win32":
      return join(environment["APPDATA"] ?? join(homedir(), "AppData", "Roaming"), "jupyter");
    case "darwin":
      return join(homedir(), "Library", "Jupyter");
    default:
      return join(environment["XDG_DATA_HOME"] ?? join(homedir(), ".local", "share"), "jupyter");
  }
}

/**
 * The folder of the kernelspec: below `prefix` (a virtual environment, `/usr/local`), or among the
 * user's own Jupyter files.
 */
export function kernelspecFolder(prefix?: string, environment = process.env): string {
  const data =
    prefix === undefined ? userData(environment) : join(resolve(prefix), "share", "jupyter");
  return join(data, "kernels", kernelName);
}

/**
 * The kernelspec itself. It names this Node and this project's tslab by full path, because Jupyter
 * may start the kernel with another PATH.
 */
export function kernelspec(): object {
  const tslab = dirname(createRequire(__filename).resolve("tslab/package.json"));
  const { display_name, language } = notebookMetadata.kernelspec;
  return {
    argv: [
      process.execPath,
      join(tslab, "bin", "tslab"),
      "kernel",
      "--config-path",
      "{connection_file}",
    ],
    display_name,
    language,
    // tslab answers a signal, not a message, when a cell is to be interrupted.
    interrupt_mode: "signal",
  };
}

/**
 * Write the kernelspec, in place of an older one.
 *
 * @returns the path of the file
 * @example installKernel({ prefix: ".venv" })
 */
export function installKernel({ prefix }: { prefix?: string } = {}): string {
  const path = join(kernelspecFolder(prefix), "kernel.json");
  writeFileAtomic(path, JSON.stringify(kernelspec(), null, 1) + "\n");
  return path;
}
