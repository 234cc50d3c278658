/** Benchmarks that measure memory run in a process of their own: its peak never falls again. */

import { spawnSync } from "node:child_process";
import { join } from "node:path";

/**
 * Run `kliniskvest bench …` in another process, its progress going to this one's.
 *
 * @param args - what follows `bench`; `--json` is added
 * @returns the JSON document it prints
 * @throws Error naming `what` if it fails
 */
export function benchApart(what: string, args: readonly string[]): unknown {
  const program = join(__dirname, "..", "..", "..", "bin", "kliniskvest.js");
  const { stdout, status, signal } = spawnSync(
    process.execPath,
    [program, "bench", ...args, "--json"],
    { stdio: ["ignore", "pipe", "inherit"], encoding: "utf8" },
  );
  if (status !== 0)
    throw new Error(
      `${what}: the process ended with ${signal ?? `exit code ${status}`}; if the machine ran out of memory, use fewer rows or shorter ones`,
    );
  return JSON.parse(stdout);
}
