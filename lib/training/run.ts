/**
 * A run folder: `manifest.json` says what runs, `events.jsonl` what happened, `checkpoint-<step>/` is a
 * Hugging Face folder plus `training-state/`. A checkpoint is written aside and renamed, and says how
 * long the event file was, so that a run killed at any instant goes on as if nothing had happened.
 */

import {
  appendFileSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
} from "node:fs";
import { join } from "node:path";
import { openSafetensors, writeSafetensors } from "../encoder/weights/safetensors";
import { InputError } from "../errors";
import { writeFolderAtomic, writeJson } from "../files";
import { lockFolder } from "./lock";
import type { NamedArrays, OptimizerState } from "./optimizer";
import type { WatchState } from "./watch";

/** What makes a run what it is; a folder goes on only with the same. */
export type RunIdentity = {
  readonly recipe: unknown;
  readonly seed: number;
  readonly corpusHash: string;
  readonly tokenizerHash: string;
  /** Checksum of the weights it starts from, or `"new"`. */
  readonly start: string;
};

/** Further facts for a reader: commit, machine, executor. */
export type RunFacts = Readonly<Record<string, unknown>>;

export type Checkpoint = {
  readonly step: number;
  /** The model's Hugging Face folder. */
  readonly dir: string;
  readonly optimizer: OptimizerState;
  readonly watch?: WatchState;
};

/** Which checkpoints stay; no part of what a run is, so that it may change when a run goes on. */
export type Keeping = {
  /** The newest ones: one, and should the disk damage it, the one before. */
  readonly last: number;
  /** Also the one with the lowest score. */
  readonly best: boolean;
};

const usualKeeping: Keeping = { last: 2, best: true };

export type Run = {
  /** The newest whole checkpoint, if the folder has one. */
  readonly resumedFrom: Checkpoint | undefined;
  /** Append one event, e.g. `{ step, loss }`. */
  append(event: Readonly<Record<string, unknown>>): void;
  /**
   * Write a checkpoint after all events of its step, then remove those that need not be kept. A step
   * that has one already keeps it.
   *
   * @param saveModel - writes the model into the folder it is given
   * @param more - the state of the early warning, and the model's score on held-out text, lower is better
   */
  checkpoint(
    step: number,
    optimizer: OptimizerState,
    saveModel: (dir: string) => void | Promise<void>,
    more?: { readonly watch?: WatchState; readonly score?: number | undefined },
  ): Promise<void>;
  /** Have the manifest name the weights that the run ended with, by the checksum that results name them by. */
  finish(checksum: string): void;
  /** Give the folder back to other processes. */
  close(): void;
};

/** `training-state/state.json`, the last file of a checkpoint to be written. */
type TrainingState = {
  readonly step: number;
  readonly optimizerUpdates: number;
  /** Length of `events.jsonl` when the checkpoint was written. */
  readonly eventBytes: number;
  readonly watch?: WatchState;
  /** Bits per byte of held-out text, where the step was evaluated. */
  readonly score?: number;
};

/**
 * Open a run folder, new or begun earlier, and lock it. What happened after the newest whole checkpoint
 * is undone: later events are cut off, and what is left of other checkpoints is removed.
 *
 * @throws InputError if the folder belongs to another run or is in use
 */
export function openRun(
  dir: string,
  identity: RunIdentity,
  facts: RunFacts,
  keeping = usualKeeping,
): Run {
  mkdirSync(dir, { recursive: true });
  const unlock = lockFolder(dir);
  try {
    checkManifest(dir, identity);
    const found = newestCheckpoint(dir);
    const eventsPath = join(dir, "events.jsonl");
    cutEvents(eventsPath, found?.eventBytes ?? 0);
    writeManifest(dir, identity, facts, found?.checkpoint.step);
    const events = openSync(eventsPath, "a");
    return {
      resumedFrom: found?.checkpoint,
      append: (event) => appendFileSync(events, JSON.stringify(event) + "\n"),
      checkpoint: async (step, optimizer, saveModel, { watch, score } = {}) => {
        fsyncSync(events);
        if (existsSync(checkpointDir(dir, step))) return;
        const eventBytes = statSync(eventsPath).size;
        await writeFolderAtomic(checkpointDir(dir, step), async (aside) => {
          await saveModel(aside);
          writeTrainingState(join(aside, "training-state"), optimizer, {
            ...{ step, optimizerUpdates: optimizer.updates, eventBytes },
            ...(watch && { watch }),
            ...(Number.isFinite(score) && { score: score! }),
          });
        });
        removeOldCheckpoints(dir, keeping);
      },
      finish: (checksum) =>
        writeJson(manifestPath(dir), { ...readManifest(dir)!, finished: checksum }),
      close: () => {
        closeSync(events);
        unlock();
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
}

// --- manifest ------------------------------------------------------------------------------------

const manifestPath = (dir: string): string => join(dir, "manifest.json");

type Manifest = RunIdentity & {
  readonly resumed?: readonly RunFacts[];
  /** Checksum of the finished model's weights. */
  readonly finished?: string;
};

function readManifest(dir: string): Manifest | undefined {
  const path = manifestPath(dir);
  if (!existsSync(path)) return undefined;
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Manifest;
  } catch {
    throw new InputError(`${path}: broken JSON. Remove the run, or choose another folder.`);
  }
}

function checkManifest(dir: string, identity: RunIdentity): void {
  const manifest = readManifest(dir);
  if (!manifest) return;
  for (const key of ["recipe", "seed", "corpusHash", "tokenizerHash", "start"] as const) {
    const difference = firstDifference(
      key,
      manifest[key],
      JSON.parse(JSON.stringify(identity[key])),
    );
    if (difference)
      throw new InputError(
        `${dir} holds another run: ${difference}. Choose another folder, or remove it.`,
      );
  }
}

/** Where two values of JSON differ, in words; undefined if they are equal. */
function firstDifference(path: string, then: unknown, now: unknown): string | undefined {
  const isTree = (value: unknown): value is object => typeof value === "object" && value !== null;
  if (!isTree(then) || !isTree(now))
    return then === now
      ? undefined
      : `its ${path} is ${JSON.stringify(then)}, not ${JSON.stringify(now)}`;
  const [before, after] = [new Map(Object.entries(then)), new Map(Object.entries(now))];
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const found = firstDifference(`${path}.${key}`, before.get(key), after.get(key));
    if (found) return found;
  }
  return undefined;
}

/** Written once; each later opening adds what it ran on, for the code may have changed in between. */
function writeManifest(
  dir: string,
  identity: RunIdentity,
  facts: RunFacts,
  resumedAt: number | undefined,
): void {
  const manifest = readManifest(dir);
  if (!manifest) writeJson(manifestPath(dir), { ...identity, ...facts });
  else {
    const resumed = [...(manifest.resumed ?? []), { step: resumedAt ?? 0, ...facts }];
    writeJson(manifestPath(dir), { ...manifest, resumed });
  }
}

// --- events --------------------------------------------------------------------------------------

/** Events after the checkpoint will happen again. */
function cutEvents(path: string, bytes: number): void {
  const size = existsSync(path) ? statSync(path).size : 0;
  if (size < bytes)
    throw new InputError(
      `${path} has ${size} bytes, its checkpoint was written when it had ${bytes}. Put the file back, or start the run anew in another folder.`,
    );
  if (size > bytes) truncateSync(path, bytes);
}

// --- checkpoints ---------------------------------------------------------------------------------

const checkpointDir = (dir: string, step: number): string => join(dir, `checkpoint-${step}`);

/** Steps of the checkpoints in a folder, ascending. */
function checkpointSteps(dir: string): number[] {
  return readdirSync(dir)
    .flatMap((name) => {
      const step = /^checkpoint-(\d+)$/.exec(name)?.[1];
      return step ? [Number(step)] : [];
    })
    .sort((a, b) => a - b);
}

function removeOldCheckpoints(dir: string, { last, best }: Keeping): void {
  const steps = checkpointSteps(dir);
  const kept = new Set(steps.slice(-Math.max(1, last)));
  const bestStep = best ? bestCheckpoint(dir) : undefined;
  for (const step of steps)
    if (!kept.has(step) && step !== bestStep)
      rmSync(checkpointDir(dir, step), { recursive: true, force: true });
}

/** The step of the checkpoint with the lowest score, the earliest of equals; undefined if none has one. */
export function bestCheckpoint(dir: string): number | undefined {
  let best: { readonly step: number; readonly score: number } | undefined;
  for (const step of checkpointSteps(dir)) {
    const score = scoreOf(checkpointDir(dir, step));
    if (score !== undefined && (!best || score < best.score)) best = { step, score };
  }
  return best?.step;
}

/** Undefined also of a damaged checkpoint, which must not stop the run that wrote a later one. */
function scoreOf(checkpoint: string): number | undefined {
  try {
    const state = readFileSync(join(checkpoint, "training-state", "state.json"), "utf8");
    return (JSON.parse(state) as TrainingState).score;
  } catch (error) {
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === "ENOENT")
      return undefined;
    throw error;
  }
}

function writeTrainingState(
  dir: string,
  { first, second }: OptimizerState,
  state: TrainingState,
): void {
  const named = (prefix: string, arrays: NamedArrays) =>
    [...arrays].map(([name, data]) => ({
      name: `${prefix}.${name}`,
      shape: [data.length],
      data,
    }));
  writeSafetensors(join(dir, "optimizer.safetensors"), [
    ...named("first", first),
    ...named("second", second),
  ]);
  writeJson(join(dir, "state.json"), state);
}

/** Removes what was being written when a process ended, and checkpoints that are damaged. */
function newestCheckpoint(
  dir: string,
): { readonly checkpoint: Checkpoint; readonly eventBytes: number } | undefined {
  for (const name of readdirSync(dir))
    if (/^(checkpoint-|model\.|manifest\.).*\.part(\.old)?$/.test(name))
      rmSync(join(dir, name), { recursive: true, force: true });
  for (const step of checkpointSteps(dir).reverse()) {
    try {
      return readCheckpoint(checkpointDir(dir, step), step);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      const isDamaged =
        error instanceof InputError || error instanceof SyntaxError || code === "ENOENT";
      if (!isDamaged) throw error;
      rmSync(checkpointDir(dir, step), { recursive: true, force: true });
    }
  }
  return undefined;
}

/**
 * The checkpoint of a step, for a process that has no part in writing the run.
 *
 * @throws InputError, SyntaxError or ENOENT if it is not whole
 */
export const openCheckpoint = (dir: string, step: number): Checkpoint =>
  readCheckpoint(checkpointDir(dir, step), step).checkpoint;

/** @throws InputError, SyntaxError or ENOENT if the checkpoint is not whole */
function readCheckpoint(
  dir: string,
  step: number,
): { readonly checkpoint: Checkpoint; readonly eventBytes: number } {
  const stateDir = join(dir, "training-state");
  const state = JSON.parse(readFileSync(join(stateDir, "state.json"), "utf8")) as TrainingState;
  if (state.step !== step) throw new InputError(`${dir} is the checkpoint of step ${state.step}`);
  // Opening checks that a file is as long as it says.
  for (const name of readdirSync(dir))
    if (name.endsWith(".safetensors")) openSafetensors(join(dir, name)).close();
  const file = openSafetensors(join(stateDir, "optimizer.safetensors"));
  try {
    const moment = (prefix: string): NamedArrays =>
      new Map(
        file.names
          .filter((name) => name.startsWith(prefix))
          .map((name) => [name.slice(prefix.length), file.read(name).data as Float32Array]),
      );
    const optimizer = {
      updates: state.optimizerUpdates,
      first: moment("first."),
      second: moment("second."),
    };
    const { watch, eventBytes } = state;
    return { checkpoint: { step, dir, optimizer, ...(watch && { watch }) }, eventBytes };
  } finally {
    file.close();
  }
}
