import { basename, resolve } from "node:path";
import { Command, InvalidArgumentError, Option } from "commander";
import { tableText } from "../../report/tableText";
import { sampleCorpus, type SampleReport } from "../../corpus/sampling";
import { groupColumns, totalOf, type GroupColumn } from "../../corpus/samplingPlan";
import { forceOption, wholeNumber } from "../arguments";
import { printManifest, watched } from "./output";
import { createProgress } from "../progress";

type Flags = {
  out: string;
  temperature: number;
  by: readonly GroupColumn[];
  words?: number;
  documents?: number;
  maxRepeats: number;
  seed: number;
  force?: boolean;
  json?: boolean;
};

/** `kliniskvest corpus sample` */
export function sampleCommand(): Command {
  return new Command("sample")
    .description("balance written standards and document types of a corpus by temperature")
    .argument("<folder>", "a corpus")
    .requiredOption("--out <folder>", "the sample, a corpus")
    .requiredOption(
      "--temperature <T>",
      "a group of n words gets a share like n^(1/T): 1 its own, 5 common, uniform all alike",
      temperature,
    )
    .addOption(
      new Option("--by <columns>", `what makes a group: ${groupColumns.join(", ")}`)
        .argParser(columns)
        .default(["writtenStandard", "documentType"], "writtenStandard,documentType"),
    )
    .option(
      "--words <count>",
      "size of the sample; that of the corpus if not given",
      wholeNumber(1),
    )
    .option("--documents <count>", "size of the sample in documents", wholeNumber(1))
    .option("--max-repeats <times>", "how often a document may occur", wholeNumber(1), 4)
    .option("--seed <seed>", "any whole number", wholeNumber(0), 1)
    .addOption(forceOption())
    .option("--json", "print the manifest and the report as JSON")
    .addHelpText(
      "after",
      "\nExample:\n  kliniskvest corpus sample corpora/notes --temperature 5 --out corpora/balanced\n\nScore models on documents of another corpus: a document that occurs twice can be on both sides of\na sample that is divided into training and test.",
    )
    .action(async (dir: string, { out, force, json, ...settings }: Flags) => {
      const progress = createProgress();
      progress.stage(`Sampling ${dir}`);
      const { manifest, report } = await sampleCorpus(dir, {
        out,
        name: basename(resolve(out)),
        settings,
        replace: force,
        watch: (documents, total) =>
          watched(documents, (done) => progress.update(done, total, `${done} documents`)),
      });
      progress.finish();
      if (json) console.log(JSON.stringify({ ...manifest, sample: report }, null, 2));
      else {
        printManifest(manifest, out, false);
        console.log(describeSample(report, settings.by));
      }
    });
}

/** Shares before and after by each column, what it cost, and the group that is repeated most. */
export function describeSample(report: SampleReport, by: readonly GroupColumn[]): string {
  const { total, groups } = report;
  const percent = (part: number, whole: number): number => (whole === 0 ? 0 : (100 * part) / whole);
  const tables = by.map((column) => {
    const names = [...new Set(groups.map(({ labels }) => labels[column]!))];
    const rows = names.map((name) => {
      const sum = totalOf(groups.filter(({ labels }) => labels[column] === name));
      return {
        [column]: name === "" ? "(none)" : String(name),
        words: sum.before.words,
        "%": percent(sum.before.words, total.before.words),
        "words after": sum.after.words,
        "% after": percent(sum.after.words, total.after.words),
        passes: sum.before.words === 0 ? 1 : sum.after.words / sum.before.words,
        "documents left out": sum.before.documents - sum.kept.documents,
        repeats: sum.repeats,
      };
    });
    rows.sort((a, b) => Number(b["words"]) - Number(a["words"]));
    return tableText(rows, { "%": 1, "% after": 1, passes: 2 });
  });
  const passes = ({ before, after }: (typeof groups)[number]): number =>
    before.words === 0 ? 1 : after.words / before.words;
  const most = [...groups].sort((a, b) => passes(b) - passes(a))[0]!;
  return [
    ...tables,
    [
      `cost: ${total.before.documents - total.kept.documents} of ${total.before.documents} documents left out, ${total.repeats} repeats;`,
      `${percent(total.kept.words, total.before.words).toFixed(1)} % of the words kept, ${percent(total.kept.words, total.after.words).toFixed(1)} % of the sample is read for the first time`,
    ].join(" "),
    `read most: ${by.map((column) => most.labels[column] || "(none)").join(" ")}, ${passes(most).toFixed(2)} times in one pass over the sample (${most.before.words} words of ${most.before.documents} documents)`,
  ].join("\n\n");
}

function temperature(text: string): number {
  if (text === "uniform") return Infinity;
  const value = Number(text);
  if (!(value >= 1) || text.trim() === "" || !Number.isFinite(value))
    throw new InvalidArgumentError("Give a number of at least 1, or uniform.");
  return value;
}

function columns(text: string): readonly GroupColumn[] {
  const names = text.split(",").map((name) => name.trim());
  const unknown = names.find((name) => !groupColumns.some((column) => column === name));
  if (unknown !== undefined || new Set(names).size < names.length)
    throw new InvalidArgumentError(
      `Name one or more of ${groupColumns.join(", ")}, each once, with commas between.`,
    );
  return names as GroupColumn[];
}
