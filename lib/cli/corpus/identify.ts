import { basename, resolve } from "node:path";
import { Command } from "commander";
import { InputError } from "../../errors";
import {
  readLabelledTexts,
  scoreWrittenStandard,
  type WrittenStandardScores,
} from "../../evaluation/writtenStandardScores";
import {
  openManifest,
  parentOf,
  readCorpus,
  refuseOwnSource,
  requireFreeForCorpus,
  writeCorpus,
} from "../../corpus/corpus";
import { emptyLabellingReport, labelDocuments } from "../../writtenStandard/labelling";
import { loadWrittenStandardModel, type WrittenStandardModel } from "../../writtenStandard/model";
import { forceOption } from "../arguments";
import { watched } from "./output";
import { createProgress } from "../progress";

type Options = {
  out?: string;
  onlyUnknown?: boolean;
  eval?: string;
  model?: string;
  force?: boolean;
  json?: boolean;
};

/** `kliniskvest corpus identify` */
export function identifyCommand(): Command {
  return new Command("identify")
    .description(
      "find the written standard of a corpus's documents, or score the answers on a file",
    )
    .argument("[folder]", "a corpus")
    .option("--out <folder>", "the corpus with written standards, a folder")
    .option("--only-unknown", "keep the standards that are given; answer only for `either`")
    .option("--eval <file>", "score on JSON lines with text and writtenStandard (nb or nn) instead")
    .option("--model <file>", "weights of `corpus train-identifier`; by default the package's own")
    .addOption(forceOption())
    .option("--json", "print the result as JSON")
    .addHelpText(
      "after",
      "\nExample:\n  kliniskvest corpus identify corpora/notes --only-unknown --out corpora/notes-labelled",
    )
    .action(async (folder: string | undefined, options: Options) => {
      const model = loadWrittenStandardModel(options.model);
      if (options.eval !== undefined) {
        if (folder !== undefined || options.out !== undefined || options.onlyUnknown)
          throw new InputError(
            "corpus identify: --eval scores a file and takes no corpus, --out or --only-unknown.",
          );
        return score(options.eval, model, options.json);
      }
      if (folder === undefined || options.out === undefined)
        throw new InputError(
          "corpus identify: name a corpus and --out for the labelled one, or --eval and a file to score.",
        );
      return label(folder, options.out, model, options);
    });
}

async function score(
  file: string,
  model: WrittenStandardModel,
  json: boolean | undefined,
): Promise<void> {
  const texts = await readLabelledTexts(file);
  const begun = performance.now();
  const scores = scoreWrittenStandard(texts, model);
  const textsPerSecond = Math.round((1000 * texts.length) / (performance.now() - begun));
  if (json) console.log(JSON.stringify({ file, ...scores, textsPerSecond }, null, 2));
  else console.log(describe(file, scores, textsPerSecond));
}

async function label(
  folder: string,
  out: string,
  model: WrittenStandardModel,
  { onlyUnknown = false, force, json }: Options,
): Promise<void> {
  const source = openManifest(folder);
  refuseOwnSource(out, folder);
  requireFreeForCorpus(out, force);
  const report = emptyLabellingReport();
  const progress = createProgress();
  progress.stage(`Identifying ${source.documents} documents`);
  const documents = watched(
    labelDocuments(readCorpus(folder), { onlyUnknown, report, model }),
    (done) => progress.update(done, source.documents),
  );
  const manifest = await writeCorpus({
    replace: force,
    dir: out,
    name: basename(resolve(out)),
    documents,
    settings: { command: "identify", onlyUnknown },
    shareable: source.shareable,
    parents: [parentOf(source)],
  });
  progress.finish();
  if (json) console.log(JSON.stringify({ out, documents: manifest.documents, ...report }, null, 2));
  else
    console.log(
      [
        `${out}: ${manifest.documents} documents`,
        `  before         nb ${report.before.nb}, nn ${report.before.nn}, either ${report.before.either}`,
        `  after          nb ${report.after.nb}, nn ${report.after.nn}, either ${report.after.either}`,
        `  disagreements  ${
          Object.entries(report.disagreements)
            .map(([pair, count]) => `${count} given ${pair}`)
            .join("; ") || "none"
        }`,
        `  mixed          ${report.mixed} with two or more sentences of each standard`,
      ].join("\n"),
    );
}

function describe(file: string, scores: WrittenStandardScores, textsPerSecond: number): string {
  const percent = (share: number | null): string =>
    share === null ? "    –" : (100 * share).toFixed(1).padStart(5);
  const row = (gold: "nb" | "nn"): string => {
    const { nb, nn, either } = scores.confusion[gold];
    const { precision, recall, support } = scores.perClass[gold];
    return `  ${gold} ${String(support).padStart(8)} texts: answered nb ${nb}, nn ${nn}, either ${either}; forced: precision ${percent(precision).trim()} %, recall ${percent(recall).trim()} %`;
  };
  return [
    `${file}: ${scores.texts} texts, ${textsPerSecond} a second`,
    `  forced to nb or nn  ${percent(scores.accuracy)} % right`,
    `  answered either     ${percent(scores.either)} %; of the others ${percent(scores.accuracyOfAnswered).trim()} % right`,
    row("nb"),
    row("nn"),
    ...scores.byLength
      .filter(({ texts }) => texts.nb + texts.nn > 0)
      .map(
        ({ words, texts, accuracy }) =>
          `  ${words.padStart(5)} words  nb ${percent(accuracy.nb)} % of ${texts.nb}, nn ${percent(accuracy.nn)} % of ${texts.nn}`,
      ),
  ].join("\n");
}
