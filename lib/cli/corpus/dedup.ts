import { Command, InvalidArgumentError, Option } from "commander";
import { deduplicateCorpus, type Deduplication } from "../../corpus/duplicates/deduplication";
import { defaultMinHash } from "../../corpus/duplicates/minhash";
import { forceOption } from "../arguments";
import { printManifest, withStages } from "./output";

type Flags = {
  readonly out: string;
  readonly exactOnly?: boolean;
  readonly threshold: number;
  readonly keepContradictions?: boolean;
  readonly report?: string;
  readonly force?: boolean;
  readonly json?: boolean;
};

/** `kliniskvest corpus dedup` */
export function dedupCommand(): Command {
  return new Command("dedup")
    .description("leave out documents that repeat another, exactly or nearly")
    .argument("<folder>", "a corpus")
    .requiredOption("--out <folder>", "the corpus without duplicates, a folder")
    .option("--near", "leave out near duplicates too (the default)")
    .addOption(
      new Option(
        "--exact-only",
        "only texts that are equal but for capitals and white space",
      ).conflicts("near"),
    )
    .option(
      "--threshold <similarity>",
      "share of words and pairs of words in common from which documents are near, above 0 to 1",
      similarity,
      0.8,
    )
    .option(
      "--keep-contradictions",
      "keep near duplicates that differ from another text by a negation (ikke, ikkje, ingen, uten …) or a number only",
    )
    .option("--report <file>", "write a line of JSON for each document left out: ids only")
    .addOption(forceOption())
    .option("--json", "print counts and the manifest as JSON")
    .addHelpText(
      "after",
      "\nOf texts that differ by a word in thirty the first is kept, also where that word is a negation or a number\n(har hatt feber, har ikke hatt feber); --keep-contradictions keeps both.\n\nExample:\n  kliniskvest corpus dedup corpora/notes --out corpora/distinct --report left-out.jsonl",
    )
    .action(async (dir: string, flags: Flags) => {
      const { out, report } = flags;
      const settings = {
        threshold: flags.exactOnly ? undefined : flags.threshold,
        minhash: defaultMinHash,
        keepContradictions: flags.keepContradictions,
      };
      const result = await withStages((onStage) =>
        deduplicateCorpus({ dir, out, settings, report, replace: flags.force, onStage }),
      );
      if (flags.json) console.log(JSON.stringify(result, null, 2));
      else {
        printManifest(result.manifest, out, false);
        for (const line of remarks(result)) console.log(line);
      }
    });
}

function similarity(text: string): number {
  const value = Number(text);
  if (!(value > 0 && value <= 1) || text.trim() === "")
    throw new InvalidArgumentError("Give a number above 0, at most 1.");
  return value;
}

/** What a reader should know of the near duplicates. */
function remarks({ chained, comparisonsLeftOut, contradictions }: Deduplication): string[] {
  return [
    ...(contradictions > 0
      ? [`${contradictions} near duplicates kept, which differ by a negation or a number only`]
      : []),
    ...(chained > 0
      ? [`${chained} of the near duplicates are like the kept document only by way of others`]
      : []),
    ...(comparisonsLeftOut > 0
      ? [
          `${comparisonsLeftOut} comparisons of documents that share standard phrases were left out, so some near duplicates among those may remain`,
        ]
      : []),
  ];
}
