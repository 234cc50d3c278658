/** The command `kliniskvest`: parses, runs, and turns errors into one line and an exit code. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Command, CommanderError } from "commander";
import { InputError } from "../errors";
import { benchCommand } from "./bench/bench";
import { corpusCommand } from "./corpus/corpus";
import { doctorCommand } from "./doctor";
import { finetuneCommand } from "./finetune";
import { modelCommand } from "./model/model";
import { notebooksCommand } from "./notebooks";
import { pretrainCommand } from "./pretrain/pretrain";
import { recipeCommand } from "./recipe";
import { reportCommand } from "./report/report";
import { reproduceCommand } from "./reproduce";
import { tensorflowCommand } from "./tensorflow";
import { tokenizerCommand } from "./tokenizer";

const exitCodes = { done: 0, failed: 1, wrongRequest: 2, interrupted: 130 } as const;

/** The whole command line. */
export function program(): Command {
  const packageJson = readFileSync(join(__dirname, "..", "..", "package.json"), "utf8");
  const { version } = JSON.parse(packageJson) as { version: string };
  const kliniskvest = new Command("kliniskvest")
    .description("Continued pretraining and evaluation of Norwegian encoders on clinical text")
    .version(version)
    .option("--verbose", "print the stack trace of an error")
    .addHelpText("after", "\nExample:\n  kliniskvest reproduce --scale quick");
  for (const command of [
    doctorCommand(),
    reproduceCommand(),
    corpusCommand(),
    tokenizerCommand(),
    modelCommand(),
    pretrainCommand(),
    recipeCommand(),
    finetuneCommand(),
    reportCommand(),
    notebooksCommand(),
    benchCommand(),
    tensorflowCommand(),
  ])
    kliniskvest.addCommand(command);
  throwOnWrongUse(kliniskvest);
  return kliniskvest;
}

/** Commander exits the process on wrong use; thrown instead, all errors leave through one door. */
function throwOnWrongUse(command: Command): void {
  command.exitOverride().showHelpAfterError("(add --help for usage)");
  for (const child of command.commands) throwOnWrongUse(child);
}

/** Run the command line and set the exit code: 0 done, 1 the work failed, 2 the request was wrong. */
export async function main(argv: readonly string[]): Promise<void> {
  try {
    await program().parseAsync(argv);
  } catch (error) {
    process.exitCode = report(error, argv.includes("--verbose"));
  }
}

function report(error: unknown, verbose: boolean): number {
  if (error instanceof CommanderError)
    return error.exitCode === 0 ? exitCodes.done : exitCodes.wrongRequest; // already printed
  const { name, message, stack } = withoutQuotes(error as Error);
  if (name === "AbortError") {
    console.error(message);
    return exitCodes.interrupted;
  }
  const remedy = remedyOf(error as NodeJS.ErrnoException);
  console.error(`kliniskvest: ${verbose ? stack : message}${remedy ? `: ${remedy}` : ""}`);
  return error instanceof InputError ? exitCodes.wrongRequest : exitCodes.failed;
}

/** The parser of JSON quotes what it could not read, which may be a patient's text. */
function withoutQuotes(error: Error): Pick<Error, "name" | "message" | "stack"> {
  if (!(error instanceof SyntaxError)) return error;
  const message = "a file that is no JSON where JSON is wanted";
  const frames = error.stack?.split("\n").filter((line) => /^\s+at /.test(line)) ?? [];
  return { name: error.name, message, stack: [message, ...frames].join("\n") };
}

/** What to do about an error of the file system, whose own message says only what and where. */
function remedyOf({ code }: NodeJS.ErrnoException): string | undefined {
  switch (code) {
    case "ENOSPC":
    case "EDQUOT":
      return "free some space or choose another --out";
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return "choose a place that you may read and write";
    case "ENOTDIR":
      return "this is a file, and a folder is wanted";
    case "EISDIR":
      return "this is a folder, and a file is wanted";
    default:
      return undefined;
  }
}
