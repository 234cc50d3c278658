/** Which code ran on which machine, as results record it. */

import { execFileSync } from "node:child_process";
import { cpus, totalmem } from "node:os";

/** The commit of the working folder, with `+changes` if files differ from it; `"unknown"` outside git. */
export function commit(): string {
  const git = (...args: string[]): string =>
    execFileSync("git", args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
  try {
    const changed = git("status", "--porcelain", "--", "lib", "package-lock.json") !== "";
    return git("rev-parse", "--short=12", "HEAD") + (changed ? "+changes" : "");
  } catch {
    return "unknown";
  }
}

/** Processor, cores, memory and the version of Node. */
export function machine(): string {
  const processors = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${processors[0]?.model.trim() ?? "unknown"}, ${processors.length} cores, ${memory} GiB, Node ${process.version}`;
}
