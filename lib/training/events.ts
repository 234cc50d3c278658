/** What happened in a run, as its `events.jsonl` says. */

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** One line of `events.jsonl`, as far as it is read. */
export type TrainingEvent = {
  readonly step: number;
  /** Absent where nothing was trained. */
  readonly loss?: number;
  /** Whether the step had nothing to mask. */
  readonly skipped?: true;
  readonly bitsPerByte?: Readonly<Record<string, number>>;
};

/** Events of a pretraining run. An unfinished last line is passed over. */
export function readEvents(runDir: string): TrainingEvent[] {
  const path = join(runDir, "events.jsonl");
  if (!existsSync(path)) return [];
  return readFileSync(path, "utf8")
    .split("\n")
    .flatMap((line) => {
      try {
        return line === "" ? [] : [JSON.parse(line) as TrainingEvent];
      } catch {
        return [];
      }
    });
}
