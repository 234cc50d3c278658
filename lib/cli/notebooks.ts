/** `kliniskvest notebooks`: run them without Jupyter, or open them in it. */

import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { Command } from "commander";
import { InputError } from "../errors";
import { requireFreeFile } from "../files";
import { formatNotebook, readNotebook } from "../notebook/document";
import { installKernel, kernelspecFolder } from "../notebook/kernelspec";
import { runNotebook } from "../notebook/run";
import { forceOption } from "./arguments";
import { createProgress } from "./progress";

type RunFlags = {
  check?: boolean;
  timeout: string;
  out?: string;
  force?: boolean;
  json?: boolean;
};

/** The notebooks of the project that the command is run in, in order. */
function projectNotebooks(): string[] {
  const folder = existsSync("notebooks") ? "notebooks" : ".";
  const files = readdirSync(folder).filter((file) => file.endsWith(".ipynb"));
  if (files.length === 0) {
    throw new InputError("No notebooks here: give their paths, or run this in the project folder.");
  }
  return files.sort().map((file) => join(folder, file));
}

type Outcome = { notebook: string; outcome: string; seconds: number; problem?: string };

async function run(files: readonly string[], flags: RunFlags): Promise<void> {
  const timeoutSeconds = Number(flags.timeout);
  if (!(timeoutSeconds > 0)) {
    throw new InputError(`--timeout ${flags.timeout}: give a number of seconds above 0.`);
  }
  const stop = new AbortController();
  const onInterrupt = (): void => stop.abort();
  process.once("SIGINT", onInterrupt);
  const progress = createProgress();
  const results: Outcome[] = [];
  const paths = files.length > 0 ? files : projectNotebooks();
  const placeOf = (path: string): string =>
    flags.out === undefined ? path : join(flags.out, basename(path));
  try {
    if (flags.out !== undefined && !flags.check)
      for (const path of paths)
        requireFreeFile(placeOf(path), { option: "--out", replace: flags.force ?? false });
    for (const [index, path] of paths.entries()) {
      const start = performance.now();
      progress.stage(path, `${index + 1}/${paths.length}`);
      const before = formatNotebook(readNotebook(path));
      const { outcome, notebook, problem } = await runNotebook(path, {
        out: flags.check ? null : placeOf(path),
        timeoutSeconds,
        signal: stop.signal,
        onCell: ({ number, of }) => progress.update(number - 1, of, `cell ${number} of ${of}`),
      });
      const isChanged = flags.check && outcome === "done" && formatNotebook(notebook) !== before;
      const seconds = Math.round((performance.now() - start) / 100) / 10;
      const end = isChanged
        ? {
            outcome: "changed",
            problem: "Outputs differ from the saved ones; without --check the new ones are saved.",
          }
        : { outcome, ...(problem === undefined ? {} : { problem }) };
      results.push({ notebook: path, seconds, ...end });
      progress.finish(end.problem ? `${end.outcome}: ${end.problem}` : "");
      if (outcome !== "done") break;
    }
  } finally {
    process.off("SIGINT", onInterrupt);
  }
  if (flags.json) process.stdout.write(JSON.stringify(results) + "\n");
  const last = results.at(-1);
  if (last?.outcome === "stopped") {
    const kept = flags.check ? "Nothing was saved" : "What had run is saved";
    const stopped = new Error(
      `Stopped. ${kept}. To go on: kliniskvest notebooks run ${last.notebook}`,
    );
    stopped.name = "AbortError";
    throw stopped;
  }
  if (results.some(({ outcome }) => outcome !== "done")) process.exitCode = 1;
}

function lab(): void {
  const { error } = spawnSync("jupyter", ["lab", "--version"], { stdio: "ignore" });
  if (error) {
    throw new InputError(
      'JupyterLab is not installed: install it with "pip install jupyterlab" (needs Python), or run the notebooks without it with "kliniskvest notebooks run", or open them in VS Code.',
    );
  }
  if (!existsSync(join(kernelspecFolder(), "kernel.json"))) {
    process.stderr.write(`Kernel written to ${installKernel()}\n`);
  }
  const { status } = spawnSync("jupyter", ["lab", "notebooks"], { stdio: "inherit" });
  if (status !== 0) process.exitCode = 1;
}

/** The command with its subcommands, for `main.ts`. */
export function notebooksCommand(): Command {
  const command = new Command("notebooks").description(
    "run the notebooks, or open them in Jupyter",
  );

  command
    .command("run")
    .description("run notebooks from the top, without Jupyter or Python, and save their outputs")
    .argument("[files...]", "notebooks; by default all of the project")
    .option("--check", "save nothing; fail if the outputs are not the saved ones")
    .option("--out <dir>", "save the executed notebooks there instead of in place")
    .addOption(forceOption("notebooks of the same names at --out"))
    .option("--timeout <seconds>", "longest time for one cell", "600")
    .option("--json", "print the outcome of each notebook as JSON")
    .addHelpText(
      "after",
      "\nExample:\n  kliniskvest notebooks run notebooks/00-start-here.ipynb --check",
    )
    .action(run);

  const kernel = command
    .command("kernel")
    .description("say where Jupyter finds the TypeScript kernel")
    .option("--prefix <dir>", "ask for this environment instead of the user's own files")
    .option("--json", "print the answer as JSON")
    .addHelpText("after", "\nExample:\n  kliniskvest notebooks kernel install --prefix .venv")
    .action(({ prefix, json }: { prefix?: string; json?: boolean }) => {
      const path = join(kernelspecFolder(prefix), "kernel.json");
      const isInstalled = existsSync(path);
      const hint = isInstalled ? "" : ' (not yet: run "kliniskvest notebooks kernel install")';
      process.stdout.write(
        json ? JSON.stringify({ path, isInstalled }) + "\n" : `${path}${hint}\n`,
      );
    });
  kernel
    .command("install")
    .description("write the kernel's file for Jupyter")
    .option("--prefix <dir>", "into this environment, e.g. a Python virtual environment")
    .option("--user", "into the user's own Jupyter files (the default)")
    .addHelpText("after", "\nExample:\n  kliniskvest notebooks kernel install --prefix .venv")
    .action((flags: { prefix?: string; user?: boolean }, self: Command) => {
      // `kernel` knows --prefix too and takes it first.
      const prefix = flags.prefix ?? (self.parent?.opts() as { prefix?: string }).prefix;
      if (prefix !== undefined && flags.user) {
        throw new InputError("--prefix and --user: give one of them.");
      }
      process.stdout.write(installKernel(prefix === undefined ? {} : { prefix }) + "\n");
    });

  command
    .command("lab")
    .description("open the notebooks in JupyterLab")
    .addHelpText("after", "\nExample:\n  kliniskvest notebooks lab")
    .action(lab);

  return command;
}
