/** Which code ran on which machine, as results record it. */

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { dirname, join } from "node:path";
import { assetPath } from "./assets";

/** Folder of the package itself, wherever the command is run. */
const packageDir = dirname(assetPath("."));

/** Version of the package. */
export const version = (
  JSON.parse(readFileSync(join(packageDir, "package.json"), "utf8")) as { version: string }
).version;

/**
 * The code that runs: the package's version, and its own commit where it runs from its repository, with
 * `+changes` if files differ from it. A repository that the user works in, or has the package installed
 * in, says nothing about it.
 */
export function commit(): string {
  const git = (...args: string[]): string =>
    execFileSync("git", args, {
      cwd: packageDir,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    }).trim();
  try {
    git("ls-files", "--error-unmatch", "package.json");
    const changed = git("status", "--porcelain", "--", ".", "../package-lock.json") !== "";
    return `${version}, ${git("rev-parse", "--short=12", "HEAD")}${changed ? "+changes" : ""}`;
  } catch {
    return version;
  }
}

/** The command line that was given, as it can be given again. */
export const commandLine = (): string =>
  ["kliniskvest", ...process.argv.slice(2)]
    .map((word) =>
      /^[\p{L}\p{N}@%_+=:,./-]+$/u.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`,
    )
    .join(" ");

/** Processor, cores, memory and the version of Node. */
export function machine(): string {
  const processors = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${processors[0]?.model.trim() ?? "unknown"}, ${processors.length} cores, ${memory} GiB, Node ${process.version}`;
}
