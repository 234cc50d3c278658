import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import { basename, dirname, resolve } from "node:path";
import { Command } from "commander";
import { chooseExecutor, type ExecutorName } from "../../engine";
import { InputError } from "../../errors";
import { loadEntityTagger, type EntityTagger } from "../../evaluation/entityInference";
import { thresholdPath } from "../../evaluation/thresholdFile";
import { requireFreeFile } from "../../files";
import {
  openManifest,
  parentOf,
  readCorpus,
  refuseOwnSource,
  requireFreeForCorpus,
  writeCorpus,
} from "../../corpus/corpus";
import {
  deidentifyDocuments,
  noDeidentificationCounts,
  type ReviewItem,
} from "../../deidentification/deidentify";
import { modelName } from "../../paths";
import { createDetector, type Tagger } from "../../deidentification/detection";
import { openGazetteer, type Gazetteer, type UserLists } from "../../deidentification/gazetteer";
import { deviceOption, forceOption, share, wholeNumber } from "../arguments";
import { chooseOn, scoreFile } from "./deidentifyEval";
import { describeChoice, describeReport, describeThreshold } from "./deidentifyTable";
import { printManifest, watched } from "./output";
import { createProgress } from "../progress";

type Flags = UserLists & {
  readonly out?: string;
  readonly eval?: string;
  readonly model?: string;
  readonly threshold?: number;
  readonly chooseThreshold?: string;
  readonly device: ExecutorName;
  readonly secretFile?: string;
  readonly seed?: number;
  readonly patientUntil?: string;
  readonly keepIds?: boolean;
  readonly review?: string;
  readonly reviewText?: boolean;
  readonly force?: boolean;
  readonly json?: boolean;
};

/** `kliniskvest corpus deidentify` */
export function deidentifyCommand(): Command {
  return new Command("deidentify")
    .description(
      "find what identifies people and put something else of its kind there; or score that",
    )
    .argument("[folder]", "a corpus")
    .option("--out <folder>", "the corpus with surrogates")
    .option(
      "--eval <file>",
      "instead: score on texts with marked spans (JSON lines, or Nor-DeID's)",
    )
    .option("--model <folder>", "also a fine-tuned model, as finetune --save writes it")
    .option(
      "--threshold <share>",
      "from which the model's word counts, 0 to 1; by default the one chosen for it, or 0.5",
      share,
    )
    .option(
      "--choose-threshold <file>",
      "instead: choose it for the model on validation texts with marked spans, and keep it in the model's folder",
    )
    .addOption(deviceOption())
    .option("--names <file>", "further names, one a line, e.g. of the staff")
    .option("--places <file>", "further places, one a line")
    .option("--institutions <file>", "further institutions, one a line")
    .option("--secret-file <file>", "a secret that surrogates and dates follow from; keep it apart")
    .option("--seed <seed>", "instead of a secret, for text about nobody", wholeNumber(0))
    .option("--patient-until <text>", "ids alike up to this text are of one patient, e.g. /")
    .option("--keep-ids", "documents keep their ids, which may tell a patient")
    .option("--review <file>", "doubtful spans as JSON lines, without text")
    .option("--review-text", "with the text around them: never shareable")
    .addOption(forceOption("a corpus at --out, the file at --review, a threshold that was chosen"))
    .option("--json", "print the outcome as JSON")
    .addHelpText(
      "after",
      "\nExample:\n  kliniskvest corpus deidentify corpora/notes --out corpora/safe --secret-file secret.txt --review review.jsonl",
    )
    .action(async (dir: string | undefined, flags: Flags) => {
      refuseMixed(dir, flags);
      chooseExecutor(flags.device);
      if (flags.chooseThreshold !== undefined)
        requireFreeFile(thresholdPath(flags.model!), {
          option: "--choose-threshold:",
          replace: flags.force ?? false,
        });
      const gazetteer = openGazetteer(flags);
      const model =
        flags.model === undefined
          ? undefined
          : await loadEntityTagger(flags.model, { leastShare: thresholdGiven(flags) });
      try {
        if (flags.chooseThreshold !== undefined)
          await printChoice(
            flags.chooseThreshold,
            flags.model!,
            { gazetteer, tagger: model! },
            flags,
          );
        else if (flags.eval !== undefined) {
          const tools = { gazetteer, ...(model && { tagger: model }) };
          const report = await scoreFile(flags.eval, tools, createProgress());
          console.log(flags.json ? JSON.stringify(report, null, 2) : describeReport(report));
        } else await deidentifyCorpus(dir, flags, { gazetteer, model });
      } finally {
        await model?.release();
      }
    });
}

/** Refuse flags that ask for two things, or for something of a model that is not named. */
function refuseMixed(dir: string | undefined, flags: Flags): void {
  const { model, threshold, chooseThreshold, out } = flags;
  if (model === undefined && (threshold !== undefined || chooseThreshold !== undefined))
    throw new InputError(
      `corpus deidentify: --${threshold === undefined ? "choose-threshold" : "threshold"} is of a model. Name it with --model FOLDER.`,
    );
  if (chooseThreshold !== undefined && (threshold !== undefined || flags.eval !== undefined))
    throw new InputError(
      "corpus deidentify: --choose-threshold takes neither --threshold nor --eval. Choose first, then score on other texts.",
    );
  if (
    (chooseThreshold !== undefined || flags.eval !== undefined) &&
    (dir !== undefined || out !== undefined)
  )
    throw new InputError(
      "corpus deidentify: --eval and --choose-threshold read their file and take no corpus or --out.",
    );
}

/** A threshold that is about to be replaced must not be in the way, whatever weights it was for. */
const thresholdGiven = ({ threshold, chooseThreshold }: Flags): number | undefined =>
  chooseThreshold === undefined ? threshold : 0;

async function printChoice(
  file: string,
  dir: string,
  tools: { readonly gazetteer: Gazetteer; readonly tagger: EntityTagger },
  { json }: Flags,
): Promise<void> {
  const chosen = await chooseOn(file, dir, tools, createProgress());
  console.log(json ? JSON.stringify(chosen, null, 2) : describeChoice(chosen));
}

async function deidentifyCorpus(
  dir: string | undefined,
  flags: Flags,
  { gazetteer, model }: { readonly gazetteer: Gazetteer; readonly model: EntityTagger | undefined },
): Promise<void> {
  const { out, patientUntil, review, force = false } = flags;
  if (dir === undefined || out === undefined)
    throw new InputError(
      "corpus deidentify: name a corpus and --out FOLDER, or --eval FILE to score instead.",
    );
  refuseOwnSource(out, dir);
  requireFreeForCorpus(out, force);
  requireFreeFile(review, { option: "--review", replace: force, notIn: out });
  if (flags.reviewText && review === undefined)
    throw new InputError("--review-text: no --review FILE to write it to. Name one.");
  const source = openManifest(dir);
  const counts = noDeidentificationCounts();
  const list = review === undefined ? undefined : reviewFile(review);
  const tagger: Tagger | undefined = model && ((texts) => model.tag(texts));
  const detect = createDetector({ gazetteer, tagger });
  const threshold = model && { threshold: model.threshold };
  const progress = createProgress();
  if (model) progress.log(describeThreshold(model.threshold));
  progress.stage(`De-identifying ${source.documents} documents`);
  try {
    const documents = watched(
      deidentifyDocuments(
        readCorpus(dir),
        {
          detect,
          gazetteer,
          secret: secretOf(flags),
          ...(patientUntil !== undefined && { groupOf: (id) => until(id, patientUntil) }),
          keepIds: flags.keepIds ?? false,
          withContext: flags.reviewText ?? false,
          onReview: (item) => list?.add(item),
        },
        counts,
      ),
      (done) => progress.update(done, source.documents, `${counts.spans} spans`),
    );
    const manifest = await writeCorpus({
      replace: flags.force,
      dir: out,
      name: basename(resolve(out)),
      documents,
      settings: {
        command: "deidentify",
        model: flags.model === undefined ? null : modelName(flags.model),
        ...threshold,
        lists: Object.entries({ ...pick(flags) }).flatMap(([kind, file]) => (file ? [kind] : [])),
        secret: flags.secretFile === undefined ? "none: the seed is known" : "kept elsewhere",
        ...(flags.seed !== undefined && { seed: flags.seed }),
        // Filled while the documents are written, which is before the manifest is.
        counts,
      },
      // Surrogates hide what was missed, but nobody has looked yet.
      shareable: false,
      parents: [parentOf(source)],
    });
    list?.finish();
    progress.finish(`${counts.spans} spans, ${counts.doubtful} doubtful`);
    if (flags.json) console.log(JSON.stringify({ manifest, ...threshold, ...counts }, null, 2));
    else printManifest(manifest, out, false);
  } finally {
    list?.discard();
  }
}

const pick = ({ names, places, institutions }: UserLists): UserLists => ({
  names,
  places,
  institutions,
});

function until(id: string, text: string): string {
  const at = id.indexOf(text);
  if (at <= 0)
    throw new InputError(
      `--patient-until ${JSON.stringify(text)}: an id has nothing before that text, or lacks it. Name what follows the patient in every id.`,
    );
  return id.slice(0, at);
}

function secretOf({ secretFile, seed }: Flags): string {
  if ((secretFile === undefined) === (seed === undefined))
    throw new InputError(
      "corpus deidentify: give --secret-file FILE, or --seed NUMBER for text about nobody. Who knows the seed can undo the shift of dates.",
    );
  if (secretFile === undefined) return `seed ${seed}`;
  if (!existsSync(secretFile))
    throw new InputError(
      `${secretFile}: no such file. Write 32 random characters or more into it and keep it apart from the corpus.`,
    );
  const secret = readFileSync(secretFile, "utf8").trim();
  if (secret.length < 16)
    throw new InputError(
      `${secretFile}: ${secret.length} characters, which can be guessed. Write 32 random ones.`,
    );
  return secret;
}

type ReviewFile = {
  add(item: ReviewItem): void;
  finish(): void;
  /** Remove what is not finished. */
  discard(): void;
};

/** JSON lines written aside as they come, and renamed at the end. */
function reviewFile(path: string): ReviewFile {
  mkdirSync(dirname(resolve(path)), { recursive: true });
  const aside = `${path}.${process.pid}.part`;
  const file = openSync(aside, "w", 0o600);
  let isOpen = true;
  const close = (): void => {
    if (isOpen) closeSync(file);
    isOpen = false;
  };
  return {
    add: (item) => void writeSync(file, JSON.stringify(item) + "\n"),
    finish: () => {
      close();
      renameSync(aside, path);
    },
    discard: () => {
      close();
      rmSync(aside, { force: true });
    },
  };
}
