/**
 * Run notebooks without Jupyter and without Python. Cells are compiled, type-checked and executed
 * by tslab's own converter and executor in a child process (`worker.ts`), so a cell behaves as it
 * does in JupyterLab, but errors, results and execution counts are kept exactly.
 */

import { fork, type ChildProcess } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { InputError } from "../errors";
import {
  notebookMetadata,
  readNotebook,
  writeNotebook,
  type CodeCell,
  type Notebook,
  type Output,
} from "./document";
import type { Message } from "./worker";

export type RunOptions = {
  /** Where the executed notebook goes; `null` writes nothing. @defaultValue the notebook itself */
  readonly out?: string | null;
  /** Working folder of the cells; `kliniskvest` and danfojs-node must be found from it. @defaultValue the notebook's folder */
  readonly cwd?: string;
  /** Environment variables on top of this process's. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Longest time for one cell. @defaultValue 600 */
  readonly timeoutSeconds?: number;
  /** Abort to stop after what has run so far, which is then saved. */
  readonly signal?: AbortSignal;
  /** Called before each code cell, for progress. */
  readonly onCell?: (cell: {
    readonly number: number;
    readonly of: number;
    readonly id: string;
  }) => void;
};

export type RunResult = {
  readonly outcome: "done" | "failed" | "stopped";
  readonly notebook: Notebook;
  /** One line about what went wrong, absent when done. */
  readonly problem?: string;
};

/** How long an interrupted cell may take to give way before its process is ended. */
const graceMilliseconds = 2_000;

/**
 * Run all code cells of a notebook from the top, in a fresh process, and write it with its outputs.
 * A cell that fails, takes too long or is interrupted ends the run; cells after it are saved
 * without outputs. Nothing in the file depends on the time, the terminal or the machine's folders:
 * equal outputs give equal bytes.
 *
 * @throws InputError if the file is no notebook or the working folder does not exist
 * @example const { outcome } = await runNotebook("notebooks/00-start-here.ipynb");
 */
export async function runNotebook(path: string, options: RunOptions = {}): Promise<RunResult> {
  const notebook = readNotebook(path);
  const cwd = resolve(options.cwd ?? dirname(path));
  if (!existsSync(cwd))
    throw new InputError(`Working folder ${cwd} does not exist: make it first.`);
  const result = await runCells(notebook, cwd, options);
  const out = options.out === undefined ? path : options.out;
  if (out !== null) writeNotebook(out, notebook);
  return result;
}

async function runCells(notebook: Notebook, cwd: string, options: RunOptions): Promise<RunResult> {
  const { timeoutSeconds = 600, signal, onCell } = options;
  notebook.metadata = { ...notebook.metadata, ...notebookMetadata };
  const cells = notebook.cells.filter((cell): cell is CodeCell => cell.cell_type === "code");
  for (const cell of cells) {
    cell.outputs = [];
    cell.execution_count = null;
    // Jupyter may have noted when the cell ran.
    delete (cell.metadata as { execution?: unknown }).execution;
  }
  const kernel = await startKernel(cwd, options.environment ?? {});
  const displays = new Map<string, (Output & { output_type: "display_data" })[]>();
  try {
    let count = 0;
    for (const [index, cell] of cells.entries()) {
      if (signal?.aborted) return stopped(notebook, index, cells.length);
      onCell?.({ number: index + 1, of: cells.length, id: cell.id });
      if (cell.source.trim() === "") continue;
      cell.execution_count = ++count;
      const end = await runCell(kernel, cell, displays, timeoutSeconds, signal);
      if (end === "done") continue;
      if (end === "stopped") return stopped(notebook, index, cells.length);
      const error = cell.outputs.find((output) => output.output_type === "error");
      const problem = `Cell ${index + 1} of ${cells.length} (${cell.id}): ${error?.ename}: ${error?.evalue}`;
      return { outcome: "failed", notebook, problem };
    }
    return { outcome: "done", notebook };
  } finally {
    kernel.kill("SIGKILL");
  }
}

function stopped(notebook: Notebook, index: number, of: number): RunResult {
  return { outcome: "stopped", notebook, problem: `Stopped in cell ${index + 1} of ${of}.` };
}

/** A process that has the compiler loaded, so that no cell pays for it. */
async function startKernel(
  cwd: string,
  environment: Readonly<Record<string, string>>,
): Promise<ChildProcess> {
  // Run from its sources (tests), this file has no compiled worker beside it: take the built one.
  const beside = join(__dirname, "worker.js");
  const worker = existsSync(beside)
    ? beside
    : createRequire(__filename).resolve("kliniskvest/notebook/worker");
  const kernel = fork(worker, [], {
    cwd,
    env: { ...process.env, ...environment },
    execArgv: [],
    // Output of cells comes over the channel; what native code writes past Node goes to our stderr.
    stdio: ["ignore", 2, 2, "ipc"],
  });
  await new Promise<void>((isReady, fail) => {
    const settle = (failure?: Error): void => {
      kernel.off("message", ready).off("error", settle).off("exit", die);
      if (failure) fail(failure);
      else isReady();
    };
    const ready = (): void => settle();
    const die = (code: number | null): void =>
      settle(new Error(`The notebook's process ended at its start (exit code ${code}).`));
    kernel.once("message", ready).once("error", settle).once("exit", die);
  });
  return kernel;
}

type End = "done" | "failed" | "stopped";

/** Run one cell to its end, or end it. Its outputs are filled in as they come. */
function runCell(
  kernel: ChildProcess,
  cell: CodeCell,
  displays: Map<string, (Output & { output_type: "display_data" })[]>,
  timeoutSeconds: number,
  signal: AbortSignal | undefined,
): Promise<End> {
  return new Promise((end) => {
    let cause: "timeout" | "abort" | undefined;
    let grace: NodeJS.Timeout | undefined;
    const interrupt = (why: "timeout" | "abort"): void => {
      cause ??= why;
      // A loop without an await hears the signal too; native code does not, and is ended by force.
      kernel.kill("SIGINT");
      grace ??= setTimeout(() => kernel.kill("SIGKILL"), graceMilliseconds);
    };
    const timer = setTimeout(() => interrupt("timeout"), timeoutSeconds * 1000);
    const abort = (): void => interrupt("abort");
    signal?.addEventListener("abort", abort, { once: true });

    const finish = (isOk: boolean, death?: string): void => {
      clearTimeout(timer);
      clearTimeout(grace);
      signal?.removeEventListener("abort", abort);
      kernel.off("message", receive).off("exit", die).off("error", fail);
      if (cause === "abort") {
        cell.outputs.push(failure("Interrupted", "the run was stopped here"));
        end("stopped");
      } else if (cause === "timeout") {
        cell.outputs.push(failure("TimeoutError", `the cell ran longer than ${timeoutSeconds} s`));
        end("failed");
      } else {
        if (death) cell.outputs.push(failure("KernelDied", death));
        end(isOk ? "done" : "failed");
      }
    };
    const die = (code: number | null, killedBy: string | null): void =>
      finish(false, `the process of the notebook ended (${killedBy ?? `exit code ${code}`})`);
    const fail = (error: Error): void => finish(false, error.message);
    const receive = (message: Message): void => {
      switch (message.kind) {
        case "ready":
          return;
        case "done":
          return finish(message.isOk);
        case "stream": {
          const last = cell.outputs.at(-1);
          if (last?.output_type === "stream" && last.name === message.name)
            last.text += message.text;
          else cell.outputs.push({ output_type: "stream", name: message.name, text: message.text });
          return;
        }
        case "display": {
          const { data, metadata, displayId, isUpdate } = message;
          const shown = displayId === undefined ? [] : (displays.get(displayId) ?? []);
          if (isUpdate) {
            for (const output of shown) Object.assign(output, { data, metadata });
            return;
          }
          const output = { output_type: "display_data" as const, data, metadata };
          cell.outputs.push(output);
          if (displayId !== undefined) displays.set(displayId, [...shown, output]);
          return;
        }
        case "result":
          cell.outputs.push({
            output_type: "execute_result",
            data: message.data,
            metadata: {},
            execution_count: cell.execution_count!,
          });
          return;
        case "error":
          // An interrupted cell reports the interruption as its own error; ours says why.
          if (cause === undefined) {
            const { ename, evalue, traceback } = message;
            cell.outputs.push({ output_type: "error", ename, evalue, traceback });
          }
          return;
      }
    };
    kernel.on("message", receive).once("exit", die).once("error", fail);
    if (kernel.exitCode !== null || !kernel.connected) return finish(false, "it was gone already");
    kernel.send({ source: cell.source });
  });
}

function failure(ename: string, evalue: string): Output {
  return { output_type: "error", ename, evalue, traceback: [`${ename}: ${evalue}`] };
}
