import { statSync } from "node:fs";
import { basename, resolve } from "node:path";
import { Command, Option } from "commander";
import { InputError } from "../../errors";
import { openLineFile, requireFreeFile } from "../../files";
import { requireFreeForCorpus, writeCorpus } from "../../corpus/corpus";
import { writtenStandards, type WrittenStandard } from "../../corpus/document";
import { emptyReport, importDocuments, type ImportedField } from "../../corpus/importing";
import type { Encoding } from "../../corpus/rows/decoding";
import { unitNames } from "../../corpus/rows/plainText";
import { textUnits, type TextUnit } from "../../corpus/rows/row";
import { identifyDocument } from "../../writtenStandard/model";
import { encodingOption, forceOption } from "../arguments";
import { printManifest, watched } from "./output";
import { createProgress } from "../progress";

type Flags = {
  readonly out: string;
  readonly documentType: string;
  readonly writtenStandard: WrittenStandard | "identify";
  readonly source: string;
  readonly encoding: Encoding;
  readonly documents?: TextUnit;
  readonly rejects?: string;
  readonly force?: boolean;
  readonly shareable?: boolean;
  readonly json?: boolean;
} & { readonly [Name in `${ImportedField}Column`]?: string };

/** `kliniskvest corpus import` */
export function importCommand(): Command {
  return new Command("import")
    .description("read .txt, .jsonl, .json, .csv, .tsv and .parquet files into a corpus")
    .argument("<files...>", "files to read; all but .parquet may be packed (.gz)")
    .requiredOption("--out <folder>", "the corpus, a folder")
    .option("--document-type <type>", "for documents that do not say", "prose")
    .addOption(
      new Option("--written-standard <standard>", "for documents that do not say; identify: found")
        .choices([...writtenStandards, "identify"])
        .default("either"),
    )
    .option("--source <name>", "name of the data card of the text", "import")
    .option("--text-column <name>", "the column (field) with the text, if not text")
    .option("--id-column <name>", "if not id")
    .option("--document-type-column <name>", "if not documentType")
    .option("--written-standard-column <name>", "if not writtenStandard: nb, nn, bokmål, nynorsk")
    .option("--trust-column <name>", "if not trust")
    .option("--year-column <name>", "if not year: a year or a date")
    .option("--source-column <name>", "if not source")
    .option(
      "--origin-column <name>",
      "if not origin: rows of one, e.g. a patient, are held out together",
    )
    .addOption(encodingOption("of text files"))
    .addOption(
      new Option(
        "--documents <unit>",
        "what a document is in .txt (default: paragraphs in files with an empty line between lines, else lines)",
      ).choices(textUnits),
    )
    .option("--rejects <file>", "write a line for each row left out: file:line: reason, no text")
    .option("--shareable", "the text may be shown in notebooks and results")
    .addOption(forceOption())
    .option("--json", "print the manifest as JSON")
    .addHelpText(
      "after",
      [
        "",
        "What is assumed of .txt is printed and recorded in the manifest. Tables are CSV with quotes doubled and a first line",
        "that names the columns; sep=; before it, as Excel writes, holds, else the delimiter (; , tab or |) is told by the",
        "header and the first records, of quoted cells nothing. Word, Excel, PDF, RTF and CoNLL are refused by what they",
        "hold, whatever their names are. Messages say file, line and reason, never text.",
        "",
        "Example:",
        "  kliniskvest corpus import notes.csv --text-column Notat --document-type epikrise --out corpora/notes",
      ].join("\n"),
    )
    .action(async (files: string[], flags: Flags) => {
      const { out, documentType, writtenStandard, source, encoding, documents: unit } = flags;
      const { rejects: rejectsFile, force = false } = flags;
      requireFreeForCorpus(out, force);
      refuseInputs(files, rejectsFile);
      requireFreeFile(rejectsFile, { option: "--rejects", replace: force, notIn: out });
      const columns = columnsOf(flags);
      const report = emptyReport();
      const progress = createProgress();
      progress.stage(`Importing ${files.length} files`);
      const size = files
        .map((file) => statSync(file, { throwIfNoEntry: false })?.size ?? 0)
        .reduce((sum, each) => sum + each, 0);
      const rejects = rejectsFile === undefined ? undefined : openLineFile(rejectsFile);
      try {
        let read = 0;
        const documents = watched(
          importDocuments(files, {
            documentType,
            writtenStandard:
              writtenStandard === "identify"
                ? (text) => identifyDocument(text).writtenStandard
                : writtenStandard,
            source,
            columns,
            encoding,
            documents: unit,
            report,
            onReject: (line) => rejects?.write(line),
          }),
          (done, document) => {
            read += Buffer.byteLength(document.text);
            progress.update(Math.min(read, size), size, `${done} documents`);
          },
        );
        const manifest = await writeCorpus({
          dir: out,
          replace: force,
          name: basename(resolve(out)),
          documents,
          settings: {
            files: files.map((file) => basename(file)),
            documentType,
            writtenStandard,
            source,
            ...(Object.keys(columns).length > 0 && { columns }),
            ...(encoding !== "utf-8" && { encoding }),
            // Filled while the documents are written, which is before the manifest is.
            ...(files.some((file) => /\.txt(?:\.gz)?$/i.test(file)) && {
              textFiles: { unit: unit ?? "by their empty lines", found: report.textUnits },
            }),
          },
          shareable: flags.shareable ?? false,
          skipped: report.skipped,
        });
        progress.finish();
        rejects?.commit();
        for (const example of report.examples) progress.log(`left out ${example}`);
        if (report.skipped["invalid UTF-8"])
          progress.log("files of older Norwegian systems are read with --encoding windows-1252");
        if (unit === undefined)
          for (const found of textUnits) {
            const { files, documents } = report.textUnits[found] ?? { files: 0, documents: 0 };
            if (files > 0)
              progress.log(
                `assumed ${unitNames[found]} in ${files} .txt file${files > 1 ? "s" : ""}: ${documents} documents; --documents line, paragraph or file says otherwise`,
              );
          }
        printManifest(manifest, out, flags.json);
      } finally {
        rejects?.discard();
      }
    });
}

/** Not even `--force` lets the list take the place of what is read. */
function refuseInputs(files: readonly string[], rejects: string | undefined): void {
  if (rejects !== undefined && files.some((file) => resolve(file) === resolve(rejects)))
    throw new InputError(`--rejects ${rejects}: is a file that is read. Name another one.`);
}

function columnsOf(flags: Flags): Partial<Record<ImportedField, string>> {
  const columns = {
    text: flags.textColumn,
    id: flags.idColumn,
    documentType: flags.documentTypeColumn,
    writtenStandard: flags.writtenStandardColumn,
    trust: flags.trustColumn,
    year: flags.yearColumn,
    source: flags.sourceColumn,
  };
  return Object.fromEntries(Object.entries(columns).filter(([, name]) => name !== undefined));
}
