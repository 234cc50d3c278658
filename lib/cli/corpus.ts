import { statSync } from "node:fs";
import { basename, resolve } from "node:path";
import { setImmediate } from "node:timers/promises";
import { Command, Option } from "commander";
import { describeSkipped, writeCorpus, type CorpusManifest } from "../text/corpus";
import { writtenStandards, type Document, type WrittenStandard } from "../text/document";
import { generateClinical, generateGeneral } from "../text/generator/generator";
import { emptyReport, importDocuments } from "../text/importing";
import { corpusStatistics, type CorpusStatistics } from "../text/statistics";
import { createWorld } from "../text/generator/world";
import { share, wholeNumber } from "./arguments";
import { createProgress } from "./progress";

/** `kliniskvest corpus generate | import | stats` */
export function corpusCommand(): Command {
  return new Command("corpus")
    .description("make, import and describe corpora")
    .addCommand(generateCommand())
    .addCommand(importCommand())
    .addCommand(statsCommand());
}

function generateCommand(): Command {
  return new Command("generate")
    .description("write a corpus of invented text, the same for the same seed")
    .addOption(
      new Option("--domain <domain>", "what the text is about")
        .choices(["clinical", "general"])
        .makeOptionMandatory(),
    )
    .requiredOption("--documents <count>", "how many documents", wholeNumber(1))
    .option("--seed <seed>", "any whole number", wholeNumber(0), 1)
    .option("--nynorsk-share <share>", "share of documents in nynorsk, 0 to 1", share, 0.5)
    .requiredOption("--out <folder>", "the corpus, a folder")
    .option("--json", "print the manifest as JSON")
    .addHelpText(
      "after",
      "\nExample:\n  kliniskvest corpus generate --domain clinical --documents 2000 --seed 1 --out corpora/clinical",
    )
    .action(
      async (options: {
        domain: "clinical" | "general";
        documents: number;
        seed: number;
        nynorskShare: number;
        out: string;
        json?: boolean;
      }) => {
        const { domain, documents, seed, nynorskShare, out } = options;
        const progress = createProgress();
        progress.stage(`Generating ${documents} ${domain} documents`);
        const generated =
          domain === "clinical"
            ? generateClinical({ world: createWorld(seed), documents, seed, nynorskShare })
            : generateGeneral({ documents, seed, nynorskShare });
        const manifest = await writeCorpus({
          dir: out,
          name: basename(resolve(out)),
          documents: watched(generated, (done) => progress.update(done, documents)),
          settings: { domain, documents, seed, nynorskShare },
          shareable: true,
        });
        progress.finish();
        printManifest(manifest, out, options.json);
      },
    );
}

function importCommand(): Command {
  return new Command("import")
    .description("read .txt, .jsonl, .csv and .parquet files into a corpus")
    .argument("<files...>", "files to read; tables need a column named text")
    .requiredOption("--out <folder>", "the corpus, a folder")
    .option("--document-type <type>", "for documents that do not say", "prose")
    .addOption(
      new Option("--written-standard <standard>", "for documents that do not say")
        .choices(writtenStandards)
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
          writtenStandard: WrittenStandard;
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
          importDocuments(files, { documentType, writtenStandard, source, report }),
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

function statsCommand(): Command {
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

function printManifest(manifest: CorpusManifest, out: string, json: boolean | undefined): void {
  if (json) console.log(JSON.stringify(manifest, null, 2));
  else
    console.log(
      `${out}: ${manifest.documents} documents, ${manifest.bytes} bytes of text in ${manifest.shards.length} shards; left out: ${describeSkipped(manifest.skipped)}`,
    );
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

/** Documents passed on one by one, with a look at Ctrl-C and at the clock now and then. */
async function* watched(
  documents: Iterable<Document> | AsyncIterable<Document>,
  onDocument: (done: number, document: Document) => void,
): AsyncGenerator<Document> {
  let stopped = false;
  const stop = (): void => {
    stopped = true;
  };
  process.once("SIGINT", stop);
  try {
    let done = 0;
    for await (const document of documents) {
      yield document;
      onDocument(++done, document);
      // A signal is only seen between turns of the event loop, and generators take none.
      if (done % 100 === 0) await setImmediate();
      if (stopped) {
        const error = new Error(
          "stopped; nothing was written. Run the same command to begin again.",
        );
        error.name = "AbortError";
        throw error;
      }
    }
  } finally {
    process.off("SIGINT", stop);
  }
}
