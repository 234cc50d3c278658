import { statSync } from "node:fs";
import { basename, resolve } from "node:path";
import { Command, Option } from "commander";
import { writeCorpus } from "../text/corpus";
import { writtenStandards, type WrittenStandard } from "../text/document";
import { emptyReport, importDocuments } from "../text/importing";
import { identifyDocument } from "../text/writtenStandard/model";
import { printManifest, watched } from "./corpusOutput";
import { createProgress } from "./progress";

/** `kliniskvest corpus import` */
export function importCommand(): Command {
  return new Command("import")
    .description("read .txt, .jsonl, .csv and .parquet files into a corpus")
    .argument("<files...>", "files to read; tables need a column named text")
    .requiredOption("--out <folder>", "the corpus, a folder")
    .option("--document-type <type>", "for documents that do not say", "prose")
    .addOption(
      new Option("--written-standard <standard>", "for documents that do not say; identify: found")
        .choices([...writtenStandards, "identify"])
        .default("either"),
    )
    .option("--source <name>", "name of the data card of the text", "import")
    .option("--shareable", "the text may be shown in notebooks and results")
    .option("--json", "print the manifest as JSON")
    .addHelpText(
      "after",
      "\nExample:\n  kliniskvest corpus import notes.csv --document-type epikrise --out corpora/notes",
    )
    .action(
      async (
        files: string[],
        options: {
          out: string;
          documentType: string;
          writtenStandard: WrittenStandard | "identify";
          source: string;
          shareable?: boolean;
          json?: boolean;
        },
      ) => {
        const { out, documentType, writtenStandard, source } = options;
        const report = emptyReport();
        const progress = createProgress();
        progress.stage(`Importing ${files.length} files`);
        const size = files
          .map((file) => statSync(file, { throwIfNoEntry: false })?.size ?? 0)
          .reduce((sum, each) => sum + each, 0);
        let read = 0;
        const documents = watched(
          importDocuments(files, {
            documentType,
            writtenStandard:
              writtenStandard === "identify"
                ? (text) => identifyDocument(text).writtenStandard
                : writtenStandard,
            source,
            report,
          }),
          (done, document) => {
            read += Buffer.byteLength(document.text);
            progress.update(Math.min(read, size), size, `${done} documents`);
          },
        );
        const manifest = await writeCorpus({
          dir: out,
          name: basename(resolve(out)),
          documents,
          settings: {
            files: files.map((file) => basename(file)),
            documentType,
            writtenStandard,
            source,
          },
          shareable: options.shareable ?? false,
          skipped: report.skipped,
        });
        progress.finish();
        for (const example of report.examples) progress.log(`left out ${example}`);
        printManifest(manifest, out, options.json);
      },
    );
}
