/** One process at a time in a run folder. */

import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join, resolve } from "node:path";
import { InputError } from "../errors";
import { isRunning, removeAbandoned } from "../files";

/** Locks of this process: a number of a process that is ours is otherwise that of a dead one. */
const held = new Set<string>();

/**
 * Lock a folder by the file `run.lock`. The lock of a process of this machine that no longer runs is
 * taken over.
 *
 * @returns a function that gives the lock back
 * @throws InputError naming the process that holds the lock
 */
export function lockFolder(dir: string): () => void {
  const path = join(dir, "run.lock");
  const own = `${process.pid} on ${hostname()}\n`;
  removeAbandoned(resolve(path));
  while (!createLock(path, own)) {
    const found = readLock(path);
    if (found === undefined) continue; // given back in this moment
    if (held.has(path) || !isStale(found)) throw inUse(dir, path, found);
    // Of several processes that find a stale lock, one moves it away.
    const aside = `${path}.${process.pid}`;
    try {
      renameSync(path, aside);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOENT") continue;
      throw error;
    }
    const moved = readFileSync(aside, "utf8");
    if (moved !== found) {
      renameSync(aside, path); // another process was quicker, and this is its lock
      throw inUse(dir, path, moved);
    }
    rmSync(aside);
  }
  held.add(path);
  return () => {
    if (held.delete(path) && readLock(path) === own) rmSync(path);
  };
}

/**
 * The lock appears with its content: an empty one, left by a kill or a full disk, would be nobody's and
 * refuse everybody.
 */
function createLock(path: string, content: string): boolean {
  const aside = `${path}.${hostname()}.${process.pid}.part`;
  try {
    writeFileSync(aside, content);
    try {
      linkSync(aside, path);
    } catch (error) {
      if (!hasNoLinks(error)) throw error;
      writeFileSync(path, content, { flag: "wx" });
    }
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

/** Whether the file system knows no second name of a file, as exFAT and some network disks. */
const hasNoLinks = (error: unknown): boolean =>
  ["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS"].includes(
    (error as NodeJS.ErrnoException).code ?? "",
  );

function readLock(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

/** Whether the holder surely is gone. Nothing is known of processes of another machine. */
function isStale(content: string): boolean {
  const [, pid, host] = /^(\d+) on (.+)\n$/.exec(content) ?? [];
  return host === hostname() && (Number(pid) === process.pid || !isRunning(Number(pid)));
}

const inUse = (dir: string, path: string, holder: string): InputError =>
  new InputError(
    `${dir} is in use by process ${holder.trim() || "(unknown)"}. Wait for it or stop it; if it is gone, remove ${path}.`,
  );
