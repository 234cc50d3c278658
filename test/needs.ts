/**
 * What some tests need and a machine may lack. A test says so in its options, and the reporter of
 * skipped tests (`skipped.ts`) counts what was lacking:
 *
 *     it("trains the model that one process trains", needs(openMpi), async () => { … });
 */

import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

declare module "vitest" {
  interface TaskMeta {
    /** What this machine lacks for the test or the tests inside, and how to get it. */
    lacks?: string;
  }
}

export type Need = {
  /** What it is and where it comes from. */
  readonly what: string;
  readonly present: boolean;
};

/** Options of a test or a suite that is skipped where something that it needs is lacking. */
export function needs(...all: readonly Need[]): { skip?: true; meta?: { lacks: string } } {
  const lacking = all.find(({ present }) => !present);
  return lacking ? { skip: true, meta: { lacks: lacking.what } } : {};
}

const answers = (command: string, ...args: string[]): boolean =>
  spawnSync(command, args).status === 0;

export const linux: Need = { what: "Linux", present: process.platform === "linux" };

export const posix: Need = {
  what: "an operating system with the signals of POSIX",
  present: process.platform !== "win32",
};

export const compiler = (): Need => ({
  what: "a C compiler, cc",
  present: answers("cc", "--version"),
});

export const builtLibrary: Need = {
  what: "the built library: npm run build",
  present: existsSync(join(import.meta.dirname, "../lib/dist/cli/main.js")),
};

/** The Python that the tests ask. */
export const python = process.env["KLINISKVEST_PYTHON"] ?? "python3";

/** Packages that Python can import; test/python/requirements.txt has all that any test asks for. */
export const pythonPackages = (...packages: readonly string[]): Need => ({
  what: `${packages.join(", ")} in ${python} (another Python: KLINISKVEST_PYTHON): pip install -r test/python/requirements.txt`,
  present: answers(python, "-c", `import ${packages.join(", ")}`),
});

export const jupyter = (): Need => ({
  what: "jupyter nbconvert on the path: pip install -r test/python/requirements.txt",
  present: answers("jupyter", "nbconvert", "--version"),
});

/** @param status what `examineTensorflow` tells */
export const tensorflow = ({ status }: { readonly status: string }): Need => ({
  what: `TensorFlow's native part (it is ${status}): kliniskvest tensorflow build`,
  present: status === "ok",
});

/** Real data, which never enters the repository; the data cards say where it comes from. */
export const dataFolder =
  process.env["KLINISKVEST_DATA"] ?? join(import.meta.dirname, "../../shared/data");

/** Files or folders of the data folder. */
export const dataFiles = (...names: readonly string[]): Need => {
  const lacking = names.find((name) => !existsSync(join(dataFolder, name)));
  return {
    what: `${lacking} in the data folder (KLINISKVEST_DATA, else ../shared/data)`,
    present: lacking === undefined,
  };
};

/** What the authors' own code of NorBERT3 computed; it travels with the data, not with the project. */
export const authorsGoldens = join(dataFolder, "../goldens/norbert3-tiny");
export const goldensOfAuthors: Need = {
  what: "goldens/norbert3-tiny beside the data folder (KLINISKVEST_DATA, else ../shared/data)",
  present: existsSync(authorsGoldens),
};
