import { mkdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { Command, Option } from "commander";
import { assetPath } from "../../assets";
import { heldOutNames, heldOutSets } from "../../evaluation/writtenStandardSets";
import { requireFreeFile, sha256OfFile, writeFileAtomic } from "../../files";
import {
  defaultSources,
  sourceNames,
  trainWrittenStandard,
  type SourceName,
} from "../../writtenStandard/training";
import { forceOption, wholeNumber } from "../arguments";
import { createProgress } from "../progress";

/** `kliniskvest corpus train-identifier` */
export function trainIdentifierCommand(): Command {
  return new Command("train-identifier")
    .description("train the written-standard model that `corpus identify` uses")
    .requiredOption("--data <folder>", "holds ud-norwegian/ and general-norwegian/")
    .option("--out <file>", "the weights; by default those of this package, which needs --force")
    .option("--seed <seed>", "any whole number", wholeNumber(0), 1)
    .addOption(
      new Option("--sources <names...>", "what is learnt from; ud-norwegian always is")
        .choices(sourceNames)
        .default(defaultSources),
    )
    .option(
      "--write-eval <folder>",
      "write the held-out texts as JSON lines for `corpus identify --eval`",
    )
    .addOption(forceOption("the files at --out and --write-eval"))
    .option("--json", "print what was measured as JSON")
    .addHelpText(
      "after",
      "\nExample:\n  kliniskvest corpus train-identifier --data data --out standard.bin --write-eval held-out",
    )
    .action(
      async (options: {
        data: string;
        out?: string;
        seed: number;
        sources: readonly SourceName[];
        writeEval?: string;
        force?: boolean;
        json?: boolean;
      }) => {
        const { data, seed, sources, writeEval, force: replace = false } = options;
        const out = options.out ?? assetPath("written-standard.bin");
        requireFreeFile(out, { option: "--out", replace });
        const progress = createProgress();
        if (writeEval !== undefined)
          for (const name of heldOutNames)
            requireFreeFile(heldOutFile(writeEval, name), { option: "--write-eval", replace });
        const files = writeEval === undefined ? [] : await writeHeldOut(data, writeEval);
        progress.stage("Training the written-standard model");
        const measured = await trainWrittenStandard({
          dataDir: data,
          out,
          seed,
          sources,
          onStage: (stage) => progress.log(`  ${stage}`),
        });
        progress.finish();
        const sha256 = await sha256OfFile(out);
        const result = { out, bytes: statSync(out).size, sha256, measured, heldOut: files };
        if (options.json) return console.log(JSON.stringify(result, null, 2));
        console.log(`${out}: ${result.bytes} bytes, sha256 ${sha256}`);
        for (const [name, each] of Object.entries(measured))
          console.log(
            `  ${name}: ${Object.entries(each)
              .map(([key, value]) => `${key} ${value}`)
              .join(", ")}`,
          );
        for (const file of files) console.log(`  wrote ${file}`);
      },
    );
}

const heldOutFile = (folder: string, name: string): string => join(folder, `${name}.jsonl`);

/** One file a set; returns their paths. */
async function writeHeldOut(data: string, folder: string): Promise<string[]> {
  const sets = await heldOutSets(data);
  mkdirSync(folder, { recursive: true });
  return Object.entries(sets).map(([name, texts]) => {
    const file = heldOutFile(folder, name);
    const lines = texts.map(({ text, writtenStandard }) =>
      JSON.stringify({ text, writtenStandard }),
    );
    writeFileAtomic(file, lines.join("\n") + "\n");
    return file;
  });
}
