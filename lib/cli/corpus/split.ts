import { Command } from "commander";
import { splitCorpus } from "../../corpus/splitting/splitCorpus";
import { defaultSplit } from "../../corpus/splitting/splitting";
import { forceOption, wholeNumber } from "../arguments";
import { printManifest, withStages } from "./output";

type Flags = {
  readonly out: string;
  readonly maxWords: number;
  readonly minWords: number;
  readonly shuffle?: boolean;
  readonly seed: number;
  readonly force?: boolean;
  readonly json?: boolean;
};

/** `kliniskvest corpus split` */
export function splitCommand(): Command {
  return new Command("split")
    .description("divide long documents by section, paragraph and sentence; shuffle the parts")
    .argument("<folder>", "a corpus")
    .requiredOption("--out <folder>", "the corpus of parts, a folder")
    .option(
      "--max-words <count>",
      "documents with more words are divided",
      wholeNumber(1),
      defaultSplit.maxWords,
    )
    .option(
      "--min-words <count>",
      "shorter parts are joined with a neighbour, 0 to keep each section apart",
      wholeNumber(0),
      defaultSplit.minWords,
    )
    .option("--shuffle", "all parts in random order, so that a note is not found together again")
    .option("--seed <seed>", "any whole number, for --shuffle", wholeNumber(0), 1)
    .addOption(forceOption())
    .option("--json", "print sizes and the manifest as JSON")
    .addHelpText(
      "after",
      "\nExample:\n  kliniskvest corpus split corpora/distinct --out corpora/parts --max-words 200 --shuffle",
    )
    .action(async (dir: string, flags: Flags) => {
      const { out, maxWords, minWords, shuffle, seed, force, json } = flags;
      const result = await withStages((onStage) =>
        splitCorpus({
          dir,
          out,
          settings: { maxWords, minWords },
          replace: force,
          shuffleSeed: shuffle ? seed : undefined,
          onStage,
        }),
      );
      if (json) return console.log(JSON.stringify(result, null, 2));
      const { divided, wordsPerPart: words, severalSentencesShare } = result;
      printManifest(result.manifest, out, false);
      console.log(
        `${divided} documents divided; words a part: median ${words.p50}, 5 % to 95 % ${words.p05} to ${words.p95}, longest ${words.max}; ${Math.round(100 * severalSentencesShare)} % have several sentences`,
      );
    });
}
