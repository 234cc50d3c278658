/** Files that are either whole or absent: written aside, flushed, then renamed into place. */

import { createHash } from "node:crypto";
import {
  closeSync,
  createReadStream,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { hostname } from "node:os";
import { basename, dirname, join, resolve, sep } from "node:path";
import { InputError } from "./errors";

/** Bytes handed over in one call: some systems refuse or cut calls of 2 GiB. */
const largestWrite = 1 << 30;

/**
 * Write a file so that a reader sees the old content or the new, never a part of it, even after a
 * crash or on a full disk. Parent folders are made.
 *
 * @param content - the whole, or its parts in order, so that large files need no copy in memory
 * @throws the error of the file system, with the target left as it was
 */
export function writeFileAtomic(
  path: string,
  content: string | Uint8Array | Iterable<Uint8Array>,
): void {
  mkdirSync(dirname(path), { recursive: true });
  const aside = `${path}.${process.pid}.part`;
  const whole = typeof content === "string" ? Buffer.from(content, "utf8") : content;
  const parts = whole instanceof Uint8Array ? [whole] : whole;
  try {
    const file = openSync(aside, "w");
    try {
      for (const part of parts)
        for (let at = 0; at < part.length;)
          at += writeSync(file, part, at, Math.min(largestWrite, part.length - at));
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(aside, path);
    sync(dirname(path));
  } catch (error) {
    rmSync(aside, { force: true });
    throw error;
  }
}

/** {@link writeFileAtomic} of a value as indented JSON with a final newline. */
export function writeJson(path: string, value: unknown): void {
  writeFileAtomic(path, JSON.stringify(value, null, 2) + "\n");
}

/** SHA-256 of a text or of bytes, in hexadecimal. */
export function sha256(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

/** SHA-256 of a file, read as a stream. */
export async function sha256OfFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest("hex");
}

/**
 * Make a folder that is whole or absent: `fill` writes into a folder beside, which then takes the
 * place of `dir`. What earlier processes left behind when they were killed is removed.
 *
 * @throws whatever `fill` throws, with `dir` left as it was
 */
export async function writeFolderAtomic<Result>(
  dir: string,
  fill: (aside: string) => Promise<Result>,
): Promise<Result> {
  const target = resolve(dir);
  removeAbandoned(target);
  const aside = `${target}.${hostname()}.${process.pid}.part`;
  const old = `${aside}.old`;
  try {
    mkdirSync(aside, { recursive: true });
    const result = await fill(aside);
    for (const entry of readdirSync(aside)) sync(join(aside, entry));
    sync(aside);
    if (existsSync(target)) renameSync(target, old);
    renameSync(aside, target);
    sync(dirname(target));
    return result;
  } finally {
    if (!existsSync(target) && existsSync(old)) renameSync(old, target);
    rmSync(aside, { recursive: true, force: true });
    rmSync(old, { recursive: true, force: true });
  }
}

/** Files that systems put into every folder that somebody looks at. */
const filesOfSystems = [".DS_Store", "Thumbs.db", "desktop.ini"];

/**
 * Refuse to write a folder over one that is there: without `replace` any but an empty one, with it one that
 * holds anything but what the command itself writes. What somebody else put there is never removed.
 *
 * @param options.option - how the user named the folder, if not by `--out`
 * @param options.kind - what the folder is to be, e.g. `"a corpus"`
 * @param options.isOurs - whether an entry, by its name, is one that such a folder has
 * @throws InputError naming the folder
 */
export function requireFreeFolder(
  out: string,
  options: {
    readonly option?: string;
    readonly kind: string;
    readonly replace: boolean;
    readonly isOurs: (entry: string) => boolean;
  },
): void {
  const { option = "--out", kind, replace, isOurs } = options;
  const found = statSync(out, { throwIfNoEntry: false });
  if (!found) return;
  if (!found.isDirectory())
    throw new InputError(`${option} ${out}: a file of that name exists. Name another folder.`);
  const entries = readdirSync(out).filter((entry) => !filesOfSystems.includes(entry));
  const other = entries.find((entry) => !isOurs(entry));
  if (other !== undefined)
    throw new InputError(
      `${option} ${out}: holds ${other}, which is not part of ${kind}, so the folder is left alone. Name another folder.`,
    );
  if (entries.length > 0 && !replace)
    throw new InputError(
      `${option} ${out}: there is ${kind} already. Name another folder, or replace it with --force.`,
    );
}

/**
 * Refuse to write a file over one that is there.
 *
 * @param option - how the user named it, e.g. `--rejects`
 */
export function requireFreeFile(
  path: string | undefined,
  { option, replace, notIn }: { option: string; replace: boolean; notIn?: string },
): void {
  if (path === undefined) return;
  if (notIn !== undefined && `${resolve(path)}${sep}`.startsWith(`${resolve(notIn)}${sep}`))
    throw new InputError(
      `${option} ${path}: lies in the folder that is written. Name a file elsewhere.`,
    );
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isDirectory())
    throw new InputError(`${option} ${path}: a folder of that name exists. Name a file.`);
  if (found && !replace)
    throw new InputError(
      `${option} ${path}: a file of that name exists. Name another one, or replace it with --force.`,
    );
}

/**
 * A folder beside `target` for files that the work needs only while it runs. It is gone when the work
 * ends, whatever happens; what a killed process left behind is removed by the next one. What it holds
 * is as private as `target`: nobody else may read it.
 */
export async function withScratchFolder<Result>(
  target: string,
  work: (folder: string) => Promise<Result>,
): Promise<Result> {
  const beside = `${resolve(target)}.scratch`;
  removeAbandoned(beside);
  const folder = `${beside}.${hostname()}.${process.pid}.part`;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Text written line by line to a file that appears whole, or not at all. */
export type LineFile = {
  write(line: string): void;
  /** Put the file into its place. */
  commit(): void;
  /** Remove what was written; nothing is left to remove after {@link LineFile.commit}. */
  discard(): void;
};

/** A {@link LineFile} at `path`, of which some thousand characters are in memory. */
export function openLineFile(path: string): LineFile {
  mkdirSync(dirname(path), { recursive: true });
  removeAbandoned(resolve(path));
  const aside = `${path}.${hostname()}.${process.pid}.part`;
  let file: number | undefined = openSync(aside, "w");
  let waiting: string[] = [];
  let length = 0;
  const flush = (): void => {
    const bytes = Buffer.from(waiting.join(""), "utf8");
    for (let at = 0; at < bytes.length;) at += writeSync(file!, bytes, at);
    [waiting, length] = [[], 0];
  };
  const close = (): void => {
    if (file !== undefined) closeSync(file);
    file = undefined;
  };
  return {
    write(line) {
      waiting.push(line, "\n");
      length += line.length;
      if (length > 1 << 16) flush();
    },
    commit() {
      flush();
      fsyncSync(file!);
      close();
      renameSync(aside, path);
    },
    discard() {
      close();
      rmSync(aside, { force: true });
    },
  };
}

/** Have a file, or the list of a folder's entries, on the disk before going on. */
function sync(path: string): void {
  // Windows opens no folders; there a rename is as lasting as it gets.
  if (process.platform === "win32" && statSync(path).isDirectory()) return;
  const file = openSync(path, "r");
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Remove `<target>.<host>.<process>.part` of processes of this host that no longer run. */
export function removeAbandoned(target: string): void {
  const parent = dirname(target);
  if (!existsSync(parent)) return;
  const prefix = `${basename(target)}.${hostname()}.`;
  for (const entry of readdirSync(parent)) {
    const owner = entry.startsWith(prefix) && /^(\d+)\.part$/.exec(entry.slice(prefix.length));
    if (owner && !isRunning(Number(owner[1])))
      rmSync(join(parent, entry), { recursive: true, force: true });
  }
}

/**
 * Whether a process of this machine runs. One that has ended and that its parent has not yet asked after, as
 * happens for some seconds to a killed rank of `mpirun`, does not.
 */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    // EPERM: it runs, as another user.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** By the state that Linux tells, which stands behind the name in brackets; elsewhere nothing is known. */
function isZombie(pid: number): boolean {
  try {
    return /\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return false;
  }
}
