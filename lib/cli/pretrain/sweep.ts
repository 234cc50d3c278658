/** `kliniskvest pretrain --sweep FILE`: many runs, measured, as one resumable job. */

import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import { chooseExecutor, type ExecutorName } from "../../engine";
import { InputError } from "../../errors";
import { requireFreeFolder } from "../../files";
import { pretrainingMarkdown } from "../../report/pretrainingTable";
import { runSweep } from "../../reproduce/sweep";
import { readSweep } from "../../reproduce/sweepFile";
import { withInterrupt } from "../interrupt";
import { createProgress } from "../progress";

export type SweepFlags = {
  readonly sweep: string;
  readonly corpus: string;
  readonly control?: string;
  readonly model: string;
  readonly tokenizer?: string;
  readonly out: string;
  readonly results: string;
  readonly device: ExecutorName;
  readonly resume?: boolean;
  readonly json?: boolean;
};

export async function pretrainSweep(flags: SweepFlags): Promise<void> {
  chooseExecutor(flags.device);
  const request = readSweep(flags.sweep);
  if (flags.control === undefined)
    throw new InputError("--sweep needs --control: name a corpus of general text");
  const name = basename(flags.sweep, ".json");
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name))
    throw new InputError(
      `--sweep ${flags.sweep}: the file names the results; use a–z, 0–9 and hyphens, as in small-recipes.json`,
    );
  if (existsSync(join(flags.out, "stages")) && !flags.resume)
    throw new InputError(
      `${flags.out} holds a sweep; add --resume to go on with it, or name another folder`,
    );
  if (!flags.resume)
    requireFreeFolder(flags.out, { kind: "a sweep", replace: false, isOurs: () => false });
  const tokenizerDir = flags.tokenizer ?? (flags.model === "new" ? undefined : flags.model);
  if (tokenizerDir === undefined)
    throw new InputError("--model new needs --tokenizer: name the folder of the tokenizer");
  const goOn = `stopped; to go on, run the same command ${flags.resume ? "again" : "with --resume"}`;
  const record = await withInterrupt(goOn, (signal) =>
    runSweep({
      ...{ name, request, tokenizerDir, signal, executor: flags.device },
      ...{ model: flags.model, out: flags.out, results: flags.results },
      corpora: { clinical: flags.corpus, control: flags.control! },
      display: createProgress(),
    }),
  );
  if (flags.json) console.log(JSON.stringify(record, null, 2));
  else console.log(pretrainingMarkdown(record).join("\n"));
}
