/** The thread that prepares batches; see `batchQueue.ts`. */

import { parentPort, workerData } from "node:worker_threads";
import { InputError } from "../errors";
import { tokenCacheOf } from "../tokenization/tokenCacheData";
import { memoryOf, rowTokenizer, type BatchReply, type BatchWorkerData } from "./batchQueue";
import type { PretrainingBatch } from "./batches";
import { stepBatches } from "./stepBatches";

const { cache, tokenizer, terms, settings, seed, place } = workerData as BatchWorkerData;
const source = { cache: tokenCacheOf(cache), tokenizer: rowTokenizer(tokenizer), terms };
let batchesOf: ((step: number) => readonly PretrainingBatch[]) | undefined;

parentPort!.on("message", (step: number) => {
  let reply: BatchReply;
  try {
    batchesOf ??= stepBatches(source, settings, seed, place);
    reply = { step, batches: batchesOf(step) };
  } catch (error) {
    const isInput = error instanceof InputError;
    reply = { step, problem: error instanceof Error ? error.message : String(error), isInput };
  }
  parentPort!.postMessage(reply, "batches" in reply ? memoryOf(reply.batches) : []);
});
