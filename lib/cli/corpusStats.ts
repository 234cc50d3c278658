import { Command } from "commander";
import { corpusStatistics, type CorpusStatistics } from "../text/statistics";

/** `kliniskvest corpus stats` */
export function statsCommand(): Command {
  return new Command("stats")
    .description("count a corpus: sizes, written standards, types, years, duplicates")
    .argument("<folder>", "a corpus")
    .option("--json", "print all numbers as JSON")
    .addHelpText("after", "\nExample:\n  kliniskvest corpus stats corpora/clinical --json")
    .action(async (dir: string, options: { json?: boolean }) => {
      const statistics = await corpusStatistics(dir);
      console.log(options.json ? JSON.stringify(statistics, null, 2) : describe(statistics));
    });
}

function describe(statistics: CorpusStatistics): string {
  const { wordsPerDocument: length } = statistics;
  const groups = (["byStandard", "byDocumentType", "byTrust", "byYear"] as const).flatMap((by) =>
    Object.entries(statistics[by]).map(
      ([key, size]) =>
        `  ${by.slice(2).padEnd(14)} ${(key || "(none)").padEnd(24)} ${String(size.documents).padStart(9)} documents ${String(size.words).padStart(11)} words`,
    ),
  );
  return [
    `${statistics.name}: ${statistics.documents} documents, ${statistics.words} words, ${statistics.wordTypes} different, ${statistics.bytes} bytes, ${statistics.duplicates} exact duplicates`,
    `words a document: median ${length.p50}, 5 % to 95 % ${length.p05} to ${length.p95}, longest ${length.max}`,
    ...groups,
  ].join("\n");
}
