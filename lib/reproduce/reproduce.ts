/**
 * The main job, from nothing to tables: corpora → tokenizer → a general model (the baseline) → the same
 * model continued on clinical text → both fine-tuned and scored on every task → tables, figures,
 * notebooks and the site. Every step is the library's own; this file only says what follows what.
 */

import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { InputError } from "../errors";
import { writeFileAtomic, writeJson } from "../files";
import { runNotebook } from "../notebook/run";
import { writeFigures } from "../report/figures";
import { writeTables } from "../report/table";
import { writeSite } from "../site/site";
import { makeCorpora } from "./corpora";
import type { Job } from "./job";
import { modelNames, runDir, trainModels } from "./models";
import type { Scale } from "./scale";
import { scoreTasks, tasksOf } from "./scores";
import { createStages, interrupted, type StageDisplay } from "./stages";

export type ReproduceOptions = {
  readonly scale: Scale;
  /** Folder with the real data sets; without it everything is generated. */
  readonly data?: string | undefined;
  /** Folder for results, made if absent. */
  readonly results: string;
  /** Keep the stages of a finished job too; an unfinished one always goes on. */
  readonly resume?: boolean | undefined;
  readonly display: StageDisplay;
  readonly signal?: AbortSignal | undefined;
};

/** Stages besides those for each task and the one for the notebooks. */
const fixedStages = 7;

/**
 * Run the main job in the project folder.
 *
 * @returns paths of the files written for readers: tables, figures and the first page of the site
 * @throws InputError for missing data; an error named AbortError if stopped by `signal`
 */
export async function reproduce(o: ReproduceOptions): Promise<readonly string[]> {
  const { scale, data, results } = o;
  if (data !== undefined && !existsSync(data))
    throw new InputError(
      `--data ${data}: no such folder; give the one that holds nor-deid/ and normedqa/`,
    );
  // Read once now: a file that is missing must not be found out after the models are trained.
  if (data !== undefined)
    for (const task of tasksOf({ data })) await task.load({ seed: scale.worldSeed, data });
  const name = scale.name + (data === undefined ? "" : "-real");
  const cache = join(results, "cache", name);
  const finished = join(cache, "finished.json");
  // A finished job is done again; one with other settings has nothing to keep.
  const jobFile = join(cache, "job.json");
  const jobKey = JSON.stringify({ scale, data });
  const isOther = existsSync(jobFile) && readFileSync(jobFile, "utf8") !== jobKey;
  if (isOther || (existsSync(finished) && !o.resume)) {
    const runs = modelNames.map((model) => runDir({ scale, results, name }, model));
    for (const folder of [cache, ...runs]) rmSync(folder, { recursive: true, force: true });
  } else if (existsSync(cache))
    o.display.log("An earlier run of this job is there: its finished stages are kept.");
  writeFileAtomic(jobFile, jobKey);
  rmSync(finished, { force: true });

  // The notebooks tell the story of the generated data; real text must not enter their outputs.
  const notebooks =
    data === undefined && existsSync("notebooks")
      ? readdirSync("notebooks").filter((file) => file.endsWith(".ipynb"))
      : [];
  const stages = createStages({
    folder: join(cache, "stages"),
    count: fixedStages + tasksOf({ data }).length + Number(notebooks.length > 0),
    display: o.display,
    signal: o.signal,
  });
  const job: Job = { scale, name, data, results, cache, stages, signal: o.signal };

  const hashes = await makeCorpora(job);
  const models = await trainModels(job, hashes);
  await scoreTasks(job, models);
  const written = await stages.run("tables and figures", models, [], async () => [
    ...writeTables(results),
    ...(await writeFigures(results)),
  ]);
  if (notebooks.length > 0)
    await stages.run("notebooks", models, [], (update) => runNotebooks(o, notebooks, update));
  const pages = await stages.run("site", models, [], () =>
    writeSite({ results, notebooks: "notebooks", dataCards: "data-cards", seed: scale.worldSeed }),
  );
  const forReaders = [...written, join("site", pages[0]!)];
  writeJson(finished, { written: forReaders });
  return forReaders.map((path) => join(results, path));
}

/** Two at a time: starting a kernel and checking types keep one core busy each. */
async function runNotebooks(
  o: Pick<ReproduceOptions, "results" | "signal">,
  files: readonly string[],
  update: (done: number, total: number, note?: string) => void,
): Promise<void> {
  const waiting = [...files];
  const worker = async (): Promise<void> => {
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
      const { outcome, problem } = await runNotebook(join("notebooks", file), {
        environment: { KLINISKVEST_RESULTS: resolve(o.results) },
        ...(o.signal && { signal: o.signal }),
        onCell: ({ number, of }) =>
          update(
            files.length - waiting.length - 1,
            files.length,
            `${file}, cell ${number} of ${of}`,
          ),
      });
      if (outcome === "done") continue;
      waiting.length = 0; // the other worker ends with the notebook it has
      throw outcome === "stopped"
        ? interrupted()
        : new Error(`notebooks/${file}: ${problem ?? "failed"}`);
    }
  };
  await Promise.all([worker(), worker()]);
}
