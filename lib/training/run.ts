/**
 * A run folder: `manifest.json` says what runs, `events.jsonl` what happened, `checkpoint-<step>/` is a
 * Hugging Face folder plus `training-state/`. A checkpoint is written aside and renamed, and says how
 * long the event file was, so that a run killed at any instant goes on as if nothing had happened.
 */

import {
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
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { openSafetensors, writeSafetensors } from "../encoder/safetensors";
import { InputError } from "../errors";
import { sha256, writeFolderAtomic, writeJson } from "../files";
import type { OptimizerState } from "./optimizer";

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
};

export type Run = {
  /** The newest whole checkpoint, if the folder has one. */
  readonly resumedFrom: Checkpoint | undefined;
  /** Append one event, e.g. `{ step, loss }`. */
  append(event: Readonly<Record<string, unknown>>): void;
  /** Write a checkpoint; `saveModel` writes the model into the folder it is given. */
  checkpoint(
    step: number,
    optimizer: OptimizerState,
    saveModel: (dir: string) => void | Promise<void>,
  ): Promise<void>;
  close(): void;
};

type TrainingState = {
  readonly step: number;
  readonly optimizerUpdates: number;
  readonly eventBytes: number;
};

const stateFolder = "training-state";
const kept = 2;

/**
 * Open a run folder, new or begun earlier.
 *
 * @throws InputError if the folder belongs to another run
 */
export function openRun(dir: string, identity: RunIdentity, facts: RunFacts): Run {
  mkdirSync(dir, { recursive: true });
  const hash = sha256(JSON.stringify(identity));
  const manifestPath = join(dir, "manifest.json");
  if (existsSync(manifestPath)) {
    const manifest = JSON.parse(readFileSync(manifestPath, "utf8")) as { identityHash?: string };
    if (manifest.identityHash !== hash)
      throw new InputError(
        `${dir} holds a run with another recipe, corpus, start or seed; choose another folder with --out or remove it`,
      );
  } else writeJson(manifestPath, { identityHash: hash, ...identity, ...facts });

  const resumedFrom = newestCheckpoint(dir);
  const eventsPath = join(dir, "events.jsonl");
  // Events after the checkpoint will happen again.
  const eventBytes = resumedFrom?.eventBytes ?? 0;
  if (existsSync(eventsPath) && statSync(eventsPath).size > eventBytes)
    truncateSync(eventsPath, eventBytes);
  const events = openSync(eventsPath, "a");

  return {
    resumedFrom: resumedFrom?.checkpoint,
    append: (event) => void writeSync(events, JSON.stringify(event) + "\n"),
    async checkpoint(step, optimizer, saveModel) {
      fsyncSync(events);
      await writeFolderAtomic(checkpointDir(dir, step), async (aside) => {
        await saveModel(aside);
        const moments = (["first", "second"] as const).flatMap((moment) =>
          [...optimizer[moment]].map(([name, data]) => ({
            name: `${moment}.${name}`,
            shape: [data.length],
            data,
          })),
        );
        mkdirSync(join(aside, stateFolder), { recursive: true });
        writeSafetensors(join(aside, stateFolder, "optimizer.safetensors"), moments);
        const state: TrainingState = {
          step,
          optimizerUpdates: optimizer.updates,
          eventBytes: statSync(eventsPath).size,
        };
        writeJson(join(aside, stateFolder, "state.json"), state);
      });
      for (const old of checkpointSteps(dir).slice(0, -kept))
        rmSync(checkpointDir(dir, old), { recursive: true, force: true });
    },
    close: () => closeSync(events),
  };
}

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

function newestCheckpoint(
  dir: string,
): { readonly checkpoint: Checkpoint; readonly eventBytes: number } | undefined {
  const step = checkpointSteps(dir).at(-1);
  if (step === undefined) return undefined;
  const folder = checkpointDir(dir, step);
  const statePath = join(folder, stateFolder, "state.json");
  const state = JSON.parse(readFileSync(statePath, "utf8")) as TrainingState;
  const file = openSafetensors(join(folder, stateFolder, "optimizer.safetensors"));
  try {
    const moment = (name: string): ReadonlyMap<string, Float32Array> =>
      new Map(
        file.names
          .filter((tensor) => tensor.startsWith(`${name}.`))
          .map((tensor) => [tensor.slice(name.length + 1), file.read(tensor).data as Float32Array]),
      );
    const optimizer = {
      updates: state.optimizerUpdates,
      first: moment("first"),
      second: moment("second"),
    };
    return { checkpoint: { step, dir: folder, optimizer }, eventBytes: state.eventBytes };
  } finally {
    file.close();
  }
}
