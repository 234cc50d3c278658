/**
 * A long job as stages that remember: each stage has a key made of everything it depends on, and its
 * value is written when it ends. After a kill the same job passes over what is done.
 */

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sha256, writeJson } from "../files";

/** What a display of the whole job needs to know. */
export type StageDisplay = {
  stage(name: string, count: string): void;
  update(done: number, total: number, note?: string): void;
  log(line: string): void;
  finish(note?: string): void;
};

export type Stages = {
  /**
   * The value of a stage: read if the stage was finished with the same key, otherwise worked out.
   *
   * @param key - everything the outcome depends on, as data
   * @param outputs - files that must still be there for the stage to count as done
   */
  run<T>(
    name: string,
    key: unknown,
    outputs: readonly string[],
    work: (update: StageDisplay["update"]) => Promise<T>,
  ): Promise<T>;
  /** Show a line that stays. */
  log(line: string): void;
};

/** Thrown at a stage boundary, or by a stage, when the user asked to stop. */
export function interrupted(): Error {
  return Object.assign(new Error("stopped; run the same command again to go on from here"), {
    name: "AbortError",
  });
}

/** Stages whose records are kept in `folder`; `count` of them are expected, for the display. */
export function createStages(o: {
  readonly folder: string;
  readonly count: number;
  readonly display: StageDisplay;
  readonly signal?: AbortSignal | undefined;
}): Stages {
  let number = 0;
  return {
    log: (line) => o.display.log(line),
    async run(name, key, outputs, work) {
      if (o.signal?.aborted) throw interrupted();
      o.display.stage(name, `${++number}/${o.count}`);
      const hash = sha256(JSON.stringify([name, key]));
      const path = join(o.folder, `${name.replace(/[^\p{L}\p{N}]+/gu, "-")}.json`);
      const record = readRecord(path);
      if (record?.hash === hash && outputs.every((output) => existsSync(output))) {
        o.display.finish("(as before)");
        return record.value as never;
      }
      const value = await work((done, total, note) => o.display.update(done, total, note));
      writeJson(path, { hash, value });
      o.display.finish();
      return value;
    },
  };
}

/** A record that cannot be read counts as not done. */
function readRecord(path: string): { readonly hash: string; readonly value: unknown } | undefined {
  if (!existsSync(path)) return undefined;
  try {
    return JSON.parse(readFileSync(path, "utf8")) as { hash: string; value: unknown };
  } catch {
    return undefined;
  }
}
