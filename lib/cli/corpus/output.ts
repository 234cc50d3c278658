/** What the commands on corpora share: documents watched on their way, and the line at the end. */

import { setImmediate } from "node:timers/promises";
import { describeSkipped, type CorpusManifest } from "../../corpus/corpus";
import type { Document } from "../../corpus/document";
import type { OnStage } from "../../corpus/stage";
import { withInterrupt } from "../interrupt";
import { createProgress } from "../progress";

const nothingWritten = "stopped; nothing was written. Run the same command to begin again.";

/** What was written, in a line or as JSON. */
export function printManifest(
  manifest: CorpusManifest,
  out: string,
  json: boolean | undefined,
): void {
  if (json) console.log(JSON.stringify(manifest, null, 2));
  else
    console.log(
      `${out}: ${manifest.documents} documents, ${manifest.bytes} bytes of text in ${manifest.shards.length} shards; left out: ${describeSkipped(manifest.skipped)}`,
    );
}

/** Documents passed on one by one, with a look at Ctrl-C and at the clock now and then. */
export async function* watched(
  documents: Iterable<Document> | AsyncIterable<Document>,
  onDocument: (done: number, document: Document) => void,
): AsyncGenerator<Document> {
  let stopped = false;
  const stop = (): void => {
    stopped = true;
  };
  process.once("SIGINT", stop);
  try {
    let done = 0;
    for await (const document of documents) {
      yield document;
      onDocument(++done, document);
      // A signal is only seen between turns of the event loop, and generators take none.
      if (done % 100 === 0) await setImmediate();
      if (stopped) {
        const error = new Error(nothingWritten);
        error.name = "AbortError";
        throw error;
      }
    }
  } finally {
    process.off("SIGINT", stop);
  }
}

/**
 * Work in stages on a corpus, each with its bar; Ctrl-C ends it at the next report of progress.
 *
 * @param work - calls what it is given with the stage, what is done, and what is to do in all
 */
export async function withStages<Result>(
  work: (onStage: OnStage) => Promise<Result>,
): Promise<Result> {
  const progress = createProgress();
  return withInterrupt(nothingWritten, async (signal) => {
    let current: string | undefined;
    const result = await work((stage, done, total) => {
      signal.throwIfAborted();
      if (stage !== current) {
        if (current !== undefined) progress.finish();
        progress.stage(stage);
        current = stage;
      }
      progress.update(done, total);
    });
    if (current !== undefined) progress.finish();
    return result;
  });
}
