/**
 * Batches made in another thread while the model computes, so that it never waits for them. The token cache
 * is shared memory; what comes back is moved, not copied.
 */

import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { HostTensor } from "../engine";
import { InputError } from "../errors";
import type { TermIndex } from "../masking/term";
import { tokenCacheData, type TokenCacheData } from "../tokenization/tokenCacheData";
import type { BatchSource, PretrainingBatch } from "./batches";
import type { RowTokenizer } from "./segments";
import type { Place, StepBatchSettings } from "./stepBatches";

export type BatchQueue = {
  /** The micro-batches of a step. Asked for in ascending order they are there already. */
  at(step: number): Promise<readonly PretrainingBatch[]>;
  close(): Promise<void>;
};

/** What the other thread is given at its start. */
export type BatchWorkerData = {
  readonly cache: TokenCacheData;
  readonly tokenizer: PlainTokenizer;
  readonly terms: TermIndex | undefined;
  readonly settings: StepBatchSettings;
  readonly seed: number;
  readonly place: Place;
};

/** What comes back for each step that is asked for. */
export type BatchReply = { readonly step: number } & (
  | { readonly batches: readonly PretrainingBatch[] }
  | { readonly problem: string; readonly isInput: boolean }
);

/** A {@link RowTokenizer} as plain data. */
export type PlainTokenizer = Pick<RowTokenizer, "size" | "special"> & {
  /** For each id 1 if it is special, 2 if it continues a word. */
  readonly kinds: Uint8Array;
};

/** Steps that are prepared while one is computed. */
const ahead = 2;

/**
 * Start preparing batches.
 *
 * @param place - which of the processes this is
 */
export function openBatchQueue(
  source: BatchSource,
  settings: StepBatchSettings,
  seed: number,
  { rank, ranks }: Place,
): BatchQueue {
  const { cache, tokenizer, terms } = source;
  const workerData: BatchWorkerData = {
    ...{ cache: tokenCacheData(cache), tokenizer: plainTokenizer(tokenizer), terms },
    ...{ settings, seed, place: { rank, ranks } },
  };
  const worker = new Worker(workerPath(), { workerData });
  const waiting = new Map<number, (reply: BatchReply | Error) => void>();
  const replies = new Map<number, Promise<readonly PretrainingBatch[]>>();
  const failAll = (error: Error): void => {
    for (const settle of waiting.values()) settle(error);
    waiting.clear();
  };
  worker.on("message", (reply: BatchReply) => {
    waiting.get(reply.step)?.(reply);
    waiting.delete(reply.step);
  });
  worker.on("error", failAll);
  worker.on("exit", () => failAll(new Error("the thread that prepares batches ended")));

  const ask = (step: number): Promise<readonly PretrainingBatch[]> => {
    const asked = replies.get(step);
    if (asked) return asked;
    const reply = new Promise<readonly PretrainingBatch[]>((resolve, reject) => {
      waiting.set(step, (reply) => {
        if (reply instanceof Error) reject(reply);
        else if ("batches" in reply) resolve(reply.batches);
        else reject(reply.isInput ? new InputError(reply.problem) : new Error(reply.problem));
      });
    });
    reply.catch(() => undefined); // reported when it is asked for
    replies.set(step, reply);
    worker.postMessage(step);
    return reply;
  };
  return {
    at: (step) => {
      const reply = ask(step);
      for (let next = step + 1; next <= Math.min(step + ahead, settings.steps); next++)
        void ask(next);
      replies.delete(step);
      return reply;
    },
    close: async () => {
      worker.removeAllListeners("exit");
      await worker.terminate();
    },
  };
}

/** Run from its sources (tests), this file has no compiled worker beside it: take the built one. */
function workerPath(): string {
  const beside = join(__dirname, "batchWorker.js");
  return existsSync(beside)
    ? beside
    : createRequire(__filename).resolve("kliniskvest/training/batchWorker");
}

const isSpecial = 1;
const isContinuation = 2;

function plainTokenizer(tokenizer: RowTokenizer): PlainTokenizer {
  const { size, special } = tokenizer;
  const kinds = new Uint8Array(new SharedArrayBuffer(size));
  for (let id = 0; id < size; id++)
    kinds[id] =
      Number(tokenizer.isSpecial(id)) * isSpecial +
      Number(tokenizer.isContinuation(id)) * isContinuation;
  return { size, special, kinds };
}

/** The tokenizer that plain data stands for. */
export const rowTokenizer = ({ size, special, kinds }: PlainTokenizer): RowTokenizer => ({
  size,
  special,
  isSpecial: (id) => (kinds[id]! & isSpecial) !== 0,
  isContinuation: (id) => (kinds[id]! & isContinuation) !== 0,
});

/** The memory of a batch, which moves to the thread that asked. */
export function memoryOf(batches: readonly PretrainingBatch[]): ArrayBuffer[] {
  return batches.flatMap(({ input, maskedDocuments, maskedBytes }) => {
    const { packing, nextSentence, ...tensors } = input;
    const all: HostTensor[] = [tensors, packing ?? {}, nextSentence ?? {}].flatMap((part) =>
      Object.values<HostTensor>(part),
    );
    return [...all.map(({ data }) => data), maskedDocuments, maskedBytes].map(
      ({ buffer }) => buffer as ArrayBuffer,
    );
  });
}
